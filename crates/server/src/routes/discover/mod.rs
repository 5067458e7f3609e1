//! How the team really sells.

use axum::extract::State;
use insight::{
    discover::{Discovery, LookBack, look_back as last_deals},
    log::FieldSummary,
};
use model::{Outcome, fact::Rows};
use serde::Deserialize;
use store::ImportStatus;
use utoipa::IntoParams;

use crate::{
    problem::{Answer, Json, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Everything that discovery finds about the selected deals.
#[utoipa::path(get, path = "/discover", tag = "Discover", params(SelectionParams), responses((status = 200, body = Discovery)))]
pub async fn see(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Discovery>> {
    let imports = app.store.imports().await?;
    let rows = imports.into_iter().filter(|i| i.status == ImportStatus::Done).filter_map(|i| rows_of(i.report?));
    let rows = rows.fold(Rows::default(), |sum, r| Rows {
        read: sum.read + r.read,
        imported: sum.imported + r.imported,
        rejected: sum.rejected + r.rejected,
        duplicates: sum.duplicates + r.duplicates,
    });
    let found = app.discovery(selection).await?;
    Ok(Json(Discovery { rows, ..Discovery::clone(&found) }))
}

fn rows_of(report: serde_json::Value) -> Option<Rows> {
    serde_json::from_value(report.get("rows")?.clone()).ok()
}

/// Which deals to look back at.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Back {
    /// How many, 1 to 200.
    pub n: usize,
    /// `won`, `lost`; without it both.
    pub ended: Option<Outcome>,
}

impl Default for Back {
    fn default() -> Self {
        Self { n: 10, ended: None }
    }
}

/// The last closed deals side by side on one time line.
#[utoipa::path(get, path = "/discover/look-back", tag = "Discover", params(SelectionParams, Back), responses((status = 200, body = LookBack)))]
pub async fn look_back(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(back): Query<Back>,
) -> Answer<Json<LookBack>> {
    let found = app.on_log(move |log| last_deals(log, &selection, back.ended, back.n.clamp(1, 200))).await?;
    Ok(Json(found))
}

/// The fields and attributes by which deals can be selected and grouped.
#[utoipa::path(get, path = "/fields", tag = "Discover", responses((status = 200, body = Vec<FieldSummary>)))]
pub async fn fields(State(app): State<App>) -> Answer<Json<Vec<FieldSummary>>> {
    Ok(Json(app.on_log(|log| log.fields()).await?))
}
