//! The brief of a meeting: made for one prospect, the same for everybody who comes.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse,
};
use jiff::tz::TimeZone;
use manual::brief::{Brief, BriefChoices, Sources, compose, persona_of, print};
use model::{
    Deal, Event, Timestamp,
    ids::DealId,
    meeting::{Meeting, meetings},
    objection::{DealObjection, objections},
    people::{DealPerson, people},
    process::{Facts, Process},
    research::{DealFinding, findings},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::deals::found;
use crate::{
    guard::{Actor, IfMatch},
    played::Use,
    printing,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// The kind of record that the choices for a brief are; its id is the deal's.
const BRIEF: &str = "brief";

/// All routes about briefs.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see, choose)).routes(routes!(pdf))
}

/// A brief and what was chosen for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct BriefPage {
    /// The brief.
    pub brief: Brief,
    /// What somebody chose; what is left out is filled in.
    pub choices: BriefChoices,
    /// Counts the changes of the choices, for `If-Match`; 0 where nobody has chosen.
    pub version: i64,
    /// Who chose last.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
    /// Whether who asks may choose.
    pub may_change: bool,
}

/// Everything that a brief is made from, owned.
pub(super) struct Material {
    pub deal: Deal,
    pub events: Vec<Event>,
    pub process: Arc<Process>,
    pub usage: Option<Arc<Use>>,
    pub choices: BriefChoices,
    kept: Kept,
    findings: Vec<DealFinding>,
    people: Vec<DealPerson>,
    meetings: Vec<Meeting>,
    objections: Vec<DealObjection>,
    answers: Vec<(String, String)>,
}

/// What is known of the choices.
struct Kept {
    version: i64,
    by: Option<String>,
    at: Option<Timestamp>,
}

impl Material {
    pub(super) async fn of(app: &App, who: &Actor, deal: Deal) -> Answer<Self> {
        let record = app.store.record(BRIEF, deal.id.0).await?;
        let kept = Kept {
            version: record.as_ref().map_or(0, |r| r.version),
            by: record.as_ref().and_then(|r| r.by.clone()),
            at: record.as_ref().map(|r| r.at),
        };
        let choices: BriefChoices =
            record.and_then(|record| serde_json::from_value(record.content).ok()).unwrap_or_default();
        let events = app.store.events(deal.id).await?;
        let processes = app.processes().await?;
        let active = processes.of_deal(&deal).map(|active| (active.saved.process, active.of_deal(&deal)));
        let process = Arc::new(active.map_or_else(Process::default, |(_, (process, _))| process.clone()));
        let usage = match active {
            // While the log is being read, a brief can be made all the same.
            Some((id, (_, version))) => {
                app.played((id, version), &process, persona_of(&process, &deal, &choices)).await.ok()
            }
            None => None,
        };
        let facts =
            Facts { deal: &deal, events: &events, now: app.now(), schemes: &process.schemes, language: who.language };
        let answers = answers(&process, &facts);
        Ok(Self {
            findings: findings(&events),
            people: people(&events),
            meetings: meetings(&events),
            objections: objections(&events, &process.objections),
            answers,
            deal,
            process,
            usage,
            choices,
            kept,
            events,
        })
    }

    pub(super) fn sources<'a>(&'a self, company: &'a str, zone: &'a TimeZone) -> Sources<'a> {
        Sources {
            company,
            deal: &self.deal,
            process: &self.process,
            stage: self.process.standing(&self.deal),
            findings: &self.findings,
            people: &self.people,
            meetings: &self.meetings,
            objections: &self.objections,
            answers: &self.answers,
            usage: self.usage.as_deref().map(|used| &used.usage),
            choices: &self.choices,
            zone,
        }
    }
}

/// What was answered to questions of the process: in the words of the process, those of its schemes too.
fn answers(process: &Process, facts: &Facts<'_>) -> Vec<(String, String)> {
    let of_stages = process.stages.iter().flat_map(|s| &s.questions).map(|q| (q.id.as_str(), q.name.as_str()));
    let of_schemes = process.schemes.iter().flat_map(|s| &s.questions).map(|q| (q.id.as_str(), q.asks.as_str()));
    let mut all: Vec<(&str, String, String)> = Vec::new();
    for (id, asks) in of_stages.chain(of_schemes) {
        if let Some(answer) = facts.answer_to(id).filter(|_| !all.iter().any(|(known, ..)| *known == id)) {
            all.push((id, asks.to_owned(), answer.to_owned()));
        }
    }
    all.into_iter().map(|(_, asks, answer)| (asks, answer)).collect()
}

async fn made(app: &App, material: &Material) -> Answer<Brief> {
    let company = printing::imprint(app).await?.company;
    let zone = app.work().await?.zone;
    Ok(compose(&material.sources(&company, &zone)))
}

async fn page(app: &App, who: &Actor, deal: Deal) -> Answer<Json<BriefPage>> {
    let may_change = who.may_change(&deal).is_ok();
    let material = Material::of(app, who, deal).await?;
    let brief = made(app, &material).await?;
    let Material { choices, kept: Kept { version, by, at }, .. } = material;
    Ok(Json(BriefPage { brief, choices, version, by, at, may_change }))
}

/// The brief of a deal's next meeting.
#[utoipa::path(get, path = "/deals/{id}/brief", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = BriefPage)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<BriefPage>> {
    let deal = found(&app, id).await?;
    page(&app, &who, deal).await
}

/// Chooses what stands in the brief, for everybody. `If-Match` bears the version seen, 0 for the first choice.
#[utoipa::path(put, path = "/deals/{id}/brief", tag = "Run", params(("id" = DealId, Path), ("if-match" = String, Header)),
    request_body = BriefChoices, responses((status = 200, body = BriefPage)))]
pub async fn choose(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<DealId>,
    Json(choices): Json<BriefChoices>,
) -> Answer<Json<BriefPage>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    choices.check().map_err(|(field, message)| Problem::field(&field, message))?;
    let content = serde_json::to_value(&choices).map_err(Problem::internal)?;
    app.store.keep_record(BRIEF, id.0, seen.needed()?, Some(content), Some(&who.name), app.now()).await?;
    page(&app, &who, deal).await
}

/// The brief on one page (PDF).
#[utoipa::path(get, path = "/deals/{id}/brief.pdf", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn pdf(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    let material = Material::of(&app, &who, deal).await?;
    let brief = made(&app, &material).await?;
    // As of the last thing that it could be made from: the same brief makes the same bytes.
    let told = material.events.iter().filter(|e| !e.undated).map(|e| e.at).max();
    let at = told.into_iter().chain(material.kept.at).max().unwrap_or_default();
    let printed = tokio::task::spawn_blocking(move || print(&brief, at)).await.map_err(Problem::internal)?;
    Ok((pdf_headers("brief.pdf")?, printed.map_err(Problem::internal)?.pdf))
}

/// The headers of a PDF that is shown and can be kept under this name.
pub(super) fn pdf_headers(name: &str) -> Answer<HeaderMap> {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' }).collect();
    let values = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{plain}\"")),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    let value = |(name, text): (header::HeaderName, String)| Ok((name, text.parse().map_err(Problem::internal)?));
    values.into_iter().map(value).collect()
}
