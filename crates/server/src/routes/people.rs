//! The people of a deal on the prospect's side.

use axum::{extract::State, response::IntoResponse};
use model::{
    Event,
    event::kind,
    ids::DealId,
    people::{Influence, Stand, WAS, only_news, people},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    deals::{append, checked, found},
    users::text,
};
use crate::{
    deal_view::{DealView, blank},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Somebody on the prospect's side. What is left out stays as it is, an empty text takes a value away.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPerson {
    /// Their name.
    pub name: String,
    /// By which name or address they were known on this deal, of somebody who is changed.
    #[serde(default)]
    pub was: Option<String>,
    /// E-mail address; who bears it already on this deal is changed.
    #[serde(default)]
    pub email: Option<String>,
    /// What they are in their organisation.
    #[serde(default)]
    pub title: Option<String>,
    /// What they are in the decision: `decision-maker`, `champion`, `blocker`, `user`, …
    #[serde(default)]
    pub role: Option<String>,
    /// Where they stand on buying.
    #[serde(default)]
    pub stand: Option<Stand>,
    /// How much their word counts.
    #[serde(default)]
    pub influence: Option<Influence>,
}

/// Adds somebody on the prospect's side, or changes what is known of them.
#[utoipa::path(post, path = "/deals/{id}/people", tag = "Run", params(("id" = DealId, Path)), request_body = NewPerson,
    responses((status = 200, body = DealView)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewPerson>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let name = text("name", &new.name)?;
    if let Some(email) = new.email.as_deref().map(str::trim).filter(|email| !email.is_empty() && !email.contains('@')) {
        return Err(Problem::field("email", format!("{email:?} is no e-mail address.")));
    }
    let fields = [
        ("name", Some(name.clone())),
        (WAS, new.was.filter(|was| !was.trim().is_empty())),
        ("email", new.email),
        ("title", new.title),
        ("role", new.role),
        ("stand", new.stand.map(|stand| stand.word().to_owned())),
        ("influence", new.influence.map(|influence| influence.word().to_owned())),
    ];
    let given = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.trim().to_owned())));
    let event = Event {
        kind: kind::PERSON.into(),
        activity: format!("Person: {name}"),
        actor: Some(who.name.clone()),
        attributes: checked(given.collect())?,
        ..blank(id, app.now())
    };
    let event = only_news(&people(&app.store.events(id).await?), event);
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}

/// Somebody who is taken off a deal.
#[derive(Debug, Deserialize, ToSchema)]
pub struct GonePerson {
    /// Their name or address.
    pub who: String,
}

/// Takes somebody off the people of a deal. Their acts stay among what happened; if they act again, they are listed again.
#[utoipa::path(post, path = "/deals/{id}/people/remove", tag = "Run", params(("id" = DealId, Path)),
    request_body = GonePerson, responses((status = 200, body = DealView)))]
pub async fn remove(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(gone): Json<GonePerson>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let events = app.store.events(id).await?;
    let known = people(&events);
    let is = |own: &str| own.trim().eq_ignore_ascii_case(gone.who.trim());
    let person = known.iter().find(|p| is(&p.name) || p.email.as_deref().is_some_and(is));
    let none = || Problem::not_found("Nobody of this name or address is on the deal. Load the page again.");
    let person = person.filter(|_| !gone.who.trim().is_empty()).ok_or_else(none)?;
    let called = if person.name.is_empty() { &gone.who } else { &person.name };
    let event = Event {
        kind: kind::PERSON_REMOVED.into(),
        activity: format!("No longer: {called}"),
        actor: Some(who.name.clone()),
        attributes: [(WAS.to_owned(), gone.who.trim().to_owned())].into(),
        ..blank(id, app.now())
    };
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}
