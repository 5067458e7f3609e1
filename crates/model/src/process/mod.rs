//! A sales process: stages, tasks, commitments, exit criteria, and what a team sells with. One thing seen three ways:
//! this model, `process.toml`, the editor.
//!
//! ```
//! use model::process;
//!
//! let first = process::template();
//! let text = process::to_toml(&first);
//! assert_eq!(process::parse(&text).ok(), Some(first));
//! ```

mod approval;
mod bpmn;
mod change;
mod commitments;
mod criterion;
mod file;
mod finding;
mod ground;
mod judge;
mod lint;
mod merge;
mod moves;
mod observed;
mod pin;
mod playbook;
mod qualification;
mod sarif;
mod says;
mod shape;
mod stage;
mod template;
#[cfg(test)]
mod tests;
mod write;

pub use self::{
    approval::{OverrideAsked, override_asked},
    bpmn::bpmn,
    change::difference,
    commitments::{CommitmentState, CommitmentVerdict, due_by, judge_commitments},
    criterion::{
        AnswerTest, Commitment, ContentTest, Criterion, EventTest, FieldTest, Ground, PersonTest, Predicate, StateTest,
    },
    file::{LONGEST, parse, parse_json},
    finding::{Finding, Level, has_errors},
    ground::ground,
    judge::{CriterionVerdict, Facts, Verdict, deal_field, judge, judge_stage, lists_word, same_value, same_word},
    lint::{Known, Rule, VARIABLES, lint, rule, rules, slug},
    merge::merge_into,
    moves::{Closing, Draft, Move, MoveError, decide, granted},
    observed::{CriterionObserved, Observed, Quartiles, StageObserved},
    pin::{VERSION_FIELD, pin, pinned, process_of, version_of},
    playbook::{
        ClosedAs, ClosingReason, Content, Journey, JourneyStep, Objection, Persona, Phase, Reply, Scheme,
        SchemeQuestion, Silence,
    },
    qualification::{Qualification, QuestionScore, SchemeScore, qualification},
    sarif::sarif,
    says::says,
    stage::{Handover, Need, Stage, StageKind, Task, Waiver},
    template::{TemplateInfo, template, template_in, template_text, templates},
    write::to_toml,
};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::metric::Metric;

/// A process. Stages are in order; every stage of kind `open` may be followed by the next one.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
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
    /// Language of its words (BCP 47): `en` if left out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// The deals it is for; left out: those that no other process takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deals: Option<FieldTest>,
    /// Rules of the linter that do not hold here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silence: Vec<Silence>,
    /// The stages in order.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Whom the team sells to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Persona>,
    /// How they buy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub journeys: Vec<Journey>,
    /// What the team sells with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub library: Vec<Content>,
    /// What prospects may have against buying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
    /// How it is judged whether a deal is worth the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schemes: Vec<Scheme>,
    /// Why deals are won and lost, to choose from when one is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing_reasons: Vec<ClosingReason>,
    /// What the team wants to know beside what every team does; stages by id, name or their name in the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
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

    /// The stage with this id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|s| s.id == id)
    }

    /// The first stage of a kind.
    pub fn first(&self, kind: StageKind) -> Option<&Stage> {
        self.stages.iter().find(|s| s.kind == kind)
    }

    /// Where a deal goes from the stage with this id when all goes well: the next open stage, then won; from
    /// nurturing the first open stage; from won and after the sale the next stage after the sale.
    pub fn next_stage(&self, id: &str) -> Option<&Stage> {
        let here = self.stages.iter().position(|s| s.id == id)?;
        let mut later = self.stages.iter().skip(here + 1).filter(|s| self.stages[here].allows(&s.id));
        match self.stages[here].kind {
            StageKind::Open => later.find(|s| matches!(s.kind, StageKind::Open | StageKind::Won)),
            StageKind::Nurturing => self.first(StageKind::Open),
            StageKind::Won | StageKind::AfterSale => later.find(|s| s.kind == StageKind::AfterSale),
            StageKind::Lost => None,
        }
    }

    /// Days from one review of the value with the customer to the next: those of the stage that a deal stands in, else the
    /// first that the process says.
    pub fn review_days(&self, deal: &crate::Deal) -> Option<f64> {
        let here = self.standing(deal).and_then(|stage| stage.review_days);
        here.or_else(|| self.stages.iter().find_map(|stage| stage.review_days))
    }

    /// The hand-over after the sale: that of the stage that is won, else the first that the process has.
    pub fn handover(&self) -> Option<&Handover> {
        let won = self.first(StageKind::Won).and_then(|stage| stage.handover.as_ref());
        won.or_else(|| self.stages.iter().find_map(|stage| stage.handover.as_ref()))
    }

    /// The reasons to choose from when a deal is closed so.
    pub fn reasons_for(&self, closed: ClosedAs) -> impl Iterator<Item = &ClosingReason> {
        self.closing_reasons.iter().filter(move |reason| reason.outcome.is_none_or(|of| of == closed))
    }

    /// The metrics of the process as the data tells of its stages: each by the name that its events have.
    pub fn metrics_of_data(&self) -> impl Iterator<Item = Metric> {
        self.metrics.iter().map(|metric| {
            let mut metric = metric.clone();
            metric.each_stage(&mut |_, name| {
                if let Some(stage) = self.stage_of(name).filter(|stage| !stage.observed.contains(name)) {
                    stage.written().clone_into(name);
                }
            });
            metric
        })
    }

    /// The JSON Schema of a process (draft 2020-12).
    pub fn json_schema() -> serde_json::Value {
        crate::schema::json_schema::<Self>("process", "A sales process")
    }
}

impl Stage {
    /// The name under which it is written into events: the first that the data has for it, so that what is done here and
    /// what was imported count as one.
    pub fn written(&self) -> &str {
        self.observed.first().unwrap_or(&self.name)
    }

    /// False where the stage lists its moves and the one to the stage with this id is not among them.
    pub fn allows(&self, to: &str) -> bool {
        self.moves.is_empty() || self.moves.iter().any(|id| id == to)
    }
}
