//! What is to be expected of the open deals.

use axum::extract::State;
use insight::{
    measure::{Asked, Forecast, Horizon, forecast},
    select::Selection,
    table::Table,
};
use model::{
    Timestamp,
    commission::Period,
    metric::{MOST_FORECAST_DAYS, USUAL_DAYS},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    problem::{Answer, Json, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
    tables::table_files,
    work::Work,
};

/// Deals in the answer.
const LISTED: usize = 200;
/// Deals in the table to take along.
const MOST: usize = 100_000;

/// All routes about the forecast.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see)).routes(routes!(see_csv)).routes(routes!(see_parquet))
}

/// What is to be forecast.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ForecastParams {
    /// Until when deals are to be won: days (1 to 730; 90 if left out), `month` or `quarter` for the end of the one that is
    /// running, the name of one such as `2026-03` or `2026-Q1`, `ever`.
    pub within: Option<String>,
    /// The moment up to which everything counts as known; the last of the data if left out.
    #[param(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
}

/// What is to be expected of the open deals: chances from their stage and age by what became of others, their sums with
/// intervals, and how such forecasts did in the past.
#[utoipa::path(get, path = "/measure/forecast", tag = "Measure", params(SelectionParams, ForecastParams),
    responses((status = 200, body = Forecast)))]
pub async fn see(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(params): Query<ForecastParams>,
) -> Answer<Json<Forecast>> {
    Ok(Json(found(&app, selection, params, LISTED).await?))
}

type Said = (Selected, Query<ForecastParams>);

async fn table(app: &App, (Selected(selection), Query(params)): Said) -> Answer<(String, Table)> {
    Ok(("forecast".to_owned(), found(app, selection, params, MOST).await?.rows()))
}

table_files! {
    ask: Said, table: table, tag: "Measure", params: (SelectionParams, ForecastParams),
    /// The open deals with their chances as CSV.
    see_csv: Csv "/measure/forecast.csv" "text/csv";
    /// The open deals with their chances as Parquet.
    see_parquet: Parquet "/measure/forecast.parquet" "application/vnd.apache.parquet";
}

async fn found(app: &App, selection: Selection, params: ForecastParams, most: usize) -> Answer<Forecast> {
    let (rates, work, now) = (app.rates().await?, app.work().await?, app.now());
    let forecast = app.on_log(move |log| {
        let last = log.as_of().unwrap_or(now);
        let at = params.as_of.unwrap_or(last);
        if at > last.max(now) {
            let end = last.strftime("%-d %B %Y");
            return Err(Problem::field("as_of", format!("Nothing is known of that day; the data ends on {end}.")));
        }
        let horizon = horizon(params.within.as_deref(), at, &work)?;
        let currency = rates.told(log);
        Ok(forecast(log, &selection, &currency, Asked { horizon, at: params.as_of, most }))
    });
    forecast.await?
}

/// Until when deals are to be won, by its words.
fn horizon(within: Option<&str>, at: Timestamp, work: &Work) -> Answer<Horizon> {
    let today = work.day(at);
    let of = |name: &str| -> Option<Period> {
        use model::commission::PeriodLength::{Month, Quarter};
        match name {
            "month" => Some(Month.around(today)),
            "quarter" => Some(Quarter.around(today)),
            name => Period::named(name),
        }
    };
    let named = match within.map(str::trim).filter(|within| !within.is_empty()) {
        None => return Ok(Horizon::Days(USUAL_DAYS)),
        Some("ever") => return Ok(Horizon::Ever),
        Some(text) => match text.parse::<u16>() {
            Ok(days) if (1..=MOST_FORECAST_DAYS).contains(&days) => return Ok(Horizon::Days(days)),
            Ok(_) => {
                return Err(Problem::field(
                    "within",
                    format!("Choose between 1 and {MOST_FORECAST_DAYS} days, or ever."),
                ));
            }
            Err(_) => text,
        },
    };
    let period = of(named).ok_or_else(|| {
        Problem::field(
            "within",
            format!("{named:?}: write days such as 90, month, quarter, 2026-03, 2026-Q1, or ever."),
        )
    })?;
    let end = period.until.tomorrow().ok().and_then(|day| work.zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
    match end {
        Some(end) if end > at => Ok(Horizon::Until(end)),
        _ => Err(Problem::field("within", format!("{} is over by {today}; choose a later one.", period.name()))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;
    use crate::work::WorkSettings;

    #[rstest]
    #[case(None, "90 days")]
    #[case(Some(" 30 "), "30 days")]
    #[case(Some("0"), "refused")]
    #[case(Some("731"), "refused")]
    #[case(Some("ever"), "ever")]
    // in Berlin the new year has begun
    #[case(Some("month"), "2026-01-31T23:00:00Z")]
    #[case(Some("quarter"), "2026-03-31T22:00:00Z")]
    #[case(Some("2026-02"), "2026-02-28T23:00:00Z")]
    #[case(Some("2026-Q2"), "2026-06-30T22:00:00Z")]
    #[case(Some("2025-Q4"), "refused")]
    #[case(Some("2026-13"), "refused")]
    #[case(Some("soon"), "refused")]
    fn horizons(#[case] within: Option<&str>, #[case] expected: &str) {
        let work = WorkSettings { zone: "Europe/Berlin".into(), ..WorkSettings::default() }.read().unwrap();
        let found = match horizon(within, "2025-12-31T23:30:00Z".parse().unwrap(), &work) {
            Ok(Horizon::Days(days)) => format!("{days} days"),
            Ok(Horizon::Until(end)) => end.to_string(),
            Ok(Horizon::Ever) => "ever".into(),
            Err(problem) => {
                assert_eq!(problem.status, 422);
                "refused".into()
            }
        };
        assert_eq!(found, expected);
    }
}
