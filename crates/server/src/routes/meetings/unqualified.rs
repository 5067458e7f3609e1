//! Demonstrations that were given to prospects who were not qualified, and what they cost in hours.

use axum::extract::State;
use model::{
    Deal, Event, Timestamp,
    event::kind,
    ids::DealId,
    meeting::{MeetingState, meetings},
    process::{Facts, Process, qualification},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    guard::Actor,
    problem::{Answer, Json, Query},
    state::App,
};

/// Deals looked at: those that came last.
const MOST_DEALS: usize = 2_000;
/// Meetings listed.
const MOST: usize = 500;

/// Which meetings.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Wanted {
    /// Held at this moment or later.
    #[param(value_type = Option<String>, format = "date-time")]
    pub from: Option<Timestamp>,
    /// Held before this moment.
    #[param(value_type = Option<String>, format = "date-time")]
    pub to: Option<Timestamp>,
    /// Name of who owns the deals; everybody's if left out.
    pub owner: Option<String>,
}

/// Demonstrations and their time.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Demonstrations {
    /// Demonstrations held whose deals could be judged.
    pub held: u64,
    /// What our people spent on them, in minutes.
    pub minutes: u64,
    /// Of these, those to prospects who were not qualified when they were held.
    pub unqualified: u64,
    /// What our people spent on these, in minutes.
    pub unqualified_minutes: u64,
    /// Demonstrations held of deals whose process has no qualification scheme: nobody can tell.
    pub unknown: u64,
    /// Those to prospects who were not qualified, the last first; at most 500.
    pub list: Vec<Demonstration>,
}

/// A demonstration to a prospect who was not qualified.
#[derive(Debug, Serialize, ToSchema)]
pub struct Demonstration {
    /// The deal.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// The prospect.
    pub account: Option<String>,
    /// Who owns the deal.
    pub owner: Option<String>,
    /// Id of the meeting.
    pub meeting: String,
    /// What it was called.
    pub title: String,
    /// When it began.
    #[schema(value_type = String, format = "date-time")]
    pub start: Timestamp,
    /// How many of the prospect were there.
    pub attended: u64,
    /// What our people spent on it, in minutes.
    pub minutes: u64,
    /// Points of the best scheme when it was held.
    pub points: f64,
    /// Points that this scheme asks for.
    pub threshold: f64,
}

/// Demonstrations held with deals that were not qualified then, by the answers given until then, and the hours they took.
#[utoipa::path(get, path = "/meetings/unqualified", tag = "Run", params(Wanted),
    responses((status = 200, body = Demonstrations)))]
pub async fn see(State(app): State<App>, who: Actor, Query(wanted): Query<Wanted>) -> Answer<Json<Demonstrations>> {
    let mut ids = app
        .on_log(|log| {
            let held = log.deals_with(&[kind::MEETING_HELD]);
            held.into_iter().rev().take(MOST_DEALS).map(|deal| log.deal_id(deal)).collect::<Vec<_>>()
        })
        .await?;
    ids.sort_unstable();
    let processes = app.processes().await?;
    let mut events = app.store.events_of(&ids).await?;
    let is_theirs = |deal: &Deal| {
        let owner = deal.owner.as_deref().unwrap_or_default();
        wanted.owner.as_deref().is_none_or(|name| owner.trim().eq_ignore_ascii_case(name.trim()))
    };
    let mut all = Demonstrations::default();
    for deal in app.store.deals(&ids).await?.into_iter().filter(is_theirs) {
        let Some(active) = processes.of_deal(&deal) else { continue };
        let events = events.remove(&deal.id).unwrap_or_default();
        all.count(&deal, &events, active.of_deal(&deal).0, &wanted, who.language);
    }
    all.list.sort_by(|a, b| b.start.cmp(&a.start).then_with(|| a.meeting.cmp(&b.meeting)));
    all.list.truncate(MOST);
    Ok(Json(all))
}

impl Demonstrations {
    fn count(
        &mut self,
        deal: &Deal,
        events: &[Event],
        process: &Process,
        wanted: &Wanted,
        language: model::language::Language,
    ) {
        for meeting in meetings(events) {
            let start = meeting.plan.start;
            let is_wanted = wanted.from.is_none_or(|from| from <= start) && wanted.to.is_none_or(|to| start < to);
            if meeting.state != MeetingState::Held || !meeting.plan.is_demonstration() || !is_wanted {
                continue;
            }
            let facts = Facts { deal, events, now: start, schemes: &process.schemes, language };
            let judged = qualification(&facts);
            let Some(qualified) = judged.qualified else {
                self.unknown += 1;
                continue;
            };
            self.held += 1;
            self.minutes += meeting.minutes_spent;
            if qualified {
                continue;
            }
            let best =
                judged.schemes.iter().max_by(|a, b| (a.points / a.threshold).total_cmp(&(b.points / b.threshold)));
            self.unqualified += 1;
            self.unqualified_minutes += meeting.minutes_spent;
            self.list.push(Demonstration {
                deal: deal.id,
                name: deal.name.clone(),
                account: deal.account.clone(),
                owner: deal.owner.clone(),
                meeting: meeting.id,
                title: meeting.plan.title,
                start,
                attended: meeting.attended.len() as u64,
                minutes: meeting.minutes_spent,
                points: best.map_or(0.0, |scheme| scheme.points),
                threshold: best.map_or(0.0, |scheme| scheme.threshold),
            });
        }
    }
}
