//! Targets of metrics: where they are to stay, how it stands, and what would have rung.

use axum::{extract::State, http::StatusCode};
use insight::measure::{
    Step,
    target::{Became, Change, History, Point},
};
use jiff::ToSpan;
use model::{
    Timestamp,
    metric::{Metric, Target, TargetStep},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
    targets::{Kept, KeptTarget, MOST, TARGET, change_id},
};

/// Steps and changes that a list shows of a target, at most.
const SHOWN: usize = 26;
/// Times that are named one by one.
const NAMED: usize = 5;

/// All routes about targets.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change, remove)).routes(routes!(preview))
}

/// All targets.
#[derive(Debug, Serialize, ToSchema)]
pub struct Targets {
    /// Those that have left their band first, then those that cannot be judged, each by name.
    pub targets: Vec<TargetLine>,
    /// Up to where the data reaches: steps that end until then are over.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub reach: Option<Timestamp>,
}

/// A target and how it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The target.
    pub target: Target,
    /// What its metric is called; none where that is gone.
    pub metric_name: Option<String>,
    /// Steps that were over before are shown, and nobody is told of them.
    #[schema(value_type = String, format = "date-time")]
    pub since: Timestamp,
    /// How it went; the last 26 steps and changes.
    pub history: History,
    /// Ids of those changes, by which notices name them.
    pub change_ids: Vec<Uuid>,
}

/// What a target would have done.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetPreview {
    /// How it went.
    pub history: History,
    /// What would have rung in the last year of the data.
    pub rings: Vec<Change>,
    /// In words.
    pub says: String,
}

/// The targets, and how each stands.
#[utoipa::path(get, path = "/targets", tag = "Measure", responses((status = 200, body = Targets)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Targets>> {
    let reach = app.reach().await?;
    let mut targets = Vec::new();
    for kept in app.targets().await? {
        targets.push(shown(&app, kept, reach).await?);
    }
    targets.sort_by_key(|line| (!line.history.now.outside, line.history.trouble.is_none()));
    Ok(Json(Targets { targets, reach }))
}

/// Sets a target. From now on it is looked at whenever a step is over.
#[utoipa::path(post, path = "/targets", tag = "Measure", request_body = Target, responses((status = 201, body = TargetLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(target): Json<Target>,
) -> Answer<(StatusCode, Json<TargetLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, (Uuid::now_v7(), 0), target).await?)))
}

/// Changes it. One that looks at something else begins anew: of steps that are over nobody is told.
#[utoipa::path(put, path = "/targets/{id}", tag = "Measure", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Target, responses((status = 200, body = TargetLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(target): Json<Target>,
) -> Answer<Json<TargetLine>> {
    Ok(Json(keep(&app, &who, (id, seen.needed()?), target).await?))
}

/// Takes it away.
#[utoipa::path(delete, path = "/targets/{id}", tag = "Measure", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(TARGET, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a target would have done, before it is set.
#[utoipa::path(post, path = "/targets/preview", tag = "Measure", request_body = Target,
    responses((status = 200, body = TargetPreview)))]
pub async fn preview(State(app): State<App>, Json(target): Json<Target>) -> Answer<Json<TargetPreview>> {
    let reach = app.reach().await?;
    let (_, history) = sound(&app, &target, reach).await?;
    let (rings, says) = last_year(&history, target.step, reach);
    Ok(Json(TargetPreview { history, rings, says }))
}

/// A target that holds together, worked out.
async fn sound(app: &App, target: &Target, reach: Option<Timestamp>) -> Answer<(Metric, History)> {
    target.check().map_err(|error| Problem::field(&error.path, error.says))?;
    let (metric, history) = app.target_history(target, reach).await?;
    let unknown = || Problem::field("metric", format!("There is no metric {:?}.", target.metric));
    Ok((metric.ok_or_else(unknown)?, history))
}

async fn keep(app: &App, who: &Actor, (id, seen): (Uuid, i64), mut target: Target) -> Answer<TargetLine> {
    let (now, reach) = (app.now(), app.reach().await?);
    let known = app.targets().await?;
    let before = known.iter().find(|line| line.id == id).map(|line| &line.kept);
    if seen == 0 && known.len() >= MOST {
        return Err(Problem::conflict(format!("There are {MOST} targets already; take one away first.")));
    }
    target.name = target.name.trim().to_owned();
    let (_, history) = sound(app, &target, reach).await?;
    let people = target.people.take().or_else(|| before.and_then(|kept| kept.target.people.clone()));
    let people = people.unwrap_or_else(|| vec![who.id]);
    let users = app.store.users().await?;
    if people.iter().any(|id| !users.iter().any(|user| user.id == *id && !user.disabled)) {
        return Err(Problem::field("people", "One of them cannot sign in here; choose again."));
    }
    target.people = Some(people);
    let same = before.filter(|kept| kept.target.judges_like(&target) && kept.currency == history.currency);
    let kept = Kept { since: same.map_or(now, |kept| kept.since), target, currency: history.currency };
    let content = serde_json::to_value(&kept).map_err(Problem::internal)?;
    let record = app.store.keep_record(TARGET, id, seen, Some(content), Some(&who.name), now).await?;
    shown(app, KeptTarget { id, version: record.version, kept }, reach).await
}

async fn shown(app: &App, line: KeptTarget, reach: Option<Timestamp>) -> Answer<TargetLine> {
    let KeptTarget { id, version, kept } = line;
    let (metric, mut history) = app.kept_history(&kept, reach).await?;
    history.steps.drain(..history.steps.len().saturating_sub(SHOWN));
    history.changes.drain(..history.changes.len().saturating_sub(SHOWN));
    let change_ids = history.changes.iter().map(|change| change_id(id, change)).collect();
    let metric_name = metric.map(|metric| metric.name);
    Ok(TargetLine { id, version, target: kept.target, metric_name, since: kept.since, history, change_ids })
}

/// What changed in the year before a moment, and that in words. Pure.
fn last_year(history: &History, step: TargetStep, reach: Option<Timestamp>) -> (Vec<Change>, String) {
    let year = |reach: Timestamp| reach.to_zoned_datetime(jiff::tz::TimeZone::UTC).checked_sub(1.year()).ok();
    let begin = reach.and_then(year).map_or(Timestamp::MIN, |year| year.timestamp());
    let rings: Vec<Change> = history.changes.iter().filter(|change| change.to > begin).cloned().collect();
    let steps: Vec<&Point> = history.steps.iter().filter(|point| point.to > begin).collect();
    let judged = steps.iter().filter(|point| point.place.is_judged()).count();
    let word = Step::from(step).word();
    if let Some(trouble) = &history.trouble {
        return (rings, format!("{trouble}."));
    }
    if judged == 0 {
        let why = steps.last().map(|point| format!(" {}.", point.says)).unwrap_or_default();
        return (rings, format!("No {word} of the last year can be judged, so it would never have rung.{why}"));
    }
    let left: Vec<&Change> = rings.iter().filter(|change| change.became == Became::Left).collect();
    let times = match (left.len(), rings.len()) {
        (_, 0) => "In the last year this would never have rung".to_owned(),
        (0, _) => "In the last year this would have rung once, as it came back".to_owned(),
        (1, _) => format!("In the last year this would have rung once: {}", left[0].says),
        (n, _) => {
            let named: Vec<&str> = left.iter().rev().take(NAMED).rev().map(|change| change.says.as_str()).collect();
            let more = if n > NAMED { "; the last of them: " } else { ": " };
            format!("In the last year this would have rung {n} times{more}{}", named.join("; "))
        }
    };
    let now = if history.now.outside { " It is outside now." } else { "" };
    let unjudged = match steps.len() - judged {
        0 => String::new(),
        n => format!(" Of {} {word}s {n} cannot be judged.", steps.len()),
    };
    (rings, format!("{times}.{now}{unjudged}"))
}
