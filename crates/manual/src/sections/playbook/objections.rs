//! What prospects have against buying, and what can be said to it.

use model::process::{Objection, Process, Reply};

use super::{called, content_name, grouped, kind_name, quoted};
use crate::{
    block::{Block, Inline, Item, Page, plain},
    sections,
};

/// The objections by kind, each with its answers, their proof, and who raises it; none without objections.
pub fn page(process: &Process, source: &str) -> Option<Page> {
    let mut blocks = Vec::new();
    for (kind, objections) in grouped(&process.objections, |o| kind_name(&o.kind)) {
        blocks.push(Block::heading(kind));
        blocks.extend(objections.iter().flat_map(|o| objection(o, process)));
    }
    (!blocks.is_empty()).then(|| sections::page("b-objections", "Objections and answers", source, blocks))
}

fn objection(of: &Objection, process: &Process) -> Vec<Block> {
    let mut blocks = vec![Block::Heading { level: 2, text: plain(quoted(&of.says)) }];
    blocks.push(match of.answers.as_slice() {
        [] => Block::paragraph("No answer has been written down yet."),
        answers => Block::List { start: None, items: answers.iter().map(|a| answer(a, process)).collect() },
    });
    blocks.extend(where_raised(of, process).map(Block::note));
    blocks
}

/// Who raises it and in which stages we are ready for it, in a line.
fn where_raised(of: &Objection, process: &Process) -> Option<String> {
    let personas = process.personas.iter().filter(|p| p.objections.contains(&of.id));
    let stages = process.stages.iter().filter(|s| s.objections.contains(&of.id));
    let said: Vec<String> = [
        ("Raised by", personas.map(|p| called(&p.name, &p.id)).collect::<Vec<_>>()),
        ("Be ready for it in", stages.map(|s| called(&s.name, &s.id)).collect()),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(label, names)| format!("{label}: {}.", names.join(", ")))
    .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn answer(of: &Reply, process: &Process) -> Item {
    let mut text = plain(of.says.trim());
    if !of.proof.is_empty() {
        let proof = content_name(&of.proof, process).unwrap_or(&of.proof);
        text.push(Inline::Text { text: " ".into() });
        text.push(Inline::Emph { body: plain(format!("Proof: {proof}.")) });
    }
    Item { done: None, blocks: vec![Block::Paragraph { text }] }
}
