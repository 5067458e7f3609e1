//! A process as BPMN 2.0 (OMG formal/2013-12-09, ISO/IEC 19510), with its diagram.
//!
//! The stages run from left to right as ad-hoc sub-processes: their tasks may be done in any order. A gateway follows
//! where a deal may go to more than one stage. Flows forward carry the required exit criteria as their condition, the
//! one onward as its name too. Lost and nurturing stages lie below.

mod document;
mod element;
mod graph;
mod layout;
mod measure;
mod notes;

#[cfg(test)]
mod tests;

use self::{graph::Graph, layout::Layout};
use super::Process;
use crate::language::Language;

/// A process as a BPMN 2.0 document with its diagram, in the language of the process where sentences are made in it.
///
/// A move that the process allows without naming it is drawn where it leads onward, to a lost or to a nurturing stage;
/// one that a stage lists is always drawn. Characters that XML forbids are left out. Equal processes give equal text.
pub fn bpmn(process: &Process) -> String {
    let graph = Graph::of(process, Language::of_tag(&process.language).unwrap_or_default());
    document::definitions(process, &graph, &Layout::of(&graph)).to_xml()
}
