//! What the prospect has against buying, as the events of a deal tell it: raised, answered, settled.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    event::Event,
    process::{Objection, same_word},
};

/// How an objection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectionState {
    /// They raised it, and nobody has answered.
    Open,
    /// We answered; they have not said that it is settled.
    Answered,
    /// They said that it is settled.
    Settled,
}

/// An objection that came up in a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DealObjection {
    /// Id of the objection of the process; empty where it is none of these.
    pub id: String,
    /// What they said.
    pub says: String,
    /// How it stands.
    pub state: ObjectionState,
    /// When it was last raised; else when it first came up.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// The objection that an event names: by its id, else by its words.
pub fn named<'p>(known: &'p [Objection], text: &str) -> Option<&'p Objection> {
    let by_id = known.iter().find(|objection| same_word(&objection.id, text));
    by_id.or_else(|| known.iter().find(|objection| same_word(&objection.says, text)))
}

/// The objections of a deal in the order in which they came up.
pub fn objections(events: &[Event], known: &[Objection]) -> Vec<DealObjection> {
    let mut all: Vec<DealObjection> = Vec::new();
    for event in events {
        let state = match event.kind.as_str() {
            "objection.raised" => ObjectionState::Open,
            "objection.answered" => ObjectionState::Answered,
            "objection.settled" => ObjectionState::Settled,
            _ => continue,
        };
        let text = ["objection", "tag", "note"].iter().find_map(|name| event.attributes.get(*name));
        let text = text.map_or(event.activity.as_str(), |text| text.trim());
        let of_process = named(known, text);
        let (id, says) = of_process.map_or(("", text), |objection| (&objection.id, &objection.says));
        let is_same = |o: &&mut DealObjection| if id.is_empty() { same_word(&o.says, says) } else { o.id == id };
        match all.iter_mut().find(is_same) {
            Some(objection) => {
                objection.state = state;
                if state == ObjectionState::Open {
                    objection.at = event.at;
                }
            }
            None => {
                all.push(DealObjection { id: id.to_owned(), says: says.to_owned(), state, at: event.at });
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        event::Side,
        ids::{DealId, EventId},
    };

    fn event(n: i64, kind: &str, objection: &str) -> Event {
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind: format!("objection.{kind}"),
            activity: "Objection".into(),
            stage: None,
            side: Side::Prospect,
            actor: None,
            attributes: [("objection".to_owned(), objection.to_owned())].into(),
            import: None,
        }
    }

    #[rstest]
    #[case(&[("raised", "dear")], &["dear Open 1"])]
    #[case(&[("raised", "Too dear"), ("answered", "dear")], &["dear Answered 1"])]
    #[case(&[("raised", "dear"), ("answered", "dear"), ("settled", "dear")], &["dear Settled 1"])]
    #[case(&[("raised", "dear"), ("settled", "dear"), ("raised", "dear")], &["dear Open 3"])]
    #[case(&[("raised", "Lawyers"), ("raised", "dear"), ("answered", "lawyers")], &["Lawyers Answered 1", "dear Open 2"])]
    #[case(&[("answered", "dear")], &["dear Answered 1"])]
    #[case(&[], &[])]
    fn how_objections_stand(#[case] events: &[(&str, &str)], #[case] expected: &[&str]) {
        let known = [Objection { id: "dear".into(), says: "Too dear".into(), ..Objection::default() }];
        let events: Vec<Event> = (1..).zip(events).map(|(n, (kind, about))| event(n, kind, about)).collect();
        let line = |o: DealObjection| {
            let name = if o.id.is_empty() { &o.says } else { &o.id };
            format!("{name} {:?} {}", o.state, o.at.as_second())
        };
        let told: Vec<String> = objections(&events, &known).into_iter().map(line).collect();
        assert_eq!(told, expected);
    }
}
