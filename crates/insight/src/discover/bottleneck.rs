//! Stages whose waiting time costs most.

use model::{Outcome, Side, Timestamp};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Summary,
    sentence::{LITTLE, counted, grouped, in_days, percent},
    touch::{Proportion, Touching},
};
use crate::{
    log::{Class, End, EventLog, MICROS_A_DAY, NEVER, NONE},
    parts::tallied,
    select::Selection,
    stats::{
        quantile::{median_of, summary_of_micros},
        survival::{Observation, kaplan_meier, median, median_bounds},
    },
};

/// Shorter gaps within a stage are no waiting.
const GAP: i64 = 86_400_000_000;

/// Where the time of the won deals goes, and what a shorter stay would make of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Bottlenecks {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// What costs most, in a sentence.
    pub sentence: String,
    /// What to bear in mind. Sentences.
    pub notes: Vec<String>,
    /// Won deals with both dates.
    pub won: u64,
    /// Days from beginning to close of these.
    pub days: Summary,
    /// Their days added up.
    pub total_days: f64,
    /// The stages, most costly first.
    pub stages: Vec<Bottleneck>,
}

/// What one stage costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Bottleneck {
    /// The stage.
    pub stage: String,
    /// Place in the order of stages, 0 the first.
    pub place: u64,
    /// Won deals with a dated stay in it.
    pub deals: u64,
    /// Days that they spent in it, added up.
    pub total_days: f64,
    /// total_days of the days of all won deals; 0 to 1.
    pub share: Option<f64>,
    /// Days in it of each won deal that was in it, all stays together.
    pub days: Summary,
    /// Median days of all won deals as they are.
    pub median_days: Option<f64>,
    /// The same if no deal had stayed in this stage longer than the lower quartile of `days`.
    pub median_days_then: Option<f64>,
    /// The difference: how much shorter the median sale would be.
    pub shorter_days: Option<f64>,
    /// Waiting time of all deals, won or not, with open ones as not ended.
    pub waiting: Waiting,
    /// Of the stays with a gap of a day or more, those in which we had acted last before the longest one: the deal waited
    /// for the prospect. Of those of which the data says who had.
    pub for_prospect: Proportion,
    /// Days of those gaps that began with an act of ours.
    pub gap_days_prospect: f64,
    /// Days of those gaps that began with an act of the prospect: the deal waited for us.
    pub gap_days_us: f64,
    /// In words.
    pub sentence: String,
}

/// Time in a stage by Kaplan–Meier.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Waiting {
    /// Dated stays.
    pub visits: u64,
    /// Of these, not ended.
    pub open: u64,
    /// Median days; none where more than half are still there.
    pub median: Option<f64>,
    /// Lower bound at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// What the stays in one stage have.
#[derive(Clone, Default)]
struct Tally {
    observed: Vec<Observation>,
    /// Own time in the stage of each won deal that was in it, with the deal's place among the won ones.
    own: Vec<(u32, i64)>,
    for_prospect: u64,
    for_us: u64,
    gap_prospect: i64,
    gap_us: i64,
}

/// Stages by the days that the won deals of the selection spent in them.
pub fn bottlenecks(log: &EventLog, selection: &Selection) -> Bottlenecks {
    let deals = selection.deals(log);
    let acts = Touching::of(log);
    let order = super::stages::order(log, &deals);
    let whole = |deal: &u32| {
        let (from, to) = (log.deals.created[*deal as usize], log.deals.closed[*deal as usize]);
        (log.outcome(*deal) == Outcome::Won && from <= to && to != NEVER).then(|| to - from)
    };
    let cycles: Vec<i64> = deals.iter().filter_map(whole).collect();
    // Places of the won deals among `cycles`.
    let mut next = 0;
    let numbered: Vec<(u32, Option<u32>)> = deals
        .iter()
        .map(|deal| {
            let number = whole(deal).map(|_| next);
            next += u32::from(number.is_some());
            (*deal, number)
        })
        .collect();
    let n = log.sorts.stages.len();
    let fresh = || vec![Tally::default(); n];
    let now = log.as_of_micros();
    let one = |tallies: &mut Vec<Tally>, (deal, number)| take(log, &acts, deal, number, now, tallies);
    let mut tallies = tallied(&numbered, fresh, one, merged);
    let named: Vec<(u64, u32, Tally)> =
        (0..).zip(order).map(|(place, s)| (place, s, std::mem::take(&mut tallies[s as usize]))).collect();
    let mut stages: Vec<Bottleneck> = named
        .into_par_iter()
        .map(|(place, stage, tally)| one_stage(log.sorts.stages.get(stage), place, tally, &cycles))
        .collect();
    stages.sort_by(|a, b| b.total_days.total_cmp(&a.total_days).then_with(|| a.place.cmp(&b.place)));
    let total_days = cycles.iter().map(|c| *c as f64 / MICROS_A_DAY).sum();
    let won = cycles.len() as u64;
    Bottlenecks {
        as_of: log.as_of(),
        sentence: sentence(&stages, won),
        notes: notes(&stages, won, total_days),
        won,
        days: summary_of_micros(&mut cycles.clone(), MICROS_A_DAY),
        total_days,
        stages,
    }
}

fn take(log: &EventLog, acts: &Touching<'_>, deal: u32, number: Option<u32>, now: i64, tallies: &mut [Tally]) {
    for visit in log.visits(deal) {
        let tally = &mut tallies[visit.stage as usize];
        let open = visit.end == End::Open;
        let until = if open { now } else { visit.to };
        if visit.from == NEVER || until == NEVER {
            continue;
        }
        let time = (until - visit.from).max(0);
        tally.observed.push(Observation { time: time as f64 / MICROS_A_DAY, outcome: u8::from(!open) });
        match (number, tally.own.last_mut()) {
            (Some(number), Some((last, own))) if *last == number => *own += time,
            (Some(number), _) if !open => tally.own.push((number, time)),
            _ => {}
        }
    }
    gaps(log, acts, deal, tallies);
}

/// The longest gap of each stay, and who had acted last before it.
fn gaps(log: &EventLog, acts: &Touching<'_>, deal: u32, tallies: &mut [Tally]) {
    let (mut stage, mut last_at, mut last_side) = (NONE, NEVER, Side::Unknown);
    let mut longest = (0_i64, Side::Unknown);
    for i in acts.before(deal) {
        let (at, class, touch) = (log.events.at[i], acts.class(i), acts.touch(i));
        let moves = matches!(class, Class::Stage | Class::Won | Class::Lost);
        if at == NEVER || (!moves && touch.is_none()) {
            continue;
        }
        if last_at != NEVER && at - last_at > longest.0 {
            longest = (at - last_at, last_side);
        }
        last_at = at;
        if let Some(touch) = touch {
            last_side = touch.side;
        }
        if moves {
            if stage != NONE && longest.0 >= GAP {
                tallies[stage as usize].wait(longest);
            }
            longest = (0, Side::Unknown);
            stage = if class == Class::Stage { log.sorts.all[log.events.sort[i] as usize].stage } else { NONE };
        }
    }
}

impl Tally {
    fn wait(&mut self, (time, side): (i64, Side)) {
        match side {
            Side::Rep => {
                self.for_prospect += 1;
                self.gap_prospect += time;
            }
            Side::Prospect => {
                self.for_us += 1;
                self.gap_us += time;
            }
            Side::System | Side::Unknown => {}
        }
    }
}

fn merged(mut all: Vec<Tally>, more: Vec<Tally>) -> Vec<Tally> {
    for (a, b) in all.iter_mut().zip(more) {
        a.observed.extend(b.observed);
        a.own.extend(b.own);
        a.for_prospect += b.for_prospect;
        a.for_us += b.for_us;
        a.gap_prospect += b.gap_prospect;
        a.gap_us += b.gap_us;
    }
    all
}

fn one_stage(stage: &str, place: u64, tally: Tally, cycles: &[i64]) -> Bottleneck {
    let mut own: Vec<i64> = tally.own.iter().map(|(_, time)| *time).collect();
    let total_days = own.iter().map(|t| *t as f64 / MICROS_A_DAY).sum::<f64>();
    let whole: f64 = cycles.iter().map(|c| *c as f64 / MICROS_A_DAY).sum();
    let days = summary_of_micros(&mut own, MICROS_A_DAY);
    let now = median_of(&mut cycles.to_vec());
    let then = days.q25.and_then(|q25| median_of(&mut shortened(cycles, &tally.own, (q25 * MICROS_A_DAY) as i64)));
    let in_days = |micros: Option<f64>| micros.map(|m| m / MICROS_A_DAY);
    let steps = kaplan_meier(&tally.observed);
    let (low, high) = median_bounds(&steps);
    let visits = tally.observed.len() as u64;
    let mut found = Bottleneck {
        stage: stage.to_owned(),
        place,
        deals: tally.own.len() as u64,
        total_days,
        share: (whole > 0.0).then(|| total_days / whole),
        days,
        median_days: in_days(now),
        median_days_then: in_days(then),
        shorter_days: now.zip(then).map(|(now, then)| (now - then) / MICROS_A_DAY),
        waiting: Waiting {
            visits,
            open: tally.observed.iter().filter(|o| o.outcome == 0).count() as u64,
            median: median(&steps),
            low,
            high,
        },
        for_prospect: Proportion::new(tally.for_prospect, tally.for_prospect + tally.for_us),
        gap_days_prospect: tally.gap_prospect as f64 / MICROS_A_DAY,
        gap_days_us: tally.gap_us as f64 / MICROS_A_DAY,
        sentence: String::new(),
    };
    found.sentence = stage_sentence(&found);
    found
}

/// The whole times with each deal's own time in the stage replaced by `most` where it was longer.
fn shortened(cycles: &[i64], own: &[(u32, i64)], most: i64) -> Vec<i64> {
    let mut cycles = cycles.to_vec();
    for (number, time) in own {
        let whole = &mut cycles[*number as usize];
        *whole = (*whole - (time - most).max(0)).max(0);
    }
    cycles
}

/// Whom the stays waited for, where the interval is on one side of one half.
fn waits_for(stage: &Bottleneck) -> Option<String> {
    let Proportion { count, of, low, high, .. } = stage.for_prospect;
    let us = of - count;
    match (low?, high?) {
        (low, _) if low > 0.5 => Some(format!(
            "It waits for the prospect: we had acted last before the longest gap in {} of {} stays.",
            grouped(count),
            grouped(of)
        )),
        (_, high) if high < 0.5 => Some(format!(
            "It waits for us: the prospect had acted last before the longest gap in {} of {} stays.",
            grouped(us),
            grouped(of)
        )),
        _ => Some(format!(
            "It waits for both: we had acted last before the longest gap in {} of {} stays.",
            grouped(count),
            grouped(of)
        )),
    }
}

fn stage_sentence(stage: &Bottleneck) -> String {
    if stage.deals == 0 {
        return "No won deal has a dated stay in it.".into();
    }
    let what_if = match (stage.days.q25, stage.shorter_days, stage.median_days, stage.median_days_then) {
        (Some(q25), Some(shorter), Some(now), Some(then)) if stage.deals >= LITTLE && shorter > 0.0 => format!(
            "If no won deal had stayed longer than its best quartile ({}), the median sale would be {} shorter: {} \
             instead of {}.",
            in_days(q25),
            in_days(shorter),
            in_days(then),
            in_days(now)
        ),
        (_, Some(shorter), ..) if stage.deals >= LITTLE && shorter <= 0.0 => {
            "A shorter stay here would not make the median sale shorter.".into()
        }
        _ => format!("We can't tell what a shorter stay would bring: {}.", counted(stage.deals, "won deal")),
    };
    match waits_for(stage) {
        Some(waits) => format!("{what_if} {waits}"),
        None => what_if,
    }
}

fn sentence(stages: &[Bottleneck], won: u64) -> String {
    let Some(first) = stages.first().filter(|s| s.deals > 0) else {
        return match won {
            0 => "We can't tell yet: no won deal has both dates.".into(),
            _ => "The data names no stages with dates, so we cannot say where the time goes.".into(),
        };
    };
    if won < LITTLE {
        return format!(
            "We can't tell yet: {}. {} most of {} time in {}, {} altogether.",
            counted(won, "won deal"),
            if won == 1 { "It spent" } else { "They spent" },
            if won == 1 { "its" } else { "their" },
            first.stage,
            in_days(first.total_days)
        );
    }
    let share = first.share.map_or_else(String::new, |s| format!("{} of the time of all won deals", percent(s)));
    format!("{} costs most: {share} is spent there. {}", first.stage, first.sentence)
}

fn notes(stages: &[Bottleneck], won: u64, total: f64) -> Vec<String> {
    let mut notes = Vec::new();
    let told = stages.iter().map(|s| s.total_days).sum::<f64>();
    if won >= LITTLE && !stages.is_empty() {
        notes.push(
            "A calculation, no forecast: every other stage is left as it was, and whether deals can go faster is not in \
             the data."
                .into(),
        );
    }
    if total > 0.0 && told / total < 0.9 && told > 0.0 {
        notes.push(format!("{} of the time of won deals is outside dated stages.", percent(1.0 - told / total)));
    }
    notes
}
