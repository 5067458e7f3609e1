//! Dashboards: metrics side by side.

use std::collections::BTreeSet;

use axum::{extract::State, http::StatusCode, response::IntoResponse};
use model::ids::UserId;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::brief::pdf_headers;
use crate::{
    dashboards::{Dashboard, DashboardLine, figures::DashboardFigures},
    guard::{Actor, IfMatch},
    owned::OwnedLine,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// All routes about dashboards.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(see, change, remove))
        .routes(routes!(figures))
        .routes(routes!(pdf))
        .routes(routes!(mail_now))
        .routes(routes!(join, leave))
}

/// Your own dashboards and those that are shared.
#[utoipa::path(get, path = "/dashboards", tag = "Measure", responses((status = 200, body = Vec<DashboardLine>)))]
pub async fn list(State(app): State<App>, who: Actor) -> Answer<Json<Vec<DashboardLine>>> {
    Ok(Json(app.owned(&who).await?.into_iter().map(DashboardLine::from).collect()))
}

/// Keeps a dashboard.
#[utoipa::path(post, path = "/dashboards", tag = "Measure", request_body = Dashboard,
    responses((status = 201, body = DashboardLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(dashboard): Json<Dashboard>,
) -> Answer<(StatusCode, Json<DashboardLine>)> {
    let dashboard = sound(&app, &who, dashboard).await?;
    let line = app.add_owned(&who, dashboard).await?;
    app.weekly_begins(line.id, None, line.content.weekly.as_ref()).await?;
    Ok((StatusCode::CREATED, Json(line.into())))
}

/// A dashboard.
#[utoipa::path(get, path = "/dashboards/{id}", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, body = DashboardLine)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<DashboardLine>> {
    Ok(Json(app.one_owned(&who, id).await?.into()))
}

/// Changes a dashboard: your own, or as a manager a shared one.
#[utoipa::path(put, path = "/dashboards/{id}", tag = "Measure",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), request_body = Dashboard,
    responses((status = 200, body = DashboardLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(dashboard): Json<Dashboard>,
) -> Answer<Json<DashboardLine>> {
    let before = app.changeable::<Dashboard>(&who, id).await?;
    let (version, content) = (seen.needed()?, sound(&app, &who, dashboard).await?);
    let weekly = before.content.weekly.clone();
    let line = app.put_owned(&who, OwnedLine { version, content, ..before }).await?;
    app.weekly_begins(id, weekly.as_ref(), line.content.weekly.as_ref()).await?;
    Ok(Json(line.into()))
}

/// Removes a dashboard.
#[utoipa::path(delete, path = "/dashboards/{id}", tag = "Measure",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.remove_owned::<Dashboard>(&who, id, seen.needed()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A dashboard with its figures as of now.
#[utoipa::path(get, path = "/dashboards/{id}/figures", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, body = DashboardFigures)))]
pub async fn figures(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<DashboardFigures>> {
    let line = app.one_owned(&who, id).await?;
    Ok(Json(app.dashboard_figures(line.into()).await?))
}

/// The same as PDF.
#[utoipa::path(get, path = "/dashboards/{id}/figures.pdf", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn pdf(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<impl IntoResponse> {
    let line = app.one_owned(&who, id).await?;
    let figures = app.dashboard_figures(line.into()).await?;
    Ok((pdf_headers("dashboard.pdf")?, app.dashboard_pdf(figures).await?))
}

/// Mails it to you now, as it goes out by mail.
#[utoipa::path(post, path = "/dashboards/{id}/mail", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 202)))]
pub async fn mail_now(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    let line = app.one_owned(&who, id).await?;
    app.mail_dashboard(line.into(), who.id).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Has it mailed to you every week, as it goes out to others.
#[utoipa::path(put, path = "/dashboards/{id}/mail/mine", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, body = DashboardLine)))]
pub async fn join(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<DashboardLine>> {
    readers(&app, &who, id, |people| people.insert(who.id)).await
}

/// Has it mailed to you no more.
#[utoipa::path(delete, path = "/dashboards/{id}/mail/mine", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, body = DashboardLine)))]
pub async fn leave(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<DashboardLine>> {
    readers(&app, &who, id, |people| people.remove(&who.id)).await
}

/// Changes who gets it by mail; whoever sees a dashboard says so for themselves.
async fn readers(
    app: &App,
    who: &Actor,
    id: Uuid,
    change: impl FnOnce(&mut BTreeSet<UserId>) -> bool,
) -> Answer<Json<DashboardLine>> {
    let mut line = app.one_owned::<Dashboard>(who, id).await?;
    let may_change = line.may_change;
    let weekly = line.content.weekly.as_mut();
    change(&mut weekly.ok_or_else(|| Problem::conflict("This dashboard does not go out by mail."))?.people);
    let mut kept = app.put_owned(who, line).await?;
    kept.may_change = may_change;
    Ok(Json(kept.into()))
}

/// Looks it over, and whom it goes to: others than oneself only where it is shared.
async fn sound(app: &App, who: &Actor, dashboard: Dashboard) -> Answer<Dashboard> {
    let dashboard = dashboard.sound()?;
    let Some(weekly) = &dashboard.weekly else { return Ok(dashboard) };
    let known: BTreeSet<_> = app.store.users().await?.into_iter().map(|user| user.id).collect();
    if weekly.people.iter().any(|person| !known.contains(person)) {
        return Err(Problem::field("weekly.people", "There is no such person."));
    }
    if !dashboard.shared && weekly.people.iter().any(|person| *person != who.id) {
        return Err(Problem::field("weekly.people", "Share the dashboard to have it mailed to others."));
    }
    Ok(dashboard)
}
