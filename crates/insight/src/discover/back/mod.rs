//! Work backward: from the won deals that took the usual time to their steps.

mod result;
mod span;
mod steps;

use model::Outcome;
use rayon::prelude::*;

pub(crate) use self::span::densest;
pub use self::{
    result::{BackStep, Touches, WorkBackward},
    span::{Span, SpanUnit},
};
use super::{
    look_back::{latest, one, stage_names},
    sentence::{self, LITTLE, capital, counted},
    touch::Touching,
};
use crate::{
    log::{EventLog, OWNER},
    select::Selection,
    stats::quantile::summary,
};

/// Deals shown at most.
const SHOWN: usize = 25;
/// So few won deals are shown all, whatever they took.
const ALL: usize = 5;
/// A span this many times as long at its end as at its beginning is no usual time.
const WIDE: f64 = 4.0;

/// The typical time to close of the won deals of the selection (the last so many by date of closing, else all), the
/// deals that took it, and their steps counted back from the close.
pub fn work_backward(log: &EventLog, selection: &Selection, last: Option<usize>) -> WorkBackward {
    work_backward_within(log, selection, last, None)
}

/// As [`work_backward`], of the deals that took a time within these bounds in days rather than the usual one.
pub fn work_backward_within(
    log: &EventLog,
    selection: &Selection,
    last: Option<usize>,
    within: Option<(f64, f64)>,
) -> WorkBackward {
    let deals = selection.deals(log);
    let (found, stages) = rayon::join(|| of_deals(log, &deals, last, within), || stage_names(log, &deals));
    WorkBackward { stages, ..found }
}

/// All but the names of the stages.
fn of_deals(log: &EventLog, deals: &[u32], last: Option<usize>, within: Option<(f64, f64)>) -> WorkBackward {
    let acts = Touching::of(log);
    let (won, undated) = won(log, deals, last);
    let days = sorted_days(&won);
    let found = densest(&days);
    let span = match within {
        Some((from, to)) => Some(asked(&days, from, to)),
        None => found,
    };
    let all = within.is_none() && won.len() <= ALL;
    let chosen: Vec<u32> =
        won.iter().filter(|(_, days)| all || span.is_none_or(|s| s.holds(*days))).map(|(deal, _)| *deal).collect();
    let groups = if within.is_none() { span::groups(&days) } else { Vec::new() };
    let steps = steps::steps(log, &acts, &chosen);
    WorkBackward {
        as_of: log.as_of(),
        sentence: sentence(won.len(), last, span.as_ref()),
        notes: notes(&chosen, span.as_ref(), &groups, undated, steps.touchpoints),
        won: won.len() as u64,
        undated,
        last: last.map(|n| n as u64),
        days: summary(days),
        span,
        groups,
        little: (chosen.len() as u64) < LITTLE / 2,
        touchpoints: steps.touchpoints,
        deals: chosen.len() as u64,
        owners: owners(log, &chosen),
        touches: steps.touches,
        steps: steps.steps,
        rare: steps.rare,
        stages: Vec::new(),
        shown: latest(log, chosen, SHOWN).into_iter().map(|deal| one(log, &acts, deal)).collect(),
    }
}

/// How many owners the deals have.
fn owners(log: &EventLog, deals: &[u32]) -> u64 {
    let Some(field) = log.deals.fields.get(OWNER) else { return 0 };
    let mut seen = vec![false; field.values.len()];
    for deal in deals {
        if let Some(seen) = seen.get_mut(field.code(*deal) as usize) {
            *seen = true;
        }
    }
    seen.into_iter().filter(|seen| *seen).count() as u64
}

/// The typical time to close of the won deals of the selection, as a span and as a sentence.
pub(crate) fn typical(log: &EventLog, selection: &Selection) -> Option<(Span, String)> {
    let (won, _) = won(log, &selection.deals(log), None);
    let span = densest(&sorted_days(&won))?;
    Some((span, sentence(won.len(), None, Some(&span))))
}

/// The won deals with both dates (of these the last so many to close) with their days, and how many have no dates.
fn won(log: &EventLog, deals: &[u32], last: Option<usize>) -> (Vec<(u32, f64)>, u64) {
    let won: Vec<u32> = deals.iter().copied().filter(|deal| log.outcome(*deal) == Outcome::Won).collect();
    let all = won.len();
    let mut dated: Vec<u32> = won.into_iter().filter(|deal| log.days(*deal).is_some()).collect();
    let undated = (all - dated.len()) as u64;
    if let Some(last) = last {
        dated = latest(log, dated, last);
    }
    (dated.into_iter().filter_map(|deal| Some((deal, log.days(deal)?))).collect(), undated)
}

fn sorted_days(won: &[(u32, f64)]) -> Vec<f64> {
    let mut days: Vec<f64> = won.iter().map(|(_, days)| *days).collect();
    days.par_sort_unstable_by(f64::total_cmp);
    days
}

/// A span that somebody asked for.
fn asked(days: &[f64], from: f64, to: f64) -> Span {
    let (from, to) = (from.min(to).max(0.0), from.max(to).max(0.0));
    let deals = days.iter().filter(|d| **d >= from - 1e-9 && **d <= to + 1e-9).count() as u64;
    let unit = SpanUnit::Day;
    Span {
        unit,
        from: from.floor() as u64,
        to: to.ceil() as u64,
        from_days: from,
        to_days: to,
        deals,
        of: days.len() as u64,
    }
}

fn sentence(won: usize, last: Option<usize>, span: Option<&Span>) -> String {
    let Some(span) = span else {
        return match won {
            0 => "We can't tell yet: no won deal has both dates.".into(),
            n => format!("We can't tell yet: {}.", counted(n as u64, "won deal")),
        };
    };
    let of = match last {
        Some(last) if last <= won => format!("the last {}", sentence::grouped(won as u64)),
        _ => sentence::grouped(won as u64),
    };
    format!("{} of {of} won deals closed {}.", sentence::grouped(span.deals), sentence::within(span))
}

fn notes(chosen: &[u32], span: Option<&Span>, groups: &[Span], undated: u64, touchpoints: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if let [first, .., last] = groups {
        let parts: Vec<String> = groups
            .iter()
            .map(|g| format!("{} of {} {}", sentence::grouped(g.deals), sentence::grouped(g.of), sentence::within(g)))
            .collect();
        notes.push(format!(
            "The times fall into {} groups rather than one: around {} and around {}. Look at each by itself ({}).",
            sentence::word(groups.len() as u64),
            sentence::in_days((first.from_days + first.to_days) / 2.0),
            sentence::in_days((last.from_days + last.to_days) / 2.0),
            parts.join("; ")
        ));
    } else if span.is_some_and(|s| s.to_days > WIDE * s.from_days.max(s.unit.days())) && chosen.len() > ALL {
        notes.push("The times differ widely, so this span is no usual time. Choose deals that are more alike.".into());
    }
    if !chosen.is_empty() && (chosen.len() as u64) < LITTLE / 2 {
        notes.push(format!(
            "{}: look at the deals themselves; averages of so few say little.",
            capital(&counted(chosen.len() as u64, "deal"))
        ));
    }
    if undated > 0 {
        notes.push(format!("{} without both dates left out.", capital(&counted(undated, "won deal"))));
    }
    if !touchpoints && !chosen.is_empty() {
        notes.push("This data has no calls, mails or meetings: the steps are stages alone.".into());
    }
    notes
}
