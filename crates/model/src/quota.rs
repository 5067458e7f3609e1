//! What somebody is to win in a period.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commission::{Period, PeriodLength};

/// What a person or a team is to win in every month or quarter, from a day on until another quota of theirs replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Who.
    pub who: Holder,
    /// Name, as deals name their owners or teams.
    pub name: String,
    /// In minor units, above 0.
    pub amount_minor: i64,
    /// ISO 4217.
    pub currency: String,
    /// In each of these.
    pub per: QuotaPeriod,
    /// The first day on which it holds.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
}

/// Who has a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = QuotaHolder)]
pub enum Holder {
    /// One who owns deals.
    Person,
    /// A team.
    Team,
}

/// How long the periods of a quota are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuotaPeriod {
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
}

/// Days in the average month of the Gregorian calendar.
const DAYS_A_MONTH: f64 = 365.2425 / 12.0;

impl QuotaPeriod {
    /// The period that a day is in.
    pub fn around(self, day: Date) -> Period {
        self.length().around(day)
    }

    fn length(self) -> PeriodLength {
        match self {
            Self::Month => PeriodLength::Month,
            Self::Quarter => PeriodLength::Quarter,
        }
    }

    /// Days in the average one.
    pub fn days(self) -> f64 {
        match self {
            Self::Month => DAYS_A_MONTH,
            Self::Quarter => 3.0 * DAYS_A_MONTH,
        }
    }
}

/// Whether two names are one person's or team's.
pub fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl Quota {
    /// True for a quota of theirs.
    pub fn is_of(&self, who: Holder, name: &str) -> bool {
        self.who == who && same_name(&self.name, name)
    }
}

/// The quota that holds for somebody on a day: the latest that has begun by then.
pub fn quota_on<'q>(quotas: &'q [Quota], who: Holder, name: &str, day: Date) -> Option<&'q Quota> {
    quotas.iter().filter(|quota| quota.is_of(who, name) && quota.from <= day).max_by_key(|quota| quota.from)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn quota(name: &str, from: &str, amount_minor: i64) -> Quota {
        let (who, per) = (Holder::Person, QuotaPeriod::Month);
        let from = from.parse().unwrap_or_default();
        Quota { who, name: name.into(), amount_minor, currency: "EUR".into(), per, from }
    }

    #[rstest]
    #[case("2025-12-31", None)]
    #[case("2026-01-01", Some(100))]
    #[case("2026-03-14", Some(100))]
    #[case("2026-03-15", Some(200))]
    #[case("2099-01-01", Some(200))]
    fn the_latest_that_has_begun_holds(#[case] day: Date, #[case] amount: Option<i64>) {
        let quotas =
            [quota("Anna", "2026-03-15", 200), quota("anna ", "2026-01-01", 100), quota("Ben", "2026-03-16", 7)];
        assert_eq!(quota_on(&quotas, Holder::Person, "Anna", day).map(|quota| quota.amount_minor), amount);
        assert_eq!(quota_on(&quotas, Holder::Team, "Anna", day), None);
    }
}
