//! The quotes of a deal, as its events tell them.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Approval, Quote, Revision, Total, Versions, total};
use crate::{
    event::{Event, Side, kind},
    ids::EventId,
};

/// How a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteStanding {
    /// Being written; the prospect does not see it.
    Draft,
    /// Waits for somebody who may give its discount.
    AwaitsApproval,
    /// The discount was refused.
    Refused,
    /// The prospect can read, accept or decline it.
    Sent,
    /// As before, but its last day has passed.
    Expired,
    /// The prospect accepted it.
    Accepted,
    /// The prospect declined it.
    Declined,
    /// We took it back.
    Withdrawn,
}

/// A quote of a deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuoteOfDeal {
    /// Its id, the same for all versions.
    pub id: String,
    /// The version that counts.
    pub quote: Quote,
    /// What it comes to.
    pub total: Total,
    /// How it stands.
    pub standing: QuoteStanding,
    /// Its versions, from the first: the negotiation down to its price.
    pub history: Vec<Revision>,
    /// The approval that the version that counts needs or needed.
    pub approval: Option<QuoteApproval>,
    /// What happened to it, in order of time.
    pub news: Vec<QuoteNews>,
}

/// An approval of a discount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteApprovalState)]
pub struct QuoteApproval {
    /// What needs approval, and by whom.
    pub needed: Approval,
    /// Who asked.
    pub asked_by: Option<String>,
    /// Who decided; none as long as nobody has.
    pub by: Option<String>,
    /// Whether they agreed.
    pub granted: Option<bool>,
    /// What they said.
    pub note: String,
}

/// Something that happened to a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuoteNews {
    /// The event.
    pub event: EventId,
    /// Its kind: `quote.sent`, `quote.asked`, …
    pub kind: String,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Whose act.
    pub side: Side,
    /// Who.
    pub by: Option<String>,
    /// The version that it is about.
    pub version: u32,
    /// What they said: a question, an answer, a reason.
    pub words: String,
}

/// The quotes of a deal in the order in which they were first written, as they stand on a day. What cannot be read is left
/// out: nothing writes such.
pub fn quotes(events: &[Event], today: Date) -> Vec<QuoteOfDeal> {
    let mut all: Vec<Told> = Vec::new();
    for event in events {
        let Some(id) = event.attributes.get(ID) else { continue };
        let at = match all.iter().position(|told| told.id == *id) {
            Some(at) => at,
            None => {
                all.push(Told::new(id));
                all.len() - 1
            }
        };
        if let Some(told) = all.get_mut(at) {
            told.take(event);
        }
    }
    all.into_iter().filter_map(|told| told.finish(today)).collect()
}

/// The quote that was agreed on: the one that the prospect accepted last before the deal closed; the first after it where
/// there was none.
pub fn agreed(events: &[Event], closed: Option<Timestamp>) -> Option<QuoteOfDeal> {
    if !events.iter().any(|event| event.kind == kind::QUOTE_ACCEPTED) {
        return None;
    }
    let at = |quote: &QuoteOfDeal| {
        let word = quote.news.iter().rfind(|news| news.kind == kind::QUOTE_ACCEPTED);
        word.filter(|_| quote.standing == QuoteStanding::Accepted).map(|word| word.at)
    };
    // Of accepted quotes none expires, so the day does not matter.
    let mut all: Vec<(Timestamp, QuoteOfDeal)> =
        quotes(events, Date::MAX).into_iter().filter_map(|quote| Some((at(&quote)?, quote))).collect();
    all.sort_by_key(|(at, _)| *at);
    let before = all.iter().rposition(|(at, _)| closed.is_none_or(|closed| *at <= closed)).unwrap_or(0);
    (before < all.len()).then(|| all.swap_remove(before).1)
}

/// A version of a quote as it was written, and whether it was sent.
pub fn version(events: &[Event], id: &str, version: u32) -> Option<(Quote, bool)> {
    let of = |event: &&Event| event.attributes.get(ID).is_some_and(|own| own == id);
    let written = events.iter().filter(|event| event.kind == kind::QUOTE_WRITTEN).filter(of);
    let read = |event: &Event| serde_json::from_str::<Quote>(event.attributes.get(OFFER)?).ok();
    let quote = written.filter_map(read).find(|quote| quote.version == version)?;
    let number = version.to_string();
    let is_this = |event: &&Event| event.attributes.get(VERSION) == Some(&number);
    let is_sent = events.iter().filter(|e| e.kind == kind::QUOTE_SENT).filter(of).any(|e| is_this(&e));
    Some((quote, is_sent))
}

/// Name of the attribute that bears a quote's id.
pub const ID: &str = "quote";
/// Name of the attribute that bears the content of a version, as JSON.
pub const OFFER: &str = "offer";
/// Name of the attribute that bears the number of a version.
pub const VERSION: &str = "version";
/// Name of the attribute that bears words.
pub const NOTE: &str = "note";
/// Name of the attribute that bears the approval needed, as JSON.
pub const NEEDED: &str = "needed";

/// What was told of one quote so far.
struct Told {
    id: String,
    versions: Option<Versions>,
    standing: QuoteStanding,
    approval: Option<QuoteApproval>,
    news: Vec<QuoteNews>,
}

impl Told {
    fn new(id: &str) -> Self {
        let (versions, approval, news) = (None, None, Vec::new());
        Self { id: id.to_owned(), versions, standing: QuoteStanding::Draft, approval, news }
    }

    fn take(&mut self, event: &Event) {
        if event.kind == kind::QUOTE_WRITTEN {
            self.written(event);
        }
        let Some(versions) = &self.versions else { return };
        let current = versions.current().version;
        let text = |name: &str| event.attributes.get(name).cloned().unwrap_or_default();
        let version = text(VERSION).parse().unwrap_or(current);
        self.news.push(QuoteNews {
            event: event.id,
            kind: event.kind.clone(),
            at: event.at,
            side: event.side,
            by: event.actor.clone(),
            version,
            words: text(NOTE),
        });
        // What is said of an older version changes nothing any more.
        if version != current {
            return;
        }
        self.standing = match event.kind.as_str() {
            kind::APPROVAL_ASKED => {
                self.approval = serde_json::from_str(&text(NEEDED)).ok().map(|needed| QuoteApproval {
                    needed,
                    asked_by: event.actor.clone(),
                    by: None,
                    granted: None,
                    note: text(NOTE),
                });
                QuoteStanding::AwaitsApproval
            }
            kind::APPROVAL_GRANTED | kind::APPROVAL_DECLINED => {
                let granted = event.kind == kind::APPROVAL_GRANTED;
                if let Some(approval) = &mut self.approval {
                    (approval.by, approval.granted, approval.note) = (event.actor.clone(), Some(granted), text(NOTE));
                }
                if granted { QuoteStanding::Draft } else { QuoteStanding::Refused }
            }
            kind::QUOTE_SENT => QuoteStanding::Sent,
            kind::QUOTE_ACCEPTED => QuoteStanding::Accepted,
            kind::QUOTE_DECLINED => QuoteStanding::Declined,
            kind::QUOTE_WITHDRAWN => QuoteStanding::Withdrawn,
            _ => self.standing,
        };
    }

    fn written(&mut self, event: &Event) {
        let content = event.attributes.get(OFFER).and_then(|text| serde_json::from_str::<Quote>(text).ok());
        let Some(quote) = content else { return };
        let taken = match &mut self.versions {
            Some(versions) => versions.push(quote).is_ok(),
            None => {
                self.versions = Versions::new(quote).ok();
                self.versions.is_some()
            }
        };
        if taken {
            (self.standing, self.approval) = (QuoteStanding::Draft, None);
        }
    }

    fn finish(self, today: Date) -> Option<QuoteOfDeal> {
        let versions = self.versions?;
        let quote = versions.current().clone();
        let expired = self.standing == QuoteStanding::Sent && quote.expired(today);
        Some(QuoteOfDeal {
            id: self.id,
            total: total(&quote).ok()?,
            standing: if expired { QuoteStanding::Expired } else { self.standing },
            history: versions.history().ok()?,
            approval: self.approval,
            news: self.news,
            quote,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use rstest::rstest;

    use super::*;
    use crate::ids::DealId;

    fn event(n: i64, kind: &str, version: u32) -> Event {
        let content = format!(
            r#"{{"number": "Q-1", "version": {version}, "currency": "EUR", "issued": "2026-03-02", "valid_until": "2026-03-31",
                "lines": [{{"id": "a", "product": "Pro", "quantity": "2", "unit": {{"minor": {}, "currency": "EUR"}}}}]}}"#,
            10_000 - 1_000 * i64::from(version)
        );
        let needed = r#"{"role": "manager", "product": null, "discount_minor": 1, "list_minor": 2, "percent": "50",
            "limit_percent": "10"}"#;
        let attributes =
            [(ID, "q"), (OFFER, &content), (NEEDED, needed), (VERSION, &version.to_string()), (NOTE, "words")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind: kind.into(),
            activity: String::new(),
            stage: None,
            side: Side::Rep,
            actor: Some("Ann".into()),
            attributes: attributes.into(),
            import: None,
        }
    }

    fn stands(events: &[(&str, u32)], today: Date) -> Vec<QuoteOfDeal> {
        let events: Vec<Event> = (1..).zip(events).map(|(n, (kind, version))| event(n, kind, *version)).collect();
        quotes(&events, today)
    }

    const WRITTEN: (&str, u32) = ("quote.written", 1);
    const SENT: (&str, u32) = ("quote.sent", 1);
    const AGAIN: (&str, u32) = ("quote.written", 2);

    #[rstest]
    #[case(&[WRITTEN], QuoteStanding::Draft, 1)]
    #[case(&[WRITTEN, ("approval.asked", 1)], QuoteStanding::AwaitsApproval, 1)]
    #[case(&[WRITTEN, ("approval.asked", 1), ("approval.granted", 1)], QuoteStanding::Draft, 1)]
    #[case(&[WRITTEN, ("approval.asked", 1), ("approval.declined", 1)], QuoteStanding::Refused, 1)]
    #[case(&[WRITTEN, SENT, ("quote.viewed", 1), ("quote.asked", 1)], QuoteStanding::Sent, 1)]
    #[case(&[WRITTEN, SENT, AGAIN], QuoteStanding::Draft, 2)]
    // A version that is no more on the table cannot be accepted.
    #[case(&[WRITTEN, SENT, AGAIN, ("quote.accepted", 1)], QuoteStanding::Draft, 2)]
    #[case(&[WRITTEN, SENT, AGAIN, ("quote.sent", 2), ("quote.accepted", 2)], QuoteStanding::Accepted, 2)]
    #[case(&[WRITTEN, SENT, ("quote.declined", 1)], QuoteStanding::Declined, 1)]
    #[case(&[WRITTEN, SENT, ("quote.withdrawn", 1)], QuoteStanding::Withdrawn, 1)]
    // A version that does not follow is none.
    #[case(&[WRITTEN, ("quote.written", 3)], QuoteStanding::Draft, 1)]
    fn how_a_quote_stands(#[case] events: &[(&str, u32)], #[case] standing: QuoteStanding, #[case] version: u32) {
        let [quote] = &stands(events, jiff::civil::date(2026, 3, 31))[..] else { panic!("one quote") };
        assert_eq!((quote.standing, quote.quote.version), (standing, version));
        assert_eq!(quote.history.len(), version as usize);
        assert_eq!(quote.total.net_minor, 2 * (10_000 - 1_000 * i64::from(version)));
    }

    #[rstest]
    #[case::draft(&[WRITTEN], None)]
    #[case::sent(&[WRITTEN, SENT], None)]
    #[case::accepted(&[WRITTEN, SENT, ("quote.accepted", 1)], Some(18_000))]
    #[case::accepted_after_another_version(&[WRITTEN, SENT, AGAIN, ("quote.sent", 2), ("quote.accepted", 2)], Some(16_000))]
    #[case::of_a_version_that_was_replaced(&[WRITTEN, SENT, AGAIN, ("quote.accepted", 1)], None)]
    fn what_was_agreed(#[case] told: &[(&str, u32)], #[case] net_minor: Option<i64>) {
        let events: Vec<Event> = (1..).zip(told).map(|(n, (kind, version))| event(n, kind, *version)).collect();
        assert_eq!(agreed(&events, None).map(|quote| quote.total.net_minor), net_minor);
    }

    #[test]
    fn a_sent_quote_expires_and_what_is_not_written_is_none() {
        let [quote] = &stands(&[WRITTEN, SENT], jiff::civil::date(2026, 4, 1))[..] else { panic!("one quote") };
        assert_eq!(quote.standing, QuoteStanding::Expired);
        assert!(stands(&[SENT], jiff::civil::date(2026, 3, 1)).is_empty());
    }
}
