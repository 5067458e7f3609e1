//! What was answered: together, deal by deal beside the log, as CSV; and a manager's correction.

use axum::{extract::State, http::StatusCode, response::IntoResponse};
use insight::{
    discover::interview::{InterviewSummary, Told, interviews, told, told_about},
    select::Selection,
    table::Table,
};
use model::{
    ids::DealId,
    interview::{Reply, Screen, screens},
};

use super::by_link::keep;
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Deals shown at once; a CSV has all.
const MOST_SHOWN: usize = 100;

/// The questions of the interview, screen by screen.
#[utoipa::path(get, path = "/interviews/questions", tag = "Interviews", responses((status = 200, body = [Screen])))]
pub async fn questions() -> Json<&'static [Screen]> {
    Json(screens())
}

/// What the interviews about the selected deals say together.
#[utoipa::path(get, path = "/interviews/summary", tag = "Interviews", params(SelectionParams),
    responses((status = 200, body = InterviewSummary)))]
pub async fn summary(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<InterviewSummary>> {
    Ok(Json(app.on_log(move |log| interviews(log, &selection)).await?))
}

/// The answers about the selected deals, each beside what the log says; of the last hundred deals.
#[utoipa::path(get, path = "/interviews/answers", tag = "Interviews", params(SelectionParams),
    responses((status = 200, body = Vec<Told>)))]
pub async fn list(State(app): State<App>, Selected(selection): Selected) -> Answer<Json<Vec<Told>>> {
    Ok(Json(all_told(&app, selection, MOST_SHOWN).await?))
}

async fn all_told(app: &App, selection: Selection, most: usize) -> Answer<Vec<Told>> {
    let mut ids = app.on_log(move |log| told_about(log, &selection)).await?;
    ids.truncate(most);
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let mut events = app.store.events_of(some).await?;
        let deals = app.store.deals(some).await?;
        all.extend(deals.iter().filter_map(|d| told(d, &events.remove(&d.id).unwrap_or_default())));
    }
    Ok(all)
}

/// The answers about the selected deals, one a row.
#[utoipa::path(get, path = "/interviews/answers.csv", tag = "Interviews", params(SelectionParams),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(State(app): State<App>, Selected(selection): Selected) -> Answer<impl IntoResponse> {
    let told = all_told(&app, selection, usize::MAX).await?;
    Ok(super::super::imports::csv("interviews.csv", table(&told).csv()))
}

fn table(told: &[Told]) -> Table {
    let header = [
        "deal",
        "account",
        "owner",
        "outcome",
        "closed",
        "question",
        "answer",
        "answered by",
        "answered at",
        "the log says",
        "agrees",
    ];
    let rows = told.iter().flat_map(|deal| {
        deal.answers.iter().map(move |answer| {
            let beside = answer.beside.as_ref();
            let agrees = match beside.and_then(|b| b.agrees) {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            vec![
                deal.name.clone(),
                deal.account.clone().unwrap_or_default(),
                deal.owner.clone().unwrap_or_default(),
                deal.outcome.word().to_owned(),
                deal.closed.map(|at| at.strftime("%Y-%m-%d").to_string()).unwrap_or_default(),
                answer.name.clone(),
                answer.text.clone(),
                answer.by.clone().unwrap_or_default(),
                answer.at.to_string(),
                beside.map(|b| b.log.clone()).unwrap_or_default(),
                agrees.to_owned(),
            ]
        })
    });
    Table::of_texts(&header, rows.collect())
}

/// Puts an answer in another's place; an empty one takes it back. The earlier answer stays in the deal's history.
#[utoipa::path(put, path = "/interviews/answers/{deal}/{question}", tag = "Interviews",
    params(("deal" = DealId, Path), ("question" = String, Path)), request_body = Reply, responses((status = 204)))]
pub async fn correct(
    State(app): State<App>,
    who: Actor,
    Path((id, question)): Path<(DealId, String)>,
    Json(reply): Json<Reply>,
) -> Answer<StatusCode> {
    let deal = app.store.deal(id).await?.ok_or_else(|| Problem::not_found("There is no such deal."))?;
    let events = app.store.events(id).await?;
    keep(&app, &deal, events, &question, &reply, &who.name).await?;
    Ok(StatusCode::NO_CONTENT)
}
