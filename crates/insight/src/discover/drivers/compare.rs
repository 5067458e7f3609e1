//! Compares both sides of a candidate within strata.

use super::{
    Certainty, Driver, Effect, Naive, ValueEffect, WonLost,
    candidate::{ABSENT, Candidate},
    history::History,
    say,
    strata::Confounder,
};
use crate::stats::stratified::{Estimate, Table, difference, groups_differ, odds_ratio, p_value};

/// Fewer deals than this on one side, and nothing is tested.
pub(super) const FEWEST: u64 = 10;
/// Deals a stratum at least, on average.
const A_STRATUM: usize = 5;
/// Things held equal beside time, at most.
const MOST_HELD: usize = 3;

/// What was found, before p is adjusted for all that was tested.
pub(super) fn compare(history: &History<'_>, confounders: &[Confounder], candidate: &Candidate) -> Driver {
    let compared = candidate.side.iter().filter(|s| **s != ABSENT).count();
    let held = held(candidate, confounders, compared);
    let shares = shares(history, candidate, &held);
    let values = values(candidate, &shares);
    let place = values.iter().enumerate().filter(|(_, v)| v.deals.closed() >= FEWEST).max_by(|a, b| surer(a.1, b.1));
    let shown = if candidate.values.is_empty() { 1 } else { place.map_or(0, |(place, _)| place) };
    let tables = tables(&shares, shown);
    let crude = tables.iter().fold(Table::default(), |sum, t| sum.plus(*t));
    let told = enough(candidate, &crude, &values);
    let p = match (told, candidate.values.is_empty()) {
        (false, _) => None,
        (true, true) => p_value(&tables),
        (true, false) => groups_differ(&shares),
    };
    let chosen = candidate.values.get(shown);
    Driver {
        id: candidate.id.clone(),
        kind: candidate.kind,
        title: candidate.title.clone(),
        sentence: String::new(),
        certainty: Certainty::CannotTell,
        verdict: String::new(),
        activity: candidate.activity.clone(),
        stage: candidate.stage.clone(),
        among: candidate.among.clone(),
        held_equal: candidate.held.iter().cloned().chain(held.iter().map(|c| c.name.clone())).collect(),
        with: won_lost(crude.with_won, crude.with_lost),
        without: won_lost(crude.without_won, crude.without_lost),
        odds_ratio: odds_ratio(&tables).and_then(effect),
        points: difference(&tables).and_then(effect),
        p,
        p_adjusted: None,
        naive: naive(if candidate.values.is_empty() { &candidate.naive } else { &crude }),
        value: chosen.map(|v| v.name.clone()),
        deals_with: chosen.map_or_else(|| candidate.deals_with.clone(), |v| v.selection.clone()),
        values,
    }
}

/// Won and lost on a side.
pub(super) fn won_lost(won: u64, lost: u64) -> WonLost {
    WonLost { won, lost }
}

/// A table counted plainly.
pub(super) fn naive(table: &Table) -> Naive {
    let cells = [table.with_won, table.with_lost, table.without_won, table.without_lost];
    let [a, b, c, d] = cells.map(|n| n as f64);
    Naive {
        with: won_lost(table.with_won, table.with_lost),
        without: won_lost(table.without_won, table.without_lost),
        odds_ratio: cells.iter().all(|n| *n > 0).then(|| a * d / (b * c)),
    }
}

/// Writes the adjusted p, the certainty and the words.
pub(super) fn finish(driver: &mut Driver, candidate: &Candidate, p_adjusted: Option<f64>) {
    driver.p_adjusted = p_adjusted;
    driver.certainty = match (driver.p, p_adjusted) {
        (Some(_), Some(adjusted)) if adjusted < 0.05 => Certainty::Supported,
        (Some(p), _) if p < 0.05 => Certainty::Hint,
        (Some(_), _) => Certainty::NoDifference,
        (None, _) => Certainty::CannotTell,
    };
    driver.verdict = say::verdict(driver);
    driver.sentence = say::sentence(driver, candidate);
}

/// The confounders that go into the strata: the strongest, as long as there are enough deals a stratum.
fn held<'a>(candidate: &Candidate, confounders: &'a [Confounder], compared: usize) -> Vec<&'a Confounder> {
    let mut strata = candidate.band.iter().max().map_or(1, |b| *b as usize + 1);
    let mut held = Vec::new();
    for confounder in confounders.iter().filter(|c| candidate.field.as_ref() != Some(&c.name)) {
        if held.len() < MOST_HELD && strata * confounder.levels * A_STRATUM <= compared {
            strata *= confounder.levels;
            held.push(confounder);
        }
    }
    held
}

/// Won and all of every side in every stratum.
fn shares(history: &History<'_>, candidate: &Candidate, held: &[&Confounder]) -> Vec<Vec<(u64, u64)>> {
    let bands = candidate.band.iter().max().map_or(1, |b| *b as usize + 1);
    let strata = held.iter().fold(bands, |n, c| n * c.levels);
    let mut shares = vec![vec![(0, 0); candidate.sides()]; strata];
    for (row, side) in candidate.side.iter().enumerate().filter(|(_, side)| **side != ABSENT) {
        let band = candidate.band[row] as usize;
        let stratum = held.iter().fold(band, |at, c| at * c.levels + c.level[row] as usize);
        let (won, all) = &mut shares[stratum][*side as usize];
        *won += u64::from(history.won[row]);
        *all += 1;
    }
    shares.retain(|row| row.iter().any(|(_, all)| *all > 0));
    shares
}

/// One side against all others, a table a stratum.
fn tables(shares: &[Vec<(u64, u64)>], side: usize) -> Vec<Table> {
    let one = |groups: &Vec<(u64, u64)>| {
        let (won, all) = groups.iter().fold((0, 0), |(w, n), g| (w + g.0, n + g.1));
        let (with_won, with) = groups.get(side).copied().unwrap_or_default();
        let (without_won, without) = (won - with_won, all - with);
        Table { with_won, with_lost: with - with_won, without_won, without_lost: without - without_won }
    };
    shares.iter().map(one).collect()
}

fn values(candidate: &Candidate, shares: &[Vec<(u64, u64)>]) -> Vec<ValueEffect> {
    let one = |(side, value): (usize, &super::candidate::Value)| {
        let tables = tables(shares, side);
        let all = tables.iter().fold(Table::default(), |sum, t| sum.plus(*t));
        ValueEffect {
            value: value.name.clone(),
            deals: won_lost(all.with_won, all.with_lost),
            odds_ratio: odds_ratio(&tables).and_then(effect),
            points: difference(&tables).and_then(effect),
            selection: value.selection.clone(),
        }
    };
    candidate.values.iter().enumerate().map(one).collect()
}

/// By how many standard errors a value stands out.
fn surer(a: &ValueEffect, b: &ValueEffect) -> std::cmp::Ordering {
    let size = |v: &ValueEffect| match v.odds_ratio {
        Some(Effect { value, low: Some(low), high: Some(high) }) => value.ln().abs() / (high / low).ln().max(1e-9),
        _ => 0.0,
    };
    size(a).total_cmp(&size(b))
}

fn enough(candidate: &Candidate, crude: &Table, values: &[ValueEffect]) -> bool {
    let both = crude.with_won + crude.without_won > 0 && crude.with_lost + crude.without_lost > 0;
    let sides = if candidate.values.is_empty() {
        crude.with() >= FEWEST && crude.without() >= FEWEST
    } else {
        values.iter().filter(|v| v.deals.closed() >= FEWEST).count() >= 2
    };
    both && sides
}

/// Odds of 0 or without end are no figure that one could show.
fn effect(e: Estimate) -> Option<Effect> {
    e.value.is_finite().then_some(Effect { value: e.value, low: e.low, high: e.high })
}
