//! Metrics: those that every team has, and those that a team makes.

use axum::{extract::State, http::StatusCode, response::IntoResponse};
use insight::{
    discover::stages_in_order,
    log::EventLog,
    measure::{
        StandingOut,
        metric::{Brought, Chosen, StandardMetric, drill, figures, standard},
        standing_out,
    },
};
use model::{Outcome, Timestamp, ids::DealId, metric::Metric};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::imports::csv;
use crate::{
    guard::{Actor, IfMatch},
    metrics::{METRIC, MOST, MetricAnswer, MetricLine, MetricParams},
    problem::{Answer, Json, Path, Problem, Query, Repeated},
    selection::{InPeriod, PeriodParams, Selected, SelectionParams},
    state::App,
};

/// Deals listed behind a figure.
const MOST_DEALS: usize = 500;

/// All routes about metrics.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, remove))
        .routes(routes!(see))
        .routes(routes!(see_csv))
        .routes(routes!(deals))
        .routes(routes!(preview))
        .routes(routes!(stands_out))
}

/// All metrics.
#[derive(Debug, Serialize, ToSchema)]
pub struct MetricCatalogue {
    /// Those that every team has, each with its page.
    pub standard: Vec<StandardPage>,
    /// Those that the team made.
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

/// Changes it.
#[utoipa::path(put, path = "/metrics/{id}", tag = "Measure", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Metric, responses((status = 200, body = MetricLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(metric): Json<Metric>,
) -> Answer<Json<MetricLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, metric).await?))
}

/// Takes it away.
#[utoipa::path(delete, path = "/metrics/{id}", tag = "Measure", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(METRIC, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A metric by its short id, worked out: of all deals together, broken down by up to two things, over time, against
/// another time. Of all time if no period is given.
#[utoipa::path(get, path = "/metrics/{id}/figures", tag = "Measure",
    params(("id" = String, Path), SelectionParams, PeriodParams, MetricParams), responses((status = 200, body = MetricAnswer)))]
pub async fn see(
    State(app): State<App>,
    Path(name): Path<String>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
) -> Answer<Json<MetricAnswer>> {
    Ok(Json(app.metric_answer(name, (selection, period, params)).await?))
}

/// The same as CSV.
#[utoipa::path(get, path = "/metrics/{id}/figures.csv", tag = "Measure",
    params(("id" = String, Path), SelectionParams, PeriodParams, MetricParams),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn see_csv(
    State(app): State<App>,
    Path(name): Path<String>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
) -> Answer<impl IntoResponse> {
    let table = app.of_metric(name, (selection, period, params), |log, (metric, _), question| {
        (format!("{}.csv", metric.id), figures(log, &metric, question).csv())
    });
    let (file, text) = table.await?;
    Ok(csv(&file, text))
}

/// The deals behind a metric's figure, or behind one group of it.
#[utoipa::path(get, path = "/metrics/{id}/deals", tag = "Measure",
    params(("id" = String, Path), SelectionParams, PeriodParams, MetricParams, GroupParams),
    responses((status = 200, body = MetricDeals)))]
pub async fn deals(
    State(app): State<App>,
    Path(name): Path<String>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
    Repeated(group): Repeated<GroupParams>,
) -> Answer<Json<MetricDeals>> {
    let found = app.of_metric(name, (selection, period, params), move |log, (metric, _), question| {
        let (found, total) = drill(log, &metric, question, &group.value, MOST_DEALS);
        MetricDeals { total: total as u64, deals: found.into_iter().map(|brings| shown(log, brings)).collect() }
    });
    Ok(Json(found.await?))
}

/// A metric worked out before it is kept.
#[utoipa::path(post, path = "/metrics/preview", tag = "Measure", params(SelectionParams, PeriodParams, MetricParams),
    request_body = Metric, responses((status = 200, body = MetricAnswer)))]
pub async fn preview(
    State(app): State<App>,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
    Repeated(params): Repeated<MetricParams>,
    Json(metric): Json<Metric>,
) -> Answer<Json<MetricAnswer>> {
    sound(&metric)?;
    let asked = app.asked(selection, period, params).await?;
    let (sentence, counts) = (metric.sentence(), metric.counts_when());
    let answered = app.on_log(move |log| {
        let question = asked.question(log, &metric)?;
        let figures = figures(log, &metric, &question);
        Ok::<_, Problem>((metric, figures))
    });
    let (metric, figures) = answered.await??;
    let marks = app.metric_marks(&figures).await?;
    Ok(Json(MetricAnswer { metric, sentence, counts, page: None, figures, marks }))
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
    let asked = app.asked(selection, period, MetricParams::default()).await?;
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

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, metric: Metric) -> Answer<MetricLine> {
    sound(&metric)?;
    let own = app.metrics().await?;
    if seen == 0 && own.len() >= MOST {
        return Err(Problem::bad(format!("There are {MOST} metrics of your own already; take one away first.")));
    }
    let standard = app.on_log(|log| standard(log, &Chosen::default())).await?;
    let same_id = |other: &Metric| other.id == metric.id;
    if standard.iter().any(|page| same_id(&page.metric))
        || own.iter().any(|line| line.id != id && same_id(&line.metric))
    {
        return Err(Problem::field("id", format!("There is a metric {:?} already.", metric.id)));
    }
    let content = serde_json::to_value(&metric).map_err(Problem::internal)?;
    let kept = app.store.keep_record(METRIC, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(MetricLine { id, version: kept.version, sentence: metric.sentence(), metric })
}
