//! Times what the editor asks for with every key: reading, looking over, comparing and rewriting a process of twelve
//! stages and two hundred items. Prints JSON with milliseconds, each the middle one of 31 runs. The peer is `toml_edit`
//! alone, reading the same text without looking at what it says.

use std::{collections::BTreeMap, hint::black_box, time::Instant};

use model::process::{
    Criterion, EventTest, Known, Need, Predicate, Process, Stage, Task, difference, lint, merge_into, parse, to_toml,
};

const STAGES: usize = 12;
/// Of each stage: so many tasks, criteria, questions and content; with the rest of the template two hundred and more.
const EACH: usize = 4;
const RUNS: usize = 31;

fn main() {
    let old = process();
    let mut new = old.clone();
    for stage in new.stages.iter_mut().step_by(2) {
        stage.target_days = Some(31.0);
        stage.exit.truncate(2);
    }
    let text = to_toml(&old);
    let known = Known::default();
    let views: BTreeMap<&str, f64> = [
        ("toml_edit alone reads the text", time(|| drop(black_box(text.parse::<toml_edit::DocumentMut>())))),
        ("the text read as a process", time(|| drop(black_box(parse(&text))))),
        ("lint with lines and columns", time(|| drop(black_box(lint(&old, Some(&text), &known))))),
        ("difference of two versions in sentences", time(|| drop(black_box(difference(&old, &new))))),
        ("a change put into the text, comments kept", time(|| drop(black_box(merge_into(&text, &new))))),
    ]
    .into();
    let items: usize =
        old.stages.iter().map(|s| s.tasks.len() + s.exit.len() + s.questions.len() + s.content.len()).sum();
    let result = serde_json::json!({ "stages": old.stages.len(), "items": items, "bytes": text.len(), "views": views });
    #[expect(clippy::print_stdout, reason = "the result")]
    {
        println!("{result}");
    }
}

fn time(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn process() -> Process {
    let stage = |i: usize| Stage {
        id: format!("stage-{i}"),
        name: format!("Stage {i}"),
        target_days: Some(10.0),
        tasks: (0..EACH).map(|j| task(i, j)).collect(),
        exit: (0..EACH).map(|j| criterion(i, j)).collect(),
        content: (0..EACH).map(|j| need("content", i, j)).collect(),
        questions: (0..EACH + 1).map(|j| need("question", i, j)).collect(),
        ..Stage::default()
    };
    Process {
        schema: 1,
        id: "timed".into(),
        name: "Timed".into(),
        stages: (0..STAGES).map(stage).collect(),
        ..Process::default()
    }
}

fn task(i: usize, j: usize) -> Task {
    Task { id: format!("task-{j}"), name: format!("Do {j} in stage {i}"), due_days: Some(j as f64), ..Task::default() }
}

fn need(what: &str, i: usize, j: usize) -> Need {
    Need { id: format!("{what}-{j}"), name: format!("The {what} {j} of stage {i}"), ..Need::default() }
}

fn criterion(i: usize, j: usize) -> Criterion {
    let event = |kind: &str| {
        Predicate::Event(EventTest { kind: kind.into(), at_least: Some(1 + j as u32), ..EventTest::default() })
    };
    Criterion {
        id: format!("criterion-{j}"),
        says: format!("They did {j} in stage {i}"),
        required: j < 2,
        evidence: "In 120 of 340 deals.".into(),
        test: Predicate::Any(vec![event("meeting.attended"), Predicate::Not(Box::new(event("call")))]),
    }
}
