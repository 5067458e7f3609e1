//! Statements: on screen, as a table, in print.

use axum::{extract::State, http::header, response::IntoResponse};
use jiff::civil::Date;
use model::commission::Statement;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    commission::{Asked, Filter, HeldGroup, StatementRow, StatementView, sheets, table},
    guard::Actor,
    permission::sees_all_pay,
    printing::imprint,
    problem::{Answer, Json, Problem, Query},
    routes::imports::csv as download,
    state::App,
};

/// Lines that are shown or printed at once.
const MOST_LINES: usize = 20_000;
/// Statements that are printed at once.
const MOST_SHEETS: usize = 300;

/// What is paid, in rows.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommissionOverview {
    /// The day as of which it is.
    #[schema(value_type = String, format = "date")]
    pub through: Date,
    /// There is a plan.
    pub plans: bool,
    /// Whether who asks sees everybody and keeps the plans.
    pub leads: bool,
    /// Names of the periods with statements, the latest first.
    pub periods: Vec<String>,
    /// Who has statements.
    pub people: Vec<String>,
    /// The statements asked for, the latest first.
    pub rows: Vec<StatementRow>,
    /// Deals on no statement, and what to do about it.
    pub held: Vec<HeldGroup>,
}

/// What is paid, in rows. Owners and managers see everybody, others themselves.
#[utoipa::path(get, path = "/commission", tag = "Commission", params(Asked),
    responses((status = 200, body = CommissionOverview)))]
pub async fn overview(
    State(app): State<App>,
    who: Actor,
    Query(asked): Query<Asked>,
) -> Answer<Json<CommissionOverview>> {
    let filter = Filter::of(&asked, &who)?;
    let ledger = app.ledger().await?;
    // Choices are offered for everybody that one may see, whoever is chosen.
    let all = Filter::of(&Asked::default(), &who)?;
    Ok(Json(CommissionOverview {
        through: ledger.through,
        plans: ledger.book.since().is_some(),
        leads: sees_all_pay(who.role),
        periods: all.periods(&ledger),
        people: all.people(&ledger),
        rows: filter.statements(&ledger).into_iter().map(|statement| ledger.row(statement)).collect(),
        held: filter.held(&ledger),
    }))
}

/// Statements with where each figure comes from.
#[utoipa::path(get, path = "/commission/statements", tag = "Commission", params(Asked),
    responses((status = 200, body = Vec<StatementView>)))]
pub async fn list(State(app): State<App>, who: Actor, Query(asked): Query<Asked>) -> Answer<Json<Vec<StatementView>>> {
    let filter = Filter::of(&asked, &who)?;
    let ledger = app.ledger().await?;
    let found = filter.statements(&ledger);
    few(&found)?;
    Ok(Json(found.into_iter().filter_map(|statement| ledger.view(statement)).collect()))
}

fn few(statements: &[&Statement]) -> Answer<()> {
    let lines: usize = statements.iter().map(|statement| 1 + statement.lines.len()).sum();
    if lines <= MOST_LINES {
        return Ok(());
    }
    Err(Problem::field("period", "That is too much at once. Choose a person, or a shorter period."))
}

/// Statements as CSV: the amounts of a statement sum to what is paid.
#[utoipa::path(get, path = "/commission/statements.csv", tag = "Commission", params(Asked),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(State(app): State<App>, who: Actor, Query(asked): Query<Asked>) -> Answer<impl IntoResponse> {
    let filter = Filter::of(&asked, &who)?;
    let ledger = app.ledger().await?;
    let text = tokio::task::spawn_blocking(move || table(&ledger, &filter.statements(&ledger)).csv());
    Ok(download("commission.csv", text.await.map_err(Problem::internal)?))
}

/// Statements in print, one a sheet.
#[utoipa::path(get, path = "/commission/statements.pdf", tag = "Commission", params(Asked),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn pdf(State(app): State<App>, who: Actor, Query(asked): Query<Asked>) -> Answer<impl IntoResponse> {
    let filter = Filter::of(&asked, &who)?;
    let company = imprint(&app).await?.company;
    let ledger = app.ledger().await?;
    let found = filter.statements(&ledger);
    few(&found)?;
    if found.len() > MOST_SHEETS {
        return Err(Problem::field(
            "period",
            "That is too much to print at once. Choose a person, or a shorter period.",
        ));
    }
    if found.is_empty() {
        return Err(Problem::not_found("There is no statement to print yet."));
    }
    let views: Vec<StatementView> = found.into_iter().filter_map(|statement| ledger.view(statement)).collect();
    let print = move || manual::statement::print(&sheets(&ledger, &views, &company));
    let pdf = tokio::task::spawn_blocking(print).await.map_err(Problem::internal)?.map_err(Problem::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"commission.pdf\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, pdf))
}
