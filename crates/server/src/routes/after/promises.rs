//! What we promised a customer.

use axum::extract::State;
use model::{
    Event,
    after::{PromiseDue, PromiseState, attribute},
    event::kind,
    ids::DealId,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{AfterView, Case, some_words};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Promises of a deal.
const MOST: usize = 200;

/// What became of a promise.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PromiseNews {
    /// How it stands now; `open` takes earlier news back.
    pub became: PromiseState,
}

pub(super) fn promise(app: &App, who: &Actor, case: &Case, new: &PromiseDue, field: &str) -> Answer<Event> {
    let says = some_words(field, &new.says)?;
    let id = uuid::Uuid::now_v7().to_string();
    let due = new.due.map_or_else(String::new, |due| due.to_string());
    let activity = format!("Promised: {}", says.chars().take(100).collect::<String>());
    let told = [(attribute::PROMISE, id), (attribute::SAYS, says), (attribute::DUE, due)];
    Ok(case.ours(app, who, kind::PROMISE_MADE, activity, told))
}

/// Writes down something that we promised.
#[utoipa::path(post, path = "/deals/{id}/promises", tag = "Run", params(("id" = DealId, Path)), request_body = PromiseDue,
    responses((status = 200, body = AfterView)))]
pub async fn make(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<PromiseDue>,
) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    if case.after.promises.len() >= MOST {
        return Err(Problem::conflict(format!("A deal holds at most {MOST} promises.")));
    }
    let event = promise(&app, &who, &case, &new, "says")?;
    case.record(&app, &who, vec![event]).await
}

/// Writes down what became of a promise.
#[utoipa::path(post, path = "/deals/{id}/promises/{promise}", tag = "Run",
    params(("id" = DealId, Path), ("promise" = String, Path)), request_body = PromiseNews,
    responses((status = 200, body = AfterView)))]
pub async fn settle(
    State(app): State<App>,
    who: Actor,
    Path((id, promise)): Path<(DealId, String)>,
    Json(news): Json<PromiseNews>,
) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    let known = case.after.promises.iter().find(|known| known.id == promise);
    let known = known.ok_or_else(|| Problem::not_found("The deal has no such promise. Load the page again."))?;
    let (kind, word) = match news.became {
        PromiseState::Open => (kind::PROMISE_MADE, "Open again"),
        PromiseState::Kept => (kind::PROMISE_KEPT, "Promise kept"),
        PromiseState::Dropped => (kind::PROMISE_DROPPED, "Promise dropped"),
    };
    let activity = format!("{word}: {}", known.says.chars().take(100).collect::<String>());
    let event = case.ours(&app, &who, kind, activity, [(attribute::PROMISE, promise)]);
    case.record(&app, &who, vec![event]).await
}
