//! The generated pages, a module for each section.

pub mod pricing;
pub mod process;
pub mod products;
pub mod results;

use insight::discover::{Discovery, Group};

use crate::{
    block::{Block, Cell, Column, Page, Table},
    chart::range_bar,
    words,
};

/// A generated page.
fn page(id: impl Into<String>, title: impl Into<String>, source: impl Into<String>, blocks: Vec<Block>) -> Page {
    Page { id: id.into(), title: title.into(), source: source.into(), written: None, blocks }
}

/// Values of a field with their win rates, the interval as a small bar beside the rate of all deals; `what` heads the
/// first column.
fn groups_table(groups: &[&Group], what: &str, discovery: &Discovery, caption: String) -> Table {
    let all = discovery.win_rate.rate;
    let row = |g: &&Group| -> Vec<Cell> {
        vec![
            named(&g.value).into(),
            words::count(g.won).into(),
            words::count(g.closed).into(),
            words::percent(g.rate).into(),
            range_bar(g.low, g.rate, g.high, all).into(),
            words::interval(g.low, g.high).into(),
            words::days(g.median_days).into(),
            standing(g, all).into(),
        ]
    };
    Table {
        columns: vec![
            Column::text(what),
            Column::number("Won"),
            Column::number("Closed"),
            Column::number("Win rate"),
            Column::text("0 to 100 %"),
            Column::text("Interval"),
            Column::number("Median days"),
            Column::text("Difference"),
        ],
        rows: groups.iter().map(row).collect(),
        caption,
    }
}

fn named(value: &str) -> &str {
    if value.trim().is_empty() { "not recorded" } else { value }
}

/// What the data supports about a value, in words.
fn standing(group: &Group, all: Option<f64>) -> &'static str {
    match (group.supported, group.rate, all) {
        (true, Some(rate), Some(all)) if rate > all => "supported: higher",
        (true, Some(_), Some(_)) => "supported: lower",
        (_, None, _) => "none closed",
        _ => "not supported",
    }
}
