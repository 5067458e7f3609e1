//! Lists of deals: what a figure is about, or any others.

use axum::{extract::State, response::IntoResponse};
use insight::table::Table;
use model::{Deal, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::imports::csv as download;
use crate::{
    held::{Cursor, Sort},
    problem::{Answer, Json, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Which part of a list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Page {
    /// `latest`, `created`, `closed`, `value`, `age`.
    #[param(inline)]
    pub sort: Sort,
    /// Where the last page ended: its `next`.
    pub cursor: Option<String>,
    /// How many, 1 to 500.
    pub limit: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self { sort: Sort::Latest, cursor: None, limit: 100 }
    }
}

/// Deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealList {
    /// How many there are in all.
    pub total: usize,
    /// Sum of their values in minor units.
    pub value_minor: i64,
    /// These.
    pub deals: Vec<Deal>,
    /// Cursor of the next page; none at the end.
    pub next: Option<String>,
}

/// Deals that a figure is about, or any others.
#[utoipa::path(get, path = "/deals", tag = "Run", params(SelectionParams, Page), responses((status = 200, body = DealList)))]
pub async fn list(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(page): Query<Page>,
) -> Answer<Json<DealList>> {
    let after = page.cursor.as_deref().map(Cursor::read).transpose()?;
    let limit = page.limit.clamp(1, 500);
    let found = app.on_held(move |held| held.list(&selection, page.sort, after.as_ref(), limit)).await?;
    let deals = app.store.deals(&found.deals).await?;
    let next = found.next.as_ref().map(Cursor::written);
    Ok(Json(DealList { total: found.total, value_minor: found.value_minor, deals, next }))
}

/// Deals as CSV, at most 100,000.
#[utoipa::path(get, path = "/deals.csv", tag = "Run", params(SelectionParams),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(State(app): State<App>, Selected(selection): Selected) -> Answer<impl IntoResponse> {
    let ids = app.on_log(move |log| {
        let found = selection.deals(log);
        found.iter().take(100_000).map(|d| log.deal_id(*d)).collect::<Vec<_>>()
    });
    let ids = ids.await?;
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(1000) {
        rows.extend(app.store.deals(some).await?.into_iter().map(row));
    }
    let header = vec![
        "key", "name", "account", "owner", "team", "product", "value", "currency", "stage", "outcome", "created",
        "closed",
    ];
    Ok(download("deals.csv", Table { header, rows }.csv()))
}

fn row(deal: Deal) -> Vec<String> {
    let text = |t: Option<String>| t.unwrap_or_default();
    let time = |t: Option<Timestamp>| t.map(|t| t.to_string()).unwrap_or_default();
    let (value, currency) = deal.value.map(|v| (model::money::decimal(v.minor), v.currency)).unwrap_or_default();
    vec![
        deal.key,
        deal.name,
        text(deal.account),
        text(deal.owner),
        text(deal.team),
        text(deal.product),
        value,
        currency,
        text(deal.stage),
        deal.outcome.word().to_owned(),
        time(deal.created),
        time(deal.closed),
    ]
}
