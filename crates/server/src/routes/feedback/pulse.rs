//! The short survey: asked, answered, read. Nothing here keeps or tells who answered what.

use axum::{extract::State, http::StatusCode};
use model::feedback::pulse::{LONGEST_SENTENCE, PulseSettings, SCALE};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    feedback::pulse::{PulseResults, SavedPulse, is_asked},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Problem},
    state::App,
};

/// What is asked of who asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct PulseQuestions {
    /// The round.
    pub round: Uuid,
    /// The questions.
    pub questions: Vec<String>,
    /// They are answered from 1 to this.
    pub scale: u8,
    /// They were skipped, which can be taken back.
    pub skipped: bool,
}

/// Whether something is asked of who asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct PulseAsked {
    /// What; none where nothing is, or it was answered.
    pub asked: Option<PulseQuestions>,
}

/// What is asked of who asks: the round that runs, until they have answered it.
#[utoipa::path(get, path = "/pulse", tag = "Feedback", responses((status = 200, body = PulseAsked)))]
pub async fn asked(State(app): State<App>, who: Actor) -> Answer<Json<PulseAsked>> {
    if !is_asked(who.role) {
        return Ok(Json(PulseAsked { asked: None }));
    }
    let running = app.store.pulse_rounds().await?.into_iter().rfind(|round| round.closed.is_none());
    let Some(round) = running else { return Ok(Json(PulseAsked { asked: None })) };
    let settled = app.store.pulse_settled(round.id, who.id).await?;
    let skipped = settled == Some(true);
    let asked = (settled != Some(false)).then_some(PulseQuestions {
        round: round.id,
        questions: round.questions,
        scale: SCALE,
        skipped,
    });
    Ok(Json(PulseAsked { asked }))
}

/// Answers to a round.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PulseAnswer {
    /// The round.
    pub round: Uuid,
    /// An answer from 1 to 5 to each question, in their order.
    pub scores: Vec<u8>,
    /// A free sentence; at most 500 characters.
    #[serde(default)]
    pub words: Option<String>,
}

/// Answers a round. What is kept are counts, apart from who has answered; it cannot be changed afterwards.
#[utoipa::path(post, path = "/pulse/answers", tag = "Feedback", request_body = PulseAnswer,
    responses((status = 204)))]
pub async fn answer(State(app): State<App>, who: Actor, Json(given): Json<PulseAnswer>) -> Answer<StatusCode> {
    let round = app.store.pulse_rounds().await?.into_iter().find(|round| round.id == given.round);
    let round = round.ok_or_else(|| Problem::field("round", "Nothing of the kind was asked. Load the page again."))?;
    if given.scores.len() != round.questions.len() {
        let message = format!("Answer each of the {} questions, or skip this time.", round.questions.len());
        return Err(Problem::field("scores", message));
    }
    if given.scores.iter().any(|score| !(1..=SCALE).contains(score)) {
        return Err(Problem::field("scores", format!("Answers are numbers from 1 to {SCALE}.")));
    }
    let words: String = given.words.unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let words = words.trim();
    if words.chars().count() > LONGEST_SENTENCE {
        return Err(Problem::field("words", format!("At most {LONGEST_SENTENCE} characters, please.")));
    }
    let words = Some(words).filter(|words| !words.is_empty());
    let asked = app.pulse_audience().await?;
    app.store.answer_pulse(round.id, (who.id, asked), &given.scores, words).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a round is skipped.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PulseSkip {
    /// The round.
    pub round: Uuid,
    /// False: who asks wants to answer after all.
    pub skips: bool,
}

/// Leaves a round unanswered, or takes that back.
#[utoipa::path(put, path = "/pulse/skip", tag = "Feedback", request_body = PulseSkip, responses((status = 204)))]
pub async fn skip(State(app): State<App>, who: Actor, Json(of): Json<PulseSkip>) -> Answer<StatusCode> {
    app.store.skip_pulse(of.round, who.id, of.skips).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is asked, and how often.
#[utoipa::path(get, path = "/pulse/settings", tag = "Feedback", responses((status = 200, body = SavedPulse)))]
pub async fn settings(State(app): State<App>) -> Answer<Json<SavedPulse>> {
    Ok(Json(app.pulse().await?))
}

/// Says what is asked, and how often. A round that runs keeps its words.
#[utoipa::path(put, path = "/pulse/settings", tag = "Feedback", params(("if-match" = String, Header)),
    request_body = PulseSettings, responses((status = 200, body = SavedPulse)))]
pub async fn keep_settings(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Json(new): Json<PulseSettings>,
) -> Answer<Json<SavedPulse>> {
    Ok(Json(app.keep_pulse(seen.needed()?, new, &who.name).await?))
}

/// Begins the next round now; the one that runs ends. Those after it are counted from today.
#[utoipa::path(post, path = "/pulse/rounds", tag = "Feedback", responses((status = 201, body = PulseResults)))]
pub async fn begin(State(app): State<App>) -> Answer<(StatusCode, Json<PulseResults>)> {
    let settings = app.pulse().await?.settings;
    if !settings.on {
        return Err(Problem::conflict("The survey is off. Turn it on first."));
    }
    let last = app.store.pulse_rounds().await?.last().map_or(0, |round| round.no);
    app.begin_pulse(last, &settings).await?;
    Ok((StatusCode::CREATED, Json(app.pulse_results().await?)))
}

/// What the survey says, from three answers a round on.
#[utoipa::path(get, path = "/measure/pulse", tag = "Feedback", responses((status = 200, body = PulseResults)))]
pub async fn results(State(app): State<App>) -> Answer<Json<PulseResults>> {
    Ok(Json(app.pulse_results().await?))
}
