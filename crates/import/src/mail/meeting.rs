//! What an event of a calendar says: who meets whom, when, and who has agreed to come.

use std::str::FromStr as _;

use calcard::{
    Entry, Parser,
    common::timezone::Tz,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarParameterName,
        ICalendarParameterValue, ICalendarParticipationStatus as Status, ICalendarProperty as Property,
        ICalendarStatus, ICalendarUserTypes, ICalendarValue, dates::TimeOrDelta,
    },
};
use jiff::Timestamp;

use super::{address::address, message::Person};

/// What a guest said to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The calendar does not keep answers.
    Unsaid,
    /// None yet, or perhaps.
    Open,
    /// They come.
    Accepted,
    /// They do not.
    Declined,
}

/// Somebody invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Who.
    pub person: Person,
    /// What they said.
    pub reply: Reply,
}

/// A meeting: of a recurring one, one occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// What this occurrence is known by in every calendar.
    pub key: String,
    /// What the invitation is known by: the same for all occurrences.
    pub series: String,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// It has days, no times.
    pub all_day: bool,
    /// Its title; may be empty.
    pub title: String,
    /// Who invited.
    pub organiser: Option<Person>,
    /// Who was invited, rooms left out.
    pub guests: Vec<Guest>,
    /// It was called off.
    pub cancelled: bool,
    /// When it was entered.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
}

/// An answer to an invitation, as mail brings it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// [`Meeting::series`].
    pub series: String,
    /// The moment of the occurrence that is meant, if not all.
    pub occurrence: Option<i64>,
    /// Who answers.
    pub person: Person,
    /// What.
    pub reply: Reply,
    /// The meeting's title.
    pub title: String,
}

/// What events that share an id come to.
#[derive(Debug, Default)]
pub struct Expanded {
    /// The meetings in the window, by time.
    pub meetings: Vec<Meeting>,
    /// What cannot be read, in sentences.
    pub faults: Vec<&'static str>,
    /// It recurs so often that it was cut.
    pub cut: bool,
}

/// Most occurrences of one recurring event: every working day for thirty years.
const MOST_OCCURRENCES: usize = 8_000;
/// Most guests of one meeting that are looked at.
const MOST_GUESTS: usize = 500;
/// Longest title that is kept, in bytes.
const LONGEST: usize = 300;

fn utc() -> Tz {
    Tz::from_str("UTC").unwrap_or_default()
}

fn parse(text: &str) -> Option<ICalendar> {
    match Parser::new(text).entry() {
        Entry::ICalendar(calendar) => Some(calendar),
        _ => None,
    }
}

/// The meetings of a calendar with one event, or one recurring event and its moved occurrences, that begin from
/// `from` to `to`. Times without a zone are of `zone`.
pub fn meetings(text: &str, zone: &str, from: Timestamp, to: Timestamp) -> Expanded {
    let mut out = Expanded::default();
    let Some(mut calendar) = parse(text) else {
        out.faults.push("the event is not closed or is no iCalendar");
        return out;
    };
    // an occurrence that was moved has its own SEQUENCE, but replaces that of the series all the same
    for component in &mut calendar.components {
        component.entries.retain(|e| e.name != Property::Sequence);
    }
    let zone = Tz::from_str(zone).unwrap_or_else(|()| utc());
    let resolver = calendar.build_tz_resolver().with_default(zone);
    let expanded = calendar.expand_dates(zone, MOST_OCCURRENCES);
    // without end is no fault as long as what is cut off is beyond the window
    let last = expanded.events.iter().map(|e| e.start.timestamp()).max();
    out.cut = expanded.events.len() >= MOST_OCCURRENCES && last.is_some_and(|last| last < to.as_second());
    out.faults.extend(expanded.errors.iter().map(|_| "the event has no start, or a rule of recurrence that cannot be"));
    let recurs =
        calendar.components.iter().any(|c| c.has_property(&Property::Rrule) || c.has_property(&Property::Rdate));
    for event in &expanded.events {
        let Some(component) = calendar.components.get(event.comp_id as usize) else { continue };
        if component.component_type != ICalendarComponentType::VEvent {
            continue;
        }
        let seconds = event.start.timestamp();
        let Ok(start) = Timestamp::from_second(seconds) else { continue };
        if start < from || start > to {
            continue;
        }
        let ends = [Property::Dtend, Property::Duration].iter().any(|p| component.has_property(p));
        let all_day = date(component, &Property::Dtstart).is_some_and(|(when, _)| !when.has_time());
        let length = match &event.end {
            _ if !ends && !all_day => 0,
            TimeOrDelta::Time(end) => end.timestamp() - seconds,
            TimeOrDelta::Delta(delta) => delta.num_seconds(),
        };
        let end = Timestamp::from_second(seconds.saturating_add(length.max(0))).unwrap_or(start);
        let moved = date(component, &Property::RecurrenceId).and_then(|(when, id)| {
            Some(when.to_date_time()?.to_date_time_with_tz(resolver.resolve_or_default(id))?.timestamp())
        });
        let series = series(component);
        let key = match moved.or(recurs.then_some(seconds)) {
            Some(occurrence) => format!("{series}/{occurrence}"),
            None => series.clone(),
        };
        out.meetings.push(Meeting {
            key,
            series,
            start,
            end,
            all_day,
            title: title(component),
            organiser: component.property(&Property::Organizer).and_then(person),
            guests: guests(component),
            cancelled: component.status() == Some(&ICalendarStatus::Cancelled),
            created: stamp(component, &Property::Created),
            changed: stamp(component, &Property::LastModified).or_else(|| stamp(component, &Property::Dtstamp)),
        });
    }
    out.meetings.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
    out
}

/// The answers in a calendar that is one (`METHOD:REPLY`); none in any other.
pub fn answers(text: &str) -> Vec<Answer> {
    let Some(calendar) = parse(text) else { return Vec::new() };
    let is_reply = calendar.components.iter().any(|c| {
        let method = c.property(&Property::Method).and_then(|m| m.values.first());
        matches!(method, Some(ICalendarValue::Method(ICalendarMethod::Reply)))
    });
    let events = calendar.components.iter().filter(|c| is_reply && c.component_type == ICalendarComponentType::VEvent);
    let resolver = calendar.build_tz_resolver().with_default(utc());
    let mut all = Vec::new();
    for event in events {
        let occurrence = date(event, &Property::RecurrenceId).and_then(|(when, id)| {
            Some(when.to_date_time()?.to_date_time_with_tz(resolver.resolve_or_default(id))?.timestamp())
        });
        for guest in guests(event) {
            let (series, title) = (series(event), title(event));
            all.push(Answer { series, occurrence, person: guest.person, reply: guest.reply, title });
        }
    }
    all
}

/// The id of an event; of one without, what it says.
fn series(component: &ICalendarComponent) -> String {
    match component.uid().map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) => shortened(id),
        None => {
            let start = date(component, &Property::Dtstart).and_then(|(when, _)| when.to_timestamp());
            format!("{:016x}", crate::profile::hash(&format!("{start:?}\n{}", title(component))))
        }
    }
}

fn shortened(text: &str) -> String {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text).to_owned()
}

fn title(component: &ICalendarComponent) -> String {
    let text = component.property(&Property::Summary).and_then(|e| e.values.first()).and_then(ICalendarValue::as_text);
    shortened(text.unwrap_or("").trim())
}

/// A date with the id of its time zone.
fn date<'c>(
    component: &'c ICalendarComponent,
    property: &Property,
) -> Option<(&'c calcard::common::PartialDateTime, Option<&'c str>)> {
    let entry = component.property(property)?;
    Some((entry.values.first()?.as_partial_date_time()?, entry.tz_id()))
}

fn stamp(component: &ICalendarComponent, property: &Property) -> Option<Timestamp> {
    date(component, property).and_then(|(when, _)| when.to_timestamp()).and_then(|at| Timestamp::from_second(at).ok())
}

fn guests(component: &ICalendarComponent) -> Vec<Guest> {
    let mut all: Vec<Guest> = Vec::new();
    for entry in component.properties(&Property::Attendee).take(MOST_GUESTS) {
        let Some(person) = person(entry).filter(|_| !is_room(entry)) else { continue };
        if all.iter().all(|known| known.person.address != person.address) {
            all.push(Guest { person, reply: reply(entry) });
        }
    }
    all
}

fn person(entry: &ICalendarEntry) -> Option<Person> {
    let text = |name| entry.parameter(&name).and_then(ICalendarParameterValue::as_text);
    let found = entry.calendar_address().and_then(address).or_else(|| address(text(ICalendarParameterName::Email)?))?;
    let name = text(ICalendarParameterName::Cn).unwrap_or("").trim().trim_matches(['"', '\'']);
    let name = if name.contains('@') { "" } else { name };
    Some(Person { address: found, name: shortened(name) })
}

fn is_room(entry: &ICalendarEntry) -> bool {
    let kind = entry.parameter(&ICalendarParameterName::Cutype);
    let room =
        matches!(kind, Some(ICalendarParameterValue::Cutype(ICalendarUserTypes::Room | ICalendarUserTypes::Resource)));
    room || entry.calendar_address().is_some_and(|a| a.ends_with("resource.calendar.google.com"))
}

fn reply(entry: &ICalendarEntry) -> Reply {
    match entry.parameter(&ICalendarParameterName::Partstat) {
        None => Reply::Unsaid,
        Some(ICalendarParameterValue::Partstat(Status::Accepted | Status::Completed)) => Reply::Accepted,
        Some(ICalendarParameterValue::Partstat(Status::Declined)) => Reply::Declined,
        Some(_) => Reply::Open,
    }
}
