//! One column of the board, a page at a time.

use axum::extract::State;
use model::ids::DealId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    board::{Card, card, filled},
    deal_list::{no_cursor, order},
    process::Which,
};
use crate::{
    accounts::named,
    guard::Actor,
    problem::{Answer, Json, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Which part of a column.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Part {
    /// The column: its `stage_id`.
    #[serde(rename = "column")]
    #[param(rename = "column")]
    pub column: String,
    /// `age` (longest in the stage first, if left out), or what the list of deals can be in order by.
    #[serde(default)]
    pub sort: Option<String>,
    /// Where the last page ended: its `next`.
    #[serde(default)]
    pub cursor: Option<String>,
    /// How many, 1 to 200; 50 if left out.
    #[serde(default)]
    pub limit: Option<usize>,
}

/// Cards of a column.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BoardColumnPage)]
pub struct Cards {
    /// These.
    pub cards: Vec<Card>,
    /// Cursor of the next page; none at the end.
    pub next: Option<String>,
    /// Open deals in the column.
    pub count: usize,
    /// Sum of their values in minor units.
    pub value_minor: i64,
}

/// Cards of one column of the board, in the order asked for.
#[utoipa::path(get, path = "/board/column", tag = "Run", params(Which, SelectionParams, Part),
    responses((status = 200, body = Cards)))]
pub async fn see(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Selected(selection): Selected,
    Query(part): Query<Part>,
) -> Answer<Json<Cards>> {
    let processes = app.processes().await?;
    let active = which.among(&processes)?;
    let (rates, aliases) = (app.rates().await?, app.aliases().await?);
    let order = order(part.sort.as_deref().unwrap_or("age"))?;
    let limit = part.limit.unwrap_or(50).clamp(1, 200);
    let (known, column) = (active.clone(), part.column.clone());
    let found = app
        .on_log(move |log| {
            let columns = filled(log, selection, &processes, known.as_ref());
            let filling = columns.into_iter().find(|f| f.column.stage_id == part.column)?;
            let sum = rates.sum(log, filling.deals.iter().copied());
            let page = order.page(log, &filling.deals, part.cursor.as_deref(), limit).map(|page| {
                (page.deals.into_iter().map(|deal| log.deal_id(deal)).collect::<Vec<DealId>>(), page.next)
            });
            Some((filling.deals.len(), sum.minor, page))
        })
        .await?;
    let gone = || Problem::not_found("The board has no such column any more. Load it again.");
    let (count, value_minor, page) = found.ok_or_else(gone)?;
    let (ids, next) = page.ok_or_else(no_cursor)?;
    let mut events = app.store.events_of(&ids).await?;
    let now = app.now();
    let cards = app.store.deals(&ids).await?.into_iter().map(|deal| {
        let events = events.remove(&deal.id).unwrap_or_default();
        let process = active.as_ref().map(|active| active.of_deal(&deal).0);
        card(&who, process, &column, named(deal.clone(), &aliases), &events, now)
    });
    Ok(Json(Cards { cards: cards.collect(), next, count, value_minor }))
}
