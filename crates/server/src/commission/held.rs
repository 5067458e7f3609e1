//! Deals that pay nobody yet, and what to do about it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::ids::DealId;
use serde::Serialize;
use utoipa::ToSchema;

use super::view::DealName;

/// Deals of a group that are named.
const NAMED: usize = 20;

/// Why something is on no statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CommissionWhyHeld)]
pub enum Why {
    /// No exchange rate holds on the day.
    NoRate,
    /// Nobody said what it was sold for.
    NoPrice,
    /// The price is below 0 or too large to be counted.
    PriceOff,
    /// The price has no currency.
    NoCurrency,
    /// Nobody owns it.
    NoOwner,
    /// Nobody knows when it was won.
    NoDay,
    /// Who shares it first had no plan on the day.
    NoPlan,
    /// A correction in a currency in which the person has no plan.
    Correction,
}

/// A deal on no statement.
#[derive(Debug, Clone)]
pub struct Held {
    /// Why.
    pub why: Why,
    /// The deal.
    pub deal: DealName,
    /// Who would be paid first.
    pub person: Option<String>,
    /// When it was won.
    pub day: Option<Date>,
    /// What is missing: `USD to EUR`.
    pub what: String,
}

/// Deals that are on no statement for one reason.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommissionHeld)]
pub struct HeldGroup {
    /// Why.
    pub why: Why,
    /// Who would be paid first.
    pub person: Option<String>,
    /// How many deals.
    pub count: usize,
    /// What to do, in a sentence.
    pub says: String,
    /// The first of them, at most 20.
    pub deals: Vec<DealName>,
}

/// By reason, person and what is missing.
pub fn groups<'h>(held: impl Iterator<Item = &'h Held>) -> Vec<HeldGroup> {
    let mut groups: BTreeMap<(Why, &Option<String>, &str), Vec<&Held>> = BTreeMap::new();
    for one in held {
        groups.entry((one.why, &one.person, one.what.as_str())).or_default().push(one);
    }
    let group = |((why, person, what), all): ((Why, &Option<String>, &str), Vec<&Held>)| HeldGroup {
        why,
        person: person.clone(),
        count: all.len(),
        says: says(why, person.as_deref(), what, &all),
        deals: all.iter().take(NAMED).map(|held| held.deal.clone()).collect(),
    };
    groups.into_iter().map(group).collect()
}

fn says(why: Why, person: Option<&str>, what: &str, all: &[&Held]) -> String {
    let days = || all.iter().filter_map(|held| held.day);
    let when = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => format!(" on {first}"),
        (Some(first), Some(last)) => format!(" between {first} and {last}"),
        _ => String::new(),
    };
    let first = days().min().map(|day| format!(" from {day} on")).unwrap_or_default();
    let who = person.unwrap_or("nobody");
    match why {
        Why::NoRate => format!("Won{when} in a currency without a rate. Enter an exchange rate from {what}{first}."),
        Why::NoPrice => format!("Won by {who}{when} without a price. Enter the deal's value."),
        Why::PriceOff => {
            format!("Won by {who}{when} at a price below 0 or too large to count. Look at the deal's value.")
        }
        Why::NoCurrency => {
            format!("Won by {who}{when} without a currency, and the plans pay in several. Enter the deal's currency.")
        }
        Why::NoOwner => format!("Won{when}, and nobody owns it. Name an owner, or say who shares it."),
        Why::NoDay => "Won, and nobody knows on which day. Close it anew on the day, or leave it.".to_owned(),
        Why::NoPlan => format!("Won by {who}{when} without a plan. Give {who} a plan{first} if these should pay."),
        Why::Correction => {
            format!("A correction for {who}{when} in {what}, in which {who} has no plan then. Give {who} one{first}.")
        }
    }
}

impl DealName {
    /// The name of a deal.
    pub fn new(id: DealId, name: &str) -> Self {
        Self { id, name: name.to_owned() }
    }
}
