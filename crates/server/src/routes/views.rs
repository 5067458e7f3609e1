//! Views: ways to look at deals that people keep, for themselves or for all.

use std::collections::BTreeMap;

use axum::{extract::State, http::StatusCode};
use model::ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::users::text;
use crate::{
    guard::{Actor, IfMatch},
    owned::{Owned, OwnedLine},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// The kind of record that says with which views somebody begins; its id is theirs.
const BEGINNING: &str = "view-default";

const MOST_COLUMNS: usize = 60;
const MOST_VALUES: usize = 500;
const LONGEST: usize = 500;

/// All routes about views.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change, remove)).routes(routes!(begin))
}

/// The page that a view is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ViewPage {
    /// The board.
    Board,
    /// The list of deals.
    List,
}

/// A way to look at deals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Of which page.
    pub page: ViewPage,
    /// Which deals: parameters of the list of deals by name, with their values.
    #[serde(default)]
    pub filters: BTreeMap<String, Vec<String>>,
    /// The columns of the list, in order; those of old if empty.
    #[serde(default)]
    pub columns: Vec<String>,
    /// By what deals are in order; a minus in front turns it round.
    #[serde(default)]
    pub sort: String,
    /// Whether others see it.
    #[serde(default)]
    pub shared: bool,
}

/// A view, kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ViewLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Whose it is.
    pub owner: UserId,
    /// Their name, as it was.
    pub owner_name: String,
    /// Whether who asks may change it.
    pub may_change: bool,
    /// The view.
    #[serde(flatten)]
    pub view: View,
}

impl Owned for View {
    const KIND: &'static str = "view";
    const WORD: &'static str = "view";
    const MOST: usize = 500;

    fn name(&self) -> &str {
        &self.name
    }

    fn is_shared(&self) -> bool {
        self.shared
    }
}

impl From<OwnedLine<View>> for ViewLine {
    fn from(line: OwnedLine<View>) -> Self {
        let OwnedLine { id, version, owner, owner_name, may_change, content: view } = line;
        Self { id, version, owner, owner_name, may_change, view }
    }
}

/// With which views somebody begins.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ViewDefaults)]
pub struct Beginning {
    /// The board; none: all open deals.
    #[serde(default)]
    pub board: Option<Uuid>,
    /// The list; none: all deals.
    #[serde(default)]
    pub list: Option<Uuid>,
}

/// The views that somebody sees.
#[derive(Debug, Serialize, ToSchema)]
pub struct Views {
    /// Their own and the shared ones, by name.
    pub views: Vec<ViewLine>,
    /// With which they begin.
    pub begin: Beginning,
}

/// Your own views and those that are shared.
#[utoipa::path(get, path = "/views", tag = "Run", responses((status = 200, body = Views)))]
pub async fn list(State(app): State<App>, who: Actor) -> Answer<Json<Views>> {
    let views: Vec<ViewLine> = app.owned(&who).await?.into_iter().map(ViewLine::from).collect();
    let kept = app.store.record(BEGINNING, who.id.0).await?;
    let begin: Beginning =
        kept.map(|r| serde_json::from_value(r.content)).transpose().map_err(Problem::internal)?.unwrap_or_default();
    let there = |id: &Uuid| views.iter().any(|line| line.id == *id);
    let begin = Beginning { board: begin.board.filter(there), list: begin.list.filter(there) };
    Ok(Json(Views { views, begin }))
}

/// Keeps a view.
#[utoipa::path(post, path = "/views", tag = "Run", request_body = View, responses((status = 201, body = ViewLine)))]
pub async fn add(State(app): State<App>, who: Actor, Json(view): Json<View>) -> Answer<(StatusCode, Json<ViewLine>)> {
    Ok((StatusCode::CREATED, Json(app.add_owned(&who, sound(view)?).await?.into())))
}

/// Changes a view: your own, or as a manager a shared one.
#[utoipa::path(put, path = "/views/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = View, responses((status = 200, body = ViewLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(view): Json<View>,
) -> Answer<Json<ViewLine>> {
    Ok(Json(app.change_owned(&who, id, seen.needed()?, sound(view)?).await?.into()))
}

/// Removes a view.
#[utoipa::path(delete, path = "/views/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.remove_owned::<View>(&who, id, seen.needed()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says with which views you begin.
#[utoipa::path(put, path = "/views/begin", tag = "Run", request_body = Beginning,
    responses((status = 200, body = Beginning)))]
pub async fn begin(State(app): State<App>, who: Actor, Json(begin): Json<Beginning>) -> Answer<Json<Beginning>> {
    let views = app.owned::<View>(&who).await?;
    for (field, id) in [("board", begin.board), ("list", begin.list)] {
        if id.is_some_and(|id| !views.iter().any(|line| line.id == id)) {
            return Err(Problem::field(field, "There is no such view, or it is not shared with you."));
        }
    }
    let seen = app.store.record(BEGINNING, who.id.0).await?.map_or(0, |record| record.version);
    let content = serde_json::to_value(&begin).map_err(Problem::internal)?;
    app.store.keep_record(BEGINNING, who.id.0, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(Json(begin))
}

/// Looks a view over.
fn sound(view: View) -> Answer<View> {
    let name = text("name", &view.name)?;
    let values = view.filters.values().map(Vec::len).sum::<usize>();
    let long = |text: &String| text.chars().count() > LONGEST;
    if values > MOST_VALUES || view.filters.iter().any(|(name, values)| long(name) || values.iter().any(long)) {
        let message = format!("At most {MOST_VALUES} conditions of at most {LONGEST} characters, please.");
        return Err(Problem::field("filters", message));
    }
    if view.columns.len() > MOST_COLUMNS || view.columns.iter().any(long) {
        return Err(Problem::field("columns", format!("At most {MOST_COLUMNS} columns, please.")));
    }
    if long(&view.sort) {
        return Err(Problem::field("sort", "This is no column."));
    }
    Ok(View { name, ..view })
}
