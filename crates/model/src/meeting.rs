//! Meetings of a deal, as its events tell them: planned, moved, cancelled, held, and who was there.
//!
//! That somebody of the prospect was there is an act of theirs: one [`kind::MEETING_ATTENDED`] event each, which exit
//! criteria ask for. What we spent on it stands in our own [`kind::MEETING_HELD`] event.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    event::{Event, Side, kind},
    process::same_word,
};

/// Name of the attribute that bears a meeting's id.
pub const ID: &str = "meeting";
/// Name of the attribute that bears what is planned, as JSON.
pub const PLAN: &str = "plan";
/// Name of the attribute that bears what our people spent, as JSON.
pub const SPENT: &str = "spent";
/// Name of the attribute that bears words.
pub const NOTE: &str = "note";
/// Name of the attribute that bears what kind of meeting it is; criteria ask for it.
pub const TAG: &str = "tag";
/// Words for a meeting at which something is shown.
const DEMONSTRATION: [&str; 2] = ["demo", "demonstration"];

/// What is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MeetingPlan)]
pub struct Plan {
    /// What it is called.
    pub title: String,
    /// When it begins.
    #[schema(value_type = String, format = "date-time")]
    pub start: Timestamp,
    /// How long it takes.
    pub minutes: u32,
    /// Where: a place, or the address of a call.
    #[serde(default)]
    pub place: String,
    /// What kind of meeting it is, in one word that criteria can look for: `demo`, `discovery`, …
    #[serde(default)]
    pub tag: String,
    /// Who comes of us.
    #[serde(default)]
    pub ours: Vec<String>,
    /// Who comes of the prospect.
    #[serde(default)]
    pub theirs: Vec<String>,
}

impl Plan {
    /// When it ends.
    pub fn end(&self) -> Timestamp {
        self.start.saturating_add(SignedDuration::from_mins(self.minutes.into())).unwrap_or(self.start)
    }

    /// Whether something is shown.
    pub fn is_demonstration(&self) -> bool {
        DEMONSTRATION.iter().any(|word| same_word(&self.tag, word))
    }
}

/// How a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingState {
    /// It is to come, or nobody wrote down yet that it was held.
    Planned,
    /// It was held.
    Held,
    /// It does not take place.
    Cancelled,
}

/// What somebody of us spent on a meeting, the way there and the preparation included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimeSpent {
    /// Who.
    pub name: String,
    /// How long.
    pub minutes: u32,
}

/// Somebody of the prospect who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Attendee {
    /// Their name.
    pub name: String,
    /// What they are in the decision, if that was known then.
    pub role: Option<String>,
}

/// A meeting of a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Meeting {
    /// Its id.
    pub id: String,
    /// What is planned, or was.
    pub plan: Plan,
    /// How it stands.
    pub state: MeetingState,
    /// Counts its changes from 0, as calendars ask.
    pub sequence: u32,
    /// Who planned it.
    pub by: Option<String>,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub changed: Timestamp,
    /// Who of the prospect was there.
    pub attended: Vec<Attendee>,
    /// What our people spent on it.
    pub spent: Vec<TimeSpent>,
    /// The same in all, in minutes.
    pub minutes_spent: u64,
    /// What came of it, or why it was cancelled.
    pub note: String,
}

/// The meetings of a deal, by when they begin. What cannot be read is left out: nothing writes such.
pub fn meetings(events: &[Event]) -> Vec<Meeting> {
    let mut all: Vec<Meeting> = Vec::new();
    let of_meeting = || events.iter().filter_map(|event| Some((event.attributes.get(ID)?, event)));
    // What is written down afterwards took place before it was planned.
    for (id, event) in of_meeting() {
        let plan = event.attributes.get(PLAN).and_then(|text| serde_json::from_str::<Plan>(text).ok());
        match (all.iter_mut().find(|meeting| meeting.id == *id), plan) {
            (None, Some(plan)) if event.kind == kind::MEETING_PLANNED => all.push(planned(id, plan, event)),
            (Some(meeting), plan) => meeting.replan(event, plan),
            _ => {}
        }
    }
    for (id, event) in of_meeting() {
        if let Some(meeting) = all.iter_mut().find(|meeting| meeting.id == *id) {
            meeting.took_place(event);
        }
    }
    all.sort_by_key(|meeting| meeting.plan.start);
    all
}

fn planned(id: &str, plan: Plan, event: &Event) -> Meeting {
    Meeting {
        id: id.to_owned(),
        plan,
        state: MeetingState::Planned,
        sequence: 0,
        by: event.actor.clone(),
        changed: event.at,
        attended: Vec::new(),
        spent: Vec::new(),
        minutes_spent: 0,
        note: String::new(),
    }
}

fn note(event: &Event) -> String {
    event.attributes.get(NOTE).cloned().unwrap_or_default()
}

impl Meeting {
    fn replan(&mut self, event: &Event, plan: Option<Plan>) {
        match event.kind.as_str() {
            kind::MEETING_MOVED if self.state == MeetingState::Planned => {
                self.plan = plan.unwrap_or_else(|| self.plan.clone());
                self.change(event);
            }
            kind::MEETING_CANCELLED if self.state == MeetingState::Planned => {
                (self.state, self.note) = (MeetingState::Cancelled, note(event));
                self.change(event);
            }
            _ => {}
        }
    }

    fn took_place(&mut self, event: &Event) {
        match event.kind.as_str() {
            kind::MEETING_HELD => {
                let spent = event.attributes.get(SPENT).and_then(|text| serde_json::from_str(text).ok());
                (self.state, self.note, self.spent) = (MeetingState::Held, note(event), spent.unwrap_or_default());
                self.minutes_spent = self.spent.iter().map(|spent| u64::from(spent.minutes)).sum();
            }
            kind::MEETING_ATTENDED if event.side == Side::Prospect => {
                let Some(name) = event.actor.clone() else { return };
                if !self.was_there(&name) {
                    self.attended.push(Attendee { name, role: event.attributes.get("role").cloned() });
                }
            }
            _ => {}
        }
    }

    fn change(&mut self, event: &Event) {
        self.sequence += 1;
        self.changed = self.changed.max(event.at);
    }

    /// Whether somebody of the prospect was there.
    pub fn was_there(&self, name: &str) -> bool {
        self.attended.iter().any(|known| same_word(&known.name, name))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::ids::{DealId, EventId};

    fn event(n: i64, kind: &str, more: &str) -> Event {
        let plan = format!(r#"{{"title": "Show", "start": "2026-03-02T09:00:00Z", "minutes": {}}}"#, 30 + n);
        let (side, actor) = more.strip_prefix("p:").map_or((Side::Rep, "Ann"), |name| (Side::Prospect, name));
        let mut attributes = vec![(ID, "m".to_owned()), (NOTE, format!("note {n}"))];
        if matches!(kind, "meeting.planned" | "meeting.moved") {
            attributes.push((PLAN, plan));
        }
        if kind == "meeting.held" {
            attributes.push((SPENT, more.to_owned()));
        }
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind: kind.into(),
            activity: String::new(),
            stage: None,
            side,
            actor: Some(actor.to_owned()),
            attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            import: None,
        }
    }

    /// `state sequence minutes attended spent`.
    fn told(events: &[(&str, &str)]) -> Vec<String> {
        let events: Vec<Event> = (1..).zip(events).map(|(n, (kind, more))| event(n, kind, more)).collect();
        let line = |m: Meeting| {
            let there: Vec<&str> = m.attended.iter().map(|a| a.name.as_str()).collect();
            format!("{:?} {} {} [{}] {}", m.state, m.sequence, m.plan.minutes, there.join(","), m.minutes_spent)
        };
        meetings(&events).into_iter().map(line).collect()
    }

    const PLANNED: (&str, &str) = ("meeting.planned", "");
    const MOVED: (&str, &str) = ("meeting.moved", "");
    const CANCELLED: (&str, &str) = ("meeting.cancelled", "");
    const HELD: (&str, &str) = ("meeting.held", r#"[{"name": "Ann", "minutes": 90}, {"name": "Ed", "minutes": 60}]"#);
    const EVA: (&str, &str) = ("meeting.attended", "p:Eva");

    #[rstest]
    #[case(&[PLANNED], "Planned 0 31 [] 0")]
    #[case(&[PLANNED, MOVED, MOVED], "Planned 2 33 [] 0")]
    #[case(&[PLANNED, MOVED, CANCELLED], "Cancelled 2 32 [] 0")]
    // What is over cannot be moved.
    #[case(&[PLANNED, CANCELLED, MOVED], "Cancelled 1 31 [] 0")]
    // Written down afterwards: it took place before it was planned.
    #[case(&[HELD, EVA, PLANNED], "Held 0 33 [Eva] 150")]
    #[case(&[PLANNED, HELD, EVA, EVA, ("meeting.attended", "p:eva"), ("meeting.attended", "p:Cy")], "Held 0 31 [Eva,Cy] 150")]
    // That we say that they were there is no act of theirs.
    #[case(&[PLANNED, HELD, ("meeting.attended", "Eva")], "Held 0 31 [] 150")]
    #[case(&[PLANNED, ("meeting.held", "nonsense")], "Held 0 31 [] 0")]
    fn how_a_meeting_stands(#[case] events: &[(&str, &str)], #[case] expected: &str) {
        assert_eq!(told(events), [expected]);
    }

    #[test]
    fn what_was_never_planned_is_none() {
        assert_eq!(told(&[HELD, EVA]), Vec::<String>::new());
    }
}
