//! A second person's word on a move without the required criteria.

use axum::extract::State;
use model::{
    Event,
    after::attribute,
    event::kind,
    ids::{DealId, EventId},
    process::{OverrideAsked, granted, override_asked},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::deals::{found, no_process, refused, shown};
use crate::{
    deal_view::{DealView, blank},
    guard::Actor,
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const LONGEST_NOTE: usize = 1_000;

/// A decision on a move that is asked for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MoveDecision {
    /// Whether it may move all the same.
    pub granted: bool,
    /// Why, for who asked.
    #[serde(default)]
    pub note: String,
}

fn none() -> Problem {
    Problem::conflict("No move of this deal waits for approval. Load the page again.")
}

/// Whether somebody asked for this move themselves: by their id, or by name where no id was kept.
fn is_own(asked: &OverrideAsked, who: &Actor) -> bool {
    asked.user.map_or(asked.by.as_deref() == Some(who.name.as_str()), |user| user == who.id)
}

/// Decides on a move that somebody else asked for. Granting it moves the deal.
#[utoipa::path(post, path = "/deals/{id}/override", tag = "Run", params(("id" = DealId, Path)),
    request_body = MoveDecision, responses((status = 200, body = DealView)))]
pub async fn decide(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(decision): Json<MoveDecision>,
) -> Answer<Json<DealView>> {
    let deal = found(&app, id).await?;
    let events = app.store.events(id).await?;
    let asked = override_asked(&events).ok_or_else(none)?;
    if is_own(&asked, &who) {
        return Err(Problem::forbidden("You asked for this approval; somebody else has to give it."));
    }
    let note = decision.note.trim().to_owned();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Problem::field("note", format!("At most {LONGEST_NOTE} characters, please.")));
    }
    let mut decided = if decision.granted {
        let processes = app.processes().await?;
        let (process, _) = processes.of_deal(&deal).ok_or_else(no_process)?.of_deal(&deal);
        let drafts = granted(process, &deal, &events, &asked, app.now(), Some(&who.name)).map_err(refused)?;
        drafts.into_iter().map(|draft| draft.into_event(EventId(Uuid::now_v7()), id)).collect()
    } else {
        let activity = "Refused: move against the process".to_owned();
        vec![ours(&app, &who, id, kind::OVERRIDE_DECLINED, activity)]
    };
    if let Some(first) = decided.first_mut().filter(|_| !note.is_empty()) {
        first.attributes.insert(attribute::NOTE.to_owned(), note);
    }
    // Of two who decide at once, one does.
    let after = app.store.append(id, Some(deal.version), decided).await?;
    app.committed(id, after.version).await?;
    Ok(shown(&app, &who, id).await?.1)
}

/// Takes back the wish to move a deal without its required criteria: who asked, or a manager.
#[utoipa::path(delete, path = "/deals/{id}/override", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = DealView)))]
pub async fn withdraw(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<DealView>> {
    let deal = found(&app, id).await?;
    let asked = override_asked(&app.store.events(id).await?).ok_or_else(none)?;
    if !is_own(&asked, &who) && !matches!(who.role, Role::Owner | Role::Manager) {
        who.may_change(&deal)?;
    }
    let event = ours(&app, &who, id, kind::OVERRIDE_WITHDRAWN, "No longer asked: move against the process".to_owned());
    let after = app.store.append(id, Some(deal.version), vec![event]).await?;
    app.committed(id, after.version).await?;
    Ok(shown(&app, &who, id).await?.1)
}

fn ours(app: &App, who: &Actor, deal: DealId, kind: &str, activity: String) -> Event {
    Event { kind: kind.to_owned(), activity, actor: Some(who.name.clone()), ..blank(deal, app.now()) }
}
