//! The templates that a process can begin with.

use axum::extract::State;
use model::{
    language::Language,
    process::{Process, TemplateInfo, template_in, template_text, templates},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

/// The templates, in the reader's language. Each is written in English, German, Spanish and Japanese.
#[utoipa::path(get, path = "/process/templates", tag = "Define", responses((status = 200, body = Vec<TemplateInfo>)))]
pub async fn list(who: Actor) -> Json<Vec<TemplateInfo>> {
    Json(templates(who.language))
}

/// In which language.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct In {
    /// `en`, `de`, `es` or `ja`; the reader's if left out.
    pub language: Option<String>,
}

/// A template whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct Template {
    /// The process.
    pub process: Process,
    /// Its text.
    pub toml: &'static str,
}

/// One template.
#[utoipa::path(get, path = "/process/templates/{id}", tag = "Define", params(("id" = String, Path), In),
    responses((status = 200, body = Template)))]
pub async fn one(
    State(_): State<App>,
    who: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<In>,
) -> Answer<Json<Template>> {
    let language = language(wanted.language.as_deref(), who.language)?;
    let found = template_in(&id, language).zip(template_text(&id, language));
    let (process, toml) = found.ok_or_else(|| missing(&id))?;
    Ok(Json(Template { process, toml }))
}

pub(super) fn missing(id: &str) -> Problem {
    let known: Vec<&str> = templates(Language::En).iter().map(|t| t.id).collect();
    Problem::not_found(format!("There is no template `{id}`; there are: {}.", known.join(", ")))
}

pub(super) fn language(tag: Option<&str>, language: Language) -> Answer<Language> {
    let Some(tag) = tag else { return Ok(language) };
    let unknown = || Problem::field("language", format!("{tag:?} is not among en, de, es, ja."));
    Language::of_tag(tag).ok_or_else(unknown)
}
