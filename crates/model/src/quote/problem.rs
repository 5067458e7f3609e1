//! What is wrong with a quote, by line and field.

use crate::{
    decimal::Decimal,
    money::shown,
    quote::{Discount, Quote, QuoteLine},
};

/// Why a quote cannot be computed or continued.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    /// Fields that cannot be used.
    #[error("{}", listed(.0))]
    Fields(Vec<Problem>),
    /// The limits of discount cannot be used.
    #[error("limits of discount: {0}")]
    Policy(&'static str),
    /// The quotes are no chain of versions.
    #[error("version {found} of quote {number} does not follow version {before} of quote {of}")]
    Chain {
        /// Number of the one that should follow.
        number: String,
        /// Its version.
        found: u32,
        /// The version that it should follow; 0 where it should be the first.
        before: u32,
        /// Number of that one.
        of: String,
    },
}

/// A field that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{field} {fault}", place(.line))]
pub struct Problem {
    /// The line, from 1, and its product; `None` for a field of the whole quote.
    pub line: Option<(usize, String)>,
    /// The field: `quantity`, `tiers[0].from`.
    pub field: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is empty.
    #[error("is missing")]
    Missing,
    /// It must be above 0.
    #[error("must be above 0, not {0}")]
    NotAboveZero(Decimal),
    /// It must not be below 0.
    #[error("must not be below 0, not {0}")]
    BelowZero(String),
    /// A discount of more than all.
    #[error("must not be over 100 %, not {0} %")]
    OverHundred(Decimal),
    /// A discount of more than the price.
    #[error("must not be more than the price of {price}, not {amount}")]
    OverPrice {
        /// The discount.
        amount: String,
        /// What it comes off.
        price: String,
    },
    /// Prices of one quote in several currencies.
    #[error("is in {found}, but the quote is in {quote}; a quote has one currency")]
    Currency {
        /// The currency found.
        found: String,
        /// The quote's.
        quote: String,
    },
    /// Price tiers that do not ascend.
    #[error("must be above that of the tier before")]
    NotAscending,
    /// Two lines have the same id.
    #[error("{0:?} is that of another line too")]
    Twice(String),
    /// It ends before it begins.
    #[error("is before the day on which the quote was made")]
    BeforeIssue,
    /// A price that cannot be counted.
    #[error("makes a price that is too large to be counted")]
    TooLarge,
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ")
}

fn place(line: &Option<(usize, String)>) -> String {
    line.as_ref().map(|(number, product)| format!("line {number} ({product}): ")).unwrap_or_default()
}

/// Every field that cannot be used, sums aside.
pub(super) fn problems(quote: &Quote) -> Vec<Problem> {
    let whole = |field: &str, fault| Problem { line: None, field: field.to_owned(), fault };
    let mut found = Vec::new();
    let missing = [
        ("number", quote.number.is_empty()),
        ("currency", quote.currency.is_empty()),
        ("lines", quote.lines.is_empty()),
    ];
    found.extend(missing.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| whole(field, Fault::Missing)));
    if quote.valid_until < quote.issued {
        found.push(whole("valid_until", Fault::BeforeIssue));
    }
    found.extend(quote.discount.and_then(of_discount).map(|fault| whole("discount", fault)));
    for (i, line) in quote.lines.iter().enumerate() {
        let twice = quote.lines[..i].iter().any(|other| other.id == line.id);
        let twice = twice.then(|| ("id".to_owned(), Fault::Twice(line.id.clone())));
        let faults = of_line(line, &quote.currency).into_iter().chain(twice);
        found.extend(faults.map(|(field, fault)| in_line(i, line, field, fault)));
    }
    found
}

pub(super) fn in_line(at: usize, line: &QuoteLine, field: impl Into<String>, fault: Fault) -> Problem {
    Problem { line: Some((at + 1, line.product.clone())), field: field.into(), fault }
}

fn of_line(line: &QuoteLine, currency: &str) -> Vec<(String, Fault)> {
    let mut found = Vec::new();
    let mut put = |field: &str, fault: Option<Fault>| found.extend(fault.map(|fault| (field.to_owned(), fault)));
    put("id", line.id.is_empty().then_some(Fault::Missing));
    put("product", line.product.is_empty().then_some(Fault::Missing));
    put("quantity", (line.quantity <= Decimal::ZERO).then_some(Fault::NotAboveZero(line.quantity)));
    put("unit", below_zero(line.unit.minor));
    let foreign = line.unit.currency != currency;
    put("unit", foreign.then(|| Fault::Currency { found: line.unit.currency.clone(), quote: currency.to_owned() }));
    put("discount", line.discount.and_then(of_discount));
    put("tax_percent", (line.tax_percent < Decimal::ZERO).then(|| Fault::BelowZero(line.tax_percent.to_string())));
    let mut before = Decimal::ZERO;
    for (i, tier) in line.tiers.iter().enumerate() {
        let fault = if i == 0 { Fault::NotAboveZero(tier.from) } else { Fault::NotAscending };
        put(&format!("tiers[{i}].from"), (tier.from <= before).then_some(fault));
        put(&format!("tiers[{i}].unit_minor"), below_zero(tier.unit_minor));
        before = tier.from;
    }
    found
}

fn below_zero(minor: i64) -> Option<Fault> {
    (minor < 0).then(|| Fault::BelowZero(shown(minor)))
}

fn of_discount(discount: Discount) -> Option<Fault> {
    match discount {
        Discount::Percent(percent) if percent < Decimal::ZERO => Some(Fault::BelowZero(format!("{percent} %"))),
        Discount::Percent(percent) if percent.units() > 100 * Decimal::SCALE => Some(Fault::OverHundred(percent)),
        Discount::Percent(_) => None,
        Discount::AmountMinor(amount) => below_zero(amount),
    }
}
