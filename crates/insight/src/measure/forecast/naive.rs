//! The forecast that most CRMs make: each stage has a weight.

use super::stays::Stay;

/// Share won of the closed deals that ever visited a stage, by the stage's code; of all closed deals where none did.
pub(super) struct Weights {
    of_stage: Vec<(u64, u64)>,
    all: (u64, u64),
}

impl Weights {
    /// Of what was known at `at`.
    pub(super) fn of(stays: &[Stay], stages: usize, at: i64) -> Self {
        let mut weights = Self { of_stage: vec![(0, 0); stages + 1], all: (0, 0) };
        for stay in stays.iter().filter(|stay| stay.from <= at && stay.closed <= at) {
            let count = |(won, closed): &mut (u64, u64)| {
                *won += u64::from(stay.won);
                *closed += 1;
            };
            if !stay.again {
                count(&mut weights.of_stage[stay.stage as usize]);
            }
            if stay.left == stay.closed {
                count(&mut weights.all);
            }
        }
        weights
    }

    pub(super) fn share(&self, stage: u32) -> f64 {
        let own = self.of_stage.get(stage as usize).copied().filter(|(_, closed)| *closed > 0);
        let (won, closed) = own.unwrap_or(self.all);
        if closed > 0 { won as f64 / closed as f64 } else { 0.0 }
    }
}
