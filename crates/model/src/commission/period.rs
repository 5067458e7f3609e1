//! The periods that commission is counted in.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long prices are cumulated before tiers begin anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CommissionPeriodLength)]
pub enum PeriodLength {
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar year.
    Year,
}

/// A month, quarter or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionPeriod)]
pub struct Period {
    /// First day.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Last day.
    #[schema(value_type = String, format = "date")]
    pub until: Date,
}

impl PeriodLength {
    /// The period that a day is in.
    pub fn around(self, day: Date) -> Period {
        let first = day.month() - (day.month() - 1) % self.months();
        let last = date(day.year(), first + self.months() - 1, 1);
        Period { from: date(day.year(), first, 1), until: last.last_of_month() }
    }

    fn months(self) -> i8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl Period {
    /// The period after it, of the same length; `None` at the end of time.
    pub(super) fn next(self, length: PeriodLength) -> Option<Self> {
        self.until.tomorrow().ok().map(|day| length.around(day))
    }

    /// What it is called, and read by: `2026-03`, `2026-Q1`, `2026`.
    pub fn name(self) -> String {
        let (year, month) = (self.from.year(), self.from.month());
        match self.until.month() - month {
            0 => format!("{year}-{month:02}"),
            2 => format!("{year}-Q{}", (month + 2) / 3),
            _ => year.to_string(),
        }
    }

    /// The period of this name; `None` if it is no name of one.
    pub fn named(name: &str) -> Option<Self> {
        let (year, part) = name.split_once('-').unwrap_or((name, ""));
        let year = year.parse::<i16>().ok().filter(|year| (1..=9_999).contains(year))?;
        let (month, length) = match part.strip_prefix('Q') {
            Some(quarter) => (quarter.parse::<i8>().ok().filter(|q| (1..=4).contains(q))? * 3, PeriodLength::Quarter),
            None if part.is_empty() => (1, PeriodLength::Year),
            None => (part.parse().ok()?, PeriodLength::Month),
        };
        Date::new(year, month, 1).ok().map(|day| length.around(day))
    }

    /// True if the other one lies in it.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// Number of its days.
    pub fn days(self) -> i64 {
        days(self.from, self.until)
    }

    /// Number of its days that also lie between two days, both counted; `until` may be open.
    pub(super) fn days_within(self, from: Date, until: Option<Date>) -> i64 {
        days(self.from.max(from), self.until.min(until.unwrap_or(self.until))).max(0)
    }
}

/// Days from the first to the last, both counted.
fn days(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours() / 24 + 1
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(PeriodLength::Month, "2028-02-29", "2028-02-01", "2028-02-29", 29)]
    #[case(PeriodLength::Month, "2026-12-31", "2026-12-01", "2026-12-31", 31)]
    #[case(PeriodLength::Quarter, "2026-01-01", "2026-01-01", "2026-03-31", 90)]
    #[case(PeriodLength::Quarter, "2026-06-30", "2026-04-01", "2026-06-30", 91)]
    #[case(PeriodLength::Quarter, "2026-11-15", "2026-10-01", "2026-12-31", 92)]
    #[case(PeriodLength::Year, "2028-07-04", "2028-01-01", "2028-12-31", 366)]
    fn a_day_is_in(
        #[case] length: PeriodLength,
        #[case] day: Date,
        #[case] from: Date,
        #[case] until: Date,
        #[case] days: i64,
    ) {
        let period = length.around(day);
        assert_eq!((period, period.days()), (Period { from, until }, days));
        assert_eq!(period.next(length).map(|next| next.from), from.checked_add(jiff::Span::new().days(days)).ok());
    }

    #[rstest]
    #[case("2026-03", Some(("2026-03-01", "2026-03-31")))]
    #[case("2026-Q4", Some(("2026-10-01", "2026-12-31")))]
    #[case("2026", Some(("2026-01-01", "2026-12-31")))]
    #[case("2026-13", None)]
    #[case("2026-Q5", None)]
    #[case("2026-Q99", None)]
    #[case("99999", None)]
    #[case("-5", None)]
    #[case("", None)]
    #[case("March", None)]
    fn names(#[case] name: &str, #[case] days: Option<(&str, &str)>) {
        let day = |text: &str| text.parse().unwrap_or(Date::ZERO);
        let period = days.map(|(from, until)| Period { from: day(from), until: day(until) });
        assert_eq!(Period::named(name), period);
        assert_eq!(period.map(Period::name), period.map(|_| name.to_owned()));
    }

    #[rstest]
    #[case("2026", "2026-Q2", true)]
    #[case("2026-Q2", "2026-06", true)]
    #[case("2026-Q2", "2026-Q2", true)]
    #[case("2026-Q2", "2026-07", false)]
    #[case("2026-06", "2026-Q2", false)]
    fn lies_in(#[case] long: &str, #[case] short: &str, #[case] covers: bool) {
        let found = Period::named(long).zip(Period::named(short)).map(|(long, short)| long.covers(short));
        assert_eq!(found, Some(covers));
    }

    #[rstest]
    #[case("2026-03-10", None, 22)]
    #[case("2026-01-01", Some("2026-03-10"), 10)]
    #[case("2026-03-10", Some("2026-03-10"), 1)]
    #[case("2026-04-01", None, 0)]
    #[case("2026-01-01", Some("2026-02-28"), 0)]
    fn days_that_lie_in_march(#[case] from: Date, #[case] until: Option<&str>, #[case] days: i64) {
        let march = PeriodLength::Month.around(date(2026, 3, 1));
        assert_eq!(march.days_within(from, until.and_then(|day| day.parse().ok())), days);
    }
}
