#![allow(clippy::unwrap_used)]

use jiff::{ToSpan, civil::date, tz::TimeZone};
use model::metric::{Metric, Target};
use rstest::rstest;
use serde_json::{Value, json};

use super::{
    judge::{Judging, readable},
    *,
};
use crate::measure::metric::{Figure, PointFigure};

fn metric(figure: Value) -> Metric {
    serde_json::from_value(json!({ "id": "m", "name": "M", "figure": figure })).unwrap()
}

fn share() -> Metric {
    metric(json!({ "share": { "from": "closed", "to": "won" } }))
}

fn target(band: Value, more: Value) -> Target {
    let mut all = json!({ "name": "T", "metric": "m", "step": "week", "band": band });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let target: Target = serde_json::from_value(all).unwrap();
    target.check().unwrap();
    target
}

/// Weeks from Monday, 5 January 2026 on: `60` is a figure of 60 % of a hundred, `60?` of a few, `60/50` of 50 decided and 50
/// undecided ones, `-` none.
fn weeks(text: &str) -> Vec<PointFigure> {
    let week = |(place, word): (usize, &str)| {
        let begin = date(2026, 1, 5).checked_add((place as i64).weeks()).unwrap();
        let at = |day: jiff::civil::Date| day.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        let (number, n, open) = match (word.strip_suffix('?'), word.split_once('/')) {
            (Some(number), _) => (number, 7, 0),
            (_, Some((number, n))) => (number, n.parse().unwrap(), 100 - n.parse::<u64>().unwrap()),
            _ => (word, 100, 0),
        };
        let value = number.parse::<f64>().ok().map(|v| v / 100.0);
        let says = if value.is_none() { "There is nothing to count in this time.".to_owned() } else { String::new() };
        let n = if value.is_none() { 0 } else { n };
        let figure = Figure { value, n, open, few: n < 20, says, ..Figure::default() };
        let next = begin.checked_add(1.week()).unwrap();
        let last = next.yesterday().unwrap();
        PointFigure { from: at(begin), to: at(next), first: begin, last, finished: true, figure }
    };
    text.split_whitespace().enumerate().map(week).collect()
}

fn judged(target: &Target, metric: &Metric, text: &str) -> (Vec<Point>, Vec<Change>, Standing) {
    let zone = TimeZone::UTC;
    let words = Words { unit: metric.unit(), currency: "", step: target.step, zone: &zone };
    let mut judging = Judging::new(target, words);
    weeks(text).iter().for_each(|step| judging.take(step, readable(&step.figure, metric, &words)));
    let now = judging.standing();
    (judging.points, judging.changes, now)
}

/// `.` inside, `X` outside, `?` not judged, `w` waiting; a letter is small where the step itself lies on the other side.
fn picture(points: &[Point]) -> String {
    let sign = |point: &Point| match (point.place, point.outside) {
        (Place::Waiting, _) => 'w',
        (Place::Unjudged, _) => '?',
        (Place::Inside, false) => '.',
        (Place::Inside, true) => 'x',
        (_, true) => 'X',
        (_, false) => ',',
    };
    points.iter().map(sign).collect()
}

fn floor() -> Value {
    json!({ "between": { "at_least": 0.5 } })
}

fn both() -> Value {
    json!({ "between": { "at_least": 0.4, "at_most": 0.6 } })
}

fn natural() -> Value {
    json!({ "natural": {} })
}

#[rstest]
#[case::always_inside("at least 50 %", floor(), json!({}), "60 55 50 70", "....", "")]
#[case::one_spike("one step is enough to leave, one to be back", floor(), json!({}), "60 40 60", ".X.", "left1 back2")]
#[case::trembling("51 % is inside, but not by the margin", floor(), json!({}), "60 49 51 49 51 52 53", ".XxXxx.", "left1 back6")]
#[case::no_margin("without a margin it rings every week", floor(), json!({ "margin": 0.0 }), "60 49 51 49 51", ".X.X.", "left1 back2 left3 back4")]
#[case::two_in_a_row("a single step outside is no alarm", floor(), json!({ "raise_after": 2 }), "60 40 60 40 40 60", ".,.,X.", "left4 back5")]
#[case::two_to_be_back("a good step between bad ones is not the end", floor(), json!({ "clear_after": 2 }), "40 60 40 60 60", "XxXx.", "left0 back4")]
#[case::a_gap("no figure and a figure of few change nothing", floor(), json!({ "raise_after": 2 }), "60 40 - 30? 40 60", ".,??X.", "left4 back5")]
#[case::a_gap_outside("they do not end it either", floor(), json!({ "clear_after": 2 }), "40 60 - 99? 60", "Xx??.", "left0 back4")]
#[case::undecided("what is half decided waits", floor(), json!({}), "60 10/50 10/80", ".wX", "left2")]
#[case::both_edges("above is outside too", both(), json!({}), "50 70 50 30 50", ".X.X.", "left1 back2 left3 back4")]
#[case::from_edge_to_edge("from above to below it was never back", both(), json!({}), "50 70 30 50", ".XX.", "left1 back3")]
#[case::margin_of_both("5 % of 20 points is one point", both(), json!({}), "30 40 40.5 41", "Xxx.", "left0 back3")]
#[case::on_the_edge("the edge is inside", both(), json!({}), "40 60", "..", "")]
#[case::natural_learns("eight steps show what it does", natural(), json!({}), "50 52 48 51 49 50 52 48 50 30 50", "????????.X.", "left9 back10")]
#[case::natural_noise("noise is no alarm", natural(), json!({}), "50 52 48 51 49 50 52 48 53 47 55 45", "????????....", "")]
#[case::natural_keeps("what is outside does not move the band", natural(), json!({}), "50 52 48 51 49 50 52 48 10 90 10 50", "????????XXX.", "left8 back11")]
#[case::natural_moves("eight outside in a row are the new normal", natural(), json!({}), "50 52 48 51 49 50 52 48 80 81 79 80 81 79 80 81 80 50", "????????XXXXXXX,.X", "left8 back15 left17")]
#[case::natural_steady("equal figures have no width and no alarm", natural(), json!({}), "10 10 10 10 10 10 10 10 10 10", "????????..", "")]
fn what_leaves_its_band(
    #[case] what: &str,
    #[case] band: Value,
    #[case] more: Value,
    #[case] figures: &str,
    #[case] expected: &str,
    #[case] changes: &str,
) {
    let (points, found, now) = judged(&target(band, more), &share(), figures);
    assert_eq!(picture(&points), expected, "{what}");
    let at = |c: &Change| points.iter().position(|point| point.from == c.from).unwrap();
    let word = |c: &Change| format!("{}{}", if c.became == Became::Left { "left" } else { "back" }, at(c));
    assert_eq!(found.iter().map(word).collect::<Vec<_>>().join(" "), changes, "{what}");
    assert_eq!(now.outside, points.last().is_some_and(|p| p.outside), "{what}");
    assert!(points.iter().all(|p| !p.says.is_empty() && !p.says.contains("NaN")), "{points:?}");
}

#[rstest]
#[case(floor(), json!({}), "60 40", "40 % in the week from 12 January 2026, below 50 %")]
#[case(both(), json!({}), "50 71.25", "71.3 % in the week from 12 January 2026, above 60 %")]
#[case(both(), json!({}), "50", "50 % in the week from 5 January 2026, between 40 % and 60 %")]
#[case(floor(), json!({}), "40 51", "51 % in the week from 12 January 2026, at least 50 %; outside since the week from 5 January 2026; not far enough inside to be back")]
#[case(floor(), json!({ "clear_after": 3 }), "40 60", "60 % in the week from 12 January 2026, at least 50 %; outside since the week from 5 January 2026; inside for 1 of the 3 weeks that it takes")]
#[case(floor(), json!({ "raise_after": 2 }), "60 40", "40 % in the week from 12 January 2026, below 50 %; 1 of the 2 weeks in a row that it takes")]
#[case(floor(), json!({}), "-", "The week from 5 January 2026: There is nothing to count in this time")]
#[case(floor(), json!({}), "45?", "The week from 5 January 2026: 45 % of 7, too few to go by")]
#[case(floor(), json!({}), "45/40", "The week from 5 January 2026: 60 of 100 may still come; it is judged once four in five are decided")]
#[case(natural(), json!({}), "45", "The week from 5 January 2026: 45 %; 1 of the 8 weeks that show what it does by itself")]
#[case(floor(), json!({}), "", "No week is over yet")]
fn where_it_stands_in_words(#[case] band: Value, #[case] more: Value, #[case] figures: &str, #[case] expected: &str) {
    assert_eq!(judged(&target(band, more), &share(), figures).2.says, expected);
}

#[test]
fn a_change_says_why() {
    let (_, changes, _) = judged(&target(floor(), json!({ "raise_after": 2 })), &share(), "60 40 41 60");
    let says: Vec<&str> = changes.iter().map(|c| c.says.as_str()).collect();
    let expected = [
        "41 % in the week from 19 January 2026, below 50 %, for 2 weeks in a row",
        "60 % in the week from 26 January 2026, at least 50 %, after 2 weeks",
    ];
    assert_eq!(says, expected);
}

#[test]
fn a_count_of_nothing_is_a_figure() {
    let count = metric(json!({ "count": { "deals": "created" } }));
    let target = target(json!({ "between": { "at_least": 2.0 } }), json!({}));
    let (points, changes, now) = judged(&target, &count, "300? 0?");
    assert_eq!((picture(&points).as_str(), changes.len()), (".X", 1));
    assert_eq!((now.distance, now.says.as_str()), (Some(2.0), "0 in the week from 12 January 2026, below 2"));
}
