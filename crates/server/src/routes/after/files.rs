//! Files attached to deals, contracts among them.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::header,
    response::IntoResponse,
};
use model::{after::attribute, event::kind, ids::DealId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{AfterView, Case, keep, shown};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem, Query},
    routes::library::{disposition, media, plain, values},
    state::App,
};

/// Most bytes of one file.
const MOST_BYTES: usize = 50 << 20;
/// Most bytes of all files of a deal.
const MOST_OF_DEAL: i64 = 500 << 20;
/// Most bytes of the files of all deals.
const MOST_IN_ALL: i64 = 20 << 30;

/// All routes about files of deals.
pub fn all() -> OpenApiRouter<App> {
    let files = OpenApiRouter::new().routes(routes!(attach)).layer(DefaultBodyLimit::max(MOST_BYTES));
    files.routes(routes!(see, remove))
}

/// What a file is.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FileIs {
    /// Its name.
    pub name: String,
    /// True for a contract.
    #[serde(default)]
    pub contract: bool,
}

/// Attaches a file to a deal, at most 50 MiB.
#[utoipa::path(post, path = "/deals/{id}/files", tag = "Run", params(("id" = DealId, Path), FileIs),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = AfterView)))]
pub async fn attach(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Query(is): Query<FileIs>,
    content: Bytes,
) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    let name = plain(&is.name)?.to_owned();
    if content.is_empty() {
        return Err(Problem::field("file", "The file is empty."));
    }
    let (file, size) = (Uuid::now_v7(), content.len());
    app.store.add_deal_file(file, id, content.into(), MOST_OF_DEAL, MOST_IN_ALL).await?;
    let word = if is.contract { "Contract" } else { "File" };
    let told = [
        (attribute::FILE, file.to_string()),
        (attribute::NAME, name.clone()),
        (attribute::SIZE, size.to_string()),
        (attribute::CONTRACT, if is.contract { "true".to_owned() } else { String::new() }),
    ];
    let event = case.ours(&app, &who, kind::FILE_ATTACHED, format!("{word} attached: {name}"), told);
    let kept = app.store.append(id, None, vec![event]).await;
    match kept {
        Ok(after) => app.committed(id, after.version).await?,
        Err(error) => {
            app.store.remove_deal_file(file, id).await?;
            return Err(error.into());
        }
    }
    shown(&app, &who, id).await
}

/// A file of a deal, to be kept rather than shown: whatever is in it, it does nothing here.
#[utoipa::path(get, path = "/deals/{id}/files/{file}", tag = "Run", params(("id" = DealId, Path), ("file" = Uuid, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
pub async fn see(State(app): State<App>, Path((id, file)): Path<(DealId, Uuid)>) -> Answer<impl IntoResponse> {
    let none = || Problem::not_found("The deal has no such file. It may have been removed.");
    let case = Case::read(&app, id).await?;
    let name = case.after.files.iter().find(|known| known.id == file.to_string()).map(|known| known.name.clone());
    let name = name.ok_or_else(none)?;
    let content = app.store.deal_file(file, id).await?.ok_or_else(none)?;
    let headers = [
        (header::CONTENT_TYPE, media(&name)),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((values(headers)?, content))
}

/// Takes a file off a deal; its content is forgotten, what it was called stays among what happened.
#[utoipa::path(delete, path = "/deals/{id}/files/{file}", tag = "Run", params(("id" = DealId, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = AfterView)))]
pub async fn remove(
    State(app): State<App>,
    who: Actor,
    Path((id, file)): Path<(DealId, Uuid)>,
) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    let known = case.after.files.iter().find(|known| known.id == file.to_string());
    let known = known.ok_or_else(|| Problem::not_found("The deal has no such file. Load the page again."))?;
    let told = [(attribute::FILE, known.id.clone()), (attribute::NAME, known.name.clone())];
    let event = case.ours(&app, &who, kind::FILE_REMOVED, format!("File removed: {}", known.name), told);
    keep(&app, &case.deal, vec![event]).await?;
    app.store.remove_deal_file(file, id).await?;
    shown(&app, &who, id).await
}
