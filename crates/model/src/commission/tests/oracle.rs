//! Equal to figures computed with Python's `decimal`.

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::money::parse_minor;

fn minor(value: &Value) -> i64 {
    parse_minor(value.as_str().unwrap()).unwrap()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// The file lies beside the repository, in a folder around it.
fn cases() -> Vec<Value> {
    let name = "shared/oracles/commission_decimal.json";
    let mut around = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join(name));
    let text = around.find_map(|path| std::fs::read_to_string(path).ok());
    let file: Value = serde_json::from_str(&text.unwrap_or_else(|| panic!("{name} is in no folder around"))).unwrap();
    list(&file["cases"]).clone()
}

/// The case as an input: one plan, everybody's deals on one day, in the order given.
fn input_of(case: &Value) -> Input {
    let people = ["Ann", "Ben", "Cleo"];
    let given = &case["input"];
    let tiers = list(&given["tiers"]).iter();
    let tiers: Vec<Value> = tiers.map(|t| json!({ "from_minor": minor(&t["from"]), "rate": t["rate"] })).collect();
    let shares = list(&given["split"]).iter().zip(people);
    let split: Vec<Value> = shares.map(|(share, person)| json!({ "person": person, "share": share })).collect();
    let deals = list(&given["negotiated_prices_in_order"]).iter().enumerate().map(|(i, price)| {
        let (id, price) = (format!("D-{i}"), minor(price));
        json!({ "id": id, "closed": "2026-01-05", "price_minor": price, "currency": "EUR", "split": split })
    });
    let deals = deals.map(|deal| serde_json::from_value(deal).unwrap()).collect();
    let assignments = people.map(|person| assign(person, "standard", "2026-01-01")).to_vec();
    Input { deals, assignments, ..input(&json!({ "rate": "0", "tiers": tiers })) }
}

#[test]
fn every_case() {
    let cases = cases();
    assert!(!cases.is_empty());
    for (at, case) in cases.iter().enumerate() {
        let all = statements(&input_of(case)).unwrap();
        let expected = list(&case["expected"]["deals"]);
        for (i, deal) in expected.iter().enumerate() {
            let lines = all.statements.iter().filter_map(|statement| statement.lines.get(i));
            let found: Vec<(i64, i64)> = lines.map(|line| (line.commission_minor, line.amount_minor)).collect();
            let commission = minor(&deal["commission"]);
            let parts: Vec<(i64, i64)> = list(&deal["parts"]).iter().map(|part| (commission, minor(part))).collect();
            assert_eq!(found, parts, "case {at}, deal {i}");
        }
        let lines: usize = all.statements.iter().map(|statement| statement.lines.len()).sum();
        assert_eq!(lines, expected.len() * list(&case["input"]["split"]).len(), "case {at}");
        let total: i64 = all.statements.iter().map(|statement| statement.total_minor).sum();
        assert_eq!(total, minor(&case["expected"]["total"]), "case {at}");
    }
}
