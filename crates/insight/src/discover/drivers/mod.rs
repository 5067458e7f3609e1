//! What distinguishes won from lost deals, as far as the data supports it. The design is in `docs/figures.md`.

mod acts;
mod attributes;
mod candidate;
mod compare;
mod history;
mod marks;
mod reasons;
mod result;
mod say;
mod strata;
mod timing;

use rayon::prelude::*;

pub use self::result::*;
use self::{acts::Acts, candidate::Candidate, history::History, marks::Marks};
use super::sentence::LITTLE;
use crate::{log::EventLog, select::Selection, stats::exact::benjamini_hochberg};

/// What distinguishes won from lost deals of the selection: acts of the prospect and of the rep, timing, people and
/// attributes, each compared among deals that had got as far, had been there as long and are alike in what else goes
/// with the outcome; beside it the same counted plainly.
pub fn drivers(log: &EventLog, selection: &Selection) -> Drivers {
    let history = History::of(log, &selection.deals(log));
    let marks = Marks::of(&history);
    let (acts, (attributes, mut excluded)) =
        rayon::join(|| Acts::of(&history, &marks), || attributes::attributes(&history));
    let (attributes, _): (Vec<Candidate>, Vec<Candidate>) =
        attributes.into_iter().partition(|c| !c.field.as_ref().is_some_and(|f| reasons::is_reason(f)));
    let ((mut candidates, late), (timing, confounders)) = rayon::join(
        || acts.candidates(),
        || rayon::join(|| timing::timing(&history, &marks, &acts), || strata::confounders(&history, &attributes)),
    );
    excluded.extend(late);
    candidates.extend(timing);
    candidates.extend(attributes);
    let (won, _) = history.won_and_lost();
    let mut found = Drivers {
        as_of: log.as_of(),
        closed: history.len() as u64,
        won,
        few: (history.len() as u64) < LITTLE,
        excluded,
        held_equal: confounders.iter().map(|c| c.name.clone()).collect(),
        reasons: reasons::reasons(&history),
        ..Drivers::default()
    };
    let compared = candidates.par_iter().map(|c| compare::compare(&history, &confounders, c));
    let mut drivers: Vec<Driver> = compared.collect();
    if found.few {
        drivers.iter_mut().for_each(|d| d.p = None);
        found.deals = few(&history, &acts, &candidates);
    }
    found.tested = judge(&mut drivers, &candidates);
    let with = |d: &Driver| candidates.iter().find(|c| c.id == d.id).map_or_else(String::new, |c| c.with.clone());
    found.lesson = say::lesson(&drivers, with);
    // What every deal has, or none, is no difference.
    drivers.retain(|d| d.p.is_some() || (d.with.closed() > 0 && d.without.closed() > 0));
    drivers.sort_by(|a, b| {
        let p = |d: &Driver| d.p.unwrap_or(2.0);
        a.certainty.cmp(&b.certainty).then_with(|| p(a).total_cmp(&p(b))).then_with(|| a.id.cmp(&b.id))
    });
    found.drivers = drivers;
    found.sentence = say::headline(&found);
    found
}

/// Adjusts p for all that was tested, and puts it in words; how many were tested.
fn judge(drivers: &mut [Driver], candidates: &[Candidate]) -> u64 {
    let p: Vec<f64> = drivers.iter().filter_map(|d| d.p).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    for (driver, candidate) in drivers.iter_mut().zip(candidates) {
        let adjusted = driver.p.and_then(|_| adjusted.next());
        compare::finish(driver, candidate, adjusted);
    }
    p.len() as u64
}

/// All closed deals with what each has, the last closed first.
fn few(history: &History<'_>, acts: &Acts<'_>, candidates: &[Candidate]) -> Vec<FewDeal> {
    let mut rows: Vec<usize> = (0..history.len()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((history.closed[*row], *row)));
    let others = |row: usize| {
        let two_sided = candidates.iter().filter(|c| c.values.is_empty());
        two_sided.filter(move |c| c.side[row] == 1).map(|c| c.id.clone())
    };
    let one = |row: usize| {
        let mut has: Vec<String> = acts.ids(row).into_iter().chain(others(row)).collect();
        has.sort();
        has.dedup();
        let deal = history.deals[row];
        FewDeal { key: history.log.key(deal).into(), name: history.log.name(deal).into(), won: history.won[row], has }
    };
    rows.into_iter().map(one).collect()
}
