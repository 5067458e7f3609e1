//! Whom a team sells to and with what: personas, their journey, content, objections, qualification.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A kind of person on the prospect's side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Short id, unique in the process.
    pub id: String,
    /// What the team calls them.
    pub name: String,
    /// What they do and decide in their organisation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What they want to reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// What hurts them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pains: Vec<String>,
    /// Why they need what we sell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    /// Ids of the objections they raise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<String>,
    /// How they are reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// What they believe: kinds of content, sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trusts: Vec<String>,
    /// Who else decides: ids of personas, or roles in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decides_with: Vec<String>,
}

/// The way of buyers from noticing a problem to recommending us.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// Short id, unique in the process.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whose it is: ids of personas; everybody's if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<String>,
    /// Its steps in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<JourneyStep>,
}

/// Where a step of a journey lies from the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before anything is bought.
    #[default]
    Before,
    /// While it is bought.
    During,
    /// After it was bought.
    After,
}

fn is_before(phase: &Phase) -> bool {
    *phase == Phase::Before
}

/// A step that buyers take.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JourneyStep {
    /// Short id, unique in the journey.
    pub id: String,
    /// Name.
    pub name: String,
    /// Before, during or after the purchase.
    #[serde(default, skip_serializing_if = "is_before")]
    pub phase: Phase,
    /// What they do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub does: String,
    /// What they ask themselves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asks: String,
    /// How they feel.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feels: String,
    /// What they need.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub needs: String,
    /// Where they meet us.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub touchpoint: String,
    /// Ids of the stages that serve it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<String>,
}

/// A piece of content of the library.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Short id, unique in the library.
    pub id: String,
    /// Title.
    pub name: String,
    /// `case-study`, `testimonial`, `deck`, `email-template`, `call-script`, `question-list`, …
    pub kind: String,
    /// Where it is on the web.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Name of a file of the library.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Its text, of a template, script or list. `{{deal.account}}` stands for a value of the deal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The role or person that keeps it true.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Day by which it must be looked over again: `2027-01-31`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub review_by: String,
    /// Ids of the stages it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<String>,
    /// Ids of the personas it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<String>,
    /// Its language (BCP 47).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
}

impl Content {
    /// True if what an event says of content names this, by its id or title.
    pub fn is_named(&self, text: &str) -> bool {
        super::lists_word(text, &self.id) || super::same_word(text, &self.name)
    }

    /// What an event says of this: its kind, which criteria ask for, and its id.
    pub fn written(&self) -> String {
        if super::same_word(&self.kind, &self.id) { self.id.clone() } else { format!("{}, {}", self.kind, self.id) }
    }
}

/// What a prospect may have against buying.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// Short id, unique in the process.
    pub id: String,
    /// `cost`, `onboarding`, `contract`, `timing`, `competitor`, or a kind of the team's own.
    pub kind: String,
    /// What the prospect says.
    pub says: String,
    /// What can be said to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Reply>,
}

/// An answer to an objection.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ObjectionReply)]
pub struct Reply {
    /// Short id, unique among the answers.
    pub id: String,
    /// What to say.
    pub says: String,
    /// Id of the content that proves it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
}

/// A way to judge whether a deal is worth the work: BANT, MEDDIC, CHAMP, or one's own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Short id, unique in the process.
    pub id: String,
    /// Name.
    pub name: String,
    /// Points from which a deal counts as qualified.
    pub threshold: f64,
    /// Its questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<SchemeQuestion>,
}

/// A question of a qualification scheme.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeQuestion {
    /// Short id; the one that answers are given under.
    pub id: String,
    /// The question.
    pub asks: String,
    /// Points for an answer that `scores` does not name; 1 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Points by answer: `{ yes = 2, partly = 1, no = 0 }`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<String, f64>,
}

impl Scheme {
    /// Points of one answer to a question of the scheme; 0 for an empty one or another question.
    pub fn points(&self, question: &str, answer: &str) -> f64 {
        let answer = answer.trim();
        let asked = self.questions.iter().find(|q| super::same_word(&q.id, question));
        asked.filter(|_| !answer.is_empty()).map_or(0.0, |asked| {
            let named = asked.scores.iter().find(|(given, _)| super::same_word(given, answer));
            named.map_or(asked.points.unwrap_or(1.0), |(_, points)| *points)
        })
    }
}

/// Why a deal is closed: one of the answers to choose from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosingReason {
    /// Short id, unique in the process.
    pub id: String,
    /// The reason, in words.
    pub says: String,
    /// `won` or `lost`: for deals that are closed so; for both if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ClosedAs>,
}

/// How a deal was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ClosedAs {
    /// Won.
    Won,
    /// Lost.
    Lost,
}

/// A rule of the linter that does not hold here, and why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// The rule's id: `P108`.
    pub rule: String,
    /// Where, by ids: `presenting`, `presenting.tasks.tailor-demo`; everywhere if left out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// Why.
    pub reason: String,
}
