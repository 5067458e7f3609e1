//! Validity, approval, versions.

use jiff::civil::Date;
use rstest::rstest;

use super::*;

#[rstest]
#[case("2026-03-30", false)]
#[case("2026-03-31", false)]
#[case("2026-04-01", true)]
fn expiry(#[case] day: Date, #[case] expired: bool) {
    assert_eq!(quote(&["A | 1 | 1.00"], "").expired(day), expired);
}

#[rstest]
#[case::within("10 %", "rep", None)]
#[case::a_cent_more("100.01", "rep", Some("manager"))]
#[case::manager_within("25 %", "manager", None)]
#[case::rep_asks_the_manager("25 %", "rep", Some("manager"))]
#[case::rep_asks_the_owner("25.01 %", "rep", Some("owner"))]
#[case::manager_asks_the_owner("26 %", "manager", Some("owner"))]
#[case::owner_gives_all("100 %", "owner", None)]
#[case::another_role_gives_nothing("0.01", "editor", Some("rep"))]
#[case::nothing_given("", "editor", None)]
fn who_approves(#[case] discount: &str, #[case] role: &str, #[case] approver: Option<&str>) {
    let quote = quote(&["A | 1 | 1000.00 | 19"], discount);
    let needed = needs_approval(&quote, &DiscountPolicy::default(), role).unwrap();
    assert_eq!(needed.map(|needed| needed.role).as_deref(), approver);
}

#[rstest]
#[case::whole_quote_alone(false, None)]
#[case::each_line_too(true, Some(("owner", Some("B"))))]
fn a_large_discount_on_a_small_line(#[case] each_line: bool, #[case] needed: Option<(&str, Option<&str>)>) {
    let quote = quote(&["A | 1 | 1000.00 | 0 | 12 %", "B | 1 | 10.00 | 0 | 50 %", "C | 1 | 1000.00"], "");
    let policy = DiscountPolicy { each_line, ..DiscountPolicy::default() };
    let found = needs_approval(&quote, &policy, "rep").unwrap();
    assert_eq!(found.as_ref().map(|found| (found.role.as_str(), found.product.as_deref())), needed);
}

#[rstest]
#[case(
    "12.5 %",
    "rep",
    "A discount of 125.00 on the list price of 1,000.00 (12.5 %) needs approval by: manager; you may give up to 10 % alone."
)]
#[case(
    "1 %",
    "editor",
    "A discount of 10.00 on the list price of 1,000.00 (1 %) needs approval by: rep; you may not give any alone."
)]
fn what_needs_approval(#[case] discount: &str, #[case] role: &str, #[case] says: &str) {
    let needed = needs_approval(&quote(&["A | 1 | 1000.00"], discount), &DiscountPolicy::default(), role).unwrap();
    assert_eq!(needed.unwrap().says(), says);
}

#[rstest]
#[case(json!([]), "there is none; the last role needs to be free to give any")]
#[case(json!([{ "role": "rep", "up_to_percent": "10" }]), "the last role needs to be free to give any")]
#[case(json!([{ "role": "rep" }, { "role": "owner" }]), "only the last role can be free to give any")]
#[case(
    json!([{ "role": "rep", "up_to_percent": "10" }, { "role": "lead", "up_to_percent": "10" }, { "role": "owner" }]),
    "they need to ascend"
)]
#[case(json!([{ "role": "rep", "up_to_percent": "-1" }, { "role": "owner" }]), "none can be below 0")]
#[case(json!([{ "role": "rep", "up_to_percent": "1" }, { "role": "rep" }]), "each role can have only one")]
fn limits_that_decide_nothing(#[case] limits: Value, #[case] says: &str) {
    let policy: DiscountPolicy = serde_json::from_value(json!({ "limits": limits })).unwrap();
    assert_eq!(policy.check().unwrap_err().to_string(), format!("limits of discount: {says}"));
}

#[rstest]
#[case::nothing(json!({ "issued": "2026-03-05" }), json!({}), None)]
#[case::discount(
    json!({}), json!({ "discount": { "percent": "12" } }),
    Some("Discount on Pro licence from 5 % to 12 %; total from 1,240.00 to 1,156.00 EUR")
)]
#[case::no_discount(
    json!({}), json!({ "discount": null }), Some("Discount on Pro licence from 5 % to none; total from 1,240.00 to 1,300.00 EUR")
)]
#[case::quantity_and_price(
    json!({}), json!({ "quantity": "5.5", "unit": { "minor": 130_00, "currency": "EUR" } }),
    Some("Quantity of Pro licence from 10 to 5.5; unit price of Pro licence from 120.00 EUR to 130.00 EUR; total from \
          1,240.00 to 779.25 EUR")
)]
#[case::tax(json!({}), json!({ "tax_percent": "19" }), Some("Tax on Pro licence from 0 % to 19 %; total from 1,240.00 to 1,456.60 EUR"))]
#[case::tiers(
    json!({}), json!({ "tiers": [{ "from": "100", "unit_minor": 1 }] }), Some("Other price tiers of Pro licence")
)]
#[case::product(json!({}), json!({ "product": "Max" }), Some("Product from Pro licence to Max"))]
#[case::whole(
    json!({ "discount": { "amount_minor": 40_00 }, "valid_until": "2026-04-15", "terms": "30 days net" }), json!({}),
    Some("Discount on the whole from none to 40.00 EUR; validity from 2026-03-31 to 2026-04-15; other terms; total from \
          1,240.00 to 1,200.00 EUR")
)]
fn what_changed(#[case] fields: Value, #[case] line: Value, #[case] says: Option<&str>) {
    let before = quote(&["Pro licence | 10 | 120.00 | 0 | 5 %", "Support | 1 | 100.00"], "");
    assert_eq!(difference(&before, &with(&before, &fields, &line)).unwrap().as_deref(), says);
}

#[test]
fn lines_come_go_and_move() {
    let before = quote(&["A | 1 | 10.00", "B | 2 | 10.00", "C | 1 | 10.00"], "");
    let mut after = quote(&["A | 1 | 10.00", "B | 2 | 10.00", "C | 1 | 10.00", "D | 3 | 10.00"], "");
    after.lines.remove(1);
    after.lines.swap(0, 1);
    let says = "Without 2 × B; with 3 × D at 10.00 EUR; lines in another order; total from 40.00 to 50.00 EUR";
    assert_eq!(difference(&before, &after).unwrap().as_deref(), Some(says));
}

#[test]
fn another_currency() {
    let before = quote(&["A | 1 | 10.00"], "");
    let after = with(&before, &json!({ "currency": "USD" }), &json!({ "unit": { "minor": 11_00, "currency": "USD" } }));
    let says =
        "Currency from EUR to USD; unit price of A from 10.00 EUR to 11.00 USD; total from 10.00 EUR to 11.00 USD";
    assert_eq!(difference(&before, &after).unwrap().as_deref(), Some(says));
}

#[test]
fn the_negotiation_down_to_the_price() {
    let first = quote(&["Pro licence | 10 | 120.00 | 19"], "");
    let next = |version: u32, discount: &str| Quote { version, discount: off(discount), ..first.clone() };
    let mut versions = Versions::new(first.clone()).unwrap();
    versions.push(next(2, "5 %")).unwrap();
    versions.push(next(3, "120.00")).unwrap();
    let history = versions.history().unwrap();
    let prices: Vec<_> = history.iter().map(|r| (r.version, r.net_minor, r.discounted_percent.to_string())).collect();
    assert_eq!(prices, [(1, 1_200_00, "0".into()), (2, 1_140_00, "5".into()), (3, 1_080_00, "10".into())]);
    assert_eq!(history[0].changed, None);
    let says = "Discount on the whole from 5 % to 120.00 EUR; total from 1,356.60 to 1,285.20 EUR";
    assert_eq!(history[2].changed.as_deref(), Some(says));
    assert_eq!((versions.current().version, versions.all().count()), (3, 3));
}

#[rstest]
#[case("Q-1", 1)]
#[case("Q-1", 3)]
#[case("Q-2", 2)]
fn what_does_not_follow(#[case] number: &str, #[case] version: u32) {
    let first = quote(&["A | 1 | 1.00"], "");
    let mut versions = Versions::new(first.clone()).unwrap();
    let error = versions.push(Quote { number: number.into(), version, ..first }).unwrap_err().to_string();
    assert_eq!(error, format!("version {version} of quote {number} does not follow version 1 of quote Q-1"));
    assert_eq!(versions.all().count(), 1);
}

#[test]
fn the_first_is_number_one() {
    let second = Quote { version: 2, ..quote(&["A | 1 | 1.00"], "") };
    assert!(matches!(Versions::new(second), Err(QuoteError::Chain { before: 0, .. })));
}
