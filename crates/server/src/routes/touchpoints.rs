//! What happened between the prospect and us, and what they answered: logged by hand.

use std::collections::BTreeMap;

use axum::{extract::State, response::IntoResponse};
use model::{
    Event, Side, Timestamp,
    event::{BOOK_KEEPING, kind},
    ids::DealId,
    process::Content,
    touchpoint::{Touchpoint, touchpoints as common},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    deals::{append, checked, found},
    users::text,
};
use crate::{
    deal_view::{DealView, blank},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// A touchpoint that took place.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTouchpoint {
    /// Its kind: one of `/touchpoints`, or a team's own.
    pub kind: String,
    /// Whose act.
    pub side: Side,
    /// When; now if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
    /// Who did it; of a rep's act who logs it, if left out.
    #[serde(default)]
    pub actor: Option<String>,
    /// `tag`, `role`, `content`, `objection`, `answer`, `note`, … What names content of the library by its id or title is
    /// kept with its kind.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

/// Logs a touchpoint: a call, a meeting, an e-mail, and who acted.
#[utoipa::path(post, path = "/deals/{id}/touchpoints", tag = "Run", params(("id" = DealId, Path)), request_body = NewTouchpoint,
    responses((status = 200, body = DealView)))]
pub async fn touch(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewTouchpoint>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let kind = text("kind", &new.kind)?;
    let low = kind.to_lowercase();
    let reserved = BOOK_KEEPING
        .iter()
        .chain(&["approval.", "call.attended", kind::QUOTE_WRITTEN])
        .any(|start| low.starts_with(start));
    if reserved || kind.chars().any(char::is_control) {
        return Err(Problem::field(
            "kind",
            format!("{kind:?} is not a touchpoint; choose call, meeting.attended or another."),
        ));
    }
    let now = app.now();
    let at = new.at.unwrap_or(now);
    if at > now.saturating_add(jiff::SignedDuration::from_mins(5)).unwrap_or(now) {
        return Err(Problem::field("at", "This is in the future. Log it when it has taken place."));
    }
    let label = model::touchpoint::touchpoint(&kind).map(|t| t.label.to_owned());
    let mine = (new.side == Side::Rep).then(|| who.name.clone());
    let mut attributes = checked(new.attributes)?;
    if attributes.contains_key(model::quote::told::ID) {
        return Err(Problem::field("quote", "What happens to a quote is written down by itself."));
    }
    if attributes.contains_key(model::meeting::ID) {
        return Err(Problem::field("meeting", "What happens to a planned meeting is written down at the meeting."));
    }
    attributes.retain(|_, value| !value.trim().is_empty());
    if attributes.get("link").is_some_and(|link| !link.starts_with("https://") && !link.starts_with("http://")) {
        return Err(Problem::field("link", "A link begins with https://."));
    }
    if let Some(content) = attributes.get_mut("content") {
        let processes = app.processes().await?;
        let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
        let item = process.and_then(|process| process.library.iter().find(|item| item.is_named(content)));
        *content = item.map_or_else(|| content.clone(), Content::written);
    }
    let event = Event {
        activity: label.unwrap_or_else(|| kind.clone()),
        kind,
        side: new.side,
        actor: new.actor.filter(|a| !a.trim().is_empty()).or(mine),
        attributes,
        ..blank(id, at)
    };
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}

/// An answer to a question of the process.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAnswer {
    /// The question's id.
    pub question: String,
    /// The answer; an empty one takes an earlier one back.
    pub answer: String,
}

/// Answers a question.
#[utoipa::path(post, path = "/deals/{id}/answers", tag = "Run", params(("id" = DealId, Path)), request_body = NewAnswer,
    responses((status = 200, body = DealView)))]
pub async fn answer(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewAnswer>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let question = text("question", &new.question)?;
    let attributes = checked([("question".to_owned(), question.clone()), ("answer".to_owned(), new.answer)].into())?;
    let event = Event {
        kind: kind::ANSWER.into(),
        activity: format!("Answered: {question}"),
        attributes,
        actor: Some(who.name.clone()),
        ..blank(id, app.now())
    };
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}

/// The common touchpoints, for forms.
#[utoipa::path(get, path = "/touchpoints", tag = "Run", responses((status = 200, body = Vec<Touchpoint>)))]
pub async fn list() -> Json<Vec<&'static Touchpoint>> {
    Json(common().iter().collect())
}
