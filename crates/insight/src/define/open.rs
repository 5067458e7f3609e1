//! Open deals, as a list that one can go through.

use std::cmp::Reverse;

use model::Timestamp;

use super::result::OpenDeal;
use crate::log::{EventLog, MICROS_A_DAY};

/// Open deals to choose from: the most valuable first, then those longest in their stage, at most so many.
pub fn open_list(log: &EventLog, deals: Vec<u32>, most: usize, now: Timestamp) -> Vec<OpenDeal> {
    first(log, deals, most).into_iter().map(|deal| shown(log, deal, now)).collect()
}

/// The deals of [`open_list`].
pub(super) fn first(log: &EventLog, mut deals: Vec<u32>, most: usize) -> Vec<u32> {
    let order = |deal: &u32| (Reverse(log.value_minor(*deal)), log.deals.stage_since[*deal as usize], *deal);
    if deals.len() > most {
        deals.select_nth_unstable_by_key(most, order);
        deals.truncate(most);
    }
    deals.sort_unstable_by_key(order);
    deals
}

pub(super) fn shown(log: &EventLog, deal: u32, now: Timestamp) -> OpenDeal {
    let text = |value: Option<&str>| value.map(str::to_owned);
    let days = |since: Timestamp| (now.as_microsecond() - since.as_microsecond()).max(0) as f64 / MICROS_A_DAY;
    OpenDeal {
        id: log.deal_id(deal),
        key: log.key(deal).to_owned(),
        name: log.name(deal).to_owned(),
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        value_minor: log.value_minor(deal),
        currency: text(log.currency(deal)),
        days: log.stage_since(deal).map(days),
    }
}
