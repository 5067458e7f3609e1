//! What the process asks the prospect to do, and what became of it.

use axum::{extract::State, response::IntoResponse};
use model::{Event, Side, event::kind, ids::DealId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::deals::{append, checked, found, no_process};
use crate::{
    deal_view::{DealView, blank},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// What became of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentWord {
    /// The prospect agreed to it.
    Agreed,
    /// They did it.
    Kept,
    /// They do not any more, or never agreed.
    Dropped,
}

/// Something became of a commitment.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CommitmentNews {
    /// What.
    pub became: CommitmentWord,
    /// The day that was agreed on: `2026-03-31`; by the process if left out.
    #[serde(default)]
    pub due: Option<String>,
    /// Who said so on the prospect's side.
    #[serde(default)]
    pub actor: Option<String>,
}

/// Writes down what became of a commitment that the process asks the prospect for.
#[utoipa::path(post, path = "/deals/{id}/commitments/{stage}/{commitment}", tag = "Run",
    params(("id" = DealId, Path), ("stage" = String, Path), ("commitment" = String, Path)),
    request_body = CommitmentNews, responses((status = 200, body = DealView)))]
pub async fn commit(
    State(app): State<App>,
    who: Actor,
    Path((id, stage, commitment)): Path<(DealId, String, String)>,
    Json(news): Json<CommitmentNews>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let processes = app.processes().await?;
    let (process, _) = processes.of_deal(&deal).ok_or_else(no_process)?.of_deal(&deal);
    let asked = process.stage(&stage).and_then(|s| s.commitments.iter().find(|c| c.id == commitment));
    let gone = || Problem::not_found("The process has no such commitment any more. Load the page again.");
    let asked = asked.ok_or_else(gone)?;
    let due = news.due.filter(|due| !due.trim().is_empty()).map(|due| {
        let day = due.trim().parse::<jiff::civil::Date>();
        day.map_err(|_| Problem::field("due", format!("{due:?} is no day; write it as 2026-03-31.")))
    });
    let due = due.transpose()?;
    let until = match due {
        Some(day) => app.work().await?.end_of(day),
        None => None,
    };
    let until = until.map(|until| ("until".to_owned(), until.to_string()));
    let due = due.map(|day| ("due".to_owned(), day.to_string()));
    let (kind, word, side) = match news.became {
        CommitmentWord::Agreed => (kind::COMMITMENT_AGREED, "Agreed", Side::Prospect),
        CommitmentWord::Kept => (kind::COMMITMENT_KEPT, "Kept", Side::Prospect),
        CommitmentWord::Dropped => (kind::COMMITMENT_DROPPED, "Not agreed", Side::Rep),
    };
    let attributes = [("stage".to_owned(), stage), ("commitment".to_owned(), commitment)];
    let actor = news.actor.filter(|actor| !actor.trim().is_empty());
    let event = Event {
        kind: kind.into(),
        activity: format!("{word}: {}", asked.says),
        side,
        actor: if side == Side::Rep { Some(who.name.clone()) } else { actor },
        attributes: checked(attributes.into_iter().chain(due).chain(until).collect())?,
        ..blank(id, app.now())
    };
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}
