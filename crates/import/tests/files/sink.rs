//! A sink that keeps what it is given, and short ways to read files in tests.

use std::{collections::BTreeMap, convert::Infallible};

use import::{ImportError, Plan, ReadError, Reject, Report, Rows, Source};
use model::{
    Outcome, Side, Timestamp,
    fact::{DealFact, EventFact, FactSink, LookupFact},
};

#[derive(Debug, Clone)]
pub struct Deal {
    pub key: String,
    pub fields: BTreeMap<String, String>,
    pub created: Option<Timestamp>,
    pub closed: Option<Timestamp>,
    pub outcome: Option<Outcome>,
    pub stage: Option<String>,
    pub modified: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub struct Event {
    pub deal: String,
    pub at: Option<Timestamp>,
    pub kind: String,
    pub activity: String,
    pub stage: Option<String>,
    pub side: Side,
    pub actor: Option<String>,
    pub attributes: BTreeMap<String, String>,
    pub key: Option<String>,
}

#[derive(Debug, Default)]
pub struct Kept {
    pub deals: Vec<Deal>,
    pub events: Vec<Event>,
    pub lookups: Vec<(String, String, BTreeMap<String, String>)>,
    pub rejects: Vec<Reject>,
}

fn owned(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    let map: BTreeMap<String, String> = fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(map.len(), fields.len(), "a name twice: {fields:?}");
    assert!(fields.iter().all(|(_, value)| !value.is_empty()), "an empty value: {fields:?}");
    map
}

impl FactSink for Kept {
    type Error = Infallible;

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), Infallible> {
        self.deals.push(Deal {
            key: fact.key.to_owned(),
            fields: owned(fact.fields),
            created: fact.created,
            closed: fact.closed,
            outcome: fact.outcome,
            stage: fact.stage.map(str::to_owned),
            modified: fact.modified,
        });
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), Infallible> {
        self.events.push(Event {
            deal: fact.deal.to_owned(),
            at: fact.at,
            kind: fact.kind.to_owned(),
            activity: fact.activity.to_owned(),
            stage: fact.stage.map(str::to_owned),
            side: fact.side,
            actor: fact.actor.map(str::to_owned),
            attributes: owned(fact.attributes),
            key: fact.key.map(str::to_owned),
        });
        Ok(())
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), Infallible> {
        self.lookups.push((fact.of.to_owned(), fact.key.to_owned(), owned(fact.fields)));
        Ok(())
    }
}

impl Kept {
    pub fn deal(&self, key: &str) -> &Deal {
        self.deals.iter().find(|d| d.key == key).unwrap()
    }

    pub fn of(&self, deal: &str) -> Vec<&Event> {
        self.events.iter().filter(|e| e.deal == deal).collect()
    }

    pub fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for event in &self.events {
            *counts.entry(event.activity.clone()).or_insert(0) += 1;
        }
        counts
    }

    pub fn outcomes(&self, outcome: Outcome) -> usize {
        self.deals.iter().filter(|d| d.outcome == Some(outcome)).count()
    }

    pub fn kinds(&self, kind: &str) -> usize {
        self.events.iter().filter(|e| e.kind == kind).count()
    }
}

/// Files of the shared data.
pub fn shared(names: &[&str]) -> Vec<Source> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/");
    let source = |name: &&str| Source::new(name.rsplit('/').next().unwrap_or(name), format!("{data}{name}"));
    names.iter().map(source).collect()
}

pub fn truth(name: &str) -> serde_json::Value {
    let path = &shared(&[name])[0].path;
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Files written for a test; they live as long as the folder.
pub struct Written {
    _folder: tempfile::TempDir,
    pub sources: Vec<Source>,
}

pub fn written(files: &[(&str, &[u8])]) -> Written {
    let folder = tempfile::tempdir().unwrap();
    let source = |(name, bytes): &(&str, &[u8])| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Source::new(*name, path)
    };
    let sources = files.iter().map(source).collect();
    Written { _folder: folder, sources }
}

pub fn read(plan: &Plan, sources: &[Source]) -> Result<(Kept, Report), ImportError> {
    let mut kept = Kept::default();
    let mut rejects = Vec::new();
    let mut last = None;
    let report = import::read(
        plan,
        sources,
        &mut kept,
        &mut |progress| {
            assert!(progress.done <= progress.total);
            last = Some(progress);
            true
        },
        &mut |reject| rejects.push(reject),
    );
    let report = report.map_err(|error| match error {
        ReadError::Import(error) => error,
        other => unreachable!("{other}"),
    })?;
    let last = last.unwrap();
    assert_eq!(last.done, last.total);
    assert_eq!(last.rows, report.rows.read);
    let Rows { read, imported, rejected, duplicates, left_out } = report.rows;
    assert_eq!(read, imported + rejected + duplicates + left_out);
    kept.rejects = rejects;
    Ok((kept, report))
}

pub fn all(sources: &[Source]) -> (Plan, Kept, Report) {
    let plan = import::recognise(sources).unwrap();
    let (kept, report) = read(&plan, sources).unwrap();
    (plan, kept, report)
}

/// One written file, read as it is recognised.
pub fn one(name: &str, text: &str) -> (Plan, Kept, Report) {
    all(&written(&[(name, text.as_bytes())]).sources)
}
