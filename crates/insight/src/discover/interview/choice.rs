//! Which deals to ask about: a handful of recent ones that differ as much as they can.
//!
//! The next deal is the one farthest from all that were taken (farthest-point traversal: T. F. Gonzalez (1985),
//! Theoretical Computer Science 38, 293–306). The distance is Gower's (J. C. Gower (1971), Biometrics 27, 857–871):
//! numbers count by their rank among the candidates, words by being equal or not. Nothing is random: of equals the one
//! that closed later is taken.

use std::collections::BTreeSet;

use model::{Outcome, Timestamp, ids::DealId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::sentence::counted,
    parts::{people, touches},
};
use crate::{
    log::{EventLog, NEVER},
    select::Selection,
    stats::quantile::quantile,
};

/// How many of the last closed deals are looked at.
const RECENT: usize = 60;
/// Fewer candidates have no quick and slow ones.
const FEW: usize = 4;

/// The deals chosen, and what they were chosen from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InterviewChoice {
    /// How many closed deals were looked at: the last ones of the selection.
    pub candidates: u64,
    /// Owners of the candidates.
    pub reps: u64,
    /// How they were chosen, in words.
    pub sentence: String,
    /// The deals, those that were kept first.
    pub chosen: Vec<ChosenDeal>,
}

/// A deal to ask about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChosenDeal {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// The rep to ask.
    pub owner: Option<String>,
    /// Won or lost.
    pub outcome: Outcome,
    /// When it closed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// Days from created to closed.
    pub days: Option<f64>,
    /// Why it was chosen: `lost, quick: 9 days`.
    pub why: String,
}

/// Chooses `n` closed deals of the selection that differ as much as they can: by outcome, rep, team, product, time,
/// touchpoints, people and value. Deals in `keep` stay and the others complement them; those in `without` do not come.
pub fn choose(log: &EventLog, selection: &Selection, n: usize, keep: &[DealId], without: &[DealId]) -> InterviewChoice {
    let deals = selection.deals(log).into_iter().filter(|d| log.outcome(*d) != Outcome::Open);
    let mut closed: Vec<u32> = deals.collect();
    closed.sort_by_key(|deal| (std::cmp::Reverse(closed_at(log, *deal)), log.key(*deal).to_owned()));
    let known: Vec<DealId> = closed.iter().map(|d| log.deal_id(*d)).collect();
    let is_candidate = |(i, id): &(usize, &DealId)| (*i < RECENT && !without.contains(id)) || keep.contains(id);
    let candidates: Vec<u32> = known.iter().enumerate().filter(is_candidate).map(|(i, _)| closed[i]).collect();
    let features = Features::of(log, &candidates);
    let mut taken: Vec<usize> =
        keep.iter().filter_map(|id| candidates.iter().position(|d| log.deal_id(*d) == *id)).collect();
    while taken.len() < n.min(candidates.len()) {
        match features.farthest(&taken) {
            Some(next) => taken.push(next),
            None => break,
        }
    }
    let reps = candidates.iter().filter_map(|d| log.owner(*d)).collect::<BTreeSet<_>>().len() as u64;
    InterviewChoice {
        candidates: candidates.len() as u64,
        reps,
        sentence: sentence(candidates.len() as u64, reps),
        chosen: taken.iter().enumerate().map(|(i, c)| chosen(log, &features, &taken[..i], *c)).collect(),
    }
}

fn sentence(candidates: u64, reps: u64) -> String {
    let of = if reps == 0 { String::new() } else { format!(" of {}", counted(reps, "rep")) };
    match candidates {
        0 => "No deal is closed yet. Add one that you remember.".into(),
        1 => "The one closed deal.".into(),
        n if n < RECENT as u64 => format!("Chosen to differ, from all {n} closed deals{of}."),
        n => format!("Chosen to differ, from the last {n} closed deals{of}."),
    }
}

/// Undated closings are the oldest.
fn closed_at(log: &EventLog, deal: u32) -> i64 {
    log.deals.closed.get(deal as usize).copied().filter(|at| *at != NEVER).unwrap_or(i64::MIN)
}

/// The candidates as numbers and words.
struct Features<'a> {
    log: &'a EventLog,
    deals: &'a [u32],
    numbers: Vec<Numbers>,
}

/// One number of all candidates.
struct Numbers {
    /// The value of each; none where unknown.
    values: Vec<Option<f64>>,
    /// Its rank from 0 to 1.
    ranks: Vec<Option<f64>>,
    /// Quartiles; none where there are few, or no difference between them.
    low: Option<f64>,
    high: Option<f64>,
    weight: f64,
}

impl Numbers {
    fn of(values: Vec<Option<f64>>, weight: f64) -> Self {
        let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let most = sorted.len().saturating_sub(1).max(1) as f64;
        // equal values share the middle of their places
        let rank = |v: f64| {
            let (first, after) = (sorted.partition_point(|x| *x < v), sorted.partition_point(|x| *x <= v));
            (first + after).saturating_sub(1) as f64 / 2.0 / most
        };
        let ranks = values.iter().map(|v| v.map(rank)).collect();
        let quartiles = (sorted.len() >= FEW).then(|| (quantile(&sorted, 0.25), quantile(&sorted, 0.75)));
        let (low, high) = quartiles.filter(|(low, high)| low < high).unwrap_or_default();
        Self { values, ranks, low, high, weight }
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        self.weight
            * match (self.ranks[a], self.ranks[b]) {
                (Some(a), Some(b)) => (a - b).abs(),
                (None, None) => 0.0,
                _ => 0.5,
            }
    }
}

impl<'a> Features<'a> {
    fn of(log: &'a EventLog, deals: &'a [u32]) -> Self {
        let numbers = |value: &dyn Fn(u32) -> Option<f64>, weight: f64| {
            Numbers::of(deals.iter().map(|d| value(*d)).collect(), weight)
        };
        let count = |n: usize| (n > 0).then_some(n as f64);
        let numbers = vec![
            numbers(&|d| log.days(d), 1.0),
            numbers(&|d| count(people(log, d)), 1.0),
            numbers(&|d| count(touches(log, d).count()), 0.5),
            numbers(&|d| log.value_minor(d).filter(|v| *v > 0).map(|v| v as f64), 0.5),
        ];
        Self { log, deals, numbers }
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        let (log, x, y) = (self.log, self.deals[a], self.deals[b]);
        let differ = |weight: f64, differ: bool| if differ { weight } else { 0.0 };
        differ(2.0, log.outcome(x) != log.outcome(y))
            + differ(1.0, log.owner(x) != log.owner(y))
            + differ(0.5, log.team(x) != log.team(y))
            + differ(0.5, log.product(x) != log.product(y))
            + self.numbers.iter().map(|n| n.distance(a, b)).sum::<f64>()
    }

    /// The candidate farthest from those taken; the last won one (or else the last one) where none is taken.
    fn farthest(&self, taken: &[usize]) -> Option<usize> {
        let free = (0..self.deals.len()).filter(|c| !taken.contains(c));
        if taken.is_empty() {
            let won = |c: &usize| self.log.outcome(self.deals[*c]) == Outcome::Won;
            return free.clone().find(won).or_else(|| free.clone().next());
        }
        let nearest = |c: usize| taken.iter().map(|t| self.distance(c, *t)).fold(f64::INFINITY, f64::min);
        let mut best: Option<(f64, usize)> = None;
        for c in free {
            let near = nearest(c);
            if best.is_none_or(|(most, _)| near > most) {
                best = Some((near, c));
            }
        }
        best.map(|(_, c)| c)
    }
}

fn chosen(log: &EventLog, features: &Features<'_>, before: &[usize], candidate: usize) -> ChosenDeal {
    let deal = features.deals[candidate];
    let text = |value: Option<&str>| value.map(str::to_owned);
    ChosenDeal {
        id: log.deal_id(deal),
        name: log.name(deal).to_owned(),
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        outcome: log.outcome(deal),
        closed: log.closed(deal),
        days: log.days(deal),
        why: why(log, features, before, candidate),
    }
}

/// The outcome, and the two most telling of what sets the deal apart.
fn why(log: &EventLog, features: &Features<'_>, before: &[usize], candidate: usize) -> String {
    let deal = features.deals[candidate];
    let [days, people, touches, value] = features.numbers.as_slice() else { return String::new() };
    let days_said = |v: f64| if v < 0.5 { "under a day".to_owned() } else { counted(v.round() as u64, "day") };
    let mut parts = Vec::new();
    parts.extend(extreme(days, candidate, "quick", "slow").map(|(word, v)| format!("{word}: {}", days_said(v))));
    let many = extreme(people, candidate, "", "many people").filter(|(word, v)| !word.is_empty() && *v >= 3.0);
    parts.extend(many.map(|(word, v)| format!("{word}: {v}")));
    let touched = extreme(touches, candidate, "few touchpoints", "many touchpoints");
    parts.extend(touched.map(|(word, v)| format!("{word}: {v}")));
    parts.extend(extreme(value, candidate, "small", "large").map(|(word, _)| word.to_owned()));
    let new = |of: fn(&EventLog, u32) -> Option<&str>| {
        let own = of(log, deal)?;
        let known = before.iter().any(|b| of(log, features.deals[*b]) == Some(own));
        (!known && !before.is_empty()).then(|| own.to_owned())
    };
    parts.extend(new(|log, d| log.product(d)).map(|p| format!("another product: {p}")));
    parts.extend(new(|log, d| log.team(d)).map(|t| format!("another team: {t}")));
    parts.extend(new(|log, d| log.owner(d)).map(|o| format!("another rep: {o}")));
    if parts.is_empty() {
        parts.push(days.values[candidate].map_or("recent".to_owned(), |v| format!("as most: {}", days_said(v))));
    }
    parts.truncate(2);
    format!("{}, {}", log.outcome(deal).word(), parts.join(", "))
}

/// The word for a value in the lowest or highest quarter, with the value.
fn extreme<'w>(numbers: &Numbers, candidate: usize, low: &'w str, high: &'w str) -> Option<(&'w str, f64)> {
    let value = numbers.values[candidate]?;
    if value <= numbers.low? {
        return Some((low, value));
    }
    (value >= numbers.high?).then_some((high, value))
}
