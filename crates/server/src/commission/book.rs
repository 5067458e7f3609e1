//! What managers keep about commission.

use std::collections::HashMap;

use jiff::civil::Date;
use model::commission::{Assignment, ExchangeRate, Input, Plan};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    money::RATE,
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a plan with its versions is.
pub const PLAN: &str = "commission.plan";
/// The kind of record that an assignment is.
pub const ASSIGNMENT: &str = "commission.assignment";

/// A plan with all its versions, in order of their first days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Versions {
    /// At least one; all bear the same id.
    pub versions: Vec<Plan>,
}

/// Something kept, with the version that it is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What it says.
    pub content: T,
}

/// Plans, assignments and exchange rates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// The plans.
    pub plans: Vec<Kept<Versions>>,
    /// Who goes by them.
    pub assignments: Vec<Kept<Assignment>>,
    /// What currencies are worth.
    pub rates: Vec<Kept<ExchangeRate>>,
}

impl Book {
    /// What the records of the store say.
    ///
    /// # Errors
    /// If the database cannot be read, or a record is none of ours: nobody is paid by half a plan.
    pub async fn read(app: &App) -> Answer<Self> {
        let (plans, assignments) = (kept(app, PLAN).await?, kept(app, ASSIGNMENT).await?);
        Ok(Self { plans, assignments, rates: kept(app, RATE).await? })
    }

    /// Which version of what it is made of.
    pub fn state(&self) -> Vec<(Uuid, i64)> {
        let of = |id: &Uuid, version: &i64| (*id, *version);
        let plans = self.plans.iter().map(|k| of(&k.id, &k.version));
        let assignments = self.assignments.iter().map(|k| of(&k.id, &k.version));
        plans.chain(assignments).chain(self.rates.iter().map(|k| of(&k.id, &k.version))).collect()
    }

    /// All versions of all plans.
    pub fn versions(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().flat_map(|plan| &plan.content.versions)
    }

    /// The version of a plan that begins on a day.
    pub fn version(&self, plan: &str, from: Date) -> Option<&Plan> {
        self.versions().find(|version| version.id == plan && version.from == from)
    }

    /// The first day on which a plan holds; none without a plan.
    pub fn since(&self) -> Option<Date> {
        self.versions().map(|plan| plan.from).min()
    }

    /// What statements are made from, without any deal.
    pub fn input(&self, names: &mut Names, through: Date) -> Input {
        let assigned = |kept: &Kept<Assignment>| {
            let person = names.spelled(&kept.content.person);
            Assignment { person, ..kept.content.clone() }
        };
        Input {
            plans: self.versions().cloned().collect(),
            assignments: self.assignments.iter().map(assigned).collect(),
            rates: self.rates.iter().map(|kept| kept.content.clone()).collect(),
            deals: Vec::new(),
            corrections: Vec::new(),
            churns: Vec::new(),
            through,
        }
    }

    /// The version that a record is at.
    pub fn version_of(&self, id: Uuid) -> Option<i64> {
        self.state().into_iter().find(|(of, _)| *of == id).map(|(_, version)| version)
    }

    /// The currency that all plans pay in, if it is one. Deals that name none are taken to be in it.
    pub fn only_currency(&self) -> Option<&str> {
        let mut all = self.versions().map(|plan| plan.currency.as_str());
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }
}

/// Names as they were written first, so that nobody is there twice under two spellings; they are compared as
/// [`crate::permission::same_name`] does.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// The names of assignments, then of users.
    pub fn of(book: &Book, users: &[store::UserRecord]) -> Self {
        let mut names = Self::default();
        let assigned = book.assignments.iter().map(|kept| &kept.content.person);
        assigned.chain(users.iter().map(|user| &user.name)).for_each(|name| drop(names.spelled(name)));
        names
    }

    /// A name as it was written first.
    pub fn spelled(&mut self, name: &str) -> String {
        let name = name.trim();
        self.0.entry(name.to_ascii_lowercase()).or_insert_with(|| name.to_owned()).clone()
    }
}

async fn kept<T: DeserializeOwned>(app: &App, kind: &str) -> Answer<Vec<Kept<T>>> {
    let read = |record: store::Record| {
        let content = serde_json::from_value(record.content);
        let unreadable = |error| Problem::internal(format!("{kind} {}: {error}", record.id));
        Ok(Kept { id: record.id, version: record.version, content: content.map_err(unreadable)? })
    };
    app.store.records(kind).await?.into_iter().map(read).collect()
}
