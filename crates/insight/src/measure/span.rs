//! Stretches of time that count back from the end of the data.

use jiff::{ToSpan, tz::TimeZone};
use model::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Period, Step,
    calendar::{beginning, first_day},
};

/// A stretch of time that moves on with the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TimeSpan)]
pub enum Span {
    /// All time.
    #[default]
    All,
    /// The last twelve months.
    Year,
    /// The last three months.
    Quarter,
    /// The last month.
    Month,
    /// The last seven days.
    Week,
}

impl Span {
    /// Its period: whole days where the team is, the last of them the last day of the data. None: all time, also where
    /// there is no data.
    pub fn period(self, as_of: Option<Timestamp>, zone: &TimeZone) -> Option<Period> {
        let back = match self {
            Self::All => return None,
            Self::Year => 12.months(),
            Self::Quarter => 3.months(),
            Self::Month => 1.month(),
            Self::Week => 1.week(),
        };
        let end = first_day(as_of?, Step::Day, zone)?.checked_add(1.day()).ok()?;
        let at = |day| Timestamp::from_microsecond(beginning(day, zone)?).ok();
        Some(Period { from: at(end.checked_sub(back).ok()?)?, to: at(end)? })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::a_year(Span::Year, "UTC", "2017-12-31T10:00:00Z", "2017-01-01T00:00:00Z", "2018-01-01T00:00:00Z")]
    #[case::a_short_month(Span::Month, "UTC", "2026-03-30T10:00:00Z", "2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z")]
    #[case::over_a_change_of_clocks(
        Span::Week,
        "Europe/Berlin",
        "2026-03-30T10:00:00Z",
        "2026-03-23T23:00:00Z",
        "2026-03-30T22:00:00Z"
    )]
    #[case::next_day_there(
        Span::Week,
        "Asia/Tokyo",
        "2026-03-30T16:00:00Z",
        "2026-03-24T15:00:00Z",
        "2026-03-31T15:00:00Z"
    )]
    fn periods(#[case] span: Span, #[case] zone: &str, #[case] as_of: &str, #[case] from: &str, #[case] to: &str) {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let found = span.period(Some(at(as_of)), &TimeZone::get(zone).unwrap()).unwrap();
        assert_eq!((found.from, found.to), (at(from), at(to)));
    }

    #[test]
    fn without_data_it_is_all_time() {
        assert_eq!(Span::Year.period(None, &TimeZone::UTC), None);
        assert_eq!(Span::Month.period(Some(Timestamp::MIN), &TimeZone::UTC), None);
    }
}
