//! How long a contract runs, and by when to speak about what comes then.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AfterSale, Relation, Today, attribute, day, review::days_between, text};
use crate::event::Event;

/// The time that a contract runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ContractTerm)]
pub struct Term {
    /// Its first day.
    #[schema(value_type = Option<String>, format = "date")]
    pub from: Option<Date>,
    /// Its last day.
    #[schema(value_type = String, format = "date")]
    pub until: Date,
    /// Days before its end by which notice has to be given.
    pub notice_days: u32,
    /// Who wrote it down.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// How a contract stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContractStanding {
    /// There is time.
    Running,
    /// It is time to speak about the renewal.
    Due,
    /// The day by which notice has to be given has passed, the contract has not.
    NoticePassed,
    /// It has ended.
    Ended,
    /// A deal for the time after it was made.
    Renewing,
}

/// A contract and when to renew it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Contract {
    /// The time that it runs.
    #[serde(flatten)]
    pub term: Term,
    /// The last working day on which notice can be given.
    #[schema(value_type = String, format = "date")]
    pub notice_by: Date,
    /// How it stands.
    pub standing: ContractStanding,
}

impl Term {
    pub(super) fn told(event: &Event) -> Option<Self> {
        Some(Self {
            from: day(event, attribute::FROM),
            until: day(event, attribute::UNTIL)?,
            notice_days: text(event, attribute::NOTICE_DAYS).parse().unwrap_or_default(),
            by: event.actor.clone(),
            at: event.at,
        })
    }
}

impl AfterSale {
    /// The contract as it stands: due from `ahead` days before the last day of notice on, until it is prolonged or a deal
    /// with [`Relation::Renewal`] is made. None without one, and once the customer has left.
    pub fn contract(&self, ahead: i64, today: Today<'_>) -> Option<Contract> {
        let term = self.term.clone().filter(|_| self.churn.is_none())?;
        let notice_by = last_working_day(today.later(term.until, -i64::from(term.notice_days)), today);
        let renewing = self.links.iter().any(|link| link.relation == Relation::Renewal && link.at >= term.at);
        let now = today.day();
        let standing = match () {
            () if renewing => ContractStanding::Renewing,
            () if term.until < now => ContractStanding::Ended,
            () if notice_by < now => ContractStanding::NoticePassed,
            () if days_between(now, notice_by) <= ahead => ContractStanding::Due,
            () => ContractStanding::Running,
        };
        Some(Contract { term, notice_by, standing })
    }
}

/// This day if the team works on it, else the last before on which it does.
fn last_working_day(day: Date, today: Today<'_>) -> Date {
    let mut days = (0..366).map(|back| today.later(day, -back));
    days.find(|day| today.calendar.is_working_day(*day)).unwrap_or(day)
}
