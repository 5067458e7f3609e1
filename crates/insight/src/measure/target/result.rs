//! How a metric did against its target.

use model::{Timestamp, metric::Unit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::measure::metric::Figure;

/// A metric held against its target, finished step by finished step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TargetHistory)]
pub struct History {
    /// In what the metric is told.
    pub unit: Unit,
    /// ISO 4217 where it is told in money.
    pub currency: String,
    /// What is asked for, in words: `at least 50 %`.
    pub asks: String,
    /// Finished steps, the last one last.
    pub steps: Vec<Point>,
    /// What changed, and when, the last one last.
    pub changes: Vec<Change>,
    /// Where it stands now.
    pub now: Standing,
    /// What keeps it from being judged at all: its metric or a name in it is gone.
    pub trouble: Option<String>,
}

impl History {
    /// What cannot be judged at all.
    pub fn none(trouble: String) -> Self {
        Self {
            unit: Unit::Number,
            currency: String::new(),
            asks: String::new(),
            steps: Vec::new(),
            changes: Vec::new(),
            now: Standing { says: trouble.clone(), ..Standing::default() },
            trouble: Some(trouble),
        }
    }
}

/// Where it stands after the last finished step.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = TargetStanding)]
pub struct Standing {
    /// It has left its band and is not back.
    pub outside: bool,
    /// Beginning of the first step outside.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub since: Option<Timestamp>,
    /// Beginning of the last step that could be judged.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last: Option<Timestamp>,
    /// Its figure.
    pub value: Option<f64>,
    /// How far it is from the nearest edge, in the metric's unit; above 0 outside, below 0 inside.
    pub distance: Option<f64>,
    /// In words.
    pub says: String,
}

/// A finished step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TargetPoint)]
pub struct Point {
    /// Its beginning.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// Its end.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
    /// The figure.
    pub figure: Figure,
    /// The lower edge it is held against.
    pub low: Option<f64>,
    /// The upper edge.
    pub high: Option<f64>,
    /// Where it lies.
    pub place: Place,
    /// After this step it counts as having left its band.
    pub outside: bool,
    /// In words.
    pub says: String,
}

/// Where a step lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TargetPlace)]
pub enum Place {
    /// In the band.
    Inside,
    /// Above it.
    Above,
    /// Below it.
    Below,
    /// It cannot be judged yet: deals of it are undecided.
    Waiting,
    /// It cannot be judged: no figure, or one of too few.
    Unjudged,
}

impl Place {
    /// True where the step was held against the band.
    pub fn is_judged(self) -> bool {
        matches!(self, Self::Inside | Self::Above | Self::Below)
    }
}

/// It left its band, or came back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TargetChange)]
pub struct Change {
    /// Beginning of the step at which this was found.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// Its end.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
    /// Which of the two.
    pub became: Became,
    /// Why, in words: `41.2 % in the week from 2 March 2026, below 50 %`.
    pub says: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TargetBecame)]
pub enum Became {
    /// It left its band.
    Left,
    /// It is back.
    Back,
}
