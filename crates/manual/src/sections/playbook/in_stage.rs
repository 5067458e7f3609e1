//! What the page of a stage says of buyers.

use model::{
    language::Language,
    process::{Commitment, JourneyStep, Phase, Process, Stage, says},
};

use super::{called, quoted, served_by};
use crate::{
    block::{Block, ShortList, TaskLine},
    words,
};

/// What to secure from the prospect, by when, and what shows it.
pub fn commitments(stage: &Stage) -> Vec<Block> {
    if stage.commitments.is_empty() {
        return Vec::new();
    }
    let tasks = stage.commitments.iter().map(commitment).collect();
    vec![Block::heading("What we secure from the prospect"), Block::Tasks { tasks }]
}

fn commitment(of: &Commitment) -> TaskLine {
    let shown = of.test.as_ref().map(|test| format!("Shown by: {}", words::lower_first(&says(test, Language::En))));
    let evidence: Vec<String> = shown.into_iter().chain(Some(of.evidence.clone()).filter(|e| !e.is_empty())).collect();
    TaskLine {
        name: of.says.clone(),
        who: of.due_days.map(|d| format!("within {}", words::days_long(d))).unwrap_or_default(),
        evidence: evidence.join(" "),
    }
}

/// The objections to be ready for, in the prospect's words; what to say to them stands on a page of its own.
pub fn objections(stage: &Stage, process: &Process) -> ShortList {
    let met = process.objections.iter().filter(|o| stage.objections.contains(&o.id));
    ShortList { title: "What we may hear".into(), items: met.map(|o| quoted(&o.says)).collect() }
}

/// The steps of the buyers' journey that the stage serves.
pub fn steps(stage: &Stage, process: &Process) -> ShortList {
    ShortList { title: "Where the buyer is".into(), items: served_by(stage, process).map(told).collect() }
}

/// `Compares (during the purchase): “Does it work with our data?”`
fn told(step: &JourneyStep) -> String {
    let phase = match step.phase {
        Phase::Before => "before the purchase",
        Phase::During => "during the purchase",
        Phase::After => "after the purchase",
    };
    let asks = Some(step.asks.trim()).filter(|asks| !asks.is_empty());
    let asks = asks.map_or_else(String::new, |asks| format!(": {}", quoted(asks)));
    format!("{} ({phase}){asks}", called(&step.name, &step.id))
}
