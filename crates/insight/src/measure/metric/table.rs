//! Figures as a table.

use super::{Figure, Figures};
use crate::table::{csv, number};

impl Figures {
    /// As CSV, safe to open in a spreadsheet: one row for all together, one a group, one a step of the calendar.
    pub fn csv(&self) -> String {
        let fixed = ["from", "to", "value", "low", "high", "n", "yes", "open", "says"];
        let header = ["what"].into_iter().chain(self.by.iter().map(String::as_str)).chain(fixed);
        let none = || vec![String::new(); self.by.len()];
        let mut rows = vec![row("all", none(), ["".into(), "".into()], &self.total)];
        for group in &self.groups {
            let what = if group.rest { "group of all others" } else { "group" };
            rows.push(row(what, group.values.clone(), ["".into(), "".into()], &group.figure));
        }
        for point in &self.series {
            rows.push(row("step", none(), [point.from.to_string(), point.to.to_string()], &point.figure));
        }
        for line in &self.lines {
            for (point, figure) in self.series.iter().zip(&line.figures) {
                let time = [point.from.to_string(), point.to.to_string()];
                rows.push(row("step of a group", vec![line.value.clone()], time, figure));
            }
        }
        csv(header, &rows)
    }
}

fn row(what: &str, values: Vec<String>, time: [String; 2], figure: &Figure) -> Vec<String> {
    let counts = [Some(figure.n), figure.yes, Some(figure.open)].map(|n| n.map_or_else(String::new, |n| n.to_string()));
    let figures = [figure.value, figure.low, figure.high].map(number);
    [what.to_owned()]
        .into_iter()
        .chain(values)
        .chain(time)
        .chain(figures)
        .chain(counts)
        .chain([figure.says.clone()])
        .collect()
}
