//! Looking back at closed deals, and working backward from the won ones.

use axum::extract::State;
use insight::discover::{Back, LookBack, WorkBackward, look_back as last_deals, work_backward_within};
use model::Outcome;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    problem::{Answer, Json, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Deals on one time line at most.
const MOST: usize = 500;

/// Which deals to look back at.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct BackParams {
    /// How many, 1 to 500.
    pub n: usize,
    /// `won`, `lost`; without it both.
    pub ended: Option<Outcome>,
    /// True: as few deals of each owner as fill them, among the last ten times as many.
    pub spread: bool,
}

impl Default for BackParams {
    fn default() -> Self {
        Self { n: 10, ended: None, spread: false }
    }
}

/// The last closed deals side by side on one time line.
#[utoipa::path(get, path = "/discover/look-back", tag = "Discover", params(SelectionParams, BackParams), responses((status = 200, body = LookBack)))]
pub async fn look_back(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(BackParams { n, ended, spread }): Query<BackParams>,
) -> Answer<Json<LookBack>> {
    let back = Back { n: n.clamp(1, MOST), outcome: ended, spread };
    Ok(Json(app.on_log(move |log| last_deals(log, &selection, back)).await?))
}

/// Which won deals to work backward from.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct BackwardParams {
    /// Only the last so many won deals, 1 or more; without it all.
    pub last: Option<usize>,
    /// Deals that took at least so many days, instead of the usual time; goes with `to_days`.
    pub from_days: Option<f64>,
    /// Deals that took at most so many days.
    pub to_days: Option<f64>,
}

impl BackwardParams {
    /// # Errors
    /// 422 for none of the last deals, or bounds that are no span.
    fn within(self) -> Result<Option<(f64, f64)>, Problem> {
        if self.last == Some(0) {
            return Err(Problem::field("last", "Ask for one deal or more."));
        }
        match (self.from_days, self.to_days) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) if from >= 0.0 && to >= from && to.is_finite() => Ok(Some((from, to))),
            _ => Err(Problem::field("to_days", "from_days and to_days go together, the smaller one first.")),
        }
    }
}

/// The typical time to close, the won deals that took it, and their steps counted back from the close.
#[utoipa::path(get, path = "/discover/work-backward", tag = "Discover", params(SelectionParams, BackwardParams), responses((status = 200, body = WorkBackward)))]
pub async fn work_backward(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(params): Query<BackwardParams>,
) -> Answer<Json<WorkBackward>> {
    let within = params.within()?;
    Ok(Json(app.on_log(move |log| work_backward_within(log, &selection, params.last, within)).await?))
}
