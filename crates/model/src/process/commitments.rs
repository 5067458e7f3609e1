//! Whether the prospect did what they agreed to.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Commitment, Facts, Stage, judge};
use crate::{
    event::{Event, kind},
    ids::EventId,
};

/// How a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentState {
    /// Nobody has asked for it yet.
    Open,
    /// The prospect agreed, and the day has not come.
    Agreed,
    /// They did it.
    Kept,
    /// The day has passed, and they have not.
    Lapsed,
}

/// A commitment of a stage with how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CommitmentVerdict {
    /// The commitment's id.
    pub id: String,
    /// What the prospect agrees to.
    pub says: String,
    /// How it stands.
    pub state: CommitmentState,
    /// Whether its predicate shows when it is kept; else somebody has to say so.
    pub shown: bool,
    /// When they agreed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub agreed: Option<Timestamp>,
    /// By when they do it.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub due: Option<Timestamp>,
    /// The events that show that it is kept.
    pub by: Vec<EventId>,
    /// What is missing, as a sentence; empty when kept, or where no predicate says.
    pub missing: String,
}

/// Judges the commitments of the stage that a deal is in, in their order. One that nobody wrote down as agreed is open,
/// however long the deal is in the stage; it is kept once its predicate holds.
pub fn judge_commitments(stage: &Stage, facts: &Facts<'_>) -> Vec<CommitmentVerdict> {
    stage.commitments.iter().map(|commitment| judged(stage, commitment, facts)).collect()
}

fn judged(stage: &Stage, commitment: &Commitment, facts: &Facts<'_>) -> CommitmentVerdict {
    let said = last_word(stage, commitment, facts);
    let agreed = said.filter(|event| event.kind != kind::COMMITMENT_DROPPED);
    let kept_by_word = agreed.filter(|event| event.kind == kind::COMMITMENT_KEPT);
    let verdict = commitment.test.as_ref().map(|test| judge(test, facts));
    let shown_by = verdict.as_ref().filter(|v| v.met).map(|v| v.by.clone());
    let kept = shown_by.or_else(|| kept_by_word.map(|event| vec![event.id]));
    let due = agreed.and_then(|event| due(commitment, event));
    let state = match (&kept, agreed) {
        (Some(_), _) => CommitmentState::Kept,
        (None, None) => CommitmentState::Open,
        (None, Some(_)) if due.is_some_and(|due| due < facts.now) => CommitmentState::Lapsed,
        (None, Some(_)) => CommitmentState::Agreed,
    };
    CommitmentVerdict {
        id: commitment.id.clone(),
        says: commitment.says.clone(),
        state,
        shown: commitment.test.is_some(),
        agreed: agreed.map(|event| event.at),
        due,
        by: kept.unwrap_or_default(),
        missing: verdict.filter(|_| state != CommitmentState::Kept).map(|v| v.missing).unwrap_or_default(),
    }
}

/// The last thing that anybody wrote down about a commitment.
fn last_word<'a>(stage: &Stage, commitment: &Commitment, facts: &Facts<'a>) -> Option<&'a Event> {
    let is = |event: &&Event, name: &str, value: &str| event.attributes.get(name).is_some_and(|v| v == value);
    let kinds = [kind::COMMITMENT_AGREED, kind::COMMITMENT_KEPT, kind::COMMITMENT_DROPPED];
    let told = facts.events.iter().filter(|e| e.at <= facts.now && kinds.contains(&e.kind.as_str()));
    told.rev().find(|e| is(e, "stage", &stage.id) && is(e, "commitment", &commitment.id))
}

fn due(commitment: &Commitment, agreed: &Event) -> Option<Timestamp> {
    let told = |name: &str| agreed.attributes.get(name).map(String::as_str);
    due_by(commitment.due_days, agreed.at, told("until"), told("due"))
}

/// By when a commitment that was agreed to `at` a moment is due: the end of the day that was agreed on, in the team's zone
/// where that is known (`until`), else in UTC (`due`, a day); without a day so many days after it was agreed.
pub fn due_by(due_days: Option<f64>, at: Timestamp, until: Option<&str>, due: Option<&str>) -> Option<Timestamp> {
    let until = until.and_then(|until| until.parse().ok());
    let day = due.and_then(|due| due.parse::<jiff::civil::Date>().ok());
    let end =
        day.and_then(|day| jiff::tz::Offset::UTC.to_timestamp(day.to_datetime(jiff::civil::time(23, 59, 59, 0))).ok());
    let after = |days: f64| at.checked_add(SignedDuration::from_secs((days * 86_400.0) as i64)).ok();
    until.or(end).or_else(|| due_days.and_then(after))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use rstest::rstest;

    use super::*;
    use crate::{
        deal::Deal,
        event::Side,
        ids::DealId,
        language::Language,
        process::{EventTest, Predicate},
    };

    const DAY: i64 = 86_400;

    fn event(at: i64, kind: &str, about: &str, due: &str) -> Event {
        let attributes = [("stage", "demo"), ("commitment", about), ("due", due)];
        let given = attributes.into_iter().filter(|(_, value)| !value.is_empty());
        Event {
            id: EventId::of_key(&format!("{at}{kind}")),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(at).unwrap_or_default(),
            undated: false,
            kind: kind.into(),
            activity: String::new(),
            stage: None,
            side: Side::Prospect,
            actor: None,
            attributes: given.map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
            import: None,
        }
    }

    #[rstest]
    #[case(&[], CommitmentState::Open)]
    #[case(&[(1, "commitment.agreed", "bring", "")], CommitmentState::Agreed)]
    #[case(&[(1, "commitment.agreed", "other", "")], CommitmentState::Open)]
    // Two days are given, and it is the third.
    #[case(&[(-3 * DAY, "commitment.agreed", "bring", "")], CommitmentState::Lapsed)]
    #[case(&[(-3 * DAY, "commitment.agreed", "bring", "1970-02-01")], CommitmentState::Agreed)]
    #[case(&[(1, "commitment.agreed", "bring", "1969-12-31")], CommitmentState::Lapsed)]
    #[case(&[(-3 * DAY, "commitment.agreed", "bring", ""), (2, "meeting.attended", "", "")], CommitmentState::Kept)]
    #[case(&[(2, "meeting.attended", "", "")], CommitmentState::Kept)]
    #[case(&[(1, "commitment.agreed", "bring", ""), (2, "commitment.dropped", "bring", "")], CommitmentState::Open)]
    #[case(&[(1, "commitment.agreed", "bring", ""), (2, "commitment.kept", "bring", "")], CommitmentState::Kept)]
    fn how_a_commitment_stands(#[case] events: &[(i64, &str, &str, &str)], #[case] state: CommitmentState) {
        let attended = Predicate::Event(EventTest { kind: "meeting.attended".into(), ..EventTest::default() });
        let commitment = Commitment {
            id: "bring".into(),
            says: "They bring who decides".into(),
            due_days: Some(2.0),
            test: Some(attended),
            evidence: String::new(),
        };
        let stage = Stage { id: "demo".into(), commitments: vec![commitment], ..Stage::default() };
        let deal = Deal::new(DealId::of_key("1"), "1");
        let events: Vec<Event> = events.iter().map(|(at, kind, about, due)| event(*at, kind, about, due)).collect();
        let now = Timestamp::from_second(10).unwrap_or_default();
        let facts = Facts { deal: &deal, events: &events, now, schemes: &[], language: Language::En };
        let [verdict] = &judge_commitments(&stage, &facts)[..] else { panic!("one commitment") };
        assert_eq!(verdict.state, state);
        assert_eq!(verdict.by.is_empty(), state != CommitmentState::Kept);
        assert_eq!(verdict.missing.is_empty(), state == CommitmentState::Kept);
    }
}
