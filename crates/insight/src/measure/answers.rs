//! How long it takes until somebody answers what is said of the process.

use serde::Serialize;
use utoipa::ToSchema;

use crate::stats::survival::{Observation, kaplan_meier, median, median_bounds};

/// Days until an answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct TimeToAnswer {
    /// Things said.
    pub n: u64,
    /// Of these, answered.
    pub answered: u64,
    /// Days until half are answered; none as long as that is not known.
    pub median_days: Option<f64>,
    /// Lower bound at 95 %.
    pub low: Option<f64>,
    /// Upper bound at 95 %; none where it is not known.
    pub high: Option<f64>,
}

/// Days until half of all that was said is answered (Kaplan–Meier): what waits has waited at least until now. Each is
/// days, and whether it was answered.
pub fn time_to_answer(waits: &[(f64, bool)]) -> TimeToAnswer {
    let observed: Vec<Observation> =
        waits.iter().map(|(time, answered)| Observation { time: *time, outcome: u8::from(*answered) }).collect();
    let steps = kaplan_meier(&observed);
    let (low, high) = median_bounds(&steps);
    TimeToAnswer {
        n: waits.len() as u64,
        answered: waits.iter().filter(|(_, answered)| *answered).count() as u64,
        median_days: median(&steps),
        low,
        high,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("nothing said", &[], None)]
    #[case("nothing answered", &[(3.0, false), (9.0, false)], None)]
    #[case("all answered", &[(1.0, true), (2.0, true), (5.0, true)], Some(2.0))]
    // of answered ones alone it would be 1
    #[case("what waits counts", &[(1.0, true), (1.0, true), (8.0, false), (9.0, true), (9.0, false)], Some(9.0))]
    #[case("at once", &[(0.0, true), (0.0, true)], Some(0.0))]
    fn half_are_answered_after(#[case] what: &str, #[case] waits: &[(f64, bool)], #[case] days: Option<f64>) {
        let found = time_to_answer(waits);
        assert_eq!(found.median_days, days, "{what}");
        assert_eq!(found.n, waits.len() as u64);
    }
}
