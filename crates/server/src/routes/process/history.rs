//! Criteria tested on history, and what history suggests.

use axum::extract::State;
use insight::{
    define::{CriterionHistory, Suggestion, criterion_history},
    select::Selection,
};
use model::{language::Language, process::Criterion};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{Which, Written};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Problem, Query},
    selection::Selected,
    state::App,
};

/// A criterion to test.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TestedCriterion {
    /// The id of its stage.
    pub stage: String,
    /// It.
    pub criterion: Criterion,
    /// The process that it is of, as the editor has it; the active one if left out.
    #[serde(default)]
    #[schema(value_type = Option<model::process::Process>)]
    pub process: Option<serde_json::Value>,
}

/// Tests a criterion on history: of the closed deals that moved on from its stage, how many had met it by then, won
/// against lost; and the open deals that it would hold.
#[utoipa::path(post, path = "/process/criterion", tag = "Define", params(Which, crate::selection::SelectionParams),
    request_body = TestedCriterion, responses((status = 200, body = CriterionHistory)))]
pub async fn criterion(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Selected(selection): Selected,
    Json(tested): Json<TestedCriterion>,
) -> Answer<Json<CriterionHistory>> {
    let written = Written { process: tested.process, ..Written::default() };
    let process = written.or_active(&app, &which).await?;
    if process.stage(&tested.stage).is_none() {
        return Err(Problem::field("stage", format!("The process has no stage `{}`.", tested.stage)));
    }
    let language = Language::of_tag(&process.language).unwrap_or(who.language);
    let now = app.now();
    let work = move |log: &insight::log::EventLog| {
        criterion_history(log, &process, &tested.stage, &tested.criterion.test, &selection, language, now)
    };
    Ok(Json(app.on_log(work).await?))
}

/// Of which stage.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfStage {
    /// The process's id; the first one if left out.
    #[serde(default)]
    pub process: Option<String>,
    /// The stage's id.
    pub stage: String,
}

/// The acts of the prospect that best parted won from lost deals at a stage, as criteria to take.
#[utoipa::path(get, path = "/process/suggestions", tag = "Define", params(OfStage), responses((status = 200, body = Vec<Suggestion>)))]
pub async fn suggestions(
    State(app): State<App>,
    who: Actor,
    Query(of): Query<OfStage>,
) -> Answer<Json<Vec<Suggestion>>> {
    let process = (*Which { process: of.process }.needed(&app).await?.process).clone();
    if process.stage(&of.stage).is_none() {
        return Err(Problem::field("stage", format!("The process has no stage `{}`.", of.stage)));
    }
    let language = Language::of_tag(&process.language).unwrap_or(who.language);
    let work = move |log: &insight::log::EventLog| {
        insight::define::suggestions(log, &process, &of.stage, &Selection::default(), language)
    };
    Ok(Json(app.on_log(work).await?))
}
