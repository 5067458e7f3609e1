//! A first process, made of the default template and what the data shows.

use model::{
    Outcome, Side,
    process::{Criterion, EventTest, Predicate, Process, Stage, StageKind, Task, slug},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    StageTimes,
    back::Span,
    names,
    sentence::{LITTLE, counted, grouped, word},
};
use crate::{
    define::is_onward,
    log::{Class, EventLog},
    select::Selection,
};

mod abstraction;
mod acts;
mod evidence;
mod found;
mod lines;
mod open;
mod remembered;

/// A proposed process, and what to know about how it came to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Proposal {
    /// The process; every line of it carries its evidence.
    pub process: Process,
    /// What it rests on.
    pub basis: Basis,
    /// How stages of the data and of the template were matched, in sentences.
    pub notes: Vec<String>,
    /// What the data does not tell and the team has to say, in sentences.
    pub open_questions: Vec<String>,
}

/// What a proposal rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Basis {
    /// Where its stages come from.
    pub stages: StagesFrom,
    /// Closed deals.
    pub closed: u64,
    /// Of these, won.
    pub won: u64,
    /// Deals about which reps answered an interview.
    #[serde(default)]
    pub interviews: u64,
    /// False where there are too few closed deals to propose from: then it is the template.
    pub enough: bool,
    /// The same in a sentence.
    pub sentence: String,
}

/// Where the stages of a proposal come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StagesFrom {
    /// The data names them.
    Data,
    /// Activities were taken together.
    Activities,
    /// The default template.
    Template,
}

/// Closed deals whose acts are counted, at most: beyond it every so many-th.
const COUNTED: usize = 50_000;

/// Proposes a process: the default template with the stages of the data matched to it (where the data names none,
/// with stages made of its activities), target days from the won deals' upper quartiles, tasks that most won deals
/// did, exit criteria ranked by how well an act of the prospect parts won from lost deals at the same point, content
/// used, and for each criterion of the template how often it held in the past.
pub fn propose(log: &EventLog, selection: &Selection) -> Proposal {
    let deals = selection.deals(log);
    let closed: Vec<u32> = deals.iter().copied().filter(|deal| is_closed(log, *deal)).collect();
    let found = found::found(log, &deals, &closed);
    let mut draft = Draft { stages: names::default_process().stages.clone(), notes: found.notes.clone() };
    draft.arrange(&found.stages);
    draft.targets(&found.stages);
    draft.compare_with_typical(&found.stages, super::back::typical(log, selection));
    draft.endings(log);
    let mut process = Process { stages: draft.stages, ..names::default_process().clone() };
    evidence::add(log, &deals, &mut process);
    let mut basis = basis(log, &closed, found.from);
    let step = closed.len().div_ceil(COUNTED).max(1);
    let mut unparted = Vec::new();
    let sampled: Vec<u32> = closed.iter().copied().step_by(step).collect();
    if basis.enough && has_touchpoints(log) {
        let place = |name: &String| process.stages.iter().position(|s| s.observed.contains(name));
        let places: Vec<usize> = found.stages.iter().map(|s| place(&s.name).unwrap_or(usize::MAX)).collect();
        let kinds: Vec<StageKind> = process.stages.iter().map(|s| s.kind).collect();
        let onward = |from: usize, to: usize| is_onward(&kinds, places[from], places[to]);
        let acts = acts::Acts::of(log, &sampled, &found.told, found.stages.len(), onward);
        for ((seen, acts_there), found) in found.stages.iter().zip(&acts.stages).zip(lines::criteria(&acts)) {
            let Some(stage) = process.stages.iter_mut().find(|s| s.observed.contains(&seen.name)) else { continue };
            if found.supported == 0 && stage.kind == StageKind::Open {
                unparted.push(stage.name.clone());
            }
            let (tasks, content) = (lines::tasks(&acts, acts_there), lines::content(&acts, acts_there));
            lines::put(stage, tasks, found.criteria, content);
        }
    }
    lines::name_the_template(&mut process);
    basis.interviews = remembered::add(log, selection, &mut process);
    if basis.interviews > 0 {
        let told = counted(basis.interviews, "interview");
        basis.sentence +=
            &format!(" What reps remember in {told} gives questions, next steps and answers to objections.");
    }
    let open_questions = open::questions(log, &process, &basis, &unparted);
    Proposal { process, basis, notes: draft.notes, open_questions }
}

fn basis(log: &EventLog, closed: &[u32], stages: StagesFrom) -> Basis {
    let won = closed.iter().filter(|deal| log.outcome(**deal) == Outcome::Won).count() as u64;
    let all = closed.len() as u64;
    let enough = all >= LITTLE && won >= LITTLE / 2;
    let rests_on = format!("{}, {} of them won", counted(all, "closed deal"), grouped(won));
    let made = match stages {
        StagesFrom::Data => "The stages are those of your data.",
        StagesFrom::Activities => {
            "The data names no stages, so activities that follow one another were taken together."
        }
        StagesFrom::Template => "The stages are those of the default template.",
    };
    let sentence = if all == 0 {
        format!("No deal has closed yet, so there is nothing to propose from. {made} The rest is the default template.")
    } else if enough {
        format!("Made from {rests_on}. {made}")
    } else {
        format!("Too little to propose tasks and criteria from: {rests_on}. {made} The rest is the default template.")
    };
    Basis { stages, closed: all, won, interviews: 0, enough, sentence }
}

struct Draft {
    stages: Vec<Stage>,
    notes: Vec<String>,
}

impl Draft {
    /// Gives each stage of the data its stage of the process: the template's if no earlier one took it, else its own.
    fn arrange(&mut self, seen: &[StageTimes]) {
        let mut matched: Vec<(String, usize)> = Vec::new();
        let mut own: Vec<(String, Option<String>)> = Vec::new();
        let mut before: Option<String> = None;
        for stage in seen {
            let fit = names::template_stage(&stage.name).and_then(|id| self.stages.iter().position(|s| s.id == id));
            match fit.filter(|place| self.stages[*place].observed.is_empty()) {
                Some(place) => {
                    self.stages[place].observed.push(stage.name.clone());
                    if slug(&self.stages[place].name) != slug(&stage.name.replace('&', "and")) {
                        let name = &self.stages[place].name;
                        self.notes.push(format!("“{}” in your data is taken as “{name}”.", stage.name));
                    }
                    matched.push((self.stages[place].id.clone(), place));
                }
                None => own.push((stage.name.clone(), before.clone())),
            }
            before = Some(stage.name.clone());
        }
        self.reorder(&matched);
        own.into_iter().for_each(|(name, before)| self.insert(&name, before.as_deref()));
        let unseen = self.stages.iter().filter(|s| s.kind == StageKind::Open && s.observed.is_empty()).count();
        if unseen > 0 {
            let what = if unseen == 1 { "stage of the template is" } else { "stages of the template are" };
            self.notes.push(format!("{unseen} {what} not in your data; keep what you want to work by, drop the rest."));
        }
    }

    /// Where the data has matched stages in another order than the template, the data's order counts.
    fn reorder(&mut self, matched: &[(String, usize)]) {
        let open = |place: &usize| self.stages[*place].kind == StageKind::Open;
        let wanted: Vec<usize> = matched.iter().map(|m| m.1).filter(open).collect();
        if wanted.is_sorted() {
            return;
        }
        let stages: Vec<Stage> = wanted.iter().map(|place| self.stages[*place].clone()).collect();
        let mut slots = wanted;
        slots.sort_unstable();
        for (slot, stage) in slots.into_iter().zip(stages) {
            self.stages[slot] = stage;
        }
        self.notes.push("Your deals go through the stages in another order than the template; yours is kept.".into());
    }

    /// A stage of the data's own, after the one that comes before it there.
    fn insert(&mut self, name: &str, before: Option<&str>) {
        let place = before
            .and_then(|b| self.stages.iter().position(|s| s.observed.iter().any(|o| o == b)))
            .map_or(0, |before| before + 1);
        let like =
            names::template_stage(name).and_then(|id| names::default_process().stages.iter().find(|s| s.id == id));
        let base = like.cloned().unwrap_or_else(plain_stage);
        let named = Some(slug(name)).filter(|id| !id.is_empty()).unwrap_or_else(|| "stage".into());
        let id = crate::define::free(&named, self.stages.iter().map(|s| s.id.as_str()));
        let purpose = if like.is_some() { base.purpose.clone() } else { String::new() };
        self.notes.push(match like {
            Some(like) => format!("“{name}” in your data is a stage of its own, with the tasks of “{}”.", like.name),
            None => format!("“{name}” in your data has no counterpart in the template; say what it is for."),
        });
        let stage = Stage { id, name: name.to_owned(), observed: vec![name.to_owned()], purpose, ..base };
        self.stages.insert(place, stage);
    }

    /// Target days from the won deals' upper quartile, with the evidence.
    fn targets(&mut self, seen: &[StageTimes]) {
        for stage in self.stages.iter_mut().filter(|s| !matches!(s.kind, StageKind::Won | StageKind::Lost)) {
            let times = seen.iter().find(|t| stage.observed.contains(&t.name));
            let Some(times) = times else {
                stage.evidence = "Not in the data; the target is the template's.".into();
                continue;
            };
            let won = &times.won_days;
            match (won.q25, won.median, won.q75) {
                (Some(q25), Some(median), Some(q75)) if won.n >= LITTLE => {
                    stage.target_days = Some(target(q75));
                    stage.evidence = format!(
                        "{} after {} (median; quartiles {}–{}); the target is the upper quartile.",
                        left(times),
                        days(median),
                        plain(q25),
                        plain(q75)
                    );
                }
                _ => {
                    stage.evidence = format!(
                        "We can't tell yet: {} left {} at known times; the target is the template's.",
                        counted(won.n, "won deal"),
                        times.name
                    );
                }
            }
        }
    }

    /// Says what the targets of the stages that most won deals pass add up to, beside the typical time to close.
    fn compare_with_typical(&mut self, seen: &[StageTimes], typical: Option<(Span, String)>) {
        let Some((span, sentence)) = typical else { return };
        let on_the_way = |stage: &&Stage| {
            let times = seen.iter().find(|t| stage.observed.contains(&t.name));
            stage.kind == StageKind::Open && times.is_some_and(|t| t.won_days.n >= LITTLE.max(span.of.div_ceil(2)))
        };
        let targets: Vec<f64> = self.stages.iter().filter(on_the_way).filter_map(|s| s.target_days).collect();
        let sum: f64 = targets.iter().sum();
        if targets.is_empty() {
            return;
        }
        let all = match targets.len() {
            1 => "The target of the stage that most won deals pass is".to_owned(),
            n => format!("The targets of the {} stages that most won deals pass add up to", word(n as u64)),
        };
        let more = match targets.len() {
            _ if sum <= span.to_days => "",
            1 => " It is longer: three in four won deals kept the target, fewer closed in the typical time.",
            _ => {
                " So who takes the whole of every target is slower than the typical deal: three in four kept each target, \
                 few were that slow in all."
            }
        };
        self.notes.push(format!("{all} {}. {sentence}{more}", days(sum)));
    }

    /// The names that the data has for winning and losing.
    fn endings(&mut self, log: &EventLog) {
        for (class, kind) in [(Class::Won, StageKind::Won), (Class::Lost, StageKind::Lost)] {
            let names = log.sorts.all.iter().filter(|s| s.class == class).map(|s| log.sorts.names.get(s.name));
            let Some(stage) = self.stages.iter_mut().find(|s| s.kind == kind) else { continue };
            for name in names.filter(|n| !n.trim().is_empty()) {
                if !stage.name.eq_ignore_ascii_case(name) && !stage.observed.iter().any(|o| o == name) {
                    stage.observed.push(name.to_owned());
                }
            }
        }
    }
}

/// `4,238 won deals left Engaging`; where deals come back to the stage, how often they left it.
fn left(times: &StageTimes) -> String {
    match times.entered == times.deals {
        true => format!("{} left {}", counted(times.won_days.n, "won deal"), times.name),
        false => format!("Won deals left {} {} times,", times.name, grouped(times.won_days.n)),
    }
}

/// Whole days from ten on, half days below, half a day at least.
fn target(days: f64) -> f64 {
    if days >= 10.0 { days.ceil() } else { ((days * 2.0).ceil() / 2.0).max(0.5) }
}

/// `57`, `8.2`; one decimal below ten.
fn plain(days: f64) -> String {
    if days >= 10.0 || days.fract() == 0.0 { grouped(days.round() as u64) } else { format!("{days:.1}") }
}

fn days(days: f64) -> String {
    if days == 1.0 { "1 day".into() } else { format!("{} days", plain(days)) }
}

/// What every stage should have at least.
fn plain_stage() -> Stage {
    let they = |kind: &str| {
        Predicate::Event(EventTest { kind: kind.into(), by: Some(Side::Prospect), ..EventTest::default() })
    };
    Stage {
        target_days: Some(10.0),
        tasks: vec![Task {
            id: "agree-next-step".into(),
            name: "Agree with the prospect on the next step and its date".into(),
            owner: "rep".into(),
            due_days: Some(3.0),
            ..Task::default()
        }],
        exit: vec![Criterion {
            id: "prospect-acted".into(),
            says: "The prospect attended a meeting, called, or wrote back".into(),
            required: true,
            evidence: String::new(),
            test: Predicate::Any(vec![they("meeting.attended"), they("call"), they("email.received")]),
        }],
        ..Stage::default()
    }
}

/// True if some event of the log is no stage, no closing and no book-keeping.
fn has_touchpoints(log: &EventLog) -> bool {
    log.sorts.all.iter().any(|s| s.class == Class::Activity)
}

/// Closed deals.
fn is_closed(log: &EventLog, deal: u32) -> bool {
    log.outcome(deal) != Outcome::Open
}
