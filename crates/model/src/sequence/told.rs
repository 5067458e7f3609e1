//! What the events of a deal tell of the sequences that its people go through.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::event::{Event, kind};

/// Attribute: the id of the enrolment.
pub const ENROLMENT: &str = "enrolment";
/// Attribute: the id of the sequence.
pub const SEQUENCE: &str = "sequence";
/// Attribute: the version of the sequence that counts for this enrolment.
pub const VERSION: &str = "sequence_version";
/// Attribute: the name of the sequence.
pub const NAME: &str = "name";
/// Attribute: the address of who goes through it.
pub const CONTACT: &str = "contact";
/// Attribute: the number of the step, from 1.
pub const STEP: &str = "step";
/// Attribute: a [`StepOutcome`].
pub const OUTCOME: &str = "outcome";
/// Attribute: an [`EndReason`].
pub const REASON: &str = "reason";
/// Attribute: the id of the mail in the outbox.
pub const MAIL: &str = "mail";

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepOutcome {
    /// A mail went into the outbox.
    Sent,
    /// It was done.
    Done,
    /// It was left out.
    Skipped,
}

impl StepOutcome {
    /// The word stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }
}

/// Why somebody is in a sequence no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// All steps are done.
    Finished,
    /// They answered.
    Reply,
    /// A meeting was agreed or took place.
    Meeting,
    /// The deal moved to another stage.
    Stage,
    /// The deal was won or lost.
    Closed,
    /// They do not want to be written to.
    Unsubscribed,
    /// A mail to them came back.
    Bounced,
    /// Somebody ended it.
    ByHand,
}

impl EndReason {
    const ALL: [Self; 8] = [
        Self::Finished,
        Self::Reply,
        Self::Meeting,
        Self::Stage,
        Self::Closed,
        Self::Unsubscribed,
        Self::Bounced,
        Self::ByHand,
    ];

    /// The word stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Reply => "reply",
            Self::Meeting => "meeting",
            Self::Stage => "stage",
            Self::Closed => "closed",
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::ByHand => "by-hand",
        }
    }

    /// In words, to stand after `Ended: `.
    pub fn says(self) -> &'static str {
        match self {
            Self::Finished => "all steps are done",
            Self::Reply => "they answered",
            Self::Meeting => "a meeting was agreed",
            Self::Stage => "the deal moved on",
            Self::Closed => "the deal is closed",
            Self::Unsubscribed => "they do not want to be written to",
            Self::Bounced => "a mail to them came back",
            Self::ByHand => "somebody ended it",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// Somebody who goes, or went, through a sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Enrolment {
    /// Its id.
    pub id: String,
    /// The sequence.
    pub sequence: String,
    /// The version of it that counts here.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The address of who goes through it.
    pub contact: String,
    /// Who took them in.
    pub by: Option<String>,
    /// Since when.
    #[schema(value_type = String, format = "date-time")]
    pub begun: Timestamp,
    /// The steps that are behind them, by number from 1, with when and how.
    pub steps: Vec<StepTaken>,
    /// When it ended.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub ended: Option<Timestamp>,
    /// Why.
    pub reason: Option<EndReason>,
}

/// A step that is behind somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StepTaken {
    /// Its number, from 1.
    pub step: usize,
    /// What became of it.
    pub outcome: StepOutcome,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// The id of the mail in the outbox.
    pub mail: Option<String>,
}

/// The enrolments that the events of a deal, in order of time, tell of, in the order in which they began. What is told of
/// one that has not begun or has ended changes nothing, and a step is taken once.
pub fn enrolments(events: &[Event]) -> Vec<Enrolment> {
    let mut all: Vec<Enrolment> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events.iter().filter(|e| e.kind.starts_with("sequence.")) {
        let of = |name: &str| event.attributes.get(name).map(String::as_str);
        let Some(id) = of(ENROLMENT) else { continue };
        if event.kind == kind::SEQUENCE_BEGUN {
            if places.contains_key(id) {
                continue;
            }
            places.insert(id, all.len());
            all.push(Enrolment {
                id: id.to_owned(),
                sequence: of(SEQUENCE).unwrap_or_default().to_owned(),
                version: of(VERSION).and_then(|v| v.parse().ok()).unwrap_or_default(),
                name: of(NAME).unwrap_or_default().to_owned(),
                contact: of(CONTACT).unwrap_or_default().to_lowercase(),
                by: event.actor.clone(),
                begun: event.at,
                steps: Vec::new(),
                ended: None,
                reason: None,
            });
            continue;
        }
        let Some(enrolment) = places.get(id).and_then(|at| all.get_mut(*at)).filter(|e| e.ended.is_none()) else {
            continue;
        };
        if event.kind == kind::SEQUENCE_ENDED {
            enrolment.ended = Some(event.at);
            enrolment.reason = of(REASON).and_then(EndReason::of_word);
        } else if let Some(step) = of(STEP).and_then(|s| s.parse::<usize>().ok()) {
            let known = enrolment.steps.iter().any(|taken| taken.step == step);
            if event.kind == kind::SEQUENCE_STEP && !known {
                let outcome = match of(OUTCOME) {
                    Some("sent") => StepOutcome::Sent,
                    Some("skipped") => StepOutcome::Skipped,
                    _ => StepOutcome::Done,
                };
                let mail = of(MAIL).map(str::to_owned);
                enrolment.steps.push(StepTaken { step, outcome, at: event.at, mail });
            }
        }
    }
    all
}
