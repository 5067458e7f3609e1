//! Sequences: planned touches over channels, with waits in working days and rules that end them. Pure.
//!
//! What becomes of somebody in a sequence is told by the events of their deal ([`told`]); when the next step is due is
//! reckoned from these and the sequence ([`schedule`]).

mod figures;
mod schedule;
pub mod told;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::{
    figures::{SequenceFigures, StepFigures, figures},
    schedule::{NextStep, in_office, next, stopped},
    told::{EndReason, Enrolment, StepOutcome, enrolments},
};

/// Most steps of a sequence.
pub const MOST_STEPS: usize = 20;
/// Longest wait before a step, in working days.
pub const LONGEST_WAIT: u16 = 200;

/// Over what a touch goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SequenceChannel)]
pub enum Channel {
    /// A mail.
    Email,
    /// A call.
    Call,
    /// A message on LinkedIn.
    Linkedin,
    /// Anything else.
    Other,
}

impl Channel {
    /// The word stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Call => "call",
            Self::Linkedin => "linkedin",
            Self::Other => "other",
        }
    }
}

/// One planned touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SequenceStep)]
pub struct Step {
    /// Over what it goes.
    pub channel: Channel,
    /// Working days after the step before it, or after the beginning.
    pub wait_days: u16,
    /// Subject of a mail; what it is about for other channels. With places to be filled.
    pub subject: String,
    /// Text of a mail; notes for what is said for other channels. With places to be filled.
    #[serde(default)]
    pub body: String,
    /// A mail that goes by itself; one that does not waits for the rep.
    #[serde(default)]
    pub automatic: bool,
}

/// What ends a sequence early. That the deal is closed and that they do not want to be written to always do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StopRules {
    /// They answered.
    pub reply: bool,
    /// A meeting was agreed or took place.
    pub meeting: bool,
    /// The deal moved to another stage.
    pub stage: bool,
}

impl Default for StopRules {
    fn default() -> Self {
        Self { reply: true, meeting: true, stage: true }
    }
}

/// Planned touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sequence {
    /// Its name, unique.
    pub name: String,
    /// Id of the way of selling that it belongs to; empty: of all of them.
    #[serde(default)]
    pub process: String,
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// What ends it early.
    #[serde(default)]
    pub stop: StopRules,
}

/// What a sequence has wrong: the field and a sentence.
pub fn problems(sequence: &Sequence) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut say = |field: String, text: &str| all.push((field, text.to_owned()));
    if sequence.steps.is_empty() || sequence.steps.len() > MOST_STEPS {
        say("steps".into(), "A sequence has 1 to 20 steps.");
    }
    for (nth, step) in sequence.steps.iter().enumerate() {
        let field = |name: &str| format!("steps.{nth}.{name}");
        if step.wait_days > LONGEST_WAIT {
            say(field("wait_days"), "Wait at most 200 working days.");
        }
        if step.subject.trim().is_empty() {
            say(field("subject"), "Say what this step is about.");
        }
        if step.subject.chars().count() > 200 || step.subject.chars().any(char::is_control) {
            say(field("subject"), "One line of at most 200 characters, please.");
        }
        if step.channel == Channel::Email && step.body.trim().is_empty() {
            say(field("body"), "A mail needs a text.");
        }
        if step.body.chars().count() > 10_000 {
            say(field("body"), "At most 10,000 characters, please.");
        }
        if step.automatic && step.channel != Channel::Email {
            say(field("automatic"), "Only a mail can go by itself.");
        }
    }
    all
}

#[cfg(test)]
mod tests;
