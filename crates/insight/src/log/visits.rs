//! Visits to stages: from entering one to entering another or closing.

use super::{EventLog, NEVER, columns::Class};

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The deal is still in the stage.
    Open,
    /// It entered this stage (code).
    Moved(u32),
    /// It was won; code of the activity's name.
    Won(u32),
    /// It was lost; code of the activity's name.
    Lost(u32),
    /// It left the stage for none that the data names.
    Left,
}

/// A stay in a stage.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit {
    /// Code of the stage.
    pub stage: u32,
    /// Entered; [`NEVER`] where unknown.
    pub from: i64,
    /// Left; [`NEVER`] where unknown or not left.
    pub to: i64,
    /// How it ended.
    pub end: End,
    /// True if the deal had been in the stage before.
    pub again: bool,
}

impl Visit {
    /// Microseconds between both ends; none unless the visit has ended and both ends are dated.
    pub(crate) fn micros(&self) -> Option<i64> {
        let dated = self.end != End::Open && self.from != NEVER && self.to != NEVER;
        dated.then(|| (self.to - self.from).max(0))
    }
}

impl EventLog {
    /// The visits of a deal in order.
    pub(crate) fn visits(&self, deal: u32) -> Vec<Visit> {
        let mut visits: Vec<Visit> = Vec::new();
        for i in self.range(deal) {
            let (at, sort) = (self.events.at[i], self.sorts.all[self.events.sort[i] as usize]);
            let end = match sort.class {
                Class::Stage => End::Moved(sort.stage),
                Class::Won => End::Won(sort.name),
                Class::Lost => End::Lost(sort.name),
                Class::Left => End::Left,
                Class::Activity | Class::Admin => continue,
            };
            let ends = |v: &&mut Visit| v.end == End::Open && (end != End::Left || v.stage == sort.stage);
            if let Some(last) = visits.last_mut().filter(ends) {
                (last.end, last.to) = (end, at);
            }
            if let End::Moved(stage) = end {
                let again = visits.iter().any(|v| v.stage == stage);
                visits.push(Visit { stage, from: at, to: NEVER, end: End::Open, again });
            }
        }
        visits
    }
}
