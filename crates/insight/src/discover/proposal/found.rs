//! The stages that the data shows, named or made of activities.

use model::Outcome;

use super::{StagesFrom, abstraction::phases};
use crate::{
    define::stays::{Left, Told},
    discover::{StageTimes, names, stages},
    log::{EventLog, MICROS_A_DAY, NEVER, NONE},
    stats::quantile::summary,
};

/// Deals whose phases are timed, at most.
const TIMED: usize = 50_000;

/// The stages in order, and how to tell a deal's stage.
pub(super) struct Found {
    pub from: StagesFrom,
    pub stages: Vec<StageTimes>,
    pub told: Told,
    pub notes: Vec<String>,
}

/// Stages as the data names them; phases made of activities where it names none.
pub(super) fn found(log: &EventLog, deals: &[u32], closed: &[u32]) -> Found {
    let named = stages::stages(log, deals);
    if !named.is_empty() {
        let mut places = vec![NONE; log.sorts.stages.len()];
        for (place, stage) in named.iter().enumerate() {
            if let Some(code) = log.sorts.stages.code(&stage.name) {
                places[code as usize] = place as u32;
            }
        }
        return Found { from: StagesFrom::Data, stages: named, told: Told::Stages(places), notes: Vec::new() };
    }
    let won: Vec<u32> = closed.iter().copied().filter(|deal| log.outcome(*deal) == Outcome::Won).collect();
    let models = if won.len() as u64 >= super::LITTLE { &won } else { deals };
    let enough = deals.len() as u64 >= super::LITTLE;
    let Some(phases) = enough.then(|| phases(log, models)).flatten() else {
        return Found {
            from: StagesFrom::Template,
            stages: Vec::new(),
            told: Told::Stages(Vec::new()),
            notes: Vec::new(),
        };
    };
    let names = phase_names(&phases.activities);
    let notes = phases.activities.iter().zip(&names).map(|(activities, name)| made_of(name, activities)).collect();
    let told = Told::Phases(phases.of_name);
    let stages = times(log, deals, &told, &names);
    Found { from: StagesFrom::Activities, stages, told, notes }
}

/// Activities named in a sentence at most.
const NAMED: usize = 6;

fn made_of(name: &str, activities: &[String]) -> String {
    let mut quoted: Vec<String> = activities.iter().take(NAMED).map(|a| format!("“{a}”")).collect();
    if activities.len() > NAMED {
        quoted.push(format!("{} more", activities.len() - NAMED));
    }
    format!("The data names no stages; {} were taken together as “{name}”.", quoted.join(", "))
}

/// A name for each phase: the template's stage that most of its activities sound like, if no earlier phase bears it,
/// else its first activity.
fn phase_names(phases: &[Vec<String>]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for activities in phases {
        let mut votes: Vec<(&str, usize)> = Vec::new();
        for id in activities.iter().filter_map(|a| names::template_stage(a)) {
            match votes.iter_mut().find(|(known, _)| *known == id) {
                Some((_, count)) => *count += 1,
                None => votes.push((id, 1)),
            }
        }
        votes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let by_template = votes.iter().find_map(|(id, _)| {
            let name = &names::default_process().stages.iter().find(|s| s.id == *id)?.name;
            (!taken.contains(name)).then(|| name.clone())
        });
        let first = activities.first().cloned().unwrap_or_default();
        taken.push(by_template.unwrap_or(first));
    }
    taken
}

/// Stays in each phase, as [`stages::stages`] counts visits.
fn times(log: &EventLog, deals: &[u32], told: &Told, names: &[String]) -> Vec<StageTimes> {
    let mut days = vec![(Vec::new(), Vec::new()); names.len()];
    let empty = |name: &String| StageTimes {
        name: name.clone(),
        entered: 0,
        left: 0,
        open: 0,
        deals: 0,
        days: summary(Vec::new()),
        median_days: None,
        won_days: summary(Vec::new()),
        next: std::collections::BTreeMap::new(),
    };
    let mut found: Vec<StageTimes> = names.iter().map(empty).collect();
    let step = deals.len().div_ceil(TIMED).max(1);
    for deal in deals.iter().step_by(step) {
        let stays = told.stays(log, *deal);
        for (i, stay) in stays.iter().enumerate() {
            let times = &mut found[stay.stage];
            times.entered += 1;
            times.deals += 1;
            match (stay.left, stays.get(i + 1)) {
                (Left::Not, _) => times.open += 1,
                (left, next) => {
                    times.left += 1;
                    let to = match left {
                        Left::On => next.and_then(|n| names.get(n.stage)).cloned(),
                        Left::Won => Some(Outcome::Won.word().to_owned()),
                        _ => Some(Outcome::Lost.word().to_owned()),
                    };
                    *times.next.entry(to.unwrap_or_default()).or_default() += 1;
                }
            }
            if stay.left != Left::Not && stay.from != NEVER && stay.to != NEVER {
                let lasted = (stay.to - stay.from).max(0) as f64 / MICROS_A_DAY;
                days[stay.stage].0.push(lasted);
                if log.outcome(*deal) == Outcome::Won {
                    days[stay.stage].1.push(lasted);
                }
            }
        }
    }
    for (times, (all, won)) in found.iter_mut().zip(days) {
        times.days = summary(all);
        times.median_days = times.days.median;
        times.won_days = summary(won);
    }
    found
}
