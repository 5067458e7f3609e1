//! What somebody chose for a brief; what they left open is filled in from what is known.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AgendaItem, BriefPerson};

/// Choices for a brief. What is left out is filled in; an empty list stays empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BriefChoices {
    /// The meeting that it is for: its id.
    pub meeting: Option<String>,
    /// The persona: its id; empty for none.
    pub persona: Option<String>,
    /// What they would use it for.
    pub use_cases: Option<Vec<String>>,
    /// What hurts them.
    pub pains: Option<Vec<String>>,
    /// Who comes of us.
    pub ours: Option<Vec<BriefPerson>>,
    /// Who comes of them.
    pub theirs: Option<Vec<BriefPerson>>,
    /// What they may say.
    pub objections: Option<Vec<ChosenObjection>>,
    /// What to show: ids of content of the library.
    pub proof: Option<Vec<String>>,
    /// How the time is spent.
    pub agenda: Option<Vec<AgendaItem>>,
    /// Anything else.
    pub note: String,
}

/// An objection that was chosen, with what to say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChosenObjection {
    /// Id of the objection of the process; empty for words of one's own.
    pub id: String,
    /// Words of one's own.
    pub says: String,
    /// Id of its answer; empty for the one that did best.
    pub answer: String,
}

/// Longest text, in characters.
const LONGEST: usize = 600;
/// Longest name.
const LONGEST_NAME: usize = 200;
/// Longest list.
const MOST: usize = 20;
/// Longest agenda, in minutes.
const MOST_MINUTES: u32 = 24 * 60;

impl BriefChoices {
    /// What of the choices cannot be taken: the field, and what is wrong with it.
    ///
    /// # Errors
    /// The first of these.
    pub fn check(&self) -> Result<(), (String, String)> {
        texts("use_cases", self.use_cases.as_deref(), LONGEST)?;
        texts("pains", self.pains.as_deref(), LONGEST)?;
        texts("proof", self.proof.as_deref(), LONGEST_NAME)?;
        for (field, people) in [("ours", &self.ours), ("theirs", &self.theirs)] {
            let people = people.as_deref().unwrap_or_default();
            few(field, people.len())?;
            for (at, person) in people.iter().enumerate() {
                needed(&format!("{field}.{at}.name"), &person.name, LONGEST_NAME)?;
                short(&format!("{field}.{at}.part"), &person.part, LONGEST_NAME)?;
            }
        }
        let objections = self.objections.as_deref().unwrap_or_default();
        few("objections", objections.len())?;
        for (at, chosen) in objections.iter().enumerate() {
            short(&format!("objections.{at}.says"), &chosen.says, LONGEST)?;
            if chosen.id.trim().is_empty() && chosen.says.trim().is_empty() {
                return Err((format!("objections.{at}.says"), EMPTY.into()));
            }
        }
        let agenda = self.agenda.as_deref().unwrap_or_default();
        few("agenda", agenda.len())?;
        for (at, item) in agenda.iter().enumerate() {
            needed(&format!("agenda.{at}.what"), &item.what, LONGEST_NAME)?;
            if item.minutes > MOST_MINUTES {
                return Err((format!("agenda.{at}.minutes"), format!("At most {MOST_MINUTES} minutes, please.")));
            }
        }
        short("note", &self.note, LONGEST)
    }
}

const EMPTY: &str = "This must not be empty.";

fn few(field: &str, count: usize) -> Result<(), (String, String)> {
    if count > MOST { Err((field.to_owned(), format!("At most {MOST}, please."))) } else { Ok(()) }
}

fn short(field: &str, text: &str, most: usize) -> Result<(), (String, String)> {
    let fits = text.chars().count() <= most;
    if fits { Ok(()) } else { Err((field.to_owned(), format!("At most {most} characters, please."))) }
}

fn needed(field: &str, text: &str, most: usize) -> Result<(), (String, String)> {
    if text.trim().is_empty() { Err((field.to_owned(), EMPTY.into())) } else { short(field, text, most) }
}

fn texts(field: &str, texts: Option<&[String]>, most: usize) -> Result<(), (String, String)> {
    let texts = texts.unwrap_or_default();
    few(field, texts.len())?;
    texts.iter().enumerate().try_for_each(|(at, text)| needed(&format!("{field}.{at}"), text, most))
}
