//! Where on its way a deal was when something happened: stays in the stages that the data names, or in phases made
//! of activities.

use std::ops::Range;

use super::abstraction::Phases;
use crate::log::{Class, EventLog, NEVER, NONE};

/// How stages are told from a deal's events.
#[derive(Debug, Clone)]
pub(super) enum Told {
    /// By events that enter a stage; its place by the stage's code, [`NONE`] for none.
    Stages(Vec<u32>),
    /// By the activities themselves: a deal is in the furthest phase it has come to.
    Phases(Phases),
}

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// It has not.
    Not,
    /// For another stage.
    On,
    /// The deal was won from here.
    Won,
    /// The deal was lost from here.
    Lost,
}

/// A stay in a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stay {
    /// Place of the stage.
    pub stage: usize,
    /// Entered; [`NEVER`] where unknown.
    pub from: i64,
    /// Left; [`NEVER`] where unknown or not left.
    pub to: i64,
    /// Rows of the log that happened meanwhile.
    pub events: Range<usize>,
    /// How it ended.
    pub left: Left,
}

impl Told {
    /// The stays of a deal in order.
    pub(super) fn stays(&self, log: &EventLog, deal: u32) -> Vec<Stay> {
        let mut stays: Vec<Stay> = Vec::new();
        for i in log.range(deal) {
            let row = log.events.row(i);
            let sort = log.sorts.all[row.sort as usize];
            let (enters, left) = match sort.class {
                Class::Won => (None, Left::Won),
                Class::Lost => (None, Left::Lost),
                Class::Admin | Class::Left => continue,
                Class::Stage | Class::Activity => (self.enters(sort.class, sort.stage, sort.name, &stays), Left::On),
            };
            if enters.is_none() && left == Left::On {
                continue;
            }
            if let Some(last) = stays.last_mut().filter(|s| s.left == Left::Not) {
                (last.to, last.left, last.events.end) = (row.at, left, i);
            }
            if let Some(stage) = enters {
                stays.push(Stay { stage, from: row.at, to: NEVER, events: i..log.range(deal).end, left: Left::Not });
            }
        }
        stays
    }

    /// The stage that an event enters, if it does.
    fn enters(&self, class: Class, stage: u32, name: u32, before: &[Stay]) -> Option<usize> {
        match self {
            Self::Stages(places) if class == Class::Stage => {
                places.get(stage as usize).filter(|p| **p != NONE).map(|p| *p as usize)
            }
            Self::Stages(_) => None,
            Self::Phases(phases) => {
                let phase = phases.of_name.get(name as usize).copied().filter(|p| *p != NONE)? as usize;
                let here = before.last().filter(|s| s.left == Left::Not).map(|s| s.stage);
                here.is_none_or(|here| phase > here).then_some(phase)
            }
        }
    }
}
