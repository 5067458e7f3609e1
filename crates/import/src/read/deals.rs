//! Files with one row a deal.

use std::borrow::Cow;

use jiff::Timestamp;
use model::{
    Outcome as Stand,
    deal::field,
    event::{Side, kind},
    fact::{DealFact, EventFact, FactSink},
};

use super::{
    Fault, Outcome, Run,
    activity::{closing_kind, sense},
    cells::{self, cell},
    lookups::{Joined, field_of},
    memory::{Origin, Told},
};
use crate::{
    Closings,
    error::ReadError,
    guess::without_pipeline,
    ids, number,
    plan::{ColumnPlan, FilePlan, Meaning},
    profile::hash,
    time::{Moment, Zone},
    words,
};

/// What a row says of a deal, before the events are asked.
pub struct Row<'c> {
    pub id: &'c str,
    pub created: Option<Moment>,
    pub closed: Option<Moment>,
    pub outcome: Option<Stand>,
    /// What the data calls the closing.
    word: Option<&'c str>,
    /// The stage named, if that is not a word for won or lost.
    stage: Option<&'c str>,
    value: Option<Cow<'c, str>>,
    currency: Option<&'c str>,
    moves: Vec<Move<'c>>,
    /// When it entered the stage that it is in.
    since: Option<Moment>,
    modified: Option<Moment>,
}

/// Something that happened to the deal by its row.
struct Move<'c> {
    at: Option<Timestamp>,
    kind: &'static str,
    activity: &'c str,
    stage: Option<&'c str>,
    side: Side,
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a file of deals.
    pub fn deal_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let mut joins = self.lookups.of(self.plan, at);
        self.rows(at, file, &mut |run, line, cells| {
            let row = match parse(file, cells, &run.plan.closings, &run.zone) {
                Ok(row) => row,
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            let deal = hash(row.id);
            let origin = Origin { cells: hash_row(cells), file: at as u32, line };
            if let Some(before) = run.memory.origin(deal, origin) {
                return Ok(run.again(file, &row, before, origin));
            }
            let told = run.memory.told(deal);
            run.tell(file, cells, row, told, &mut joins)?;
            Ok(Outcome::Taken)
        })
    }

    /// A second row with the same id.
    fn again(&self, file: &FilePlan, row: &Row<'_>, before: Origin, now: Origin) -> Outcome {
        if before.cells == now.cells {
            return Outcome::Duplicate;
        }
        let place = if before.file == now.file {
            format!("line {}", before.line)
        } else {
            let name = self.plan.files.get(before.file as usize).map_or("", |f| f.name.as_str());
            format!("line {} of {name}", before.line)
        };
        let column = file.columns.iter().find(|c| c.meaning == Meaning::DealId).map_or("", |c| c.name.as_str());
        let reason = format!(
            "this id was already used in {place} with other values; give each deal its own id, or remove one row"
        );
        Outcome::Rejected(Fault::new(column, row.id, reason))
    }

    fn tell(
        &mut self,
        file: &FilePlan,
        cells: &[Cow<'_, str>],
        mut row: Row<'_>,
        told: Told,
        joins: &mut [Joined],
    ) -> Result<(), ReadError<S::Error>> {
        let closed = closing(&mut row, told);
        let mut fields = Vec::with_capacity(file.columns.len() + 8);
        for (at, column) in file.columns.iter().enumerate() {
            let value = cell(cells, at);
            match &column.meaning {
                _ if value.is_empty() => {}
                Meaning::Owner | Meaning::Account | Meaning::Product => {
                    let name = joins.iter_mut().filter(|j| j.column == at).find_map(|j| self.lookups.name(j, value));
                    fields.extend(field_of(&column.meaning).map(|field| (field, name.unwrap_or(value))));
                }
                Meaning::Pipeline => fields.push((column.name.as_str(), value)),
                Meaning::Value => fields.extend(row.value.as_deref().map(|v| (field::VALUE, v))),
                Meaning::Currency => fields.push((field::CURRENCY, row.currency.unwrap_or(value))),
                Meaning::Closed if closed.is_none() => fields.push((column.name.as_str(), value)),
                Meaning::Team if !column.name.eq_ignore_ascii_case(field::TEAM) => {
                    fields.extend([(field::TEAM, value), (column.name.as_str(), value)])
                }
                meaning => fields.extend(field_of(meaning).map(|name| (name, value))),
            }
        }
        let has_currency = fields.iter().any(|(name, _)| *name == field::CURRENCY);
        if row.value.is_some() && !has_currency {
            let plan = self.plan.currency.as_str();
            fields.extend(row.currency.or((!plan.is_empty()).then_some(plan)).map(|code| (field::CURRENCY, code)));
        }
        for join in joins {
            let value = cell(cells, join.column);
            self.lookups.add(join, value, &mut fields);
        }
        let fact = DealFact {
            key: row.id,
            fields: &fields,
            created: row.created.map(|m| m.at),
            closed,
            outcome: row.outcome,
            stage: row.stage,
            modified: row.modified.map(|m| m.at),
        };
        self.sink.deal(fact).map_err(ReadError::Sink)?;
        for step in &row.moves {
            let fact = EventFact {
                deal: row.id,
                at: step.at,
                kind: step.kind,
                activity: step.activity,
                stage: step.stage,
                side: step.side,
                actor: None,
                attributes: &[],
                key: None,
            };
            self.sink.event(fact).map_err(ReadError::Sink)?;
        }
        Ok(())
    }
}

fn hash_row(cells: &[Cow<'_, str>]) -> u64 {
    use std::hash::BuildHasher as _;
    rustc_hash::FxBuildHasher.hash_one(cells)
}

/// Completes the moves of a row by its closing and its present stage, leaves out what the events told, puts them in
/// order, and gives the time of closing.
fn closing(row: &mut Row<'_>, told: Told) -> Option<Timestamp> {
    if told.stages {
        row.moves.retain(|m| !matches!(m.kind, kind::STAGE | kind::STAGE_LEFT | kind::WON | kind::LOST));
    }
    row.moves.sort_by_key(|m| m.at);
    leave(&mut row.moves);
    let outcome = row.outcome.filter(|o| *o != Stand::Open);
    let known = outcome.and_then(|o| told.closing.filter(|(told, _)| *told == o)).map(|(_, at)| at);
    let closed = match (known, row.closed) {
        (Some(at), None) => Some(at),
        (Some(at), Some(row)) if row.day_only => Some(at),
        (_, row) => row.map(|m| m.at),
    };
    match outcome {
        Some(outcome) => {
            let kind = closing_kind(outcome);
            let entered = row.moves.iter().any(|m| m.kind == kind);
            if known.is_none() && !entered {
                let last = row.moves.iter().rev().find(|m| m.kind == kind::STAGE).and_then(|m| m.stage);
                let word = row.word.unwrap_or(if outcome == Stand::Won { "Won" } else { "Lost" });
                let stage = row.stage.or(last);
                row.moves.push(Move { at: closed, kind, activity: word, stage, side: Side::Unknown });
            }
        }
        None => {
            let entered = |stage| row.moves.iter().any(|m| m.kind == kind::STAGE && m.stage == Some(stage));
            if let Some(stage) = row.stage.filter(|s| !told.stages && !entered(s)) {
                row.moves.push(into_stage(stage, row.since));
            }
        }
    }
    closed
}

/// Keeps of the dates on which stages were left those that tell something: no other stage was entered then, nor did the
/// deal close, and the stage was not entered again since.
fn leave(moves: &mut Vec<Move<'_>>) {
    const MINUTE: i64 = 60;
    let ends: Vec<(Timestamp, Option<String>)> = moves
        .iter()
        .filter(|m| matches!(m.kind, kind::STAGE | kind::WON | kind::LOST))
        .filter_map(|m| Some((m.at?, m.stage.map(str::to_owned))))
        .collect();
    moves.retain(|m| {
        let Some(left) = m.at.filter(|_| m.kind == kind::STAGE_LEFT) else { return m.kind != kind::STAGE_LEFT };
        let entered = |(at, stage): &(Timestamp, Option<String>)| stage.as_deref() == m.stage && *at <= left;
        let followed = |(at, stage): &(Timestamp, Option<String>)| {
            stage.as_deref() != m.stage && (at.as_second() - left.as_second()).abs() <= MINUTE
        };
        m.stage.is_some() && ends.iter().any(entered) && !ends.iter().any(followed)
    });
}

/// What a row says of won and lost, gathered over its columns.
#[derive(Default)]
struct Says<'c> {
    word: Option<(&'c str, Stand)>,
    is_won: Option<bool>,
    is_closed: Option<bool>,
    told: bool,
    stage: Option<&'c str>,
    closed: Option<Moment>,
    won: Option<Moment>,
    lost: Option<Moment>,
}

impl<'c> Says<'c> {
    fn outcome_cell(&mut self, header: &str, text: &'c str, closings: &Closings) {
        self.told = true;
        if let Some(outcome) = closings.outcome(text) {
            self.word = Some((text, outcome));
        } else if let Some(truth) = words::truth(text) {
            let header = words::plain(header);
            match () {
                () if header.ends_with("lost") && truth => self.word = Some(("Lost", Stand::Lost)),
                () if header.ends_with("lost") => {}
                () if header.ends_with("closed") => self.is_closed = Some(truth),
                () => self.is_won = Some(truth),
            }
        }
    }

    /// How the deal stands, and the word for it.
    fn outcome(&self, closings: &Closings) -> (Option<Stand>, Option<&'c str>) {
        if let Some((word, outcome)) = self.word {
            return (Some(outcome), Some(word));
        }
        if let Some(outcome) = self.stage.and_then(|stage| closings.closing(stage)) {
            return (Some(outcome), self.stage);
        }
        let outcome = match (self.is_won, self.is_closed, self.won, self.lost) {
            (Some(true), ..) => Some(Stand::Won),
            (Some(false), Some(true), ..) => Some(Stand::Lost),
            (_, Some(false), ..) => Some(Stand::Open),
            (_, _, Some(_), None) => Some(Stand::Won),
            (_, _, None, Some(_)) => Some(Stand::Lost),
            _ if self.stage.is_some() || self.is_won == Some(false) => Some(Stand::Open),
            _ => None,
        };
        (outcome, None)
    }

    fn closed(&self, outcome: Option<Stand>) -> Option<Moment> {
        match outcome {
            Some(Stand::Won) => self.won.or(self.closed),
            Some(Stand::Lost) => self.lost.or(self.closed),
            Some(Stand::Open) => None,
            None => self.closed.or(self.won).or(self.lost),
        }
    }
}

/// Reads a row.
pub fn parse<'c>(
    file: &'c FilePlan,
    cells: &'c [Cow<'_, str>],
    closings: &Closings,
    zone: &Zone,
) -> Result<Row<'c>, Fault> {
    let mut says = Says::default();
    let (mut id, mut created, mut value, mut currency) = ("", None, None, None);
    let mut moves = Vec::new();
    let mut closed_column = ("", "");
    let (mut since, mut modified, mut pipeline) = (None, None, "");
    for (at, column) in file.columns.iter().enumerate() {
        let text = cell(cells, at);
        let moment = || cells::moment(text, column, zone);
        match &column.meaning {
            Meaning::DealId => {
                id = ids::record(text);
                if text.is_empty() {
                    return Err(Fault::new(&column.name, "", "the id of the deal is empty; fill it in"));
                }
            }
            _ if text.is_empty() => {}
            Meaning::Stage => says.stage = Some(text),
            Meaning::Pipeline => pipeline = text,
            Meaning::StageSince => since = moment()?,
            Meaning::Modified => modified = moment()?,
            Meaning::Outcome => says.outcome_cell(&column.name, text, closings),
            Meaning::Created => created = moment()?,
            Meaning::Closed => (says.closed, closed_column) = (moment()?, (column.name.as_str(), text)),
            Meaning::WonAt => (says.won, closed_column) = (moment()?, (column.name.as_str(), text)),
            Meaning::LostAt => (says.lost, closed_column) = (moment()?, (column.name.as_str(), text)),
            Meaning::Value => {
                value = cells::number(text, column)?;
                currency = currency.or(number::currency(text));
            }
            Meaning::StageEntered { stage } => moves.push(entry(stage, moment()?, closings)),
            Meaning::StageLeft { stage } => {
                moves.push(Move { kind: kind::STAGE_LEFT, ..entry(stage, moment()?, closings) })
            }
            Meaning::ActivityAt { activity } => {
                let sense = sense(activity, closings, true);
                let at = moment()?.map(|m| m.at);
                moves.push(Move { at, kind: sense.kind, activity, stage: None, side: sense.side });
            }
            _ => {}
        }
        if let (Some(stage), Some(moment)) = (&column.enters, created.filter(|_| column.meaning == Meaning::Created)) {
            moves.push(entry(stage, Some(moment), closings));
        }
    }
    says.stage = says.stage.map(|stage| in_pipeline(file, stage, pipeline));
    let (outcome, word) = says.outcome(closings);
    let closed = says.closed(outcome);
    let closed = in_order(created, closed).map_err(|created| {
        let reason = format!("closed before it was created ({created}); correct one of the two dates");
        Fault::new(closed_column.0, closed_column.1, reason)
    })?;
    let stage = says.stage.filter(|s| closings.closing(s).is_none());
    Ok(Row { id, created, closed, outcome, word, stage, value, currency, moves, since, modified })
}

/// A stage without its pipeline, unless a column of the file has the stage with it.
fn in_pipeline<'c>(file: &FilePlan, stage: &'c str, pipeline: &str) -> &'c str {
    let whole = |c: &ColumnPlan| matches!(&c.meaning, Meaning::StageEntered { stage: of } if of == stage);
    if file.columns.iter().any(whole) {
        return stage;
    }
    let bare = stage.rsplit_once(" (").filter(|(_, rest)| rest.strip_suffix(')') == Some(pipeline));
    bare.map_or_else(|| without_pipeline(stage), |(stage, _)| stage.trim())
}

fn entry<'c>(stage: &'c str, moment: Option<Moment>, closings: &Closings) -> Move<'c> {
    let entered = into_stage(stage, moment);
    match closings.closing(stage) {
        Some(outcome) => Move { kind: closing_kind(outcome), stage: None, ..entered },
        None => entered,
    }
}

fn into_stage(stage: &str, moment: Option<Moment>) -> Move<'_> {
    Move { at: moment.map(|m| m.at), kind: kind::STAGE, activity: stage, stage: Some(stage), side: Side::Unknown }
}

/// The closing, not before the creation: a day without a time of day is as late as it must be.
fn in_order(created: Option<Moment>, closed: Option<Moment>) -> Result<Option<Moment>, Timestamp> {
    const DAY: i64 = 86_400;
    let (Some(start), Some(end)) = (created, closed) else { return Ok(closed) };
    if end.at >= start.at {
        return Ok(closed);
    }
    if end.day_only && end.at.as_second() + DAY > start.at.as_second() {
        return Ok(Some(Moment { at: start.at, ..end }));
    }
    Err(start.at)
}
