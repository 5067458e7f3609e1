//! The last closed deals side by side.

use std::collections::BTreeSet;

use model::Outcome;

use super::{LookBack, LookBackDeal, Mark, sentence};
use crate::{
    log::{Class, EventLog, MICROS_A_DAY, NEVER},
    select::Selection,
};

/// The last `n` closed deals of the selection with this outcome (either one, if none is named), last closed first;
/// those closed at the same moment in the order of their keys. Deals without a date of closing are left out.
pub fn look_back(log: &EventLog, selection: &Selection, outcome: Option<Outcome>, n: usize) -> LookBack {
    last_closed(log, &selection.deals(log), outcome, n)
}

pub(super) fn last_closed(log: &EventLog, deals: &[u32], outcome: Option<Outcome>, n: usize) -> LookBack {
    let wanted = |deal: &u32| {
        let is = log.outcome(*deal);
        log.deals.closed[*deal as usize] != NEVER && is != Outcome::Open && outcome.is_none_or(|o| o == is)
    };
    let mut last: Vec<u32> = deals.iter().copied().filter(wanted).collect();
    let order = |deal: &u32| (std::cmp::Reverse(log.deals.closed[*deal as usize]), log.key(*deal));
    if last.len() > n {
        last.select_nth_unstable_by(n, |a, b| order(a).cmp(&order(b)));
        last.truncate(n);
    }
    last.sort_by(|a, b| order(a).cmp(&order(b)));
    let deals: Vec<LookBackDeal> = last.iter().map(|deal| one(log, *deal)).collect();
    let days: Vec<f64> = deals.iter().filter_map(|d| d.days).collect();
    let owners: BTreeSet<&str> = deals.iter().filter_map(|d| d.owner.as_deref()).collect();
    LookBack {
        sentence: sentence::look_back(&days, deals.len(), outcome),
        longest_days: days.iter().copied().fold(0.0, f64::max),
        owners: owners.len() as u64,
        deals,
    }
}

fn one(log: &EventLog, deal: u32) -> LookBackDeal {
    let text = |value: Option<&str>| value.map(str::to_owned);
    LookBackDeal {
        id: log.deal_id(deal),
        key: log.key(deal).to_owned(),
        name: log.name(deal).to_owned(),
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        product: text(log.product(deal)),
        value_minor: log.value_minor(deal),
        outcome: log.outcome(deal),
        created: log.created(deal),
        closed: log.closed(deal),
        days: log.days(deal),
        marks: marks(log, deal),
    }
}

/// The dated events that are no book-keeping; day 0 is the first dated moment.
fn marks(log: &EventLog, deal: u32) -> Vec<Mark> {
    let shown =
        |i: &usize| log.events.at[*i] != NEVER && log.sorts.all[log.events.sort[*i] as usize].class != Class::Admin;
    let places: Vec<usize> = log.range(deal).filter(shown).collect();
    let first = places.iter().map(|i| log.events.at[*i]).min().unwrap_or(NEVER);
    let zero = first.min(log.deals.created[deal as usize]);
    let mark = |i: usize| {
        let sort = log.sorts.all[log.events.sort[i] as usize];
        Mark {
            day: (log.events.at[i] - zero) as f64 / MICROS_A_DAY,
            activity: log.sorts.names.get(sort.name).to_owned(),
            kind: sort.class.word().to_owned(),
            side: log.events.side[i],
        }
    };
    places.into_iter().map(mark).collect()
}
