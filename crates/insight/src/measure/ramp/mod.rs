//! How new people grow into it: what they win from their first day on, beside those who began before.

mod result;
mod say;
mod walk;

use std::collections::BTreeMap;

use jiff::{civil::Date, tz::TimeZone};
use model::{
    Timestamp,
    quota::{Holder, Quota, quota_on, same_name},
};

pub use self::result::*;
use self::walk::{Person, people};
use super::worth::Currency;
use crate::{
    log::EventLog,
    select::Selection,
    stats::{
        count::as_few,
        quantile::quantile,
        survival::{Observation, kaplan_meier, median, median_bounds},
    },
    table::{Cell, Kind, Table},
};

/// People told.
const MOST: usize = 100;
/// Weeks shown; after them nobody is new any more.
const YEAR: usize = 52;
/// Weeks after which somebody counts as experienced.
const EXPERIENCED: usize = 26;
/// Four weeks of experienced people that make a target.
const ENOUGH_WINDOWS: usize = 12;
/// People that make a curve.
const CURVE: usize = 10;
/// People that make quartiles.
const QUARTILES: usize = 4;
/// Weeks after which new people are compared with those before: often enough to help, seldom enough that looking at the
/// page every week is no new try each time.
const LOOKS: [usize; 2] = [20, 40];
/// In how many of a hundred teams anybody may be named by chance in the first year.
const LEVEL: f64 = 0.05;
/// Deals that those before must have let expect for a comparison.
const EXPECTED: f64 = 5.0;

/// What ramping is counted by.
#[derive(Debug)]
pub struct RampBasis<'a> {
    /// First days by name, where somebody gave one.
    pub starts: &'a BTreeMap<String, Date>,
    /// The quotas of everybody.
    pub quotas: &'a [Quota],
    /// In which currency values are told.
    pub currency: &'a Currency,
    /// Whose days count.
    pub zone: &'a TimeZone,
    /// What is counted; value where a person has a quota and deals elsewhere, if nobody says.
    pub measure: Option<RampMeasure>,
}

impl RampBasis<'_> {
    /// What somebody is to win in four weeks by their quota of a day.
    fn quota(&self, name: &str, day: Date) -> Option<f64> {
        let quota = quota_on(self.quotas, Holder::Person, name, day)?;
        let minor = match quota.currency == self.currency.name {
            true => quota.amount_minor,
            false => self.currency.changes.get(&quota.currency)?.of(quota.amount_minor)?,
        };
        Some(minor as f64 * 28.0 / quota.per.days()).filter(|target| *target > 0.0)
    }
}

/// How everybody who owns one of the selected deals, or whose first day was given, grew into it.
pub fn ramp(log: &EventLog, selection: &Selection, by: &RampBasis<'_>) -> Ramp {
    let quotas = by.quotas.iter().any(|quota| quota.who == Holder::Person);
    let measure = by.measure.unwrap_or(if quotas { RampMeasure::Value } else { RampMeasure::Deals });
    let as_of = log.as_of();
    let all = as_of.map_or_else(Vec::new, |now| people(log, selection, by, measure, now));
    let experienced = experienced(&all);
    let target = |person: &Person, week: usize| -> (Option<f64>, TargetFrom) {
        let own = (measure == RampMeasure::Value).then(|| by.quota(&person.name, person.day_of(week))).flatten();
        match (own, experienced) {
            (Some(own), _) => (Some(own), TargetFrom::Quota),
            (None, Some(usual)) => (Some(usual), TargetFrom::Experienced),
            (None, None) => (None, TargetFrom::Nothing),
        }
    };
    let reached = |person: &Person| {
        (4..=person.weeks).find(|week| {
            let amount: i64 = person.by_week[week - 4..*week].iter().sum();
            target(person, *week).0.is_some_and(|target| amount as f64 >= target)
        })
    };
    let weeks: Vec<Option<usize>> = all.iter().map(&reached).collect();
    let mut latest: Vec<usize> = (0..all.len()).collect();
    latest.sort_by(|a, b| all[*b].start.cmp(&all[*a].start).then_with(|| all[*a].name.cmp(&all[*b].name)));
    latest.truncate(MOST);
    let told = |place: usize| {
        let person = &all[place];
        let before = began_before(person, &all);
        let (now, from) = target(person, person.weeks);
        let reached = weeks[place].map(|week| (week, target(person, week).1));
        let compared = compared(person, &before);
        let fewer = compared.is_some_and(|compared| fewer(person, &all, &compared));
        let said = say::person(person, reached, &before, compared.as_ref(), fewer);
        let shown = person.weeks.min(YEAR);
        let four = |week: usize| {
            let amount = person.by_week[week - 4..week].iter().sum();
            let share = target(person, week).0.map(|target| amount as f64 / target);
            FourWeeks { week: week as u64, amount, share }
        };
        RampPerson {
            name: person.name.clone(),
            start: person.start,
            given: person.given,
            perhaps_before: person.perhaps_before,
            weeks: person.weeks as u64,
            won: person.won,
            amount: person.amount,
            without_value: person.without_value,
            target: now,
            target_from: from,
            reached_week: weeks[place].map(|week| week as u64),
            by_week: (1..=shown).map(|week| person.by(week)).collect(),
            four_weeks: (4..=shown).step_by(4).map(four).collect(),
            before: beside(person, &before),
            tasks: person.tasks,
            tasks_a_week: (person.weeks > 0).then(|| person.tasks_in_weeks as f64 / person.weeks as f64),
            says: said.says,
            early: said.early,
            ask: said.ask,
        }
    };
    let found: Vec<RampPerson> = latest.into_iter().map(told).collect();
    let with_target: Vec<(usize, Option<usize>)> = all
        .iter()
        .zip(&weeks)
        .filter(|(person, _)| target(person, person.weeks).0.is_some())
        .map(|(person, reached)| (person.weeks, *reached))
        .collect();
    Ramp {
        as_of,
        measure,
        currency: by.currency.name.clone(),
        sentence: say::sentence(&found),
        notes: say::notes(&found, experienced, measure, all.len()),
        time_to_target: time_to_target(&with_target),
        experienced,
        tasks_known: all.iter().any(|person| person.tasks > 0),
        people: found,
    }
}

/// The median of four weeks of those more than half a year in; none where it is nothing.
fn experienced(all: &[Person]) -> Option<f64> {
    let windows = |person: &Person| {
        let whole = (EXPERIENCED + 4..=person.weeks).step_by(4);
        whole.map(|week| person.by_week[week - 4..week].iter().sum::<i64>() as f64).collect::<Vec<_>>()
    };
    let each: Vec<Vec<f64>> = all.iter().map(windows).filter(|windows| !windows.is_empty()).collect();
    let mut windows: Vec<f64> = each.iter().flatten().copied().collect();
    if each.len() < 2 || windows.len() < ENOUGH_WINDOWS {
        return None;
    }
    windows.sort_by(f64::total_cmp);
    quantile(&windows, 0.5).filter(|median| *median > 0.0)
}

/// What those before had by the end of each week that the person has come to.
fn beside(person: &Person, before: &[&Person]) -> Vec<Before> {
    let at = |week: usize| {
        let had = before.iter().filter(|other| other.weeks >= week).map(|other| other.by(week) as f64);
        let mut had: Vec<f64> = had.collect();
        had.sort_by(f64::total_cmp);
        let quartile = |q: f64| quantile(&had, q).filter(|_| had.len() >= QUARTILES);
        let (people, median) = (had.len() as u64, quantile(&had, 0.5)?);
        Some(Before { week: week as u64, people, median, low: quartile(0.25), high: quartile(0.75) })
    };
    (1..=person.weeks.min(YEAR)).map_while(at).collect()
}

/// Those who began before somebody, and of whom the data tells from their first day on: of others nobody knows how they
/// began.
fn began_before<'a>(person: &Person, all: &'a [Person]) -> Vec<&'a Person> {
    all.iter().filter(|other| other.followed && other.start < person.start).collect()
}

/// Deals won beside those of people before in as many weeks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compared {
    /// Weeks that are compared.
    pub weeks: usize,
    /// Deals won in them.
    pub won: u64,
    /// How many those before won in theirs on average.
    pub expected: f64,
    /// Lower and upper quartile of those before.
    pub usual: (f64, f64),
    /// Probability of so few by chance and by how people differ.
    p: f64,
}

/// Compares deals won in the weeks up to the last look, or in the first year once it is over. None before the first look,
/// and where fewer than four of those before came as far.
fn compared(person: &Person, before: &[&Person]) -> Option<Compared> {
    let weeks = LOOKS.into_iter().chain([YEAR + 1]).rfind(|look| *look <= person.weeks)?.min(YEAR);
    let far = before.iter().filter(|other| other.weeks >= weeks);
    let mut had: Vec<u64> = far.map(|other| other.deals_by(weeks)).collect();
    if had.len() < QUARTILES {
        return None;
    }
    had.sort_unstable();
    let won = person.deals_by(weeks);
    let p = as_few(won, &had)?;
    let had: Vec<f64> = had.into_iter().map(|n| n as f64).collect();
    let expected = had.iter().sum::<f64>() / had.len() as f64;
    Some(Compared { weeks, won, expected, usual: (quantile(&had, 0.25)?, quantile(&had, 0.75)?), p })
}

/// Whether somebody in their first year won fewer deals than chance and how people differ explain: below 5 % after
/// correction for the looks and for everybody who began within half a year of them, whether they still are new or not: else
/// the last of a year's people would be asked for less than the first.
///
/// Source: O. J. Dunn (1961), J. Am. Stat. Assoc. 56, 52–64 (Bonferroni's inequality).
fn fewer(person: &Person, all: &[Person], compared: &Compared) -> bool {
    let with = all.iter().filter(|other| other.weeks.abs_diff(person.weeks) <= YEAR / 2).count();
    let tries = (LOOKS.len() * with) as f64;
    person.weeks <= YEAR && compared.expected >= EXPECTED && compared.p * tries < LEVEL
}

fn time_to_target(people: &[(usize, Option<usize>)]) -> TimeToTarget {
    let observe = |(weeks, reached): &(usize, Option<usize>)| match reached {
        Some(week) => Observation { time: *week as f64, outcome: 1 },
        None => Observation { time: *weeks as f64, outcome: 0 },
    };
    let observed: Vec<Observation> = people.iter().map(observe).collect();
    let reached = people.iter().filter(|(_, reached)| reached.is_some()).count() as u64;
    let steps = if people.len() >= CURVE { kaplan_meier(&observed) } else { Vec::new() };
    let (low, high) = median_bounds(&steps);
    let middle = median(&steps);
    let step = |s: &crate::stats::survival::Step| NotYet {
        weeks: s.time,
        share: s.share,
        low: s.low,
        high: s.high,
        at_risk: s.at_risk,
    };
    TimeToTarget {
        people: people.len() as u64,
        reached,
        median_weeks: middle,
        low,
        high,
        says: say::target(people.len(), reached, middle, low, high),
        curve: steps.iter().map(step).collect(),
    }
}

impl Ramp {
    /// What one person may see of it: how they do themselves beside those before, who have no names.
    #[must_use]
    pub fn of_one(mut self, name: &str) -> Self {
        self.people.retain(|person| same_name(&person.name, name));
        let own = self.people.first().map(|person| person.says.clone());
        self.sentence = own.unwrap_or_else(|| "You own no deal yet.".into());
        self
    }

    /// One row a person and week.
    pub fn rows(&self) -> Table {
        let value = self.measure == RampMeasure::Value;
        let columns = [
            ("name", Kind::Text),
            ("start", Kind::Day),
            ("given", Kind::Boolean),
            ("week", Kind::Integer),
            ("amount", if value { Kind::Money } else { Kind::Integer }),
            ("measure", Kind::Text),
            ("currency", Kind::Text),
            ("before", Kind::Integer),
            ("before_median", Kind::Number),
            ("before_low", Kind::Number),
            ("before_high", Kind::Number),
        ];
        let unit = if value { 100.0 } else { 1.0 };
        let row = |person: &RampPerson, place: usize, won: i64| {
            let before = person.before.get(place);
            let told = |of: fn(&Before) -> Option<f64>| Cell::from(before.and_then(of).map(|n| n / unit));
            vec![
                Cell::from(&person.name),
                person.start.into(),
                person.given.into(),
                (place + 1).into(),
                if value { Cell::money(won) } else { won.into() },
                Cell::from(if value { "value" } else { "deals" }),
                Cell::from(&self.currency),
                before.map_or(0, |before| before.people).into(),
                told(|b| Some(b.median)),
                told(|b| b.low),
                told(|b| b.high),
            ]
        };
        let of_person = |person: &RampPerson| {
            person.by_week.iter().enumerate().map(|(i, n)| row(person, i, *n)).collect::<Vec<_>>()
        };
        Table::new(&columns, self.people.iter().flat_map(of_person).collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}

/// The first day given for somebody.
fn given(starts: &BTreeMap<String, Date>, name: &str) -> Option<Date> {
    starts.iter().find(|(person, _)| same_name(person, name)).map(|(_, day)| *day)
}

/// The day of a moment.
fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned_datetime(zone.clone()).date()
}
