#![allow(clippy::unwrap_used)]

use jiff::{civil::date, tz::TimeZone};
use rstest::rstest;

use super::{
    rules::{Refusal, Standing, allow, takes_in},
    summary::{open_feedback, waits},
    trend::{Step, trend},
    *,
};
use crate::process::{Process, template};

fn day(n: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + n * 86_400).unwrap()
}

fn person(name: &str) -> Person {
    Person { id: UserId::of_key(name), name: name.into() }
}

fn place(stage: &str) -> Place {
    Place { process: "p".into(), version: Some(1), stage: stage.into(), stage_name: stage.into(), part: None }
}

fn said(kind: Kind) -> Act {
    Act::Said { kind, words: "It is slow".into(), place: place("demo"), deal: None }
}

fn words() -> String {
    "So".into()
}

fn taken_up(owner: &str) -> Act {
    Act::TakenUp { owner: person(owner), until: None }
}

/// An item by facts: day, who, what; the first is what Rita said on day 0.
fn item(told: &[(i64, &str, Act)]) -> Item {
    of_kind(Kind::Hinders, told)
}

fn of_kind(kind: Kind, told: &[(i64, &str, Act)]) -> Item {
    let first = (0, "Rita", said(kind));
    let facts: Vec<Fact> = std::iter::once(&first)
        .chain(told)
        .map(|(n, by, act)| Fact { id: Uuid::nil(), at: day(*n), by: person(by), act: act.clone() })
        .collect();
    Item::of(Uuid::from_u128(1), &facts).unwrap()
}

fn who(name: &str) -> Standing {
    Standing { person: UserId::of_key(name), leads: name == "Max" }
}

#[rstest]
#[case("nothing yet", vec![], State::Open, 1)]
#[case("me too counts once", vec![(1, "Ron", Act::MeToo), (2, "Ron", Act::MeToo)], State::Open, 2)]
#[case("not for who said it", vec![(1, "Rita", Act::MeToo)], State::Open, 1)]
#[case("me too taken back", vec![(1, "Ron", Act::MeToo), (2, "Ron", Act::NotMe)], State::Open, 1)]
#[case("taken up", vec![(1, "Max", taken_up("Eva"))], State::TakenUp, 1)]
#[case("done", vec![(1, "Max", taken_up("Eva")), (3, "Eva", Act::Done { words: words() })], State::Done, 1)]
#[case("reopened goes back to its owner",
    vec![(1, "Max", taken_up("Eva")), (3, "Eva", Act::Done { words: words() }), (4, "Rita", Act::Reopened { words: words() })],
    State::TakenUp, 1)]
#[case("withdrawn and restored", vec![(1, "Rita", Act::Withdrawn), (1, "Rita", Act::Restored)], State::Open, 1)]
fn how_it_stands(#[case] what: &str, #[case] told: Vec<(i64, &str, Act)>, #[case] state: State, #[case] held: usize) {
    let found = item(&told);
    assert_eq!((found.state, held_up(&found, std::iter::empty()).len()), (state, held), "{what}");
}

#[test]
fn who_is_held_up_is_counted_once_over_those_joined() {
    let one = item(&[(1, "Ron", Act::MeToo)]);
    let mut other = item(&[(1, "Ron", Act::MeToo), (2, "Eva", Act::MeToo)]);
    other.author = person("Ben");
    assert_eq!(held_up(&one, [&other].into_iter()).len(), 4, "Rita, Ron, Ben, Eva");
}

#[derive(Debug, PartialEq, Eq)]
enum May {
    Yes,
    NothingNew,
    NotTheirs,
    NotNow,
}

#[rstest]
#[case("a rep joins in", vec![], "Ron", Act::MeToo, May::Yes)]
#[case("twice is once", vec![(1, "Ron", Act::MeToo)], "Ron", Act::MeToo, May::NothingNew)]
#[case("one's own", vec![], "Rita", Act::MeToo, May::NothingNew)]
#[case("settled", vec![(1, "Max", Act::Done { words: words() })], "Ron", Act::MeToo, May::NotNow)]
#[case("a comment on what is settled", vec![(1, "Max", Act::Done { words: words() })], "Ron", Act::Commented { words: words() }, May::NotNow)]
#[case("a rep takes nothing up", vec![], "Ron", taken_up("Ron"), May::NotTheirs)]
#[case("a manager does", vec![], "Max", taken_up("Ron"), May::Yes)]
#[case("the same again", vec![(1, "Max", taken_up("Ron"))], "Max", taken_up("Ron"), May::NothingNew)]
#[case("its owner hands it on", vec![(1, "Max", taken_up("Ron"))], "Ron", taken_up("Eva"), May::Yes)]
#[case("its owner settles it", vec![(1, "Max", taken_up("Ron"))], "Ron", Act::Done { words: words() }, May::Yes)]
#[case("who said it does not", vec![(1, "Max", taken_up("Ron"))], "Rita", Act::Done { words: words() }, May::NotTheirs)]
#[case("settled twice", vec![(1, "Max", Act::Done { words: words() })], "Max", Act::Declined { words: words() }, May::NotNow)]
#[case("who said it reopens", vec![(1, "Max", Act::Done { words: words() })], "Rita", Act::Reopened { words: words() }, May::Yes)]
#[case("another rep does not", vec![(1, "Max", Act::Done { words: words() })], "Ron", Act::Reopened { words: words() }, May::NotTheirs)]
#[case("what is open is not reopened", vec![], "Max", Act::Reopened { words: words() }, May::NotNow)]
#[case("other words for one's own", vec![], "Rita", Act::Reworded { kind: Kind::Unclear, words: words() }, May::Yes)]
#[case("not for another's", vec![], "Max", Act::Reworded { kind: Kind::Unclear, words: words() }, May::NotTheirs)]
#[case("not once others agreed", vec![(1, "Ron", Act::MeToo)], "Rita", Act::Reworded { kind: Kind::Unclear, words: words() }, May::NotNow)]
#[case("not once it was taken up", vec![(1, "Max", taken_up("Max"))], "Rita", Act::Reworded { kind: Kind::Unclear, words: words() }, May::NotNow)]
#[case("taken back", vec![], "Rita", Act::Withdrawn, May::Yes)]
#[case("not another's", vec![], "Max", Act::Withdrawn, May::NotTheirs)]
#[case("not while others are held up", vec![(1, "Ron", Act::MeToo)], "Rita", Act::Withdrawn, May::NotNow)]
#[case("restored", vec![(1, "Rita", Act::Withdrawn)], "Rita", Act::Restored, May::Yes)]
#[case("nothing to do about what was taken back", vec![(1, "Rita", Act::Withdrawn)], "Max", taken_up("Max"), May::NotNow)]
#[case("a manager joins", vec![], "Max", Act::Joined { into: Uuid::from_u128(2) }, May::Yes)]
#[case("not to itself", vec![], "Max", Act::Joined { into: Uuid::from_u128(1) }, May::NotNow)]
#[case("a rep does not join", vec![], "Rita", Act::Joined { into: Uuid::from_u128(2) }, May::NotTheirs)]
#[case("what was joined is at rest", vec![(1, "Max", Act::Joined { into: Uuid::from_u128(2) })], "Max", Act::Done { words: words() }, May::NotNow)]
#[case("parted", vec![(1, "Max", Act::Joined { into: Uuid::from_u128(2) })], "Max", Act::Parted, May::Yes)]
#[case("nothing to part", vec![], "Max", Act::Parted, May::NothingNew)]
fn who_may(
    #[case] what: &str,
    #[case] told: Vec<(i64, &str, Act)>,
    #[case] name: &str,
    #[case] act: Act,
    #[case] expected: May,
) {
    let found = match allow(&item(&told), 0, &act, who(name)) {
        Ok(true) => May::Yes,
        Ok(false) => May::NothingNew,
        Err(Refusal::NotTheirs(_)) => May::NotTheirs,
        Err(Refusal::NotNow(_)) => May::NotNow,
    };
    assert_eq!(found, expected, "{what}");
}

#[test]
fn what_takes_in_others_is_not_joined_itself() {
    let (one, praise) = (item(&[]), of_kind(Kind::Praise, &[]));
    assert!(takes_in(&one, &one).is_ok());
    assert!(takes_in(&praise, &one).is_err());
    assert!(takes_in(&item(&[(1, "Max", Act::Joined { into: Uuid::nil() })]), &one).is_err());
    assert!(takes_in(&item(&[(1, "Rita", Act::Withdrawn)]), &one).is_err());
    let into = Act::Joined { into: Uuid::from_u128(2) };
    assert!(allow(&one, 1, &into, who("Max")).is_err(), "others rest on it");
}

#[test]
fn a_place_outlives_its_stage() {
    let process = template();
    let stage = process.stages.iter().find(|stage| !stage.tasks.is_empty()).unwrap();
    let task = &stage.tasks[0];
    let found = Place::find(&process, Some(1), &stage.id, Some((PartKind::Task, &task.id))).unwrap();
    assert_eq!((&found.stage_name, &found.part.as_ref().unwrap().name), (&stage.name, &task.name));
    assert_eq!(found.still(Some(&process)), Still::There);
    let without = |change: fn(&mut Process, &str)| {
        let mut later = process.clone();
        change(&mut later, &stage.id);
        found.still(Some(&later))
    };
    let no_tasks = |later: &mut Process, id: &str| {
        later.stages.iter_mut().filter(|stage| stage.id == id).for_each(|stage| stage.tasks.clear());
    };
    assert_eq!(without(no_tasks), Still::PartGone);
    assert_eq!(without(|later, id| later.stages.retain(|stage| stage.id != id)), Still::StageGone);
    assert_eq!(found.still(None), Still::StageGone);
    assert_eq!(Place::find(&process, None, "nowhere", None), Err(place::Missing::Stage));
    assert_eq!(Place::find(&process, None, &stage.id, Some((PartKind::Content, "no"))), Err(place::Missing::Part));
}

#[rstest]
#[case("what came up more than 90 days ago", vec![item(&[])], (1, 0, 0, Some(100)), 100)]
#[case("what came up lately", vec![item(&[])], (1, 1, 0, Some(89)), 89)]
#[case("settled lately", vec![item(&[(80, "Max", Act::Done { words: words() })])], (0, 0, 1, None), 100)]
#[case("taken up is open", vec![item(&[(2, "Max", taken_up("Max"))])], (1, 1, 0, Some(10)), 10)]
#[case("the oldest", vec![item(&[(2, "Max", Act::Done { words: words() }), (5, "Rita", Act::Reopened { words: words() })]), item(&[])], (2, 3, 1, Some(10)), 10)]
#[case("praise, joined and taken back do not count", vec![of_kind(Kind::Praise, &[]), item(&[(1, "Rita", Act::Withdrawn)]), item(&[(1, "Max", Act::Joined { into: Uuid::nil() })])], (0, 0, 0, None), 10)]
#[case("a clock that was set back", vec![item(&[])], (1, 0, 0, Some(0)), -3)]
fn what_is_said_against_a_stage(
    #[case] what: &str,
    #[case] items: Vec<Item>,
    #[case] expected: (u64, u64, u64, Option<i64>),
    #[case] today: i64,
) {
    let found = open_feedback(&items, "p", "demo", day(today));
    let told = (found.open_negative, found.opened_90, found.closed_90, found.oldest_open_days);
    assert_eq!(told, expected, "{what}");
    assert_eq!(open_feedback(&items, "p", "elsewhere", day(today)), summary::StageFeedback::default());
}

#[test]
fn waiting_goes_on_until_somebody_answers() {
    let items = [
        item(&[(4, "Max", taken_up("Max")), (9, "Max", Act::Done { words: words() })]),
        item(&[(2, "Ron", Act::Commented { words: words() })]),
        of_kind(Kind::Praise, &[]),
    ];
    assert_eq!(waits(items.iter(), day(10)), [(4.0, true), (10.0, false)]);
    assert_eq!(waits(items.iter(), day(-1))[1], (0.0, false));
}

#[test]
fn weeks_without_anything_stand_in_the_trend() {
    // day 0 is Thursday, 1 January 2026
    let items = [
        item(&[(1, "Max", Act::Done { words: words() }), (20, "Rita", Act::Reopened { words: words() })]),
        of_kind(Kind::Praise, &[]),
    ];
    let found = trend(items.iter(), Step::Week, day(21), &TimeZone::UTC, 26);
    let told: Vec<_> = found.iter().map(|p| (p.from, p.opened, p.closed, p.open, p.praise)).collect();
    let expected = [
        (date(2025, 12, 29), 1, 1, 0, 1),
        (date(2026, 1, 5), 0, 0, 0, 0),
        (date(2026, 1, 12), 0, 0, 0, 0),
        (date(2026, 1, 19), 1, 0, 1, 0),
    ];
    assert_eq!(told, expected);
    assert_eq!(trend(items.iter(), Step::Month, day(40), &TimeZone::UTC, 26).len(), 2);
    assert_eq!(trend(items.iter(), Step::Week, day(4_000), &TimeZone::UTC, 26).len(), 26);
    assert!(trend(std::iter::empty(), Step::Week, day(1), &TimeZone::UTC, 26).is_empty());
    // now before what was said: counted, not lost
    assert_eq!(trend(items[..1].iter(), Step::Week, day(-30), &TimeZone::UTC, 26)[0].open, 1);
}

#[test]
fn days_are_those_where_the_team_is() {
    // Sunday 4 January, 23:30 in UTC, is Monday in Berlin
    let at: Timestamp = "2026-01-04T23:30:00Z".parse().unwrap();
    let mut found = item(&[]);
    (found.at, found.spans[0].from) = (at, at);
    let first = |zone: &TimeZone| trend([&found].into_iter(), Step::Week, at, zone, 26)[0].from;
    assert_eq!(first(&TimeZone::UTC), date(2025, 12, 29));
    assert_eq!(first(&TimeZone::get("Europe/Berlin").unwrap()), date(2026, 1, 5));
}

#[rstest]
#[case("the first", None, 0, true)]
#[case("a day early", Some(0), 27, false)]
#[case("on the day", Some(0), 28, true)]
#[case("a clock that was set back", Some(40), 10, false)]
fn when_the_survey_is_due(#[case] what: &str, #[case] last: Option<i64>, #[case] now: i64, #[case] due: bool) {
    let settings = pulse::PulseSettings { on: true, ..Default::default() };
    assert_eq!(settings.is_due(last.map(day), day(now), &TimeZone::UTC), due, "{what}");
    assert!(!pulse::PulseSettings::default().is_due(last.map(day), day(now), &TimeZone::UTC), "off");
}

#[rstest]
#[case(0, &["A"], Some("every_weeks"))]
#[case(53, &["A"], Some("every_weeks"))]
#[case(4, &[], Some("questions"))]
#[case(4, &["A", "B", "C", "D"], Some("questions"))]
#[case(4, &["A", " A "], Some("questions"))]
#[case(4, &["A", "  "], Some("questions"))]
#[case(1, &[" A ", "B"], None)]
fn what_the_survey_can_ask(#[case] every_weeks: u32, #[case] questions: &[&str], #[case] fault: Option<&str>) {
    let questions = questions.iter().map(|q| (*q).to_owned()).collect();
    let found = pulse::PulseSettings { on: true, every_weeks, questions }.sound();
    assert_eq!(found.as_ref().err().map(|fault| fault.0), fault);
    assert!(found.is_err() || found.unwrap().questions == ["A", "B"]);
}

#[rstest]
#[case("three of three", 3, 0, 3, true)]
#[case("two are too few", 2, 0, 9, false)]
#[case("three of nine", 3, 0, 9, true)]
#[case("a fourth alone would be known", 4, 3, 9, false)]
#[case("two could not be shown any more", 3, 0, 5, false)]
#[case("then all five", 5, 0, 5, true)]
#[case("somebody left the team", 4, 0, 3, true)]
fn when_answers_are_shown(
    #[case] what: &str,
    #[case] n: u64,
    #[case] shown: u64,
    #[case] asked: u64,
    #[case] is: bool,
) {
    assert_eq!(pulse::is_shown_anew(n, shown, asked), is, "{what}");
}

#[rstest]
#[case(2, 0, false)]
#[case(4, 0, true)]
#[case(4, 3, false)]
#[case(6, 3, true)]
fn when_a_round_ends(#[case] answers: u64, #[case] shown: u64, #[case] is: bool) {
    assert_eq!(pulse::is_shown_at_end(answers, shown), is);
}
