//! Where what is counted comes from: mostly from what deals bring, one by one.

use model::metric::{Formula, Metric};

use super::{
    Brought, Question,
    attained::Attaining,
    axis::{Ask, Axis},
    cells::{Cells, Shape},
    foretold::Foretold,
    unit::Units,
};
use crate::log::EventLog;

/// What a metric gathers.
pub(super) enum Source<'a> {
    Units(Box<Units<'a>>),
    Attained(Attaining),
    Foretold(Foretold),
}

impl<'a> Source<'a> {
    pub(super) fn of(log: &'a EventLog, metric: &Metric, question: &'a Question, deals: &[u32]) -> Self {
        match &metric.figure {
            Formula::Attainment(_) => Self::Attained(Attaining::of(log, question)),
            Formula::ForecastError(of) => Self::Foretold(Foretold::of(log, question, (of, &metric.only), deals)),
            _ => Self::Units(Box::new(Units::of(log, metric, deals, &question.currency, &question.promises))),
        }
    }

    /// By what it is broken down.
    pub(super) fn axes<'l>(&self, log: &'l EventLog, question: &Question, deals: &[u32]) -> Vec<Axis<'l>> {
        let ask = Ask { currency: &question.currency, zone: &question.zone, versions: &question.versions };
        match self {
            Self::Attained(of) if question.by.is_empty() || of.trouble.is_some() => Vec::new(),
            Self::Attained(of) => vec![Axis::of_labels(of.holders.clone())],
            _ => question.by.iter().take(2).map(|by| Axis::of(log, deals, by, &ask)).collect(),
        }
    }

    pub(super) fn gather(&self, shape: &Shape<'_>, deals: &[u32]) -> Cells {
        let units = match self {
            Self::Units(units) => units,
            Self::Attained(of) => return of.gather(shape),
            Self::Foretold(of) => return of.gather(shape),
        };
        let cells = shape.gather(units, deals);
        match units.open() {
            Some(open) => cells.add(shape.gather(&open, deals)),
            None => cells,
        }
    }

    /// The deals behind what does not come from them one by one.
    pub(super) fn drill(&self, log: &EventLog, shape: &Shape<'_>, wanted: &[bool]) -> Vec<Brought> {
        match self {
            Self::Units(_) => Vec::new(),
            Self::Attained(of) => of.drill(log, shape, wanted),
            Self::Foretold(of) => of.drill(shape, wanted),
        }
    }

    /// Why there is no figure at all.
    pub(super) fn trouble(&self) -> Option<&str> {
        match self {
            Self::Units(_) => None,
            Self::Attained(of) => of.trouble.as_deref(),
            Self::Foretold(of) => of.trouble.as_deref(),
        }
    }

    pub(super) fn notes(&self) -> &[String] {
        match self {
            Self::Units(_) => &[],
            Self::Attained(of) => of.notes(),
            Self::Foretold(of) => &of.notes,
        }
    }
}
