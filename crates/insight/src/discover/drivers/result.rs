//! What distinguishes won from lost deals: the result.

use model::{Outcome, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::select::Selection;

/// What distinguishes won from lost deals, as far as the data supports it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Drivers {
    /// The last dated moment in the data; figures are as of then.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// The whole in one or two sentences.
    pub sentence: String,
    /// Closed deals looked at.
    pub closed: u64,
    /// Of these, won.
    pub won: u64,
    /// How many things were tested; the adjusted p of each is for this many.
    pub tested: u64,
    /// True where there are too few closed deals for any test: then `deals` has them all, and the drivers are counts.
    pub few: bool,
    /// Supported ones first, then hints, then the others, each by p.
    pub drivers: Vec<Driver>,
    /// What could not be compared fairly, and why not.
    pub excluded: Vec<Excluded>,
    /// Attributes known from the beginning that go with the outcome; they are held equal in every other comparison.
    pub held_equal: Vec<String>,
    /// What counting plainly would have told wrongly, with this data's own figures; none where it tells nothing wrong.
    pub lesson: Option<Lesson>,
    /// Reasons and pain points recorded with the deals, most frequent first.
    pub reasons: Vec<Reasons>,
    /// All closed deals, last closed first, where there are few.
    pub deals: Vec<FewDeal>,
}

/// What sort of thing a driver is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DriverKind {
    /// Something that the prospect did.
    ProspectAct,
    /// Something that the selling team did.
    RepAct,
    /// Something of which the data does not tell who did it.
    Act,
    /// How soon, how often.
    Timing,
    /// Who was along.
    People,
    /// What is known of the deal.
    Attribute,
}

/// How sure the data lets one be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The adjusted p is below 0.05.
    Supported,
    /// p is below 0.05 before it is adjusted for how much was looked at.
    Hint,
    /// No difference that the data supports.
    NoDifference,
    /// Too few deals on one side to say anything.
    CannotTell,
}

/// Won and lost deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct WonLost {
    /// Won.
    pub won: u64,
    /// Lost.
    pub lost: u64,
}

impl WonLost {
    /// Counts a deal; an open one is neither.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Won => self.won += 1,
            Outcome::Lost => self.lost += 1,
            Outcome::Open => {}
        }
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { won: self.won + other.won, lost: self.lost + other.lost }
    }

    /// Both.
    pub fn closed(self) -> u64 {
        self.won + self.lost
    }

    /// won / closed; none of none.
    pub fn rate(self) -> Option<f64> {
        (self.closed() > 0).then(|| self.won as f64 / self.closed() as f64)
    }
}

/// An effect with its interval at 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Effect {
    /// The effect.
    pub value: f64,
    /// Lower bound; none where one side has no won or no lost deal.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Driver {
    /// Stable name: `act:prospect:Demo attended`, `field:source`, …
    pub id: String,
    /// What sort of thing it is.
    pub kind: DriverKind,
    /// A short name: `Engineer at Demo`, `Reply sent within a day`.
    pub title: String,
    /// What was found, in words, never as a cause.
    pub sentence: String,
    /// How sure the data lets one be.
    pub certainty: Certainty,
    /// That in words.
    pub verdict: String,
    /// Activity that it is about, where it is about one.
    pub activity: Option<String>,
    /// Stage in which it is compared; none where deals are compared as wholes.
    pub stage: Option<String>,
    /// Which deals are compared: `deals that entered Presenting`.
    pub among: String,
    /// What is held equal: `time in Presenting`, `source`, …
    pub held_equal: Vec<String>,
    /// Deals with it, among those compared. For an attribute with several values, those with `value`.
    pub with: WonLost,
    /// Deals without it, among those compared.
    pub without: WonLost,
    /// Odds of winning with it as a multiple of those without it, among comparable deals (Mantel–Haenszel).
    pub odds_ratio: Option<Effect>,
    /// Share won with it less share won without it, among comparable deals (−1 to 1).
    pub points: Option<Effect>,
    /// p among comparable deals; none where nothing was tested.
    pub p: Option<f64>,
    /// p adjusted for all that was tested (Benjamini–Hochberg).
    pub p_adjusted: Option<f64>,
    /// The same counted plainly, among all closed deals.
    pub naive: Naive,
    /// The value of an attribute that stands out most; none for others.
    pub value: Option<String>,
    /// Every value of an attribute that has several, against all others.
    pub values: Vec<ValueEffect>,
    /// The deals with it, where a selection can say which these are.
    pub deals_with: Option<Selection>,
}

/// Counted plainly among all closed deals, whatever else differs.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Naive {
    /// Deals with it.
    pub with: WonLost,
    /// Deals without it.
    pub without: WonLost,
    /// Odds ratio; none where a count is 0.
    pub odds_ratio: Option<f64>,
}

/// A value of an attribute against all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ValueEffect {
    /// The value; empty for deals that have none.
    pub value: String,
    /// Deals that have it.
    pub deals: WonLost,
    /// Against all others, among comparable deals.
    pub odds_ratio: Option<Effect>,
    /// Share won less that of all others, among comparable deals.
    pub points: Option<Effect>,
    /// The deals, where a selection can say which these are.
    pub selection: Option<Selection>,
}

/// Something that was left out of the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Excluded {
    /// What it is.
    pub title: String,
    /// What sort of thing.
    pub kind: DriverKind,
    /// Why it was left out, with counts.
    pub reason: String,
    /// Counted plainly.
    pub naive: Naive,
}

/// Where counting plainly misleads, with this data's own figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Lesson {
    /// The driver that it is about.
    pub driver: String,
    /// In words.
    pub sentence: String,
    /// Odds ratio counted plainly.
    pub naive: f64,
    /// Odds ratio among comparable deals.
    pub comparable: Effect,
}

/// What was recorded as reason or pain point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reasons {
    /// The attribute.
    pub field: String,
    /// Closed deals that have one.
    pub given: u64,
    /// The most frequent ones; texts that differ in capitals, spaces or punctuation at the end are one.
    pub values: Vec<Reason>,
    /// How many different ones.
    pub distinct: u64,
}

/// A reason with its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// As most deals spell it.
    pub text: String,
    /// Closed deals that have it.
    pub deals: WonLost,
    /// These deals.
    pub selection: Selection,
}

/// A closed deal where there are few.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FewDeal {
    /// The source's id.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Won or lost.
    pub won: bool,
    /// Ids of the drivers that it has.
    pub has: Vec<String>,
}
