use model::{
    Outcome, Side,
    event::kind,
    fact::{EventFact, FactSink},
    process::{Content, Objection, Process, Reply},
};
use rstest::rstest;

use super::{ended, process, take};
use crate::{
    define::{PlaybookUse, playbook_use},
    log::{EventLog, EventLogBuilder},
    select::Selection,
    tests::{data::event, deals::day},
};

/// What happened in stage B: kind, side, attributes.
type Act<'a> = (&'a str, Side, &'a [(&'a str, &'a str)]);

fn log(all: &[(usize, Outcome, &[Act<'_>])]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (way, (n, outcome, acts)) in all.iter().enumerate() {
        for number in 0..*n {
            let key = format!("W{way}-{number}");
            let mut take = |at: f64, kind: &str, name: &str, side, attributes: &[(&str, &str)]| {
                take(&mut builder, &key, at, (kind, name), side, attributes);
            };
            take(0.0, kind::STAGE, "A", Side::Rep, &[]);
            take(1.0, kind::STAGE, if way == 0 { "B" } else { "C" }, Side::Rep, &[]);
            for (kind, side, attributes) in *acts {
                take(2.0, kind, "Act", *side, attributes);
            }
            ended(&mut builder, &key, *outcome);
        }
    }
    builder.finish()
}

fn playbook() -> Process {
    let content = |id: &str, name: &str, stages: &[&str]| Content {
        id: id.into(),
        name: name.into(),
        kind: "case-study".into(),
        stages: stages.iter().map(|s| (*s).to_owned()).collect(),
        ..Content::default()
    };
    let reply = |id: &str| Reply { id: id.into(), says: format!("Say {id}"), ..Reply::default() };
    let objection = |id: &str, kind: &str, says: &str, answers: &[&str]| Objection {
        id: id.into(),
        kind: kind.into(),
        says: says.into(),
        answers: answers.iter().map(|id| reply(id)).collect(),
    };
    Process {
        library: vec![content("acme-case", "Acme, told", &[]), content("deck", "The deck", &["b"])],
        objections: vec![
            objection("too-dear", "cost", "It is too dear", &["return", "terms"]),
            objection("no-time", "timing", "We have no time", &["return"]),
            objection("later", "timing", "Ask us later", &[]),
        ],
        ..process()
    }
}

fn found(all: &[(usize, Outcome, &[Act<'_>])]) -> PlaybookUse {
    playbook_use(&log(all), &playbook(), &Selection::default())
}

const RAISED: &str = "objection.raised";
const ANSWERED: &str = "objection.answered";
const DEAR: &[(&str, &str)] = &[("objection", "too-dear")];
const BY_RETURN: &[(&str, &str)] = &[("objection", "too-dear"), ("answer", "return")];
const BY_TERMS: &[(&str, &str)] = &[("objection", "too-dear"), ("answer", "Say terms")];

#[test]
fn content_is_shared_and_viewed_and_deals_end() {
    let both: &[Act<'_>] = &[
        ("content.shared", Side::Rep, &[("content", "case-study, acme-case")]),
        ("content.viewed", Side::Prospect, &[("content", "ACME, told")]),
        ("content.viewed", Side::Prospect, &[("content", "acme case")]),
    ];
    let found = found(&[
        (10, Outcome::Won, both),
        (2, Outcome::Lost, both),
        (3, Outcome::Open, both),
        (20, Outcome::Lost, &[]),
    ]);
    let acme = &found.content[0];
    assert_eq!((acme.shared.times, acme.shared.deals), (15, 15));
    assert_eq!((acme.viewed.times, acme.viewed.deals), (30, 15));
    assert_eq!(acme.viewed.last, Some(day(2.0)));
    let ends = acme.endings;
    assert_eq!((ends.open, ends.with.count, ends.with.of), (3, 10, 12));
    assert_eq!((ends.without.count, ends.without.of), (0, 20));
    assert!(ends.supported && ends.gain.is_some_and(|gain| gain.low > Some(0.4)));
    // Deals of stage B alone are comparable for the deck, which nobody used.
    let deck = &found.content[1];
    assert_eq!((deck.shared.times, deck.endings.with.of, deck.endings.without.of), (0, 0, 10));
    assert!(deck.endings.gain.is_none() && !deck.endings.supported);
    assert_eq!((found.closed.count, found.closed.of), (10, 32));
}

#[test]
fn objections_are_raised_answered_settled_and_deals_end_by_answer() {
    let by_return: &[Act<'_>] = &[(RAISED, Side::Prospect, DEAR), (ANSWERED, Side::Rep, BY_RETURN)];
    let by_terms: &[Act<'_>] = &[(ANSWERED, Side::Rep, BY_TERMS), ("objection.settled", Side::Prospect, DEAR)];
    let found = found(&[
        (12, Outcome::Won, by_return),
        (3, Outcome::Lost, by_return),
        (4, Outcome::Won, by_terms),
        (11, Outcome::Lost, by_terms),
        (30, Outcome::Won, &[]),
    ]);
    let dear = &found.objections[0];
    // Of those by terms nobody noted that it was raised.
    assert_eq!((dear.raised.times, dear.raised.deals, dear.settled), (30, 30, 15));
    assert_eq!((dear.endings.with.count, dear.endings.with.of), (16, 30));
    assert_eq!((dear.endings.without.count, dear.endings.without.of), (30, 30));
    let [by_return, by_terms] = &dear.answers[..] else { panic!("two answers") };
    assert_eq!((by_return.id.as_str(), by_return.given.deals), ("return", 15));
    assert_eq!((by_return.endings.with.count, by_return.endings.with.of), (12, 15));
    assert_eq!((by_return.endings.without.count, by_return.endings.without.of), (4, 15));
    assert!(by_return.endings.supported && by_return.endings.p_adjusted < Some(0.05));
    assert_eq!((by_terms.endings.with.count, by_terms.endings.with.of), (4, 15));
    // An answer of the same id to another objection was not given.
    assert_eq!(found.objections[1].answers[0].given.times, 0);
}

#[rstest]
#[case(&[("objection", "It is too dear")], [1, 0, 0], None)]
#[case(&[("objection", "cost")], [1, 0, 0], None)]
#[case(&[("tag", "Too-Dear, no_time")], [1, 1, 0], None)]
// Two are of this kind.
#[case(&[("objection", "timing")], [0, 0, 0], Some("timing"))]
#[case(&[("objection", "Our lawyers"), ("tag", "cost")], [0, 0, 0], Some("Our lawyers"))]
#[case(&[("role", "buyer")], [0, 0, 0], Some(""))]
fn which_objection_an_event_names(
    #[case] attributes: &[(&str, &str)],
    #[case] raised: [u64; 3],
    #[case] other: Option<&str>,
) {
    let found = found(&[(1, Outcome::Open, &[(RAISED, Side::Prospect, attributes)])]);
    assert_eq!(found.objections.iter().map(|o| o.raised.times).collect::<Vec<_>>(), raised);
    assert_eq!(found.other_objections.first().map(|o| o.name.as_str()), other);
}

#[test]
fn content_that_the_library_does_not_have() {
    let shared: &[Act<'_>] = &[("content.shared", Side::Rep, &[("content", "Old brochure")])];
    let found = found(&[(2, Outcome::Won, shared)]);
    assert_eq!(
        found.other_content.iter().map(|o| (o.name.as_str(), o.times)).collect::<Vec<_>>(),
        [("Old brochure", 2)]
    );
}

#[rstest]
#[case("The Deck viewed", 0, 1)]
#[case("Slides shared", 1, 0)]
#[case("を送付 slides", 1, 0)]
// Two are of this kind.
#[case("Case study sent", 0, 0)]
#[case("Brochure sent", 0, 0)]
#[case("Slides", 0, 0)]
fn activities_tell_content_by_name(#[case] activity: &str, #[case] shared: u64, #[case] viewed: u64) {
    let mut builder = EventLogBuilder::default();
    let Ok(()) = builder.event(EventFact { side: Side::Rep, ..event("D", Some(day(1.0)), kind::ACTIVITY, activity) });
    let mut process = playbook();
    process.library.push(Content { kind: "case-study".into(), ..process.library[0].clone() });
    process.library[1].kind = "slides".into();
    let found = playbook_use(&builder.finish(), &process, &Selection::default());
    let deck = &found.content[1];
    assert_eq!((deck.shared.times, deck.viewed.times), (shared, viewed), "{activity}");
}
