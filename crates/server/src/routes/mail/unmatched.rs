//! What came to the workspace's mailbox and belongs to no deal yet.

use axum::{extract::State, http::StatusCode};
use model::{Deal, Event, event::kind, ids::DealId};
use serde::{Deserialize, Serialize};
use store::ReceivedRecord;
use utoipa::ToSchema;
use uuid::Uuid;

use super::deal::IncomingMail;
use crate::{
    deal_view::blank,
    guard::Actor,
    leads::{NewLead, intake::Arrival},
    mail::{sending, sorting::attached},
    problem::{Answer, Json, Path, Problem},
    routes::deals::found,
    state::App,
};

/// Where leads come from that wrote first.
const SOURCE: &str = "Inbound mail";

/// What belongs to no deal yet, the latest first; at most 200.
#[utoipa::path(get, path = "/mail/unmatched", tag = "Mail", responses((status = 200, body = Vec<IncomingMail>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<IncomingMail>>> {
    Ok(Json(app.store.received_unmatched().await?.into_iter().map(IncomingMail::from).collect()))
}

/// The deal that a message belongs to.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct Attached {
    /// The deal.
    pub deal: DealId,
}

async fn one(app: &App, id: Uuid) -> Answer<ReceivedRecord> {
    app.store.received(id).await?.ok_or_else(|| Problem::not_found("There is no such message."))
}

fn settled() -> Problem {
    Problem::conflict("Somebody has settled this message already.")
}

/// Attaches a message to a deal: it becomes the prospect's act, and the writer a person of the deal.
#[utoipa::path(post, path = "/mail/unmatched/{id}/attach", tag = "Mail", params(("id" = Uuid, Path)),
    request_body = Attached, responses((status = 200, body = Attached)))]
pub async fn attach(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<Uuid>,
    Json(to): Json<Attached>,
) -> Answer<Json<Attached>> {
    let deal = found(&app, to.deal).await?;
    who.may_change(&deal)?;
    let message = one(&app, id).await?;
    if !app.store.settle_received(id, Some(deal.id), &who.name).await? {
        return Err(settled());
    }
    sending::add(&app, deal.id, person(&app, &who, deal.id, &message)).await?;
    sending::add(&app, deal.id, attached(&deal, &message)).await?;
    Ok(Json(to))
}

fn person(app: &App, who: &Actor, deal: DealId, message: &ReceivedRecord) -> Event {
    let name = if message.sender_name.is_empty() { &message.sender } else { &message.sender_name };
    let attributes = [("name", name.clone()), ("email", message.sender.clone())];
    Event {
        kind: kind::PERSON.into(),
        activity: format!("Person: {name}"),
        actor: Some(who.name.clone()),
        attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, app.now())
    }
}

/// Takes a message in as a lead, shared out by the rules; of somebody known, it is noted on the lead or deal that is there.
#[utoipa::path(post, path = "/mail/unmatched/{id}/lead", tag = "Mail", params(("id" = Uuid, Path)),
    responses((status = 201, body = Attached)))]
pub async fn take_in(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<(StatusCode, Json<Attached>)> {
    let message = one(&app, id).await?;
    let key = format!("mail-{id}");
    let arrival = Arrival { key: &key, owner: None, by: Some(&who.name), reopens: true };
    let wrote = |deal| vec![attached(&Deal::new(deal, key.as_str()), &message)];
    let deal = app.take_in(&lead_of(&message), arrival, wrote).await?.deal;
    if !app.store.settle_received(id, Some(deal), &who.name).await? {
        return Err(settled());
    }
    Ok((StatusCode::CREATED, Json(Attached { deal })))
}

/// Who wrote, as a lead.
fn lead_of(message: &ReceivedRecord) -> NewLead {
    NewLead {
        contact: message.sender_name.clone(),
        email: message.sender.clone(),
        account: import::organisation(&message.sender).unwrap_or_default(),
        source: SOURCE.into(),
        ..NewLead::default()
    }
}

/// Puts a message aside that belongs to no deal.
#[utoipa::path(delete, path = "/mail/unmatched/{id}", tag = "Mail", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn dismiss(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    if app.store.settle_received(id, None, &who.name).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    one(&app, id).await?;
    Err(settled())
}

/// Brings a message back that was put aside.
#[utoipa::path(put, path = "/mail/unmatched/{id}", tag = "Mail", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn restore(State(app): State<App>, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    let message = one(&app, id).await?;
    if message.deal.is_some() {
        return Err(Problem::conflict("It belongs to a deal."));
    }
    app.store.unsettle_received(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
