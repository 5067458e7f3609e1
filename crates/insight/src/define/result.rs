//! What testing criteria on history gives.

use model::{
    ids::DealId,
    process::{Criterion, Ground},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::discover::{Proportion, drivers::Effect};

/// A criterion on history: how many deals had met it when they moved on, won against lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CriterionHistory {
    /// The stage's id.
    pub stage: String,
    /// The criterion as a sentence.
    pub says: String,
    /// On what it rests.
    pub ground: Ground,
    /// What history says of it.
    pub verdict: HistoryVerdict,
    /// That in words, never as a cause.
    pub sentence: String,
    /// What to bear in mind. Sentences.
    pub notes: Vec<String>,
    /// Which closed deals are compared.
    pub among: Among,
    /// Won deals that had met it by then.
    pub won: Proportion,
    /// Lost deals that had met it by then.
    pub lost: Proportion,
    /// Deals won, of those that had met it.
    pub with: Proportion,
    /// Deals won, of those that had not.
    pub without: Proportion,
    /// Share won with it less share won without it (−1 to 1), with Newcombe's interval at 95 %; none where one side has
    /// no deal.
    pub gain: Option<Effect>,
    /// Fisher's exact p of no difference; none where there is too little data.
    pub p: Option<f64>,
    /// Won deals that had not met it, the last closed first, at most 20.
    pub won_without: Vec<ExampleDeal>,
    /// Lost deals that had met it, the last closed first, at most 20.
    pub lost_with: Vec<ExampleDeal>,
    /// Open deals in the stage now.
    pub open: OpenDeals,
}

/// What history says of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HistoryVerdict {
    /// Deals that had met it were won more often than chance would make it.
    Supported,
    /// Deals that had met it were won less often than chance would make it.
    WonLessOften,
    /// No difference that the data supports.
    NoDifference,
    /// Too few deals, or too few on one side, to say anything.
    TooLittleData,
    /// Every deal had met it.
    AlwaysMet,
    /// No deal had met it.
    NeverMet,
    /// No source delivers what it asks for.
    NotInData,
}

/// Which closed deals are compared, and at which moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// Those that moved on from the stage, when they did so for the last time.
    #[default]
    MovedOn,
    /// All that left the stage, those lost from it too: where hardly a deal that moves on is lost.
    Left,
}

/// A deal to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExampleDeal {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
}

/// The open deals of a stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct OpenDeals {
    /// Deals in the stage.
    pub deals: u64,
    /// Of these, those that the criterion would hold: they do not meet it now.
    pub held: u64,
    /// These, the most valuable first, then those longest in the stage; at most 100.
    pub list: Vec<OpenDeal>,
}

/// An open deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OpenDeal {
    /// Its id.
    pub id: DealId,
    /// The source's id.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// The rep who owns it.
    pub owner: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// ISO 4217; none where the source names none.
    pub currency: Option<String>,
    /// Days in its stage; none where unknown since when.
    pub days: Option<f64>,
}

/// An act of the prospect that parts won from lost deals, ready to be taken as an exit criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Suggestion {
    /// The criterion; its id is free in the stage, its evidence says what was found.
    pub criterion: Criterion,
    /// Which closed deals are compared.
    pub among: Among,
    /// Won deals that had it by then.
    pub won: Proportion,
    /// Lost deals that had it by then.
    pub lost: Proportion,
    /// Deals won, of those that had it.
    pub with: Proportion,
    /// Deals won, of those that had not.
    pub without: Proportion,
    /// Share won with it less share won without it, with Newcombe's interval at 95 %.
    pub gain: Effect,
    /// Fisher's exact p, adjusted for all acts looked at (Benjamini–Hochberg).
    pub p_adjusted: f64,
    /// How many acts were looked at.
    pub looked_at: u64,
}

/// The open deals that the required exit criteria of a stage would hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StageHeld {
    /// The stage's id.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// Open deals in it.
    pub open: u64,
    /// Of these, those that meet all required criteria now.
    pub met: u64,
    /// Those that do not.
    pub held: u64,
    /// These, the most valuable first, then those longest in the stage; at most 200.
    pub deals: Vec<HeldDeal>,
}

/// An open deal that is held, and by what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HeldDeal {
    /// The deal.
    #[serde(flatten)]
    pub deal: OpenDeal,
    /// Ids of the required criteria that it does not meet.
    pub missing: Vec<String>,
}

/// How the content and the objections of a process were used, and how the deals ended that had to do with them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlaybookUse {
    /// Deals won, of all closed ones: what the others are to be held against.
    pub closed: Proportion,
    /// By piece of content, in the order of the library.
    pub content: Vec<ContentUse>,
    /// By objection, in the order of the process.
    pub objections: Vec<ObjectionUse>,
    /// Content that events name and the library does not have, the most frequent first, at most 20.
    pub other_content: Vec<OtherName>,
    /// The same of objections. An empty name: the event does not say which.
    pub other_objections: Vec<OtherName>,
}

/// How often something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Uses {
    /// Events.
    pub times: u64,
    /// Deals that have at least one of them.
    pub deals: u64,
    /// The last one with a date.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last: Option<model::Timestamp>,
}

/// How the deals ended that had something, against comparable ones that had not.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Endings {
    /// Deals with it that are open.
    pub open: u64,
    /// Deals won, of the closed ones with it.
    pub with: Proportion,
    /// Deals won, of the closed ones without it.
    pub without: Proportion,
    /// Share won with it less share won without it (−1 to 1), with Newcombe's interval at 95 %; none where one side has
    /// less than 10 closed deals.
    pub gain: Option<Effect>,
    /// Fisher's exact p, adjusted for all of its kind (Benjamini–Hochberg); none as above.
    pub p_adjusted: Option<f64>,
    /// True if the difference is larger than chance would make it. It is no cause.
    pub supported: bool,
}

/// A piece of content in use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContentUse {
    /// Its id.
    pub id: String,
    /// We shared it.
    pub shared: Uses,
    /// The prospect looked at it.
    pub viewed: Uses,
    /// Deals with either, against other deals that were in a stage it is for (all others where it names none).
    pub endings: Endings,
}

/// An objection as it came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ObjectionUse {
    /// Its id.
    pub id: String,
    /// A prospect raised it; where it was answered or settled and nobody noted that it was raised, once.
    pub raised: Uses,
    /// Deals in which the prospect said that it is settled.
    pub settled: u64,
    /// Deals that raised it, against all others.
    pub endings: Endings,
    /// By answer, in the order of the process.
    pub answers: Vec<AnswerUse>,
}

/// An answer to an objection in use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AnswerUse {
    /// Its id.
    pub id: String,
    /// It was given.
    pub given: Uses,
    /// Deals with this answer, against others that raised the objection.
    pub endings: Endings,
}

/// A name that events bear and the process does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OtherName {
    /// As the source has it.
    pub name: String,
    /// Events.
    pub times: u64,
}
