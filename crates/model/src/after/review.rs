//! Reviews of the value: what the customer wanted to achieve, and what they achieved.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AfterSale, HandoverStanding, Today, attribute, day, list, text};
use crate::{event::Event, ids::EventId};

/// Whether a goal was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// It was.
    Yes,
    /// In part.
    Partly,
    /// It was not.
    No,
}

/// What was wanted, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewResult {
    /// What the customer wants to achieve.
    pub goal: String,
    /// By what it is measured.
    #[serde(default)]
    pub measure: String,
    /// How much that was before.
    #[serde(default)]
    pub before: String,
    /// How much it should become.
    #[serde(default)]
    pub wanted: String,
    /// How much it is now.
    #[serde(default)]
    pub now: String,
    /// Whether the customer says that it is reached.
    pub reached: Reached,
}

/// A review that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ValueReview)]
pub struct Review {
    /// The event.
    pub event: EventId,
    /// The day.
    #[schema(value_type = String, format = "date")]
    pub on: Date,
    /// Goal by goal.
    pub results: Vec<ReviewResult>,
    /// Who was there on the customer's side.
    pub attended: Vec<String>,
    /// What else was said.
    pub note: String,
    /// Who wrote it down.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// The review that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NextReview {
    /// The day, a working day unless somebody chose it.
    #[schema(value_type = String, format = "date")]
    pub on: Date,
    /// True if somebody chose the day; false if it follows from the process.
    pub planned: bool,
    /// Days by which it is late; 0 if it is not.
    pub late_days: i64,
}

impl Review {
    pub(super) fn held(event: &Event) -> Self {
        let written = event.at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        Self {
            event: event.id,
            on: day(event, attribute::ON).unwrap_or(written),
            results: serde_json::from_str(&text(event, attribute::RESULTS)).unwrap_or_default(),
            attended: list(event, attribute::PARTICIPANTS),
            note: text(event, attribute::NOTE),
            by: event.actor.clone(),
            at: event.at,
        }
    }

    /// The worst that became of a goal; none where there was no goal.
    pub fn worst(&self) -> Option<Reached> {
        self.results.iter().map(|result| result.reached).max()
    }
}

impl AfterSale {
    /// When the next review is due: on the day that somebody chose, else so many days after the last one or, before the
    /// first, after the hand-over was accepted, on the working day from then. None before that, without an interval, and
    /// once the customer has left.
    pub fn next_review(&self, every_days: Option<f64>, today: Today<'_>) -> Option<NextReview> {
        if self.churn.is_some() {
            return None;
        }
        let by_process = || {
            let accepted = self.handover().filter(|handover| handover.standing == HandoverStanding::Accepted);
            let begun = accepted.and_then(|handover| handover.decided).map(|at| today.of(at));
            let since = self.reviews.last().map(|review| review.on).max(begun)?;
            let day = today.later(since, every_days.filter(|days| *days > 0.0)?.ceil() as i64);
            Some(today.calendar.working_day_from(day).unwrap_or(day))
        };
        let on = self.planned.or_else(by_process)?;
        let late_days = days_between(on, today.day()).max(0);
        Some(NextReview { on, planned: self.planned.is_some(), late_days })
    }
}

/// Days from one day to another; negative if that is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or_default()
}
