//! Open deals by process, stage and owner.

use std::{collections::HashMap, sync::Arc};

use insight::{
    log::EventLog,
    order::{Order, Page as Part},
    select::Selection,
};
use model::{
    Deal, Outcome,
    deal::field,
    ids::{DealId, ProcessId},
    process::VERSION_FIELD,
};
use uuid::Uuid;

use super::{Totals, order::Sorted};
use crate::{processes::Processes, routes::process::moving::deal_of};

/// Which part of a column.
#[derive(Debug, Clone)]
pub struct Page {
    /// In what order.
    pub order: Order,
    /// Where the last page ended; the first ones without.
    pub after: Option<String>,
    /// How many deals.
    pub limit: usize,
}

/// The order by which columns are kept: those longest in the stage first.
pub fn by_age() -> Order {
    Order { by: "age".to_owned(), descending: true }
}

/// A column with what is selected of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// Id of the stage; the stage's name in the data without a process.
    pub stage_id: String,
    /// Its name, and the name by which the data knows it: for what the process does not have.
    pub name: String,
    /// See there.
    pub observed: String,
    /// Deals in it.
    pub count: usize,
    /// Their values.
    pub totals: Totals,
    /// The deals of the page, and by which version of the process each goes.
    pub shown: Vec<(u32, i64)>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Filled {
    /// A column without deals.
    pub fn none(stage_id: &str) -> Self {
        let name = stage_id.to_owned();
        let (observed, totals) = (name.clone(), Totals::default());
        Self { stage_id: name.clone(), name, observed, count: 0, totals, shown: Vec::new(), next: None }
    }
}

/// Deals of one process in one stage.
#[derive(Debug)]
struct Column {
    process: Option<ProcessId>,
    stage_id: String,
    name: String,
    observed: String,
    /// By age.
    deals: Sorted,
    totals: Totals,
}

/// Deals of one owner, by age.
#[derive(Debug, Default)]
struct Owned {
    name: String,
    deals: Sorted,
}

/// Where an open deal is kept.
#[derive(Debug, Clone, Copy)]
struct Place {
    age: i64,
    value: Option<i64>,
    column: u32,
    version: i64,
    owner: u32,
    currency: u32,
}

/// Open deals as some processes sort them.
#[derive(Debug, Default)]
pub struct OpenDeals {
    processes: Arc<Processes>,
    columns: Vec<Column>,
    by_stage: HashMap<(Option<ProcessId>, String), u32>,
    /// The columns of stages as the data names them, by process and version.
    known: HashMap<(Option<ProcessId>, i64, String), u32>,
    places: HashMap<u32, Place>,
    owners: Vec<Owned>,
    by_owner: HashMap<String, u32>,
    currencies: Vec<(String, usize)>,
}

impl OpenDeals {
    /// The open deals of a log.
    pub fn of(log: &EventLog, processes: Arc<Processes>) -> Self {
        let mut open = Self { processes, ..Self::default() };
        log.all().for_each(|deal| open.add(log, deal));
        open
    }

    /// By which processes they are sorted.
    pub fn processes(&self) -> &Arc<Processes> {
        &self.processes
    }

    /// Adds a deal, if it is open.
    pub fn add(&mut self, log: &EventLog, deal: u32) {
        if log.outcome(deal) != Outcome::Open {
            return;
        }
        let (column, version) = self.column_of(log, deal);
        let owner = self.owner(log.owner(deal).unwrap_or_default());
        let currency = self.currency_place(log.currency(deal).unwrap_or_default());
        let (age, value) = (by_age().place(log, deal), log.value_minor(deal));
        let place = Place { age, value, column, version, owner, currency };
        self.places.insert(deal, place);
        let column = &mut self.columns[column as usize];
        column.deals.add(age, deal);
        column.totals.add(log, deal);
        self.owners[owner as usize].deals.add(age, deal);
        self.currencies[currency as usize].1 += 1;
    }

    /// Takes a deal out, if it is in.
    pub fn take(&mut self, deal: u32) {
        let Some(place) = self.places.remove(&deal) else { return };
        let column = &mut self.columns[place.column as usize];
        column.deals.take(place.age, deal);
        if let Some(minor) = place.value {
            column.totals.take(minor, &self.currencies[place.currency as usize].0);
        }
        self.owners[place.owner as usize].deals.take(place.age, deal);
        self.currencies[place.currency as usize].1 -= 1;
    }

    /// The column of a deal, and the version of its process that it goes by.
    fn column_of(&mut self, log: &EventLog, deal: u32) -> (u32, i64) {
        let observed = log.stage(deal).unwrap_or_default();
        let processes = Arc::clone(&self.processes);
        let state = (!processes.is_empty()).then(|| decisive(log, deal, &processes));
        let active = state.as_ref().and_then(|state| processes.of_deal(state));
        let (process, version) = state
            .as_ref()
            .zip(active)
            .map_or((None, 0), |(state, active)| (Some(active.saved.process), active.of_deal(state).1));
        let key = (process, version, observed.to_owned());
        if let Some(column) = self.known.get(&key) {
            return (*column, version);
        }
        let here = active.and_then(|active| active.version(version).stage_of(observed));
        let stage_id = here.map_or(observed, |stage| stage.id.as_str());
        let name = here.map_or(if observed.is_empty() { "No stage" } else { observed }, |stage| stage.name.as_str());
        let column = *self.by_stage.entry((process, stage_id.to_owned())).or_insert_with(|| {
            self.columns.push(Column {
                process,
                stage_id: stage_id.to_owned(),
                name: name.to_owned(),
                observed: observed.to_owned(),
                deals: Sorted::default(),
                totals: Totals::default(),
            });
            (self.columns.len() - 1) as u32
        });
        self.known.insert(key, column);
        (column, version)
    }

    fn owner(&mut self, name: &str) -> u32 {
        if let Some(owner) = self.by_owner.get(name) {
            return *owner;
        }
        self.owners.push(Owned { name: name.to_owned(), deals: Sorted::default() });
        let owner = (self.owners.len() - 1) as u32;
        self.by_owner.insert(name.to_owned(), owner);
        owner
    }

    fn currency_place(&mut self, currency: &str) -> u32 {
        let place = self.currencies.iter().position(|(known, _)| known == currency);
        place.unwrap_or_else(|| {
            self.currencies.push((currency.to_owned(), 0));
            self.currencies.len() - 1
        }) as u32
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The currency of most of them; empty where none has one.
    pub fn currency(&self) -> &str {
        let named = self.currencies.iter().filter(|(currency, deals)| !currency.is_empty() && *deals > 0);
        named.max_by_key(|(_, deals)| *deals).map_or("", |(currency, _)| currency)
    }

    /// The stages that any of them is in, by id.
    pub fn stages(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter(|column| !column.deals.is_empty()).map(|column| column.stage_id.as_str())
    }

    /// Who owns any, by name.
    pub fn owners(&self) -> Vec<String> {
        let some = self.owners.iter().filter(|owner| !owner.name.is_empty() && !owner.deals.is_empty());
        let mut names: Vec<String> = some.map(|owner| owner.name.clone()).collect();
        names.sort_unstable();
        names
    }

    /// How many an owner has, and the first of them by age; those of all without an owner.
    pub fn oldest(&self, owner: Option<&str>, limit: usize) -> (usize, Vec<u32>) {
        let theirs = |name: &str| owner.is_some_and(|owner| name.trim().eq_ignore_ascii_case(owner.trim()));
        let sets: Vec<&Sorted> = match owner {
            Some(_) => self.owners.iter().filter(|o| theirs(&o.name)).map(|o| &o.deals).collect(),
            None => self.columns.iter().map(|column| &column.deals).collect(),
        };
        let count = sets.iter().map(|deals| deals.len()).sum();
        let mut first: Vec<(i64, u32)> = sets.iter().flat_map(|deals| deals.placed().take(limit)).collect();
        first.sort_unstable();
        (count, first.into_iter().take(limit).map(|(_, deal)| deal).collect())
    }

    /// Deals that may meet a selection: those of its owners or of a column, whichever is less, else all.
    pub(super) fn candidates(&self, selection: &Selection, column: Option<usize>) -> Vec<u32> {
        let owned: Option<Vec<&Sorted>> = selection.fields.get(field::OWNER).map(|names| {
            let mut owners: Vec<u32> = names.iter().filter_map(|name| self.by_owner.get(name)).copied().collect();
            owners.sort_unstable();
            owners.dedup();
            owners.into_iter().map(|owner| &self.owners[owner as usize].deals).collect()
        });
        let own = column.map(|column| &self.columns[column].deals);
        let deals = |sets: Vec<&Sorted>| sets.into_iter().flat_map(Sorted::deals).collect();
        match (owned, own) {
            (Some(owned), Some(own)) if own.len() < owned.iter().map(|deals| deals.len()).sum() => deals(vec![own]),
            (Some(owned), _) => deals(owned),
            (None, Some(own)) => deals(vec![own]),
            (None, None) => self.places.keys().copied().collect(),
        }
    }

    /// See [`super::Held::columns`].
    pub(super) fn filled(
        &self,
        log: &EventLog,
        process: Option<ProcessId>,
        stage: Option<&str>,
        selection: &Selection,
        page: &Page,
    ) -> Option<Vec<Filled>> {
        let asked = |(_, column): &(usize, &Column)| {
            column.process == process && stage.is_none_or(|stage| stage == column.stage_id)
        };
        let columns: Vec<usize> = self.columns.iter().enumerate().filter(asked).map(|(at, _)| at).collect();
        let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() };
        if *selection == open {
            return columns.into_iter().map(|at| self.whole(log, at, page)).collect();
        }
        let only = if let (Some(_), [column]) = (stage, &columns[..]) { Some(*column) } else { None };
        let mut of: HashMap<usize, Vec<u32>> = HashMap::new();
        for deal in selection.among(log, self.candidates(selection, only)) {
            if let Some(place) = self.places.get(&deal) {
                of.entry(place.column as usize).or_default().push(deal);
            }
        }
        let filled = |at: usize| {
            let deals = of.remove(&at).unwrap_or_default();
            let part = page.order.page(log, &deals, page.after.as_deref(), page.limit)?;
            Some(self.part(at, deals.len(), Totals::of(log, deals.into_iter()), part))
        };
        columns.into_iter().map(filled).collect()
    }

    /// A column of which nothing is left out.
    fn whole(&self, log: &EventLog, at: usize, page: &Page) -> Option<Filled> {
        let Column { deals, totals, .. } = &self.columns[at];
        let after = page.after.as_deref();
        let part = if page.order == by_age() {
            deals.page(log, &page.order, after, page.limit)?
        } else {
            page.order.page(log, &deals.deals().collect::<Vec<_>>(), after, page.limit)?
        };
        Some(self.part(at, deals.len(), totals.clone(), part))
    }

    fn part(&self, at: usize, count: usize, totals: Totals, part: Part) -> Filled {
        let version = |deal: u32| self.places.get(&deal).map_or(0, |place| place.version);
        let Column { stage_id, name, observed, .. } = &self.columns[at];
        Filled {
            stage_id: stage_id.clone(),
            name: name.clone(),
            observed: observed.clone(),
            count,
            totals,
            shown: part.deals.into_iter().map(|deal| (deal, version(deal))).collect(),
            next: part.next,
        }
    }
}

/// What decides by which process a deal goes, and by which version.
fn decisive(log: &EventLog, deal: u32, processes: &Processes) -> Deal {
    if processes.iter().count() > 1 {
        return deal_of(log, deal);
    }
    let mut state = Deal::new(DealId(Uuid::nil()), "");
    state.created = log.created(deal);
    if let Some(version) = log.field(deal, VERSION_FIELD) {
        state.attributes.insert(VERSION_FIELD.to_owned(), version.to_owned());
    }
    state
}
