//! The lines that interviews put into a process: what reps remember asking, hearing and answering. A handful of deals
//! tell it, so every line carries counts and the deals themselves.

use model::{
    ids::DealId,
    interview::normalised,
    process::{Need, Process, Stage, Task, slug},
};
use rustc_hash::FxHashMap;

use crate::{
    define::free,
    discover::{
        interview::{InterviewSummary, SaidCount, interviews},
        sentence::{capital, counted, grouped, listed},
    },
    log::EventLog,
    select::Selection,
};

/// Of each kind of line at most so many.
const MOST: usize = 4;
/// With so many interviews a line needs more than one deal to tell it.
const SEVERAL: u64 = 5;
/// Deals named in an evidence.
const NAMED: usize = 5;
/// Where first conversations belong, and where objections do.
const FIRST: &str = "connecting-and-qualifying";
const OBJECTIONS: &str = "handling-objections";

/// Puts what interviews tell into the process; in how many deals' interviews somebody answered.
pub(super) fn add(log: &EventLog, selection: &Selection, process: &mut Process) -> u64 {
    let told = interviews(log, selection);
    if told.deals.total == 0 {
        return 0;
    }
    let names = names(log, selection, &told);
    let say = Said { told: &told, names };
    if let Some(stage) = process.stages.iter_mut().find(|s| s.id == FIRST) {
        let asked = say
            .most("interview.first-questions")
            .map(|s| need(format!("Ask: {}", s.text), say.evidence("Asked in", "interview.first-questions", s)));
        let pains = say.most("interview.pain").map(|s| {
            need(format!("Is this what moves them: {}?", s.text), say.evidence("The pain in", "interview.pain", s))
        });
        put(&mut stage.questions, asked.chain(pains));
        if let Some(said) = say.most("interview.agreed-next").next() {
            add_task(stage, next_step(said, say.evidence("Agreed in", "interview.agreed-next", said)));
        }
    }
    if let Some(stage) = process.stages.iter_mut().find(|s| s.id == OBJECTIONS) {
        put(&mut stage.content, say.objections());
    }
    told.deals.total
}

/// Names of the deals that somebody told something of.
fn names(log: &EventLog, selection: &Selection, told: &InterviewSummary) -> FxHashMap<DealId, String> {
    let said = told.questions.iter().flat_map(|q| &q.said).flat_map(|s| &s.of);
    let mut names: FxHashMap<DealId, String> = said.map(|id| (*id, String::new())).collect();
    for deal in selection.deals(log) {
        if let Some(name) = names.get_mut(&log.deal_id(deal)) {
            let known = log.name(deal);
            (if known.is_empty() { log.key(deal) } else { known }).clone_into(name);
        }
    }
    names
}

struct Said<'a> {
    told: &'a InterviewSummary,
    names: FxHashMap<DealId, String>,
}

impl<'a> Said<'a> {
    /// What was said most often to a question.
    fn most(&self, question: &str) -> impl Iterator<Item = &'a SaidCount> + use<'a> {
        let few = self.told.deals.total < SEVERAL;
        self.told.said(question).iter().filter(move |s| few || s.deals > 1).take(MOST)
    }

    fn answered(&self, question: &str) -> u64 {
        self.told.questions.iter().find(|q| q.id == question).map_or(0, |q| q.answered)
    }

    /// `Asked in 4 of 6 interviews (3 won, 1 lost): Acme, Borg, Ceres and Delta.`
    fn evidence(&self, what: &str, question: &str, said: &SaidCount) -> String {
        let of = counted(self.answered(question), "interview");
        format!("{what} {} of {of}{}: {}.", grouped(said.deals), outcomes(said), self.deals(said))
    }

    fn deals(&self, said: &SaidCount) -> String {
        let mut names: Vec<String> =
            said.of.iter().take(NAMED).map(|id| self.names.get(id).cloned().unwrap_or_default()).collect();
        if said.of.len() > NAMED {
            names.push(format!("{} more", said.of.len() - NAMED));
        }
        listed(&names, "and")
    }

    fn objections(&self) -> impl Iterator<Item = Need> {
        let few = self.told.deals.total < SEVERAL;
        let often = self.told.objections.iter().filter(move |o| few || o.objection.deals > 1).take(MOST);
        often.map(|o| {
            let raised = self.evidence("Raised in", "interview.objections", &o.objection);
            let answers: Vec<String> =
                o.answers.iter().take(2).map(|a| format!("“{}”{}", a.text, outcomes(a))).collect();
            let evidence = match answers.is_empty() {
                true => format!("{raised} Nobody said what answered it."),
                false => format!("{raised} Answered with {}.", answers.join(", ")),
            };
            need(format!("An answer to “{}”", o.objection.text), evidence)
        })
    }
}

/// ` (3 won, 1 lost)`.
fn outcomes(said: &SaidCount) -> String {
    let parts = [(said.won, "won"), (said.lost, "lost"), (said.deals - said.won - said.lost, "open")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    format!(" ({})", parts.join(", "))
}

fn need(name: String, evidence: String) -> Need {
    Need { id: slug(&name), name, evidence, ..Need::default() }
}

fn next_step(said: &SaidCount, evidence: String) -> Task {
    let name = format!("Agree on the next step: {}", said.text);
    Task { id: slug(&name), name, owner: "rep".into(), evidence, ..Task::default() }
}

fn add_task(stage: &mut Stage, task: Task) {
    let id = free(&task.id, stage.tasks.iter().map(|t| t.id.as_str()));
    stage.tasks.push(Task { id, ..task });
}

/// Adds what is not there in the same words.
fn put(all: &mut Vec<Need>, more: impl Iterator<Item = Need>) {
    for need in more {
        if all.iter().all(|known| normalised(&known.name) != normalised(&need.name)) {
            let id = free(&need.id, all.iter().map(|n| n.id.as_str()));
            all.push(Need { id, name: capital(&need.name), ..need });
        }
    }
}
