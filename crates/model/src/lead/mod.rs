//! Leads: deals that nobody has taken up yet, whom they are about, and to whom they are given.

mod contact;
mod rules;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::{
    contact::{Candidate, Contact, ContactKey, Likeness, contact_keys, phone_digits},
    rules::{AssignmentRule, AssignmentRules, Condition, RepShare, Sharing, Tally},
};
use crate::event::{Event, kind};

/// Names of the attributes that leads have beside the fields of all deals.
pub mod attribute {
    /// The person's name.
    pub const CONTACT: &str = "contact";
    /// E-mail address.
    pub const EMAIL: &str = "email";
    /// Telephone number, as it was given.
    pub const PHONE: &str = "phone";
    /// What they are in their organisation.
    pub const TITLE: &str = "title";
    /// Website of the organisation.
    pub const WEBSITE: &str = "website";
    /// Where the lead came from: a vendor, a form, a fair.
    pub const SOURCE: &str = "source";
    /// As part of which campaign.
    pub const CAMPAIGN: &str = "campaign";
    /// Id of the bought list that it was on.
    pub const LIST: &str = "list";
    /// Name of the rule that assigned it.
    pub const RULE: &str = "rule";
    /// Id of the rule that assigned it.
    pub const RULE_ID: &str = "rule_id";
    /// Why it was dropped.
    pub const REASON: &str = "reason";
    /// Id of the deal that goes on in its place.
    pub const INTO: &str = "into";
}

/// What became of a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LeadState {
    /// Nobody has taken it up or dropped it.
    Open,
    /// Not worth taking up; may be opened again.
    Dropped,
    /// A deal like any other.
    Taken,
    /// The same as another one, which goes on.
    Merged,
}

impl LeadState {
    /// The word stored and shown: `open`, `dropped`, `taken`, `merged`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Dropped => "dropped",
            Self::Taken => "taken",
            Self::Merged => "merged",
        }
    }
}

/// What is known of a deal that began as a lead, beside its fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Lead {
    /// What became of it.
    pub state: LeadState,
    /// When it came in.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub received: Option<Timestamp>,
    /// Since when it is in this state.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub since: Option<Timestamp>,
    /// When it was last assigned.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub assigned: Option<Timestamp>,
    /// Id of the rule that assigned it last; none where a person did.
    #[serde(default)]
    pub rule: Option<String>,
    /// Why it was dropped.
    #[serde(default)]
    pub reason: Option<String>,
    /// Id of the deal that goes on in its place.
    #[serde(default)]
    pub into: Option<String>,
}

impl Lead {
    /// One that has come in.
    pub(crate) fn new(at: Option<Timestamp>) -> Self {
        Self { state: LeadState::Open, received: at, since: at, assigned: None, rule: None, reason: None, into: None }
    }

    fn becomes(&mut self, state: LeadState, at: Option<Timestamp>) {
        (self.state, self.since) = (state, at);
        (self.reason, self.into) = (None, None);
    }

    pub(crate) fn take_up(&mut self, at: Option<Timestamp>) {
        self.becomes(LeadState::Taken, at);
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        let at = (!event.undated).then_some(event.at);
        let text = |name: &str| event.attributes.get(name).filter(|value| !value.is_empty()).cloned();
        match event.kind.as_str() {
            kind::LEAD_DROPPED => {
                self.becomes(LeadState::Dropped, at);
                self.reason = text(attribute::REASON);
            }
            kind::LEAD_REOPENED => self.becomes(LeadState::Open, at),
            kind::LEAD_MERGED => {
                self.becomes(LeadState::Merged, at);
                self.into = text(attribute::INTO);
            }
            kind::LEAD_ASSIGNED => {
                self.assigned = at;
                self.rule = text(attribute::RULE_ID);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        Deal, Outcome, Side,
        ids::{DealId, EventId},
    };

    fn folded(kinds: &str) -> Deal {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        for (n, word) in (1..).zip(kinds.split_whitespace()) {
            let (kind, attributes) = word.split_once('/').unwrap_or((word, ""));
            let pair = attributes.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
            deal.apply(&Event {
                id: EventId::of_key(&format!("{n}")),
                deal: deal.id,
                at: Timestamp::from_second(n).unwrap_or_default(),
                undated: false,
                kind: kind.to_owned(),
                activity: String::new(),
                stage: (kind == kind::STAGE).then(|| "First".to_owned()),
                side: Side::Rep,
                actor: None,
                attributes: pair.into_iter().collect(),
                import: None,
            });
        }
        deal
    }

    #[rstest]
    #[case("deal.created call", None, false)]
    #[case("lead.created/email=a@b.c", Some(LeadState::Open), true)]
    #[case("lead.created call lead.dropped/reason=No", Some(LeadState::Dropped), true)]
    #[case("lead.created lead.dropped lead.reopened", Some(LeadState::Open), true)]
    #[case("lead.created lead.taken stage.entered", Some(LeadState::Taken), false)]
    #[case("lead.created stage.entered", Some(LeadState::Taken), false)]
    #[case("lead.created deal.won", Some(LeadState::Taken), false)]
    #[case("lead.created lead.taken stage.entered lead.reopened", Some(LeadState::Open), true)]
    #[case("lead.created lead.merged/into=x", Some(LeadState::Merged), true)]
    #[case("deal.created lead.dropped", None, false)]
    fn what_becomes_of_a_lead(#[case] events: &str, #[case] state: Option<LeadState>, #[case] is_lead: bool) {
        let deal = folded(events);
        assert_eq!((deal.lead.as_ref().map(|lead| lead.state), deal.is_lead()), (state, is_lead));
    }

    #[test]
    fn what_was_known_of_the_lead_is_known_of_the_deal() {
        let deal = folded("lead.created/source=Fair lead.assigned/owner=Ann lead.taken stage.entered");
        assert_eq!(deal.attributes.get("source").map(String::as_str), Some("Fair"));
        assert_eq!((deal.owner.as_deref(), deal.stage.as_deref()), (Some("Ann"), Some("First")));
        assert_eq!(deal.created.map(Timestamp::as_second), Some(1), "it began when the lead came in");
        assert_eq!(deal.lead.and_then(|lead| lead.since).map(Timestamp::as_second), Some(3));
    }

    #[test]
    fn a_lead_again_is_in_no_stage() {
        let deal = folded("lead.created lead.taken stage.entered deal.lost lead.reopened");
        assert_eq!((deal.stage, deal.outcome, deal.closed), (None, Outcome::Open, None));
    }

    #[test]
    fn a_state_from_before_there_were_leads_is_read() {
        let deal = folded("deal.created");
        let text = serde_json::to_string(&deal).unwrap_or_default();
        assert!(!text.contains("lead"), "{text}");
        assert_eq!(serde_json::from_str::<Deal>(&text).ok(), Some(deal));
    }
}
