//! Histories of fields: what changed, from what to what, when. And stage histories that say a deal's value each time.

use std::borrow::Cow;

use jiff::Timestamp;
use model::{
    deal::field,
    event::{Side, kind},
    fact::{EventFact, FactSink},
};
use rustc_hash::FxHashMap;

use super::{
    Fault, Left, Outcome, Run,
    activities::Columns,
    activity::closing_kind,
    cells::{self, cell},
    links::Linked,
    lookups::Joined,
};
use crate::{
    error::ReadError,
    guess::without_pipeline,
    ids, number,
    plan::{FilePlan, FileRole, Meaning},
    profile::hash,
    words,
};

/// What a field of a CRM is to a deal.
#[derive(Debug, PartialEq, Eq)]
enum Changed<'c> {
    Stage,
    Outcome,
    Owner,
    Value,
    Creation,
    Other(&'c str),
}

impl<'c> Changed<'c> {
    fn of(field: &'c str) -> Self {
        match words::letters(field).as_str() {
            "stagename" | "stage" | "stageid" | "dealstage" | "salesstage" | "phase" | "stufe" | "vertriebsphase"
            | "dealphase" | "opportunitystage" => Self::Stage,
            "status" | "dealstatus" | "outcome" | "iswon" => Self::Outcome,
            "owner" | "ownerid" | "dealowner" | "opportunityowner" | "hubspotownerid" | "userid" | "user"
            | "besitzer" | "inhaber" | "dealbesitzer" | "verantwortlicher" => Self::Owner,
            "amount" | "value" | "dealvalue" | "wert" | "betrag" | "dealwert" | "dealamount" => Self::Value,
            "created" | "addtime" | "opportunitycreatedfromlead" | "createdate" => Self::Creation,
            _ => Self::Other(field),
        }
    }
}

/// The first change of a deal's stage, and the stage before it.
struct First {
    deal: String,
    at: Timestamp,
    before: String,
}

/// A row, as far as it is read already.
struct Change<'c> {
    deal: &'c str,
    at: Timestamp,
    actor: Option<&'c str>,
    key: Option<&'c str>,
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a file with one row a change of a field.
    pub fn field_history(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let place = |meaning: Meaning| file.columns.iter().position(|c| c.meaning == meaning);
        let (Some(columns), Some(new)) = (Columns::new(file), place(Meaning::NewValue)) else { return Ok(()) };
        let (what, old, actor) = (place(Meaning::Field), place(Meaning::OldValue), place(Meaning::Actor));
        let before = self.memory.deals_with_stages();
        let mut joins = self.lookups.of(self.plan, at);
        let mut first: FxHashMap<u64, First> = FxHashMap::default();
        self.rows(at, file, &mut |run, _, cells| {
            let time = match columns.time(cells, &run.zone) {
                Ok(time) => time,
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            let deals = match run.linked(columns.says(cells, time)) {
                Linked::Named(deals) => deals,
                _ => return Ok(Outcome::LeftOut(Left::NoDeal)),
            };
            let (to, from) = (cell(cells, new), old.map_or("", |at| cell(cells, at)));
            let changed = Changed::of(what.map_or("stage", |at| cell(cells, at)));
            let mut outcome = Outcome::LeftOut(Left::ToldElsewhere);
            for deal in &deals {
                if changed == Changed::Stage && before.contains(&hash(deal)) {
                    continue;
                }
                if changed == Changed::Stage && !from.is_empty() {
                    let now = || First { deal: deal.clone(), at: time, before: without_pipeline(from).to_owned() };
                    let earliest = first.entry(hash(deal)).or_insert_with(now);
                    if time < earliest.at {
                        *earliest = now();
                    }
                }
                let actor = actor.map(|at| cell(cells, at)).filter(|t| !t.is_empty());
                let change = Change { deal, at: time, actor, key: columns.key(cells) };
                let decimal = file.columns[new].decimal;
                outcome = run.change(&change, &changed, to, decimal, &mut joins)?;
            }
            Ok(outcome)
        })?;
        self.begin_in(first)
    }

    fn change(
        &mut self,
        change: &Change<'_>,
        changed: &Changed<'_>,
        to: &str,
        decimal: Option<char>,
        joins: &mut [Joined],
    ) -> Result<Outcome, ReadError<S::Error>> {
        let to = if matches!(changed, Changed::Stage) { without_pipeline(to) } else { to };
        if to.is_empty() || *changed == Changed::Creation {
            return Ok(Outcome::LeftOut(Left::ToldElsewhere));
        }
        let closing = self.plan.closings.closing(to).filter(|_| matches!(changed, Changed::Stage | Changed::Outcome));
        if let Some(outcome) = closing {
            self.memory.closes(hash(change.deal), outcome, change.at);
            self.changes(change, (closing_kind(outcome), to, None), &[], joins)?;
            return Ok(Outcome::Taken);
        }
        match changed {
            Changed::Stage => {
                self.memory.enters(hash(change.deal), change.at);
                self.changes(change, (kind::STAGE, to, Some(to)), &[], joins)?;
            }
            // open again: the stage that it enters is told by another row
            Changed::Outcome if self.plan.closings.outcome(to).is_some() => {
                return Ok(Outcome::LeftOut(Left::ToldElsewhere));
            }
            Changed::Owner => {
                let named = joins.iter_mut().find_map(|j| self.lookups.name(j, to).map(str::to_owned));
                // a change of owner is told twice: once with ids
                if named.is_none() && ids::is_bare(to) {
                    return Ok(Outcome::LeftOut(Left::ToldElsewhere));
                }
                let name = named.unwrap_or_else(|| to.to_owned());
                if !self.owners.insert((hash(change.deal), change.at, hash(&name))) {
                    return Ok(Outcome::LeftOut(Left::ToldElsewhere));
                }
                self.changes(change, (kind::CHANGED, "Changed", None), &[(field::OWNER, &name)], joins)?;
            }
            Changed::Value => {
                let Some(value) = number::decimal(to, decimal.unwrap_or('.')) else {
                    let reason = format!("{to:?} is no number; correct the cell");
                    return Ok(Outcome::Rejected(Fault::new("", to, reason)));
                };
                self.changes(change, (kind::CHANGED, "Changed", None), &[(field::VALUE, &value)], joins)?;
            }
            Changed::Other(name) => {
                self.changes(change, (kind::CHANGED, "Changed", None), &[(name, to)], joins)?;
            }
            Changed::Outcome => {
                self.changes(change, (kind::CHANGED, "Changed", None), &[("status", to)], joins)?;
            }
            Changed::Creation => {}
        }
        Ok(Outcome::Taken)
    }

    fn changes(
        &mut self,
        change: &Change<'_>,
        (kind, activity, stage): (&str, &str, Option<&str>),
        attributes: &[(&str, &str)],
        joins: &mut [Joined],
    ) -> Result<(), ReadError<S::Error>> {
        let called =
            change.actor.and_then(|text| joins.iter_mut().find_map(|j| self.lookups.name(j, text).map(str::to_owned)));
        let fact = EventFact {
            deal: change.deal,
            at: Some(change.at),
            kind,
            activity,
            stage,
            side: Side::Unknown,
            actor: called.as_deref().or(change.actor),
            attributes,
            key: change.key,
        };
        self.sink.event(fact).map_err(ReadError::Sink)
    }

    /// The stage that a deal was created in: the one that its first change left.
    fn begin_in(&mut self, first: FxHashMap<u64, First>) -> Result<(), ReadError<S::Error>> {
        let mut all: Vec<First> = first.into_values().collect();
        all.sort_by(|a, b| (a.at, &a.deal).cmp(&(b.at, &b.deal)));
        for one in all.iter().filter(|one| self.plan.closings.closing(&one.before).is_none()) {
            let fact = EventFact {
                deal: &one.deal,
                at: self.links.created(&one.deal).filter(|created| *created <= one.at),
                kind: kind::STAGE,
                activity: &one.before,
                stage: Some(&one.before),
                side: Side::Unknown,
                actor: None,
                attributes: &[],
                key: None,
            };
            self.sink.event(fact).map_err(ReadError::Sink)?;
        }
        Ok(())
    }
}

/// True for a stage history that has a row for every change of value or date of closing as well.
pub fn is_snapshots(file: &FilePlan) -> bool {
    let has = |meaning: Meaning| file.columns.iter().any(|c| c.meaning == meaning);
    file.role == FileRole::Events
        && has(Meaning::Stage)
        && !has(Meaning::Activity)
        && !has(Meaning::EventKind)
        && (has(Meaning::Value) || has(Meaning::Closed))
}

/// A row of a stage history.
struct Snapshot {
    at: Timestamp,
    stage: String,
    value: Option<String>,
    actor: String,
    key: Option<String>,
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a stage history whose rows say the stage and the value, whichever of them changed.
    pub fn snapshots(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let place = |meaning: Meaning| file.columns.iter().position(|c| c.meaning == meaning);
        let (Some(columns), Some(stage)) = (Columns::new(file), place(Meaning::Stage)) else { return Ok(()) };
        let (value, actor) = (place(Meaning::Value), place(Meaning::Actor));
        let mut of: FxHashMap<String, usize> = FxHashMap::default();
        let mut all: Vec<(String, Vec<Snapshot>)> = Vec::new();
        self.rows(at, file, &mut |run, _, cells| {
            match snapshot(run, &columns, cells, (stage, value, actor)) {
                Err(fault) => return Ok(Outcome::Rejected(fault)),
                Ok((Linked::Named(deals), found)) => {
                    let Some(deal) = deals.into_iter().next() else { return Ok(Outcome::LeftOut(Left::NoDeal)) };
                    let nth = *of.entry(deal.clone()).or_insert(all.len());
                    if nth == all.len() {
                        all.push((deal, Vec::new()));
                    }
                    all[nth].1.push(found);
                }
                Ok(_) => return Ok(Outcome::LeftOut(Left::NoDeal)),
            }
            Ok(Outcome::Taken)
        })?;
        let mut joins = self.lookups.of(self.plan, at);
        for (deal, mut rows) in all {
            rows.sort_by_key(|row| row.at);
            self.tell_snapshots(&deal, &rows, &mut joins)?;
        }
        Ok(())
    }

    fn tell_snapshots(
        &mut self,
        deal: &str,
        rows: &[Snapshot],
        joins: &mut [Joined],
    ) -> Result<(), ReadError<S::Error>> {
        for (nth, row) in rows.iter().enumerate() {
            let before = nth.checked_sub(1).map(|at| &rows[at]);
            let actor = (!row.actor.is_empty()).then_some(row.actor.as_str());
            let change = Change { deal, at: row.at, actor, key: row.key.as_deref() };
            if before.is_none_or(|b| b.stage != row.stage) {
                self.change(&change, &Changed::Stage, &row.stage, None, joins)?;
            }
            let value = row.value.as_deref().filter(|_| before.is_some_and(|b| b.value != row.value));
            if let Some(value) = value {
                let key = row.key.as_ref().map(|key| format!("{key} value"));
                let change = Change { key: key.as_deref(), ..change };
                self.change(&change, &Changed::Value, value, None, joins)?;
            }
        }
        Ok(())
    }
}

fn snapshot<S: FactSink>(
    run: &Run<'_, S>,
    columns: &Columns<'_>,
    cells: &[Cow<'_, str>],
    (stage, value, actor): (usize, Option<usize>, Option<usize>),
) -> Result<(Linked, Snapshot), Fault> {
    let at = columns.time(cells, &run.zone)?;
    let text = without_pipeline(cell(cells, stage));
    if text.is_empty() {
        return Err(Fault::new(&columns.file.columns[stage].name, "", "the row does not say which stage; fill it in"));
    }
    let value = value.map(|at| cells::number(cell(cells, at), &columns.file.columns[at])).transpose()?.flatten();
    let found = Snapshot {
        at,
        stage: text.to_owned(),
        value: value.map(Cow::into_owned),
        actor: actor.map_or("", |at| cell(cells, at)).to_owned(),
        key: columns.key(cells).map(str::to_owned),
    };
    Ok((run.linked(columns.says(cells, at)), found))
}
