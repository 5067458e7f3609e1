//! Stretches of rows in the order in which they came, and their way into the columns.

use model::Side;
use rayon::prelude::*;

use super::{
    EventLog, NONE,
    columns::{Events, Row},
};

/// Rows that came one after another.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// The piece of the file.
    pub piece: usize,
    /// The deal of each row.
    pub deal: Vec<u32>,
    /// The column of details is empty as long as no row has any.
    pub rows: Events,
    /// How many deals were known when it began.
    pub known: usize,
    /// How many texts the dictionaries had when it ended.
    pub after: Sizes,
}

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
            deals: log.deals.rows(),
            sorts: log.sorts.all.len(),
            actors: log.actors.len(),
            details: log.details.all.len(),
        }
    }
}

impl Segment {
    pub(super) fn push(&mut self, deal: u32, row: Row) {
        let rows = &mut self.rows;
        if row.detail != NONE || !rows.detail.is_empty() {
            rows.detail.resize(self.deal.len(), NONE);
            rows.detail.push(row.detail);
        }
        self.deal.push(deal);
        rows.at.push(row.at);
        rows.sort.push(row.sort);
        rows.side.push(row.side);
        rows.actor.push(row.actor);
    }
}

impl Segment {
    /// Gives back memory that is not needed.
    pub(super) fn shrink(&mut self) {
        self.deal.shrink_to_fit();
        let Events { at, sort, side, actor, detail } = &mut self.rows;
        at.shrink_to_fit();
        side.shrink_to_fit();
        [sort, actor, detail].into_iter().for_each(Vec::shrink_to_fit);
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
    /// Takes in what a segment of a part brought that the part had not had before.
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
            self.details.push(log.details.code(pairs));
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

/// Counting sort by deal; within a deal the order in which the rows came. Old columns go as new ones are made, so that
/// little more than one copy is held.
pub(super) fn group(log: &mut EventLog, mut segments: Vec<Segment>) {
    let deals = &mut log.deals;
    for deal in segments.iter().flat_map(|s| &s.deal) {
        deals.count[*deal as usize] += 1;
    }
    let mut next = 0;
    for (start, count) in deals.start.iter_mut().zip(&deals.count) {
        *start = next;
        next += count;
    }
    if let [only] = &mut segments[..]
        && only.deal.is_sorted()
    {
        log.events = std::mem::take(&mut only.rows);
        log.events.detail.resize(next as usize, NONE);
        return;
    }
    let mut free = deals.start.clone();
    for place in segments.iter_mut().flat_map(|s| &mut s.deal) {
        let next = &mut free[*place as usize];
        *place = std::mem::replace(next, *next + 1);
    }
    let (mut places, mut at, mut sort, mut side, mut actor, mut detail) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Segment { deal, rows, .. } in segments {
        places.push(deal);
        at.push(rows.at);
        sort.push(rows.sort);
        side.push(rows.side);
        actor.push(rows.actor);
        detail.push(rows.detail);
    }
    let events = &mut log.events;
    let n = next as usize;
    rayon::scope(|s| {
        s.spawn(|_| events.at = scattered(at, &places, n, 0));
        s.spawn(|_| events.sort = scattered(sort, &places, n, 0));
        s.spawn(|_| events.actor = scattered(actor, &places, n, NONE));
        s.spawn(|_| events.detail = scattered(detail, &places, n, NONE));
        s.spawn(|_| events.side = scattered(side, &places, n, Side::Unknown));
    });
}

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
    detail: &'a mut [u32],
}

impl<'a> Columns<'a> {
    fn split(self, middle: usize) -> (Self, Self) {
        let (at, at_2) = self.at.split_at_mut(middle);
        let (sort, sort_2) = self.sort.split_at_mut(middle);
        let (side, side_2) = self.side.split_at_mut(middle);
        let (actor, actor_2) = self.actor.split_at_mut(middle);
        let (detail, detail_2) = self.detail.split_at_mut(middle);
        let first = Self { at, sort, side, actor, detail };
        (first, Self { at: at_2, sort: sort_2, side: side_2, actor: actor_2, detail: detail_2 })
    }

    /// Sorts rows by time; stable, what has no date comes last.
    fn sort(&mut self, range: std::ops::Range<usize>, spare: &mut Vec<Row>) {
        if self.at[range.clone()].is_sorted() {
            return;
        }
        spare.clear();
        spare.extend(range.clone().map(|i| Row {
            at: self.at[i],
            sort: self.sort[i],
            side: self.side[i],
            actor: self.actor[i],
            detail: self.detail[i],
        }));
        spare.sort_by_key(|row| row.at);
        for (i, row) in range.zip(spare.iter()) {
            self.at[i] = row.at;
            self.sort[i] = row.sort;
            self.side[i] = row.side;
            self.actor[i] = row.actor;
            self.detail[i] = row.detail;
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
