//! Splitting delimited text into records, without copying cells.

use std::borrow::Cow;

use crate::ends::Ends;

/// A record longer than this is taken as one whose quotation mark was never closed.
pub const LONGEST: usize = 1 << 20;

/// What a step over the text gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A record; its cells are in the buffer. It begins on this line.
    Record(u64),
    /// A quotation mark opened on this line is never closed, or not where a cell ends; the line is skipped.
    Unclosed(u64),
    /// The record that begins on this line is longer than [`LONGEST`]; the line is skipped.
    Long(u64),
    /// The text ends, or ends within a record.
    More,
}

/// Walks over records of `text`.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    ends: Ends,
    last: bool,
    /// Text follows a closing quotation mark of a cell that goes on for lines: one mark is missing.
    torn: bool,
    /// What comes next is the rest of a line that is skipped.
    within: bool,
    /// Empty lines stand before the record.
    apart: bool,
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning of `text`, which begins on `line`; `last` if nothing follows the text.
    pub fn new(text: &'a str, line: u64, delimiter: u8, last: bool) -> Self {
        Self {
            text,
            at: 0,
            line,
            delimiter,
            ends: Ends::new(delimiter),
            last,
            torn: false,
            within: false,
            apart: false,
        }
    }

    /// Goes on within a line that the text before began to skip.
    pub fn within(self, within: bool) -> Self {
        Self { within, ..self }
    }

    /// True if the text ends within a line that is skipped.
    pub fn is_within(&self) -> bool {
        self.within
    }

    /// True if empty lines were passed over before the record.
    pub fn apart(&self) -> bool {
        self.apart
    }

    /// Bytes of whole records passed.
    pub fn consumed(&self) -> usize {
        self.at
    }

    /// The line at which the rest begins.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Puts the cells of the next record into `cells`. Empty lines are passed over.
    pub fn step(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Step {
        let bytes = self.text.as_bytes();
        if self.within {
            self.pass();
            if self.within {
                return Step::More;
            }
        }
        self.apart = false;
        while let Some(end) = bytes.get(self.at).and_then(|b| self.line_end(*b, self.at)) {
            if !self.last && end == bytes.len() {
                return Step::More;
            }
            self.at = end;
            self.line += 1;
            self.apart = true;
        }
        cells.clear();
        if self.at >= bytes.len() {
            return Step::More;
        }
        let (mut at, mut lines) = (self.at, 0);
        loop {
            let cell = if bytes.get(at) == Some(&b'"') { self.quoted(at, &mut lines) } else { self.plain(at) };
            let Some((value, end)) = cell else { return self.incomplete() };
            cells.push(value);
            match bytes.get(end) {
                Some(b) if *b == self.delimiter => at = end + 1,
                Some(b) => {
                    let after = self.line_end(*b, end).unwrap_or(end + 1);
                    if !self.last && after == bytes.len() && *b == b'\r' {
                        return Step::More;
                    }
                    return self.done(after, lines + 1);
                }
                None if self.last => return self.done(end, lines + 1),
                None => return self.incomplete(),
            }
        }
    }

    fn done(&mut self, at: usize, lines: u64) -> Step {
        let line = self.line;
        if at - self.at > LONGEST {
            self.skipped();
            return Step::Long(line);
        }
        self.at = at;
        self.line += lines;
        Step::Record(line)
    }

    /// The end of a line break that begins with `byte` at `at`.
    fn line_end(&self, byte: u8, at: usize) -> Option<usize> {
        match byte {
            b'\n' => Some(at + 1),
            b'\r' if self.text.as_bytes().get(at + 1) == Some(&b'\n') => Some(at + 2),
            b'\r' => Some(at + 1),
            _ => None,
        }
    }

    fn incomplete(&mut self) -> Step {
        let rest = &self.text.as_bytes()[self.at..];
        if !self.torn && !self.last && rest.len() < LONGEST {
            return Step::More;
        }
        self.skipped()
    }

    /// Passes over one line.
    fn skipped(&mut self) -> Step {
        self.torn = false;
        let line = self.line;
        let from = self.at;
        self.pass();
        let marked = memchr::memchr(b'"', &self.text.as_bytes()[from..self.at]).is_some();
        if marked { Step::Unclosed(line) } else { Step::Long(line) }
    }

    /// Passes over what is left of a line, as far as the text goes.
    fn pass(&mut self) {
        let bytes = self.text.as_bytes();
        let stop = memchr::memchr2(b'\n', b'\r', &bytes[self.at..]).map_or(bytes.len(), |n| self.at + n);
        let end = bytes.get(stop).and_then(|byte| self.line_end(*byte, stop));
        // whether a line feed follows a carriage return at the end is not known yet
        let known = end.filter(|end| self.last || *end < bytes.len() || bytes[stop] == b'\n');
        self.at = known.unwrap_or(stop);
        self.within = known.is_none() && !self.last;
        self.line += u64::from(!self.within);
    }

    /// A cell without quotation marks: value and where it ends.
    fn plain(&mut self, at: usize) -> Option<(Cow<'a, str>, usize)> {
        match self.ends.next(self.text.as_bytes(), at) {
            Some(end) => Some((Cow::Borrowed(&self.text[at..end]), end)),
            None if self.last => Some((Cow::Borrowed(&self.text[at..]), self.text.len())),
            None => None,
        }
    }

    /// A cell in quotation marks, the opening one at `at`.
    fn quoted(&mut self, at: usize, lines: &mut u64) -> Option<(Cow<'a, str>, usize)> {
        let bytes = self.text.as_bytes();
        let mut value: Cow<'a, str> = Cow::Borrowed("");
        let mut from = at + 1;
        loop {
            let end = from + memchr::memchr(b'"', bytes.get(from..)?)?;
            let part = &self.text[from..end];
            *lines += breaks(part);
            if value.is_empty() {
                value = Cow::Borrowed(part);
            } else {
                value.to_mut().push_str(part);
            }
            match bytes.get(end + 1) {
                Some(b'"') => {
                    value.to_mut().push('"');
                    from = end + 2;
                }
                None if !self.last => return None,
                _ => {
                    let (tail, stop) = self.plain(end + 1)?;
                    if !tail.trim().is_empty() && *lines > 0 {
                        self.torn = true;
                        return None;
                    }
                    if !tail.trim().is_empty() {
                        value.to_mut().push_str(&tail);
                    }
                    return Some((value, stop));
                }
            }
        }
    }
}

/// Line breaks in `text`: LF, CR LF and CR each are one.
fn breaks(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let lone = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).count();
    (feeds + lone) as u64
}
