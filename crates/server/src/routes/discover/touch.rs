//! Touchpoints, the first and the last of them, and where deals wait.

use axum::extract::State;
use insight::discover::{self, Bottlenecks, FirstAndLast, Touchpoints};

use crate::{
    problem::{Answer, Json},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Touchpoints by stage, channel and side; how soon each side answers; moves without an act of the prospect.
#[utoipa::path(get, path = "/discover/touchpoints", tag = "Discover", params(SelectionParams), responses((status = 200, body = Touchpoints)))]
pub async fn touchpoints(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Touchpoints>> {
    Ok(Json(app.on_log(move |log| discover::touchpoints(log, &selection)).await?))
}

/// The first thing done to connect, the last one before the sale, the first contact after it.
#[utoipa::path(get, path = "/discover/first-and-last", tag = "Discover", params(SelectionParams), responses((status = 200, body = FirstAndLast)))]
pub async fn first_and_last(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<FirstAndLast>> {
    Ok(Json(app.on_log(move |log| discover::first_and_last(log, &selection)).await?))
}

/// Stages by the time that they cost the won deals, and what a shorter stay would make of the median sale.
#[utoipa::path(get, path = "/discover/bottlenecks", tag = "Discover", params(SelectionParams), responses((status = 200, body = Bottlenecks)))]
pub async fn bottlenecks(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Bottlenecks>> {
    Ok(Json(app.on_log(move |log| discover::bottlenecks(log, &selection)).await?))
}
