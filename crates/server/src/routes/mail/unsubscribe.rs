//! The way out of our mails: nobody is signed in, and nothing is open but that one address.

use axum::{
    extract::{FromRequestParts, State},
    http::{StatusCode, request::Parts},
    response::Redirect,
};
use model::consent::Consent;
use serde::{Deserialize, Serialize};
use store::MailRecord;
use utoipa::{IntoParams, ToSchema};

use crate::{
    auth::token_hash,
    link::LinkToken,
    mail::{sending, sorting::withdrawn},
    printing,
    problem::{Answer, Json, Problem, Query},
    state::App,
};

/// The header that bears the token of the link.
const HEADER: &str = "x-unsubscribe";
/// Requests in a minute by one link.
const MOST_BY_LINK: u32 = 30;
/// What helps where a link leads nowhere.
const OVER: &str = "Part of it may be missing. Answer the mail with “unsubscribe” as the subject instead.";

/// The mail whose link was followed.
pub struct Followed(MailRecord);

impl FromRequestParts<App> for Followed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = LinkToken::sent(parts, HEADER);
        let found = app.store.mail_by_unsubscribe(token.hash()).await?;
        token.leads_to(found, &app.pace, MOST_BY_LINK, OVER).map(Self)
    }
}

/// What somebody sees who does not want mails.
#[derive(Debug, Serialize, ToSchema)]
pub struct Unsubscribing {
    /// Who writes; empty where nobody has named the company.
    pub company: String,
    /// The address that is written to.
    pub contact: String,
    /// It is not written to any more.
    pub ended: bool,
}

async fn shown(app: &App, mail: &MailRecord) -> Answer<Json<Unsubscribing>> {
    let standing = app.contact_standing(&mail.mail.recipient).await?;
    Ok(Json(Unsubscribing {
        company: printing::imprint(app).await?.company,
        ended: matches!(standing.consent.word, Consent::Withdrawn | Consent::Blocked),
        contact: standing.contact,
    }))
}

/// Whose address a link is for. Looking ends nothing.
#[utoipa::path(get, path = "/unsubscribe", tag = "Mail", params(("x-unsubscribe" = String, Header)),
    responses((status = 200, body = Unsubscribing)))]
pub async fn see(State(app): State<App>, Followed(mail): Followed) -> Answer<Json<Unsubscribing>> {
    shown(&app, &mail).await
}

/// Ends all mails to the address of a link.
#[utoipa::path(post, path = "/unsubscribe", tag = "Mail", params(("x-unsubscribe" = String, Header)),
    responses((status = 200, body = Unsubscribing)))]
pub async fn end(State(app): State<App>, Followed(mail): Followed) -> Answer<Json<Unsubscribing>> {
    ended(&app, &mail, "By the link in a mail").await?;
    shown(&app, &mail).await
}

async fn ended(app: &App, mail: &MailRecord, how: &str) -> Answer<()> {
    let Some(deal) = mail.mail.deal else { return Ok(()) };
    let known = app.contact_standing(&mail.mail.recipient).await?;
    if known.consent.word != Consent::Withdrawn {
        let event = withdrawn(app, deal, &mail.mail.recipient, how, app.now());
        sending::add(app, deal, event).await?;
    }
    Ok(())
}

/// The token in an address.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClickToken {
    /// The token of the link.
    pub token: String,
}

impl ClickToken {
    async fn mail(&self, app: &App) -> Answer<MailRecord> {
        let hash = token_hash(self.token.trim());
        let found = app.store.mail_by_unsubscribe(&hash).await?;
        app.pace.pass(if found.is_some() { &hash } else { "unknown" }, MOST_BY_LINK)?;
        found.ok_or_else(|| crate::link::link_over(OVER))
    }
}

/// Leads a person to the page: opening a link ends nothing, as programs open links too.
#[utoipa::path(get, path = "/unsubscribe/click", tag = "Mail", params(ClickToken), responses((status = 303)))]
pub async fn open(State(app): State<App>, Query(token): Query<ClickToken>) -> Answer<Redirect> {
    token.mail(&app).await?;
    Ok(Redirect::to(&format!("/unsubscribe#token={}", token.token.trim())))
}

/// One click of a mail program (RFC 8058): ends all mails to the address of a link.
#[utoipa::path(post, path = "/unsubscribe/click", tag = "Mail", params(ClickToken), responses((status = 204)))]
pub async fn click(State(app): State<App>, Query(token): Query<ClickToken>) -> Answer<StatusCode> {
    let mail = token.mail(&app).await?;
    ended(&app, &mail, "By one click in their mail program").await?;
    Ok(StatusCode::NO_CONTENT)
}
