//! B: whom we sell to, how they buy, what they object, and what we have at hand. Only what the process has.

pub mod in_stage;
mod journey;
mod library;
mod objections;
mod persona;
mod schemes;

use model::process::{Content, JourneyStep, Persona, Process, Stage};

use super::process::written_down;
use crate::{assemble::Sources, block::Page, words};

/// One page a persona and a journey, objections, content, qualification; none without a process.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let Some(process) = sources.process else { return Vec::new() };
    let of = written_down(sources);
    let mut pages: Vec<Page> = process.personas.iter().map(|p| persona::page(p, process, &of)).collect();
    pages.extend(process.journeys.iter().filter_map(|j| journey::page(j, process, &of)));
    pages.extend(objections::page(process, &of));
    pages.extend(library::page(process, &of, sources.date));
    pages.extend(schemes::page(process, &of));
    pages
}

/// A name; the id where there is none.
pub fn called<'a>(name: &'a str, id: &'a str) -> &'a str {
    Some(name.trim()).filter(|name| !name.is_empty()).unwrap_or(id)
}

/// The name of the persona with this id; the text itself where there is none, as it may be a role in words.
fn persona_name<'a>(id: &'a str, process: &'a Process) -> &'a str {
    process.personas.iter().find(|p| p.id == id).map_or(id, |p| called(&p.name, &p.id))
}

fn persona_names(ids: &[String], process: &Process) -> String {
    ids.iter().map(|id| persona_name(id, process)).collect::<Vec<_>>().join(", ")
}

/// The names of the stages with these ids; ids that lead nowhere are left out.
fn stage_names<'a>(ids: &[String], process: &'a Process) -> Vec<&'a str> {
    ids.iter().filter_map(|id| process.stage(id)).map(|s| called(&s.name, &s.id)).collect()
}

/// The title of the content with this id.
fn content_name<'a>(id: &str, process: &'a Process) -> Option<&'a str> {
    process.library.iter().find(|c| c.id == id).map(|c| called(&c.name, &c.id))
}

/// The content that is made for a persona.
fn made_for<'a>(persona: &'a Persona, process: &'a Process) -> impl Iterator<Item = &'a Content> {
    process.library.iter().filter(|c| c.personas.contains(&persona.id))
}

/// The steps of all journeys that a stage serves.
pub fn served_by<'a>(stage: &'a Stage, process: &'a Process) -> impl Iterator<Item = &'a JourneyStep> {
    process.journeys.iter().flat_map(|j| &j.steps).filter(|s| s.stages.contains(&stage.id))
}

/// What somebody says, in quotation marks.
pub fn quoted(text: &str) -> String {
    format!("“{}”", text.trim())
}

/// A kind of content or of objections for people: `email-template` → `E-mail template`.
fn kind_name(kind: &str) -> String {
    match kind.trim() {
        "" => "Other".into(),
        kind => words::label(kind).replacen("Email", "E-mail", 1),
    }
}

/// Things by a word of theirs, the words in the order in which they first come.
fn grouped<'a, T>(things: &'a [T], word: impl Fn(&T) -> String) -> Vec<(String, Vec<&'a T>)> {
    let mut groups: Vec<(String, Vec<&'a T>)> = Vec::new();
    for thing in things {
        let word = word(thing);
        match groups.iter_mut().find(|(of, _)| *of == word) {
            Some((_, group)) => group.push(thing),
            None => groups.push((word, vec![thing])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("email-template", "E-mail template")]
    #[case("cost", "Cost")]
    #[case("brush-off", "Brush off")]
    #[case(" ", "Other")]
    fn kinds(#[case] kind: &str, #[case] shown: &str) {
        assert_eq!(kind_name(kind), shown);
    }

    #[test]
    fn kinds_keep_the_order_in_which_they_come() {
        let found = grouped(&["cost", "timing", "cost"], |kind| (*kind).to_owned());
        let counts: Vec<(&str, usize)> = found.iter().map(|(kind, of)| (kind.as_str(), of.len())).collect();
        assert_eq!(counts, [("cost", 2), ("timing", 1)]);
    }
}
