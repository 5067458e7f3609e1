//! The process map, its ways, and deals moving on it.

use std::convert::Infallible;

use axum::{
    body::Body,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use insight::discover::{
    MapRequest, MapView, Replay, Toward, VariantPage, VariantRequest, Wanted, map_view, replay as moving, variant_csv,
    variant_list,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    problem::{Answer, Json, Query},
    routes::imports::csv,
    selection::{Selected, SelectionParams},
    state::App,
};

/// Ways listed at most in one answer.
const MOST_VARIANTS: usize = 500;
/// Deals sampled at most.
const MOST_DEALS: usize = 2_000;

/// What to show of the map.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct MapParams {
    /// `stages` (if left out) or `all` activities.
    pub view: Wanted,
    /// Share of the activities to show, 0 to 1, the most frequent first; left out, as many as can be read. What
    /// stood before and after an activity that is not shown follow each other. 60 at most.
    pub activities: Option<f64>,
    /// Share of the moves that the lines should hold, 0 to 1; left out, as many as can be read. Lines that hold the map
    /// together are always there.
    pub paths: Option<f64>,
    /// True: won and lost deals are compared, times too.
    pub compare: bool,
    /// `down` (if left out) or `right`: which way the main way goes.
    #[param(inline)]
    pub toward: Toward,
}

impl MapParams {
    fn request(self, grouped: bool) -> MapRequest {
        let Self { view, activities, paths, compare, toward } = self;
        MapRequest { view, activities, paths, grouped, compare, toward }
    }
}

/// The process map of the selected deals, laid out.
#[utoipa::path(get, path = "/discover/map", tag = "Discover", params(SelectionParams, MapParams), responses((status = 200, body = MapView)))]
pub async fn map(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(params): Query<MapParams>,
) -> Answer<Json<MapView>> {
    let request = params.request(selection.grouped);
    Ok(Json(app.on_log(move |log| map_view(log, &selection, &request)).await?))
}

/// The process map as a picture that stands on its own.
#[utoipa::path(get, path = "/discover/map.svg", tag = "Discover", params(SelectionParams, MapParams),
    responses((status = 200, content_type = "image/svg+xml", body = String)))]
pub async fn svg(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(params): Query<MapParams>,
) -> Answer<Response> {
    let request = params.request(selection.grouped);
    let map = app.on_log(move |log| map_view(log, &selection, &request)).await?;
    let picture = manual::chart::process_map(&map).map_or_else(|| EMPTY.to_owned(), |p| p.svg);
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"process-map.svg\""),
    ];
    Ok((headers, picture).into_response())
}

/// A picture of no deals.
const EMPTY: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"40\" role=\"img\">\
    <title>Process map</title><text x=\"12\" y=\"25\" font-family=\"sans-serif\" font-size=\"14\">No deals in this \
    choice.</text></svg>";

/// How many deals.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Sample {
    /// Deals at most, 1 to 2,000; evenly spread over all that are dated.
    pub limit: usize,
}

impl Default for Sample {
    fn default() -> Self {
        Self { limit: 500 }
    }
}

/// Deals with the moments of their steps, to be played on the map of the same parameters.
#[utoipa::path(get, path = "/discover/replay", tag = "Discover", params(SelectionParams, MapParams, Sample), responses((status = 200, body = Replay)))]
pub async fn replay(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(params): Query<MapParams>,
    Query(sample): Query<Sample>,
) -> Answer<Json<Replay>> {
    let request = params.request(selection.grouped);
    let limit = sample.limit.clamp(1, MOST_DEALS);
    Ok(Json(app.on_log(move |log| moving(log, &selection, &request, limit)).await?))
}

/// Which ways.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Ways {
    /// `stages` (if left out) or `all` activities.
    pub view: Wanted,
    /// Only ways with a step whose name has this text in it.
    pub contains: String,
    /// How many, 1 to 500.
    pub limit: usize,
    /// `next` of the page before.
    pub cursor: usize,
}

impl Default for Ways {
    fn default() -> Self {
        Self { view: Wanted::default(), contains: String::new(), limit: 50, cursor: 0 }
    }
}

/// The ways that the selected deals go, the most frequent first, page by page.
#[utoipa::path(get, path = "/discover/variants", tag = "Discover", params(SelectionParams, Ways), responses((status = 200, body = VariantPage)))]
pub async fn variants(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(ways): Query<Ways>,
) -> Answer<Json<VariantPage>> {
    let Ways { view, contains, limit, cursor } = ways;
    let request = VariantRequest { view, contains, limit: limit.clamp(1, MOST_VARIANTS), offset: cursor };
    Ok(Json(app.on_log(move |log| variant_list(log, &selection, &request)).await?))
}

/// All ways that the selected deals go as CSV, the most frequent first; `limit` and `cursor` do not count.
#[utoipa::path(get, path = "/discover/variants.csv", tag = "Discover", params(SelectionParams, Ways),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn variants_csv(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(ways): Query<Ways>,
) -> Answer<impl IntoResponse> {
    let Ways { view, contains, .. } = ways;
    let request = VariantRequest { view, contains, ..VariantRequest::default() };
    let pieces = app.on_log(move |log| variant_csv(log, &selection, &request)).await?;
    Ok(csv("ways.csv", Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)))))
}
