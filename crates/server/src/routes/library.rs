//! Files of the content library, and how the playbook is used.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use insight::define::{PlaybookUse, playbook_use};
use model::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use store::FileRecord;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::process::{Which, Written};
use crate::{
    assets,
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Most bytes of one file.
const MOST_BYTES: usize = 50 << 20;
/// Most bytes of all files together.
const MOST_IN_ALL: i64 = 2 << 30;
const LONGEST_NAME: usize = 200;

/// All routes about the library.
pub fn all() -> OpenApiRouter<App> {
    let files = OpenApiRouter::new().routes(routes!(see, put, remove)).layer(DefaultBodyLimit::max(MOST_BYTES));
    files.routes(routes!(list)).routes(routes!(uses))
}

/// A file of the library.
#[derive(Debug, Serialize, ToSchema)]
pub struct LibraryFile {
    /// Its name; content names it as `file`.
    pub name: String,
    /// Counts its replacements; for `If-Match`.
    pub version: i64,
    /// Bytes.
    pub size: i64,
    /// Media type, by its name: `application/pdf`.
    pub media: String,
    /// Who brought it.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl From<FileRecord> for LibraryFile {
    fn from(file: FileRecord) -> Self {
        let FileRecord { name, version, size, by, at } = file;
        Self { media: media(&name), name, version, size, by, at }
    }
}

pub(super) fn media(name: &str) -> String {
    mime_guess::from_path(name).first_or_octet_stream().essence_str().to_owned()
}

/// The files of the library, by name.
#[utoipa::path(get, path = "/library/files", tag = "Define", responses((status = 200, body = Vec<LibraryFile>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<LibraryFile>>> {
    Ok(Json(app.store.files().await?.into_iter().map(LibraryFile::from).collect()))
}

/// A file of the library, to be kept rather than shown: whatever is in it, it does nothing here.
#[utoipa::path(get, path = "/library/files/{name}", tag = "Define", params(("name" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), (status = 304)))]
pub async fn see(State(app): State<App>, Path(name): Path<String>, asked: HeaderMap) -> Answer<impl IntoResponse> {
    let none = || Problem::not_found(format!("The library has no file “{name}”."));
    let (file, content) = app.store.file(&name).await?.ok_or_else(none)?;
    // Versions of a file that was removed and brought again count from 1 once more.
    let tag = format!("\"{}-{}\"", file.version, file.at.as_microsecond());
    let is_known = assets::knows(&asked, &tag);
    let headers = [
        (header::CONTENT_TYPE, media(&name)),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
        (header::ETAG, tag),
    ];
    let (status, body) = if is_known { (StatusCode::NOT_MODIFIED, Vec::new()) } else { (StatusCode::OK, content) };
    Ok((status, values(headers)?, body))
}

pub(super) fn values<const N: usize>(headers: [(HeaderName, String); N]) -> Answer<HeaderMap> {
    let value = |(name, text): (HeaderName, String)| {
        HeaderValue::try_from(text).map(|value| (name, value)).map_err(Problem::internal)
    };
    headers.into_iter().map(value).collect()
}

/// `attachment` with the name, of any letters (RFC 6266, RFC 8187).
pub(super) fn disposition(name: &str) -> String {
    const PLAIN: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');
    format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(name, &PLAIN))
}

/// Brings a file to the library, at most 50 MiB. To replace one, `If-Match` bears the version seen.
#[utoipa::path(put, path = "/library/files/{name}", tag = "Define",
    params(("name" = String, Path), ("if-match" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = LibraryFile)))]
pub async fn put(
    State(app): State<App>,
    who: Actor,
    Path(name): Path<String>,
    seen: IfMatch,
    content: Bytes,
) -> Answer<Json<LibraryFile>> {
    let name = plain(&name)?;
    if content.is_empty() {
        return Err(Problem::field("file", "The file is empty."));
    }
    let kept =
        app.store.put_file(name, seen.0.unwrap_or_default(), content.into(), MOST_IN_ALL, Some(&who.name), app.now());
    Ok(Json(kept.await?.into()))
}

/// The name of a file, without a folder.
pub(super) fn plain(name: &str) -> Answer<&str> {
    let name = name.trim();
    let is_odd = |c: char| c.is_control() || matches!(c, '/' | '\\');
    if name.is_empty() || name.chars().all(|c| c == '.') || name.contains(is_odd) || name.chars().count() > LONGEST_NAME
    {
        let message = format!("A file's name has 1 to {LONGEST_NAME} letters, and neither / nor \\.");
        return Err(Problem::field("name", message));
    }
    Ok(name)
}

/// Removes a file from the library. `If-Match` bears the version seen.
#[utoipa::path(delete, path = "/library/files/{name}", tag = "Define",
    params(("name" = String, Path), ("if-match" = String, Header)), responses((status = 204)))]
pub async fn remove(State(app): State<App>, Path(name): Path<String>, seen: IfMatch) -> Answer<StatusCode> {
    app.store.remove_file(&name, seen.needed()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How often the content and the objections of a process came up in the deals, and how these ended: of what is sent, else
/// of the active version.
#[utoipa::path(post, path = "/process/use", tag = "Define", params(Which, SelectionParams), request_body = Written,
    responses((status = 200, body = PlaybookUse)))]
pub async fn uses(
    State(app): State<App>,
    Query(which): Query<Which>,
    Selected(selection): Selected,
    Json(written): Json<Written>,
) -> Answer<Json<PlaybookUse>> {
    let process = written.or_active(&app, &which).await?;
    Ok(Json(app.on_log(move |log| playbook_use(log, &process, &selection)).await?))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("a b.pdf", "attachment; filename*=UTF-8''a%20b.pdf")]
    #[case("Fälle\"; x=\r\n.pdf", "attachment; filename*=UTF-8''F%C3%A4lle%22%3B%20x%3D%0D%0A.pdf")]
    #[case("事例.pdf", "attachment; filename*=UTF-8''%E4%BA%8B%E4%BE%8B.pdf")]
    fn names_of_any_letters(#[case] name: &str, #[case] header: &str) {
        assert_eq!(disposition(name), header);
        assert!(HeaderValue::try_from(disposition(name)).is_ok());
    }

    #[rstest]
    #[case(" deck.pdf ", Some("deck.pdf"))]
    #[case("事例.pdf", Some("事例.pdf"))]
    #[case("..", None)]
    #[case("../deck.pdf", None)]
    #[case("a\\b", None)]
    #[case("a\nb", None)]
    #[case(" ", None)]
    fn names_without_folders(#[case] name: &str, #[case] taken: Option<&str>) {
        assert_eq!(plain(name).ok(), taken);
    }
}
