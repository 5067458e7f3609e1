//! The processes as they are: listed, read, saved, checked, downloaded.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use model::{
    Timestamp,
    ids::ProcessId,
    language::Language,
    process::{Finding, Level, Process, Rule, bpmn, template_in},
};
use serde::{Deserialize, Serialize};
use store::{NewVersion, ProcessVersion};
use utoipa::ToSchema;

use super::{CriterionGround, Which, Written, flawed, grounds, looked_over, moving, templates};
use crate::{
    guard::{Actor, IfMatch},
    live::News,
    problem::{Answer, Json, Problem, Query},
    state::App,
};

/// What the linter says.
#[derive(Debug, Serialize, ToSchema)]
pub struct Checked {
    /// Flaws, in the order of the text.
    pub findings: Vec<Finding>,
    /// The process; none if it cannot be read.
    pub process: Option<Process>,
    /// Its text.
    pub toml: String,
    /// The ground of every criterion.
    pub grounds: Vec<CriterionGround>,
}

impl Checked {
    /// Looks over what was written on top of the text `before`.
    pub(super) async fn of(app: &App, written: Written, before: Option<&str>, language: Language) -> Answer<Self> {
        Ok(match written.read(before) {
            Ok((process, toml)) => {
                let (findings, grounds) = (looked_over(app, &process, &toml).await?, grounds(&process, language));
                Self { findings, process: Some(process), toml, grounds }
            }
            Err(findings) => {
                Self { findings, process: None, toml: written.toml.unwrap_or_default(), grounds: Vec::new() }
            }
        })
    }
}

/// Checks a process. Nothing is saved.
#[utoipa::path(post, path = "/process/check", tag = "Define", params(Which), request_body = Written,
    responses((status = 200, body = Checked)))]
pub async fn check(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Json(written): Json<Written>,
) -> Answer<Json<Checked>> {
    let before = which.find(&app).await?.map(|active| active.saved.toml);
    Ok(Json(Checked::of(&app, written, before.as_deref(), who.language).await?))
}

/// A process by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcessName {
    /// Its id, as its file has it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its active version.
    pub version: i64,
    /// True for the one that deals go by which no process is for in particular.
    pub first: bool,
}

/// The processes that have an active version.
#[utoipa::path(get, path = "/processes", tag = "Define", responses((status = 200, body = Vec<ProcessName>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<ProcessName>>> {
    let all = app.processes().await?;
    let names = all.iter().enumerate().map(|(place, active)| ProcessName {
        id: active.process.id.clone(),
        name: active.process.name.clone(),
        version: active.saved.version,
        first: place == 0,
    });
    Ok(Json(names.collect()))
}

/// A process to begin: written, or made from a template.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewProcess {
    /// The text of a `process.toml`.
    #[serde(default)]
    pub toml: Option<String>,
    /// The template instead; see `/process/templates`.
    #[serde(default)]
    pub template: Option<String>,
    /// The template's language: `en`, `de`, `es` or `ja`.
    #[serde(default)]
    pub language: Option<String>,
    /// Another id than the text or the template has.
    #[serde(default)]
    pub id: Option<String>,
    /// Another name.
    #[serde(default)]
    pub name: Option<String>,
}

impl NewProcess {
    fn written(self, language: Language) -> Answer<Written> {
        let note = self.template.as_ref().map_or_else(String::new, |t| format!("Begun with the template “{t}”"));
        let mut process = match (self.toml, self.template) {
            (Some(toml), _) => model::process::parse(&toml).map_err(flawed)?,
            (None, Some(id)) => {
                let language = templates::language(self.language.as_deref(), language)?;
                template_in(&id, language).ok_or_else(|| templates::missing(&id))?
            }
            (None, None) => return Err(Problem::field("template", "Send a `toml` or name a `template`.")),
        };
        process.id = self.id.unwrap_or(process.id);
        process.name = self.name.unwrap_or(process.name);
        let process = serde_json::to_value(process).map_err(Problem::internal)?;
        Ok(Written { process: Some(process), note, ..Written::default() })
    }
}

/// Begins another process. Its first version is active at once.
#[utoipa::path(post, path = "/processes", tag = "Define", request_body = NewProcess, responses((status = 201, body = SavedProcess)))]
pub async fn create(State(app): State<App>, who: Actor, Json(new): Json<NewProcess>) -> Answer<impl IntoResponse> {
    let written = new.written(who.language)?;
    let (process, toml) = written.sound(&app, None).await?;
    if app.processes().await?.named(Some(&process.id)).is_some() {
        return Err(Problem::conflict(format!(
            "There is a process `{}` already; give this one another id.",
            process.id
        )));
    }
    let new =
        NewVersion { name: &process.name, toml: &toml, note: &written.note()?, by: Some(&who.name), at: app.now() };
    let saved = app.store.save_process(ProcessId::of_key(&process.id), 0, new).await?;
    app.live.tell(News::Process { version: saved.version });
    Ok((StatusCode::CREATED, Json(SavedProcess::new(&app, process, saved, who.language).await?)))
}

/// A saved process.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedProcess {
    /// Its version.
    pub version: i64,
    /// The process.
    pub process: Process,
    /// The same as text, with the comments of its authors.
    pub toml: String,
    /// What was changed and why.
    pub note: String,
    /// By whom.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// What the linter says.
    pub findings: Vec<Finding>,
    /// The ground of every criterion.
    pub grounds: Vec<CriterionGround>,
}

impl SavedProcess {
    pub(super) async fn new(app: &App, process: Process, saved: ProcessVersion, language: Language) -> Answer<Self> {
        Ok(Self {
            version: saved.version,
            findings: looked_over(app, &process, &saved.toml).await?,
            grounds: grounds(&process, language),
            process,
            toml: saved.toml,
            note: saved.note,
            by: saved.by,
            at: saved.at,
        })
    }
}

/// What the workspace has.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurrentProcess {
    /// The process that deals begin with; none before one was saved.
    pub saved: Option<SavedProcess>,
}

/// The process that deals begin with.
#[utoipa::path(get, path = "/process", tag = "Define", params(Which), responses((status = 200, body = CurrentProcess)))]
pub async fn see(State(app): State<App>, who: Actor, Query(which): Query<Which>) -> Answer<Json<CurrentProcess>> {
    let Some(active) = which.find(&app).await? else { return Ok(Json(CurrentProcess { saved: None })) };
    let saved = SavedProcess::new(&app, (*active.process).clone(), active.saved, who.language).await?;
    Ok(Json(CurrentProcess { saved: Some(saved) }))
}

/// Saves the process as a new version and makes it active at once. `If-Match` bears the active version it is based on,
/// once there is one. Where it has no more a stage that open deals are in, go by `/process/versions`.
#[utoipa::path(put, path = "/process", tag = "Define", params(Which, ("if-match" = Option<String>, Header)),
    request_body = Written, responses((status = 200, body = SavedProcess)))]
pub async fn save(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Query(which): Query<Which>,
    Json(written): Json<Written>,
) -> Answer<Json<SavedProcess>> {
    let before = which.find(&app).await?;
    let (process, toml) = written.sound(&app, before.as_ref().map(|active| active.saved.toml.as_str())).await?;
    let mut based_on = 0;
    if let Some(active) = &before {
        same_process(&active.process, &process)?;
        based_on = seen.needed()?;
        moving::no_stage_lost(&app, active, &process).await?;
    }
    let new =
        NewVersion { name: &process.name, toml: &toml, note: &written.note()?, by: Some(&who.name), at: app.now() };
    let id = before.as_ref().map_or_else(|| ProcessId::of_key(&process.id), |active| active.saved.process);
    let saved = app.store.save_process(id, based_on, new).await?;
    app.live.tell(News::Process { version: saved.version });
    Ok(Json(SavedProcess::new(&app, process, saved, who.language).await?))
}

/// A version keeps the id of its process, by which deals and links know it.
pub(super) fn same_process(before: &Process, after: &Process) -> Answer<()> {
    if before.id == after.id {
        return Ok(());
    }
    let message = format!(
        "the id of this process is `{}` and stays, as deals and links know it by that; for another process begin a new one",
        before.id
    );
    Err(flawed(vec![Finding::new(Level::Error, "P009", "id", message)]))
}

/// The process as a file.
#[utoipa::path(get, path = "/process.toml", tag = "Define", params(Which),
    responses((status = 200, content_type = "application/toml", body = String)))]
pub async fn file(State(app): State<App>, Query(which): Query<Which>) -> Answer<impl IntoResponse> {
    let active = which.needed(&app).await?;
    Ok((download("application/toml; charset=utf-8", &active.process.id, "toml"), active.saved.toml))
}

/// The process as BPMN 2.0, with its diagram.
#[utoipa::path(get, path = "/process.bpmn", tag = "Define", params(Which),
    responses((status = 200, content_type = "application/bpmn+xml", body = String)))]
pub async fn export_bpmn(State(app): State<App>, Query(which): Query<Which>) -> Answer<impl IntoResponse> {
    let active = which.needed(&app).await?;
    Ok((download("application/xml; charset=utf-8", &active.process.id, "bpmn"), bpmn(&active.process)))
}

fn download(kind: &'static str, id: &str, ending: &str) -> [(header::HeaderName, String); 2] {
    // The id of a process is a short id: letters, digits and hyphens.
    let name = format!("attachment; filename=\"{}.{ending}\"", if id == "sales" { "process" } else { id });
    [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)]
}

/// The JSON Schema of `process.toml`.
#[utoipa::path(get, path = "/process/schema", tag = "Define", responses((status = 200, body = Object)))]
pub async fn schema() -> Json<serde_json::Value> {
    Json(Process::json_schema())
}

/// The rules of the linter.
#[utoipa::path(get, path = "/process/rules", tag = "Define", responses((status = 200, body = Vec<Rule>)))]
pub async fn rules() -> Json<&'static [Rule]> {
    Json(model::process::rules())
}
