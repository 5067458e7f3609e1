//! Metrics: those that every team has, and those that a team makes.

use axum::{extract::State, http::StatusCode};
use insight::{
    discover::stages_in_order,
    log::EventLog,
    measure::{
        StandingOut,
        metric::{Brought, Chosen, StandardMetric, deals_table, drill, figures, standard},
        standing_out,
    },
    table::Table,
};
use model::{
    Outcome, Timestamp,
    ids::DealId,
    metric::{Metric, STANDARD_IDS},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    metrics::{METRIC, MOST, MetricAnswer, MetricLine, MetricParams},
    problem::{Answer, Json, Path, Problem, Query, Repeated},
    selection::{InPeriod, PeriodParams, Selected, SelectionParams},
    state::App,
    tables::table_files,
};

/// Deals listed behind a figure.
const MOST_DEALS: usize = 500;
/// Deals in a file.
const MOST_ROWS: usize = 100_000;

/// All routes about metrics.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, remove))
        .routes(routes!(see))
        .routes(routes!(see_csv))
        .routes(routes!(see_json))
        .routes(routes!(see_parquet))
        .routes(routes!(deals))
        .routes(routes!(deals_csv))
        .routes(routes!(deals_json))
        .routes(routes!(deals_parquet))
        .routes(routes!(preview))
        .routes(routes!(stands_out))
}

/// All metrics.
#[derive(Debug, Serialize, ToSchema)]
pub struct MetricCatalogue {
    /// Those that every team has, each with its page.
    pub standard: Vec<StandardPage>,
    /// Those of the team's own: made in the browser, or of an active process.
    pub own: Vec<MetricLine>,
    /// Stages of the data, in order.
    pub stages: Vec<String>,
    /// The last moment that the data tells of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// How many deals there are.
    pub deals: u64,
}

/// A standard metric with its page.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandardPage {
    /// The metric, its formula, an example and its source.
    #[serde(flatten)]
    pub page: StandardMetric,
    /// What it figures, in a sentence.
    pub sentence: String,
    /// When a deal counts.
    pub counts: String,
}

impl From<StandardMetric> for StandardPage {
    fn from(page: StandardMetric) -> Self {
        Self { sentence: page.metric.sentence(), counts: page.metric.counts_when(), page }
    }
}

/// The deals behind a figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct MetricDeals {
    /// How many there are.
    pub total: u64,
    /// The latest ones, at most 500.
    pub deals: Vec<MetricDeal>,
}

/// A deal behind a figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct MetricDeal {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The rep who owns it.
    pub owner: Option<String>,
    /// The stage it is in.
    pub stage: Option<String>,
    /// Open, won, lost.
    pub outcome: Outcome,
    /// What it brings.
    #[serde(flatten)]
    pub brings: Brought,
}

/// Which group.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct GroupParams {
    /// The values of the group, one for each thing in `by`; all deals where none are given.
    pub value: Vec<String>,
}

/// Who is compared.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AmongParams {
    /// The field whose values are compared; `owner` if left out.
    pub among: Option<String>,
}

/// All metrics.
#[utoipa::path(get, path = "/metrics", tag = "Measure", responses((status = 200, body = MetricCatalogue)))]
pub async fn list(State(app): State<App>) -> Answer<Json<MetricCatalogue>> {
    let own = app.metrics().await?;
    let found = app.on_log(move |log| MetricCatalogue {
        standard: standard(log, &Chosen::default()).into_iter().map(StandardPage::from).collect(),
        own,
        stages: stages_in_order(log),
        as_of: log.as_of(),
        deals: log.deals() as u64,
    });
    Ok(Json(found.await?))
}

/// Adds a metric of the team's own.
#[utoipa::path(post, path = "/metrics", tag = "Measure", request_body = Metric, responses((status = 201, body = MetricLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(metric): Json<Metric>,
) -> Answer<(StatusCode, Json<MetricLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, metric).await?)))
}

/// Changes it. One that a process has is changed in the process file.
#[utoipa::path(put, path = "/metrics/{id}", tag = "Measure", params(("id" = String, Path), ("if-match" = String, Header)),
    request_body = Metric, responses((status = 200, body = MetricLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<String>,
    Json(metric): Json<Metric>,
) -> Answer<Json<MetricLine>> {
    let id = record(&app, &id).await?;
    Ok(Json(keep(&app, &who, id, seen.needed()?, metric).await?))
}

/// Takes it away. One that a process has is taken out of the process file.
#[utoipa::path(delete, path = "/metrics/{id}", tag = "Measure", params(("id" = String, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<String>) -> Answer<StatusCode> {
    let id = record(&app, &id).await?;
    app.store.keep_record(METRIC, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A metric by its short id, worked out: of all deals together, broken down by up to two things, over time, against
/// another time. Of all time if no period is given.
#[utoipa::path(get, path = "/metrics/{id}/figures", tag = "Measure",
    params(("id" = String, Path), SelectionParams, PeriodParams, MetricParams), responses((status = 200, body = MetricAnswer)))]
pub async fn see(
    State(app): State<App>,
    who: Actor,
    Path(name): Path<String>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
) -> Answer<Json<MetricAnswer>> {
    Ok(Json(app.metric_answer(name, (selection, period, params), Some(&who)).await?))
}

/// The deals behind a metric's figure, or behind one group of it.
#[utoipa::path(get, path = "/metrics/{id}/deals", tag = "Measure",
    params(("id" = String, Path), SelectionParams, PeriodParams, MetricParams, GroupParams),
    responses((status = 200, body = MetricDeals)))]
pub async fn deals(
    State(app): State<App>,
    who: Actor,
    Path(name): Path<String>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
    Repeated(group): Repeated<GroupParams>,
) -> Answer<Json<MetricDeals>> {
    let found = app.of_metric(name, ((selection, period, params), Some(&who)), move |log, (metric, _), question| {
        let (found, total) = drill(log, &metric, question, &group.value, MOST_DEALS);
        MetricDeals { total: total as u64, deals: found.into_iter().map(|brings| shown(log, brings)).collect() }
    });
    Ok(Json(found.await?))
}

type SaidOfFigures = (Actor, Path<String>, Selected, InPeriod, Repeated<MetricParams>);
type SaidOfDeals = (Actor, Path<String>, Selected, InPeriod, Repeated<MetricParams>, Repeated<GroupParams>);

async fn figures_table(
    app: &App,
    (who, Path(name), Selected(selection), InPeriod(period), Repeated(params)): SaidOfFigures,
) -> Answer<(String, Table)> {
    app.of_metric(name, ((selection, period, params), Some(&who)), |log, (metric, _), question| {
        let table = figures(log, &metric, question).rows();
        (metric.id, table)
    })
    .await
}

async fn table_of_deals(
    app: &App,
    (who, Path(name), Selected(selection), InPeriod(period), Repeated(params), Repeated(group)): SaidOfDeals,
) -> Answer<(String, Table)> {
    app.of_metric(name, ((selection, period, params), Some(&who)), move |log, (metric, _), question| {
        let (found, _) = drill(log, &metric, question, &group.value, MOST_ROWS);
        (format!("{}-deals", metric.id), deals_table(log, &metric, &found))
    })
    .await
}

table_files! {
    ask: SaidOfFigures, table: figures_table, tag: "Measure",
    params: (("id" = String, Path), SelectionParams, PeriodParams, MetricParams),
    /// The figures of a metric as CSV: one row for all together, one a group, one a step, one a step of a group.
    see_csv: Csv "/metrics/{id}/figures.csv" "text/csv";
    /// The same as JSON.
    see_json: Json "/metrics/{id}/figures.json" "application/json";
    /// The same as Parquet.
    see_parquet: Parquet "/metrics/{id}/figures.parquet" "application/vnd.apache.parquet";
}

table_files! {
    ask: SaidOfDeals, table: table_of_deals, tag: "Measure",
    params: (("id" = String, Path), SelectionParams, PeriodParams, MetricParams, GroupParams),
    /// The deals behind a metric's figure, or behind one group of it, as CSV; at most 100,000, the latest ones.
    deals_csv: Csv "/metrics/{id}/deals.csv" "text/csv";
    /// The same as JSON.
    deals_json: Json "/metrics/{id}/deals.json" "application/json";
    /// The same as Parquet.
    deals_parquet: Parquet "/metrics/{id}/deals.parquet" "application/vnd.apache.parquet";
}

/// A metric worked out before it is kept.
#[utoipa::path(post, path = "/metrics/preview", tag = "Measure", params(SelectionParams, PeriodParams, MetricParams),
    request_body = Metric, responses((status = 200, body = MetricAnswer)))]
pub async fn preview(
    State(app): State<App>,
    who: Actor,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
    Json(metric): Json<Metric>,
) -> Answer<Json<MetricAnswer>> {
    sound(&metric)?;
    let asked = app.asked((selection, period, params), Some(&who)).await?;
    let answered = app.on_log(move |log| {
        let question = asked.question(log, &metric)?;
        let figures = figures(log, &metric, &question);
        Ok::<_, Problem>((metric, None, figures))
    });
    Ok(Json(app.answered(answered.await??).await?))
}

/// Who takes longer in a stage than people usually differ.
#[utoipa::path(get, path = "/measure/standing-out", tag = "Measure", params(SelectionParams, PeriodParams, AmongParams),
    responses((status = 200, body = StandingOut)))]
pub async fn stands_out(
    State(app): State<App>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Query(among): Query<AmongParams>,
) -> Answer<Json<StandingOut>> {
    let asked = app.asked((selection, period, MetricParams::default()), None).await?;
    let field = among.among.unwrap_or_else(|| model::deal::field::OWNER.to_owned());
    let found = app.on_log(move |log| {
        let stages = stages_in_order(log);
        let question = asked.plain(log);
        standing_out(log, &question, &field, &stages)
    });
    Ok(Json(found.await?))
}

fn shown(log: &EventLog, brings: Brought) -> MetricDeal {
    let deal = brings.deal;
    MetricDeal {
        id: log.deal_id(deal),
        name: log.name(deal).to_owned(),
        owner: log.owner(deal).map(str::to_owned),
        stage: log.stage(deal).map(str::to_owned),
        outcome: log.outcome(deal),
        brings,
    }
}

fn sound(metric: &Metric) -> Answer<()> {
    metric.check().map_err(|error| Problem::field(&error.path, error.says))
}

/// The record of a metric that was made in the browser.
///
/// # Errors
/// 409 if a process has a metric of this short id, 404 if the text is no id of a record.
async fn record(app: &App, id: &str) -> Answer<Uuid> {
    if let Ok(id) = id.parse() {
        return Ok(id);
    }
    let own = app.metrics().await?;
    let of_process = own.iter().find(|line| line.metric.id == id).and_then(|line| line.process.as_ref());
    Err(match of_process {
        Some(process) => Problem::conflict(format!(
            "The metric {id:?} is kept in the file of the process “{}”; change it there, under Define.",
            process.name
        )),
        None => Problem::not_found(format!("There is no metric {id:?} to change; name it by the id of its record.")),
    })
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, metric: Metric) -> Answer<MetricLine> {
    sound(&metric)?;
    let own = app.metrics().await?;
    if seen == 0 && own.iter().filter(|line| line.process.is_none()).count() >= MOST {
        return Err(Problem::bad(format!("There are {MOST} metrics of your own already; take one away first.")));
    }
    if STANDARD_IDS.contains(&metric.id.as_str()) {
        return Err(Problem::field("id", format!("Every team has a metric {:?}; choose another id.", metric.id)));
    }
    if let Some(other) = own.iter().find(|line| line.id != Some(id) && line.metric.id == metric.id) {
        let of = other.process.as_ref().map_or_else(String::new, |of| format!(" in the process “{}”", of.name));
        return Err(Problem::field("id", format!("There is a metric {:?}{of} already.", metric.id)));
    }
    let content = serde_json::to_value(&metric).map_err(Problem::internal)?;
    let kept = app.store.keep_record(METRIC, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(MetricLine::made(metric, id, kept.version))
}
