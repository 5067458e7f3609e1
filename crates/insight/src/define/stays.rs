//! Where on its way a deal was when something happened: stays in the stages that the data names, or in phases made
//! of activities.

use std::ops::Range;

use crate::log::{Class, EventLog, NEVER, NONE, Sort};

/// How stages are told from a deal's events.
#[derive(Debug, Clone)]
pub(crate) enum Told {
    /// By events that enter a stage; its place by the stage's code, [`NONE`] for none.
    Stages(Vec<u32>),
    /// By the activities themselves: a deal is in the furthest phase it has come to. Place of the phase by the code of
    /// an activity's name, [`NONE`] for none.
    Phases(Vec<u32>),
}

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
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
pub(crate) struct Stay {
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
    pub(crate) fn stays(&self, log: &EventLog, deal: u32) -> Vec<Stay> {
        let mut stays = Vec::new();
        self.read(log, deal, &mut stays);
        stays
    }

    /// [`Told::stays`] into a list that is used again.
    pub(crate) fn read(&self, log: &EventLog, deal: u32, stays: &mut Vec<Stay>) {
        stays.clear();
        let range = log.range(deal);
        for (i, sort) in range.clone().zip(&log.events.sort[range.clone()]) {
            let sort = &log.sorts.all[*sort as usize];
            let (enters, left) = match sort.class {
                Class::Won => (None, Left::Won),
                Class::Lost => (None, Left::Lost),
                Class::Admin | Class::Left => continue,
                Class::Stage | Class::Activity => (self.enters(sort, stays), Left::On),
            };
            if enters.is_none() && left == Left::On {
                continue;
            }
            let at = log.events.at[i];
            if let Some(last) = stays.last_mut().filter(|s| s.left == Left::Not) {
                (last.to, last.left, last.events.end) = (at, left, i);
            }
            if let Some(stage) = enters {
                stays.push(Stay { stage, from: at, to: NEVER, events: i..range.end, left: Left::Not });
            }
        }
    }

    /// The stage that an event enters, if it does.
    fn enters(&self, sort: &Sort, before: &[Stay]) -> Option<usize> {
        let place = |places: &[u32], code: u32| places.get(code as usize).filter(|p| **p != NONE).map(|p| *p as usize);
        match self {
            Self::Stages(places) => place(places, sort.stage).filter(|_| sort.class == Class::Stage),
            Self::Phases(places) => {
                let phase = place(places, sort.name)?;
                let here = before.last().filter(|s| s.left == Left::Not).map(|s| s.stage);
                here.is_none_or(|here| phase > here).then_some(phase)
            }
        }
    }
}
