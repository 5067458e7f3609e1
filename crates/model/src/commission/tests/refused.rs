//! What cannot be computed with is named.

use rstest::rstest;
use serde_json::{Value, json};

use super::*;

#[rstest]
#[case(json!({ "currency": "" }), "plan standard: currency is empty")]
#[case(json!({ "until": "2024-12-31" }), "plan standard: until is before the first day")]
#[case(json!({ "rate": "-0.01" }), "plan standard: rate is below 0")]
#[case(json!({ "target_minor": 0 }), "plan standard: target_minor is not above 0")]
#[case(json!({ "accelerators": [{ "above": "1", "factor": "2" }] }), "plan standard: accelerators need a target")]
#[case(json!({ "cap_per_deal_minor": -1 }), "plan standard: cap_per_deal_minor is below 0")]
#[case(json!({ "cap_per_period_minor": -1 }), "plan standard: cap_per_period_minor is below 0")]
#[case(json!({ "draw_minor": -1 }), "plan standard: draw_minor is below 0")]
#[case(
    json!({ "clawback": { "within_days": 0, "takes": "full" } }),
    "plan standard: clawback.within_days is not above 0"
)]
#[case(
    json!({ "tiers": [{ "from_minor": 5, "rate": "0.1" }, { "from_minor": 5, "rate": "0.2" }] }),
    "plan standard: tiers[1].from_minor is not above the tier before, or is below 0"
)]
#[case(json!({ "tiers": [{ "from_minor": 5, "rate": "-1" }] }), "plan standard: tiers[0].rate is below 0")]
#[case(
    json!({ "target_minor": 1, "accelerators": [{ "above": "1", "factor": "2" }, { "above": "0.9", "factor": "2" }] }),
    "plan standard: accelerators[1].above is not above the step before, or is below 0"
)]
#[case(
    json!({ "target_minor": 1, "accelerators": [{ "above": "1", "factor": "-2" }] }),
    "plan standard: accelerators[0].factor is below 0"
)]
fn plans(#[case] plan: Value, #[case] says: &str) {
    assert_eq!(refusal(&input(&plan)).to_string(), says);
}

#[rstest]
#[case(&["D-1 2026-01-05 1", "D-1 2026-01-06 1"], "deal D-1: it is listed twice")]
#[case(&["D-1 2026-01-05 -1"], "deal D-1: its price is below 0; use a correction")]
#[case(&["D-1 2026-01-05 1 Ann=0.5,Ann=0.5"], "deal D-1: someone shares it twice")]
#[case(&["D-1 2026-01-05 1 Ann=1.5,Ben=-0.5"], "deal D-1: a share is not above 0")]
#[case(&["D-1 2026-01-05 1 Ann=0.5,Ben=0.4"], "deal D-1: its shares do not sum to 1")]
#[case(
    &["D-1 2026-01-05 1 USD", "D-2 2026-01-06 1", "D-3 2026-01-07 1 CHF"],
    "there is no exchange rate for deal D-1 (USD to EUR on 2026-01-05), deal D-3 (CHF to EUR on 2026-01-07); \
     enter one that holds on the day each was won"
)]
#[case(
    &["D-1 2026-01-05 90000000000000000", "D-2 2026-01-05 90000000000000000"],
    "the amounts of deal D-2 are too large to be counted"
)]
fn won_deals(#[case] lines: &[&str], #[case] says: &str) {
    assert_eq!(refusal(&with_deals(&json!({}), lines, "2026-01-31")).to_string(), says);
}

#[test]
fn a_deal_that_nobody_shares() {
    let mut input = with_deals(&json!({}), &["D-1 2026-01-05 1"], "2026-01-31");
    input.deals[0].split.clear();
    assert_eq!(refusal(&input).to_string(), "deal D-1: nobody shares it");
}

#[rstest]
#[case("plans", json!({
    "id": "standard", "name": "", "currency": "EUR", "from": "2026-05-01", "period": "month", "rate": "0"
}), "plan standard: two versions hold on 2026-05-01; let one end before the other begins")]
#[case("assignments", json!({ "person": "Ben", "plan": "gold", "from": "2026-01-01" }),
    "assignment of Ben from 2026-01-01: there is no such plan")]
#[case("assignments", json!({ "person": "Ben", "plan": "standard", "from": "2026-01-02", "until": "2026-01-01" }),
    "assignment of Ben from 2026-01-02: it ends before it begins")]
#[case("assignments", json!({ "person": "Ben", "plan": "standard", "from": "2026-01-01", "target_minor": 0 }),
    "assignment of Ben from 2026-01-01: its target is not above 0")]
#[case("assignments", json!({ "person": "Ann", "plan": "standard", "from": "2026-01-01" }),
    "assignment of Ann from 2026-01-01: another one begins on that day")]
#[case("rates", json!({ "from": "USD", "to": "EUR", "day": "2026-01-01", "rate": "0" }),
    "exchange rate from USD to EUR of 2026-01-01: it is not above 0")]
#[case("churns", json!({ "deal": "D-9", "day": "2026-01-06" }), "churn of deal D-9 on 2026-01-06: there is no such deal")]
#[case("churns", json!({ "deal": "D-1", "day": "2026-01-04" }), "churn of deal D-1 on 2026-01-04: the deal was won later")]
#[case("corrections", json!({
    "person": "Ben", "day": "2026-01-06", "amount_minor": 1, "currency": "EUR", "reason": "x"
}), "correction of Ben on 2026-01-06: Ben has no plan in EUR on that day or before; assign one or use another currency")]
#[case("corrections", json!({
    "person": "Ann", "day": "2026-01-06", "amount_minor": 1, "currency": "USD", "reason": "x"
}), "correction of Ann on 2026-01-06: Ann has no plan in USD on that day or before; assign one or use another currency")]
fn rows(#[case] list: &str, #[case] row: Value, #[case] says: &str) {
    let mut whole = serde_json::to_value(with_deals(&json!({}), &["D-1 2026-01-05 1"], "2026-01-31")).unwrap();
    whole[list].as_array_mut().unwrap().push(row);
    assert_eq!(refusal(&serde_json::from_value(whole).unwrap()).to_string(), says);
}

#[rstest]
#[case(json!({ "rates": "0.1" }), "unknown field `rates`")]
#[case(json!({ "rate": 0.1 }), "invalid type: floating point")]
#[case(json!({ "rate": "ten" }), "\"ten\" is no decimal number")]
#[case(json!({ "period": "week" }), "unknown variant `week`")]
fn what_is_no_plan(#[case] more: Value, #[case] says: &str) {
    let mut plan = serde_json::to_value(&input(&json!({})).plans[0]).unwrap();
    plan.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let error = serde_json::from_value::<super::super::Plan>(plan).unwrap_err().to_string();
    assert!(error.contains(says), "{error}");
}
