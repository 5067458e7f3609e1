//! The stages of a process on the way of a deal: when it moved on from one.

use std::ops::Range;

use model::{
    Outcome,
    process::{Process, StageKind},
};

use super::stays::{Left, Stay, Told};
use crate::log::{EventLog, NEVER, NONE};

/// How a deal left a stage of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// It has not.
    Here,
    /// For a stage further on, or by being won.
    Onward,
    /// For an earlier stage, to be kept warm, or by being lost.
    Away,
}

/// A stay in a stage of the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Place of the stage in the process.
    pub stage: usize,
    /// Entered; [`NEVER`] where unknown.
    pub from: i64,
    /// Left; [`NEVER`] where unknown or not left.
    pub to: i64,
    /// Rows of the log that happened meanwhile.
    pub events: Range<usize>,
    /// How it ended.
    pub way: Way,
}

/// The stages of a process as they are told in a log. Stages of the data that the process does not know are passed over.
pub(crate) struct Stages<'a> {
    log: &'a EventLog,
    kinds: Vec<StageKind>,
    told: Told,
}

/// Lists that are used again from deal to deal.
#[derive(Debug, Default)]
pub(crate) struct Path {
    stays: Vec<Stay>,
    /// The passages of the deal read last, in order.
    pub passages: Vec<Passage>,
}

impl<'a> Stages<'a> {
    pub(crate) fn of(log: &'a EventLog, process: &Process) -> Self {
        let place = |name: &str| {
            let stage = process.stage_of(name)?;
            process.stages.iter().position(|s| s.id == stage.id)
        };
        let places = log.sorts.stages.iter().map(|name| place(name).map_or(NONE, |place| place as u32)).collect();
        Self { log, kinds: process.stages.iter().map(|s| s.kind).collect(), told: Told::Stages(places) }
    }

    /// Place of the stage that a deal is in, or was in when it closed.
    pub(crate) fn standing(&self, deal: u32) -> Option<usize> {
        let Told::Stages(places) = &self.told else { return None };
        let place = *places.get(self.log.stage_code(deal) as usize)?;
        (place != NONE).then_some(place as usize)
    }

    /// True if the data has a name of the stage at this place.
    pub(crate) fn is_seen(&self, place: usize) -> bool {
        let Told::Stages(places) = &self.told else { return false };
        places.contains(&(place as u32))
    }

    /// Reads the passages of a deal.
    pub(crate) fn read(&self, deal: u32, path: &mut Path) {
        self.told.read(self.log, deal, &mut path.stays);
        path.passages.clear();
        for (i, stay) in path.stays.iter().enumerate() {
            let next = path.stays.get(i + 1).filter(|_| stay.left == Left::On);
            let (to, way) = self.ending(deal, stay, next);
            match path.passages.last_mut() {
                // Two names of one stage: the deal has not left it.
                Some(last) if last.stage == stay.stage && last.way == Way::Here => {
                    (last.to, last.events.end, last.way) = (to, stay.events.end, way);
                }
                _ => {
                    let (stage, from, events) = (stay.stage, stay.from, stay.events.clone());
                    path.passages.push(Passage { stage, from, to, events, way });
                }
            }
        }
    }

    fn ending(&self, deal: u32, stay: &Stay, next: Option<&Stay>) -> (i64, Way) {
        match (stay.left, next) {
            (Left::On, Some(next)) if next.stage == stay.stage => (NEVER, Way::Here),
            (Left::On, Some(next)) if is_onward(&self.kinds, stay.stage, next.stage) => (stay.to, Way::Onward),
            (Left::Won, _) => (stay.to, Way::Onward),
            (Left::On | Left::Lost, _) => (stay.to, Way::Away),
            // Closed, and no event says so.
            (Left::Not, _) => match self.log.outcome(deal) {
                Outcome::Open => (NEVER, Way::Here),
                Outcome::Won => (self.closed(deal), Way::Onward),
                Outcome::Lost => (self.closed(deal), Way::Away),
            },
        }
    }

    fn closed(&self, deal: u32) -> i64 {
        self.log.deals.closed.get(deal as usize).copied().unwrap_or(NEVER)
    }
}

/// True if going from one stage of a process to another, by their places among all, is moving on.
pub(crate) fn is_onward(kinds: &[StageKind], from: usize, to: usize) -> bool {
    match (kinds.get(from), kinds.get(to)) {
        (_, Some(StageKind::Lost | StageKind::Nurturing)) => false,
        (Some(StageKind::Nurturing), _) | (Some(StageKind::Open), Some(StageKind::Won)) => true,
        _ => to > from,
    }
}

/// When a deal left a stage for the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Exits<'p> {
    /// Moving on, at a known time.
    pub onward: Option<&'p Passage>,
    /// Leaving in whatever way, at a known time.
    pub left: Option<&'p Passage>,
    /// It moved on, though nobody knows when.
    pub undated: bool,
}

impl Path {
    /// When the deal read last left a stage.
    pub(crate) fn exits(&self, stage: usize) -> Exits<'_> {
        let mut exits = Exits::default();
        for passage in self.passages.iter().filter(|p| p.stage == stage && p.way != Way::Here) {
            let onward = passage.way == Way::Onward;
            if passage.to == NEVER {
                exits.undated |= onward;
                continue;
            }
            exits.left = Some(passage);
            if onward {
                exits.onward = Some(passage);
            }
        }
        exits
    }
}
