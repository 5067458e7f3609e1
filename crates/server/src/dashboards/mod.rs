//! Dashboards: metrics that people put side by side, share, print and get by mail.

pub mod figures;
pub mod paper;
mod sample;
pub mod weekly;

use std::collections::{BTreeMap, BTreeSet};

use insight::measure::Span;
use model::ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    metrics::MetricParams,
    owned::{Owned, OwnedLine},
    problem::{Answer, Problem},
    routes::users::text,
    selection::{PeriodParams, SelectionParams, unknown_param},
};

/// Tiles of a dashboard at most.
const MOST_TILES: usize = 24;
/// Parameters of a tile at most.
const MOST_VALUES: usize = 200;
/// Longest text of a tile, in characters.
const LONGEST_TEXT: usize = 4_000;
/// Longest of everything else, in characters.
const LONGEST: usize = 500;
/// People who get it by mail at most.
const MOST_PEOPLE: usize = 200;

/// Metrics side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dashboard {
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence; may be empty.
    #[serde(default)]
    pub says: String,
    /// The time it shows, where a tile says nothing else.
    #[serde(default)]
    pub span: Span,
    /// Whether others see it.
    #[serde(default)]
    pub shared: bool,
    /// What is on it, in reading order; at most 24.
    #[serde(default)]
    pub tiles: Vec<Tile>,
    /// When it goes out by mail; none: not at all.
    #[serde(default)]
    pub weekly: Option<Weekly>,
}

/// A piece of a dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DashboardTile)]
pub struct Tile {
    /// Tells it from the others of the dashboard.
    pub id: Uuid,
    /// How wide it is.
    pub width: Width,
    /// What it shows.
    pub of: TileOf,
}

/// The part of a row that a tile takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TileWidth)]
pub enum Width {
    /// A third.
    Third,
    /// A half.
    Half,
    /// All of it.
    Whole,
}

/// What a tile shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TileOf {
    /// A metric.
    Metric(MetricTile),
    /// Words, in lines.
    Text(String),
}

/// A metric on a dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MetricTile {
    /// Its short id.
    pub metric: String,
    /// What stands above it; the metric's name if empty.
    #[serde(default)]
    pub title: String,
    /// What of it is shown.
    pub show: Show,
    /// What is asked of it: parameters of `/metrics/{id}/figures` by name, with their values.
    #[serde(default)]
    pub params: BTreeMap<String, Vec<String>>,
}

/// What is shown of a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TileShow)]
pub enum Show {
    /// The figure with its interval, beside the time before where there is one.
    Figure,
    /// The figure over time.
    Series,
    /// The groups that it is broken down by.
    Groups,
}

/// When a dashboard goes out by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Weekly {
    /// The day of the week where the team is: 1 is Monday, 7 Sunday.
    pub day: i8,
    /// From this hour on, 0 to 23.
    pub hour: i8,
    /// To whom.
    pub people: BTreeSet<UserId>,
}

/// A dashboard, kept.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DashboardLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Whose it is.
    pub owner: UserId,
    /// Their name, as it was.
    pub owner_name: String,
    /// Whether who asks may change it.
    pub may_change: bool,
    /// The dashboard.
    pub dashboard: Dashboard,
}

impl From<OwnedLine<Dashboard>> for DashboardLine {
    fn from(line: OwnedLine<Dashboard>) -> Self {
        let OwnedLine { id, version, owner, owner_name, may_change, content: dashboard } = line;
        Self { id, version, owner, owner_name, may_change, dashboard }
    }
}

impl Owned for Dashboard {
    const KIND: &'static str = "dashboard";
    const WORD: &'static str = "dashboard";
    const MOST: usize = 100;

    fn name(&self) -> &str {
        &self.name
    }

    fn is_shared(&self) -> bool {
        self.shared
    }
}

impl Dashboard {
    /// Looks it over.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn sound(self) -> Answer<Self> {
        let name = text("name", &self.name)?;
        if long(&self.says, LONGEST) {
            return Err(Problem::field("says", format!("At most {LONGEST} characters, please.")));
        }
        if self.tiles.len() > MOST_TILES {
            let message = format!("A dashboard has at most {MOST_TILES} tiles; make two of it.");
            return Err(Problem::field("tiles", message));
        }
        let mut seen = BTreeSet::new();
        for (at, tile) in self.tiles.iter().enumerate() {
            if !seen.insert(tile.id) {
                return Err(Problem::field(&format!("tiles.{at}.id"), "Two tiles have the same id."));
            }
            tile.check(at)?;
        }
        if let Some(weekly) = &self.weekly {
            weekly.check()?;
        }
        Ok(Self { name, says: self.says.trim().to_owned(), ..self })
    }
}

impl Tile {
    fn check(&self, at: usize) -> Answer<()> {
        let wrong = |field: &str, says: String| Err(Problem::field(&format!("tiles.{at}.{field}"), says));
        match &self.of {
            TileOf::Text(text) if long(text, LONGEST_TEXT) => {
                wrong("of", format!("At most {LONGEST_TEXT} characters, please."))
            }
            TileOf::Text(_) => Ok(()),
            TileOf::Metric(tile) => {
                if long(&tile.metric, LONGEST) || long(&tile.title, LONGEST) {
                    return wrong("of", format!("At most {LONGEST} characters, please."));
                }
                let values = tile.params.values().flatten();
                if values.clone().count() > MOST_VALUES || values.clone().any(|value| long(value, LONGEST)) {
                    return wrong("params", format!("At most {MOST_VALUES} values of at most {LONGEST} characters."));
                }
                let known = [SelectionParams::into_params, PeriodParams::into_params, MetricParams::into_params]
                    .map(|of| of(|| None));
                match unknown_param(&tile.params, &known) {
                    Some(name) => wrong("params", format!("A metric cannot be asked for {name:?}.")),
                    None => Ok(()),
                }
            }
        }
    }
}

impl Weekly {
    fn check(&self) -> Answer<()> {
        if !(1..=7).contains(&self.day) {
            return Err(Problem::field("weekly.day", "A day of the week is a number from 1, Monday, to 7, Sunday."));
        }
        if !(0..=23).contains(&self.hour) {
            return Err(Problem::field("weekly.hour", "An hour is a number from 0 to 23."));
        }
        if self.people.len() > MOST_PEOPLE {
            return Err(Problem::field("weekly.people", format!("At most {MOST_PEOPLE} people, please.")));
        }
        Ok(())
    }
}

fn long(text: &str, most: usize) -> bool {
    text.chars().count() > most
}
