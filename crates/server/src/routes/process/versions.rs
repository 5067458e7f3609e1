//! Versions: proposed, looked over, activated or declined, compared.

use std::collections::{BTreeMap, HashMap};

use axum::{extract::State, http::StatusCode, response::IntoResponse};
use model::{
    Timestamp,
    process::{Process, difference, has_errors, parse},
};
use serde::{Deserialize, Serialize};
use store::{NewVersion, ProcessVersion, VersionMark, VersionState};
use utoipa::{IntoParams, ToSchema};

use super::{
    Which, Written,
    current::{SavedProcess, same_process},
    draft, flawed, looked_over, moving, note,
};
use crate::{
    guard::{Actor, IfMatch},
    live::News,
    problem::{Answer, Json, Path, Problem, Query},
    processes::Active,
    state::App,
};

/// How a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Waits to be looked over.
    Proposed,
    /// Deals begin with it.
    Active,
    /// Deals began with it, until another became active.
    Replaced,
    /// Was not wanted.
    Declined,
}

/// A version among others.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionLine {
    /// Its number.
    pub version: i64,
    /// How it stands.
    pub standing: Standing,
    /// What was changed and why.
    pub note: String,
    /// By whom.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// What became of it, in order of time.
    pub marks: Vec<StandingMark>,
    /// Open deals that go by it.
    pub open_deals: u64,
    /// What it changes of the version before, in sentences.
    pub changes: Vec<String>,
}

/// Something became of a version.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingMark {
    /// What it became.
    pub became: Standing,
    /// Why.
    pub note: String,
    /// By whom.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl From<VersionState> for Standing {
    fn from(state: VersionState) -> Self {
        match state {
            VersionState::Proposed => Self::Proposed,
            VersionState::Active => Self::Active,
            VersionState::Declined => Self::Declined,
        }
    }
}

/// How many.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Last {
    /// The process's id; the first one if left out.
    pub process: Option<String>,
    /// The last so many versions, 1 to 100.
    pub limit: usize,
}

impl Default for Last {
    fn default() -> Self {
        Self { process: None, limit: 20 }
    }
}

/// The versions of the process, the latest first.
#[utoipa::path(get, path = "/process/versions", tag = "Define", params(Last), responses((status = 200, body = Vec<VersionLine>)))]
pub async fn list(State(app): State<App>, Query(last): Query<Last>) -> Answer<Json<Vec<VersionLine>>> {
    let Some(active) = (Which { process: last.process }).find(&app).await? else { return Ok(Json(Vec::new())) };
    let versions = app.store.process_versions(active.saved.process).await?;
    let marks = app.store.version_marks(active.saved.process).await?;
    let deals = moving::open_by_version(&app, &active).await?;
    let limit = last.limit.clamp(1, 100);
    let read: Vec<Option<Process>> = versions.iter().take(limit + 1).map(|v| parse(&v.toml).ok()).collect();
    let lines = versions.into_iter().take(limit).enumerate().map(|(i, version)| {
        let before = read.get(i + 1).and_then(Option::as_ref);
        let changes = before.zip(read[i].as_ref()).map_or_else(Vec::new, |(b, a)| difference(b, a));
        line(version, &marks, active.saved.version, &deals, changes)
    });
    Ok(Json(lines.collect()))
}

fn line(
    saved: ProcessVersion,
    marks: &[VersionMark],
    active: i64,
    deals: &HashMap<i64, u64>,
    changes: Vec<String>,
) -> VersionLine {
    let own = marks.iter().filter(|m| m.version == saved.version);
    let standing = match own.clone().next_back().map(|m| m.state) {
        Some(VersionState::Active) if saved.version != active => Standing::Replaced,
        state => state.map_or(Standing::Proposed, Standing::from),
    };
    let mark =
        |m: &VersionMark| StandingMark { became: m.state.into(), note: m.note.clone(), by: m.by.clone(), at: m.at };
    VersionLine {
        version: saved.version,
        standing,
        note: saved.note,
        by: saved.by,
        at: saved.at,
        marks: own.map(mark).collect(),
        open_deals: deals.get(&saved.version).copied().unwrap_or_default(),
        changes,
    }
}

async fn found(app: &App, active: &Active, number: i64) -> Answer<(Process, ProcessVersion)> {
    let saved = app.store.process_version(active.saved.process, number).await?;
    let saved = saved.ok_or_else(|| Problem::not_found(format!("The process has no version {number}.")))?;
    Ok((parse(&saved.toml).map_err(flawed)?, saved))
}

/// One version of the process.
#[utoipa::path(get, path = "/process/versions/{version}", tag = "Define", params(("version" = i64, Path), Which),
    responses((status = 200, body = SavedProcess)))]
pub async fn one(
    State(app): State<App>,
    who: Actor,
    Path(number): Path<i64>,
    Query(which): Query<Which>,
) -> Answer<Json<SavedProcess>> {
    let missing = || Problem::not_found(format!("The process has no version {number}."));
    let active = which.find(&app).await?.ok_or_else(missing)?;
    let (process, saved) = found(&app, &active, number).await?;
    Ok(Json(SavedProcess::new(&app, process, saved, who.language).await?))
}

/// Proposes a version, to be looked over and made active: what is sent, or the draft, which is then gone.
#[utoipa::path(post, path = "/process/versions", tag = "Define", params(Which), request_body = Written,
    responses((status = 201, body = SavedProcess)))]
pub async fn propose(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Json(mut written): Json<Written>,
) -> Answer<impl IntoResponse> {
    let active = which.needed(&app).await?;
    let of_draft = written.toml.is_none() && written.process.is_none();
    if of_draft {
        let nothing = || Problem::conflict("Nothing has been changed yet, so there is nothing to propose.");
        written.toml = Some(draft::text(&app, &active).await?.ok_or_else(nothing)?);
    }
    let (process, toml) = written.sound(&app, Some(&active.saved.toml)).await?;
    same_process(&active.process, &process)?;
    let new =
        NewVersion { name: &process.name, toml: &toml, note: &written.note()?, by: Some(&who.name), at: app.now() };
    let saved = app.store.propose_version(active.saved.process, new).await?;
    if of_draft {
        draft::take(&app, &active, &who).await?;
    }
    app.live.tell(News::Process { version: saved.version });
    Ok((StatusCode::CREATED, Json(SavedProcess::new(&app, process, saved, who.language).await?)))
}

/// How a version becomes active.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct Activation {
    /// Why.
    #[serde(default)]
    pub note: String,
    /// Where open deals go whose stage the version has no more: its id, and the id of a stage of the version, or `stay`
    /// for deals that go on by their own version.
    #[serde(default)]
    pub stages: BTreeMap<String, String>,
    /// True: all open deals of the process go by this version from now on; else each stays on the one it began with.
    #[serde(default)]
    pub move_deals: bool,
}

/// A version that became active.
#[derive(Debug, Serialize, ToSchema)]
pub struct Activated {
    /// It. A version that was active before comes back as a new one.
    pub saved: SavedProcess,
    /// Open deals that were moved to it.
    pub moved: u64,
}

/// Makes a version active: deals begin with it from now on. `If-Match` bears the version that is active so far.
#[utoipa::path(post, path = "/process/versions/{version}/activate", tag = "Define",
    params(("version" = i64, Path), Which, ("if-match" = String, Header)), request_body = Activation,
    responses((status = 200, body = Activated)))]
pub async fn activate(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(number): Path<i64>,
    Query(which): Query<Which>,
    Json(how): Json<Activation>,
) -> Answer<Json<Activated>> {
    let (active, seen) = (which.needed(&app).await?, seen.needed()?);
    seen_is_active(seen, active.saved.version)?;
    if number == active.saved.version {
        return Err(Problem::conflict(format!("Version {number} is active already.")));
    }
    let (process, mut saved) = found(&app, &active, number).await?;
    let findings = looked_over(&app, &process, &saved.toml).await?;
    if has_errors(&findings) {
        return Err(flawed(findings));
    }
    let moved = if how.move_deals { moving::Who::All } else { moving::Who::Lost };
    let plan = moving::plan(&app, &active, &process, &how.stages, &moved).await?;
    let (why, by, at) = (note(&how.note)?, Some(who.name.as_str()), app.now());
    let marks = app.store.version_marks(active.saved.process).await?;
    if marks.iter().any(|m| m.version == number && m.state == VersionState::Active) {
        let back = format!("Back to version {number}");
        let note = if why.is_empty() { &back } else { &why };
        let new = NewVersion { name: &process.name, toml: &saved.toml, note, by, at };
        saved = app.store.save_process(active.saved.process, seen, new).await?;
    } else {
        let mark =
            VersionMark { version: number, state: VersionState::Active, note: why, by: by.map(str::to_owned), at };
        app.store.mark_version(active.saved.process, seen, mark).await?;
    }
    let moved = moving::carry_out(&app, &who, &process, saved.version, plan).await?;
    app.live.tell(News::Process { version: saved.version });
    Ok(Json(Activated { saved: SavedProcess::new(&app, process, saved, who.language).await?, moved }))
}

fn seen_is_active(seen: i64, active: i64) -> Answer<()> {
    if seen == active {
        return Ok(());
    }
    Err(Problem::stale(format!("You have seen version {seen} active; it is version {active} now. Look again.")))
}

/// Why a version is not wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct Declining {
    /// The reason, for who proposed it.
    #[serde(default)]
    pub note: String,
}

/// Declines a proposed version.
#[utoipa::path(post, path = "/process/versions/{version}/decline", tag = "Define", params(("version" = i64, Path), Which),
    request_body = Declining, responses((status = 204)))]
pub async fn decline(
    State(app): State<App>,
    who: Actor,
    Path(number): Path<i64>,
    Query(which): Query<Which>,
    Json(why): Json<Declining>,
) -> Answer<StatusCode> {
    let active = which.needed(&app).await?;
    let marks = app.store.version_marks(active.saved.process).await?;
    if marks.iter().rev().find(|m| m.version == number).is_none_or(|m| m.state != VersionState::Proposed) {
        return Err(Problem::conflict(format!("Version {number} does not wait to be looked over.")));
    }
    let note = super::text("note", &why.note)?;
    let mark = VersionMark { version: number, state: VersionState::Declined, note, by: Some(who.name), at: app.now() };
    app.store.mark_version(active.saved.process, active.saved.version, mark).await?;
    app.live.tell(News::Process { version: number });
    Ok(StatusCode::NO_CONTENT)
}

/// Which two.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Two {
    /// The process's id; the first one if left out.
    #[serde(default)]
    pub process: Option<String>,
    /// The number of the older version.
    pub from: i64,
    /// The number of the newer one; the draft if left out.
    #[serde(default)]
    pub to: Option<i64>,
}

/// Two versions side by side.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comparison {
    /// What changed, in sentences.
    pub changes: Vec<String>,
    /// The older one.
    pub from: Process,
    /// Its text.
    pub from_toml: String,
    /// The newer one; none for a draft that cannot be read.
    pub to: Option<Process>,
    /// Its text.
    pub to_toml: String,
}

/// Compares two versions, or a version with the draft.
#[utoipa::path(get, path = "/process/compare", tag = "Define", params(Two), responses((status = 200, body = Comparison)))]
pub async fn compare(State(app): State<App>, Query(two): Query<Two>) -> Answer<Json<Comparison>> {
    let active = Which { process: two.process }.needed(&app).await?;
    let (from, from_saved) = found(&app, &active, two.from).await?;
    let (to, to_toml) = match two.to {
        Some(number) => {
            let (to, saved) = found(&app, &active, number).await?;
            (Some(to), saved.toml)
        }
        None => {
            let text = draft::text(&app, &active).await?.unwrap_or_else(|| active.saved.toml.clone());
            (parse(&text).ok(), text)
        }
    };
    let changes = to.as_ref().map_or_else(Vec::new, |to| difference(&from, to));
    Ok(Json(Comparison { changes, from, from_toml: from_saved.toml, to, to_toml }))
}
