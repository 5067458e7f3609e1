//! Deals that something happened to, without their events.

use std::hash::{Hash, Hasher};

use model::{Timestamp, event::kind};
use rustc_hash::FxHasher;

use super::{EventLog, NEVER, columns::Row};

impl EventLog {
    /// The deals with an event of one of these kinds, in the order in which they came.
    pub fn deals_with(&self, kinds: &[&str]) -> Vec<u32> {
        let wanted = self.sorts_of(kinds);
        if !wanted.contains(&true) {
            return Vec::new();
        }
        let has = |deal: &u32| self.range(*deal).any(|at| self.is_of(at, &wanted));
        self.all().filter(has).collect()
    }

    /// The deals of which fields were set after they closed.
    pub fn changed_after_close(&self) -> Vec<u32> {
        let wanted = self.sorts_of(&[kind::CHANGED]);
        let changed = |deal: &u32| {
            let closed = self.closed(*deal).map_or(NEVER, Timestamp::as_microsecond);
            self.range(*deal).any(|at| self.is_of(at, &wanted) && self.events.at[at] >= closed)
        };
        self.all().filter(changed).collect()
    }

    /// A number that changes when the events of a deal do.
    pub fn fingerprint(&self, deal: u32) -> u64 {
        let mut hasher = FxHasher::default();
        for at in self.range(deal) {
            let Row { at, sort, detail, .. } = self.events.row(at);
            (at, sort, detail).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// For each sort of event, whether it is of one of these kinds.
    fn sorts_of(&self, kinds: &[&str]) -> Vec<bool> {
        self.sorts.all.iter().map(|sort| kinds.contains(&self.sorts.kinds.get(sort.kind))).collect()
    }

    fn is_of(&self, at: usize, wanted: &[bool]) -> bool {
        wanted.get(self.events.sort[at] as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use model::{
        Deal, Event, Outcome, Side,
        deal::field,
        ids::{DealId, EventId},
    };

    use super::*;
    use crate::log::EventLogBuilder;

    fn deal(key: &str, lines: &[(&str, i64)]) -> (Deal, Vec<Event>) {
        let mut deal = Deal::new(DealId::of_key(key), key);
        let event = |(kind, second): &(&str, i64)| Event {
            id: EventId::of_key(&format!("{key}{kind}{second}")),
            deal: deal.id,
            at: Timestamp::from_second(*second).unwrap_or_default(),
            undated: false,
            kind: (*kind).to_owned(),
            activity: (*kind).to_owned(),
            stage: None,
            side: Side::Rep,
            actor: None,
            attributes: [(field::OWNER.to_owned(), "Ann".to_owned())].into(),
            import: None,
        };
        let events: Vec<Event> = lines.iter().map(event).collect();
        events.iter().for_each(|event| deal.apply(event));
        (deal, events)
    }

    fn log(deals: &[(Deal, Vec<Event>)]) -> EventLog {
        let mut builder = EventLogBuilder::default();
        deals.iter().for_each(|(deal, events)| builder.add(deal, events));
        builder.finish()
    }

    #[test]
    fn deals_are_found_by_what_happened_to_them() {
        let before = [(kind::CREATED, 1), (kind::CHANGED, 2), (kind::WON, 3)];
        let after = [(kind::CREATED, 1), (kind::WON, 3), (kind::CHANGED, 4), (kind::CHURNED, 5)];
        let log = log(&[deal("a", &before), deal("b", &after), deal("c", &[(kind::CREATED, 1), (kind::CHANGED, 9)])]);
        let keys = |deals: Vec<u32>| deals.into_iter().map(|deal| log.key(deal)).collect::<Vec<_>>();
        assert_eq!(keys(log.deals_with(&[kind::CHURNED, "never"])), ["b"]);
        assert_eq!(keys(log.deals_with(&[kind::WON])), ["a", "b"]);
        assert_eq!(keys(log.changed_after_close()), ["b"]);
        assert_eq!(log.find("a").map(|deal| log.outcome(deal)), Some(Outcome::Won));
    }

    #[test]
    fn the_fingerprint_follows_the_events() {
        let (changed, events) = deal("a", &[(kind::CREATED, 1), (kind::WON, 3), (kind::COMMISSION_SPLIT, 4)]);
        let mut log = log(&[deal("a", &[(kind::CREATED, 1), (kind::WON, 3)]), deal("b", &[(kind::CREATED, 1)])]);
        let print = |log: &EventLog, key: &str| log.find(key).map(|deal| log.fingerprint(deal));
        let before = (print(&log, "a"), print(&log, "b"));
        log.put(&changed, &events);
        assert_ne!(print(&log, "a"), before.0);
        assert_eq!(print(&log, "b"), before.1);
    }
}
