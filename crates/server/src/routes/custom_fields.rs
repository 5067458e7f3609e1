//! Fields that the team defines for its deals.

use axum::{extract::State, http::StatusCode};
use model::{
    custom_field::{CustomField, FieldKind},
    deal::field,
    ids::DealId,
    process::StageKind,
    tags::TAGS,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::deals::found;
use crate::{
    fields::{FIELD, FieldLine},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const MOST_FIELDS: usize = 100;
const MOST_CHOICES: usize = 200;

/// Names of what every deal has or that mean something else.
const TAKEN: [&str; 11] = [
    field::NAME,
    field::ACCOUNT,
    field::OWNER,
    field::TEAM,
    field::PRODUCT,
    field::VALUE,
    field::CURRENCY,
    TAGS,
    "stage",
    "outcome",
    "key",
];

/// All routes about fields.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change, remove)).routes(routes!(of_deal))
}

/// A field with how the deals fill it in.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldUse {
    /// The field.
    #[serde(flatten)]
    pub line: FieldLine,
    /// Deals that have a value.
    pub filled: u64,
    /// Deals whose value it would not take, as an import may bring them.
    pub unfit: u64,
    /// Some of these values, the most frequent first.
    pub unfit_values: Vec<String>,
}

/// The fields that the team defined.
#[utoipa::path(get, path = "/custom-fields", tag = "Run", responses((status = 200, body = Vec<FieldUse>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<FieldUse>>> {
    let lines = app.custom_fields().await?;
    if lines.is_empty() {
        return Ok(Json(Vec::new()));
    }
    let uses = app
        .on_log(move |log| {
            let used = |line: FieldLine| {
                let values = log.values(&line.field.name);
                let filled = values.iter().map(|(_, n)| n).sum();
                let unfit: Vec<_> = values.into_iter().filter(|(value, _)| line.field.read(value).is_err()).collect();
                FieldUse {
                    filled,
                    unfit: unfit.iter().map(|(_, n)| n).sum(),
                    unfit_values: unfit.into_iter().take(5).map(|(value, _)| value).collect(),
                    line,
                }
            };
            lines.into_iter().map(used).collect()
        })
        .await?;
    Ok(Json(uses))
}

/// Defines a field.
#[utoipa::path(post, path = "/custom-fields", tag = "Run", request_body = CustomField,
    responses((status = 201, body = FieldLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(field): Json<CustomField>,
) -> Answer<(StatusCode, Json<FieldLine>)> {
    if app.custom_fields().await?.len() >= MOST_FIELDS {
        return Err(Problem::conflict(format!("There are {MOST_FIELDS} fields already; remove one first.")));
    }
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, field).await?)))
}

/// Changes a field. Values that deals have stay as they are.
#[utoipa::path(put, path = "/custom-fields/{id}", tag = "Run",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), request_body = CustomField,
    responses((status = 200, body = FieldLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(field): Json<CustomField>,
) -> Answer<Json<FieldLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, field).await?))
}

/// Removes a field. Values that deals have stay, as plain text.
#[utoipa::path(delete, path = "/custom-fields/{id}", tag = "Run",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(FIELD, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, field: CustomField) -> Answer<FieldLine> {
    let field = sound(field)?;
    let same = |line: &FieldLine| line.id != id && line.field.name == field.name;
    if app.custom_fields().await?.iter().any(same) {
        return Err(Problem::field("name", format!("There is a field “{}” already.", field.name)));
    }
    let content = serde_json::to_value(&field).map_err(Problem::internal)?;
    let kept = app.store.keep_record(FIELD, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(FieldLine { id, version: kept.version, field })
}

/// Looks a field over.
fn sound(mut field: CustomField) -> Answer<CustomField> {
    field.name = field.name.trim().to_owned();
    let letters = field.name.chars().count();
    if letters == 0 || letters > 60 || field.name.chars().any(|c| c.is_control() || c == ':' || c == ',') {
        return Err(Problem::field("name", "A field's name has 1 to 60 characters, without colons and commas."));
    }
    if TAKEN.iter().any(|taken| taken.eq_ignore_ascii_case(&field.name)) {
        return Err(Problem::field("name", format!("Every deal has “{}” already; choose another name.", field.name)));
    }
    if field.help.chars().count() > 300 {
        return Err(Problem::field("help", "At most 300 characters, please."));
    }
    field.choices = field.choices.iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect();
    let low: std::collections::BTreeSet<String> = field.choices.iter().map(|c| c.to_lowercase()).collect();
    match field.kind {
        FieldKind::Choice if field.choices.is_empty() => {
            return Err(Problem::field("choices", "Say what can be chosen."));
        }
        FieldKind::Choice if field.choices.len() > MOST_CHOICES => {
            return Err(Problem::field("choices", format!("At most {MOST_CHOICES} choices, please.")));
        }
        FieldKind::Choice if low.len() < field.choices.len() => {
            return Err(Problem::field("choices", "One of them stands there twice."));
        }
        FieldKind::Choice if field.choices.iter().any(|c| c.chars().count() > 100) => {
            return Err(Problem::field("choices", "A choice has at most 100 characters."));
        }
        FieldKind::Choice => {}
        _ => field.choices.clear(),
    }
    field.needed_from = field.needed_from.map(|stage| stage.trim().to_owned()).filter(|stage| !stage.is_empty());
    Ok(field)
}

/// A field of a deal.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealField {
    /// The field.
    #[serde(flatten)]
    pub field: CustomField,
    /// Its value; empty for none.
    pub value: String,
    /// What is wrong with the value, as an import may bring it.
    pub problem: Option<String>,
    /// It should be filled in where the deal stands, and is not.
    pub missing: bool,
}

/// The fields that the team defined, as a deal fills them in.
#[utoipa::path(get, path = "/deals/{id}/fields", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Vec<DealField>)))]
pub async fn of_deal(State(app): State<App>, Path(id): Path<DealId>) -> Answer<Json<Vec<DealField>>> {
    let deal = found(&app, id).await?;
    let processes = app.processes().await?;
    let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
    let reached = |needed: &str| {
        let process = process?;
        let place = |id: &str| process.stages.iter().position(|s| s.id == id);
        let here = process.standing(&deal).filter(|stage| stage.kind != StageKind::Lost)?;
        Some(place(&here.id)? >= place(needed)?)
    };
    let of = |line: FieldLine| {
        let value = deal.attributes.get(&line.field.name).cloned().unwrap_or_default();
        let needed = line.field.needed_from.as_deref().and_then(reached) == Some(true);
        DealField {
            problem: line.field.read(&value).err(),
            missing: needed && value.is_empty(),
            value,
            field: line.field,
        }
    };
    Ok(Json(app.custom_fields().await?.into_iter().map(of).collect()))
}
