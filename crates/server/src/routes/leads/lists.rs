//! Bought lists: brought as a file, looked over, read.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Multipart, State},
    http::StatusCode,
};
use import::{
    Source,
    contacts::{self, ContactPlan},
};
use model::ids::ImportId;
use serde::Serialize;
use tempfile::TempDir;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    leads::{
        list::ListTerms,
        lists::{Brought, LeadList},
    },
    live::News,
    problem::{Answer, Json, Path, Problem},
    routes::uploads::{Begun, broken, plain_name, save},
    state::App,
};

/// Most bytes of a list.
pub const MOST_BYTES: usize = 1 << 30;
const MOST_UPLOADS: usize = 10;

/// Lists that were brought and not read yet; they vanish when they are read, too many, or the server ends.
#[derive(Debug, Default)]
pub struct BroughtLists(Mutex<Vec<(Uuid, Arc<Brought>, ContactPlan)>>);

impl BroughtLists {
    fn put(&self, id: Uuid, brought: Brought, plan: ContactPlan) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_UPLOADS {
            all.remove(0);
        }
        all.push((id, Arc::new(brought), plan));
    }

    fn get(&self, id: Uuid) -> Answer<(Arc<Brought>, ContactPlan)> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found =
            all.iter().find(|(own, ..)| *own == id).map(|(_, brought, plan)| (Arc::clone(brought), plan.clone()));
        found.ok_or_else(|| Problem::not_found("This list was imported already or is gone. Choose it again."))
    }

    fn plan(&self, id: Uuid, plan: &ContactPlan) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., kept)) = all.iter_mut().find(|(own, ..)| *own == id) {
            *kept = plan.clone();
        }
    }

    fn drop(&self, id: Uuid) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(own, ..)| *own != id);
    }
}

/// A list that was brought, and how it would be read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LeadListUpload)]
pub struct ListUpload {
    /// Its id.
    pub id: Uuid,
    /// How it is read.
    pub plan: ContactPlan,
}

/// The lists, the latest first.
#[utoipa::path(get, path = "/lead-lists", tag = "Leads", responses((status = 200, body = Vec<LeadList>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<LeadList>>> {
    Ok(Json(app.lead_lists().await?))
}

/// A list as a file.
#[derive(Debug, ToSchema)]
#[allow(dead_code)]
pub struct ListFile {
    /// CSV, XLSX or Parquet.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Takes a list and tells how it would be read. Nothing is imported yet.
#[utoipa::path(post, path = "/lead-lists/uploads", tag = "Leads", responses((status = 201, body = ListUpload)),
    request_body(content = ListFile, content_type = "multipart/form-data"))]
pub async fn bring(State(app): State<App>, mut parts: Multipart) -> Answer<(StatusCode, Json<ListUpload>)> {
    let folder = app.uploads.folder()?;
    let part = parts.next_field().await.map_err(broken)?;
    let part = part.ok_or_else(|| Problem::field("file", "Choose a file."))?;
    let name = plain_name(part.file_name().unwrap_or("list"));
    let path = folder.path().join("list");
    save(part, &path).await?;
    let (id, plan) = look(&app, folder, Source::new(name, path)).await?;
    Ok((StatusCode::CREATED, Json(ListUpload { id, plan })))
}

async fn look(app: &App, folder: TempDir, source: Source) -> Answer<(Uuid, ContactPlan)> {
    let looked_at = source.clone();
    let plan = tokio::task::spawn_blocking(move || contacts::look(&looked_at));
    let plan = plan.await.map_err(Problem::internal)?.map_err(Problem::unreadable)?;
    let id = Uuid::new_v4();
    app.lists.put(id, Brought { folder, source }, plan.clone());
    Ok((id, plan))
}

/// Corrects how a list is read.
#[utoipa::path(put, path = "/lead-lists/uploads/{id}", tag = "Leads", params(("id" = Uuid, Path)), request_body = ContactPlan,
    responses((status = 200, body = ListUpload)))]
pub async fn correct(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Json(plan): Json<ContactPlan>,
) -> Answer<Json<ListUpload>> {
    let (brought, _) = app.lists.get(id)?;
    let revised = tokio::task::spawn_blocking(move || contacts::revise(&brought.source, plan));
    let plan = revised.await.map_err(Problem::internal)?.map_err(Problem::unreadable)?;
    app.lists.plan(id, &plan);
    Ok(Json(ListUpload { id, plan }))
}

/// Begins to read a list. It goes on by itself, as an import: follow its progress, leave, come back, cancel, undo.
#[utoipa::path(post, path = "/lead-lists/uploads/{id}/import", tag = "Leads", params(("id" = Uuid, Path)),
    request_body = ListTerms, responses((status = 202, body = Begun)))]
pub async fn import(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<Uuid>,
    Json(terms): Json<ListTerms>,
) -> Answer<(StatusCode, Json<Begun>)> {
    let (brought, plan) = app.lists.get(id)?;
    let terms = terms.sound()?;
    if app.jobs.busy() {
        return Err(Problem::conflict("Another import is running. Wait for it to end, or cancel it."));
    }
    let import = ImportId(Uuid::now_v7());
    let job = app.jobs.begin(import);
    let list = match app.note_list(&brought, terms.clone(), import, &who.name).await {
        Ok(list) => list,
        Err(problem) => {
            app.jobs.end(import, "failed");
            return Err(problem);
        }
    };
    app.keeper.is_own(import, false);
    app.live.tell(News::Import { id: import, status: "running".into() });
    let worker = app.clone();
    tokio::spawn(async move {
        let read = worker.read_list(brought, plan, (list, terms), (import, who.name), Some(job)).await;
        let status = match read {
            Ok(_) => "done",
            Err(problem) => {
                tracing::info!("list {import}: {}", problem.detail);
                "failed"
            }
        };
        if status == "done" {
            worker.lists.drop(id);
        }
        worker.jobs.end(import, status);
        worker.live.tell(News::Import { id: import, status: status.into() });
    });
    Ok((StatusCode::ACCEPTED, Json(Begun { id: import })))
}

/// Changes what is known of a list: its price, its licence, when it was bought.
#[utoipa::path(put, path = "/lead-lists/{id}", tag = "Leads", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = ListTerms, responses((status = 200, body = LeadList)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(terms): Json<ListTerms>,
) -> Answer<Json<LeadList>> {
    app.keep_terms(id, seen.needed()?, terms, &who.name).await?;
    let list = app.lead_lists().await?.into_iter().find(|list| list.id == id);
    Ok(Json(list.ok_or_else(|| Problem::not_found("There is no such list."))?))
}
