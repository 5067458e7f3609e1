//! What a single cell looks like: as which kinds of date and number it can be read.

use crate::{
    number,
    plan::DateOrder,
    time::{self, Zone},
};

/// What a cell can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// A date, if it is one.
    pub date: Option<DateLook>,
    /// A number, if it is one.
    pub number: Option<NumberLook>,
}

/// The orders in which a cell is a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateLook {
    /// Year first.
    Year,
    /// Day first and not month first.
    Day,
    /// Month first and not day first.
    Month,
    /// Day or month first.
    Either {
        /// Parted by points.
        dotted: bool,
    },
    /// Since 1970.
    Epoch,
    /// As spreadsheets count.
    Serial,
}

/// The decimal signs with which a cell is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberLook {
    /// With a point only.
    Point,
    /// With a comma only.
    Comma,
    /// Either way, and the same number.
    Plain,
    /// Either way, and another number: `1,054`.
    Unclear,
}

impl Look {
    /// Looks at a cell without spaces around.
    pub fn of(cell: &str) -> Self {
        // Dates with names of months have digits as well.
        if !cell.bytes().any(|b| b.is_ascii_digit()) {
            return Self { date: None, number: None };
        }
        Self { date: date(cell), number: number(cell) }
    }
}

/// As which date a cell can be read.
pub fn date(cell: &str) -> Option<DateLook> {
    if !(6..=40).contains(&cell.len()) && cell.len() != 5 {
        return None;
    }
    let utc = Zone::named("UTC")?;
    let is = |order| time::moment(cell, order, &utc).is_some();
    match (is(DateOrder::YearFirst), is(DateOrder::DayFirst), is(DateOrder::MonthFirst)) {
        (false, true, true) => {
            let dotted = cell.contains('.') && cell.as_bytes().get(..3).is_some_and(|b| b.contains(&b'.'));
            Some(DateLook::Either { dotted })
        }
        (_, true, false) => Some(DateLook::Day),
        (_, false, true) => Some(DateLook::Month),
        (true, _, _) => Some(DateLook::Year),
        _ if is(DateOrder::Epoch) => Some(DateLook::Epoch),
        _ => is(DateOrder::Serial).then_some(DateLook::Serial),
    }
}

fn number(cell: &str) -> Option<NumberLook> {
    if cell.len() > 40 {
        return None;
    }
    match (number::decimal(cell, '.'), number::decimal(cell, ',')) {
        (Some(a), Some(b)) if a == b => Some(NumberLook::Plain),
        (Some(_), Some(_)) => Some(NumberLook::Unclear),
        (Some(_), None) => Some(NumberLook::Point),
        (None, Some(_)) => Some(NumberLook::Comma),
        (None, None) => None,
    }
}
