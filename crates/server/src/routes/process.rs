//! The process: proposed, checked, saved, compared.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use insight::discover::{Basis, Proposal, propose as from_data};
use model::{
    Timestamp,
    ids::ProcessId,
    process::{
        Finding, Ground, Process, difference, ground, has_errors, lint, merge_into, parse, parse_json, says, to_toml,
    },
};
use serde::{Deserialize, Serialize};
use store::ProcessVersion;
use utoipa::{IntoParams, ToSchema};

use super::users::text;
use crate::{
    guard::{Actor, IfMatch},
    live::News,
    problem::{Answer, Json, Path, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

const LONGEST: usize = 1 << 20;

/// A process made from the data.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proposed {
    /// The process.
    pub process: Process,
    /// The same as text.
    pub toml: String,
    /// What it rests on.
    pub basis: Basis,
    /// What should be known of it, in sentences.
    pub notes: Vec<String>,
    /// What the data does not tell and the team has to say.
    pub open_questions: Vec<String>,
    /// What the linter says.
    pub findings: Vec<Finding>,
    /// The ground of every criterion.
    pub grounds: Vec<CriterionGround>,
}

/// On what a criterion rests, and its predicate in words.
#[derive(Debug, Serialize, ToSchema)]
pub struct CriterionGround {
    /// The stage's id.
    pub stage: String,
    /// The criterion's id.
    pub criterion: String,
    /// On what it rests.
    pub ground: Ground,
    /// Its predicate as a sentence.
    pub says: String,
}

fn grounds(process: &Process) -> Vec<CriterionGround> {
    let of = |stage: &str, c: &model::process::Criterion| CriterionGround {
        stage: stage.to_owned(),
        criterion: c.id.clone(),
        ground: ground(&c.test),
        says: says(&c.test),
    };
    process.stages.iter().flat_map(|s| s.exit.iter().map(|c| of(&s.id, c))).collect()
}

/// Proposes a process from what the data shows. Nothing is saved.
#[utoipa::path(post, path = "/process/propose", tag = "Define", params(SelectionParams), responses((status = 200, body = Proposed)))]
pub async fn propose(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Proposed>> {
    let proposal = app.on_log(move |log| from_data(log, &selection)).await?;
    let toml = to_toml(&proposal.process);
    let findings = lint(&proposal.process, Some(&toml));
    let grounds = grounds(&proposal.process);
    let Proposal { process, basis, notes, open_questions } = proposal;
    Ok(Json(Proposed { process, toml, basis, notes, open_questions, findings, grounds }))
}

/// A process as text or as JSON; one of the two.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Draft {
    /// The text of a `process.toml`.
    #[serde(default)]
    pub toml: Option<String>,
    /// The process, as the editor has it.
    #[serde(default)]
    #[schema(value_type = Option<Process>)]
    pub process: Option<serde_json::Value>,
    /// What was changed and why.
    #[serde(default)]
    pub note: String,
}

impl Draft {
    /// The process and its text. Of one that comes as JSON the text stays as near to `before` as can be.
    fn read(&self, before: Option<&str>) -> Result<(Process, String), Vec<Finding>> {
        match (&self.toml, &self.process) {
            (Some(toml), _) => Ok((parse(toml)?, toml.clone())),
            (None, Some(json)) => {
                let process = parse_json(json)?;
                let toml = before.map_or_else(|| to_toml(&process), |before| merge_into(before, &process));
                Ok((process, toml))
            }
            (None, None) => Ok((parse("")?, String::new())),
        }
    }
}

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

/// Checks a process. Nothing is saved.
#[utoipa::path(post, path = "/process/check", tag = "Define", request_body = Draft, responses((status = 200, body = Checked)))]
pub async fn check(State(app): State<App>, Json(draft): Json<Draft>) -> Answer<Json<Checked>> {
    let before = app.process().await?.map(|(_, saved)| saved.toml);
    Ok(Json(match draft.read(before.as_deref()) {
        Ok((process, toml)) => {
            let (findings, grounds) = (lint(&process, Some(&toml)), grounds(&process));
            Checked { findings, process: Some(process), toml, grounds }
        }
        Err(findings) => Checked { findings, process: None, toml: draft.toml.unwrap_or_default(), grounds: Vec::new() },
    }))
}

/// A process by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcessName {
    /// Its id.
    pub id: ProcessId,
    /// Its name.
    pub name: String,
    /// Its latest version.
    pub version: i64,
}

/// The processes.
#[utoipa::path(get, path = "/processes", tag = "Define", responses((status = 200, body = Vec<ProcessName>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<ProcessName>>> {
    let all = app.store.processes().await?.into_iter();
    Ok(Json(all.map(|p| ProcessName { id: p.id, name: p.name, version: p.version }).collect()))
}

/// A saved process.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedProcess {
    /// Its id.
    pub id: ProcessId,
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
    fn new(process: Process, saved: ProcessVersion) -> Self {
        Self {
            id: saved.process,
            version: saved.version,
            findings: lint(&process, Some(&saved.toml)),
            grounds: grounds(&process),
            process,
            toml: saved.toml,
            note: saved.note,
            by: saved.by,
            at: saved.at,
        }
    }
}

/// What the workspace has.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurrentProcess {
    /// The process that deals are run by; none before one was saved.
    pub saved: Option<SavedProcess>,
}

/// The process that deals are run by.
#[utoipa::path(get, path = "/process", tag = "Define", responses((status = 200, body = CurrentProcess)))]
pub async fn see(State(app): State<App>) -> Answer<Json<CurrentProcess>> {
    let saved = app.process().await?.map(|(process, saved)| SavedProcess::new(process, saved));
    Ok(Json(CurrentProcess { saved }))
}

/// Saves the process as a new version. `If-Match` bears the version it is based on, once there is one.
#[utoipa::path(put, path = "/process", tag = "Define", params(("if-match" = Option<String>, Header)), request_body = Draft,
    responses((status = 200, body = SavedProcess)))]
pub async fn save(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Json(draft): Json<Draft>,
) -> Answer<Json<SavedProcess>> {
    if draft.toml.as_ref().is_some_and(|t| t.len() > LONGEST) {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-long",
            "Too long",
            "A process file has at most 1 MiB.",
        ));
    }
    let before = app.process().await?;
    let (process, toml) = draft.read(before.as_ref().map(|(_, s)| s.toml.as_str())).map_err(flawed)?;
    let findings = lint(&process, Some(&toml));
    if has_errors(&findings) {
        return Err(flawed(findings));
    }
    let id = before.as_ref().map_or_else(|| ProcessId::of_key(&process.id), |(_, saved)| saved.process);
    let seen = match &before {
        Some(_) => Some(seen.needed()?),
        None => None,
    };
    let note = if draft.note.trim().is_empty() { String::new() } else { text("note", &draft.note)? };
    let saved = app.store.save_process(id, &process.name, seen, &toml, &note, Some(&who.name), app.now()).await?;
    app.live.tell(News::Process { version: saved.version });
    Ok(Json(SavedProcess::new(process, saved)))
}

fn flawed(findings: Vec<Finding>) -> Problem {
    let first = findings.iter().find(|f| f.level == model::process::Level::Error).map(ToString::to_string);
    let detail = format!("{}. Nothing was saved.", first.unwrap_or_default().trim_end_matches('.'));
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "process", "The process has errors", detail).with_findings(findings)
}

/// The process as a file.
#[utoipa::path(get, path = "/process.toml", tag = "Define", responses((status = 200, content_type = "application/toml", body = String)))]
pub async fn file(State(app): State<App>) -> Answer<impl IntoResponse> {
    let (_, saved) =
        app.process().await?.ok_or_else(|| Problem::not_found("There is no process yet. Propose one first."))?;
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"process.toml\""),
    ];
    Ok((headers, saved.toml))
}

/// A version among others.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionLine {
    /// Its number.
    pub version: i64,
    /// What was changed and why.
    pub note: String,
    /// By whom.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// What changed since the version before, in sentences.
    pub changes: Vec<String>,
}

/// How many.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Last {
    /// The last so many versions, 1 to 100.
    pub limit: usize,
}

impl Default for Last {
    fn default() -> Self {
        Self { limit: 20 }
    }
}

/// The versions of the process, the latest first.
#[utoipa::path(get, path = "/process/versions", tag = "Define", params(Last), responses((status = 200, body = Vec<VersionLine>)))]
pub async fn versions(State(app): State<App>, Query(last): Query<Last>) -> Answer<Json<Vec<VersionLine>>> {
    let Some((_, current)) = app.process().await? else { return Ok(Json(Vec::new())) };
    let oldest = (current.version - last.limit.clamp(1, 100) as i64).max(0);
    let mut lines = Vec::new();
    let mut before: Option<Process> = None;
    for number in oldest.max(1)..=current.version {
        let Some(saved) = app.store.process_version(current.process, number).await? else { continue };
        let Ok(process) = parse(&saved.toml) else { continue };
        let changes = before.as_ref().map_or_else(Vec::new, |b| difference(b, &process));
        before = Some(process);
        if number > oldest {
            lines.push(VersionLine { version: number, note: saved.note, by: saved.by, at: saved.at, changes });
        }
    }
    lines.reverse();
    Ok(Json(lines))
}

/// One version of the process.
#[utoipa::path(get, path = "/process/versions/{version}", tag = "Define", params(("version" = i64, Path)),
    responses((status = 200, body = SavedProcess)))]
pub async fn version(State(app): State<App>, Path(number): Path<i64>) -> Answer<Json<SavedProcess>> {
    let missing = || Problem::not_found(format!("The process has no version {number}."));
    let (_, current) = app.process().await?.ok_or_else(missing)?;
    let saved = app.store.process_version(current.process, number).await?.ok_or_else(missing)?;
    let process = parse(&saved.toml).map_err(flawed)?;
    Ok(Json(SavedProcess::new(process, saved)))
}
