//! What came up and what was settled, week by week or month by month.

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Item;
use crate::Timestamp;

/// How long a step of a trend is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FeedbackStep)]
pub enum Step {
    /// From Monday to Sunday.
    #[default]
    Week,
    /// From the first of a month to its last.
    Month,
}

impl Step {
    fn begin(self, day: Date) -> Date {
        match self {
            Self::Week => {
                let back = i64::from(day.weekday().to_monday_zero_offset());
                day.checked_sub(back.days()).unwrap_or(day)
            }
            Self::Month => day.first_of_month(),
        }
    }

    fn before(self, day: Date) -> Option<Date> {
        let step = match self {
            Self::Week => 1.week(),
            Self::Month => 1.month(),
        };
        day.checked_sub(step).ok()
    }
}

/// A week or a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FeedbackTrendPoint)]
pub struct Point {
    /// Its first day, where the team is.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// What came up against the process, or was reopened.
    pub opened: u64,
    /// What was settled of it.
    pub closed: u64,
    /// What was open at its end; in the present one, now.
    pub open: u64,
    /// Praise that came.
    pub praise: u64,
}

/// Counts from the step in which the first item came up, at most `most` steps back from now, without a gap.
pub fn trend<'a>(
    items: impl Iterator<Item = &'a Item>,
    step: Step,
    now: Timestamp,
    zone: &TimeZone,
    most: usize,
) -> Vec<Point> {
    let items: Vec<&Item> = items.filter(|item| item.counts()).collect();
    let Some(first) = items.iter().map(|item| item.at).min() else { return Vec::new() };
    let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let earliest = step.begin(day(first.min(now)));
    let mut begins = vec![step.begin(day(now))];
    while let Some(before) = begins.last().and_then(|last| step.before(*last)) {
        if before < earliest || begins.len() >= most {
            break;
        }
        begins.push(before);
    }
    begins.reverse();
    let at = |place: usize| match begins.get(place) {
        Some(day) => zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(now),
        // what a clock that was set back dates after now counts as of now
        None => Timestamp::MAX,
    };
    let point = |(place, from): (usize, &Date)| {
        let (begin, end) = (at(place), at(place + 1));
        let within = |moment: Timestamp| moment >= begin && moment < end;
        let mut point = Point { from: *from, opened: 0, closed: 0, open: 0, praise: 0 };
        for item in &items {
            if !item.kind.is_negative() {
                point.praise += u64::from(within(item.at));
                continue;
            }
            for span in &item.spans {
                point.opened += u64::from(within(span.from));
                point.closed += u64::from(span.to.is_some_and(within));
                point.open += u64::from(span.from < end && span.to.is_none_or(|to| to >= end));
            }
        }
        point
    };
    begins.iter().enumerate().map(point).collect()
}
