//! Where in a process something was said.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::process::Process;

/// What of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FeedbackPartKind)]
pub enum PartKind {
    /// A task.
    Task,
    /// An exit criterion.
    Criterion,
    /// Content to have at hand.
    Content,
    /// A question that a rep must be able to answer.
    Question,
    /// A commitment to secure.
    Commitment,
}

/// A part of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FeedbackPart)]
pub struct PlacePart {
    /// What it is.
    pub kind: PartKind,
    /// Its id in the stage.
    pub id: String,
    /// What it said at the time.
    pub name: String,
}

/// A stage, or a part of one, in the version of a process that was in force. The names stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FeedbackPlace)]
pub struct Place {
    /// The process, by its short id.
    pub process: String,
    /// Its version; none while there is only what the data proposes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The stage, by its id.
    pub stage: String,
    /// What it was called.
    pub stage_name: String,
    /// What of it; none for the stage as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PlacePart>,
}

/// What is not in a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The stage.
    Stage,
    /// What of the stage.
    Part,
}

/// Whether a place is still in the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FeedbackPlaceStill)]
pub enum Still {
    /// It is.
    There,
    /// The stage is, what of it was meant is not.
    PartGone,
    /// The stage is not in the process any more.
    StageGone,
}

impl Place {
    /// The place in a process with these ids.
    ///
    /// # Errors
    /// What is not there.
    pub fn find(
        process: &Process,
        version: Option<i64>,
        stage: &str,
        part: Option<(PartKind, &str)>,
    ) -> Result<Self, Missing> {
        let found = process.stage(stage).ok_or(Missing::Stage)?;
        let part = match part {
            None => None,
            Some((kind, id)) => {
                let name = name_of(process, stage, kind, id).ok_or(Missing::Part)?;
                Some(PlacePart { kind, id: id.to_owned(), name })
            }
        };
        Ok(Self { process: process.id.clone(), version, stage: found.id.clone(), stage_name: found.name.clone(), part })
    }

    /// Whether it is still in the process; none where the process itself is no more.
    pub fn still(&self, process: Option<&Process>) -> Still {
        let Some(process) = process.filter(|process| process.stage(&self.stage).is_some()) else {
            return Still::StageGone;
        };
        match &self.part {
            Some(part) if name_of(process, &self.stage, part.kind, &part.id).is_none() => Still::PartGone,
            _ => Still::There,
        }
    }
}

fn name_of(process: &Process, stage: &str, kind: PartKind, id: &str) -> Option<String> {
    let stage = process.stage(stage)?;
    let name = match kind {
        PartKind::Task => &stage.tasks.iter().find(|task| task.id == id)?.name,
        PartKind::Criterion => &stage.exit.iter().find(|criterion| criterion.id == id)?.says,
        PartKind::Content => &stage.content.iter().find(|need| need.id == id)?.name,
        PartKind::Question => &stage.questions.iter().find(|need| need.id == id)?.name,
        PartKind::Commitment => &stage.commitments.iter().find(|commitment| commitment.id == id)?.says,
    };
    Some(name.clone())
}
