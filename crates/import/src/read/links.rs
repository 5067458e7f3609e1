//! Which deals exist, and to which of them a name, a person or a company leads.

use jiff::Timestamp;
use model::{Outcome as Stand, fact::FactSink};
use rustc_hash::FxHashMap;

use super::{Run, cells::cell, deals, people::token};
use crate::{
    error::ReadError,
    ids,
    plan::{FilePlan, FileRole, Meaning},
    profile::hash,
    table::{Record, records},
    words,
};

/// The deals of the files, as far as other files must find them.
#[derive(Debug, Default)]
pub struct Links {
    deals: Vec<Life>,
    by_key: FxHashMap<u64, u32>,
    /// By name; nothing where two share one.
    by_name: FxHashMap<u64, Option<u32>>,
    of_person: FxHashMap<u64, Vec<u32>>,
    of_account: FxHashMap<u64, Vec<u32>>,
}

/// A deal from beginning to end.
#[derive(Debug)]
struct Life {
    key: String,
    created: Option<Timestamp>,
    closed: Option<Timestamp>,
    open: bool,
}

impl Life {
    /// True if it was open at this moment, or ended on that day.
    fn is_open(&self, at: Timestamp) -> bool {
        const DAY: i64 = 86_400;
        let begun = self.created.is_none_or(|c| c.as_second() / DAY <= at.as_second() / DAY);
        begun && (self.open || self.closed.is_some_and(|c| at.as_second() <= c.as_second() + DAY))
    }
}

/// The deals that a row of activities is about.
#[derive(Debug, PartialEq, Eq)]
pub enum Linked {
    /// Those that it names.
    Named(Vec<String>),
    /// The only one that was open then, of its person or company.
    Only(String),
    /// It names none, and its person or company had none that was open then.
    Nothing,
    /// Its person or company had several open ones then.
    Several,
}

/// What a row says of the deal that it is about.
#[derive(Debug, Clone, Copy)]
pub struct Says<'c> {
    /// The cell with ids or names of deals.
    pub deals: &'c str,
    /// True if that column may name other things than deals.
    pub mixed: bool,
    /// The cell with people.
    pub people: &'c str,
    /// The cell with the company.
    pub account: &'c str,
    /// When it happened.
    pub at: Timestamp,
}

impl Links {
    /// The id of a deal by its id or its name; the text itself if no file of deals is there.
    pub fn key_of(&self, text: &str) -> Option<String> {
        let id = ids::record(text.trim());
        if self.deals.is_empty() {
            return Some(id.to_owned());
        }
        self.find(id).map(|at| self.deals[at as usize].key.clone())
    }

    /// When a deal was created.
    pub fn created(&self, deal: &str) -> Option<Timestamp> {
        self.by_key.get(&hash(deal)).and_then(|at| self.deals[*at as usize].created)
    }

    fn find(&self, id: &str) -> Option<u32> {
        let named = || self.by_name.get(&token(id)).copied().flatten();
        self.by_key.get(&hash(id)).copied().or_else(named)
    }
}

impl<S: FactSink> Run<'_, S> {
    /// The deals that a row is about.
    pub fn linked(&self, says: Says<'_>) -> Linked {
        let links = &self.links;
        let (mut named, mut other) = (Vec::new(), Vec::new());
        for part in ids::several(says.deals) {
            let id = ids::record(part);
            match links.find(id) {
                Some(at) => named.push(links.deals[at as usize].key.clone()),
                None if !says.mixed || id.starts_with("006") && ids::is_bare(id) => named.push(id.to_owned()),
                None => other.push(part),
            }
        }
        if !named.is_empty() {
            return Linked::Named(named);
        }
        let people: Vec<&str> = ids::several(says.people).collect();
        let of = |map: &FxHashMap<u64, Vec<u32>>, token: u64| map.get(&token).cloned().unwrap_or_default();
        let mut found: Vec<u32> = people.iter().flat_map(|who| of(&links.of_person, self.person_token(who))).collect();
        if found.is_empty() {
            let companies = people.iter().filter_map(|who| self.people.at(who)).map(|at| self.people.account(at));
            let all = companies.chain(ids::several(says.account)).chain(other);
            found = all.filter(|t| !t.is_empty()).flat_map(|t| of(&links.of_account, token(t))).collect();
        }
        found.retain(|at| links.deals[*at as usize].is_open(says.at));
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [] => Linked::Nothing,
            [one] => Linked::Only(links.deals[*one as usize].key.clone()),
            _ => Linked::Several,
        }
    }

    /// The same for the id, the name and the address of a person whom a file of people knows.
    fn person_token(&self, who: &str) -> u64 {
        self.people.at(who).map_or_else(|| token(who), |at| hash(&format!("person {at}")))
    }

    /// Looks through the files of deals, before the other files need to find them.
    pub fn link(&mut self) -> Result<(), ReadError<S::Error>> {
        let plan = self.plan;
        for (at, file) in plan.files.iter().enumerate().filter(|(_, f)| f.role == FileRole::Deals) {
            self.link_file(at, file)?;
        }
        let parts = self.people.parts();
        for (deal, who) in parts {
            if let Some(at) = self.links.find(ids::record(&deal)) {
                let token = self.person_token(&who);
                self.links.of_person.entry(token).or_default().push(at);
            }
        }
        Ok(())
    }

    fn link_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let columns = file.columns.iter().enumerate();
        let people: Vec<usize> =
            columns.clone().filter(|(_, c)| c.meaning == Meaning::Person).map(|(at, _)| at).collect();
        let accounts: Vec<usize> = columns
            .filter(|(_, c)| c.meaning == Meaning::Account || is_account(&words::plain(&c.name)))
            .map(|(at, _)| at)
            .collect();
        let name = file.columns.iter().position(|c| c.meaning == Meaning::Name);
        let mut joins = self.lookups.of(self.plan, at);
        let source = &self.sources[at];
        let mut header = true;
        records::<ReadError<S::Error>>(source, &file.format, &mut |_| Ok(()), &mut |record| {
            let Record::Cells(_, cells) = record else { return Ok(true) };
            if std::mem::take(&mut header) || cells.len() < file.columns.len() {
                return Ok(true);
            }
            let Ok(row) = deals::parse(file, cells, &self.plan.closings, &self.zone) else { return Ok(true) };
            let nth = self.links.deals.len() as u32;
            if self.links.by_key.contains_key(&hash(row.id)) {
                return Ok(true);
            }
            self.links.by_key.insert(hash(row.id), nth);
            let (created, closed) = (row.created.map(|m| m.at), row.closed.map(|m| m.at));
            let open = row.outcome.unwrap_or_default() == Stand::Open;
            self.links.deals.push(Life { key: row.id.to_owned(), created, closed, open });
            if let Some(name) = name.map(|at| cell(cells, at)).filter(|n| !n.is_empty()) {
                self.links.by_name.entry(token(name)).and_modify(|n| *n = None).or_insert(Some(nth));
            }
            for who in people.iter().flat_map(|at| ids::several(cell(cells, *at))) {
                self.people.on(row.id, who, "", None);
            }
            for account in &accounts {
                let value = cell(cells, *account);
                let called =
                    joins.iter_mut().filter(|j| j.column == *account).filter_map(|j| self.lookups.name(j, value));
                let tokens: Vec<u64> = called.map(token).chain([token(value)]).collect();
                for token in tokens.into_iter().filter(|_| !value.is_empty()) {
                    let of = self.links.of_account.entry(token).or_default();
                    if of.last() != Some(&nth) {
                        of.push(nth);
                    }
                }
            }
            Ok(true)
        })?;
        Ok(())
    }
}

/// True for columns of deals that name the company, beside the one that is shown.
fn is_account(name: &str) -> bool {
    matches!(
        name,
        "associated company"
            | "associated companies"
            | "associated company id"
            | "associated company ids"
            | "account id"
            | "account name"
            | "account name id"
            | "company id"
            | "organization id"
            | "organization"
            | "organisation"
    )
}
