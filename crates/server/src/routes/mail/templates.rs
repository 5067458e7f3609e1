//! Letters to begin with.

use axum::{extract::State, http::StatusCode};
use model::letter::PLACES;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    mail::post,
    problem::{Answer, Json, Path, Problem},
    routes::users::text,
    state::App,
};

/// The kind of record that a letter is.
const TEMPLATE: &str = "mail-template";

/// A letter to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailTemplate {
    /// Its name, unique.
    pub name: String,
    /// The subject, with places to be filled.
    pub subject: String,
    /// The text, with places to be filled.
    pub body: String,
}

/// A letter as it is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailTemplateLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub template: MailTemplate,
}

/// A place in letters.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterPlace {
    /// Its name, written `{{name}}`.
    pub name: &'static str,
    /// What stands there.
    pub says: &'static str,
}

/// The letters, and the places that can be filled in each.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailTemplates {
    /// By name.
    pub templates: Vec<MailTemplateLine>,
    /// Places; also each attribute of a deal by its name.
    pub places: Vec<LetterPlace>,
}

async fn all(app: &App) -> Answer<Vec<MailTemplateLine>> {
    let records = app.store.records(TEMPLATE).await?.into_iter();
    let line = |record: store::Record| {
        let template = serde_json::from_value(record.content).ok()?;
        Some(MailTemplateLine { id: record.id, version: record.version, template })
    };
    let mut all: Vec<MailTemplateLine> = records.filter_map(line).collect();
    all.sort_by(|a, b| a.template.name.cmp(&b.template.name));
    Ok(all)
}

/// The letters to begin with.
#[utoipa::path(get, path = "/mail/templates", tag = "Mail", responses((status = 200, body = MailTemplates)))]
pub async fn list(State(app): State<App>) -> Answer<Json<MailTemplates>> {
    let places = PLACES.into_iter().map(|(name, says)| LetterPlace { name, says }).collect();
    Ok(Json(MailTemplates { templates: all(&app).await?, places }))
}

/// Adds a letter.
#[utoipa::path(post, path = "/mail/templates", tag = "Mail", request_body = MailTemplate,
    responses((status = 201, body = MailTemplateLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(new): Json<MailTemplate>,
) -> Answer<(StatusCode, Json<MailTemplateLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, new).await?)))
}

/// Changes a letter.
#[utoipa::path(put, path = "/mail/templates/{id}", tag = "Mail", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = MailTemplate, responses((status = 200, body = MailTemplateLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(new): Json<MailTemplate>,
) -> Answer<Json<MailTemplateLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, new).await?))
}

/// Removes a letter.
#[utoipa::path(delete, path = "/mail/templates/{id}", tag = "Mail",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(TEMPLATE, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, new: MailTemplate) -> Answer<MailTemplateLine> {
    let template = MailTemplate {
        name: text("name", &new.name)?,
        subject: post::subject(&new.subject)?,
        body: post::body(&new.body)?,
    };
    if all(app).await?.iter().any(|line| line.id != id && line.template.name == template.name) {
        return Err(Problem::field("name", format!("There is a letter called “{}” already.", template.name)));
    }
    let content = serde_json::to_value(&template).map_err(Problem::internal)?;
    let kept = app.store.keep_record(TEMPLATE, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(MailTemplateLine { id, version: kept.version, template })
}
