//! Event logs in XES (IEEE 1849-2016), read trace by trace.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    ops::Range,
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::{
    error::ImportError,
    plan::{ColumnPlan, Meaning},
    source::Source,
};

/// The name of a case or an activity.
pub const NAME: &str = "concept:name";
/// The time of an event.
pub const TIME: &str = "time:timestamp";
/// Who did it.
pub const RESOURCE: &str = "org:resource";
/// Before the keys of a case's attributes in a plan.
pub const CASE: &str = "case:";

/// A key by its place in [`Trace::keys`], with where its value is in [`Trace::text`].
pub type Cell = (usize, Range<usize>);

/// A case with its events.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// Every key met so far in the log.
    pub keys: Vec<String>,
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
        self.line = line;
    }

    fn key(&mut self, name: &str) -> usize {
        match self.keys.iter().position(|k| k == name) {
            Some(at) => at,
            None => {
                self.keys.push(name.to_owned());
                self.keys.len() - 1
            }
        }
    }

    fn add(&mut self, key: &str, value: &str, in_event: bool) {
        let start = self.text.len();
        self.text.push_str(value);
        let cell = (self.key(key), start..self.text.len());
        if in_event {
            self.cells.push(cell);
        } else {
            self.attributes.push(cell);
        }
    }
}

/// Counts lines and bytes of what is consumed.
struct Counted<R> {
    inner: R,
    line: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.line += memchr::memchr_iter(b'\n', &buffer[..n]).count() as u64;
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        if let Ok(buffer) = self.inner.fill_buf() {
            self.line += memchr::memchr_iter(b'\n', &buffer[..n.min(buffer.len())]).count() as u64;
        }
        self.inner.consume(n);
    }
}

/// Counts bytes read from the disk.
struct Bytes(File, std::rc::Rc<std::cell::Cell<u64>>);

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.0.read(buffer)?;
        self.1.set(self.1.get() + n as u64);
        Ok(n)
    }
}

/// Gives every trace of a log to `on_trace`, with the bytes read so far, until it says false.
///
/// # Errors
/// If the file cannot be read or is no well-formed XES, and whatever `on_trace` returns.
pub fn traces<E: From<ImportError>>(
    source: &Source,
    on_trace: &mut dyn FnMut(&Trace, u64) -> Result<bool, E>,
) -> Result<(), E> {
    let done = std::rc::Rc::new(std::cell::Cell::new(0));
    let mut file = BufReader::with_capacity(1 << 17, Bytes(source.open()?, done.clone()));
    let packed = file.fill_buf().map_err(|e| source.unreadable(&e))?.starts_with(&[0x1f, 0x8b]);
    let inner: Box<dyn BufRead> = if packed {
        Box::new(BufReader::with_capacity(1 << 17, flate2::bufread::MultiGzDecoder::new(file)))
    } else {
        Box::new(file)
    };
    let mut reader = Reader::from_reader(Counted { inner, line: 1 });
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        let line = reader.get_ref().line;
        let broken = |reason: String| ImportError::Xes { file: source.name.clone(), line, reason };
        match event.map_err(|error| broken(error.to_string()))? {
            Event::Start(tag) => walk.start(&tag, line).map_err(broken)?,
            Event::Empty(tag) => {
                walk.start(&tag, line).map_err(broken)?;
                if walk.end() && !on_trace(&walk.trace, done.get())? {
                    return Ok(());
                }
            }
            Event::End(_) if walk.end() && !on_trace(&walk.trace, done.get())? => return Ok(()),
            Event::Eof if walk.open.is_empty() && walk.is_log => return Ok(()),
            Event::Eof => {
                let reason = match walk.open.last() {
                    Some(_) => "the file ends before its last element is closed; it seems to be cut off",
                    None => "there is no <log> element",
                };
                return Err(broken(reason.to_owned()).into());
            }
            _ => {}
        }
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
        let opened = match (name.as_ref(), within) {
            ("log", None) => {
                self.is_log = true;
                Open::Log
            }
            ("trace", Some(Open::Log)) => {
                self.trace.clear(line);
                Open::Trace
            }
            ("event", Some(Open::Trace)) => {
                let from = self.trace.cells.len();
                self.trace.events.push((line, from..from));
                Open::Event
            }
            ("string" | "date" | "int" | "float" | "boolean" | "id", Some(place @ (Open::Trace | Open::Event))) => {
                self.attribute(tag, place == Open::Event)?;
                Open::Other
            }
            (other, None) => return Err(format!("the outermost element is <{other}>, not <log>")),
            _ => Open::Other,
        };
        self.open.push(opened);
        Ok(())
    }

    fn attribute(&mut self, tag: &BytesStart<'_>, in_event: bool) -> Result<(), String> {
        let (mut key, mut value) = (None, None);
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|e| e.to_string())?;
            let text = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
            match attribute.key.as_ref() {
                "key" => key = Some(text),
                "value" => value = Some(text),
                _ => {}
            }
        }
        let (Some(key), Some(value)) = (key, value) else {
            return Err("an attribute without key or value".to_owned());
        };
        if !value.is_empty() {
            self.trace.add(&key, &value, in_event);
        }
        Ok(())
    }

    /// Closes the last element; true if that was a trace.
    fn end(&mut self) -> bool {
        let closed = self.open.pop();
        if closed == Some(Open::Event) {
            let to = self.trace.cells.len();
            if let Some(event) = self.trace.events.last_mut() {
                event.1.end = to;
            }
        }
        closed == Some(Open::Trace)
    }
}

/// Traces looked at for a plan.
const LOOKED_AT: usize = 500;

/// The attributes of a log as columns of a table of events, and its first events as rows.
///
/// # Errors
/// If the log is broken or has no event.
pub fn columns(source: &Source) -> Result<(Vec<ColumnPlan>, Vec<Vec<String>>), ImportError> {
    let mut names: Vec<String> = vec![format!("{CASE}{NAME}")];
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    let mut seen = 0;
    let mut events = 0;
    traces::<ImportError>(source, &mut |trace, _| {
        seen += 1;
        events += trace.events.len();
        let case: Vec<(String, String)> = trace
            .attributes
            .iter()
            .map(|c| (format!("{CASE}{}", trace.keys[c.0]), trace.value(c).to_owned()))
            .collect();
        for event in &trace.events {
            let cells = trace.cells(event).iter().map(|c| (trace.keys[c.0].clone(), trace.value(c).to_owned()));
            let row: Vec<(String, String)> = case.iter().cloned().chain(cells).collect();
            for (name, _) in &row {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            if rows.len() < 8 {
                rows.push(row);
            }
        }
        Ok(seen < LOOKED_AT)
    })?;
    if events == 0 {
        return Err(ImportError::HeaderOnly { file: source.name.clone() });
    }
    let value = |row: &[(String, String)], name: &String| {
        row.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
    };
    let sample = rows.iter().map(|row| names.iter().map(|name| value(row, name)).collect()).collect();
    Ok((names.iter().map(|name| column(name)).collect(), sample))
}

fn column(name: &str) -> ColumnPlan {
    let meaning = match name {
        "case:concept:name" => Meaning::DealId,
        NAME => Meaning::Activity,
        TIME => Meaning::Timestamp,
        RESOURCE => Meaning::Actor,
        _ => Meaning::Attribute { name: name.strip_prefix(CASE).unwrap_or(name).to_owned() },
    };
    ColumnPlan {
        name: name.to_owned(),
        dates: (name == TIME).then_some(crate::plan::DateOrder::YearFirst),
        meaning,
        why: "by the XES standard".to_owned(),
        confidence: 1.0,
        decimal: None,
        enters: None,
    }
}
