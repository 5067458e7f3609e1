//! Cells read by the plan of their column.

use std::borrow::Cow;

use super::Fault;
use crate::{
    number,
    plan::{ColumnPlan, DateOrder},
    time::{self, Moment, Zone},
};

/// The cell at `at`, without spaces around; empty if there is none.
pub fn cell<'c>(cells: &'c [Cow<'_, str>], at: usize) -> &'c str {
    cells.get(at).map_or("", |c| trimmed(c))
}

/// Text without spaces around; the usual case, where there are none, is quick.
pub fn trimmed(text: &str) -> &str {
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(a), Some(b)) if a.is_ascii_graphic() && b.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// The moment in a cell; `None` if it is empty.
pub fn moment(text: &str, column: &ColumnPlan, zone: &Zone) -> Result<Option<Moment>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let order = column.dates.unwrap_or(DateOrder::YearFirst);
    if column.mixed_dates && time::is_either(text) {
        let reason = format!(
            "{:?} can be read day first and month first, and this column has dates of both orders; write the year first",
            shortened(text)
        );
        return Err(Fault::new(&column.name, text, reason));
    }
    match time::moment(text, order, zone) {
        Some(moment) => Ok(Some(moment)),
        None => {
            let shown = shortened(text);
            let reason = format!(
                "{shown:?} is no date; the other rows of this column are {}; correct the cell",
                time::words(order)
            );
            Err(Fault::new(&column.name, text, reason))
        }
    }
}

/// The number in a cell as decimal text with a point; `None` if it is empty.
pub fn number<'c>(text: &'c str, column: &ColumnPlan) -> Result<Option<Cow<'c, str>>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let sign = column.decimal.unwrap_or('.');
    match number::decimal(text, sign) {
        Some(number) => Ok(Some(number)),
        None => {
            let shown = shortened(text);
            let reason =
                format!("{shown:?} is no number; this column has {sign:?} before the decimals; correct the cell");
            Err(Fault::new(&column.name, text, reason))
        }
    }
}

/// The beginning of a text, for messages.
fn shortened(text: &str) -> &str {
    &text[..text.floor_char_boundary(60)]
}
