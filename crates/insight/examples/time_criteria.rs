//! Times criteria against the history of made-up deals with stages, sides, tags and roles: `time_criteria [DEALS [CSV]]`,
//! about 23 events each, which are written to the file for the peer. Prints one line of JSON: events, how many won and lost
//! deals had met the first criterion, and milliseconds of each view, the middle one of five times.

use std::{
    fs::File,
    hint::black_box,
    io::{BufWriter, Write},
    time::Instant,
};

use insight::{
    EventLog, EventLogBuilder, Selection,
    define::{criterion_history, held_deals, observed, playbook_use, suggestions},
};
use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink, LookupFact},
    language::Language,
    process::{
        Content, ContentTest, Criterion, EventTest, FieldTest, PersonTest, Predicate, Process, Stage, StageKind,
    },
};

const STAGES: [&str; 6] = ["Prospecting", "Connecting", "Researching", "Presenting", "Handling objections", "Closing"];
const KINDS: [(&str, Side); 9] = [
    ("call", Side::Rep),
    ("email.sent", Side::Rep),
    ("email.received", Side::Prospect),
    ("meeting.accepted", Side::Prospect),
    ("meeting.attended", Side::Prospect),
    ("content.shared", Side::Rep),
    ("content.viewed", Side::Prospect),
    ("quote.sent", Side::Rep),
    ("note", Side::Rep),
];
const TAGS: [&str; 6] = ["demo", "pilot", "kick-off", "pains", "budget", "security"];
const ROLES: [&str; 4] = ["decision-maker", "champion", "user", "it-lead"];
const CONTENT: [&str; 3] = ["case-study", "testimonial", "deck"];
const START: i64 = 1_600_000_000;
const DAY: i64 = 86_400;

/// Marsaglia's xorshift64*: enough for made-up deals, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

fn main() -> std::io::Result<()> {
    let deals = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(440_000);
    let log = log(deals, std::env::args().nth(2).map(File::create).transpose()?)?;
    let (process, all) = (process(), Selection::default());
    let now = log.as_of().unwrap_or(Timestamp::UNIX_EPOCH);
    let history = |test: &Predicate| criterion_history(&log, &process, "presenting", test, &all, Language::En, now);
    let (plain, nested) = (plain(), nested());
    let mut views = serde_json::Map::new();
    let mut time = |name: &str, what: &dyn Fn()| views.insert(name.to_owned(), serde_json::json!(1e3 * middle(what)));
    time("criterion against history", &|| drop(black_box(history(&plain))));
    time("criterion of ten parts against history", &|| drop(black_box(history(&nested))));
    time("suggested criteria of a stage", &|| {
        drop(black_box(suggestions(&log, &process, "presenting", &all, Language::En)));
    });
    time("facts for the linter", &|| drop(black_box(observed(&log, &process, &all))));
    time("open deals that a process would hold", &|| drop(black_box(held_deals(&log, &process, &all, now))));
    time("content in use", &|| drop(black_box(playbook_use(&log, &process, &all))));
    let (won, lost) = (history(&plain).won, history(&plain).lost);
    let met = [won.count, won.of, lost.count, lost.of];
    let found = serde_json::json!({ "events": log.events(), "met": met, "views": views });
    writeln!(std::io::stdout(), "{found}")
}

/// Seconds that it takes, the middle one of five times.
fn middle(what: &dyn Fn()) -> f64 {
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let started = Instant::now();
            what();
            started.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[2]
}

fn event(kind: &str, tag: Option<&str>, at_least: Option<u32>, within_days: Option<f64>) -> Predicate {
    let (kind, tag) = (kind.to_owned(), tag.map(str::to_owned));
    Predicate::Event(EventTest { kind, tag, by: Some(Side::Prospect), at_least, within_days })
}

fn plain() -> Predicate {
    event("meeting.attended", Some("demo"), Some(2), None)
}

fn nested() -> Predicate {
    let person = |role: &str, engaged| Predicate::Person(PersonTest { role: role.into(), engaged, within_days: None });
    let viewed = |kind: &str| {
        Predicate::Content(ContentTest { kind: kind.into(), viewed_by: Some(Side::Prospect), within_days: Some(60.0) })
    };
    let region = Predicate::Field(FieldTest {
        name: "region".into(),
        is: vec!["North".into(), "South".into()],
        within_days: None,
    });
    Predicate::All(vec![
        Predicate::Any(vec![
            plain(),
            event("meeting", Some("pilot"), None, Some(90.0)),
            event("email", None, Some(3), None),
        ]),
        Predicate::Any(vec![person("decision-maker", true), person("champion", false)]),
        Predicate::Not(Box::new(Predicate::All(vec![viewed("deck"), event("content", Some("budget"), None, None)]))),
        Predicate::Any(vec![viewed("case-study"), viewed("testimonial"), region]),
    ])
}

fn process() -> Process {
    let criterion =
        |id: &str, test| Criterion { id: id.into(), says: id.into(), test, required: true, evidence: String::new() };
    let stage = |name: &&str| Stage {
        id: name.to_lowercase().replace(' ', "-"),
        name: (*name).to_owned(),
        exit: vec![
            criterion("demo", plain()),
            criterion("nested", nested()),
            criterion("mail", event("email", None, None, None)),
        ],
        ..Stage::default()
    };
    let end = |name: &str, kind| Stage { id: name.to_lowercase(), name: name.into(), kind, ..Stage::default() };
    let ends = [end("Won", StageKind::Won), end("Lost", StageKind::Lost)];
    let content = |kind: &&str| Content { id: (*kind).into(), kind: (*kind).into(), ..Content::default() };
    Process {
        stages: STAGES.iter().map(stage).chain(ends).collect(),
        library: CONTENT.iter().map(content).collect(),
        ..Process::default()
    }
}

/// A log, and the same events as a file where one is wanted.
struct Both {
    builder: EventLogBuilder,
    csv: Option<BufWriter<File>>,
}

impl FactSink for Both {
    type Error = std::io::Error;

    fn deal(&mut self, fact: DealFact<'_>) -> std::io::Result<()> {
        let Ok(()) = self.builder.deal(fact);
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> std::io::Result<()> {
        if let Some(csv) = &mut self.csv {
            let at = fact.at.map_or(0, Timestamp::as_second);
            let tag = fact.attributes.iter().find(|(name, _)| *name == "tag").map_or("", |(_, value)| value);
            let side = if fact.side == Side::Prospect { "prospect" } else { "rep" };
            writeln!(csv, "{},{at},{},{side},{tag},{}", fact.deal, fact.kind, fact.stage.unwrap_or_default())?;
        }
        let Ok(()) = self.builder.event(fact);
        Ok(())
    }

    fn lookup(&mut self, _: LookupFact<'_>) -> std::io::Result<()> {
        Ok(())
    }
}

fn log(deals: usize, file: Option<File>) -> std::io::Result<EventLog> {
    let mut both = Both { builder: EventLogBuilder::default(), csv: file.map(BufWriter::new) };
    if let Some(csv) = &mut both.csv {
        writeln!(csv, "deal,at,kind,side,tag,stage")?;
    }
    let mut random = Random(20_261);
    for number in 0..deals {
        deal(&mut both, &mut random, number)?;
    }
    Ok(both.builder.finish())
}

fn deal(both: &mut Both, random: &mut Random, number: usize) -> std::io::Result<()> {
    let key = format!("D{number:07}");
    let mut at = START + random.below(100_000_000) as i64;
    let mut stage = 0;
    let mut take = |at: i64, kind: &str, activity: &str, side: Side, attributes: &[(&str, &str)]| {
        let stage = (kind == kind::STAGE).then_some(activity);
        let at = Timestamp::from_second(at).ok();
        both.event(EventFact { deal: &key, at, kind, activity, stage, side, actor: None, attributes, key: None })
    };
    take(at, kind::STAGE, STAGES[0], Side::Rep, &[])?;
    for _ in 0..11 + random.below(22) {
        at += random.below(4 * DAY as usize) as i64;
        if random.below(100) < 28 {
            stage = if random.below(10) == 0 { stage.max(1) - 1 } else { (stage + 1).min(STAGES.len() - 1) };
            take(at, kind::STAGE, STAGES[stage], Side::Rep, &[])?;
            continue;
        }
        let (kind, side) = random.one(&KINDS);
        let about =
            if kind.starts_with("content") { ("content", random.one(&CONTENT)) } else { ("tag", random.one(&TAGS)) };
        let all = [about, ("role", random.one(&ROLES))];
        take(at, kind, kind, side, &all[..random.below(3)])?;
    }
    let outcome = random.one(&[Outcome::Won, Outcome::Lost, Outcome::Lost, Outcome::Open]);
    match outcome {
        Outcome::Won => take(at + DAY, kind::WON, "Won", Side::Rep, &[])?,
        Outcome::Lost => take(at + DAY, kind::LOST, "Lost", Side::Rep, &[])?,
        Outcome::Open => {}
    }
    let (owner, value) = (format!("Rep {:03}", number / 7 % 64), (500 + number * 7_919 % 9_000).to_string());
    let fields =
        [("owner", owner.as_str()), ("region", random.one(&["North", "East", "South", "West"])), ("value", &value)];
    let fact = DealFact {
        key: &key,
        fields: &fields,
        created: None,
        closed: None,
        outcome: Some(outcome),
        stage: None,
        modified: None,
    };
    both.deal(fact)
}
