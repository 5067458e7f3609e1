//! Exit criteria, commitments, and the predicates they test.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{says::says, shape};
use crate::{event::Side, language::Language};

/// An exit criterion: an id, a sentence, and exactly one predicate.
///
/// Reading one from JSON goes by the rules of [`super::parse_json`]: two predicates in one criterion are refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "serde_json::Value")]
pub struct Criterion {
    /// Short id, unique in the stage.
    pub id: String,
    /// The sentence a rep reads.
    pub says: String,
    /// The predicate.
    #[serde(flatten)]
    pub test: Predicate,
    /// False: wished for, not needed.
    #[serde(skip_serializing_if = "is_true")]
    pub required: bool,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl Criterion {
    /// Its sentence; one made of the predicate where it has none.
    pub fn sentence(&self, language: Language) -> String {
        if self.says.is_empty() { says(&self.test, language) } else { self.says.clone() }
    }
}

impl TryFrom<serde_json::Value> for Criterion {
    type Error = String;

    fn try_from(value: serde_json::Value) -> Result<Self, String> {
        shape::criterion(&value)
    }
}

fn is_true(b: &bool) -> bool {
    *b
}

/// Something the prospect agrees to do, and what shows that they did it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "serde_json::Value")]
pub struct Commitment {
    /// Short id, unique in the stage.
    pub id: String,
    /// What the prospect agrees to.
    pub says: String,
    /// Days after entering the stage by which they do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_days: Option<f64>,
    /// The predicate that shows it was kept.
    #[serde(flatten)]
    pub test: Option<Predicate>,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl TryFrom<serde_json::Value> for Commitment {
    type Error = String;

    fn try_from(value: serde_json::Value) -> Result<Self, String> {
        shape::commitment(&value)
    }
}

/// The closed set of predicates over a deal's facts. In TOML the key names the predicate:
/// `event = { kind = "meeting.attended", by = "prospect" }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Predicate {
    /// An event of a kind happened.
    Event(EventTest),
    /// A field has a value.
    Field(FieldTest),
    /// Somebody with a role has taken part.
    Person(PersonTest),
    /// Content was seen.
    Content(ContentTest),
    /// A question was answered, or a qualification scheme has points enough.
    Answer(AnswerTest),
    /// A quote reached a state.
    Quote(StateTest),
    /// An approval reached a state.
    Approval(StateTest),
    /// All hold.
    #[schema(no_recursion)]
    All(Vec<Predicate>),
    /// At least one holds.
    #[schema(no_recursion)]
    Any(Vec<Predicate>),
    /// Does not hold.
    #[schema(no_recursion)]
    Not(Box<Predicate>),
}

impl Predicate {
    /// The predicates directly in it, of a combinator.
    pub fn inner(&self) -> &[Self] {
        match self {
            Self::All(tests) | Self::Any(tests) => tests,
            Self::Not(test) => std::slice::from_ref(test),
            _ => &[],
        }
    }

    /// Hands the predicate and every one in it to `look`.
    pub fn each<'a>(&'a self, look: &mut impl FnMut(&'a Self)) {
        look(self);
        self.inner().iter().for_each(|test| test.each(look));
    }

    /// How many combinators stand in each other at its deepest place, itself included; 0 for a plain one.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(_) | Self::Any(_) | Self::Not(_) => {
                1 + self.inner().iter().map(Self::depth).max().unwrap_or_default()
            }
            _ => 0,
        }
    }
}

/// `event = { kind, tag, by, at_least, within_days }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventTest {
    /// The event's kind, or a prefix up to a dot (`meeting` matches `meeting.attended`), or the activity's name.
    pub kind: String,
    /// Needed in the event's attribute `tag` (comma separated list there).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Whose act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Side>,
    /// How often, at least; 1 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// Not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// `field = { name, is }`; without `is` any value will do.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldTest {
    /// Field or attribute.
    pub name: String,
    /// One of these values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
    /// Set not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// `person = { role, engaged, within_days }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonTest {
    /// `decision-maker`, `champion`, …
    pub role: String,
    /// True: must have acted themselves (an event by the prospect whose attribute `role` names them).
    #[serde(default)]
    pub engaged: bool,
    /// Not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// `content = { kind, viewed_by, within_days }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentTest {
    /// `testimonial`, `case-study`, … found in the event's attribute `content`.
    pub kind: String,
    /// Whose viewing counts; without it sharing is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewed_by: Option<Side>,
    /// Not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// `answer = { question }`, or `answer = { scheme, at_least }`: the answers to a qualification scheme's questions bring
/// points enough.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerTest {
    /// The question's id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The id of a qualification scheme, instead of a question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scheme: String,
    /// Points that the scheme has to reach; its threshold if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Answered not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// `quote = { state, within_days }`, `approval = { state, within_days }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateTest {
    /// `sent`, `accepted`, `granted`, …: an event of kind `quote.<state>` or `approval.<state>`.
    pub state: String,
    /// Not longer ago than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// On what a criterion rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Somebody's word.
    Opinion,
    /// Something the team did.
    Rep,
    /// An act of the prospect.
    Prospect,
}
