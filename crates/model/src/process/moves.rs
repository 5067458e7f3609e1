//! Moving a deal from stage to stage.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    ClosedAs, CriterionVerdict, OverrideAsked, Process, Stage, StageKind, Waiver, judge_stage, override_asked,
};
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

const REASON_ID: &str = "reason_id";

impl Closing {
    /// What is given, by the names of the attributes that tell it.
    fn told(&self) -> Vec<(&'static str, String)> {
        let Self { reason_id, motive, pain } = self;
        let all = [(REASON_ID, reason_id), ("motive", motive), ("pain", pain)];
        let given = all.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?.trim().to_owned())));
        given.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// What an event tells.
    pub(super) fn of(event: &Event) -> Self {
        let text = |name: &str| event.attributes.get(name).cloned();
        Self { reason_id: text(REASON_ID), motive: text("motive"), pain: text("pain") }
    }
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
    /// Required criteria are not met, somebody else has to agree to go on without, and no reason was given.
    #[error("{} not met yet; give a reason, and somebody else decides whether to move on all the same", count(.0))]
    Approval(Vec<CriterionVerdict>),
    /// The same move is asked for already.
    #[error("the move to {0:?} waits for approval already")]
    Asked(String),
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
/// Where a stage says `override = "approval"`, its missing criteria let nobody pass with a reason alone: the one event is
/// then `override.asked`, and the deal stays where it is until somebody else decides (see [`granted`]). This also holds for
/// a deal that goes round such a stage by way of nurturing or of being lost.
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
    let moving = Moving { process, deal, events, now, actor, language };
    moving.drafts(wish, None)
}

/// The events by which somebody else agrees to the move that is asked for, and which move the deal: `override.granted`,
/// then what [`decide`] would give.
///
/// # Errors
/// [`MoveError`] if the process does not know the stage any more, or the deal is there.
pub fn granted(
    process: &Process,
    deal: &Deal,
    events: &[Event],
    asked: &OverrideAsked,
    now: Timestamp,
    actor: Option<&str>,
) -> Result<Vec<Draft>, MoveError> {
    let moving = Moving { process, deal, events, now, actor, language: Language::En };
    let wish = Move { to: asked.to.clone(), reason: Some(asked.reason.clone()), closing: asked.closing.clone() };
    let moved = moving.drafts(&wish, Some(asked))?;
    let granted = moving.draft(kind::OVERRIDE_GRANTED, "Approved: move against the process", deal.stage.clone());
    Ok([vec![granted], moved].concat())
}

/// A deal that is to be moved, and who moves it.
#[derive(Clone, Copy)]
struct Moving<'a> {
    process: &'a Process,
    deal: &'a Deal,
    events: &'a [Event],
    now: Timestamp,
    actor: Option<&'a str>,
    language: Language,
}

impl Moving<'_> {
    fn draft(&self, kind: &'static str, activity: &str, stage: Option<String>) -> Draft {
        let (at, activity, actor) = (self.now, activity.to_owned(), self.actor.map(str::to_owned));
        Draft { at, kind, activity, stage, actor, attributes: BTreeMap::new() }
    }

    fn drafts(self, wish: &Move, granted: Option<&OverrideAsked>) -> Result<Vec<Draft>, MoveError> {
        let Self { process, deal, events, now, language, .. } = self;
        let to = process.stage_of(&wish.to).ok_or_else(|| {
            let known: Vec<&str> = process.stages.iter().map(|s| s.id.as_str()).collect();
            MoveError::UnknownStage(wish.to.clone(), known.join(", "))
        })?;
        let here = process.standing(deal);
        if here.is_some_and(|s| s.id == to.id) {
            return Err(MoveError::SameStage(to.name.clone()));
        }
        let gated = if granted.is_some() { Vec::new() } else { process.gated(deal, to, events, now, language) };
        let unmet = process.unmet(deal, to, events, now, language);
        let reason = wish.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
        let draft = |kind, activity: &str, stage| self.draft(kind, activity, stage);
        let told = closing(process, to, wish, reason)?;
        let mut drafts = Vec::new();
        let barred = here.filter(|here| !here.allows(&to.id));
        match (reason, barred) {
            (None, None) if !gated.is_empty() => return Err(MoveError::Approval(gated)),
            (Some(reason), _) if !gated.is_empty() => {
                if override_asked(events).is_some_and(|asked| asked.to == to.id) {
                    return Err(MoveError::Asked(to.name.clone()));
                }
                let mut asked =
                    draft(kind::OVERRIDE_ASKED, "Approval asked: move against the process", deal.stage.clone());
                let ids: Vec<&str> = gated.iter().map(|c| c.id.as_str()).collect();
                let asking = [("unmet", ids.join(",")), ("reason", reason.to_owned()), ("to", to.id.clone())];
                let closing = wish.closing.told();
                asked
                    .attributes
                    .extend(asking.into_iter().chain(closing).map(|(name, value)| (name.to_owned(), value)));
                return Ok(vec![asked]);
            }
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
                if let Some(by) = self.actor.filter(|_| granted.is_some()) {
                    moved.attributes.insert("approved_by".into(), by.to_owned());
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
    let listed = || process.reasons_for(closed);
    let words = || listed().map(|r| r.says.as_str()).collect::<Vec<_>>().join("; ");
    let mut told = wish.closing.told();
    match told.iter().find(|(name, _)| *name == REASON_ID).map(|(_, id)| id.clone()) {
        Some(id) => {
            let known = listed().find(|r| r.id == id).ok_or_else(|| MoveError::UnknownReason(id, words()))?;
            told.push(("reason", known.says.clone()));
            told.extend(reason.map(|said| ("note", said.to_owned())));
        }
        None if closed == ClosedAs::Lost && reason.is_none() && listed().next().is_some() => {
            return Err(MoveError::ReasonNeeded(words()));
        }
        None => {}
    }
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

    /// The first open stage before this one that asks for approval to leave it without its required criteria: a new deal
    /// cannot begin beyond it. None before a stage to which moves are free.
    pub fn gate_before(&self, stage: &Stage) -> Option<&Stage> {
        let mut before = self.stages.iter().take_while(|other| other.id != stage.id);
        let gate = |other: &&Stage| {
            other.kind == StageKind::Open && other.waiver == Waiver::Approval && other.exit.iter().any(|c| c.required)
        };
        before.find(gate).filter(|_| matches!(stage.kind, StageKind::Open | StageKind::Won))
    }

    /// The required criteria that keep a deal from going to `to` without somebody else's approval, and those missing
    /// beside them: of the stages that `to` is further on than the last open stage that the deal was in.
    pub fn gated(
        &self,
        deal: &Deal,
        to: &Stage,
        events: &[Event],
        now: Timestamp,
        language: Language,
    ) -> Vec<CriterionVerdict> {
        if !matches!(to.kind, StageKind::Open | StageKind::Won) {
            return Vec::new();
        }
        let place = |stage: &Stage| self.stages.iter().position(|s| s.id == stage.id).unwrap_or_default();
        let open = |event: &Event| {
            let named = event.stage.as_deref().filter(|_| event.kind == kind::STAGE)?;
            self.stage_of(named).filter(|stage| stage.kind == StageKind::Open)
        };
        let last = events.iter().rev().find_map(open);
        let passed: Vec<&str> = self.passed(deal, to).map(|stage| stage.id.as_str()).collect();
        let round = last.map_or(0..0, |last| place(last)..place(to));
        let round = |stage: &&Stage| {
            stage.kind == StageKind::Open && stage.waiver == Waiver::Approval && round.contains(&place(stage))
        };
        let stages = self.stages.iter().filter(|stage| passed.contains(&stage.id.as_str()) || round(stage));
        let missing = |stage: &Stage| -> Vec<CriterionVerdict> {
            let all = judge_stage(self, &stage.id, deal, events, now, language);
            all.into_iter().filter(|c| c.required && !c.met).collect()
        };
        let all: Vec<(Waiver, Vec<CriterionVerdict>)> = stages.map(|stage| (stage.waiver, missing(stage))).collect();
        match all.iter().any(|(waiver, missing)| *waiver == Waiver::Approval && !missing.is_empty()) {
            true => all.into_iter().flat_map(|(_, missing)| missing).collect(),
            false => Vec::new(),
        }
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
