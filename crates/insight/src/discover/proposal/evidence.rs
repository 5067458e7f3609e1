//! Whether a criterion would have held in the past.

use model::process::{Criterion, Process};

use super::has_touchpoints;
use crate::{
    define::{Among, Asked, Counting, Met, Stages, occurs},
    discover::sentence::{LITTLE, grouped},
    log::EventLog,
};

/// Writes the evidence of each criterion.
pub(super) fn add(log: &EventLog, deals: &[u32], process: &mut Process) {
    if !has_touchpoints(log) {
        return all_untested(process, "No touchpoints in this data, so untested.");
    }
    let (stages, asked) = (Stages::of(log, process), Asked::all(log, process));
    let found = Counting { log, stages: &stages, asked: &asked, before: false }.count(deals);
    for (stage, at_stage) in process.stages.iter_mut().zip(found) {
        for (place, criterion) in stage.exit.iter_mut().enumerate() {
            let (among, met) = at_stage.compared(place);
            criterion.evidence = sentence(log, criterion, among, met, stage.observed.is_empty());
            let won = met.all().won;
            if won >= LITTLE && met.had.won * 2 < won && criterion.required {
                criterion.required = false;
                criterion.evidence.push_str(" A wish for now, as most won deals moved on without.");
            }
        }
    }
}

fn all_untested(process: &mut Process, why: &str) {
    for criterion in process.stages.iter_mut().flat_map(|s| &mut s.exit) {
        criterion.evidence = why.to_owned();
    }
}

fn sentence(log: &EventLog, criterion: &Criterion, among: Among, met: Met, unseen: bool) -> String {
    if unseen {
        return "The stage is not in the data, so untested.".into();
    }
    let all = met.all();
    if all.closed() == 0 {
        return "No closed deal has left the stage at a known time, so untested.".into();
    }
    if !occurs(log, &criterion.test) {
        return "No such touchpoints in this data, so untested.".into();
    }
    format!(
        "Held for {} of {} won and {} of {} lost deals when they {}.",
        grouped(met.had.won),
        grouped(all.won),
        grouped(met.had.lost),
        grouped(all.lost),
        match among {
            Among::MovedOn => "moved on",
            Among::Left => "left",
        }
    )
}
