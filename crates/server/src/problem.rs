//! Errors as the client reads them: problem details (RFC 9457) with the fields at fault.

use axum::{
    extract::{
        FromRequest, FromRequestParts,
        rejection::{JsonRejection, PathRejection, QueryRejection},
    },
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// A problem and what to do about it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Stable name of the kind of problem: `urn:stagecraft:problem:unmet`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here, and what helps.
    pub detail: String,
    /// The parts of the input at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// What a process file has wrong, where the problem is one of those.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<model::process::Finding>,
    /// The number to quote when asking for help; it stands in the server's log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What happened to the deal since the version that the request rests on, in the order of recording; where somebody
    /// else was faster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Vec<model::Event>>,
    #[serde(skip)]
    retry_after: Option<u64>,
}

/// The kind of problem that an answer tells of, for whoever passes the answer on.
#[derive(Debug, Clone)]
pub struct ProblemKind(pub String);

/// One part of the input and what is wrong with it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// Name of the field, id of the criterion, …
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

impl Problem {
    /// A problem of a kind, with the status that goes with it.
    pub fn new(status: StatusCode, kind: &str, title: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:stagecraft:problem:{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            findings: Vec::new(),
            number: None,
            since: None,
            retry_after: None,
        }
    }

    /// There is no such thing.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    /// Nobody is signed in.
    pub fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed-out", "Not signed in", "Sign in and try again.")
    }

    /// Who is signed in may not do this.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "Not allowed", detail)
    }

    /// The request cannot be understood.
    pub fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", "Cannot be read", detail)
    }

    /// A field holds something that cannot be taken.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let title = "A field needs another look";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", title, message.clone()).with_error(field, message)
    }

    /// A file that cannot be read: what is wrong where, and the remedy.
    pub fn unreadable(error: impl std::fmt::Display) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unreadable", "The file cannot be read", error.to_string())
    }

    /// It clashes with how things are now.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", "Not as things are now", detail)
    }

    /// Somebody else changed it in between.
    pub fn stale(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::PRECONDITION_FAILED, "stale", "Changed in the meantime", detail)
    }

    /// Too many attempts.
    pub fn slow_down(seconds: u64) -> Self {
        let detail = format!("Too many attempts to sign in. Try again in {seconds} seconds.");
        let title = "Too many attempts";
        let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-attempts", title, detail);
        Self { retry_after: Some(seconds), ..problem }
    }

    /// More requests than there may be in a minute.
    pub fn too_fast(seconds: u64) -> Self {
        let detail = format!("That is more than can be taken at once. Try again in {seconds} seconds.");
        let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-fast", "Too fast", detail);
        Self { retry_after: Some(seconds), ..problem }
    }

    /// Something that is not the client's doing. `cause` goes to the log under a number; the client gets the number.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let number = uuid::Uuid::new_v4().simple().to_string()[..8].to_owned();
        tracing::error!(%number, "{cause}");
        let detail =
            "Something went wrong on the server; nothing was changed. Try again, and quote the number if it stays.";
        let title = "Something went wrong";
        let problem = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", title, detail);
        Self { number: Some(number), ..problem }
    }

    /// The problem with one more part of the input named.
    #[must_use]
    pub fn with_error(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.errors.push(FieldError { field: field.into(), message: message.into() });
        self
    }

    /// The problem with what happened since what the client has seen.
    #[must_use]
    pub fn with_since(mut self, events: Vec<model::Event>) -> Self {
        self.since = Some(events);
        self
    }

    /// The problem with what a process file has wrong.
    #[must_use]
    pub fn with_findings(mut self, findings: Vec<model::process::Finding>) -> Self {
        self.findings = findings;
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        let kind = self.kind.rsplit(':').next().unwrap_or_default().to_owned();
        response.extensions_mut().insert(ProblemKind(kind));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        let status = rejection.status();
        Self::new(status, "bad-request", "Cannot be read", rejection.body_text())
    }
}

impl From<axum_extra::extract::QueryRejection> for Problem {
    fn from(rejection: axum_extra::extract::QueryRejection) -> Self {
        Self::bad(rejection.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::bad(rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::not_found(rejection.body_text())
    }
}

/// A JSON body; what cannot be read is a [`Problem`].
#[derive(Debug, FromRequest)]
#[from_request(via(axum::Json), rejection(Problem))]
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// Parameters of the query; what cannot be read is a [`Problem`].
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub struct Query<T>(pub T);

/// Parameters of the query some of which may be repeated; what cannot be read is a [`Problem`].
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum_extra::extract::Query), rejection(Problem))]
pub struct Repeated<T>(pub T);

/// Parameters of the path; what cannot be read is a [`Problem`].
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct Path<T>(pub T);

/// What a handler answers.
pub type Answer<T> = Result<T, Problem>;
