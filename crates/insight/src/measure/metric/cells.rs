//! A metric gathered in the cells of a table: all together, by what it is broken down by, by steps of the calendar.

use rayon::prelude::*;

use super::{
    axis::Axis,
    tally::Tally,
    unit::{Unit, Units, What},
};
use crate::{
    log::{InOrder, NEVER, NONE, Timed},
    parts::tallied,
    stats::survival::Packed,
};

/// What cells there are.
pub(super) struct Shape<'a> {
    pub axes: Vec<Axis<'a>>,
    /// Steps of the calendar, one after the other.
    pub steps: Vec<(i64, i64)>,
    /// The period; none: all time.
    pub span: Option<(i64, i64)>,
    /// The moment at which what stands is counted.
    pub end: i64,
    /// One of what is gathered, empty.
    pub fresh: Tally,
}

/// The group of each deal and of each stage, so that the group of a stay is their sum.
struct Places {
    /// By the deal's number; [`OUT`] for one that is not asked for.
    deals: Vec<u32>,
    /// By the stage's code, the last for none; [`OUT`] for one that is not asked for.
    stages: Vec<u32>,
}

/// In no group.
const OUT: u32 = u32::MAX;

/// What was gathered.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    pub total: Tally,
    /// By the groups of the first axis, then of the second.
    pub groups: Vec<Tally>,
    /// By steps.
    pub series: Vec<Tally>,
    /// By the groups of the only axis, then by steps.
    pub lines: Vec<Tally>,
    pub undated: u64,
    pub without: u64,
}

impl Shape<'_> {
    fn groups(&self) -> usize {
        if self.axes.is_empty() { 0 } else { self.axes.iter().map(|a| a.labels.len()).product() }
    }

    fn has_lines(&self) -> bool {
        self.axes.len() == 1 && !self.steps.is_empty()
    }

    pub(super) fn empty(&self) -> Cells {
        let of = |n: usize| vec![self.fresh.clone(); n];
        let lines = if self.has_lines() { self.groups() * self.steps.len() } else { 0 };
        Cells {
            total: self.fresh.clone(),
            groups: of(self.groups()),
            series: of(self.steps.len()),
            lines: of(lines),
            undated: 0,
            without: 0,
        }
    }

    /// True for a moment of the time that is asked for.
    pub(super) fn takes(&self, at: i64) -> bool {
        self.span.is_none_or(|(from, to)| (from..to).contains(&at))
    }

    /// The cell of a group over all the time.
    pub(super) fn whole<'c>(&self, cells: &'c mut Cells, group: usize) -> &'c mut Tally {
        cells.groups.get_mut(group).unwrap_or(&mut cells.total)
    }

    /// The cell of a group in a step of the calendar.
    pub(super) fn in_step<'c>(&self, cells: &'c mut Cells, group: usize, step: usize) -> Option<&'c mut Tally> {
        let place = group * self.steps.len() + step;
        if self.has_lines() { cells.lines.get_mut(place) } else { cells.series.get_mut(step) }
    }

    /// Gathers what the deals bring. Times are in order then.
    pub(super) fn gather(&self, units: &Units<'_>, deals: &[u32]) -> Cells {
        match units.in_order(deals) {
            Some((times, changed)) => self.gather_in_order(units, deals, times, changed),
            None => self.gather_each(units, deals),
        }
    }

    fn gather_each(&self, units: &Units<'_>, deals: &[u32]) -> Cells {
        let take = |cells: &mut Cells, deal: u32| {
            units.each(deal, &mut |unit| {
                if units.stand() { self.stands(cells, deal, &unit) } else { self.happens(cells, deal, &unit) }
            });
        };
        let mut cells = tallied(deals, || self.empty(), take, Cells::merged);
        cells.add_up(self);
        cells
    }

    /// The same from times that are in order already, and deals that have changed since.
    fn gather_in_order(&self, units: &Units<'_>, deals: &[u32], times: &InOrder, changed: &[u32]) -> Cells {
        let mut places = Places::of(self, units, deals);
        let anew: Vec<u32> = changed.iter().copied().filter(|deal| places.forget(*deal)).collect();
        let gather = |all: &[Timed], runs: bool| {
            let take = |cells: &mut Cells, timed: Timed| {
                if let Some(group) = places.group(&timed) {
                    let time = if runs { units.so_far(&timed) } else { timed.time };
                    self.lasts(cells, group, timed.from, time);
                }
            };
            tallied(all, || self.empty(), take, Cells::merged)
        };
        let (over, running) = (gather(&times.over, false), gather(&times.running, true));
        let mut cells = over.merged(running).merged(self.gather_each(units, &anew));
        cells.undated += times.undated.iter().filter(|timed| places.group(timed).is_some()).count() as u64;
        cells.sort();
        cells
    }

    /// Which group a unit is in.
    pub(super) fn group(&self, deal: u32, unit: &Unit) -> usize {
        self.axes.iter().fold(0, |place, axis| place * axis.labels.len() + axis.group(deal, unit.stage))
    }

    /// The step in which a moment lies.
    pub(super) fn step(&self, at: i64) -> Option<usize> {
        let step = self.steps.partition_point(|s| s.0 <= at).checked_sub(1)?;
        (at < self.steps[step].1).then_some(step)
    }

    /// Times come in order: all that one belongs to gets it in order.
    fn lasts(&self, cells: &mut Cells, group: usize, from: i64, time: Packed) {
        if self.span.is_some_and(|(begin, end)| !(begin..end).contains(&from)) {
            return;
        }
        cells.total.push(time);
        if let Some(tally) = cells.groups.get_mut(group) {
            tally.push(time);
        }
        let Some(step) = self.step(from) else { return };
        cells.series[step].push(time);
        if let Some(tally) = cells.lines.get_mut(group * self.steps.len() + step) {
            tally.push(time);
        }
    }

    fn happens(&self, cells: &mut Cells, deal: u32, unit: &Unit) {
        if unit.at == NEVER {
            cells.undated += 1;
            // A time without its beginning is none; everything else counts where no period is asked for.
            if self.span.is_some() || matches!((&self.fresh, unit.what), (Tally::Times(_), What::Open)) {
                return;
            }
        } else if self.span.is_some_and(|(from, to)| !(from..to).contains(&unit.at)) {
            return;
        }
        if unit.what == What::Without {
            cells.without += 1;
            return;
        }
        let group = self.group(deal, unit);
        match cells.groups.get_mut(group) {
            Some(tally) => tally.add(unit.what),
            None => cells.total.add(unit.what),
        }
        let Some(step) = self.step(unit.at) else { return };
        match cells.lines.get_mut(group * self.steps.len() + step) {
            Some(tally) => tally.add(unit.what),
            None => cells.series[step].add(unit.what),
        }
    }

    /// What stands from one moment to another counts at the end of the time, and at the end of each step.
    fn stands(&self, cells: &mut Cells, deal: u32, unit: &Unit) {
        if unit.at == NEVER {
            cells.undated += 1;
            return;
        }
        let group = self.group(deal, unit);
        if unit.at < self.end && unit.until >= self.end {
            match cells.groups.get_mut(group) {
                Some(tally) => tally.add(unit.what),
                None => cells.total.add(unit.what),
            }
        }
        let (first, last) =
            (self.steps.partition_point(|s| s.1 <= unit.at), self.steps.partition_point(|s| s.1 <= unit.until));
        for step in first..last {
            match cells.lines.get_mut(group * self.steps.len() + step) {
                Some(tally) => tally.add(unit.what),
                None => cells.series[step].add(unit.what),
            }
        }
    }
}

impl Places {
    fn of(shape: &Shape<'_>, units: &Units<'_>, deals: &[u32]) -> Self {
        let sum = |deal: u32, stage: u32, of_stage: bool| {
            let own = |axis: &Axis<'_>| if axis.is_of_stage() == of_stage { axis.group(deal, stage) } else { 0 };
            shape.axes.iter().fold(0, |place, axis| place * axis.labels.len() + own(axis)) as u32
        };
        let mut places = vec![OUT; deals.iter().max().map_or(0, |deal| *deal as usize + 1)];
        for deal in deals.iter().filter(|deal| units.takes(**deal)) {
            places[*deal as usize] = sum(*deal, NONE, false);
        }
        let of_stage = |stage: u32| if units.is_of_stage(stage) { sum(NONE, stage, true) } else { OUT };
        Self { deals: places, stages: (0..units.stages()).chain([NONE]).map(of_stage).collect() }
    }

    /// Takes a deal out; false if it was not in.
    fn forget(&mut self, deal: u32) -> bool {
        self.deals.get_mut(deal as usize).is_some_and(|place| std::mem::replace(place, OUT) != OUT)
    }

    fn group(&self, timed: &Timed) -> Option<usize> {
        let deal = self.deals.get(timed.deal as usize).filter(|place| **place != OUT)?;
        let stage = self.stages.get(timed.stage as usize).or(self.stages.last()).filter(|place| **place != OUT)?;
        Some((deal + stage) as usize)
    }
}

impl Cells {
    fn merged(mut self, other: Self) -> Self {
        let add = |a: &mut Vec<Tally>, b: Vec<Tally>| a.iter_mut().zip(b).for_each(|(a, b)| a.merge(b));
        self.total.merge(other.total);
        add(&mut self.groups, other.groups);
        add(&mut self.series, other.series);
        add(&mut self.lines, other.lines);
        self.undated += other.undated;
        self.without += other.without;
        self
    }

    /// Puts times in order; those of each cell are a few runs that are in order already.
    fn sort(&mut self) {
        let Self { total, groups, series, lines, .. } = self;
        let rest = groups.par_iter_mut().chain(series.par_iter_mut()).chain(lines.par_iter_mut());
        rayon::join(|| total.sort(), || rest.for_each(Tally::sort));
    }

    /// The total is that of the groups, the series that of the lines. Times are in order then.
    pub(super) fn add_up(&mut self, shape: &Shape<'_>) {
        let Self { total, groups, series, lines, .. } = self;
        groups.par_iter_mut().chain(lines.par_iter_mut()).for_each(Tally::sort);
        let steps = shape.steps.len();
        rayon::join(
            || total.add_all(groups.iter()),
            || {
                let each = series.par_iter_mut().enumerate();
                each.for_each(|(step, tally)| tally.add_all(lines.iter().skip(step).step_by(steps.max(1))));
            },
        );
    }

    /// Adds what was gathered of the same cells otherwise.
    pub(super) fn add(self, other: Self) -> Self {
        let undated = self.undated.max(other.undated);
        Self { undated, ..self.merged(other) }
    }
}
