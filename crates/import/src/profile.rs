//! What the cells of a column look like.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    error::ImportError,
    ids, number,
    plan::{DateOrder, Format},
    source::Source,
    table::{Record, records},
    time::{self, Zone},
    words,
};

/// Bytes of a file that are looked at for a guess.
const SAMPLE: u64 = 8 << 20;
/// Different values that are counted one by one.
const VALUES: usize = 20_000;
/// Rows shown to people.
const SHOWN: usize = 8;

/// A file's columns.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// The columns in order.
    pub columns: Vec<Column>,
    /// Rows looked at.
    pub rows: u64,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// True if not the whole file was looked at.
    pub partial: bool,
}

/// A column's cells.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// The header.
    pub name: String,
    /// Cells that are not empty.
    pub filled: u64,
    /// The different values, up to a limit, with how often each occurs.
    pub values: FxHashMap<String, u64>,
    /// Hashes of all different values.
    pub distinct: FxHashSet<u64>,
    /// Cells that are a date, by order.
    pub dates: Dates,
    /// First and last line of a date that is day first and not month first.
    pub day_lines: (u64, u64),
    /// First and last line of a date that is month first and not day first.
    pub month_lines: (u64, u64),
    /// Cells that are a number with a decimal point, with a decimal comma, or with either.
    pub numbers: Numbers,
}

/// Cells that are dates, by order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dates {
    /// Year first.
    pub year: u64,
    /// Day first and not month first.
    pub day: u64,
    /// Month first and not day first.
    pub month: u64,
    /// Day or month first.
    pub either: u64,
    /// Of those, parted by points.
    pub dotted: u64,
    /// Since 1970.
    pub epoch: u64,
    /// As spreadsheets count.
    pub serial: u64,
}

/// Cells that are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    /// With a point only.
    pub point: u64,
    /// With a comma only.
    pub comma: u64,
    /// Either way, and the same number.
    pub plain: u64,
    /// Either way, and another number: `1,054`.
    pub unclear: u64,
}

impl Column {
    /// Takes a cell of a line.
    pub fn add(&mut self, cell: &str, line: u64) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.distinct.insert(hash(ids::record(cell)));
        if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else if self.values.len() < VALUES {
            self.values.insert(cell.to_owned(), 1);
        }
        let before = self.dates;
        self.dates.add(cell);
        for (lines, grew) in [
            (&mut self.day_lines, self.dates.day > before.day),
            (&mut self.month_lines, self.dates.month > before.month),
        ] {
            if grew {
                *lines = (if lines.0 == 0 { line } else { lines.0 }, line);
            }
        }
        self.numbers.add(cell);
    }

    /// True if dates of one order and of the other are more than slips: the column changes its order.
    pub fn changes_order(&self) -> bool {
        let (less, more) = (self.dates.day.min(self.dates.month), self.dates.day.max(self.dates.month));
        less >= 3 && less * 50 >= more
    }

    /// True if (nearly) every row has a value of its own.
    pub fn is_unique(&self, rows: u64) -> bool {
        self.filled * 100 >= rows * 95 && self.distinct.len() as u64 * 100 >= self.filled * 98
    }

    /// Share of the cells that are dates.
    pub fn date_share(&self) -> f64 {
        share(self.dates.written(), self.filled)
    }

    /// Share of the cells that are numbers.
    pub fn number_share(&self) -> f64 {
        let n = self.numbers;
        share(n.point + n.comma + n.plain + n.unclear, self.filled)
    }

    /// Share of the cells that `is` holds for.
    pub fn share_of(&self, is: impl Fn(&str) -> bool) -> f64 {
        let yes: u64 = self.values.iter().filter(|(value, _)| is(value)).map(|(_, n)| n).sum();
        share(yes, self.values.values().sum())
    }

    /// True if some value is a word for won or lost.
    pub fn names_outcomes(&self) -> bool {
        self.values.len() <= 200 && self.values.keys().any(|v| words::closing(v).is_some())
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Hash of a cell.
pub fn hash(text: &str) -> u64 {
    use std::hash::BuildHasher as _;
    rustc_hash::FxBuildHasher.hash_one(text)
}

impl Dates {
    /// Takes a cell.
    pub fn add(&mut self, cell: &str) {
        if !(6..=40).contains(&cell.len()) && cell.len() != 5 {
            return;
        }
        let Some(utc) = Zone::named("UTC") else { return };
        let is = |order| time::moment(cell, order, &utc).is_some();
        let (year, day, month) = (is(DateOrder::YearFirst), is(DateOrder::DayFirst), is(DateOrder::MonthFirst));
        match (year, day, month) {
            (true, true, true) => self.year += 1,
            (false, true, true) => {
                self.either += 1;
                self.dotted +=
                    u64::from(cell.contains('.') && cell.as_bytes().get(..3).is_some_and(|b| b.contains(&b'.')));
            }
            (_, true, false) => self.day += 1,
            (_, false, true) => self.month += 1,
            (true, false, false) => self.year += 1,
            _ if is(DateOrder::Epoch) => self.epoch += 1,
            _ => self.serial += u64::from(is(DateOrder::Serial)),
        }
    }

    /// Cells that are written as dates, not as mere numbers.
    pub fn written(&self) -> u64 {
        self.year + self.day + self.month + self.either
    }

    /// The order that most cells have, and whether that is certain.
    pub fn order(&self, delimiter: char) -> (DateOrder, bool) {
        let (day, month) = (self.day + self.either, self.month + self.either);
        if self.written() == 0 {
            return (if self.epoch >= self.serial { DateOrder::Epoch } else { DateOrder::Serial }, true);
        }
        if self.year > day.max(month) {
            return (DateOrder::YearFirst, true);
        }
        if self.day != self.month {
            return (if self.day > self.month { DateOrder::DayFirst } else { DateOrder::MonthFirst }, true);
        }
        if self.dotted * 2 > self.either {
            return (DateOrder::DayFirst, true);
        }
        (if delimiter == ',' { DateOrder::MonthFirst } else { DateOrder::DayFirst }, false)
    }
}

impl Numbers {
    fn add(&mut self, cell: &str) {
        if cell.len() > 40 || !cell.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        match (number::decimal(cell, '.'), number::decimal(cell, ',')) {
            (Some(a), Some(b)) if a == b => self.plain += 1,
            (Some(_), Some(_)) => self.unclear += 1,
            (Some(_), None) => self.point += 1,
            (None, Some(_)) => self.comma += 1,
            (None, None) => {}
        }
    }

    /// The decimal sign.
    pub fn decimal(&self, delimiter: char, sample: impl Iterator<Item = String>) -> char {
        if self.point != self.comma {
            return if self.comma > self.point { ',' } else { '.' };
        }
        let mut sample = sample;
        match sample.find(|v| v.contains([',', '.'])) {
            Some(value) if value.contains(',') && delimiter != ';' => '.',
            Some(_) if delimiter == ';' => ',',
            _ => '.',
        }
    }
}

/// Looks at a table.
///
/// # Errors
/// If it cannot be read, or has no header or no row.
pub fn profile(source: &Source, format: &Format) -> Result<Profile, ImportError> {
    let mut found = Profile::default();
    let mut has_header = false;
    let done = std::cell::Cell::new(0);
    records::<ImportError>(
        source,
        format,
        &mut |bytes| {
            done.set(bytes);
            Ok(())
        },
        &mut |record| {
            let Record::Cells(line, cells) = record else {
                found.rows += 1;
                return Ok(true);
            };
            if !has_header {
                has_header = true;
                found.columns = header(cells.iter().map(AsRef::as_ref));
                return Ok(true);
            }
            found.rows += 1;
            if found.sample.len() < SHOWN {
                found.sample.push(cells.iter().map(|c| c.trim().to_owned()).collect());
            }
            for (column, cell) in found.columns.iter_mut().zip(cells) {
                column.add(cell, line);
            }
            found.partial =
                done.get() >= SAMPLE && done.get() < source.size() && matches!(format, Format::Delimited { .. });
            Ok(!found.partial)
        },
    )?;
    let file = || source.name.clone();
    if !has_header {
        return Err(ImportError::Empty { file: file() });
    }
    if found.rows == 0 {
        return Err(ImportError::HeaderOnly { file: file() });
    }
    Ok(found)
}

/// Columns by their headers; a column without one is called by its place, a second one of the same name numbered.
fn header<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (nth, cell) in cells.enumerate() {
        let plain = cell.trim().trim_start_matches('\u{feff}');
        let base = if plain.is_empty() { format!("column {}", nth + 1) } else { plain.to_owned() };
        let same = columns.iter().filter(|c| c.name == base).count();
        let name = if same == 0 { base } else { format!("{base} {}", nth + 1) };
        columns.push(Column { name, ..Column::default() });
    }
    columns
}
