//! Sequences: planned touches, and how they do.

pub mod deal;

use axum::{extract::State, http::StatusCode};
use insight::stats::proportion::wilson;
use model::sequence::{Sequence, SequenceFigures, StepFigures, enrolments, figures, problems};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    routes::users::text,
    sequences::SEQUENCE,
    state::App,
};

/// All routes about sequences.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, remove))
        .routes(routes!(report))
        .routes(routes!(deal::list, deal::enrol))
        .routes(routes!(deal::step))
        .routes(routes!(deal::end))
}

/// A sequence as it is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct SequenceLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`. Who is in it goes by the version they began with.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub sequence: Sequence,
    /// Who is in it now.
    pub running: u64,
}

async fn kept(app: &App) -> Answer<Vec<SequenceLine>> {
    let running = app.store.running_enrolments().await?;
    let records = app.store.records(SEQUENCE).await?.into_iter();
    let line = |record: store::Record| {
        Some(SequenceLine {
            id: record.id,
            version: record.version,
            sequence: serde_json::from_value(record.content).ok()?,
            running: running.iter().filter(|e| e.sequence == record.id).count() as u64,
        })
    };
    let mut all: Vec<SequenceLine> = records.filter_map(line).collect();
    all.sort_by(|a, b| a.sequence.name.cmp(&b.sequence.name));
    Ok(all)
}

/// The sequences by name.
#[utoipa::path(get, path = "/sequences", tag = "Run", responses((status = 200, body = Vec<SequenceLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<SequenceLine>>> {
    Ok(Json(kept(&app).await?))
}

/// Adds a sequence.
#[utoipa::path(post, path = "/sequences", tag = "Run", request_body = Sequence, responses((status = 201, body = SequenceLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(new): Json<Sequence>,
) -> Answer<(StatusCode, Json<SequenceLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, new).await?)))
}

/// Changes a sequence, for who is taken in from now on.
#[utoipa::path(put, path = "/sequences/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Sequence, responses((status = 200, body = SequenceLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(new): Json<Sequence>,
) -> Answer<Json<SequenceLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, new).await?))
}

/// Removes a sequence: nobody is taken in any more. Who is in it goes on to its end.
#[utoipa::path(delete, path = "/sequences/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(SEQUENCE, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, mut sequence: Sequence) -> Answer<SequenceLine> {
    sequence.name = text("name", &sequence.name)?;
    let mut wrong = problems(&sequence).into_iter();
    if let Some((field, says)) = wrong.next() {
        let problem = Problem::field(&field, says);
        return Err(wrong.fold(problem, |problem, (field, says)| problem.with_error(field, says)));
    }
    let known = kept(app).await?;
    if known.iter().any(|line| line.id != id && line.sequence.name == sequence.name) {
        return Err(Problem::field("name", format!("There is a sequence called “{}” already.", sequence.name)));
    }
    if !sequence.process.is_empty() && !app.processes().await?.iter().any(|p| p.process.id == sequence.process) {
        return Err(Problem::field("process", "There is no such way of selling."));
    }
    let content = serde_json::to_value(&sequence).map_err(Problem::internal)?;
    let kept = app.store.keep_record(SEQUENCE, id, seen, Some(content), Some(&who.name), app.now()).await?;
    let running = known.iter().find(|line| line.id == id).map_or(0, |line| line.running);
    Ok(SequenceLine { id, version: kept.version, sequence, running })
}

/// A share of those enrolled, with its interval at 95 % (Wilson).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SequenceShare)]
pub struct Share {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
    /// Lower end of the interval, as a fraction; none of nobody.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl Share {
    fn of(count: u64, of: u64) -> Self {
        let interval = wilson(count, of);
        Self { count, of, low: interval.map(|(low, _)| low), high: interval.map(|(_, high)| high) }
    }
}

/// How a step does.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepReport {
    /// Its counts.
    #[serde(flatten)]
    pub figures: StepFigures,
    /// Answers that came after it and before the next.
    pub reply: Share,
    /// Meetings that were agreed then.
    pub meeting: Share,
}

/// How a sequence does, over all of its versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct SequenceReport {
    /// Who went through it or does.
    pub enrolled: u64,
    /// Who is in it now.
    pub running: u64,
    /// Who does not want to be written to.
    pub unsubscribed: u64,
    /// Who answered.
    pub reply: Share,
    /// With whom a meeting was agreed.
    pub meeting: Share,
    /// By step, in order.
    pub steps: Vec<StepReport>,
}

impl From<SequenceFigures> for SequenceReport {
    fn from(all: SequenceFigures) -> Self {
        let step = |figures: StepFigures| StepReport {
            reply: Share::of(figures.replied, figures.done),
            meeting: Share::of(figures.meetings, figures.done),
            figures,
        };
        Self {
            enrolled: all.enrolled,
            running: all.running,
            unsubscribed: all.unsubscribed,
            reply: Share::of(all.replied, all.enrolled),
            meeting: Share::of(all.meetings, all.enrolled),
            steps: all.steps.into_iter().map(step).collect(),
        }
    }
}

/// How a sequence does: who was taken in, what was sent, who answered, with whom a meeting was agreed.
#[utoipa::path(get, path = "/sequences/{id}/figures", tag = "Run", params(("id" = Uuid, Path)),
    responses((status = 200, body = SequenceReport)))]
pub async fn report(State(app): State<App>, Path(id): Path<Uuid>) -> Answer<Json<SequenceReport>> {
    let gone = || Problem::not_found("There is no such sequence.");
    let record = app.store.record_versions(SEQUENCE, id).await?.into_iter().next().ok_or_else(gone)?;
    let sequence: Sequence = serde_json::from_value(record.content).map_err(Problem::internal)?;
    let mut deals: Vec<_> = app.store.enrolments_of_sequence(id).await?.iter().map(|e| e.deal).collect();
    deals.sort_unstable();
    deals.dedup();
    let mut all = Vec::new();
    for some in deals.chunks(500) {
        let events = app.store.events_of(some).await?;
        all.extend(events.values().flat_map(|events| enrolments(events)));
    }
    let own = id.to_string();
    all.retain(|e| e.sequence == own);
    Ok(Json(figures(&sequence, &all).into()))
}
