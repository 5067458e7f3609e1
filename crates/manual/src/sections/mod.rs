//! The generated pages, a module for each section.

pub mod breakdowns;
pub mod playbook;
pub mod pricing;
pub mod process;
pub mod products;
pub mod results;
mod won;

use insight::discover::{Discovery, Group};

use crate::{
    block::{Block, Cell, Column, Page, Table},
    chart::{range_bar, range_scale},
    words,
};

/// A generated page on sheets of its own.
fn page(id: impl Into<String>, title: impl Into<String>, source: impl Into<String>, blocks: Vec<Block>) -> Page {
    Page { id: id.into(), title: title.into(), source: source.into(), flows: false, written: None, blocks }
}

/// Values of a field with their win rates, the interval as a small bar beside the rate of all deals; `what` heads the
/// first column. Values without a closed deal are left out. What is supported gets a column where there is any.
fn groups_table(groups: &[&Group], what: &str, discovery: &Discovery, caption: String) -> Table {
    let all = discovery.win_rate.rate;
    let shown: Vec<&&Group> = groups.iter().filter(|g| g.closed > 0).collect();
    let scale = range_scale(&shown.iter().map(|g| (g.low, g.high)).collect::<Vec<_>>());
    let told = shown.iter().any(|g| g.supported);
    let row = |g: &&&Group| -> Vec<Cell> {
        let mut cells: Vec<Cell> = vec![
            named(&g.value).into(),
            words::count(g.won).into(),
            words::count(g.closed).into(),
            words::percent(g.rate).into(),
            range_bar(g.low, g.rate, g.high, all, scale).into(),
            words::interval(g.low, g.high).into(),
            words::days(g.median_days).into(),
        ];
        if told {
            cells.push(standing(g, all).into());
        }
        cells
    };
    let mut columns = vec![
        Column::text(what),
        Column::number("Won"),
        Column::number("Closed"),
        Column::number("Win rate"),
        Column::text(format!("{:.0} to {:.0} %", scale.0 * 100.0, scale.1 * 100.0)),
        Column::text("Interval"),
        Column::number("Days to win"),
    ];
    if told {
        columns.push(Column::text("Supported"));
    }
    Table { columns, rows: shown.iter().map(row).collect(), caption }
}

/// What the bars of [`groups_table`] show.
fn bars(discovery: &Discovery) -> String {
    let all = match discovery.win_rate.rate {
        Some(rate) => format!("; upright line: all deals, {}", words::percent(Some(rate))),
        None => String::new(),
    };
    format!("Bar: interval at 95 %{all}. Days to win: median of the won deals.")
}

/// The values that [`groups_table`] leaves out, in a sentence; empty where there are none.
fn left_out(groups: &[&Group]) -> String {
    let names: Vec<&str> = groups.iter().filter(|g| g.closed == 0).map(|g| named(&g.value)).collect();
    match names.as_slice() {
        [] => String::new(),
        [name] => format!("No deal has been closed yet for one value: {name}."),
        many => format!("No deal has been closed yet for {} values.", words::count(many.len() as u64)),
    }
}

fn named(value: &str) -> &str {
    if value.trim().is_empty() { "not recorded" } else { value }
}

/// What the data supports about a value, in a word.
fn standing(group: &Group, all: Option<f64>) -> &'static str {
    match (group.supported, group.rate, all) {
        (true, Some(rate), Some(all)) if rate > all => "higher",
        (true, Some(_), Some(_)) => "lower",
        _ => "–",
    }
}
