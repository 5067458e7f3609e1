//! Forecasts that a metric tries on the past.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which forecasts are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Foretelling {
    /// Whether a deal is won within so many days, 1 to 730; 90 if left out.
    #[serde(default = "usual_days", skip_serializing_if = "is_usual")]
    pub within_days: u32,
}

/// Days within which deals are to be won, where nobody says.
pub const USUAL_DAYS: u16 = 90;
/// Days of a forecast at most.
pub const MOST_FORECAST_DAYS: u16 = 730;

fn usual_days() -> u32 {
    USUAL_DAYS.into()
}

fn is_usual(days: &u32) -> bool {
    *days == u32::from(USUAL_DAYS)
}

impl Foretelling {
    /// The days; at most as many as may be.
    pub fn days(&self) -> u16 {
        u16::try_from(self.within_days).unwrap_or(u16::MAX).min(MOST_FORECAST_DAYS)
    }
}

impl Default for Foretelling {
    fn default() -> Self {
        Self { within_days: USUAL_DAYS.into() }
    }
}
