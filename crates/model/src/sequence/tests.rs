#![allow(clippy::unwrap_used)]

use jiff::{Timestamp, tz::TimeZone};
use rstest::rstest;

use super::*;
use crate::{
    calendar::WorkCalendar,
    event::{Event, Side},
    ids::{DealId, EventId},
};

/// `"2026-03-06T15:00 prospect email.received from=ann@acme.com"`.
fn event(line: &str) -> Event {
    let mut words = line.split(' ');
    let at: Timestamp = format!("{}:00Z", words.next().unwrap()).parse().unwrap();
    let side = match words.next().unwrap() {
        "prospect" => Side::Prospect,
        "system" => Side::System,
        _ => Side::Rep,
    };
    let kind = words.next().unwrap().to_owned();
    let attributes = words.map(|w| w.split_once('=').unwrap()).map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    Event {
        id: EventId::of_key(line),
        deal: DealId::of_key("1"),
        at,
        undated: false,
        activity: kind.clone(),
        kind,
        stage: None,
        side,
        actor: None,
        attributes,
        import: None,
    }
}

/// Begun on a Friday.
const BEGUN: &str =
    "2026-03-06T15:00 rep sequence.begun enrolment=e sequence=s sequence_version=1 contact=ann@acme.com";

fn events(more: &[&str]) -> Vec<Event> {
    [&[BEGUN], more].concat().iter().map(|line| event(line)).collect()
}

fn step(channel: Channel, wait_days: u16) -> Step {
    Step { channel, wait_days, subject: "Hello".into(), body: "Hello {{first_name}}".into(), automatic: false }
}

fn sequence() -> Sequence {
    let steps = vec![step(Channel::Email, 0), step(Channel::Call, 2), step(Channel::Email, 5)];
    Sequence { name: "First".into(), process: String::new(), steps, stop: StopRules::default() }
}

#[rstest]
#[case("at once", &[], Some((1, "2026-03-06T15:00:00Z")))]
#[case("two working days after a Friday", &["2026-03-06T16:00 rep sequence.step enrolment=e step=1 outcome=sent"], Some((2, "2026-03-10T16:00:00Z")))]
#[case("a step done late moves those after it", &[
    "2026-03-06T16:00 rep sequence.step enrolment=e step=1 outcome=sent",
    "2026-03-12T09:00 rep sequence.step enrolment=e step=2 outcome=done",
], Some((3, "2026-03-19T09:00:00Z")))]
#[case("done on a Saturday counts from Monday on", &["2026-03-07T09:00 rep sequence.step enrolment=e step=1 outcome=sent"], Some((2, "2026-03-11T00:00:00Z")))]
#[case("a step taken twice is taken once", &[
    "2026-03-06T16:00 rep sequence.step enrolment=e step=1 outcome=sent",
    "2026-03-09T16:00 rep sequence.step enrolment=e step=1 outcome=sent",
], Some((2, "2026-03-10T16:00:00Z")))]
#[case("of another enrolment", &["2026-03-06T16:00 rep sequence.step enrolment=x step=1 outcome=sent"], Some((1, "2026-03-06T15:00:00Z")))]
#[case("all done", &[
    "2026-03-06T16:00 rep sequence.step enrolment=e step=1 outcome=sent",
    "2026-03-10T16:00 rep sequence.step enrolment=e step=2 outcome=skipped",
    "2026-03-17T16:00 rep sequence.step enrolment=e step=3 outcome=sent",
], None)]
#[case("ended", &["2026-03-06T16:00 rep sequence.ended enrolment=e reason=by-hand"], None)]
fn what_comes_next(#[case] _says: &str, #[case] more: &[&str], #[case] expected: Option<(usize, &str)>) {
    let enrolment = enrolments(&events(more)).remove(0);
    let found = next(&enrolment, &sequence(), &WorkCalendar::default(), &TimeZone::UTC);
    let found = found.map(|next| (next.number, next.due.to_string()));
    assert_eq!(found, expected.map(|(number, due)| (number, due.to_owned())));
}

#[rstest]
#[case("nothing happened", &[], None)]
#[case("they answered", &["2026-03-09T10:00 prospect email.received from=ann@acme.com"], Some(EndReason::Reply))]
#[case("a colleague of theirs answered", &["2026-03-09T10:00 prospect email.received from=bob@acme.com"], Some(EndReason::Reply))]
#[case("out of office", &["2026-03-09T10:00 system email.automatic from=ann@acme.com"], None)]
#[case("we wrote", &["2026-03-09T10:00 rep email.sent to=ann@acme.com"], None)]
#[case("a meeting was accepted", &["2026-03-09T10:00 prospect meeting.accepted"], Some(EndReason::Meeting))]
#[case("a meeting was declined", &["2026-03-09T10:00 prospect meeting.declined"], None)]
#[case("the deal moved", &["2026-03-09T10:00 rep stage.entered"], Some(EndReason::Stage))]
#[case("lost", &["2026-03-09T10:00 rep deal.lost"], Some(EndReason::Closed))]
#[case("unsubscribed", &["2026-03-09T10:00 prospect consent.withdrawn contact=Ann@acme.com"], Some(EndReason::Unsubscribed))]
#[case("somebody else did", &["2026-03-09T10:00 prospect consent.withdrawn contact=bob@acme.com"], None)]
#[case("it came back", &["2026-03-09T10:00 system email.bounced contact=ann@acme.com"], Some(EndReason::Bounced))]
#[case("the first that did", &["2026-03-09T10:00 prospect email.received", "2026-03-10T10:00 rep stage.entered"], Some(EndReason::Reply))]
#[case("ended already", &["2026-03-09T10:00 rep sequence.ended enrolment=e reason=by-hand", "2026-03-09T11:00 prospect email.received"], None)]
fn what_ends_it(#[case] _says: &str, #[case] more: &[&str], #[case] expected: Option<EndReason>) {
    let events = events(more);
    assert_eq!(stopped(&enrolments(&events)[0], &sequence(), &events), expected);
}

#[rstest]
#[case("a Friday at work", "2026-03-06T15:00", "2026-03-06T15:00")]
#[case("a Wednesday before work", "2026-03-11T00:00", "2026-03-11T08:00")]
#[case("a Wednesday after work", "2026-03-11T18:00", "2026-03-12T08:00")]
#[case("a Friday after work", "2026-03-06T23:30", "2026-03-09T08:00")]
#[case("a Sunday", "2026-03-08T12:00", "2026-03-09T08:00")]
fn mails_go_at_office_hours(#[case] _says: &str, #[case] at: &str, #[case] expected: &str) {
    let moment = |text: &str| format!("{text}:00Z").parse::<Timestamp>().unwrap();
    let found = in_office(moment(at), &WorkCalendar::default(), &TimeZone::UTC);
    assert_eq!(found, moment(expected));
}

#[test]
fn rules_that_are_off_end_nothing_but_a_closed_deal_does() {
    let off = Sequence { stop: StopRules { reply: false, meeting: false, stage: false }, ..sequence() };
    for line in ["prospect email.received", "prospect meeting.attended", "rep stage.entered"] {
        let events = events(&[&format!("2026-03-09T10:00 {line}")]);
        assert_eq!(stopped(&enrolments(&events)[0], &off, &events), None, "{line}");
    }
    let events = events(&["2026-03-09T10:00 rep deal.won"]);
    assert_eq!(stopped(&enrolments(&events)[0], &off, &events), Some(EndReason::Closed));
}

#[test]
fn what_was_said_before_it_began_counts_for_consent_alone() {
    let before = ["2026-03-05T10:00 prospect email.received", "2026-03-05T11:00 rep stage.entered"];
    let lines: Vec<Event> = before.iter().chain(&[BEGUN]).map(|line| event(line)).collect();
    assert_eq!(stopped(&enrolments(&lines)[0], &sequence(), &lines), None);
    let no = event("2026-03-05T10:00 prospect consent.withdrawn contact=ann@acme.com");
    let lines = [vec![no], lines].concat();
    assert_eq!(stopped(&enrolments(&lines)[0], &sequence(), &lines), Some(EndReason::Unsubscribed));
}

#[test]
fn figures_count_for_the_last_step_that_reached_them() {
    let one = |more: &[&str]| enrolments(&events(more)).remove(0);
    let sent = "2026-03-06T16:00 rep sequence.step enrolment=e step=1 outcome=sent";
    let called = "2026-03-10T16:00 rep sequence.step enrolment=e step=2 outcome=done";
    let skipped = "2026-03-10T16:00 rep sequence.step enrolment=e step=2 outcome=skipped";
    let ended = |why: &str| format!("2026-03-11T16:00 rep sequence.ended enrolment=e reason={why}");
    let all = [
        one(&[sent]),
        one(&[sent, &ended("reply")]),
        one(&[sent, called, &ended("meeting")]),
        one(&[sent, skipped, &ended("reply")]),
        one(&[&ended("unsubscribed")]),
    ];
    let found = figures(&sequence(), &all);
    let head = (found.enrolled, found.running, found.replied, found.meetings, found.unsubscribed);
    assert_eq!(head, (5, 1, 2, 1, 1));
    let steps: Vec<_> = found.steps.iter().map(|s| (s.step, s.done, s.skipped, s.replied, s.meetings)).collect();
    assert_eq!(steps, [(1, 4, 0, 2, 0), (2, 1, 1, 0, 1), (3, 0, 0, 0, 0)]);
}

#[rstest]
#[case(Sequence { steps: Vec::new(), ..sequence() }, "steps")]
#[case(Sequence { steps: vec![step(Channel::Email, 0); 21], ..sequence() }, "steps")]
#[case(Sequence { steps: vec![Step { body: " ".into(), ..step(Channel::Email, 0) }], ..sequence() }, "steps.0.body")]
#[case(Sequence { steps: vec![Step { subject: "a\nBcc: x".into(), ..step(Channel::Email, 0) }], ..sequence() }, "steps.0.subject")]
#[case(Sequence { steps: vec![Step { automatic: true, ..step(Channel::Call, 0) }], ..sequence() }, "steps.0.automatic")]
#[case(Sequence { steps: vec![step(Channel::Call, 201)], ..sequence() }, "steps.0.wait_days")]
fn what_a_sequence_has_wrong(#[case] sequence: Sequence, #[case] field: &str) {
    let found: Vec<String> = problems(&sequence).into_iter().map(|(field, _)| field).collect();
    assert_eq!(found, [field]);
}
