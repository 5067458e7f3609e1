//! Invented teams with new people: who ramps like those before is not named as needing help, who ramps slower is.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use rayon::prelude::*;

use super::deals::{day, seen};
use crate::{
    log::EventLog,
    measure::{Currency, RampBasis, ramp},
    select::Selection,
};

const SEEDS: u64 = 100;
/// In how many at least nobody may be named who ramps like those before.
const ENOUGH: usize = 95;
/// In how many at least somebody must be named who wins a third of what those before won: in more than twice as many as not.
/// Of 600 seeds they are named in 72 %, and in 3 % anybody is where all ramp alike; to name more takes more people before.
const MOST: usize = 67;
const WEEK: usize = 7;
/// There from the beginning of the data: nobody gave their first day.
const VETERANS: usize = 2;
const BEFORE: usize = 10;
const NEW: usize = 3;
/// Weeks until somebody sells as much as they ever will.
const RAMP: f64 = 26.0;
/// The standard deviation of how people differ by themselves.
const DIFFER: f64 = 0.15;
/// Days of the invented history: those before begin in the first, new people in the second, then a year is looked at.
const FIRST: u32 = 450;
const SECOND: u32 = 90;

struct Person {
    name: String,
    start: u32,
    /// Days from day 0 on which a deal was won.
    won: Vec<u32>,
}

/// Whom everybody is, and what they win: Poisson by day with one deal a week at full pace, which is reached in a straight
/// line, times a pace of their own. The last wins so much of what they would have.
fn team(seed: u64, last: f64) -> Vec<Person> {
    let mut rng = Rng::with_seed(seed ^ 0x7261_6d70);
    let until = FIRST + SECOND + 370;
    let normal = |rng: &mut Rng| (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0;
    let mut person = |place: usize| {
        let (name, start, ramps) = match place {
            p if p < VETERANS => (format!("Veteran {p}"), 0, false),
            p if p < VETERANS + BEFORE => (format!("Before {p}"), rng.u32(1..FIRST - 200), true),
            p => (format!("New {p}"), FIRST + rng.u32(..SECOND), true),
        };
        let slow = if place + 1 == VETERANS + BEFORE + NEW { last } else { 1.0 };
        let pace = (normal(&mut rng) * DIFFER - DIFFER * DIFFER / 2.0).exp() * slow / 7.0;
        let chance = |at: u32| pace * if ramps { (f64::from(at - start) / 7.0 / RAMP).min(1.0) } else { 1.0 };
        let won = (start..until).filter(|at| rng.f64() < chance(*at)).collect();
        Person { name, start, won }
    };
    (0..VETERANS + BEFORE + NEW).map(&mut person).collect()
}

fn log(team: &[Person], until: u32) -> EventLog {
    let of_person = |person: &Person| {
        let open = (person.start, None, format!("{} open", person.name), person.name.clone());
        let won = person.won.iter().take_while(|at| **at < until);
        let won = won.map(|at| (*at, Some(*at), format!("{} {at}", person.name), person.name.clone()));
        std::iter::once(open).chain(won).filter(|deal| deal.0 < until).collect::<Vec<_>>()
    };
    seen(team.iter().flat_map(of_person))
}

/// Everybody who was named in the year after the last began by a manager who looks every so many days.
fn named(seed: u64, last: f64, every: usize) -> BTreeSet<String> {
    let team = team(seed, last);
    let began: Date = day(0.0).to_zoned_datetime(TimeZone::UTC).date();
    let starts: BTreeMap<String, Date> = team
        .iter()
        .skip(VETERANS)
        .map(|person| (person.name.clone(), began.checked_add(i64::from(person.start).days()).unwrap()))
        .collect();
    let currency = Currency::default();
    let by = RampBasis { starts: &starts, quotas: &[], currency: &currency, zone: &TimeZone::UTC, measure: None };
    let looks = (FIRST..FIRST + SECOND + 370).step_by(every);
    let on = |until: u32| ramp(&log(&team, until), &Selection::default(), &by);
    let asked = looks.flat_map(|until| on(until).people.into_iter().filter(|person| person.ask));
    asked.map(|person| person.name).collect()
}

/// In how many of the seeds anybody innocent was named, and in how many the last.
fn of_seeds(last: f64, every: usize) -> (usize, usize) {
    let guilty = format!("New {}", VETERANS + BEFORE + NEW - 1);
    let all: Vec<BTreeSet<String>> = (1..=SEEDS).into_par_iter().map(|seed| named(seed, last, every)).collect();
    let innocent = all.iter().filter(|names| names.iter().any(|name| *name != guilty || last >= 1.0)).count();
    (innocent, all.iter().filter(|names| names.contains(&guilty)).count())
}

#[test]
fn nobody_is_named_who_ramps_like_those_before_though_it_is_looked_at_every_week() {
    let (innocent, _) = of_seeds(1.0, WEEK);
    assert!(innocent <= SEEDS as usize - ENOUGH, "named in {innocent} of {SEEDS}");
}

#[test]
fn who_wins_a_third_of_what_those_before_won_is_named_in_most_teams_and_nobody_else() {
    let (innocent, found) = of_seeds(1.0 / 3.0, 4 * WEEK);
    assert!(found >= MOST && innocent <= SEEDS as usize - ENOUGH, "{found} found, {innocent} innocent of {SEEDS}");
}
