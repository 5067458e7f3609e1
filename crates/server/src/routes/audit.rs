//! What was refused: for owners.

use axum::{extract::State, response::IntoResponse};
use insight::table::Table;
use model::Timestamp;
use serde::{Deserialize, Serialize};
use store::Refusal;
use utoipa::{IntoParams, ToSchema};

use super::imports::csv as download;
use crate::{
    problem::{Answer, Json, Query},
    state::App,
};

/// Refusals read at a time for the table.
const AT_A_TIME: i64 = 5_000;

/// A request that was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedRequest {
    /// Grows with every one.
    pub no: i64,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Who was signed in; none for a stranger.
    pub by: Option<String>,
    /// What they were.
    pub role: Option<String>,
    /// `POST`, …
    pub method: String,
    /// The path as it was asked for; secrets are not part of paths.
    pub path: String,
    /// What it would have done, in words.
    pub action: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The kind of problem: `forbidden`, `link-over`, `wrong-password`, `too-fast`, …
    pub why: String,
    /// The network it came from, without the last part of the address.
    pub network: String,
}

impl From<Refusal> for RefusedRequest {
    fn from(refusal: Refusal) -> Self {
        let Refusal { no, at, by, role, method, route: _, path, action, status, why, network } = refusal;
        Self { no, at, by, role, method, path, action, status, why, network }
    }
}

/// A part of the trail.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditTrail {
    /// The latest first.
    pub refusals: Vec<RefusedRequest>,
    /// Cursor of those before; none at the end.
    pub next: Option<i64>,
}

/// Which part of the trail.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct TrailPage {
    /// Where the last part ended: its `next`.
    pub cursor: Option<i64>,
    /// How many, 1 to 500.
    pub limit: i64,
}

impl Default for TrailPage {
    fn default() -> Self {
        Self { cursor: None, limit: 50 }
    }
}

/// Requests that were refused, the latest first; the last 100,000 are kept.
#[utoipa::path(get, path = "/audit", tag = "Users", params(TrailPage), responses((status = 200, body = AuditTrail)))]
pub async fn see(State(app): State<App>, Query(page): Query<TrailPage>) -> Answer<Json<AuditTrail>> {
    let limit = page.limit.clamp(1, 500);
    let mut found = app.store.refusals(page.cursor, limit + 1).await?;
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or_default());
    let next = found.last().filter(|_| more).map(|last| last.no);
    Ok(Json(AuditTrail { refusals: found.into_iter().map(RefusedRequest::from).collect(), next }))
}

/// The whole trail as CSV.
#[utoipa::path(get, path = "/audit.csv", tag = "Users",
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(State(app): State<App>) -> Answer<impl IntoResponse> {
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let some = app.store.refusals(before, AT_A_TIME).await?;
        let Some(last) = some.last() else { break };
        before = Some(last.no);
        rows.extend(some.into_iter().map(row));
    }
    let header = ["at", "by", "role", "action", "method", "path", "status", "why", "network"];
    Ok(download("refusals.csv", Table::of_texts(&header, rows).csv()))
}

fn row(refusal: Refusal) -> Vec<String> {
    let Refusal { at, by, role, action, method, path, status, why, network, .. } = refusal;
    let text = Option::unwrap_or_default;
    vec![at.to_string(), text(by), text(role), action, method, path, status.to_string(), why, network]
}
