//! The deals behind a figure.

use model::metric::Metric;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Question,
    cells::Shape,
    labels, shape,
    source::Source,
    unit::{Units, What},
};
use crate::{
    log::{EventLog, MICROS_A_DAY, NEVER, moment},
    parts::tallied,
};

/// A deal and what it brings to a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = DealBrings)]
pub struct Brought {
    /// Its number in the log.
    #[serde(skip)]
    pub deal: u32,
    /// When it counts; none where undated.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<model::Timestamp>,
    /// Of a share: whether it did; none: it may still.
    pub yes: Option<bool>,
    /// An amount, a number of days, or how often it counts.
    pub amount: Option<f64>,
}

/// The deals behind a figure, or behind the group with these values, the latest first, and how many there are; at most
/// `most` of them.
pub fn drill(
    log: &EventLog,
    metric: &Metric,
    question: &Question,
    values: &[String],
    most: usize,
) -> (Vec<Brought>, usize) {
    let deals = question.selection.deals(log);
    let source = Source::of(log, metric, question, &deals);
    let shape = shape(log, metric, question, source.axes(log, question, &deals), question.period, None);
    let wanted: Vec<bool> = {
        let groups: usize = shape.axes.iter().map(|a| a.labels.len()).product();
        (0..groups).map(|place| values.is_empty() || labels(&shape.axes, place).0 == values).collect()
    };
    let mut found = match &source {
        Source::Units(units) => of_units(units, &shape, &wanted, &deals),
        other => other.drill(log, &shape, &wanted),
    };
    let n = found.len();
    found.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.deal.cmp(&b.deal)));
    found.truncate(most);
    (found, n)
}

fn of_units(units: &Units<'_>, shape: &Shape<'_>, wanted: &[bool], deals: &[u32]) -> Vec<Brought> {
    let take = |found: &mut Vec<Brought>, deal: u32| {
        let mut own: Option<Brought> = None;
        units.each(deal, &mut |unit| {
            let counts = match units.stand() {
                true => unit.at < shape.end && unit.until >= shape.end,
                false => match shape.span {
                    Some((from, to)) => unit.at != NEVER && (from..to).contains(&unit.at),
                    None => true,
                },
            };
            if !counts || unit.what == What::Without || !wanted[shape.group(deal, &unit)] {
                return;
            }
            let new = Brought { deal, at: moment(unit.at), yes: yes(unit.what), amount: amount(unit.what) };
            match &mut own {
                None => own = Some(new),
                // What counts several times adds up; of times the longest tells most.
                Some(own) => {
                    own.at = own.at.max(new.at);
                    own.yes = match (own.yes, new.yes) {
                        (Some(a), Some(b)) => Some(a || b),
                        (a, b) => a.or(b),
                    };
                    own.amount = match unit.what {
                        What::Time { .. } => own.amount.zip(new.amount).map(|(a, b)| a.max(b)),
                        _ => own.amount.zip(new.amount).map(|(a, b)| a + b),
                    };
                }
            }
        });
        found.extend(own);
    };
    let together = |mut a: Vec<Brought>, b: Vec<Brought>| {
        a.extend(b);
        a
    };
    tallied(deals, Vec::new, take, together)
}

fn yes(what: What) -> Option<bool> {
    match what {
        What::Yes => Some(true),
        What::No => Some(false),
        What::Closed { won, .. } => Some(won),
        _ => None,
    }
}

fn amount(what: What) -> Option<f64> {
    match what {
        What::One => Some(1.0),
        What::Amount(x) => Some(x),
        What::Time { micros, .. } => Some(micros as f64 / MICROS_A_DAY),
        What::Pair(x, y) => Some(if x != 0.0 { x } else { y }),
        What::Closed { value, .. } => value,
        What::Yes | What::No | What::Open | What::Without => None,
    }
}
