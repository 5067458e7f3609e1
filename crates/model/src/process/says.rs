//! Predicates as sentences.

use super::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, Predicate, StateTest};
use crate::{
    event::{Side, kind},
    language::Language,
    touchpoint::touchpoint,
};

/// A predicate as a sentence: `The prospect attended a meeting (demo) at least twice.`
pub fn says(test: &Predicate, language: Language) -> String {
    let clause = holds(test, language);
    let mut letters = clause.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => clause,
    }
}

/// What is missing where a predicate does not hold, as a sentence.
pub(super) fn missing(test: &Predicate, language: Language) -> String {
    format!("Nothing shows yet that {}.", holds(test, language))
}

/// A predicate as a clause, without capital and full stop.
pub(super) fn holds(test: &Predicate, language: Language) -> String {
    match test {
        Predicate::Event(event) => event_holds(event),
        Predicate::Field(field) => field_holds(field),
        Predicate::Person(person) => person_holds(person),
        Predicate::Content(content) => content_holds(content),
        Predicate::Answer(answer) => answer_holds(answer),
        Predicate::Quote(quote) => state_holds("quote", quote),
        Predicate::Approval(approval) => state_holds("approval", approval),
        Predicate::All(tests) => joined(tests, language, "and"),
        Predicate::Any(tests) => joined(tests, language, "or"),
        Predicate::Not(test) => format!("it is not so that {}", holds(test, language)),
    }
}

fn joined(tests: &[Predicate], language: Language, word: &str) -> String {
    let clauses: Vec<String> = tests
        .iter()
        .map(|test| match test {
            Predicate::All(inner) | Predicate::Any(inner) if inner.len() > 1 => format!("({})", holds(test, language)),
            _ => holds(test, language),
        })
        .collect();
    match clauses.split_last() {
        None => "nothing is named".into(),
        Some((only, [])) => only.clone(),
        Some((last, first)) => format!("{} {word} {last}", first.join(", ")),
    }
}

fn event_holds(event: &EventTest) -> String {
    let tag = event.tag.as_ref().map_or_else(String::new, |tag| format!(" ({tag})"));
    let often = match event.at_least.unwrap_or(1) {
        0 | 1 => String::new(),
        2 => " at least twice".into(),
        n => format!(" at least {n} times"),
    };
    let recently = recently(event.within_days);
    let happened = match (touchpoint(&event.kind), event.by) {
        (Some(known), by) => format!("{} {}", subject(by.unwrap_or(known.side)), known.done),
        (None, None) => format!("“{}” happened", event.kind),
        (None, Some(by)) => format!("“{}” happened, done by {}", event.kind, subject(by)),
    };
    format!("{happened}{tag}{often}{recently}")
}

fn recently(within_days: Option<f64>) -> String {
    within_days.map_or_else(String::new, |days| match days {
        1.0 => " within the last day".into(),
        days => format!(" within the last {days} days"),
    })
}

fn answer_holds(answer: &AnswerTest) -> String {
    let recently = recently(answer.within_days);
    match (answer.scheme.as_str(), answer.at_least) {
        ("", _) => format!("the question “{}” has been answered{recently}", answer.question),
        (scheme, None) => format!("the deal is qualified by “{scheme}”{recently}"),
        (scheme, Some(points)) => format!("the deal has at least {points} points by “{scheme}”{recently}"),
    }
}

fn subject(side: Side) -> &'static str {
    match side {
        Side::Prospect => "the prospect",
        Side::Rep => "our team",
        Side::System => "a program",
        Side::Unknown => "somebody",
    }
}

fn field_holds(field: &FieldTest) -> String {
    let name = field.name.replace('_', " ");
    let recently = field.within_days.map_or_else(String::new, |_| format!(", set{}", recently(field.within_days)));
    match field.is.split_last() {
        None => format!("the {name} of the deal is known{recently}"),
        Some((only, [])) => format!("the {name} of the deal is “{only}”{recently}"),
        Some((last, first)) => format!("the {name} of the deal is “{}” or “{last}”{recently}", first.join("”, “")),
    }
}

fn person_holds(person: &PersonTest) -> String {
    let role = person.role.replace('-', " ");
    let article = if role.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let what = if person.engaged { "has taken part" } else { "is known" };
    format!("{article} {role} on the prospect's side {what}{}", recently(person.within_days))
}

fn content_holds(content: &ContentTest) -> String {
    let what = content.kind.replace('-', " ");
    let recently = recently(content.within_days);
    match content.viewed_by {
        Some(by) => format!("{} looked at content of the kind “{what}”{recently}", subject(by)),
        None => format!("content of the kind “{what}” was shared{recently}"),
    }
}

fn state_holds(thing: &str, state: &StateTest) -> String {
    let recently = recently(state.within_days);
    match touchpoint(&format!("{thing}.{}", state.state)) {
        Some(known) => format!("{} {}{recently}", subject(known.side), known.done),
        None => format!("{} {thing} was {}{recently}", if thing.starts_with('a') { "an" } else { "a" }, state.state),
    }
}

/// The name of an event kind for people: `Meeting attended`, or the kind itself.
pub(super) fn kind_label(name: &str) -> &str {
    match name {
        kind::ACTIVITY => "Activity",
        _ => touchpoint(name).map_or(name, |t| t.label),
    }
}
