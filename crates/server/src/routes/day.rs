//! My day: what is to be done about open deals.

use axum::extract::State;
use model::ids::DealId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    day::{ToDo, Today, to_dos, touches},
    day_after,
    guard::Actor,
    held::Held,
    permission,
    problem::{Answer, Json, Query},
    sequences,
    state::App,
};

/// Open deals looked at, those longest in their stage first.
const MOST_DEALS: usize = 1_000;
/// Things to do listed.
const MOST: usize = 500;

/// Whose day, and how far ahead.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct DayOf {
    /// Name of who owns the deals; `*` for everybody. Who asks, if left out.
    pub owner: Option<String>,
    /// Days ahead, 0 to 60.
    pub ahead: i64,
}

impl Default for DayOf {
    fn default() -> Self {
        Self { owner: None, ahead: 7 }
    }
}

/// What is to be done.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyDay {
    /// Whose deals; none for everybody's.
    pub owner: Option<String>,
    /// Today, where the team is: `2026-03-11`.
    pub day: String,
    /// IANA name of the zone.
    pub zone: String,
    /// Why the team does not work today: the holiday's name, or empty for a free day of the week; none on a working day.
    pub free: Option<String>,
    /// Open deals of theirs.
    pub deals: u64,
    /// Of these, how many were looked at: those longest in their stage, at most 1,000.
    pub looked_at: u64,
    /// What waits first, then by day; at most 500.
    pub to_do: Vec<ToDo>,
    /// How many there are in all.
    pub total: u64,
    /// Owners of open deals, by name; to look at a colleague's day.
    pub owners: Vec<String>,
}

/// What is to be done today and in the days ahead: whom to answer, what is due, what has lapsed, which deals are late.
#[utoipa::path(get, path = "/my-day", tag = "Run", params(DayOf), responses((status = 200, body = MyDay)))]
pub async fn see(State(app): State<App>, who: Actor, Query(of): Query<DayOf>) -> Answer<Json<MyDay>> {
    let owner = match of.owner.as_deref().map(str::trim) {
        Some("*") => None,
        Some(name) if !name.is_empty() => Some(name.to_owned()),
        _ => Some(who.name.clone()),
    };
    let (settings, now) = (app.work_settings().await?, app.now());
    let work = settings.clone().read_or_usual();
    let wanted = owner.clone();
    let (ids, deals, owners) = app.on_held(move |held| open_deals(held, wanted.as_deref())).await?;
    let looked_at = ids.len() as u64;
    let processes = app.processes().await?;
    let mut events = app.store.events_of(&ids).await?;
    let mut to_do = Vec::new();
    let today = Today { now, work: &work, ahead: of.ahead.clamp(0, 60), language: who.language };
    let mut sequences = sequences::Known::default();
    let last = now.checked_add(jiff::SignedDuration::from_hours(24 * (today.ahead + 1))).unwrap_or(now);
    for deal in app.store.deals(&ids).await? {
        let Some(active) = processes.of_deal(&deal) else { continue };
        let events = events.remove(&deal.id).unwrap_or_default();
        let may_change = permission::may_change(who.role, &who.name, &deal);
        let found = to_dos(active.of_deal(&deal).0, &deal, &events, today);
        let waiting = sequences.waiting(&app, &events, &work, (now, last)).await?;
        let steps = touches(active.of_deal(&deal).0, &deal, &waiting, today);
        to_do.extend(found.into_iter().chain(steps).map(|item| ToDo { may_change, ..item }));
    }
    to_do.extend(day_after::lines(&app, &who, owner.as_deref(), today, &processes).await?);
    to_do.sort_by(|a, b| (a.kind, a.due, &a.name).cmp(&(b.kind, b.due, &b.name)));
    let total = to_do.len() as u64;
    to_do.truncate(MOST);
    let day = work.day(now);
    let free = (!work.calendar.is_working_day(day))
        .then(|| work.calendar.holiday(day).map(|holiday| holiday.name.clone()).unwrap_or_default());
    Ok(Json(MyDay { owner, day: day.to_string(), zone: settings.zone, free, deals, looked_at, to_do, total, owners }))
}

/// The open deals of an owner, or of all, those longest in their stage first; how many there are; who owns any.
pub(super) fn open_deals(held: &Held, owner: Option<&str>) -> (Vec<DealId>, u64, Vec<String>) {
    let (deals, first) = held.open().oldest(owner, MOST_DEALS);
    (first.into_iter().map(|deal| held.deal_id(deal)).collect(), deals as u64, held.open().owners())
}
