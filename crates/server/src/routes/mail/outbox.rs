//! What goes out, and what became of it.

use axum::extract::State;
use model::{Timestamp, ids::DealId};
use serde::{Deserialize, Serialize};
use store::{MailRecord, MailState};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    guard::Actor,
    mail::sending,
    problem::{Answer, Json, Path, Problem, Query},
    routes::deals::found,
    state::App,
};

const MOST: i64 = 200;

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutgoingState {
    /// It waits to be sent.
    Queued,
    /// It is being handed over.
    Sending,
    /// The server took it.
    Sent,
    /// It cannot be sent.
    Failed,
    /// Nobody may write there.
    Refused,
    /// It may have been sent: somebody has to say.
    Uncertain,
    /// It was taken back before it was sent.
    Cancelled,
}

impl OutgoingState {
    fn of(state: MailState) -> Self {
        match state {
            MailState::Queued => Self::Queued,
            MailState::Sending => Self::Sending,
            MailState::Sent => Self::Sent,
            MailState::Failed => Self::Failed,
            MailState::Refused => Self::Refused,
            MailState::Uncertain => Self::Uncertain,
            MailState::Cancelled => Self::Cancelled,
        }
    }

    fn state(self) -> MailState {
        MailState::ALL.into_iter().find(|state| Self::of(*state) == self).unwrap_or(MailState::Uncertain)
    }
}

/// A mail of ours.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutgoingMail {
    /// Its id.
    pub id: Uuid,
    /// The deal it is about.
    pub deal: Option<DealId>,
    /// Who wrote it.
    pub by: Option<String>,
    /// To whom.
    pub to: String,
    /// Their name; may be empty.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// It is a step of a sequence.
    pub is_step: bool,
    /// When it was written.
    #[schema(value_type = String, format = "date-time")]
    pub created: Timestamp,
    /// When it is to go, or is tried next.
    #[schema(value_type = String, format = "date-time")]
    pub due: Timestamp,
    /// What became of it.
    pub state: OutgoingState,
    /// Why.
    pub reason: Option<String>,
    /// How often it was tried.
    pub tries: i64,
    /// When the server took it.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub sent: Option<Timestamp>,
}

impl From<MailRecord> for OutgoingMail {
    fn from(record: MailRecord) -> Self {
        let MailRecord { mail, state, tries, reason, sent } = record;
        Self {
            id: mail.id,
            deal: mail.deal,
            by: mail.by,
            to: mail.recipient,
            to_name: mail.recipient_name,
            subject: mail.subject,
            body: mail.body,
            is_step: mail.step.is_some(),
            created: mail.created,
            due: mail.due,
            state: OutgoingState::of(state),
            reason,
            tries,
            sent,
        }
    }
}

/// Which mails.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OutboxOf {
    /// In this state alone.
    pub state: Option<OutgoingState>,
}

/// The latest 200 mails to prospects.
#[utoipa::path(get, path = "/mail/outbox", tag = "Mail", params(OutboxOf), responses((status = 200, body = Vec<OutgoingMail>)))]
pub async fn list(State(app): State<App>, Query(of): Query<OutboxOf>) -> Answer<Json<Vec<OutgoingMail>>> {
    let mails = app.store.latest_mails(of.state.map(OutgoingState::state), MOST).await?;
    Ok(Json(mails.into_iter().map(OutgoingMail::from).collect()))
}

/// A mail of a deal that who asks may change.
async fn own(app: &App, who: &Actor, id: Uuid) -> Answer<MailRecord> {
    let gone = || Problem::not_found("There is no such mail.");
    let mail = app.store.mail(id).await?.ok_or_else(gone)?;
    let deal = found(app, mail.mail.deal.ok_or_else(gone)?).await?;
    who.may_change(&deal)?;
    Ok(mail)
}

async fn changed(app: &App, id: Uuid, done: bool, otherwise: &str) -> Answer<Json<OutgoingMail>> {
    if !done {
        return Err(Problem::conflict(otherwise));
    }
    let gone = || Problem::not_found("There is no such mail.");
    Ok(Json(app.store.mail(id).await?.ok_or_else(gone)?.into()))
}

/// Takes a mail back that has not been sent.
#[utoipa::path(post, path = "/mail/outbox/{id}/cancel", tag = "Mail", params(("id" = Uuid, Path)),
    responses((status = 200, body = OutgoingMail)))]
pub async fn cancel(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<OutgoingMail>> {
    own(&app, &who, id).await?;
    let (from, to) = ([MailState::Queued], MailState::Cancelled);
    let done = app.store.mark_mail(id, &from, to, None, Some(&who.name), app.now(), None).await?;
    changed(&app, id, done, "It is on its way already, or has been sent.").await
}

/// What became of a mail that may have been sent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Settled {
    /// True: it arrived. False: it did not, and is sent again.
    pub arrived: bool,
}

/// Says what became of a mail of which nobody knows whether it was sent. One that failed can be sent again.
#[utoipa::path(post, path = "/mail/outbox/{id}/settle", tag = "Mail", params(("id" = Uuid, Path)), request_body = Settled,
    responses((status = 200, body = OutgoingMail)))]
pub async fn settle(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<Uuid>,
    Json(settled): Json<Settled>,
) -> Answer<Json<OutgoingMail>> {
    own(&app, &who, id).await?;
    let now = app.now();
    let done = if settled.arrived {
        let from = [MailState::Uncertain];
        app.store.mark_mail(id, &from, MailState::Sent, None, Some(&who.name), now, None).await?
    } else {
        let from = [MailState::Uncertain, MailState::Failed];
        app.store.mark_mail(id, &from, MailState::Queued, None, Some(&who.name), now, Some(now)).await?
    };
    if done
        && settled.arrived
        && let Some(mail) = app.store.mail(id).await?
    {
        sending::record(&app, &mail).await?;
    }
    app.mail.to_send.notify_one();
    changed(&app, id, done, "This mail is not waiting for your word.").await
}
