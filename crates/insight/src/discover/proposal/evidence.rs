//! Whether a criterion would have held in the past.

use std::collections::BTreeMap;

use model::{
    Deal, Event, Outcome, Timestamp,
    event::kind,
    ids::{DealId, EventId},
    language::Language,
    money::Money,
    process::{Criterion, Facts, Predicate, Process, judge},
};
use rayon::prelude::*;

use super::{has_touchpoints, is_closed};
use crate::{
    discover::sentence::{LITTLE, grouped},
    log::{EventLog, NEVER, moment},
};

/// Closed deals looked at, at most.
const SAMPLE: usize = 2_000;

/// How often a criterion held when deals left the stage, of how many: won, then lost.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    won: (u64, u64),
    lost: (u64, u64),
}

/// Writes the evidence of each criterion.
pub(super) fn add(log: &EventLog, deals: &[u32], process: &mut Process) {
    if !has_touchpoints(log) {
        return all_untested(process, "No touchpoints in this data, so untested.");
    }
    let closed: Vec<u32> = deals.iter().copied().filter(|d| is_closed(log, *d)).collect();
    let step = closed.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<u32> = closed.iter().copied().step_by(step).collect();
    let longest = sample.iter().map(|d| log.range(*d).len()).max().unwrap_or(0);
    let ids: Vec<EventId> = (0..longest).map(|i| EventId::of_key(&i.to_string())).collect();
    let zero = || process.stages.iter().map(|s| vec![Held::default(); s.exit.len()]).collect::<Vec<_>>();
    let one = |held: Vec<Vec<Held>>, deal: &u32| judged(log, *deal, process, &ids, held);
    let held = sample.par_iter().fold(zero, one).reduce(zero, sum);
    for (stage, held) in process.stages.iter_mut().zip(held) {
        for (criterion, held) in stage.exit.iter_mut().zip(held) {
            criterion.evidence = sentence(log, criterion, held, stage.observed.is_empty());
            if held.won.1 >= LITTLE && held.won.0 * 2 < held.won.1 && criterion.required {
                criterion.required = false;
                criterion.evidence.push_str(" A wish for now, as most won deals moved on without.");
            }
        }
    }
}

fn all_untested(process: &mut Process, why: &str) {
    for criterion in process.stages.iter_mut().flat_map(|s| &mut s.exit) {
        criterion.evidence = why.to_owned();
    }
}

fn sum(mut a: Vec<Vec<Held>>, b: Vec<Vec<Held>>) -> Vec<Vec<Held>> {
    for (a, b) in a.iter_mut().flatten().zip(b.into_iter().flatten()) {
        a.won = (a.won.0 + b.won.0, a.won.1 + b.won.1);
        a.lost = (a.lost.0 + b.lost.0, a.lost.1 + b.lost.1);
    }
    a
}

/// Judges the criteria of each stage that a deal has left, at the moment of leaving it for the last time.
fn judged(log: &EventLog, deal: u32, process: &Process, ids: &[EventId], mut held: Vec<Vec<Held>>) -> Vec<Vec<Held>> {
    let mut left: BTreeMap<usize, Timestamp> = BTreeMap::new();
    for visit in log.visits(deal) {
        let stage = process.stage_of(log.sorts.stages.get(visit.stage));
        let place = stage.and_then(|s| process.stages.iter().position(|p| p.id == s.id));
        if let (Some(place), Some(to)) = (place, moment(visit.to)) {
            left.insert(place, to);
        }
    }
    if left.is_empty() {
        return held;
    }
    let id = log.deal_id(deal);
    let (state, events) = (state(log, deal, id), events(log, deal, id, ids));
    let now = Timestamp::MAX;
    let facts = Facts { deal: &state, events: &events, now, schemes: &process.schemes, language: Language::En };
    for (place, at) in left {
        for (criterion, held) in process.stages[place].exit.iter().zip(&mut held[place]) {
            let met = u64::from(judge(&criterion.test, &Facts { now: at, ..facts }).met);
            let side = if state.outcome == Outcome::Won { &mut held.won } else { &mut held.lost };
            *side = (side.0 + met, side.1 + 1);
        }
    }
    held
}

fn sentence(log: &EventLog, criterion: &Criterion, held: Held, unseen: bool) -> String {
    if unseen {
        return "The stage is not in the data, so untested.".into();
    }
    if held.won.1 + held.lost.1 == 0 {
        return "No closed deal has left the stage at a known time, so untested.".into();
    }
    if !occurs(log, &criterion.test) && held.won.0 + held.lost.0 == 0 {
        return "No such touchpoints in this data, so untested.".into();
    }
    format!(
        "Held for {} of {} won and {} of {} lost deals when they moved on.",
        grouped(held.won.0),
        grouped(held.won.1),
        grouped(held.lost.0),
        grouped(held.lost.1)
    )
}

/// True if the log has any event of a kind that the predicate asks for.
fn occurs(log: &EventLog, test: &Predicate) -> bool {
    let seen = |wanted: &str| {
        let is = |s: &crate::log::Sort| {
            model::touchpoint::is_kind(wanted, log.sorts.kinds.get(s.kind), log.sorts.names.get(s.name))
        };
        log.sorts.all.iter().any(is)
    };
    let attribute = |name: &str| log.details.texts.code(name).is_some();
    match test {
        Predicate::Event(event) => seen(&event.kind) && (event.tag.is_none() || attribute("tag")),
        Predicate::Field(field) => log.deals.field(&field.name).is_some(),
        Predicate::Person(_) => attribute("role"),
        Predicate::Content(_) => attribute("content"),
        Predicate::Answer(_) => seen(kind::ANSWER),
        Predicate::Quote(state) => seen(&format!("quote.{}", state.state)),
        Predicate::Approval(state) => seen(&format!("approval.{}", state.state)),
        Predicate::All(tests) | Predicate::Any(tests) => tests.iter().any(|t| occurs(log, t)),
        Predicate::Not(inner) => occurs(log, inner),
    }
}

fn state(log: &EventLog, deal: u32, id: DealId) -> Deal {
    let text = |value: Option<&str>| value.map(str::to_owned);
    let value =
        log.value_minor(deal).map(|minor| Money { minor, currency: log.currency(deal).unwrap_or_default().to_owned() });
    Deal {
        name: log.name(deal).to_owned(),
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        team: text(log.team(deal)),
        product: text(log.product(deal)),
        value,
        stage: text(log.stage(deal)),
        outcome: log.outcome(deal),
        created: log.created(deal),
        closed: log.closed(deal),
        attributes: log.attributes(deal).into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
        ..Deal::new(id, log.key(deal))
    }
}

fn events(log: &EventLog, deal: u32, id_of_deal: DealId, ids: &[EventId]) -> Vec<Event> {
    let event = |(i, id): (usize, &EventId)| {
        let row = log.events.row(i);
        let sort = log.sorts.all[row.sort as usize];
        let at = moment(row.at)?;
        let pairs = log.details.all.get(row.detail as usize).map_or(&[][..], Vec::as_slice);
        let text = |code: u32| log.details.texts.get(code).to_owned();
        Some(Event {
            id: *id,
            deal: id_of_deal,
            at,
            undated: row.at == NEVER,
            kind: log.sorts.kinds.get(sort.kind).to_owned(),
            activity: log.sorts.names.get(sort.name).to_owned(),
            stage: sort.class.is_a_step().then(|| log.sorts.stages.some(sort.stage)).flatten().map(str::to_owned),
            side: row.side,
            actor: None,
            attributes: pairs.iter().map(|(name, value)| (text(*name), text(*value))).collect(),
            import: None,
        })
    };
    log.range(deal).zip(ids).filter_map(event).collect()
}
