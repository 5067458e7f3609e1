//! What distinguishes won from lost deals.

use axum::extract::State;
use insight::discover::{Drivers, drivers};

use crate::{
    problem::{Answer, Json},
    selection::{Selected, SelectionParams},
    state::App,
};

/// What distinguishes won from lost deals: acts of both sides, timing, people and attributes, compared among deals
/// that had got as far, with an interval, p adjusted for all that was tested, and the same counted plainly.
#[utoipa::path(get, path = "/discover/drivers", tag = "Discover", params(SelectionParams), responses((status = 200, body = Drivers)))]
pub async fn see(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Drivers>> {
    Ok(Json(app.on_log(move |log| drivers(log, &selection)).await?))
}
