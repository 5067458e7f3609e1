//! What all interviews together say: counts, since there are a handful of them.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Outcome,
    event::kind,
    ids::DealId,
    interview::{AnswerKind, FORGOTTEN, PREFIX, Reply, days_of, normalised, questions},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::{DealCounts, sentence::counted};
use crate::{
    log::{EventLog, NONE},
    select::Selection,
};

/// What was said about the selected deals. Counts are deals, never rates: an interview is about a handful of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct InterviewSummary {
    /// Deals with an answer.
    pub deals: DealCounts,
    /// Owners of these deals.
    pub reps: u64,
    /// The whole in one sentence.
    pub sentence: String,
    /// The questions that somebody answered, in the order in which they are asked.
    pub questions: Vec<QuestionSummary>,
    /// Objections with what answered them; most deals first.
    pub objections: Vec<ObjectionCount>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuestionSummary {
    /// Its id.
    pub id: String,
    /// What a table calls it.
    pub name: String,
    /// Deals with an answer.
    pub answered: u64,
    /// Deals where the answer is "I don't remember"; not among `answered`.
    pub forgotten: u64,
    /// What was said; of people their roles. Most deals first.
    pub said: Vec<SaidCount>,
    /// The numbers said, ascending, where numbers are asked for: days of a duration, amounts, shares of a hundred.
    pub numbers: Vec<f64>,
}

/// In how many deals something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SaidCount {
    /// What, in the words in which it first came.
    pub text: String,
    /// Deals.
    pub deals: u64,
    /// Won ones of them.
    pub won: u64,
    /// Lost ones of them.
    pub lost: u64,
    /// Which.
    pub of: Vec<DealId>,
}

/// An objection, and what answered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ObjectionCount {
    /// The objection and in how many deals it came.
    pub objection: SaidCount,
    /// What answered it, and in how many deals; most won deals first.
    pub answers: Vec<SaidCount>,
}

impl InterviewSummary {
    /// What was said to the question with this id (`interview.pain`, …); nothing if nobody answered it.
    pub fn said(&self, question: &str) -> &[SaidCount] {
        self.questions.iter().find(|q| q.id == question).map_or(&[], |q| &q.said)
    }

    /// The pains that moved the prospects.
    pub fn pains(&self) -> &[SaidCount] {
        self.said("interview.pain")
    }

    /// The questions asked in first conversations.
    pub fn questions_asked(&self) -> &[SaidCount] {
        self.said("interview.first-questions")
    }

    /// What was agreed as the next step.
    pub fn next_steps(&self) -> &[SaidCount] {
        self.said("interview.agreed-next")
    }

    /// What happened first after the sale.
    pub fn after_sale(&self) -> &[SaidCount] {
        self.said("interview.after-sale")
    }

    /// Who decided.
    pub fn deciders(&self) -> &[SaidCount] {
        self.said("interview.decider")
    }
}

/// A deal's answers: texts by question.
struct Told {
    deal: u32,
    answers: BTreeMap<String, String>,
}

/// What the interviews about the deals of the selection say. Of several answers to a question about one deal the last
/// counts; one that was taken back does not.
pub fn interviews(log: &EventLog, selection: &Selection) -> InterviewSummary {
    let told = told_deals(log, selection);
    let mut deals = DealCounts { total: told.len() as u64, ..DealCounts::default() };
    for t in &told {
        match log.outcome(t.deal) {
            Outcome::Won => deals.won += 1,
            Outcome::Lost => deals.lost += 1,
            Outcome::Open => deals.open += 1,
        }
    }
    let reps = told.iter().filter_map(|t| log.owner(t.deal)).collect::<BTreeSet<_>>().len() as u64;
    InterviewSummary {
        deals,
        reps,
        sentence: sentence(&deals, reps),
        questions: questions().filter_map(|q| of_question(log, &told, q.id, q.short, q.kind)).collect(),
        objections: objections(log, &told),
    }
}

fn sentence(deals: &DealCounts, reps: u64) -> String {
    if deals.total == 0 {
        return "Nobody has answered yet.".into();
    }
    let by = if reps == 0 { String::new() } else { format!(" of {}", counted(reps, "rep")) };
    let parts = [(deals.won, "won"), (deals.lost, "lost"), (deals.open, "open")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    format!("What is remembered of {}{by}: {}.", counted(deals.total, "deal"), parts.join(", "))
}

fn told_deals(log: &EventLog, selection: &Selection) -> Vec<Told> {
    let is_answer: Vec<bool> = log.sorts.all.iter().map(|s| log.sorts.kinds.get(s.kind) == kind::ANSWER).collect();
    if !is_answer.contains(&true) {
        return Vec::new();
    }
    let told = |deal: u32| {
        let places = log.range(deal).filter(|i| is_answer[log.events.sort[*i] as usize]);
        let mut answers = BTreeMap::new();
        for i in places {
            let (Some(question), answer) = (detail(log, i, "question"), detail(log, i, "answer")) else { continue };
            match answer.filter(|a| !a.is_empty()) {
                _ if !question.starts_with(PREFIX) => {}
                Some(answer) => drop(answers.insert(question.to_owned(), answer.to_owned())),
                None => drop(answers.remove(question)),
            }
        }
        (!answers.is_empty()).then_some(Told { deal, answers })
    };
    selection.deals(log).into_iter().filter_map(told).collect()
}

/// The deals of the selection that somebody answered about, the one closed last first.
pub fn told_about(log: &EventLog, selection: &Selection) -> Vec<DealId> {
    let mut told: Vec<u32> = told_deals(log, selection).into_iter().map(|t| t.deal).collect();
    told.sort_by_key(|deal| std::cmp::Reverse(log.closed(*deal)));
    told.into_iter().map(|deal| log.deal_id(deal)).collect()
}

/// The attribute of an event, among those that the log keeps.
fn detail<'a>(log: &'a EventLog, event: usize, name: &str) -> Option<&'a str> {
    let set = log.events.detail(event);
    let pairs = if set == NONE { return None } else { log.details.all.get(set as usize)? };
    let (_, value) = pairs.iter().find(|(n, _)| log.details.texts.get(*n) == name)?;
    Some(log.details.texts.get(*value))
}

fn of_question(log: &EventLog, told: &[Told], id: &str, name: &str, kind: AnswerKind) -> Option<QuestionSummary> {
    let (mut answered, mut forgotten, mut tally, mut numbers) = (0, 0, Tally::default(), Vec::new());
    for t in told {
        let Some(text) = t.answers.get(id) else { continue };
        if text == FORGOTTEN {
            forgotten += 1;
            continue;
        }
        answered += 1;
        let reply = Reply::of_text(text);
        match kind {
            AnswerKind::Duration => numbers.extend(reply.said.iter().filter_map(|s| days_of(&s.text))),
            AnswerKind::Amount | AnswerKind::Percent => {
                numbers.extend(reply.said.iter().filter_map(|s| s.text.parse::<f64>().ok()));
            }
            AnswerKind::People => {
                let roles = reply.said.iter().flat_map(|s| s.note.split(',')).map(str::trim);
                tally.add(log, t.deal, roles);
            }
            _ => tally.add(log, t.deal, reply.said.iter().map(|s| s.text.as_str())),
        }
    }
    numbers.sort_by(f64::total_cmp);
    let said = tally.counts();
    let (id, name) = (id.to_owned(), name.to_owned());
    (answered + forgotten > 0).then_some(QuestionSummary { id, name, answered, forgotten, said, numbers })
}

fn objections(log: &EventLog, told: &[Told]) -> Vec<ObjectionCount> {
    let mut tally = Tally::default();
    let mut answers: BTreeMap<String, Tally> = BTreeMap::new();
    for t in told {
        let Some(text) = t.answers.get("interview.objections").filter(|text| *text != FORGOTTEN) else { continue };
        let reply = Reply::of_text(text);
        tally.add(log, t.deal, reply.said.iter().map(|s| s.text.as_str()));
        for said in reply.said.iter().filter(|s| !s.note.is_empty()) {
            answers.entry(normalised(&said.text)).or_default().add(log, t.deal, [said.note.as_str()].into_iter());
        }
    }
    let with_answers = |objection: SaidCount| {
        let mut answers = answers.get(&normalised(&objection.text)).map(Tally::counts).unwrap_or_default();
        answers.sort_by_key(|a| std::cmp::Reverse((a.won, a.deals)));
        ObjectionCount { objection, answers }
    };
    tally.counts().into_iter().map(with_answers).collect()
}

/// Counts deals by what was said, equal texts together.
#[derive(Debug, Clone, Default)]
struct Tally(BTreeMap<String, SaidCount>);

impl Tally {
    /// Notes what was said of a deal; the same thing twice counts once.
    fn add<'a>(&mut self, log: &EventLog, deal: u32, texts: impl Iterator<Item = &'a str>) {
        let id = log.deal_id(deal);
        for text in texts.filter(|t| !t.is_empty()) {
            let blank = || SaidCount { text: text.to_owned(), deals: 0, won: 0, lost: 0, of: Vec::new() };
            let count = self.0.entry(normalised(text)).or_insert_with(blank);
            if count.of.last() == Some(&id) {
                continue;
            }
            count.deals += 1;
            count.won += u64::from(log.outcome(deal) == Outcome::Won);
            count.lost += u64::from(log.outcome(deal) == Outcome::Lost);
            count.of.push(id);
        }
    }

    /// Most deals first, equal ones by their words.
    fn counts(&self) -> Vec<SaidCount> {
        let mut counts: Vec<SaidCount> = self.0.values().cloned().collect();
        counts.sort_by_key(|c| std::cmp::Reverse(c.deals));
        counts
    }
}
