//! Which share of the deals comes from one stage to another.

use model::Outcome;
use rayon::prelude::*;

use super::{Conversion, ConversionGroup, ConversionStep, Period, group};
use crate::{
    discover::{
        stages::{order, places},
        win_rate,
    },
    log::{End, EventLog, MICROS_A_DAY, NEVER, NONE},
    select::Selection,
    stats::quantile::median_of,
    table::{Cell, Kind, Table},
};

/// Conversion between every ordered pair of stages, and to winning, of the deals that first entered the earlier stage
/// in the period (of all, undated ones included, where none is given); by the values of a field if one is named.
pub fn conversion(log: &EventLog, selection: &Selection, period: Option<Period>, by: Option<&str>) -> Conversion {
    let stages = order(log, &selection.deals(log));
    let span = period.map(|p| (p.from.as_microsecond(), p.to.as_microsecond()));
    let one = |g: group::DealsBy| ConversionGroup { value: g.value, steps: of_deals(log, &g.deals, &stages, span) };
    let groups = group::groups(log, selection, by);
    Conversion { period, groups: groups.into_par_iter().map(one).collect() }
}

/// What became of the deals that entered one stage, as to one later aim.
#[derive(Clone, Default)]
struct Tally {
    entered: u64,
    reached: u64,
    lost: u64,
    open: u64,
    micros: Vec<i64>,
}

fn of_deals(log: &EventLog, deals: &[u32], stages: &[u32], span: Option<(i64, i64)>) -> Vec<ConversionStep> {
    let n = stages.len();
    let place = places(log, stages);
    let mut tallies = vec![Tally::default(); n * (n + 1)];
    let mut won_name = NONE;
    let mut won_from = vec![0_u64; n];
    for deal in deals {
        let way = Way::of(log, *deal, &place, n);
        if let Some((from, name)) = way.won {
            won_name = name;
            won_from[from] += 1;
        }
        for (from, (number, entered)) in way.first.iter().enumerate().filter_map(|(i, f)| Some((i, (*f)?))) {
            if span.is_some_and(|(start, end)| entered == NEVER || !(start..end).contains(&entered)) {
                continue;
            }
            for to in from + 1..=n {
                way.count(&mut tallies[from * (n + 1) + to], number, entered, to);
            }
        }
    }
    let winning = if won_name == NONE { "Won" } else { log.sorts.names.get(won_name) };
    let name = |i: usize| stages.get(i).map_or(winning, |s| log.sorts.stages.get(*s));
    let pairs = (0..n).flat_map(|from| (from + 1..=n).map(move |to| (from, to)));
    let last = (0..n).max_by_key(|i| (won_from[*i], *i));
    let adjacent = |from, to| if to == n { last == Some(from) } else { to == from + 1 };
    let step =
        |(from, to): (usize, usize)| step(name(from), name(to), adjacent(from, to), &mut tallies[from * (n + 1) + to]);
    pairs.map(step).collect()
}

/// A deal's way: for each stage, and last for winning, its steps with their moments.
struct Way {
    outcome: Outcome,
    /// Number of the step and moment of first entering each stage.
    first: Vec<Option<(usize, i64)>>,
    /// Every entering of each stage; winning last.
    all: Vec<Vec<(usize, i64)>>,
    /// The stage from which it was won last, and the name of winning.
    won: Option<(usize, u32)>,
}

impl Way {
    fn of(log: &EventLog, deal: u32, place: &[Option<usize>], n: usize) -> Self {
        let mut won = None;
        let mut all: Vec<Vec<(usize, i64)>> = vec![Vec::new(); n + 1];
        let visits = log.visits(deal);
        for (number, visit) in visits.enumerate() {
            if let Some(place) = place[visit.stage as usize] {
                all[place].push((number, visit.from));
            }
            if let End::Won(name) = visit.end {
                won = place[visit.stage as usize].map(|from| (from, name));
                all[n].push((number + 1, visit.to));
            }
        }
        let first = all.iter().take(n).map(|entered| entered.first().copied()).collect();
        Self { outcome: log.outcome(deal), first, all, won }
    }

    fn count(&self, tally: &mut Tally, number: usize, entered: i64, to: usize) {
        tally.entered += 1;
        match self.all[to].iter().find(|(later, _)| *later > number) {
            Some((_, at)) => {
                tally.reached += 1;
                if entered != NEVER && *at != NEVER {
                    tally.micros.push((at - entered).max(0));
                }
            }
            None => {
                tally.lost += u64::from(self.outcome == Outcome::Lost);
                tally.open += u64::from(self.outcome == Outcome::Open);
            }
        }
    }
}

fn step(from: &str, to: &str, adjacent: bool, tally: &mut Tally) -> ConversionStep {
    let share = win_rate(tally.reached, tally.entered - tally.open);
    ConversionStep {
        from: from.to_owned(),
        to: to.to_owned(),
        adjacent,
        entered: tally.entered,
        reached: tally.reached,
        lost: tally.lost,
        open: tally.open,
        rate: share.rate,
        low: share.low,
        high: share.high,
        median_days: median_of(&mut tally.micros).map(|m| m / MICROS_A_DAY),
    }
}

impl Conversion {
    /// One row a group and pair of stages.
    pub fn rows(&self) -> Table {
        let columns = [
            ("group", Kind::Text),
            ("from", Kind::Text),
            ("to", Kind::Text),
            ("adjacent", Kind::Boolean),
            ("entered", Kind::Integer),
            ("reached", Kind::Integer),
            ("lost", Kind::Integer),
            ("open", Kind::Integer),
            ("rate", Kind::Number),
            ("low", Kind::Number),
            ("high", Kind::Number),
            ("median_days", Kind::Number),
        ];
        let row = |value: &Option<String>, s: &ConversionStep| {
            let names = [value.as_ref().into(), Cell::from(&s.from), Cell::from(&s.to), s.adjacent.into()];
            let counts = [s.entered, s.reached, s.lost, s.open].map(Cell::from);
            let figures = [s.rate, s.low, s.high, s.median_days].map(Cell::from);
            names.into_iter().chain(counts).chain(figures).collect()
        };
        let rows = self.groups.iter().flat_map(|g| g.steps.iter().map(move |s| row(&g.value, s)));
        Table::new(&columns, rows.collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
