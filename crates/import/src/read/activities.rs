//! Files of activities as CRMs export them: calls, e-mails, meetings, notes, tasks, with a direction, with how it went,
//! and with people or companies in place of a deal. Plain tables of events are read by `events`, which is quicker.

use std::borrow::Cow;

use jiff::Timestamp;
use model::{
    event::{Side, kind},
    fact::{EventFact, FactSink},
};

use super::{
    Fault, Left, Outcome, Run,
    activity::{Senses, closing_kind, is_stage_entry},
    cells::{self, cell},
    links::{Linked, Says},
    lookups::Joined,
};
use crate::{
    error::ReadError,
    guess::without_pipeline,
    plan::{FilePlan, FileRole, Meaning, Plan},
    profile::hash,
    touches::{self, Channel},
    words,
};

/// True if a file of events says what only this reader understands.
pub fn needed(plan: &Plan, at: usize) -> bool {
    let file = &plan.files[at];
    let says = |m: &Meaning| {
        matches!(
            m,
            Meaning::OtherTime
                | Meaning::Direction
                | Meaning::Result
                | Meaning::Done
                | Meaning::Person
                | Meaning::Field
        )
    };
    let deal = file.columns.iter().find(|c| c.meaning == Meaning::DealId);
    let joined = |at| plan.joins.iter().any(|j| j.from == at);
    file.activity.is_some()
        || file.strip_numbers
        || file.rare_as_one
        || deal.is_none_or(|c| is_mixed(&words::plain(&c.name)) || words::plain(&c.name).ends_with("ids"))
        || joined(at)
        || file.columns.iter().any(|c| says(&c.meaning))
}

/// True for columns that may name other things than deals.
pub fn is_mixed(name: &str) -> bool {
    matches!(
        name,
        "what id"
            | "what"
            | "related to"
            | "related to id"
            | "related record"
            | "related record id"
            | "regarding"
            | "parent id"
            | "bezug"
            | "bezug auf"
            | "zugehörig zu"
    )
}

/// Where the columns of a file of activities are.
pub struct Columns<'p> {
    pub file: &'p FilePlan,
    deal: Option<usize>,
    mixed: bool,
    people: Vec<usize>,
    account: Option<usize>,
    time: usize,
    other: Option<usize>,
    activity: Option<usize>,
    kind: Option<usize>,
    stage: Option<usize>,
    side: Option<usize>,
    directions: Vec<usize>,
    results: Vec<usize>,
    done: Option<usize>,
    actor: Option<usize>,
    id: Option<usize>,
    attributes: Vec<(usize, &'p str)>,
}

impl<'p> Columns<'p> {
    pub fn new(file: &'p FilePlan) -> Option<Self> {
        let at = |meaning: Meaning| file.columns.iter().position(|c| c.meaning == meaning);
        let all = |meaning: Meaning| {
            file.columns.iter().enumerate().filter(|(_, c)| c.meaning == meaning).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let attributes = file.columns.iter().enumerate().filter_map(|(at, c)| match &c.meaning {
            Meaning::Attribute { name } => Some((at, name.as_str())),
            Meaning::Result | Meaning::Name => Some((at, c.name.as_str())),
            _ => None,
        });
        let deal = at(Meaning::DealId);
        Some(Self {
            file,
            deal,
            mixed: deal.is_some_and(|at| is_mixed(&words::plain(&file.columns[at].name))),
            people: all(Meaning::Person),
            account: at(Meaning::Account),
            time: at(Meaning::Timestamp)?,
            other: at(Meaning::OtherTime),
            activity: at(Meaning::Activity),
            kind: at(Meaning::EventKind),
            stage: at(Meaning::Stage),
            side: at(Meaning::Side),
            directions: all(Meaning::Direction),
            results: all(Meaning::Result),
            done: at(Meaning::Done),
            actor: at(Meaning::Actor),
            id: at(Meaning::EventId),
            attributes: attributes.collect(),
        })
    }

    /// When it happened: the one column, or where that is empty the other.
    pub fn time(&self, cells: &[Cow<'_, str>], zone: &crate::time::Zone) -> Result<Timestamp, Fault> {
        for at in [Some(self.time), self.other].into_iter().flatten() {
            if let Some(moment) = cells::moment(cell(cells, at), &self.file.columns[at], zone)? {
                return Ok(moment.at);
            }
        }
        Err(Fault::new(&self.file.columns[self.time].name, "", "the event has no time; fill it in"))
    }

    fn is_planned(&self, cells: &[Cow<'_, str>]) -> bool {
        self.done.is_some_and(|at| touches::done(cell(cells, at)) == Some(false))
    }

    fn first<'c>(&self, cells: &'c [Cow<'_, str>], of: &[usize]) -> &'c str {
        of.iter().map(|at| cell(cells, *at)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// What the row says of the deal it is about.
    pub fn says<'c>(&self, cells: &'c [Cow<'_, str>], at: Timestamp) -> Says<'c> {
        Says {
            deals: self.deal.map_or("", |at| cell(cells, at)),
            mixed: self.mixed,
            people: self.first(cells, &self.people),
            account: self.account.map_or("", |at| cell(cells, at)),
            at,
        }
    }

    /// The source's own id of the row.
    pub fn key<'c>(&self, cells: &'c [Cow<'_, str>]) -> Option<&'c str> {
        self.id.map(|at| cell(cells, at)).filter(|text| !text.is_empty())
    }
}

/// What happened by a row.
struct Act<'c> {
    kind: Cow<'static, str>,
    name: Cow<'c, str>,
    stage: Option<&'c str>,
    side: Side,
    about: Option<words::About>,
    closing: Option<model::Outcome>,
}

impl<S: FactSink> Run<'_, S> {
    /// Reads a file of activities.
    pub fn activity_file(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let Some(columns) = Columns::new(file) else { return Ok(()) };
        let mut senses = Senses::new(&self.plan.closings, true);
        let mut joins = self.lookups.of(self.plan, at);
        self.rows(at, file, &mut |run, _, cells| {
            let time = match columns.time(cells, &run.zone) {
                Ok(_) if columns.is_planned(cells) => return Ok(Outcome::LeftOut(Left::Planned)),
                Ok(time) => time,
                Err(_) if columns.is_planned(cells) => return Ok(Outcome::LeftOut(Left::Planned)),
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            let act = match act(&columns, cells, &mut senses) {
                Ok(act) => act,
                Err(fault) => return Ok(Outcome::Rejected(fault)),
            };
            let says = columns.says(cells, time);
            let deals = match run.linked(says) {
                Linked::Named(deals) => deals,
                Linked::Only(deal) => {
                    run.linked += 1;
                    vec![deal]
                }
                Linked::Nothing => return Ok(Outcome::LeftOut(Left::NoDeal)),
                Linked::Several => return Ok(Outcome::LeftOut(Left::Several)),
            };
            for deal in &deals {
                run.happened(&columns, cells, &act, (deal, time), &mut joins)?;
            }
            Ok(Outcome::Taken)
        })
    }

    fn happened(
        &mut self,
        columns: &Columns<'_>,
        cells: &[Cow<'_, str>],
        act: &Act<'_>,
        (deal, at): (&str, Timestamp),
        joins: &mut [Joined],
    ) -> Result<(), ReadError<S::Error>> {
        match act.closing {
            Some(outcome) => self.memory.closes(hash(deal), outcome, at),
            None if act.kind == kind::STAGE => self.memory.enters(hash(deal), at),
            None => {}
        }
        let mut attributes: Vec<(&str, &str)> = columns
            .attributes
            .iter()
            .map(|(at, name)| (*name, cell(cells, *at)))
            .filter(|(_, v)| !v.is_empty())
            .collect();
        attributes.extend(act.about.filter(|(name, _)| attributes.iter().all(|(known, _)| known != name)));
        let actor = columns.actor.map(|at| (at, cell(cells, at))).filter(|(_, text)| !text.is_empty());
        let called = actor.and_then(|(at, text)| {
            let joined = joins.iter_mut().find(|j| j.column == at)?;
            self.lookups.name(joined, text).map(str::to_owned)
        });
        let fact = EventFact {
            deal,
            at: Some(at),
            kind: &act.kind,
            activity: &act.name,
            stage: act.stage,
            side: act.side,
            actor: called.as_deref().or(actor.map(|(_, text)| text)),
            attributes: &attributes,
            key: columns.key(cells),
        };
        self.sink.event(fact).map_err(ReadError::Sink)
    }
}

fn act<'c>(columns: &Columns<'c>, cells: &'c [Cow<'_, str>], senses: &mut Senses<'_>) -> Result<Act<'c>, Fault> {
    let optional = |at: Option<usize>| at.map(|at| cell(cells, at)).filter(|text| !text.is_empty());
    let stage = optional(columns.stage).map(without_pipeline);
    let constant = columns.file.activity.as_deref();
    let kind_told = optional(columns.kind);
    let named = optional(columns.activity).or(constant).or(kind_told).or(stage);
    let Some(named) = named else {
        let column = columns.activity.or(columns.stage).map_or("", |at| columns.file.columns[at].name.as_str());
        return Err(Fault::new(column, "", "the row does not say what happened; name the activity"));
    };
    let name = crate::groups::called(named, columns.file);
    let sense = senses.of(&name);
    let told_side = optional(columns.side).and_then(words::side);
    let enters = match kind_told {
        Some(told) => is_stage_entry(told),
        None => stage.is_some() && (stage == Some(named) || columns.activity.is_none() && constant.is_none()),
    };
    if let Some(outcome) = sense.closing {
        let kind = closing_kind(outcome).into();
        return Ok(Act {
            kind,
            name,
            stage: None,
            side: told_side.unwrap_or(sense.side),
            about: None,
            closing: sense.closing,
        });
    }
    if enters {
        let side = told_side.unwrap_or(Side::Unknown);
        return Ok(Act {
            kind: kind::STAGE.into(),
            name,
            stage: stage.or(Some(named)),
            side,
            about: None,
            closing: None,
        });
    }
    let direction = direction(columns, cells, named, kind_told);
    let result = touches::result(columns.first(cells, &columns.results));
    let channel = touches::channel(&name)
        .or_else(|| is_code(&name).then(|| channel_within(&name)).flatten())
        .or_else(|| by_kind(sense.kind, kind_told.or(constant)));
    let (kind, label, side) = match channel {
        Some(channel) => touchpoint(channel, direction, result),
        None => (sense.kind, None, sense.side),
    };
    let plain = touches::channel(&name).is_some() || is_code(&name);
    let side = if plain || sense.side == Side::Unknown { side } else { sense.side };
    // the name that the file gives stays, unless it is a code or says less than what became of it
    let name = label
        .filter(|_| plain && (is_code(&name) || says_more(channel, direction, result)))
        .map_or(name, Cow::Borrowed);
    Ok(Act { kind: kind.into(), name, stage, side: told_side.unwrap_or(side), about: sense.about, closing: None })
}

/// The channel that the type of the row names, where its name says nothing. A task may be anything.
fn by_kind(sense: &str, told: Option<&str>) -> Option<Channel> {
    told.filter(|_| sense == kind::ACTIVITY).and_then(touches::channel).filter(|c| *c != Channel::Task)
}

fn direction(columns: &Columns<'_>, cells: &[Cow<'_, str>], named: &str, kind: Option<&str>) -> Option<bool> {
    let told = columns.first(cells, &columns.directions);
    let by_name = |text: &str| is_code(text).then(|| touches::incoming(text)).flatten();
    touches::incoming(told).or_else(|| by_name(named)).or_else(|| kind.and_then(by_name))
}

fn says_more(channel: Option<Channel>, direction: Option<bool>, result: Option<touches::Result>) -> bool {
    match channel {
        Some(Channel::Email) => direction.is_some(),
        Some(Channel::Meeting) => result.is_some(),
        _ => false,
    }
}

/// True for what a program calls it: `INCOMING_EMAIL`, `CALL`, `call`.
fn is_code(name: &str) -> bool {
    if name == "Event" {
        return true;
    }
    let shouted = name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && name.len() > 2;
    shouted || name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && touches::channel(name).is_some()
}

/// The channel that one of the words of a code names: `INCOMING_EMAIL`, `FORWARDED_EMAIL`.
fn channel_within(code: &str) -> Option<Channel> {
    code.split('_').find_map(touches::channel)
}

/// The kind, its label and whose act, by channel, direction and how it went.
fn touchpoint(
    channel: Channel,
    incoming: Option<bool>,
    result: Option<touches::Result>,
) -> (&'static str, Option<&'static str>, Side) {
    use touches::Result::{Cancelled, Held, Missed, Moved, Planned};
    let by = match incoming {
        Some(true) => Side::Prospect,
        Some(false) => Side::Rep,
        None => Side::Unknown,
    };
    match (channel, incoming, result) {
        (Channel::Call, ..) => ("call", Some("Call"), by),
        (Channel::Email, Some(true), _) => ("email.received", Some("E-mail received"), by),
        (Channel::Email, Some(false), _) => ("email.sent", Some("E-mail sent"), by),
        (Channel::Email, None, _) => ("email", Some("E-mail"), by),
        (Channel::Meeting, _, Some(Held)) => ("meeting.attended", Some("Meeting attended"), Side::Prospect),
        (Channel::Meeting, _, Some(Missed)) => ("meeting.missed", Some("Meeting missed"), Side::Prospect),
        (Channel::Meeting, _, Some(Cancelled)) => ("meeting.cancelled", Some("Meeting cancelled"), Side::Unknown),
        (Channel::Meeting, _, Some(Moved)) => ("meeting.moved", Some("Meeting moved"), Side::Unknown),
        (Channel::Meeting, _, Some(Planned)) => ("meeting.planned", Some("Meeting planned"), Side::Unknown),
        (Channel::Meeting, _, None) => ("meeting.held", Some("Meeting"), Side::Unknown),
        (Channel::Note, ..) => ("note", Some("Note"), Side::Rep),
        (Channel::Task, ..) => ("task", Some("Task"), Side::Rep),
    }
}

/// True for a file that tells changes of fields.
pub fn is_field_history(file: &FilePlan) -> bool {
    file.role == FileRole::Events && file.columns.iter().any(|c| c.meaning == Meaning::NewValue)
}
