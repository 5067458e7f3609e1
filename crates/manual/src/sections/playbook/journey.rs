//! A page a journey: a picture on one sheet.

use model::process::{Journey, Process};

use super::{called, persona_names, stage_names};
use crate::{
    block::{Block, Cell, Column, Inline, Page, Table},
    chart::{self, Stop, text_width},
    sections, words,
};

/// Room for a picture below a title and a note of one line, and above a caption, in px.
const ROOM: f64 = 765.0;
/// What a further line of the title or of the note takes of it, in px.
const LINE: (f64, f64) = (47.0, 18.0);
/// Size of title and note in px.
const LETTERS: (f64, f64) = (34.3, 12.7);

/// The journey's picture; where texts had to be shortened in it, they follow in full. None without steps.
pub fn page(of: &Journey, process: &Process, source: &str) -> Option<Page> {
    if of.steps.is_empty() {
        return None;
    }
    let title = called(&of.name, &of.id);
    let whose = match of.personas.as_slice() {
        [] => "The way of all our buyers.".to_owned(),
        ids => format!("The way of: {}.", persona_names(ids, process)),
    };
    let stops: Vec<Stop<'_>> =
        of.steps.iter().map(|step| Stop { step, stages: stage_names(&step.stages, process) }).collect();
    let drawn = chart::journey(title, &stops, room(title, &whose));
    let in_full = drawn.as_ref().is_none_or(|d| d.shortened);
    let mut blocks = vec![Block::note(whose)];
    blocks.extend(drawn.map(|d| Block::Poster { picture: d.picture, caption: caption(&stops) }));
    if in_full {
        blocks.push(Block::heading("Step by step, in full"));
        blocks.push(Block::Table(table(&stops)));
    }
    Some(sections::page(format!("b-journey-{}", words::slug(&of.id)), title, source, blocks))
}

/// What title and note leave for the picture, in px.
fn room(title: &str, whose: &str) -> f64 {
    let further = |text: &str, size: f64| (text_width(text, size) / chart::WIDTH).floor();
    ROOM - further(title, LETTERS.0) * LINE.0 - further(whose, LETTERS.1) * LINE.1
}

fn caption(stops: &[Stop<'_>]) -> String {
    let holes = stops.iter().filter(|s| s.stages.is_empty()).count() as u64;
    let told = match holes {
        0 => String::new(),
        n => format!(" Dashed: no stage of ours serves {}.", words::counted(n, "step", "steps")),
    };
    format!("In boxes: our stages that serve the step.{told}")
}

fn table(stops: &[Stop<'_>]) -> Table {
    let row = |(stop, number): (&Stop<'_>, u32)| -> Vec<Cell> {
        let served = stop.stages.join(", ");
        let step = stop.step;
        let said = [
            ("Does", step.does.as_str()),
            ("Asks", &step.asks),
            ("Feels", &step.feels),
            ("Needs", &step.needs),
            ("Meets us", &step.touchpoint),
            ("Our stages", if served.is_empty() { "none" } else { &served }),
        ];
        let mut text = Vec::new();
        for (label, said) in said.iter().filter(|(_, said)| !said.trim().is_empty()) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(Inline::Strong { body: crate::block::plain(format!("{label} ")) });
            text.push(Inline::Text { text: said.trim().to_owned() });
        }
        vec![format!("{number}. {}", step.name.trim()).into(), Cell::Text { text }]
    };
    Table {
        columns: vec![Column::text("Step"), Column::text("What happens")],
        rows: stops.iter().zip(1..).map(row).collect(),
        caption: String::new(),
    }
}
