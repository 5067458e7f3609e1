//! How deals moved over time, to be played on the map.

use model::{Outcome, Timestamp, ids::DealId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Chosen, MapRequest};
use crate::{
    log::{EventLog, NEVER, moment},
    select::Selection,
};

/// Steps of one deal at most.
const STEPS: usize = 200;

/// A sample of deals with the moments of their steps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Replay {
    /// The first moment; none where nothing is dated.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub from: Option<Timestamp>,
    /// Seconds from the first moment to the last.
    pub seconds: u64,
    /// Names of the activities that steps count by place.
    pub activities: Vec<String>,
    /// The deals in the order in which they begin: every so-manieth of all that are dated.
    pub deals: Vec<ReplayDeal>,
    /// Of how many dated deals.
    pub of: u64,
    /// Deals without any dated step.
    pub undated: u64,
}

/// A deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReplayDeal {
    /// Its id.
    pub id: DealId,
    /// How it ended.
    pub outcome: Outcome,
    /// Its dated steps: place in `activities`, seconds since `from`. The first 200.
    pub steps: Vec<(u32, u64)>,
}

/// At most `limit` of the selected deals, evenly spread over those that are dated.
pub fn replay(log: &EventLog, selection: &Selection, request: &MapRequest, limit: usize) -> Replay {
    let deals = selection.deals(log);
    let chosen = Chosen::of(log, &deals, request);
    let first = |deal: &u32| chosen.steps.of_deal(*deal).map(|(_, at)| at).find(|at| *at != NEVER);
    let mut dated: Vec<(i64, u32)> = deals.iter().filter_map(|deal| Some((first(deal)?, *deal))).collect();
    dated.sort_unstable();
    let every = dated.len().div_ceil(limit.max(1)).max(1);
    let taken: Vec<(i64, u32)> = dated.iter().copied().step_by(every).collect();
    let Some(&(from, _)) = taken.first() else {
        return Replay { undated: deals.len() as u64, ..Replay::default() };
    };
    let mut last = from;
    let mut played = Vec::with_capacity(taken.len());
    let mut places = vec![None; chosen.steps.names()];
    let mut activities = Vec::new();
    for (_, deal) in taken {
        let mut steps = Vec::new();
        for (step, at) in chosen.steps.of_deal(deal).filter(|s| s.1 != NEVER).take(STEPS) {
            let place = *places[step as usize].get_or_insert_with(|| {
                activities.push(chosen.steps.name(step).to_owned());
                activities.len() as u32 - 1
            });
            last = last.max(at);
            steps.push((place, (at - from).max(0) as u64 / 1_000_000));
        }
        played.push(ReplayDeal { id: log.deal_id(deal), outcome: log.outcome(deal), steps });
    }
    Replay {
        from: moment(from),
        seconds: (last - from) as u64 / 1_000_000,
        activities,
        deals: played,
        of: dated.len() as u64,
        undated: (deals.len() - dated.len()) as u64,
    }
}
