//! What we promised a customer.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attribute, day, review::days_between, text};
use crate::event::{Event, kind};

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseState {
    /// To be kept.
    Open,
    /// We kept it.
    Kept,
    /// It does not hold any more.
    Dropped,
}

/// Something we promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Promise {
    /// Its id.
    pub id: String,
    /// What.
    pub says: String,
    /// By which day.
    #[schema(value_type = Option<String>, format = "date")]
    pub due: Option<Date>,
    /// How it stands.
    pub state: PromiseState,
    /// Who last said so.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// What is to be promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PromiseDue {
    /// What.
    pub says: String,
    /// By which day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub due: Option<Date>,
}

impl Promise {
    /// Days by which it is late on a day; none if it is not.
    pub fn late_by(&self, today: Date) -> Option<i64> {
        let due = self.due.filter(|due| self.state == PromiseState::Open && *due < today)?;
        Some(days_between(due, today))
    }
}

pub(super) fn take(promises: &mut Vec<Promise>, event: &Event) {
    let id = text(event, attribute::PROMISE);
    let state = match event.kind.as_str() {
        kind::PROMISE_KEPT => PromiseState::Kept,
        kind::PROMISE_DROPPED => PromiseState::Dropped,
        _ => PromiseState::Open,
    };
    let (by, at) = (event.actor.clone(), event.at);
    match promises.iter_mut().find(|promise| promise.id == id) {
        Some(promise) => (promise.state, promise.by, promise.at) = (state, by, at),
        None if event.kind == kind::PROMISE_MADE && !id.is_empty() => {
            let (says, due) = (text(event, attribute::SAYS), day(event, attribute::DUE));
            promises.push(Promise { id, says, due, state, by, at });
        }
        None => {}
    }
}
