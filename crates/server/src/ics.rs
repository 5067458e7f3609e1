//! Meetings and tasks as iCalendar (RFC 5545). Moments are in UTC, so that every calendar shows them in its own zone.

use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::{Span, civil::Date, tz::TimeZone};
use model::{
    Deal, Timestamp,
    meeting::{Meeting, MeetingState},
};

/// Media type of a calendar.
pub const MEDIA: &str = "text/calendar; charset=utf-8";

/// A meeting. Its id stays the same, its sequence counts its changes.
pub fn meeting(meeting: &Meeting, deal: &Deal) -> Event {
    let plan = &meeting.plan;
    let account = deal.account.as_deref().filter(|account| !account.trim().is_empty());
    let people = |title: &str, names: &[String]| (!names.is_empty()).then(|| format!("{title}: {}", names.join(", ")));
    let lines = [
        Some(account.map_or_else(|| deal.name.clone(), |account| format!("{account}: {}", deal.name))),
        people("Of us", &plan.ours),
        people("Of them", &plan.theirs),
        Some(meeting.note.clone()).filter(|note| !note.is_empty()),
    ];
    let mut event = begun(&format!("{}@meeting.stagecraft", meeting.id), &plan.title, meeting.changed);
    event.description(&plain(&lines.into_iter().flatten().collect::<Vec<_>>().join("\n")));
    event.append_property(("DTSTART", moment(plan.start).as_str()));
    event.append_property(("DTEND", moment(plan.end()).as_str()));
    event.sequence(meeting.sequence);
    let status = if meeting.state == MeetingState::Cancelled { "CANCELLED" } else { "CONFIRMED" };
    event.append_property(("STATUS", status));
    if !plan.place.trim().is_empty() {
        event.location(&plain(&plan.place));
    }
    event.done()
}

/// Something that is due on a day: it takes the day, and leaves whoever it is for free.
pub fn due(uid: &str, what: &str, about: &str, day: Date, changed: Timestamp) -> Event {
    let mut event = begun(uid, what, changed);
    event.description(&plain(about));
    let after = day.checked_add(Span::new().days(1)).unwrap_or(day);
    for (name, day) in [("DTSTART", day), ("DTEND", after)] {
        let day = day.strftime("%Y%m%d").to_string();
        event.append_property(Property::new(name, day).add_parameter("VALUE", "DATE").done());
    }
    event.append_property(("TRANSP", "TRANSPARENT"));
    event.done()
}

fn begun(uid: &str, title: &str, changed: Timestamp) -> Event {
    let mut event = Event::with_uid(&plain(uid));
    event.append_property(("DTSTAMP", moment(changed).as_str()));
    event.summary(&plain(title));
    event
}

/// The file. `name` is what a calendar that follows it calls it.
pub fn calendar(name: &str, events: Vec<Event>) -> String {
    let mut calendar = Calendar::empty();
    let product = ("PRODID", "-//Stagecraft//Stagecraft//EN");
    for property in [("VERSION", "2.0"), product, ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(property);
    }
    calendar.name(&plain(name));
    calendar.extend(events);
    calendar.to_string()
}

fn moment(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text without letters that a file of lines must not have.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use calcard::{Entry, Parser};
    use model::{ids::DealId, meeting::Plan};
    use rstest::rstest;

    use super::*;

    fn a_meeting(title: &str, state: MeetingState, sequence: u32) -> Meeting {
        let plan = Plan {
            title: title.into(),
            start: "2026-03-29T00:30:00Z".parse().unwrap(),
            minutes: 60,
            place: title.into(),
            tag: "demo".into(),
            ours: vec!["Ann".into()],
            theirs: vec![title.into()],
        };
        Meeting {
            id: "m1".into(),
            plan,
            state,
            sequence,
            by: None,
            changed: "2026-03-02T09:00:00Z".parse().unwrap(),
            attended: Vec::new(),
            spent: Vec::new(),
            minutes_spent: 0,
            note: String::new(),
        }
    }

    /// The properties of the only event of a file, read by another program's code.
    fn read(text: &str) -> Vec<(String, String)> {
        let Entry::ICalendar(calendar) = Parser::new(text).entry() else { return Vec::new() };
        let event = calendar.components.iter().find(|c| c.component_type.as_str() == "VEVENT").unwrap();
        let value = |values: &[calcard::icalendar::ICalendarValue]| {
            values.first().map(|v| v.as_text().map_or_else(|| format!("{v:?}"), str::to_owned)).unwrap_or_default()
        };
        event.entries.iter().map(|entry| (entry.name.as_str().to_owned(), value(&entry.values))).collect()
    }

    fn of<'a>(all: &'a [(String, String)], name: &str) -> &'a str {
        all.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    #[rstest]
    #[case::plain("Show the mill")]
    #[case::signs("a, b; c: d \\ e \"f\" \\n")]
    #[case::lines("first\nsecond")]
    #[case::forged("x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:forged")]
    #[case::long("ü".repeat(300))]
    #[case::emoji("👩‍👩‍👧‍👦 שלום")]
    fn words_come_back_as_they_were(#[case] words: impl AsRef<str>) {
        let words = words.as_ref();
        let deal = Deal::new(DealId::of_key("1"), "1");
        let text = calendar("Ann", vec![meeting(&a_meeting(words, MeetingState::Planned, 0), &deal)]);
        assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 1);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        let found = read(&text);
        assert_eq!((of(&found, "SUMMARY"), of(&found, "LOCATION")), (words, words));
        assert_eq!(of(&found, "DESCRIPTION"), format!("1\nOf us: Ann\nOf them: {words}"));
    }

    #[rstest]
    #[case(MeetingState::Planned, 0, "CONFIRMED")]
    #[case(MeetingState::Planned, 3, "CONFIRMED")]
    #[case(MeetingState::Cancelled, 4, "CANCELLED")]
    fn changes_are_counted(#[case] state: MeetingState, #[case] sequence: u32, #[case] status: &str) {
        let deal = Deal::new(DealId::of_key("1"), "1");
        let text = calendar("Ann", vec![meeting(&a_meeting("Show", state, sequence), &deal)]);
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        assert_eq!(line("UID:").as_deref(), Some("m1@meeting.stagecraft"));
        assert_eq!(line("SEQUENCE:"), Some(sequence.to_string()));
        assert_eq!(line("STATUS:").as_deref(), Some(status));
        // The night in which clocks go forward in Berlin: an hour is an hour.
        assert_eq!(
            (line("DTSTART:").as_deref(), line("DTEND:").as_deref()),
            (Some("20260329T003000Z"), Some("20260329T013000Z"))
        );
        assert_eq!(line("DTSTAMP:").as_deref(), Some("20260302T090000Z"));
    }

    #[test]
    fn a_day_is_a_day() {
        let day = jiff::civil::date(2026, 12, 31);
        let text = calendar("Ann", vec![due("t", "Call them", "Mill", day, Timestamp::UNIX_EPOCH)]);
        assert!(
            text.contains("DTSTART;VALUE=DATE:20261231\r\n") && text.contains("DTEND;VALUE=DATE:20270101\r\n"),
            "{text}"
        );
        assert!(text.contains("TRANSP:TRANSPARENT\r\n"));
    }
}
