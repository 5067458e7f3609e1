//! Dates and times as people and programs write them.

use jiff::{Timestamp, civil, tz::TimeZone};

use crate::plan::DateOrder;

/// A moment read from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// True where the cell had no time of day: `at` is then the day's first moment.
    pub day_only: bool,
}

/// The time zone of times that bear none.
#[derive(Debug, Clone)]
pub struct Zone {
    /// `None` for UTC.
    zone: Option<TimeZone>,
}

impl Zone {
    /// The zone of this IANA name; `None` if there is no such.
    pub fn named(name: &str) -> Option<Self> {
        if name.is_empty() || name.eq_ignore_ascii_case("utc") {
            return Some(Self { zone: None });
        }
        TimeZone::get(name).ok().map(|zone| Self { zone: Some(zone) })
    }
}

/// Days since 1970-01-01 of a civil date. Source: H. Hinnant, "chrono-compatible low-level date algorithms" (2013).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[derive(Debug, Clone, Copy)]
struct Date(i64, i64, i64);

impl Date {
    fn checked(year: i64, month: i64, day: i64) -> Option<Self> {
        let ok =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= month_length(year, month);
        ok.then_some(Self(year, month, day))
    }
}

/// Reads `text` with dates in this order; `None` if it is no such date.
pub fn moment(text: &str, order: DateOrder, zone: &Zone) -> Option<Moment> {
    let text = text.trim();
    match order {
        DateOrder::Epoch => epoch(text),
        DateOrder::Serial => serial(text, zone),
        _ => {
            let usual = if order == DateOrder::YearFirst { plain(text.as_bytes(), zone) } else { None };
            usual.or_else(|| {
                let (date, rest) = date(text.as_bytes(), order)?;
                with_time(date, rest, zone)
            })
        }
    }
}

/// The usual form, `2026-03-31T12:00:00Z` with a space or `T` between and with or without the `Z`, where no zone has to
/// be looked up; `None` for all else.
fn plain(bytes: &[u8], zone: &Zone) -> Option<Moment> {
    let (form, utc) = match bytes {
        [form @ .., b'Z'] if form.len() == 19 => (form, true),
        form => (form, false),
    };
    let form: &[u8; 19] = form.try_into().ok()?;
    let [_, _, _, _, b'-', _, _, b'-', _, _, b' ' | b'T', _, _, b':', _, _, b':', _, _] = form else { return None };
    if !utc && zone.zone.is_some() {
        return None;
    }
    let two = |at: usize| {
        let (tens, ones) = (form[at].wrapping_sub(b'0'), form[at + 1].wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then(|| i64::from(tens) * 10 + i64::from(ones))
    };
    let date = Date::checked(two(0)? * 100 + two(2)?, two(5)?, two(8)?)?;
    let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = days(date.0, date.1, date.2) * 86_400 + hour * 3600 + minute * 60 + second;
    Some(Moment { at: Timestamp::from_second(seconds).ok()?, day_only: false })
}

/// True if a date can be read day first and month first, and is another day then.
pub fn is_either(text: &str) -> bool {
    let utc = Zone { zone: None };
    let read = |order| moment(text, order, &utc).map(|m| m.at);
    let (day, month) = (read(DateOrder::DayFirst), read(DateOrder::MonthFirst));
    day.is_some() && month.is_some() && day != month
}

/// A cursor over bytes.
fn number(bytes: &[u8]) -> (i64, usize) {
    let mut value = 0;
    let mut n = 0;
    while let Some(b) = bytes.get(n).filter(|b| b.is_ascii_digit() && n < 9) {
        value = value * 10 + i64::from(b - b'0');
        n += 1;
    }
    (value, n)
}

fn date(bytes: &[u8], order: DateOrder) -> Option<(Date, &[u8])> {
    if let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, ..] = bytes {
        let two = |a: &u8, b: &u8| {
            (a.is_ascii_digit() && b.is_ascii_digit()).then(|| i64::from(a - b'0') * 10 + i64::from(b - b'0'))
        };
        if order != DateOrder::YearFirst {
            return None;
        }
        let year = two(y1, y2)? * 100 + two(y3, y4)?;
        return Some((Date::checked(year, two(m1, m2)?, two(d1, d2)?)?, &bytes[10..]));
    }
    let (first, n) = number(bytes);
    if n == 8 && order == DateOrder::YearFirst {
        return Some((Date::checked(first / 10_000, first / 100 % 100, first % 100)?, &bytes[8..]));
    }
    let separator = *bytes.get(n)?;
    if n == 0
        || !matches!(separator, b'-' | b'/' | b'.' | b' ')
        || bytes.get(n + 1).is_some_and(|b| !b.is_ascii_digit())
    {
        return named(bytes);
    }
    let rest = &bytes[n + 1..];
    let (second, m) = number(rest);
    if m == 0 || m > 2 || rest.get(m) != Some(&separator) {
        return None;
    }
    let rest = &rest[m + 1..];
    let (third, k) = number(rest);
    let rest = &rest[k..];
    let found = match order {
        DateOrder::YearFirst if n == 4 && k <= 2 && k > 0 => Date::checked(first, second, third),
        DateOrder::DayFirst if n <= 2 => Date::checked(year(third, k)?, second, first),
        DateOrder::MonthFirst if n <= 2 => Date::checked(year(third, k)?, first, second),
        _ => None,
    };
    Some((found?, rest))
}

/// A year of two or four digits; two digits are 1970 to 2069.
fn year(value: i64, digits: usize) -> Option<i64> {
    match digits {
        4 => Some(value),
        2 if value < 70 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// A date with the month's name: `31 Mar 2026`, `March 31, 2026`, `31. März 2026`.
fn named(bytes: &[u8]) -> Option<(Date, &[u8])> {
    let skip = |bytes: &[u8]| bytes.iter().take_while(|b| matches!(b, b' ' | b'-' | b'.' | b',' | b'/')).count();
    let (mut month, mut numbers, mut at) = (None, Vec::with_capacity(2), 0);
    while (month.is_none() || numbers.len() < 2) && at < bytes.len() {
        let rest = &bytes[at..];
        let (value, n) = number(rest);
        if n > 0 {
            numbers.push((value, n));
            at += n;
        } else {
            let n = rest.iter().take_while(|b| b.is_ascii_alphabetic() || **b >= 128).count();
            month = Some(month_named(std::str::from_utf8(&rest[..n]).ok()?)?);
            at += n;
        }
        if month.is_none() || numbers.len() < 2 {
            at += skip(&bytes[at..]);
        }
    }
    let [(a, a_digits), (b, b_digits)] = numbers.as_slice() else { return None };
    let (day, year_value) = if *a_digits == 4 { (*b, *a) } else { (*a, year(*b, *b_digits)?) };
    Some((Date::checked(year_value, month?, day)?, &bytes[at..]))
}

fn month_named(word: &str) -> Option<i64> {
    if word.len() < 3 {
        return None;
    }
    let head: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let nth = match head.as_str() {
        "jan" | "jän" => 1,
        "feb" => 2,
        "mar" | "mär" | "mrz" => 3,
        "apr" => 4,
        "may" | "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" | "okt" => 10,
        "nov" => 11,
        "dec" | "dez" => 12,
        _ => return None,
    };
    Some(nth)
}

/// Adds the time of day and the offset, if any.
fn with_time(date: Date, rest: &[u8], zone: &Zone) -> Option<Moment> {
    let midnight = days(date.0, date.1, date.2) * 86_400;
    let gap = rest.iter().take_while(|b| matches!(b, b' ' | b'T' | b't' | b',')).count();
    let rest = &rest[gap..];
    if rest.is_empty() {
        return Some(Moment { at: in_zone(date, midnight, 0, None, zone)?, day_only: true });
    }
    if gap == 0 {
        return None;
    }
    let (mut hour, n) = number(rest);
    if n == 0 || n > 2 || rest.get(n) != Some(&b':') {
        return None;
    }
    let rest = &rest[n + 1..];
    let (minute, n) = number(rest);
    if n != 2 {
        return None;
    }
    let mut rest = &rest[2..];
    let (mut second, mut nanos) = (0, 0);
    if rest.first() == Some(&b':') {
        let (value, n) = number(&rest[1..]);
        if n != 2 {
            return None;
        }
        second = value;
        rest = &rest[3..];
        if matches!(rest.first(), Some(b'.' | b',')) {
            let (value, n) = number(&rest[1..]);
            nanos = value * 10_i64.pow(9 - u32::try_from(n).ok()?);
            let more = rest[1 + n..].iter().take_while(|b| b.is_ascii_digit()).count();
            rest = &rest[1 + n + more..];
        }
    }
    let rest = rest.trim_ascii();
    let rest = match rest {
        [a @ (b'A' | b'a' | b'P' | b'p'), b'M' | b'm', tail @ ..] => {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if a.eq_ignore_ascii_case(&b'p') { 12 } else { 0 };
            tail.trim_ascii()
        }
        _ => rest,
    };
    let offset = offset(rest)?;
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = midnight + hour * 3600 + minute * 60 + second.min(59);
    Some(Moment { at: in_zone(date, seconds, nanos, offset, zone)?, day_only: false })
}

/// `Some(None)` without an offset; `None` if the text is none.
fn offset(text: &[u8]) -> Option<Option<i64>> {
    match text {
        [] => Some(None),
        b"Z" | b"z" | b"UTC" | b"GMT" => Some(Some(0)),
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let (hours, minutes) = match number(rest) {
                (hours, 2) => match &rest[2..] {
                    [] => (hours, 0),
                    [b':', tail @ ..] => (hours, number(tail).0),
                    _ => return None,
                },
                (both, 4) => (both / 100, both % 100),
                _ => return None,
            };
            let seconds = hours * 3600 + minutes * 60;
            (hours < 19 && minutes < 60).then_some(Some(if *sign == b'-' { -seconds } else { seconds }))
        }
        _ => None,
    }
}

fn in_zone(date: Date, seconds: i64, nanos: i64, offset: Option<i64>, zone: &Zone) -> Option<Timestamp> {
    let nanos = i32::try_from(nanos).ok()?;
    match (offset, &zone.zone) {
        (Some(offset), _) => Timestamp::new(seconds - offset, nanos).ok(),
        (None, None) => Timestamp::new(seconds, nanos).ok(),
        (None, Some(zone)) => {
            let of_day = seconds.rem_euclid(86_400);
            let small = |value: i64| i8::try_from(value).ok();
            let time = civil::DateTime::new(
                i16::try_from(date.0).ok()?,
                small(date.1)?,
                small(date.2)?,
                small(of_day / 3600)?,
                small(of_day / 60 % 60)?,
                small(of_day % 60)?,
                nanos,
            );
            zone.to_timestamp(time.ok()?).ok()
        }
    }
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size.
fn epoch(text: &str) -> Option<Moment> {
    let (whole, _) = text.split_once('.').unwrap_or((text, ""));
    if !whole.bytes().all(|b| b.is_ascii_digit()) || !(9..=19).contains(&whole.len()) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let at = match whole.len() {
        9..=11 => Timestamp::from_second(value),
        12..=14 => Timestamp::from_millisecond(value),
        15..=17 => Timestamp::from_microsecond(value),
        _ => Timestamp::from_nanosecond(i128::from(value)),
    };
    Some(Moment { at: at.ok()?, day_only: false })
}

/// Days since 1899-12-30 with fractions, between 1930 and 2118.
fn serial(text: &str, zone: &Zone) -> Option<Moment> {
    let value: f64 = text.replace(',', ".").parse().ok()?;
    if !(11_000.0..80_000.0).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round() as i64 - 25_569 * 86_400;
    let day = TimeZone::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date();
    let date = Date(day.year().into(), day.month().into(), day.day().into());
    Some(Moment { at: in_zone(date, seconds, 0, None, zone)?, day_only: value.fract() == 0.0 })
}

/// The orders in words, for messages.
pub fn words(order: DateOrder) -> &'static str {
    match order {
        DateOrder::YearFirst => "year first, as in 2026-03-31",
        DateOrder::DayFirst => "day first, as in 31.03.2026",
        DateOrder::MonthFirst => "month first, as in 03/31/2026",
        DateOrder::Epoch => "seconds or milliseconds since 1970",
        DateOrder::Serial => "days as spreadsheets count them",
    }
}

#[cfg(test)]
mod tests {
    use DateOrder::{DayFirst, Epoch, MonthFirst, Serial, YearFirst};
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2016-10-20", YearFirst, Some("2016-10-20T00:00:00Z"))]
    #[case("2020-09-13 12:26:40", YearFirst, Some("2020-09-13T12:26:40Z"))]
    #[case("2010-12-30 14:32:00+01:00", YearFirst, Some("2010-12-30T13:32:00Z"))]
    #[case("2022-01-04T09:58:18.000+0000", YearFirst, Some("2022-01-04T09:58:18Z"))]
    #[case("2022-01-04T09:58:18.25Z", YearFirst, Some("2022-01-04T09:58:18.25Z"))]
    #[case("2022-01-04 09:58", YearFirst, Some("2022-01-04T09:58:00Z"))]
    #[case("20220104", YearFirst, Some("2022-01-04T00:00:00Z"))]
    #[case("2022/1/4", YearFirst, Some("2022-01-04T00:00:00Z"))]
    #[case("2022-02-29", YearFirst, None)]
    #[case("2024-02-29", YearFirst, Some("2024-02-29T00:00:00Z"))]
    #[case("2022-13-01", YearFirst, None)]
    #[case("2022-01-04 25:00", YearFirst, None)]
    #[case("2022-01-04x", YearFirst, None)]
    #[case("2022-01-04", DayFirst, None)]
    #[case("31.03.2026", DayFirst, Some("2026-03-31T00:00:00Z"))]
    #[case("4.1.22 9:58", DayFirst, Some("2022-01-04T09:58:00Z"))]
    #[case("31.03.2026", MonthFirst, None)]
    #[case("03/31/2026 1:05:00 PM", MonthFirst, Some("2026-03-31T13:05:00Z"))]
    #[case("03/31/2026 12:05 AM", MonthFirst, Some("2026-03-31T00:05:00Z"))]
    #[case("31 Mar 2026", YearFirst, Some("2026-03-31T00:00:00Z"))]
    #[case("March 31, 2026 10:00", MonthFirst, Some("2026-03-31T10:00:00Z"))]
    #[case("31. März 2026", DayFirst, Some("2026-03-31T00:00:00Z"))]
    #[case("31-Mar-26", DayFirst, Some("2026-03-31T00:00:00Z"))]
    #[case("1600000000", Epoch, Some("2020-09-13T12:26:40Z"))]
    #[case("1600000000123", Epoch, Some("2020-09-13T12:26:40.123Z"))]
    #[case("12", Epoch, None)]
    #[case("44565", Serial, Some("2022-01-04T00:00:00Z"))]
    #[case("44565.5", Serial, Some("2022-01-04T12:00:00Z"))]
    #[case("", YearFirst, None)]
    #[case("soon", DayFirst, None)]
    fn moments(#[case] text: &str, #[case] order: DateOrder, #[case] at: Option<&str>) {
        let zone = Zone { zone: None };
        assert_eq!(moment(text, order, &zone).map(|m| m.at.to_string()).as_deref(), at);
    }

    #[test]
    fn times_without_a_zone_are_in_the_given_one() {
        let zone = Zone::named("Europe/Berlin").unwrap();
        let at = |text| moment(text, YearFirst, &zone).map(|m| m.at.to_string());
        assert_eq!(at("2022-07-01 12:00").as_deref(), Some("2022-07-01T10:00:00Z"));
        assert_eq!(at("2022-07-01 12:00Z").as_deref(), Some("2022-07-01T12:00:00Z"));
        assert!(Zone::named("Mars/Olympus").is_none());
    }
}
