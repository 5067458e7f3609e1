//! Signing in and out.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use jiff::ToSpan;
use model::{Timestamp, ids::UserId};
use serde::{Deserialize, Serialize};
use store::{NewUser, UserRecord};
use utoipa::ToSchema;

use super::users::User;
use crate::{
    auth, guard, live,
    permission::Role,
    problem::{Answer, Json, Problem},
    state::App,
};

/// Who is signed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    /// Nobody, where it is none.
    pub user: Option<User>,
    /// True as long as the workspace has no owner.
    pub setup_needed: bool,
    /// Version of the program.
    pub version: &'static str,
    /// What every page says of the workspace's data; see [`NOTICE`].
    pub notice: Option<String>,
}

/// The setting that holds what every page says of the data, such as that it is generated.
pub const NOTICE: &str = "notice";

/// Who is signed in.
#[utoipa::path(get, path = "/session", tag = "Signing in", responses((status = 200, body = Session)))]
pub async fn see(State(app): State<App>, headers: HeaderMap) -> Answer<Json<Session>> {
    let user = guard::who(&app, &headers).await?.map(User::from);
    let setup_needed = user.is_none() && app.store.count_users().await? == 0;
    let notice = app.store.setting(NOTICE).await?.and_then(|value| value.as_str().map(str::to_owned));
    Ok(Json(Session { user, setup_needed, version: env!("CARGO_PKG_VERSION"), notice }))
}

/// An address and a password.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignIn {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// Signs in.
#[utoipa::path(post, path = "/session", tag = "Signing in", request_body = SignIn, responses((status = 200, body = User)))]
pub async fn sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Json(given): Json<SignIn>,
) -> Answer<impl IntoResponse> {
    app.brake.check(&given.email)?;
    let user = app.store.user_by_email(&given.email).await?.filter(|u| !u.disabled);
    let hash = user.as_ref().and_then(|u| u.password_hash.clone());
    let passed = auth::verify_password(given.password, hash).await?;
    app.brake.note(&given.email, passed);
    match user.filter(|_| passed) {
        Some(user) => begin(&app, &headers, user).await,
        None => Err(Problem::new(StatusCode::UNAUTHORIZED, "wrong-password", "Not signed in", WRONG)),
    }
}

const WRONG: &str =
    "No user has this address and this password. Check both, or ask the owner of the workspace for a new password.";

async fn begin(
    app: &App,
    headers: &HeaderMap,
    user: UserRecord,
) -> Answer<([(header::HeaderName, String); 1], Json<User>)> {
    let token = auth::new_token()?;
    app.store.add_session(&auth::token_hash(&token), user.id, in_days(app.now(), auth::SESSION_DAYS)).await?;
    let cookie = auth::session_cookie(Some(&token), headers);
    Ok(([(header::SET_COOKIE, cookie)], Json(User::from(user))))
}

/// So many days after `now`.
pub fn in_days(now: Timestamp, days: i64) -> Timestamp {
    now.saturating_add((days * 24).hours()).unwrap_or(now)
}

/// Signs out.
#[utoipa::path(delete, path = "/session", tag = "Signing in", responses((status = 204)))]
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer<impl IntoResponse> {
    if let Some(token) = auth::sent_token(&headers) {
        app.store.end_session(&auth::token_hash(&token)).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, auth::session_cookie(None, &headers))]))
}

/// The token of a sign-in link.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Link {
    /// What stands behind `#token=`.
    pub token: String,
}

/// Signs in by a link, which works once.
#[utoipa::path(post, path = "/session/link", tag = "Signing in", request_body = Link, responses((status = 200, body = User)))]
pub async fn sign_in_by_link(
    State(app): State<App>,
    headers: HeaderMap,
    Json(link): Json<Link>,
) -> Answer<impl IntoResponse> {
    let detail = "This link was used already or is too old. Sign in with your password, or ask for a new link.";
    let user = app.store.take_link(&auth::token_hash(&link.token)).await?;
    match user {
        Some(user) => begin(&app, &headers, user).await,
        None => Err(Problem::new(StatusCode::UNAUTHORIZED, "link-used", "The link does not work any more", detail)),
    }
}

/// The first owner.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FirstOwner {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Password, of ten characters at least.
    pub password: String,
}

/// Creates the first owner and signs them in. Works only as long as there is nobody.
#[utoipa::path(post, path = "/setup", tag = "Signing in", request_body = FirstOwner, responses((status = 200, body = User)))]
pub async fn set_up(
    State(app): State<App>,
    headers: HeaderMap,
    Json(first): Json<FirstOwner>,
) -> Answer<impl IntoResponse> {
    let new = super::users::NewUserForm {
        name: first.name,
        email: first.email,
        role: Role::Owner,
        password: Some(first.password),
    };
    let new: NewUser = new.check(app.now()).await?;
    if app.store.count_users().await? > 0 {
        return Err(Problem::conflict("This workspace has an owner already. Sign in."));
    }
    let user = app.store.add_user(new).await?;
    begin(&app, &headers, user).await
}

/// A new one-time link for a user: the path below the server's address.
///
/// # Errors
/// If the store cannot take it.
pub async fn new_link(app: &App, user: UserId) -> Answer<String> {
    let token = auth::new_token()?;
    app.store.add_link(&auth::token_hash(&token), user, in_days(app.now(), auth::LINK_DAYS)).await?;
    Ok(format!("/link#token={token}"))
}

/// What happens, as server-sent events `log`, `deal`, `import`, `process`, `missed`.
#[utoipa::path(get, path = "/live", tag = "Live", responses((status = 200, content_type = "text/event-stream", body = live::News)))]
pub async fn live(State(app): State<App>) -> impl IntoResponse {
    live::answer(app.live.listen(), app.closing())
}
