//! Visits to stages: from entering one to entering another or closing.

use super::{
    EventLog, NEVER,
    columns::{Class, Sort},
};

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum End {
    /// The deal is still in the stage.
    Open,
    /// It entered this stage (code).
    Moved(u32),
    /// It was won; code of the activity's name.
    Won(u32),
    /// It was lost; code of the activity's name.
    Lost(u32),
    /// It left the stage for none that the data names.
    Left,
}

/// A stay in a stage.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit {
    /// Code of the stage.
    pub stage: u32,
    /// Entered; [`NEVER`] where unknown.
    pub from: i64,
    /// Left; [`NEVER`] where unknown or not left.
    pub to: i64,
    /// How it ended.
    pub end: End,
    /// True if the deal had been in the stage before.
    pub again: bool,
}

impl Visit {
    /// Microseconds between both ends; none unless the visit has ended and both ends are dated.
    pub(crate) fn micros(&self) -> Option<i64> {
        let dated = self.end != End::Open && self.from != NEVER && self.to != NEVER;
        dated.then(|| (self.to - self.from).max(0))
    }
}

impl EventLog {
    /// The visits of a deal in order.
    pub(crate) fn visits(&self, deal: u32) -> Visits<'_> {
        let range = self.range(deal);
        let (events, at) = (self.events.sort[range.clone()].iter(), self.events.at[range].iter());
        Visits { sorts: &self.sorts.all, events, at, held: None, seen: Seen::default() }
    }
}

/// Tells the visits of a deal, each when the next one begins.
pub(crate) struct Visits<'a> {
    sorts: &'a [Sort],
    /// Sorts and moments of the events that are not looked at yet.
    events: std::slice::Iter<'a, u32>,
    at: std::slice::Iter<'a, i64>,
    held: Option<Visit>,
    seen: Seen,
}

impl Iterator for Visits<'_> {
    type Item = Visit;

    #[inline]
    fn next(&mut self) -> Option<Visit> {
        let Self { sorts, events, at, .. } = self;
        let mut moving = || {
            // A loop of its own: most events are no moves.
            let mut skipped = 0;
            let sort = events.map(|sort| &sorts[*sort as usize]).find(|sort| {
                skipped += 1;
                sort.class.moves()
            })?;
            Some((sort, *at.nth(skipped - 1)?))
        };
        while let Some((sort, at)) = moving() {
            let end = match sort.class {
                Class::Stage => End::Moved(sort.stage),
                Class::Won => End::Won(sort.name),
                Class::Lost => End::Lost(sort.name),
                Class::Left => End::Left,
                Class::Activity | Class::Admin => continue,
            };
            let ends = |v: &&mut Visit| v.end == End::Open && (end != End::Left || v.stage == sort.stage);
            if let Some(last) = self.held.as_mut().filter(ends) {
                (last.end, last.to) = (end, at);
            }
            if let End::Moved(stage) = end {
                let again = self.seen.again(stage);
                let next = Visit { stage, from: at, to: NEVER, end: End::Open, again };
                if let Some(last) = self.held.replace(next) {
                    return Some(last);
                }
            }
        }
        self.held.take()
    }
}

/// Stages that a deal has been in: nearly always of the first codes, which are kept as bits.
#[derive(Default)]
struct Seen {
    first: u128,
    others: Vec<u32>,
}

impl Seen {
    /// True from the second time on.
    fn again(&mut self, stage: u32) -> bool {
        let again = if stage < u128::BITS { self.first >> stage & 1 == 1 } else { self.others.contains(&stage) };
        match stage {
            _ if again => {}
            stage if stage < u128::BITS => self.first |= 1 << stage,
            stage => self.others.push(stage),
        }
        again
    }
}
