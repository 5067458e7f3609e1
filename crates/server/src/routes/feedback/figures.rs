//! How it stands with what was said, in figures.

use axum::extract::State;
use insight::measure::{TimeToAnswer, time_to_answer};
use model::feedback::{
    Item, State as Standing, Still,
    summary::{PartFeedback, StageFeedback, by_part, by_stage, waits},
    trend::{Point, Step, trend},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    problem::{Answer, Json, Query},
    state::App,
};

/// Weeks or months that are told, at most.
const MOST_STEPS: usize = 26;

/// Of what.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct FigureParams {
    /// Length of a step: `week` (if left out) or `month`.
    #[param(inline)]
    pub step: Step,
    /// Of one process, by its short id.
    pub process: Option<String>,
    /// Of one stage, by its id.
    pub stage: Option<String>,
}

/// What is said of a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackStage {
    /// The process, by its short id.
    pub process: String,
    /// The stage, by its id.
    pub stage: String,
    /// What it is called; what it was called where it is not in the process any more.
    pub name: String,
    /// It is not in the process any more.
    pub gone: bool,
    /// What is said against it.
    #[serde(flatten)]
    pub against: StageFeedback,
    /// Of what is open, what is said of its parts.
    pub parts: Vec<PartFeedback>,
    /// Praise that was not taken back.
    pub praise: u64,
}

/// How it stands with what was said.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackFigures {
    /// What is said against the process and nobody has answered.
    pub unanswered: u64,
    /// What is taken up of it.
    pub taken_up: u64,
    /// What is settled of it.
    pub settled: u64,
    /// Praise.
    pub praise: u64,
    /// How long it takes until an answer.
    pub time_to_answer: TimeToAnswer,
    /// What came up and was settled, week by week or month by month.
    pub trend: Vec<Point>,
    /// By stage, in the order of the process; stages that are not in it any more last.
    pub stages: Vec<FeedbackStage>,
}

/// How it stands with what was said of the process.
#[utoipa::path(get, path = "/measure/feedback", tag = "Feedback", params(FigureParams),
    responses((status = 200, body = FeedbackFigures)))]
pub async fn see(State(app): State<App>, Query(params): Query<FigureParams>) -> Answer<Json<FeedbackFigures>> {
    let items: Vec<Item> = app.feedback().await?.into_iter().map(|saved| saved.item).collect();
    let (now, zone) = (app.now(), app.work().await?.zone);
    let same = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
    let meant = |item: &&Item| same(&params.process, &item.place.process) && same(&params.stage, &item.place.stage);
    let own: Vec<&Item> = items.iter().filter(meant).collect();
    let against = |fits: fn(Standing) -> bool| {
        own.iter().filter(|item| item.counts() && item.kind.is_negative() && fits(item.state)).count() as u64
    };
    let processes = app.processes_now().await?;
    let mut stages: Vec<((usize, usize), FeedbackStage)> = Vec::new();
    for ((process, stage), against) in by_stage(&items, now) {
        let of_stage = || items.iter().filter(|item| item.place.process == process && item.place.stage == stage);
        let Some(last) = of_stage().next_back() else { continue };
        let current = processes.process(&process);
        let gone = last.place.still(current) == Still::StageGone;
        let place = current.and_then(|process| process.stages.iter().position(|other| other.id == stage));
        let name = current.and_then(|process| process.stage(&stage)).map_or(&last.place.stage_name, |own| &own.name);
        let praise = of_stage().filter(|item| item.counts() && !item.kind.is_negative()).count() as u64;
        let (name, parts) = (name.clone(), by_part(of_stage()));
        let key = (usize::from(gone), place.unwrap_or(usize::MAX));
        stages.push((key, FeedbackStage { process, stage, name, gone, against, parts, praise }));
    }
    stages.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    Ok(Json(FeedbackFigures {
        unanswered: against(|state| state == Standing::Open),
        taken_up: against(|state| state == Standing::TakenUp),
        settled: against(|state| !state.is_open()),
        praise: own.iter().filter(|item| item.counts() && !item.kind.is_negative()).count() as u64,
        time_to_answer: time_to_answer(&waits(own.iter().copied(), now)),
        trend: trend(own.iter().copied(), params.step, now, &zone, MOST_STEPS),
        stages: stages.into_iter().map(|(_, stage)| stage).collect(),
    }))
}
