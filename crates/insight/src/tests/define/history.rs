use model::{
    language::Language,
    process::{FieldTest, Ground, Predicate},
};
use rstest::rstest;

use super::{by_prospect, criterion, process, ways};
use crate::{
    define::{Among, CriterionHistory, HistoryVerdict, criterion_history, held_deals},
    log::EventLog,
    select::Selection,
    tests::deals::day,
};

type Ways<'a> = &'a [(usize, &'a [&'a str])];

fn tested(log: &EventLog, test: &Predicate) -> CriterionHistory {
    criterion_history(log, &process(), "b", test, &Selection::default(), Language::En, day(100.0))
}

fn met(found: &CriterionHistory) -> (u64, u64, u64, u64) {
    (found.won.count, found.won.of, found.lost.count, found.lost.of)
}

/// Won deals that had met it, of how many, and lost ones: `email.received` by the prospect on leaving B.
#[rstest]
#[case("before the stage counts", &["0 stage A", "1 prospect email.received", "2 stage B", "3 stage C", "4 won"], (1, 1, 0, 0))]
#[case("in the stage", &["0 stage B", "1 prospect email.received", "2 stage C", "3 lost"], (0, 0, 1, 1))]
#[case("after it does not", &["0 stage B", "1 stage C", "2 prospect email.received", "3 won"], (0, 1, 0, 0))]
#[case("by the rep does not", &["0 stage B", "1 rep email.received", "2 stage C", "3 won"], (0, 1, 0, 0))]
#[case("won from it", &["0 stage B", "1 prospect email.received", "2 won"], (1, 1, 0, 0))]
#[case("lost from it says nothing", &["0 stage B", "1 prospect email.received", "2 lost"], (0, 0, 0, 0))]
#[case("going back is not moving on", &["0 stage B", "1 stage A", "2 prospect email.received", "3 lost"], (0, 0, 0, 0))]
#[case("nor is being kept for later", &["0 stage B", "1 stage later", "2 lost"], (0, 0, 0, 0))]
#[case("the last time counts", &["0 stage B", "1 stage C", "2 stage B", "3 prospect email.received", "4 stage C", "5 won"], (1, 1, 0, 0))]
#[case("moved on before it was lost from there", &["0 stage B", "1 stage C", "2 stage B", "3 prospect email.received", "4 lost"], (0, 0, 0, 1))]
#[case("passing over a stage", &["0 stage A", "1 stage C", "2 won"], (0, 0, 0, 0))]
#[case("through a stage that nobody knows", &["0 stage B", "1 stage X", "2 prospect email.received", "3 stage C", "4 won"], (1, 1, 0, 0))]
#[case("still open", &["0 stage B", "1 prospect email.received", "2 stage C"], (0, 0, 0, 0))]
#[case("at the very moment", &["0 stage B", "1 stage C", "1 prospect email.received", "2 won"], (1, 1, 0, 0))]
fn what_had_been_met(#[case] what: &str, #[case] events: &[&str], #[case] expected: (u64, u64, u64, u64)) {
    let found = tested(&ways(&[(1, events)]), &by_prospect("email.received"));
    assert_eq!(met(&found), expected, "{what}");
}

const WITH_WON: &[&str] = &["0 stage B", "1 prospect call", "2 stage C", "3 won"];
const WITHOUT_WON: &[&str] = &["0 stage B", "1 rep call", "2 stage C", "3 won"];
const WITH_LOST: &[&str] = &["0 stage B", "1 prospect call", "2 stage C", "3 lost"];
const WITHOUT_LOST: &[&str] = &["0 stage B", "1 rep call", "2 stage C", "3 lost"];
const UNTOUCHED: &[&str] = &["0 stage B", "1 stage C", "2 won"];
const NOWHERE: &[&str] = &["0 prospect call", "1 won"];
const IN_A: &[&str] = &["0 stage A", "1 prospect call"];
const LOST_THERE: &[&str] = &["0 stage B", "1 rep call", "3 lost"];

#[rstest]
#[case(
    &[(80, WITH_WON), (20, WITHOUT_WON), (20, WITH_LOST), (80, WITHOUT_LOST)],
    HistoryVerdict::Supported,
    "80 of 100 won deals (80 %, 71–87) had met this when they moved on from B, 20 of 100 lost ones (20 %, 13–29). Of the \
     deals that had, 80 % were won; of those that had not, 20 %: knowing it then would have predicted a win rate 60 points \
     higher (47–69). That goes together; it is not shown that asking for it wins deals."
)]
#[case(
    &[(20, WITH_WON), (80, WITHOUT_WON), (80, WITH_LOST), (20, WITHOUT_LOST)],
    HistoryVerdict::WonLessOften,
    "20 of 100 won deals (20 %, 13–29) had met this when they moved on from B, 80 of 100 lost ones (80 %, 71–87). Of the \
     deals that had, 20 % were won; of those that had not, 80 %: 60 points less (47–69). Deals that met it were won less \
     often; look again at what it asks for."
)]
#[case(
    &[(50, WITH_WON), (50, WITHOUT_WON), (49, WITH_LOST), (51, WITHOUT_LOST)],
    HistoryVerdict::NoDifference,
    "50 of 100 won deals (50 %, 40–60) had met this when they moved on from B, 49 of 100 lost ones (49 %, 39–59). Of the \
     deals that had, 51 % were won; of those that had not, 50 %: a difference of 1 point (−13 to 15) that the data does \
     not support."
)]
#[case(
    &[(3, WITH_WON), (2, WITHOUT_WON), (1, WITH_LOST), (1, WITHOUT_LOST)],
    HistoryVerdict::TooLittleData,
    "We can't tell yet: 3 of 5 won deals had met this when they moved on from B, 1 of 2 lost ones."
)]
#[case(
    &[(60, WITH_WON), (2, WITHOUT_WON), (40, WITH_LOST), (1, WITHOUT_LOST)],
    HistoryVerdict::TooLittleData,
    "We can't tell yet: 60 of 62 won deals had met this when they moved on from B, 40 of 41 lost ones. Too few had not to \
     compare."
)]
#[case(
    &[(60, WITH_WON), (40, WITH_LOST)],
    HistoryVerdict::AlwaysMet,
    "All 100 closed deals that moved on from B had met this, so it would have told nothing apart."
)]
#[case(
    &[(60, WITHOUT_WON), (40, WITHOUT_LOST), (1, IN_A)],
    HistoryVerdict::NeverMet,
    "None of the 100 closed deals that moved on from B had met this: it would have held every one, the 60 won deals too."
)]
#[case(
    &[(60, UNTOUCHED)],
    HistoryVerdict::NotInData,
    "This data has nothing of what it asks for, so it cannot be tested."
)]
#[case(
    &[(60, NOWHERE)],
    HistoryVerdict::TooLittleData,
    "We can't tell yet: no closed deal has moved on from B at a known time."
)]
// Hardly one that moved on was lost: those lost in the stage are compared too.
#[case(
    &[(80, WITH_WON), (20, WITHOUT_WON), (1, WITH_LOST), (99, LOST_THERE)],
    HistoryVerdict::Supported,
    "80 of 100 won deals (80 %, 71–87) had met this when they left B, 1 of 100 lost ones (1 %, 0.2–5). Of the deals that \
     had, 99 % were won; of those that had not, 17 %: knowing it then would have predicted a win rate 82 points higher \
     (73–88). That goes together; it is not shown that asking for it wins deals."
)]
fn verdicts(#[case] deals: Ways<'_>, #[case] verdict: HistoryVerdict, #[case] sentence: &str) {
    let found = tested(&ways(deals), &by_prospect("call"));
    assert_eq!((found.verdict, found.sentence.as_str()), (verdict, sentence));
    assert_eq!((found.ground, found.says.as_str()), (Ground::Prospect, "The prospect made a call."));
}

#[test]
fn what_went_against_it_can_be_looked_at() {
    let all: Ways<'_> = &[(30, WITH_WON), (2, WITHOUT_WON), (25, WITH_LOST), (80, WITHOUT_LOST)];
    let found = tested(&ways(all), &by_prospect("call"));
    assert_eq!((found.won_without.len(), found.lost_with.len(), found.among), (2, 20, Among::MovedOn));
    assert!(found.won_without.iter().all(|d| d.name.starts_with("W1-")), "{:?}", found.won_without);
    assert!(found.lost_with.iter().all(|d| d.name.starts_with("W2-")), "{:?}", found.lost_with);
}

#[test]
fn fields_are_said_to_be_those_of_today() {
    let owner = Predicate::Field(FieldTest { name: "owner".into(), ..FieldTest::default() });
    let found = tested(&ways(&[(30, WITH_WON), (30, WITH_LOST)]), &Predicate::Not(Box::new(owner)));
    assert_eq!(found.verdict, HistoryVerdict::NeverMet);
    assert_eq!(found.notes, ["Fields are read as they are today, since what they were then is not kept."]);
    let set = Predicate::Field(FieldTest { name: "owner".into(), within_days: Some(5.0), ..FieldTest::default() });
    assert_eq!(tested(&ways(&[(30, WITH_WON)]), &set).verdict, HistoryVerdict::NotInData);
}

#[test]
fn open_deals_that_it_would_hold() {
    let log = ways(&[
        (150, &["90 stage B"]),
        (1, &["80 stage B"]),
        (3, &["95 stage B", "96 prospect call"]),
        (4, &["95 stage C"]),
        (30, WITH_WON),
    ]);
    let found = tested(&log, &by_prospect("call")).open;
    assert_eq!((found.deals, found.held, found.list.len()), (154, 151, 100));
    // The longest in the stage comes first, as none has a value.
    assert_eq!((found.list[0].key.as_str(), found.list[0].days), ("W1-0", Some(20.0)));
    assert_eq!((found.list[1].key.as_str(), found.list[1].days), ("W0-0", Some(10.0)));
    assert_eq!(found.list[0].id, log.deal_id(log.find("W1-0").unwrap()));
}

#[test]
fn held_by_the_required_criteria_alone() {
    let mut process = process();
    process.stages[1].exit = vec![
        criterion("called", by_prospect("call"), true),
        criterion("wrote", by_prospect("email.received"), true),
        criterion("wished", by_prospect("demo"), false),
    ];
    process.stages[0].exit = vec![criterion("wished", by_prospect("demo"), false)];
    let log = ways(&[
        (2, &["1 stage B"]),
        (3, &["1 stage B", "2 prospect call"]),
        (4, &["1 stage B", "2 prospect call", "3 prospect email.received"]),
        (5, &["1 stage A"]),
        (6, &["1 stage B", "2 won"]),
    ]);
    let found = held_deals(&log, &process, &Selection::default(), day(9.0));
    let [b] = &found[..] else { panic!("{found:?}") };
    assert_eq!((b.stage.as_str(), b.open, b.met, b.held), ("b", 9, 4, 5));
    let missing: Vec<&[String]> = b.deals.iter().map(|d| d.missing.as_slice()).collect();
    assert_eq!(missing[0], ["called", "wrote"]);
    assert_eq!(missing[4], ["wrote"]);
    let json = serde_json::to_value(&b.deals[0]).unwrap();
    assert_eq!((&json["key"], &json["days"]), (&"W0-0".into(), &8.0.into()));
}

#[test]
fn a_stage_that_the_process_does_not_have() {
    let (log, test) = (ways(&[(30, WITH_WON)]), by_prospect("call"));
    let found = criterion_history(&log, &process(), "zzz", &test, &Selection::default(), Language::En, day(9.0));
    assert_eq!(found.sentence, "The process has no such stage.");
    assert_eq!(found.open, Default::default());
}
