//! When people began.

use std::collections::BTreeMap;

use axum::extract::State;
use jiff::civil::Date;
use model::quota::same_name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{commission::day, users::text};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Problem},
    state::App,
};

/// The kind of record that a first day is.
const FIRST_DAY: &str = "first-day";

/// All routes about first days.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, keep))
}

/// When somebody began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstDay {
    /// Name, as users and owners of deals are named.
    pub person: String,
    /// Their first day; none where nobody says.
    #[schema(value_type = Option<String>, format = "date")]
    pub day: Option<Date>,
}

impl App {
    /// The first days that were given, by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn first_days(&self) -> Answer<BTreeMap<String, Date>> {
        let records = self.store.records(FIRST_DAY).await?;
        let days = records.into_iter().filter_map(|record| serde_json::from_value::<FirstDay>(record.content).ok());
        Ok(days.filter_map(|first| Some((first.person, first.day?))).collect())
    }
}

/// When people began, where somebody said so.
#[utoipa::path(get, path = "/first-days", tag = "Settings", responses((status = 200, body = Vec<FirstDay>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<FirstDay>>> {
    let days = app.first_days().await?.into_iter();
    Ok(Json(days.map(|(person, day)| FirstDay { person, day: Some(day) }).collect()))
}

/// Says when somebody began, or takes it back. The last word counts.
#[utoipa::path(put, path = "/first-days", tag = "Settings", request_body = FirstDay, responses((status = 200, body = FirstDay)))]
pub async fn keep(State(app): State<App>, who: Actor, Json(first): Json<FirstDay>) -> Answer<Json<FirstDay>> {
    let first = FirstDay { person: text("person", &first.person)?, ..first };
    if let Some(given) = first.day {
        day("day", given)?;
    }
    let is =
        |content: &serde_json::Value| content["person"].as_str().is_some_and(|name| same_name(name, &first.person));
    let known = app.store.records(FIRST_DAY).await?.into_iter().find(|record| is(&record.content));
    let (id, seen) = known.map_or_else(|| (Uuid::now_v7(), 0), |record| (record.id, record.version));
    let content = first.day.map(|_| serde_json::to_value(&first).map_err(Problem::internal)).transpose()?;
    if content.is_some() || seen > 0 {
        app.store.keep_record(FIRST_DAY, id, seen, content, Some(&who.name), app.now()).await?;
    }
    Ok(Json(first))
}
