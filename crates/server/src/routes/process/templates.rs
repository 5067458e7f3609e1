//! The templates that a process can begin with.

use axum::extract::State;
use model::{
    language::Language,
    process::{Process, template_in, template_text, templates},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

/// A template.
#[derive(Debug, Serialize, ToSchema)]
pub struct TemplateLine {
    /// Its id.
    pub id: &'static str,
    /// Its name in the reader's language.
    pub name: &'static str,
    /// For whom it is, in the reader's language.
    pub says: &'static str,
    /// The languages it is written in.
    pub languages: Vec<&'static str>,
}

/// The templates.
#[utoipa::path(get, path = "/process/templates", tag = "Define", responses((status = 200, body = Vec<TemplateLine>)))]
pub async fn list(who: Actor) -> Json<Vec<TemplateLine>> {
    let languages: Vec<&'static str> = Language::ALL.into_iter().map(Language::tag).collect();
    let line = |t: &'static model::process::TemplateInfo| TemplateLine {
        id: t.id,
        name: t.name(who.language),
        says: t.says(who.language),
        languages: languages.clone(),
    };
    Json(templates().iter().map(line).collect())
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
    let known: Vec<&str> = templates().iter().map(|t| t.id).collect();
    Problem::not_found(format!("There is no template `{id}`; there are: {}.", known.join(", ")))
}

pub(super) fn language(tag: Option<&str>, language: Language) -> Answer<Language> {
    let Some(tag) = tag else { return Ok(language) };
    let unknown = || Problem::field("language", format!("{tag:?} is not among en, de, es, ja."));
    Language::of_tag(tag).ok_or_else(unknown)
}
