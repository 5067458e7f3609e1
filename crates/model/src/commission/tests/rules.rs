//! Rules that hold for every input.

use std::collections::HashSet;

use fastrand::Rng;
use jiff::ToSpan;
use serde_json::{Value, json};

use super::{
    super::{Churn, Correction, Share},
    *,
};
use crate::decimal::Decimal;

const SEEDS: std::ops::Range<u64> = 0..300;
const PEOPLE: [&str; 3] = ["Ann", "Ben", "Cleo"];

/// Any plan: tiers, accelerators, caps, draw and clawback each there or not.
fn plan(rng: &mut Rng) -> Value {
    let hundredths = |rng: &mut Rng| format!("0.{:02}", rng.u8(0..20));
    let period = if rng.bool() { "month" } else { "quarter" };
    let mut plan = json!({ "rate": hundredths(rng), "period": period });
    if rng.bool() {
        let tiers = (1..4).map(|i| json!({ "from_minor": i * rng.i64(1..2_000_00), "rate": hundredths(rng) }));
        let mut tiers: Vec<Value> = tiers.collect();
        tiers.sort_by_key(|tier| tier["from_minor"].as_i64());
        tiers.dedup_by_key(|tier| tier["from_minor"].as_i64());
        plan["tiers"] = tiers.into();
    }
    if rng.bool() {
        plan["target_minor"] = rng.i64(1..10_000_00).into();
        plan["accelerators"] = json!([{ "above": "0.75", "factor": "1.25" }, { "above": "1.333", "factor": "2" }]);
    }
    for (field, most) in [("cap_per_deal_minor", 200_00), ("cap_per_period_minor", 500_00), ("draw_minor", 300_00)] {
        if rng.bool() {
            plan[field] = rng.i64(0..most).into();
        }
    }
    if rng.bool() {
        let takes = ["full", "pro-rata"][rng.usize(0..2)];
        plan["clawback"] = json!({ "within_days": rng.u32(1..120), "takes": takes });
    }
    plan
}

fn shares(rng: &mut Rng) -> Vec<Share> {
    let mut people = PEOPLE.to_vec();
    rng.shuffle(&mut people);
    people.truncate(rng.usize(1..4));
    let mut left = Decimal::ONE.units();
    let last = people.len() - 1;
    let share = |(i, person): (usize, &&str)| {
        let units = if i == last { left } else { i128::from(rng.i64(1..i64::try_from(left).unwrap() - 3)) };
        left -= units;
        Share { person: (*person).to_owned(), share: Decimal::of_units(units).unwrap() }
    };
    people.iter().enumerate().map(share).collect()
}

fn random(rng: &mut Rng) -> Input {
    let mut input = Input { through: day("2026-12-31"), ..input(&plan(rng)) };
    input.assignments = PEOPLE.map(|person| assign(person, "standard", "2026-01-01")).to_vec();
    input.deals = (0..rng.usize(0..25))
        .map(|i| WonDeal {
            id: format!("D-{i}"),
            closed: day("2026-01-01") + rng.i64(0..365).days(),
            price_minor: rng.i64(0..3_000_00),
            currency: "EUR".into(),
            split: shares(rng),
        })
        .collect();
    let churned = input.deals.iter().filter(|_| rng.u8(0..4) == 0);
    input.churns = churned.map(|deal| Churn { deal: deal.id.clone(), day: deal.closed + 40.days() }).collect();
    input.corrections = (0..rng.usize(0..4)).map(|_| correction(rng)).collect();
    input
}

fn correction(rng: &mut Rng) -> Correction {
    Correction {
        person: PEOPLE[rng.usize(0..3)].into(),
        day: day("2026-01-01") + rng.i64(0..365).days(),
        amount_minor: rng.i64(-500_00..500_00),
        currency: "EUR".into(),
        reason: "x".into(),
        deal: None,
    }
}

fn inputs() -> impl Iterator<Item = (u64, Rng, Input, Statements)> {
    SEEDS.map(|seed| {
        let mut rng = Rng::with_seed(seed);
        let input = random(&mut rng);
        let all = statements(&input).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
        (seed, rng, input, all)
    })
}

#[test]
fn parts_sum_to_the_whole() {
    for (seed, _, input, all) in inputs() {
        for deal in &input.deals {
            let of_deal = all.statements.iter().flat_map(|s| &s.lines).filter(|line| line.deal == deal.id);
            let lines: Vec<_> = of_deal.collect();
            assert_eq!(lines.len(), deal.split.len(), "seed {seed}");
            let whole = lines[0].commission_minor;
            assert_eq!(lines.iter().map(|line| line.amount_minor).sum::<i64>(), whole, "seed {seed}, {}", deal.id);
            let pieces = lines[0].pieces.iter().map(|piece| piece.price_minor).sum::<i64>();
            assert_eq!(pieces, deal.price_minor, "seed {seed}, {}", deal.id);
        }
    }
}

#[test]
fn no_cap_is_exceeded() {
    for (seed, _, input, all) in inputs() {
        for statement in &all.statements {
            let paid: i64 = paid(statement).iter().sum();
            assert!(paid <= input.plans[0].cap_per_period_minor.unwrap_or(i64::MAX), "seed {seed}: {paid}");
            assert_eq!(paid, statement.subtotal_minor - statement.cut_minor, "seed {seed}");
            for line in &statement.lines {
                let cap = input.plans[0].cap_per_deal_minor.unwrap_or(i64::MAX);
                assert!(line.commission_minor <= cap && line.cut_minor >= 0, "seed {seed}: {line:?}");
            }
        }
    }
}

#[test]
fn draw_is_conserved() {
    for (seed, _, input, all) in inputs() {
        for person in PEOPLE {
            let (mut earned, mut paid, mut owed) = (0, 0, 0);
            for statement in of(&all, person) {
                assert_eq!(statement.carried_in_minor, owed, "seed {seed}");
                assert!(statement.total_minor >= input.plans[0].draw_minor, "seed {seed}");
                let drawn = statement.total_minor == statement.draw.minor;
                assert!(statement.carried_out_minor == 0 || drawn, "seed {seed}: more than the draw is paid, and owed");
                earned += statement.earned_minor;
                paid += statement.total_minor;
                owed = statement.carried_out_minor;
                assert_eq!(paid, earned + owed, "seed {seed}, {person}");
            }
        }
    }
}

#[test]
fn a_clawback_is_no_more_than_was_paid() {
    let mut taken = 0;
    for (seed, _, _, all) in inputs() {
        for line in all.statements.iter().flat_map(|s| &s.clawbacks) {
            taken += 1;
            assert!(line.amount_minor.abs() <= line.paid_minor.abs(), "seed {seed}: {line:?}");
            assert_eq!(line.amount_minor.signum(), -line.paid_minor.signum(), "seed {seed}: {line:?}");
        }
    }
    assert!(taken > 100, "{taken}");
}

#[test]
fn without_steps_a_plan_is_linear() {
    for seed in SEEDS {
        let mut rng = Rng::with_seed(seed);
        let prices: Vec<i64> = (0..rng.usize(1..6)).map(|_| rng.i64(0..10_000_00) * 100).collect();
        let total = |prices: &[i64]| {
            let lines = prices.iter().enumerate();
            let lines = lines.map(|(i, price)| format!("D-{i} 2026-01-05 {}", crate::money::decimal(*price)));
            let lines: Vec<String> = lines.collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            statements(&with_deals(&json!({}), &lines, "2026-01-31")).unwrap().statements[0].total_minor
        };
        let doubled: Vec<i64> = prices.iter().map(|price| price * 2).collect();
        assert_eq!(total(&doubled), 2 * total(&prices), "seed {seed}");
        assert_eq!(total(&prices), prices.iter().sum::<i64>() / 20, "seed {seed}");
    }
}

#[test]
fn order_matters_within_a_day_alone() {
    for (seed, mut rng, mut input, all) in inputs() {
        rng.shuffle(&mut input.deals);
        rng.shuffle(&mut input.corrections);
        rng.shuffle(&mut input.churns);
        rng.shuffle(&mut input.assignments);
        let days: HashSet<Date> = input.deals.iter().map(|deal| deal.closed).collect();
        if days.len() < input.deals.len() {
            continue;
        }
        let again = statements(&input).unwrap();
        for (before, after) in all.statements.iter().zip(&again.statements) {
            assert_eq!((&before.lines, before.total_minor), (&after.lines, after.total_minor), "seed {seed}");
        }
    }
}

#[test]
fn a_period_does_not_price_another() {
    for (seed, _, mut input, all) in inputs() {
        let first = all.statements.iter().map(|s| s.period).min().unwrap();
        input.deals.retain(|deal| deal.closed > first.until);
        input.churns.clear();
        input.corrections.clear();
        let later = statements(&input).unwrap();
        for (before, after) in all.statements.iter().zip(&later.statements).filter(|(s, _)| s.period != first) {
            assert_eq!(before.lines, after.lines, "seed {seed}");
        }
    }
}

#[test]
fn a_correction_and_its_opposite_change_nothing() {
    for (seed, mut rng, mut input, all) in inputs() {
        let added = correction(&mut rng);
        input.corrections.push(Correction { amount_minor: -added.amount_minor, ..added.clone() });
        input.corrections.push(added);
        let again = statements(&input).unwrap();
        for (before, after) in all.statements.iter().zip(&again.statements) {
            let settled = |s: &Statement| (s.earned_minor, s.total_minor, s.carried_out_minor);
            assert_eq!(settled(before), settled(after), "seed {seed}");
        }
    }
}

#[test]
fn an_input_is_read_back() {
    for (seed, _, input, all) in inputs().take(20) {
        let text = serde_json::to_string(&input).unwrap();
        assert_eq!(serde_json::from_str::<Input>(&text).unwrap(), input, "seed {seed}");
        let text = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Statements>(&text).unwrap(), all, "seed {seed}");
    }
}
