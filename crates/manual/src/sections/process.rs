//! P: the process as it is written down.

use insight::discover::StageTimes;
use model::{
    language::Language,
    process::{Ground, Need, Process, Stage, StageKind, ground, says},
};

use super::{page, playbook::in_stage};
use crate::{
    assemble::Sources,
    block::{Block, Column, CriterionLine, Fact, Page, ShortList, Table, TaskLine},
    chart::{Step, steps, strip},
    words,
};

/// Overview, one page a stage that is worked on, words and marks.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let Some(process) = sources.process else {
        return vec![without_process(sources)];
    };
    let source = written_down(sources);
    let worked = || process.stages.iter().filter(|s| is_worked_on(s));
    let mut pages = vec![page("p-overview", "The process at a glance", source.clone(), overview(process))];
    pages.extend(worked().map(|s| stage_page(s, process, sources)));
    pages.push(page("p-words", "Words and marks", source, words_and_marks(process)));
    pages
}

fn stage_page(of: &Stage, process: &Process, sources: &Sources<'_>) -> Page {
    let seen = observed(of, &sources.discovery.stages);
    let mut source = written_down(sources);
    if !seen.is_empty() {
        source.push_str(&format!("; figures up to {}", words::date(sources.discovery.as_of.unwrap_or(sources.date))));
    }
    page(format!("p-stage-{}", words::slug(&of.id)), of.name.clone(), source, stage(of, process, &seen))
}

/// The source of what is written down in the process.
pub fn written_down(sources: &Sources<'_>) -> String {
    match sources.process_version {
        Some(version) => format!("From version {version} of the process, as of {}", words::date(sources.date)),
        None => format!("From the process as of {}", words::date(sources.date)),
    }
}

fn is_worked_on(stage: &Stage) -> bool {
    !matches!(stage.kind, StageKind::Won | StageKind::Lost)
}

fn without_process(sources: &Sources<'_>) -> Page {
    let mut blocks = vec![
        Block::lead("No process has been written down yet."),
        Block::paragraph(
            "Propose one from the data under Define: it begins with seven stages, takes target days from the deals you won, \
             and gives the evidence for each line. Until then, this is how long deals stay in each stage today.",
        ),
    ];
    let stages = &sources.discovery.stages;
    let found: Vec<Step> = stages.iter().map(|s| Step { name: s.name.clone(), days: s.median_days }).collect();
    if let Some(picture) = steps(&found) {
        let caption = "Stages as the data names them, with the median days of the visits that have ended.";
        blocks.push(Block::Figure { picture, caption: caption.into() });
    } else {
        blocks.push(Block::note("The data shows no stages so far."));
    }
    page("p-overview", "The process at a glance", sources.source(), blocks)
}

fn overview(process: &Process) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !process.purpose.is_empty() {
        blocks.push(Block::lead(process.purpose.clone()));
    }
    let open: Vec<&Stage> = process.stages.iter().filter(|s| s.kind == StageKind::Open).collect();
    let drawn: Vec<Step> = open.iter().map(|s| Step { name: s.name.clone(), days: s.target_days }).collect();
    match steps(&drawn) {
        Some(picture) => {
            let caption =
                "The stages in order; each bar is the target for one stage and begins where the one before should end.";
            blocks.push(Block::Figure { picture, caption: caption.into() });
        }
        None => blocks.push(Block::paragraph("The process has no stages yet. Add the first one under Define.")),
    }
    let worked: Vec<&Stage> = process.stages.iter().filter(|s| is_worked_on(s)).collect();
    if !worked.is_empty() {
        blocks.push(Block::Table(stage_table(&worked)));
    }
    blocks
}

fn stage_table(stages: &[&Stage]) -> Table {
    let row = |s: &&Stage| {
        vec![
            s.name.clone().into(),
            s.purpose.clone().into(),
            words::days(s.target_days).into(),
            words::count(s.exit.len() as u64).into(),
        ]
    };
    Table {
        columns: vec![
            Column::text("Stage"),
            Column::text("What it is for"),
            Column::number("Target days"),
            Column::number("Exit criteria"),
        ],
        rows: stages.iter().map(row).collect(),
        caption: String::new(),
    }
}

/// What the data shows under the names of a stage.
fn observed<'a>(stage: &Stage, seen: &'a [StageTimes]) -> Vec<&'a StageTimes> {
    let same = |name: &str, other: &String| words::bare(name) == words::bare(other);
    seen.iter()
        .filter(|s| {
            same(&s.name, &stage.name) || same(&s.name, &stage.id) || stage.observed.iter().any(|o| same(&s.name, o))
        })
        .collect()
}

fn stage(stage: &Stage, process: &Process, seen: &[&StageTimes]) -> Vec<Block> {
    let mut blocks: Vec<Block> = place(stage, process).into_iter().collect();
    if !stage.purpose.is_empty() {
        blocks.push(Block::lead(stage.purpose.clone()));
    }
    blocks.push(Block::Facts { facts: facts(stage, seen) });
    if !stage.evidence.is_empty() {
        blocks.push(Block::note(format!("Why this target: {}", words::lower_first(&stage.evidence))));
    }
    blocks.push(Block::heading("What we do"));
    blocks.push(if stage.tasks.is_empty() {
        Block::paragraph("No tasks have been written down for this stage.")
    } else {
        Block::Tasks { tasks: stage.tasks.iter().map(task).collect() }
    });
    blocks.extend(in_stage::commitments(stage));
    blocks.push(Block::heading("Before a deal moves on"));
    if stage.exit.is_empty() {
        blocks.push(Block::paragraph("Nothing is asked for before a deal leaves this stage."));
    } else {
        let (criteria, said_once) = criteria(stage);
        blocks.push(Block::Criteria { criteria });
        blocks.extend(said_once.map(Block::note));
    }
    blocks.extend(at_hand(stage, process));
    if stage.kind != StageKind::Open {
        let next = process.next_stage(&stage.id).map(|s| format!("From here a deal goes on to {}.", s.name));
        blocks.extend(next.map(Block::paragraph));
    }
    blocks
}

/// What to have, to ask, to expect and to know of the buyer, as short lists; what has evidence stands by itself.
fn at_hand(stage: &Stage, process: &Process) -> Vec<Block> {
    let needs = [("What we have at hand", &stage.content), ("What we ask", &stage.questions)];
    let (told, bare): (Vec<_>, Vec<_>) =
        needs.into_iter().partition(|(_, needs)| needs.iter().any(|n| !n.evidence.is_empty()));
    let told = told
        .into_iter()
        .flat_map(|(title, needs)| [Block::heading(title), Block::Tasks { tasks: needs.iter().map(need).collect() }]);
    let names = |needs: &[Need]| needs.iter().map(|n| n.name.clone()).collect();
    let mut lists: Vec<ShortList> =
        bare.into_iter().map(|(title, needs)| ShortList { title: title.into(), items: names(needs) }).collect();
    lists.extend([in_stage::objections(stage, process), in_stage::steps(stage, process)]);
    lists.retain(|list| !list.items.is_empty());
    let lists = (!lists.is_empty()).then_some(Block::Lists { lists });
    told.chain(lists).collect()
}

/// The open stages with this one marked.
fn place(stage: &Stage, process: &Process) -> Option<Block> {
    let open: Vec<&Stage> = process.stages.iter().filter(|s| s.kind == StageKind::Open).collect();
    let here = open.iter().position(|s| s.id == stage.id)?;
    let names: Vec<&str> = open.iter().map(|s| s.name.as_str()).collect();
    Some(Block::Figure { picture: strip(&names, here)?, caption: String::new() })
}

fn facts(stage: &Stage, seen: &[&StageTimes]) -> Vec<Fact> {
    let target = stage.target_days.map_or_else(|| "none yet".into(), words::days_long);
    let mut facts = vec![Fact::new(target, "target", "from entering to leaving")];
    match seen {
        [] => {
            facts.push(Fact::new(words::count(stage.tasks.len() as u64), "tasks", ""));
            facts.push(Fact::new(words::count(stage.exit.len() as u64), "exit criteria", ""));
        }
        [one] => {
            facts.push(median(one, words::bare(&one.name) == words::bare(&stage.name)));
            facts.push(Fact::new(words::count(one.open), "deals in it now", ""));
        }
        many => facts.extend(many.iter().take(2).map(|s| median(s, false))),
    }
    facts
}

/// The median days of a stage in the data; its name there unless it is the same.
fn median(seen: &StageTimes, same_name: bool) -> Fact {
    let named = if same_name { String::new() } else { format!(", as “{}”", seen.name) };
    let note = match seen.days.n {
        0 => "no visit has both dates".to_owned(),
        n => words::counted(n, "ended visit", "ended visits"),
    };
    let value = seen.median_days.map_or_else(|| "no dates".into(), words::days_long);
    Fact::new(value, format!("median in the data{named}"), note)
}

/// The exit criteria; evidence that is the same for all of them is said once below.
fn criteria(stage: &Stage) -> (Vec<CriterionLine>, Option<String>) {
    let mut lines: Vec<CriterionLine> = stage.exit.iter().map(criterion).collect();
    let shared = lines.first().map(|l| l.evidence.clone()).filter(|e| !e.is_empty());
    let same = lines.len() > 1 && lines.iter().all(|l| Some(&l.evidence) == shared.as_ref());
    if !same {
        return (lines, None);
    }
    lines.iter_mut().for_each(|l| l.evidence.clear());
    let of = if lines.len() == 2 { "both".to_owned() } else { format!("all {}", words::count(lines.len() as u64)) };
    let said = shared.map(|e| format!("For {of}: {}", words::lower_first(&e)));
    (lines, said)
}

fn task(task: &model::process::Task) -> TaskLine {
    let due = task.due_days.map(|d| format!("within {}", words::days_long(d)));
    let owner = Some(task.owner.clone()).filter(|o| !o.is_empty());
    let who: Vec<String> = owner.into_iter().chain(due).collect();
    TaskLine { name: task.name.clone(), who: who.join(" · "), evidence: task.evidence.clone() }
}

/// Something the stage needs, as a line without a person or a date.
fn need(need: &Need) -> TaskLine {
    TaskLine { name: need.name.clone(), who: String::new(), evidence: need.evidence.clone() }
}

fn criterion(criterion: &model::process::Criterion) -> CriterionLine {
    let ground = match ground(&criterion.test) {
        Ground::Prospect => "prospect",
        Ground::Rep => "rep",
        Ground::Opinion => "opinion",
    };
    CriterionLine {
        says: sentence(&criterion.says),
        test: format!("Looked for: {}", words::lower_first(&says(&criterion.test, Language::En))),
        ground: ground.into(),
        required: criterion.required,
        evidence: criterion.evidence.clone(),
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

fn words_and_marks(process: &Process) -> Vec<Block> {
    let mark = |ground: &str, says: &str, test: &str| CriterionLine {
        says: says.into(),
        test: test.into(),
        ground: ground.into(),
        required: true,
        evidence: String::new(),
    };
    let marks = vec![
        mark(
            "prospect",
            "Filled: it rests on something the prospect did.",
            "The strongest ground: a meeting attended, a quote accepted.",
        ),
        mark("rep", "Hollow: it rests on something we did.", "Good to do, but it says little about the prospect."),
        mark("opinion", "Dashed: it rests on somebody's word.", "Ask what the prospect could do that would show it."),
    ];
    let terms = [
        ("Stage", "a stretch of the sale with a purpose of its own; a deal is in one at a time"),
        ("Target days", "days a deal should need in a stage"),
        ("Task", "something we do in a stage, with a role that does it and a day by which it is due"),
        (
            "Exit criterion",
            "what must have happened before a deal moves on; one that is wished for does not hold a deal back",
        ),
        (
            "Win rate",
            "won deals of those closed, won or lost; the interval holds the true rate in 95 of 100 such samples",
        ),
        ("Median", "half of the deals took less, half took more"),
        (
            "Supported",
            "a difference larger than chance would make it, after allowing for how many were looked at; never a cause",
        ),
    ];
    let ends = process.stages.iter().filter(|s| !is_worked_on(s));
    let mut rows: Vec<Vec<crate::block::Cell>> =
        terms.iter().map(|(term, says)| vec![(*term).into(), (*says).into()]).collect();
    rows.extend(ends.map(|s| vec![s.name.clone().into(), s.purpose.clone().into()]));
    vec![
        Block::lead("An exit criterion carries a mark that shows what it rests on."),
        Block::Criteria { criteria: marks },
        Block::heading("Words"),
        Block::Table(Table {
            columns: vec![Column::text("Word"), Column::text("Meaning")],
            rows,
            caption: String::new(),
        }),
    ]
}
