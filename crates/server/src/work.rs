//! When and where the team works.

use jiff::tz::TimeZone;
use model::{Timestamp, calendar::WorkCalendar};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// The setting that holds [`WorkSettings`].
const WORK: &str = "work";

/// When and where the team works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkSettings {
    /// IANA name of the time zone whose days count: `Europe/Berlin`.
    pub zone: String,
    /// Days of the week and holidays.
    pub calendar: WorkCalendar,
}

impl Default for WorkSettings {
    fn default() -> Self {
        Self { zone: "UTC".into(), calendar: WorkCalendar::default() }
    }
}

/// The same, ready to count with.
#[derive(Debug, Clone)]
pub struct Work {
    /// Days of the week and holidays.
    pub calendar: WorkCalendar,
    /// Whose days count.
    pub zone: TimeZone,
}

impl Work {
    /// When something is due that came up at a moment and may take so many working days; none where nobody works.
    pub fn due(&self, since: Timestamp, days: f64) -> Option<Timestamp> {
        self.calendar.due(since, days, &self.zone).ok().map(|due| due.timestamp())
    }

    /// The same with the time.
    pub fn today(&self, now: Timestamp) -> model::after::Today<'_> {
        model::after::Today { now, zone: &self.zone, calendar: &self.calendar }
    }

    /// The day of a moment, where the team is.
    pub fn day(&self, at: Timestamp) -> jiff::civil::Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    /// The last second of a day, where the team is; none beyond the calendar.
    pub fn end_of(&self, day: jiff::civil::Date) -> Option<Timestamp> {
        self.zone.to_timestamp(day.at(23, 59, 59, 0)).ok()
    }
}

impl WorkSettings {
    /// Ready to count with.
    ///
    /// # Errors
    /// 422 for a zone that is not known, and for a calendar without a working day.
    pub fn read(self) -> Answer<Work> {
        let zone = TimeZone::get(&self.zone).map_err(|_| {
            Problem::field("zone", format!("There is no time zone {:?}; try Europe/Berlin.", self.zone))
        })?;
        let work = Work { calendar: self.calendar, zone };
        let today = work.day(Timestamp::now());
        work.calendar.working_day_from(today).map_err(|e| Problem::field("calendar", e.to_string()))?;
        Ok(work)
    }

    /// As [`WorkSettings::read`]; Monday to Friday in UTC where that cannot be.
    pub fn read_or_usual(self) -> Work {
        self.read().unwrap_or_else(|_| Work { calendar: WorkCalendar::default(), zone: TimeZone::UTC })
    }
}

impl App {
    /// When and where the team works.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn work_settings(&self) -> Answer<WorkSettings> {
        let kept = self.store.setting(WORK).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    /// The same, ready to count with; Monday to Friday in UTC where it cannot be.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn work(&self) -> Answer<Work> {
        Ok(self.work_settings().await?.read_or_usual())
    }

    /// Keeps when and where the team works.
    ///
    /// # Errors
    /// As [`WorkSettings::read`]; if the database cannot be written.
    pub async fn keep_work(&self, settings: WorkSettings) -> Answer<WorkSettings> {
        settings.clone().read()?;
        self.store.set_setting(WORK, serde_json::to_value(&settings).map_err(Problem::internal)?).await?;
        Ok(settings)
    }
}
