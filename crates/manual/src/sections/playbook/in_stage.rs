//! What the page of a stage says of buyers.

use model::{
    language::Language,
    process::{Commitment, JourneyStep, Phase, Process, Stage, says},
};

use super::{called, objections::TITLE, quoted, served_by};
use crate::{
    block::{Block, Inline, Item, TaskLine, plain},
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

/// The objections to be ready for, in the prospect's words.
pub fn objections(stage: &Stage, process: &Process) -> Vec<Block> {
    let met = process.objections.iter().filter(|o| stage.objections.contains(&o.id));
    let items: Vec<Item> = met.map(|o| item(plain(quoted(&o.says)))).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let answers = format!("What to say to them stands in section B, “{TITLE}”.");
    vec![Block::heading("What we may hear"), Block::List { start: None, items }, Block::note(answers)]
}

/// The steps of the buyers' journey that the stage serves.
pub fn steps(stage: &Stage, process: &Process) -> Vec<Block> {
    let items: Vec<Item> = served_by(stage, process).map(|step| item(told(step))).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading("Where the buyer is"), Block::List { start: None, items }]
}

/// `Compares (during the purchase): “Does it work with our data?”`
fn told(step: &JourneyStep) -> Vec<Inline> {
    let phase = match step.phase {
        Phase::Before => "before the purchase",
        Phase::During => "during the purchase",
        Phase::After => "after the purchase",
    };
    let name = Inline::Strong { body: plain(called(&step.name, &step.id)) };
    let asks = Some(step.asks.trim()).filter(|asks| !asks.is_empty());
    let asks = asks.map_or_else(String::new, |asks| format!(": {}", quoted(asks)));
    vec![name, Inline::Text { text: format!(", {phase}{asks}") }]
}

fn item(text: Vec<Inline>) -> Item {
    Item { done: None, blocks: vec![Block::Paragraph { text }] }
}
