//! The map as it is shown: what is drawn, where, and what is said about it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::discover::DealCounts;

/// Which activities are steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Wanted {
    /// Stages and closings; all activities where the data has no stages.
    #[default]
    Stages,
    /// All activities.
    All,
}

/// Which way the main way goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Toward {
    /// From above to below.
    #[default]
    Down,
    /// From left to right.
    Right,
}

/// What to show.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MapRequest {
    /// Which activities are steps.
    pub view: Wanted,
    /// Share of the activities to show, 0 to 1, the most frequent first; without it as many as can be read.
    pub activities: Option<f64>,
    /// Share of the moves that the lines should hold, 0 to 1; without it as many as can be read.
    pub paths: Option<f64>,
    /// Activities whose names differ in numbers only are one.
    pub grouped: bool,
    /// Won and lost deals are compared.
    pub compare: bool,
    /// Which way the main way goes.
    pub toward: Toward,
}

/// A map with its drawing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct MapView {
    /// What the steps are: `stages` or `all`, as far as the data has it.
    pub view: Wanted,
    /// True where the data has both stages and other activities, so that the view can be chosen.
    pub both: bool,
    /// The deals it is about.
    pub deals: DealCounts,
    /// Activities shown, of how many, and the share of all events that they hold.
    pub activities: Activities,
    /// Lines shown, of how many, and the share of all moves between the shown activities that they hold.
    pub paths: Activities,
    /// Different names there would be if those that differ in numbers only were one.
    pub groups: u64,
    /// True if they are.
    pub grouped: bool,
    /// Boxes.
    pub nodes: Vec<ViewNode>,
    /// Lines, between places in `nodes`.
    pub edges: Vec<ViewEdge>,
    /// The main way: places in `nodes`, in one straight line.
    pub main: Vec<u32>,
    /// Deals that went on to a stage after they were won or lost.
    pub reopened: u64,
    /// What the map shows, in sentences.
    pub sentences: Vec<String>,
    /// Width of the drawing, in px.
    pub width: f64,
    /// Height of the drawing, in px.
    pub height: f64,
    /// Width and height of the room that each label has, in px.
    pub label_size: (f64, f64),
}

/// How much of something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Activities {
    /// Shown.
    pub shown: u64,
    /// Of how many.
    pub of: u64,
    /// Share, 0 to 1, of all occurrences that those shown hold.
    pub share: f64,
    /// The least share that could be asked for with an effect, for a slider: the drawing always holds together.
    pub least: f64,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ViewNode {
    /// Its activity; empty for `start` and `end`.
    pub activity: String,
    /// Different names taken together in it; 1 as a rule.
    pub alike: u64,
    /// `start`, `end`, `stage`, `won`, `lost` or `activity`.
    pub kind: String,
    /// Events.
    pub count: u64,
    /// Deals that have it.
    pub deals: u64,
    /// The most often that one deal has it.
    pub most: u64,
    /// Won deals that have it.
    pub won_deals: u64,
    /// Lost deals that have it.
    pub lost_deals: u64,
    /// Deals that came to it again after something else; stages count among stages.
    pub returned: u64,
    /// Middle of its box, in px from the left.
    pub x: f64,
    /// Middle of its box, in px from the top.
    pub y: f64,
    /// Width of its box.
    pub width: f64,
    /// Height of its box.
    pub height: f64,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct ViewEdge {
    /// Place in `nodes` of the activity before.
    pub from: u32,
    /// Place in `nodes` of the activity directly after.
    pub to: u32,
    /// How often.
    pub count: u64,
    /// Deals that take it.
    pub deals: u64,
    /// The most often that one deal takes it.
    pub most: u64,
    /// How often in won deals.
    pub won_count: u64,
    /// How often in lost deals.
    pub lost_count: u64,
    /// Won deals that take it.
    pub won_deals: u64,
    /// Lost deals that take it.
    pub lost_deals: u64,
    /// First quartile of the time between, in seconds; none where no pair is dated.
    pub q25_seconds: Option<f64>,
    /// Its median.
    pub median_seconds: Option<f64>,
    /// Its third quartile.
    pub q75_seconds: Option<f64>,
    /// Its mean.
    pub mean_seconds: Option<f64>,
    /// Its median in won deals, where won and lost are compared.
    pub won_median_seconds: Option<f64>,
    /// Its median in lost deals, where won and lost are compared.
    pub lost_median_seconds: Option<f64>,
    /// Won against lost, where that can be compared.
    pub compared: Option<Compared>,
    /// It leads back to an earlier box.
    pub back: bool,
    /// It leads from a closing on to a stage.
    pub reopens: bool,
    /// Corners of the line, in px.
    pub points: Vec<(f64, f64)>,
    /// The line as an SVG path.
    pub path: String,
    /// Middle of its label.
    pub label: (f64, f64),
}

/// Of the deals that went on from a box to anything but a closing, how many went this way: won against lost.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Compared {
    /// Won deals that take this line.
    pub won: u64,
    /// Won deals that went on from the box.
    pub won_of: u64,
    /// Lost deals that take this line.
    pub lost: u64,
    /// Lost deals that went on from the box.
    pub lost_of: u64,
    /// Share of the won less share of the lost, −1 to 1.
    pub difference: f64,
    /// Lower bound of the difference at 95 % (Newcombe).
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// p of Fisher's exact test (of the chi-square test above 2,000 deals), adjusted for all lines of the map that are
    /// compared (Benjamini–Hochberg); none where fewer than five closed deals take the line or leave it.
    pub p_adjusted: Option<f64>,
    /// True where it is below 0.05.
    pub supported: bool,
}
