//! Days on which nobody works.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use utoipa::ToSchema;

/// A day of the year on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WorkHoliday)]
pub struct Holiday {
    /// What it is called.
    pub name: String,
    /// When: `12-25` every year, `2026-04-06` once.
    #[schema(value_type = String, example = "12-25")]
    pub on: HolidayDate,
}

/// When a holiday is. As text `12-25` for every year and `2026-04-06` for once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayDate {
    /// Every year that has this day.
    Yearly {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// On one day.
    Once(Date),
}

/// Text that is no [`HolidayDate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no day: write month and day for every year, like \"12-25\", or a date for once, like \"2026-04-06\"")]
pub struct HolidayDateError(pub String);

impl HolidayDate {
    /// True if it is this day.
    pub fn is(self, date: Date) -> bool {
        match self {
            Self::Yearly { month, day } => (date.month(), date.day()) == (month, day),
            Self::Once(once) => once == date,
        }
    }
}

impl fmt::Display for HolidayDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yearly { month, day } => write!(f, "{month:02}-{day:02}"),
            Self::Once(date) => date.fmt(f),
        }
    }
}

impl FromStr for HolidayDate {
    type Err = HolidayDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A leap year, so that every day of a year is one.
        let yearly = || format!("2000-{text}").parse::<Date>().ok();
        let date = match text.len() {
            5 => yearly().map(|date| Self::Yearly { month: date.month(), day: date.day() }),
            10 => text.parse().ok().map(Self::Once),
            _ => None,
        };
        date.ok_or_else(|| HolidayDateError(text.to_owned()))
    }
}

impl Serialize for HolidayDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for HolidayDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
