//! From facts or stored deals to columns.

use std::convert::Infallible;

use model::{
    Deal, Event, Outcome,
    fact::{DealFact, EventFact, FactPart, FactSink, LookupFact, PartedSink},
};
use rayon::prelude::*;

use super::{
    EventLog, NEVER, NONE,
    columns::{Class, Deals, Details, Row, micros},
    segment::{self, PieceEnd, Renumbering, Segment, Sizes, Stretch},
    waiting::Waiting,
};

/// Takes facts or stored deals in any order and makes an [`EventLog`] of them.
#[derive(Debug)]
pub struct EventLogBuilder {
    /// Without events until the end.
    log: EventLog,
    /// Rows that came before the open ones, and their order.
    closed: Vec<Segment>,
    order: Vec<Stretch>,
    open: Segment,
    /// The piece of the file at hand, in a part.
    piece: Option<usize>,
    /// Deals that came from the store: folded and in order already.
    given: Vec<bool>,
    /// The deal asked for last.
    last: u32,
    waiting: Waiting,
}

impl Default for EventLogBuilder {
    fn default() -> Self {
        let log = EventLog { deals: Deals::with_fields(), ..EventLog::default() };
        Self {
            log,
            closed: Vec::new(),
            order: Vec::new(),
            open: Segment::default(),
            piece: None,
            given: Vec::new(),
            last: NONE,
            waiting: Waiting::default(),
        }
    }
}

impl EventLogBuilder {
    /// Takes a deal from the store with all its events in order. A deal comes once.
    pub fn add(&mut self, deal: &Deal, events: &[Event]) {
        self.settle();
        let deal_row = self.log.set_deal(deal, events);
        for event in events {
            let row = self.log.event_row(event);
            self.open.push(deal_row, row);
        }
        self.given.resize(self.log.deals.rows(), false);
        self.given[deal_row as usize] = true;
    }

    /// Puts the rows that wait to the open ones.
    fn settle(&mut self) {
        let Self { log, open, waiting, .. } = self;
        waiting.settle(&mut log.deals.keys, |deal, row| open.push(deal, row));
    }

    fn row(&mut self, key: &str) -> u32 {
        self.settle();
        if self.last == NONE || self.log.deals.keys.get(self.last) != key {
            self.last = self.log.deals.row(key);
        }
        self.last
    }

    /// The log of all that came.
    pub fn finish(mut self) -> EventLog {
        self.close();
        self.log.deals.grow();
        self.given.resize(self.log.deals.rows(), false);
        segment::group(&mut self.log, self.closed, &self.order);
        segment::sort_by_time(&mut self.log, &self.given);
        fold(&mut self.log, &self.given);
        self.log
    }

    /// Puts the open rows to the closed ones.
    fn close(&mut self) {
        self.settle();
        let open = std::mem::take(&mut self.open);
        if !open.deal.is_empty() {
            self.order.push((self.closed.len(), 0..open.deal.len()));
            self.closed.push(open);
        }
    }

    /// Notes where the piece at hand ends.
    fn end_piece(&mut self) {
        self.settle();
        if let Some(piece) = self.piece.take() {
            let end = PieceEnd { piece, rows: self.open.deal.len(), after: Sizes::of(&self.log) };
            self.open.pieces.push(end);
        }
    }

    /// Takes in the deals that a piece brought to a part; of what is told of a deal, the first counts.
    fn learn_deals(&mut self, part: &EventLog, numbers: &mut Vec<u32>, after: usize, told: &mut Vec<bool>) {
        for deal in numbers.len() as u32..after as u32 {
            let row = self.log.deals.row(part.deals.keys.get(deal));
            numbers.push(row);
            told.resize(self.log.deals.rows(), false);
            let is_told = (deal as usize) < part.deals.rows();
            if is_told && !std::mem::replace(&mut told[row as usize], true) {
                self.log.deals.tell(row, &part.deals, deal);
                if let Some(stage) = part.sorts.stages.some(part.deals.stage[deal as usize]) {
                    self.log.deals.stage[row as usize] = self.log.sorts.stages.intern(stage);
                }
            }
        }
    }
}

impl PartedSink for EventLogBuilder {
    type Part = Self;

    fn part(&self) -> Self {
        Self::default()
    }

    fn absorb(&mut self, parts: Vec<Self>, end: usize) {
        self.close();
        let mut logs = Vec::new();
        let mut segments = Vec::new();
        let mut pieces: Vec<(usize, Stretch, Sizes)> = Vec::new();
        for (nth, mut part) in parts.into_iter().enumerate() {
            part.end_piece();
            let mut segment = part.open;
            let taken: Vec<_> = segment.pieces().filter(|(piece, ..)| *piece < end).collect();
            segment.truncate(taken.last().map_or(0, |(_, rows, _)| rows.end));
            pieces.extend(taken.into_iter().map(|(piece, rows, after)| (piece, (nth, rows), after)));
            segments.push(segment);
            logs.push((part.log, Renumbering::default()));
        }
        pieces.sort_by_key(|(piece, ..)| *piece);
        let mut told = Vec::new();
        for (_, (nth, rows), after) in pieces {
            let Some((part, numbers)) = logs.get_mut(nth) else { continue };
            self.learn_deals(part, &mut numbers.deals, after.deals, &mut told);
            numbers.learn(&mut self.log, part, &after);
            self.order.push((self.closed.len() + nth, rows));
        }
        segments.par_iter_mut().zip(&logs).for_each(|(segment, (_, numbers))| numbers.apply(segment));
        self.closed.extend(segments);
    }
}

impl FactPart for EventLogBuilder {
    fn piece(&mut self, number: usize) {
        self.end_piece();
        self.piece = Some(number);
    }

    fn wants(&self, attribute: &str) -> bool {
        Details::keeps(attribute)
    }
}

/// What the events say of a deal.
struct Folded {
    stage: Option<(u32, i64)>,
    closing: Option<(Outcome, i64)>,
    first: i64,
    last: i64,
}

fn folded(log: &EventLog, deal: u32) -> Folded {
    let mut found = Folded { stage: None, closing: None, first: NEVER, last: i64::MIN };
    for i in log.range(deal) {
        let (when, sort) = (log.events.at[i], log.sorts.all[log.events.sort[i] as usize]);
        // A closing alone does not tell when the deal began.
        if !matches!(sort.class, Class::Won | Class::Lost) {
            found.first = found.first.min(when);
        }
        if when != NEVER {
            found.last = found.last.max(when);
        }
        match sort.class {
            Class::Stage => {
                found.stage = Some((sort.stage, when));
                found.closing = found.closing.map(|_| (Outcome::Open, NEVER));
            }
            Class::Won => found.closing = Some((Outcome::Won, when)),
            Class::Lost => found.closing = Some((Outcome::Lost, when)),
            Class::Activity | Class::Left | Class::Admin => {}
        }
    }
    found
}

/// State from events, as in [`model::Deal::apply`]; where they say nothing, what the rows said stays.
fn fold(log: &mut EventLog, given: &[bool]) {
    let read: &EventLog = log;
    let deals = 0..read.deals.rows() as u32;
    let found: Vec<Folded> = deals.into_par_iter().with_min_len(1024).map(|deal| folded(read, deal)).collect();
    let deals = &mut log.deals;
    for (at, found) in found.into_iter().enumerate().filter(|(at, _)| !given[*at]) {
        if let Some(stage) = found.stage {
            (deals.stage[at], deals.stage_since[at]) = stage;
        }
        if let Some((outcome, closed)) = found.closing {
            let said = outcome == deals.outcome[at] && deals.closed[at] != NEVER;
            deals.outcome[at] = outcome;
            deals.closed[at] = if said { deals.closed[at] } else { closed };
        }
        if deals.outcome[at] == Outcome::Open {
            deals.closed[at] = NEVER;
        }
        if deals.created[at] == NEVER {
            deals.created[at] = found.first;
        }
        let known = [deals.created[at], deals.closed[at]].into_iter().filter(|when| *when != NEVER);
        deals.last[at] = known.fold(found.last, i64::max);
    }
}

impl FactSink for EventLogBuilder {
    type Error = Infallible;

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), Infallible> {
        let row = self.row(fact.key);
        let log = &mut self.log;
        for (name, value) in fact.fields {
            log.deals.set(row, name, value);
        }
        let at = row as usize;
        if let Some(created) = fact.created {
            log.deals.created[at] = created.as_microsecond();
        }
        if let Some(closed) = fact.closed {
            log.deals.closed[at] = closed.as_microsecond();
        }
        if let Some(outcome) = fact.outcome {
            log.deals.outcome[at] = outcome;
        }
        if let Some(stage) = fact.stage {
            log.deals.stage[at] = log.sorts.stages.intern(stage);
        }
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), Infallible> {
        let log = &mut self.log;
        let row = Row {
            at: micros(fact.at),
            sort: log.sorts.code(fact.kind, fact.activity, fact.stage),
            side: fact.side,
            actor: fact.actor.map_or(NONE, |a| log.actors.intern(a)),
            detail: log.details.code(fact.kind, fact.attributes.iter().copied()),
        };
        self.waiting.push(fact.deal, row);
        if self.waiting.is_full() {
            self.settle();
        }
        Ok(())
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), Infallible> {
        let fields = fact.fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.log.lookups.push((fact.of.to_owned(), fact.key.to_owned(), fields));
        Ok(())
    }
}
