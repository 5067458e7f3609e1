//! A second person's approval of a move without the required criteria.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Closing;
use crate::{
    event::{Event, kind},
    ids::{EventId, UserId},
};

/// A move that somebody else has to agree to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OverrideAsked {
    /// The event.
    pub event: EventId,
    /// Id of the stage to go to.
    pub to: String,
    /// Ids of the required criteria that are not met.
    pub unmet: Vec<String>,
    /// Why it should move all the same.
    pub reason: String,
    /// What is known of a closing.
    pub closing: Closing,
    /// Who asks, by name.
    pub by: Option<String>,
    /// Who asks.
    pub user: Option<UserId>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// The move that waits for approval: the last that was asked for, unless somebody decided on it, or the deal went to
/// another stage or closed since.
pub fn override_asked(events: &[Event]) -> Option<OverrideAsked> {
    let settles = [
        kind::STAGE,
        kind::STAGE_LEFT,
        kind::WON,
        kind::LOST,
        kind::OVERRIDE_GRANTED,
        kind::OVERRIDE_DECLINED,
        kind::OVERRIDE_WITHDRAWN,
    ];
    let last = events.iter().rev().find(|e| e.kind == kind::OVERRIDE_ASKED || settles.contains(&e.kind.as_str()))?;
    if last.kind != kind::OVERRIDE_ASKED {
        return None;
    }
    let text = |name: &str| last.attributes.get(name).cloned().unwrap_or_default();
    Some(OverrideAsked {
        event: last.id,
        to: text("to"),
        unmet: text("unmet").split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        reason: text("reason"),
        closing: Closing::of(last),
        by: last.actor.clone(),
        user: text("user").parse().ok(),
        at: last.at,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;
    use crate::{
        Deal,
        deal::Outcome,
        ids::DealId,
        language::Language,
        process::{Draft, Move, MoveError, Process, decide, granted, parse},
    };

    const PROCESS: &str = r#"
schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "first"
name = "First"
[[stages]]
id = "demo"
name = "Demo"
override = "approval"
  [[stages.exit]]
  id = "attended"
  says = "They came"
  event = { kind = "meeting.attended", by = "prospect" }
[[stages]]
id = "closing"
name = "Closing"
  [[stages.exit]]
  id = "accepted"
  says = "They accepted"
  quote = { state = "accepted" }
[[stages]]
id = "later"
name = "Later"
kind = "nurturing"
[[stages]]
id = "won"
name = "Won"
kind = "won"
[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#;

    fn process() -> Process {
        parse(PROCESS).unwrap()
    }

    /// Each `kind stage? name=value…`, one a second.
    fn told(texts: &[&str]) -> (Deal, Vec<Event>) {
        let event = |(n, text): (i64, &&str)| {
            let mut words = text.split(' ');
            let kind = words.next().unwrap_or_default();
            let (named, given): (Vec<&str>, Vec<&str>) = words.partition(|word| !word.contains('='));
            let pair = |word: &&str| word.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned()));
            Event {
                id: EventId::of_key(&n.to_string()),
                deal: DealId::of_key("1"),
                at: Timestamp::from_second(n).unwrap(),
                undated: false,
                kind: kind.to_owned(),
                activity: String::new(),
                stage: named.first().map(|stage| (*stage).to_owned()),
                side: if kind.starts_with("meeting") { crate::Side::Prospect } else { crate::Side::Rep },
                actor: Some("Ann".into()),
                attributes: given.iter().filter_map(pair).collect(),
                import: None,
            }
        };
        let events: Vec<Event> = (1..).zip(texts).map(event).collect();
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        events.iter().for_each(|event| deal.apply(event));
        (deal, events)
    }

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn moved(before: &[&str], to: &str, reason: Option<&str>) -> Result<Vec<Draft>, MoveError> {
        let (deal, events) = told(before);
        let now = events.last().map_or(NOW, |event| event.at);
        let wish = Move { to: to.into(), reason: reason.map(str::to_owned), closing: Closing::default() };
        decide(&process(), &deal, &events, &wish, now, Some("Ann"), Language::En)
    }

    fn in_short(outcome: &Result<Vec<Draft>, MoveError>) -> String {
        match outcome {
            Ok(drafts) => drafts.iter().map(|draft| draft.kind).collect::<Vec<_>>().join(" "),
            Err(MoveError::Approval(unmet)) => {
                format!("approval: {}", unmet.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(" "))
            }
            Err(MoveError::Unmet(_)) => "unmet".into(),
            Err(MoveError::Asked(_)) => "asked".into(),
            Err(other) => other.to_string(),
        }
    }

    const DEMO: &str = "stage.entered Demo";
    const ASKED: &str = "override.asked to=closing";

    #[rstest]
    #[case(&[DEMO], "closing", None, "approval: attended")]
    #[case(&[DEMO], "closing", Some(" "), "approval: attended")]
    #[case(&[DEMO], "closing", Some("why"), "override.asked")]
    #[case(&[DEMO], "won", Some("why"), "override.asked")]
    #[case(&[DEMO], "won", None, "approval: attended accepted")]
    #[case(&[DEMO, "meeting.attended"], "closing", None, "stage.entered")]
    // What the next stage misses needs a reason alone.
    #[case(&[DEMO, "meeting.attended"], "won", None, "unmet")]
    #[case(&[DEMO, "meeting.attended"], "won", Some("why"), "move.override deal.won")]
    #[case(&[DEMO, ASKED], "closing", Some("why"), "asked")]
    #[case(&[DEMO, ASKED], "won", Some("why"), "override.asked")]
    #[case(&[DEMO, ASKED], "lost", None, "deal.lost")]
    #[case(&[DEMO, ASKED, "override.declined"], "closing", Some("why"), "override.asked")]
    #[case(&["stage.entered First"], "closing", None, "approval: attended")]
    #[case(&[DEMO], "first", None, "stage.entered")]
    // Round by way of nurturing or of being lost.
    #[case(&[DEMO, "stage.entered Later"], "closing", None, "approval: attended")]
    #[case(&[DEMO, "stage.entered Later"], "demo", None, "stage.entered")]
    #[case(&[DEMO, "deal.lost"], "closing", Some("why"), "override.asked")]
    #[case(&[DEMO, "deal.lost"], "demo", None, "stage.entered")]
    fn leaving_a_stage_that_asks_for_approval(
        #[case] before: &[&str],
        #[case] to: &str,
        #[case] reason: Option<&str>,
        #[case] expected: &str,
    ) {
        assert_eq!(in_short(&moved(before, to, reason)), expected);
    }

    #[rstest]
    #[case(&[DEMO], None)]
    #[case(&[DEMO, ASKED], Some("closing"))]
    #[case(&[DEMO, ASKED, "call"], Some("closing"))]
    #[case(&[DEMO, ASKED, "override.granted"], None)]
    #[case(&[DEMO, ASKED, "override.withdrawn"], None)]
    #[case(&[DEMO, ASKED, "stage.entered First"], None)]
    #[case(&[DEMO, ASKED, "deal.lost"], None)]
    #[case(&[DEMO, ASKED, "override.declined", "override.asked to=won"], Some("won"))]
    fn what_waits_for_approval(#[case] events: &[&str], #[case] to: Option<&str>) {
        assert_eq!(override_asked(&told(events).1).map(|asked| asked.to).as_deref(), to);
    }

    #[test]
    fn granting_moves_the_deal_and_says_who_agreed() {
        let (mut deal, mut events) = told(&[DEMO]);
        let asked = moved(&[DEMO], "won", Some("They are in a hurry")).unwrap();
        events.extend(asked.into_iter().map(|draft| draft.into_event(EventId::of_key("asked"), deal.id)));
        let asked = override_asked(&events).unwrap();
        assert_eq!(
            (asked.unmet.join(" ").as_str(), asked.reason.as_str()),
            ("attended accepted", "They are in a hurry")
        );
        let drafts = granted(&process(), &deal, &events, &asked, NOW, Some("Boss")).unwrap();
        let kinds: Vec<&str> = drafts.iter().map(|draft| draft.kind).collect();
        assert_eq!(kinds, [kind::OVERRIDE_GRANTED, kind::OVERRIDE, kind::WON]);
        assert_eq!(drafts[1].attributes["approved_by"], "Boss");
        assert_eq!(drafts[1].attributes["reason"], "They are in a hurry");
        for (n, draft) in drafts.into_iter().enumerate() {
            let event = draft.into_event(EventId::of_key(&format!("granted {n}")), deal.id);
            deal.apply(&event);
            events.push(event);
        }
        assert_eq!((deal.outcome, override_asked(&events)), (Outcome::Won, None));
    }
}
