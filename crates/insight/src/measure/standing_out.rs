//! Who takes longer in a stage than people usually differ, and what that costs.

use model::{
    Timestamp,
    metric::{Better, Filter, Formula, MEDIAN, Metric, Stay},
};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, StudentsT};
use utoipa::ToSchema;

use super::metric::{By, Figure, Question, times_by};
use crate::{
    log::EventLog,
    stats::{Z_95, exact::holm, quantile::quantile, survival::Packed},
};

/// Named only below this, after correction for all stages and all who are in them.
const LEVEL: f64 = 0.01;
/// Stays that have ended, to be compared.
const FEWEST: usize = 20;
/// Pairs of a stage and a value that tell how much people usually differ.
const ENOUGH: usize = 8;
/// Φ⁻¹(¾): half of what is normal is within so many standard deviations.
const QUARTILE: f64 = 0.674_489_75;

/// Somebody, or some value of a field, whose deals stay longer in a stage than those of all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StandsOut {
    /// The stage.
    pub stage: String,
    /// The value of the field.
    pub value: String,
    /// Time in the stage, in days.
    pub figure: Figure,
    /// Time in the stage of all others together, in days: the median of their medians.
    pub others_days: f64,
    /// Days of deals in the stage beyond what they would have been with the others' median, all stays together.
    pub cost_days: f64,
    /// Probability of this by chance and by how people usually differ, corrected for everything looked at (Holm).
    pub p: f64,
}

/// What stands out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StandingOut {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// How many pairs of a stage and a value were looked at.
    pub looked_at: u64,
    /// Those that stand out, the least likely first.
    pub found: Vec<StandsOut>,
    /// In words.
    pub says: String,
}

/// One pair of a stage and a value.
struct Pair {
    one: StandsOut,
    /// Logarithm of the ratio of its median to that of the others, and its standard error.
    effect: f64,
    error: f64,
}

/// Values of a field, such as owners, whose deals stay longer in a stage than people usually differ.
///
/// People differ, so that to be told from chance is not enough to be named. Each pair of a stage and a value has the
/// logarithm θ of the ratio of its Kaplan–Meier median to the median of the others' medians, with the standard error s that
/// the interval of its median has. How much people usually differ, τ, is such that half of all |θ| are within
/// Φ⁻¹(¾) √(s² + τ²), which a few that stand out do not move. One is named if θ / √(s² + τ²), against Student's t with half
/// as many degrees of freedom as there are pairs, is below 0.01 after Holm's correction.
///
/// Sources: D. C. Hoaglin, F. Mosteller, J. W. Tukey (1983), Understanding Robust and Exploratory Data Analysis, 12 (median
/// of absolute deviations); R. DerSimonian, N. Laird (1986), Controlled Clinical Trials 7, 177–188 (the two variances).
pub fn standing_out(log: &EventLog, question: &Question, field: &str, stages: &[String]) -> StandingOut {
    let mut pairs: Vec<Pair> = stages.iter().flat_map(|stage| in_stage(log, question, field, stage)).collect();
    let looked_at = pairs.len() as u64;
    if pairs.len() < ENOUGH {
        let says = "There is too little to tell how much people usually differ.".to_owned();
        return StandingOut { as_of: log.as_of(), looked_at, found: Vec::new(), says };
    }
    let usual = usual_spread(&pairs);
    let degrees = pairs.len() as f64 / 2.0;
    let t = StudentsT::new(0.0, 1.0, degrees).ok();
    let p = |pair: &Pair| {
        let score = pair.effect / (pair.error * pair.error + usual * usual).sqrt();
        t.as_ref().map_or(1.0, |t| t.cdf(-score))
    };
    let adjusted = holm(&pairs.iter().map(p).collect::<Vec<f64>>());
    pairs.iter_mut().zip(adjusted).for_each(|(pair, p)| pair.one.p = p);
    let mut found: Vec<StandsOut> = pairs.into_iter().map(|pair| pair.one).filter(|one| one.p < LEVEL).collect();
    found.sort_by(|a, b| a.p.total_cmp(&b.p));
    let says = match found.len() {
        0 => "Nobody’s deals stay longer in a stage than people usually differ.".to_owned(),
        _ => found.iter().map(sentence).collect::<Vec<_>>().join(" "),
    };
    StandingOut { as_of: log.as_of(), looked_at, found, says }
}

fn in_stage(log: &EventLog, question: &Question, field: &str, stage: &str) -> Vec<Pair> {
    let stay = Metric {
        id: "stay".into(),
        name: "Stay".into(),
        says: String::new(),
        better: Better::Lower,
        figure: Formula::Stay(Stay { stage: Some(stage.to_owned()), q: MEDIAN }),
        only: Filter::default(),
    };
    let asked = Question { by: vec![By::Field(field.to_owned())], step: None, against: None, ..question.clone() };
    let groups = times_by(log, &stay, &asked);
    let medians: Vec<Option<f64>> = groups.iter().map(|g| g.2.value.filter(|days| *days > 0.0)).collect();
    let pair = |(place, (value, times, figure)): (usize, (String, Vec<Packed>, Figure))| {
        let ended = times.iter().filter(|o| o.outcome() > 0).count();
        let own = medians[place].filter(|_| ended >= FEWEST && !value.is_empty())?;
        let (low, high) = figure.low.zip(figure.high).filter(|(low, high)| *low > 0.0 && low < high)?;
        let mut others: Vec<f64> =
            medians.iter().enumerate().filter(|(i, _)| *i != place).filter_map(|(_, m)| *m).collect();
        others.sort_by(f64::total_cmp);
        let others_days = quantile(&others, 0.5)?;
        let longer = (own - others_days).max(0.0);
        let one = StandsOut {
            stage: stage.to_owned(),
            value,
            others_days,
            cost_days: longer * times.len() as f64,
            figure,
            p: 1.0,
        };
        Some(Pair { one, effect: (own / others_days).ln(), error: (high / low).ln() / (2.0 * Z_95) })
    };
    groups.into_iter().enumerate().filter_map(pair).collect()
}

/// τ: by halving, as the share within its bounds grows with it; 0 where chance alone explains how people differ.
fn usual_spread(pairs: &[Pair]) -> f64 {
    let half_within = |tau: f64| {
        let within = |p: &&Pair| p.effect.abs() <= QUARTILE * (p.error * p.error + tau * tau).sqrt();
        pairs.iter().filter(within).count() * 2 >= pairs.len()
    };
    let (mut low, mut high) = (0.0, 10.0);
    if half_within(low) {
        return low;
    }
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if half_within(middle) { high = middle } else { low = middle }
    }
    high
}

fn sentence(one: &StandsOut) -> String {
    let others = one.others_days;
    let days = one.figure.value.map_or_else(String::new, |own| {
        format!(": half of them {own:.1} days or more, where it is {others:.1} days for the others")
    });
    let (value, stage) = (&one.value, &one.stage);
    format!("Deals of {value} stay longer in {stage} than people usually differ{days}. Ask what is different there.")
}
