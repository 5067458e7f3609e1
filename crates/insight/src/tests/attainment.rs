//! What was won of quotas.

use std::collections::BTreeMap;

use jiff::{civil::Date, tz::TimeZone};
use model::quota::{Holder, Quota, QuotaPeriod};

use super::{data::sample, deals::deals};
use crate::{
    log::EventLog,
    measure::{Attainment, Quotas, attainment},
    select::Selection,
};

fn quota(who: Holder, name: &str, per: QuotaPeriod, amount_minor: i64, from: &str) -> Quota {
    let from: Date = from.parse().unwrap();
    Quota { who, name: name.into(), amount_minor, currency: String::new(), per, from }
}

fn of(log: &EventLog, quotas: &[Quota], members: &[(&str, &[&str])]) -> Attainment {
    let members: BTreeMap<String, Vec<String>> =
        members.iter().map(|(team, who)| ((*team).to_owned(), who.iter().map(|w| (*w).to_owned()).collect())).collect();
    let by = Quotas { quotas, members: &members, currencies: &BTreeMap::new(), zone: &TimeZone::UTC };
    attainment(log, &Selection::default(), &by)
}

#[test]
fn on_the_sample_it_is_what_was_won() {
    let log = sample();
    let quotas = [quota(Holder::Person, "rep 000", QuotaPeriod::Quarter, 10_000_000, "2024-01-01")];
    let found = of(&log, &quotas, &[]);
    // the data ends on the first day of 2025
    let periods: Vec<&str> = found.rows.iter().map(|row| row.period.as_str()).collect();
    assert_eq!(periods, ["2025-Q1", "2024-Q4", "2024-Q3", "2024-Q2", "2024-Q1"]);
    let won: Vec<u32> = log
        .all()
        .filter(|deal| log.owner(*deal) == Some("Rep 000") && log.outcome(*deal) == model::Outcome::Won)
        .filter(|deal| log.closed(*deal).unwrap().to_string().starts_with("2024-0"))
        .filter(|deal| log.closed(*deal).unwrap().to_string()[..7] < *"2024-04")
        .collect();
    let row = found.rows.last().unwrap();
    let minor: i64 = won.iter().map(|deal| log.value_minor(*deal).unwrap()).sum();
    assert_eq!((row.won, row.won_minor, row.over), (won.len() as u64, minor, true));
    assert!((row.share - minor as f64 / 1e7).abs() < 1e-12 && won.len() > 2);
    assert!(!found.rows[0].over && found.rows[0].says.ends_with("so far."), "{}", found.rows[0].says);
}

#[test]
fn quotas_replace_each_other_and_teams_have_members() {
    let won = ["0 stage Talk", "40 won"];
    let log = deals(&[("a", "Anna", &won), ("b", "ben ", &won), ("c", "Cora", &["0 stage Talk", "100 rep call"])]);
    let quotas = [
        quota(Holder::Person, "Anna", QuotaPeriod::Month, 100, "2026-01-01"),
        quota(Holder::Person, "Anna", QuotaPeriod::Month, 200, "2026-02-10"),
        quota(Holder::Team, "East", QuotaPeriod::Quarter, 300, "2026-01-01"),
    ];
    let found = of(&log, &quotas, &[("East", &["Anna", "Ben"])]);
    let rows: Vec<_> = found.rows.iter().map(|r| (r.name.as_str(), r.period.as_str(), r.quota_minor, r.won)).collect();
    // day 40 is 14 February, day 100 is 15 April: the quota that holds on the last day of a period is the period's
    let expected = [
        ("East", "2026-Q2", 300, 0),
        ("East", "2026-Q1", 300, 2),
        ("Anna", "2026-04", 200, 0),
        ("Anna", "2026-03", 200, 0),
        ("Anna", "2026-02", 200, 1),
        ("Anna", "2026-01", 100, 0),
    ];
    assert_eq!(rows, expected);
    // none of these deals has a value
    let february = &found.rows[4];
    assert_eq!(
        (february.without_value, february.share, february.says.as_str()),
        (1, 0.0, "1 deal won; no share of the quota can be told.")
    );
}

#[test]
fn nothing_gives_words() {
    let log = deals(&[("a", "Anna", &["0 stage Talk", "40 won"])]);
    assert_eq!(of(&log, &[], &[]).sentence, "There are no quotas yet.");
    let quotas = [quota(Holder::Person, "Nobody", QuotaPeriod::Month, 100, "2026-01-01")];
    assert_eq!(of(&deals(&[]), &quotas, &[]).sentence, "There are no deals yet.");
    let nobody = of(&log, &quotas, &[]);
    assert!(nobody.rows.iter().all(|row| row.won == 0 && row.share == 0.0 && row.says.starts_with("No deal won")));
    let later = [quota(Holder::Person, "Anna", QuotaPeriod::Month, 100, "2099-01-01")];
    assert_eq!(of(&log, &later, &[]).sentence, "No quota has begun by 14 February 2026, where the data ends.");
    let zero = [quota(Holder::Person, "Anna", QuotaPeriod::Month, 0, "2026-01-01")];
    assert!(of(&log, &zero, &[]).rows.iter().all(|row| row.share == 0.0));
}
