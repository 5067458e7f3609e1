//! How long deals stay in each stage.

use rayon::prelude::*;

use super::{StageSurvival, SurvivalPoint, TimeGroup, TimeInStage, group};
use crate::{
    discover::stages::order,
    log::{End, EventLog, MICROS_A_DAY, NEVER},
    select::Selection,
    stats::survival::{Observation, Step, aalen_johansen, kaplan_meier, median, median_bounds},
    table::{Cell, Kind, Table},
};

/// Steps of a curve at most.
const STEPS: usize = 200;
/// Ends of a visit, as [`Observation::outcome`] has them.
const STILL_THERE: u8 = 0;
const MOVED_ON: u8 = 1;
const LOST: u8 = 2;

/// Time in each stage by Kaplan–Meier, by the values of a field if one is named. Visits that have not ended count up
/// to the last dated moment in the data.
pub fn time_in_stage(log: &EventLog, selection: &Selection, by: Option<&str>) -> TimeInStage {
    let stages = order(log, &selection.deals(log));
    let groups = group::groups(log, selection, by);
    let now = log.as_of_micros();
    let one = |g: group::DealsBy| TimeGroup { value: g.value, stages: of_deals(log, &g.deals, &stages, now) };
    TimeInStage { as_of: log.as_of(), groups: groups.into_par_iter().map(one).collect() }
}

fn of_deals(log: &EventLog, deals: &[u32], stages: &[u32], now: i64) -> Vec<StageSurvival> {
    let mut seen: Vec<(Vec<Observation>, u64)> = vec![(Vec::new(), 0); log.sorts.stages.len()];
    for visit in deals.iter().flat_map(|deal| log.visits(*deal)) {
        let (observed, undated) = &mut seen[visit.stage as usize];
        let (outcome, until) = match visit.end {
            End::Open => (STILL_THERE, now),
            End::Moved(_) | End::Won(_) | End::Left => (MOVED_ON, visit.to),
            End::Lost(_) => (LOST, visit.to),
        };
        if visit.from == NEVER || until == NEVER {
            *undated += 1;
            continue;
        }
        observed.push(Observation { time: (until - visit.from).max(0) as f64 / MICROS_A_DAY, outcome });
    }
    let named = stages.iter().map(|s| (log.sorts.stages.get(*s), &seen[*s as usize]));
    named.map(|(name, (observed, undated))| survival(name, observed, *undated)).collect()
}

fn survival(stage: &str, observed: &[Observation], undated: u64) -> StageSurvival {
    let visits = observed.len() as u64;
    let ended = observed.iter().filter(|o| o.outcome != STILL_THERE).count() as u64;
    let steps = kaplan_meier(observed);
    let (low, high) = median_bounds(&steps);
    let (moved_on, lost) = aalen_johansen(observed, f64::INFINITY);
    let some = |share: f64| (visits > 0).then_some(share);
    StageSurvival {
        stage: stage.to_owned(),
        visits,
        ended,
        censored: visits - ended,
        undated,
        median_days: median(&steps),
        low,
        high,
        curve: if visits > 0 { thinned(&steps) } else { Vec::new() },
        moved_on: some(moved_on),
        lost: some(lost),
    }
}

/// Evenly chosen steps, the first and the last among them.
fn thinned(steps: &[Step]) -> Vec<SurvivalPoint> {
    let last = steps.len().saturating_sub(1);
    let kept = steps.len().min(STEPS);
    let places = (0..kept).map(|i| if kept == steps.len() { i } else { i * last / (kept - 1) });
    let point = |s: &Step| SurvivalPoint { days: s.time, share: s.share, low: s.low, high: s.high, at_risk: s.at_risk };
    places.filter_map(|i| steps.get(i)).map(point).collect()
}

impl TimeInStage {
    /// One row a group and stage.
    pub fn rows(&self) -> Table {
        let columns = [
            ("group", Kind::Text),
            ("stage", Kind::Text),
            ("visits", Kind::Integer),
            ("ended", Kind::Integer),
            ("censored", Kind::Integer),
            ("undated", Kind::Integer),
            ("median_days", Kind::Number),
            ("low", Kind::Number),
            ("high", Kind::Number),
            ("moved_on", Kind::Number),
            ("lost", Kind::Number),
        ];
        let row = |value: &Option<String>, s: &StageSurvival| {
            let names = [Cell::from(value.as_ref()), Cell::from(&s.stage)];
            let counts = [s.visits, s.ended, s.censored, s.undated].map(Cell::from);
            let figures = [s.median_days, s.low, s.high, s.moved_on, s.lost].map(Cell::from);
            names.into_iter().chain(counts).chain(figures).collect()
        };
        let rows = self.groups.iter().flat_map(|g| g.stages.iter().map(move |s| row(&g.value, s)));
        Table::new(&columns, rows.collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
