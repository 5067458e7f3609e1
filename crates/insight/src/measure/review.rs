//! What a manager looks at each week: what changed, which deals moved without the prospect, which are older than won deals
//! ever were.

use std::collections::BTreeMap;

use model::{Outcome, Side, ids::DealId};
use serde::Serialize;
use utoipa::ToSchema;

use super::Period;
use crate::{
    discover::{
        stages::{order, places},
        touch::Touching,
    },
    log::{Class, End, EventLog, NEVER, NONE},
    select::Selection,
};

/// Won deals that must have been in a stage before "longer than any" says something.
const ENOUGH: u64 = 5;
/// Deals listed of each kind.
const MOST: usize = 100;
const DAY: f64 = 86_400_000_000.0;

/// What a manager looks at each week.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Review {
    /// The period that is looked at.
    pub period: Period,
    /// What happened in it.
    pub changes: Changes,
    /// Whether the data tells of any act of a prospect; where it does not, `without_act` is empty.
    pub knows_acts: bool,
    /// Moves on in the period without an act of the prospect in the stage that was left, those of the most valuable deals
    /// first; at most 100.
    pub without_act: Vec<MovedAlone>,
    /// How many there are.
    pub without_act_total: u64,
    /// Open deals that are in their stage longer than any deal that was won in the end, the most valuable first; at most
    /// 100.
    pub outlived: Vec<Outlived>,
    /// How many there are.
    pub outlived_total: u64,
}

/// What happened in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct Changes {
    /// Deals that began.
    pub created: u64,
    /// Moves to a later stage.
    pub moved_on: u64,
    /// Moves to an earlier stage.
    pub moved_back: u64,
    /// Deals won.
    pub won: u64,
    /// Deals lost.
    pub lost: u64,
}

/// A deal as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReviewedDeal {
    /// Its id.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
}

/// A move without an act of the prospect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MovedAlone {
    /// The deal.
    #[serde(flatten)]
    pub deal: ReviewedDeal,
    /// The stage that was left.
    pub from: String,
    /// The stage that was entered; none where it was won.
    pub to: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: model::Timestamp,
}

/// An open deal that is in its stage longer than any that was won.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Outlived {
    /// The deal.
    #[serde(flatten)]
    pub deal: ReviewedDeal,
    /// Its stage.
    pub stage: String,
    /// Days in it.
    pub days: f64,
    /// Days of the won deal that was in it longest.
    pub longest_won: f64,
    /// Stays of won deals that were compared.
    pub won: u64,
}

/// The longest stay of won deals in a stage.
#[derive(Debug, Clone, Copy, Default)]
struct Longest {
    stays: u64,
    micros: i64,
}

/// Looks at the selected deals from `period.from` until `period.to`; deals are as old as they are at `period.to`.
pub fn review(log: &EventLog, selection: &Selection, period: Period) -> Review {
    let deals = selection.deals(log);
    let acts = Touching::of(log);
    let places = places(log, &order(log, &deals));
    let span = period.from.as_microsecond()..period.to.as_microsecond();
    let mut found = Found { changes: Changes::default(), moved: Vec::new(), acted: false };
    let mut longest: BTreeMap<u32, Longest> = BTreeMap::new();
    for deal in &deals {
        let created = log.created(*deal).is_some_and(|at| span.contains(&at.as_microsecond()));
        found.changes.created += u64::from(created);
        found.walk(log, &acts, *deal, &places, &span);
        if log.outcome(*deal) == Outcome::Won {
            for visit in log.visits(*deal) {
                if let Some(micros) = visit.micros() {
                    let known = longest.entry(visit.stage).or_default();
                    *known = Longest { stays: known.stays + 1, micros: known.micros.max(micros) };
                }
            }
        }
    }
    let open = deals.iter().filter(|deal| log.outcome(**deal) == Outcome::Open);
    let outlived: Vec<Outlived> = open.filter_map(|deal| outlived(log, *deal, &longest, span.end)).collect();
    let moved = if found.acted { found.moved } else { Vec::new() };
    Review {
        period,
        changes: found.changes,
        knows_acts: found.acted,
        without_act_total: moved.len() as u64,
        without_act: most_valuable(moved, |moved| moved.deal.value_minor),
        outlived_total: outlived.len() as u64,
        outlived: most_valuable(outlived, |old| old.deal.value_minor),
    }
}

struct Found {
    changes: Changes,
    moved: Vec<MovedAlone>,
    acted: bool,
}

impl Found {
    fn walk(
        &mut self,
        log: &EventLog,
        acts: &Touching<'_>,
        deal: u32,
        places: &[Option<usize>],
        span: &std::ops::Range<i64>,
    ) {
        let (mut stage, mut acted) = (NONE, false);
        for i in acts.before(deal) {
            let class = acts.class(i);
            let next = log.sorts.all[log.events.sort[i] as usize].stage;
            let at = log.events.at[i];
            let now = at != NEVER && span.contains(&at);
            let forward = match class {
                Class::Stage if next == stage => continue,
                Class::Stage if stage == NONE => None,
                Class::Stage => Some(places[next as usize] > places[stage as usize]),
                Class::Won => {
                    self.changes.won += u64::from(now);
                    (stage != NONE).then_some(true)
                }
                Class::Lost => {
                    self.changes.lost += u64::from(now);
                    None
                }
                Class::Activity | Class::Left | Class::Admin => {
                    let theirs = acts.touch(i).is_some_and(|touch| touch.side == Side::Prospect);
                    (acted, self.acted) = (acted | theirs, self.acted | theirs);
                    continue;
                }
            };
            if now && class == Class::Stage {
                self.changes.moved_on += u64::from(forward == Some(true));
                self.changes.moved_back += u64::from(forward == Some(false));
            }
            if now && forward == Some(true) && !acted {
                let name = |stage: u32| log.sorts.stages.get(stage).to_owned();
                self.moved.push(MovedAlone {
                    deal: reviewed(log, deal),
                    from: name(stage),
                    to: (class == Class::Stage).then(|| name(next)),
                    at: model::Timestamp::from_microsecond(at).unwrap_or_default(),
                });
            }
            (stage, acted) = (if class == Class::Stage { next } else { NONE }, false);
        }
    }
}

fn outlived(log: &EventLog, deal: u32, longest: &BTreeMap<u32, Longest>, now: i64) -> Option<Outlived> {
    let visit = log.visits(deal).last().filter(|visit| visit.end == End::Open && visit.from != NEVER)?;
    let known = longest.get(&visit.stage).filter(|known| known.stays >= ENOUGH)?;
    let micros = now - visit.from;
    (micros > known.micros).then(|| Outlived {
        deal: reviewed(log, deal),
        stage: log.sorts.stages.get(visit.stage).to_owned(),
        days: micros as f64 / DAY,
        longest_won: known.micros as f64 / DAY,
        won: known.stays,
    })
}

/// What lists show of a deal.
pub fn reviewed(log: &EventLog, deal: u32) -> ReviewedDeal {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    ReviewedDeal {
        deal: log.deal_id(deal),
        name: log.name(deal).to_owned(),
        account: owned(log.account(deal)),
        owner: owned(log.owner(deal)),
        value_minor: log.value_minor(deal),
        currency: owned(log.currency(deal)),
    }
}

fn most_valuable<T>(mut deals: Vec<T>, value: impl Fn(&T) -> Option<i64>) -> Vec<T> {
    deals.sort_by_key(|deal| std::cmp::Reverse(value(deal)));
    deals.truncate(MOST);
    deals
}
