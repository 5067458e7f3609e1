//! How new people grow into it.

use axum::extract::State;
use insight::{
    measure::{Ramp, RampBasis, RampMeasure, ramp},
    select::Selection,
    table::Table,
};
use model::quota::Quota;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    guard::Actor,
    permission::sees_all_pay,
    problem::{Answer, Json, Query},
    selection::{Selected, SelectionParams},
    state::App,
    tables::table_files,
};

/// All routes about ramping.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see)).routes(routes!(see_csv)).routes(routes!(see_parquet))
}

/// What is counted.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct RampParams {
    /// `value` or `deals`; if left out, value where a person has a quota, else deals.
    pub measure: Option<RampMeasure>,
}

/// What people won from their first day on, beside those who began before, and how long it took to the target. Whoever
/// does not lead sees themselves alone, beside the others without their names.
#[utoipa::path(get, path = "/measure/ramp", tag = "Measure", params(SelectionParams, RampParams),
    responses((status = 200, body = Ramp)))]
pub async fn see(
    State(app): State<App>,
    who: Actor,
    Selected(selection): Selected,
    Query(params): Query<RampParams>,
) -> Answer<Json<Ramp>> {
    Ok(Json(found(&app, &who, selection, params).await?))
}

type Said = (Actor, Selected, Query<RampParams>);

async fn table(app: &App, (who, Selected(selection), Query(params)): Said) -> Answer<(String, Table)> {
    Ok(("ramp".to_owned(), found(app, &who, selection, params).await?.rows()))
}

table_files! {
    ask: Said, table: table, tag: "Measure", params: (SelectionParams, RampParams),
    /// What people won by week since their first day, as CSV.
    see_csv: Csv "/measure/ramp.csv" "text/csv";
    /// What people won by week since their first day, as Parquet.
    see_parquet: Parquet "/measure/ramp.parquet" "application/vnd.apache.parquet";
}

async fn found(app: &App, who: &Actor, selection: Selection, params: RampParams) -> Answer<Ramp> {
    let (starts, rates, zone) = (app.first_days().await?, app.rates().await?, app.work().await?.zone);
    let quotas: Vec<Quota> = app.quotas().await?.into_iter().map(|line| line.quota).collect();
    let ramp = app.on_log(move |log| {
        let others = quotas.iter().map(|quota| quota.currency.as_str());
        let named = Some(rates.currency(log)).filter(|currency| !currency.is_empty());
        // what names no currency is in that of the quotas
        let told = named.or_else(|| quotas.first().map(|quota| quota.currency.clone())).unwrap_or_default();
        let currency = rates.change(log, &told, others);
        let (starts, quotas) = (&starts, quotas.as_slice());
        let by = RampBasis { starts, quotas, currency: &currency, zone: &zone, measure: params.measure };
        ramp(log, &selection, &by)
    });
    let ramp = ramp.await?;
    Ok(if sees_all_pay(who.role) { ramp } else { ramp.of_one(&who.name) })
}
