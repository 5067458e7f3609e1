//! What to show and what to say: what did best comes first.

use std::cmp::Ordering;

use insight::define::{ContentUse, Endings, PlaybookUse};
use model::process::{Content, Objection, Process, Reply, same_word};

use crate::words::counted;

/// Kinds of content that help us and that no prospect is shown.
const OURS: [&str; 5] = ["email-template", "call-script", "question-list", "checklist", "template"];

/// Content of the library to show to a persona in a stage, what did best first.
pub(super) fn proof<'p>(
    process: &'p Process,
    stage: &str,
    persona: &str,
    usage: Option<&PlaybookUse>,
) -> Vec<&'p Content> {
    let fits = |ids: &[String], id: &str| ids.is_empty() || id.is_empty() || ids.iter().any(|own| own == id);
    let is_shown = |c: &&Content| !OURS.iter().any(|kind| same_word(kind, &c.kind));
    let mut all: Vec<&Content> = process.library.iter().filter(is_shown).collect();
    all.retain(|c| fits(&c.stages, stage) && fits(&c.personas, persona));
    let named = |ids: &[String], id: &str| ids.iter().any(|own| own == id);
    // What was made for such people and this stage is nearer than what is for everybody.
    all.sort_by(|a, b| {
        by_endings(of_content(usage, a), of_content(usage, b))
            .then_with(|| named(&b.personas, persona).cmp(&named(&a.personas, persona)))
            .then_with(|| named(&b.stages, stage).cmp(&named(&a.stages, stage)))
    });
    all
}

/// The answers to an objection, what did best first.
pub fn answers<'p>(objection: &'p Objection, usage: Option<&PlaybookUse>) -> Vec<(&'p Reply, Option<Endings>)> {
    let used = usage.and_then(|usage| usage.objections.iter().find(|o| o.id == objection.id));
    let of = |reply: &Reply| used.and_then(|o| o.answers.iter().find(|a| a.id == reply.id)).map(|a| a.endings);
    let mut all: Vec<(&Reply, Option<Endings>)> = objection.answers.iter().map(|reply| (reply, of(reply))).collect();
    all.sort_by(|a, b| by_endings(a.1.as_ref(), b.1.as_ref()));
    all
}

fn of_content<'u>(usage: Option<&'u PlaybookUse>, content: &Content) -> Option<&'u Endings> {
    let found = |usage: &'u PlaybookUse| usage.content.iter().find(|used: &&ContentUse| used.id == content.id);
    usage.and_then(found).map(|used| &used.endings)
}

/// What is better supported first: differences larger than chance, then the share of closed deals that was won at the
/// least (the lower bound of its interval), then the number of deals.
fn by_endings(a: Option<&Endings>, b: Option<&Endings>) -> Ordering {
    let supported = |e: Option<&Endings>| match e {
        Some(e) if e.supported => e.gain.as_ref().map_or(0.0, |gain| gain.value.signum()),
        _ => 0.0,
    };
    let least = |e: Option<&Endings>| e.and_then(|e| e.with.low).unwrap_or(-1.0);
    let deals = |e: Option<&Endings>| e.map_or(0, |e| e.with.of + e.open);
    supported(b).total_cmp(&supported(a)).then(least(b).total_cmp(&least(a))).then(deals(b).cmp(&deals(a)))
}

/// How something did, in words; empty where it was never used.
pub fn known(endings: Option<&Endings>, done: &str) -> String {
    let Some(endings) = endings.filter(|e| e.with.of + e.open > 0) else { return String::new() };
    let deals = counted(endings.with.of + endings.open, "deal", "deals");
    match endings.with.of {
        0 => format!("{done} in {deals}, none closed yet"),
        n => format!("{done} in {deals}; of {n} closed, {} won", endings.with.count),
    }
}

/// The same of content.
pub(super) fn known_content(usage: Option<&PlaybookUse>, content: &Content) -> String {
    known(of_content(usage, content), "used")
}
