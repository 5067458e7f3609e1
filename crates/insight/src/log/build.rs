//! From facts or stored deals to columns.

use std::convert::Infallible;

use model::{
    Deal, Event, Outcome, Side,
    fact::{DealFact, EventFact, FactSink, LookupFact},
};

use super::{
    EventLog, NEVER, NONE,
    columns::{Class, Deals, Events, Row, micros},
};

/// Takes facts or stored deals in any order and makes an [`EventLog`] of them.
#[derive(Debug)]
pub struct EventLogBuilder {
    log: EventLog,
    /// The deal of each event.
    deal: Vec<u32>,
    /// Deals that came from the store: folded and in order already.
    given: Vec<bool>,
    last: u32,
}

impl Default for EventLogBuilder {
    fn default() -> Self {
        let log = EventLog { deals: Deals::with_fields(), ..EventLog::default() };
        Self { log, deal: Vec::new(), given: Vec::new(), last: NONE }
    }
}

impl EventLogBuilder {
    /// Takes a deal from the store with all its events in order. A deal comes once.
    pub fn add(&mut self, deal: &Deal, events: &[Event]) {
        let row = self.log.set_deal(deal, events);
        for event in events {
            self.log.push_event(event);
            self.deal.push(row);
        }
        self.given.resize(self.log.deals.rows(), false);
        self.given[row as usize] = true;
    }

    fn row(&mut self, key: &str) -> u32 {
        if self.last == NONE || self.log.deals.keys.get(self.last) != key {
            self.last = self.log.deals.row(key);
        }
        self.last
    }

    /// The log of all that came.
    pub fn finish(mut self) -> EventLog {
        self.given.resize(self.log.deals.rows(), false);
        self.group();
        for deal in 0..self.log.deals.rows() as u32 {
            if !self.given[deal as usize] {
                sort_by_time(&mut self.log, deal);
                fold(&mut self.log, deal);
            }
        }
        self.log
    }

    /// Counting sort by deal; within a deal the order in which the events came.
    fn group(&mut self) {
        let deals = &mut self.log.deals;
        for deal in &self.deal {
            deals.count[*deal as usize] += 1;
        }
        let mut next = 0;
        for (start, count) in deals.start.iter_mut().zip(&deals.count) {
            *start = next;
            next += count;
        }
        if self.deal.is_sorted() {
            return;
        }
        let mut free = deals.start.clone();
        let places: Vec<u32> = self
            .deal
            .iter()
            .map(|deal| {
                let place = &mut free[*deal as usize];
                *place += 1;
                *place - 1
            })
            .collect();
        self.deal = Vec::new();
        let Events { at, sort, side, actor, detail } = &mut self.log.events;
        rayon::scope(|s| {
            s.spawn(|_| scatter(at, &places, 0));
            s.spawn(|_| scatter(sort, &places, 0));
            s.spawn(|_| scatter(side, &places, Side::Unknown));
            s.spawn(|_| scatter(actor, &places, NONE));
            s.spawn(|_| scatter(detail, &places, NONE));
        });
    }
}

fn scatter<T: Copy>(column: &mut Vec<T>, places: &[u32], blank: T) {
    let mut sorted = vec![blank; column.len()];
    for (value, place) in column.iter().zip(places) {
        sorted[*place as usize] = *value;
    }
    *column = sorted;
}

/// Stable; what has no date comes last.
fn sort_by_time(log: &mut EventLog, deal: u32) {
    let range = log.range(deal);
    if log.events.at[range.clone()].is_sorted() {
        return;
    }
    let mut rows: Vec<Row> = range.clone().map(|i| log.events.row(i)).collect();
    rows.sort_by_key(|row| row.at);
    for (i, row) in range.zip(rows) {
        log.events.set(i, row);
    }
}

/// State from events, as in [`model::Deal::apply`]; where they say nothing, what the rows said stays.
fn fold(log: &mut EventLog, deal: u32) {
    let range = log.range(deal);
    let at = deal as usize;
    let (said_outcome, said_closed) = (log.deals.outcome[at], log.deals.closed[at]);
    let (mut outcome, mut closed, mut closes) = (Outcome::Open, NEVER, false);
    let (mut first, mut last) = (NEVER, i64::MIN);
    for i in range {
        let (when, sort) = (log.events.at[i], log.sorts.all[log.events.sort[i] as usize]);
        // A closing alone does not tell when the deal began.
        if !matches!(sort.class, Class::Won | Class::Lost) {
            first = first.min(when);
        }
        if when != NEVER {
            last = last.max(when);
        }
        match sort.class {
            Class::Stage => {
                (log.deals.stage[at], log.deals.stage_since[at]) = (sort.stage, when);
                (outcome, closed) = (Outcome::Open, NEVER);
            }
            Class::Won => (outcome, closed, closes) = (Outcome::Won, when, true),
            Class::Lost => (outcome, closed, closes) = (Outcome::Lost, when, true),
            Class::Activity | Class::Admin => {}
        }
    }
    let deals = &mut log.deals;
    if closes {
        deals.outcome[at] = outcome;
        let said = outcome == said_outcome && said_closed != NEVER;
        deals.closed[at] = if said { said_closed } else { closed };
    }
    if deals.outcome[at] == Outcome::Open {
        deals.closed[at] = NEVER;
    }
    if deals.created[at] == NEVER {
        deals.created[at] = first;
    }
    for when in [deals.created[at], deals.closed[at]] {
        if when != NEVER {
            last = last.max(when);
        }
    }
    deals.last[at] = last;
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
        let deal = self.row(fact.deal);
        let log = &mut self.log;
        let row = Row {
            at: micros(fact.at),
            sort: log.sorts.code(fact.kind, fact.activity, fact.stage),
            side: fact.side,
            actor: fact.actor.map_or(NONE, |a| log.actors.intern(a)),
            detail: log.details.code(fact.attributes.iter().copied()),
        };
        self.deal.push(deal);
        log.events.push(row);
        Ok(())
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), Infallible> {
        let fields = fact.fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.log.lookups.push((fact.of.to_owned(), fact.key.to_owned(), fields));
        Ok(())
    }
}
