//! A metric gathered in the cells of a table: all together, by what it is broken down by, by steps of the calendar.

use rayon::prelude::*;

use super::{
    axis::Axis,
    tally::Tally,
    unit::{Unit, Units, What},
};
use crate::{log::NEVER, parts::tallied};

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

    /// Gathers what the deals bring.
    pub(super) fn gather(&self, units: &Units<'_>, deals: &[u32]) -> Cells {
        let take = |cells: &mut Cells, deal: u32| {
            units.each(deal, &mut |unit| {
                if units.stand() { self.stands(cells, deal, &unit) } else { self.happens(cells, deal, &unit) }
            });
        };
        let mut cells = tallied(deals, || self.empty(), take, Cells::merged);
        cells.add_up(self);
        cells
    }

    /// Which group a unit is in.
    pub(super) fn group(&self, deal: u32, unit: &Unit) -> usize {
        self.axes.iter().fold(0, |place, axis| place * axis.labels.len() + axis.group(deal, unit))
    }

    /// The step in which a moment lies.
    pub(super) fn step(&self, at: i64) -> Option<usize> {
        let step = self.steps.partition_point(|s| s.0 <= at).checked_sub(1)?;
        (at < self.steps[step].1).then_some(step)
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
