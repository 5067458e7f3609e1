//! How far forecasts were off, as a metric: the same months and deals as on the page of the forecast.

use model::metric::{Filter, Foretelling};
use rustc_hash::FxHashMap;

use super::{
    Brought, Question,
    cells::{Cells, Shape},
    tally::Tally,
    unit::{Only, Unit, What},
};
use crate::{
    discover::sentence::{LITTLE, counted},
    log::{EventLog, moment},
    measure::forecast::{PastForecast, past_forecasts},
};

/// Forecasts of the past.
pub(super) struct Foretold {
    /// In order of time; dated to the beginning of the month where the team is.
    all: Vec<PastForecast>,
    /// Why there are none.
    pub trouble: Option<String>,
    pub notes: Vec<String>,
}

impl Foretold {
    pub(super) fn of(
        log: &EventLog,
        question: &Question,
        (foretelling, only): (&Foretelling, &Filter),
        deals: &[u32],
    ) -> Self {
        let days = foretelling.days();
        let only = Only::of(log, only);
        let deals: Vec<u32> = deals.iter().copied().filter(|deal| only.takes(log, *deal)).collect();
        let mut all = past_forecasts(log, &deals, &question.currency, days);
        let (mut months, mut said) = (0_u64, Vec::new());
        for same in all.chunk_by_mut(|a, b| a.at == b.at) {
            let Some(first) = same.first().and_then(|one| moment(one.at)) else { continue };
            let day = first.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
            let begin = day.to_zoned_datetime(question.zone.clone()).map(|begin| begin.timestamp().as_microsecond());
            same.iter_mut().for_each(|one| one.at = begin.as_ref().map_or(one.at, |begin| *begin));
            months += 1;
            said.push(day.strftime("%B %Y").to_string());
        }
        let trouble = all.is_empty().then(|| {
            format!(
                "There is no month to try it on: that takes {LITTLE} deals closed before it, open deals then, and {} since.",
                counted(u64::from(days), "day")
            )
        });
        let notes = said.first().zip(said.last()).map(|(first, last)| {
            format!(
                "Forecasts of {}: {first} to {last}. A deal counts at each at which it was open.",
                counted(months, "month")
            )
        });
        Self { all, trouble: trouble.filter(|_| log.deals() > 0), notes: notes.into_iter().collect() }
    }

    /// The forecasts of a deal are one pair in a cell, Σ errors and how many, as they are not independent of each other.
    pub(super) fn gather(&self, shape: &Shape<'_>) -> Cells {
        let mut cells = shape.empty();
        let mut whole: FxHashMap<u32, Pair> = FxHashMap::default();
        let mut steps: FxHashMap<(usize, u32), Pair> = FxHashMap::default();
        for one in self.all.iter().filter(|one| shape.takes(one.at)) {
            whole.entry(one.deal).or_default().add(one);
            if let Some(step) = shape.step(one.at) {
                steps.entry((step, one.deal)).or_default().add(one);
            }
        }
        // in one order, so that sums are the same each time
        let mut whole: Vec<_> = whole.into_iter().collect();
        whole.sort_unstable_by_key(|(deal, _)| *deal);
        for (deal, pair) in whole {
            let group = shape.group(deal, &unit());
            shape.whole(&mut cells, group).add(pair.what());
        }
        let mut steps: Vec<_> = steps.into_iter().collect();
        steps.sort_unstable_by_key(|(place, _)| *place);
        for ((step, deal), pair) in steps {
            let group = shape.group(deal, &unit());
            if let Some(tally) = shape.in_step(&mut cells, group, step) {
                Tally::add(tally, pair.what());
            }
        }
        cells.add_up(shape);
        cells
    }

    /// The deals behind the figure of the wanted groups, each with its mean error.
    pub(super) fn drill(&self, shape: &Shape<'_>, wanted: &[bool]) -> Vec<Brought> {
        let mut found: FxHashMap<u32, (i64, Pair)> = FxHashMap::default();
        for one in self.all.iter().filter(|one| shape.takes(one.at)) {
            if wanted.get(shape.group(one.deal, &unit())) == Some(&true) {
                let (at, pair) = found.entry(one.deal).or_default();
                *at = one.at;
                pair.add(one);
            }
        }
        let brought = |(deal, (at, pair)): (u32, (i64, Pair))| Brought {
            deal,
            at: moment(at),
            yes: None,
            amount: Some(pair.errors / pair.n),
        };
        found.into_iter().map(brought).collect()
    }
}

#[derive(Default)]
struct Pair {
    errors: f64,
    n: f64,
}

impl Pair {
    fn add(&mut self, one: &PastForecast) {
        self.errors += one.error;
        self.n += 1.0;
    }

    fn what(&self) -> What {
        What::Pair(self.errors, self.n)
    }
}

fn unit() -> Unit {
    Unit::of_deal(crate::log::NEVER, What::One)
}
