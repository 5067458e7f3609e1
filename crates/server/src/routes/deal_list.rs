//! Lists of deals: what a figure is about, or any others.

use axum::{extract::State, response::IntoResponse};
use insight::{log::EventLog, table::Table};
use model::{Deal, Timestamp, ids::DealId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::imports::csv as download;
use crate::{
    problem::{Answer, Json, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// By what a list is in order; the last first, deals without it at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// When it was closed, or else created.
    #[default]
    Latest,
    /// When it was created.
    Created,
    /// When it was closed.
    Closed,
    /// Its value.
    Value,
    /// How long it is in its stage: the longest first.
    Age,
}

impl Sort {
    fn key(self, log: &EventLog, deal: u32) -> i64 {
        let micros = |at: Option<Timestamp>| at.map_or(i64::MIN, Timestamp::as_microsecond);
        match self {
            Self::Latest => micros(log.closed(deal).or(log.created(deal))),
            Self::Created => micros(log.created(deal)),
            Self::Closed => micros(log.closed(deal)),
            Self::Value => log.value_minor(deal).unwrap_or(i64::MIN),
            Self::Age => log.stage_since(deal).map_or(i64::MIN, |at| -at.as_microsecond()),
        }
    }
}

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
    let after = page.cursor.as_deref().map(read_cursor).transpose()?;
    let limit = page.limit.clamp(1, 500);
    let (total, value_minor, shown, more) = app
        .on_log(move |log| {
            let found = selection.deals(log);
            let value = found.iter().filter_map(|d| log.value_minor(*d)).fold(0_i64, i64::saturating_add);
            let mut keyed: Vec<(i64, DealId)> =
                found.iter().map(|d| (page.sort.key(log, *d), log.deal_id(*d))).collect();
            keyed.sort_unstable_by(|a, b| b.cmp(a));
            let start = after.map_or(0, |after| keyed.partition_point(|k| *k >= after));
            let shown: Vec<_> = keyed.iter().skip(start).take(limit).copied().collect();
            (found.len(), value, shown, start + limit < keyed.len())
        })
        .await?;
    let next = shown.last().filter(|_| more).map(|(key, id)| format!("{key}_{id}"));
    let ids: Vec<DealId> = shown.into_iter().map(|(_, id)| id).collect();
    Ok(Json(DealList { total, value_minor, deals: app.store.deals(&ids).await?, next }))
}

fn read_cursor(text: &str) -> Answer<(i64, DealId)> {
    let parts = text.split_once('_').and_then(|(key, id)| Some((key.parse().ok()?, id.parse().ok()?)));
    parts.ok_or_else(|| Problem::field("cursor", "This is no cursor; use `next` of the page before."))
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
