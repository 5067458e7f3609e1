//! Lookup files, kept in memory while the deals that name their rows are read.

use model::{
    deal::field,
    fact::{FactSink, LookupFact},
};
use rustc_hash::FxHashMap;

use super::{Fault, Left, Outcome, Run, cells::cell};
use crate::{
    error::ReadError,
    ids,
    join::Nearness,
    plan::{FilePlan, Meaning},
};

/// A lookup file's rows.
#[derive(Debug, Default)]
pub struct Lookup {
    /// Names under which a deal gets its columns.
    names: Vec<String>,
    rows: FxHashMap<String, Row>,
}

/// A row of a lookup file.
#[derive(Debug, Default, PartialEq, Eq)]
struct Row {
    fields: Vec<(u16, String)>,
    /// What people call it, where the key is an id.
    name: Option<String>,
}

/// All lookup files by index, and what the columns of deals resolve to.
#[derive(Debug, Default)]
pub struct Lookups {
    by_file: FxHashMap<usize, Lookup>,
}

/// A column of deals with the rows it names.
#[derive(Debug)]
pub struct Joined {
    /// The column's place.
    pub column: usize,
    file: usize,
    /// Accepted near matches and those found while reading: value to key.
    near: FxHashMap<String, Option<String>>,
}

impl Lookups {
    /// The joins of a file of deals.
    pub fn of(&self, plan: &crate::Plan, file: usize) -> Vec<Joined> {
        let joins = plan.joins.iter().filter(|j| j.from == file && self.by_file.contains_key(&j.to));
        let joined = joins.filter_map(|join| {
            let column = plan.files[file].columns.iter().position(|c| c.name == join.column)?;
            let known = join.near.iter().map(|n| (n.value.clone(), n.key.clone().filter(|_| n.accepted)));
            Some(Joined { column, file: join.to, near: known.collect() })
        });
        joined.collect()
    }

    /// Adds the columns of the row that `value` names to `fields`.
    pub fn add<'f>(&'f self, joined: &mut Joined, value: &str, fields: &mut Vec<(&'f str, &'f str)>) {
        let Some(lookup) = self.by_file.get(&joined.file) else { return };
        for (name, value) in self.row(joined, value).into_iter().flat_map(|row| &row.fields) {
            fields.push((&lookup.names[usize::from(*name)], value));
        }
    }

    /// What people call the row that `value` names; nothing if the file does not say or has no such row.
    pub fn name(&self, joined: &mut Joined, value: &str) -> Option<&str> {
        self.row(joined, value)?.name.as_deref()
    }

    /// The row that `value` names; of several ids in a cell the first.
    fn row(&self, joined: &mut Joined, value: &str) -> Option<&Row> {
        let lookup = self.by_file.get(&joined.file)?;
        if let Some(row) = lookup.rows.get(ids::record(value)) {
            return Some(row);
        }
        let value = ids::several(value).next()?;
        if let Some(row) = lookup.rows.get(ids::record(value)) {
            return Some(row);
        }
        if !joined.near.contains_key(value) {
            let found = Nearness::new(lookup.rows.keys().map(String::as_str)).of(value);
            let key = found.filter(|(_, sure)| *sure).map(|(key, _)| key.to_owned());
            joined.near.insert(value.to_owned(), key);
        }
        joined.near.get(value).and_then(Option::as_ref).and_then(|key| lookup.rows.get(key))
    }
}

/// The field of the deal that a column is.
pub fn field_of(meaning: &Meaning) -> Option<&str> {
    match meaning {
        Meaning::Name => Some(field::NAME),
        Meaning::Account => Some(field::ACCOUNT),
        Meaning::Owner => Some(field::OWNER),
        Meaning::Team => Some(field::TEAM),
        Meaning::Product => Some(field::PRODUCT),
        Meaning::Value => Some(field::VALUE),
        Meaning::Currency => Some(field::CURRENCY),
        Meaning::Attribute { name } => Some(name),
        _ => None,
    }
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a lookup file and tells the sink of its rows.
    pub fn lookup_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let plan = self.plan;
        let Some(key) = file.columns.iter().position(|c| c.meaning == Meaning::Key) else { return Ok(()) };
        let named_by = plan.joins.iter().filter(|j| j.to == at).filter_map(|join| {
            let column = plan.files[join.from].columns.iter().find(|c| c.name == join.column)?;
            field_of(&column.meaning)
        });
        let of: Vec<&str> = named_by.collect();
        let uses = uses(file);
        let names: Vec<String> = uses.iter().map(|(_, name)| name.clone()).collect();
        let mut lookup = Lookup { names, rows: FxHashMap::default() };
        let called = |meaning: Meaning| file.columns.iter().position(|c| c.meaning == meaning);
        let (name_at, first_at, last_at) =
            (called(Meaning::Name), called(Meaning::FirstName), called(Meaning::LastName));
        let partial = crate::join::is_partial_key(&file.columns[key].name);
        self.rows(at, file, &mut |run, line, cells| {
            let name = ids::record(cell(cells, key));
            if name.is_empty() && partial {
                return Ok(Outcome::LeftOut(Left::Unnamed));
            }
            if name.is_empty() {
                return Ok(Outcome::Rejected(Fault::new(
                    &file.columns[key].name,
                    "",
                    "the key of the row is empty; fill it in",
                )));
            }
            let text = |at: Option<usize>| at.map_or("", |at| cell(cells, at));
            let full = [text(first_at), text(last_at)].join(" ");
            let called = [text(name_at), full.trim()].into_iter().find(|t| !t.is_empty()).map(str::to_owned);
            let fields: Vec<(u16, String)> = uses
                .iter()
                .enumerate()
                .map(|(nth, (column, _))| (nth as u16, cell(cells, *column).to_owned()))
                .filter(|(_, value)| !value.is_empty())
                .collect();
            let row = Row { fields, name: called };
            if let Some(before) = lookup.rows.get(name) {
                if *before == row {
                    return Ok(Outcome::Duplicate);
                }
                let reason =
                    format!("another row with this key has other values; remove one of them (line {line} is left out)");
                return Ok(Outcome::Rejected(Fault::new(&file.columns[key].name, name, reason)));
            }
            let fields: Vec<(&str, &str)> = row
                .fields
                .iter()
                .map(|(nth, value)| (lookup.names[usize::from(*nth)].as_str(), value.as_str()))
                .collect();
            for of in &of {
                let key = row.name.as_deref().unwrap_or(name);
                run.sink.lookup(LookupFact { of, key, fields: &fields }).map_err(ReadError::Sink)?;
            }
            lookup.rows.insert(name.to_owned(), row);
            Ok(Outcome::Taken)
        })?;
        self.lookups.by_file.insert(at, lookup);
        Ok(())
    }
}

/// Columns with the names they get; what is the team is kept under its own name as well.
fn uses(file: &FilePlan) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    for (at, column) in file.columns.iter().enumerate() {
        let Some(field) = field_of(&column.meaning).filter(|_| column.meaning != Meaning::Name) else { continue };
        uses.push((at, field.to_owned()));
        if column.meaning == Meaning::Team && !column.name.eq_ignore_ascii_case(field::TEAM) {
            uses.push((at, column.name.clone()));
        }
    }
    uses
}
