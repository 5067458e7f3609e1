//! Files attached to a deal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attribute, text};
use crate::event::Event;

/// A file of a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DealFile)]
pub struct Attached {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// True for a contract.
    pub contract: bool,
    /// Who attached it.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl Attached {
    pub(super) fn told(event: &Event) -> Option<Self> {
        Some(Self {
            id: Some(text(event, attribute::FILE)).filter(|id| !id.is_empty())?,
            name: text(event, attribute::NAME),
            size: text(event, attribute::SIZE).parse().unwrap_or_default(),
            contract: text(event, attribute::CONTRACT) == "true",
            by: event.actor.clone(),
            at: event.at,
        })
    }
}
