//! What quotes come to, and fields that cannot be used.

use fastrand::Rng;
use rstest::rstest;

use super::*;

#[rstest]
#[case::plain(&["Pro licence | 10 | 120.00"], "", (1_200_00, 1_200_00, 1_200_00, 0))]
#[case::percent_of_a_line(&["Pro licence | 10 | 120.00 | 19 | 5 %"], "", (1_200_00, 1_140_00, 1_140_00, 216_60))]
#[case::amount_of_a_line(&["Pro licence | 10 | 120.00 | 19 | 60.00"], "", (1_200_00, 1_140_00, 1_140_00, 216_60))]
#[case::percent_of_the_whole(&["A | 1 | 100.00", "B | 1 | 50.00 | 0 | 10 %"], "10 %", (150_00, 145_00, 130_50, 0))]
#[case::amount_of_the_whole(&["A | 1 | 100.00", "B | 1 | 50.00"], "25.00", (150_00, 150_00, 125_00, 0))]
#[case::part_of_a_unit(&["Hour | 1.5 | 33.33"], "", (50_00, 50_00, 50_00, 0))]
#[case::half_to_even(&["Hour | 0.5 | 0.01", "Day | 0.5 | 0.03"], "", (2, 2, 2, 0))]
#[case::for_nothing(&["A | 1 | 100.00 | 19"], "100 %", (100_00, 100_00, 0, 0))]
#[case::free(&["A | 1 | 0.00 | 19"], "50 %", (0, 0, 0, 0))]
#[case::tax_once_a_rate(&["A | 1 | 0.03 | 19", "B | 1 | 0.03 | 19", "C | 1 | 0.03 | 19"], "", (9, 9, 9, 2))]
#[case::tax_half_to_even(&["A | 1 | 0.50 | 5"], "", (50, 50, 50, 2))]
fn totals(#[case] lines: &[&str], #[case] discount: &str, #[case] figures: (i64, i64, i64, i64)) {
    let total = total(&quote(lines, discount)).unwrap();
    assert_eq!((total.list_minor, total.subtotal_minor, total.net_minor, total.tax_minor), figures);
    assert_eq!(total.total_minor, figures.2 + figures.3);
}

#[rstest]
#[case("9", 120_00)]
#[case("10", 110_00)]
#[case("99.9", 110_00)]
#[case("100", 80_00)]
fn a_tier_counts_for_the_whole_quantity(#[case] quantity: &str, #[case] unit: i64) {
    let tiers = json!([{ "from": "10", "unit_minor": 110_00 }, { "from": "100", "unit_minor": 80_00 }]);
    let quote =
        with(&quote(&["Pro licence | 1 | 120.00"], ""), &nothing(), &json!({ "quantity": quantity, "tiers": tiers }));
    let total = total(&quote).unwrap();
    assert_eq!(total.lines[0].unit_minor, unit);
    assert_eq!((total.list_minor, total.discounted_minor), (quote.lines[0].quantity.of(unit).unwrap(), 0));
}

#[test]
fn tax_by_rate_after_the_discount_on_the_whole() {
    let total =
        total(&quote(&["A | 1 | 200.00 | 19", "Book | 1 | 100.00 | 7", "B | 1 | 100.00 | 19"], "10.01")).unwrap();
    let taxes: Vec<_> = total.taxes.iter().map(|t| (t.percent.to_string(), t.net_minor, t.tax_minor)).collect();
    assert_eq!(taxes, [("7".to_owned(), 97_50, 6_82), ("19".to_owned(), 292_49, 55_57)]);
    assert_eq!((total.tax_minor, total.total_minor), (62_39, 452_38));
    assert_eq!(total.discounted_percent.to_string(), "2.5");
}

fn random(rng: &mut Rng) -> Quote {
    let lines: Vec<String> = (0..rng.usize(1..8))
        .map(|i| {
            let (quantity, unit) = (rng.u32(1..50_000), rng.i64(0..1_000_00));
            let discount = if rng.bool() { format!("{} %", rng.u8(0..=100)) } else { String::new() };
            let tax = ["0", "7", "19", "8.1"][rng.usize(0..4)];
            format!(
                "P{i} | {}.{:03} | {} | {tax} | {discount}",
                quantity / 1000 + 1,
                quantity % 1000,
                crate::money::decimal(unit)
            )
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let plain = quote(&lines, "");
    let subtotal = total(&plain).unwrap().subtotal_minor;
    let whole = match rng.u8(0..4) {
        0 => None,
        1 => Some(Discount::Percent(rng.u8(0..=100).to_string().parse().unwrap())),
        2 => Some(Discount::AmountMinor(subtotal)),
        _ => Some(Discount::AmountMinor(rng.i64(0..=subtotal))),
    };
    Quote { discount: whole, ..plain }
}

#[test]
fn parts_sum_to_the_whole() {
    for seed in 0..500 {
        let quote = random(&mut Rng::with_seed(seed));
        let total = total(&quote).unwrap();
        let sum = |part: fn(&LineTotal) -> i64| total.lines.iter().map(part).sum::<i64>();
        assert_eq!(sum(|line| line.list_minor), total.list_minor, "seed {seed}");
        assert_eq!(sum(|line| line.discount_minor) + total.discount_minor, total.discounted_minor, "seed {seed}");
        assert_eq!(total.taxes.iter().map(|tax| tax.net_minor).sum::<i64>(), total.net_minor, "seed {seed}");
        assert_eq!(total.list_minor - total.discounted_minor + total.tax_minor, total.total_minor, "seed {seed}");
        assert!(total.taxes.iter().all(|tax| tax.net_minor >= 0 && tax.tax_minor >= 0), "seed {seed}: {total:?}");
        let text = serde_json::to_string(&quote).unwrap();
        assert_eq!(serde_json::from_str::<Quote>(&text).unwrap(), quote, "seed {seed}");
    }
}

#[rstest]
#[case(json!({}), json!({ "quantity": "0" }), "line 1 (Pro licence): quantity must be above 0, not 0")]
#[case(json!({}), json!({ "quantity": "-2.5" }), "line 1 (Pro licence): quantity must be above 0, not -2.5")]
#[case(
    json!({}), json!({ "discount": { "percent": "100.5" } }),
    "line 1 (Pro licence): discount must not be over 100 %, not 100.5 %"
)]
#[case(
    json!({}), json!({ "discount": { "percent": "-1" } }), "line 1 (Pro licence): discount must not be below 0, not -1 %"
)]
#[case(
    json!({}), json!({ "discount": { "amount_minor": 1_200_01 } }),
    "line 1 (Pro licence): discount must not be more than the price of 1,200.00, not 1,200.01"
)]
#[case(
    json!({}), json!({ "discount": { "amount_minor": -1 } }),
    "line 1 (Pro licence): discount must not be below 0, not -0.01"
)]
#[case(json!({}), json!({ "tax_percent": "-7" }), "line 1 (Pro licence): tax_percent must not be below 0, not -7")]
#[case(
    json!({}), json!({ "unit": { "minor": -1, "currency": "EUR" } }),
    "line 1 (Pro licence): unit must not be below 0, not -0.01"
)]
#[case(
    json!({}), json!({ "unit": { "minor": 1, "currency": "USD" } }),
    "line 1 (Pro licence): unit is in USD, but the quote is in EUR; a quote has one currency"
)]
#[case(
    json!({}), json!({ "unit": { "minor": i64::MAX, "currency": "EUR" } }),
    "line 1 (Pro licence): quantity makes a price that is too large to be counted"
)]
#[case(
    json!({}), json!({ "quantity": "1", "unit": { "minor": i64::MAX, "currency": "EUR" } }),
    "lines makes a price that is too large to be counted"
)]
#[case(json!({}), json!({ "product": "" }), "line 1 (): product is missing")]
#[case(json!({}), json!({ "id": "b" }), "line 2 (Support): id \"b\" is that of another line too")]
#[case(
    json!({}), json!({ "tiers": [{ "from": "0", "unit_minor": 1 }, { "from": "0", "unit_minor": -1 }] }),
    "line 1 (Pro licence): tiers[0].from must be above 0, not 0; line 1 (Pro licence): tiers[1].from must be above that of \
     the tier before; line 1 (Pro licence): tiers[1].unit_minor must not be below 0, not -0.01"
)]
#[case(json!({ "lines": [] }), json!({}), "lines is missing")]
#[case(json!({ "number": "" }), json!({}), "number is missing")]
#[case(json!({ "valid_until": "2026-03-01" }), json!({}), "valid_until is before the day on which the quote was made")]
#[case(json!({ "discount": { "percent": "101" } }), json!({}), "discount must not be over 100 %, not 101 %")]
#[case(
    json!({ "discount": { "amount_minor": 1_300_01 } }), json!({}),
    "discount must not be more than the price of 1,300.00, not 1,300.01"
)]
fn fields_at_fault(#[case] fields: Value, #[case] line: Value, #[case] says: &str) {
    let quote = with(&quote(&["Pro licence | 10 | 120.00 | 19", "Support | 1 | 100.00"], ""), &fields, &line);
    assert_eq!(total(&quote).unwrap_err().to_string(), says);
}

#[test]
fn every_field_at_fault_is_named() {
    let lines = ["A | 0 | 1.00 | -1 | 101 %", "B | 1 | 1.00"];
    let error = total(&quote(&lines, "-1.00")).unwrap_err();
    let QuoteError::Fields(problems) = error else { panic!("{error}") };
    let fields: Vec<_> = problems.iter().map(|p| (p.line.as_ref().map(|(n, _)| *n), p.field.as_str())).collect();
    assert_eq!(fields, [(None, "discount"), (Some(1), "quantity"), (Some(1), "discount"), (Some(1), "tax_percent")]);
}
