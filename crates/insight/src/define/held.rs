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
    signs::Seen,
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
        let until = now.as_microsecond();
        let unmet = |seen: &mut Seen, deal: u32| {
            columns.read(deal, until, seen);
            (0..required.len()).filter(|place| !columns.holds(*place, deal, until, seen)).collect::<Vec<usize>>()
        };
        let is_held = |seen: &mut Seen, deal: &u32| (!unmet(seen, *deal).is_empty()).then_some(*deal);
        let held: Vec<u32> = deals.par_iter().map_init(|| columns.fresh(), is_held).flatten().collect();
        let (open, count) = (deals.len() as u64, held.len() as u64);
        let mut seen = columns.fresh();
        let shown = open::first(log, held, LISTED).into_iter().map(|deal| {
            let missing = unmet(&mut seen, deal).into_iter().map(|place| required[place].id.clone()).collect();
            HeldDeal { deal: open::shown(log, deal, now), missing }
        });
        let (stage, name, met, deals) = (stage.id.clone(), stage.name.clone(), open - count, shown.collect());
        StageHeld { stage, name, open, met, held: count, deals }
    });
    held.collect()
}
