//! Settings of the workspace.

use axum::extract::State;

use crate::{
    problem::{Answer, Json},
    state::App,
    work::WorkSettings,
};

/// When and where the team works: tasks are due on its days.
#[utoipa::path(get, path = "/settings/work", tag = "Settings", responses((status = 200, body = WorkSettings)))]
pub async fn work(State(app): State<App>) -> Answer<Json<WorkSettings>> {
    Ok(Json(app.work_settings().await?))
}

/// Says when and where the team works.
#[utoipa::path(put, path = "/settings/work", tag = "Settings", request_body = WorkSettings,
    responses((status = 200, body = WorkSettings)))]
pub async fn keep_work(State(app): State<App>, Json(settings): Json<WorkSettings>) -> Answer<Json<WorkSettings>> {
    Ok(Json(app.keep_work(settings).await?))
}
