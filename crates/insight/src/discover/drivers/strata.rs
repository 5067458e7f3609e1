//! What goes with the outcome from the beginning, and so is held equal in every other comparison.

use super::{
    candidate::{ABSENT, Candidate, cuts},
    history::History,
};
use crate::stats::exact::chi_square;

/// Values of a confounder, at most; further ones are taken together.
const MOST_LEVELS: usize = 8;
/// An attribute whose p is below this is held equal. It is generous: holding equal what need not be costs little.
const GOES_WITH: f64 = 0.05;
/// Deals to every period of time.
const A_PERIOD: usize = 150;

/// An attribute, or the time when a deal began, cut into levels.
#[derive(Debug, Clone)]
pub(super) struct Confounder {
    pub name: String,
    pub levels: usize,
    /// Each deal's level.
    pub level: Vec<u8>,
    p: f64,
}

/// The attributes known from the beginning that go with the outcome, and the period if the win rate has changed;
/// the strongest first.
pub(super) fn confounders(history: &History<'_>, attributes: &[Candidate]) -> Vec<Confounder> {
    let early = attributes.iter().filter(|c| c.stage.is_none());
    let found = early.map(levels).chain([period(history)]);
    let mut found: Vec<Confounder> = found.filter_map(|(name, level)| tested(history, name, level)).collect();
    found.sort_by(|a, b| a.p.total_cmp(&b.p).then_with(|| a.name.cmp(&b.name)));
    found
}

/// The most frequent values, the others together, and none as a value of its own.
fn levels(candidate: &Candidate) -> (String, Vec<u8>) {
    let mut counts: Vec<(usize, usize)> = (0..candidate.sides()).map(|side| (0, side)).collect();
    for side in candidate.side.iter().filter(|s| **s != ABSENT) {
        counts[*side as usize].0 += 1;
    }
    counts.sort_by_key(|(n, side)| (std::cmp::Reverse(*n), *side));
    let mut place = vec![MOST_LEVELS as u8 - 1; candidate.sides()];
    for (level, (_, side)) in counts.iter().enumerate().take(MOST_LEVELS - 1) {
        place[*side] = level as u8;
    }
    let level = |side: &u8| if *side == ABSENT { MOST_LEVELS as u8 } else { place[*side as usize] };
    let name = candidate.field.clone().unwrap_or_default();
    (name, candidate.side.iter().map(level).collect())
}

/// The time when a deal began, in up to four periods of equal count.
fn period(history: &History<'_>) -> (String, Vec<u8>) {
    let periods = (history.len() / A_PERIOD).clamp(1, 4);
    let cuts = cuts(&mut history.created.clone(), periods);
    let level = |at: &i64| cuts.iter().filter(|cut| at >= cut).count() as u8;
    ("the time when they began".into(), history.created.iter().map(level).collect())
}

/// As a confounder with levels that all come, if it goes with the outcome.
fn tested(history: &History<'_>, name: String, mut level: Vec<u8>) -> Option<Confounder> {
    let mut shares = vec![(0, 0); MOST_LEVELS + 1];
    for (row, level) in level.iter().enumerate() {
        let (won, all) = &mut shares[*level as usize];
        *won += u64::from(history.won[row]);
        *all += 1;
    }
    let p = chi_square(&shares).filter(|p| *p < GOES_WITH)?;
    let mut next = 0;
    let dense: Vec<u8> = shares
        .iter()
        .map(|(_, all)| {
            let at = next;
            next += u8::from(*all > 0);
            at
        })
        .collect();
    level.iter_mut().for_each(|l| *l = dense[*l as usize]);
    Some(Confounder { name, levels: next as usize, level, p })
}
