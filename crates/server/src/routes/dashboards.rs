//! Dashboards: metrics side by side.

use std::collections::BTreeSet;

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    dashboards::{Dashboard, DashboardLine, Weekly, figures::DashboardFigures},
    guard::{Actor, IfMatch},
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
    let before: Dashboard = app.changeable(&who, id).await?.content;
    let dashboard = sound(&app, &who, dashboard).await?;
    let line = app.change_owned(&who, id, seen.needed()?, dashboard).await?;
    app.weekly_begins(id, before.weekly.as_ref(), line.content.weekly.as_ref()).await?;
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
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"dashboard.pdf\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, app.dashboard_pdf(figures).await?))
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
    let change = |weekly: Option<Weekly>| {
        let weekly = weekly.ok_or_else(|| Problem::conflict("This dashboard does not go out by mail."))?;
        let people: BTreeSet<_> = weekly.people.iter().copied().chain([who.id]).collect();
        Ok(Weekly { people, ..weekly })
    };
    readers(&app, &who, id, change).await
}

/// Has it mailed to you no more.
#[utoipa::path(delete, path = "/dashboards/{id}/mail/mine", tag = "Measure", params(("id" = Uuid, Path)),
    responses((status = 200, body = DashboardLine)))]
pub async fn leave(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<DashboardLine>> {
    let change = |weekly: Option<Weekly>| {
        let weekly = weekly.ok_or_else(|| Problem::conflict("This dashboard does not go out by mail."))?;
        let people = weekly.people.iter().copied().filter(|person| *person != who.id).collect();
        Ok(Weekly { people, ..weekly })
    };
    readers(&app, &who, id, change).await
}

/// Changes who gets it by mail; whoever sees a dashboard says so for themselves.
async fn readers(
    app: &App,
    who: &Actor,
    id: Uuid,
    change: impl FnOnce(Option<Weekly>) -> Answer<Weekly>,
) -> Answer<Json<DashboardLine>> {
    let mut line = app.one_owned::<Dashboard>(who, id).await?;
    let may_change = line.may_change;
    let weekly = change(line.content.weekly.take())?;
    line.content.weekly = Some(weekly);
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
