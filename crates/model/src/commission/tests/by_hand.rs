//! Figures that a salesperson can check.

use rstest::rstest;
use serde_json::{Value, json};

use super::*;

fn tiers() -> Value {
    json!({ "tiers": [{ "from_minor": 50_000_00, "rate": "0.08" }, { "from_minor": 120_000_00, "rate": "0.1" }] })
}

#[rstest]
#[case::below_the_tiers(&["D-1 2026-01-05 10000"], &[500_00])]
#[case::up_to_the_edge(&["D-1 2026-01-05 50000"], &[2_500_00])]
#[case::across_the_edge(&["D-1 2026-01-05 60000"], &[3_300_00])]
#[case::the_next_begins_where_the_first_ended(&["D-1 2026-01-05 40000", "D-2 2026-01-06 20000"], &[2_000_00, 1_300_00])]
#[case::across_both_edges(&["D-1 2026-01-05 130000"], &[2_500_00 + 5_600_00 + 1_000_00])]
#[case::order_of_days_not_of_the_list(&["D-2 2026-01-06 20000", "D-1 2026-01-05 40000"], &[2_000_00, 1_300_00])]
#[case::half_to_even_down(&["D-1 2026-01-05 0.10", "D-2 2026-01-05 0.30"], &[0, 2])]
#[case::for_nothing(&["D-1 2026-01-05 0"], &[0])]
fn marginal_tiers(#[case] lines: &[&str], #[case] amounts: &[i64]) {
    let all = statements(&with_deals(&tiers(), lines, "2026-01-31")).unwrap();
    assert_eq!(paid(&all.statements[0]), amounts);
}

#[rstest]
#[case("month", "2026-02-28", &[(2026, 1), (2026, 2)], &[30_000_00, 40_000_00])]
#[case("quarter", "2026-03-31", &[(2026, 1)], &[70_000_00])]
#[case("year", "2026-12-31", &[(2026, 1)], &[70_000_00])]
fn prices_are_cumulated_by_period(
    #[case] length: &str,
    #[case] through: &str,
    #[case] begin: &[(i16, i8)],
    #[case] attained: &[i64],
) {
    let lines = ["D-1 2026-01-31 30000", "D-2 2026-02-01 40000"];
    let all = statements(&with_deals(&json!({ "period": length }), &lines, through)).unwrap();
    let found: Vec<_> = all.statements.iter().map(|s| (s.period.from.year(), s.period.from.month())).collect();
    assert_eq!(found, begin);
    assert_eq!(all.statements.iter().map(|s| s.attained_minor).collect::<Vec<_>>(), attained);
    assert!(all.statements.iter().all(|s| s.complete));
}

#[rstest]
#[case::below(50_000_00, 2_500_00, &[])]
#[case::at_the_target(100_000_00, 5_000_00, &[])]
#[case::above(110_000_00, 5_000_00 + 750_00, &[("1.5", 10_000_00)])]
#[case::far_above(140_000_00, 5_000_00 + 1_500_00 + 2_000_00, &[("1.5", 20_000_00), ("2", 20_000_00)])]
fn accelerators(#[case] price: i64, #[case] amount: i64, #[case] accelerated: &[(&str, i64)]) {
    let plan = json!({
        "target_minor": 100_000_00,
        "accelerators": [{ "above": "1", "factor": "1.5" }, { "above": "1.2", "factor": "2" }]
    });
    let price = crate::money::decimal(price);
    let all = statements(&with_deals(&plan, &[&format!("D-1 2026-01-05 {price}")], "2026-01-31")).unwrap();
    let statement = &all.statements[0];
    assert_eq!(statement.total_minor, amount);
    let found: Vec<_> = statement.accelerated.iter().map(|a| (a.factor.to_string(), a.price_minor)).collect();
    assert_eq!(found, accelerated.iter().map(|(f, p)| ((*f).to_owned(), *p)).collect::<Vec<_>>());
}

#[test]
fn an_own_target_moves_the_accelerator() {
    let plan = json!({ "target_minor": 100_000_00, "accelerators": [{ "above": "1", "factor": "2" }] });
    let mut input = with_deals(&plan, &["D-1 2026-01-05 60000"], "2026-01-31");
    input.assignments[0].target_minor = Some(40_000_00);
    let all = statements(&input).unwrap();
    assert_eq!((all.statements[0].total_minor, all.statements[0].target_minor), (4_000_00, Some(40_000_00)));
}

#[rstest]
#[case::of_a_deal(json!({ "cap_per_deal_minor": 600_00 }), &[500_00, 600_00, 250_00])]
#[case::of_the_period(json!({ "cap_per_period_minor": 1_200_00 }), &[500_00, 700_00, 0])]
#[case::both(json!({ "cap_per_deal_minor": 600_00, "cap_per_period_minor": 1_200_00 }), &[500_00, 600_00, 100_00])]
#[case::nothing_at_all(json!({ "cap_per_period_minor": 0 }), &[0, 0, 0])]
fn caps(#[case] plan: Value, #[case] amounts: &[i64]) {
    let lines = ["D-1 2026-01-05 10000", "D-2 2026-01-06 20000", "D-3 2026-01-07 5000"];
    let all = statements(&with_deals(&plan, &lines, "2026-01-31")).unwrap();
    assert_eq!(paid(&all.statements[0]), amounts);
    assert_eq!(all.statements[0].total_minor, amounts.iter().sum::<i64>());
}

#[rstest]
#[case::even("Ann=0.5,Ben=0.5", "2000", &[50_00, 50_00])]
#[case::rounding_left_goes_to_the_first("Ann=0.5,Ben=0.5", "0.60", &[1, 2])]
#[case::thirds("Ann=0.3334,Ben=0.3333,Cleo=0.3333", "2000", &[33_34, 33_33, 33_33])]
#[case::first_in_the_list_not_in_the_alphabet("Cleo=0.5,Ann=0.5", "0.60", &[])]
fn splits(#[case] split: &str, #[case] price: &str, #[case] amounts: &[i64]) {
    let line = format!("D-1 2026-01-05 {price} {split}");
    let all = statements(&with_deals(&json!({}), &[&line], "2026-01-31")).unwrap();
    let found: Vec<i64> = all.statements.iter().flat_map(paid).collect();
    assert_eq!(found, amounts);
    assert_eq!(all.without_plan.len(), usize::from(amounts.is_empty()), "Cleo has no plan");
}

#[test]
fn a_share_counts_by_the_plan_of_its_owner() {
    let mut input = with_deals(&json!({}), &["D-1 2026-01-05 10000 Ann=0.5,Ben=0.5"], "2026-03-31");
    let mut quarterly = input.plans[0].clone();
    quarterly.id = "quarterly".into();
    quarterly.period = super::super::PeriodLength::Quarter;
    quarterly.cap_per_period_minor = Some(100_00);
    input.plans.push(quarterly);
    input.assignments.push(assign("Ben", "quarterly", "2026-01-01"));
    let all = statements(&input).unwrap();
    let ben = of(&all, "Ben");
    assert_eq!(ben.len(), 1);
    assert_eq!((ben[0].attained_minor, ben[0].subtotal_minor, ben[0].total_minor), (0, 250_00, 100_00));
    assert_eq!(of(&all, "Ann")[0].attained_minor, 10_000_00);
}

#[rstest]
#[case::earned_more(&["D-1 2026-01-05 30000"], &[(1_500_00, 0), (1_000_00, 1_000_00), (1_000_00, 2_000_00)])]
#[case::recovered_later(&["D-1 2026-01-05 10000", "D-2 2026-02-05 40000"], &[(1_000_00, 500_00), (1_500_00, 0), (1_000_00, 1_000_00)])]
#[case::recovered_in_two_steps(
    &["D-2 2026-02-05 25000", "D-3 2026-03-05 40000"],
    &[(1_000_00, 1_000_00), (1_000_00, 750_00), (1_250_00, 0)]
)]
fn draw(#[case] lines: &[&str], #[case] months: &[(i64, i64)]) {
    let all = statements(&with_deals(&json!({ "draw_minor": 1_000_00 }), lines, "2026-03-31")).unwrap();
    assert_eq!(balances(&all, "Ann"), months);
}

#[test]
fn draw_shrinks_with_the_days() {
    let mut input = with_deals(&json!({ "draw_minor": 3_100_00 }), &[], "2026-02-28");
    input.assignments = vec![Assignment { until: Some(day("2026-02-14")), ..assign("Ann", "standard", "2026-01-22") }];
    let all = statements(&input).unwrap();
    let draws: Vec<_> = all.statements.iter().map(|s| (s.draw.minor, s.draw.days, s.draw.of_days)).collect();
    assert_eq!(draws, [(1_000_00, 10, 31), (1_550_00, 14, 28)]);
}

#[test]
fn a_new_target_within_a_month_leaves_the_draw() {
    let mut input = with_deals(&json!({ "draw_minor": 310_00 }), &["D-1 2026-01-20 1000"], "2026-01-31");
    input.assignments.push(Assignment { target_minor: Some(5_000_00), ..assign("Ann", "standard", "2026-01-11") });
    let all = statements(&input).unwrap();
    assert_eq!(all.statements.len(), 1);
    let statement = &all.statements[0];
    assert_eq!((statement.draw.minor, statement.draw.days), (310_00, 31));
    assert_eq!((statement.total_minor, statement.target_minor), (310_00, Some(5_000_00)));
}

#[rstest]
#[case::at_once("full", "2026-01-05", &[0])]
#[case::last_day("full", "2026-04-05", &[500_00, 0, 0, 0])]
#[case::too_late("full", "2026-04-06", &[500_00, 0, 0, 500_00])]
#[case::after_a_third("pro-rata", "2026-02-04", &[500_00, 166_67, 0, 500_00])]
#[case::last_day_pro_rata("pro-rata", "2026-04-05", &[500_00, 0, 0, 500_00])]
fn clawback(#[case] takes: &str, #[case] left: &str, #[case] totals: &[i64]) {
    let plan = json!({ "clawback": { "within_days": 90, "takes": takes } });
    let mut lines = vec!["D-1 2026-01-05 10000"];
    match left {
        "2026-02-04" => lines.extend(["D-2 2026-02-05 10000", "D-3 2026-04-05 10000"]),
        _ => lines.push("D-3 2026-04-05 10000"),
    }
    let mut input = with_deals(&plan, &lines, if totals.len() > 1 { "2026-04-30" } else { "2026-01-31" });
    input.churns = vec![super::super::Churn { deal: "D-1".into(), day: day(left) }];
    let all = statements(&input).unwrap();
    assert_eq!(of(&all, "Ann").iter().map(|s| s.total_minor).collect::<Vec<_>>(), totals);
}

#[test]
fn a_clawback_takes_no_more_than_was_paid_and_is_carried() {
    let plan = json!({ "clawback": { "within_days": 90, "takes": "full" }, "cap_per_period_minor": 600_00 });
    let lines = ["D-1 2026-01-05 10000", "D-2 2026-01-06 10000", "D-3 2026-03-05 10000"];
    let mut input = with_deals(&plan, &lines, "2026-03-31");
    input.churns = vec![super::super::Churn { deal: "D-2".into(), day: day("2026-02-10") }];
    let all = statements(&input).unwrap();
    assert_eq!(balances(&all, "Ann"), [(600_00, 0), (0, 100_00), (400_00, 0)]);
    assert_eq!(of(&all, "Ann")[1].clawbacks[0].amount_minor, -100_00);
}

#[test]
fn a_clawback_reaches_who_has_left_and_who_only_shared() {
    let plan = json!({ "clawback": { "within_days": 90, "takes": "full" }, "draw_minor": 10_00 });
    let mut input = with_deals(&plan, &["D-1 2026-01-05 10000 Ann=0.6,Ben=0.4"], "2026-03-31");
    input.assignments[0].until = Some(day("2026-01-31"));
    input.churns = vec![super::super::Churn { deal: "D-1".into(), day: day("2026-03-10") }];
    let all = statements(&input).unwrap();
    assert_eq!(balances(&all, "Ann"), [(300_00, 0), (0, 300_00)]);
    assert_eq!(balances(&all, "Ben"), [(200_00, 0), (0, 200_00)]);
}

#[test]
fn versions_of_a_plan_follow_one_another() {
    let mut input =
        with_deals(&json!({ "until": "2026-01-31" }), &["D-1 2026-01-31 10000", "D-2 2026-02-01 10000"], "2026-02-28");
    let mut next = input.plans[0].clone();
    (next.from, next.until, next.rate) = (day("2026-02-01"), None, "0.06".parse().unwrap());
    input.plans.insert(0, next);
    let all = statements(&input).unwrap();
    assert_eq!(balances(&all, "Ann"), [(500_00, 0), (600_00, 0)]);
    assert_eq!(all.statements[1].plan_from, day("2026-02-01"));
}

#[test]
fn a_new_plan_within_a_month_recovers_what_the_old_one_left() {
    let mut input = with_deals(&json!({}), &["D-1 2026-01-20 10000"], "2026-01-31");
    let mut drawn = input.plans[0].clone();
    (drawn.id, drawn.draw_minor) = ("drawn".into(), 310_00);
    input.plans.push(drawn);
    input.assignments = vec![assign("Ann", "standard", "2026-01-11"), assign("Ann", "drawn", "2026-01-01")];
    let all = statements(&input).unwrap();
    assert_eq!(balances(&all, "Ann"), [(100_00, 100_00), (400_00, 0)]);
}

#[test]
fn another_currency_is_changed_by_the_rate_of_the_day() {
    let mut input = with_deals(&json!({}), &["D-1 2026-01-10 1000.01 USD"], "2026-01-31");
    let rate = |day: &str, rate: &str| super::super::ExchangeRate {
        from: "USD".into(),
        to: "EUR".into(),
        day: super::day(day),
        rate: rate.parse().unwrap(),
    };
    input.rates = vec![rate("2026-01-11", "3"), rate("2026-01-10", "0.85"), rate("2026-01-01", "2")];
    let all = statements(&input).unwrap();
    let line = &all.statements[0].lines[0];
    assert_eq!((line.price_minor, line.amount_minor), (850_01, 42_50));
    assert_eq!(line.exchange_rate.map(|rate| rate.to_string()).as_deref(), Some("0.85"));
}

#[test]
fn what_happens_later_is_left_out() {
    let mut input = with_deals(&json!({}), &["D-1 2026-01-10 1000", "D-2 2026-01-11 1000"], "2026-01-10");
    input.corrections = vec![correction("2026-01-11", 500)];
    let all = statements(&input).unwrap();
    assert_eq!((all.statements[0].total_minor, all.statements[0].complete), (50_00, false));
}

fn correction(on: &str, amount_minor: i64) -> super::super::Correction {
    let (person, currency, reason) = ("Ann".into(), "EUR".into(), "agreed with Eva".into());
    super::super::Correction { person, day: day(on), amount_minor, currency, reason, deal: Some("D-1".into()) }
}

#[test]
fn every_figure_is_traced() {
    let plan = json!({
        "tiers": [{ "from_minor": 5_000_00, "rate": "0.0725" }],
        "target_minor": 8_000_00, "accelerators": [{ "above": "1", "factor": "1.5" }],
        "cap_per_deal_minor": 700_00, "cap_per_period_minor": 800_00, "draw_minor": 600_00,
        "clawback": { "within_days": 90, "takes": "pro-rata" }
    });
    let lines = ["D-1 2026-01-10 4000.33 Ann=0.5,Ben=0.5", "D-2 2026-01-11 6000 USD", "D-3 2026-01-12 50000"];
    let mut input = with_deals(&plan, &lines, "2026-02-28");
    let usd = json!({ "from": "USD", "to": "EUR", "day": "2026-01-01", "rate": "0.9" });
    input.rates = vec![serde_json::from_value(usd).unwrap()];
    input.churns = vec![super::super::Churn { deal: "D-1".into(), day: day("2026-02-09") }];
    input.corrections = vec![correction("2026-02-10", 12_00)];
    let all = statements(&input).unwrap();
    let months = of(&all, "Ann");
    assert_eq!(
        months[0].says(),
        [
            "D-1, won on 2026-01-10 for 4,000.33 EUR: 4,000.33 at 5 % = 200.0165, rounded 200.02 EUR; share of 50 %: 100.01 EUR.",
            "D-2, won on 2026-01-11 for 6,000.00 USD × 0.9 = 5,400.00 EUR: 999.67 at 5 % + 3,000.00 at 7.25 % + 1,400.33 at \
             7.25 % × 1.5 = 419.7693875, rounded 419.77 EUR.",
            "D-3, won on 2026-01-12 for 50,000.00 EUR: 50,000.00 at 7.25 % × 1.5 = 5437.5, rounded 5,437.50 EUR; the cap per \
             deal leaves 700.00 EUR; the cap of the period leaves 280.22 EUR.",
            "Target 8,000.00 EUR: 59,400.33 EUR won, 742.5 %.",
            "Accelerated: 51,400.33 EUR of the prices count at 1.5 times their rate.",
            "Subtotal of 3 deals: 1,219.78 EUR.",
            "The cap of 800.00 EUR for the period takes off 419.78 EUR.",
            "Earned: 800.00 EUR.",
            "Draw for 31 of 31 days: 600.00 EUR.",
            "Paid: 800.00 EUR.",
        ]
    );
    assert_eq!(
        months[1].says(),
        [
            "Target 8,000.00 EUR: 0.00 EUR won, 0 %.",
            "Subtotal of 0 deals: 0.00 EUR.",
            "D-1: the customer left on 2026-02-09, 30 days after the close; 60 of 90 days of 100.01 paid is taken back: \
             -66.67 EUR.",
            "Correction of 2026-02-10 for D-1: +12.00 EUR (agreed with Eva).",
            "Earned: -54.67 EUR.",
            "Draw for 28 of 28 days: 600.00 EUR.",
            "Paid: 600.00 EUR, the draw, as -54.67 is less; 654.67 EUR is carried to later periods.",
        ]
    );
}
