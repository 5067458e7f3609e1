//! Moves into and out of each stage.

use rayon::prelude::*;

use super::{Flow, FlowGroup, Period, StageFlow, group};
use crate::{
    discover::stages::{order, places},
    log::{End, EventLog, NEVER, Visit},
    select::Selection,
    table::{Cell, Kind, Table},
};

/// Moves into and out of each stage in the period, by the values of a field if one is named. For every stage
/// `at_start + entered = moved_on + won + lost + at_end`.
///
/// Deals whose entering has no date count as being in the stage all the time up to their leaving; where they have not
/// left, only in a period that reaches the last day of the data, as nobody knows since when they are there.
pub fn flow(log: &EventLog, selection: &Selection, period: Period, by: Option<&str>) -> Flow {
    let stages = order(log, &selection.deals(log));
    let span = Span { from: period.from.as_microsecond(), to: period.to.as_microsecond(), last: log.as_of_micros() };
    let groups = group::groups(log, selection, by)
        .into_iter()
        .map(|g| FlowGroup { value: g.value, stages: of_deals(log, &g.deals, &stages, &span) });
    Flow { period, groups: groups.collect() }
}

/// The period and the last dated moment, in microseconds.
struct Span {
    from: i64,
    to: i64,
    last: i64,
}

impl Span {
    fn has(&self, at: i64) -> bool {
        (self.from..self.to).contains(&at)
    }
}

fn of_deals(log: &EventLog, deals: &[u32], stages: &[u32], span: &Span) -> Vec<StageFlow> {
    let fresh = || {
        stages
            .iter()
            .map(|s| StageFlow { stage: log.sorts.stages.get(*s).to_owned(), ..StageFlow::default() })
            .collect()
    };
    let place = places(log, stages);
    let count = |mut flows: Vec<StageFlow>, deal: &u32| {
        for visit in log.visits(*deal) {
            if let Some(flow) = place[visit.stage as usize].and_then(|p| flows.get_mut(p)) {
                add(flow, &visit, span);
            }
        }
        flows
    };
    deals.par_iter().with_min_len(4096).fold(fresh, count).reduce(fresh, sum)
}

fn add(flow: &mut StageFlow, visit: &Visit, span: &Span) {
    let open = visit.end == End::Open;
    if visit.from == NEVER && open && span.to <= span.last {
        return;
    }
    let from = if visit.from == NEVER { i64::MIN } else { visit.from };
    let to = match (open, visit.to) {
        (true, _) => i64::MAX,
        (false, NEVER) => span.last.max(from),
        (false, to) => to.max(from),
    };
    flow.at_start += u64::from(from < span.from && to >= span.from);
    flow.at_end += u64::from(from < span.to && to >= span.to);
    if span.has(from) {
        flow.entered += 1;
        flow.returned += u64::from(visit.again);
    }
    if span.has(to) && from < span.to {
        match visit.end {
            End::Open => {}
            End::Moved(_) | End::Left => flow.moved_on += 1,
            End::Won(_) => flow.won += 1,
            End::Lost(_) => flow.lost += 1,
        }
    }
}

fn sum(mut a: Vec<StageFlow>, b: Vec<StageFlow>) -> Vec<StageFlow> {
    for (a, b) in a.iter_mut().zip(b) {
        a.at_start += b.at_start;
        a.entered += b.entered;
        a.returned += b.returned;
        a.moved_on += b.moved_on;
        a.won += b.won;
        a.lost += b.lost;
        a.at_end += b.at_end;
    }
    a
}

impl Flow {
    /// One row a group and stage.
    pub fn rows(&self) -> Table {
        let columns = [
            ("group", Kind::Text),
            ("stage", Kind::Text),
            ("at_start", Kind::Integer),
            ("entered", Kind::Integer),
            ("returned", Kind::Integer),
            ("moved_on", Kind::Integer),
            ("won", Kind::Integer),
            ("lost", Kind::Integer),
            ("at_end", Kind::Integer),
        ];
        let row = |value: &Option<String>, s: &StageFlow| {
            let counts = [s.at_start, s.entered, s.returned, s.moved_on, s.won, s.lost, s.at_end];
            let names = [Cell::from(value.as_ref()), Cell::from(&s.stage)];
            names.into_iter().chain(counts.map(Cell::from)).collect()
        };
        let rows = self.groups.iter().flat_map(|g| g.stages.iter().map(move |s| row(&g.value, s)));
        Table::new(&columns, rows.collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
