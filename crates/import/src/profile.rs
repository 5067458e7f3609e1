//! What the cells of a column look like.

use std::num::NonZeroU64;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    error::ImportError,
    ids, limits,
    looks::{self, DateLook, Look, NumberLook},
    plan::{DateOrder, Format},
    source::Source,
    table::{Record, records},
    words,
};

/// Bytes of a file that are looked at for a guess.
const SAMPLE: u64 = 8 << 20;
/// Different values that are counted one by one.
const VALUES: usize = 20_000;
/// Rows shown to people.
const SHOWN: usize = 8;
/// Cells of the first rows of which hashes are kept.
const HEAD: usize = 250_000;

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
    /// Hashes of the cells of the first rows, row by row; none for an empty cell.
    pub head: Vec<Option<NonZeroU64>>,
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
    /// Looks of values by their hash, up to a limit: most columns repeat theirs.
    looks: FxHashMap<u64, Look>,
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
        if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else if self.values.len() < VALUES {
            self.values.insert(cell.to_owned(), 1);
        }
        let look = self.look(cell);
        if let Some(date) = look.date {
            self.dates.count(date);
            self.mark(date, line);
        }
        if let Some(number) = look.number {
            self.numbers.count(number);
        }
    }

    /// The look of a value, which is looked at once as long as there is room to remember it.
    fn look(&mut self, cell: &str) -> Look {
        let place = hash(cell);
        if let Some(look) = self.looks.get(&place) {
            return *look;
        }
        self.distinct.insert(hash(ids::record(cell)));
        let look = Look::of(cell);
        if self.looks.len() < VALUES {
            self.looks.insert(place, look);
        }
        look
    }

    /// Remembers the first and last line of dates that can be read in one order only.
    fn mark(&mut self, date: DateLook, line: u64) {
        let lines = match date {
            DateLook::Day => &mut self.day_lines,
            DateLook::Month => &mut self.month_lines,
            _ => return,
        };
        *lines = (if lines.0 == 0 { line } else { lines.0 }, line);
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
        if let Some(date) = looks::date(cell) {
            self.count(date);
        }
    }

    fn count(&mut self, date: DateLook) {
        match date {
            DateLook::Year => self.year += 1,
            DateLook::Day => self.day += 1,
            DateLook::Month => self.month += 1,
            DateLook::Either { dotted } => {
                self.either += 1;
                self.dotted += u64::from(dotted);
            }
            DateLook::Epoch => self.epoch += 1,
            DateLook::Serial => self.serial += 1,
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
    fn count(&mut self, number: NumberLook) {
        match number {
            NumberLook::Point => self.point += 1,
            NumberLook::Comma => self.comma += 1,
            NumberLook::Plain => self.plain += 1,
            NumberLook::Unclear => self.unclear += 1,
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
    // rows that cannot be cut into cells say nothing of the columns
    let mut torn = 0;
    let done = std::cell::Cell::new(0);
    // of what is compressed more is looked at than was read
    let mut looked_at = 0;
    records::<ImportError>(
        source,
        format,
        &mut |bytes| {
            done.set(bytes);
            Ok(())
        },
        &mut |record| {
            let Record::Cells(line, cells) = record else {
                if !has_header {
                    return Err(no_header(
                        source,
                        "it is longer than 1 MiB, or a quotation mark in it is never closed",
                    ));
                }
                torn += 1;
                return Ok(true);
            };
            if !has_header {
                has_header = true;
                if cells.len() > limits::NAMES {
                    let reason = format!("it has {} columns, more than {}", cells.len(), limits::NAMES);
                    return Err(no_header(source, &reason));
                }
                found.columns = header(cells.iter().map(AsRef::as_ref));
                return Ok(true);
            }
            found.rows += 1;
            if found.sample.len() < SHOWN {
                found.sample.push(cells.iter().map(|c| c.trim().to_owned()).collect());
            }
            if found.head.len() + cells.len() <= HEAD && cells.len() == found.columns.len() {
                found.head.extend(
                    cells
                        .iter()
                        .map(|c| Some(c.trim()).filter(|c| !c.is_empty()).and_then(|c| NonZeroU64::new(hash(c)))),
                );
            }
            for (column, cell) in found.columns.iter_mut().zip(cells) {
                column.add(cell, line);
                looked_at += cell.len() as u64 + 1;
            }
            found.partial = looked_at.max(done.get()) >= SAMPLE
                && done.get() < source.size()
                && matches!(format, Format::Delimited { .. } | Format::Parquet { .. });
            Ok(!found.partial)
        },
    )?;
    let file = || source.name.clone();
    if !has_header {
        return Err(ImportError::Empty { file: file() });
    }
    if found.rows + torn == 0 {
        return Err(ImportError::HeaderOnly { file: file() });
    }
    Ok(found)
}

fn no_header(source: &Source, reason: &str) -> ImportError {
    ImportError::Header { file: source.name.clone(), reason: reason.to_owned() }
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
