//! When things are due, by hand and by rules that hold for every calendar.

#![allow(clippy::unwrap_used)]

use fastrand::Rng;
use jiff::{
    Timestamp, ToSpan, ZonedDateTime,
    civil::{Date, DateTime, date},
    tz::TimeZone,
};
use rstest::rstest;

use super::*;

/// Monday to Friday; Christmas every year, Easter Monday and a company day once.
fn team() -> WorkCalendar {
    let json = r#"{
        "week": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "holidays": [
            { "name": "Christmas", "on": "12-25" },
            { "name": "Boxing Day", "on": "12-26" },
            { "name": "Easter Monday", "on": "2026-04-06" },
            { "name": "Leap day", "on": "02-29" }
        ]
    }"#;
    serde_json::from_str(json).unwrap()
}

#[rstest]
#[case::the_next_day("2026-03-02T10:00:00", 1.0, "2026-03-03T10:00:00")]
#[case::at_once("2026-03-02T10:00:00", 0.0, "2026-03-02T10:00:00")]
#[case::over_a_weekend("2026-03-06T15:00:00", 1.0, "2026-03-09T15:00:00")]
#[case::two_weeks("2026-03-06T15:00:00", 10.0, "2026-03-20T15:00:00")]
#[case::came_up_on_saturday("2026-03-07T15:00:00", 1.0, "2026-03-10T00:00:00")]
#[case::came_up_on_sunday("2026-03-08T23:59:59", 0.0, "2026-03-09T00:00:00")]
#[case::half_a_day("2026-03-02T10:00:00", 0.5, "2026-03-02T22:00:00")]
#[case::half_a_day_over_a_weekend("2026-03-06T15:00:00", 0.5, "2026-03-09T03:00:00")]
#[case::over_good_friday_and_easter("2026-04-03T09:00:00", 1.0, "2026-04-07T09:00:00")]
#[case::over_christmas("2026-12-24T09:00:00", 1.0, "2026-12-28T09:00:00")]
#[case::christmas_of_another_year("2029-12-24T09:00:00", 1.0, "2029-12-27T09:00:00")]
#[case::a_leap_day("2028-02-28T09:00:00", 1.0, "2028-03-01T09:00:00")]
#[case::to_the_second("2026-03-02T10:00:00.75", 1.0, "2026-03-03T10:00:00")]
fn due_in_civil_time(#[case] entered: DateTime, #[case] days: f64, #[case] due: DateTime) {
    assert_eq!(team().after(entered, days), Ok(due));
}

#[rstest]
#[case::monday_there_sunday_here("2026-03-08T23:30:00Z", 1.0, "Asia/Tokyo", "2026-03-10T08:30:00+09:00[Asia/Tokyo]")]
#[case::clocks_go_forward("2026-03-27T14:00:00Z", 1.0, "Europe/Berlin", "2026-03-30T15:00:00+02:00[Europe/Berlin]")]
fn due_where_the_team_is(
    #[case] entered: Timestamp,
    #[case] days: f64,
    #[case] zone: &str,
    #[case] due: ZonedDateTime,
) {
    assert_eq!(team().due(entered, days, &TimeZone::get(zone).unwrap()), Ok(due));
}

#[rstest]
#[case::a_gap_is_left("America/New_York", "2026-03-07T07:30:00Z", "2026-03-08T03:30:00-04:00[America/New_York]")]
#[case::a_day_that_never_was("Pacific/Apia", "2011-12-29T20:00:00Z", "2011-12-31T10:00:00+14:00[Pacific/Apia]")]
fn clocks_of_a_team_that_never_rests(#[case] zone: &str, #[case] entered: Timestamp, #[case] due: ZonedDateTime) {
    let always = WorkCalendar { week: Weekday::ALL.to_vec(), holidays: Vec::new() };
    assert_eq!(always.due(entered, 1.0, &TimeZone::get(zone).unwrap()), Ok(due));
}

#[test]
fn the_day_after_one_that_never_was_can_be_free() {
    let samoa = TimeZone::get("Pacific/Apia").unwrap();
    let due = WorkCalendar::default().due("2011-12-29T20:00:00Z".parse().unwrap(), 1.0, &samoa).unwrap();
    assert_eq!(due.date(), date(2012, 1, 2));
}

#[rstest]
#[case("2026-03-02", "2026-03-02", 0)]
#[case("2026-03-02", "2026-03-03", 1)]
#[case("2026-03-06", "2026-03-09", 1)]
#[case("2026-03-07", "2026-03-09", 0)]
#[case("2026-03-07", "2026-03-10", 1)]
#[case("2026-12-21", "2026-12-28", 4)]
#[case("2026-12-28", "2026-12-21", -4)]
fn days_between(#[case] from: Date, #[case] to: Date, #[case] days: i64) {
    assert_eq!(team().working_days_between(from, to), days);
}

#[rstest]
#[case(-1.0)]
#[case(f64::NAN)]
#[case(f64::INFINITY)]
#[case(10_001.0)]
fn no_such_number_of_days(#[case] days: f64) {
    let error = team().after(date(2026, 3, 2).at(0, 0, 0, 0), days);
    assert!(matches!(error, Err(CalendarError::Days { .. })), "{error:?}");
}

#[test]
fn nobody_ever_works() {
    let never = WorkCalendar { week: Vec::new(), holidays: Vec::new() };
    let after = date(2026, 3, 2);
    assert_eq!(never.after(after.at(9, 0, 0, 0), 1.0), Err(CalendarError::NoWorkingDay { after }));
    assert_eq!(never.working_days_between(after, date(2027, 3, 2)), 0);
}

#[test]
fn time_ends() {
    let end = WorkCalendar { week: Weekday::ALL.to_vec(), holidays: Vec::new() };
    assert_eq!(end.after(Date::MAX.at(9, 0, 0, 0), 1.0), Err(CalendarError::TooFar));
}

#[rstest]
#[case("12-25", Some(HolidayDate::Yearly { month: 12, day: 25 }))]
#[case("02-29", Some(HolidayDate::Yearly { month: 2, day: 29 }))]
#[case("2026-04-06", Some(HolidayDate::Once(date(2026, 4, 6))))]
#[case("02-30", None)]
#[case("2026-02-29", None)]
#[case("13-01", None)]
#[case("1-1", None)]
#[case("12-2５", None)]
#[case("", None)]
fn dates_of_holidays(#[case] text: &str, #[case] read: Option<HolidayDate>) {
    assert_eq!(text.parse().ok(), read);
    assert_eq!(read.map(|date| date.to_string()), read.map(|_| text.to_owned()));
}

#[rstest]
#[case(r#"{ "week": ["monday"], "holiday": [] }"#, "unknown field `holiday`")]
#[case(r#"{ "week": ["mon"] }"#, "unknown variant `mon`")]
#[case(r#"{ "week": [], "holidays": [{ "name": "X", "on": "25.12." }] }"#, "\"25.12.\" is no day")]
fn what_is_no_calendar(#[case] json: &str, #[case] says: &str) {
    let error = serde_json::from_str::<WorkCalendar>(json).unwrap_err().to_string();
    assert!(error.contains(says), "{error}");
}

#[test]
fn a_calendar_is_read_back() {
    let text = serde_json::to_string(&team()).unwrap();
    assert_eq!(serde_json::from_str::<WorkCalendar>(&text).unwrap(), team());
    assert_eq!(team().holiday(date(2030, 12, 25)).map(|h| h.name.as_str()), Some("Christmas"));
}

fn random(rng: &mut Rng) -> (WorkCalendar, DateTime) {
    let mut week: Vec<Weekday> = Weekday::ALL.into_iter().filter(|_| rng.u8(..3) > 0).collect();
    if week.is_empty() {
        week.push(Weekday::ALL[rng.usize(..7)]);
    }
    let day = |rng: &mut Rng| date(2026, 1, 1) + i64::from(rng.u16(..1_500)).days();
    let holidays = (0..rng.usize(..30)).map(|i| {
        let day = day(rng);
        let yearly = HolidayDate::Yearly { month: day.month(), day: day.day() };
        Holiday { name: i.to_string(), on: if rng.bool() { yearly } else { HolidayDate::Once(day) } }
    });
    let holidays = holidays.collect();
    let entered = day(rng).at(rng.i8(0..24), rng.i8(0..60), rng.i8(0..60), 0);
    (WorkCalendar { week, holidays }, entered)
}

/// A number of days and its parts, which are whole seconds.
fn random_days(rng: &mut Rng) -> f64 {
    if rng.bool() { f64::from(rng.u8(..60)) } else { f64::from(rng.u32(..600_000)) / 86_400.0 }
}

#[test]
fn due_is_never_on_a_free_day_and_never_too_early() {
    for seed in 0..500 {
        let mut rng = Rng::with_seed(seed);
        let (calendar, entered) = random(&mut rng);
        let days = random_days(&mut rng);
        let due = calendar.after(entered, days).unwrap();
        assert!(calendar.is_working_day(due.date()), "seed {seed}: {due}");
        assert!(due >= entered, "seed {seed}: {due}");
        let zone = TimeZone::get(["Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo"][rng.usize(..3)]).unwrap();
        let zoned = calendar.due(zone.to_timestamp(entered).unwrap(), days, &zone).unwrap();
        assert!(calendar.is_working_day(zoned.date()), "seed {seed}: {zoned}");
    }
}

#[test]
fn day_by_day_is_at_once() {
    for seed in 0..500 {
        let mut rng = Rng::with_seed(seed);
        let (calendar, entered) = random(&mut rng);
        let parts: Vec<f64> = (0..rng.usize(1..8)).map(|_| random_days(&mut rng)).collect();
        let one_by_one = parts.iter().fold(entered, |at, days| calendar.after(at, *days).unwrap());
        let at_once = calendar.after(entered, parts.iter().sum()).unwrap();
        assert_eq!(one_by_one, at_once, "seed {seed}: {entered} {parts:?} {calendar:?}");
    }
}

#[test]
fn due_and_between_agree() {
    for seed in 0..500 {
        let mut rng = Rng::with_seed(seed);
        let (calendar, entered) = random(&mut rng);
        let days = rng.i64(0..200);
        let due = calendar.after(entered, days as f64).unwrap();
        assert_eq!(calendar.working_days_between(entered.date(), due.date()), days, "seed {seed}: {entered} {due}");
        let (from, to) = (entered.date(), entered.date() + rng.i64(-400..400).days());
        let there = calendar.working_days_between(from, to);
        assert_eq!(there, -calendar.working_days_between(to, from), "seed {seed}");
        if let Ok(day) = calendar.working_day_from(to)
            && there >= 0
            && to >= from
        {
            assert_eq!(calendar.after(from.at(12, 0, 0, 0), there as f64).unwrap().date(), day, "seed {seed}");
        }
    }
}
