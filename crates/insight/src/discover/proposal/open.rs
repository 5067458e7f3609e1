//! What the data does not tell.

use model::process::{Process, StageKind};

use super::{Basis, StagesFrom, has_touchpoints};
use crate::{discover::sentence::listed, log::EventLog};

/// What the team has to say itself, the most important first. `unparted` are the stages in which no act of the
/// prospect parts won from lost deals.
pub(super) fn questions(log: &EventLog, process: &Process, basis: &Basis, unparted: &[String]) -> Vec<String> {
    let mut questions = Vec::new();
    if !basis.enough && basis.interviews == 0 {
        questions.push(
            "How did your last deals go? Ask the reps about a handful of them under Interviews: a few good answers tell \
             more than few rows."
                .into(),
        );
    }
    if !has_touchpoints(log) {
        questions.push(
            "Who wrote to whom, who met? This data has no calls, mails or meetings; import activities, a mailbox or a \
             calendar to see which acts of the prospect go along with winning."
                .into(),
        );
    }
    if basis.stages == StagesFrom::Activities {
        questions.push("Are the stages made of your activities the ones you think in? Name them as you would.".into());
    }
    if !unparted.is_empty() {
        questions.push(format!(
            "What does the prospect do before a deal should leave {}? No act of theirs in this data parts won from lost \
             deals there.",
            any_of(unparted)
        ));
    }
    let unseen = process.stages.iter().filter(|s| s.kind == StageKind::Open && s.observed.is_empty());
    let unseen: Vec<String> = unseen.map(|s| s.name.clone()).collect();
    if !unseen.is_empty() && basis.stages != StagesFrom::Template {
        questions.push(format!("Do you do what {} is for? No stage of your data corresponds to it.", any_of(&unseen)));
    }
    questions
}

/// `“A”, “B” or “C”`.
fn any_of(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|n| format!("“{n}”")).collect();
    listed(&quoted, "or")
}
