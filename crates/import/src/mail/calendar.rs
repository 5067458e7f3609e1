//! Calendar files, event by event, with bounded memory.

use std::{collections::BTreeMap, io::BufRead};

use super::mbox::read_line;

/// Most bytes of one event that are kept; attachments within it are beyond.
const MOST_EVENT: usize = 1 << 18;
/// Most bytes of time zones.
const MOST_ZONES: usize = 1 << 20;
/// Most bytes of recurring events, which are kept until the end: a moved occurrence may come much later.
const MOST_KEPT: usize = 64 << 20;

/// Events that share an id.
#[derive(Debug, Default)]
pub struct Group {
    /// The line of the first of them.
    pub line: u64,
    /// `BEGIN:VEVENT` to `END:VEVENT`, one after the other.
    pub events: String,
}

/// What stands around the events of a calendar.
#[derive(Debug, Default)]
pub struct Around {
    /// `VTIMEZONE` components by their id.
    zones: BTreeMap<String, String>,
    zone_bytes: usize,
    /// The calendar's own time zone, if it names one.
    pub zone: Option<String>,
    /// `METHOD`, upper case.
    pub method: String,
}

impl Around {
    /// A whole calendar with these events.
    pub fn calendar(&self, events: &str) -> String {
        let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (id, zone) in &self.zones {
            if events.contains(id.as_str()) {
                text.push_str(zone);
            }
        }
        text.push_str(events);
        text.push_str("END:VCALENDAR\r\n");
        text
    }
}

/// How a component is called that is being read.
#[derive(PartialEq, Eq)]
enum Within {
    Nothing,
    Event,
    Zone,
}

/// Reads a calendar; gives each group of events to `each`, until it says false. True if the file had a calendar at all.
///
/// # Errors
/// If reading fails, and whatever `each` returns.
pub fn groups<E: From<std::io::Error>>(
    mut from: impl BufRead,
    each: &mut dyn FnMut(&Around, &Group) -> Result<bool, E>,
) -> Result<bool, E> {
    let mut around = Around::default();
    let mut series: BTreeMap<String, Group> = BTreeMap::new();
    let (mut kept, mut number, mut seen) = (0, 0, false);
    let (mut within, mut text, mut begun, mut lines) = (Within::Nothing, String::new(), 0, Vec::new());
    loop {
        lines.clear();
        if read_line(&mut from, &mut lines)? == 0 {
            break;
        }
        number += 1;
        let line = String::from_utf8_lossy(&lines);
        let line = line.trim_end().trim_start_matches('\u{feff}');
        let upper = line.get(..line.floor_char_boundary(32)).unwrap_or("").to_ascii_uppercase();
        match (&within, upper.as_str()) {
            (_, "BEGIN:VCALENDAR") => seen = true,
            (Within::Nothing, "BEGIN:VEVENT" | "BEGIN:VTIMEZONE") => {
                within = if upper == "BEGIN:VEVENT" { Within::Event } else { Within::Zone };
                begun = number;
                text.clear();
                push(&mut text, line);
            }
            (Within::Event, "END:VEVENT") => {
                within = Within::Nothing;
                text.push_str("END:VEVENT\r\n");
                let group = Group { line: begun, events: std::mem::take(&mut text) };
                match series_of(&group.events).filter(|_| kept < MOST_KEPT) {
                    Some(id) => {
                        kept += group.events.len();
                        let known = series.entry(id).or_insert_with(|| Group { line: begun, events: String::new() });
                        known.events.push_str(&group.events);
                    }
                    None if !each(&around, &group)? => return Ok(seen),
                    None => {}
                }
            }
            (Within::Zone, "END:VTIMEZONE") => {
                within = Within::Nothing;
                text.push_str("END:VTIMEZONE\r\n");
                around.add_zone(std::mem::take(&mut text));
            }
            (Within::Nothing, _) => around.property(line),
            _ => push(&mut text, line),
        }
    }
    for group in series.values() {
        if !each(&around, group)? {
            break;
        }
    }
    Ok(seen)
}

impl Around {
    fn add_zone(&mut self, text: String) {
        if let Some(id) = value(&text, "TZID").filter(|_| self.zone_bytes + text.len() <= MOST_ZONES) {
            self.zone_bytes += text.len();
            self.zones.insert(id.to_owned(), text);
        }
    }

    fn property(&mut self, line: &str) {
        if let Some(zone) = value(line, "X-WR-TIMEZONE") {
            self.zone = Some(zone.to_owned());
        } else if let Some(method) = value(line, "METHOD") {
            self.method = method.to_ascii_uppercase();
        }
    }
}

fn push(text: &mut String, line: &str) {
    if text.len() + line.len() <= MOST_EVENT {
        text.push_str(line);
        text.push_str("\r\n");
    }
}

/// The value of a property, as it stands.
fn value<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.lines().find_map(|line| {
        let head = line.get(..name.len()).filter(|head| head.eq_ignore_ascii_case(name))?;
        let rest = &line[head.len()..];
        if !rest.starts_with([':', ';']) {
            return None;
        }
        rest.split_once(':').map(|(_, value)| value.trim())
    })
}

/// The id under which an event that recurs, or is one of a recurring one, is gathered.
fn series_of(event: &str) -> Option<String> {
    let recurs = ["RRULE", "RDATE", "RECURRENCE-ID"].iter().any(|name| value(event, name).is_some());
    recurs.then(|| value(event, "UID").unwrap_or("").to_owned()).filter(|id| !id.is_empty())
}
