use model::{Side, language::Language, process::*};

use crate::{
    define::*,
    discover::propose,
    select::Selection,
    tests::data::{sample, truth},
};

#[test]
fn try_it() {
    let log = sample();
    let process = propose(&log, &Selection::default()).process;
    let all = Selection::default();
    let now = log.as_of().unwrap();
    for s in &process.stages {
        println!("--- {} {:?} {:?}", s.id, s.kind, s.observed);
        for c in &s.exit {
            println!("   {} req {} {:?}: {}", c.id, c.required, c.test, c.evidence);
            let h = criterion_history(&log, &process, &s.id, &c.test, &all, Language::En, now);
            println!(
                "      {:?} {} {:?} open {} held {} ex {} {}",
                h.verdict,
                h.sentence,
                h.notes,
                h.open.deals,
                h.open.held,
                h.won_without.len(),
                h.lost_with.len()
            );
        }
        for g in suggestions(
            &log,
            &Process {
                stages: process.stages.iter().map(|s| Stage { exit: vec![], ..s.clone() }).collect(),
                ..process.clone()
            },
            &s.id,
            &all,
            Language::En,
        ) {
            println!("   SUGGEST {} {:?} {}", g.criterion.id, g.criterion.test, g.criterion.evidence);
        }
    }
    let o = observed(&log, &process, &all);
    for s in &o.stages {
        println!("{s:?} {:.3}", s.without_prospect as f64 / s.moved_on.max(1) as f64);
    }
    println!("{:?}\n{:?}\n{:?}\n{:?}", o.criteria, o.kinds, o.words, o.fields);
    for h in held_deals(&log, &process, &all, now) {
        println!("{} open {} met {} held {} {:?}", h.stage, h.open, h.met, h.held, h.deals.first());
    }
    let _ = (Side::Rep, truth("sample-history/truth.json"));
}
