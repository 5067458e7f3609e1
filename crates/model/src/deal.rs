//! A deal's state: a fold over its events.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    event::{AFTER, Event, INFERRED, kind},
    ids::DealId,
    lead::{Lead, LeadState},
    money::Money,
    tags::{self, TAGS},
};

/// How a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Outcome {
    /// Not closed.
    #[default]
    Open,
    /// Closed, won.
    Won,
    /// Closed, lost.
    Lost,
}

impl Outcome {
    /// The word stored and shown: `open`, `won`, `lost`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

/// Names of the fields that every deal has; everything else a source tells is in [`Deal::attributes`].
pub mod field {
    /// The deal's name.
    pub const NAME: &str = "name";
    /// The prospect's organisation.
    pub const ACCOUNT: &str = "account";
    /// The rep who owns the deal.
    pub const OWNER: &str = "owner";
    /// The owner's team.
    pub const TEAM: &str = "team";
    /// What is sold.
    pub const PRODUCT: &str = "product";
    /// Value, decimal text with a point.
    pub const VALUE: &str = "value";
    /// ISO 4217.
    pub const CURRENCY: &str = "currency";
}

/// The state of a deal after a sequence of events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// The source's own id, or one given here; unique.
    pub key: String,
    /// Its name; the key where the source has none.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// The rep who owns it.
    pub owner: Option<String>,
    /// The owner's team.
    pub team: Option<String>,
    /// What is sold.
    pub product: Option<String>,
    /// Its value.
    pub value: Option<Money>,
    /// The stage it is in, or was in when it closed.
    pub stage: Option<String>,
    /// Since when; `None` where unknown.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub stage_since: Option<Timestamp>,
    /// Open, won or lost.
    pub outcome: Outcome,
    /// Its first dated moment, closings aside; `None` where it began at an unknown time.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub created: Option<Timestamp>,
    /// When it closed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// Where it began as a lead: what became of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    /// Everything else the source told (sector, source, persona, …).
    pub attributes: BTreeMap<String, String>,
    /// Counts its events; the guard of optimistic concurrency.
    pub version: i64,
}

impl Deal {
    /// A deal of which nothing is known but its id and key.
    pub fn new(id: DealId, key: impl Into<String>) -> Self {
        let key = key.into();
        Self {
            id,
            name: key.clone(),
            key,
            account: None,
            owner: None,
            team: None,
            product: None,
            value: None,
            stage: None,
            stage_since: None,
            outcome: Outcome::Open,
            created: None,
            closed: None,
            lead: None,
            attributes: BTreeMap::new(),
            version: 0,
        }
    }

    /// True for one that nobody has taken up yet: it is in no list, figure or process.
    pub fn is_lead(&self) -> bool {
        self.lead.as_ref().is_some_and(|lead| lead.state != LeadState::Taken)
    }

    /// The state after one more event. Events come in order of time, then of recording.
    pub fn apply(&mut self, event: &Event) {
        self.version += 1;
        let dated = (!event.undated).then_some(event.at);
        // A closing alone does not tell when the deal began.
        let began = dated.filter(|_| !matches!(event.kind.as_str(), kind::WON | kind::LOST));
        self.created = match (self.created, began) {
            (Some(a), Some(b)) => Some(a.min(b)),
            // What began at an unknown time did not begin with the first thing that has one.
            (None, Some(_)) if self.version > 1 => None,
            (a, b) => a.or(b),
        };
        match event.kind.as_str() {
            kind::CREATED | kind::CHANGED | kind::LEAD_CREATED => {
                if event.kind == kind::LEAD_CREATED {
                    self.lead.get_or_insert_with(|| Lead::new(dated));
                }
                let of_deal = |name: &&String| *name != field::CURRENCY && *name != INFERRED;
                for (name, value) in event.attributes.iter().filter(|(name, _)| of_deal(name)) {
                    self.set(name, value);
                }
                // It belongs to the value, which may have come with the same event.
                if let Some(currency) = event.attributes.get(field::CURRENCY) {
                    self.set(field::CURRENCY, currency);
                }
            }
            kind::STAGE => {
                self.take_up(dated);
                self.stage = event.stage.clone();
                self.stage_since = dated;
                let after_sale = event.attributes.get(AFTER).is_some_and(|after| after == Outcome::Won.word());
                if !(after_sale && self.outcome == Outcome::Won) {
                    self.outcome = Outcome::Open;
                    self.closed = None;
                }
            }
            kind::TAGGED | kind::UNTAGGED => {
                let own = self.attributes.get(TAGS).map_or("", String::as_str);
                let named = event.attributes.get(TAGS).map_or("", String::as_str);
                let then = if event.kind == kind::TAGGED { tags::with(own, named) } else { tags::without(own, named) };
                self.set(TAGS, &then);
            }
            kind::WON => self.close(Outcome::Won, dated),
            kind::LOST => self.close(Outcome::Lost, dated),
            kind::LEAD_TAKEN => self.take_up(dated),
            kind::LEAD_REOPENED => {
                (self.stage, self.stage_since) = (None, None);
                (self.outcome, self.closed) = (Outcome::Open, None);
                self.of_lead(event);
            }
            kind::LEAD_ASSIGNED => {
                let owner = event.attributes.get(field::OWNER);
                self.set(field::OWNER, owner.map(String::as_str).unwrap_or_default());
                self.of_lead(event);
            }
            _ => self.of_lead(event),
        }
    }

    fn of_lead(&mut self, event: &Event) {
        if let Some(lead) = &mut self.lead {
            lead.apply(event);
        }
    }

    fn take_up(&mut self, at: Option<Timestamp>) {
        if let Some(lead) = self.lead.as_mut().filter(|lead| lead.state != LeadState::Taken) {
            lead.take_up(at);
        }
    }

    fn close(&mut self, outcome: Outcome, at: Option<Timestamp>) {
        self.take_up(at);
        self.outcome = outcome;
        self.closed = at;
    }

    fn set(&mut self, name: &str, value: &str) {
        let text = (!value.is_empty()).then(|| value.to_owned());
        match name {
            field::NAME => self.name = text.unwrap_or_else(|| self.key.clone()),
            field::ACCOUNT => self.account = text,
            field::OWNER => self.owner = text,
            field::TEAM => self.team = text,
            field::PRODUCT => self.product = text,
            field::VALUE => {
                let currency = self.value.take().map(|m| m.currency).unwrap_or_default();
                self.value = crate::money::parse_minor(value).map(|minor| Money { minor, currency });
            }
            field::CURRENCY => {
                if let Some(money) = &mut self.value {
                    money.currency = value.to_owned();
                }
            }
            _ => match text {
                Some(text) => drop(self.attributes.insert(name.to_owned(), text)),
                None => drop(self.attributes.remove(name)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{event::Side, ids::EventId};

    #[rstest]
    #[case("deal.created@1 call@2", Some(1))]
    #[case("call@2 deal.created@", Some(2))]
    #[case("deal.created@ stage.entered@ call@5", None)]
    #[case("deal.created@ deal.won@5", None)]
    #[case("deal.won@5 deal.created@", None)]
    #[case("deal.won@5 call@6", None)]
    fn when_it_began(#[case] events: &str, #[case] created: Option<i64>) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        for (kind, second) in events.split_whitespace().filter_map(|e| e.split_once('@')) {
            let mut event = blank(deal.id);
            event.kind = kind.to_owned();
            event.undated = second.is_empty();
            event.at = Timestamp::from_second(second.parse().unwrap_or(9)).unwrap_or_default();
            deal.apply(&event);
        }
        assert_eq!(deal.created.map(Timestamp::as_second), created);
    }

    fn blank(deal: DealId) -> Event {
        Event {
            id: EventId(uuid::Uuid::nil()),
            deal,
            at: Timestamp::UNIX_EPOCH,
            undated: false,
            kind: kind::CHANGED.to_owned(),
            activity: String::new(),
            stage: None,
            side: Side::Rep,
            actor: None,
            attributes: BTreeMap::new(),
            import: None,
        }
    }

    #[rstest]
    #[case("deal.won", "won", Outcome::Won)]
    #[case("deal.won", "", Outcome::Open)]
    #[case("deal.lost", "won", Outcome::Open)]
    #[case("call", "won", Outcome::Open)]
    fn a_stage_after_the_sale(#[case] before: &str, #[case] after: &str, #[case] outcome: Outcome) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.apply(&Event { kind: before.to_owned(), ..blank(deal.id) });
        let attributes = [(AFTER.to_owned(), after.to_owned())].into();
        deal.apply(&Event {
            kind: kind::STAGE.to_owned(),
            stage: Some("Onboarding".into()),
            attributes,
            ..blank(deal.id)
        });
        assert_eq!((deal.outcome, deal.closed.is_some()), (outcome, outcome == Outcome::Won));
        assert_eq!(deal.stage.as_deref(), Some("Onboarding"));
    }

    #[rstest]
    #[case(&["+a", "+b"], "a, b")]
    #[case(&["+b, a", "-b", "+c"], "a, c")]
    #[case(&["+a", "+A", "-a"], "")]
    #[case(&["=x; y", "+a", "-y"], "a, x")]
    fn tags_are_a_set(#[case] events: &[&str], #[case] tags: &str) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        for (sign, text) in events.iter().map(|e| e.split_at(1)) {
            let kind = match sign {
                "+" => kind::TAGGED,
                "-" => kind::UNTAGGED,
                _ => kind::CHANGED,
            };
            let attributes = [(TAGS.to_owned(), text.to_owned())].into();
            deal.apply(&Event { kind: kind.to_owned(), attributes, ..blank(deal.id) });
        }
        assert_eq!(deal.attributes.get(TAGS).map_or("", String::as_str), tags);
    }

    #[rstest]
    #[case("currency=EUR value=12.5", "", Some((1250, "EUR")))]
    #[case("value=12.5", "", Some((1250, "")))]
    #[case("value=1 currency=EUR", "value=2", Some((200, "EUR")))]
    #[case("value=1", "currency=USD", Some((100, "USD")))]
    #[case("currency=EUR", "", None)]
    #[case("value=1 currency=EUR", "value=", None)]
    fn a_value_and_its_currency(#[case] first: &str, #[case] then: &str, #[case] expected: Option<(i64, &str)>) {
        let pair = |word: &str| word.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        for attributes in [first, then] {
            let attributes = attributes.split_whitespace().filter_map(pair).collect();
            deal.apply(&Event { attributes, ..blank(deal.id) });
        }
        assert_eq!(deal.value.as_ref().map(|v| (v.minor, v.currency.as_str())), expected);
    }
}
