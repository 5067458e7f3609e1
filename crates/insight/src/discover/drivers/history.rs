//! The closed deals as columns: outcome, and the first stay in each stage.

use model::Outcome;
use rayon::prelude::*;

use crate::{
    discover::stages,
    log::{End, EventLog, NEVER},
};

/// Stages looked at, at most: the ones that come first on the way.
const MOST_STAGES: usize = 48;

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// Into a stage further on, or won.
    Forward,
    /// Into an earlier stage.
    Back,
    /// Lost.
    Lost,
}

/// The first stay of a deal in a stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    /// Entered; [`NEVER`] where it was not, or at an unknown time.
    pub from: i64,
    /// Left; [`NEVER`] where unknown.
    pub to: i64,
    pub left: Left,
}

impl Stay {
    const NONE: Self = Self { from: NEVER, to: NEVER, left: Left::Lost };

    /// True if both ends are dated.
    pub(super) fn dated(&self) -> bool {
        self.from != NEVER && self.to != NEVER
    }

    pub(super) fn micros(&self) -> i64 {
        (self.to - self.from).max(0)
    }
}

/// The closed deals among those selected, one row each, in the order of the log.
pub(super) struct History<'a> {
    pub log: &'a EventLog,
    pub deals: Vec<u32>,
    pub won: Vec<bool>,
    pub created: Vec<i64>,
    pub closed: Vec<i64>,
    /// Open deals.
    pub open: Vec<u32>,
    /// Codes of the stages on the way; empty where the data has none: then the deal as a whole is the only stay.
    pub stages: Vec<u32>,
    stays: Vec<Stay>,
    /// Stages that a deal has been in, at whatever time, a bit each.
    been: Vec<u64>,
}

impl<'a> History<'a> {
    pub(super) fn of(log: &'a EventLog, selected: &[u32]) -> Self {
        let (open, deals): (Vec<u32>, Vec<u32>) = selected.iter().partition(|d| log.outcome(**d) == Outcome::Open);
        let mut stages = stages::order(log, &deals);
        stages.truncate(MOST_STAGES);
        let places = stages::places(log, &stages);
        let width = stages.len().max(1);
        let mut stays = vec![Stay::NONE; deals.len() * width];
        let mut been = vec![0; deals.len()];
        let rows = stays.par_chunks_mut(width).zip(&mut been).zip(&deals);
        rows.for_each(|((row, been), deal)| *been = fill(log, *deal, &places, row));
        Self {
            won: deals.iter().map(|d| log.outcome(*d) == Outcome::Won).collect(),
            created: deals.iter().map(|d| log.deals.created[*d as usize]).collect(),
            closed: deals.iter().map(|d| log.deals.closed[*d as usize]).collect(),
            log,
            deals,
            open,
            stages,
            stays,
            been,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.deals.len()
    }

    /// How many stages a stay can be in; 1 where the deal as a whole is the stay.
    pub(super) fn width(&self) -> usize {
        self.stages.len().max(1)
    }

    pub(super) fn stay(&self, row: usize, place: usize) -> Stay {
        self.stays[row * self.width() + place]
    }

    pub(super) fn stays(&self, row: usize) -> &[Stay] {
        &self.stays[row * self.width()..(row + 1) * self.width()]
    }

    /// Deals whose first stay in a stage has both its dates.
    pub(super) fn dated_stays(&self, place: usize) -> usize {
        self.stays.iter().skip(place).step_by(self.width()).filter(|stay| stay.dated()).count()
    }

    /// How many deals were won, and how many lost.
    pub(super) fn won_and_lost(&self) -> (u64, u64) {
        let won = self.won.iter().filter(|won| **won).count();
        (won as u64, (self.won.len() - won) as u64)
    }

    /// True if the deal has been in the stage.
    pub(super) fn been_in(&self, row: usize, place: usize) -> bool {
        self.stages.is_empty() || self.been[row] >> place & 1 == 1
    }

    /// How often the deal came to the stage; 1 at least.
    pub(super) fn times_in(&self, row: usize, place: usize) -> u8 {
        let visits = self.log.visits(self.deals[row]);
        let times = visits.filter(|v| self.stages.get(place) == Some(&v.stage)).count();
        times.clamp(1, u8::MAX.into()) as u8
    }

    /// The stage that the deal is in at a moment, among first stays; the width where it is in none.
    pub(super) fn place_at(&self, row: usize, at: i64) -> usize {
        let inside = |s: &Stay| s.from <= at && at < s.to && s.from != NEVER;
        self.stays(row).iter().position(inside).unwrap_or(self.width())
    }

    /// The stage's name; none where the deal as a whole is the stay.
    pub(super) fn stage_name(&self, place: usize) -> Option<&'a str> {
        self.stages.get(place).map(|s| self.log.sorts.stages.get(*s))
    }
}

/// Writes the first stays of a deal; the stages it has been in.
fn fill(log: &EventLog, deal: u32, places: &[Option<usize>], row: &mut [Stay]) -> u64 {
    let (created, closed) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
    let at_close = if log.outcome(deal) == Outcome::Won { Left::Forward } else { Left::Lost };
    if places.iter().all(Option::is_none) {
        row[0] = Stay { from: created, to: closed, left: at_close };
        return 1;
    }
    let mut been = 0_u64;
    for visit in log.visits(deal) {
        let Some(place) = places[visit.stage as usize].filter(|p| been >> p & 1 == 0) else { continue };
        been |= 1 << place;
        let (to, left) = match visit.end {
            End::Open => (closed, at_close),
            End::Won(_) | End::Left => (visit.to, Left::Forward),
            End::Lost(_) => (visit.to, Left::Lost),
            End::Moved(next) if places[next as usize].is_none_or(|next| next > place) => (visit.to, Left::Forward),
            End::Moved(_) => (visit.to, Left::Back),
        };
        row[place] = Stay { from: visit.from, to, left };
    }
    been
}
