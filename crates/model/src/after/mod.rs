//! After the sale: hand-over, promises, delivery, reviews of the value, contract, referrals, as the events of a won deal
//! tell them. Nothing is kept beside the events.

mod contract;
mod customer;
mod delivery;
mod file;
mod handover;
mod health;
mod promise;
mod review;
#[cfg(test)]
mod tests;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

pub use self::{
    contract::{Contract, ContractStanding, Term},
    customer::{Churn, Link, ReferralAsked, ReferralReceived, Relation},
    delivery::{Delivery, DeliveryLine, DeliveryStanding, LineState},
    file::Attached,
    handover::{HandoverItem, HandoverOfDeal, HandoverStanding, Tick},
    health::{Health, HealthFact, HealthLimits, HealthReason, Light, health},
    promise::{Promise, PromiseDue, PromiseState},
    review::{NextReview, Reached, Review, ReviewResult},
};
use crate::{
    calendar::WorkCalendar,
    event::{Event, Side, kind},
};

/// Name of the attribute of a deal that names who looks after the customer.
pub const ACCOUNT_MANAGER: &str = "account_manager";
/// Name of the attribute of a deal that bears the id of the deal it came from.
pub const PARENT: &str = "parent";
/// Name of the attribute of a deal that says how it belongs to that one: see [`Relation`].
pub const RELATION: &str = "relation";

/// Names of attributes of the events told here.
pub mod attribute {
    /// Whom a hand-over is offered to, by name.
    pub const TO: &str = "to";
    /// The same, by the id of the user; of [`crate::event::kind::OVERRIDE_ASKED`] who asked.
    pub const USER: &str = "user";
    /// What is to be handed over: texts, as JSON.
    pub const ITEMS: &str = "items";
    /// One of these.
    pub const ITEM: &str = "item";
    /// `true` or `false`.
    pub const DONE: &str = "done";
    /// Words.
    pub const NOTE: &str = "note";
    /// Why.
    pub const REASON: &str = "reason";
    /// Id of a promise.
    pub const PROMISE: &str = "promise";
    /// What is promised.
    pub const SAYS: &str = "says";
    /// A day.
    pub const DUE: &str = "due";
    /// Lines of a delivery: of [`crate::event::kind::DELIVERY_SENT`] as JSON, else their ids with commas.
    pub const LINES: &str = "lines";
    /// How it was told: `page`, `mail`, `call`, `visit`.
    pub const HOW: &str = "how";
    /// Who told us.
    pub const TOLD_BY: &str = "told_by";
    /// The day of a review.
    pub const ON: &str = "on";
    /// What a review found, as JSON.
    pub const RESULTS: &str = "results";
    /// Who was there, with commas.
    pub const PARTICIPANTS: &str = "participants";
    /// First day of a contract.
    pub const FROM: &str = "from";
    /// Its last day.
    pub const UNTIL: &str = "until";
    /// Days before its end by which notice has to be given.
    pub const NOTICE_DAYS: &str = "notice_days";
    /// Who was asked.
    pub const PERSON: &str = "person";
    /// A name.
    pub const NAME: &str = "name";
    /// A company.
    pub const COMPANY: &str = "company";
    /// How to reach somebody.
    pub const CONTACT: &str = "contact";
    /// Id of a deal.
    pub const DEAL: &str = "deal";
    /// The day on which a customer left.
    pub const DAY: &str = "day";
    /// Id of a file.
    pub const FILE: &str = "file";
    /// Bytes.
    pub const SIZE: &str = "size";
    /// `true` for a contract.
    pub const CONTRACT: &str = "contract";
}

/// Where and when the team is, to say which day something is due.
#[derive(Debug, Clone, Copy)]
pub struct Today<'a> {
    /// Now.
    pub now: Timestamp,
    /// Whose days count.
    pub zone: &'a TimeZone,
    /// On which of them the team works.
    pub calendar: &'a WorkCalendar,
}

impl Today<'_> {
    /// The day of a moment.
    pub fn of(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    /// Today.
    pub fn day(&self) -> Date {
        self.of(self.now)
    }

    /// So many days later; at the end of the calendar the last that it has.
    pub fn later(&self, day: Date, days: i64) -> Date {
        day.saturating_add(jiff::Span::new().days(days.clamp(-MOST_DAYS, MOST_DAYS)))
    }
}

/// Days that can be counted from a day: a hundred years.
const MOST_DAYS: i64 = 36_525;

/// All that the events of a deal tell of what came after the sale.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AfterSale {
    /// What was ticked of the things to hand over, in the order in which they were first named.
    pub ticks: Vec<Tick>,
    /// Hand-overs offered, in order; the last one counts.
    pub handovers: Vec<HandoverOfDeal>,
    /// What we promised.
    pub promises: Vec<Promise>,
    /// What was delivered.
    pub delivery: Option<Delivery>,
    /// Reviews held, in the order of their days.
    pub reviews: Vec<Review>,
    /// The day that somebody chose for the next one.
    pub planned: Option<Date>,
    /// The contract.
    pub term: Option<Term>,
    /// That the customer left.
    pub churn: Option<Churn>,
    /// Whom we asked for referrals.
    pub asked: Vec<ReferralAsked>,
    /// The referrals that came.
    pub received: Vec<ReferralReceived>,
    /// Deals that came from this one.
    pub links: Vec<Link>,
    /// Files attached.
    pub files: Vec<Attached>,
    /// When the customer last did anything.
    pub last_contact: Option<Timestamp>,
}

/// What the events of a deal, in order of time, tell of what came after the sale.
pub fn after_sale(events: &[Event]) -> AfterSale {
    let mut told = AfterSale::default();
    for event in events {
        told.take(event);
    }
    told
}

impl AfterSale {
    fn take(&mut self, event: &Event) {
        if event.side == Side::Prospect && !event.undated {
            self.last_contact = self.last_contact.max(Some(event.at));
        }
        match event.kind.as_str() {
            kind::HANDOVER_ITEM => handover::tick(&mut self.ticks, event),
            kind::HANDOVER_OFFERED => self.handovers.extend(HandoverOfDeal::offered(event)),
            kind::HANDOVER_ACCEPTED | kind::HANDOVER_RETURNED => {
                if let Some(last) = self.handovers.last_mut() {
                    last.decide(event);
                }
            }
            kind::PROMISE_MADE | kind::PROMISE_KEPT | kind::PROMISE_DROPPED => promise::take(&mut self.promises, event),
            kind::DELIVERY_SENT => self.delivery = Delivery::sent(self.delivery.take(), event),
            kind::DELIVERY_CONFIRMED | kind::DELIVERY_DISPUTED => {
                if let Some(delivery) = &mut self.delivery {
                    delivery.answer(event);
                }
            }
            kind::REVIEW_PLANNED => self.planned = day(event, attribute::ON),
            kind::REVIEW_HELD => {
                self.planned = None;
                self.reviews.push(Review::held(event));
                self.reviews.sort_by_key(|review| review.on);
            }
            kind::CONTRACT_TERM => self.term = Term::told(event),
            kind::CHURNED => self.churn = Some(Churn::told(event)),
            kind::STAYED => self.churn = None,
            kind::REFERRAL_ASKED => self.asked.push(ReferralAsked::told(event)),
            kind::REFERRAL_RECEIVED => self.received.push(ReferralReceived::told(event)),
            kind::LINKED => self.links.extend(Link::told(event)),
            kind::FILE_ATTACHED => self.files.extend(Attached::told(event)),
            kind::FILE_REMOVED => self.files.retain(|file| file.id != text(event, attribute::FILE)),
            _ => {}
        }
    }

    /// The hand-over that counts.
    pub fn handover(&self) -> Option<&HandoverOfDeal> {
        self.handovers.last()
    }

    /// True if nobody has written anything down about what came after the sale.
    pub fn is_untold(&self) -> bool {
        let bare = Self { last_contact: self.last_contact, files: self.files.clone(), ..Self::default() };
        *self == bare
    }
}

/// The text of an attribute; empty where there is none.
fn text(event: &Event, name: &str) -> String {
    event.attributes.get(name).cloned().unwrap_or_default()
}

fn day(event: &Event, name: &str) -> Option<Date> {
    event.attributes.get(name)?.parse().ok()
}

/// Words between commas.
fn list(event: &Event, name: &str) -> Vec<String> {
    let words = text(event, name);
    words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
