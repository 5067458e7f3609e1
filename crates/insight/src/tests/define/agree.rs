//! One deal judged by itself and on the columns of a log: the verdict is the same, whatever happened and whatever is asked.

use std::collections::BTreeMap;

use fastrand::Rng;
use model::{
    Deal, Event, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
    language::Language,
    process::{
        AnswerTest, ContentTest, EventTest, Facts, FieldTest, PersonTest, Predicate, Scheme, SchemeQuestion, StateTest,
        judge,
    },
};

use crate::{
    define::Columns,
    log::{EventLog, EventLogBuilder},
};

/// Histories, each with several deals, predicates and moments.
const HISTORIES: u64 = 1_500;
const DEALS: usize = 6;
const TESTS: usize = 6;
const MOMENTS: usize = 3;
/// Seconds: days lie close together, so that limits are met exactly.
const START: i64 = 1_767_600_000;
const DAY: i64 = 86_400;
const DAYS: i64 = 12;

const KINDS: [&str; 15] = [
    kind::CREATED,
    kind::CHANGED,
    kind::CHANGED,
    kind::STAGE,
    kind::WON,
    kind::ANSWER,
    kind::ANSWER,
    kind::PERSON,
    kind::ACTIVITY,
    "call",
    "meeting.attended",
    "meeting.held",
    "content.shared",
    "content.viewed",
    "quote.sent",
];
const NAMES: [&str; 6] = ["Kick-off", "Übergabe", "call", "Meeting", "", "quote.sent"];
const WANTED: [&str; 9] =
    ["meeting", "Meeting.Attended", "call", "kick-off", "übergabe", "CONTENT", "quote", "deal.changed", "answer.given"];
const WORDS: [&str; 7] = ["demo", "Demo, pilot", "case-study", "Case_Study ,demo", "decision maker", "", " "];
const ASKED: [&str; 5] = ["demo", "PILOT", "case study", "Decision-Maker", ""];
const QUESTIONS: [&str; 4] = ["budget", "Bud-Get", "need", "who decides"];
const ANSWERS: [&str; 6] = ["yes", "Yes ", "no", "", " ", "12"];
const FIELDS: [&str; 12] = [
    "name",
    "owner",
    "account",
    "team",
    "product",
    "value",
    "currency",
    "sector",
    "lead-source",
    "lead source",
    "Owner",
    "champion",
];
const FIELDS_ASKED: [&str; 12] = [
    "Name",
    "owner",
    "ACCOUNT",
    "team",
    "product",
    "Value",
    "currency",
    "Sector",
    "lead_source",
    "Lead Source",
    "champion",
    "nothing",
];
const VALUES: [&str; 8] = ["12", "12.00", "Ann", "ann", "new-york", "New York", " ", ""];
const SIDES: [Side; 4] = [Side::Prospect, Side::Rep, Side::System, Side::Unknown];

fn one<'a>(random: &mut Rng, of: &[&'a str]) -> &'a str {
    of[random.usize(..of.len())]
}

fn sometimes<T>(random: &mut Rng, one: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    random.bool().then(|| one(random))
}

fn within(random: &mut Rng) -> Option<f64> {
    (random.u8(..3) == 0).then(|| [0.5, 1.0, 2.0, 5.0][random.usize(..4)])
}

fn moment(random: &mut Rng) -> Timestamp {
    let half_days = random.i64(0..=DAYS * 2);
    Timestamp::from_second(START + half_days * DAY / 2).unwrap()
}

fn end() -> Timestamp {
    Timestamp::from_second(START + DAYS * DAY).unwrap()
}

fn attributes(random: &mut Rng, kind: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut put = |name: &str, value: &str| drop(all.insert(name.to_owned(), value.to_owned()));
    for name in ["tag", "role", "content", "note"] {
        if random.u8(..3) == 0 {
            put(name, one(random, &WORDS));
        }
    }
    if kind == kind::ANSWER || random.u8(..8) == 0 {
        put("question", one(random, &QUESTIONS));
        if random.u8(..5) > 0 {
            put("answer", one(random, &ANSWERS));
        }
    }
    if matches!(kind, kind::CREATED | kind::CHANGED) {
        (0..random.usize(..4)).for_each(|_| put(one(random, &FIELDS), one(random, &VALUES)));
    }
    all
}

fn history(random: &mut Rng, key: &str) -> (Deal, Vec<Event>) {
    let id = DealId::of_key(key);
    let mut events: Vec<Event> = (0..random.usize(..14))
        .map(|nth| {
            let kind = one(random, &KINDS);
            let undated = random.u8(..10) == 0;
            Event {
                id: EventId::of_key(&format!("{key} {nth}")),
                deal: id,
                at: if undated { end() } else { moment(random) },
                undated,
                kind: kind.to_owned(),
                activity: one(random, &NAMES).to_owned(),
                stage: (kind == kind::STAGE).then(|| "A".to_owned()),
                side: SIDES[random.usize(..4)],
                actor: None,
                attributes: attributes(random, kind),
                import: None,
            }
        })
        .collect();
    events.sort_by_key(|e| e.at);
    let mut deal = Deal::new(id, key);
    events.iter().for_each(|e| deal.apply(e));
    (deal, events)
}

fn schemes(random: &mut Rng) -> Vec<Scheme> {
    let question = |id: &str, random: &mut Rng| SchemeQuestion {
        id: id.to_owned(),
        asks: String::new(),
        points: sometimes(random, |r| f64::from(r.u8(..4)) / 2.0),
        scores: BTreeMap::from([("YES".to_owned(), 2.5), ("no".to_owned(), -1.0)]),
    };
    let one = |id: &str, random: &mut Rng| Scheme {
        id: id.to_owned(),
        name: id.to_owned(),
        threshold: f64::from(random.u8(..5)) / 2.0,
        questions: ["budget", "need", "who-decides"].iter().map(|q| question(q, random)).collect(),
    };
    vec![one("bant", random), one("champ", random)]
}

fn predicate(random: &mut Rng, depth: u8) -> Predicate {
    let several = |random: &mut Rng| (0..random.usize(..4)).map(|_| predicate(random, depth - 1)).collect();
    match random.u8(..if depth > 0 { 14 } else { 10 }) {
        0..3 => Predicate::Event(EventTest {
            kind: one(random, &WANTED).to_owned(),
            tag: sometimes(random, |r| one(r, &ASKED).to_owned()),
            by: sometimes(random, |r| SIDES[r.usize(..4)]),
            at_least: sometimes(random, |r| r.u32(..4)),
            within_days: within(random),
        }),
        3 | 4 => Predicate::Field(FieldTest {
            name: one(random, &FIELDS_ASKED).to_owned(),
            is: (0..random.usize(..3)).map(|_| one(random, &VALUES).to_owned()).collect(),
            within_days: within(random),
        }),
        5 => Predicate::Person(PersonTest {
            role: one(random, &["Decision_Maker", "demo", "champion", "owner"]).to_owned(),
            engaged: random.bool(),
            within_days: within(random),
        }),
        6 => Predicate::Content(ContentTest {
            kind: one(random, &ASKED).to_owned(),
            viewed_by: sometimes(random, |r| SIDES[r.usize(..4)]),
            within_days: within(random),
        }),
        7 => Predicate::Answer(AnswerTest {
            question: one(random, &QUESTIONS).to_owned(),
            within_days: within(random),
            ..AnswerTest::default()
        }),
        8 => Predicate::Answer(AnswerTest {
            scheme: one(random, &["bant", "CHAMP", "none"]).to_owned(),
            at_least: sometimes(random, |r| f64::from(r.u8(..6)) / 2.0),
            within_days: within(random),
            ..AnswerTest::default()
        }),
        9 => {
            let state = one(random, &["sent", "SENT", "granted"]).to_owned();
            let state = StateTest { state, within_days: within(random) };
            if random.bool() { Predicate::Quote(state) } else { Predicate::Approval(state) }
        }
        10 | 11 => Predicate::All(several(random)),
        12 => Predicate::Any(several(random)),
        _ => Predicate::Not(Box::new(predicate(random, depth - 1))),
    }
}

/// A log of the deals, of which some come after it was built, as after commits.
fn log_of(random: &mut Rng, deals: &[(Deal, Vec<Event>)]) -> EventLog {
    let later = random.usize(..=deals.len());
    let mut builder = EventLogBuilder::default();
    deals[later..].iter().for_each(|(deal, events)| builder.add(deal, events));
    let mut log = builder.finish();
    deals[..later].iter().for_each(|(deal, events)| log.put(deal, events));
    log
}

/// How often the verdicts were: not met, met.
fn compare(seed: u64) -> [u64; 2] {
    let random = &mut Rng::with_seed(seed);
    let mut deals: Vec<(Deal, Vec<Event>)> = (0..DEALS).map(|n| history(random, &format!("D{n}"))).collect();
    // The data reaches to the day at which undated events are written.
    if let Some((deal, events)) = deals.last_mut() {
        let last = Event {
            id: EventId::of_key("last"),
            deal: deal.id,
            at: end(),
            undated: false,
            kind: "note".to_owned(),
            activity: "Note".to_owned(),
            stage: None,
            side: Side::Rep,
            actor: None,
            attributes: BTreeMap::new(),
            import: None,
        };
        deal.apply(&last);
        events.push(last);
    }
    let log = log_of(random, &deals);
    let schemes = schemes(random);
    let tests: Vec<Predicate> = (0..TESTS).map(|_| predicate(random, 3)).collect();
    let columns = Columns::of(&log, &tests, &schemes);
    let mut seen = columns.fresh();
    let mut verdicts = [0, 0];
    for (deal, events) in &deals {
        let row = log.find(&deal.key).unwrap();
        for _ in 0..MOMENTS {
            let now = moment(random);
            columns.read(row, now.as_microsecond(), &mut seen);
            let facts = Facts { deal, events, now, schemes: &schemes, language: Language::En };
            for (place, test) in tests.iter().enumerate() {
                let expected = judge(test, &facts).met;
                let found = columns.holds(place, row, now.as_microsecond(), &seen);
                assert_eq!(found, expected, "seed {seed}: {test:?} at {now} of {deal:#?} with {events:#?}");
                verdicts[usize::from(expected)] += 1;
            }
        }
    }
    verdicts
}

#[test]
fn one_deal_and_columns_agree_on_random_histories() {
    let verdicts = (0..HISTORIES).map(compare).fold([0, 0], |[no, yes], v| [no + v[0], yes + v[1]]);
    // Neither verdict is rare, so that each kind of mistake would show.
    assert!(verdicts.iter().all(|n| *n > 10_000), "{verdicts:?}");
}

/// More things asked for than go into one pass.
#[test]
fn many_predicates_at_once_agree() {
    let random = &mut Rng::with_seed(7);
    let deals: Vec<(Deal, Vec<Event>)> = (0..DEALS).map(|n| history(random, &format!("D{n}"))).collect();
    let log = log_of(random, &deals);
    let tests: Vec<Predicate> = (0..300).map(|_| predicate(random, 2)).collect();
    let together = Columns::of(&log, &tests, &[]);
    let (until, mut seen) = (end().as_microsecond(), together.fresh());
    for deal in log.all() {
        together.read(deal, until, &mut seen);
        for (place, test) in tests.iter().enumerate() {
            let alone = Columns::of(&log, [test], &[]);
            let mut of_one = alone.fresh();
            alone.read(deal, until, &mut of_one);
            assert_eq!(together.holds(place, deal, until, &seen), alone.holds(0, deal, until, &of_one), "{test:?}");
        }
    }
}
