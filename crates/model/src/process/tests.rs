//! What holds for every process: the file, the model and the editor's data are one thing; differences are told in full.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use fastrand::Rng;
use rstest::rstest;

use super::*;
use crate::metric::{Formula, Whole};

const CASES: u64 = 600;

fn cases() -> impl Iterator<Item = (u64, Rng)> {
    (0..CASES).map(|seed| (seed, Rng::with_seed(seed)))
}

/// The process with some things changed, dropped, added and moved.
fn changed(process: &Process, rng: &mut Rng) -> Process {
    let (mut next, other) = (process.clone(), shape::random::process(rng));
    for _ in 0..rng.usize(1..4) {
        match rng.u8(..9) {
            0 if !next.stages.is_empty() => drop(next.stages.remove(rng.usize(..next.stages.len()))),
            1 => rng.shuffle(&mut next.stages),
            2 => next.stages.extend(other.stages.clone()),
            3 => next.name.push('!'),
            4 => next.library = other.library.clone(),
            5 => {
                if let (Some(stage), Some(from)) = (next.stages.first_mut(), other.stages.first()) {
                    stage.exit = from.exit.clone();
                }
            }
            6 => {
                next.metrics.truncate(1);
                if let (Some(metric), Some(from)) = (next.metrics.first_mut(), other.metrics.first()) {
                    (metric.figure, metric.only) = (from.figure.clone(), from.only.clone());
                }
            }
            7 => {
                if let Some(criterion) = next.stages.iter_mut().flat_map(|s| &mut s.exit).next() {
                    criterion.required = !criterion.required;
                }
            }
            _ => {
                if let Some(task) = next.stages.iter_mut().flat_map(|s| &mut s.tasks).next() {
                    task.owner.push('x');
                    task.due_days = None;
                }
            }
        }
    }
    next
}

#[test]
fn a_process_written_as_a_file_and_read_again_is_the_same() {
    for (seed, mut rng) in cases() {
        let process = shape::random::process(&mut rng);
        let text = to_toml(&process);
        assert_eq!(parse(&text).as_ref(), Ok(&process), "seed {seed}\n{text}");
        assert_eq!(parse(&text).map(|p| to_toml(&p)).as_ref(), Ok(&text), "seed {seed}");
        let json = serde_json::to_value(&process).unwrap();
        assert_eq!(parse_json(&json).as_ref(), Ok(&process), "seed {seed}");
    }
}

#[test]
fn what_the_editor_changed_is_put_into_the_text_and_comments_stay() {
    for (seed, mut rng) in cases() {
        let process = shape::random::process(&mut rng);
        let mut text = format!("# ours\n{}", to_toml(&process));
        for stage in &process.stages {
            text = text.replace(&format!("id = \"{}\"", stage.id), &format!("id = \"{0}\" # of {0}", stage.id));
        }
        assert_eq!(merge_into(&text, &process), text, "seed {seed}: nothing changed");
        let next = changed(&process, &mut rng);
        let merged = merge_into(&text, &next);
        assert_eq!(parse(&merged).as_ref(), Ok(&next), "seed {seed}\n{merged}");
        assert!(merged.starts_with("# ours\n"), "seed {seed}\n{merged}");
        for stage in next.stages.iter().filter(|s| process.stages.iter().any(|old| old.id == s.id)) {
            assert!(merged.contains(&format!("# of {}", stage.id)), "seed {seed}: {}\n{merged}", stage.id);
        }
    }
}

#[test]
fn every_change_is_told_and_nothing_else() {
    for (seed, mut rng) in cases() {
        let process = shape::random::process(&mut rng);
        assert_eq!(difference(&process, &process), Vec::<String>::new(), "seed {seed}");
        let next = changed(&process, &mut rng);
        let told = difference(&process, &next);
        assert_eq!(told.is_empty(), process == next, "seed {seed}: {told:?}");
        let back = difference(&next, &process);
        assert_eq!(back.is_empty(), told.is_empty(), "seed {seed}: {back:?}");
    }
}

const HEAD: &str = "schema = 1\nid = \"s\"\nname = \"S\"\n";

#[rstest]
#[case("schema = 1\nid = \"s\"\nname = \"S\"\npurpos = \"x\"\n", "P002", 4, 1, "did you mean `purpose`?")]
#[case("schema = 1\nid = \"s\"\nname = 3\n", "P003", 3, 1, "`name` must be text in quotes, not a number")]
#[case("schema = 1\nid = \"s\"\n", "P004", 1, 1, "`name` is missing in the process; add `name = \"…\"`")]
#[case("id = \"s\"\nname = \"S\"\n", "P004", 1, 1, "write `schema = 1` on the first line")]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[stages]]\nid = \"a\"\nname = \"A\"\nkind = \"opn\"\n",
    "P005",
    7,
    1,
    "did you mean `open`?"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[stages]]\nid = \"a\"\nname = \"A\"\n[[stages.exit]]\nid = \"c\"\n",
    "P006",
    7,
    1,
    "add one predicate"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[stages]]\nid = \"a\"\nname = \"A\"\n[[stages.exit]]\nid = \"c\"\nnot = { call = 1 }\n",
    "P002",
    9,
    9,
    "there is no field `call` here"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[stages]]\nid = \"a\"\nname = \"A\"\n[[stages.exit]]\nid = \"c\"\nquote = { state = \"sent\" }\nanswer = { question = \"q\" }\n",
    "P007",
    9,
    1,
    "side by side"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[stages]]\nid = \"a\"\nname = \"A\"\ntarget_days = \"ten\"\n",
    "P003",
    7,
    1,
    "must be a number, not text"
)]
#[case("schema = 1\nid = \"s\"\nname = \"S\"\nstages = 3\n", "P003", 4, 1, "must be a list, not a number")]
#[case("schema = 1\nid = \"s\nname = \"S\"\n", "P001", 2, 8, "this is no TOML")]
#[case("schema = 1\nid = \"s\"\nid = \"t\"\n", "P001", 3, 1, "duplicate key")]
#[case("{\"schema\": 1}", "P001", 1, 1, "this is no TOML")]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = { meen = { of = \"value\", at = \"won\" } }\n",
    "P002",
    7,
    12,
    "there is no `meen` here; did you mean `mean`? `figure` must be one of: { count = … }"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = { count = { deals = { enterd = \"a\" } } }\n",
    "P002",
    7,
    32,
    "did you mean `entered`?"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = { open = {}, velocity = {} }\n",
    "P007",
    7,
    1,
    "`figure` has 2 keys; it must have one of"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = { velocity = { q = 0.5 } }\n",
    "P002",
    7,
    25,
    "there is no field `q` here"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = { mean = { of = \"valu\", at = \"won\" } }\n",
    "P005",
    7,
    21,
    "`of` is \"valu\"; did you mean `value`?"
)]
#[case(
    "schema = 1\nid = \"s\"\nname = \"S\"\n[[metrics]]\nid = \"m\"\nname = \"M\"\nfigure = 3\n",
    "P003",
    7,
    1,
    "`figure` must be one of { count = … }"
)]
fn mistakes_of_a_hand(
    #[case] text: &str,
    #[case] code: &str,
    #[case] line: usize,
    #[case] column: usize,
    #[case] says: &str,
) {
    let findings = parse(text).expect_err("there is a mistake");
    let hit = findings.iter().find(|f| f.code == code && f.message.contains(says));
    let hit = hit.unwrap_or_else(|| panic!("{findings:#?}"));
    assert_eq!((hit.line, hit.column), (Some(line), Some(column)), "{hit:?}");
}

#[rstest]
#[case::groups(format!("{HEAD}[[stages]]\nid = \"a\"\nname = \"A\"\n[[stages.exit]]\nid = \"c\"\n{}event = {{ kind = \"call\" }}{}\n", "not = { ".repeat(1000), " }".repeat(1000)))]
#[case::lists(format!("{HEAD}stages = {}{}\n", "[".repeat(1000), "]".repeat(1000)))]
#[case::headers(format!("{HEAD}[{}a]\n", "a.".repeat(1000)))]
#[case::keys(format!("{HEAD}{}a = 1\n", "a.".repeat(1000)))]
fn a_thousand_deep(#[case] text: String) {
    let findings = parse(&text).expect_err("too deep");
    assert!(findings.iter().all(|f| f.line.is_some_and(|line| line >= 4)), "{findings:?}");
    let found = format!("{:?}", findings.first());
    assert!(found.len() < 500, "{found}");
}

#[test]
fn a_file_of_ten_megabytes_is_refused_by_its_size() {
    let findings = parse(&format!("{HEAD}#{}", "x".repeat(10 << 20))).expect_err("too large");
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].code.as_str(), findings[0].line), ("P008", Some(1)));
    assert!(findings[0].message.contains("10.0 MiB"), "{}", findings[0].message);
}

#[rstest]
#[case("exit", "Presenting: leaving now needs: A decision maker has taken part.")]
#[case("wish", "Presenting, criterion “The prospect attended a demonstration”: it is no longer required.")]
#[case("target", "Presenting: target was 10 days, is 5 days.")]
#[case("moves", "Presenting: allowed moves was any, is “Closing”, “Lost”.")]
#[case(
    "metric",
    "Metric “Lost after we qualified them”: it was “Of the deals that entered “connecting-and-qualifying”, the share that \
     were lost afterwards.”, it is “How many deals are open.”."
)]
#[case("gone", "The process: the stage “Presenting” was removed.")]
#[case("order", "The process: the order is now: ")]
#[case(
    "test",
    "it was met by “The prospect attended a meeting (demo).”, it is met by “The prospect attended a meeting.”"
)]
fn differences_in_words(#[case] what: &str, #[case] sentence: &str) {
    let mut old = template();
    let at = old.stages.iter().position(|s| s.id == "presenting").unwrap();
    let mut new = old.clone();
    match what {
        "exit" => drop(old.stages[at].exit.remove(1)),
        "wish" => new.stages[at].exit[0].required = false,
        "target" => new.stages[at].target_days = Some(5.0),
        "moves" => new.stages[at].moves = vec!["closing".into(), "lost".into()],
        "metric" => new.metrics[0].figure = Formula::Open(Whole {}),
        "gone" => drop(new.stages.remove(at)),
        "order" => new.stages.swap(0, 1),
        _ => {
            if let Predicate::Event(event) = &mut new.stages[at].exit[0].test {
                event.tag = None;
            }
        }
    }
    let told = difference(&old, &new);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains(sentence), "{told:?}");
}

/// Renew with `stagecraft schema process > docs/process.schema.json`.
#[test]
fn the_schema_in_the_repository_is_current() {
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/process.schema.json");
    let written: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(place).unwrap()).unwrap();
    assert!(written == Process::json_schema(), "docs/process.schema.json is old");
}
