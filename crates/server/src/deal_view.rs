//! A deal as its page shows it: where it stands, what is missing, what comes next. Pure.

use model::{
    Deal, Event, Timestamp,
    event::kind,
    ids::{DealId, UserId},
    language::Language,
    people::{BuyInGap, DealPerson, buy_in, people},
    process::{
        CommitmentVerdict, CriterionVerdict, Facts, OverrideAsked, Process, Quartiles, Stage, StageKind,
        judge_commitments, judge_stage, override_asked,
    },
};
use serde::Serialize;

use crate::work::Work;

/// A deal's page.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct DealView {
    /// The deal.
    pub deal: Deal,
    /// The process it goes by; none before there is one.
    pub process_id: Option<String>,
    /// The version it goes by: the one it began with, until it is moved.
    pub process_version: Option<i64>,
    /// The stage of the process it stands in; none without a process or where the process does not know its stage.
    pub stage: Option<StageHere>,
    /// The stages of the process, with where the deal is.
    pub path: Vec<PathStep>,
    /// The exit criteria of the stage it stands in.
    pub exit: Vec<CriterionVerdict>,
    /// The tasks of the stage it stands in.
    pub tasks: Vec<TaskState>,
    /// The commitments to secure in the stage it stands in.
    pub commitments: Vec<CommitmentVerdict>,
    /// Who is on the prospect's side, in the order in which they became known.
    pub people: Vec<DealPerson>,
    /// What happened, oldest first.
    pub events: Vec<Event>,
    /// Where it goes from here when all goes well.
    pub next_stage: Option<StageName>,
    /// A move without the required criteria that waits for somebody else's approval.
    pub asked: Option<MoveAsked>,
    /// Of those who decide, whose word is not certain.
    pub buy_in: Vec<BuyInGap>,
    /// Whether who asks may change it.
    pub may_change: bool,
}

/// A move without the required criteria that waits for approval.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct MoveAsked {
    /// Id of the stage to go to.
    pub to: String,
    /// Its name.
    pub to_name: String,
    /// What is not met, in sentences.
    pub unmet: Vec<String>,
    /// Why it should move all the same.
    pub reason: String,
    /// Who asks, by name.
    pub by: Option<String>,
    /// Who asks.
    pub user: Option<UserId>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// A stage by name.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct StageName {
    /// Its id in the process.
    pub stage_id: String,
    /// Its name.
    pub name: String,
}

/// The stage a deal stands in.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct StageHere {
    /// Its id in the process.
    pub stage_id: String,
    /// Its name.
    pub name: String,
    /// What it means for a deal to be here.
    pub kind: StageKind,
    /// Why the stage exists.
    pub purpose: String,
    /// Days a deal should need here.
    pub target_days: Option<f64>,
    /// Since when the deal is here.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub since: Option<Timestamp>,
    /// Days since then; of a closed deal none.
    pub days: Option<f64>,
    /// Days that deals won in the end were here; none where no won deal tells.
    pub won_days: Option<Quartiles>,
}

/// Where a stage is from the deal's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// The deal has been there or has passed it.
    Done,
    /// The deal is there.
    Here,
    /// Still to come.
    Ahead,
}

/// One stage of the path.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct PathStep {
    /// Its id in the process.
    pub stage_id: String,
    /// Its name.
    pub name: String,
    /// What it means for a deal to be there.
    pub kind: StageKind,
    /// Where it is from the deal's place.
    pub state: StepState,
}

/// A task of the stage, ticked or not.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct TaskState {
    /// Its id, unique in the stage.
    pub id: String,
    /// What to do.
    pub name: String,
    /// The role that does it.
    pub owner: String,
    /// Working days after entering the stage by which it is due.
    pub due_days: Option<f64>,
    /// When that is; none for a closed deal, or where unknown since when the deal is here.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub due: Option<Timestamp>,
    /// How it is done.
    pub channel: String,
    /// Id of the content of the library that it is done with.
    pub template: String,
    /// It is ticked.
    pub done: bool,
}

/// What a deal is looked at with.
#[derive(Debug, Clone, Copy)]
pub struct Looking<'a> {
    /// Now.
    pub now: Timestamp,
    /// When the team works.
    pub work: &'a Work,
    /// Days that deals won in the end were in the stage that the deal is in.
    pub won_days: Option<Quartiles>,
    /// Whether who asks may change it.
    pub may_change: bool,
    /// In what language sentences are made.
    pub language: Language,
}

/// The page of a deal by its process.
pub fn view(process: Option<(&Process, i64)>, deal: Deal, events: Vec<Event>, looking: Looking<'_>) -> DealView {
    let Looking { now, work, won_days, may_change, language } = looking;
    let version = process.map(|(_, version)| version);
    let process = process.map(|(process, _)| process);
    let stage = process.and_then(|p| p.standing(&deal));
    let stage_id = stage.map(|s| s.id.as_str()).unwrap_or_default();
    DealView {
        process_id: process.map(|p| p.id.clone()),
        process_version: version,
        stage: stage.map(|s| StageHere { won_days, ..here(s, &deal, now) }),
        path: process.map_or_else(Vec::new, |p| path(p, stage, deal.stage.as_deref())),
        exit: process.map_or_else(Vec::new, |p| judge_stage(p, stage_id, &deal, &events, now, language)),
        tasks: stage.map_or_else(Vec::new, |s| tasks(s, &deal, &events, work)),
        commitments: stage.map_or_else(Vec::new, |s| {
            let schemes = process.map_or(&[][..], |p| &p.schemes);
            judge_commitments(s, &Facts { deal: &deal, events: &events, now, schemes, language })
        }),
        asked: process.and_then(|p| asked(p, &events, language)),
        buy_in: buy_in(&people(&events)),
        people: people(&events),
        next_stage: process.and_then(|p| p.next_stage(stage_id)).map(named),
        events,
        deal,
        may_change,
    }
}

fn asked(process: &Process, events: &[Event], language: Language) -> Option<MoveAsked> {
    let OverrideAsked { to, unmet, reason, by, user, at, .. } = override_asked(events)?;
    let criteria = || process.stages.iter().flat_map(|stage| &stage.exit);
    let says = |id: String| criteria().find(|c| c.id == id).map_or(id, |c| c.sentence(language));
    let to_name = process.stage(&to).map_or_else(|| to.clone(), |stage| stage.name.clone());
    Some(MoveAsked { to, to_name, unmet: unmet.into_iter().map(says).collect(), reason, by, user, at })
}

fn named(stage: &Stage) -> StageName {
    StageName { stage_id: stage.id.clone(), name: stage.name.clone() }
}

fn here(stage: &Stage, deal: &Deal, now: Timestamp) -> StageHere {
    let open = deal.closed.is_none();
    StageHere {
        stage_id: stage.id.clone(),
        name: stage.name.clone(),
        kind: stage.kind,
        purpose: stage.purpose.clone(),
        target_days: stage.target_days,
        since: if open { deal.stage_since } else { deal.closed },
        days: deal.stage_since.filter(|_| open).map(|since| days_between(since, now)),
        won_days: None,
    }
}

/// Days from `from` to `to`; 0 if `to` is earlier.
pub fn days_between(from: Timestamp, to: Timestamp) -> f64 {
    (to.duration_since(from).as_secs_f64() / 86_400.0).max(0.0)
}

/// The open stages, and at the end the one that closes, as far as the deal is concerned. A lost deal has passed the
/// stages up to the one it was `last` in.
fn path(process: &Process, stage: Option<&Stage>, last: Option<&str>) -> Vec<PathStep> {
    let place = |s: &Stage| process.stages.iter().position(|o| o.id == s.id);
    let here = stage.and_then(place);
    let lost = stage.is_some_and(|s| s.kind == StageKind::Lost);
    let passed = if lost { last.and_then(|s| process.stage_of(s)).and_then(place).map(|at| at + 1) } else { here };
    let closed = stage.is_some_and(|s| matches!(s.kind, StageKind::Won | StageKind::Lost));
    let shown = |s: &&Stage| {
        let standing = stage.is_some_and(|h| h.id == s.id);
        standing || s.kind == StageKind::Open || (s.kind == StageKind::Won && !closed)
    };
    let state = |s: &Stage| match place(s) {
        at if at == here => StepState::Here,
        Some(at) if passed.is_some_and(|end| at < end) => StepState::Done,
        _ => StepState::Ahead,
    };
    let step = |s: &Stage| PathStep { stage_id: s.id.clone(), name: s.name.clone(), kind: s.kind, state: state(s) };
    process.stages.iter().filter(shown).map(step).collect()
}

/// The tasks of a stage, ticked or not, and when they are due.
pub fn tasks(stage: &Stage, deal: &Deal, events: &[Event], work: &Work) -> Vec<TaskState> {
    let since = deal.stage_since.filter(|_| deal.closed.is_none());
    let state = |task: &model::process::Task| TaskState {
        id: task.id.clone(),
        name: task.name.clone(),
        owner: task.owner.clone(),
        due_days: task.due_days,
        due: since.zip(task.due_days).and_then(|(since, days)| work.due(since, days)),
        channel: task.channel.clone(),
        template: task.template.clone(),
        done: is_done(events, &stage.id, &task.id),
    };
    stage.tasks.iter().map(state).collect()
}

/// Whether the last word on a task was a tick.
pub fn is_done(events: &[Event], stage: &str, task: &str) -> bool {
    let same = |e: &&Event, name: &str, value: &str| e.attributes.get(name).is_some_and(|v| v == value);
    let ticks = events.iter().filter(|e| e.kind == kind::TASK_DONE || e.kind == kind::TASK_UNDONE);
    let last = ticks.rev().find(|e| same(e, "stage", stage) && same(e, "task", task));
    last.is_some_and(|e| e.kind == kind::TASK_DONE)
}

/// A tick or its taking back.
pub fn tick(deal: DealId, stage: &Stage, task: &model::process::Task, done: bool) -> Event {
    let (kind, word) = if done { (kind::TASK_DONE, "Done") } else { (kind::TASK_UNDONE, "Not done after all") };
    let attributes = [("stage".to_owned(), stage.id.clone()), ("task".to_owned(), task.id.clone())];
    Event {
        kind: kind.to_owned(),
        activity: format!("{word}: {}", task.name),
        attributes: attributes.into(),
        ..blank(deal, Timestamp::UNIX_EPOCH)
    }
}

/// An event entered by hand, of which nothing but the deal and the time is known.
pub fn blank(deal: DealId, at: Timestamp) -> Event {
    Event {
        id: model::ids::EventId(uuid::Uuid::now_v7()),
        deal,
        at,
        undated: false,
        kind: String::new(),
        activity: String::new(),
        stage: None,
        side: model::Side::Rep,
        actor: None,
        attributes: Default::default(),
        import: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use model::process::template;

    use super::*;

    fn deal_in(stage: &str) -> Deal {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.stage = Some(stage.to_owned());
        deal.stage_since = Some("2026-01-01T00:00:00Z".parse().unwrap());
        deal
    }

    fn work() -> Work {
        crate::work::WorkSettings::default().read().unwrap()
    }

    fn looking(now: Timestamp, work: &Work) -> Looking<'_> {
        Looking { now, work, won_days: None, may_change: true, language: Language::En }
    }

    #[test]
    fn tasks_are_due_on_working_days() {
        let process = template();
        let stage = process.stages.iter().find(|s| s.tasks.iter().any(|t| t.due_days == Some(2.0))).unwrap();
        let mut deal = deal_in(&stage.name);
        // A Friday: two working days later is Tuesday.
        deal.stage_since = Some("2026-01-02T15:00:00Z".parse().unwrap());
        let due = |deal: &Deal| {
            let tasks = tasks(stage, deal, &[], &work());
            tasks.iter().find(|t| t.due_days == Some(2.0)).unwrap().due.map(|due| due.to_string())
        };
        assert_eq!(due(&deal).as_deref(), Some("2026-01-06T15:00:00Z"));
        deal.closed = deal.stage_since;
        assert_eq!(due(&deal), None);
    }

    #[test]
    fn an_open_deal_shows_where_it_is_and_what_comes_next() {
        let process = template();
        let second = &process.stages[1];
        let now = "2026-01-03T12:00:00Z".parse().unwrap();
        let work = work();
        let shown = view(Some((&process, 1)), deal_in(&second.name), Vec::new(), looking(now, &work));
        assert_eq!(shown.path[0].state, StepState::Done);
        assert_eq!(shown.path[1].state, StepState::Here);
        assert_eq!(shown.path[2].state, StepState::Ahead);
        assert_eq!(shown.stage.unwrap().days, Some(2.5));
        assert_eq!(shown.next_stage.unwrap().stage_id, process.stages[2].id);
        assert_eq!(shown.exit.len(), second.exit.len());
        assert!(shown.tasks.iter().all(|t| !t.done));
    }

    #[test]
    fn a_lost_deal_has_passed_only_the_stages_it_was_in() {
        let process = template();
        let mut deal = deal_in(&process.stages[1].name);
        deal.outcome = model::Outcome::Lost;
        let work = work();
        let shown = view(Some((&process, 1)), deal, Vec::new(), looking(Timestamp::UNIX_EPOCH, &work));
        let done: Vec<_> = shown.path.iter().filter(|s| s.state == StepState::Done).map(|s| &s.stage_id).collect();
        assert_eq!(done, [&process.stages[0].id, &process.stages[1].id]);
        assert_eq!(shown.path.last().unwrap().state, StepState::Here);
    }

    #[test]
    fn the_last_tick_counts() {
        let process = template();
        let stage = process.stages.iter().find(|s| !s.tasks.is_empty()).unwrap();
        let id = DealId::of_key("1");
        let ticks = [true, false, true].map(|done| tick(id, stage, &stage.tasks[0], done));
        assert!(!is_done(&ticks[..0], &stage.id, &stage.tasks[0].id));
        assert!(is_done(&ticks[..1], &stage.id, &stage.tasks[0].id));
        assert!(!is_done(&ticks[..2], &stage.id, &stage.tasks[0].id));
        assert!(is_done(&ticks, &stage.id, &stage.tasks[0].id));
    }

    #[test]
    fn without_a_process_there_is_no_path() {
        let work = work();
        let shown = view(None, deal_in("Any"), Vec::new(), looking(Timestamp::UNIX_EPOCH, &work));
        assert!(shown.path.is_empty() && shown.stage.is_none() && shown.next_stage.is_none());
    }
}
