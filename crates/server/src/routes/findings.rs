//! What was found out about a prospect.

use axum::{extract::State, http::StatusCode};
use model::{
    Event,
    event::kind,
    ids::DealId,
    objection::named,
    research::{self, DealFinding, FindingKind, findings},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::deals::found;
use crate::{
    deal_view::blank,
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const LONGEST: usize = 1_000;
const LONGEST_LINK: usize = 2_000;
/// Findings of a deal, at most.
const MOST: usize = 300;

/// All routes about findings.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, note)).routes(routes!(strike)).routes(routes!(restore))
}

/// Something that was found out.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewFinding {
    /// What it is about.
    pub kind: FindingKind,
    /// What was found out.
    pub text: String,
    /// Where: an address on the web.
    #[serde(default)]
    pub link: String,
    /// Of an objection: the id of the one of the process, if it is one of these.
    #[serde(default)]
    pub objection: String,
}

/// What was found out about the prospect of a deal, in the order in which it was noted.
#[utoipa::path(get, path = "/deals/{id}/findings", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Vec<DealFinding>)))]
pub async fn list(State(app): State<App>, Path(id): Path<DealId>) -> Answer<Json<Vec<DealFinding>>> {
    found(&app, id).await?;
    Ok(Json(findings(&app.store.events(id).await?)))
}

/// Notes something that was found out.
#[utoipa::path(post, path = "/deals/{id}/findings", tag = "Run", params(("id" = DealId, Path)), request_body = NewFinding,
    responses((status = 201, body = Vec<DealFinding>)))]
pub async fn note(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewFinding>,
) -> Answer<(StatusCode, Json<Vec<DealFinding>>)> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let text = words("text", &new.text, LONGEST)?;
    if text.is_empty() {
        return Err(Problem::field("text", "This must not be empty."));
    }
    let link = words("link", &new.link, LONGEST_LINK)?;
    let is_web = ["http://", "https://"].iter().any(|start| link.to_lowercase().starts_with(start));
    if !link.is_empty() && (!is_web || link.contains(char::is_whitespace)) {
        return Err(Problem::field("link", "An address on the web begins with https:// or http://."));
    }
    let objection = match new.objection.trim() {
        "" => String::new(),
        id => {
            let processes = app.processes().await?;
            let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
            let known = process.and_then(|process| named(&process.objections, id));
            known
                .map(|objection| objection.id.clone())
                .ok_or_else(|| Problem::field("objection", format!("The process has no objection {id:?}.")))?
        }
    };
    if findings(&app.store.events(id).await?).len() >= MOST {
        return Err(Problem::conflict(format!("This deal has {MOST} findings. Write a note instead.")));
    }
    let id_of_finding = uuid::Uuid::now_v7().to_string();
    let attributes = [
        (research::ID, id_of_finding),
        (research::TAG, new.kind.word().to_owned()),
        (research::TEXT, text),
        (research::LINK, link),
        (research::OBJECTION, objection),
    ];
    let given = attributes.into_iter().filter(|(_, value)| !value.is_empty());
    let event = Event {
        kind: kind::FINDING_NOTED.into(),
        activity: "Found out".into(),
        actor: Some(who.name.clone()),
        attributes: given.map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(id, app.now())
    };
    app.append(id, None, vec![event]).await?;
    Ok((StatusCode::CREATED, list(State(app), Path(id)).await?))
}

/// Strikes out what is not so. It stays in the time line.
#[utoipa::path(post, path = "/deals/{id}/findings/{finding}/strike", tag = "Run",
    params(("id" = DealId, Path), ("finding" = String, Path)), responses((status = 200, body = Vec<DealFinding>)))]
pub async fn strike(
    State(app): State<App>,
    who: Actor,
    Path((id, finding)): Path<(DealId, String)>,
) -> Answer<Json<Vec<DealFinding>>> {
    marked(app, &who, id, &finding, true).await
}

/// What was struck out stands after all.
#[utoipa::path(post, path = "/deals/{id}/findings/{finding}/restore", tag = "Run",
    params(("id" = DealId, Path), ("finding" = String, Path)), responses((status = 200, body = Vec<DealFinding>)))]
pub async fn restore(
    State(app): State<App>,
    who: Actor,
    Path((id, finding)): Path<(DealId, String)>,
) -> Answer<Json<Vec<DealFinding>>> {
    marked(app, &who, id, &finding, false).await
}

async fn marked(app: App, who: &Actor, id: DealId, finding: &str, struck: bool) -> Answer<Json<Vec<DealFinding>>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let all = findings(&app.store.events(id).await?);
    let known = all.iter().find(|known| known.id == finding);
    let known = known.ok_or_else(|| Problem::not_found("The deal has no such finding."))?;
    if known.struck == struck {
        return Ok(Json(all));
    }
    let (kind, activity) = match struck {
        true => (kind::FINDING_STRUCK, "Finding struck out"),
        false => (kind::FINDING_RESTORED, "Finding restored"),
    };
    let attributes = [(research::ID, finding), (research::TEXT, &known.text)];
    let event = Event {
        kind: kind.into(),
        activity: activity.into(),
        actor: Some(who.name.clone()),
        attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        ..blank(id, app.now())
    };
    app.append(id, None, vec![event]).await?;
    list(State(app), Path(id)).await
}

/// Words without blanks around them, of at most so many characters.
pub(super) fn words(field: &str, text: &str, most: usize) -> Answer<String> {
    let text = text.trim();
    match text.chars().count() {
        n if n > most => Err(Problem::field(field, format!("At most {most} characters, please."))),
        _ => Ok(text.to_owned()),
    }
}
