//! Acts of the prospect that part won from lost deals at a stage.

use std::collections::BTreeMap;

use model::{
    Outcome, Side,
    event::kind,
    language::Language,
    process::{ContentTest, Criterion, EventTest, PersonTest, Predicate, Process, Stage, says, slug},
    touchpoint::touchpoint,
};
use rustc_hash::FxHashMap;

use super::{
    counting::{Asked, AtStage, Counting, Met},
    ids::free,
    parting::{Parting, adjust},
    result::Suggestion,
    way::Stages,
};
use crate::{
    discover::{Proportion, sentence::LITTLE},
    log::{Class, EventLog, NONE},
    parts::tallied,
    select::Selection,
};

/// Acts looked at, the most frequent ones.
const LOOKED_AT: usize = 200;
/// Suggestions at most.
const MOST: usize = 5;
/// An act belongs to a stage in which at least this share of the deals that had it on leaving did it.
const AT_HOME: f64 = 0.25;

/// The acts of the prospect that best part won from lost deals at a stage, at most five, each as a criterion ready to be
/// taken: an activity (with a tag), content looked at, somebody with a role taking part. What the stage asks for already
/// is left out.
///
/// Deals are compared as [`super::criterion_history`] does. The difference must be supported after adjustment for all
/// acts looked at (Benjamini–Hochberg); the order is by the lower end of its interval.
pub fn suggestions(
    log: &EventLog,
    process: &Process,
    stage_id: &str,
    selection: &Selection,
    language: Language,
) -> Vec<Suggestion> {
    let Some(place) = process.stages.iter().position(|s| s.id == stage_id) else { return Vec::new() };
    let stage = &process.stages[place];
    let mut closed = selection.deals(log);
    closed.retain(|deal| log.outcome(*deal) != Outcome::Open);
    let acts = acts(log, &closed);
    let known = stage.exit.iter().map(|c| &c.test);
    let stages = Stages::of(log, process);
    let asked = [Asked::of(log, place, acts.iter().chain(known), &process.schemes)];
    let counting = Counting { log, stages: &stages, asked: &asked, before: true };
    let at_stage = counting.count(&closed).pop().unwrap_or_default();
    ranked(&acts, stage, &at_stage, language)
}

fn ranked(acts: &[Predicate], stage: &Stage, at_stage: &AtStage, language: Language) -> Vec<Suggestion> {
    let known: Vec<Met> = (acts.len()..acts.len() + stage.exit.len()).map(|test| at_stage.compared(test).1).collect();
    let candidate = |(test, act)| {
        let (among, met) = at_stage.compared(test);
        let parting = Parting::of(met.had, met.not, among, LITTLE / 2)?;
        is_at_home(at_stage, test).then_some((act, met, parting))
    };
    let mut all: Vec<(&Predicate, Met, Parting)> = acts.iter().enumerate().filter_map(candidate).collect();
    adjust(all.iter_mut().map(|(_, _, parting)| parting));
    let looked_at = all.len();
    // Stable: acts that part alike stay in the order of how often they come.
    all.sort_by(|a, b| b.2.gain.1.total_cmp(&a.2.gain.1));
    let mut found: Vec<Suggestion> = Vec::new();
    let mut taken: Vec<Met> = known;
    for (act, met, parting) in all.into_iter().filter(|(_, _, parting)| parting.is_supported()) {
        // The same deals had both: one of them is enough.
        if found.len() == MOST || taken.contains(&met) || asks_for(stage, act) {
            continue;
        }
        taken.push(met);
        let ids = stage.exit.iter().map(|c| &c.id).chain(found.iter().map(|s| &s.criterion.id));
        let id = free(&slug(&name(act)), ids.map(String::as_str));
        found.push(suggestion(act, id, &parting, looked_at, language));
    }
    found
}

fn suggestion(act: &Predicate, id: String, parting: &Parting, looked_at: usize, language: Language) -> Suggestion {
    Suggestion {
        criterion: Criterion {
            id,
            says: says(act, language),
            test: act.clone(),
            required: parting.is_needed(),
            evidence: parting.evidence(looked_at),
        },
        among: parting.among,
        won: parting.won(),
        lost: parting.lost(),
        with: Proportion::new(parting.had.won, parting.had.closed()),
        without: Proportion::new(parting.not.won, parting.not.closed()),
        gain: parting.effect(),
        p_adjusted: parting.p,
        looked_at: looked_at as u64,
    }
}

/// True where deals do it in the stage, not before it.
fn is_at_home(at_stage: &AtStage, test: usize) -> bool {
    let had = at_stage.onward[test].had.closed();
    let before = at_stage.before[test].had.closed().min(had);
    had > 0 && (had - before) as f64 >= had as f64 * AT_HOME
}

/// True if a criterion of the stage asks for it, alone or among others.
fn asks_for(stage: &Stage, act: &Predicate) -> bool {
    let mut found = false;
    stage.exit.iter().for_each(|c| c.test.each(&mut |test| found |= test == act));
    found
}

fn name(act: &Predicate) -> String {
    match act {
        Predicate::Event(event) => format!("{} {}", event.kind, event.tag.as_deref().unwrap_or_default()),
        Predicate::Content(content) => format!("{} viewed", content.kind),
        Predicate::Person(person) => format!("{} engaged", person.role),
        _ => String::new(),
    }
}

/// What an act is, in the order in which acts of one frequency are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Activity,
    Tagged,
    Content,
    Person,
}

/// The acts of the prospect in these deals, the most frequent ones.
fn acts(log: &EventLog, deals: &[u32]) -> Vec<Predicate> {
    let counts = counts(log, deals);
    let mut names: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (sort, ..) in counts.keys() {
        let sort = log.sorts.all[*sort as usize];
        let of_kind = names.entry(sort.kind).or_default();
        if !of_kind.contains(&sort.name) {
            of_kind.push(sort.name);
        }
    }
    let mut acts: BTreeMap<(Sort, String, String, bool), (Predicate, u64)> = BTreeMap::new();
    for ((sort, detail, told), n) in &counts {
        let sort = log.sorts.all[*sort as usize];
        let (kind, name) = (log.sorts.kinds.get(sort.kind), log.sorts.names.get(sort.name));
        let by = told.then_some(Side::Prospect);
        let mut add = |sort: Sort, words: (&str, &str), act: Predicate| {
            let plain = |text: &str| text.trim().to_lowercase().replace(['_', '-'], " ");
            let known = acts.entry((sort, plain(words.0), plain(words.1), by.is_some())).or_insert((act, 0));
            known.1 += n;
        };
        let event = |kind: &str, tag: Option<&str>| {
            Predicate::Event(EventTest { kind: kind.into(), tag: tag.map(str::to_owned), by, ..EventTest::default() })
        };
        let wanted = if kind == kind::ACTIVITY { name } else { kind };
        if !wanted.trim().is_empty() {
            add(Sort::Activity, (wanted, ""), event(wanted, None));
            words(log, *detail, "tag").for_each(|tag| add(Sort::Tagged, (wanted, tag), event(wanted, Some(tag))));
        }
        let has_several_names = names.get(&sort.kind).is_some_and(|names| names.len() > 1);
        if kind != kind::ACTIVITY && has_several_names && !name.trim().is_empty() {
            add(Sort::Activity, (name, ""), event(name, None));
        }
        if by.is_some() {
            for content in words(log, *detail, "content").filter(|_| kind != "content.shared") {
                let test = ContentTest { kind: content.into(), viewed_by: by, within_days: None };
                add(Sort::Content, (content, ""), Predicate::Content(test));
            }
            for role in words(log, *detail, "role") {
                let test = PersonTest { role: role.into(), engaged: true, within_days: None };
                add(Sort::Person, (role, ""), Predicate::Person(test));
            }
        }
    }
    let mut acts: Vec<(Predicate, u64)> = acts.into_values().collect();
    acts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    acts.truncate(LOOKED_AT);
    acts.into_iter().map(|(act, _)| act).collect()
}

/// Sort and detail of an event, and whether the source says that it was the prospect's.
type Code = (u32, u32, bool);

/// How often each act of the prospect comes, in a settled order.
fn counts(log: &EventLog, deals: &[u32]) -> BTreeMap<Code, u64> {
    let theirs = |s: &crate::log::Sort| touchpoint(log.sorts.kinds.get(s.kind)).is_some_and(|t| t.only_prospect);
    let only_theirs: Vec<bool> = log.sorts.all.iter().map(theirs).collect();
    let take = |counts: &mut FxHashMap<Code, u64>, deal: u32| {
        for i in log.range(deal) {
            let (sort, side) = (log.events.sort[i], log.events.side[i]);
            let is_theirs = side == Side::Prospect || (side == Side::Unknown && only_theirs[sort as usize]);
            if is_theirs && log.sorts.all[sort as usize].class == Class::Activity {
                *counts.entry((sort, log.events.detail(i), side == Side::Prospect)).or_default() += 1;
            }
        }
    };
    let merged = |mut all: FxHashMap<Code, u64>, more: FxHashMap<Code, u64>| {
        more.into_iter().for_each(|(code, n)| *all.entry(code).or_default() += n);
        all
    };
    tallied(deals, FxHashMap::default, take, merged).into_iter().collect()
}

/// The words of an attribute that is a list with commas.
fn words<'a>(log: &'a EventLog, detail: u32, attribute: &str) -> impl Iterator<Item = &'a str> {
    let set = log.details.all.get(detail as usize).filter(|_| detail != NONE).map_or(&[][..], Vec::as_slice);
    let text = set.iter().find(|(name, _)| log.details.texts.get(*name) == attribute);
    let list = text.map_or("", |(_, value)| log.details.texts.get(*value));
    list.split(',').map(str::trim).filter(|word| !word.is_empty())
}
