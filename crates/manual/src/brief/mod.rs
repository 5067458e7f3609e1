//! The brief of a meeting: one page, made for one prospect, that those who come read on the way.
//!
//! [`compose`] makes it from the process, what was found out, and what somebody chose; the web page shows it as it is,
//! [`print`] sets it on one page and tells what had to be left out.

mod agenda;
mod choices;
mod compose;
mod fit;
mod print;
mod proof;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::{
    choices::{BriefChoices, ChosenObjection},
    compose::{Expected, Sources, compose, expected_objections, persona_of},
    print::{Printed, print},
    proof::{answers, known},
};

/// The brief of a meeting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Brief {
    /// Who we are; empty where nobody has named the company.
    pub company: String,
    /// Whom we meet.
    pub prospect: String,
    /// The deal's name.
    pub deal: String,
    /// What it is worth, for reading: `EUR 12,000`; empty where unknown.
    pub worth: String,
    /// The stage it is in.
    pub stage: String,
    /// The meeting that it is for; none where none is planned.
    pub meeting: Option<BriefMeeting>,
    /// What they would use it for.
    pub use_cases: Vec<String>,
    /// What hurts them.
    pub pains: Vec<String>,
    /// Whom we talk to, as the playbook knows such people.
    pub persona: Option<BriefPersona>,
    /// Who comes of us.
    pub ours: Vec<BriefPerson>,
    /// Who comes of them.
    pub theirs: Vec<BriefPerson>,
    /// What they may say, and what to say to it.
    pub objections: Vec<BriefObjection>,
    /// What to show.
    pub proof: Vec<BriefProof>,
    /// Whom else they look at.
    pub competitors: Vec<String>,
    /// What was answered so far.
    pub answers: Vec<BriefAnswer>,
    /// How the time is spent.
    pub agenda: Vec<AgendaItem>,
    /// Anything else that somebody wants said.
    pub note: String,
}

/// The meeting that a brief is for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefMeeting {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When, where the team is: `Monday, 2 March 2026, 10:00 to 10:45 (Europe/Berlin)`.
    pub when: String,
    /// Where.
    pub place: String,
    /// How long.
    pub minutes: u32,
}

/// What the playbook says of people such as those we talk to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefPersona {
    /// Id of the persona.
    pub id: String,
    /// What the team calls them.
    pub name: String,
    /// What they do and decide.
    pub role: String,
    /// What they want to reach.
    pub goals: Vec<String>,
    /// What hurts such people.
    pub pains: Vec<String>,
    /// What they believe.
    pub trusts: Vec<String>,
}

/// Somebody who comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefPerson {
    /// Their name.
    pub name: String,
    /// What they are there for: `engineer`, `executive`; on their side title and role.
    #[serde(default)]
    pub part: String,
}

/// Something they may say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefObjection {
    /// Id of the objection of the process; empty where it is none of these.
    pub id: String,
    /// What they say.
    pub says: String,
    /// Why to expect it: `raised, not answered`, `found out`, `usual for the persona`, `usual in the stage`.
    pub because: String,
    /// Id of the answer.
    pub answer_id: String,
    /// What to say; empty where nobody has written it down.
    pub answer: String,
    /// What proves it.
    pub proof: String,
    /// How the answer did: `given in 12 deals, 7 of 10 closed ones won`; empty where it was never given.
    pub known: String,
}

/// Something to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefProof {
    /// Id of the content.
    pub id: String,
    /// Its title.
    pub name: String,
    /// What kind of content it is.
    pub kind: String,
    /// How it did: as [`BriefObjection::known`].
    pub known: String,
}

/// A question that was answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct BriefAnswer {
    /// The question.
    pub asks: String,
    /// The last answer.
    pub answer: String,
}

/// A part of the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct AgendaItem {
    /// What.
    pub what: String,
    /// How long.
    pub minutes: u32,
    /// When it begins, where the team is: `10:05`; empty where no meeting is planned.
    #[serde(default)]
    pub from: String,
}
