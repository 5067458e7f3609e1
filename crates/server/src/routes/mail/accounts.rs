//! The mailbox of the workspace, and that of who asks.

use axum::{extract::State, http::StatusCode};
use model::ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    guard::Actor,
    imap::{self, Since},
    mail::{
        MailPolicy,
        account::{Account, Form, View},
        smtp,
    },
    permission::Role,
    problem::{Answer, Json},
    state::App,
};

/// How mail is set up.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailSettings {
    /// The mailbox of the workspace.
    pub shared: Option<View>,
    /// That of who asks; where there is none, they write by the workspace's.
    pub own: Option<View>,
    /// How the workspace writes.
    pub policy: MailPolicy,
    /// Whether who asks may change what belongs to the workspace.
    pub may_change: bool,
}

/// How mail is set up. Passwords are never shown.
#[utoipa::path(get, path = "/mail/settings", tag = "Mail", responses((status = 200, body = MailSettings)))]
pub async fn see(State(app): State<App>, who: Actor) -> Answer<Json<MailSettings>> {
    Ok(Json(MailSettings {
        shared: app.mail_account_view(None).await?,
        own: app.mail_account_view(Some(who.id)).await?,
        policy: app.mail_policy().await?,
        may_change: who.role == Role::Owner,
    }))
}

/// Sets up the mailbox of the workspace.
#[utoipa::path(put, path = "/mail/account", tag = "Mail", request_body = Form, responses((status = 200, body = View)))]
pub async fn keep(State(app): State<App>, Json(form): Json<Form>) -> Answer<Json<View>> {
    Ok(Json(app.keep_mail_account(None, form).await?))
}

/// Takes the mailbox of the workspace away.
#[utoipa::path(delete, path = "/mail/account", tag = "Mail", responses((status = 204)))]
pub async fn remove(State(app): State<App>) -> Answer<StatusCode> {
    take_away(&app, None).await
}

/// Sets up one's own mailbox.
#[utoipa::path(put, path = "/mail/own-account", tag = "Mail", request_body = Form, responses((status = 200, body = View)))]
pub async fn keep_own(State(app): State<App>, who: Actor, Json(form): Json<Form>) -> Answer<Json<View>> {
    Ok(Json(app.keep_mail_account(Some(who.id), form).await?))
}

/// Takes one's own mailbox away.
#[utoipa::path(delete, path = "/mail/own-account", tag = "Mail", responses((status = 204)))]
pub async fn remove_own(State(app): State<App>, who: Actor) -> Answer<StatusCode> {
    take_away(&app, Some(who.id)).await
}

async fn take_away(app: &App, person: Option<UserId>) -> Answer<StatusCode> {
    if let Some(account) = app.store.mail_account_of(person).await? {
        app.store.remove_mail_account(account.id).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a mailbox works.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailTest {
    /// What is wrong with sending, in words; none where it works.
    pub smtp: Option<String>,
    /// What is wrong with reading; none where it works or where nothing is read.
    pub imap: Option<String>,
}

/// Signs in at both servers as the form says, with the passwords that are kept where it leaves them out. Nothing is sent,
/// nothing is kept.
#[utoipa::path(post, path = "/mail/account/test", tag = "Mail", request_body = Form, responses((status = 200, body = MailTest)))]
pub async fn test(State(app): State<App>, Json(form): Json<Form>) -> Answer<Json<MailTest>> {
    tested(&app, None, form).await
}

/// The same with one's own mailbox.
#[utoipa::path(post, path = "/mail/own-account/test", tag = "Mail", request_body = Form,
    responses((status = 200, body = MailTest)))]
pub async fn test_own(State(app): State<App>, who: Actor, Json(form): Json<Form>) -> Answer<Json<MailTest>> {
    tested(&app, Some(who.id), form).await
}

async fn tested(app: &App, person: Option<UserId>, form: Form) -> Answer<Json<MailTest>> {
    let before = app.store.mail_account_of(person).await?;
    let account = app.opened(app.account_record(before, person, form)?)?;
    let (smtp, imap) = tokio::join!(sends(&account), reads(&account));
    Ok(Json(MailTest { smtp, imap }))
}

async fn sends(account: &Account) -> Option<String> {
    match smtp::connect(account).await {
        Ok(mut connection) => {
            connection.abort().await;
            None
        }
        Err(fault) => Some(fault.to_string()),
    }
}

async fn reads(account: &Account) -> Option<String> {
    let (folder, how) = account.folder()?;
    let read = imap::fetch(&folder, &account.imap_password, &how, Since::Now, &mut |_| false).await;
    read.err().map(|fault| fault.to_string())
}

/// Says how the workspace writes.
#[utoipa::path(put, path = "/mail/policy", tag = "Mail", request_body = MailPolicy,
    responses((status = 200, body = MailPolicy)))]
pub async fn keep_policy(State(app): State<App>, Json(policy): Json<MailPolicy>) -> Answer<Json<MailPolicy>> {
    Ok(Json(app.keep_mail_policy(policy).await?))
}

/// Has all mailboxes looked into now.
#[utoipa::path(post, path = "/mail/fetch", tag = "Mail", responses((status = 202)))]
pub async fn fetch(State(app): State<App>) -> StatusCode {
    app.mail.to_fetch.notify_one();
    StatusCode::ACCEPTED
}
