//! Deals by the value of a field.

use crate::{
    log::{EventLog, NONE},
    select::Selection,
};

/// Groups at most.
const MOST: usize = 50;

/// Deals that have one value.
pub(super) struct DealsBy {
    /// The value; empty for deals that have none; `None` where no field was asked for.
    pub value: Option<String>,
    pub deals: Vec<u32>,
}

/// The selected deals: one group where no field is named, else one a value, most deals first, at most 50.
pub(super) fn groups(log: &EventLog, selection: &Selection, by: Option<&str>) -> Vec<DealsBy> {
    let deals = selection.deals(log);
    let Some(name) = by else { return vec![DealsBy { value: None, deals }] };
    let field = log.deals.field(name);
    let none = field.map_or(0, |f| f.values.len());
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); none + 1];
    for deal in deals {
        let code = field.map_or(NONE, |f| f.code(deal));
        lists[if code == NONE { none } else { code as usize }].push(deal);
    }
    let value = |code: u32| Some(field.map_or("", |f| f.values.get(code)).to_owned());
    let named = (0..).zip(lists).filter(|(_, deals)| !deals.is_empty());
    let mut groups: Vec<DealsBy> = named.map(|(code, deals)| DealsBy { value: value(code), deals }).collect();
    groups.sort_by(|a, b| b.deals.len().cmp(&a.deals.len()).then_with(|| a.value.cmp(&b.value)));
    groups.truncate(MOST);
    groups
}
