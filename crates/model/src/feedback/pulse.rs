//! The short survey that is asked every few weeks: at most three questions on a scale of 1 to 5, and a free sentence.

use jiff::{ToSpan, tz::TimeZone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;

/// Questions at most.
pub const MOST_QUESTIONS: usize = 3;
/// The scale: 1 to this.
pub const SCALE: u8 = 5;
/// From so many answers on, results are shown; and so many at least are added to them at a time.
pub const LEAST: u64 = 3;
/// Longest question, in characters.
pub const LONGEST_QUESTION: usize = 200;
/// Longest free sentence, in characters.
pub const LONGEST_SENTENCE: usize = 500;
/// Weeks between two rounds, at most.
pub const MOST_WEEKS: u32 = 52;

/// What is asked, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PulseSettings {
    /// Whether it is asked at all.
    pub on: bool,
    /// Weeks from one round to the next.
    pub every_weeks: u32,
    /// The questions. A question in other words begins a series of its own.
    pub questions: Vec<String>,
}

impl Default for PulseSettings {
    fn default() -> Self {
        Self {
            on: false,
            every_weeks: 4,
            questions: vec![
                "The process helps me sell".into(),
                "I know what to do next at each stage".into(),
                "What I need is there when I need it".into(),
            ],
        }
    }
}

/// What is wrong with settings: the field and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(pub &'static str, pub String);

impl PulseSettings {
    /// The settings without blanks around words, if they can be used.
    ///
    /// # Errors
    /// The first field at fault.
    pub fn sound(mut self) -> Result<Self, Fault> {
        let fault = |field, words: String| Err(Fault(field, words));
        if !(1..=MOST_WEEKS).contains(&self.every_weeks) {
            return fault("every_weeks", format!("Every 1 to {MOST_WEEKS} weeks, please."));
        }
        self.questions = self.questions.iter().map(|question| question.trim().to_owned()).collect();
        if self.questions.is_empty() || self.questions.len() > MOST_QUESTIONS {
            return fault("questions", format!("Ask 1 to {MOST_QUESTIONS} questions."));
        }
        for (place, question) in self.questions.iter().enumerate() {
            let length = question.chars().count();
            if length == 0 || length > LONGEST_QUESTION {
                return fault("questions", format!("Question {} has 1 to {LONGEST_QUESTION} characters.", place + 1));
            }
            if self.questions[..place].contains(question) {
                return fault("questions", format!("Question {} is there twice.", place + 1));
            }
        }
        Ok(self)
    }

    /// Whether the next round is due: nothing was asked yet, or the last round began so many weeks ago, by the days where
    /// the team is. A last round in the future, by a clock that was set back, is waited for.
    pub fn is_due(&self, last: Option<Timestamp>, now: Timestamp, zone: &TimeZone) -> bool {
        let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
        let next = last.and_then(|last| day(last).checked_add(i64::from(self.every_weeks).weeks()).ok());
        self.on && (last.is_none() || next.is_some_and(|next| day(now) >= next))
    }
}

/// How many gave each answer to a question: those who said 1 first.
pub type Counts = [u64; SCALE as usize];

/// Whether answers are shown that were not yet, after one more came of a round that runs: never fewer than [`LEAST`] at
/// once, so that nobody can tell from two looks what one person said; and not while so few people are left that their
/// answers could not be shown any more. What is left then shows when all have answered, or when the round ends.
pub fn is_shown_anew(answers: u64, shown: u64, asked: u64) -> bool {
    let left = asked.saturating_sub(answers);
    answers.saturating_sub(shown) >= LEAST && (left == 0 || left >= LEAST)
}

/// Whether answers are shown that were not yet, when a round ends.
pub fn is_shown_at_end(answers: u64, shown: u64) -> bool {
    answers.saturating_sub(shown) >= LEAST
}
