//! R: what is sold, line by line.

use insight::discover::Group;

use super::{bars, groups_table, left_out, page};
use crate::{
    assemble::{PriceRow, Sources},
    block::{Block, Cell, Column, Fact, Page, Table},
    sections::pricing,
    words,
};

/// Columns of a products file that name the line.
const LINES: [&str; 6] = ["series", "product line", "line", "family", "category", "group"];

/// Fields of the products file that are shown beside win rates; more get a table of their own.
const MOST_MERGED: usize = 1;

/// A product line with its rows of the products file.
struct Line<'a> {
    name: String,
    rows: Vec<&'a PriceRow>,
}

/// One page a product line; products sold that no line lists get a page of their own. Nothing without products.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let sold: Vec<&Group> = sources.discovery.breakdowns.get("product").into_iter().flatten().collect();
    let lines = lines(sources.prices);
    let listed = |g: &&&Group| sources.prices.iter().any(|row| same(row, g));
    let rest: Vec<&Group> = sold.iter().filter(|g| !listed(g)).copied().collect();
    let mut pages: Vec<Page> = lines.iter().map(|line| line_page(line, &sold, sources)).collect();
    if !rest.is_empty() {
        pages.push(rest_page(&rest, sources));
    }
    pages
}

fn same(row: &PriceRow, group: &Group) -> bool {
    words::bare(&row.key) == words::bare(&group.value)
}

/// Lines in the order of the file; one line of all products where the file names none.
fn lines(prices: &[PriceRow]) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in prices {
        let name = line_of(row).unwrap_or("All products");
        match lines.iter_mut().find(|l| l.name == name) {
            Some(line) => line.rows.push(row),
            None => lines.push(Line { name: name.to_owned(), rows: vec![row] }),
        }
    }
    lines
}

/// The line a product belongs to, where its row says so.
pub(super) fn line_of(row: &PriceRow) -> Option<&str> {
    let named = |(name, _): &&(String, String)| LINES.contains(&words::label(name).to_lowercase().as_str());
    row.fields.iter().find(named).map(|(_, value)| value.trim()).filter(|v| !v.is_empty())
}

/// The field that tells how the line is called: not shown again in a table of one line.
pub(super) fn is_line_field(name: &str) -> bool {
    LINES.contains(&words::label(name).to_lowercase().as_str())
}

fn line_page(line: &Line<'_>, sold: &[&Group], sources: &Sources<'_>) -> Page {
    let groups: Vec<&Group> = sold.iter().filter(|g| line.rows.iter().any(|row| same(row, g))).copied().collect();
    let mut blocks = vec![Block::lead(lead(line, &groups)), Block::Facts { facts: facts(&groups, sources) }];
    let shown = shown_fields(line);
    if shown.len() <= MOST_MERGED && groups.iter().any(|g| g.closed > 0) {
        blocks.push(Block::Table(merged_table(line, &groups, &shown, sources)));
    } else {
        blocks.push(Block::Table(product_table(line, &shown, sources)));
        blocks.extend(outcome(&groups, sources));
    }
    blocks.extend(other_names(line, &groups).map(Block::note));
    let source = format!("{}; prices from the products file", sources.source());
    Page { flows: true, ..page(format!("r-{}", words::slug(&line.name)), line.name.clone(), source, blocks) }
}

/// The fields of a line's products, without the one that names the line.
fn shown_fields(line: &Line<'_>) -> Vec<String> {
    pricing::fields(&line.rows).into_iter().filter(|f| !is_line_field(f)).collect()
}

/// Win rates with prices in one table; products without a closed deal follow with their prices.
fn merged_table(line: &Line<'_>, groups: &[&Group], shown: &[String], sources: &Sources<'_>) -> Table {
    let mut table = groups_table(groups, "Product", sources.discovery, bars(sources.discovery));
    let numeric: Vec<bool> = shown.iter().map(|f| pricing::is_numeric(&line.rows, f)).collect();
    let columns = shown.iter().zip(&numeric).map(|(f, n)| pricing::column(f, *n, sources.currency));
    table.columns.splice(1..1, columns);
    let cells = |row: &PriceRow| -> Vec<Cell> {
        shown.iter().zip(&numeric).map(|(f, n)| pricing::cell(row, f, *n).into()).collect()
    };
    let closed: Vec<&&Group> = groups.iter().filter(|g| g.closed > 0).collect();
    for (group, cells_of) in closed.iter().zip(&mut table.rows) {
        if let Some(row) = line.rows.iter().find(|row| same(row, group)) {
            cells_of.splice(0..1, std::iter::once(row.key.clone().into()).chain(cells(row)));
        }
    }
    for row in line.rows.iter().filter(|row| !closed.iter().any(|g| same(row, g))) {
        let mut made: Vec<Cell> = std::iter::once(row.key.clone().into()).chain(cells(row)).collect();
        made.resize(table.columns.len(), "–".into());
        table.rows.push(made);
    }
    table
}

/// Says how deals call products that the file calls differently.
fn other_names(line: &Line<'_>, groups: &[&Group]) -> Option<String> {
    let pairs: Vec<String> = groups
        .iter()
        .filter_map(|g| {
            let row = line.rows.iter().find(|row| same(row, g))?;
            (row.key != g.value).then(|| format!("{} is called “{}”", row.key, g.value))
        })
        .collect();
    (!pairs.is_empty()).then(|| format!("In the deals, {}.", pairs.join(", ")))
}

fn lead(line: &Line<'_>, groups: &[&Group]) -> String {
    let products = words::counted(line.rows.len() as u64, "product", "products");
    let (won, closed) = (sum(groups, |g| g.won), sum(groups, |g| g.closed));
    if closed == 0 {
        return format!("{products}; no deal for them has been closed so far.");
    }
    let deals = words::counted(closed, "closed deal", "closed deals");
    format!("{products}; you won {} of {deals} for them.", words::count(won))
}

fn sum(groups: &[&Group], of: fn(&Group) -> u64) -> u64 {
    groups.iter().map(|g| of(g)).sum()
}

fn facts(groups: &[&Group], sources: &Sources<'_>) -> Vec<Fact> {
    let value: i64 = groups.iter().map(|g| g.won_minor).sum();
    let (won, closed) = (sum(groups, |g| g.won), sum(groups, |g| g.closed));
    vec![
        Fact::new(words::count(won), "deals won", format!("of {} closed", words::count(closed))),
        Fact::new(words::count(sum(groups, |g| g.open)), "deals open", ""),
        Fact::new(words::money(value, &sources.discovery.value.currency), "value won", ""),
    ]
}

fn product_table(line: &Line<'_>, shown: &[String], sources: &Sources<'_>) -> Table {
    let numeric = |field: &str| pricing::is_numeric(&line.rows, field);
    let mut columns = vec![Column::text("Product")];
    columns.extend(shown.iter().map(|f| pricing::column(f, numeric(f), sources.currency)));
    let rows = line
        .rows
        .iter()
        .map(|row| {
            let cells = shown.iter().map(|f| pricing::cell(row, f, numeric(f)).into());
            std::iter::once(row.key.clone().into()).chain(cells).collect()
        })
        .collect();
    Table { columns, rows, caption: String::new() }
}

fn outcome(groups: &[&Group], sources: &Sources<'_>) -> Vec<Block> {
    if groups.iter().all(|g| g.closed == 0) {
        return vec![Block::note("Win rates will appear here once deals for these products have been closed.")];
    }
    let table = groups_table(groups, "Product", sources.discovery, bars(sources.discovery));
    let mut blocks = vec![Block::heading("How often they are won"), Block::Table(table)];
    blocks.extend(Some(left_out(groups)).filter(|s| !s.is_empty()).map(Block::note));
    blocks
}

fn rest_page(groups: &[&Group], sources: &Sources<'_>) -> Page {
    let (title, lead) = if sources.prices.is_empty() {
        (
            "Products sold",
            "These are the products that deals name. Import a products file to see them by line, with prices.",
        )
    } else {
        ("Other products", "Deals name these products, but the products file does not list them.")
    };
    let mut blocks = vec![Block::lead(lead), Block::Facts { facts: facts(groups, sources) }];
    blocks.extend(outcome(groups, sources));
    Page { flows: true, ..page("r-other-products", title, sources.source(), blocks) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, fields: &[(&str, &str)]) -> PriceRow {
        PriceRow { key: key.into(), fields: fields.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect() }
    }

    #[test]
    fn lines_keep_the_order_of_the_file() {
        let prices = [
            row("GTX Basic", &[("series", "GTX")]),
            row("MG Special", &[("series", "MG")]),
            row("GTX Pro", &[("series", "GTX")]),
            row("Odd", &[("series", " ")]),
        ];
        let found: Vec<(String, usize)> = lines(&prices).into_iter().map(|l| (l.name, l.rows.len())).collect();
        assert_eq!(found, vec![("GTX".into(), 2), ("MG".into(), 1), ("All products".into(), 1)]);
    }
}
