//! Y: the price list.

use super::{page, products};
use crate::{
    assemble::{PriceRow, Sources},
    block::{Block, Column, Page, Table},
    words,
};

/// The price list as the products file has it; one page that says what to do where there is none.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    if sources.prices.is_empty() {
        let blocks = vec![
            Block::lead("No price list has been imported yet."),
            Block::paragraph(
                "Import a products file with a column for the product and one for its price; it will be printed here, and \
                 each product line gets a page under Product lines.",
            ),
        ];
        return vec![page("y-prices", "Price list", "Waiting for a products file", blocks)];
    }
    let rows: Vec<&PriceRow> = sources.prices.iter().collect();
    let source = format!("From the products file, as of {}", words::date(sources.date));
    let mut blocks = vec![Block::lead(lead(&rows, sources.currency)), Block::Table(price_table(&rows, sources))];
    if sources.currency.is_empty() {
        blocks.push(Block::note("The products file names no currency; prices are shown as they stand in it."));
    }
    vec![page("y-prices", "Price list", source, blocks)]
}

fn lead(rows: &[&PriceRow], currency: &str) -> String {
    let products = words::counted(rows.len() as u64, "product", "products");
    let field = fields(rows).into_iter().find(|f| is_price(f) && is_numeric(rows, f));
    let prices: Vec<f64> = field.iter().flat_map(|f| rows.iter().filter_map(|r| number(value(r, f)))).collect();
    let (low, high) = prices.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), p| (l.min(*p), h.max(*p)));
    if prices.is_empty() {
        return format!("{products}.");
    }
    let shown = |price: f64| format!("{currency}{}{}", if currency.is_empty() { "" } else { "\u{a0}" }, amount(price));
    format!("{products}, from {} to {}.", shown(low), shown(high))
}

fn price_table(rows: &[&PriceRow], sources: &Sources<'_>) -> Table {
    let fields = fields(rows);
    let numeric: Vec<bool> = fields.iter().map(|f| is_numeric(rows, f)).collect();
    let mut columns = vec![Column::text("Product")];
    columns.extend(fields.iter().zip(&numeric).map(|(f, n)| column(f, *n, sources.currency)));
    let row = |r: &&PriceRow| {
        let cells = fields.iter().zip(&numeric).map(|(f, n)| cell(r, f, *n).into());
        std::iter::once(r.key.clone().into()).chain(cells).collect()
    };
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|r| products::line_of(r).map(|line| position(rows, line)));
    Table { columns, rows: sorted.iter().map(row).collect(), caption: String::new() }
}

/// Where a line comes first, so that its products stand together.
fn position(rows: &[&PriceRow], line: &str) -> usize {
    rows.iter().position(|r| products::line_of(r) == Some(line)).unwrap_or_default()
}

/// The fields of rows in the order they first appear; six at most.
pub(super) fn fields(rows: &[&PriceRow]) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for (name, _) in rows.iter().flat_map(|r| &r.fields) {
        if !fields.contains(name) {
            fields.push(name.clone());
        }
    }
    fields.truncate(6);
    fields
}

pub(super) fn column(field: &str, numeric: bool, currency: &str) -> Column {
    let unit = if is_price(field) && numeric && !currency.is_empty() { format!(", {currency}") } else { String::new() };
    Column { title: format!("{}{unit}", words::label(field)), number: numeric }
}

pub(super) fn cell(row: &PriceRow, field: &str, numeric: bool) -> String {
    let text = value(row, field);
    number(text).filter(|_| numeric).map_or_else(|| text.to_owned(), amount)
}

/// True where every value there is reads as a number, and there is one.
pub(super) fn is_numeric(rows: &[&PriceRow], field: &str) -> bool {
    let mut values = rows.iter().map(|r| value(r, field)).filter(|v| !v.is_empty()).peekable();
    values.peek().is_some() && values.all(|v| number(v).is_some())
}

fn is_price(field: &str) -> bool {
    let name = field.to_lowercase();
    ["price", "cost", "fee", "amount", "rate"].iter().any(|word| name.contains(word))
}

fn value<'a>(row: &'a PriceRow, field: &str) -> &'a str {
    row.fields.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.trim())
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|n| n.is_finite())
}

/// `26,768`, `19.90`, `−5`.
fn amount(value: f64) -> String {
    let cents = (value.abs() * 100.0).round() as u64;
    let sign = if value < 0.0 { "−" } else { "" };
    let fraction = if cents.is_multiple_of(100) { String::new() } else { format!(".{:02}", cents % 100) };
    format!("{sign}{}{fraction}", words::count(cents / 100))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(26_768.0, "26,768")]
    #[case(19.9, "19.90")]
    #[case(-5.0, "−5")]
    #[case(0.0, "0")]
    fn amounts(#[case] value: f64, #[case] shown: &str) {
        assert_eq!(amount(value), shown);
    }
}
