//! Predicates as sentences, in the reader's language.

mod clause;
mod de;
mod en;
mod es;
mod ja;
mod words;

#[cfg(test)]
mod tests;

use jiff::Timestamp;

use super::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, Predicate, StateTest};
use crate::{
    event::kind,
    language::Language,
    touchpoint::{touchpoint, words},
};

/// How a language says predicates. A clause holds the forms that the language needs to state it, to join it with
/// others, to negate it and to put it after `that`.
trait Grammar {
    type Clause;
    /// What stands between two sentences.
    const BETWEEN: &'static str;

    fn event(test: &EventTest) -> Self::Clause;
    fn field(test: &FieldTest) -> Self::Clause;
    fn person(test: &PersonTest) -> Self::Clause;
    fn content(test: &ContentTest) -> Self::Clause;
    fn answer(test: &AnswerTest) -> Self::Clause;
    /// A state that is no touchpoint.
    fn state(thing: Thing, test: &StateTest) -> Self::Clause;
    fn not(clause: Self::Clause) -> Self::Clause;
    /// In brackets, as one of several.
    fn grouped(clause: Self::Clause) -> Self::Clause;
    /// Two clauses or more.
    fn joined(clauses: Vec<Self::Clause>, joint: Joint) -> Self::Clause;
    /// There is no predicate.
    fn nothing() -> Self::Clause;

    fn sentence(clause: &Self::Clause) -> String;
    fn missing(clause: &Self::Clause, so_far: Option<SoFar>) -> String;
    fn in_the_way(clause: &Self::Clause, last: Option<Last<'_>>) -> String;
    fn points_missing(points: &PointsMissing<'_>) -> String;
}

/// What a [`StateTest`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Quote,
    Approval,
}

impl Thing {
    fn kind(self, state: &str) -> String {
        let thing = match self {
            Self::Quote => "quote",
            Self::Approval => "approval",
        };
        format!("{thing}.{state}")
    }
}

/// What joins several clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
}

/// How often something happened, and how often it has to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SoFar {
    /// Times it happened.
    pub have: usize,
    /// Times needed.
    pub needed: u32,
}

/// The last event that speaks against a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Last<'a> {
    /// What people call it.
    pub name: &'a str,
    /// When it happened.
    pub at: Timestamp,
}

/// A qualification scheme that has not points enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PointsMissing<'a> {
    /// The scheme's name.
    pub scheme: &'a str,
    /// Points that it has.
    pub have: f64,
    /// Points that it needs.
    pub needed: f64,
    /// Its questions without an answer.
    pub open: &'a [&'a str],
}

macro_rules! in_language {
    ($language:expr, $grammar:ident => $said:expr) => {
        match $language {
            Language::En => {
                type $grammar = en::English;
                $said
            }
            Language::De => {
                type $grammar = de::German;
                $said
            }
            Language::Es => {
                type $grammar = es::Spanish;
                $said
            }
            Language::Ja => {
                type $grammar = ja::Japanese;
                $said
            }
        }
    };
}

/// A predicate as a sentence: `The prospect attended a meeting (demo) at least twice.`
pub fn says(test: &Predicate, language: Language) -> String {
    in_language!(language, G => G::sentence(&clause::<G>(test)))
}

/// What is missing where a predicate does not hold, as a sentence.
pub(super) fn missing(test: &Predicate, so_far: Option<SoFar>, language: Language) -> String {
    in_language!(language, G => G::missing(&clause::<G>(test), so_far))
}

/// What is missing where a predicate holds that must not, as a sentence.
pub(super) fn in_the_way(test: &Predicate, last: Option<Last<'_>>, language: Language) -> String {
    in_language!(language, G => G::in_the_way(&clause::<G>(test), last))
}

/// What is missing where a qualification scheme has not points enough, in sentences.
pub(super) fn points_missing(points: &PointsMissing<'_>, language: Language) -> String {
    in_language!(language, G => G::points_missing(points))
}

/// Sentences one after the other.
pub(super) fn together(sentences: &[&str], language: Language) -> String {
    sentences.join(in_language!(language, G => G::BETWEEN))
}

/// The name of an event kind for people: `Meeting attended`, or the kind itself.
pub(super) fn kind_label(name: &str, language: Language) -> &str {
    if name == kind::ACTIVITY {
        return match language {
            Language::En => "Activity",
            Language::De => "Aktivität",
            Language::Es => "Actividad",
            Language::Ja => "活動",
        };
    }
    let known = match language {
        Language::En => touchpoint(name).map(|t| t.label),
        Language::De => words(name).map(|w| w.german.label),
        Language::Es => words(name).map(|w| w.spanish.label),
        Language::Ja => words(name).map(|w| w.japanese.label),
    };
    known.unwrap_or(name)
}

fn clause<G: Grammar>(test: &Predicate) -> G::Clause {
    match test {
        Predicate::Event(event) => G::event(event),
        Predicate::Field(field) => G::field(field),
        Predicate::Person(person) => G::person(person),
        Predicate::Content(content) => G::content(content),
        Predicate::Answer(answer) => G::answer(answer),
        Predicate::Quote(state) => state_clause::<G>(Thing::Quote, state),
        Predicate::Approval(state) => state_clause::<G>(Thing::Approval, state),
        Predicate::All(tests) => joined_clause::<G>(tests, Joint::And),
        Predicate::Any(tests) => joined_clause::<G>(tests, Joint::Or),
        Predicate::Not(test) => G::not(clause::<G>(test)),
    }
}

fn state_clause<G: Grammar>(thing: Thing, test: &StateTest) -> G::Clause {
    match touchpoint(&thing.kind(&test.state)) {
        Some(known) => {
            let (kind, within_days) = (known.kind.to_owned(), test.within_days);
            G::event(&EventTest { kind, within_days, ..EventTest::default() })
        }
        None => G::state(thing, test),
    }
}

fn joined_clause<G: Grammar>(tests: &[Predicate], joint: Joint) -> G::Clause {
    match tests {
        [] => G::nothing(),
        [only] => of_several::<G>(only),
        several => G::joined(several.iter().map(of_several::<G>).collect(), joint),
    }
}

fn of_several<G: Grammar>(test: &Predicate) -> G::Clause {
    match test {
        Predicate::All(inner) | Predicate::Any(inner) if inner.len() > 1 => G::grouped(clause::<G>(test)),
        _ => clause::<G>(test),
    }
}

/// A list of questions, closed as a sentence is.
fn listed(questions: &[&str], full_stop: char) -> String {
    let listed = questions.join(" ");
    if listed.ends_with(['?', '!', '.', '？', '！', '。']) { listed } else { format!("{listed}{full_stop}") }
}
