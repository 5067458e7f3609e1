//! Sums of chances, with intervals.

use super::{fit::Cell, result::Expected};
use crate::stats::Z_95;

/// A sum of chances while deals are added.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    deals: u64,
    open_minor: i64,
    won: Part,
    value: Part,
}

/// A sum of weights times chances with what its variance is made of.
#[derive(Debug, Clone)]
struct Part {
    mean: f64,
    /// Of deals that are won or not, each by itself.
    chance: f64,
    most: f64,
    /// Weights by cell: the error of a cell's share is one of all of its deals.
    by_cell: Vec<f64>,
}

impl Part {
    fn add(&mut self, cell: usize, share: f64, weight: f64) {
        self.mean += weight * share;
        self.chance += weight * weight * share * (1.0 - share);
        self.most += weight.max(0.0);
        self.by_cell[cell] += weight;
    }

    /// Mean and its interval at 95 %: mean ± z √(Σ w² p (1 − p) + Σ over stages of (Σ over their cells of W σ)²), within 0
    /// and the sum of all weights. Errors of one stage's shares are taken to go together, as they rest on the same deals.
    fn told(&self, cells: &[Cell], variance: impl Fn(&Cell) -> f64) -> (f64, f64, f64) {
        let (mut rates, mut of_stage, mut stage) = (0.0, 0.0, None);
        for (cell, weight) in cells.iter().zip(&self.by_cell) {
            if stage != Some(cell.stage) {
                rates += of_stage * of_stage;
                (of_stage, stage) = (0.0, Some(cell.stage));
            }
            of_stage += weight * variance(cell).max(0.0).sqrt();
        }
        let half = Z_95 * (self.chance + rates + of_stage * of_stage).sqrt();
        (self.mean, (self.mean - half).max(0.0), (self.mean + half).min(self.most))
    }
}

impl Sum {
    pub(super) fn new(cells: usize) -> Self {
        let part = Part { mean: 0.0, chance: 0.0, most: 0.0, by_cell: vec![0.0; cells] };
        Self { deals: 0, open_minor: 0, won: part.clone(), value: part }
    }

    /// Adds a deal of a cell; without a value it counts among the deals alone.
    pub(super) fn add(&mut self, cell: usize, share: f64, minor: Option<i64>) {
        self.deals += 1;
        self.won.add(cell, share, 1.0);
        if let Some(minor) = minor {
            self.open_minor = self.open_minor.saturating_add(minor);
            self.value.add(cell, share, minor as f64);
        }
    }

    /// The sum with its intervals; the variance is that of a cell's share.
    pub(super) fn told(&self, cells: &[Cell], variance: impl Fn(&Cell) -> f64) -> Expected {
        let (won, won_low, won_high) = self.won.told(cells, &variance);
        let (value, low, high) = self.value.told(cells, &variance);
        let minor = |value: f64| value.round() as i64;
        Expected {
            deals: self.deals,
            won,
            won_low,
            won_high,
            open_minor: self.open_minor,
            value_minor: minor(value),
            low_minor: minor(low),
            high_minor: minor(high),
        }
    }
}
