//! Event logs in XES (IEEE 1849-2016), read trace by trace.

use std::{
    io::{self, BufRead, Read},
    ops::Range,
};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    error::ImportError,
    groups::Names,
    limits, names,
    plan::{ColumnPlan, Meaning},
    source::Source,
    unpack::Opened,
    words,
};
/// The name of a case or an activity.
pub const NAME: &str = "concept:name";
/// The time of an event.
pub const TIME: &str = "time:timestamp";
/// Who did it.
pub const RESOURCE: &str = "org:resource";
/// Tells start, completion and other moments of an activity apart.
const LIFECYCLE: &str = "lifecycle:transition";
/// What the usual writers put where a value is missing.
const MISSING: &str = "__INVALID__";
/// Before the keys of a case's attributes in a plan.
pub const CASE: &str = "case:";

/// A key by its place in [`Trace::keys`], with where its value is in [`Trace::text`].
pub type Cell = (usize, Range<usize>);

/// A case with its events.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// Every key met so far in the log.
    pub keys: Vec<String>,
    known: FxHashMap<String, usize>,
    /// Keys that were of the type `date`.
    dates: FxHashSet<usize>,
    /// Keys of the log's classifiers.
    classifiers: Vec<Vec<String>>,
    /// True if these events stand in the log itself and in no case.
    pub loose: bool,
    text: String,
    /// The case's attributes.
    pub attributes: Vec<Cell>,
    /// Line of each event and its share of the cells.
    pub events: Vec<(u64, Range<usize>)>,
    cells: Vec<Cell>,
    /// The line on which the case begins.
    pub line: u64,
}

impl Trace {
    /// The value of a cell.
    pub fn value(&self, cell: &Cell) -> &str {
        &self.text[cell.1.clone()]
    }

    /// The attributes of an event.
    pub fn cells(&self, event: &(u64, Range<usize>)) -> &[Cell] {
        &self.cells[event.1.clone()]
    }

    fn clear(&mut self, line: u64) {
        self.text.clear();
        self.attributes.clear();
        self.events.clear();
        self.cells.clear();
        self.loose = false;
        self.line = line;
    }

    fn key(&mut self, name: &str) -> Result<usize, String> {
        if let Some(at) = self.known.get(name) {
            return Ok(*at);
        }
        if self.keys.len() == limits::NAMES {
            return Err(format!("it has more than {} different names of attributes", limits::NAMES));
        }
        self.keys.push(name.to_owned());
        self.known.insert(name.to_owned(), self.keys.len() - 1);
        Ok(self.keys.len() - 1)
    }

    fn add(&mut self, key: &str, value: &str, in_event: bool, is_date: bool) -> Result<(), String> {
        let start = self.text.len();
        if start + value.len() > limits::CASE {
            return Err(format!("one case holds more than {} MiB of text", limits::CASE >> 20));
        }
        self.text.push_str(value);
        let at = self.key(key)?;
        if is_date {
            self.dates.insert(at);
        }
        let cell = (at, start..self.text.len());
        if in_event {
            self.cells.push(cell);
        } else {
            self.attributes.push(cell);
        }
        Ok(())
    }
}

/// Counts the lines of what is consumed, and the bytes since the last tag: one tag or text may not be endless.
struct Counted<R> {
    inner: R,
    line: u64,
    since: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > limits::TOKEN {
            let reason = format!("one tag or text is longer than {} MiB", limits::TOKEN >> 20);
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        if let Ok(buffer) = self.inner.fill_buf() {
            self.line += memchr::memchr_iter(b'\n', &buffer[..n.min(buffer.len())]).count() as u64;
        }
        self.since += n as u64;
        self.inner.consume(n);
    }
}

/// The encoding that an XML declaration names.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(head.get(..head.len().min(200))?);
    let declaration = text.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0;
    let (_, value) = declaration.split_once("encoding")?;
    let label = value.trim_start_matches([' ', '=', '\t']).get(1..)?.split(['"', '\'']).next()?;
    // what could be read as ASCII so far has no sixteen bits a sign
    Encoding::for_label(label.as_bytes()).filter(|e| *e != UTF_16LE && *e != UTF_16BE)
}

/// Gives every trace of a log to `on_trace`, with the bytes read so far, until it says false; counts the characters that
/// are not of the file's encoding. Events that are in no trace come as one that is `loose`.
///
/// # Errors
/// If the file cannot be read or is no well-formed XES, if it goes beyond the [`limits`], and whatever `on_trace` returns.
pub fn traces<E: From<ImportError>>(
    source: &Source,
    on_trace: &mut dyn FnMut(&Trace, u64) -> Result<bool, E>,
) -> Result<u64, E> {
    let (inner, state) = Opened::new(source, declared)?;
    let mut reader = Reader::from_reader(Counted { inner, line: 1, since: 0 });
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().since = 0;
        let event = reader.read_event_into(&mut buffer);
        let line = reader.get_ref().line;
        let broken = |reason: String| ImportError::Xes { file: source.name.clone(), line, reason };
        let event = event.map_err(|error| state.fault(source).unwrap_or_else(|| broken(in_words(&error))))?;
        let closed = match event {
            Event::Start(tag) => {
                walk.start(&tag, line).map_err(broken)?;
                false
            }
            Event::Empty(tag) => {
                walk.start(&tag, line).map_err(broken)?;
                walk.end()
            }
            Event::End(_) => walk.end(),
            Event::DocType(_) => return Err(broken(DTD.to_owned()).into()),
            Event::Eof if walk.open.is_empty() && walk.is_log => return Ok(reader.get_ref().inner.foreign()),
            Event::Eof => {
                let reason = match walk.open.last() {
                    Some(_) => "the file ends before its last element is closed; it seems to be cut off",
                    None => "there is no <log> element",
                };
                return Err(broken(reason.to_owned()).into());
            }
            _ => false,
        };
        if closed && !on_trace(&walk.trace, state.done())? {
            return Ok(reader.get_ref().inner.foreign());
        }
    }
}

/// Why a document type is refused.
pub const DTD: &str = "it declares a document type (<!DOCTYPE …>), by which a small file can be made to unfold without end; \
    event logs need none: remove the declaration";

/// What is wrong with the XML.
fn in_words(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::Io(error) => error.to_string(),
        other => other.to_string(),
    }
}

/// What an open element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Log,
    Trace,
    Event,
    Other,
}

#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    is_log: bool,
    trace: Trace,
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<(), String> {
        let name = tag.local_name();
        let within = self.open.last().copied();
        if self.open.len() == limits::DEPTH {
            return Err(format!("elements are nested more than {} deep", limits::DEPTH));
        }
        let opened = match (name.as_ref(), within) {
            ("log", None) if !self.is_log => {
                self.is_log = true;
                Open::Log
            }
            ("trace", Some(Open::Log)) => {
                self.trace.clear(line);
                Open::Trace
            }
            ("event", Some(place @ (Open::Trace | Open::Log))) => {
                if place == Open::Log {
                    self.trace.clear(line);
                    self.trace.loose = true;
                }
                let from = self.trace.cells.len();
                self.trace.events.push((line, from..from));
                Open::Event
            }
            ("classifier", Some(Open::Log)) => {
                self.classifier(tag)?;
                Open::Other
            }
            (
                kind @ ("string" | "date" | "int" | "float" | "boolean" | "id"),
                Some(place @ (Open::Trace | Open::Event)),
            ) => {
                self.attribute(tag, place == Open::Event, kind == "date")?;
                Open::Other
            }
            ("log", None) => return Err("a second <log> begins; give each log a file of its own".to_owned()),
            (other, None) => return Err(format!("the outermost element is <{}>, not <log>", shortened(other))),
            _ => Open::Other,
        };
        self.open.push(opened);
        Ok(())
    }

    fn attribute(&mut self, tag: &BytesStart<'_>, in_event: bool, is_date: bool) -> Result<(), String> {
        let (Some(key), Some(value)) = (value_of(tag, "key")?, value_of(tag, "value")?) else {
            return Err("an attribute without key or value".to_owned());
        };
        if !value.is_empty() && value != MISSING {
            self.trace.add(&key, &value, in_event, is_date)?;
        }
        Ok(())
    }

    fn classifier(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        if let Some(keys) = value_of(tag, "keys")?.filter(|_| self.trace.classifiers.len() < 100) {
            self.trace.classifiers.push(keys.split_whitespace().map(str::to_owned).collect());
        }
        Ok(())
    }

    /// Closes the last element; true if that was a trace or an event in none.
    fn end(&mut self) -> bool {
        let closed = self.open.pop();
        if closed == Some(Open::Event) {
            let to = self.trace.cells.len();
            if let Some(event) = self.trace.events.last_mut() {
                event.1.end = to;
            }
            return self.trace.loose;
        }
        closed == Some(Open::Trace)
    }
}

/// The value of an attribute of a tag.
fn value_of<'t>(tag: &'t BytesStart<'_>, name: &str) -> Result<Option<std::borrow::Cow<'t, str>>, String> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        if attribute.key.as_ref() == name {
            let text = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
            return Ok(Some(text));
        }
    }
    Ok(None)
}

/// The beginning of a text, for messages.
fn shortened(text: &str) -> &str {
    &text[..text.floor_char_boundary(60)]
}

/// Traces looked at for a plan.
const LOOKED_AT: usize = 500;
/// Rows shown to people.
const SHOWN: usize = 8;
/// Bytes of a name of an activity that is counted.
const LONGEST_NAME: usize = 200;

/// The attributes of a log as columns of a table of events, and its first events as rows.
///
/// # Errors
/// If the log is broken or has no event.
pub fn columns(source: &Source) -> Result<Seen, ImportError> {
    let mut names: Vec<String> = vec![format!("{CASE}{NAME}")];
    let mut known: FxHashSet<(bool, usize)> = FxHashSet::default();
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    let mut seen = 0;
    let mut events = 0;
    let mut told = Told::default();
    let mut activities = Names::default();
    traces::<ImportError>(source, &mut |trace, _| {
        seen += usize::from(!trace.loose);
        events += trace.events.len();
        let name = |cell: &Cell, of_case: bool| format!("{}{}", if of_case { CASE } else { "" }, trace.keys[cell.0]);
        for (cells, of_case) in [(&trace.attributes, true), (&trace.cells, false)] {
            for cell in cells.iter().filter(|c| known.insert((of_case, c.0))) {
                let name = name(cell, of_case);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        for event in trace.events.iter().take(SHOWN.saturating_sub(rows.len())) {
            let case = trace.attributes.iter().map(|c| (name(c, true), trace.value(c).to_owned()));
            let cells = trace.cells(event).iter().map(|c| (name(c, false), trace.value(c).to_owned()));
            rows.push(case.chain(cells).collect());
        }
        let named = trace.cells.iter().filter(|cell| trace.keys[cell.0] == NAME).map(|cell| trace.value(cell).trim());
        for name in named.filter(|name| name.len() <= LONGEST_NAME) {
            if let Some(count) = activities.get_mut(name) {
                *count += 1;
            } else if activities.len() < limits::NAMES {
                activities.insert(name.to_owned(), 1);
            }
        }
        if told.classifiers.is_empty() {
            told.classifiers.clone_from(&trace.classifiers);
        }
        told.dates = trace.dates.iter().map(|at| trace.keys[*at].clone()).collect();
        Ok(seen < LOOKED_AT)
    })?;
    if events == 0 {
        return Err(ImportError::HeaderOnly { file: source.name.clone() });
    }
    let value = |row: &[(String, String)], name: &String| {
        row.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
    };
    let sample = rows.iter().map(|row| names.iter().map(|name| value(row, name)).collect()).collect();
    Ok(Seen { columns: meanings(&names, &told), sample, names: activities })
}

/// What the first cases of a log are like.
#[derive(Debug)]
pub struct Seen {
    /// Attributes with their meanings.
    pub columns: Vec<ColumnPlan>,
    /// The first events, as text.
    pub sample: Vec<Vec<String>>,
    /// What happened, and how often.
    pub names: Names,
}

/// What a log tells of its attributes.
#[derive(Debug, Default)]
struct Told {
    classifiers: Vec<Vec<String>>,
    dates: FxHashSet<String>,
}

/// The columns with their meanings: by the standard; where it is not kept, by the log's first classifier and by types.
fn meanings(names: &[String], told: &Told) -> Vec<ColumnPlan> {
    let has = |name: &str| names.iter().any(|n| n == name);
    let of_events = || names.iter().filter(|n| !n.starts_with(CASE));
    let classified = || {
        let keys = told.classifiers.iter().flatten().map(String::as_str);
        keys.clone().find(|key| *key != LIFECYCLE && has(key))
    };
    let called = || of_events().find(|n| matches!(words::plain(n).as_str(), "activity" | "task" | "event" | "name"));
    let activity = if has(NAME) { Some(NAME) } else { classified().or_else(|| called().map(String::as_str)) };
    let time = if has(TIME) { Some(TIME) } else { of_events().find(|n| told.dates.contains(*n)).map(String::as_str) };
    let mut taken: Vec<Meaning> = Vec::new();
    let plan = |name: &String| {
        let (meaning, why) = match name.as_str() {
            "case:concept:name" => (Meaning::DealId, "by the XES standard"),
            RESOURCE => (Meaning::Actor, "by the XES standard"),
            NAME | TIME => (if name == NAME { Meaning::Activity } else { Meaning::Timestamp }, "by the XES standard"),
            other if Some(other) == activity => (Meaning::Activity, "the log's classifier, or called so"),
            other if Some(other) == time => (Meaning::Timestamp, "the first attribute that is a date"),
            other => match other.strip_prefix(CASE) {
                Some(of_case) => (case_meaning(of_case, &mut taken), "an attribute of the case"),
                None => (Meaning::Attribute { name: other.to_owned() }, "an attribute of the event"),
            },
        };
        column(name, meaning, why)
    };
    names.iter().map(plan).collect()
}

/// The attribute of the case that a column of a table of events holds, by the ways in which programs name such columns:
/// `case:REG_DATE` (pm4py), `(case) REG_DATE` (Disco).
pub fn of_case(header: &str) -> Option<&str> {
    let name = header.strip_prefix(CASE).or_else(|| header.strip_prefix("(case) "))?.trim();
    (!name.is_empty()).then_some(name)
}

/// True if an attribute of a case is called as what tells how a deal ended.
pub fn names_outcome(name: &str) -> bool {
    let plain = words::plain(name);
    names::DEALS.iter().any(|(meaning, names)| *meaning == Meaning::Outcome && names.contains(&plain.as_str()))
}

/// The field of the deal that an attribute of a case is called after; each once.
pub fn case_meaning(name: &str, taken: &mut Vec<Meaning>) -> Meaning {
    let plain = words::plain(name);
    let field = names::DEALS.iter().find(|(meaning, synonyms)| {
        let is_field = matches!(
            meaning,
            Meaning::Account | Meaning::Owner | Meaning::Team | Meaning::Product | Meaning::Value | Meaning::Currency
        );
        is_field && !taken.contains(meaning) && synonyms.contains(&plain.as_str())
    });
    match field {
        Some((meaning, _)) => {
            taken.push(meaning.clone());
            meaning.clone()
        }
        None => Meaning::Attribute { name: name.to_owned() },
    }
}

fn column(name: &str, meaning: Meaning, why: &str) -> ColumnPlan {
    ColumnPlan {
        name: name.to_owned(),
        dates: (meaning == Meaning::Timestamp).then_some(crate::plan::DateOrder::YearFirst),
        meaning,
        why: why.to_owned(),
        confidence: 1.0,
        decimal: None,
        mixed_dates: false,
        enters: None,
        of_deal: false,
    }
}
