//! Figures and the deals behind them as tables.

use model::metric::{Metric, Unit};

use super::{Brought, Figure, Figures};
use crate::{
    log::EventLog,
    table::{Cell, Column, Kind, Table},
};

impl Figures {
    /// One row for all together, one a group, one a step of the calendar, one a step of a group. Money is in major units.
    pub fn rows(&self) -> Table {
        let head = [Column::new("what", Kind::Text)];
        let by = self.by.iter().map(|name| Column::new(name.clone(), Kind::Text));
        let fixed = [
            ("from", Kind::Time),
            ("to", Kind::Time),
            ("value", Kind::Number),
            ("low", Kind::Number),
            ("high", Kind::Number),
            ("n", Kind::Integer),
            ("yes", Kind::Integer),
            ("open", Kind::Integer),
            ("unit", Kind::Text),
            ("currency", Kind::Text),
            ("says", Kind::Text),
        ];
        let columns = head.into_iter().chain(by).chain(fixed.map(|(name, kind)| Column::new(name, kind)));
        let none = || vec![Cell::None; self.by.len()];
        let texts = |values: &[String]| values.iter().map(Cell::from).collect::<Vec<_>>();
        let row = |what, values, time, figure| row(self, what, values, time, figure);
        let mut rows = vec![row("all", none(), [Cell::None, Cell::None], &self.total)];
        for group in &self.groups {
            let what = if group.rest { "group of all others" } else { "group" };
            rows.push(row(what, texts(&group.values), [Cell::None, Cell::None], &group.figure));
        }
        for point in &self.series {
            rows.push(row("step", none(), [point.from.into(), point.to.into()], &point.figure));
        }
        for line in &self.lines {
            let what = if line.rest { "step of all others" } else { "step of a group" };
            for (point, figure) in self.series.iter().zip(&line.figures) {
                rows.push(row(what, vec![Cell::from(&line.value)], [point.from.into(), point.to.into()], figure));
            }
        }
        Table { columns: columns.collect(), rows }
    }
}

fn row(of: &Figures, what: &str, values: Vec<Cell>, time: [Cell; 2], figure: &Figure) -> Vec<Cell> {
    let figures = [figure.value, figure.low, figure.high].map(|value| Cell::from(value.map(|v| v / major(of.unit))));
    let counts = [figure.n.into(), figure.yes.into(), figure.open.into()];
    let says = [Cell::from(of.unit.word()), Cell::from(&of.currency), Cell::from(&figure.says)];
    [Cell::from(what)].into_iter().chain(values).chain(time).chain(figures).chain(counts).chain(says).collect()
}

/// By what an amount in minor units is divided to be in major ones.
fn major(unit: Unit) -> f64 {
    if unit.is_money() { 100.0 } else { 1.0 }
}

/// The deals behind a figure, one a row, with what each brings. Money is in major units.
pub fn deals_table(log: &EventLog, metric: &Metric, found: &[Brought]) -> Table {
    let major = major(metric.brings());
    let columns = [
        ("deal", Kind::Text),
        ("name", Kind::Text),
        ("owner", Kind::Text),
        ("stage", Kind::Text),
        ("outcome", Kind::Text),
        ("at", Kind::Time),
        ("yes", Kind::Boolean),
        ("amount", Kind::Number),
    ];
    let row = |brings: &Brought| {
        let deal = brings.deal;
        vec![
            Cell::from(log.deal_id(deal).to_string()),
            Cell::from(log.name(deal)),
            log.owner(deal).into(),
            log.stage(deal).into(),
            Cell::from(log.outcome(deal).word()),
            brings.at.into(),
            brings.yes.into(),
            brings.amount.map(|amount| amount / major).into(),
        ]
    };
    Table::new(&columns, found.iter().map(row).collect())
}
