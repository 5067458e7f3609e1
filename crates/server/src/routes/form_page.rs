//! The public page of a web form, outside of the API: nobody is signed in, nothing is open but sending that form, and
//! other sites may frame this page alone.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    extract::{ConnectInfo, DefaultBodyLimit, FromRequestParts, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header, request::Parts},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use uuid::Uuid;

use crate::{
    leads::{
        form::{FORM, LeadForm, SavedForm, TRAP},
        intake::Arrival,
        page::{self, Showing},
        seal::{Opened, opened, seal},
    },
    problem::Problem,
    state::App,
};

/// Bytes that a form may send.
const MOST_BYTES: usize = 256 << 10;
/// Forms that one address may send in a minute.
const MOST_BY_ADDRESS: u32 = 10;
/// Times that one address may look at forms in a minute.
const MOST_LOOKS: u32 = 120;
/// Forms that all together may send of one form in a minute.
const MOST_BY_FORM: u32 = 120;
/// Values that are read of what is sent.
const MOST_VALUES: usize = 100;

/// The page of a form and what it sends.
pub fn router() -> Router<App> {
    Router::new().route("/f/{form}", get(see).post(send)).layer(DefaultBodyLimit::max(MOST_BYTES))
}

/// Where a request comes from: the address that the proxy in front saw, where one on this machine or in this network
/// is in front.
struct Address(String);

impl<S: Sync> FromRequestParts<S> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let near = peer.is_none_or(|ip| match ip {
            std::net::IpAddr::V4(ip) => ip.is_loopback() || ip.is_private(),
            std::net::IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local(),
        });
        // the last one is what our own proxy wrote; those before it anybody can write
        let told = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
        let told = told.and_then(|list| list.rsplit(',').next()).map(str::trim).filter(|_| near);
        let peer = peer.map(|ip| ip.to_string()).unwrap_or_default();
        Ok(Self(told.filter(|ip| ip.len() <= 45).map_or(peer, str::to_owned)))
    }
}

type Pairs = Vec<(String, String)>;

async fn see(
    State(app): State<App>,
    Address(from): Address,
    axum::extract::Path(id): axum::extract::Path<String>,
    query: Result<Query<Pairs>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
) -> Response {
    if let Err(problem) = app.pace.pass(&format!("form-look {from}"), MOST_LOOKS) {
        return refused(&problem);
    }
    let form = match form(&app, &id).await {
        Ok(form) => form,
        Err(response) => return response,
    };
    let own = query.map(|Query(pairs)| pairs).unwrap_or_default();
    let mut filled = of_page(&headers);
    filled.extend(own.into_iter().filter(|(name, _)| name.starts_with("utm_")).take(MOST_VALUES));
    shown(&app, &form, StatusCode::OK, &filled, &BTreeMap::new(), "").await
}

/// What the address of the page that leads here tells.
fn of_page(headers: &HeaderMap) -> BTreeMap<String, String> {
    let page = headers.get(header::REFERER).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let own = headers.get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let Ok(uri) = page.parse::<Uri>() else { return BTreeMap::new() };
    if uri.authority().is_none_or(|authority| authority.as_str() == own) {
        return BTreeMap::new();
    }
    let pairs = Query::<Pairs>::try_from_uri(&uri).map(|Query(pairs)| pairs).unwrap_or_default();
    let tracked = pairs.into_iter().filter(|(name, _)| name.starts_with("utm_")).take(MOST_VALUES);
    tracked.chain([("page".to_owned(), page.to_owned())]).collect()
}

async fn send(
    State(app): State<App>,
    Address(from): Address,
    axum::extract::Path(id): axum::extract::Path<String>,
    headers: HeaderMap,
    body: Result<axum::extract::Form<Pairs>, axum::extract::rejection::FormRejection>,
) -> Response {
    let form = match form(&app, &id).await {
        Ok(form) => form,
        Err(response) => return response,
    };
    let paced = app.pace.pass(&format!("form {from}"), MOST_BY_ADDRESS);
    let paced = paced.and_then(|()| app.pace.pass(&format!("form {}", form.id), MOST_BY_FORM));
    if let Err(problem) = paced {
        return refused(&problem);
    }
    let mut sent = match body {
        Ok(axum::extract::Form(pairs)) => pairs.into_iter().take(MOST_VALUES).collect::<BTreeMap<_, _>>(),
        Err(rejection) => {
            let says = "What you sent is longer than we can take, or broken. Go back, shorten it, and send it again.";
            return framed(rejection.status(), page::notice("This cannot be read", says), &form.form);
        }
    };
    // A person leaves alone what they cannot see; a program is told what it wants to hear.
    if sent.get(TRAP).is_some_and(|text| !text.trim().is_empty()) {
        tracing::info!(form = %form.id, "a program filled in a form");
        return framed(StatusCode::OK, page::thanks(&form), &form.form);
    }
    for (name, value) in of_page(&headers) {
        sent.entry(name).or_insert(value);
    }
    let key = match app.seal_key().await {
        Ok(key) => key,
        Err(problem) => return refused(&problem),
    };
    let sealed = sent.get("sealed").cloned().unwrap_or_default();
    let visit = match opened(&key, form.id, app.now(), &sealed) {
        Opened::Visit(visit) => visit,
        Opened::TooFast => {
            let says = "That was very quick. Please look it over, and send it again in a few seconds.";
            return shown(&app, &form, StatusCode::OK, &sent, &BTreeMap::new(), says).await;
        }
        // sent from a page of somebody else, or long after it was opened
        Opened::Unknown => {
            let says = "Please look over what you wrote, and send it.";
            return shown(&app, &form, StatusCode::OK, &sent, &BTreeMap::new(), says).await;
        }
    };
    let heard = match form.form.heard(&sent) {
        Ok(heard) => heard,
        Err(faults) => {
            let says = "Some of this needs another look.";
            return shown(&app, &form, StatusCode::UNPROCESSABLE_ENTITY, &sent, &faults, says).await;
        }
    };
    let now = app.now();
    let lead_key = format!("lead-form-{visit}");
    let told = |deal| vec![heard.sent(&form, deal, now)];
    let arrival = Arrival { key: &lead_key, owner: None, by: None, reopens: true };
    match app.take_in(&heard.lead, arrival, told).await {
        Ok(_) => framed(StatusCode::OK, page::thanks(&form), &form.form),
        Err(problem) => refused(&problem),
    }
}

async fn form(app: &App, id: &str) -> Result<SavedForm, Response> {
    let gone = || {
        let says = "It was taken away, or part of its address is missing. Ask whoever sent you here.";
        bare(StatusCode::NOT_FOUND, page::notice("This form is not here any more", says))
    };
    let id: Uuid = id.parse().map_err(|_| gone())?;
    let record = app.store.record(FORM, id).await.map_err(|error| refused(&error.into()))?.ok_or_else(gone)?;
    let form: LeadForm = serde_json::from_value(record.content).map_err(|_| gone())?;
    if form.closed {
        let says = "It takes nothing any more. Look for another way to reach us on our site.";
        return Err(framed(StatusCode::GONE, page::notice("This form is closed", says), &form));
    }
    Ok(SavedForm { id: record.id, version: record.version, form })
}

async fn shown(
    app: &App,
    form: &SavedForm,
    status: StatusCode,
    filled: &BTreeMap<String, String>,
    faults: &BTreeMap<String, String>,
    says: &str,
) -> Response {
    match app.seal_key().await {
        Ok(key) => {
            let sealed = seal(&key, form.id, app.now(), Uuid::new_v4());
            framed(status, page::form(form, Showing { sealed: &sealed, filled, faults, says }), &form.form)
        }
        Err(problem) => refused(&problem),
    }
}

fn refused(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    bare(status, page::notice(&problem.title, &problem.detail))
}

/// A page that the form's sites may frame.
fn framed(status: StatusCode, html: String, form: &LeadForm) -> Response {
    let sites = if form.sites.is_empty() { "*".to_owned() } else { format!("'self' {}", form.sites.join(" ")) };
    answer(status, html, &sites)
}

/// A page that anybody may frame: it says nothing of its own.
fn bare(status: StatusCode, html: String) -> Response {
    answer(status, html, "*")
}

fn answer(status: StatusCode, html: String, sites: &str) -> Response {
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors {sites}"
    );
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
