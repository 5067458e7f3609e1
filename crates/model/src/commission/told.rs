//! What the events of a deal say about who is paid for it, and on which price.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Correction, Share};
use crate::{
    deal::Deal,
    event::{Event, kind},
    money::{Money, decimal, parse_minor},
    quote::{QuoteOfDeal, agreed},
};

/// Name of the attribute that bears the shares of a split, as JSON.
const SHARES: &str = "shares";
/// Name of the attribute that bears who is corrected.
pub const PERSON: &str = "person";
const AMOUNT: &str = "amount";
const CURRENCY: &str = "currency";
const DAY: &str = "day";
const REASON: &str = "reason";

/// What a deal's price for the commission is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionPrice)]
pub struct Price {
    /// The amount.
    pub money: Money,
    /// Number of the accepted quote whose net total it is; none where it is the deal's value.
    pub quote: Option<String>,
}

/// What the events of a deal say about its commission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Who owned the deal when it was won.
    pub owner: Option<String>,
    /// Its price when it was won; none where nobody said one.
    pub price: Option<Price>,
    /// Who shares it; empty where the owner has all of it.
    pub split: Vec<Share>,
    /// Amounts added or taken off by hand.
    pub corrections: Vec<Correction>,
    /// The day on which the customer left after the close.
    pub left: Option<Date>,
}

/// Reads the events of a deal, which come in order. `day` is the day of a moment where the team is.
///
/// The price is the net total of the quote that the prospect accepted last before the close (the first after it where
/// there was none), else the deal's value. Owner and value are those of the close: what somebody writes in Stagecraft later
/// moves no commission. What an import tells later does, for it only says later how things were.
pub fn told(deal: &Deal, events: &[Event], day: impl Fn(Timestamp) -> Date) -> Told {
    let won = events.iter().rposition(|event| event.kind == kind::WON);
    let stood = at_close(deal, events, won);
    let closed = won.and_then(|at| events.get(at));
    let value = || stood.value.clone().map(|money| Price { money, quote: None });
    let mut told = Told { price: accepted(events, closed).or_else(value), owner: stood.owner, ..Told::default() };
    for event in events {
        match event.kind.as_str() {
            kind::COMMISSION_SPLIT => {
                let shares = event.attributes.get(SHARES).and_then(|text| serde_json::from_str(text).ok());
                told.split = shares.unwrap_or(told.split);
            }
            kind::COMMISSION_CORRECTED => told.corrections.extend(Correction::of_event(&deal.key, event)),
            kind::CHURNED => {
                let named = event.attributes.get(DAY).and_then(|text| text.parse().ok());
                let left = named.unwrap_or_else(|| day(event.at));
                let counts = closed.is_some_and(|won| day(won.at) <= left);
                told.left = [told.left, counts.then_some(left)].into_iter().flatten().min();
            }
            _ => {}
        }
    }
    told
}

/// The deal without what was changed by hand after it was won.
fn at_close(deal: &Deal, events: &[Event], won: Option<usize>) -> Deal {
    let mut stood = Deal::new(deal.id, deal.key.clone());
    for (at, event) in events.iter().enumerate() {
        let later = won.is_some_and(|won| won < at);
        if !(later && event.kind == kind::CHANGED && event.import.is_none()) {
            stood.apply(event);
        }
    }
    stood
}

fn accepted(events: &[Event], closed: Option<&Event>) -> Option<Price> {
    let QuoteOfDeal { quote, total, .. } = agreed(events, closed.map(|won| won.at))?;
    let money = Money { minor: total.net_minor, currency: total.currency };
    Some(Price { money, quote: Some(quote.number) })
}

/// The attributes of an event that splits a deal.
pub fn split_attributes(shares: &[Share], reason: &str) -> BTreeMap<String, String> {
    let shares = serde_json::to_string(shares).unwrap_or_default();
    [(SHARES, shares), (REASON, reason.to_owned())].map(|(name, value)| (name.to_owned(), value)).into()
}

impl Correction {
    /// The attributes of the event that makes it.
    pub fn attributes(&self) -> BTreeMap<String, String> {
        let fields = [
            (PERSON, self.person.clone()),
            (AMOUNT, decimal(self.amount_minor)),
            (CURRENCY, self.currency.clone()),
            (DAY, self.day.to_string()),
            (REASON, self.reason.clone()),
        ];
        fields.map(|(name, value)| (name.to_owned(), value)).into()
    }

    fn of_event(deal: &str, event: &Event) -> Option<Self> {
        let text = |name: &str| event.attributes.get(name);
        Some(Self {
            person: text(PERSON)?.clone(),
            day: text(DAY)?.parse().ok()?,
            amount_minor: parse_minor(text(AMOUNT)?)?,
            currency: text(CURRENCY)?.clone(),
            reason: text(REASON).cloned().unwrap_or_default(),
            deal: Some(deal.to_owned()),
        })
    }
}
