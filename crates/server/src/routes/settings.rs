//! Settings of the workspace.

use axum::extract::State;
use model::quote::DiscountPolicy;

use crate::{
    money::Currency,
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

/// Who may give which discount alone.
#[utoipa::path(get, path = "/settings/discounts", tag = "Settings", responses((status = 200, body = DiscountPolicy)))]
pub async fn discounts(State(app): State<App>) -> Answer<Json<DiscountPolicy>> {
    Ok(Json(app.discounts().await?))
}

/// Says who may give which discount alone. Quotes that were sent stay as they are.
#[utoipa::path(put, path = "/settings/discounts", tag = "Settings", request_body = DiscountPolicy,
    responses((status = 200, body = DiscountPolicy)))]
pub async fn keep_discounts(
    State(app): State<App>,
    Json(policy): Json<DiscountPolicy>,
) -> Answer<Json<DiscountPolicy>> {
    Ok(Json(app.keep_discounts(policy).await?))
}

/// In which currency sums are told.
#[utoipa::path(get, path = "/settings/currency", tag = "Settings", responses((status = 200, body = Currency)))]
pub async fn currency(State(app): State<App>) -> Answer<Json<Currency>> {
    Ok(Json(app.currency().await?))
}

/// Chooses the currency in which sums are told.
#[utoipa::path(put, path = "/settings/currency", tag = "Settings", request_body = Currency,
    responses((status = 200, body = Currency)))]
pub async fn keep_currency(State(app): State<App>, Json(currency): Json<Currency>) -> Answer<Json<Currency>> {
    Ok(Json(app.keep_currency(currency).await?))
}
