//! What is to be done today about open deals. Pure.

use model::{
    Deal, Event, Side, Timestamp,
    event::BOOK_KEEPING,
    ids::DealId,
    language::Language,
    process::{CommitmentState, Facts, Process, Stage, judge_commitments},
    sequence::{Enrolment, NextStep},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    deal_view::{days_between, tasks},
    work::Work,
};

/// What kind of thing is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ToDoKind {
    /// The prospect wrote last, and nobody answered.
    Reply,
    /// The prospect raised an objection, and nobody answered it.
    Objection,
    /// Somebody wants to move it without its required criteria, and a manager has to agree.
    Approval,
    /// Somebody wants to hand the customer over.
    Handover,
    /// The prospect agreed to something that they did not do.
    Commitment,
    /// We promised something.
    Promise,
    /// A step of a sequence.
    Touch,
    /// A task of the process.
    Task,
    /// A review of the value with the customer.
    Review,
    /// A contract that ends.
    Renewal,
    /// The deal is in its stage longer than it should be.
    Late,
}

/// Something to be done about a deal.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ToDo {
    /// What kind of thing.
    pub kind: ToDoKind,
    /// The deal.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The stage it is in.
    pub stage: String,
    /// The id of this stage.
    pub stage_id: String,
    /// What to do: the subject of a sequence's step, a task's or commitment's name, an objection's or message's words. Empty for [`ToDoKind::Late`].
    pub what: String,
    /// Id of the task or the commitment; for [`ToDoKind::Touch`] of the enrolment, with the number of the step behind a `/`.
    pub item: String,
    /// How it is done: `call`, `email`, …
    pub channel: String,
    /// Id of the content of the library that it is done with.
    pub template: String,
    /// When it is due; since when it waits for what has no day.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub due: Option<Timestamp>,
    /// Days in the stage, and days that it should be; for [`ToDoKind::Late`].
    pub days: Option<f64>,
    /// See there.
    pub target_days: Option<f64>,
    /// The day was before today, or it waits since before today.
    pub overdue: bool,
    /// Whether who asks may do it.
    pub may_change: bool,
}

/// What is known beside the deal.
#[derive(Debug, Clone, Copy)]
pub struct Today<'a> {
    /// Now.
    pub now: Timestamp,
    /// When the team works.
    pub work: &'a Work,
    /// Days ahead that are looked at.
    pub ahead: i64,
    /// In what language sentences are made.
    pub language: Language,
}

/// What is to be done about an open deal within the days looked at.
pub fn to_dos(process: &Process, deal: &Deal, events: &[Event], today: Today<'_>) -> Vec<ToDo> {
    let Some(stage) = process.standing(deal) else { return Vec::new() };
    let mut all = open_tasks(stage, deal, events, today);
    all.extend(lapsing(process, stage, deal, events, today));
    all.extend(unanswered(process, stage, deal, events, today));
    all.extend(late(stage, deal, today));
    all
}

/// Steps of sequences that wait for a person within the days looked at.
pub fn touches(process: &Process, deal: &Deal, waiting: &[(Enrolment, NextStep)], today: Today<'_>) -> Vec<ToDo> {
    let stage = process.standing(deal).cloned().unwrap_or_default();
    let touch = |(enrolment, next): &(Enrolment, NextStep)| ToDo {
        item: format!("{}/{}", enrolment.id, next.number),
        channel: next.step.channel.word().to_owned(),
        due: Some(next.due),
        overdue: today.is_before_today(next.due),
        ..about(ToDoKind::Touch, &stage, deal, &format!("{} ({})", next.step.subject, enrolment.contact))
    };
    waiting.iter().filter(|(_, next)| today.is_in_sight(next.due)).map(touch).collect()
}

pub(crate) fn about(kind: ToDoKind, stage: &Stage, deal: &Deal, what: &str) -> ToDo {
    ToDo {
        kind,
        deal: deal.id,
        name: deal.name.clone(),
        account: deal.account.clone(),
        owner: deal.owner.clone(),
        value_minor: deal.value.as_ref().map(|v| v.minor),
        currency: deal.value.as_ref().map(|v| v.currency.clone()).filter(|c| !c.is_empty()),
        stage: stage.name.clone(),
        stage_id: stage.id.clone(),
        what: what.to_owned(),
        item: String::new(),
        channel: String::new(),
        template: String::new(),
        due: None,
        days: None,
        target_days: None,
        overdue: false,
        may_change: false,
    }
}

impl Today<'_> {
    pub(crate) fn is_before_today(&self, at: Timestamp) -> bool {
        self.work.day(at) < self.work.day(self.now)
    }

    pub(crate) fn is_in_sight(&self, at: Timestamp) -> bool {
        let last = self.work.day(self.now).checked_add(jiff::Span::new().days(self.ahead));
        last.is_ok_and(|last| self.work.day(at) <= last)
    }
}

fn open_tasks(stage: &Stage, deal: &Deal, events: &[Event], today: Today<'_>) -> Vec<ToDo> {
    let open = tasks(stage, deal, events, today.work).into_iter().filter(|task| !task.done);
    let due = open.filter_map(|task| task.due.filter(|due| today.is_in_sight(*due)).map(|due| (task, due)));
    due.map(|(task, due)| ToDo {
        item: task.id,
        channel: task.channel,
        template: task.template,
        due: Some(due),
        overdue: today.is_before_today(due),
        ..about(ToDoKind::Task, stage, deal, &task.name)
    })
    .collect()
}

fn lapsing(process: &Process, stage: &Stage, deal: &Deal, events: &[Event], today: Today<'_>) -> Vec<ToDo> {
    let facts = Facts { deal, events, now: today.now, schemes: &process.schemes, language: today.language };
    let agreed = judge_commitments(stage, &facts).into_iter();
    let waiting = agreed.filter(|c| matches!(c.state, CommitmentState::Agreed | CommitmentState::Lapsed));
    let due = waiting.filter_map(|c| c.due.filter(|due| today.is_in_sight(*due)).map(|due| (c, due)));
    due.map(|(commitment, due)| ToDo {
        item: commitment.id,
        due: Some(due),
        overdue: today.is_before_today(due),
        ..about(ToDoKind::Commitment, stage, deal, &commitment.says)
    })
    .collect()
}

/// The last message or objection of the prospect after which nobody of us did anything.
fn unanswered(process: &Process, stage: &Stage, deal: &Deal, events: &[Event], today: Today<'_>) -> Option<ToDo> {
    let is_ours = |e: &&Event| e.side == Side::Rep && is_act(&e.kind);
    let after = events.iter().rposition(|e| is_ours(&e)).map_or(0, |at| at + 1);
    let waiting = events.get(after..)?.iter().filter(|e| e.side == Side::Prospect && !e.undated);
    let asks = waiting.filter_map(|e| {
        let kind = match e.kind.as_str() {
            "objection.raised" => ToDoKind::Objection,
            "email.received" | "inquiry" | "form.submitted" | "quote.asked" => ToDoKind::Reply,
            _ if e.activity.eq_ignore_ascii_case("inquiry received") => ToDoKind::Reply,
            _ => return None,
        };
        Some((kind, e))
    });
    let (kind, event) = asks.min_by_key(|(kind, e)| (*kind != ToDoKind::Objection, e.at))?;
    let named = event.attributes.get("objection");
    let objection = named.and_then(|id| process.objections.iter().find(|o| o.id == *id));
    let words = objection.map(|o| o.says.as_str()).or(named.map(String::as_str));
    let words = words.or_else(|| event.attributes.get("note").map(String::as_str)).unwrap_or(&event.activity);
    let item = objection.map(|o| o.id.clone()).unwrap_or_default();
    let overdue = today.is_before_today(event.at);
    Some(ToDo { item, due: Some(event.at), overdue, ..about(kind, stage, deal, words) })
}

/// True for what reaches the prospect, false for book-keeping.
fn is_act(kind: &str) -> bool {
    !BOOK_KEEPING.iter().chain(&["note"]).any(|start| kind.starts_with(start))
}

fn late(stage: &Stage, deal: &Deal, today: Today<'_>) -> Option<ToDo> {
    let target = stage.target_days.filter(|target| *target > 0.0)?;
    let days = days_between(deal.stage_since?, today.now);
    let late =
        ToDo { days: Some(days), target_days: Some(target), overdue: true, ..about(ToDoKind::Late, stage, deal, "") };
    (days > target).then_some(late)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use model::{
        event::kind,
        ids::EventId,
        process::{Commitment, Objection, Task},
    };
    use rstest::rstest;

    use super::*;
    use crate::{deal_view::blank, work::WorkSettings};

    /// A Wednesday.
    const NOW: &str = "2026-03-11T10:00:00Z";

    fn process() -> Process {
        let task = |id: &str, due_days| Task { id: id.into(), name: id.into(), due_days, ..Task::default() };
        let stage = Stage {
            id: "demo".into(),
            name: "Demo".into(),
            target_days: Some(5.0),
            tasks: vec![
                task("soon", Some(1.0)),
                task("later", Some(3.0)),
                task("never", Some(60.0)),
                task("free", None),
            ],
            commitments: vec![Commitment {
                id: "bring".into(),
                says: "They bring who decides".into(),
                due_days: Some(2.0),
                test: None,
                evidence: String::new(),
            }],
            ..Stage::default()
        };
        let objection =
            Objection { id: "dear".into(), kind: "cost".into(), says: "Too dear".into(), answers: Vec::new() };
        Process { stages: vec![stage], objections: vec![objection], ..Process::default() }
    }

    fn event(day: &str, kind: &str, side: Side, attributes: &[(&str, &str)]) -> Event {
        Event {
            id: EventId::of_key(&format!("{day}{kind}")),
            at: format!("2026-03-{day}T09:00:00Z").parse().unwrap(),
            kind: kind.into(),
            activity: kind.into(),
            side,
            attributes: attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            ..blank(DealId::of_key("1"), Timestamp::UNIX_EPOCH)
        }
    }

    fn found(since: &str, events: &[Event]) -> Vec<String> {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.stage = Some("Demo".into());
        deal.stage_since = Some(format!("2026-03-{since}T15:00:00Z").parse().unwrap());
        let work = WorkSettings::default().read().unwrap();
        let today = Today { now: NOW.parse().unwrap(), work: &work, ahead: 7, language: Language::En };
        let all = to_dos(&process(), &deal, events, today);
        let due = |due: Option<Timestamp>| due.map_or_else(String::new, |at| at.to_string()[8..10].to_owned());
        let line = |t: ToDo| format!("{:?} {} {}{}", t.kind, t.what, due(t.due), if t.overdue { "!" } else { "" });
        all.into_iter().map(line).collect()
    }

    #[test]
    fn tasks_are_due_by_working_days_and_ticked_ones_are_gone() {
        // Entered on a Friday: one working day is Monday, three are Wednesday.
        assert_eq!(found("06", &[]), ["Task soon 09!", "Task later 11"]);
        let ticked = event("09", kind::TASK_DONE, Side::Rep, &[("stage", "demo"), ("task", "soon")]);
        assert_eq!(found("06", &[ticked]), ["Task later 11"]);
        assert_eq!(found("02", &[])[2], "Late  !");
    }

    #[rstest]
    #[case(&[event("10", "email.received", Side::Prospect, &[])], Some("Reply email.received 10!"))]
    #[case(&[event("10", "email.received", Side::Prospect, &[]), event("11", "email.sent", Side::Rep, &[])], None)]
    #[case(&[event("10", "email.received", Side::Prospect, &[]), event("11", "note", Side::Rep, &[])], Some("Reply email.received 10!"))]
    #[case(&[event("11", "objection.raised", Side::Prospect, &[("objection", "dear")])], Some("Objection Too dear 11"))]
    #[case(&[event("11", "objection.raised", Side::Prospect, &[("objection", "Lawyers")])], Some("Objection Lawyers 11"))]
    #[case(&[event("11", "meeting.attended", Side::Prospect, &[])], None)]
    fn what_the_prospect_waits_for(#[case] events: &[Event], #[case] expected: Option<&str>) {
        let all = found("10", events);
        let waits = all.iter().find(|line| !line.starts_with("Task"));
        assert_eq!(waits.map(String::as_str), expected);
    }

    #[test]
    fn a_commitment_that_lapses() {
        let about = [("stage", "demo"), ("commitment", "bring")];
        let agreed = event("09", kind::COMMITMENT_AGREED, Side::Prospect, &about);
        assert!(found("09", &[agreed]).contains(&"Commitment They bring who decides 11".to_owned()));
        let agreed = event("05", kind::COMMITMENT_AGREED, Side::Prospect, &about);
        let kept = event("10", kind::COMMITMENT_KEPT, Side::Prospect, &about);
        assert!(
            found("09", std::slice::from_ref(&agreed)).contains(&"Commitment They bring who decides 07!".to_owned())
        );
        assert!(!found("09", &[agreed, kept]).iter().any(|line| line.starts_with("Commitment")));
    }
}
