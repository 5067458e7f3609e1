//! Looking back and working backward.

use model::{Outcome, Side};
use rstest::rstest;

use super::{
    data::{maven, sample, truth},
    deals::deals,
};
use crate::{
    discover::{Back, Channel, LookBack, SpanUnit, look_back, work_backward, work_backward_within},
    log::EventLog,
    select::Selection,
};

/// A won deal of so many days with a call on day 1, a demo half way and a quote 6 days before the close.
fn sale(days: f64) -> Vec<String> {
    [
        "0 stage Qualify".to_owned(),
        "1 rep call".to_owned(),
        format!("{} prospect meeting.attended", days / 2.0),
        format!("{} stage Close", days / 2.0 + 1.0),
        format!("{} rep quote.sent", days - 6.0),
        format!("{days} won"),
    ]
    .to_vec()
}

/// Deals closed one after the other: all begin on the same day.
fn sales(days: &[f64], owners: &[&str]) -> EventLog {
    let events: Vec<Vec<String>> = days.iter().map(|d| sale(*d)).collect();
    let lines: Vec<Vec<&str>> = events.iter().map(|e| e.iter().map(String::as_str).collect()).collect();
    let keys: Vec<String> = (0..days.len()).map(|i| format!("D{i:02}")).collect();
    let all: Vec<(&str, &str, &[&str])> =
        lines.iter().enumerate().map(|(i, e)| (keys[i].as_str(), owners[i % owners.len()], e.as_slice())).collect();
    deals(&all)
}

const TEN: [f64; 10] = [40.0, 36.0, 48.0, 44.0, 38.0, 45.0, 20.0, 120.0, 15.0, 200.0];

#[test]
fn six_of_ten_in_five_to_seven_weeks() {
    let back = work_backward(&sales(&TEN, &["Anna", "Ben"]), &Selection::default(), None);
    assert_eq!(back.sentence, "6 of 10 won deals closed in five to seven weeks.");
    assert_eq!((back.won, back.deals, back.owners, back.little, back.touchpoints), (10, 6, 2, true, true));
    assert!(back.notes.iter().any(|n| n.starts_with("6 deals: look at the deals themselves")), "{:?}", back.notes);
    let names: Vec<&str> = back.steps.iter().map(|s| s.activity.as_str()).collect();
    assert_eq!(names, ["Qualify", "call", "meeting.attended", "Close", "quote.sent"]);
    let quote = &back.steps[4];
    assert_eq!((quote.deals, quote.of, quote.by_rep, quote.by_prospect), (6, 6, 6, 0));
    assert_eq!(
        (quote.first_before.q25, quote.first_before.median, quote.first_before.q75),
        (Some(6.0), Some(6.0), Some(6.0))
    );
    assert_eq!(
        (quote.channel, quote.side, quote.stage.as_deref()),
        (Some(Channel::Document), Side::Rep, Some("Close"))
    );
    assert_eq!((quote.with_previous, quote.after_previous), (Some(6), Some(6)));
    let met = &back.steps[2];
    // Half of 36, 38, 40, 44, 45 and 48 days.
    assert_eq!((met.side, met.first_before.median), (Side::Prospect, Some(21.0)));
    assert_eq!(
        (back.touches.all.median, back.touches.prospect.median, back.touches.rep.median),
        (Some(3.0), Some(1.0), Some(2.0))
    );
    assert_eq!(back.shown.len(), 6);
}

#[rstest]
#[case("none", &[], None, "We can't tell yet: no won deal has both dates.", 0)]
#[case("four are shown all", &[10.0, 20.0, 30.0, 90.0], None, "We can't tell yet: 4 won deals.", 4)]
#[case("five are shown all", &[10.0, 10.5, 11.0, 40.0, 90.0], None, "3 of 5 won deals closed in ten to eleven days.", 5)]
#[case("the last three", &TEN, Some(3), "We can't tell yet: 3 won deals.", 3)]
#[case("the last five", &TEN, Some(5), "3 of the last 5 won deals closed in six to seven weeks.", 5)]
#[case("more than there are", &TEN, Some(50), "6 of 10 won deals closed in five to seven weeks.", 6)]
fn few_deals_are_shown(
    #[case] what: &str,
    #[case] days: &[f64],
    #[case] last: Option<usize>,
    #[case] sentence: &str,
    #[case] shown: u64,
) {
    let back = work_backward(&sales(days, &["Anna"]), &Selection::default(), last);
    assert_eq!((back.sentence.as_str(), back.deals, back.shown.len() as u64), (sentence, shown, shown), "{what}");
}

#[test]
fn two_groups_are_told_and_one_can_be_looked_at() {
    let days: Vec<f64> =
        (0..60).map(|i| if i % 2 == 0 { 8.0 + f64::from(i % 5) } else { 80.0 + f64::from(i % 7) }).collect();
    let log = sales(&days, &["Anna"]);
    let back = work_backward(&log, &Selection::default(), None);
    assert_eq!(back.groups.len(), 2, "{:?}", back.groups);
    assert!(back.notes[0].starts_with("The times fall into two groups rather than one"), "{:?}", back.notes);
    let (from, to) = (back.groups[1].from_days, back.groups[1].to_days);
    let long = work_backward_within(&log, &Selection::default(), None, Some((from, to)));
    assert!(long.deals > 15 && long.shown.iter().all(|d| d.days.is_some_and(|d| d > 70.0)));
    let none = work_backward_within(&log, &Selection::default(), None, Some((1000.0, 2000.0)));
    assert_eq!((none.deals, none.steps.len()), (0, 0));
}

#[test]
fn what_most_did_first_comes_first() {
    // The place of `a` is later on average, but whoever has both had `a` first.
    let log = deals(&[
        ("1", "", &["0 stage S", "5 rep a", "6 rep b", "10 won"]),
        ("2", "", &["0 stage S", "7 rep a", "8 rep b", "10 won"]),
        ("3", "", &["0 stage S", "1 rep b", "10 won"]),
        ("4", "", &["0 stage S", "2 rep b", "10 won"]),
        ("5", "", &["0 stage S", "2.5 rep b", "10 won"]),
    ]);
    let back = work_backward(&log, &Selection::default(), None);
    let names: Vec<&str> = back.steps.iter().map(|s| s.activity.as_str()).collect();
    assert_eq!(names, ["S", "a", "b"]);
    assert_eq!((back.steps[2].with_previous, back.steps[2].after_previous), (Some(2), Some(2)));
    assert_eq!((back.steps[1].deals, back.steps[1].share), (2, Some(0.4)));
}

#[test]
fn what_comes_after_the_close_is_no_step() {
    let log = deals(&[("1", "", &["0 stage S", "1 rep call", "10 won", "12 rep onboarding"])]);
    let back = work_backward(&log, &Selection::default(), None);
    assert!(back.steps.iter().all(|s| s.activity != "onboarding" && s.activity != "Won"));
    // It is on the time line all the same.
    assert!(back.shown[0].marks.iter().any(|m| m.activity == "onboarding"));
    assert_eq!(back.shown[0].close_day, Some(10.0));
}

fn last(log: &EventLog, n: usize, spread: bool) -> LookBack {
    look_back(log, &Selection::default(), Back { n, outcome: Some(Outcome::Won), spread })
}

#[test]
fn examples_come_from_many_people() {
    let days: Vec<f64> = (0..30).map(|i| 100.0 - f64::from(i)).collect();
    let owners: Vec<&str> = (0..30).map(|i| if i < 8 { "Anna" } else { ["Ben", "Cleo", "Dora"][i % 3] }).collect();
    let log = sales(&days, &owners);
    let crowded = last(&log, 10, false);
    let crowd = crowded.crowd.unwrap();
    assert_eq!((crowd.owner.as_str(), crowd.deals, crowd.of, crowd.others), ("Anna", 8, 10, 3));
    let wide = last(&log, 10, true);
    assert_eq!((wide.deals.len(), wide.owners, wide.crowd), (10, 4, None));
    let of_anna = wide.deals.iter().filter(|d| d.owner.as_deref() == Some("Anna")).count();
    assert_eq!(of_anna, 3);
    // More than there are: all.
    assert_eq!(last(&log, 200, true).deals.len(), 30);
    assert_eq!(last(&log, 0, true).deals.len(), 0);
}

#[test]
fn stages_are_bands_and_marks_have_channels() {
    let log = sales(&[20.0], &["Anna"]);
    let deal = &last(&log, 5, false).deals[0];
    let bands: Vec<(&str, f64, f64)> = deal.stages.iter().map(|b| (b.stage.as_str(), b.from_day, b.to_day)).collect();
    assert_eq!(bands, [("Qualify", 0.0, 11.0), ("Close", 11.0, 20.0)]);
    let call = &deal.marks[1];
    assert_eq!((call.channel, call.side, call.day), (Some(Channel::Phone), Side::Rep, 1.0));
    assert_eq!(deal.close_day, Some(20.0));
}

/// The planted way: inquiry, demonstration, quote, contract.
#[test]
fn the_planted_steps_come_in_their_order() {
    let (log, truth) = (sample(), truth("sample-history/truth.json"));
    let back = work_backward(&log, &Selection::default(), None);
    assert_eq!((back.won, back.undated, back.little), (436, 0, false));
    let place = |name: &str| back.steps.iter().position(|s| s.activity == name).unwrap_or_else(|| panic!("{name}"));
    let way = [
        "Inquiry received",
        "Reply sent",
        "Meeting accepted",
        "Demo",
        "Objection raised",
        "Quote sent",
        "Contract signed",
    ];
    assert!(
        way.windows(2).all(|w| place(w[0]) < place(w[1])),
        "{:?}",
        back.steps.iter().map(|s| &s.activity).collect::<Vec<_>>()
    );
    let stages: Vec<&str> = truth["planted"]["stages"].as_array().unwrap().iter().filter_map(|s| s.as_str()).collect();
    let of_stages: Vec<usize> = stages[..6].iter().map(|s| place(&format!("Stage: {s}"))).collect();
    assert!(of_stages.is_sorted());
    let inquiry = &back.steps[place("Inquiry received")];
    assert_eq!((inquiry.deals, inquiry.side), (back.deals, Side::Prospect));
    assert_eq!(inquiry.channel, Some(Channel::Message));
    let span = back.span.unwrap();
    assert!(span.deals * 10 >= span.of * 6 && span.unit == SpanUnit::Week, "{}", back.sentence);
    assert!(back.groups.is_empty(), "{:?}", back.groups);
}

#[test]
fn without_touchpoints_the_steps_are_stages() {
    let back = work_backward(&maven(), &Selection::default(), None);
    assert!(!back.touchpoints && back.notes.iter().any(|n| n.contains("no calls, mails or meetings")));
    assert_eq!(back.steps.len(), 1);
    assert_eq!((back.won, back.last), (4238, None));
    let ten = work_backward(&maven(), &Selection::default(), Some(10));
    assert_eq!((ten.won, ten.last), (10, Some(10)));
    assert!(ten.sentence.contains("of the last 10 won deals"), "{}", ten.sentence);
}

#[test]
fn many_deals() {
    let days: Vec<f64> = (0..100_000).map(|i| 10.0 + f64::from(i % 97)).collect();
    let log = sales(&days, &["Anna", "Ben", "Cleo"]);
    let back = work_backward(&log, &Selection::default(), None);
    assert_eq!((back.won, back.shown.len(), back.steps.len()), (100_000, 25, 5));
}
