//! Handing a won deal over to whoever looks after the customer.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attribute, text};
use crate::{
    event::{Event, kind},
    ids::{EventId, UserId},
};

/// How a hand-over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverStanding {
    /// Waits for the receiver.
    Offered,
    /// The receiver looks after the customer.
    Accepted,
    /// The receiver wants something before.
    Returned,
}

/// A hand-over that was offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HandoverOfDeal {
    /// The event that offered it.
    pub event: EventId,
    /// How it stands.
    pub standing: HandoverStanding,
    /// The receiver's name.
    pub to: String,
    /// The receiver.
    pub user: Option<UserId>,
    /// What there was to hand over then.
    pub items: Vec<String>,
    /// What the seller said.
    pub note: String,
    /// Who offered it.
    pub offered_by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub offered: Timestamp,
    /// Who accepted or returned it.
    pub decided_by: Option<String>,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub decided: Option<Timestamp>,
    /// Why it was returned.
    pub reason: String,
}

/// What was last said about one thing to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The thing, in the words of the process.
    pub item: String,
    /// Told or given.
    pub done: bool,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// One thing to hand over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HandoverItem {
    /// The thing.
    pub says: String,
    /// Told or given.
    pub done: bool,
    /// Who said so last.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
}

impl HandoverOfDeal {
    pub(super) fn offered(event: &Event) -> Option<Self> {
        Some(Self {
            event: event.id,
            standing: HandoverStanding::Offered,
            to: event.attributes.get(attribute::TO).filter(|to| !to.is_empty())?.clone(),
            user: text(event, attribute::USER).parse().ok(),
            items: serde_json::from_str(&text(event, attribute::ITEMS)).unwrap_or_default(),
            note: text(event, attribute::NOTE),
            offered_by: event.actor.clone(),
            offered: event.at,
            decided_by: None,
            decided: None,
            reason: String::new(),
        })
    }

    /// Only what is offered can be accepted or returned.
    pub(super) fn decide(&mut self, event: &Event) {
        if self.standing != HandoverStanding::Offered {
            return;
        }
        let accepted = event.kind == kind::HANDOVER_ACCEPTED;
        self.standing = if accepted { HandoverStanding::Accepted } else { HandoverStanding::Returned };
        (self.decided_by, self.decided) = (event.actor.clone(), Some(event.at));
        self.reason = text(event, attribute::REASON);
    }

    /// Things to hand over with what was ticked: those that were offered, as long as that is no longer in the seller's
    /// hands, else those that the process names. What was ticked and is named no more stands at the end.
    pub fn checklist(last: Option<&Self>, named: &[String], ticks: &[Tick]) -> Vec<HandoverItem> {
        let frozen = last.filter(|handover| handover.standing != HandoverStanding::Returned);
        let words = frozen.map_or(named, |handover| &handover.items);
        let ticked = ticks.iter().filter(|tick| tick.done).map(|tick| &tick.item);
        let mut seen = HashSet::new();
        let all = words.iter().chain(ticked).filter(|words| seen.insert(words.as_str()));
        let item = |says: &String| {
            let tick = ticks.iter().find(|tick| tick.item == *says);
            HandoverItem {
                says: says.clone(),
                done: tick.is_some_and(|tick| tick.done),
                by: tick.and_then(|tick| tick.by.clone()),
                at: tick.map(|tick| tick.at),
            }
        };
        all.map(item).collect()
    }
}

pub(super) fn tick(ticks: &mut Vec<Tick>, event: &Event) {
    let item = text(event, attribute::ITEM);
    if item.is_empty() {
        return;
    }
    let done = text(event, attribute::DONE) == "true";
    let told = Tick { item, done, by: event.actor.clone(), at: event.at };
    match ticks.iter_mut().find(|tick| tick.item == told.item) {
        Some(tick) => *tick = told,
        None => ticks.push(told),
    }
}
