//! Files with one row an event.

use std::borrow::Cow;

use jiff::Timestamp;
use model::{
    Outcome as Deal,
    deal::field,
    event::{Side, kind},
    fact::{DealFact, EventFact, FactSink},
};
use rustc_hash::FxHashMap;

use super::{
    Fault, Outcome, Run,
    activity::{Senses, closing_kind, is_stage_entry},
    cells::{self, cell},
    lookups::field_of,
};
use crate::{
    error::ReadError,
    plan::{ColumnPlan, FilePlan, FileRole, Meaning},
    profile::hash,
    table::Place,
    words,
};

/// Where the columns of a file of events are.
pub struct Columns<'p> {
    file: &'p FilePlan,
    deal: usize,
    time: usize,
    activity: Option<usize>,
    stage: Option<usize>,
    kind: Option<usize>,
    id: Option<usize>,
    side: Option<usize>,
    actor: Option<usize>,
    pub attributes: Vec<(usize, &'p str)>,
    /// How the deal ended.
    outcome: Option<usize>,
    /// Columns that speak of the deal.
    pub fields: Vec<(usize, &'p str)>,
    /// A file of deals follows: what rows say of the state of deals is remembered, what they say of fields is not.
    pub with_deals: bool,
}

impl<'p> Columns<'p> {
    /// Where the columns of the file are; `with_deals` if a file of deals speaks of the deals.
    pub fn new(file: &'p FilePlan, with_deals: bool) -> Result<Self, Fault> {
        let at = |meaning: Meaning| file.columns.iter().position(|c| c.meaning == meaning);
        let needed = |meaning| at(meaning).ok_or_else(|| Fault::new("", "", "no column has the deal's id or the time"));
        let of_event = |c: &ColumnPlan| matches!(c.meaning, Meaning::Attribute { .. }) && (with_deals || !c.of_deal);
        let named = |attribute: bool| {
            let columns = file.columns.iter().enumerate().filter(|(_, c)| of_event(c) == attribute);
            columns.filter_map(|(at, c)| field_of(&c.meaning).map(|name| (at, name))).collect()
        };
        Ok(Self {
            file,
            deal: needed(Meaning::DealId)?,
            time: needed(Meaning::Timestamp)?,
            activity: at(Meaning::Activity),
            stage: at(Meaning::Stage),
            kind: at(Meaning::EventKind),
            id: at(Meaning::EventId),
            side: at(Meaning::Side),
            actor: at(Meaning::Actor),
            outcome: at(Meaning::Outcome).filter(|_| !with_deals),
            attributes: named(true),
            fields: named(false),
            with_deals,
        })
    }

    fn name(&self, at: usize) -> &'p str {
        &self.file.columns[at].name
    }
}

impl<S: FactSink> Run<'_, S> {
    /// True if any file of the plan speaks of stages.
    pub fn has_stages(&self) -> bool {
        let stage = |m: &Meaning| matches!(m, Meaning::Stage | Meaning::StageEntered { .. });
        self.plan
            .files
            .iter()
            .filter(|f| f.role != FileRole::Ignored)
            .flat_map(|f| &f.columns)
            .any(|c| stage(&c.meaning) || c.enters.is_some())
    }

    /// True if a file of the plan has the deals.
    pub fn has_deals(&self) -> bool {
        self.plan.files.iter().any(|f| f.role == FileRole::Deals)
    }

    /// Reads a file of events.
    pub fn event_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let Ok(columns) = Columns::new(file, self.has_deals()) else { return Ok(()) };
        let from = match self.parted {
            Some(parted) if columns.outcome.is_none() => parted(self, at, file)?,
            _ => Some(Place::START),
        };
        let Some(from) = from else { return Ok(()) };
        let mut senses = Senses::new(&self.plan.closings, self.has_stages());
        let mut spare = Spare::default();
        let mut ends = Ends::default();
        self.rows_from(from, at, file, &mut |run, _, cells| {
            let row = match parse(&columns, cells, &mut senses, &run.zone) {
                Ok(row) => row,
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            if let Some(outcome) = columns.outcome {
                ends.tell(&row, cell(cells, outcome));
            }
            if columns.with_deals || columns.outcome.is_some() {
                run.remember(&row);
            }
            if !columns.with_deals && !columns.fields.is_empty() && run.memory.describe(hash(row.deal)) {
                describe(&columns, cells, row.deal, run.sink)?;
            }
            hand_on(&row, &columns.attributes, cells, run.sink, &mut spare)?;
            Ok(Outcome::Taken)
        })?;
        self.close(ends)
    }

    /// Closes deals of which no event says that they closed, with their last event.
    fn close(&mut self, ends: Ends) -> Result<(), ReadError<S::Error>> {
        let mut ends: Vec<(String, Timestamp, String)> =
            ends.0.into_iter().map(|(deal, (at, word))| (deal, at, word)).collect();
        ends.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        ends.iter().try_for_each(|(deal, at, word)| self.ended(deal, *at, word))
    }

    /// Closes a deal with its last event, if `word` names an outcome and no event said that it closed.
    pub fn ended(&mut self, deal: &str, last: Timestamp, word: &str) -> Result<(), ReadError<S::Error>> {
        let outcome = self.plan.closings.closing(word);
        let Some(outcome) = outcome.filter(|_| self.memory.told(hash(deal)).closing.is_none()) else { return Ok(()) };
        let fact = EventFact {
            deal,
            at: Some(last),
            kind: closing_kind(outcome),
            activity: word,
            stage: None,
            side: Side::Unknown,
            actor: None,
            attributes: &[],
            key: None,
        };
        self.sink.event(fact).map_err(ReadError::Sink)
    }

    fn remember(&mut self, row: &Row<'_>) {
        if let Some(closing) = row.mark() {
            self.memory.marked(hash(row.deal), closing, row.at);
        }
    }
}

/// How deals ended in the words of their last rows.
#[derive(Default)]
struct Ends(FxHashMap<String, (Timestamp, String)>);

impl Ends {
    fn tell(&mut self, row: &Row<'_>, word: &str) {
        match self.0.get_mut(row.deal) {
            Some((at, _)) if *at > row.at => {}
            Some(end) if end.1 == word => end.0 = row.at,
            Some(end) => *end = (row.at, word.to_owned()),
            None => drop(self.0.insert(row.deal.to_owned(), (row.at, word.to_owned()))),
        }
    }
}

/// Tells the sink what the row says of the deal.
pub fn describe<S: FactSink>(
    columns: &Columns<'_>,
    cells: &[Cow<'_, str>],
    deal: &str,
    sink: &mut S,
) -> Result<(), ReadError<S::Error>> {
    let value = columns.fields.iter().find(|(_, name)| *name == field::VALUE);
    let value = value.and_then(|(at, _)| cells::number(cell(cells, *at), &columns.file.columns[*at]).ok().flatten());
    let told = columns.fields.iter().filter_map(|(at, name)| match *name {
        field::VALUE => Some((field::VALUE, value.as_deref()?)),
        name => Some((name, cell(cells, *at))),
    });
    let filled: Vec<(&str, &str)> = told.filter(|(_, v)| !v.is_empty()).collect();
    let fact = DealFact {
        key: deal,
        fields: &filled,
        created: None,
        closed: None,
        outcome: None,
        stage: None,
        modified: None,
    };
    sink.deal(fact).map_err(ReadError::Sink)
}

/// Hands a row on with these of its attributes.
pub fn hand_on<S: FactSink>(
    row: &Row<'_>,
    attributes: &[(usize, &str)],
    cells: &[Cow<'_, str>],
    sink: &mut S,
    spare: &mut Spare,
) -> Result<(), ReadError<S::Error>> {
    let mut filled = reuse(std::mem::take(&mut spare.0));
    let cells = attributes.iter().map(|(at, name)| (*name, cell(cells, *at)));
    filled.extend(cells.filter(|(_, v)| !v.is_empty()));
    filled.extend(row.about.filter(|(name, _)| filled.iter().all(|(known, _)| known != name)));
    let fact = EventFact {
        deal: row.deal,
        at: Some(row.at),
        kind: row.kind,
        activity: row.activity,
        stage: row.stage,
        side: row.side,
        actor: row.actor,
        attributes: &filled,
        key: row.key,
    };
    sink.event(fact).map_err(ReadError::Sink)?;
    spare.0 = reuse(filled);
    Ok(())
}

/// Memory of a list that was used.
#[derive(Default)]
pub struct Spare(Vec<(&'static str, &'static str)>);

/// An empty vector in the memory of an old one.
fn reuse<'b>(mut old: Vec<(&str, &str)>) -> Vec<(&'b str, &'b str)> {
    old.clear();
    old.into_iter().map(|_| ("", "")).collect()
}

/// A row of events.
pub struct Row<'c> {
    pub deal: &'c str,
    pub at: Timestamp,
    kind: &'c str,
    activity: &'c str,
    stage: Option<&'c str>,
    side: Side,
    actor: Option<&'c str>,
    key: Option<&'c str>,
    closing: Option<Deal>,
    about: Option<words::About>,
}

impl Row<'_> {
    /// What the row says of the deal's state, if anything: an outcome, or none for a stage entered.
    pub fn mark(&self) -> Option<Option<Deal>> {
        (self.closing.is_some() || self.kind == kind::STAGE).then_some(self.closing)
    }
}

/// Reads a row.
pub fn parse<'c>(
    columns: &Columns<'_>,
    cells: &'c [Cow<'_, str>],
    senses: &mut Senses<'_>,
    zone: &crate::time::Zone,
) -> Result<Row<'c>, Fault> {
    let optional = |at: Option<usize>| at.map(|at| cell(cells, at)).filter(|text| !text.is_empty());
    let deal = crate::ids::record(cell(cells, columns.deal));
    if deal.is_empty() {
        return Err(Fault::new(columns.name(columns.deal), "", "the id of the deal is empty; fill it in"));
    }
    let time = &columns.file.columns[columns.time];
    let at = cells::moment(cell(cells, columns.time), time, zone)?
        .ok_or_else(|| Fault::new(&time.name, "", "the event has no time; fill it in"))?
        .at;
    let stage = optional(columns.stage);
    let Some(activity) = optional(columns.activity).or(stage) else {
        let column = columns.activity.or(columns.stage).map_or("", |at| columns.name(at));
        return Err(Fault::new(column, "", "the row does not say what happened; name the activity"));
    };
    let sense = senses.of(activity);
    let told = optional(columns.kind);
    let closing = sense.closing.or(match told {
        Some(kind::WON) => Some(Deal::Won),
        Some(kind::LOST) => Some(Deal::Lost),
        _ => None,
    });
    let enters = match told {
        Some(told) => is_stage_entry(told),
        None => columns.kind.is_none() && stage.is_some() && (columns.activity.is_none() || stage == Some(activity)),
    };
    let kind = match (closing, told) {
        (Some(outcome), _) => closing_kind(outcome),
        _ if enters && stage.is_some() => kind::STAGE,
        (None, Some(told)) if model::touchpoint::touchpoint(told).is_some() => told,
        _ => sense.kind,
    };
    let side = optional(columns.side).and_then(words::side).unwrap_or(sense.side);
    Ok(Row {
        deal,
        at,
        kind,
        activity,
        stage: if closing.is_some() && columns.activity.is_none() { None } else { stage },
        side,
        actor: optional(columns.actor),
        key: optional(columns.id),
        closing,
        about: sense.about,
    })
}
