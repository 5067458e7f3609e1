//! Working days: the days of the week on which a team works, less its holidays.
//!
//! Work time is the civil time of the working days alone, one after the other, each of 24 hours. What begins on a free
//! day begins with the first moment of the next working day. So a task with a day's time that comes up on Friday at
//! 15:00 is due on Monday at 15:00, and one that comes up on Saturday or Sunday when Tuesday begins.
//!
//! ```
//! use jiff::{Timestamp, tz::TimeZone};
//! use model::calendar::WorkCalendar;
//!
//! let friday: Timestamp = "2026-03-06T15:00:00Z".parse()?;
//! let due = WorkCalendar::default().due(friday, 1.0, &TimeZone::UTC)?;
//! assert_eq!(due.datetime().to_string(), "2026-03-09T15:00:00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod holiday;
#[cfg(test)]
mod tests;

pub use holiday::{Holiday, HolidayDate, HolidayDateError};

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The most working days that can be counted ahead.
pub const MOST_DAYS: f64 = 10_000.0;

const SECONDS_OF_DAY: i64 = 86_400;

/// So many days without a working day among them, and there is none.
const LONGEST_BREAK: usize = 366;

/// When a team works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkCalendar {
    /// The days of the week on which it works.
    pub week: Vec<Weekday>,
    /// Days on which it does not work all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WorkWeekday)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All of them, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The day of the week of a date.
    pub fn of(date: Date) -> Self {
        match date.weekday() {
            jiff::civil::Weekday::Monday => Self::Monday,
            jiff::civil::Weekday::Tuesday => Self::Tuesday,
            jiff::civil::Weekday::Wednesday => Self::Wednesday,
            jiff::civil::Weekday::Thursday => Self::Thursday,
            jiff::civil::Weekday::Friday => Self::Friday,
            jiff::civil::Weekday::Saturday => Self::Saturday,
            jiff::civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

/// Why a day cannot be counted to.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalendarError {
    /// The calendar is never worked by.
    #[error("the calendar has no working day within a year of {after}: give the week at least one day")]
    NoWorkingDay {
        /// Where the search began.
        after: Date,
    },
    /// No such number of days can be counted ahead.
    #[error("{days} working days cannot be counted ahead: give a number from 0 to {MOST_DAYS}")]
    Days {
        /// What was asked for.
        days: f64,
    },
    /// The day lies beyond the year 9999.
    #[error("the day lies beyond the year 9999")]
    TooFar,
}

impl Default for WorkCalendar {
    /// Monday to Friday, no holidays.
    fn default() -> Self {
        Self { week: Weekday::ALL[..5].to_vec(), holidays: Vec::new() }
    }
}

impl WorkCalendar {
    /// True if the team works on this day.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.week.contains(&Weekday::of(date)) && self.holiday(date).is_none()
    }

    /// The first holiday listed that is on this day, whatever the day of the week.
    pub fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.on.is(date))
    }

    /// When something is due that came up at `entered` and may take `days` working days (1.5 is a day and twelve hours
    /// of the next working day), where the team is. To the second; never on a free day. A time of day that the clocks of
    /// the zone leave out is the one after the gap.
    ///
    /// # Errors
    /// [`CalendarError`] if `days` is negative, no number or above [`MOST_DAYS`], or if nobody ever works.
    pub fn due(&self, entered: Timestamp, days: f64, zone: &TimeZone) -> Result<ZonedDateTime, CalendarError> {
        let due = self.after(entered.to_zoned_datetime(zone.clone()).datetime(), days)?;
        let due = zone.to_zoned_datetime(due).map_err(|_| CalendarError::TooFar)?;
        // Where the clocks left out a whole day, the day after it can be free.
        let day = self.working_day_from(due.date())?;
        if day == due.date() {
            return Ok(due);
        }
        zone.to_zoned_datetime(day.at(0, 0, 0, 0)).map_err(|_| CalendarError::TooFar)
    }

    /// As [`Self::due`], in the civil time of one place. Adding days one by one is adding them at once.
    ///
    /// # Errors
    /// As [`Self::due`].
    pub fn after(&self, entered: DateTime, days: f64) -> Result<DateTime, CalendarError> {
        if !(0.0..=MOST_DAYS).contains(&days) {
            return Err(CalendarError::Days { days });
        }
        let first = self.working_day_from(entered.date())?;
        let began = if first == entered.date() { seconds_into(entered) } else { 0 };
        let seconds = began + (days * SECONDS_OF_DAY as f64).round() as i64;
        let mut date = first;
        for _ in 0..seconds / SECONDS_OF_DAY {
            date = self.working_day_from(next(date)?)?;
        }
        date.at(0, 0, 0, 0)
            .checked_add(SignedDuration::from_secs(seconds % SECONDS_OF_DAY))
            .map_err(|_| CalendarError::TooFar)
    }

    /// Working days of which `from` is the first counted and `to` is not counted; negative where `to` is before `from`.
    /// What comes up on `from` and may take that many days is due on `to`, if the team works on `to`.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        from.series(jiff::Span::new().days(1))
            .take_while(|date| *date < to)
            .filter(|date| self.is_working_day(*date))
            .fold(0, |days, _| days + 1)
    }

    /// This day if the team works on it, else the next on which it does.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingDay`] if there is none within a year.
    pub fn working_day_from(&self, date: Date) -> Result<Date, CalendarError> {
        let mut days = date.series(jiff::Span::new().days(1)).take(LONGEST_BREAK);
        days.find(|day| self.is_working_day(*day)).ok_or(CalendarError::NoWorkingDay { after: date })
    }
}

fn next(date: Date) -> Result<Date, CalendarError> {
    date.tomorrow().map_err(|_| CalendarError::TooFar)
}

/// Whole seconds since the day began.
fn seconds_into(at: DateTime) -> i64 {
    i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second())
}
