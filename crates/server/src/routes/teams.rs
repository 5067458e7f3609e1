//! Teams: who is in which.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::users::text;
use crate::{
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// The kind of record that a team is.
const TEAM: &str = "team";
const MOST_MEMBERS: usize = 500;

/// All routes about teams.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change, remove))
}

/// People who sell together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its name, unique.
    pub name: String,
    /// Names of who is in it, as deals name their owners.
    #[serde(default)]
    pub members: Vec<String>,
}

/// A team, kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TeamLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The team.
    #[serde(flatten)]
    pub team: Team,
}

impl App {
    /// The teams by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn teams(&self) -> Answer<Vec<TeamLine>> {
        let read = |record: store::Record| {
            let team = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(TeamLine { id: record.id, version: record.version, team })
        };
        let mut all = self.store.records(TEAM).await?.into_iter().map(read).collect::<Answer<Vec<_>>>()?;
        all.sort_by(|a, b| a.team.name.cmp(&b.team.name));
        Ok(all)
    }

    /// The team that somebody is in.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn team_of(&self, person: &str) -> Answer<Option<String>> {
        let is = |member: &String| member.trim().to_lowercase() == person.trim().to_lowercase();
        let teams = self.teams().await?;
        Ok(teams.into_iter().find(|line| line.team.members.iter().any(is)).map(|line| line.team.name))
    }
}

/// The teams.
#[utoipa::path(get, path = "/teams", tag = "Settings", responses((status = 200, body = Vec<TeamLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<TeamLine>>> {
    Ok(Json(app.teams().await?))
}

/// Adds a team.
#[utoipa::path(post, path = "/teams", tag = "Settings", request_body = Team, responses((status = 201, body = TeamLine)))]
pub async fn add(State(app): State<App>, who: Actor, Json(team): Json<Team>) -> Answer<(StatusCode, Json<TeamLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, team).await?)))
}

/// Changes a team. Deals keep the team that they have.
#[utoipa::path(put, path = "/teams/{id}", tag = "Settings", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Team, responses((status = 200, body = TeamLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(team): Json<Team>,
) -> Answer<Json<TeamLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, team).await?))
}

/// Removes a team. Deals keep its name.
#[utoipa::path(delete, path = "/teams/{id}", tag = "Settings", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(TEAM, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, team: Team) -> Answer<TeamLine> {
    let name = text("name", &team.name)?;
    if team.members.len() > MOST_MEMBERS {
        return Err(Problem::field("members", format!("At most {MOST_MEMBERS} people, please.")));
    }
    let members = team.members.iter().map(|member| text("members", member)).collect::<Answer<Vec<_>>>()?;
    let others: Vec<TeamLine> = app.teams().await?.into_iter().filter(|line| line.id != id).collect();
    if others.iter().any(|line| line.team.name.to_lowercase() == name.to_lowercase()) {
        return Err(Problem::field("name", format!("There is a team “{name}” already.")));
    }
    for member in &members {
        let is = |other: &String| other.to_lowercase() == member.to_lowercase();
        if let Some(other) = others.iter().find(|line| line.team.members.iter().any(is)) {
            let message = format!("{member} is in “{}”; somebody is in one team.", other.team.name);
            return Err(Problem::field("members", message));
        }
    }
    let team = Team { name, members };
    let content = serde_json::to_value(&team).map_err(Problem::internal)?;
    let kept = app.store.keep_record(TEAM, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(TeamLine { id, version: kept.version, team })
}
