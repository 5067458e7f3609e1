//! A calendar that somebody follows: their tasks by the day they are due, and their meetings. Whoever has its address can
//! read it, so the address bears a secret and can be taken back.

use axum::{extract::State, http::StatusCode, response::IntoResponse};
use model::{
    Timestamp,
    event::kind,
    ids::{DealId, UserId},
    meeting::{Meeting, meetings},
    process::same_word,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{day::open_deals, meetings::calendar_headers};
use crate::{
    auth,
    day::{ToDo, ToDoKind, Today, to_dos},
    guard::{Actor, PREFIX},
    ics,
    link::LinkToken,
    problem::{Answer, Json, Path},
    state::App,
};

/// The kind of record that holds the link of a person; its id is theirs.
const FEED: &str = "calendar-feed";
/// Days ahead.
const AHEAD: i64 = 60;
/// Deals with meetings that are looked at: those that came last.
const MOST_DEALS: usize = 2_000;
/// Requests in a minute by one link.
const MOST_BY_LINK: u32 = 30;
/// What helps where a link leads nowhere.
const OVER: &str = "It was taken back, or part of it is missing. Make a new one in Stagecraft, under My day.";

/// All routes about calendars.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see, make, revoke)).routes(routes!(follow))
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// Hash of the token; empty where it was taken back.
    hash: String,
}

/// Whether somebody has a calendar that can be followed.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarFeed {
    /// Since when; none where there is none.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub since: Option<Timestamp>,
    /// Its path, with its token, which is shown this once.
    pub path: Option<String>,
}

async fn kept(app: &App, id: UserId) -> Answer<(i64, Option<Timestamp>)> {
    let Some(record) = app.store.record(FEED, id.0).await? else { return Ok((0, None)) };
    let kept: Kept = serde_json::from_value(record.content).unwrap_or_default();
    Ok((record.version, (!kept.hash.is_empty()).then_some(record.at)))
}

async fn keep(app: &App, who: &Actor, hash: String) -> Answer<Timestamp> {
    let (seen, _) = kept(app, who.id).await?;
    let content = serde_json::to_value(Kept { hash }).map_err(crate::problem::Problem::internal)?;
    Ok(app.store.keep_record(FEED, who.id.0, seen, Some(content), Some(&who.name), app.now()).await?.at)
}

/// Whether you have a calendar to follow.
#[utoipa::path(get, path = "/calendar", tag = "Run", responses((status = 200, body = CalendarFeed)))]
pub async fn see(State(app): State<App>, who: Actor) -> Answer<Json<CalendarFeed>> {
    let (_, since) = kept(&app, who.id).await?;
    Ok(Json(CalendarFeed { since, path: None }))
}

/// Makes the address of your calendar; one that there was ends.
#[utoipa::path(post, path = "/calendar", tag = "Run", responses((status = 201, body = CalendarFeed)))]
pub async fn make(State(app): State<App>, who: Actor) -> Answer<(StatusCode, Json<CalendarFeed>)> {
    let token = auth::new_token()?;
    let since = keep(&app, &who, auth::token_hash(&token)).await?;
    let path = Some(format!("{PREFIX}/calendar/{token}/calendar.ics"));
    Ok((StatusCode::CREATED, Json(CalendarFeed { since: Some(since), path })))
}

/// Takes the address of your calendar back.
#[utoipa::path(delete, path = "/calendar", tag = "Run", responses((status = 204)))]
pub async fn revoke(State(app): State<App>, who: Actor) -> Answer<StatusCode> {
    keep(&app, &who, String::new()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The calendar of whoever made this address: what is due in the next 60 days, and meetings.
#[utoipa::path(get, path = "/calendar/{token}/calendar.ics", tag = "Run", params(("token" = String, Path)),
    responses((status = 200, content_type = "text/calendar", body = String)))]
pub async fn follow(State(app): State<App>, Path(token): Path<String>) -> Answer<impl IntoResponse> {
    let token = LinkToken::of(&token);
    let whose = token.leads_to(whose(&app, token.hash()).await?, &app.pace, MOST_BY_LINK, OVER)?;
    let mut events = due(&app, &whose).await?;
    events.extend(met(&app, &whose).await?);
    Ok((calendar_headers("calendar.ics"), ics::calendar(&format!("Stagecraft: {whose}"), events)))
}

/// The name of whose calendar it is, if they may still sign in.
async fn whose(app: &App, hash: &str) -> Answer<Option<String>> {
    for record in app.store.records(FEED).await? {
        let kept: Kept = serde_json::from_value(record.content).unwrap_or_default();
        if !kept.hash.is_empty() && kept.hash == hash {
            let user = app.store.user(UserId(record.id)).await?.filter(|user| !user.disabled);
            return Ok(user.map(|user| user.name));
        }
    }
    Ok(None)
}

async fn due(app: &App, whose: &str) -> Answer<Vec<icalendar::Event>> {
    let (work, now, owner) = (app.work().await?, app.now(), whose.to_owned());
    let (ids, ..) = app.on_held(move |held| open_deals(held, Some(&owner))).await?;
    let processes = app.processes().await?;
    let mut events = app.store.events_of(&ids).await?;
    let today = Today { now, work: &work, ahead: AHEAD, language: model::language::Language::En };
    let mut all = Vec::new();
    for deal in app.store.deals(&ids).await? {
        let Some(active) = processes.of_deal(&deal) else { continue };
        let events = events.remove(&deal.id).unwrap_or_default();
        let since = deal.stage_since.unwrap_or(Timestamp::UNIX_EPOCH);
        let dated = to_dos(active.of_deal(&deal).0, &deal, &events, today).into_iter();
        let dated = dated.filter(|to_do| matches!(to_do.kind, ToDoKind::Task | ToDoKind::Commitment));
        all.extend(dated.filter_map(|to_do| Some(task(&to_do, work.day(to_do.due?), since))));
    }
    Ok(all)
}

fn task(to_do: &ToDo, day: jiff::civil::Date, since: Timestamp) -> icalendar::Event {
    let uid = format!("{}-{}-{}@task.stagecraft", to_do.deal.0, to_do.stage_id, to_do.item);
    let whom = to_do.account.as_deref().unwrap_or(&to_do.name);
    let about = format!("{}, {}", to_do.name, to_do.stage);
    ics::due(&uid, &format!("{whom}: {}", to_do.what), &about, day, since)
}

/// Meetings that name them, and those of their deals.
async fn met(app: &App, whose: &str) -> Answer<Vec<icalendar::Event>> {
    let ids: Vec<DealId> = app
        .on_log(|log| {
            let planned = log.deals_with(&[kind::MEETING_PLANNED]);
            planned.into_iter().rev().take(MOST_DEALS).map(|deal| log.deal_id(deal)).collect()
        })
        .await?;
    let mut events = app.store.events_of(&ids).await?;
    let mut all = Vec::new();
    for deal in app.store.deals(&ids).await? {
        let owns = deal.owner.as_deref().is_some_and(|owner| same_word(owner, whose));
        let comes = |m: &Meeting| owns || m.plan.ours.iter().any(|name| same_word(name, whose));
        // What was cancelled stays in it, so that calendars take it away.
        let of_deal = meetings(&events.remove(&deal.id).unwrap_or_default());
        all.extend(of_deal.iter().filter(|m| comes(m)).map(|m| ics::meeting(m, &deal)));
    }
    Ok(all)
}
