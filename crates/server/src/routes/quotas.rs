//! Quotas: what people and teams are to win, and what they won of it.

use std::collections::{BTreeMap, BTreeSet};

use axum::{extract::State, http::StatusCode};
use insight::{
    log::EventLog,
    measure::{self, Attainment, Quotas, attainment},
    select::Selection,
    table::Table,
};
use model::quota::{Holder, Quota};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    commission::{currency, day},
    users::text,
};
use crate::{
    guard::{Actor, IfMatch},
    money::Rates,
    permission::may_see_pay,
    problem::{Answer, Json, Path, Problem},
    selection::{Selected, SelectionParams},
    state::App,
    tables::table_files,
};

/// The kind of record that a quota is.
pub const QUOTA: &str = "quota";
const MOST: usize = 5_000;
/// The largest amount in minor units, so that sums of them stay whole.
const LARGEST_MINOR: i64 = 100_000_000_000_000;

/// All routes about quotas.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, remove))
        .routes(routes!(see))
        .routes(routes!(see_csv))
        .routes(routes!(see_parquet))
}

/// A quota, kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QuotaLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The quota.
    #[serde(flatten)]
    pub quota: Quota,
}

impl App {
    /// The quotas: teams first, by name, the latest of each first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn quotas(&self) -> Answer<Vec<QuotaLine>> {
        let read = |record: store::Record| {
            let quota = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(QuotaLine { id: record.id, version: record.version, quota })
        };
        let mut all = self.store.records(QUOTA).await?.into_iter().map(read).collect::<Answer<Vec<QuotaLine>>>()?;
        all.sort_by(|a, b| {
            let (a, b) = (&a.quota, &b.quota);
            b.who.cmp(&a.who).then_with(|| a.name.cmp(&b.name)).then_with(|| b.from.cmp(&a.from))
        });
        Ok(all)
    }
}

/// Who is in each team, by its name.
pub type Members = BTreeMap<String, Vec<String>>;

impl App {
    /// Who is in each team.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn members(&self) -> Answer<Members> {
        Ok(self.teams().await?.into_iter().map(|line| (line.team.name, line.team.members)).collect())
    }
}

impl Rates {
    /// How values become those of each currency that quotas are in.
    pub fn of_quotas(&self, log: &EventLog, quotas: &[Quota]) -> BTreeMap<String, measure::Currency> {
        let named: BTreeSet<&str> = quotas.iter().map(|quota| quota.currency.as_str()).collect();
        let change = |name: &str| (name.to_owned(), self.change(log, name, std::iter::empty()));
        named.into_iter().map(change).collect()
    }
}

/// Whether somebody may see what a holder is to win: of persons, whoever does not lead sees themselves alone.
pub fn may_see(who: &Actor, holder: Holder, name: &str) -> bool {
    holder == Holder::Team || may_see_pay(who.role, &who.name, name)
}

/// The quotas. Of persons, whoever does not lead sees their own.
#[utoipa::path(get, path = "/quotas", tag = "Settings", responses((status = 200, body = Vec<QuotaLine>)))]
pub async fn list(State(app): State<App>, who: Actor) -> Answer<Json<Vec<QuotaLine>>> {
    let mut quotas = app.quotas().await?;
    quotas.retain(|line| may_see(&who, line.quota.who, &line.quota.name));
    Ok(Json(quotas))
}

/// Adds a quota, which holds from its day on until another one of theirs.
#[utoipa::path(post, path = "/quotas", tag = "Settings", request_body = Quota, responses((status = 201, body = QuotaLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(quota): Json<Quota>,
) -> Answer<(StatusCode, Json<QuotaLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, quota).await?)))
}

/// Changes a quota.
#[utoipa::path(put, path = "/quotas/{id}", tag = "Settings", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Quota, responses((status = 200, body = QuotaLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(quota): Json<Quota>,
) -> Answer<Json<QuotaLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, quota).await?))
}

/// Removes a quota; the one before it holds again.
#[utoipa::path(delete, path = "/quotas/{id}", tag = "Settings", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(QUOTA, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, quota: Quota) -> Answer<QuotaLine> {
    let quota = Quota { name: text("name", &quota.name)?, currency: currency("currency", &quota.currency)?, ..quota };
    day("from", quota.from)?;
    if !(1..=LARGEST_MINOR).contains(&quota.amount_minor) {
        return Err(Problem::field("amount_minor", "Write an amount above 0 and below a million millions."));
    }
    let others = app.quotas().await?;
    if seen == 0 && others.len() >= MOST {
        return Err(Problem::field("name", format!("There are {MOST} quotas already.")));
    }
    let same =
        |line: &QuotaLine| line.id != id && line.quota.is_of(quota.who, &quota.name) && line.quota.from == quota.from;
    if others.iter().any(same) {
        return Err(Problem::field("from", "They have a quota from this day on already. Change that one."));
    }
    let content = serde_json::to_value(&quota).map_err(Problem::internal)?;
    let kept = app.store.keep_record(QUOTA, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(QuotaLine { id, version: kept.version, quota })
}

/// What was won of the quotas, by month or quarter. Of persons, whoever does not lead sees themselves alone.
#[utoipa::path(get, path = "/measure/attainment", tag = "Measure", params(SelectionParams),
    responses((status = 200, body = Attainment)))]
pub async fn see(State(app): State<App>, who: Actor, Selected(selection): Selected) -> Answer<Json<Attainment>> {
    Ok(Json(found(&app, &who, selection).await?))
}

type Said = (Actor, Selected);

async fn table(app: &App, (who, Selected(selection)): Said) -> Answer<(String, Table)> {
    Ok(("attainment".to_owned(), found(app, &who, selection).await?.rows()))
}

table_files! {
    ask: Said, table: table, tag: "Measure", params: (SelectionParams),
    /// What was won of the quotas, as CSV.
    see_csv: Csv "/measure/attainment.csv" "text/csv";
    /// What was won of the quotas, as Parquet.
    see_parquet: Parquet "/measure/attainment.parquet" "application/vnd.apache.parquet";
}

async fn found(app: &App, who: &Actor, selection: Selection) -> Answer<Attainment> {
    let visible = app.quotas().await?.into_iter().map(|line| line.quota);
    let quotas: Vec<Quota> = visible.filter(|quota| may_see(who, quota.who, &quota.name)).collect();
    let members = app.members().await?;
    let (rates, zone) = (app.rates().await?, app.work().await?.zone);
    app.on_log(move |log| {
        let currencies = rates.of_quotas(log, &quotas);
        let by = Quotas { quotas: &quotas, members: &members, currencies: &currencies, zone: &zone };
        attainment(log, &selection, &by)
    })
    .await
}
