//! What stands in a table.

use jiff::civil::Date;
use model::{Timestamp, money::decimal};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// An amount of money, in major units with two decimals.
    Money,
    /// True or false.
    Boolean,
    /// A moment, in UTC.
    Time,
    /// A day.
    Day,
}

impl Kind {
    /// Its word: `text`, `number`, `integer`, `money`, `boolean`, `time`, `day`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Money => "money",
            Self::Boolean => "boolean",
            Self::Time => "time",
            Self::Day => "day",
        }
    }
}

/// A cell. Nothing is ever an empty text or no number.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    None,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// Money in minor units.
    Money(i64),
    /// True or false.
    Boolean(bool),
    /// A moment.
    Time(Timestamp),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Of what kind it is; none where there is nothing.
    pub fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::None => return None,
            Self::Text(_) => Kind::Text,
            Self::Number(_) => Kind::Number,
            Self::Integer(_) => Kind::Integer,
            Self::Money(_) => Kind::Money,
            Self::Boolean(_) => Kind::Boolean,
            Self::Time(_) => Kind::Time,
            Self::Day(_) => Kind::Day,
        })
    }

    /// An amount of money in minor units; nothing for none.
    pub fn money(minor: impl Into<Option<i64>>) -> Self {
        minor.into().map_or(Self::None, Self::Money)
    }

    /// As text; empty for nothing.
    pub(super) fn text(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => text.clone(),
            // A zero below zero is none.
            Self::Number(number) => (number + 0.0).to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Money(minor) => decimal(*minor),
            Self::Boolean(flag) => flag.to_string(),
            Self::Time(at) => at.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::None }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        (number as u64).into()
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Boolean(flag)
    }
}

impl From<Timestamp> for Cell {
    fn from(at: Timestamp) -> Self {
        Self::Time(at)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(some: Option<T>) -> Self {
        some.map_or(Self::None, Into::into)
    }
}
