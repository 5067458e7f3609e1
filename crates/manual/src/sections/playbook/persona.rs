//! A page a persona.

use model::process::{Persona, Process};

use super::{called, kind_name, made_for, persona_name, quoted, stage_names};
use crate::{
    block::{Block, Column, Item, Page, ShortList, Table},
    sections, words,
};

/// Who they are, what moves them, what they object, and what was made for them.
pub fn page(of: &Persona, process: &Process, source: &str) -> Page {
    let mut blocks = Vec::new();
    if !of.role.trim().is_empty() {
        blocks.push(Block::lead(of.role.trim()));
    }
    let lists = lists(of, process);
    if !lists.is_empty() {
        blocks.push(Block::Lists { lists });
    }
    let objections: Vec<Item> =
        process.objections.iter().filter(|o| of.objections.contains(&o.id)).map(|o| item(quoted(&o.says))).collect();
    if !objections.is_empty() {
        blocks.push(Block::heading("What they object"));
        blocks.push(Block::List { start: None, items: objections });
    }
    blocks.extend(content(of, process).into_iter().flatten());
    if blocks.is_empty() {
        blocks.push(Block::paragraph("Nothing has been written down about them yet."));
    }
    sections::page(format!("b-persona-{}", words::slug(&of.id)), called(&of.name, &of.id), source, blocks)
}

fn lists(of: &Persona, process: &Process) -> Vec<ShortList> {
    let others = of.decides_with.iter().map(|id| persona_name(id, process).to_owned()).collect();
    [
        ("What they want to reach", of.goals.clone()),
        ("What hurts them", of.pains.clone()),
        ("Why they need us", of.reasons.clone()),
        ("How we reach them", of.channels.clone()),
        ("What they trust", of.trusts.clone()),
        ("Who else decides", others),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .map(|(title, items)| ShortList { title: title.into(), items })
    .collect()
}

fn item(text: String) -> Item {
    Item { done: None, blocks: vec![Block::paragraph(text)] }
}

fn content(of: &Persona, process: &Process) -> Option<[Block; 2]> {
    let rows: Vec<Vec<_>> = made_for(of, process)
        .map(|c| {
            let stages = stage_names(&c.stages, process).join(", ");
            vec![called(&c.name, &c.id).into(), kind_name(&c.kind).into(), stages.into()]
        })
        .collect();
    let columns = vec![Column::text("Content"), Column::text("Kind"), Column::text("Stages")];
    let table = Table { columns, rows, caption: String::new() };
    (!table.rows.is_empty()).then(|| [Block::heading("What we have for them"), Block::Table(table)])
}
