//! Steps of the calendar, where the team is.

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use model::Timestamp;

use super::{Period, Step};

/// Steps at most, so that one wrong date does not make a table without end.
const MOST: usize = 1_000;

/// The steps from the one with `from` to the one with `to`, each as its first moment and the first one after it, in
/// microseconds. A step begins when its first day does in the time zone, so that it is an hour shorter or longer where
/// clocks change.
pub(super) fn steps(from: i64, to: i64, step: Step, zone: &TimeZone) -> Vec<(i64, i64)> {
    let mut found = Vec::new();
    let Some(mut day) = Timestamp::from_microsecond(from).ok().and_then(|at| first_day(at, step, zone)) else {
        return found;
    };
    while found.len() < MOST {
        let Ok(next) = day.checked_add(length(step)) else { break };
        let (Some(start), Some(end)) = (beginning(day, zone), beginning(next, zone)) else { break };
        if start > to {
            break;
        }
        found.push((start, end));
        day = next;
    }
    found
}

/// The `n` steps that are over at a moment, the last of them ending at it or before.
pub(super) fn before(at: Timestamp, step: Step, zone: &TimeZone, n: i64) -> Option<Period> {
    let day = first_day(at, step, zone)?;
    let first = (0..n).try_fold(day, |day, _| day.checked_sub(length(step))).ok()?;
    let moment = |day| Timestamp::from_microsecond(beginning(day, zone)?).ok();
    Some(Period { from: moment(first)?, to: moment(day)? })
}

fn length(step: Step) -> jiff::Span {
    match step {
        Step::Day => 1.day(),
        Step::Week => 1.week(),
        Step::Month => 1.month(),
        Step::Quarter => 3.months(),
        Step::Year => 1.year(),
    }
}

/// The first day of the step that a moment lies in.
pub(super) fn first_day(at: Timestamp, step: Step, zone: &TimeZone) -> Option<Date> {
    let day = at.to_zoned_datetime(zone.clone()).date();
    match step {
        Step::Day => Some(day),
        Step::Week => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok(),
        Step::Month => Some(day.first_of_month()),
        Step::Quarter => Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok(),
        Step::Year => Some(day.first_of_year()),
    }
}

/// The first moment of a day; where the clock jumps over midnight, the first one after.
pub(super) fn beginning(day: Date, zone: &TimeZone) -> Option<i64> {
    day.to_zoned_datetime(zone.clone()).ok().map(|z| z.timestamp().as_microsecond())
}

impl Step {
    /// What one is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn micros(at: &str) -> i64 {
        at.parse::<Timestamp>().unwrap().as_microsecond()
    }

    #[rstest]
    #[case::summer_time_begins("Europe/Berlin", "2026-03-29T10:00:00Z", Step::Day, 23)]
    #[case::it_ends("Europe/Berlin", "2026-10-25T10:00:00Z", Step::Day, 25)]
    #[case::midnight_is_jumped_over("America/Santiago", "2026-09-06T12:00:00Z", Step::Day, 23)]
    #[case::a_plain_day("Asia/Tokyo", "2026-03-29T10:00:00Z", Step::Day, 24)]
    #[case::a_week_with_a_change("Europe/Berlin", "2026-03-25T10:00:00Z", Step::Week, 167)]
    #[case::a_leap_year("UTC", "2028-05-05T10:00:00Z", Step::Year, 366 * 24)]
    fn hours_of_a_step(#[case] zone: &str, #[case] at: &str, #[case] step: Step, #[case] hours: i64) {
        let zone = TimeZone::get(zone).unwrap();
        let found = steps(micros(at), micros(at), step, &zone);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].1 - found[0].0) / 3_600_000_000, hours);
        assert!(found[0].0 <= micros(at) && micros(at) < found[0].1);
    }

    #[test]
    fn one_moment_is_in_other_days_elsewhere() {
        let day = |zone: &str| {
            first_day("2026-12-31T23:30:00Z".parse().unwrap(), Step::Year, &TimeZone::get(zone).unwrap()).unwrap()
        };
        assert_eq!(day("UTC").year(), 2026);
        assert_eq!(day("Europe/Berlin").year(), 2027);
    }

    #[rstest]
    #[case::a_week("2026-03-31T10:00:00Z", Step::Week, 2, "2026-03-15T23:00:00Z", "2026-03-29T22:00:00Z")]
    #[case::at_its_first_moment("2026-03-29T22:00:00Z", Step::Week, 1, "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z")]
    #[case::a_moment_before("2026-03-29T21:59:59Z", Step::Week, 1, "2026-03-15T23:00:00Z", "2026-03-22T23:00:00Z")]
    #[case::quarters("2026-05-31T10:00:00Z", Step::Quarter, 4, "2025-03-31T22:00:00Z", "2026-03-31T22:00:00Z")]
    fn steps_that_are_over(#[case] at: &str, #[case] step: Step, #[case] n: i64, #[case] from: &str, #[case] to: &str) {
        let found = before(at.parse().unwrap(), step, &TimeZone::get("Europe/Berlin").unwrap(), n);
        assert_eq!(found, Some(Period { from: from.parse().unwrap(), to: to.parse().unwrap() }));
    }

    #[test]
    fn a_wrong_date_makes_no_endless_table() {
        let found = steps(micros("0001-01-01T00:00:00Z"), micros("2026-01-01T00:00:00Z"), Step::Day, &TimeZone::UTC);
        assert_eq!(found.len(), MOST);
        assert_eq!(steps(i64::MAX, i64::MAX, Step::Day, &TimeZone::UTC), []);
    }
}
