//! One history in the shapes of three tools' exports, read without a word of configuration.

use std::collections::BTreeMap;

use model::{Outcome, event::kind};
use rstest::rstest;

use crate::sink::{Kept, all, shared, truth};

const DIR: &str = "crm-export-shapes/";

fn export(files: &[&str]) -> Kept {
    let names: Vec<String> = files.iter().map(|f| format!("{DIR}{f}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (plan, kept, report) = all(&shared(&names));
    assert_eq!(report.rows.rejected, 0, "{:?}", &kept.rejects[..kept.rejects.len().min(3)]);
    assert_eq!(plan.questions, []);
    kept
}

/// Quantile by linear interpolation (Hyndman–Fan type 7).
fn quantile(sorted: &[f64], q: f64) -> f64 {
    let at = q * (sorted.len() - 1) as f64;
    let (low, part) = (at.floor() as usize, at.fract());
    sorted[low] + part * (sorted[(low + 1).min(sorted.len() - 1)] - sorted[low])
}

#[rstest]
#[case("hubspot", &["hubspot-deals.csv"], 60.0)]
#[case("salesforce", &["salesforce-Opportunity.csv", "salesforce-OpportunityHistory.csv", "salesforce-Task.csv"], 0.0)]
#[case("salesforce, other order", &["salesforce-Task.csv", "salesforce-OpportunityHistory.csv", "salesforce-Opportunity.csv"], 0.0)]
#[case("pipedrive", &["pipedrive-deals.utf16.csv", "pipedrive-activities.cp1252.csv"], 0.0)]
fn the_figures_are_the_same_whatever_the_tool(#[case] _tool: &str, #[case] files: &[&str], #[case] seconds: f64) {
    let kept = export(files);
    let truth = truth("crm-export-shapes/truth.json");
    let outcomes = [Outcome::Won, Outcome::Lost, Outcome::Open].map(|o| kept.outcomes(o) as u64);
    let expected = ["won", "lost", "open"].map(|key| truth[key].as_u64().unwrap());
    assert_eq!(outcomes, expected);
    assert_eq!(kept.deals.len(), 300);
    let won = || kept.deals.iter().filter(|d| d.outcome == Some(Outcome::Won));
    let value: f64 = won().map(|d| d.fields["value"].parse::<f64>().unwrap()).sum();
    assert_eq!(value, truth["amount_total_won"].as_f64().unwrap());
    let mut days: Vec<f64> =
        won().map(|d| (d.closed.unwrap().as_second() - d.created.unwrap().as_second()) as f64 / 86_400.0).collect();
    days.sort_by(f64::total_cmp);
    for (name, q) in [("q25", 0.25), ("median", 0.5), ("q75", 0.75)] {
        let expected = truth["cycle_days_won"][name].as_f64().unwrap();
        assert!((quantile(&days, q) - expected).abs() <= (seconds + 1.0) / 86_400.0, "{name}: {}", quantile(&days, q));
    }
    assert_eq!(kept.deals.iter().filter(|d| d.fields.contains_key("owner")).count(), 300);
}

#[test]
fn a_history_and_tasks_are_stages_and_touches() {
    let kept = export(&["salesforce-Opportunity.csv", "salesforce-OpportunityHistory.csv", "salesforce-Task.csv"]);
    let truth = truth("crm-export-shapes/truth.json");
    assert_eq!((kept.kinds(kind::WON), kept.kinds(kind::LOST)), (94, 199));
    assert_eq!(kept.kinds(kind::STAGE), 142 + 260 + 146 + 1 + 216 + 300 + 198);
    let touches = kept.events.len() - kept.kinds(kind::WON) - kept.kinds(kind::LOST) - kept.kinds(kind::STAGE);
    assert_eq!(touches as u64, truth["touchpoints"].as_u64().unwrap());
}

#[test]
fn dates_of_entering_stages_are_stage_entries() {
    let kept = export(&["hubspot-deals.csv"]);
    let deal = kept.of("10000001");
    let path: Vec<&str> = deal.iter().map(|e| e.activity.as_str()).collect();
    let expected = [
        "Prospecting",
        "Connecting & Qualifying",
        "Researching",
        "Presenting",
        "Handling objections",
        "Closing",
        "Closed Won",
    ];
    assert_eq!(path, expected);
    assert_eq!(deal[6].kind, kind::WON);
    assert_eq!(kept.deal("10000001").fields["name"], "Retail – D00001, \"Owner\"");
}

#[test]
fn german_words_decimal_commas_and_line_breaks() {
    let kept = export(&["pipedrive-deals.utf16.csv", "pipedrive-activities.cp1252.csv"]);
    let deal = kept.deal("1");
    assert_eq!(deal.fields["name"], "Retail D00001\nfür Owner");
    assert_eq!((deal.fields["value"].as_str(), deal.fields["currency"].as_str()), ("27230.00", "EUR"));
    assert_eq!(deal.stage.as_deref(), Some("Closing"));
    assert_eq!(deal.closed.unwrap().to_string(), "2022-06-09T00:02:16Z");
    let won = kept.of("1").into_iter().find(|e| e.kind == kind::WON).unwrap();
    assert_eq!((won.activity.as_str(), won.stage.as_deref()), ("Gewonnen", Some("Closing")));
    assert_eq!(kept.kinds(kind::STAGE), 8);
    let touches: Vec<_> = kept.events.iter().filter(|e| e.attributes.contains_key("Note")).collect();
    assert_eq!(touches.len(), 5470);
    assert_eq!(touches[0].attributes["Note"], "Rückruf; später");
}

/// Moves from stage to stage, with how many there are.
fn moves(kept: &Kept) -> BTreeMap<(String, String), u64> {
    let stages = |e: &&crate::sink::Event| [kind::STAGE, kind::WON, kind::LOST].contains(&e.kind.as_str());
    let mut moves = BTreeMap::new();
    for deal in &kept.deals {
        let mut path: Vec<_> = kept.of(&deal.key).into_iter().filter(stages).collect();
        path.sort_by_key(|event| event.at);
        for pair in path.windows(2) {
            *moves.entry((pair[0].activity.clone(), pair[1].activity.clone())).or_default() += 1;
        }
    }
    moves
}

#[rstest]
#[case("stage_moves_full_history (salesforce)", &["salesforce-Opportunity.csv", "salesforce-OpportunityHistory.csv"])]
#[case("stage_moves_last_entry_only (hubspot)", &["hubspot-deals.csv"])]
fn moves_between_stages_are_those_of_the_history(#[case] expected: &str, #[case] files: &[&str]) {
    let truth = truth("crm-export-shapes/truth.json");
    let text = |v: &serde_json::Value| v.as_str().unwrap().to_owned();
    let expected: BTreeMap<_, _> = truth[expected]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| ((text(&m[0]), text(&m[1])), m[2].as_u64().unwrap()))
        .collect();
    assert_eq!(moves(&export(files)), expected);
}

#[rstest]
#[case(&["hubspot-deals.csv"])]
#[case(&["pipedrive-deals.utf16.csv"])]
#[case(&["salesforce-Opportunity.csv"])]
fn won_deals_are_those_of_their_owners(#[case] files: &[&str]) {
    let kept = export(files);
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for deal in kept.deals.iter().filter(|d| d.outcome == Some(Outcome::Won)) {
        *counts.entry(deal.fields["owner"].as_str()).or_default() += 1;
    }
    let truth = truth("crm-export-shapes/truth.json");
    let expected: BTreeMap<&str, u64> =
        truth["won_by_owner"].as_object().unwrap().iter().map(|(k, v)| (k.as_str(), v.as_u64().unwrap())).collect();
    if files[0].starts_with("salesforce") {
        // it names owners by their ids
        let sorted = |counts: &BTreeMap<&str, u64>| {
            let mut counts: Vec<u64> = counts.values().copied().collect();
            counts.sort_unstable();
            counts
        };
        assert_eq!(sorted(&counts), sorted(&expected));
    } else {
        assert_eq!(counts, expected);
    }
}
