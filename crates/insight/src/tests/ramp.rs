//! How new people grow into it.

use std::collections::BTreeMap;

use jiff::{civil::Date, tz::TimeZone};
use model::quota::{Holder, Quota, QuotaPeriod};

use super::{data::sample, deals::deals};
use crate::{
    log::EventLog,
    measure::{Currency, Ramp, RampBasis, RampMeasure, TargetFrom, ramp},
    select::Selection,
};

fn of(log: &EventLog, starts: &[(&str, &str)], quotas: &[Quota], measure: Option<RampMeasure>) -> Ramp {
    let starts: BTreeMap<String, Date> = starts.iter().map(|(n, d)| ((*n).to_owned(), d.parse().unwrap())).collect();
    let currency = Currency::default();
    let by = RampBasis { starts: &starts, quotas, currency: &currency, zone: &TimeZone::UTC, measure };
    ramp(log, &Selection::default(), &by)
}

/// Won deals of one owner: first in the stage at `from`, then one won every `every` days up to `until`.
struct Seller(&'static str, u32, u32, u32);

fn team(sellers: &[Seller]) -> EventLog {
    let mut all: Vec<(String, &str, Vec<String>)> = Vec::new();
    for Seller(name, from, every, until) in sellers {
        all.push((format!("{name} first"), name, vec![format!("{from} stage Talk")]));
        for at in (from + every..=*until).step_by(*every as usize) {
            all.push((format!("{name} {at}"), name, vec![format!("{} stage Talk", at - 1), format!("{at} won")]));
        }
    }
    let lines: Vec<Vec<&str>> = all.iter().map(|(_, _, e)| e.iter().map(String::as_str).collect()).collect();
    let told: Vec<(&str, &str, &[&str])> =
        all.iter().zip(&lines).map(|((key, owner, _), lines)| (key.as_str(), *owner, lines.as_slice())).collect();
    deals(&told)
}

#[test]
fn a_slow_beginner_is_asked_kindly_and_others_are_not() {
    let old = ["Anna", "Ben", "Cora", "Dora", "Emil"];
    let mut sellers: Vec<Seller> = old.iter().map(|name| Seller(name, 0, 7, 700)).collect();
    sellers.extend([Seller("Slow", 500, 100, 700), Seller("Usual", 500, 7, 700), Seller("Fresh", 690, 100, 700)]);
    // of nobody it is known how they began, until their first days are given
    let seen = of(&team(&sellers), &[], &[], None);
    assert!(seen.people.iter().all(|person| !person.ask), "{}", seen.sentence);
    assert!(seen.people.iter().find(|person| person.name == "Slow").unwrap().before.is_empty());
    let starts = old.map(|name| (name, "2026-01-05"));
    let found = of(&team(&sellers), &starts, &[], None);
    let person = |name: &str| found.people.iter().find(|p| p.name == name).unwrap();
    assert_eq!(found.measure, RampMeasure::Deals);
    let (slow, usual, fresh) = (person("Slow"), person("Usual"), person("Fresh"));
    assert!(slow.ask, "{}", slow.says);
    let says = "1 deal won in 20 weeks; half of those before had 19 to 19 by then. That is fewer than chance and how people \
                differ explain. Ask what would help.";
    assert_eq!(slow.says, says);
    assert!(!usual.ask && usual.reached_week == Some(5), "{} {:?}", usual.says, usual.target);
    let early = "Too early to say: no deals won in 1 week. After 20 weeks they are compared with those before.";
    assert_eq!((fresh.ask, fresh.says.as_str()), (false, early));
    let sentence = "Ask Slow what would help: fewer deals won so far than chance and how people differ explain.";
    assert_eq!(found.sentence, sentence);
    // weeks begin on the first day: one deal every seven days, the seventh day belonging to the next week
    assert_eq!((slow.weeks, slow.before.len(), slow.before[3].people), (28, 28, 5));
    assert_eq!((usual.by_week[3], slow.before[3].median, slow.before[3].low), (3, 3.0, Some(3.0)));
    assert_eq!((usual.target, usual.target_from), (Some(4.0), TargetFrom::Experienced));
    // eight people are people, no curve
    let time = &found.time_to_target;
    assert_eq!((time.people, time.reached, time.median_weeks, time.curve.len()), (8, 6, None, 0));
    assert_eq!(time.says, "6 of 8 people reached the target; too few for a curve.");
}

#[test]
fn after_the_first_year_nobody_is_asked_any_more() {
    let starts = ["Anna", "Ben", "Cora", "Dora"].map(|name| (name, "2026-01-05"));
    let old = starts.map(|(name, _)| Seller(name, 0, 7, 900));
    let ask = |until: u32| {
        let sellers = old.iter().map(|s| Seller(s.0, 0, 7, until)).chain([Seller("Slow", 400, 150, until)]);
        let found = of(&team(&sellers.collect::<Vec<_>>()), &starts, &[], None);
        let slow = found.people.into_iter().find(|person| person.name == "Slow").unwrap();
        (slow.ask, slow.says)
    };
    assert!(ask(760).0);
    assert_eq!(ask(900), (false, "2 deals won in 52 weeks; half of those before had 51 to 51 by then.".into()));
}

#[test]
fn enough_people_make_a_curve() {
    const NAMES: [&str; 12] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
    let sellers: Vec<Seller> = NAMES.iter().zip(0..).map(|(name, n)| Seller(name, n * 50, 7, 700)).collect();
    let time = of(&team(&sellers), &[], &[], None).time_to_target;
    assert_eq!((time.people, time.reached, time.median_weeks), (12, 12, Some(5.0)));
    assert!(time.curve.iter().all(|step| step.share.is_finite() && step.low <= step.high));
}

#[test]
fn a_first_day_and_a_quota_that_were_given_count() {
    let log = sample();
    let quota = Quota {
        who: Holder::Person,
        name: "Rep 003".into(),
        amount_minor: 4_000_000,
        currency: String::new(),
        per: QuotaPeriod::Month,
        from: "2022-01-01".parse().unwrap(),
    };
    let found =
        of(&log, &[("rep 003", "2024-03-04"), ("Newcomer", "2024-12-30"), ("Later", "2030-01-01")], &[quota], None);
    let person = |name: &str| found.people.iter().find(|p| p.name == name).unwrap();
    let third = person("Rep 003");
    assert_eq!((found.measure, third.given, third.perhaps_before, third.weeks), (RampMeasure::Value, true, false, 43));
    let expected = 4_000_000.0 * 28.0 * 12.0 / 365.2425;
    assert!((third.target.unwrap() - expected).abs() < 1e-6 && third.target_from == TargetFrom::Quota);
    let from = "2024-03-04T00:00:00Z".parse::<model::Timestamp>().unwrap();
    let own = log.all().filter(|d| log.owner(*d) == Some("Rep 003") && log.outcome(*d) == model::Outcome::Won);
    let minor: i64 = own.filter(|d| log.closed(*d).unwrap() >= from).map(|d| log.value_minor(d).unwrap()).sum();
    assert_eq!(third.amount, minor);
    let last = third.four_weeks.last().unwrap();
    assert_eq!((last.week, third.by_week[39] + last.amount - last.amount), (40, third.by_week[39]));
    assert!((last.share.unwrap() - last.amount as f64 / expected).abs() < 1e-9);
    // somebody without deals, in their first week; somebody who has not begun is not told
    assert_eq!((person("Newcomer").weeks, person("Newcomer").says.as_str()), (0, "In their first week. Welcome them."));
    assert!(found.people.iter().all(|p| p.name != "Later"));
    let others = person("Rep 000");
    assert!(!others.given && others.perhaps_before);
    assert!(found.notes.iter().any(|note| note.contains("may have been there before")), "{:?}", found.notes);
    assert!(!found.tasks_known);
}

#[test]
fn nothing_gives_words() {
    let nothing = of(&deals(&[]), &[("Anna", "2026-01-01")], &[], None);
    assert_eq!((nothing.people.len(), nothing.sentence.as_str()), (0, "Nobody owns a deal yet."));
    assert_eq!(nothing.time_to_target.says, "Nobody has a target.");
    let one = of(&deals(&[("a", "Anna", &["0 stage Talk", "30 won"])]), &[], &[], None);
    assert_eq!((one.people[0].won, one.people[0].target, one.people[0].target_from), (1, None, TargetFrom::Nothing));
    assert!(
        one.people[0]
            .says
            .starts_with("Too early to say: no deals won in 4 weeks; nobody whose first weeks are known began before"),
        "{}",
        one.people[0].says
    );
    assert_eq!(one.sentence, "One person began in the last 52 weeks. It is too early to say how it goes.");
    let open = of(&deals(&[("a", "", &["0 stage Talk"])]), &[], &[], Some(RampMeasure::Value));
    assert!(open.people.is_empty());
}

#[test]
fn tasks_are_counted_by_who_ticked_them() {
    let mut builder = crate::log::EventLogBuilder::default();
    use model::fact::{DealFact, EventFact, FactSink};
    for n in 0..15 {
        let at = Some(super::deals::day(f64::from(n)));
        let fact = EventFact {
            deal: "a",
            at,
            kind: model::event::kind::TASK_DONE,
            activity: "Task done",
            stage: None,
            side: model::Side::Rep,
            actor: Some("anna"),
            attributes: &[],
            key: None,
        };
        let Ok(()) = builder.event(fact);
    }
    let fields = [("owner", "Anna")];
    let Ok(()) = builder.deal(DealFact {
        key: "a",
        fields: &fields,
        created: None,
        closed: None,
        outcome: None,
        stage: None,
        modified: None,
    });
    let found = of(&builder.finish(), &[], &[], None);
    // day 0 is a Monday at nine: fifteen tasks, fourteen of them in two whole weeks
    assert!(found.tasks_known);
    assert_eq!((found.people[0].tasks, found.people[0].tasks_a_week), (15, Some(7.0)));
}
