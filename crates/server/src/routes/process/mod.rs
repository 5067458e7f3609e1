//! The process: proposed, written, checked, tested on history, compared, activated.

pub mod current;
pub mod draft;
pub mod history;
pub mod moving;
pub mod proposal;
pub mod templates;
pub mod versions;

use axum::http::StatusCode;
use insight::select::Selection;
use model::{
    language::Language,
    process::{
        Finding, Ground, Known, Process, ground, has_errors, lint, merge_into, parse, parse_json, says, to_toml,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::users::text;
use crate::{
    problem::{Answer, Problem},
    processes::{Active, Processes},
    state::App,
};

/// All routes about the process.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(proposal::propose))
        .routes(routes!(proposal::draft, proposal::keep_draft))
        .routes(routes!(current::list, current::create))
        .routes(routes!(current::see, current::save))
        .routes(routes!(current::check))
        .routes(routes!(current::file))
        .routes(routes!(current::export_bpmn))
        .routes(routes!(current::schema))
        .routes(routes!(current::rules))
        .routes(routes!(draft::see, draft::keep, draft::discard))
        .routes(routes!(versions::list, versions::propose))
        .routes(routes!(versions::one))
        .routes(routes!(versions::activate))
        .routes(routes!(versions::decline))
        .routes(routes!(versions::compare))
        .routes(routes!(moving::preview))
        .routes(routes!(moving::list, moving::go))
        .routes(routes!(history::criterion))
        .routes(routes!(history::suggestions))
        .routes(routes!(templates::list))
        .routes(routes!(templates::one))
}

/// Which process.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Which {
    /// Its id; the first one if left out.
    pub process: Option<String>,
}

impl Which {
    /// The process, with its active version; none before there is one.
    ///
    /// # Errors
    /// 404 if one is named that is not there.
    pub async fn find(&self, app: &App) -> Answer<Option<Active>> {
        let all = app.processes().await?;
        Ok(self.one(&all)?.cloned())
    }

    /// [`Which::find`] among processes that are read already.
    ///
    /// # Errors
    /// As there.
    pub fn one<'a>(&self, all: &'a Processes) -> Answer<Option<&'a Active>> {
        match (all.named(self.process.as_deref()), &self.process) {
            (None, Some(id)) => Err(Problem::not_found(format!("There is no process `{id}`."))),
            (found, _) => Ok(found),
        }
    }

    /// The process, where there must be one.
    ///
    /// # Errors
    /// 404 if there is none.
    pub async fn needed(&self, app: &App) -> Answer<Active> {
        let none =
            || Problem::not_found("There is no process yet. Propose one from your data, or begin with a template.");
        self.find(app).await?.ok_or_else(none)
    }
}

/// A process as text or as JSON; one of the two.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct Written {
    /// The text of a `process.toml`.
    #[serde(default)]
    pub toml: Option<String>,
    /// The process, as the editor has it.
    #[serde(default)]
    #[schema(value_type = Option<Process>)]
    pub process: Option<serde_json::Value>,
    /// What was changed and why.
    #[serde(default)]
    pub note: String,
}

impl Written {
    /// The process and its text. Of one that comes as JSON the text stays as near to `before` as can be.
    fn read(&self, before: Option<&str>) -> Result<(Process, String), Vec<Finding>> {
        match (&self.toml, &self.process) {
            (Some(toml), _) => Ok((parse(toml)?, toml.clone())),
            (None, Some(json)) => {
                let process = parse_json(json)?;
                let toml = before.map_or_else(|| to_toml(&process), |before| merge_into(before, &process));
                Ok((process, toml))
            }
            (None, None) => Ok((parse("")?, String::new())),
        }
    }

    /// The process that is sent; without any, the active version.
    pub async fn or_active(&self, app: &App, which: &Which) -> Answer<Process> {
        if self.toml.is_none() && self.process.is_none() {
            return Ok((*which.needed(app).await?.process).clone());
        }
        Ok(self.read(None).map_err(flawed)?.0)
    }

    /// The process and its text, fit to be used.
    async fn sound(&self, app: &App, before: Option<&str>) -> Answer<(Process, String)> {
        let (process, toml) = self.read(before).map_err(flawed)?;
        let findings = looked_over(app, &process, &toml).await?;
        if has_errors(&findings) {
            return Err(flawed(findings));
        }
        Ok((process, toml))
    }

    fn note(&self) -> Answer<String> {
        note(&self.note)
    }
}

/// A note of a person; it may be empty.
fn note(note: &str) -> Answer<String> {
    if note.trim().is_empty() { Ok(String::new()) } else { text("note", note) }
}

/// What the linter says, with what the deals tell.
async fn looked_over(app: &App, process: &Process, toml: &str) -> Answer<Vec<Finding>> {
    let today = jiff::tz::Offset::UTC.to_datetime(app.now()).date();
    let asked = process.clone();
    let observed = app.on_log(move |log| insight::define::observed(log, &asked, &Selection::default())).await;
    // While the log is still being read, the rules about history wait.
    let observed = observed.ok();
    let files: Vec<String> = app.store.files().await?.into_iter().map(|file| file.name).collect();
    let made: Vec<String> = app.metrics_made().await?.into_iter().map(|line| line.metric.id).collect();
    let known = Known { observed: observed.as_ref(), today: Some(today), files: Some(&files), metrics: &made };
    Ok(lint(process, Some(toml), &known))
}

fn flawed(findings: Vec<Finding>) -> Problem {
    let first = findings.iter().find(|f| f.level == model::process::Level::Error).map(ToString::to_string);
    let detail = format!("{}. Nothing was saved.", first.unwrap_or_default().trim_end_matches('.'));
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "process", "The process has errors", detail).with_findings(findings)
}

/// On what a criterion rests, and its predicate in words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CriterionGround {
    /// The stage's id.
    pub stage: String,
    /// The criterion's id.
    pub criterion: String,
    /// On what it rests.
    pub ground: Ground,
    /// Its predicate as a sentence.
    pub says: String,
}

/// The grounds of all criteria, in the language of the process; of one that names none in the reader's.
fn grounds(process: &Process, language: Language) -> Vec<CriterionGround> {
    let language = Language::of_tag(&process.language).unwrap_or(language);
    let of = |stage: &str, c: &model::process::Criterion| CriterionGround {
        stage: stage.to_owned(),
        criterion: c.id.clone(),
        ground: ground(&c.test),
        says: says(&c.test, language),
    };
    process.stages.iter().flat_map(|s| s.exit.iter().map(|c| of(&s.id, c))).collect()
}
