//! What is being written and not proposed yet: one draft for each process, as a text that need not be sound.

use axum::{extract::State, http::StatusCode};
use model::{
    Timestamp,
    language::Language,
    process::{LONGEST, difference, merge_into, parse_json},
};
use serde::{Deserialize, Serialize};
use store::{DraftRecord, StoreError};
use utoipa::ToSchema;

use super::{Which, Written, current::Checked};
use crate::{
    guard::{Actor, IfMatch},
    live::News,
    problem::{Answer, Json, Problem, Query},
    processes::Active,
    state::App,
};

/// The draft of a process.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcessDraft {
    /// Counted with every change; 0 before the first. The next change bears it in `If-Match`.
    pub version: i64,
    /// The active version that it was begun from.
    pub based_on: i64,
    /// The version that is active now.
    pub active: i64,
    /// False while it says what the active version says.
    pub changed: bool,
    /// What it changes of the active version, in sentences; empty while it cannot be read.
    pub changes: Vec<String>,
    /// Its text, its process where it can be read, and what the linter says.
    pub checked: Checked,
    /// Who changed it last.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
}

/// What the store keeps of it.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    toml: String,
    based_on: i64,
}

fn name(active: &Active) -> String {
    format!("process:{}", active.process.id)
}

fn kept(record: Option<&DraftRecord>) -> Option<Kept> {
    serde_json::from_value(record?.content.clone()).ok()
}

async fn told(app: &App, active: &Active, record: Option<DraftRecord>, language: Language) -> Answer<ProcessDraft> {
    let kept = kept(record.as_ref());
    let (toml, based_on) = kept.map_or((active.saved.toml.clone(), active.saved.version), |k| (k.toml, k.based_on));
    let changed = toml != active.saved.toml;
    let written = Written { toml: Some(toml), ..Written::default() };
    let checked = Checked::of(app, written, None, language).await?;
    let changes = checked.process.as_ref().map_or_else(Vec::new, |process| difference(&active.process, process));
    let (version, by, at) = record.map_or((0, None, None), |r| (r.version, r.by, Some(r.at)));
    let (by, at) = if changed { (by, at) } else { (None, None) };
    Ok(ProcessDraft { version, based_on, active: active.saved.version, changed, changes, checked, by, at })
}

/// The draft of a process; what is active, where nobody changed anything.
#[utoipa::path(get, path = "/process/draft", tag = "Define", params(Which), responses((status = 200, body = ProcessDraft)))]
pub async fn see(State(app): State<App>, who: Actor, Query(which): Query<Which>) -> Answer<Json<ProcessDraft>> {
    let active = which.needed(&app).await?;
    let record = app.store.draft(&name(&active)).await?;
    Ok(Json(told(&app, &active, record, who.language).await?))
}

/// Keeps a draft, sound or not, as text or as the editor has it; of the latter the comments and the order of the text
/// stay. `If-Match` bears the draft's version that it rests on; where somebody else was faster nothing is kept.
#[utoipa::path(put, path = "/process/draft", tag = "Define", params(Which, ("if-match" = String, Header)),
    request_body = Written, responses((status = 200, body = ProcessDraft)))]
pub async fn keep(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Query(which): Query<Which>,
    Json(written): Json<Written>,
) -> Answer<Json<ProcessDraft>> {
    let (active, seen) = (which.needed(&app).await?, seen.needed()?);
    let before = kept(app.store.draft(&name(&active)).await?.as_ref());
    let based_on = before.as_ref().map_or(active.saved.version, |kept| kept.based_on);
    let toml = match (written.toml, written.process) {
        (Some(toml), _) => toml,
        (None, Some(json)) => {
            let process = parse_json(&json).map_err(super::flawed)?;
            merge_into(before.as_ref().map_or(&active.saved.toml, |kept| &kept.toml), &process)
        }
        (None, None) => return Err(Problem::field("toml", "Send the text or the process.")),
    };
    if toml.len() > LONGEST {
        let detail = "A process file has at most 1 MiB. Nothing was saved.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-long", "Too long", detail));
    }
    let content = serde_json::to_value(Kept { toml, based_on }).map_err(Problem::internal)?;
    let record = write(&app, &active, seen, content, &who).await?;
    Ok(Json(told(&app, &active, Some(record), who.language).await?))
}

/// Throws a draft away.
#[utoipa::path(delete, path = "/process/draft", tag = "Define", params(Which, ("if-match" = String, Header)),
    responses((status = 200, body = ProcessDraft)))]
pub async fn discard(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Query(which): Query<Which>,
) -> Answer<Json<ProcessDraft>> {
    let (active, seen) = (which.needed(&app).await?, seen.needed()?);
    let record = write(&app, &active, seen, serde_json::Value::Null, &who).await?;
    Ok(Json(told(&app, &active, Some(record), who.language).await?))
}

async fn write(app: &App, active: &Active, seen: i64, content: serde_json::Value, who: &Actor) -> Answer<DraftRecord> {
    match app.store.save_draft(&name(active), seen, content, Some(&who.name), app.now()).await {
        Ok(record) => {
            app.live.tell(News::Draft { process: active.process.id.clone(), version: record.version });
            Ok(record)
        }
        Err(StoreError::Stale { current }) => {
            let by = app.store.draft(&name(active)).await?.and_then(|r| r.by);
            Err(Problem::stale(format!(
                "{} changed the draft in the meantime; it is at version {current} now. Yours was not saved.",
                by.as_deref().unwrap_or("Somebody")
            )))
        }
        Err(other) => Err(other.into()),
    }
}

/// The text of the draft, and the draft gone: it has become a version.
pub(super) async fn take(app: &App, active: &Active, who: &Actor) -> Answer<Option<String>> {
    let record = app.store.draft(&name(active)).await?;
    let Some((record, kept)) = record.and_then(|r| kept(Some(&r)).map(|k| (r, k))) else { return Ok(None) };
    write(app, active, record.version, serde_json::Value::Null, who).await?;
    Ok(Some(kept.toml))
}

/// The text of the draft; none where nothing is being written.
pub(super) async fn text(app: &App, active: &Active) -> Answer<Option<String>> {
    Ok(kept(app.store.draft(&name(active)).await?.as_ref()).map(|kept| kept.toml))
}
