//! Lines below a table that are none of its rows: the report's name, who made it and when, a copyright, totals.

use std::borrow::Cow;

use crate::table::Record;

/// Lines below a table at most.
const MOST: usize = 20;
/// Words with which such a line begins, in lower case.
const STARTS: [&str; 27] = [
    "copyright",
    "©",
    "(c) ",
    "confidential",
    "generated ",
    "report generated",
    "created by:",
    "exported ",
    "downloaded ",
    "printed ",
    "run by",
    "as of ",
    "filtered by",
    "filters:",
    "applied filters",
    "total records",
    "number of records",
    "record count",
    "vertraulich",
    "erstellt von",
    "erstellt am",
    "generiert ",
    "exportiert ",
    "confidentiel",
    "généré ",
    "confidencial",
    "generado ",
];
/// Words of lines with sums, in lower case.
const TOTALS: [&str; 11] = [
    "total",
    "totals",
    "grand total",
    "grand totals",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "total general",
    "totaal",
];

/// Takes records, and says whether to go on.
type OnRecord<'r, E> = &'r mut dyn FnMut(Record<'_>) -> Result<bool, E>;

/// A row held back, as it may stand below the table.
struct Held {
    line: u64,
    cells: Vec<String>,
    /// An empty line stands before it.
    apart: bool,
}

/// Passes the records of a table on, and holds those back that may stand below it until it is known.
pub struct Tail {
    held: Vec<Held>,
    /// Cells of the header; none before it.
    width: Option<usize>,
    rows: bool,
    /// An empty line was passed over.
    apart: bool,
    /// False when no more records are wanted.
    on: bool,
}

impl Tail {
    /// Of a table read from its header on; or from a later place, given the cells of its header.
    pub fn new(width: Option<usize>) -> Self {
        Self { held: Vec::new(), width, rows: width.is_some(), apart: false, on: true }
    }

    /// Takes a record; `apart` if an empty line stands before it. True if more are wanted.
    ///
    /// # Errors
    /// What `on_record` returns.
    pub fn take<E>(&mut self, record: Record<'_>, apart: bool, on_record: OnRecord<'_, E>) -> Result<bool, E> {
        self.apart |= apart;
        match record {
            Record::Cells(_, cells) if is_blank(cells) => {
                self.apart = true;
                return Ok(true);
            }
            Record::Cells(line, cells) if self.rows && may_be_below(cells, self.width.unwrap_or(0)) => {
                let cells = cells.iter().map(|c| c.to_string()).collect();
                self.held.push(Held { line, cells, apart: std::mem::take(&mut self.apart) });
                // Too many of them are rows.
                return if self.held.len() > MOST { self.give(MOST + 1, on_record) } else { Ok(true) };
            }
            _ => {}
        }
        self.apart = false;
        if !self.give(self.held.len(), on_record)? {
            return Ok(false);
        }
        self.rows |= self.width.is_some();
        if let Record::Cells(_, cells) = record {
            self.width.get_or_insert(cells.len());
        }
        self.on = on_record(record)?;
        Ok(self.on)
    }

    /// Gives the first of the rows held back.
    fn give<E>(&mut self, first: usize, on_record: OnRecord<'_, E>) -> Result<bool, E> {
        for row in self.held.drain(..first) {
            if self.on {
                let cells: Vec<Cow<'_, str>> = row.cells.iter().map(|c| Cow::Borrowed(c.as_str())).collect();
                self.on = on_record(Record::Cells(row.line, &cells))?;
            }
        }
        Ok(self.on)
    }

    /// Ends the table: the lines below it, the others being given as rows.
    ///
    /// # Errors
    /// What `on_record` returns.
    pub fn end<E>(mut self, on_record: OnRecord<'_, E>) -> Result<Vec<String>, E> {
        let wide = self.width.is_none_or(|width| width > 1);
        let ragged = |row: &Held| wide && row.cells.len() == 1;
        let set_apart = |row: &Held| row.apart && (ragged(row) || row.text().contains(char::is_whitespace));
        let mut below = self.held.iter().position(|row| set_apart(row) || row.says_so()).unwrap_or(self.held.len());
        while below < self.held.len() && below > 0 && ragged(&self.held[below - 1]) {
            below -= 1;
        }
        self.give(below, on_record)?;
        Ok(self.held.into_iter().map(|row| row.text().to_owned()).collect())
    }
}

impl Held {
    /// Its first text.
    fn text(&self) -> &str {
        self.cells.iter().map(|c| c.trim()).find(|c| !c.is_empty()).unwrap_or_default()
    }

    /// True if its words are those of lines below tables.
    fn says_so(&self) -> bool {
        is_total(self.text()) || begins_so(self.text())
    }
}

/// True for a row without a text in any cell.
pub fn is_blank(cells: &[Cow<'_, str>]) -> bool {
    !cells.iter().any(|c| is_filled(c))
}

/// True for rows that may stand below a table of this width: with one text, with sums, or with too few cells and the
/// words of such lines.
pub fn may_be_below(cells: &[Cow<'_, str>], width: usize) -> bool {
    let mut filled = cells.iter().filter(|c| is_filled(c));
    let Some(first) = filled.next() else { return false };
    if filled.next().is_none() {
        return true;
    }
    is_total(first.trim()) && cells.iter().filter(|c| is_filled(c)).skip(1).all(|c| is_sum(c))
        || cells.len() < width && begins_so(first.trim())
}

/// True for a cell with a text; the usual case is quick.
fn is_filled(cell: &str) -> bool {
    cell.as_bytes().first().is_some_and(u8::is_ascii_graphic) || !cell.trim().is_empty()
}

fn begins_so(text: &str) -> bool {
    let text = text.to_lowercase();
    STARTS.iter().any(|start| text.starts_with(start))
}

/// True for `Grand total (12 records)` and the like.
fn is_total(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or(text).trim_end_matches([':', ' ']);
    TOTALS.iter().any(|total| bare.eq_ignore_ascii_case(total))
}

/// True for numbers, with a currency or not.
fn is_sum(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) && text.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// What to say of lines below a table; none if there are none.
pub fn note(name: &str, below: &[String]) -> Option<String> {
    const SHOWN: usize = 60;
    let first = below.first()?;
    let cut = first.floor_char_boundary(SHOWN);
    let dots = if cut < first.len() { "…" } else { "" };
    let (lines, were) =
        if below.len() == 1 { ("1 line".to_owned(), "was") } else { (format!("{} lines", below.len()), "were") };
    Some(format!("{name}: {lines} after the table {were} left out, from “{}{dots}” on.", &first[..cut]))
}
