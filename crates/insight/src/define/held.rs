//! Which open deals the exit criteria of a process would hold.

use model::{
    Outcome, Timestamp,
    process::{Criterion, Process},
};
use rayon::prelude::*;

use super::{
    columns::Columns,
    open,
    result::{HeldDeal, StageHeld},
    way::Stages,
};
use crate::{log::EventLog, select::Selection};

/// Deals listed of each stage at most.
const LISTED: usize = 200;

/// For each stage that has required exit criteria: the open deals now in it, how many meet all of these at `now`, and
/// which do not, with what is missing. So one sees which deals a new version of a process would hold.
pub fn held_deals(log: &EventLog, process: &Process, selection: &Selection, now: Timestamp) -> Vec<StageHeld> {
    let stages = Stages::of(log, process);
    let mut here: Vec<Vec<u32>> = vec![Vec::new(); process.stages.len()];
    for deal in selection.deals(log).into_iter().filter(|d| log.outcome(*d) == Outcome::Open) {
        if let Some(stage) = stages.standing(deal) {
            here[stage].push(deal);
        }
    }
    let asked = process.stages.iter().zip(here).filter_map(|(stage, deals)| {
        let required: Vec<&Criterion> = stage.exit.iter().filter(|c| c.required).collect();
        (!required.is_empty()).then_some((stage, required, deals))
    });
    let held = asked.map(|(stage, required, deals)| {
        let columns = Columns::of(log, required.iter().map(|c| &c.test), &process.schemes);
        let held = missing(&columns, &required, &deals, now.as_microsecond());
        let (open, count) = (deals.len() as u64, held.len() as u64);
        let deals = open::first(log, held, LISTED).into_iter();
        let deals = deals.map(|(deal, missing)| HeldDeal { deal: open::shown(log, deal, now), missing });
        let (stage, name) = (stage.id.clone(), stage.name.clone());
        StageHeld { stage, name, open, met: open - count, held: count, deals: deals.collect() }
    });
    held.collect()
}

/// The deals that do not meet all of the criteria, with the ids of those that they do not.
fn missing(columns: &Columns<'_>, required: &[&Criterion], deals: &[u32], until: i64) -> Vec<(u32, Vec<String>)> {
    let of_deal = |seen: &mut super::signs::Seen, deal: &u32| {
        columns.read(*deal, until, seen);
        let unmet = required.iter().enumerate().filter(|(place, _)| !columns.holds(*place, *deal, until, seen));
        let unmet: Vec<String> = unmet.map(|(_, criterion)| criterion.id.clone()).collect();
        (!unmet.is_empty()).then_some((*deal, unmet))
    };
    deals.par_iter().map_init(|| columns.fresh(), of_deal).flatten().collect()
}
