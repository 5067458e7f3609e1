//! Event logs in XES.

use jiff::Timestamp;
use model::{
    deal::field,
    event::Side,
    fact::{DealFact, EventFact, FactSink},
};
use rustc_hash::FxHashMap;

use super::{
    Fault, Outcome, Run,
    activity::{Senses, closing_kind},
    cells,
};
use crate::{
    error::ReadError,
    plan::{FilePlan, Meaning},
    profile::hash,
    words,
    xes::{self, CASE, Cell, Trace},
};

impl<S: FactSink> Run<'_, S> {
    /// Reads an event log.
    pub fn log(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        let source = &self.sources[at];
        let meanings: FxHashMap<&str, &Meaning> = file.columns.iter().map(|c| (c.name.as_str(), &c.meaning)).collect();
        let mut senses = Senses::new(&self.plan.closings, self.has_stages());
        let mut nth = 0;
        let foreign = xes::traces::<ReadError<S::Error>>(source, &mut |trace, done| {
            if trace.loose {
                self.loose(at, file, trace);
                return Ok(true);
            }
            nth += 1;
            self.trace(at, file, trace, nth, &meanings, &mut senses)?;
            if nth % 256 == 0 {
                self.progress(done)?;
            }
            Ok(true)
        })?;
        self.foreign += foreign;
        Ok(())
    }

    /// Events that no case holds belong to no deal.
    fn loose(&mut self, at: usize, file: &FilePlan, trace: &Trace) {
        for event in &trace.events {
            let reason =
                "the event stands outside of every trace, so no case has it; move it into the <trace> of its case";
            self.count(at, file, event.0, Outcome::Rejected(Fault::new("trace", "", reason)));
        }
    }

    fn trace(
        &mut self,
        at: usize,
        file: &FilePlan,
        trace: &Trace,
        nth: u64,
        meanings: &FxHashMap<&str, &Meaning>,
        senses: &mut Senses<'_>,
    ) -> Result<(), ReadError<S::Error>> {
        let mut key = None;
        let mut fields: Vec<(&str, &str)> = Vec::new();
        for cell in &trace.attributes {
            let name = trace.keys[cell.0].as_str();
            let value = cells::trimmed(trace.value(cell));
            match meanings.get(format!("{CASE}{name}").as_str()) {
                Some(Meaning::DealId) => key = Some(value),
                None if name == xes::NAME => key = Some(value),
                Some(Meaning::Ignored) => {}
                Some(meaning) => fields.extend(super::lookups::field_of(meaning).map(|field| (field, value))),
                None => fields.push((name, value)),
            }
        }
        fields.retain(|(name, value)| {
            !value.is_empty() && (*name != field::VALUE || crate::number::decimal(value, '.').is_some())
        });
        once(&mut fields);
        let numbered = format!("case {nth}");
        let deal = key.filter(|k| !k.is_empty()).unwrap_or(&numbered);
        if !fields.is_empty() && self.memory.describe(hash(deal)) {
            let fact = DealFact {
                key: deal,
                fields: &fields,
                created: None,
                closed: None,
                outcome: None,
                stage: None,
                modified: None,
            };
            self.sink.deal(fact).map_err(ReadError::Sink)?;
        }
        let mut last = None;
        for event in &trace.events {
            let (outcome, time) = self.log_event(deal, trace, trace.cells(event), (file, meanings), senses)?;
            last = last.max(time);
            self.count(at, file, event.0, outcome);
        }
        let told = fields.iter().find(|(name, _)| xes::names_outcome(name));
        match (told, last) {
            (Some((_, word)), Some(last)) if !self.has_deals() => self.ended(deal, last, word),
            _ => Ok(()),
        }
    }

    fn log_event(
        &mut self,
        deal: &str,
        trace: &Trace,
        cells: &[Cell],
        (file, meanings): (&FilePlan, &FxHashMap<&str, &Meaning>),
        senses: &mut Senses<'_>,
    ) -> Result<(Outcome, Option<Timestamp>), ReadError<S::Error>> {
        let rejected = |fault| Ok((Outcome::Rejected(fault), None));
        let (mut activity, mut time, mut actor, mut side, mut id) = ("", "", None, None, None);
        let mut attributes: Vec<(&str, &str)> = Vec::with_capacity(cells.len());
        for cell in cells {
            let name = trace.keys[cell.0].as_str();
            let value = cells::trimmed(trace.value(cell));
            match (meanings.get(name), name) {
                (Some(Meaning::Ignored), _) => {}
                (Some(Meaning::Activity), _) | (None, xes::NAME) => activity = value,
                (Some(Meaning::Timestamp), _) | (None, xes::TIME) => time = value,
                (Some(Meaning::Actor), _) | (None, xes::RESOURCE) => actor = Some(value),
                (Some(Meaning::Side), _) => side = words::side(value),
                (Some(Meaning::EventId), _) => id = Some(value),
                (Some(Meaning::Attribute { name }), _) => attributes.push((name, value)),
                _ => attributes.push((name, value)),
            }
        }
        attributes.retain(|(_, value)| !value.is_empty());
        once(&mut attributes);
        actor = actor.filter(|actor| !actor.is_empty());
        id = id.filter(|id| !id.is_empty());
        if activity.is_empty() {
            return rejected(Fault::new(xes::NAME, "", "the event has no name; give it a concept:name"));
        }
        let at = crate::time::moment(time, crate::plan::DateOrder::YearFirst, &self.zone);
        let Some(at) = at else {
            let reason = if time.is_empty() {
                "the event has no time:timestamp"
            } else {
                "it is no time of the form 2026-03-31T12:00:00Z"
            };
            return rejected(Fault::new(xes::TIME, time, reason));
        };
        let activity = &*crate::groups::called(activity, file);
        let sense = senses.of(activity);
        if let Some(outcome) = sense.closing {
            self.memory.closes(hash(deal), outcome, at.at);
        }
        attributes.extend(sense.about.filter(|(name, _)| attributes.iter().all(|(known, _)| known != name)));
        let fact = EventFact {
            deal,
            at: Some(at.at),
            kind: sense.closing.map_or(sense.kind, closing_kind),
            activity,
            stage: None,
            side: side.unwrap_or(if sense.side == Side::Prospect { Side::Prospect } else { Side::Unknown }),
            actor,
            attributes: &attributes,
            key: id,
        };
        self.sink.event(fact).map_err(ReadError::Sink)?;
        Ok((Outcome::Taken, Some(at.at)))
    }
}

/// Keeps the last of the values that have the same name.
pub fn once(fields: &mut Vec<(&str, &str)>) {
    let mut at = 0;
    while at < fields.len() {
        if fields[at + 1..].iter().any(|(name, _)| *name == fields[at].0) {
            fields.remove(at);
        } else {
            at += 1;
        }
    }
}
