//! Who is told of what happens: in the program, by mail, by webhook.
//!
//! [`following`] reads what was committed, event by event, and [`telling`] says who is told what of each. Rows with a unique
//! key per person and event keep anybody from being told twice, whatever is restarted. [`mailing`] and [`delivering`] carry
//! it out.

pub mod delivering;
pub mod following;
pub mod hooks;
mod lapses;
mod mailing;
pub mod reach;
pub mod telling;

use std::collections::BTreeMap;

use model::ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// What the workers share.
#[derive(Debug, Default)]
pub struct Notify {
    /// Something was committed.
    pub committed: tokio::sync::Notify,
    /// Something is to go to a webhook.
    pub to_deliver: tokio::sync::Notify,
}

/// What somebody can be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// A prospect wrote.
    Reply,
    /// A mail did not arrive.
    Undelivered,
    /// A prospect opened a quote.
    QuoteViewed,
    /// A prospect asked about a quote.
    QuoteAsked,
    /// A prospect accepted a quote.
    QuoteAccepted,
    /// A prospect declined a quote.
    QuoteDeclined,
    /// Somebody asks for an approval.
    ApprovalAsked,
    /// An approval was given or refused.
    ApprovalDecided,
    /// A deal is yours now.
    Assigned,
    /// A prospect did not do what they had agreed to.
    CommitmentLapsed,
    /// Somebody does not want to be written to.
    Unsubscribed,
    /// Feedback on the process is yours to see to.
    FeedbackOwned,
    /// What you said of the process was answered.
    FeedbackAnswered,
    /// A metric has left the band of its target.
    TargetLeft,
    /// It is back.
    TargetBack,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Reply,
        Self::Undelivered,
        Self::QuoteViewed,
        Self::QuoteAsked,
        Self::QuoteAccepted,
        Self::QuoteDeclined,
        Self::ApprovalAsked,
        Self::ApprovalDecided,
        Self::Assigned,
        Self::CommitmentLapsed,
        Self::Unsubscribed,
        Self::FeedbackOwned,
        Self::FeedbackAnswered,
        Self::TargetLeft,
        Self::TargetBack,
    ];

    /// Whether a word stands for something about feedback.
    pub fn is_feedback(word: &str) -> bool {
        [Self::FeedbackOwned, Self::FeedbackAnswered].iter().any(|kind| kind.word() == word)
    }

    /// Whether a word stands for something about a target.
    pub fn is_target(word: &str) -> bool {
        [Self::TargetLeft, Self::TargetBack].iter().any(|kind| kind.word() == word)
    }

    /// How somebody is told of it who chose nothing: who is named by a target asked to hear of it, and seldom does.
    fn usual(self) -> Choice {
        match self {
            Self::TargetLeft | Self::TargetBack => Choice { mail: MailWay::AtOnce, ..Choice::default() },
            _ => Choice::default(),
        }
    }

    /// The word stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Undelivered => "undelivered",
            Self::QuoteViewed => "quote-viewed",
            Self::QuoteAsked => "quote-asked",
            Self::QuoteAccepted => "quote-accepted",
            Self::QuoteDeclined => "quote-declined",
            Self::ApprovalAsked => "approval-asked",
            Self::ApprovalDecided => "approval-decided",
            Self::Assigned => "assigned",
            Self::CommitmentLapsed => "commitment-lapsed",
            Self::Unsubscribed => "unsubscribed",
            Self::FeedbackOwned => "feedback-owned",
            Self::FeedbackAnswered => "feedback-answered",
            Self::TargetLeft => "target-left",
            Self::TargetBack => "target-back",
        }
    }
}

/// Whether and how something is mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NoticeMail)]
pub enum MailWay {
    /// Not at all.
    #[default]
    None,
    /// As soon as it happens.
    AtOnce,
    /// Once a day.
    Digest,
}

impl MailWay {
    /// The word stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::AtOnce => "at-once",
            Self::Digest => "digest",
        }
    }
}

/// How somebody wants to be told of one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoticeChoice)]
pub struct Choice {
    /// In the program.
    pub shown: bool,
    /// By mail.
    pub mail: MailWay,
}

impl Default for Choice {
    fn default() -> Self {
        Self { shown: true, mail: MailWay::None }
    }
}

/// How somebody wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NoticeChoices)]
pub struct Choices {
    /// By kind; what is not named is shown in the program, and of targets mailed at once.
    #[schema(value_type = BTreeMap<String, Choice>)]
    pub kinds: BTreeMap<NoticeKind, Choice>,
    /// The hour of the daily mail where the team is, 0 to 23.
    pub digest_hour: u8,
}

impl Default for Choices {
    fn default() -> Self {
        Self { kinds: BTreeMap::new(), digest_hour: 7 }
    }
}

impl Choices {
    /// How they want to be told of a kind of thing.
    pub fn of(&self, kind: NoticeKind) -> Choice {
        self.kinds.get(&kind).copied().unwrap_or_else(|| kind.usual())
    }
}

fn setting(person: UserId) -> String {
    format!("notices.{person}")
}

impl App {
    /// How somebody wants to be told.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn notice_choices(&self, person: UserId) -> Answer<Choices> {
        let kept = self.store.setting(&setting(person)).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    /// Keeps how somebody wants to be told.
    ///
    /// # Errors
    /// 422 naming the field.
    pub async fn keep_notice_choices(&self, person: UserId, choices: Choices) -> Answer<Choices> {
        if choices.digest_hour > 23 {
            return Err(Problem::field("digest_hour", "An hour is a number from 0 to 23."));
        }
        let value = serde_json::to_value(&choices).map_err(Problem::internal)?;
        self.store.set_setting(&setting(person), value).await?;
        Ok(choices)
    }
}
