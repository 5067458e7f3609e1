//! The web application, embedded in the binary.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Web;

/// The headers that every answer bears: nothing from elsewhere is loaded, framed or sniffed.
pub const SECURITY: [(header::HeaderName, &str); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'self'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
];

/// Serves a file of the web application; a path that names no file is one of its pages.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") {
        return crate::problem::Problem::not_found(format!("There is no route /{path}.")).into_response();
    }
    match (Web::get(path).filter(|_| !path.is_empty()), Web::get("index.html")) {
        (Some(file), _) => answer(path, &file, &headers),
        (None, _) if path.starts_with("assets/") => (StatusCode::NOT_FOUND, "There is no such file.").into_response(),
        (None, Some(page)) => answer("index.html", &page, &headers),
        (None, None) => (StatusCode::SERVICE_UNAVAILABLE, Html(NOT_BUILT)).into_response(),
    }
}

/// Whether who asks has what bears this tag.
pub fn knows(asked: &HeaderMap, tag: &str) -> bool {
    asked.get_all(header::IF_NONE_MATCH).iter().any(|v| v.to_str().is_ok_and(|v| v.contains(tag)))
}

fn answer(path: &str, file: &EmbeddedFile, asked: &HeaderMap) -> Response {
    let tag = etag(file);
    let mut response = match knows(asked, &tag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => file.data.clone().into_owned().into_response(),
    };
    let headers = response.headers_mut();
    let kind =
        HeaderValue::from_str(&content_type(file)).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(path)));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Files under `assets/` have a hash of their content in the name, so they never change.
fn caching(path: &str) -> &'static str {
    if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(file: &EmbeddedFile) -> String {
    let kind = file.metadata.mimetype();
    let text = kind.starts_with("text/") || kind.ends_with("javascript") || kind.ends_with("json");
    if text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// Weak, because the answer may be compressed on the way.
fn etag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let start: String = hash.iter().take(12).map(|b| format!("{b:02x}")).collect();
    format!("W/\"{start}\"")
}

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Stagecraft</title>\
<body style=\"font:16px/1.5 sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem\">\
<h1>The web application is not in this binary</h1>\
<p>It is embedded when the program is built, and was not there then. Build both with <code>make build</code>, \
or only the web application with <code>make web</code> and then the program again.</p>\
<p>The API works all the same: <a href=\"/api/docs\">read its description</a>.</p></body></html>";
