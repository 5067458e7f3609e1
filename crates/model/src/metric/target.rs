//! Targets: where a metric is to stay, and when somebody is told that it left.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Whole,
    check::{Checked, wrong},
};
use crate::ids::UserId;

/// Longest name and longest value of a condition.
const LONGEST: usize = 500;
const LONGEST_NAME: usize = 80;
/// Conditions and people at most.
const MOST: usize = 100;
/// Steps in a row that may be asked for.
const MOST_STEPS: u32 = 12;
/// The largest share of the band that may be asked for, so that something is left of the band.
const LARGEST_MARGIN: f64 = 0.4;

/// Where a metric is to stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MetricTarget)]
pub struct Target {
    /// What people call it.
    pub name: String,
    /// The short id of a metric.
    pub metric: String,
    /// Of a metric in which something can be chosen: what it begins with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// And what it comes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// Of which deals: parameters of the metric's figures by name, with their values; all deals if empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub filters: BTreeMap<String, Vec<String>>,
    /// Each of these is held against the band, once it is over.
    pub step: TargetStep,
    /// Where it is to stay.
    pub band: Band,
    /// So many steps in a row outside, and it has left its band.
    #[serde(default = "one")]
    pub raise_after: u32,
    /// So many steps in a row inside by the margin, and it is back.
    #[serde(default = "one")]
    pub clear_after: u32,
    /// By how much it has to be inside to be back: a share of the band's width or, where it has one edge, of that edge.
    #[serde(default = "margin")]
    pub margin: f64,
    /// Who is told; left out: who makes it.
    #[serde(default)]
    pub people: Option<Vec<UserId>>,
    /// Whether webhooks are told.
    #[serde(default = "yes")]
    pub webhooks: bool,
}

/// How long a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetStep {
    /// From Monday.
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter.
    Quarter,
}

/// Where a metric is to stay: `{ "between": { "at_least": 0.5 } }`, `{ "natural": {} }`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TargetBand)]
pub enum Band {
    /// Between two edges, or on the right side of one.
    Between(Edges),
    /// Within what it did by itself before.
    Natural(Whole),
}

/// Edges of a band, in the metric's unit; one at least. What lies on an edge is inside.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = TargetEdges)]
pub struct Edges {
    /// Not below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Not above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
}

fn one() -> u32 {
    1
}

fn margin() -> f64 {
    0.05
}

fn yes() -> bool {
    true
}

impl Target {
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check(&self) -> Checked {
        if self.name.trim().is_empty() {
            return wrong("name", "Give it a name.");
        }
        if self.name.chars().count() > LONGEST_NAME {
            return wrong("name", format!("A name has at most {LONGEST_NAME} characters."));
        }
        let long = |text: &String| text.chars().count() > LONGEST;
        if [&self.start, &self.goal].into_iter().flatten().any(long) {
            return wrong("start", format!("A stage has at most {LONGEST} characters."));
        }
        let values = self.filters.values().map(Vec::len).sum::<usize>();
        if values > MOST || self.filters.iter().any(|(name, values)| long(name) || values.iter().any(long)) {
            return wrong("filters", format!("At most {MOST} conditions of at most {LONGEST} characters, please."));
        }
        self.band.check()?;
        for (field, steps) in [("raise_after", self.raise_after), ("clear_after", self.clear_after)] {
            if !(1..=MOST_STEPS).contains(&steps) {
                return wrong(field, format!("Choose 1 to {MOST_STEPS} steps."));
            }
        }
        if !(0.0..=LARGEST_MARGIN).contains(&self.margin) {
            return wrong("margin", "A margin is between 0 and 40 %.");
        }
        if self.people.as_ref().is_some_and(|people| people.len() > MOST) {
            return wrong("people", format!("At most {MOST} people, please."));
        }
        Ok(())
    }

    /// True if both look at the same in the same way, whatever they are called and whoever is told.
    pub fn judges_like(&self, other: &Self) -> bool {
        let bare = |target: &Self| Self { name: String::new(), people: None, webhooks: true, ..target.clone() };
        bare(self) == bare(other)
    }
}

impl Band {
    fn check(&self) -> Checked {
        let Self::Between(Edges { at_least, at_most }) = self else { return Ok(()) };
        for (field, edge) in [("band.between.at_least", at_least), ("band.between.at_most", at_most)] {
            if edge.is_some_and(|edge| !edge.is_finite() || edge.abs() > 1e15) {
                return wrong(field, "Write a number.");
            }
        }
        match (at_least, at_most) {
            (None, None) => wrong("band.between", "Say at least one of the two: not below, not above."),
            (Some(low), Some(high)) if low >= high => {
                wrong("band.between.at_most", "The upper edge lies above the lower one.")
            }
            _ => Ok(()),
        }
    }
}
