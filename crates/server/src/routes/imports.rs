//! Imports that ran.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use futures_util::StreamExt;
use import::Report;
use insight::table::Table;
use model::{Timestamp, ids::ImportId};
use serde::{Deserialize, Serialize};
use store::{ImportRecord, RejectRecord};
use tokio_stream::wrappers::WatchStream;
use utoipa::{IntoParams, ToSchema};

use crate::{
    jobs::JobProgress,
    live::{self, News},
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

/// An import.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The names of its files.
    pub files: Vec<String>,
    /// Who began it.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// `running`, `done`, `failed`, `undone`.
    pub status: String,
    /// What it did, once done.
    pub report: Option<Report>,
    /// Why it failed.
    pub error: Option<String>,
    /// Events added.
    pub events: i64,
    /// Deals added or changed.
    pub deals: i64,
}

impl From<ImportRecord> for Import {
    fn from(r: ImportRecord) -> Self {
        Self {
            id: r.id,
            files: r.files,
            by: r.by,
            at: r.at,
            status: r.status.word().to_owned(),
            report: r.report.and_then(|v| serde_json::from_value(v).ok()),
            error: r.error,
            events: r.events,
            deals: r.deals,
        }
    }
}

/// All imports, the latest first.
#[utoipa::path(get, path = "/imports", tag = "Import", responses((status = 200, body = Vec<Import>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<Import>>> {
    Ok(Json(app.store.imports().await?.into_iter().map(Import::from).collect()))
}

/// One import.
#[utoipa::path(get, path = "/imports/{id}", tag = "Import", params(("id" = ImportId, Path)), responses((status = 200, body = Import)))]
pub async fn see(State(app): State<App>, Path(id): Path<ImportId>) -> Answer<Json<Import>> {
    Ok(Json(record(&app, id).await?.into()))
}

async fn record(app: &App, id: ImportId) -> Answer<ImportRecord> {
    app.store.import(id).await?.ok_or_else(|| Problem::not_found("There is no such import."))
}

/// How far an import is, as server-sent events `progress`; the last one tells how it ended.
#[utoipa::path(get, path = "/imports/{id}/progress", tag = "Import", params(("id" = ImportId, Path)),
    responses((status = 200, content_type = "text/event-stream", body = JobProgress)))]
pub async fn progress(State(app): State<App>, Path(id): Path<ImportId>) -> Answer<impl IntoResponse> {
    let tell = |p: &JobProgress| live::event("progress", p);
    let events = match app.jobs.follow(id) {
        Some(running) => WatchStream::new(running).map(move |p| tell(&p)).left_stream(),
        None => {
            let ended = JobProgress::ended(record(&app, id).await?.status.word());
            futures_util::stream::iter([tell(&ended)]).right_stream()
        }
    };
    Ok(live::answer(events, app.closing()))
}

/// Cancels a running import; nothing of it is kept.
#[utoipa::path(post, path = "/imports/{id}/cancel", tag = "Import", params(("id" = ImportId, Path)), responses((status = 204)))]
pub async fn cancel(State(app): State<App>, Path(id): Path<ImportId>) -> Answer<StatusCode> {
    if app.jobs.cancel(id) {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Problem::conflict("This import is not running. To take it back, undo it."))
}

/// A page of a list.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct After {
    /// The `seq` after which to go on.
    pub after: i64,
    /// How many, at most 1000.
    pub limit: i64,
}

impl Default for After {
    fn default() -> Self {
        Self { after: 0, limit: 100 }
    }
}

/// A row that could not be read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RejectedRow {
    /// Its number in the list.
    pub seq: i64,
    /// The file.
    pub file: String,
    /// Its line, from 1.
    pub line: u64,
    /// The column at fault; empty if it is the row as a whole.
    pub column: String,
    /// The value at fault.
    pub value: String,
    /// What is wrong, and what helps.
    pub reason: String,
}

impl From<RejectRecord> for RejectedRow {
    fn from(r: RejectRecord) -> Self {
        Self { seq: r.seq, file: r.file, line: r.line, column: r.column, value: r.value, reason: r.reason }
    }
}

/// Rows that could not be read.
#[utoipa::path(get, path = "/imports/{id}/rejects", tag = "Import", params(("id" = ImportId, Path), After),
    responses((status = 200, body = Vec<RejectedRow>)))]
pub async fn rejects(
    State(app): State<App>,
    Path(id): Path<ImportId>,
    Query(page): Query<After>,
) -> Answer<Json<Vec<RejectedRow>>> {
    record(&app, id).await?;
    let rows = app.store.rejects(id, page.after, page.limit.clamp(1, 1000)).await?;
    Ok(Json(rows.into_iter().map(RejectedRow::from).collect()))
}

/// Rows that could not be read, as CSV.
#[utoipa::path(get, path = "/imports/{id}/rejects.csv", tag = "Import", params(("id" = ImportId, Path)),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn rejects_csv(State(app): State<App>, Path(id): Path<ImportId>) -> Answer<impl IntoResponse> {
    record(&app, id).await?;
    let rows = app.store.rejects(id, 0, i64::MAX).await?;
    let rows = rows.into_iter().map(|r| vec![r.file, r.line.to_string(), r.column, r.value, r.reason]).collect();
    let table = Table::of_texts(&["file", "line", "column", "value", "reason"], rows);
    Ok(csv("rejected-rows.csv", table.csv()))
}

/// A CSV file to download.
pub fn csv<T: IntoResponse>(name: &str, text: T) -> impl IntoResponse + use<T> {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)], text)
}

/// Takes an import back as a whole.
#[utoipa::path(post, path = "/imports/{id}/undo", tag = "Import", params(("id" = ImportId, Path)), responses((status = 200, body = Import)))]
pub async fn undo(State(app): State<App>, Path(id): Path<ImportId>) -> Answer<Json<Import>> {
    if app.jobs.busy() {
        return Err(Problem::conflict("An import is running. Wait for it to end, or cancel it."));
    }
    app.keeper.is_own(id, true);
    let deals = app.store.undo_import(id, app.now()).await?;
    app.keeper.follow(&app.store, &deals).await?;
    app.live.tell(News::Import { id, status: "undone".into() });
    Ok(Json(record(&app, id).await?.into()))
}
