//! The rules by which leads are assigned.

use axum::extract::State;
use model::{ids::DealId, lead::AssignmentRules};
use serde::Serialize;
use store::LeadFilter;
use utoipa::ToSchema;

use super::acts::of_deal;
use crate::{
    guard::{Actor, IfMatch},
    leads::{
        assigned,
        rules::{RULES, SavedRules, THE_RULES, sound},
    },
    live::News,
    problem::{Answer, Json, Problem},
    state::App,
};

/// Leads looked at in one run.
const MOST: usize = 100_000;
const AT_A_TIME: i64 = 2_000;

/// The rules.
#[utoipa::path(get, path = "/lead-rules", tag = "Leads", responses((status = 200, body = SavedRules)))]
pub async fn see(State(app): State<App>) -> Answer<Json<SavedRules>> {
    Ok(Json(app.lead_rules().await?))
}

/// Keeps the rules. `If-Match` bears the version seen, 0 before there are any. Turns are counted anew.
#[utoipa::path(put, path = "/lead-rules", tag = "Leads", params(("if-match" = String, Header)),
    request_body = AssignmentRules, responses((status = 200, body = SavedRules)))]
pub async fn keep(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Json(rules): Json<AssignmentRules>,
) -> Answer<Json<SavedRules>> {
    let content = serde_json::to_value(sound(rules)?).map_err(Problem::internal)?;
    app.store.keep_record(RULES, THE_RULES, seen.needed()?, Some(content), Some(&who.name), app.now()).await?;
    Ok(Json(app.lead_rules().await?))
}

/// What a run of the rules did.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LeadRulesRun)]
pub struct RulesRun {
    /// Leads that have somebody now.
    pub assigned: u64,
    /// Leads that no rule fits, or whose people are all away.
    pub left: u64,
}

/// Assigns open leads that are nobody's by the rules.
#[utoipa::path(post, path = "/lead-rules/run", tag = "Leads", responses((status = 200, body = RulesRun)))]
pub async fn run(State(app): State<App>) -> Answer<Json<RulesRun>> {
    let mut intake = app.intake().await?;
    let filter = LeadFilter { state: Some("open".into()), owner: Some(String::new()), ..LeadFilter::default() };
    let (mut done, mut left, mut after) = (0, 0, None);
    while done + left < MOST as u64 {
        // those that were assigned are not of the filter any more, and those that were not are before the cursor
        let found = app.store.leads(&filter, after, AT_A_TIME).await?;
        let Some(last) = found.last() else { break };
        after = Some(last.cursor);
        let (rules, tally, today) = intake.rules();
        let now = app.now();
        // the first that came is the first that is given
        let given = found.iter().rev().filter_map(|lead| {
            let (rule, rep) = rules.assign(|name| of_deal(&lead.deal, name), tally, today)?;
            Some(assigned(lead.deal.id, now, rep, Some(rule)))
        });
        let events: Vec<_> = given.collect();
        left += (found.len() - events.len()) as u64;
        done += events.len() as u64;
        if !events.is_empty() {
            let _: Vec<DealId> = app.store.append_all(events).await?;
        }
    }
    app.live.tell(News::Missed);
    Ok(Json(RulesRun { assigned: done, left }))
}
