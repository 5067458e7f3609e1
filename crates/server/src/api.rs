//! The router, and the description of the API that is made from it.

use std::sync::OnceLock;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware::from_fn_with_state,
    response::Html,
    routing::get,
};
use model::process::{Finding, Level};
use serde_json::{Value, json};
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer, Predicate,
        predicate::{DefaultPredicate, NotForContentType},
    },
    set_header::SetResponseHeaderLayer,
    trace::TraceLayer,
};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;

use crate::{
    assets, guard,
    problem::{FieldError, Problem},
    reader, routes,
    state::App,
};

const MOST_JSON: usize = 16 << 20;

fn described() -> OpenApiRouter<App> {
    let info = InfoBuilder::new()
        .title("Stagecraft")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Discover, define, run, measure and publish how a team sells. Sign in with POST /session; the session is a \
             cookie. A request that changes something bears the header x-stagecraft: 1. Errors are problem details \
             (RFC 9457).",
        ))
        .build();
    // What every error answers.
    let components = ComponentsBuilder::new()
        .schema_from::<Problem>()
        .schema_from::<FieldError>()
        .schema_from::<Finding>()
        .schema_from::<Level>();
    let base: OpenApi = OpenApiBuilder::new().info(info).components(Some(components.build())).build();
    OpenApiRouter::with_openapi(base).nest(guard::PREFIX, routes::all())
}

/// The OpenAPI 3.1 document of the API.
pub fn document() -> Value {
    let (_, api) = described().split_for_parts();
    let mut api = serde_json::to_value(api).unwrap_or_default();
    let answer = json!({
        "description": "What is wrong, and what helps.",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
    });
    let paths = api.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) {
                responses.insert("default".into(), answer.clone());
            }
            operation["operationId"] = operation_id(method, path).into();
            if let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut) {
                named_once(parameters);
            }
        }
    }
    api
}

/// Leaves of parameters of one name the first: what a route reads itself comes before what it shares with others.
fn named_once(parameters: &mut Vec<Value>) {
    let mut seen = Vec::new();
    parameters.retain(|parameter| {
        let name = (parameter["name"].clone(), parameter["in"].clone());
        let new = !seen.contains(&name);
        seen.push(name);
        new
    });
}

/// `get`, `/api/v1/deals/{id}` → `get_deals_id`: unique, as OpenAPI asks.
fn operation_id(method: &str, path: &str) -> String {
    let below = path.trim_start_matches(guard::PREFIX);
    let words = below.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    std::iter::once(method).chain(words).collect::<Vec<_>>().join("_")
}

fn document_once() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(document)
}

/// Everything that the server answers.
pub fn router(app: App) -> Router {
    let (api, _) = described().split_for_parts();
    let api = api
        .route(&format!("{}/openapi.json", guard::PREFIX), get(|| async { axum::Json(document_once()) }))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(DefaultBodyLimit::max(MOST_JSON));
    let pressed = DefaultPredicate::new().and(NotForContentType::const_new("application/pdf"));
    // what is made for one request is pressed quickly: a board costs more to press well than to make
    let quickly = CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(pressed.clone());
    let api = api.layer(quickly);
    let router = api
        .route("/api/docs", get(|| async { Html(reader::page(document_once())) }))
        .fallback(assets::serve)
        .layer(CompressionLayer::new().compress_when(pressed))
        .layer(TraceLayer::new_for_http());
    let router = assets::SECURITY.into_iter().fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value)))
    });
    let no_store = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Forms stand on pages of others: they say themselves who may frame them.
    router.layer(no_store).merge(routes::form_page::router()).with_state(app)
}
