//! A quote as PDF, in the style of the house.

#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use model::{
    money::shown,
    quote::{Discount, LineTotal, Quote, QuoteLine, Total},
};
use serde_json::{Value as Json, json};

use crate::{print::ManualError, sheet::lay_out, words, world::QUOTE};

/// What stands on the sheet.
#[derive(Debug, Clone, Copy)]
pub struct QuoteSheet<'a> {
    /// Who offers; empty where nobody has named the company.
    pub company: &'a str,
    /// To whom; empty where that is not known.
    pub prospect: &'a str,
    /// Who sent it.
    pub sent_by: Option<&'a str>,
    /// What is offered.
    pub quote: &'a Quote,
    /// What it comes to.
    pub total: &'a Total,
    /// What a reader has to know first: that it is a draft, that a later version has replaced it; empty for nothing.
    pub note: &'a str,
}

/// Makes the PDF. The same quote makes the same bytes: its time is the day on which the version was made.
///
/// # Errors
/// [`ManualError`] where Typst refuses template or data; no content of a quote should make it so.
pub fn print(sheet: &QuoteSheet<'_>) -> Result<Vec<u8>, ManualError> {
    let Quote { number, version, issued, .. } = sheet.quote;
    let made = TimeZone::UTC.to_zoned_datetime(issued.at(0, 0, 0, 0)).map(|day| day.timestamp()).unwrap_or_default();
    let ident = format!("{} · {number} · {version}", sheet.company);
    Ok(lay_out(QUOTE, data(sheet), &ident, made)?.pdf)
}

/// What the template reads.
fn data(sheet: &QuoteSheet<'_>) -> Json {
    let QuoteSheet { company, prospect, quote, total, note, .. } = *sheet;
    let name = format!("Quote {}, version {}", quote.number, quote.version);
    let foot: Vec<&str> = [company, &name].into_iter().filter(|part| !part.is_empty()).collect();
    let lines: Vec<Json> = quote.lines.iter().zip(&total.lines).map(|(line, sum)| of_line(line, sum)).collect();
    json!({
        "title": name,
        "running": name,
        "company": company,
        "prospect": prospect,
        "note": note,
        "facts": facts(sheet),
        "discounted": total.lines.iter().any(|line| line.discount_minor != 0),
        "lines": lines,
        "sums": sums(total),
        "valid": format!("This offer can be accepted until {}.", words::day(quote.valid_until)),
        "terms": quote.terms,
        "foot": foot.join(" · "),
    })
}

fn facts(sheet: &QuoteSheet<'_>) -> Vec<Json> {
    let quote = sheet.quote;
    let fact = |name: &str, value: String, strong: bool| json!({"name": name, "value": value, "strong": strong});
    let mut facts = vec![
        fact("Number", quote.number.clone(), true),
        fact("Version", quote.version.to_string(), false),
        fact("Date", words::day(quote.issued), false),
        fact("Valid until", words::day(quote.valid_until), true),
    ];
    facts.extend(sheet.sent_by.map(|by| fact("Contact", by.to_owned(), false)));
    facts
}

fn of_line(line: &QuoteLine, sum: &LineTotal) -> Json {
    let currency = &line.unit.currency;
    let discount = match (sum.discount_minor, line.discount) {
        (0, _) => String::new(),
        (off, Some(Discount::Percent(percent))) => format!("{} ({percent} %)", amount(-off, currency)),
        (off, _) => format!("{} ({} %)", amount(-off, currency), sum.discount_percent),
    };
    json!({
        "product": line.product,
        "quantity": line.quantity.to_string(),
        "unit": amount(sum.unit_minor, currency),
        "tiers": tiers(line),
        "discount": discount,
        "net": amount(sum.net_minor, currency),
    })
}

/// The prices for larger quantities, in words: `EUR 120.00 for one; EUR 100.00 from 10`.
fn tiers(line: &QuoteLine) -> String {
    if line.tiers.is_empty() {
        return String::new();
    }
    let currency = &line.unit.currency;
    let steps = line.tiers.iter().map(|tier| format!("{} from {}", amount(tier.unit_minor, currency), tier.from));
    let all: Vec<String> =
        std::iter::once(format!("{} for one", amount(line.unit.minor, currency))).chain(steps).collect();
    all.join("; ")
}

/// What it comes to, line by line; what is 0 is left out where nothing is lost.
fn sums(total: &Total) -> Vec<Json> {
    let money = |minor| amount(minor, &total.currency);
    let sum = |name: String, minor: i64, strong: bool| json!({"name": name, "amount": money(minor), "strong": strong});
    let mut sums = Vec::new();
    if total.discounted_minor != 0 {
        sums.push(sum("List price".into(), total.list_minor, false));
        let on_lines = total.list_minor - total.subtotal_minor;
        if on_lines != 0 {
            sums.push(sum("Discounts on lines".into(), -on_lines, false));
        }
        if total.discount_minor != 0 {
            sums.push(sum("Discount on the whole".into(), -total.discount_minor, false));
        }
    }
    sums.push(sum("Net price".into(), total.net_minor, total.tax_minor == 0));
    for tax in total.taxes.iter().filter(|tax| tax.tax_minor != 0) {
        sums.push(sum(format!("Tax {} % on {}", tax.percent, money(tax.net_minor)), tax.tax_minor, false));
    }
    if total.tax_minor != 0 {
        sums.push(sum("Total".into(), total.total_minor, true));
    }
    sums
}

/// `EUR 1,234.50`, kept on one line.
fn amount(minor: i64, currency: &str) -> String {
    let figure = shown(minor).replace('-', "−");
    if currency.is_empty() { figure } else { format!("{currency}\u{a0}{figure}") }
}

/// What a reader of a version has to know first, where `current` is the one that counts.
pub fn note(version: u32, current: u32, is_sent: bool) -> String {
    match (version < current, is_sent) {
        (true, _) => format!("This is version {version}. Version {current} has replaced it."),
        (false, false) => "Draft. It was not sent, and it is no offer yet.".into(),
        (false, true) => String::new(),
    }
}
