//! What a customer brings: further deals, referrals; and that they left.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attribute, day, text};
use crate::{
    event::Event,
    ids::{DealId, EventId},
};

/// How a deal belongs to the one that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// More of the same, or a larger one.
    Upsell,
    /// Something else.
    CrossSell,
    /// The time after the contract.
    Renewal,
    /// Somebody whom the customer sent.
    Referral,
}

impl Relation {
    /// The word stored: `upsell`, `cross-sell`, …
    pub fn word(self) -> &'static str {
        match self {
            Self::Upsell => "upsell",
            Self::CrossSell => "cross-sell",
            Self::Renewal => "renewal",
            Self::Referral => "referral",
        }
    }

    /// The relation of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Upsell, Self::CrossSell, Self::Renewal, Self::Referral].into_iter().find(|r| r.word() == word)
    }
}

/// A deal that came from this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// That deal.
    pub deal: DealId,
    /// How it belongs to this one.
    pub relation: Relation,
    /// When it was made.
    pub at: Timestamp,
}

/// That a customer left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Churn {
    /// Why.
    pub reason: String,
    /// The day.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
    /// Who wrote it down.
    pub by: Option<String>,
}

/// That we asked for a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferralAsked {
    /// Whom.
    pub person: String,
    /// What was said.
    pub note: String,
    /// Who asked.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// A referral that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferralReceived {
    /// The event.
    pub event: EventId,
    /// Who was named.
    pub name: String,
    /// Of which company.
    pub company: String,
    /// How to reach them.
    pub contact: String,
    /// The deal that was made of it.
    pub deal: Option<DealId>,
    /// Who wrote it down.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl Link {
    pub(super) fn told(event: &Event) -> Option<Self> {
        let deal = text(event, attribute::DEAL).parse().ok()?;
        Some(Self { deal, relation: Relation::of_word(&text(event, super::RELATION))?, at: event.at })
    }
}

impl Churn {
    pub(super) fn told(event: &Event) -> Self {
        let written = event.at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        let day = day(event, attribute::DAY).unwrap_or(written);
        Self { reason: text(event, attribute::REASON), day, by: event.actor.clone() }
    }
}

impl ReferralAsked {
    pub(super) fn told(event: &Event) -> Self {
        let (person, note) = (text(event, attribute::PERSON), text(event, attribute::NOTE));
        Self { person, note, by: event.actor.clone(), at: event.at }
    }
}

impl ReferralReceived {
    pub(super) fn told(event: &Event) -> Self {
        Self {
            event: event.id,
            name: text(event, attribute::NAME),
            company: text(event, attribute::COMPANY),
            contact: text(event, attribute::CONTACT),
            deal: text(event, attribute::DEAL).parse().ok(),
            by: event.actor.clone(),
            at: event.at,
        }
    }
}
