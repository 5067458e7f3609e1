//! Which deal a message or a meeting belongs to.

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::{
    book::{Known, KnownDeals, SLACK},
    message::Person,
};

/// By what it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A person on the deal takes part.
    Person,
    /// Somebody of the deal's organisation takes part, by the domain of the address.
    Domain,
    /// It answers a message of the deal.
    Thread,
}

impl By {
    /// As an attribute has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Domain => "domain",
            Self::Thread => "thread",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One deal.
    Deal(u32, By),
    /// Several, and nothing tells which.
    Ambiguous(Vec<u32>),
    /// The people are known, but no deal of theirs was open at that time.
    OutOfTime,
    /// Nobody is known.
    Unknown,
}

/// Who takes part, and when.
#[derive(Debug, Clone, Copy)]
pub struct Talk<'t> {
    /// When.
    pub at: Timestamp,
    /// The other side.
    pub outside: &'t [&'t Person],
    /// Who of them wrote, if it was one of them.
    pub writer: Option<&'t Person>,
    /// Your own side.
    pub ours: &'t [&'t Person],
    /// The deal of the message that it answers.
    pub thread: Option<u32>,
}

/// Finds the deal. It must be open at that time, give or take 30 days. Of several, in this order: the one whose message
/// it answers; those open on the very day; those the writer is on; those most of the others are on; those whose owner
/// takes part. What is still several is ambiguous, and never guessed.
pub fn link(known: &KnownDeals, talk: Talk<'_>) -> Link {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    let mut met = false;
    for place in talk.outside.iter().flat_map(|p| known.places(&p.address)) {
        met = true;
        if is_near(&known.deals[place.deal as usize], talk.at) {
            *counts.entry(place.deal).or_default() += 1;
        }
    }
    let mut by = By::Person;
    if counts.is_empty() {
        by = By::Domain;
        for deal in talk.outside.iter().flat_map(|p| known.of_domain(&p.address)) {
            met = true;
            if is_near(&known.deals[*deal as usize], talk.at) {
                *counts.entry(*deal).or_default() += 1;
            }
        }
    }
    if let Some(thread) = talk.thread.filter(|t| counts.is_empty() || counts.contains_key(t))
        && is_near(&known.deals[thread as usize], talk.at)
    {
        return Link::Deal(thread, if counts.is_empty() { By::Thread } else { by });
    }
    if counts.is_empty() {
        return if met { Link::OutOfTime } else { Link::Unknown };
    }
    let mut deals: Vec<u32> = counts.keys().copied().collect();
    deals.sort_unstable();
    narrow(&mut deals, |d| is_open(&known.deals[d as usize], talk.at));
    narrow(&mut deals, |d| talk.writer.is_some_and(|p| known.places(&p.address).iter().any(|place| place.deal == d)));
    let most = deals.iter().map(|d| counts[d]).max().unwrap_or(0);
    narrow(&mut deals, |d| counts[&d] == most);
    narrow(&mut deals, |d| talk.ours.iter().any(|p| owns(p, &known.deals[d as usize])));
    match deals.as_slice() {
        [one] => Link::Deal(*one, by),
        _ => Link::Ambiguous(deals),
    }
}

/// Keeps those that pass, if any do.
fn narrow(deals: &mut Vec<u32>, passes: impl Fn(u32) -> bool) {
    if deals.len() > 1 && deals.iter().any(|d| passes(*d)) {
        deals.retain(|d| passes(*d));
    }
}

fn is_open(deal: &Known, at: Timestamp) -> bool {
    deal.created.is_none_or(|created| created <= at) && deal.closed.is_none_or(|closed| at <= closed)
}

fn is_near(deal: &Known, at: Timestamp) -> bool {
    let at = at.as_second();
    deal.created.is_none_or(|created| created.as_second() - SLACK <= at)
        && deal.closed.is_none_or(|closed| at <= closed.as_second() + SLACK)
}

/// True if the rep of the deal is this person, by address, name, or name in the address.
fn owns(person: &Person, deal: &Known) -> bool {
    let owner = deal.owner.as_str();
    let local = person.address.split('@').next().unwrap_or("");
    !owner.is_empty()
        && (owner.contains(&person.address)
            || owner == person.name.to_lowercase()
            || owner == local.replace(['.', '_', '-'], " "))
}

#[cfg(test)]
mod tests {
    use model::fact::DealFact;
    use rstest::rstest;

    use super::*;

    fn at(day: &str) -> Timestamp {
        format!("{day}T12:00:00Z").parse().unwrap()
    }

    /// Two deals of Acme one after the other, one of Beta beside, one at Gmail.
    fn known() -> KnownDeals {
        let mut known = KnownDeals::new(at("2026-06-01"));
        let mut deal = |key, created, closed: Option<&str>, fields: &[(&str, &str)]| {
            let (created, closed) = (Some(at(created)), closed.map(at));
            known.add_deal(&DealFact { key, fields, created, closed, outcome: None, stage: None, modified: None });
        };
        deal(
            "A1",
            "2026-01-10",
            Some("2026-02-10"),
            &[("account", "Acme"), ("owner", "Jo Hall"), ("email", "ann@acme.com")],
        );
        deal(
            "A2",
            "2026-02-20",
            None,
            &[("account", "Acme"), ("owner", "Max Ray"), ("email", "ann@acme.com; bob@acme.com")],
        );
        deal(
            "A3",
            "2026-02-20",
            None,
            &[("account", "Acme"), ("owner", "Jo Hall"), ("email", "cat@acme.com; bob@acme.com")],
        );
        deal("B1", "2026-01-01", None, &[("account", "Beta"), ("website", "https://www.beta.io")]);
        deal("G1", "2026-01-01", None, &[("account", "Gus"), ("email", "gus@gmail.com")]);
        known.settle(&|address| address.ends_with("@our.co"));
        known
    }

    fn people(list: &str) -> Vec<Person> {
        let one = |text: &str| Person { address: text.to_owned(), name: String::new() };
        list.split_whitespace().map(one).collect()
    }

    #[rstest]
    #[case("her first deal, open that day", "2026-01-20", "ann@acme.com", "", "A1")]
    #[case("between her deals, the first just closed", "2026-02-12", "ann@acme.com", "", "?A1 A2")]
    #[case("in her second deal", "2026-03-01", "ann@acme.com", "", "A2")]
    #[case("on two deals", "2026-03-01", "bob@acme.com", "", "?A2 A3")]
    #[case("on two deals, with one who is on one", "2026-03-01", "bob@acme.com cat@acme.com", "", "A3")]
    #[case("on two deals, the rep of one takes part", "2026-03-01", "bob@acme.com", "max.ray@our.co", "A2")]
    #[case("a colleague of theirs", "2026-01-20", "new@acme.com", "", "A1")]
    #[case("a domain below that of the website", "2026-01-20", "x@mail.beta.io", "", "B1")]
    #[case("before any deal", "2025-01-20", "ann@acme.com", "", "late")]
    #[case("a free mail provider says nothing", "2026-01-20", "other@gmail.com", "", "unknown")]
    #[case("known at a free mail provider", "2026-01-20", "gus@gmail.com", "", "G1")]
    #[case("nobody known", "2026-01-20", "who@else.org", "", "unknown")]
    fn the_deal(
        #[case] _case: &str,
        #[case] day: &str,
        #[case] outside: &str,
        #[case] ours: &str,
        #[case] expected: &str,
    ) {
        let (known, outside, ours) = (known(), people(outside), people(ours));
        let (outside, ours): (Vec<_>, Vec<_>) = (outside.iter().collect(), ours.iter().collect());
        let found = link(
            &known,
            Talk { at: at(day), outside: &outside, writer: outside.first().copied(), ours: &ours, thread: None },
        );
        let name = |d: u32| known.deals[d as usize].key.clone();
        let found = match found {
            Link::Deal(d, _) => name(d),
            Link::Ambiguous(deals) => format!("?{}", deals.into_iter().map(name).collect::<Vec<_>>().join(" ")),
            Link::OutOfTime => "late".to_owned(),
            Link::Unknown => "unknown".to_owned(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn an_answer_belongs_to_what_it_answers() {
        let known = known();
        let (bob, who) = (people("bob@acme.com"), people("who@else.org"));
        for (person, by) in [(&bob[0], By::Person), (&who[0], By::Thread)] {
            let talk = Talk { at: at("2026-03-01"), outside: &[person], writer: None, ours: &[], thread: Some(2) };
            assert_eq!(link(&known, talk), Link::Deal(2, by));
        }
    }
}
