//! Feedback on the process: kept as records that hold facts; who is told; what is shown.

pub mod pulse;
pub mod told;
pub mod view;

use std::{collections::BTreeMap, sync::Arc};

use model::{
    feedback::{Act, Fact, Item, PartKind, Person, Place, place::Missing, rules},
    ids::DealId,
    process::Process,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    guard::Actor,
    permission::Role,
    problem::{Answer, Problem},
    processes::Processes,
    state::App,
};

/// The kind of record that an item is.
pub const FEEDBACK: &str = "feedback";
/// Facts of one item, at most.
const MOST_FACTS: usize = 500;
/// Items that are not settled, at most.
const MOST_OPEN: usize = 5_000;
/// How often something that rests on no version is tried again when somebody else was faster.
const TRIES: usize = 8;

/// An item as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    /// What happened, in order.
    pub facts: Vec<Fact>,
    /// It was made up, to show what it looks like.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

/// An item with its version and its facts.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Its version.
    pub version: i64,
    /// What the facts tell.
    pub item: Item,
    /// The facts.
    pub facts: Vec<Fact>,
    /// It was made up.
    pub sample: bool,
}

fn saved(record: store::Record) -> Option<Saved> {
    let Kept { facts, sample } = serde_json::from_value(record.content).ok()?;
    Some(Saved { version: record.version, item: Item::of(record.id, &facts)?, facts, sample })
}

/// Whether who asks leads the team.
pub fn leads(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Manager)
}

/// Whether somebody with this role may say something of the process.
pub fn speaks(role: Role) -> bool {
    role != Role::Viewer
}

/// Who asks, as a person of an item.
pub fn person(who: &Actor) -> Person {
    Person { id: who.id, name: who.name.clone() }
}

/// Who asks, for the rules.
pub fn standing(who: &Actor) -> rules::Standing {
    rules::Standing { person: who.id, leads: leads(who.role) }
}

/// What the processes of now are, to look places up in.
#[derive(Debug, Clone)]
pub struct Now {
    processes: Arc<Processes>,
    proposed: Option<Arc<Process>>,
}

impl Now {
    /// The process of this short id, as new deals begin with.
    pub fn process(&self, id: &str) -> Option<&Process> {
        let active = self.processes.named(Some(id)).map(|active| &*active.process);
        active.or_else(|| self.proposed.as_deref().filter(|process| process.id == id))
    }
}

impl App {
    /// All that was ever said, in the order in which it was said.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn feedback(&self) -> Answer<Vec<Saved>> {
        let mut all: Vec<Saved> = self.store.records(FEEDBACK).await?.into_iter().filter_map(saved).collect();
        all.sort_by_key(|saved| (saved.item.at, saved.item.id));
        Ok(all)
    }

    /// One item, as it is now.
    ///
    /// # Errors
    /// 404.
    pub async fn feedback_item(&self, id: Uuid) -> Answer<Saved> {
        let nowhere = || Problem::not_found("Nobody said such a thing of the process.");
        self.store.record(FEEDBACK, id).await?.and_then(saved).ok_or_else(nowhere)
    }

    /// The processes of now; what the data proposes as long as there is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn processes_now(&self) -> Answer<Now> {
        let processes = self.processes().await?;
        let proposed = match processes.is_empty() {
            true => self.process_or_proposal().await.ok().map(|(process, _)| Arc::new(process)),
            false => None,
        };
        Ok(Now { processes, proposed })
    }

    /// Where something is said: by the version that the deal goes by, else the one that new deals begin with.
    ///
    /// # Errors
    /// 422 naming what is not there.
    pub async fn feedback_place(
        &self,
        process: Option<&str>,
        stage: &str,
        part: Option<(PartKind, &str)>,
        deal: Option<DealId>,
    ) -> Answer<Place> {
        let deal = match deal {
            None => None,
            Some(id) => {
                let nowhere = || Problem::field("deal", "There is no such deal.");
                Some(self.store.deal(id).await?.ok_or_else(nowhere)?)
            }
        };
        let processes = self.processes().await?;
        let of_deal = deal.as_ref().and_then(|deal| Some((processes.of_deal(deal)?, deal)));
        let of_deal = of_deal.filter(|(active, _)| process.is_none_or(|id| active.process.id == id));
        let found = match (of_deal, processes.is_empty()) {
            (Some((active, deal)), _) => {
                let (process, version) = active.of_deal(deal);
                Place::find(process, Some(version), stage, part)
            }
            (None, true) => {
                let (proposed, _) = self.process_or_proposal().await?;
                if process.is_some_and(|id| id != proposed.id) {
                    return Err(no_process());
                }
                Place::find(&proposed, None, stage, part)
            }
            (None, false) => {
                let active = processes.named(process).ok_or_else(no_process)?;
                Place::find(&active.process, Some(active.saved.version), stage, part)
            }
        };
        found.map_err(|missing| match missing {
            Missing::Stage => Problem::field(
                "stage",
                "The process in force has no such stage. If it is new in a draft, activate that first.",
            ),
            Missing::Part => Problem::field("part", "The stage has no such thing any more. Load the page again."),
        })
    }

    /// Keeps something new that was said. The same said twice by one person is once.
    ///
    /// # Errors
    /// 409 if it was said already, or there is too much.
    pub async fn say(&self, by: Person, act: Act) -> Answer<Saved> {
        let Act::Said { kind, words, place, deal } = &act else {
            return Err(Problem::internal("what is said first is said"));
        };
        let all = self.feedback().await?;
        if all.iter().filter(|saved| saved.item.is_open()).count() >= MOST_OPEN {
            return Err(Problem::conflict("There is too much open. Settle some of it first."));
        }
        let said = || {
            let words = "You have said this here already, and it is open. Add a comment to it instead.";
            Problem::conflict(words).with_error("words", words)
        };
        let same = |item: &&Saved| {
            let item = &item.item;
            item.author.id == by.id && item.kind == *kind && item.words == *words && item.place == *place
        };
        let before = all.iter().filter(same);
        if before.clone().any(|saved| saved.item.state.is_open() && saved.item.deal == *deal) {
            return Err(said());
        }
        let (stage, part) = (&place.stage, place.part.as_ref().map(|part| (part.kind, &part.id)));
        let deal = deal.map(|deal| deal.to_string());
        let key =
            format!("{}|{}|{stage}|{part:?}|{}|{words}|{deal:?}|{}", by.id, place.process, kind.word(), before.count());
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("feedback:{key}").as_bytes());
        let fact = Fact { id: Uuid::now_v7(), at: self.now(), by, act };
        match self.keep_feedback(id, 0, vec![fact], false).await {
            Err(problem) if problem.status == 412 => Err(said()),
            kept => kept,
        }
    }

    /// Adds what somebody does about an item, if they may. `seen`: the version that it rests on; none where that does not
    /// matter.
    ///
    /// # Errors
    /// 403 and 409 saying why not; 412 if it was changed meanwhile.
    pub async fn act_on_feedback(&self, who: &Actor, id: Uuid, seen: Option<i64>, act: Act) -> Answer<Saved> {
        for _ in 0..TRIES {
            let before = self.feedback_item(id).await?;
            if let Some(seen) = seen.filter(|seen| *seen != before.version) {
                let now = before.version;
                return Err(Problem::stale(format!("You have seen version {seen}; it is at version {now} now.")));
            }
            let all = self.feedback().await?;
            let followers = all.iter().filter(|other| other.item.joined == Some(id)).count();
            if let Act::Joined { into } = &act {
                let target = all.iter().find(|other| other.item.id == *into);
                let target = target.ok_or_else(|| Problem::field("into", "There is no such thing to join it to."))?;
                rules::takes_in(&target.item, &before.item).map_err(refused)?;
            }
            if !rules::allow(&before.item, followers, &act, standing(who)).map_err(refused)? {
                return Ok(before);
            }
            if before.facts.len() >= MOST_FACTS {
                return Err(Problem::conflict("There is too much said about this one. Say it anew."));
            }
            let fact = Fact { id: Uuid::now_v7(), at: self.now(), by: person(who), act: act.clone() };
            let mut facts = before.facts;
            facts.push(fact);
            match self.keep_feedback(id, before.version, facts, before.sample).await {
                Err(problem) if problem.status == 412 && seen.is_none() => {}
                Err(problem) => return Err(problem),
                Ok(saved) => {
                    told::tell(self, &saved).await?;
                    return Ok(saved);
                }
            }
        }
        Err(Problem::conflict("Many people are at this one just now. Try again."))
    }

    async fn keep_feedback(&self, id: Uuid, seen: i64, facts: Vec<Fact>, sample: bool) -> Answer<Saved> {
        let last = facts.last().ok_or_else(|| Problem::internal("an item has facts"))?;
        let (by, at) = (last.by.name.clone(), last.at);
        let content = serde_json::to_value(Kept { facts, sample }).map_err(Problem::internal)?;
        let kept = self.store.keep_record(FEEDBACK, id, seen, Some(content), Some(&by), at).await?;
        saved(kept).ok_or_else(|| Problem::internal("what was kept can be read"))
    }
}

fn no_process() -> Problem {
    Problem::field("process", "There is no such process, or it has no active version.")
}

fn refused(refusal: rules::Refusal) -> Problem {
    match refusal {
        rules::Refusal::NotTheirs(why) => Problem::forbidden(why),
        rules::Refusal::NotNow(why) => Problem::conflict(why),
    }
}

/// Those that were joined, by what they were joined to.
pub fn followers(all: &[Saved]) -> BTreeMap<Uuid, Vec<&Saved>> {
    let mut of: BTreeMap<Uuid, Vec<&Saved>> = BTreeMap::new();
    for saved in all {
        if let Some(into) = saved.item.joined {
            of.entry(into).or_default().push(saved);
        }
    }
    of
}
