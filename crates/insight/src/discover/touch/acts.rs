//! What was done on a deal: its touchpoints with channel and side, before and after the close.

use std::ops::Range;

use model::{Outcome, Side};

use super::channel::{Channel, channel};
use crate::log::{Class, EventLog, NEVER};

const DAY: i64 = 86_400_000_000;
/// From so many closings on their time of day tells whether the data has one.
const TELLING: usize = 5;

/// One touchpoint.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Touch {
    /// Microseconds; [`NEVER`] where undated.
    pub at: i64,
    /// Code of the activity's name.
    pub name: u32,
    pub channel: Channel,
    pub side: Side,
}

/// Reads touchpoints out of a log.
pub(crate) struct Acts<'a> {
    log: &'a EventLog,
    /// By sort of event: the channel, and whether nobody but the prospect can do it; none for what is no activity.
    sorts: Vec<Option<(Channel, bool)>>,
    /// True if the data knows the day of a closing and not the time of day.
    by_day: bool,
}

impl<'a> Acts<'a> {
    pub(crate) fn of(log: &'a EventLog) -> Self {
        let sort = |s: &crate::log::Sort| {
            let kind = log.sorts.kinds.get(s.kind);
            let theirs = model::touchpoint::touchpoint(kind).is_some_and(|t| t.only_prospect);
            (s.class == Class::Activity).then(|| (channel(kind, log.sorts.names.get(s.name)), theirs))
        };
        Self { log, sorts: log.sorts.all.iter().map(sort).collect(), by_day: by_day(log) }
    }

    /// The touchpoint at this place; none for stages, closings, book-keeping and notes of our own.
    pub(crate) fn touch(&self, place: usize) -> Option<Touch> {
        let (at, side, sort) =
            (self.log.events.at[place], self.log.events.side[place], self.log.events.sort[place] as usize);
        let (channel, theirs) = self.sorts[sort].filter(|(channel, _)| *channel != Channel::Note)?;
        let side = if side == Side::Unknown && theirs { Side::Prospect } else { side };
        Some(Touch { at, name: self.log.sorts.all[sort].name, channel, side })
    }

    /// The channel of the activity at this place; none if it is none.
    pub(crate) fn channel(&self, place: usize) -> Option<Channel> {
        self.sorts[self.log.events.sort[place] as usize].map(|(channel, _)| channel)
    }

    /// The places of a deal's events up to and with its closing; of an open deal all of them. Where the data knows only
    /// the day of closing, the whole of that day is before the close. Undated events after a dated closing are out.
    pub(crate) fn before(&self, deal: u32) -> Range<usize> {
        let all = self.log.range(deal);
        if self.log.outcome(deal) == Outcome::Open {
            return all;
        }
        let closing = |i: &usize| matches!(self.class(*i), Class::Won | Class::Lost);
        let closed = all.clone().rev().find(closing);
        let until = self.close(deal);
        let mut end = closed.map_or(all.start, |i| i + 1);
        while end < all.end && until != NEVER && self.log.events.at[end] <= until {
            end += 1;
        }
        if closed.is_none() && until == NEVER { all } else { all.start..end }
    }

    /// The dated touchpoints after the close, in order.
    pub(crate) fn after(&self, deal: u32) -> impl Iterator<Item = Touch> + '_ {
        let places = self.before(deal).end..self.log.range(deal).end;
        places.filter_map(|i| self.touch(i)).filter(|t| t.at != NEVER)
    }

    /// The touchpoints before the close, in order.
    pub(crate) fn touches(&self, deal: u32) -> impl Iterator<Item = Touch> + '_ {
        self.before(deal).filter_map(|i| self.touch(i))
    }

    pub(crate) fn class(&self, place: usize) -> Class {
        self.log.sorts.all[self.log.events.sort[place] as usize].class
    }

    /// The last moment that is still before the close; [`NEVER`] where it is undated.
    fn close(&self, deal: u32) -> i64 {
        match self.log.deals.closed.get(deal as usize).copied().unwrap_or(NEVER) {
            NEVER => NEVER,
            closed if self.by_day || closed.rem_euclid(DAY) == 0 => closed + DAY - 1,
            closed => closed,
        }
    }
}

/// True if all closings fall on one or two times of day (two: summer and winter time), as dates without a time do.
fn by_day(log: &EventLog) -> bool {
    let closed = log.all().map(|deal| log.deals.closed[deal as usize]).filter(|at| *at != NEVER);
    let mut times: Vec<i64> = Vec::new();
    let mut n = 0;
    for at in closed {
        n += 1;
        let time = at.rem_euclid(DAY);
        if !times.contains(&time) {
            times.push(time);
        }
        if times.len() > 2 {
            return false;
        }
    }
    n >= TELLING
}
