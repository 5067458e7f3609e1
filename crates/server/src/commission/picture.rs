//! What the log in memory says of the deals that were won.

use std::{
    collections::{BTreeSet, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use insight::log::EventLog;
use model::{Outcome, Timestamp, event::kind, ids::DealId};

/// The largest price of a deal that is counted, in minor units: a hundred billion.
pub const LARGEST_MINOR: i64 = 10_000_000_000_000;

/// A deal that was won, or that was corrected.
#[derive(Debug, Clone, Hash)]
pub struct Seen {
    /// Its id.
    pub id: DealId,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its owner now.
    pub owner: Option<String>,
    /// Its value now.
    pub value_minor: Option<i64>,
    /// Its currency; empty where the source named none.
    pub currency: String,
    /// When it was won; none for one that is not won, or at an unknown time.
    pub closed: Option<Timestamp>,
    /// False for a deal that is here for its corrections alone.
    pub won: bool,
    /// Changes when its events do; none where what the log says is all there is to know.
    pub events: Option<u64>,
}

/// The deals that count, in the order in which they were won.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    /// The deals.
    pub deals: Vec<Seen>,
    /// Changes when they do.
    pub mark: u64,
}

impl Picture {
    /// The deals won since a moment or at an unknown time, and those corrected.
    pub fn of(log: &EventLog, since: Option<Timestamp>) -> Self {
        let Some(since) = since else { return Self::default() };
        let told = [kind::COMMISSION_SPLIT, kind::CHURNED, kind::QUOTE_ACCEPTED];
        let corrected: HashSet<u32> = log.deals_with(&[kind::COMMISSION_CORRECTED]).into_iter().collect();
        let told: HashSet<u32> = log.deals_with(&told).into_iter().chain(log.changed_after_close()).collect();
        let won = log.all().filter(|deal| {
            log.outcome(*deal) == Outcome::Won && log.closed(*deal).is_none_or(|closed| since <= closed)
        });
        let all: BTreeSet<u32> = won.chain(corrected.iter().copied()).collect();
        let seen = |deal: u32| {
            let to_read = corrected.contains(&deal) || told.contains(&deal);
            Seen {
                id: log.deal_id(deal),
                key: log.key(deal).to_owned(),
                name: log.name(deal).to_owned(),
                owner: log.owner(deal).map(str::to_owned),
                value_minor: log.value_minor(deal),
                currency: log.currency(deal).unwrap_or_default().trim().to_uppercase(),
                closed: log.closed(deal),
                won: log.outcome(deal) == Outcome::Won && log.closed(deal).is_none_or(|closed| since <= closed),
                events: to_read.then(|| log.fingerprint(deal)),
            }
        };
        let mut deals: Vec<Seen> = all.into_iter().map(seen).collect();
        deals.sort_by(|a, b| (a.closed, &a.key).cmp(&(b.closed, &b.key)));
        let mut hasher = DefaultHasher::new();
        deals.hash(&mut hasher);
        Self { deals, mark: hasher.finish() }
    }
}
