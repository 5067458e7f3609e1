#![allow(clippy::unwrap_used)]

use model::quote::total;
use rstest::rstest;

use super::*;

/// A quote of so many lines, with words where words may stand.
fn quote(lines: usize, words: &str) -> Quote {
    let line = |at: usize| {
        json!({"id": format!("line-{at}"), "product": format!("{words} {at}"), "quantity": "12.5",
            "unit": {"minor": 12_000, "currency": "EUR"}, "tiers": [{"from": "10", "unit_minor": 10_000}],
            "discount": if at == 0 { json!({"percent": "5"}) } else { Json::Null },
            "tax_percent": if at.is_multiple_of(3) { "7" } else { "19" }})
    };
    let all: Vec<Json> = (0..lines).map(line).collect();
    serde_json::from_value(json!({"number": "Q-1", "version": 2, "currency": "EUR", "issued": "2026-03-02",
        "valid_until": "2026-03-31", "lines": all, "discount": {"amount_minor": 100}, "terms": words}))
    .unwrap()
}

fn sheet<'a>(quote: &'a Quote, total: &'a Total, words: &'a str) -> QuoteSheet<'a> {
    QuoteSheet { company: words, prospect: words, sent_by: Some("Ann"), quote, total, note: words }
}

#[test]
fn the_figures_are_those_of_the_quote() {
    let quote = quote(3, "Pro");
    let total = total(&quote).unwrap();
    let data = data(&sheet(&quote, &total, "Acme"));
    let sums: Vec<String> = data["sums"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| format!("{} {}", sum["name"].as_str().unwrap(), sum["amount"].as_str().unwrap()))
        .map(|line| line.replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        sums,
        [
            "List price EUR 3,750.00",
            "Discounts on lines EUR −62.50",
            "Discount on the whole EUR −1.00",
            "Net price EUR 3,686.50",
            "Tax 7 % on EUR 1,187.18 EUR 83.10",
            "Tax 19 % on EUR 2,499.32 EUR 474.87",
            "Total EUR 4,244.47",
        ]
    );
    let line = &data["lines"][0];
    assert_eq!(line["unit"], "EUR\u{a0}100.00", "the price from ten on");
    assert_eq!(line["tiers"], "EUR\u{a0}120.00 for one; EUR\u{a0}100.00 from 10");
    assert_eq!(line["discount"], "EUR\u{a0}−62.50 (5 %)");
}

#[rstest]
#[case::plain("Pro licence")]
#[case::markup(
    "#image(\"/etc/passwd\") *bold* _em_ $x^2$ \\ @ref <label> = Heading `raw` // --- #set page(width: 1pt)"
)]
#[case::right_to_left("שלום עולם مرحبا")]
#[case::emoji("🎉👩‍👩‍👧‍👦 \u{0}\u{7}")]
#[case::endless("x".repeat(500))]
#[case::nothing("")]
fn any_words_are_printed_and_the_bytes_are_the_same(#[case] words: impl AsRef<str>) {
    let words = words.as_ref();
    let quote = quote(3, words);
    let total = total(&quote).unwrap();
    let first = print(&sheet(&quote, &total, words)).unwrap();
    assert!(first.starts_with(b"%PDF-"));
    assert_eq!(first, print(&sheet(&quote, &total, words)).unwrap());
}

#[test]
fn a_long_quote_runs_over_several_pages() {
    let quote = quote(200, "Pro licence with a name that takes some room");
    let total = total(&quote).unwrap();
    let laid = lay_out(QUOTE, data(&sheet(&quote, &total, "Acme")), "x", model::Timestamp::UNIX_EPOCH).unwrap();
    assert!((6..20).contains(&laid.pages), "{}", laid.pages);
}

#[rstest]
#[case(1, 2, true, "This is version 1. Version 2 has replaced it.")]
#[case(2, 2, false, "Draft. It was not sent, and it is no offer yet.")]
#[case(2, 2, true, "")]
fn what_to_know_first(#[case] version: u32, #[case] current: u32, #[case] sent: bool, #[case] says: &str) {
    assert_eq!(note(version, current, sent), says);
}
