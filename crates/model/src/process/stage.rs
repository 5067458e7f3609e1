//! What a stage holds.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Commitment, Criterion};

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
    /// What leaving it without its required criteria takes.
    #[serde(default, rename = "override", skip_serializing_if = "is_reason")]
    pub waiver: Waiver,
    /// Days from one review of the value with the customer to the next, after the sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_days: Option<f64>,
    /// Ids of the stages a deal may go to from here. Left out: onward (passing stages over too), back to an earlier
    /// one, to lost and to nurturing. Any other move needs a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<String>,
    /// Names of this stage in the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observed: Vec<String>,
    /// Ids of the objections to be ready for here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<String>,
    /// Who takes the deal over when it leaves the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<Handover>,
    /// Evidence for the figures above, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Key activities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// What to secure from the prospect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// What must hold before a deal leaves forward.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exit: Vec<Criterion>,
    /// Content to have at hand: what is shown or sent here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Need>,
    /// Questions that every rep must be able to answer here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Need>,
}

/// What leaving a stage without its required criteria takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Waiver {
    /// A reason.
    #[default]
    Reason,
    /// A reason, and that somebody else agrees, a manager or owner.
    Approval,
}

fn is_reason(waiver: &Waiver) -> bool {
    *waiver == Waiver::Reason
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
    /// How it is done: `call`, `email`, `meeting`, `visit`, …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub channel: String,
    /// Id of the content of the library that it is done with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// One thing of a list that a stage keeps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Short id, unique in its list.
    pub id: String,
    /// What it is, in words.
    pub name: String,
    /// The role that sees to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Id of the content of the library that it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Evidence, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// A deal goes into other hands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// The role that takes it over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// What they have to be told or given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}
