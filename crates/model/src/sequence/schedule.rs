//! When the next step of somebody in a sequence is due, and what ends it.

use jiff::{Timestamp, tz::TimeZone};
use serde::Serialize;
use utoipa::ToSchema;

use super::{EndReason, Enrolment, Sequence, Step};
use crate::{
    calendar::WorkCalendar,
    consent::{self, Consent},
    event::{Event, Side, kind},
};

/// The step that comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NextStep {
    /// Its number, from 1.
    pub number: usize,
    /// What is done.
    pub step: Step,
    /// When it is due: never on a free day.
    #[schema(value_type = String, format = "date-time")]
    pub due: Timestamp,
}

/// The step that comes next; `None` where all are done, it has ended, or nobody ever works. A step is due so many working
/// days after the one before it was taken; the first, after the beginning.
pub fn next(enrolment: &Enrolment, sequence: &Sequence, calendar: &WorkCalendar, zone: &TimeZone) -> Option<NextStep> {
    if enrolment.ended.is_some() {
        return None;
    }
    let taken = enrolment.steps.iter().map(|taken| taken.step).max().unwrap_or(0);
    let step = sequence.steps.get(taken)?;
    let since = enrolment.steps.iter().map(|taken| taken.at).max().unwrap_or(enrolment.begun);
    let due = calendar.due(since, f64::from(step.wait_days), zone).ok()?.timestamp();
    Some(NextStep { number: taken + 1, step: step.clone(), due })
}

/// What ended it early, by the events of the deal since it began, in order of time: the first that did. An answer of a
/// machine is no answer, and what somebody else on the deal wrote ends it too: they are one company.
pub fn stopped(enrolment: &Enrolment, sequence: &Sequence, events: &[Event]) -> Option<EndReason> {
    if enrolment.ended.is_some() {
        return None;
    }
    let begun = events.iter().position(|e| is_beginning(e, enrolment))?;
    let (before, since) = events.split_at(begun + 1);
    if consent::forbids(consent::standing(before, &enrolment.contact), false).is_some() {
        return Some(EndReason::Unsubscribed);
    }
    since.iter().find_map(|event| ends(event, enrolment, sequence))
}

fn is_beginning(event: &Event, enrolment: &Enrolment) -> bool {
    event.kind == kind::SEQUENCE_BEGUN && event.attributes.get(super::told::ENROLMENT) == Some(&enrolment.id)
}

fn ends(event: &Event, enrolment: &Enrolment, sequence: &Sequence) -> Option<EndReason> {
    let stop = sequence.stop;
    match event.kind.as_str() {
        kind::WON | kind::LOST => Some(EndReason::Closed),
        kind::STAGE | kind::STAGE_LEFT if stop.stage => Some(EndReason::Stage),
        kind::EMAIL_RECEIVED if stop.reply && event.side == Side::Prospect => Some(EndReason::Reply),
        kind::CONSENT_WITHDRAWN | kind::CONTACT_BLOCKED => {
            let word = consent::standing(std::slice::from_ref(event), &enrolment.contact).word;
            matches!(word, Consent::Withdrawn | Consent::Blocked).then_some(EndReason::Unsubscribed)
        }
        kind::EMAIL_BOUNCED => {
            let contact = event.attributes.get(consent::CONTACT).map(|c| c.trim().to_lowercase());
            (contact.as_deref() == Some(enrolment.contact.as_str())).then_some(EndReason::Bounced)
        }
        "meeting.declined" | "meeting.cancelled" => None,
        kind if stop.meeting && kind.starts_with("meeting.") => Some(EndReason::Meeting),
        _ => None,
    }
}

/// First and last hour at which a mail goes by itself.
const OFFICE: std::ops::Range<i8> = 8..18;

/// The moment within office hours of a working day, where the team is, at or after another: nobody gets a mail at midnight
/// that looks as if a person had written it.
pub fn in_office(at: Timestamp, calendar: &WorkCalendar, zone: &TimeZone) -> Timestamp {
    let local = at.to_zoned_datetime(zone.clone()).datetime();
    let day = if local.hour() >= OFFICE.end { local.date().tomorrow() } else { Ok(local.date()) };
    let opens = day.ok().and_then(|day| calendar.working_day_from(day).ok()).map(|day| day.at(OFFICE.start, 0, 0, 0));
    let opens = opens.filter(|opens| *opens > local).and_then(|opens| zone.to_timestamp(opens).ok());
    opens.unwrap_or(at)
}
