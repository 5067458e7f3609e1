//! What stands in front of every route: who is it, may they, is the request one of ours, does it end in time.

use std::{net::SocketAddr, time::Duration};

use axum::{
    extract::{ConnectInfo, FromRequestParts, MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use model::{Deal, ids::UserId, language::Language};
use store::Refusal;

use crate::{
    auth,
    permission::{self, Role, Rule, Who},
    problem::{Problem, ProblemKind},
    state::App,
    trail,
};

/// The prefix of all routes.
pub const PREFIX: &str = "/api/v1";
/// The header that a page of another site cannot send.
pub const CSRF_HEADER: &str = "x-stagecraft";
/// Bytes that somebody who is not signed in may send at once.
const MOST_OF_STRANGER: u64 = 1 << 20;
const LONGEST: Duration = Duration::from_secs(120);

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Their id.
    pub id: UserId,
    /// Their name; deals whose owner bears it are their own.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they are.
    pub role: Role,
    /// What they read best, of the languages that sentences are made in.
    pub language: Language,
}

impl Actor {
    /// Lets them change this deal.
    ///
    /// # Errors
    /// 403 for a rep whose deal it is not.
    pub fn may_change(&self, deal: &Deal) -> Result<(), Problem> {
        if permission::may_change(self.role, &self.name, deal) {
            return Ok(());
        }
        let owner = deal.owner.as_deref().unwrap_or("nobody");
        let detail = format!("This deal belongs to {owner}. A rep changes their own deals only; ask a manager.");
        Err(Problem::forbidden(detail))
    }
}

impl<S: Sync> FromRequestParts<S> for Actor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::signed_out)
    }
}

/// Reads `rule`s for every request; the only place where a role is compared with a route.
pub async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let (rule, method, headers) = (rule_of(&request), request.method().clone(), request.headers().clone());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0);
    let path = request.uri().path().strip_prefix(PREFIX).unwrap_or_default().to_owned();
    let actor = match who(&app, &headers).await {
        Ok(actor) => actor,
        Err(problem) => return problem.into_response(),
    };
    let response = match admit(rule, &method, &headers, actor.as_ref()) {
        Ok(()) => {
            if let Some(actor) = &actor {
                request.extensions_mut().insert(actor.clone());
            }
            in_time(request, next).await
        }
        Err(problem) => problem.into_response(),
    };
    let kind = response.extensions().get::<ProblemKind>().map_or("", |kind| &kind.0);
    if trail::is_refusal(response.status(), kind) {
        app.note(Refusal {
            no: 0,
            at: app.now(),
            by: actor.as_ref().map(|actor| actor.name.clone()),
            role: actor.as_ref().map(|actor| actor.role.word().to_owned()),
            method: method.to_string(),
            route: rule.map_or("", |rule| rule.path).to_owned(),
            path,
            action: rule.map_or("", |rule| rule.action).to_owned(),
            status: response.status().as_u16(),
            why: kind.to_owned(),
            network: trail::network(peer, &headers),
        });
    }
    response
}

fn admit(
    rule: Option<&'static Rule>,
    method: &Method,
    headers: &HeaderMap,
    actor: Option<&Actor>,
) -> Result<(), Problem> {
    let rule = rule.ok_or_else(|| Problem::forbidden("Nobody may take this route."))?;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if actor.is_none() && length.is_some_and(|length| length > MOST_OF_STRANGER) {
        let detail = "That is more than can be taken from somebody who is not signed in.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Too large", detail));
    }
    if rule.who == Who::Program {
        return Ok(());
    }
    if !method.is_safe() && !headers.contains_key(CSRF_HEADER) {
        return Err(Problem::forbidden(format!("A request that changes something needs the header {CSRF_HEADER}: 1.")));
    }
    match (rule.who, actor) {
        (Who::Anyone | Who::Program, _) => Ok(()),
        (Who::Roles(_), None) => Err(Problem::signed_out()),
        (Who::Roles(roles), Some(signed_in)) if roles.contains(&signed_in.role) => Ok(()),
        (Who::Roles(roles), Some(signed_in)) => Err(refused(rule, roles, signed_in.role)),
    }
}

fn rule_of(request: &Request) -> Option<&'static Rule> {
    let path = request.extensions().get::<MatchedPath>()?.as_str().strip_prefix(PREFIX)?.to_owned();
    permission::find(request.method(), &path)
}

fn refused(rule: &Rule, roles: &[Role], role: Role) -> Problem {
    let words: Vec<&str> = roles.iter().map(|r| r.word()).collect();
    let (action, who, role) = (rule.action, words.join(", "), role.word());
    Problem::forbidden(format!("To {action} one has to be: {who}. You are signed in as {role}."))
}

/// Who sent this, by the session's cookie.
pub async fn who(app: &App, headers: &HeaderMap) -> Result<Option<Actor>, Problem> {
    let Some(token) = auth::sent_token(headers) else { return Ok(None) };
    let user = app.store.session(&auth::token_hash(&token)).await?;
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = Language::accepted(accepted);
    Ok(user.map(|u| Actor { id: u.id, name: u.name, email: u.email, role: Role::of_word(&u.role), language }))
}

/// An answer must begin within two minutes; an upload may take its time.
async fn in_time(request: Request, next: Next) -> Response {
    let upload = request.uri().path().ends_with("/uploads") && request.method() == Method::POST;
    if upload {
        return next.run(request).await;
    }
    tokio::time::timeout(LONGEST, next.run(request)).await.unwrap_or_else(|_| {
        let detail = "This took longer than two minutes and was given up. Choose a shorter period or fewer deals.";
        Problem::new(StatusCode::GATEWAY_TIMEOUT, "too-slow", "Took too long", detail).into_response()
    })
}

/// The version that the client has seen, from `If-Match`.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub Option<i64>);

impl IfMatch {
    /// The version, where the route cannot do without.
    ///
    /// # Errors
    /// 428 if the header was not sent.
    pub fn needed(self) -> Result<i64, Problem> {
        let detail = "Send the version you have seen in the header If-Match, so that nobody's change is overwritten.";
        let problem = || Problem::new(StatusCode::PRECONDITION_REQUIRED, "if-match", "Version needed", detail);
        self.0.ok_or_else(problem)
    }

    /// Compares with the version that is current, if one was sent.
    ///
    /// # Errors
    /// 412 if they differ.
    pub fn check(self, current: i64) -> Result<(), Problem> {
        match self.0 {
            Some(seen) if seen != current => Err(Problem::stale(format!(
                "You have seen version {seen}; it is at version {current} now. Load it again."
            ))),
            _ => Ok(()),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        let text = value.to_str().unwrap_or_default().trim();
        let number = text.trim_start_matches("W/").trim_matches('"').parse();
        number.map(|n| Self(Some(n))).map_err(|_| Problem::bad(format!("If-Match: {text} is no version.")))
    }
}
