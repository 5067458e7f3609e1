//! Files that were uploaded, looked at, and not imported yet.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{Multipart, State, multipart::Field},
    http::StatusCode,
};
use import::{Plan, Source};
use model::ids::ImportId;
use serde::Serialize;
use store::NewImport;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    guard::Actor,
    importing,
    jobs::Job,
    live::News,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Most bytes of one upload, all files together.
pub const MOST_BYTES: usize = 8 << 30;
const MOST_FILES: usize = 50;
const MOST_UPLOADS: usize = 20;

/// Files that belong together, and how they are to be read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Upload {
    /// Its id.
    pub id: Uuid,
    /// How the files are read.
    pub plan: Plan,
}

#[derive(Debug)]
struct Kept {
    folder: TempDir,
    sources: Vec<Source>,
    plan: Mutex<Plan>,
}

/// The uploads of this server. They are in a folder of their own and vanish when they are imported, too many, or the
/// server ends.
#[derive(Debug)]
pub struct Uploads {
    folder: PathBuf,
    kept: Mutex<Shelf>,
}

/// Uploads by id, and their ids in the order in which they came.
type Shelf = (Vec<Uuid>, HashMap<Uuid, Arc<Kept>>);

impl Uploads {
    /// No uploads; new ones go below this folder.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, kept: Mutex::default() }
    }

    /// A new folder for files of one upload.
    ///
    /// # Errors
    /// 500 if it cannot be made.
    pub fn folder(&self) -> Answer<TempDir> {
        std::fs::create_dir_all(&self.folder).map_err(Problem::internal)?;
        TempDir::new_in(&self.folder).map_err(Problem::internal)
    }

    fn get(&self, id: Uuid) -> Answer<Arc<Kept>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).1.get(&id).cloned();
        kept.ok_or_else(|| Problem::not_found("These files were imported already or are gone. Choose them again."))
    }

    fn put(&self, id: Uuid, upload: Kept) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (order, all) = &mut *kept;
        if order.len() >= MOST_UPLOADS {
            all.remove(&order.remove(0));
        }
        order.push(id);
        all.insert(id, Arc::new(upload));
    }

    fn drop(&self, id: Uuid) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.0.retain(|k| *k != id);
        kept.1.remove(&id);
    }
}

/// Files to import together.
#[derive(Debug, ToSchema)]
#[allow(dead_code)]
pub struct Files {
    /// One part a file.
    #[schema(value_type = Vec<String>, format = Binary)]
    file: Vec<u8>,
}

/// Takes files and tells how they would be read. Nothing is imported yet.
#[utoipa::path(post, path = "/uploads", tag = "Import", responses((status = 201, body = Upload)),
    request_body(content = Files, content_type = "multipart/form-data"))]
pub async fn upload(State(app): State<App>, mut parts: Multipart) -> Answer<(StatusCode, Json<Upload>)> {
    let folder = app.uploads.folder()?;
    let mut sources = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        if sources.len() == MOST_FILES {
            return Err(Problem::bad(format!("More than {MOST_FILES} files at once; import them in parts.")));
        }
        let name = plain_name(part.file_name().unwrap_or("file"));
        let path = folder.path().join(format!("{}", sources.len()));
        save(part, &path).await?;
        sources.push(Source::new(name, path));
    }
    if sources.is_empty() {
        return Err(Problem::field("file", "Choose at least one file."));
    }
    let looked_at = sources.clone();
    let plan = tokio::task::spawn_blocking(move || import::recognise(&looked_at));
    let plan = plan.await.map_err(Problem::internal)?.map_err(Problem::unreadable)?;
    let id = Uuid::new_v4();
    app.uploads.put(id, Kept { folder, sources, plan: Mutex::new(plan.clone()) });
    Ok((StatusCode::CREATED, Json(Upload { id, plan })))
}

/// An upload that broke off.
pub fn broken(error: axum::extract::multipart::MultipartError) -> Problem {
    Problem::new(error.status(), "bad-request", "The upload broke off", error.body_text())
}

/// The last part of a path that a browser may have sent.
pub fn plain_name(sent: &str) -> String {
    let name: String =
        sent.rsplit(['/', '\\']).next().unwrap_or(sent).chars().filter(|c| !c.is_control()).take(200).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// Writes a file of an upload to the disk.
///
/// # Errors
/// If it breaks off, or cannot be written.
pub async fn save(mut part: Field<'_>, path: &std::path::Path) -> Answer<()> {
    let mut file = tokio::fs::File::create(path).await.map_err(Problem::internal)?;
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        file.write_all(&chunk).await.map_err(Problem::internal)?;
    }
    file.flush().await.map_err(Problem::internal)
}

/// How the files are read.
#[utoipa::path(get, path = "/uploads/{id}", tag = "Import", params(("id" = Uuid, Path)), responses((status = 200, body = Upload)))]
pub async fn see(State(app): State<App>, Path(id): Path<Uuid>) -> Answer<Json<Upload>> {
    let kept = app.uploads.get(id)?;
    let plan = kept.plan.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(Json(Upload { id, plan }))
}

/// Corrects how the files are read; joins and questions are worked out again.
#[utoipa::path(put, path = "/uploads/{id}/plan", tag = "Import", params(("id" = Uuid, Path)), request_body = Plan,
    responses((status = 200, body = Upload)))]
pub async fn correct(State(app): State<App>, Path(id): Path<Uuid>, Json(plan): Json<Plan>) -> Answer<Json<Upload>> {
    let kept = app.uploads.get(id)?;
    let held = Arc::clone(&kept);
    let revised = tokio::task::spawn_blocking(move || import::revise(&held.sources, plan));
    let plan = revised.await.map_err(Problem::internal)?.map_err(Problem::unreadable)?;
    *kept.plan.lock().unwrap_or_else(PoisonError::into_inner) = plan.clone();
    Ok(Json(Upload { id, plan }))
}

/// An import that was begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct Begun {
    /// Its id.
    pub id: ImportId,
}

/// Begins the import. It goes on by itself; follow its progress, leave, come back, cancel.
#[utoipa::path(post, path = "/uploads/{id}/import", tag = "Import", params(("id" = Uuid, Path)), responses((status = 202, body = Begun)))]
pub async fn import(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<(StatusCode, Json<Begun>)> {
    let kept = app.uploads.get(id)?;
    if app.jobs.busy() {
        return Err(Problem::conflict("Another import is running. Wait for it to end, or cancel it."));
    }
    let import = ImportId(Uuid::now_v7());
    let job = app.jobs.begin(import);
    app.keeper.is_own(import, false);
    app.live.tell(News::Import { id: import, status: "running".into() });
    let worker = app.clone();
    tokio::spawn(async move {
        let status = work(&worker, &job, import, &kept, &who).await;
        if status == "done" {
            worker.uploads.drop(id);
        }
        worker.jobs.end(import, status);
        worker.live.tell(News::Import { id: import, status: status.into() });
    });
    Ok((StatusCode::ACCEPTED, Json(Begun { id: import })))
}

async fn work(app: &App, job: &Job, id: ImportId, kept: &Arc<Kept>, who: &Actor) -> &'static str {
    let files: Vec<String> = kept.sources.iter().map(|s| s.name.clone()).collect();
    let plan = kept.plan.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let value = serde_json::to_value(&plan).unwrap_or_default();
    let new = NewImport { id, name: files.join(", "), files, by: Some(who.name.clone()), plan: value, at: app.now() };
    let (store, reading, kept) = (app.store.clone(), job.clone(), Arc::clone(kept));
    let run = tokio::task::spawn_blocking(move || {
        tracing::debug!(folder = %kept.folder.path().display(), "importing");
        importing::run(&store, new, &plan, &kept.sources, &mut |p| {
            reading.report(if p.done < p.total { "reading" } else { "storing" }, p.done, p.total)
        })
    });
    let done = match run.await {
        Ok(Ok(done)) => done,
        Ok(Err(failed)) => {
            tracing::info!("import {id}: {failed}");
            return "failed";
        }
        Err(error) => {
            tracing::error!("import {id}: {error}");
            let _ = app.store.fail_import(id, "The program failed while reading; nothing of it was kept.").await;
            return "failed";
        }
    };
    job.report("building", 0, 0);
    if let Err(error) = app.keeper.follow(&app.store, &done.deals).await {
        tracing::error!("event log after import {id}: {error}");
    }
    "done"
}
