//! Touchpoints by stage, channel and side.

use model::{Outcome, Side};

use super::{Channel, Proportion, StageTouches, TouchCount, TouchRow, Touching};
use crate::{
    log::{Class, EventLog, MICROS_A_DAY, NEVER},
    parts::tallied,
};

const CHANNELS: [Channel; 7] = [
    Channel::Phone,
    Channel::Email,
    Channel::Message,
    Channel::Meeting,
    Channel::Content,
    Channel::Document,
    Channel::Other,
];
const SIDES: [Side; 3] = [Side::Prospect, Side::Rep, Side::Unknown];
/// Cells of one stage: channels and all, by sides and all.
const CELLS: usize = (CHANNELS.len() + 1) * (SIDES.len() + 1);
/// Stages listed at most.
const STAGES: usize = 60;
/// Numbers a deal from here on are counted as this one.
const MOST: usize = 64;

/// One cell of one outcome.
#[derive(Clone)]
struct Cell {
    touches: u64,
    /// Deals by number of touchpoints, those without any left out.
    numbers: [u32; MOST + 1],
}

/// Deals and time in one stage (or under way), by outcome.
#[derive(Clone, Copy, Default)]
struct Base {
    deals: u64,
    micros: f64,
}

/// Slot 0 is the whole deal, slot 1 what came before the first stage, then the stages in order.
struct Tally {
    bases: Vec<[Base; 3]>,
    cells: Vec<[Cell; 3]>,
    /// Numbers of the deal in hand, by slot and cell, and which of them are above 0.
    numbers: Vec<u32>,
    touched: Vec<usize>,
}

/// The rows of the whole deals, and those of each stage.
pub(super) fn count(
    log: &EventLog,
    acts: &Touching<'_>,
    deals: &[u32],
    stages: &[u32],
) -> (Vec<TouchRow>, Vec<StageTouches>) {
    let stages = &stages[..stages.len().min(STAGES)];
    let slots = stages.len() + 2;
    let mut slot_of = vec![None; log.sorts.stages.len()];
    stages.iter().zip(2..).for_each(|(stage, slot)| slot_of[*stage as usize] = Some(slot));
    let now = log.as_of_micros();
    let take = |tally: &mut Tally, deal| tally.take(log, acts, deal, &slot_of, now);
    let tally = tallied(deals, || Tally::new(slots), take, Tally::merged);
    let names = stages.iter().map(|s| log.sorts.stages.get(*s)).zip(2..);
    let before = (!tally.rows(1).is_empty()).then_some(("", 1));
    let named = before.into_iter().chain(names);
    let by_stage = named.map(|(stage, slot)| StageTouches { stage: stage.to_owned(), rows: tally.rows(slot) });
    (tally.rows(0), by_stage.collect())
}

/// The cell of a channel and a side within a stage.
fn cell(channel: usize, side: usize) -> usize {
    channel * (SIDES.len() + 1) + side
}

/// Place among [`CHANNELS`]; what is none of them is [`Channel::Other`].
fn column(channel: Channel) -> usize {
    match channel {
        Channel::Phone => 0,
        Channel::Email => 1,
        Channel::Message => 2,
        Channel::Meeting => 3,
        Channel::Content => 4,
        Channel::Document => 5,
        Channel::Note | Channel::Other => 6,
    }
}

/// Place among [`SIDES`].
fn row(side: Side) -> usize {
    match side {
        Side::Prospect => 0,
        Side::Rep => 1,
        Side::System | Side::Unknown => 2,
    }
}

fn place(outcome: Outcome) -> usize {
    match outcome {
        Outcome::Won => 0,
        Outcome::Lost => 1,
        Outcome::Open => 2,
    }
}

impl Tally {
    fn new(slots: usize) -> Self {
        let cell = Cell { touches: 0, numbers: [0; MOST + 1] };
        Self {
            bases: vec![[Base::default(); 3]; slots],
            cells: vec![[cell.clone(), cell.clone(), cell]; slots * CELLS],
            numbers: vec![0; slots * CELLS],
            touched: Vec::new(),
        }
    }

    fn take(&mut self, log: &EventLog, acts: &Touching<'_>, deal: u32, slot_of: &[Option<usize>], now: i64) {
        let outcome = place(log.outcome(deal));
        self.base(log, deal, slot_of, now, outcome);
        let mut slot = Some(1);
        for i in acts.before(deal) {
            if acts.class(i) == Class::Stage {
                slot = slot_of[log.sorts.all[log.events.sort[i] as usize].stage as usize];
            }
            let Some(touch) = acts.touch(i) else { continue };
            let in_stage = cell(column(touch.channel), row(touch.side));
            self.note(in_stage, 1);
            if let Some(slot) = slot {
                self.note(slot * CELLS + in_stage, 1);
            }
        }
        self.sum_up();
        for at in self.touched.drain(..) {
            let n = std::mem::take(&mut self.numbers[at]);
            let cell = &mut self.cells[at][outcome];
            cell.touches += u64::from(n);
            cell.numbers[(n as usize).min(MOST)] += 1;
        }
    }

    fn note(&mut self, at: usize, n: u32) {
        if self.numbers[at] == 0 {
            self.touched.push(at);
        }
        self.numbers[at] += n;
    }

    /// Adds the deal's numbers by channel and side to those of the channel, of the side and of all.
    fn sum_up(&mut self) {
        for i in 0..self.touched.len() {
            let at = self.touched[i];
            let (slot, n) = (at - at % CELLS, self.numbers[at]);
            let (channel, side) = (at % CELLS / (SIDES.len() + 1), at % CELLS % (SIDES.len() + 1));
            self.note(slot + cell(channel, SIDES.len()), n);
            self.note(slot + cell(CHANNELS.len(), side), n);
            self.note(slot + cell(CHANNELS.len(), SIDES.len()), n);
        }
    }

    /// Which stages the deal was in, and how long.
    fn base(&mut self, log: &EventLog, deal: u32, slot_of: &[Option<usize>], now: i64, outcome: usize) {
        let span = |from: i64, to: i64| if from == NEVER || to == NEVER { 0.0 } else { (to - from).max(0) as f64 };
        let (from, to) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
        let whole = &mut self.bases[0][outcome];
        whole.deals += 1;
        whole.micros += span(from, if to == NEVER { now } else { to });
        let mut visits = log.visits(deal).peekable();
        let before = &mut self.bases[1][outcome];
        before.deals += 1;
        before.micros += visits.peek().map_or(0.0, |v| span(from, v.from));
        for visit in visits {
            let Some(slot) = slot_of[visit.stage as usize] else { continue };
            let base = &mut self.bases[slot][outcome];
            base.deals += u64::from(!visit.again);
            base.micros += span(visit.from, if visit.end == crate::log::End::Open { now } else { visit.to });
        }
    }

    fn merged(mut self, other: Self) -> Self {
        for (a, b) in self.bases.iter_mut().flatten().zip(other.bases.into_iter().flatten()) {
            a.deals += b.deals;
            a.micros += b.micros;
        }
        for (a, b) in self.cells.iter_mut().flatten().zip(other.cells.into_iter().flatten()) {
            a.touches += b.touches;
            a.numbers.iter_mut().zip(b.numbers).for_each(|(a, b)| *a += b);
        }
        self
    }

    /// The rows of a slot that have any touchpoint: all, by channel, by side, by both.
    fn rows(&self, slot: usize) -> Vec<TouchRow> {
        let mut rows = Vec::new();
        for channel in std::iter::once(None).chain(CHANNELS.map(Some)) {
            for side in std::iter::once(None).chain(SIDES.map(Some)) {
                let (c, s) = (channel.map_or(CHANNELS.len(), column), side.map_or(SIDES.len(), row));
                let cells = &self.cells[slot * CELLS + cell(c, s)];
                if cells.iter().any(|cell| cell.touches > 0) {
                    let of = |i: usize| cells[i].count(self.bases[slot][i]);
                    rows.push(TouchRow { channel, side, won: of(0), lost: of(1), open: of(2) });
                }
            }
        }
        rows
    }
}

impl Cell {
    fn count(&self, base: Base) -> TouchCount {
        let any = self.numbers.iter().map(|n| u64::from(*n)).sum::<u64>();
        let deals = base.deals.max(any);
        let weeks = base.micros / MICROS_A_DAY / 7.0;
        TouchCount {
            touches: self.touches,
            any: Proportion::new(any, deals),
            per_deal: (deals > 0).then(|| self.touches as f64 / deals as f64),
            median: self.median(deals),
            per_week: (weeks > 0.0).then(|| self.touches as f64 / weeks),
        }
    }

    /// Median number over the deals, those without any as 0.
    fn median(&self, deals: u64) -> Option<f64> {
        let any = self.numbers.iter().map(|n| u64::from(*n)).sum::<u64>();
        let at = |rank: u64| {
            let mut seen = deals - any;
            if rank < seen {
                return 0;
            }
            for (number, n) in self.numbers.iter().enumerate() {
                seen += u64::from(*n);
                if rank < seen {
                    return number;
                }
            }
            MOST
        };
        let last = deals.checked_sub(1)?;
        Some((at(last / 2) + at(last.div_ceil(2))) as f64 / 2.0)
    }
}
