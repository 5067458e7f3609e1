//! Meetings: planned, moved, held; who was there is evidence.

mod unqualified;

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::IntoResponse,
};
use model::{
    Deal, Event, Side, Timestamp,
    event::kind,
    ids::DealId,
    meeting::{self, Meeting, MeetingState, Plan, TimeSpent, meetings},
    people::people,
    process::same_word,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{deals::found, users::text};
use crate::{
    deal_view::blank,
    guard::Actor,
    ics,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Names of one side of a meeting, at most.
const MOST_PEOPLE: usize = 40;
/// Longest meeting, and most that somebody spends on it, in minutes.
const MOST_MINUTES: u32 = 24 * 60;
const LONGEST_PLACE: usize = 500;
const LONGEST_NOTE: usize = 4_000;
/// A meeting may be written down as held so long before it was to begin.
const EARLY: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);

/// All routes about meetings.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, plan))
        .routes(routes!(change))
        .routes(routes!(cancel))
        .routes(routes!(hold))
        .routes(routes!(ics_of))
        .routes(routes!(unqualified::see))
}

/// Why a meeting is cancelled.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct Cancelling {
    /// In words.
    #[serde(default)]
    pub note: String,
}

/// How a meeting went.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Holding {
    /// Who of the prospect was there, by name.
    pub theirs: Vec<String>,
    /// What our people spent on it, the way there and the preparation included.
    #[serde(default)]
    pub spent: Vec<TimeSpent>,
    /// What came of it.
    #[serde(default)]
    pub note: String,
}

/// The meetings of a deal, by when they begin.
#[utoipa::path(get, path = "/deals/{id}/meetings", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Vec<Meeting>)))]
pub async fn list(State(app): State<App>, Path(id): Path<DealId>) -> Answer<Json<Vec<Meeting>>> {
    found(&app, id).await?;
    Ok(Json(meetings(&app.store.events(id).await?)))
}

/// Plans a meeting.
#[utoipa::path(post, path = "/deals/{id}/meetings", tag = "Run", params(("id" = DealId, Path)), request_body = Plan,
    responses((status = 201, body = Vec<Meeting>)))]
pub async fn plan(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(plan): Json<Plan>,
) -> Answer<(axum::http::StatusCode, Json<Vec<Meeting>>)> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let meeting = uuid::Uuid::now_v7().to_string();
    let event = planned(&app, &who, &deal, &meeting, kind::MEETING_PLANNED, sound(plan)?)?;
    Ok((axum::http::StatusCode::CREATED, Json(after(&app, &deal, vec![event]).await?)))
}

/// Moves a meeting, or changes what else is planned.
#[utoipa::path(put, path = "/deals/{id}/meetings/{meeting}", tag = "Run",
    params(("id" = DealId, Path), ("meeting" = String, Path)), request_body = Plan,
    responses((status = 200, body = Vec<Meeting>)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    Path((id, meeting)): Path<(DealId, String)>,
    Json(plan): Json<Plan>,
) -> Answer<Json<Vec<Meeting>>> {
    let (deal, known) = to_change(&app, &who, id, &meeting).await?;
    to_come(&known)?;
    let plan = sound(plan)?;
    if plan == known.plan {
        return list(State(app), Path(id)).await;
    }
    let event = planned(&app, &who, &deal, &meeting, kind::MEETING_MOVED, plan)?;
    Ok(Json(after(&app, &deal, vec![event]).await?))
}

/// Cancels a meeting.
#[utoipa::path(post, path = "/deals/{id}/meetings/{meeting}/cancel", tag = "Run",
    params(("id" = DealId, Path), ("meeting" = String, Path)), request_body = Cancelling,
    responses((status = 200, body = Vec<Meeting>)))]
pub async fn cancel(
    State(app): State<App>,
    who: Actor,
    Path((id, meeting)): Path<(DealId, String)>,
    Json(why): Json<Cancelling>,
) -> Answer<Json<Vec<Meeting>>> {
    let (deal, known) = to_change(&app, &who, id, &meeting).await?;
    to_come(&known)?;
    let mut event = ours(&app, &who, &deal, &known.id, kind::MEETING_CANCELLED, &known.plan);
    noted(&mut event, &why.note)?;
    Ok(Json(after(&app, &deal, vec![event]).await?))
}

/// Writes down that a meeting was held: who of the prospect was there, each an act of theirs, and what our people spent.
/// Sent again it corrects the times and the note and adds to who was there.
#[utoipa::path(post, path = "/deals/{id}/meetings/{meeting}/held", tag = "Run",
    params(("id" = DealId, Path), ("meeting" = String, Path)), request_body = Holding,
    responses((status = 200, body = Vec<Meeting>)))]
pub async fn hold(
    State(app): State<App>,
    who: Actor,
    Path((id, meeting)): Path<(DealId, String)>,
    Json(held): Json<Holding>,
) -> Answer<Json<Vec<Meeting>>> {
    let (deal, known) = to_change(&app, &who, id, &meeting).await?;
    let now = app.now();
    if known.state == MeetingState::Cancelled {
        return Err(Problem::conflict("This meeting was cancelled. Plan another one."));
    }
    if known.plan.start > now.saturating_add(EARLY).unwrap_or(now) {
        return Err(Problem::conflict("This meeting is still to come. Move it to when it was held first."));
    }
    let there = names("theirs", &held.theirs)?;
    if let Some(gone) = known.attended.iter().find(|a| !there.iter().any(|name| same_word(name, &a.name))) {
        let message = format!("{} was written down as there. That is evidence and stays.", gone.name);
        return Err(Problem::field("theirs", message));
    }
    let at = known.plan.start.min(now);
    let mut event = Event { at, ..ours(&app, &who, &deal, &known.id, kind::MEETING_HELD, &known.plan) };
    let spent = serde_json::to_string(&spent(&held.spent)?).map_err(Problem::internal)?;
    event.attributes.insert(meeting::SPENT.to_owned(), spent);
    noted(&mut event, &held.note)?;
    let mut events = vec![event];
    let roles = people(&app.store.events(id).await?);
    for name in there.into_iter().filter(|name| !known.was_there(name)) {
        let role = roles.iter().find(|p| same_word(&p.name, &name)).and_then(|p| p.role.clone());
        let mut event = Event {
            at,
            side: Side::Prospect,
            actor: Some(name),
            ..ours(&app, &who, &deal, &known.id, kind::MEETING_ATTENDED, &known.plan)
        };
        event.attributes.extend(role.map(|role| ("role".to_owned(), role)));
        events.push(event);
    }
    Ok(Json(after(&app, &deal, events).await?))
}

/// A meeting for a calendar (iCalendar).
#[utoipa::path(get, path = "/deals/{id}/meetings/{meeting}/meeting.ics", tag = "Run",
    params(("id" = DealId, Path), ("meeting" = String, Path)),
    responses((status = 200, content_type = "text/calendar", body = String)))]
pub async fn ics_of(State(app): State<App>, Path((id, meeting)): Path<(DealId, String)>) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    let known = one(&app, id, &meeting).await?;
    let text = ics::calendar(&known.plan.title, vec![ics::meeting(&known, &deal)]);
    Ok((calendar_headers("meeting.ics"), text))
}

/// The headers of an iCalendar file.
pub(super) fn calendar_headers(name: &str) -> [(HeaderName, String); 3] {
    [
        (header::CONTENT_TYPE, ics::MEDIA.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ]
}

async fn one(app: &App, deal: DealId, meeting: &str) -> Answer<Meeting> {
    let known = meetings(&app.store.events(deal).await?).into_iter().find(|m| m.id == meeting);
    known.ok_or_else(|| Problem::not_found("The deal has no such meeting."))
}

/// A deal and a meeting of it, if who asks may change it.
async fn to_change(app: &App, who: &Actor, id: DealId, meeting: &str) -> Answer<(Deal, Meeting)> {
    let deal = found(app, id).await?;
    who.may_change(&deal)?;
    Ok((deal, one(app, id, meeting).await?))
}

fn to_come(meeting: &Meeting) -> Answer<()> {
    match meeting.state {
        MeetingState::Planned => Ok(()),
        MeetingState::Held => Err(Problem::conflict("This meeting was held already.")),
        MeetingState::Cancelled => Err(Problem::conflict("This meeting was cancelled. Plan another one.")),
    }
}

/// Appends to the deal as it was seen, so that of two who write at once the second looks again.
async fn after(app: &App, deal: &Deal, events: Vec<Event>) -> Answer<Vec<Meeting>> {
    app.append(deal.id, Some(deal.version), events).await?;
    Ok(meetings(&app.store.events(deal.id).await?))
}

fn planned(app: &App, who: &Actor, deal: &Deal, meeting: &str, kind: &str, plan: Plan) -> Answer<Event> {
    let mut event = ours(app, who, deal, meeting, kind, &plan);
    event.attributes.insert(meeting::PLAN.to_owned(), serde_json::to_string(&plan).map_err(Problem::internal)?);
    Ok(event)
}

fn ours(app: &App, who: &Actor, deal: &Deal, meeting: &str, kind: &str, plan: &Plan) -> Event {
    let label = match kind {
        kind::MEETING_PLANNED => "Meeting planned",
        kind::MEETING_MOVED => "Meeting moved",
        kind::MEETING_CANCELLED => "Meeting cancelled",
        kind::MEETING_HELD => "Meeting held",
        _ => "Meeting attended",
    };
    let attributes = [(meeting::ID, meeting), ("title", &plan.title), (meeting::TAG, &plan.tag)];
    let given = attributes.into_iter().filter(|(_, value)| !value.is_empty());
    Event {
        kind: kind.to_owned(),
        activity: label.to_owned(),
        actor: Some(who.name.clone()),
        attributes: given.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        ..blank(deal.id, app.now())
    }
}

fn noted(event: &mut Event, note: &str) -> Answer<()> {
    let note = note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Problem::field("note", format!("At most {LONGEST_NOTE} characters, please.")));
    }
    if !note.is_empty() {
        event.attributes.insert(meeting::NOTE.to_owned(), note.to_owned());
    }
    Ok(())
}

/// A plan as it is kept, or what is wrong with it.
fn sound(plan: Plan) -> Answer<Plan> {
    let place = plan.place.trim();
    if place.chars().count() > LONGEST_PLACE {
        return Err(Problem::field("place", format!("At most {LONGEST_PLACE} characters, please.")));
    }
    if plan.minutes == 0 || plan.minutes > MOST_MINUTES {
        return Err(Problem::field("minutes", format!("A meeting takes 1 to {MOST_MINUTES} minutes.")));
    }
    let years = jiff::civil::date(1990, 1, 1)..jiff::civil::date(2200, 1, 1);
    if !years.contains(&plan.start.to_zoned_datetime(jiff::tz::TimeZone::UTC).date()) {
        return Err(Problem::field("start", "This is too far away to be a meeting."));
    }
    let tag = plan.tag.trim();
    if tag.chars().count() > 100 || tag.contains(',') {
        return Err(Problem::field("tag", "One word or a few, without a comma, please."));
    }
    Ok(Plan {
        title: text("title", &plan.title)?,
        start: whole_second(plan.start),
        place: place.to_owned(),
        tag: tag.to_owned(),
        ours: names("ours", &plan.ours)?,
        theirs: names("theirs", &plan.theirs)?,
        ..plan
    })
}

/// Calendars know no parts of a second.
fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// Names, each once.
fn names(field: &str, given: &[String]) -> Answer<Vec<String>> {
    if given.len() > MOST_PEOPLE {
        return Err(Problem::field(field, format!("At most {MOST_PEOPLE} people, please.")));
    }
    let mut names: Vec<String> = Vec::new();
    for (at, name) in given.iter().enumerate() {
        let name = text(&format!("{field}.{at}"), name)?;
        if !names.iter().any(|known| same_word(known, &name)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn spent(given: &[TimeSpent]) -> Answer<Vec<TimeSpent>> {
    names("spent", &given.iter().map(|s| s.name.clone()).collect::<Vec<_>>())?;
    let checked = |(at, spent): (usize, &TimeSpent)| match spent.minutes {
        0..=MOST_MINUTES => Ok(TimeSpent { name: spent.name.trim().to_owned(), minutes: spent.minutes }),
        _ => Err(Problem::field(&format!("spent.{at}.minutes"), format!("At most {MOST_MINUTES} minutes, please."))),
    };
    given.iter().enumerate().map(checked).collect()
}
