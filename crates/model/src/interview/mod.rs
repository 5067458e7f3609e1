//! The interview about a deal that has closed: which questions are asked, in which words, and what an answer is.
//!
//! The questions are data. An answer is an event of kind [`kind::ANSWER`](crate::event::kind::ANSWER) on the deal, so
//! everything that reads events sees it; the last answer to a question counts.

mod questions;
mod record;
mod reply;

use serde::Serialize;

pub use self::{
    questions::screens,
    record::{SOURCE, Voice, answers, people_known, record},
    reply::{FORGOTTEN, Reply, ReplyError, Said, days_of, normalised, say},
};
use crate::Outcome;

/// What every id of a question of the interview begins with, so that it is not taken for a question of a process.
pub const PREFIX: &str = "interview.";

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// One of the options, or words of one's own.
    Choice,
    /// Some of the options, or words of one's own.
    Many,
    /// A sentence or two.
    Text,
    /// Pairs: something and what was done about it.
    Pairs,
    /// People with their roles.
    People,
    /// An amount of money, decimal text with a point.
    Amount,
    /// A share of a hundred, without the sign.
    Percent,
    /// A number and `days`, `weeks` or `months`.
    Duration,
}

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = InterviewQuestion)]
pub struct Question {
    /// Its id; begins with [`PREFIX`].
    pub id: &'static str,
    /// What is asked; empty where the screen asks it.
    pub text: &'static str,
    /// What a table calls it.
    pub short: &'static str,
    /// How it is answered.
    pub kind: AnswerKind,
    /// The answers to choose from; of people their roles.
    pub options: &'static [&'static str],
    /// An example of an answer in one's own words.
    pub example: &'static str,
}

/// What is asked at once: on a phone one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = InterviewScreen)]
pub struct Screen {
    /// Its id.
    pub id: &'static str,
    /// What is asked.
    pub asks: &'static str,
    /// One line of help; may be empty.
    pub help: &'static str,
    /// Asked of deals with this outcome alone.
    pub only: Option<Outcome>,
    /// The questions.
    pub questions: &'static [Question],
}

/// The screens for a deal of this outcome; for an open one those that suit every deal.
pub fn screens_for(outcome: Outcome) -> impl Iterator<Item = &'static Screen> {
    screens().iter().filter(move |s| s.only.is_none_or(|only| only == outcome))
}

/// All questions, in the order in which they are asked.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    screens().iter().flat_map(|s| s.questions)
}

/// The question with this id.
pub fn question(id: &str) -> Option<&'static Question> {
    questions().find(|q| q.id == id)
}

/// How many screens of a deal have an answer to one of their questions, and how many there are.
pub fn progress<'a>(outcome: Outcome, answered: impl Fn(&str) -> bool + 'a) -> (usize, usize) {
    let done = screens_for(outcome).filter(|s| s.questions.iter().any(|q| answered(q.id))).count();
    (done, screens_for(outcome).count())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_question_has_an_id_of_its_own_and_a_name() {
        let ids: BTreeSet<&str> = questions().map(|q| q.id).collect();
        assert_eq!(ids.len(), questions().count());
        for q in questions() {
            assert!(q.id.starts_with(PREFIX) && !q.short.is_empty(), "{}", q.id);
            let unique: BTreeSet<&&str> = q.options.iter().collect();
            assert_eq!(unique.len(), q.options.len(), "{}", q.id);
            assert_eq!(question(q.id), Some(q));
        }
    }

    #[test]
    fn minutes_not_hours() {
        for outcome in [Outcome::Won, Outcome::Lost] {
            let count = screens_for(outcome).count();
            assert!((10..=12).contains(&count), "{outcome:?}: {count}");
        }
        let ids = |o| screens_for(o).map(|s| s.id).collect::<Vec<_>>();
        assert!(ids(Outcome::Won).contains(&"after-sale") && !ids(Outcome::Won).contains(&"why-lost"));
        assert!(ids(Outcome::Lost).contains(&"why-lost") && !ids(Outcome::Lost).contains(&"after-sale"));
    }

    #[test]
    fn progress_counts_screens() {
        let (done, of) = progress(Outcome::Won, |q| matches!(q, "interview.channel" | "interview.first-act"));
        assert_eq!((done, of), (1, screens_for(Outcome::Won).count()));
    }
}
