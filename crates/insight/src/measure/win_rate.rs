//! Win rate over time.

use jiff::tz::TimeZone;
use model::{Outcome, Timestamp};

use super::{Period, Step, WinRateGroup, WinRateOverTime, WinRatePoint, calendar::steps, group};
use crate::{
    discover::{
        sentence::{LITTLE, counted, percent},
        win_rate as share,
    },
    log::{EventLog, MICROS_A_DAY, NEVER},
    select::Selection,
    stats::{exact::chi_square, quantile::median_of},
    table::{Cell, Kind, Table},
};

/// Win rate by the date of closing, of deals closed in the period (of all with a date of closing, where none is
/// given), by the values of a field if one is named. Steps are those of the calendar in UTC; the first and the last
/// one may reach beyond the period, but count only what is in it.
pub fn win_rate(
    log: &EventLog,
    selection: &Selection,
    period: Option<Period>,
    step: Step,
    by: Option<&str>,
) -> WinRateOverTime {
    let groups = group::groups(log, selection, by);
    let span = period.map(|p| (p.from.as_microsecond(), p.to.as_microsecond()));
    let closed = |deal: &u32| {
        let at = log.deals.closed[*deal as usize];
        let within = span.is_none_or(|(from, to)| (from..to).contains(&at));
        (at != NEVER && log.outcome(*deal) != Outcome::Open && within).then_some(at)
    };
    let moments = || groups.iter().flat_map(|g| &g.deals).filter_map(closed);
    let (from, to) = match span {
        Some((from, to)) => (Some(from), Some(to - 1)),
        None => (moments().min(), moments().max()),
    };
    let bounds = from.zip(to).map_or_else(Vec::new, |(from, to)| steps(from, to, step, &TimeZone::UTC));
    let mut total: Vec<(u64, u64)> = vec![(0, 0); bounds.len()];
    let mut found = Vec::new();
    for g in groups {
        let mut cells: Vec<Count> = vec![Count::default(); bounds.len()];
        for (deal, at) in g.deals.iter().filter_map(|d| Some((*d, closed(d)?))) {
            if let Some(cell) = bounds.partition_point(|b| b.0 <= at).checked_sub(1).and_then(|i| cells.get_mut(i)) {
                cell.add(log, deal);
            }
        }
        total.iter_mut().zip(&cells).for_each(|(t, c)| *t = (t.0 + c.won, t.1 + c.closed));
        let points = bounds.iter().zip(cells).filter_map(|(b, cell)| cell.point(*b)).collect();
        found.push(WinRateGroup { value: g.value, points });
    }
    WinRateOverTime { step, groups: found, sentence: sentence(&total, step) }
}

#[derive(Clone, Default)]
struct Count {
    won: u64,
    closed: u64,
    won_minor: i64,
    micros: Vec<i64>,
}

impl Count {
    fn add(&mut self, log: &EventLog, deal: u32) {
        self.closed += 1;
        if log.outcome(deal) != Outcome::Won {
            return;
        }
        self.won += 1;
        self.won_minor = self.won_minor.saturating_add(log.value_minor(deal).unwrap_or(0));
        let (from, to) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
        if from <= to {
            self.micros.push(to - from);
        }
    }

    fn point(mut self, (from, to): (i64, i64)) -> Option<WinRatePoint> {
        let share = share(self.won, self.closed);
        Some(WinRatePoint {
            from: Timestamp::from_microsecond(from).ok()?,
            to: Timestamp::from_microsecond(to).ok()?,
            won: self.won,
            closed: self.closed,
            rate: share.rate,
            low: share.low,
            high: share.high,
            won_minor: self.won_minor,
            median_days: median_of(&mut self.micros).map(|m| m / MICROS_A_DAY),
        })
    }
}

fn sentence(total: &[(u64, u64)], step: Step) -> String {
    let (won, closed) = total.iter().fold((0, 0), |(w, c), t| (w + t.0, c + t.1));
    let unit = step.word();
    if closed < LITTLE {
        return format!("We can't tell yet: {} and {}.", counted(won, "won deal"), counted(closed - won, "lost one"));
    }
    let Some(p) = chi_square(total) else {
        return format!("We can't tell whether the {unit}s differ: too few closed deals in each.");
    };
    if p >= 0.05 {
        return format!("The win rate does not differ from {unit} to {unit} more than chance would make it.");
    }
    let rates = total.iter().filter(|t| t.1 >= LITTLE).map(|t| t.0 as f64 / t.1 as f64);
    let (low, high) = rates.fold((1.0_f64, 0.0_f64), |(low, high), r| (low.min(r), high.max(r)));
    format!(
        "The win rate differs from {unit} to {unit} more than chance would make it, between {} and {}.",
        percent(low),
        percent(high)
    )
}

impl WinRateOverTime {
    /// One row a group and step.
    pub fn rows(&self) -> Table {
        let columns = [
            ("group", Kind::Text),
            ("from", Kind::Day),
            ("to", Kind::Day),
            ("won", Kind::Integer),
            ("closed", Kind::Integer),
            ("rate", Kind::Number),
            ("low", Kind::Number),
            ("high", Kind::Number),
            ("won_value", Kind::Money),
            ("median_days", Kind::Number),
        ];
        let row = |value: &Option<String>, p: &WinRatePoint| {
            let day = |at: Timestamp| Cell::from(TimeZone::UTC.to_datetime(at).date());
            let names = [value.as_ref().into(), day(p.from), day(p.to), p.won.into(), p.closed.into()];
            let figures = [p.rate, p.low, p.high].map(Cell::from);
            let rest = [Cell::money(p.won_minor), p.median_days.into()];
            names.into_iter().chain(figures).chain(rest).collect()
        };
        let rows = self.groups.iter().flat_map(|g| g.points.iter().map(move |p| row(&g.value, p)));
        Table::new(&columns, rows.collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
