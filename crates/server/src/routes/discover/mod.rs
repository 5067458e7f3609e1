//! How the team really sells.

pub mod back;
pub mod drivers;
pub mod map;
pub mod touch;

use axum::extract::State;
use insight::{discover::Discovery, log::FieldSummary};
use model::fact::Rows;
use store::ImportStatus;

use crate::{
    problem::{Answer, Json},
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
        left_out: sum.left_out + r.left_out,
    });
    let found = app.discovery(selection).await?;
    Ok(Json(Discovery { rows, ..Discovery::clone(&found) }))
}

fn rows_of(report: serde_json::Value) -> Option<Rows> {
    serde_json::from_value(report.get("rows")?.clone()).ok()
}

/// The fields and attributes by which deals can be selected and grouped.
#[utoipa::path(get, path = "/fields", tag = "Discover", responses((status = 200, body = Vec<FieldSummary>)))]
pub async fn fields(State(app): State<App>) -> Answer<Json<Vec<FieldSummary>>> {
    Ok(Json(app.on_log(|log| log.fields()).await?))
}
