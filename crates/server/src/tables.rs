//! Tables as files to take along.

use axum::{
    body::Body,
    http::header,
    response::{IntoResponse as _, Response},
};
use insight::table::{Format, Table};

use crate::problem::{Answer, Problem};

/// A table as a file of this name, without its ending.
///
/// # Errors
/// If it cannot be written.
pub async fn file(name: String, format: Format, table: Table) -> Answer<Response> {
    let written = tokio::task::spawn_blocking(move || table.write(format)).await.map_err(Problem::internal)?;
    Ok(download(&name, format, written.map_err(Problem::internal)?))
}

/// A file of this name, without its ending, to download.
pub fn download(name: &str, format: Format, body: impl Into<Body>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.{}\"", format.ending());
    let head = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, body.into()).into_response()
}

/// Routes that give one table as files of several formats. `ask` is what a request says (extractors in a tuple), `table` an
/// async function of the app and of that to the file's name and the table.
macro_rules! table_files {
    (
        ask: $ask:ty, table: $table:path, tag: $tag:literal, params: $params:tt,
        $($(#[$doc:meta])* $name:ident: $format:ident $path:literal $media:literal;)+
    ) => {$(
        $(#[$doc])*
        #[utoipa::path(get, path = $path, tag = $tag, params $params,
            responses((status = 200, content_type = $media, body = Vec<u8>)))]
        pub async fn $name(
            axum::extract::State(app): axum::extract::State<$crate::state::App>,
            ask: $ask,
        ) -> $crate::problem::Answer<axum::response::Response> {
            let (name, table) = $table(&app, ask).await?;
            $crate::tables::file(name, insight::table::Format::$format, table).await
        }
    )+};
}
pub(crate) use table_files;
