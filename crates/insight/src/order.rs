//! Deals in order, a page at a time. A page goes on where the last one ended, whatever came in between.

use std::cmp::Ordering;

use model::{Timestamp, deal::field};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::log::EventLog;

/// By what deals are in order. Those without it come last.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order {
    /// `latest` (closed, or else created), `created`, `closed`, `age` (how long in the stage), `value`, `name`, `key`,
    /// `stage`, `outcome`, a field, or an attribute.
    pub by: String,
    /// The largest, latest or longest first, and texts from the end of the alphabet.
    pub descending: bool,
}

/// A part of deals in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The deals.
    pub deals: Vec<u32>,
    /// Where the next page goes on; none at the end.
    pub next: Option<String>,
}

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Mark {
    /// A number.
    #[serde(rename = "i")]
    Int(i64),
    /// A text.
    #[serde(rename = "t")]
    Text(String),
    /// Nothing.
    #[serde(rename = "n")]
    None,
}

/// What a deal has its place by.
#[derive(Debug, Clone, Copy)]
enum Value<'a> {
    Int(i64),
    Text(&'a str),
    None,
}

impl Mark {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Int(n) => Value::Int(*n),
            Self::Text(text) => Value::Text(text),
            Self::None => Value::None,
        }
    }
}

impl Order {
    fn value<'a>(&self, log: &'a EventLog, deal: u32) -> Value<'a> {
        let time = |at: Option<Timestamp>| at.map_or(Value::None, |at| Value::Int(at.as_microsecond()));
        let text = |text: Option<&'a str>| text.map_or(Value::None, Value::Text);
        match self.by.as_str() {
            "latest" => time(log.closed(deal).or(log.created(deal))),
            "created" => time(log.created(deal)),
            "closed" => time(log.closed(deal)),
            "age" => log.stage_since(deal).map_or(Value::None, |at| Value::Int(-at.as_microsecond())),
            "stage" => text(log.stage(deal)),
            "outcome" => Value::Text(log.outcome(deal).word()),
            "key" => Value::Text(log.key(deal)),
            field::NAME => Value::Text(log.name(deal)),
            field::VALUE => log.value_minor(deal).map_or(Value::None, Value::Int),
            name => text(log.field(deal, name)),
        }
    }

    /// Whether it is an order by a number or moment, whose places [`Order::place`] tells.
    pub fn is_by_number(&self) -> bool {
        matches!(self.by.as_str(), "latest" | "created" | "closed" | "age" | field::VALUE)
    }

    /// The place of a deal in an order by a number: the smallest stands first. Deals of one place are in order by key.
    pub fn place(&self, log: &EventLog, deal: u32) -> i64 {
        self.place_of(self.value(log, deal))
    }

    /// The place of the deal where a page ended; none if `after` is no such place.
    pub fn place_after(&self, after: &str) -> Option<i64> {
        let (mark, _): (Mark, String) = serde_json::from_str(after).ok()?;
        Some(self.place_of(mark.value()))
    }

    fn place_of(&self, value: Value<'_>) -> i64 {
        match value {
            Value::Int(n) if self.descending => n.saturating_neg(),
            Value::Int(n) => n,
            Value::Text(_) | Value::None => i64::MAX,
        }
    }

    fn compare(&self, a: (Value<'_>, &str), b: (Value<'_>, &str)) -> Ordering {
        let turn = |order: Ordering| if self.descending { order.reverse() } else { order };
        let by_value = match (a.0, b.0) {
            (Value::Int(a), Value::Int(b)) => turn(a.cmp(&b)),
            (Value::Text(a), Value::Text(b)) => turn(by_letters(a, b)),
            (Value::None, Value::None) => Ordering::Equal,
            (Value::None, _) => Ordering::Greater,
            (_, Value::None) => Ordering::Less,
            // of a page that ended in another order
            (Value::Int(_), Value::Text(_)) => Ordering::Less,
            (Value::Text(_), Value::Int(_)) => Ordering::Greater,
        };
        by_value.then_with(|| a.1.cmp(b.1))
    }

    /// The deals of a page: the first `limit` after where the last page ended. None if `after` is no such place.
    pub fn page(&self, log: &EventLog, deals: &[u32], after: Option<&str>, limit: usize) -> Option<Page> {
        let after: Option<(Mark, String)> = match after {
            Some(text) => Some(serde_json::from_str(text).ok()?),
            None => None,
        };
        let keyed = deals.par_iter().with_min_len(4096).map(|deal| (self.value(log, *deal), log.key(*deal), *deal));
        let mut left: Vec<_> = match &after {
            Some((mark, key)) => keyed
                .filter(|(value, own, _)| self.compare((*value, own), (mark.value(), key)) == Ordering::Greater)
                .collect(),
            None => keyed.collect(),
        };
        let order = |a: &(Value<'_>, &str, u32), b: &(Value<'_>, &str, u32)| self.compare((a.0, a.1), (b.0, b.1));
        let more = left.len() > limit;
        if more && limit > 0 {
            left.select_nth_unstable_by(limit - 1, order);
            left.truncate(limit);
        }
        left.sort_unstable_by(order);
        let mark = |(value, key, _): &(Value<'_>, &str, u32)| {
            let value = match value {
                Value::Int(n) => Mark::Int(*n),
                Value::Text(text) => Mark::Text((*text).to_owned()),
                Value::None => Mark::None,
            };
            serde_json::to_string(&(value, key)).ok()
        };
        let next = left.last().filter(|_| more).and_then(mark);
        Some(Page { deals: left.into_iter().map(|(_, _, deal)| deal).collect(), next })
    }
}

/// By letters whatever their case.
fn by_letters(a: &str, b: &str) -> Ordering {
    let low = a.chars().flat_map(char::to_lowercase).cmp(b.chars().flat_map(char::to_lowercase));
    low.then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use model::{Deal, ids::DealId, money::Money};
    use rstest::rstest;

    use super::*;
    use crate::log::EventLogBuilder;

    fn log() -> EventLog {
        let mut builder = EventLogBuilder::default();
        let deals = [
            ("a", "beta", Some(300), "North"),
            ("b", "Alpha", None, ""),
            ("c", "ägypten", Some(100), "South"),
            ("d", "alpha", Some(300), "north"),
            ("e", "Gamma", Some(200), ""),
        ];
        for (key, name, value, region) in deals {
            let mut deal = Deal::new(DealId::of_key(key), key);
            deal.name = name.to_owned();
            deal.value = value.map(|minor| Money { minor, currency: "EUR".into() });
            if !region.is_empty() {
                deal.attributes.insert("region".into(), region.into());
            }
            builder.add(&deal, &[]);
        }
        builder.finish()
    }

    #[rstest]
    #[case("value", true, "adecb")]
    #[case("value", false, "ceadb")]
    #[case("name", false, "bdaec")]
    #[case("name", true, "ceadb")]
    #[case("region", false, "adcbe")]
    #[case("region", true, "cdabe")]
    #[case("key", false, "abcde")]
    #[case("created", true, "abcde")]
    #[case("nothing", true, "abcde")]
    fn pages_join(#[case] by: &str, #[case] descending: bool, #[case] expected: &str) {
        let log = log();
        let all: Vec<u32> = log.all().collect();
        let order = Order { by: by.to_owned(), descending };
        for limit in 1..=6 {
            let (mut keys, mut after) = (String::new(), None);
            loop {
                let page = order.page(&log, &all, after.as_deref(), limit).unwrap();
                keys.extend(page.deals.iter().map(|d| log.key(*d)));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(keys, expected, "{limit} at a time");
        }
    }

    #[test]
    fn a_place_is_told_from_anything_else() {
        let order = Order { by: "value".into(), descending: true };
        let log = log();
        let all: Vec<u32> = log.all().collect();
        assert_eq!(order.page(&log, &all, Some("nonsense"), 5), None);
        assert!(order.page(&log, &all, Some("[{\"t\":\"x\"},\"a\"]"), 5).is_some());
    }
}
