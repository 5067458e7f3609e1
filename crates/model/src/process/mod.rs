//! A sales process: stages, tasks, commitments, exit criteria. One thing seen three ways: this model,
//! `process.toml`, the editor.
//!
//! ```
//! use model::process;
//!
//! let first = process::template();
//! let text = process::to_toml(&first);
//! assert_eq!(process::parse(&text).ok(), Some(first));
//! ```

mod change;
mod file;
mod finding;
mod ground;
mod judge;
mod lint;
mod merge;
mod moves;
mod sarif;
mod says;
mod shape;
mod template;

pub use self::{
    change::difference,
    file::{parse, parse_json, to_toml},
    finding::{Finding, Level, has_errors},
    ground::ground,
    judge::{CriterionVerdict, Verdict, judge, judge_stage},
    lint::{lint, slug},
    merge::merge_into,
    moves::{Draft, Move, MoveError, decide},
    sarif::sarif,
    says::says,
    template::template,
};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A process. Stages are in order; every stage of kind `open` may be followed by the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// Version of this file format: 1.
    pub schema: u32,
    /// Short id, lower case with hyphens.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// The stages in order.
    #[serde(default)]
    pub stages: Vec<Stage>,
}

/// What a stage means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StageKind {
    /// Being worked on.
    #[default]
    Open,
    /// Closed, won.
    Won,
    /// Closed, lost.
    Lost,
    /// Kept warm for later.
    Nurturing,
    /// After the sale.
    AfterSale,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Short id, unique in the process.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it means for a deal to be here.
    #[serde(default, skip_serializing_if = "is_open")]
    pub kind: StageKind,
    /// Why the stage exists.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// Days a deal should need here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_days: Option<f64>,
    /// Names of this stage in the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observed: Vec<String>,
    /// Evidence for the figures above, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Key activities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// What must hold before a deal leaves forward.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exit: Vec<Criterion>,
    /// Content to have at hand: what is shown or sent here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Need>,
    /// Questions to ask the prospect here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Need>,
}

/// One thing of a list that a stage keeps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Short id, unique in its list.
    pub id: String,
    /// What it is, in words.
    pub name: String,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl Process {
    /// The stage that `observed` names: its id, its name or one of its names in the data, whatever the case.
    pub fn stage_of(&self, observed: &str) -> Option<&Stage> {
        let wanted = observed.trim().to_lowercase();
        let named = |name: &String| name.trim().to_lowercase() == wanted;
        self.stages
            .iter()
            .find(|s| named(&s.id))
            .or_else(|| self.stages.iter().find(|s| named(&s.name)))
            .or_else(|| self.stages.iter().find(|s| s.observed.iter().any(named)))
    }

    /// The first stage of a kind.
    pub fn first(&self, kind: StageKind) -> Option<&Stage> {
        self.stages.iter().find(|s| s.kind == kind)
    }

    /// Where a deal goes from the stage with this id when all goes well: the next open stage, then won; from
    /// nurturing the first open stage; from won and after the sale the next stage after the sale.
    pub fn next_stage(&self, id: &str) -> Option<&Stage> {
        let here = self.stages.iter().position(|s| s.id == id)?;
        let mut later = self.stages.iter().skip(here + 1);
        match self.stages[here].kind {
            StageKind::Open => later.find(|s| matches!(s.kind, StageKind::Open | StageKind::Won)),
            StageKind::Nurturing => self.first(StageKind::Open),
            StageKind::Won | StageKind::AfterSale => later.find(|s| s.kind == StageKind::AfterSale),
            StageKind::Lost => None,
        }
    }

    /// The JSON Schema of a process (draft 2020-12).
    pub fn json_schema() -> serde_json::Value {
        crate::schema::json_schema::<Self>("process", "A sales process")
    }
}

fn is_open(kind: &StageKind) -> bool {
    *kind == StageKind::Open
}

/// A key activity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Short id, unique in the stage.
    pub id: String,
    /// What to do.
    pub name: String,
    /// The role that does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Days after entering the stage by which it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_days: Option<f64>,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// An exit criterion: an id, a sentence, and exactly one predicate.
///
/// Reading one from JSON goes by the rules of [`parse_json`]: two predicates in one criterion are refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "serde_json::Value")]
pub struct Criterion {
    /// Short id, unique in the stage.
    pub id: String,
    /// The sentence a rep reads.
    pub says: String,
    /// False: wished for, not needed.
    #[serde(skip_serializing_if = "is_true")]
    pub required: bool,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The predicate.
    #[serde(flatten)]
    pub test: Predicate,
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
    /// A question was answered.
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
    pub by: Option<crate::event::Side>,
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
}

/// `person = { role, engaged }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonTest {
    /// `decision-maker`, `champion`, …
    pub role: String,
    /// True: must have acted themselves (an event by the prospect whose attribute `role` names them).
    #[serde(default)]
    pub engaged: bool,
}

/// `content = { kind, viewed_by }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentTest {
    /// `testimonial`, `case-study`, … found in the event's attribute `content`.
    pub kind: String,
    /// Whose viewing counts; without it sharing is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewed_by: Option<crate::event::Side>,
}

/// `answer = { question }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerTest {
    /// The question's id.
    pub question: String,
}

/// `quote = { state }`, `approval = { state }`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateTest {
    /// `sent`, `accepted`, `granted`, …: an event of kind `quote.<state>` or `approval.<state>`.
    pub state: String,
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
