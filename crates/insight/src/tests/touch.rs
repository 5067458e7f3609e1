//! Touchpoints, first and last acts, bottlenecks.

use model::{Side, fact::Rows};
use rstest::rstest;

use super::{
    data::{maven, near, sample, truth},
    deals::deals,
};
use crate::{
    discover::{Channel, TouchRow, bottlenecks, discover, first_and_last, touchpoints},
    log::EventLog,
    select::Selection,
};

const ALL: fn() -> Selection = Selection::default;

fn row(rows: &[TouchRow], channel: Option<Channel>, side: Option<Side>) -> &TouchRow {
    rows.iter().find(|r| r.channel == channel && r.side == side).unwrap()
}

fn three() -> EventLog {
    deals(&[
        (
            "won",
            "Anna",
            &[
                "0 prospect email.received",
                "0 stage Qualify",
                "0.5 rep email.sent",
                "1 rep call",
                "2 prospect meeting.attended",
                "7 stage Close",
                "8 rep quote.sent",
                "9 rep note",
                "13 prospect contract.signed",
                "14 won",
                "15 rep call",
            ],
        ),
        ("lost", "Ben", &["0 stage Qualify", "1 rep call", "3 prospect email.received", "7 lost"]),
        ("open", "Ben", &["0 stage Qualify", "2 prospect email.received", "4 stage Close", "14 rep call"]),
    ])
}

#[test]
fn touchpoints_by_stage_channel_and_side() {
    let found = touchpoints(&three(), &ALL());
    // Neither the note nor the call after the sale is one.
    assert_eq!((found.deals, found.touches, found.by_prospect, found.by_rep), (3, 10, 5, 5));
    let all = row(&found.rows, None, None);
    assert_eq!((all.won.touches, all.lost.touches, all.open.touches), (6, 2, 2));
    // 6 in two weeks; 2 in one week.
    assert_eq!((all.won.per_week, all.lost.per_week, all.won.median), (Some(3.0), Some(2.0), Some(6.0)));
    let calls = row(&found.rows, Some(Channel::Phone), None);
    assert_eq!((calls.won.touches, calls.lost.any.count, calls.lost.any.of, calls.open.touches), (1, 1, 1, 1));
    let stages: Vec<&str> = found.stages.iter().map(|s| s.stage.as_str()).collect();
    assert_eq!(stages, ["", "Qualify", "Close"]);
    let close = row(&found.stages[2].rows, None, Some(Side::Prospect));
    assert_eq!((close.won.touches, close.lost.any.of, close.open.any.of, close.open.touches), (1, 0, 1, 0));
    assert!(found.notes[0].starts_with("Deals that live longer have more touchpoints"));
}

#[test]
fn each_side_answers_the_other() {
    let found = touchpoints(&three(), &ALL());
    // Their mails: answered after 12 hours; never (lost after 4 days); after 12 days.
    assert_eq!((found.ours.asked, found.ours.answered, found.ours.hours.median), (3, 2, Some(150.0)));
    assert_eq!((found.ours.within_day.count, found.ours.within_day.of), (1, 3));
    // Our mail and call: one wait, answered by the meeting after 36 hours; a call answered after two days; the quote is
    // no message; a call at the very end of the data has waited for no day yet.
    assert_eq!((found.theirs.asked, found.theirs.answered, found.theirs.hours.max), (3, 2, Some(48.0)));
    assert_eq!((found.theirs.within_day.count, found.theirs.within_day.of), (0, 2));
    assert_eq!(found.ours.spread.iter().map(|b| b.count).sum::<u64>(), 2);
    assert_eq!(found.ours.spread[2].count, 1);
}

#[rstest]
#[case("an act in the stage", &["0 stage A", "1 prospect call", "2 stage B", "3 won"], (0, 1))]
#[case("an act of ours alone", &["0 stage A", "1 rep call", "2 stage B", "3 won"], (1, 1))]
#[case("an act before the stage", &["0 prospect call", "1 stage A", "2 stage B", "3 won"], (1, 1))]
#[case("nobody but the prospect can do it", &["0 stage A", "1 unknown contract.signed", "2 stage B", "3 won"], (0, 1))]
#[case("losing needs none", &["0 stage A", "1 rep call", "2 lost"], (0, 0))]
#[case("nor does going back", &["0 stage B", "1 rep call", "2 stage A"], (0, 0))]
fn moves_on_opinion(#[case] what: &str, #[case] events: &[&str], #[case] expected: (u64, u64)) {
    let mut all: Vec<(&str, &str, &[&str])> = vec![("x", "", events)];
    // Others say that A comes before B, and that prospects act at all.
    let others: &[&str] = &["0 prospect call", "1 stage Z", "2 lost"];
    let order: &[&str] = &["0 stage A", "5 stage B"];
    all.extend([("y", "", others), ("z", "", order), ("w", "", order)]);
    let found = touchpoints(&deals(&all), &Selection { text: Some("x".into()), ..ALL() });
    let own = found.opinion.iter().find(|o| o.stage == "A").map_or((0, 0), |o| (o.without.count, o.without.of));
    let expected = if found.by_prospect == 0 { (0, 0) } else { expected };
    assert_eq!(own, expected, "{what}");
}

#[test]
fn the_planted_opinion_stage_is_found() {
    let (found, truth) = (touchpoints(&sample(), &ALL()), truth("sample-history/truth.json"));
    let opinion: Vec<&str> = found.opinion.iter().filter(|o| o.opinion).map(|o| o.stage.as_str()).collect();
    assert_eq!(opinion, [truth["planted"]["perception_stage"].as_str().unwrap()]);
    for stage in &found.opinion {
        let realised = &truth["realised"]["stages"][&stage.stage];
        // The truth rounds to four places; one deal of the truth is won and of the files lost.
        let expected = realised["forward_exits_without_prospect_action"].as_f64().unwrap_or(0.0);
        assert!(
            (stage.without.share.unwrap() - expected).abs() < 3e-3,
            "{}: {:?}, not {expected}",
            stage.stage,
            stage.without
        );
    }
}

#[test]
fn the_planted_bottleneck_is_found() {
    let (log, truth) = (sample(), truth("sample-history/truth.json"));
    let found = bottlenecks(&log, &ALL());
    let first = &found.stages[0];
    assert_eq!(first.stage, truth["planted"]["bottleneck_stage"].as_str().unwrap());
    assert!(found.sentence.starts_with("Handling objections costs most"), "{}", found.sentence);
    assert!(first.shorter_days.unwrap() > 5.0);
    assert!(found.stages.iter().skip(1).all(|s| s.shorter_days < first.shorter_days));
    // All dated: the stages hold the whole time.
    near(Some(found.stages.iter().map(|s| s.share.unwrap()).sum()), &1.0.into(), 1e-3);
    let days = discover(&log, &ALL(), Rows::default()).cycle_days.won;
    assert_eq!((found.days.median, found.won), (days.median, days.n));
}

/// Five deals with 2, 4, 6, 8, 10 days in B and 1 day in A.
fn five() -> EventLog {
    let events: Vec<Vec<String>> = [2, 4, 6, 8, 10]
        .iter()
        .map(|b| {
            vec![
                "0 stage A".into(),
                "0.5 rep call".into(),
                "1 stage B".into(),
                "1.5 prospect call".into(),
                format!("{} won", 1 + b),
            ]
        })
        .collect();
    let lines: Vec<Vec<&str>> = events.iter().map(|e| e.iter().map(String::as_str).collect()).collect();
    let keys = ["1", "2", "3", "4", "5"];
    let all: Vec<(&str, &str, &[&str])> = keys.iter().zip(&lines).map(|(k, e)| (*k, "", e.as_slice())).collect();
    deals(&all)
}

#[test]
fn what_if_replaces_each_deals_own_time() {
    let found = bottlenecks(&five(), &ALL());
    let b = &found.stages[0];
    assert_eq!((b.stage.as_str(), b.total_days, b.days.q25, b.days.median), ("B", 30.0, Some(4.0), Some(6.0)));
    // 3, 5, 7, 9, 11 become 3, 5, 5, 5, 5.
    assert_eq!((b.median_days, b.median_days_then, b.shorter_days), (Some(7.0), Some(5.0), Some(2.0)));
    assert_eq!(b.share, Some(30.0 / 35.0));
    // The prospect had acted last before every gap: it waits for us.
    assert_eq!((b.for_prospect.count, b.for_prospect.of), (0, 5));
    assert!(
        b.sentence.ends_with("It waits for us: the prospect had acted last before the longest gap in 5 of 5 stays.")
    );
    assert!(b.sentence.starts_with("We can't tell what a shorter stay would bring: 5 won deals."), "{}", b.sentence);
    assert!(found.sentence.starts_with("We can't tell yet: 5 won deals."), "{}", found.sentence);
    assert_eq!((b.waiting.visits, b.waiting.open, b.waiting.median), (5, 0, Some(6.0)));
}

#[test]
fn open_deals_wait_too() {
    let log = deals(&[
        ("1", "", &["0 stage A", "4 won"]),
        ("2", "", &["0 stage A"]),
        ("3", "", &["0 stage A", "30 rep call"]),
    ]);
    let a = &bottlenecks(&log, &ALL()).stages[0];
    assert_eq!((a.waiting.visits, a.waiting.open, a.waiting.median, a.deals), (3, 2, None, 1));
}

#[test]
fn first_and_last_acts() {
    let found = first_and_last(&three(), &ALL());
    assert_eq!((found.begun_by_prospect.count, found.begun_by_prospect.of), (1, 2));
    let first: Vec<(&str, u64, u64, u64)> = found
        .first
        .acts
        .iter()
        .map(|a| (a.activity.as_str(), a.all.count, a.won.unwrap().count, a.lost.unwrap().count))
        .collect();
    assert_eq!(first, [("email.sent", 1, 1, 0), ("call", 1, 0, 1)]);
    assert_eq!((found.first.days.min, found.first.days.max), (Some(0.5), Some(1.0)));
    let last = |acts: &crate::discover::ActList| acts.acts.iter().map(|a| a.activity.clone()).collect::<Vec<_>>();
    assert_eq!(last(&found.last), ["contract.signed"]);
    assert_eq!(
        (last(&found.last_prospect), last(&found.last_rep)),
        (vec!["contract.signed".into()], vec!["quote.sent".into()])
    );
    assert_eq!((found.last.days.median, found.after.days.median), (Some(1.0), Some(1.0)));
    assert_eq!((last(&found.after), found.after.deals), (vec!["call".to_owned()], 1));
}

#[test]
fn the_planted_way_begins_and_ends_as_planted() {
    let found = first_and_last(&sample(), &ALL());
    assert_eq!(found.first.acts[0].activity, "Reply sent");
    assert_eq!(found.last_prospect.acts[0].activity, "Contract signed");
    assert_eq!((found.begun_by_prospect.share, found.after.deals), (Some(1.0), 0));
    assert!(found.notes.iter().any(|n| n.contains("no contact after a sale")));
    assert!(found.first.acts.iter().all(|a| !a.supported), "{:?}", found.first.acts);
}

#[test]
fn data_without_touchpoints_says_so() {
    let log = maven();
    let (touch, first, waits) = (touchpoints(&log, &ALL()), first_and_last(&log, &ALL()), bottlenecks(&log, &ALL()));
    for sentence in [&touch.sentence, &first.sentence] {
        assert!(sentence.starts_with("This data has no calls, mails or meetings."), "{sentence}");
    }
    assert!(touch.rows.is_empty() && touch.opinion.is_empty() && first.first.acts.is_empty());
    // Time in stages is told all the same, but not for whom it waits.
    assert_eq!((waits.stages[0].stage.as_str(), waits.stages[0].for_prospect.of), ("Engaging", 0));
    let nothing = Selection { text: Some("no such deal".into()), ..ALL() };
    assert_eq!(touchpoints(&log, &nothing).sentence, "There are no deals here.");
    assert_eq!(first_and_last(&log, &nothing).sentence, "We can't tell yet: no deal is closed.");
    assert_eq!(bottlenecks(&log, &nothing).sentence, "We can't tell yet: no won deal has both dates.");
}

#[test]
fn many_deals() {
    let lines: Vec<Vec<String>> = (0..100_000)
        .map(|i| {
            let n = i % 50;
            let mut events = vec!["0 stage A".to_owned(), "0.1 prospect email.received".into()];
            events.extend((1..8).map(|k| format!("{k} {} call", if k % 2 == 0 { "prospect" } else { "rep" })));
            events.extend([
                format!("{} stage B", 9 + n),
                format!("{} {}", 20 + n, if i % 3 == 0 { "won" } else { "lost" }),
            ]);
            events
        })
        .collect();
    let keys: Vec<String> = (0..lines.len()).map(|i| i.to_string()).collect();
    let events: Vec<Vec<&str>> = lines.iter().map(|e| e.iter().map(String::as_str).collect()).collect();
    let all: Vec<(&str, &str, &[&str])> =
        keys.iter().zip(&events).map(|(k, e)| (k.as_str(), "", e.as_slice())).collect();
    let log = deals(&all);
    assert_eq!(touchpoints(&log, &ALL()).touches, 800_000);
    assert_eq!(first_and_last(&log, &ALL()).first.deals, 100_000);
    assert_eq!(bottlenecks(&log, &ALL()).won, 33_334);
}
