//! The living sales manual.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use manual::{Contents, PageView};
use model::ids::PageId;
use serde::{Deserialize, Serialize};
use store::{NewPage, PageChange, PageRecord};
use utoipa::ToSchema;

use super::users::text;
use crate::{
    guard::{Actor, IfMatch},
    printing::{IMPRINT, Imprint, imprint, issue},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const LONGEST: usize = 200_000;

/// Contents of the manual, with page numbers as printed.
#[utoipa::path(get, path = "/manual", tag = "Publish", responses((status = 200, body = Contents)))]
pub async fn contents(State(app): State<App>) -> Answer<Json<Contents>> {
    let issue = issue(&app).await?;
    Ok(Json(issue.manual.contents(&issue.printed.numbers)))
}

/// The manual as PDF.
#[utoipa::path(get, path = "/manual.pdf", tag = "Publish", responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn pdf(State(app): State<App>) -> Answer<impl IntoResponse> {
    let issue = issue(&app).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"sales-manual.pdf\""),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, issue.printed.pdf.clone()))
}

/// A page of the manual. Ids are those of the contents.
#[utoipa::path(get, path = "/manual/pages/{id}", tag = "Publish", params(("id" = String, Path)), responses((status = 200, body = PageView)))]
pub async fn page(State(app): State<App>, Path(id): Path<String>) -> Answer<Json<PageView>> {
    let issue = issue(&app).await?;
    let page = issue.manual.page(&id);
    page.map(Json).ok_or_else(|| Problem::not_found("The manual has no such page any more. Look into its contents."))
}

/// A page to be written.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PageForm {
    /// Letter of its section; one the manual does not have yet goes to the section of hand-written pages.
    pub section: String,
    /// Title.
    pub title: String,
    /// Text in Markdown.
    pub markdown: String,
    /// Place in its section: generated pages stand at 1, 2, 3, …; left out, a new page comes first and a changed one
    /// stays where it is.
    #[serde(default)]
    pub position: Option<f64>,
}

/// A page just written.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedPage {
    /// Its id, as in the contents.
    pub id: PageId,
    /// Its version.
    pub version: i64,
}

impl From<PageRecord> for SavedPage {
    fn from(page: PageRecord) -> Self {
        Self { id: page.id, version: page.version }
    }
}

impl PageForm {
    fn check(self) -> Answer<Self> {
        let letter = self.section.trim().to_uppercase();
        if letter.chars().count() != 1 || !letter.chars().all(char::is_alphabetic) {
            return Err(Problem::field("section", "A section has one letter, such as W."));
        }
        if self.markdown.len() > LONGEST {
            return Err(Problem::field("markdown", format!("A page has at most {LONGEST} bytes; make two of it.")));
        }
        if self.position.is_some_and(|p| !p.is_finite()) {
            return Err(Problem::field("position", "Write a number."));
        }
        Ok(Self { section: letter, title: text("title", &self.title)?, ..self })
    }
}

/// Writes a page.
#[utoipa::path(post, path = "/manual/pages", tag = "Publish", request_body = PageForm, responses((status = 201, body = SavedPage)))]
pub async fn write(
    State(app): State<App>,
    who: Actor,
    Json(form): Json<PageForm>,
) -> Answer<(StatusCode, Json<SavedPage>)> {
    let form = form.check()?;
    let PageForm { section, title, markdown, position } = form;
    let position = position.unwrap_or(0.0);
    let new = NewPage { section, title, markdown, position, by: Some(who.name), at: app.now() };
    Ok((StatusCode::CREATED, Json(app.store.add_page(new).await?.into())))
}

/// Changes a page. `If-Match` bears the version it is based on.
#[utoipa::path(put, path = "/manual/pages/{id}", tag = "Publish",
    params(("id" = PageId, Path), ("if-match" = Option<String>, Header)), request_body = PageForm, responses((status = 200, body = SavedPage)))]
pub async fn rewrite(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<PageId>,
    seen: IfMatch,
    Json(form): Json<PageForm>,
) -> Answer<Json<SavedPage>> {
    let seen = seen.needed()?;
    let PageForm { section, title, markdown, position } = form.check()?;
    let (section, title, markdown) = (Some(section), Some(title), Some(markdown));
    let change = PageChange { section, title, markdown, position, by: Some(who.name), at: app.now() };
    Ok(Json(app.store.update_page(id, seen, change).await?.into()))
}

/// Deletes a page; its history is kept.
#[utoipa::path(delete, path = "/manual/pages/{id}", tag = "Publish",
    params(("id" = PageId, Path), ("if-match" = Option<String>, Header)), responses((status = 204)))]
pub async fn remove(State(app): State<App>, Path(id): Path<PageId>, seen: IfMatch) -> Answer<StatusCode> {
    app.store.delete_page(id, seen.needed()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Names the one person responsible, and what else stands on the cover.
#[utoipa::path(put, path = "/manual/editor", tag = "Publish", request_body = Imprint, responses((status = 200, body = Imprint)))]
pub async fn name_editor(State(app): State<App>, Json(given): Json<Imprint>) -> Answer<Json<Imprint>> {
    let company = given.company.trim();
    if company.chars().count() > 200 {
        return Err(Problem::field("company", "At most 200 characters, please."));
    }
    let editor = given.editor.filter(|e| !e.trim().is_empty()).map(|e| text("editor", &e)).transpose()?;
    let new = Imprint { title: text("title", &given.title)?, company: company.to_owned(), editor };
    let value = serde_json::to_value(&new).map_err(Problem::internal)?;
    app.store.set_setting(IMPRINT, value).await?;
    Ok(Json(imprint(&app).await?))
}
