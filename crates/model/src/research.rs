//! What was found out about a prospect: findings, as the events of the deal tell them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::event::{Event, kind};

/// Name of the attribute that bears a finding's id.
pub const ID: &str = "finding";
/// Name of the attribute that bears what it is about; criteria ask for it.
pub const TAG: &str = "tag";
/// Name of the attribute that bears what was found out.
pub const TEXT: &str = "text";
/// Name of the attribute that bears where it was found.
pub const LINK: &str = "link";
/// Name of the attribute that bears the id of the objection that it leads one to expect.
pub const OBJECTION: &str = "objection";

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DealFindingKind)]
pub enum FindingKind {
    /// What they would use it for.
    UseCase,
    /// What hurts them.
    Pain,
    /// Whom else they look at, or have now.
    Competitor,
    /// What they may have against it.
    Objection,
    /// Anything else worth knowing.
    Other,
}

impl FindingKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::UseCase, Self::Pain, Self::Competitor, Self::Objection, Self::Other];

    /// The word stored and sent: `use-case`, …
    pub fn word(self) -> &'static str {
        match self {
            Self::UseCase => "use-case",
            Self::Pain => "pain",
            Self::Competitor => "competitor",
            Self::Objection => "objection",
            Self::Other => "other",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Something that was found out about a prospect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DealFinding {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: FindingKind,
    /// What was found out.
    pub text: String,
    /// Where: an address on the web; empty for none.
    pub link: String,
    /// Of an objection: the id of the one of the process; empty where it is none of these.
    pub objection: String,
    /// Who noted it.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Who struck it out; none while it stands.
    pub struck_by: Option<String>,
    /// Whether it was struck out.
    pub struck: bool,
}

/// All findings of a deal in the order in which they were noted, those that were struck out too.
pub fn findings(events: &[Event]) -> Vec<DealFinding> {
    let mut all: Vec<DealFinding> = Vec::new();
    for event in events {
        let Some(id) = event.attributes.get(ID) else { continue };
        let known = all.iter_mut().find(|finding| finding.id == *id);
        match (event.kind.as_str(), known) {
            (kind::FINDING_NOTED, None) => all.extend(noted(id, event)),
            (kind::FINDING_STRUCK, Some(finding)) => {
                (finding.struck, finding.struck_by) = (true, event.actor.clone());
            }
            (kind::FINDING_RESTORED, Some(finding)) => (finding.struck, finding.struck_by) = (false, None),
            _ => {}
        }
    }
    all
}

fn noted(id: &str, event: &Event) -> Option<DealFinding> {
    let text = |name: &str| event.attributes.get(name).cloned().unwrap_or_default();
    Some(DealFinding {
        id: id.to_owned(),
        kind: FindingKind::of_word(&text(TAG))?,
        text: text(TEXT),
        link: text(LINK),
        objection: text(OBJECTION),
        by: event.actor.clone(),
        at: event.at,
        struck_by: None,
        struck: false,
    })
}

/// The findings of a kind that stand.
pub fn standing(findings: &[DealFinding], kind: FindingKind) -> impl Iterator<Item = &DealFinding> {
    findings.iter().filter(move |finding| finding.kind == kind && !finding.struck)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        event::Side,
        ids::{DealId, EventId},
    };

    fn event(n: i64, kind: &str, id: &str, tag: &str) -> Event {
        let attributes = [(ID, id), (TAG, tag), (TEXT, "They scrap a fifth")];
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind: kind.into(),
            activity: String::new(),
            stage: None,
            side: Side::Rep,
            actor: Some("Ann".into()),
            attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            import: None,
        }
    }

    #[rstest]
    #[case(&[("finding.noted", "a", "pain")], &["a"])]
    #[case(&[("finding.noted", "a", "pain"), ("finding.noted", "b", "pain"), ("finding.struck", "a", "")], &["b"])]
    #[case(&[("finding.noted", "a", "pain"), ("finding.struck", "a", ""), ("finding.restored", "a", "")], &["a"])]
    #[case(&[("finding.noted", "a", "competitor")], &[])]
    #[case(&[("finding.noted", "a", "gossip")], &[])]
    #[case(&[("finding.struck", "a", "")], &[])]
    fn what_stands(#[case] events: &[(&str, &str, &str)], #[case] expected: &[&str]) {
        let events: Vec<Event> = (1..).zip(events).map(|(n, (kind, id, tag))| event(n, kind, id, tag)).collect();
        let all = findings(&events);
        let ids: Vec<&str> = standing(&all, FindingKind::Pain).map(|finding| finding.id.as_str()).collect();
        assert_eq!(ids, expected);
    }
}
