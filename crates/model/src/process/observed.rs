//! What the linter may know beside the process: how deals went, and the day.

/// How deals went through the stages of a process, as far as the linter asks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Observed {
    /// By stage, those that deals were in.
    pub stages: Vec<StageObserved>,
    /// By exit criterion.
    pub criteria: Vec<CriterionObserved>,
    /// Kinds of events and names of activities that the sources deliver.
    pub kinds: Vec<String>,
    /// Values of the attributes `tag`, `role` and `content` that the sources deliver, in lower case.
    pub words: Vec<String>,
    /// Names of fields that deals have.
    pub fields: Vec<String>,
}

/// How deals went through a stage.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StageObserved {
    /// The stage's id.
    pub stage: String,
    /// Times that a deal moved on from it, to a stage further on or to being won; not to an earlier, a lost or a
    /// nurturing one.
    pub moved_on: u64,
    /// Of these, the times without any act of the prospect while the deal was in the stage. 0 in all stages where the
    /// data tells of no act of a prospect at all: then nothing can be said.
    pub without_prospect: u64,
    /// Days that deals won in the end were in it.
    pub won_days: Option<Quartiles>,
}

/// Quartiles of days.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = DayQuartiles)]
pub struct Quartiles {
    /// How many values.
    pub n: u64,
    /// A quarter is below.
    pub q25: f64,
    /// Half is below.
    pub median: f64,
    /// Three quarters are below.
    pub q75: f64,
}

/// How often a criterion held when closed deals moved on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CriterionObserved {
    /// The stage's id.
    pub stage: String,
    /// The criterion's id.
    pub criterion: String,
    /// It held by then.
    pub met: u64,
    /// Closed deals that moved on from the stage.
    pub of: u64,
}
