//! How the team really sells.

mod back;
mod bottleneck;
mod breakdown;
mod discovery;
pub mod drivers;
mod findings;
pub mod interview;
mod layout;
mod look_back;
mod map;
mod map_view;
mod names;
mod places;
pub(crate) mod proposal;
pub(crate) mod sentence;
pub(crate) mod stages;
mod tally;
pub(crate) mod touch;
mod variant_list;
mod variants;
mod waits;

pub use self::{
    back::{BackStep, Span, SpanUnit, Touches, WorkBackward, work_backward, work_backward_within},
    bottleneck::{Bottleneck, Bottlenecks, Waiting, bottlenecks},
    discovery::*,
    drivers::{Drivers, drivers},
    findings::{Findings, Told, findings},
    look_back::{Back, look_back},
    map_view::{
        Activities, Compared, MapRequest, MapView, Replay, ReplayDeal, Toward, ViewEdge, ViewNode, Wanted,
        map_that_fits, map_view, replay,
    },
    proposal::{Basis, Proposal, StagesFrom, propose},
    touch::{
        ActList, ActShare, AnswerBin, AnswerTimes, Channel, FirstAndLast, Opinion, Proportion, StageTouches,
        TouchCount, TouchRow, Touchpoints, first_and_last, touchpoints,
    },
    variant_list::{VariantCsv, VariantPage, VariantRequest, VariantRow, variant_csv, variant_list},
};

use std::collections::BTreeMap;

use model::{Outcome, fact::Rows};

use crate::{
    log::{EventLog, MICROS_A_DAY, NEVER, Steps, View},
    select::Selection,
    stats::{
        proportion::wilson,
        quantile::{summary, summary_of_micros},
    },
};

/// The stages that the data has, in the order of the way most deals take.
pub fn stages_in_order(log: &EventLog) -> Vec<String> {
    let all: Vec<u32> = log.all().collect();
    stages::order(log, &all).into_iter().map(|s| log.sorts.stages.get(s).to_owned()).collect()
}

/// The ways that the deals of a selection go.
#[derive(Debug, Clone, PartialEq)]
pub struct Ways {
    /// All steps and moves; nothing has a place.
    pub map: ProcessMap,
    /// Sequences of steps.
    pub variants: Variants,
    /// Seconds from the first to the last step of a deal.
    pub case_seconds: Summary,
}

/// Counted map, variants and durations of the deals of a selection, without the rest of [`discover`].
pub fn ways(log: &EventLog, selection: &Selection) -> Ways {
    let deals = selection.deals(log);
    map::ways(log, &Steps::of(log, View::All), &deals)
}

/// Everything that is found in the deals of the selection, with how they are won.
pub fn discover_in_full(log: &EventLog, selection: &Selection, rows: Rows) -> Discovery {
    let (found, findings) = rayon::join(|| discover(log, selection, rows), || findings(log, selection));
    Discovery { findings, ..found }
}

/// What is counted in the deals of the selection.
pub fn discover(log: &EventLog, selection: &Selection, rows: Rows) -> Discovery {
    let deals = selection.deals(log);
    let ((of_stages, of_all), (stages, ((breakdowns, differences), (cycle_days, value)))) = rayon::join(
        || both_ways(log, &deals),
        || {
            rayon::join(
                || stages::stages(log, &deals),
                || {
                    rayon::join(
                        || breakdown::breakdowns(log, &deals),
                        || rayon::join(|| cycle_days(log, &deals), || value(log, &deals)),
                    )
                },
            )
        },
    );
    let counts = counts(log, &deals);
    let win_rate = win_rate(counts.won, counts.won + counts.lost);
    let names = stages.iter().map(|s| s.name.clone()).collect();
    Discovery {
        schema: 1,
        as_of: log.as_of(),
        sentence: sentence::headline(&counts, &win_rate, &cycle_days),
        deals: counts,
        win_rate,
        cycle_days,
        value,
        case_seconds: of_all.case_seconds,
        stages,
        map: of_all.map,
        stage_map: of_stages.map,
        variants: of_all.variants,
        stage_variants: of_stages.variants,
        breakdowns,
        differences,
        look_back: look_back::last_closed(
            log,
            &deals,
            names,
            Back { n: 10, outcome: Some(Outcome::Won), spread: false },
        ),
        rows,
        findings: Findings::default(),
    }
}

/// The ways among stages alone and among all activities, with their maps laid out.
fn both_ways(log: &EventLog, deals: &[u32]) -> (Ways, Ways) {
    let (all, stages) = (Steps::of(log, View::All), Steps::of(log, View::Stages));
    let ways = |steps| map::ways(log, steps, deals);
    let (mut of_stages, of_all) = rayon::join(|| ways(&stages), || (!all.same_as(&stages)).then(|| ways(&all)));
    layout::lay_out(&mut of_stages.map, &[]);
    let Some(mut of_all) = of_all else { return (of_stages.clone(), of_stages) };
    layout::lay_out(&mut of_all.map, &layout::backbone(&of_stages.map));
    (of_stages, of_all)
}

fn cycle_days(log: &EventLog, deals: &[u32]) -> CycleDays {
    let (won, lost) = rayon::join(|| days(log, deals, Outcome::Won), || days(log, deals, Outcome::Lost));
    CycleDays { won, lost }
}

fn counts(log: &EventLog, deals: &[u32]) -> DealCounts {
    let mut counts = DealCounts { total: deals.len() as u64, ..DealCounts::default() };
    for deal in deals {
        match log.outcome(*deal) {
            Outcome::Open => counts.open += 1,
            Outcome::Won => counts.won += 1,
            Outcome::Lost => counts.lost += 1,
        }
    }
    counts
}

/// Won of closed with its interval.
pub(crate) fn win_rate(won: u64, closed: u64) -> WinRate {
    let (low, high) = wilson(won, closed).unzip();
    let rate = (closed > 0).then(|| won as f64 / closed as f64);
    WinRate { won, closed, rate, low, high, method: "wilson-95".into() }
}

fn days(log: &EventLog, deals: &[u32], outcome: Outcome) -> Summary {
    let of = |deal: &&u32| log.outcome(**deal) == outcome;
    let span = |deal: &u32| (log.deals.created[*deal as usize], log.deals.closed[*deal as usize]);
    let dated = deals.iter().filter(of).map(span).filter(|(from, to)| *to != NEVER && from <= to);
    let mut micros: Vec<i64> = dated.map(|(from, to)| to - from).collect();
    summary_of_micros(&mut micros, MICROS_A_DAY)
}

/// Value in the currency that most won deals have (most deals, where nothing is won).
fn value(log: &EventLog, deals: &[u32]) -> ValueSummary {
    let valued = || deals.iter().filter_map(|deal| Some((*deal, log.value_minor(*deal)?)));
    let mut by_currency: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (deal, _) in valued() {
        let (won, all) = by_currency.entry(log.currency(deal).unwrap_or_default()).or_default();
        *won += u64::from(log.outcome(deal) == Outcome::Won);
        *all += 1;
    }
    let Some((currency, _)) = by_currency.into_iter().max_by_key(|(_, counts)| *counts) else {
        return ValueSummary::default();
    };
    let mut found = ValueSummary { currency: currency.to_owned(), ..ValueSummary::default() };
    let mut won = Vec::new();
    for (deal, minor) in valued() {
        match log.outcome(deal) {
            _ if log.currency(deal).unwrap_or_default() != currency => found.others += 1,
            Outcome::Won => {
                found.won_total_minor = found.won_total_minor.saturating_add(minor);
                won.push(minor as f64 / 100.0);
            }
            Outcome::Open => found.open_total_minor = found.open_total_minor.saturating_add(minor),
            Outcome::Lost => {}
        }
    }
    found.won = summary(won);
    found
}
