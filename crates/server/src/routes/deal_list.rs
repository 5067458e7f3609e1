//! Lists of deals: what a figure is about, or any others.

use axum::{extract::State, response::IntoResponse};
use insight::{order::Order, table::csv as table_csv};
use model::{Deal, Timestamp, deal::field, rates::Sum};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{bulk::value_of, imports::csv as download};
use crate::{
    accounts::named,
    deal_view::days_between,
    held::Listed,
    problem::{Answer, Json, Problem, Query, Repeated},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Most deals in a file.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 60;

/// Which part of a list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Page {
    /// `latest` (closed, or else created), `created`, `closed`, `value`, `age` (in the stage), `name`, `stage`,
    /// `outcome`, a field or an attribute. Dates, values and ages begin with the last and largest, texts with A; a minus
    /// in front turns that round. Deals without it come last.
    pub sort: String,
    /// Where the last page ended: its `next`.
    pub cursor: Option<String>,
    /// How many, 1 to 500.
    pub limit: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self { sort: "latest".into(), cursor: None, limit: 100 }
    }
}

/// The order that a word of a query stands for.
///
/// # Errors
/// 422 if it is too long to be a field.
pub fn order(sort: &str) -> Answer<Order> {
    let (by, turned) = sort.strip_prefix('-').map_or((sort, false), |by| (by, true));
    if by.is_empty() || by.chars().count() > 100 {
        return Err(Problem::field("sort", "This is no field to sort by."));
    }
    let largest_first = matches!(by, "latest" | "created" | "closed" | field::VALUE | "age");
    Ok(Order { by: by.to_owned(), descending: largest_first != turned })
}

/// That a cursor is none.
pub fn no_cursor() -> Problem {
    Problem::field("cursor", "This is no cursor; use `next` of the page before.")
}

/// Deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealList {
    /// How many there are in all.
    pub total: usize,
    /// Sum of their values in minor units, in the currency of `sum`.
    pub value_minor: i64,
    /// The same with its currency, and what could not be changed into it.
    pub sum: Sum,
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
    let (rates, aliases, order) = (app.rates().await?, app.aliases().await?, order(&page.sort)?);
    let limit = page.limit.clamp(1, 500);
    let found = app.on_held(move |held| {
        let listed = held.list(&selection, &order, page.cursor.as_deref(), limit)?;
        Some((rates.of(held, &listed.totals), listed))
    });
    let (sum, Listed { total, deals, next, .. }) = found.await?.ok_or_else(no_cursor)?;
    let deals = app.store.deals(&deals).await?.into_iter().map(|deal| named(deal, &aliases)).collect();
    Ok(Json(DealList { total, value_minor: sum.minor, sum, deals, next }))
}

/// What stands in a file of deals.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Columns {
    /// The columns in order, repeated: `key`, `name`, `account`, `owner`, `team`, `product`, `value`, `currency`, `stage`,
    /// `outcome`, `created`, `closed`, `age` (days in the stage), or an attribute; the first twelve if left out.
    pub columns: Vec<String>,
    /// As in the list.
    pub sort: String,
}

impl Default for Columns {
    fn default() -> Self {
        Self { columns: Vec::new(), sort: "latest".into() }
    }
}

const USUAL: [&str; 12] = [
    "key",
    field::NAME,
    field::ACCOUNT,
    field::OWNER,
    field::TEAM,
    field::PRODUCT,
    field::VALUE,
    field::CURRENCY,
    "stage",
    "outcome",
    "created",
    "closed",
];

/// Deals as CSV, at most 100,000.
#[utoipa::path(get, path = "/deals.csv", tag = "Run", params(SelectionParams, Columns),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(
    State(app): State<App>,
    Selected(selection): Selected,
    Repeated(wanted): Repeated<Columns>,
) -> Answer<impl IntoResponse> {
    let (aliases, order, now) = (app.aliases().await?, order(&wanted.sort)?, app.now());
    if wanted.columns.len() > MOST_COLUMNS {
        return Err(Problem::field("columns", format!("At most {MOST_COLUMNS} columns, please.")));
    }
    let mut columns = wanted.columns;
    if columns.is_empty() {
        columns = USUAL.map(str::to_owned).to_vec();
    }
    let ids = app.on_log(move |log| {
        let part = order.page(log, &selection.deals(log), None, MOST_ROWS);
        part.map(|part| part.deals.into_iter().map(|deal| log.deal_id(deal)).collect::<Vec<_>>()).unwrap_or_default()
    });
    let ids = ids.await?;
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(1000) {
        let deals = app.store.deals(some).await?.into_iter().map(|deal| named(deal, &aliases));
        rows.extend(deals.map(|deal| columns.iter().map(|column| cell(&deal, column, now)).collect::<Vec<_>>()));
    }
    Ok(download("deals.csv", table_csv(columns.iter().map(String::as_str), &rows)))
}

fn cell(deal: &Deal, column: &str, now: Timestamp) -> String {
    let time = |t: Option<Timestamp>| t.map(|t| t.to_string()).unwrap_or_default();
    match column {
        "key" => deal.key.clone(),
        "stage" => deal.stage.clone().unwrap_or_default(),
        "outcome" => deal.outcome.word().to_owned(),
        "created" => time(deal.created),
        "closed" => time(deal.closed),
        "age" => {
            let since = deal.stage_since.filter(|_| deal.closed.is_none());
            since.map(|since| format!("{:.1}", days_between(since, now))).unwrap_or_default()
        }
        name => value_of(deal, name),
    }
}
