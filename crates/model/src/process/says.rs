//! Predicates as sentences.

use super::{ContentTest, EventTest, FieldTest, PersonTest, Predicate, StateTest};
use crate::{
    event::{Side, kind},
    touchpoint::touchpoint,
};

/// A predicate as an English sentence: `The prospect attended a meeting (demo) at least twice.`
pub fn says(test: &Predicate) -> String {
    let clause = holds(test);
    let mut letters = clause.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => clause,
    }
}

/// A predicate as a clause, without capital and full stop.
pub(super) fn holds(test: &Predicate) -> String {
    match test {
        Predicate::Event(event) => event_holds(event),
        Predicate::Field(field) => field_holds(field),
        Predicate::Person(person) => person_holds(person),
        Predicate::Content(content) => content_holds(content),
        Predicate::Answer(answer) => format!("the question “{}” has been answered", answer.question),
        Predicate::Quote(quote) => state_holds("quote", quote),
        Predicate::Approval(approval) => state_holds("approval", approval),
        Predicate::All(tests) => joined(tests, "and"),
        Predicate::Any(tests) => joined(tests, "or"),
        Predicate::Not(test) => format!("it is not so that {}", holds(test)),
    }
}

fn joined(tests: &[Predicate], word: &str) -> String {
    let clauses: Vec<String> = tests
        .iter()
        .map(|test| match test {
            Predicate::All(inner) | Predicate::Any(inner) if inner.len() > 1 => format!("({})", holds(test)),
            _ => holds(test),
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
    let recently = event.within_days.map_or_else(String::new, |days| match days {
        1.0 => " within the last day".into(),
        days => format!(" within the last {days} days"),
    });
    let happened = match (touchpoint(&event.kind), event.by) {
        (Some(known), by) => format!("{} {}", subject(by.unwrap_or(known.side)), known.done),
        (None, None) => format!("“{}” happened", event.kind),
        (None, Some(by)) => format!("“{}” happened, done by {}", event.kind, subject(by)),
    };
    format!("{happened}{tag}{often}{recently}")
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
    match field.is.split_last() {
        None => format!("the {name} of the deal is known"),
        Some((only, [])) => format!("the {name} of the deal is “{only}”"),
        Some((last, first)) => format!("the {name} of the deal is “{}” or “{last}”", first.join("”, “")),
    }
}

fn person_holds(person: &PersonTest) -> String {
    let role = person.role.replace('-', " ");
    let article = if role.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    if person.engaged {
        format!("{article} {role} on the prospect's side has taken part")
    } else {
        format!("{article} {role} on the prospect's side is known")
    }
}

fn content_holds(content: &ContentTest) -> String {
    let what = content.kind.replace('-', " ");
    match content.viewed_by {
        Some(by) => format!("{} looked at content of the kind “{what}”", subject(by)),
        None => format!("content of the kind “{what}” was shared"),
    }
}

fn state_holds(thing: &str, state: &StateTest) -> String {
    match touchpoint(&format!("{thing}.{}", state.state)) {
        Some(known) => format!("{} {}", subject(known.side), known.done),
        None => format!("{} {thing} was {}", if thing.starts_with('a') { "an" } else { "a" }, state.state),
    }
}

/// The name of an event kind for people: `Meeting attended`, or the kind itself.
pub(super) fn kind_label(name: &str) -> &str {
    match name {
        kind::ACTIVITY => "Activity",
        _ => touchpoint(name).map_or(name, |t| t.label),
    }
}
