//! Following the store: one deal at a time.

use model::{Deal, Event, event::kind, ids::DealId};
use rustc_hash::FxHashMap;

use super::{
    EventLog, NEVER, NO_VALUE, NONE,
    columns::{Deals, Events, Row, micros},
};

impl EventLog {
    /// Takes a deal with all its events in order after a commit, in place of what the log had of it.
    pub fn put(&mut self, deal: &Deal, events: &[Event]) {
        let row = self.set_deal(deal, events);
        let at = row as usize;
        self.dead += self.deals.count[at] as usize;
        self.deals.start[at] = self.events.len() as u32;
        self.deals.count[at] = events.len() as u32;
        for event in events {
            let row = self.event_row(event);
            self.events.push(row);
        }
        self.ordered.changed(row, self.deals.rows());
        self.compact_if_due();
    }

    /// Forgets a deal.
    pub fn remove(&mut self, deal: DealId) {
        let Some(row) = self.by_id().get(&deal).copied() else { return };
        let at = row as usize;
        if !std::mem::replace(&mut self.deals.live[at], false) {
            return;
        }
        self.gone += 1;
        self.ordered.changed(row, self.deals.rows());
        self.dead += std::mem::take(&mut self.deals.count[at]) as usize;
        self.compact_if_due();
    }

    /// The number of the deal of this id. All ids are counted the first time.
    pub fn find_id(&mut self, id: DealId) -> Option<u32> {
        let deal = self.by_id().get(&id).copied()?;
        self.deals.live.get(deal as usize).is_some_and(|live| *live).then_some(deal)
    }

    fn by_id(&mut self) -> &std::collections::HashMap<DealId, u32, rustc_hash::FxBuildHasher> {
        if self.by_id.is_none() {
            self.by_id = Some(self.all().map(|deal| (self.deal_id(deal), deal)).collect());
        }
        self.by_id.get_or_insert_default()
    }

    /// Writes a deal's state as the store folded it; its number.
    pub(super) fn set_deal(&mut self, deal: &Deal, events: &[Event]) -> u32 {
        if self.deals.fields.is_empty() {
            self.deals = Deals::with_fields();
        }
        let row = self.deals.row(&deal.key);
        let at = row as usize;
        let deals = &mut self.deals;
        self.gone -= usize::from(!std::mem::replace(&mut deals.live[at], true));
        deals.version[at] = deal.version;
        if deal.id != DealId::of_key(&deal.key) {
            deals.ids.insert(row, deal.id);
        }
        deals.name[at] = if deal.name == deal.key { NONE } else { deals.names.intern(&deal.name) };
        let named = [&deal.owner, &deal.team, &deal.product, &deal.account];
        for (field, value) in super::columns::FIELDS.iter().zip(named) {
            deals.set(row, field, value.as_deref().unwrap_or_default());
        }
        let currency = deal.value.as_ref().map(|v| v.currency.as_str());
        deals.set(row, model::deal::field::CURRENCY, currency.unwrap_or_default());
        deals.value[at] = deal.value.as_ref().map_or(NO_VALUE, |v| v.minor);
        match model::quote::agreed(events, deal.closed).map(|quote| quote.total) {
            Some(total) => deals.agreed.insert(row, (total.list_minor, total.net_minor)),
            None => deals.agreed.remove(&row),
        };
        for column in super::columns::FIELDS.len()..deals.fields.len() {
            let value = deal.attributes.get(&deals.fields[column].name);
            if value.is_none() && (deals.fields[column].code(row) != NONE) {
                deals.fields[column].codes[at] = NONE;
            }
        }
        for (name, value) in &deal.attributes {
            deals.set(row, name, value);
        }
        deals.stage[at] = deal.stage.as_deref().map_or(NONE, |s| self.sorts.stages.intern(s));
        deals.stage_since[at] = micros(deal.stage_since);
        deals.outcome[at] = deal.outcome;
        deals.created[at] = micros(deal.created);
        deals.closed[at] = micros(deal.closed);
        // what somebody remembers later is no news about the deal
        let is_news = |e: &&Event| !e.undated && !matches!(e.kind.as_str(), kind::ANSWER | kind::PERSON);
        let dated = events.iter().filter(is_news).map(|e| e.at.as_microsecond());
        let known = [deals.created[at], deals.closed[at]].into_iter().filter(|at| *at != NEVER);
        deals.last[at] = dated.chain(known).max().unwrap_or(i64::MIN);
        if let Some(ids) = &mut self.by_id {
            ids.insert(deal.id, row);
        }
        row
    }

    pub(super) fn event_row(&mut self, event: &Event) -> Row {
        let attributes = event.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Row {
            at: micros((!event.undated).then_some(event.at)),
            sort: self.sorts.code(&event.kind, &event.activity, event.stage.as_deref()),
            side: event.side,
            actor: event.actor.as_deref().map_or(NONE, |a| self.actors.intern(a)),
            detail: self.details.code(&event.kind, attributes),
        }
    }

    fn compact_if_due(&mut self) {
        let gone = self.gone;
        if self.dead > self.events.len() / 2 && self.dead > 1000 || gone > self.deals.rows() / 2 && gone > 1000 {
            self.compact();
        }
    }

    /// Writes all columns anew without what is dead. Numbers of deals change.
    pub(super) fn compact(&mut self) {
        let kept: Vec<u32> = self.all().collect();
        let mut events = Events::default();
        let mut start = Vec::with_capacity(kept.len());
        for deal in &kept {
            start.push(events.len() as u32);
            self.range(*deal).for_each(|i| events.push(self.events.row(i)));
        }
        let old = std::mem::take(&mut self.deals);
        let mut keys = super::Dictionary::default();
        for deal in &kept {
            keys.intern(old.keys.get(*deal));
        }
        let mut fields = old.fields;
        for field in &mut fields {
            field.codes = kept.iter().map(|deal| field.code(*deal)).collect();
        }
        let ids = moved(&old.ids, &kept);
        let agreed = moved(&old.agreed, &kept);
        self.deals = Deals {
            keys,
            ids,
            live: vec![true; kept.len()],
            version: gather(&old.version, &kept),
            names: old.names,
            name: gather(&old.name, &kept),
            fields,
            value: gather(&old.value, &kept),
            agreed,
            stage: gather(&old.stage, &kept),
            stage_since: gather(&old.stage_since, &kept),
            outcome: gather(&old.outcome, &kept),
            created: gather(&old.created, &kept),
            closed: gather(&old.closed, &kept),
            last: gather(&old.last, &kept),
            start,
            count: gather(&old.count, &kept),
        };
        self.events = events;
        self.dead = 0;
        self.gone = 0;
        self.numbering += 1;
        self.ordered = super::ordered::Ordered::default();
        self.by_id = None;
    }
}

/// What few deals have, by their new numbers.
fn moved<T: Copy>(of: &FxHashMap<u32, T>, rows: &[u32]) -> FxHashMap<u32, T> {
    rows.iter().zip(0..).filter_map(|(deal, row)| Some((row, *of.get(deal)?))).collect()
}

fn gather<T: Copy>(column: &[T], rows: &[u32]) -> Vec<T> {
    rows.iter().map(|row| column[*row as usize]).collect()
}
