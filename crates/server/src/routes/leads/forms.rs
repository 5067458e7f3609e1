//! Web forms that bring leads.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    leads::{
        form::{FORM, LeadForm, SavedForm},
        page,
    },
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

/// The forms, the first made first.
#[utoipa::path(get, path = "/lead-forms", tag = "Leads", responses((status = 200, body = Vec<SavedForm>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<SavedForm>>> {
    let records = app.store.records(FORM).await?.into_iter();
    let mut all: Vec<(model::Timestamp, SavedForm)> = records
        .filter_map(|record| {
            let form = serde_json::from_value(record.content).ok()?;
            Some((record.at, SavedForm { id: record.id, version: record.version, form }))
        })
        .collect();
    all.sort_by(|a, b| a.1.form.name.cmp(&b.1.form.name));
    Ok(Json(all.into_iter().map(|(_, form)| form).collect()))
}

/// Makes a form.
#[utoipa::path(post, path = "/lead-forms", tag = "Leads", request_body = LeadForm, responses((status = 201, body = SavedForm)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(form): Json<LeadForm>,
) -> Answer<(StatusCode, Json<SavedForm>)> {
    // Its id is open to everybody, and not to be guessed from that of another form.
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::new_v4(), 0, form).await?)))
}

/// Changes a form. What stands on other pages changes at once.
#[utoipa::path(put, path = "/lead-forms/{id}", tag = "Leads", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = LeadForm, responses((status = 200, body = SavedForm)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(form): Json<LeadForm>,
) -> Answer<Json<SavedForm>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, form).await?))
}

/// Takes a form away. Its leads stay.
#[utoipa::path(delete, path = "/lead-forms/{id}", tag = "Leads", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(FORM, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, form: LeadForm) -> Answer<SavedForm> {
    let form = form.sound()?;
    let content = serde_json::to_value(&form).map_err(Problem::internal)?;
    let kept = app.store.keep_record(FORM, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(SavedForm { id, version: kept.version, form })
}

/// Where Stagecraft is seen from outside.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Outside {
    /// The address: `https://stagecraft.example.com`.
    pub base: String,
}

/// What others put on their pages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LeadFormSnippets)]
pub struct Snippets {
    /// The address of the form's own page.
    pub link: String,
    /// HTML that shows the form in a frame.
    pub frame: String,
    /// HTML of a form of their own looks, which is looked over here before it is sent.
    pub plain: String,
}

/// The HTML by which a form stands on another page.
#[utoipa::path(get, path = "/lead-forms/{id}/snippets", tag = "Leads", params(("id" = Uuid, Path), Outside),
    responses((status = 200, body = Snippets)))]
pub async fn snippet(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Query(outside): Query<Outside>,
) -> Answer<Json<Snippets>> {
    let gone = || Problem::not_found("There is no such form.");
    let record = app.store.record(FORM, id).await?.ok_or_else(gone)?;
    let form = serde_json::from_value(record.content).map_err(|_| gone())?;
    let saved = SavedForm { id, version: record.version, form };
    let base: String = outside.base.trim_end_matches('/').chars().take(300).collect();
    let [frame, plain] = page::snippet(&saved, &base);
    Ok(Json(Snippets { link: format!("{base}/f/{id}"), frame, plain }))
}
