//! People on the prospect's side: who they are, and which deals they are on.

use std::borrow::Cow;

use jiff::Timestamp;
use model::{
    event::{Side, kind},
    fact::{EventFact, FactSink},
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Fault, Left, Outcome, Run,
    cells::{self, cell},
};
use crate::{
    error::ReadError,
    ids,
    plan::{ColumnPlan, FilePlan, Meaning},
    profile::hash,
};

/// What is known of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub title: String,
    /// The part that they have, where the file of people says it.
    pub role: String,
    /// The company, by id or by name.
    pub account: String,
}

/// The part that somebody has in a deal.
#[derive(Debug)]
struct Part {
    deal: String,
    /// Id, name or address.
    who: String,
    role: String,
    at: Option<Timestamp>,
}

/// All people that the files name.
#[derive(Debug, Default)]
pub struct People {
    all: Vec<Person>,
    /// By id, name and address; nothing where two share one.
    by_token: FxHashMap<u64, Option<u32>>,
    parts: Vec<Part>,
}

impl People {
    /// The place of the person that an id, a name or an address means.
    pub fn at(&self, who: &str) -> Option<u32> {
        let (name, email) = said(who);
        [email, name]
            .into_iter()
            .filter(|t| !t.is_empty())
            .find_map(|t| self.by_token.get(&token(t)).copied().flatten())
    }

    /// The company of a person; empty if it is not known.
    pub fn account(&self, at: u32) -> &str {
        &self.all[at as usize].account
    }

    fn add(&mut self, id: &str, person: Person) {
        let at = self.all.len() as u32;
        for known in [id, &person.email, &person.name].into_iter().filter(|t| !t.is_empty()) {
            self.by_token.entry(token(known)).and_modify(|before| *before = None).or_insert(Some(at));
        }
        self.all.push(person);
    }

    /// Notes that somebody is on a deal; the deal as its file calls it.
    pub fn on(&mut self, deal: &str, who: &str, role: &str, at: Option<Timestamp>) {
        let [deal, who, role] = [deal, who, role].map(str::to_owned);
        self.parts.push(Part { deal, who, role, at });
    }

    /// Which deal names whom.
    pub fn parts(&self) -> Vec<(String, String)> {
        self.parts.iter().map(|part| (part.deal.clone(), part.who.clone())).collect()
    }

    /// The person of a part: as a file of people knows them, else as the part names them.
    fn of(&self, part: &Part) -> Option<Person> {
        if let Some(at) = self.at(&part.who) {
            return Some(self.all[at as usize].clone());
        }
        let (name, email) = said(&part.who);
        let known = !email.is_empty() || !(name.is_empty() || ids::is_bare(name));
        known.then(|| Person { name: name.to_owned(), email: email.to_owned(), ..Person::default() })
    }
}

/// What people and companies are compared by, whatever the case.
pub fn token(text: &str) -> u64 {
    let form = ids::record(text.trim());
    if form.len() == 15 && ids::is_bare(form) { hash(form) } else { hash(&form.to_lowercase()) }
}

/// A name and an address: `Ann Lee (ann@x.org)`, `Ann Lee <ann@x.org>`, `ann@x.org`, `Ann Lee`.
fn said(text: &str) -> (&str, &str) {
    let text = text.trim();
    let bracket = text.rfind(['(', '<']).filter(|_| text.ends_with([')', '>']));
    match bracket.map(|at| (text[..at].trim(), &text[at + 1..text.len() - 1])) {
        Some((name, email)) if email.contains('@') => (name, email),
        _ if text.contains('@') && !text.contains(' ') => ("", text),
        _ => (text, ""),
    }
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a file of people, or of the parts that they have in deals.
    pub fn people_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        self.rows(at, file, &mut |run, _, cells| {
            let row = match Row::of(file, cells, run) {
                Ok(row) => row,
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            Ok(run.person(&row))
        })
    }

    fn person(&mut self, row: &Row<'_>) -> Outcome {
        let name = match row.name {
            "" => [row.first, row.last].join(" ").trim().to_owned(),
            name => name.to_owned(),
        };
        let who = [row.person, row.key, row.email, &name].into_iter().find(|t| !t.is_empty()).map(str::to_owned);
        let Some(who) = who else { return Outcome::LeftOut(Left::Nobody) };
        if row.person.is_empty() {
            let [email, title, account, role] = [row.email, row.title, row.account, row.role].map(str::to_owned);
            self.people.add(row.key, Person { name, email, title, role, account });
        }
        for deal in ids::several(row.deals) {
            self.people.on(deal, &who, row.role, row.at);
        }
        Outcome::Taken
    }

    /// Tells who is on which deal, each once.
    pub fn tell_people(&mut self) -> Result<(), ReadError<S::Error>> {
        let people = std::mem::take(&mut self.people);
        let mut seen = FxHashSet::default();
        let mut unknown = 0;
        // a part that a file of parts tells has a role, and is told before the same one without
        let mut parts: Vec<&Part> = people.parts.iter().collect();
        parts.sort_by_key(|part| (part.role.is_empty(), part.at.is_none()));
        for part in parts {
            let Some(person) = people.of(part) else {
                unknown += 1;
                continue;
            };
            let Some(deal) = self.links.key_of(&part.deal) else { continue };
            let identity = [&person.email, &person.name, &part.who].into_iter().find(|t| !t.is_empty());
            let identity = identity.map_or_else(String::new, |t| t.to_lowercase());
            if !seen.insert((hash(&deal), hash(&identity))) {
                continue;
            }
            let role = if part.role.is_empty() { &person.role } else { &part.role };
            let told = [("name", &person.name), ("email", &person.email), ("role", role), ("title", &person.title)];
            let attributes: Vec<(&str, &str)> =
                told.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| (*n, v.as_str())).collect();
            let fact = EventFact {
                deal: &deal,
                at: part.at,
                kind: kind::PERSON,
                activity: "Person added",
                stage: None,
                side: Side::Unknown,
                actor: None,
                attributes: &attributes,
                key: Some(&format!("person {identity}")),
            };
            self.sink.event(fact).map_err(ReadError::Sink)?;
        }
        if unknown > 0 {
            self.notes.push(format!(
                "{unknown} times a deal names a person by an id that no file explains; add the export of your contacts."
            ));
        }
        Ok(())
    }
}

/// A row of a file of people.
#[derive(Default)]
struct Row<'c> {
    key: &'c str,
    name: &'c str,
    first: &'c str,
    last: &'c str,
    email: &'c str,
    title: &'c str,
    account: &'c str,
    deals: &'c str,
    person: &'c str,
    role: &'c str,
    at: Option<Timestamp>,
}

impl<'c> Row<'c> {
    fn of<S: FactSink>(file: &FilePlan, cells: &'c [Cow<'_, str>], run: &Run<'_, S>) -> Result<Self, Fault> {
        let mut row = Self::default();
        let dated = |column: &ColumnPlan, text| Ok::<_, Fault>(cells::moment(text, column, &run.zone)?.map(|m| m.at));
        for (at, column) in file.columns.iter().enumerate() {
            let text = cell(cells, at);
            match &column.meaning {
                Meaning::Key => row.key = text,
                Meaning::Name => row.name = text,
                Meaning::FirstName => row.first = text,
                Meaning::LastName => row.last = text,
                Meaning::Email => row.email = text,
                Meaning::JobTitle => row.title = text,
                Meaning::Account => row.account = text,
                Meaning::DealId => row.deals = text,
                Meaning::Person => row.person = text,
                Meaning::PersonRole => row.role = text,
                Meaning::Timestamp => row.at = dated(column, text)?,
                _ => {}
            }
        }
        Ok(row)
    }
}
