//! Metrics held against their targets.

mod judge;
mod result;
mod say;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use model::{
    Timestamp,
    metric::{Metric, Target, TargetStep},
    tags::TAGS,
};

use self::judge::{Judging, readable};
pub use self::{result::*, say::Words};
use super::{
    Step, calendar,
    metric::{Question, figures},
};
use crate::{log::EventLog, select::Selection};

impl From<TargetStep> for Step {
    fn from(step: TargetStep) -> Self {
        match step {
            TargetStep::Week => Self::Week,
            TargetStep::Month => Self::Month,
            TargetStep::Quarter => Self::Quarter,
        }
    }
}

/// Finished steps looked at: what was longer ago says little of what a figure does now.
fn most(step: TargetStep) -> i64 {
    match step {
        TargetStep::Week => 156,
        TargetStep::Month => 60,
        TargetStep::Quarter => 20,
    }
}

/// The end of the last step that is over at a moment.
pub fn last_end(reach: Timestamp, step: TargetStep, zone: &TimeZone) -> Option<Timestamp> {
    calendar::before(reach, step.into(), zone, 0).map(|period| period.to)
}

/// Holds a metric against its target, in all steps that are over at `question.reach`, the last 156 weeks, 60 months or
/// 20 quarters. Selection, zone and currency are those of the question.
pub fn history(log: &EventLog, metric: &Metric, target: &Target, question: &Question, stages: &[String]) -> History {
    let zone = question.zone.clone();
    if let Some(trouble) = trouble(log, metric, &question.selection, stages) {
        // what looks for a name that is gone finds nothing, which is no figure
        let currency = if metric.unit().is_money() { question.currency.name.clone() } else { String::new() };
        return History { unit: metric.unit(), currency, ..History::none(trouble) };
    }
    let reach = question.reach.or_else(|| log.as_of());
    let period = reach.and_then(|reach| calendar::before(reach, target.step.into(), &zone, most(target.step)));
    let asked = Question { period, step: Some(target.step.into()), ..question.clone() };
    let found = figures(log, metric, &asked);
    let words = Words { unit: found.unit, currency: &found.currency, step: target.step, zone: &zone };
    let mut judging = Judging::new(target, words);
    let begins = first_moment(log);
    for step in found.series.iter().filter(|step| period.is_some() && step.finished) {
        let read = match begins {
            Some(begins) if step.from < begins => Err((Place::Unjudged, "the data begins within it".to_owned())),
            _ => readable(&step.figure, metric, &words),
        };
        judging.take(step, read);
    }
    let (asks, now) = (judging.asks(), judging.standing());
    let (steps, changes) = (judging.points, judging.changes);
    History { unit: found.unit, currency: found.currency, asks, steps, changes, now, trouble: None }
}

fn first_moment(log: &EventLog) -> Option<Timestamp> {
    log.all().filter_map(|deal| log.created(deal)).min()
}

/// A name that a target looks for and that the data does not know (any more): it would count nothing, for ever.
///
/// `stages` are those of the processes that deals go by; none where there is no process.
fn trouble(log: &EventLog, metric: &Metric, selection: &Selection, stages: &[String]) -> Option<String> {
    if log.deals() == 0 {
        return Some("There are no deals yet".to_owned());
    }
    let named = metric.stages();
    if let Some(stage) = named.iter().chain(&selection.stage).find(|stage| is_gone(log, stage, stages)) {
        return Some(format!("No stage is called “{stage}” any more: it was renamed or taken away"));
    }
    let fields = selection.fields.iter().chain(&metric.only.fields);
    for (name, values) in fields.filter(|(name, _)| *name != TAGS) {
        let there = log.values(name);
        let known = |value: &String| value.is_empty() || there.iter().any(|(known, _)| known == value);
        if !values.iter().any(known) {
            return Some(format!("No deal has {name} “{}” any more", values.join("” or “")));
        }
    }
    None
}

/// A stage that no deal was ever in; or one that no process has and in which no deal is.
fn is_gone(log: &EventLog, stage: &str, stages: &[String]) -> bool {
    let stands = || log.all().any(|deal| log.stage(deal) == Some(stage));
    log.sorts.stages.code(stage).is_none()
        || !(stages.is_empty() || stages.iter().any(|name| name == stage) || stands())
}
