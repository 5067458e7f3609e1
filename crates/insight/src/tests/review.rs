//! What a manager looks at each week.

use jiff::ToSpan;
use model::Timestamp;

use super::{
    data::sample,
    deals::{day, deals},
};
use crate::{
    log::EventLog,
    measure::{Changes, Period, Review, review},
    select::Selection,
};

/// From day `from` to day `to` of the test's calendar.
fn looked(log: &EventLog, from: i64, to: i64) -> Review {
    review(log, &Selection::default(), Period { from: day(from as f64), to: day(to as f64) })
}

/// Six won deals of three days each in `Qualify`, then what is looked at.
fn pipeline() -> EventLog {
    let won = ["0 stage Qualify", "1 prospect call", "3 stage Close", "5 prospect contract.signed", "6 won"];
    deals(&[
        ("w1", "Anna", &won),
        ("w2", "Anna", &won),
        ("w3", "Anna", &won),
        ("w4", "Anna", &won),
        ("w5", "Anna", &won),
        ("alone", "Ben", &["20 stage Qualify", "20.5 rep call", "21 stage Close"]),
        ("asked", "Ben", &["20 stage Qualify", "20.5 prospect call", "21 stage Close", "22 stage Qualify"]),
        ("old", "Ben", &["10 stage Qualify", "11 prospect call"]),
        ("young", "Ben", &["21 stage Qualify"]),
        ("lost", "Ben", &["20 stage Close", "21 lost"]),
    ])
}

#[test]
fn a_week() {
    let found = looked(&pipeline(), 19, 23);
    assert_eq!(found.changes, Changes { created: 4, moved_on: 2, moved_back: 1, won: 0, lost: 1 });
    let alone: Vec<_> = found.without_act.iter().map(|m| (m.deal.name.as_str(), m.from.as_str())).collect();
    assert_eq!((found.without_act_total, alone), (1, vec![("alone", "Qualify")]));
    // "asked" is back in its stage since a day; "young" is there for two
    let old: Vec<_> = found.outlived.iter().map(|o| (o.deal.name.as_str(), o.days, o.longest_won)).collect();
    assert_eq!(old, [("old", 13.0, 3.0)]);
}

#[test]
fn where_no_act_is_known_nobody_is_blamed() {
    let log = deals(&[("a", "Anna", &["0 stage Qualify", "1 rep call", "2 stage Close"])]);
    let found = looked(&log, 0, 9);
    assert_eq!((found.knows_acts, found.without_act_total, found.changes.moved_on), (false, 0, 1));
}

#[test]
fn a_period_without_anything_and_few_won_deals() {
    let nothing = looked(&pipeline(), 900, 907);
    assert_eq!((nothing.changes, nothing.without_act_total), (Changes::default(), 0));
    assert_eq!(looked(&deals(&[]), 0, 7).outlived_total, 0);
    let few = deals(&[("w", "Anna", &["0 stage Qualify", "1 won"]), ("o", "Ben", &["0 stage Qualify"])]);
    assert_eq!(looked(&few, 0, 90).outlived_total, 0, "one won deal says nothing");
}

#[test]
fn the_real_history_adds_up() {
    let log = sample();
    let all = review(&log, &Selection::default(), Period { from: Timestamp::MIN, to: Timestamp::MAX });
    let won = log.all().filter(|deal| log.outcome(*deal) == model::Outcome::Won).count() as u64;
    assert_eq!(all.changes.won, won);
    let months = |n: i64| Timestamp::UNIX_EPOCH.checked_add((n * 30 * 24).hours()).unwrap();
    let each = (0..900).map(|n| review(&log, &Selection::default(), Period { from: months(n), to: months(n + 1) }));
    let (on, back) = each.fold((0, 0), |(on, back), r| (on + r.changes.moved_on, back + r.changes.moved_back));
    assert_eq!((on, back), (all.changes.moved_on, all.changes.moved_back));
}
