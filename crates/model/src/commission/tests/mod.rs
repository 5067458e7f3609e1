//! Statements: equal to figures computed elsewhere, by hand, and by rules that hold for every input.

#![allow(clippy::unwrap_used, clippy::panic)]
#![allow(clippy::inconsistent_digit_grouping, reason = "minor units read as money: 1_000_00 is 1,000.00")]

mod by_hand;
mod oracle;
mod refused;
mod rules;
mod told;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Assignment, CommissionError, Input, Statement, Statements, WonDeal, statements};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A plan of 5 % in EUR by the month, and Ann who goes by it since 2026; `more` is laid over the plan.
fn input(more: &Value) -> Input {
    let mut plan = json!({
        "id": "standard", "name": "Standard", "currency": "EUR", "from": "2025-01-01", "period": "month", "rate": "0.05"
    });
    for (field, value) in more.as_object().unwrap() {
        plan[field] = value.clone();
    }
    let input = json!({
        "plans": [plan],
        "assignments": [{ "person": "Ann", "plan": "standard", "from": "2026-01-01" }],
        "through": "2026-01-31"
    });
    serde_json::from_value(input).unwrap()
}

/// Deals of Ann, written `D-1 2026-01-05 1000.00`; what follows shares it: `Ann=0.6,Ben=0.4`, another word is the
/// currency.
fn deals(lines: &[&str]) -> Vec<WonDeal> {
    let deal = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let split = words[3..].iter().find(|word| word.contains('=')).unwrap_or(&"Ann=1");
        let share = |pair: &str| {
            let (person, share) = pair.split_once('=').unwrap();
            super::Share { person: person.to_owned(), share: share.parse().unwrap() }
        };
        WonDeal {
            id: words[0].to_owned(),
            closed: day(words[1]),
            price_minor: crate::money::parse_minor(words[2]).unwrap(),
            currency: (*words[3..].iter().find(|word| !word.contains('=')).unwrap_or(&"EUR")).to_owned(),
            split: split.split(',').map(share).collect(),
        }
    };
    lines.iter().map(deal).collect()
}

fn with_deals(more: &Value, lines: &[&str], through: &str) -> Input {
    Input { deals: deals(lines), through: day(through), ..input(more) }
}

fn assign(person: &str, plan: &str, from: &str) -> Assignment {
    Assignment { person: person.to_owned(), plan: plan.to_owned(), from: day(from), until: None, target_minor: None }
}

fn of<'s>(all: &'s Statements, person: &str) -> Vec<&'s Statement> {
    all.statements.iter().filter(|statement| statement.person == person).collect()
}

/// What each line is after the cap of the period.
fn paid(statement: &Statement) -> Vec<i64> {
    statement.lines.iter().map(super::Line::paid_minor).collect()
}

/// Total and balance carried out of each statement, in order.
fn balances(all: &Statements, person: &str) -> Vec<(i64, i64)> {
    of(all, person).iter().map(|s| (s.total_minor, s.carried_out_minor)).collect()
}

fn refusal(input: &Input) -> CommissionError {
    statements(input).unwrap_err()
}
