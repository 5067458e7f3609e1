//! Who goes by which plan.

use std::collections::HashSet;

use axum::{extract::State, http::StatusCode};
use jiff::civil::Date;
use model::commission::Assignment;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Confirmed, day};
use crate::{
    commission::{ASSIGNMENT, Book, Kept, LARGEST_MINOR, Names, keep_if_sound},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem, Query},
    routes::users::text,
    state::App,
};

const MOST: usize = 20_000;
const MOST_AT_ONCE: usize = 500;

/// Somebody goes by a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssignmentLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Who, by which plan, from when.
    #[serde(flatten)]
    pub assignment: Assignment,
}

impl From<Kept<Assignment>> for AssignmentLine {
    fn from(kept: Kept<Assignment>) -> Self {
        Self { id: kept.id, version: kept.version, assignment: kept.content }
    }
}

/// People who are to go by a plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAssignments {
    /// Their names.
    pub people: Vec<String>,
    /// The short id of the plan.
    pub plan: String,
    /// First day.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Last day; until their next assignment if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub until: Option<Date>,
    /// Their own target in place of the plan's, in minor units.
    #[serde(default)]
    pub target_minor: Option<i64>,
}

/// Who goes by which plan, by person and day.
#[utoipa::path(get, path = "/commission/assignments", tag = "Commission",
    responses((status = 200, body = Vec<AssignmentLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<AssignmentLine>>> {
    let mut kept = Book::read(&app).await?.assignments;
    kept.sort_by(|a, b| (&a.content.person, a.content.from).cmp(&(&b.content.person, b.content.from)));
    Ok(Json(kept.into_iter().map(AssignmentLine::from).collect()))
}

/// Gives people a plan from a day on.
#[utoipa::path(post, path = "/commission/assignments", tag = "Commission", params(Confirmed), request_body = NewAssignments,
    responses((status = 201, body = Vec<AssignmentLine>)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Query(Confirmed { confirmed }): Query<Confirmed>,
    Json(new): Json<NewAssignments>,
) -> Answer<(StatusCode, Json<Vec<AssignmentLine>>)> {
    if new.people.is_empty() || new.people.len() > MOST_AT_ONCE {
        return Err(Problem::field("people", format!("Name 1 to {MOST_AT_ONCE} people.")));
    }
    let users = app.store.users().await?;
    let mut lines = Vec::new();
    let insert = |book: &mut Book| {
        if book.assignments.len() + new.people.len() > MOST {
            return Err(Problem::field("people", format!("There are {MOST} assignments already.")));
        }
        let mut known = Names::of(book, &users);
        let (mut changes, mut named) = (Vec::new(), HashSet::new());
        for (at, person) in new.people.iter().enumerate() {
            let field = format!("people[{at}]");
            let person = known.spelled(&text(&field, person)?);
            if !named.insert(person.clone()) {
                return Err(Problem::field(&field, format!("{person} is named twice.")));
            }
            let (plan, from, until, target_minor) = (new.plan.clone(), new.from, new.until, new.target_minor);
            let content = sound(Assignment { person, plan, from, until, target_minor })?;
            let (id, version) = (Uuid::now_v7(), 1);
            changes.push((ASSIGNMENT, id, 0, Some(serde_json::to_value(&content).map_err(Problem::internal)?)));
            lines.push(AssignmentLine { id, version, assignment: content.clone() });
            book.assignments.push(Kept { id, version, content });
        }
        Ok(changes)
    };
    keep_if_sound(&app, &who, None, insert, confirmed).await?;
    Ok((StatusCode::CREATED, Json(lines)))
}

/// Changes an assignment.
#[utoipa::path(put, path = "/commission/assignments/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), Confirmed), request_body = Assignment,
    responses((status = 200, body = AssignmentLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
    Json(given): Json<Assignment>,
) -> Answer<Json<AssignmentLine>> {
    let seen = seen.needed()?;
    let users = app.store.users().await?;
    let name = text("person", &given.person)?;
    let mut assignment = sound(given)?;
    let mut line = None;
    let replace = |book: &mut Book| {
        assignment.person = Names::of(book, &users).spelled(&name);
        let kept = book.assignments.iter_mut().find(|kept| kept.id == id).ok_or_else(gone)?;
        kept.content = assignment.clone();
        line = Some(AssignmentLine { id, version: seen + 1, assignment: assignment.clone() });
        Ok(vec![(ASSIGNMENT, id, seen, Some(serde_json::to_value(&assignment).map_err(Problem::internal)?))])
    };
    keep_if_sound(&app, &who, Some((id, seen)), replace, confirmed).await?;
    line.map(Json).ok_or_else(gone)
}

/// Takes an assignment away.
#[utoipa::path(delete, path = "/commission/assignments/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), Confirmed), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
) -> Answer<StatusCode> {
    let seen = seen.needed()?;
    let take = |book: &mut Book| {
        if !book.assignments.iter().any(|kept| kept.id == id) {
            return Err(gone());
        }
        book.assignments.retain(|kept| kept.id != id);
        Ok(vec![(ASSIGNMENT, id, seen, None)])
    };
    keep_if_sound(&app, &who, Some((id, seen)), take, confirmed).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn gone() -> Problem {
    Problem::not_found("There is no such assignment any more. Load the page again.")
}

fn sound(assignment: Assignment) -> Answer<Assignment> {
    day("from", assignment.from)?;
    assignment.until.map_or(Ok(()), |until| day("until", until))?;
    if assignment.target_minor.is_some_and(|target| target > LARGEST_MINOR) {
        return Err(Problem::field("target_minor", "This is more than can be counted."));
    }
    Ok(assignment)
}
