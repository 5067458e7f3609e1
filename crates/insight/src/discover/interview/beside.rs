//! What a rep remembers, beside what the log says. Neither is held to be right.

use model::{
    Deal, Event, Outcome, Timestamp,
    ids::DealId,
    interview::{FORGOTTEN, Reply, answers, progress, question, questions, say},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::compare::{Facts, compare};

/// A deal that was told about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Told {
    /// The deal.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// The rep who owns it.
    pub owner: Option<String>,
    /// Won, lost or open.
    pub outcome: Outcome,
    /// When it closed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// Screens with an answer.
    pub answered: u64,
    /// Screens there are.
    pub of: u64,
    /// How many answers differ from the log.
    pub differing: u64,
    /// The answers, in the order in which they are asked.
    pub answers: Vec<ToldAnswer>,
}

/// An answer, and what the log says beside it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ToldAnswer {
    /// The question's id.
    pub question: String,
    /// What a table calls it.
    pub name: String,
    /// The answer.
    pub reply: Reply,
    /// The answer in one line.
    pub text: String,
    /// Who answered.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// What the log says; none where it says nothing about it.
    pub beside: Option<Beside>,
}

/// What the log says beside an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Beside {
    /// What the log says, in a few words.
    pub log: String,
    /// Whether the two agree; none where one cannot tell.
    pub agrees: Option<bool>,
    /// Both in one sentence.
    pub sentence: String,
}

/// The answers about a deal beside what its events say; none if nobody answered. Events come in order.
pub fn told(deal: &Deal, events: &[Event]) -> Option<Told> {
    let given = answers(events);
    if given.is_empty() {
        return None;
    }
    let facts = Facts::of(deal, events);
    let one = |id: &str| {
        let event = given.get(id)?;
        let text = event.attributes.get("answer")?;
        let reply = Reply::of_text(text);
        let who = event.actor.as_deref().unwrap_or("The rep");
        let beside = (text != FORGOTTEN).then(|| compare(id, &reply, &facts, who)).flatten();
        Some(ToldAnswer {
            question: id.to_owned(),
            name: question(id)?.short.to_owned(),
            text: say(text),
            reply,
            by: event.actor.clone(),
            at: event.at,
            beside,
        })
    };
    let told: Vec<ToldAnswer> = questions().filter_map(|q| one(q.id)).collect();
    let differs = |a: &&ToldAnswer| a.beside.as_ref().is_some_and(|b| b.agrees == Some(false));
    let (answered, of) = progress(deal.outcome, |id| given.contains_key(id));
    Some(Told {
        id: deal.id,
        name: deal.name.clone(),
        account: deal.account.clone(),
        owner: deal.owner.clone(),
        outcome: deal.outcome,
        closed: deal.closed,
        answered: answered as u64,
        of: of as u64,
        differing: told.iter().filter(differs).count() as u64,
        answers: told,
    })
}
