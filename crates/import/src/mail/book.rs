//! What is known of deals while mailboxes are read: when they were open, and who is on them.

use jiff::Timestamp;
use model::{
    deal::field,
    event::kind,
    fact::{DealFact, EventFact, FactSink, LookupFact, PartedSink},
};
use rustc_hash::FxHashMap;

use super::address::{address, addresses, and_above, domain, is_free, site};
use crate::words;

/// People write before a deal is entered and after it is closed: so many seconds still count (30 days).
pub(crate) const SLACK: i64 = 30 * 86_400;

/// When a deal was open, and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its key.
    pub(crate) key: String,
    /// `None`: since ever.
    pub(crate) created: Option<Timestamp>,
    /// `None`: still open, or nobody knows when it closed.
    pub(crate) closed: Option<Timestamp>,
    /// The rep, as the data has it, lower case.
    pub(crate) owner: String,
    /// The organisation, lower case; empty if unknown.
    account: String,
}

/// A person on a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The deal's number.
    pub(crate) deal: u32,
    /// Their part in it; empty if unknown.
    pub(crate) role: String,
    /// Their name; empty if unknown.
    pub(crate) name: String,
}

/// Deals to which messages and meetings can belong: their times, the people on them, their organisations' domains.
#[derive(Debug, Default)]
pub struct KnownDeals {
    pub(crate) deals: Vec<Known>,
    by_key: FxHashMap<String, u32>,
    people: FxHashMap<String, Vec<Place>>,
    domains: FxHashMap<String, Vec<u32>>,
    by_account: FxHashMap<String, Vec<u32>>,
    ours: Vec<String>,
    now: Option<Timestamp>,
}

/// Attribute of every event that came out of a mailbox or calendar: `mailbox` or `calendar`.
pub(crate) const VIA: &str = "via";

impl KnownDeals {
    /// Nothing known yet. Messages later than `now` have a wrong clock; meetings before it were held.
    pub fn new(now: Timestamp) -> Self {
        Self { now: Some(now), ..Self::default() }
    }

    /// The present moment.
    pub(crate) fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(Timestamp::now)
    }

    /// Notes an address of your own side.
    pub fn add_own(&mut self, text: &str) {
        self.ours.extend(address(text));
    }

    /// Notes what a source says of a deal.
    pub fn add_deal(&mut self, fact: &DealFact<'_>) {
        let deal = self.number(fact.key);
        let known = &mut self.deals[deal as usize];
        known.created = earlier(known.created, fact.created);
        known.closed = fact.closed.or(known.closed);
        for (name, value) in fact.fields {
            match *name {
                field::ACCOUNT => self.deals[deal as usize].account = value.trim().to_lowercase(),
                field::OWNER => self.deals[deal as usize].owner = value.trim().to_lowercase(),
                _ => {}
            }
            self.field(deal, name, value, fact);
        }
    }

    fn field(&mut self, deal: u32, name: &str, value: &str, fact: &DealFact<'_>) {
        if value.contains('@') {
            if is_own(name) {
                self.ours.extend(addresses(value));
                return;
            }
            let role = fact.fields.iter().find(|(n, _)| is_role(n)).map_or("", |(_, v)| v);
            for found in addresses(value) {
                self.add_person(deal, found, role, "");
            }
        } else if is_site(name)
            && let Some(domain) = site(value)
        {
            self.domains.entry(domain).or_default().push(deal);
        }
    }

    /// Notes an event of a deal: somebody on it, its beginning, its end.
    pub fn add_event(&mut self, fact: &EventFact<'_>) {
        let deal = self.number(fact.deal);
        let known = &mut self.deals[deal as usize];
        if fact.attributes.iter().any(|(name, _)| *name == VIA) {
            // else a message from before a deal's beginning would let it begin earlier at the next import
            return;
        }
        match fact.kind {
            kind::PERSON => {
                let value = |name| fact.attributes.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| *v);
                let (role, name) = (value("role"), value("name"));
                for found in addresses(value("email")) {
                    self.add_person(deal, found, role, name);
                }
            }
            kind::WON | kind::LOST => known.closed = known.closed.max(fact.at),
            kind::STAGE if known.closed.is_some_and(|closed| fact.at.is_some_and(|at| at > closed)) => {
                known.closed = None
            }
            _ => known.created = earlier(known.created, fact.at),
        }
    }

    fn add_person(&mut self, deal: u32, found: String, role: &str, name: &str) {
        let places = self.people.entry(found).or_default();
        match places.iter_mut().find(|p| p.deal == deal) {
            Some(place) => {
                if place.role.is_empty() {
                    role.clone_into(&mut place.role);
                }
                if place.name.is_empty() {
                    name.clone_into(&mut place.name);
                }
            }
            None => places.push(Place { deal, role: role.to_owned(), name: name.to_owned() }),
        }
    }

    fn number(&mut self, key: &str) -> u32 {
        if let Some(deal) = self.by_key.get(key) {
            return *deal;
        }
        let deal = self.deals.len() as u32;
        self.deals.push(Known { key: key.to_owned(), ..Known::default() });
        self.by_key.insert(key.to_owned(), deal);
        deal
    }

    /// Addresses known to be of your own side.
    pub(crate) fn own(&self) -> &[String] {
        &self.ours
    }

    /// Before this no meeting can belong to a deal.
    pub(crate) fn begins(&self) -> Timestamp {
        if self.deals.iter().any(|d| d.created.is_none()) {
            return Timestamp::UNIX_EPOCH;
        }
        let first = self.deals.iter().filter_map(|d| d.created).min().unwrap_or(Timestamp::UNIX_EPOCH);
        Timestamp::from_second(first.as_second() - SLACK).unwrap_or(first)
    }

    /// After this no meeting matters: a month from now, for what is agreed upon already.
    pub(crate) fn ends(&self, now: Timestamp) -> Timestamp {
        Timestamp::from_second(now.as_second() + SLACK).unwrap_or(Timestamp::MAX)
    }

    /// True if nothing is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.deals.is_empty()
    }

    /// True if an address of the prospects is known.
    pub(crate) fn has_people(&self) -> bool {
        !self.people.is_empty() || !self.domains.is_empty()
    }

    /// Ends the gathering: takes your own side out, and lets the domains of people stand for their organisations.
    pub(crate) fn settle(&mut self, is_ours: &dyn Fn(&str) -> bool) {
        self.people.retain(|address, _| !is_ours(address));
        self.domains.retain(|domain, _| !is_ours(&format!("x@{domain}")));
        for (number, deal) in self.deals.iter().enumerate().filter(|(_, d)| !d.account.is_empty()) {
            self.by_account.entry(deal.account.clone()).or_default().push(number as u32);
        }
        for (address, places) in &self.people {
            let at = domain(address);
            if !is_free(at) {
                self.domains.entry(at.to_owned()).or_default().extend(places.iter().map(|p| p.deal));
            }
        }
        for deals in self.domains.values_mut() {
            let accounts = deals.iter().filter_map(|d| self.by_account.get(&self.deals[*d as usize].account));
            let more: Vec<u32> = accounts.flatten().copied().collect();
            deals.extend(more);
            deals.sort_unstable();
            deals.dedup();
        }
    }

    /// The deals a person is on.
    pub(crate) fn places(&self, address: &str) -> &[Place] {
        self.people.get(address).map_or(&[], Vec::as_slice)
    }

    /// The deals of the organisation whose domain this is.
    pub(crate) fn of_domain(&self, address: &str) -> &[u32] {
        let known = and_above(domain(address)).find_map(|d| self.domains.get(d));
        known.map_or(&[], Vec::as_slice)
    }
}

fn earlier(a: Option<Timestamp>, b: Option<Timestamp>) -> Option<Timestamp> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// True if a field's addresses are those of your own side.
pub(crate) fn is_own(name: &str) -> bool {
    const OURS: &[&str] =
        &["owner", "rep", "agent", "manager", "assigned", "seller", "salesperson", "creator", "user", "bdr", "sdr"];
    let plain = words::plain(name);
    plain.split(' ').any(|word| OURS.contains(&word))
        || plain.contains("created by")
        || plain.contains("account executive")
}

fn is_role(name: &str) -> bool {
    let plain = words::plain(name);
    plain == "role" || plain.ends_with(" role")
}

fn is_site(name: &str) -> bool {
    words::plain(name).split(' ').any(|w| matches!(w, "website" | "domain" | "url" | "homepage" | "web" | "webseite"))
}

/// Passes facts on, and notes what mailboxes will need of them.
#[derive(Debug)]
pub struct Watching<'s, S> {
    sink: &'s mut S,
    /// What is known so far.
    pub(crate) known: KnownDeals,
    watching: bool,
}

impl<'s, S: FactSink> Watching<'s, S> {
    /// Notes nothing if nothing will be needed.
    pub fn new(sink: &'s mut S, known: KnownDeals, watching: bool) -> Self {
        Self { sink, known, watching }
    }
}

/// Threads fill parts of the sink itself: for a sink that watches nothing.
impl<S: PartedSink> PartedSink for Watching<'_, S> {
    type Part = S::Part;

    fn part(&self) -> S::Part {
        self.sink.part()
    }

    fn absorb(&mut self, parts: Vec<S::Part>, end: usize) {
        self.sink.absorb(parts, end);
    }
}

impl<S: FactSink> FactSink for Watching<'_, S> {
    type Error = S::Error;

    fn row(&mut self, file: usize) {
        self.sink.row(file);
    }

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), S::Error> {
        if self.watching {
            self.known.add_deal(&fact);
        }
        self.sink.deal(fact)
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), S::Error> {
        if self.watching {
            self.known.add_event(&fact);
        }
        self.sink.event(fact)
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), S::Error> {
        self.sink.lookup(fact)
    }
}
