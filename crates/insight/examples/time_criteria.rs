//! Times criteria against the history of made-up deals with stages, sides, tags and roles: `time_criteria [DEALS [CSV]]`,
//! about 23 events each, which are written to the file for the peer. Prints one line of JSON: events, how many won and lost
//! deals had met the first criterion, and milliseconds of each view, the middle one of five times.

mod made_up;

use std::{hint::black_box, io::Write, path::PathBuf};

use insight::{
    Selection,
    define::{criterion_history, held_deals, observed, playbook_use, suggestions},
};
use model::{
    Side, Timestamp,
    language::Language,
    process::{
        Content, ContentTest, Criterion, EventTest, FieldTest, PersonTest, Predicate, Process, Stage, StageKind,
    },
};

use self::made_up::{CONTENT, STAGES, log, middle};

fn main() -> std::io::Result<()> {
    let deals = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(440_000);
    let log = log(deals, std::env::args().nth(2).map(PathBuf::from).as_deref())?;
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
