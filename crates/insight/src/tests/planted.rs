//! Invented histories with planted truths: what is planted is found, and what is useless is not reported.

#[path = "../../examples/plant/world.rs"]
#[allow(dead_code, reason = "the developer tool uses the rest")]
mod world;

use std::convert::Infallible;

use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink},
};
use rayon::prelude::*;

use self::world::{Plan, STAGES, World, world};
use crate::{
    discover::{
        bottlenecks, discover,
        drivers::{Certainty, Driver, Drivers, drivers},
        touchpoints,
    },
    log::{EventLog, EventLogBuilder},
    measure::{metric::Question, standing_out},
    select::Selection,
};

const SEEDS: u64 = 100;
/// In how many at least each thing must hold.
const ENOUGH: usize = 95;
/// In how many an interval at 95 % must hold the truth: with fewer it is hardly one at 95 % (p < 0.02).
const HELD: usize = 90;

fn sure<T>(done: Result<T, Infallible>) -> T {
    match done {
        Ok(done) => done,
    }
}

fn moment(at: i64) -> Option<Timestamp> {
    Timestamp::from_second(at).ok()
}

fn log(made: &World) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for e in &made.events {
        let kind = match e.kind {
            "won" => kind::WON,
            "lost" => kind::LOST,
            "stage" => kind::STAGE,
            _ => kind::ACTIVITY,
        };
        let deal = &made.deals[e.deal];
        let along = [("participants", e.along)];
        sure(builder.event(EventFact {
            deal: &deal.key,
            at: moment(e.at),
            kind,
            activity: &e.activity,
            stage: Some(e.stage),
            side: if e.prospect { Side::Prospect } else { Side::Rep },
            actor: Some(&deal.owner),
            attributes: if e.along.is_empty() { &[] } else { &along },
            key: None,
        }));
    }
    for d in &made.deals {
        let (amount, discount) = (d.amount.to_string(), d.discount.to_string());
        let all = [
            ("owner", d.owner.as_str()),
            ("source", d.source),
            ("persona", d.persona),
            ("industry", d.industry),
            ("region", d.region),
            ("value", &amount),
            ("discount_pct", &discount),
            ("loss_reason", d.loss_reason),
        ];
        let fields: Vec<(&str, &str)> = all.into_iter().filter(|f| !f.1.is_empty()).collect();
        let outcome = match (d.closed, d.won) {
            (None, _) => Outcome::Open,
            (_, true) => Outcome::Won,
            (_, false) => Outcome::Lost,
        };
        let (created, closed) = (moment(d.created), d.closed.and_then(moment));
        sure(builder.deal(DealFact {
            key: &d.key,
            fields: &fields,
            created,
            closed,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        }));
    }
    builder.finish()
}

fn driver<'a>(found: &'a Drivers, title: &str) -> Option<&'a Driver> {
    found.drivers.iter().find(|d| d.title == title)
}

fn supported(found: &Drivers, title: &str) -> bool {
    driver(found, title).is_some_and(|d| d.certainty == Certainty::Supported)
}

/// The planted odds ratio lies within the interval.
fn covers(found: &Drivers, title: &str, planted: f64) -> bool {
    let odds = driver(found, title).and_then(|d| d.odds_ratio);
    odds.is_some_and(|o| o.low.is_some_and(|l| l <= planted) && o.high.is_some_and(|h| h >= planted))
}

/// Titles of the drivers as the product names them.
const ENGINEER: &str = "Engineer at Demo";
const REPLY: &str = "Reply sent within a day";
const DISCOUNT: &str = "Discount pct above 0";
const TESTIMONIAL: &str = "Testimonial shared in Presenting";
const USELESS: [&str; 7] = [DISCOUNT, TESTIMONIAL, "Industry", "Region", "Owner", "Value", "Call"];

/// What must hold in nearly all seeds, by name.
fn checks(plan: &Plan, log: &EventLog) -> Vec<(String, bool)> {
    let found = drivers(log, &Selection::default());
    let mut checks = vec![
        ("finds the engineer".to_owned(), supported(&found, ENGINEER)),
        ("holds the engineer's odds".into(), covers(&found, ENGINEER, plan.engineer)),
        ("finds the quick reply".into(), supported(&found, REPLY)),
        ("finds the source".into(), supported(&found, "Source")),
        ("holds the discount's odds".into(), covers(&found, DISCOUNT, 1.0)),
        ("holds the testimonial's odds".into(), covers(&found, TESTIMONIAL, 1.0)),
        ("leaves the contract out".into(), found.excluded.iter().any(|e| e.title == "Contract signed")),
        ("finds the lesson".into(), found.lesson.is_some()),
    ];
    let called = |d: &&Driver, name: &str| d.title == name || d.title.starts_with(&format!("{name} in "));
    for name in USELESS {
        let reported = found.drivers.iter().filter(|d| called(d, name)).any(|d| d.certainty == Certainty::Supported);
        checks.push((format!("does not report {name}"), !reported));
    }
    let touches = found.drivers.iter().filter(|d| d.id.starts_with("often:"));
    checks.push(("does not report many touches".into(), touches.clone().all(|d| d.certainty != Certainty::Supported)));
    checks.extend(stages(plan, log));
    checks
}

/// The slowest stage, and the stage from which deals go back.
fn stages(plan: &Plan, log: &EventLog) -> Vec<(String, bool)> {
    let all = Selection::default();
    let found = discover(log, &all, model::fact::Rows::default());
    let slowest = bottlenecks(log, &all).stages.into_iter().next();
    let moved: Vec<String> =
        touchpoints(log, &all).opinion.into_iter().filter(|o| o.opinion).map(|o| o.stage).collect();
    let place = |name: &str| found.stages.iter().position(|s| s.name == name);
    let back = found.stages.iter().enumerate().map(|(at, stage)| {
        let earlier =
            stage.next.iter().filter(|(next, _)| place(next).is_some_and(|p| p < at)).map(|(_, n)| n).sum::<u64>();
        (stage.name.as_str(), earlier as f64 / stage.left.max(1) as f64)
    });
    let back = back.max_by(|a, b| a.1.total_cmp(&b.1)).map(|b| b.0);
    let names: Vec<String> = STAGES.map(str::to_owned).to_vec();
    let slow = standing_out(log, &Question::default(), "owner", &names).found;
    let slow: Vec<(&str, &str)> = slow.iter().map(|s| (s.stage.as_str(), s.value.as_str())).collect();
    let planted = format!("Rep {:03}", plan.slow_rep);
    vec![
        ("names the slow rep".into(), slow.contains(&(STAGES[3], planted.as_str()))),
        ("names no other rep".into(), slow.iter().all(|s| s.1 == planted)),
        ("finds the bottleneck".into(), slowest.is_some_and(|s| s.stage == STAGES[plan.bottleneck])),
        ("finds the loop".into(), back == Some(STAGES[plan.back.0])),
        ("finds the stage that moves on opinion, and no other".into(), moved == [STAGES[plan.opinion]]),
    ]
}

#[test]
fn what_is_planted_is_found_and_what_is_useless_is_not() {
    let of_seed = |seed: u64| {
        let plan = Plan::of_seed(seed);
        checks(&plan, &log(&world(&plan)))
    };
    let all: Vec<Vec<(String, bool)>> = (1..=SEEDS).into_par_iter().map(of_seed).collect();
    let held = |at: usize| all.iter().filter(|checks| checks[at].1).count();
    let told: Vec<(String, usize)> =
        all[0].iter().enumerate().map(|(at, (name, _))| (name.clone(), held(at))).collect();
    let least = |name: &str| if name.starts_with("holds") { HELD } else { ENOUGH };
    let missed: Vec<_> = told.iter().filter(|(name, held)| *held < least(name)).collect();
    assert!(missed.is_empty(), "{missed:?} of {told:?}");
}

#[test]
fn the_same_seed_makes_the_same_deals() {
    let plan = Plan { deals: 50, ..Plan::of_seed(7) };
    let figures = || serde_json::to_value(drivers(&log(&world(&plan)), &Selection::default())).unwrap();
    assert_eq!(figures(), figures());
}

#[test]
fn ten_deals_are_listed_and_not_tested() {
    let plan = Plan { deals: 10, ..Plan::of_seed(3) };
    let found = drivers(&log(&world(&plan)), &Selection::default());
    assert!(found.few && found.tested == 0 && found.lesson.is_none());
    assert_eq!(found.deals.len() as u64, found.closed);
    assert!(found.drivers.iter().all(|d| d.p.is_none() && d.certainty == Certainty::CannotTell));
    assert!(found.sentence.starts_with("We can't tell yet"), "{}", found.sentence);
}

#[test]
fn nothing_is_told_of_nothing() {
    let found = drivers(&EventLogBuilder::default().finish(), &Selection::default());
    assert_eq!((found.closed, found.tested, found.drivers.len()), (0, 0, 0));
}
