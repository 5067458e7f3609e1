//! One page for the weekly meeting.

use std::collections::HashSet;

use axum::extract::State;
use insight::{
    measure::{Period, Review, ReviewedDeal, review, reviewed},
    select::Selection,
};
use jiff::SignedDuration;
use model::{
    Timestamp,
    event::kind,
    process::{CommitmentState, Facts, judge_commitments},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    guard::Actor,
    problem::{Answer, Json},
    selection::{InPeriod, PeriodParams, Selected, SelectionParams},
    state::App,
};

/// Days looked at if nobody says.
const WEEK: i64 = 7;
/// Deals whose commitments are judged.
const MOST: usize = 2_000;
/// Commitments listed.
const MOST_LISTED: usize = 100;

/// What the weekly meeting looks at.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeeklyReview {
    /// What the data tells.
    #[serde(flatten)]
    pub review: Review,
    /// Commitments of open deals that the prospect agreed to, whose day has passed, the oldest first; at most 100.
    pub lapsed: Vec<LapsedCommitment>,
    /// How many there are.
    pub lapsed_total: u64,
    /// The last moment that the data tells of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
}

/// A commitment whose day has passed.
#[derive(Debug, Serialize, ToSchema)]
pub struct LapsedCommitment {
    /// The deal.
    #[serde(flatten)]
    pub deal: ReviewedDeal,
    /// The stage that asks for it.
    pub stage: String,
    /// What they agreed to.
    pub says: String,
    /// By when.
    #[schema(value_type = String, format = "date-time")]
    pub due: Timestamp,
}

/// What the weekly meeting looks at: what changed, moves without the prospect, deals older than won ones ever were,
/// commitments that lapsed. The last seven days if no period is given.
#[utoipa::path(get, path = "/measure/review", tag = "Measure", params(SelectionParams, PeriodParams),
    responses((status = 200, body = WeeklyReview)))]
pub async fn see(
    State(app): State<App>,
    who: Actor,
    Selected(selection): Selected,
    InPeriod(period): InPeriod,
) -> Answer<Json<WeeklyReview>> {
    let now = app.now();
    let week = || Period { from: now.saturating_sub(SignedDuration::from_hours(24 * WEEK)).unwrap_or(now), to: now };
    let period = period.unwrap_or_else(week);
    let wanted = selection.clone();
    let (review, as_of) = app.on_log(move |log| (review(log, &wanted, period), log.as_of())).await?;
    let (lapsed, lapsed_total) = lapsed(&app, &who, selection).await?;
    Ok(Json(WeeklyReview { review, lapsed, lapsed_total, as_of }))
}

/// Commitments of open deals whose day has passed.
async fn lapsed(app: &App, who: &Actor, selection: Selection) -> Answer<(Vec<LapsedCommitment>, u64)> {
    let shown = app.on_log(move |log| {
        let agreed: HashSet<u32> = log.deals_with(&[kind::COMMITMENT_AGREED]).into_iter().collect();
        let open = selection.deals(log).into_iter().filter(|deal| log.outcome(*deal) == model::Outcome::Open);
        let asked = open.filter(|deal| agreed.contains(deal)).take(MOST);
        asked.map(|deal| reviewed(log, deal)).collect::<Vec<_>>()
    });
    let shown = shown.await?;
    let ids: Vec<_> = shown.iter().map(|deal| deal.deal).collect();
    let (processes, now) = (app.processes().await?, app.now());
    let mut events = app.store.events_of(&ids).await?;
    let mut found = Vec::new();
    for deal in app.store.deals(&ids).await? {
        let events = events.remove(&deal.id).unwrap_or_default();
        let Some((process, _)) = processes.of_deal(&deal).map(|active| active.of_deal(&deal)) else { continue };
        let Some(stage) = process.standing(&deal) else { continue };
        let facts = Facts { deal: &deal, events: &events, now, schemes: &process.schemes, language: who.language };
        let late = judge_commitments(stage, &facts).into_iter().filter(|c| c.state == CommitmentState::Lapsed);
        for (commitment, due) in late.filter_map(|c| c.due.map(|due| (c, due))) {
            if let Some(shown) = shown.iter().find(|shown| shown.deal == deal.id) {
                let (stage, says) = (stage.name.clone(), commitment.says);
                found.push(LapsedCommitment { deal: shown.clone(), stage, says, due });
            }
        }
    }
    let total = found.len() as u64;
    found.sort_by_key(|lapsed| lapsed.due);
    found.truncate(MOST_LISTED);
    Ok((found, total))
}
