//! How deals went through the stages of a process, for the linter.

use std::collections::BTreeSet;

use model::{
    Outcome, Side,
    event::kind,
    process::{CriterionObserved, Observed, Process, Quartiles, StageObserved},
};

use super::{
    counting::{Asked, Counting},
    way::{Path, Stages, Way},
};
use crate::{
    discover::touch::Touching,
    log::{CURRENCY, Class, EventLog, NEVER},
    parts::tallied,
    select::Selection,
    stats::quantile::summary_of_micros,
};

/// What the linter asks of history. Stages are those of the process that the data names; the closed deals count for
/// criteria, all deals for the rest.
pub fn observed(log: &EventLog, process: &Process, selection: &Selection) -> Observed {
    let deals = selection.deals(log);
    let stages = Stages::of(log, process);
    let (stages, criteria) =
        rayon::join(|| of_stages(log, process, &stages, &deals), || of_criteria(log, process, &stages, &deals));
    Observed { stages, criteria, kinds: kinds(log), words: words(log), fields: fields(log) }
}

/// How deals went through the stages of a process that the data names: the first part of [`observed`].
pub fn stages_observed(log: &EventLog, process: &Process, selection: &Selection) -> Vec<StageObserved> {
    of_stages(log, process, &Stages::of(log, process), &selection.deals(log))
}

/// What was counted of one stage.
#[derive(Debug, Clone, Default)]
struct Tally {
    seen: bool,
    moved_on: u64,
    without_prospect: u64,
    /// Microseconds of won deals.
    won: Vec<i64>,
}

fn of_stages(log: &EventLog, process: &Process, stages: &Stages<'_>, deals: &[u32]) -> Vec<StageObserved> {
    let acts = Touching::of(log);
    let fresh = || (Path::default(), vec![Tally::default(); process.stages.len()], false);
    let take = |(path, tallies, acted): &mut (Path, Vec<Tally>, bool), deal: u32| {
        stages.read(deal, path);
        for passage in &path.passages {
            let tally = &mut tallies[passage.stage];
            tally.seen = true;
            let by_prospect = passage.events.clone().any(|i| acts.touch(i).is_some_and(|t| t.side == Side::Prospect));
            *acted |= by_prospect;
            if passage.way == Way::Onward {
                tally.moved_on += 1;
                tally.without_prospect += u64::from(!by_prospect);
            }
            let dated = passage.way != Way::Here && passage.from != NEVER && passage.to != NEVER;
            if dated && log.outcome(deal) == Outcome::Won {
                tally.won.push((passage.to - passage.from).max(0));
            }
        }
    };
    let (_, tallies, acted) =
        tallied(deals, fresh, take, |(path, a, acted), (_, b, too)| (path, plus(a, b), acted || too));
    let seen = process.stages.iter().zip(tallies).filter(|(_, tally)| tally.seen);
    seen.map(|(stage, tally)| StageObserved {
        stage: stage.id.clone(),
        moved_on: tally.moved_on,
        without_prospect: if acted { tally.without_prospect } else { 0 },
        won_days: quartiles(tally.won),
    })
    .collect()
}

fn plus(mut all: Vec<Tally>, more: Vec<Tally>) -> Vec<Tally> {
    for (a, b) in all.iter_mut().zip(more) {
        a.seen |= b.seen;
        a.moved_on += b.moved_on;
        a.without_prospect += b.without_prospect;
        a.won.extend(b.won);
    }
    all
}

fn of_criteria(log: &EventLog, process: &Process, stages: &Stages<'_>, deals: &[u32]) -> Vec<CriterionObserved> {
    let all = process.stages.iter().flat_map(|s| s.exit.iter().map(move |c| (s, c)));
    let asked = Asked::all(log, process);
    let found = Counting { log, stages, asked: &asked, before: false }.count(deals);
    let met = found.into_iter().flat_map(|at_stage| at_stage.onward);
    all.zip(met)
        .map(|((stage, criterion), met)| CriterionObserved {
            stage: stage.id.clone(),
            criterion: criterion.id.clone(),
            met: met.had.closed(),
            of: met.all().closed(),
        })
        .collect()
}

/// Kinds of events but book-keeping of deals, and names of activities.
fn kinds(log: &EventLog) -> Vec<String> {
    let mut all = BTreeSet::new();
    for sort in &log.sorts.all {
        let kind = log.sorts.kinds.get(sort.kind);
        all.insert(kind);
        if matches!(sort.class, Class::Activity | Class::Stage | Class::Won | Class::Lost) {
            all.insert(log.sorts.names.get(sort.name));
        }
    }
    all.into_iter().filter(|name| !name.is_empty() && *name != kind::ACTIVITY).map(str::to_owned).collect()
}

/// What the attributes `tag`, `role` and `content` say.
fn words(log: &EventLog) -> Vec<String> {
    let texts = &log.details.texts;
    let asked: Vec<u32> = ["tag", "role", "content"].iter().filter_map(|name| texts.code(name)).collect();
    let pairs: BTreeSet<u32> =
        log.details.all.iter().flatten().filter(|(name, _)| asked.contains(name)).map(|(_, value)| *value).collect();
    let words = pairs.into_iter().flat_map(|value| texts.get(value).split(','));
    let words: BTreeSet<String> = words.map(|word| word.trim().to_lowercase()).filter(|w| !w.is_empty()).collect();
    words.into_iter().collect()
}

/// Fields and attributes that deals have.
fn fields(log: &EventLog) -> Vec<String> {
    let mut names: Vec<String> = log.fields().into_iter().map(|field| field.name).collect();
    let value = log.all().any(|deal| log.value_minor(deal).is_some());
    let named = log.all().any(|deal| log.name(deal) != log.key(deal));
    let currency = log.deals.fields.get(CURRENCY).is_some_and(|field| field.values.len() > 0);
    let others = [
        (value, model::deal::field::VALUE),
        (named, model::deal::field::NAME),
        (currency, model::deal::field::CURRENCY),
    ];
    names.extend(others.into_iter().filter(|(has, _)| *has).map(|(_, name)| name.to_owned()));
    names.sort();
    names
}

fn quartiles(mut micros: Vec<i64>) -> Option<Quartiles> {
    let days = summary_of_micros(&mut micros, crate::log::MICROS_A_DAY);
    Some(Quartiles { n: days.n, q25: days.q25?, median: days.median?, q75: days.q75? })
}
