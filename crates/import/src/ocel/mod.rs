//! Object-centric event logs in OCEL 2.0 JSON (A. Berti et al., OCEL 2.0 Specification, 2023), streamed item by item.

mod look;
mod objects;

use std::{
    cell::Cell,
    fmt,
    io::{self, BufRead as _, Read},
    rc::Rc,
};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

pub use look::{look, question};
pub use objects::Objects;

use crate::{
    error::ImportError,
    limits,
    source::Source,
    unpack::{Opened, State},
};

/// Before the names of a deal's attributes in a plan.
pub const OBJECT: &str = "object:";
/// The columns of a plan that every event has.
pub const ACTIVITY: &str = "type";
/// When it happened.
pub const TIME: &str = "time";
/// Its id.
pub const ID: &str = "id";

/// An event.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Event {
    pub id: Text,
    #[serde(rename = "type")]
    pub activity: Text,
    pub time: Text,
    pub attributes: Vec<Value>,
    pub relationships: Vec<Relation>,
}

/// An object.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Object {
    pub id: Text,
    #[serde(rename = "type")]
    pub of: Text,
    pub attributes: Vec<Value>,
    pub relationships: Vec<Relation>,
}

/// A value of an attribute; of an object from a time on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Value {
    pub name: Text,
    pub time: Text,
    pub value: Text,
}

/// Another object, and what it is to this one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Relation {
    #[serde(rename = "objectId")]
    pub object: Text,
    pub qualifier: Text,
}

/// A text, number or truth as text without spaces around; anything else is empty.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) if text.trim().len() == text.len() => text,
            serde_json::Value::String(text) => text.trim().to_owned(),
            serde_json::Value::Number(number) => number.to_string(),
            serde_json::Value::Bool(yes) => yes.to_string(),
            _ => String::new(),
        };
        Ok(Self(text))
    }
}

/// What of a log is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    Events,
    Objects,
}

/// One of them.
#[derive(Debug)]
pub enum Item {
    Event(Event),
    Object(Object),
}

/// Takes an item, its line, and the bytes read so far; says whether to go on.
pub type OnItem<'i, E> = &'i mut dyn FnMut(Item, u64, u64) -> Result<bool, E>;

/// True if a JSON text that begins so is such a log.
pub fn is_one(text: &str) -> bool {
    let has = |name: &str| text.contains(name);
    has("\"objectTypes\"")
        || has("\"eventTypes\"")
        || ((has("\"events\"") || has("\"objects\"")) && has("\"relationships\""))
}

/// True if a JSON text that begins so is a log of the standard's first version.
pub fn is_old(text: &str) -> bool {
    text.contains("\"ocel:")
}

/// Gives every event or every object to `on_item` until it says false; counts the characters that are not of the file's
/// encoding.
///
/// # Errors
/// If the file cannot be read, is no such log or goes beyond the [`limits`], and whatever `on_item` returns.
pub fn walk<E: From<ImportError>>(source: &Source, want: Want, on_item: OnItem<'_, E>) -> Result<u64, E> {
    let (mut inner, state) = Opened::new(source, |_| None)?;
    if let Ok(start) = inner.fill_buf()
        && start.is_empty()
    {
        return Err(ImportError::Empty { file: source.name.clone() }.into());
    }
    let place = Rc::new(Place { line: Cell::new(1), since: Cell::new(0), start: Cell::new(0) });
    let mut end = None;
    let mut seen = false;
    let mut counted = Counted { inner, place: place.clone() };
    let top = Top { want, on_item, end: &mut end, seen: &mut seen, place: &place, state: &state };
    let mut reader = serde_json::Deserializer::from_reader(&mut counted);
    let result = top.deserialize(&mut reader).and_then(|()| reader.end());
    match (end, result) {
        (Some(Ok(())), _) => Ok(counted.inner.foreign()),
        (Some(Err(error)), _) => Err(error),
        (None, Ok(())) if seen => Ok(counted.inner.foreign()),
        (None, Ok(())) => Err(broken(source, place.line.get(), format!("it has no {}", want.name())).into()),
        (None, Err(error)) => {
            let line = error.line().max(1) as u64;
            Err(state.fault(source).unwrap_or_else(|| broken(source, line, in_words(&error))).into())
        }
    }
}

fn broken(source: &Source, line: u64, reason: String) -> ImportError {
    ImportError::Ocel { file: source.name.clone(), line, reason }
}

fn in_words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        serde_json::error::Category::Eof => "the file ends in the middle; it seems to be cut off".to_owned(),
        _ => format!("{} (column {})", &text[..text.floor_char_boundary(200)], error.column()),
    }
}

impl Want {
    fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Objects => "objects",
        }
    }
}

/// Where reading is.
struct Place {
    line: Cell<u64>,
    since: Cell<u64>,
    /// The line on which the item begins; 0 until it does.
    start: Cell<u64>,
}

/// Counts lines, and the bytes since the last item began: one item may not be endless.
struct Counted {
    inner: Opened,
    place: Rc<Place>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        let within = buffer[..n].iter().position(|b| *b == b'{').filter(|_| self.place.start.get() == 0);
        if let Some(at) = within {
            let lines = buffer[..at].iter().filter(|b| **b == b'\n').count() as u64;
            self.place.start.set(self.place.line.get() + lines);
        }
        let lines = buffer[..n].iter().filter(|b| **b == b'\n').count() as u64;
        self.place.line.set(self.place.line.get() + lines);
        self.place.since.set(self.place.since.get() + n as u64);
        if self.place.since.get() > limits::TOKEN {
            let reason = format!("one event or object is larger than {} MiB", limits::TOKEN >> 20);
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        Ok(n)
    }
}

/// The outermost object of the document.
struct Top<'t, 'i, E> {
    want: Want,
    on_item: OnItem<'i, E>,
    end: &'t mut Option<Result<(), E>>,
    seen: &'t mut bool,
    place: &'t Place,
    state: &'t State,
}

impl<'de, E> DeserializeSeed<'de> for Top<'_, '_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, E> Visitor<'de> for Top<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with events and objects")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.place.since.set(0);
            if key == "events" || key == "objects" {
                let wanted = key == self.want.name();
                *self.seen |= wanted;
                map.next_value_seed(Array { top: &mut self, wanted })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The array of events or of objects.
struct Array<'a, 't, 'i, E> {
    top: &'a mut Top<'t, 'i, E>,
    wanted: bool,
}

impl<'de, E> DeserializeSeed<'de> for Array<'_, '_, '_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, E> Visitor<'de> for Array<'_, '_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let top = self.top;
        loop {
            top.place.since.set(0);
            top.place.start.set(0);
            let item = match (self.wanted, top.want) {
                (false, _) if seq.next_element::<IgnoredAny>()?.is_some() => continue,
                (false, _) => None,
                (true, Want::Events) => seq.next_element()?.map(Item::Event),
                (true, Want::Objects) => seq.next_element()?.map(Item::Object),
            };
            let Some(item) = item else { return Ok(()) };
            match (top.on_item)(item, top.place.start.get(), top.state.done()) {
                Ok(true) => {}
                other => {
                    *top.end = Some(other.map(|_| ()));
                    return Err(A::Error::custom("ended"));
                }
            }
        }
    }
}
