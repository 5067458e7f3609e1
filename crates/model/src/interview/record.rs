//! Answers as events of a deal.

use std::collections::{BTreeMap, BTreeSet};

use super::{PREFIX, Question, Reply, normalised};
use crate::{
    Event, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
};

/// The attribute `source` of what an interview brought.
pub const SOURCE: &str = "interview";

/// Who answers.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// The rep's name, or that of whoever corrects.
    pub name: Option<&'a str>,
    /// Now.
    pub at: Timestamp,
}

/// The answers that count, by question: the last of each, unless it was taken back. Events come in order.
pub fn answers(events: &[Event]) -> BTreeMap<&str, &Event> {
    let mut last = BTreeMap::new();
    for event in events.iter().filter(|e| e.kind == kind::ANSWER) {
        let Some(question) = event.attributes.get("question").filter(|q| q.starts_with(PREFIX)) else { continue };
        match event.attributes.get("answer").is_some_and(|a| !a.is_empty()) {
            true => drop(last.insert(question.as_str(), event)),
            false => drop(last.remove(question.as_str())),
        }
    }
    last
}

/// The events that keep an answer: none if the answer is what it was. `text` is that of [`Reply::text_for`]; an empty
/// one takes an earlier answer back.
///
/// The ids are made from the answer and how often the question was answered before, so that the same answer sent twice
/// at once is kept once.
pub fn record(deal: DealId, events: &[Event], question: &Question, text: &str, voice: Voice<'_>) -> Vec<Event> {
    if text == given(events, question.id).unwrap_or_default() {
        return Vec::new();
    }
    let before = events.iter().filter(|e| e.attributes.get("question").is_some_and(|q| q == question.id)).count();
    let activity = if text.is_empty() { "Took an answer back" } else { "Answered" };
    let attributes = [("question", question.id), ("answer", text), ("source", SOURCE)];
    let mut recorded = vec![Event {
        id: id(deal, &[question.id, &before.to_string(), text]),
        activity: format!("{activity}: {}", question.short),
        ..event(deal, kind::ANSWER, &attributes, voice)
    }];
    if question.id != PEOPLE {
        recorded.extend(people_known(deal, events, voice));
    }
    recorded
}

const PEOPLE: &str = "interview.people";

fn given<'a>(events: &'a [Event], question: &str) -> Option<&'a str> {
    answers(events).get(question).and_then(|e| e.attributes.get("answer")).map(String::as_str)
}

/// The people of the answer who are not on the deal yet, as events. Recorded when the rep goes on to the next question,
/// since a person once on a deal stays there.
pub fn people_known(deal: DealId, events: &[Event], voice: Voice<'_>) -> Vec<Event> {
    let key = |name: &str, role: &str| (normalised(name), role.to_lowercase().replace(['-', '_'], " "));
    let known: BTreeSet<_> = events
        .iter()
        .filter(|e| e.kind == kind::PERSON)
        .map(|e| {
            let of = |name: &str| e.attributes.get(name).map_or("", String::as_str);
            key(of("name"), of("role"))
        })
        .collect();
    let said = given(events, PEOPLE).map(Reply::of_text).unwrap_or_default().said;
    let new = said.iter().filter(|person| !known.contains(&key(name_of(&person.text), &person.note)));
    new.map(|person| Event {
        id: id(deal, &["person", &person.text, &person.note]),
        activity: format!("Person: {}", person.text),
        ..event(
            deal,
            kind::PERSON,
            &[("name", name_of(&person.text)), ("role", &person.note), ("source", SOURCE)],
            voice,
        )
    })
    .collect()
}

/// The name of a person; none where only a role was remembered, which then stands in its place.
fn name_of(text: &str) -> &str {
    let roles = super::question(PEOPLE).map_or(&[][..], |q| q.options);
    if roles.contains(&text) { "" } else { text }
}

fn id(deal: DealId, parts: &[&str]) -> EventId {
    EventId::of_key(&format!("{SOURCE}\u{1f}{deal}\u{1f}{}", parts.join("\u{1f}")))
}

fn event(deal: DealId, kind: &str, attributes: &[(&str, &str)], voice: Voice<'_>) -> Event {
    // an empty answer says that one was taken back; nothing else is kept empty
    let kept = attributes.iter().filter(|(name, value)| *name == "answer" || !value.is_empty());
    Event {
        id: id(deal, &[]),
        deal,
        at: voice.at,
        undated: false,
        kind: kind.to_owned(),
        activity: String::new(),
        stage: None,
        side: Side::Rep,
        actor: voice.name.map(str::to_owned),
        attributes: kept.map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
        import: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;
    use crate::interview::question;

    fn say(events: &mut Vec<Event>, id: &str, text: &str) -> usize {
        let deal = DealId::of_key("1");
        let question = question(id).expect("a question");
        let at = Timestamp::from_second(events.len() as i64).unwrap_or_default();
        let new = record(deal, events, question, text, Voice { name: Some("Anna"), at });
        let count = new.len();
        events.extend(new);
        count
    }

    #[test]
    fn the_last_answer_counts_and_the_same_is_kept_once() {
        let mut events = Vec::new();
        assert_eq!(say(&mut events, "interview.channel", "e-mail"), 1);
        assert_eq!(say(&mut events, "interview.channel", "e-mail"), 0);
        assert_eq!(say(&mut events, "interview.channel", "phone call"), 1);
        assert_eq!(say(&mut events, "interview.channel", "e-mail"), 1, "back again is a change");
        assert_eq!(given(&events, "interview.channel"), Some("e-mail"));
        assert_eq!(say(&mut events, "interview.channel", ""), 1);
        assert!(answers(&events).is_empty());
        assert_eq!(say(&mut events, "interview.channel", ""), 0, "nothing left to take back");
        let ids: BTreeSet<_> = events.iter().map(|e| e.id.0).collect();
        assert_eq!(ids.len(), events.len(), "every change has an id of its own");
    }

    #[test]
    fn the_same_answer_sent_twice_at_once_has_one_id() {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        say(&mut a, "interview.pain", "dear");
        say(&mut b, "interview.pain", "dear");
        assert_eq!(a[0].id, b[0].id);
    }

    #[test]
    fn people_come_on_the_deal_when_the_rep_goes_on() {
        let mut events = Vec::new();
        assert_eq!(say(&mut events, "interview.people", "Eva Kern → decision maker\nTom\npurchasing → purchasing"), 1);
        assert_eq!(say(&mut events, "interview.channel", "e-mail"), 4);
        assert_eq!(say(&mut events, "interview.channel", "meeting"), 1, "they are there already");
        let people: Vec<_> = events.iter().filter(|e| e.kind == kind::PERSON).map(|e| &e.attributes).collect();
        assert_eq!(people[0]["role"], "decision maker");
        assert_eq!((people[1]["name"].as_str(), people[1].get("role")), ("Tom", None));
        assert_eq!((people[2].get("name"), people[2]["role"].as_str()), (None, "purchasing"), "only a role");
    }

    #[test]
    fn answers_to_a_process_are_none_of_the_interview() {
        let mut events = Vec::new();
        say(&mut events, "interview.pain", "dear");
        events[0].attributes.insert("question".into(), "budget".into());
        assert!(answers(&events).is_empty());
    }
}
