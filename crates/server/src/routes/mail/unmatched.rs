//! What came to the workspace's mailbox and belongs to no deal yet.

use axum::{extract::State, http::StatusCode};
use model::{Deal, Event, deal::field, event::kind, ids::DealId, process::StageKind};
use serde::{Deserialize, Serialize};
use store::ReceivedRecord;
use utoipa::ToSchema;
use uuid::Uuid;

use super::deal::IncomingMail;
use crate::{
    deal_view::blank,
    guard::Actor,
    mail::{sending, sorting::attached},
    problem::{Answer, Json, Path, Problem},
    routes::{deals::found, users::text},
    state::App,
};

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

/// A deal that begins with a message.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DealOfMail {
    /// Its name; the subject if left out.
    #[serde(default)]
    pub name: String,
    /// The prospect's organisation; the domain of who wrote if left out.
    #[serde(default)]
    pub account: String,
}

/// Creates a deal from a message: its owner is who asks, its source the mail.
#[utoipa::path(post, path = "/mail/unmatched/{id}/deal", tag = "Mail", params(("id" = Uuid, Path)),
    request_body = DealOfMail, responses((status = 201, body = Attached)))]
pub async fn create(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<Uuid>,
    Json(new): Json<DealOfMail>,
) -> Answer<(StatusCode, Json<Attached>)> {
    let message = one(&app, id).await?;
    let or = |given: &str, other: &str| if given.trim().is_empty() { other.to_owned() } else { given.to_owned() };
    let subject = if message.subject.is_empty() { &message.sender } else { &message.subject };
    let name = text("name", &or(&new.name, subject).chars().take(200).collect::<String>())?;
    let account = or(&new.account, &import::organisation(&message.sender).unwrap_or_default());
    let (key, now) = (format!("mail-{id}"), app.now());
    let deal = DealId::of_key(&key);
    let fields = [
        (field::NAME, name),
        (field::ACCOUNT, account.chars().take(200).collect()),
        (field::OWNER, who.name.clone()),
        ("source", "Inbound mail".to_owned()),
    ];
    let given = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let created = Event {
        kind: kind::CREATED.into(),
        activity: "Created".into(),
        actor: Some(who.name.clone()),
        attributes: given.map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, now)
    };
    let mut probe = Deal::new(deal, key.as_str());
    probe.apply(&created);
    let processes = app.processes().await?;
    let first = processes.of_deal(&probe).and_then(|active| active.process.first(StageKind::Open));
    let entered = first.map(|stage| stage.written().to_owned()).map(|name| Event {
        kind: kind::STAGE.into(),
        activity: name.clone(),
        stage: Some(name),
        actor: Some(who.name.clone()),
        ..blank(deal, now)
    });
    if !app.store.settle_received(id, Some(deal), &who.name).await? {
        return Err(settled());
    }
    let mut events = vec![created];
    events.extend(entered);
    events.extend([person(&app, &who, deal, &message), attached(&probe, &message)]);
    let made = app.store.create_deal(&key, events).await?;
    app.committed(deal, made.version).await?;
    Ok((StatusCode::CREATED, Json(Attached { deal })))
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
