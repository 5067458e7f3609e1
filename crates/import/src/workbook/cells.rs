//! From cells in their order to rows of a table.

use std::borrow::Cow;

use super::{OnRow, Stop};
use crate::limits;

/// Rows among which the header is searched.
const LOOKED_AT: usize = 30;

/// A row: its number from 1, and its cells that are not empty, by column.
type Row = (u64, Vec<(usize, String)>);

/// Puts cells together to rows; finds the header.
pub struct Table<'r, E> {
    on_row: OnRow<'r, E>,
    open: Option<Row>,
    /// Rows held back until the header is found.
    held: Vec<Row>,
    /// First column and number of columns, once the header is found.
    shape: Option<(usize, usize)>,
    on: bool,
    /// Cells with an error of a formula.
    pub faults: u64,
}

impl<'r, E> Table<'r, E> {
    pub fn new(on_row: OnRow<'r, E>) -> Self {
        Self { on_row, open: None, held: Vec::new(), shape: None, on: true, faults: 0 }
    }

    /// Takes a cell that is not empty; false if no more are wanted. Cells come row by row.
    pub fn cell(&mut self, row: u64, column: usize, text: Cow<'_, str>) -> Result<bool, Stop<E>> {
        if self.open.as_ref().is_some_and(|(number, _)| *number != row) {
            self.close()?;
        }
        let open = self.open.get_or_insert_with(|| (row, Vec::new()));
        if open.1.len() <= limits::COLUMNS {
            open.1.push((column, text.into_owned()));
        }
        Ok(self.on)
    }

    fn close(&mut self) -> Result<(), Stop<E>> {
        let Some(row) = self.open.take() else { return Ok(()) };
        if self.shape.is_some() {
            return self.give(&row);
        }
        self.held.push(row);
        if self.held.len() == LOOKED_AT { self.begin() } else { Ok(()) }
    }

    /// Finds the header among the rows held back: the first that fills at least 60 % of the columns that a row of the
    /// fuller quarter fills. What is above it (a title, groups of columns) is left out.
    fn begin(&mut self) -> Result<(), Stop<E>> {
        let held = std::mem::take(&mut self.held);
        let mut filled: Vec<usize> = held.iter().map(|(_, cells)| cells.len()).collect();
        filled.sort_unstable();
        let usual = filled.get(filled.len() * 3 / 4).copied().unwrap_or(0);
        let Some(header) = held.iter().position(|(_, cells)| cells.len() * 10 >= usual * 6) else { return Ok(()) };
        let columns = || held[header..].iter().flat_map(|(_, cells)| cells.iter().map(|c| c.0));
        let first = columns().min().unwrap_or(0);
        let last = held[header].1.iter().map(|c| c.0).max().unwrap_or(first);
        self.shape = Some((first, (last + 1 - first).min(limits::COLUMNS)));
        held[header..].iter().try_for_each(|row| self.give(row))
    }

    /// Gives a row with as many cells as the header has; one more if it has cells beyond.
    fn give(&mut self, (number, cells): &Row) -> Result<(), Stop<E>> {
        let (first, width) = self.shape.unwrap_or_default();
        let mut row: Vec<Cow<'_, str>> = vec![Cow::Borrowed(""); width];
        for (column, text) in cells {
            match column.checked_sub(first) {
                Some(at) if at < width => row[at] = Cow::Borrowed(text),
                Some(_) if row.len() == width => row.push(Cow::Borrowed(text)),
                _ => {}
            }
        }
        if self.on {
            self.on = (self.on_row)(*number, &row).map_err(Stop::Taker)?;
        }
        Ok(())
    }

    /// Gives what is still held back.
    pub fn finish(&mut self) -> Result<(), Stop<E>> {
        self.close()?;
        if self.shape.is_none() { self.begin() } else { Ok(()) }
    }
}
