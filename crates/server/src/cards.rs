//! Cards of the board: what a deal's stage still asks for, judged once for each version of the deal.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::SignedDuration;
use model::{
    Deal, Event, Timestamp,
    ids::{DealId, ProcessId},
    language::Language,
    process::{Process, judge_stage},
};

use crate::{problem::Answer, processes::Active, state::App};

/// How long a judgement stands while its deal does not change: criteria may look back some days.
const STANDS: SignedDuration = SignedDuration::from_mins(10);
/// Judgements kept at most.
const MOST: usize = 50_000;

/// A card to judge: the deal as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judging {
    /// The deal.
    pub deal: DealId,
    /// Its version.
    pub version: i64,
    /// The version of the process that it goes by.
    pub process_version: i64,
    /// The id of the stage it is in.
    pub stage: String,
}

/// How far a deal meets the required criteria for leaving its stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    /// So many are met.
    pub met: usize,
    /// So many there are.
    pub required: usize,
    /// The first thing that is missing, in a sentence.
    pub missing: Option<String>,
    /// The criterion that asks for it.
    pub next: Option<String>,
}

impl Judged {
    /// Judges a deal in a stage.
    pub fn of(
        process: &Process,
        stage: &str,
        deal: &Deal,
        events: &[Event],
        now: Timestamp,
        language: Language,
    ) -> Self {
        let verdicts = judge_stage(process, stage, deal, events, now, language);
        let mut unmet = verdicts.iter().filter(|v| v.required && !v.met);
        let required = verdicts.iter().filter(|v| v.required).count();
        let open = unmet.clone().count();
        let first = unmet.next();
        Self {
            met: required - open,
            required,
            missing: first.map(|v| v.missing.clone()),
            next: first.map(|v| v.says.clone()),
        }
    }
}

#[derive(Debug)]
struct Kept {
    of: Judging,
    process: ProcessId,
    at: Timestamp,
    judged: Judged,
}

/// Judgements, by deal and language.
#[derive(Debug, Default)]
pub struct Cards(Mutex<HashMap<(DealId, Language), Kept>>);

impl Cards {
    fn kept(&self) -> MutexGuard<'_, HashMap<(DealId, Language), Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// How the deals stand, in their order. Those not known are read from the database, all at once.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn judged(&self, active: &Active, cards: &[Judging], language: Language) -> Answer<Vec<Judged>> {
        let (now, process) = (self.now(), active.saved.process);
        let mut found: Vec<Option<Judged>> = {
            let kept = self.cards.kept();
            let known = |card: &Judging| {
                let kept = kept.get(&(card.deal, language))?;
                let stands = now.duration_since(kept.at).abs() < STANDS;
                (stands && kept.process == process && kept.of == *card).then(|| kept.judged.clone())
            };
            cards.iter().map(known).collect()
        };
        let missing: Vec<DealId> =
            cards.iter().zip(&found).filter(|(_, judged)| judged.is_none()).map(|(card, _)| card.deal).collect();
        if !missing.is_empty() {
            let mut events = self.store.events_of(&missing).await?;
            let deals: HashMap<DealId, Deal> =
                self.store.deals(&missing).await?.into_iter().map(|deal| (deal.id, deal)).collect();
            let mut kept = self.cards.kept();
            if kept.len() + missing.len() > MOST {
                kept.clear();
            }
            for (card, judged) in cards.iter().zip(&mut found).filter(|(_, judged)| judged.is_none()) {
                let Some(deal) = deals.get(&card.deal) else { continue };
                let events = events.remove(&card.deal).unwrap_or_default();
                let process_of = active.version(card.process_version);
                let fresh = Judged::of(process_of, &card.stage, deal, &events, now, language);
                *judged = Some(fresh.clone());
                // what the log does not know yet is judged again
                if deal.version == card.version {
                    let keep = Kept { of: card.clone(), process, at: now, judged: fresh };
                    kept.insert((card.deal, language), keep);
                }
            }
        }
        Ok(found.into_iter().map(Option::unwrap_or_default).collect())
    }
}
