//! How it is judged whether a deal is worth the work.

use model::process::{Process, Scheme, SchemeQuestion};

use super::called;
use crate::{
    block::{Block, Column, Page, Table},
    chart::n,
    sections,
};

/// The qualification schemes that have questions; none without any.
pub fn page(process: &Process, source: &str) -> Option<Page> {
    let blocks: Vec<Block> = process.schemes.iter().filter(|s| !s.questions.is_empty()).flat_map(scheme).collect();
    (!blocks.is_empty()).then(|| sections::page("b-schemes", "Qualification", source, blocks))
}

fn scheme(of: &Scheme) -> [Block; 3] {
    let most: f64 = of.questions.iter().map(most).sum();
    let told = format!("A deal counts as qualified from {} of {} points.", n(of.threshold), n(most));
    let row = |q: &SchemeQuestion| vec![q.asks.clone().into(), scores(q).into()];
    let columns = vec![Column::text("Question"), Column::text("Points by answer")];
    let rows = of.questions.iter().map(row).collect();
    let open = of.questions.iter().any(|q| q.points.is_none() && !q.scores.is_empty());
    let caption = if open { "An answer that is not named counts 1 point." } else { "" };
    [
        Block::heading(called(&of.name, &of.id)),
        Block::paragraph(told),
        Block::Table(Table { columns, rows, caption: caption.into() }),
    ]
}

/// The most points that a question can give.
fn most(question: &SchemeQuestion) -> f64 {
    let named = question.scores.values().copied().fold(0.0, f64::max);
    named.max(question.points.unwrap_or(if question.scores.is_empty() { 1.0 } else { 0.0 }))
}

/// `yes 2 · partly 1 · no 0`, the most points first.
fn scores(question: &SchemeQuestion) -> String {
    let mut named: Vec<(&str, f64)> = question.scores.iter().map(|(answer, n)| (answer.as_str(), *n)).collect();
    named.sort_by(|a, b| b.1.total_cmp(&a.1));
    let rest = match (question.points, named.is_empty()) {
        (points, true) => Some(("any answer", points.unwrap_or(1.0))),
        (Some(points), false) => Some(("any other answer", points)),
        (None, false) => None,
    };
    let label = |(answer, value): (&str, f64)| format!("{answer}\u{a0}{}", n(value));
    named.into_iter().map(label).chain(rest.map(label)).collect::<Vec<_>>().join(" · ")
}
