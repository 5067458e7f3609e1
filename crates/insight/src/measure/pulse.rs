//! What the short survey says: each round of each question, against the round before.

use model::feedback::pulse::{Counts, SCALE};
use serde::Serialize;
use utoipa::ToSchema;

use crate::stats::{
    exact::benjamini_hochberg,
    mean::Moments,
    rank::{hodges_lehmann, mann_whitney},
};

/// Above this, a difference may well be noise.
const LEVEL: f64 = 0.05;

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PulseFigures {
    /// Answers.
    pub n: u64,
    /// How many gave each answer, those who said 1 first.
    pub counts: Vec<u64>,
    /// Mean.
    pub mean: f64,
    /// Its lower bound at 95 %; none where all said the same.
    pub low: Option<f64>,
    /// Its upper bound.
    pub high: Option<f64>,
}

/// What was answered, in figures; none where nobody answered.
pub fn figures(counts: &Counts) -> Option<PulseFigures> {
    let values = values(counts);
    let found: Moments = values.iter().copied().collect();
    let bounds = found.interval();
    let within = |v: f64| v.clamp(1.0, f64::from(SCALE));
    Some(PulseFigures {
        n: values.len() as u64,
        counts: counts.to_vec(),
        mean: found.mean()?,
        low: bounds.map(|b| within(b.0)),
        high: bounds.map(|b| within(b.1)),
    })
}

fn values(counts: &Counts) -> Vec<f64> {
    let some = |(score, n): (u8, &u64)| std::iter::repeat_n(f64::from(score), usize::try_from(*n).unwrap_or(0));
    (1..=SCALE).zip(counts).flat_map(some).collect()
}

/// How a round differs from the one before, and whether that is more than noise.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PulseChange {
    /// Mean of this round less that of the one before.
    pub by: f64,
    /// By how much answers lie above those before: the median of all differences (Hodges–Lehmann).
    pub shift: f64,
    /// p of the Mann–Whitney test, corrected for the questions looked at together (Benjamini–Hochberg).
    pub p: f64,
    /// Whether it may well be noise.
    pub noise: bool,
    /// In words.
    pub says: String,
}

/// How the questions of a round differ from the same ones before; `None` for each that nothing can be said of.
pub fn changes(pairs: &[Option<(Counts, Counts)>]) -> Vec<Option<PulseChange>> {
    let tested: Vec<Option<(f64, f64, f64)>> = pairs
        .iter()
        .map(|pair| {
            let (now, before) = pair.as_ref()?;
            let (now, before) = (values(now), values(before));
            let mean = |values: &[f64]| values.iter().copied().collect::<Moments>().mean();
            let by = mean(&now)? - mean(&before)?;
            Some((by, hodges_lehmann(&now, &before)?, mann_whitney(&now, &before)?.p))
        })
        .collect();
    let p: Vec<f64> = tested.iter().flatten().map(|found| found.2).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    let change =
        |(by, shift, _): (f64, f64, f64), p: f64| PulseChange { by, shift, p, noise: p > LEVEL, says: says(by, p) };
    tested.into_iter().map(|found| found.and_then(|found| Some(change(found, adjusted.next()?)))).collect()
}

fn says(by: f64, p: f64) -> String {
    let size = format!("{:.1}", by.abs());
    let moved = match size.as_str() {
        "0.0" => "As in the round before".to_owned(),
        _ if by > 0.0 => format!("{size} higher than in the round before"),
        _ => format!("{size} lower than in the round before"),
    };
    let often = (p * 100.0).round() as u64;
    match p {
        p if p > LEVEL && size == "0.0" => format!("{moved}."),
        p if p > LEVEL => format!(
            "{moved}. This may be noise: even if nobody had changed their mind, about {often} of 100 rounds would \
             differ by as much."
        ),
        p if p < 0.01 => {
            format!("{moved}. This is hardly noise: fewer than 1 of 100 rounds would differ by as much by chance.")
        }
        _ => format!("{moved}. This is hardly noise: about {often} of 100 rounds would differ by as much by chance."),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn figures_of_a_round() {
        let found = figures(&[0, 0, 1, 1, 1]).unwrap();
        assert_eq!((found.n, found.mean), (3, 4.0));
        assert!((found.low.unwrap() - 1.515_862).abs() < 1e-5, "{found:?}");
        assert_eq!(found.high, Some(5.0), "no mean is above the scale");
        assert_eq!(figures(&[0, 0, 0, 4, 0]).unwrap().low, None);
        assert_eq!(figures(&[0; 5]), None);
    }

    #[rstest]
    #[case("nothing changed", [0, 1, 5, 3, 1], [0, 1, 5, 3, 1], true, "As in the round before.")]
    #[case("few, a little", [0, 0, 1, 2, 0], [0, 0, 2, 1, 0], true, "0.3 higher than in the round before. This may be noise")]
    #[case("many, a lot", [0, 0, 2, 10, 20], [10, 12, 8, 2, 0], false, "2.5 higher than in the round before. This is hardly noise: fewer than 1")]
    #[case("worse", [20, 10, 2, 0, 0], [0, 2, 8, 12, 10], false, "2.5 lower than")]
    fn against_the_round_before(
        #[case] what: &str,
        #[case] now: Counts,
        #[case] before: Counts,
        #[case] noise: bool,
        #[case] begins: &str,
    ) {
        let found = changes(&[Some((now, before))]).remove(0).unwrap();
        assert_eq!(found.noise, noise, "{what}: {found:?}");
        assert!(found.says.starts_with(begins), "{what}: {}", found.says);
    }

    #[test]
    fn several_questions_are_corrected_for() {
        let pair = Some(([0, 0, 2, 6, 2], [0, 3, 5, 2, 0]));
        let alone = changes(&[pair])[0].clone().unwrap();
        let same = Some(([0, 1, 2, 1, 0], [0, 1, 2, 1, 0]));
        let among = changes(&[pair, None, same]);
        assert!(among[1].is_none());
        assert!((among[0].as_ref().unwrap().p - (alone.p * 2.0).min(1.0)).abs() < 1e-12);
        assert!(changes(&[Some(([0; 5], [1, 0, 0, 0, 0]))])[0].is_none());
    }
}
