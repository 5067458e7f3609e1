//! Moving a deal from stage to stage.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ClosedAs, CriterionVerdict, Process, Stage, StageKind, judge_stage};
use crate::{
    deal::{Deal, Outcome},
    event::{AFTER, Event, Side, kind},
    ids::{DealId, EventId},
    language::Language,
};

/// A wish to move a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Move {
    /// The stage to go to: its id, or any name that [`Process::stage_of`] knows.
    pub to: String,
    /// Why, needed where required criteria are not met.
    #[serde(default)]
    pub reason: Option<String>,
    /// What is known of a closing.
    #[serde(flatten)]
    pub closing: Closing,
}

/// Why a deal is won or lost, and what lay behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Closing {
    /// Id of one of the reasons of the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_id: Option<String>,
    /// What moved the prospect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motive: Option<String>,
    /// What hurt them most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<String>,
}

/// An event to be, without an id of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// When.
    pub at: Timestamp,
    /// See [`kind`].
    pub kind: &'static str,
    /// What a map calls it.
    pub activity: String,
    /// The stage entered, or the stage that was left by closing.
    pub stage: Option<String>,
    /// Who did it.
    pub actor: Option<String>,
    /// Further attributes.
    pub attributes: BTreeMap<String, String>,
}

impl Draft {
    /// The event, with its id.
    pub fn into_event(self, id: EventId, deal: DealId) -> Event {
        Event {
            id,
            deal,
            at: self.at,
            undated: false,
            kind: self.kind.to_owned(),
            activity: self.activity,
            stage: self.stage,
            side: Side::Rep,
            actor: self.actor,
            attributes: self.attributes,
            import: None,
        }
    }
}

/// Why a deal cannot move.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MoveError {
    /// Required criteria are not met and no reason was given.
    #[error("{} not met yet; give a reason to move on all the same", count(.0))]
    Unmet(Vec<CriterionVerdict>),
    /// The process does not have this move and no reason was given: from, to, and where one may go.
    #[error("the process has no move from {0:?} to {1:?}, only to: {2}; give a reason to move all the same")]
    NotAllowed(String, String, String),
    /// The process has no such stage.
    #[error("the process has no stage {0:?}; it has: {1}")]
    UnknownStage(String, String),
    /// The process does not have this reason for such a closing; it has these.
    #[error("the process has no reason {0:?} here; it has: {1}")]
    UnknownReason(String, String),
    /// The process lists why deals are lost, and none of these was given, nor words: the reasons.
    #[error("say why it is lost: {0}, or in words of your own")]
    ReasonNeeded(String),
    /// The deal is there already.
    #[error("the deal is in {0:?} already")]
    SameStage(String),
}

fn count(unmet: &[CriterionVerdict]) -> String {
    match unmet {
        [one] => format!("the exit criterion “{}” is", one.says.trim_end_matches('.')),
        many => format!("{} exit criteria are", many.len()),
    }
}

/// The events that move a deal, in order.
///
/// Moving forward needs the required criteria of the stage that is left and of the open stages that are passed over;
/// without them it needs a reason, and `move.override` comes before the move. Moving back, to a lost or to a nurturing
/// stage, and reopening need none, unless the stage lists its moves and this one is not among them. Stages are written by the first name that the data has for them, so that what is
/// done here and what was imported count as one; the attribute `stage_id` holds the id.
///
/// # Errors
/// [`MoveError`].
pub fn decide(
    process: &Process,
    deal: &Deal,
    events: &[Event],
    wish: &Move,
    now: Timestamp,
    actor: Option<&str>,
    language: Language,
) -> Result<Vec<Draft>, MoveError> {
    let to = process.stage_of(&wish.to).ok_or_else(|| {
        let known: Vec<&str> = process.stages.iter().map(|s| s.id.as_str()).collect();
        MoveError::UnknownStage(wish.to.clone(), known.join(", "))
    })?;
    let here = process.standing(deal);
    if here.is_some_and(|s| s.id == to.id) {
        return Err(MoveError::SameStage(to.name.clone()));
    }
    let unmet = process.unmet(deal, to, events, now, language);
    let reason = wish.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
    let draft = |kind, activity: &str, stage: Option<String>| Draft {
        at: now,
        kind,
        activity: activity.to_owned(),
        stage,
        actor: actor.map(str::to_owned),
        attributes: BTreeMap::new(),
    };
    let told = closing(process, to, wish, reason)?;
    let mut drafts = Vec::new();
    let barred = here.filter(|here| !here.allows(&to.id));
    match (reason, barred) {
        (None, Some(here)) => {
            let names = here.moves.iter().map(|id| process.stage(id).map_or(id.as_str(), |s| &s.name));
            let allowed: Vec<&str> = names.collect();
            return Err(MoveError::NotAllowed(here.name.clone(), to.name.clone(), allowed.join(", ")));
        }
        (None, None) if !unmet.is_empty() => return Err(MoveError::Unmet(unmet)),
        (Some(reason), barred) if !unmet.is_empty() || barred.is_some() => {
            let mut moved = draft(kind::OVERRIDE, "Moved against the process", deal.stage.clone());
            let ids: Vec<&str> = unmet.iter().map(|c| c.id.as_str()).collect();
            moved.attributes.insert("unmet".into(), ids.join(","));
            moved.attributes.insert("reason".into(), reason.to_owned());
            moved.attributes.insert("to".into(), to.id.clone());
            if barred.is_some() {
                moved.attributes.insert("move".into(), "not-allowed".into());
            }
            drafts.push(moved);
        }
        _ => {}
    }
    let name = to.written();
    let mut entered = match to.kind {
        StageKind::Won => draft(kind::WON, name, deal.stage.clone()),
        StageKind::Lost => draft(kind::LOST, name, deal.stage.clone()),
        _ => draft(kind::STAGE, name, Some(name.to_owned())),
    };
    entered.attributes.insert("stage_id".into(), to.id.clone());
    if to.kind == StageKind::AfterSale && deal.outcome == Outcome::Won {
        entered.attributes.insert(AFTER.into(), Outcome::Won.word().into());
    }
    let is_listed = told.iter().any(|(name, _)| *name == "reason");
    if let Some(reason) = reason.filter(|_| unmet.is_empty() && barred.is_none() && !is_listed) {
        entered.attributes.insert("reason".into(), reason.to_owned());
    }
    for (name, value) in told {
        entered.attributes.entry(name.to_owned()).or_insert(value);
    }
    if deal.outcome != Outcome::Open && to.kind != StageKind::AfterSale {
        entered.attributes.insert("reopened".into(), deal.outcome.word().to_owned());
    }
    drafts.push(entered);
    Ok(drafts)
}

/// What is written down of a closing; nothing of any other move.
fn closing(
    process: &Process,
    to: &Stage,
    wish: &Move,
    reason: Option<&str>,
) -> Result<Vec<(&'static str, String)>, MoveError> {
    let closed = match to.kind {
        StageKind::Won => ClosedAs::Won,
        StageKind::Lost => ClosedAs::Lost,
        _ => return Ok(Vec::new()),
    };
    let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    let Closing { reason_id, motive, pain } = &wish.closing;
    let listed = || process.reasons_for(closed);
    let words = || listed().map(|r| r.says.as_str()).collect::<Vec<_>>().join("; ");
    let mut told = Vec::new();
    match given(reason_id) {
        Some(id) => {
            let known = listed().find(|r| r.id == id).ok_or_else(|| MoveError::UnknownReason(id.clone(), words()))?;
            told.extend([("reason_id", id), ("reason", known.says.clone())]);
            told.extend(reason.map(|said| ("note", said.to_owned())));
        }
        None if closed == ClosedAs::Lost && reason.is_none() && listed().next().is_some() => {
            return Err(MoveError::ReasonNeeded(words()));
        }
        None => {}
    }
    told.extend(given(motive).map(|motive| ("motive", motive)));
    told.extend(given(pain).map(|pain| ("pain", pain)));
    Ok(told)
}

impl Process {
    /// The stage that a deal stands in: of a closed deal the stage of its outcome, else the one its events name.
    pub fn standing(&self, deal: &Deal) -> Option<&Stage> {
        match deal.outcome {
            Outcome::Open => deal.stage.as_deref().and_then(|s| self.stage_of(s)),
            Outcome::Won => {
                let named = deal.stage.as_deref().and_then(|s| self.stage_of(s));
                named.filter(|s| s.kind == StageKind::AfterSale).or_else(|| self.first(StageKind::Won))
            }
            Outcome::Lost => self.first(StageKind::Lost),
        }
    }

    /// The required criteria that keep a deal from going to `to` without a reason.
    pub fn unmet(
        &self,
        deal: &Deal,
        to: &Stage,
        events: &[Event],
        now: Timestamp,
        language: Language,
    ) -> Vec<CriterionVerdict> {
        self.passed(deal, to)
            .flat_map(|s| judge_stage(self, &s.id, deal, events, now, language))
            .filter(|c| c.required && !c.met)
            .collect()
    }

    /// The stage that a move forward leaves and the open ones it passes over; none for a move that is free.
    fn passed<'a>(&'a self, deal: &Deal, to: &Stage) -> impl Iterator<Item = &'a Stage> {
        let place = |id: &str| self.stages.iter().position(|s| s.id == id);
        let left = deal.stage.as_deref().and_then(|s| self.stage_of(s)).filter(|s| !is_closed(s.kind));
        let end = place(&to.id).unwrap_or(0);
        let start = match (left, to.kind, deal.outcome) {
            (_, StageKind::Lost | StageKind::Nurturing, _) | (_, StageKind::AfterSale, Outcome::Won) => end,
            (_, StageKind::Open, Outcome::Won | Outcome::Lost) => end,
            (Some(left), _, _) => place(&left.id).unwrap_or(end),
            (None, StageKind::Won, _) => 0,
            (None, _, _) => end,
        };
        let left = left.map(|s| s.id.clone());
        let stages = self.stages.get(start..end.max(start)).unwrap_or_default();
        stages.iter().filter(move |s| s.kind == StageKind::Open || left.as_deref() == Some(s.id.as_str()))
    }
}

fn is_closed(kind: StageKind) -> bool {
    matches!(kind, StageKind::Won | StageKind::Lost)
}
