//! Rows in the order in which they came, and their way into the columns.

use std::ops::Range;

use model::Side;
use rayon::prelude::*;

use super::{
    EventLog, NONE,
    columns::{Events, Row},
};

/// Rows that one thread took.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// The deal of each row.
    pub deal: Vec<u32>,
    pub rows: Events,
    /// Where each piece of the file ends, in the order in which the thread took them.
    pub pieces: Vec<PieceEnd>,
}

/// The end of a piece within a [`Segment`].
#[derive(Debug, Clone, Copy)]
pub(super) struct PieceEnd {
    /// Its number in the file.
    pub piece: usize,
    /// Rows of the segment up to here.
    pub rows: usize,
    /// How many texts the dictionaries had.
    pub after: Sizes,
}

/// Rows of a segment (by its number) that count next.
pub(super) type Stretch = (usize, Range<usize>);

/// Sizes of a log's dictionaries.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sizes {
    pub deals: usize,
    pub sorts: usize,
    pub actors: usize,
    pub details: usize,
}

impl Sizes {
    pub(super) fn of(log: &EventLog) -> Self {
        Self {
            deals: log.deals.keys.len(),
            sorts: log.sorts.all.len(),
            actors: log.actors.len(),
            details: log.details.all.len(),
        }
    }
}

impl Segment {
    pub(super) fn push(&mut self, deal: u32, row: Row) {
        self.deal.push(deal);
        self.rows.push(row);
    }

    /// Forgets what comes after the first `n` rows.
    pub(super) fn truncate(&mut self, n: usize) {
        self.deal.truncate(n);
        self.rows.truncate(n);
    }

    /// The rows of each piece: its number, its rows, its end.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (usize, Range<usize>, Sizes)> {
        let starts = std::iter::once(0).chain(self.pieces.iter().map(|p| p.rows));
        starts.zip(&self.pieces).map(|(start, end)| (end.piece, start..end.rows, end.after))
    }
}

/// The numbers that a part's own numbers become.
#[derive(Debug, Default)]
pub(super) struct Renumbering {
    pub deals: Vec<u32>,
    sorts: Vec<u32>,
    actors: Vec<u32>,
    details: Vec<u32>,
}

impl Renumbering {
    /// Takes in what a piece brought that the part had not had before.
    pub(super) fn learn(&mut self, log: &mut EventLog, part: &EventLog, after: &Sizes) {
        for sort in &part.sorts.all[self.sorts.len()..after.sorts] {
            let (kinds, names, stages) = (&part.sorts.kinds, &part.sorts.names, &part.sorts.stages);
            self.sorts.push(log.sorts.code(kinds.get(sort.kind), names.get(sort.name), stages.some(sort.stage)));
        }
        for actor in self.actors.len()..after.actors {
            self.actors.push(log.actors.intern(part.actors.get(actor as u32)));
        }
        let texts = &part.details.texts;
        for set in &part.details.all[self.details.len()..after.details] {
            let pairs = set.iter().map(|(name, value)| (texts.get(*name), texts.get(*value)));
            self.details.push(log.details.code_of(pairs));
        }
    }

    pub(super) fn apply(&self, segment: &mut Segment) {
        let number = |column: &mut [u32], numbers: &[u32]| {
            column.iter_mut().for_each(|code| *code = numbers.get(*code as usize).copied().unwrap_or(NONE));
        };
        number(&mut segment.deal, &self.deals);
        number(&mut segment.rows.sort, &self.sorts);
        number(&mut segment.rows.actor, &self.actors);
        number(&mut segment.rows.detail, &self.details);
    }
}

/// Counting sort by deal; within a deal the order of the stretches. Old columns go as new ones are made, two at a time,
/// so that little more than one copy is held.
pub(super) fn group(log: &mut EventLog, mut segments: Vec<Segment>, order: &[Stretch]) {
    let deals = &mut log.deals;
    for (segment, range) in order {
        for deal in &segments[*segment].deal[range.clone()] {
            deals.count[*deal as usize] += 1;
        }
    }
    let mut next = 0;
    for (start, count) in deals.start.iter_mut().zip(&deals.count) {
        *start = next;
        next += count;
    }
    let n = next as usize;
    if let [only] = &mut segments[..]
        && only.deal.len() == n
        && only.deal.is_sorted()
    {
        log.events = std::mem::take(&mut only.rows);
        log.events.fill_details();
        return;
    }
    let mut free = deals.start.clone();
    for (segment, range) in order {
        for place in &mut segments[*segment].deal[range.clone()] {
            let next = &mut free[*place as usize];
            *place = std::mem::replace(next, *next + 1);
        }
    }
    let mut places = Vec::new();
    let (mut at, mut sort, mut side, mut actor, mut detail) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Segment { deal, rows, .. } in segments {
        places.push(deal);
        at.push(rows.at);
        sort.push(rows.sort);
        side.push(rows.side);
        actor.push(rows.actor);
        detail.push(rows.detail);
    }
    let events = &mut log.events;
    (events.at, events.side) =
        rayon::join(|| scattered(at, &places, n, 0), || scattered(side, &places, n, Side::Unknown));
    (events.sort, events.actor) = rayon::join(|| scattered(sort, &places, n, 0), || scattered(actor, &places, n, NONE));
    if detail.iter().any(|rows| !rows.is_empty()) {
        events.detail = scattered(detail, &places, n, NONE);
    }
}

/// A column with each value at its place; the old one goes bit by bit.
fn scattered<T: Copy>(column: Vec<Vec<T>>, places: &[Vec<u32>], n: usize, blank: T) -> Vec<T> {
    let mut sorted = vec![blank; n];
    for (values, places) in column.into_iter().zip(places) {
        for (value, place) in values.iter().zip(places) {
            sorted[*place as usize] = *value;
        }
    }
    sorted
}

/// The columns of the events of some neighbouring deals.
struct Columns<'a> {
    at: &'a mut [i64],
    sort: &'a mut [u32],
    side: &'a mut [Side],
    actor: &'a mut [u32],
    /// Of all events or of none.
    detail: &'a mut [u32],
}

impl<'a> Columns<'a> {
    fn split(self, middle: usize) -> (Self, Self) {
        let (at, at_2) = self.at.split_at_mut(middle);
        let (sort, sort_2) = self.sort.split_at_mut(middle);
        let (side, side_2) = self.side.split_at_mut(middle);
        let (actor, actor_2) = self.actor.split_at_mut(middle);
        let (detail, detail_2) = self.detail.split_at_mut(middle.min(self.detail.len()));
        let first = Self { at, sort, side, actor, detail };
        (first, Self { at: at_2, sort: sort_2, side: side_2, actor: actor_2, detail: detail_2 })
    }

    /// Sorts rows by time; stable, what has no date comes last.
    fn sort(&mut self, range: Range<usize>, spare: &mut Vec<Row>) {
        if self.at[range.clone()].is_sorted() {
            return;
        }
        spare.clear();
        spare.extend(range.clone().map(|i| Row {
            at: self.at[i],
            sort: self.sort[i],
            side: self.side[i],
            actor: self.actor[i],
            detail: self.detail.get(i).copied().unwrap_or(NONE),
        }));
        spare.sort_by_key(|row| row.at);
        for (i, row) in range.zip(spare.iter()) {
            self.at[i] = row.at;
            self.sort[i] = row.sort;
            self.side[i] = row.side;
            self.actor[i] = row.actor;
            if let Some(detail) = self.detail.get_mut(i) {
                *detail = row.detail;
            }
        }
    }
}

/// Deals sorted at once by one thread.
const AT_ONCE: usize = 8_192;

/// Brings the events of each deal into the order of time, but for the deals that are in it already.
pub(super) fn sort_by_time(log: &mut EventLog, given: &[bool]) {
    let Events { at, sort, side, actor, detail } = &mut log.events;
    let mut rest = Columns { at, sort, side, actor, detail };
    let mut jobs = Vec::new();
    for (counts, given) in log.deals.count.chunks(AT_ONCE).zip(given.chunks(AT_ONCE)) {
        let events: u32 = counts.iter().sum();
        let (these, others) = rest.split(events as usize);
        rest = others;
        jobs.push((these, counts, given));
    }
    jobs.into_par_iter().for_each(|(mut columns, counts, given)| {
        let (mut spare, mut start) = (Vec::new(), 0);
        for (count, given) in counts.iter().zip(given) {
            let end = start + *count as usize;
            if !given {
                columns.sort(start..end, &mut spare);
            }
            start = end;
        }
    });
}
