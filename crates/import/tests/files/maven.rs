//! The sales pipeline with its accounts, products and teams.

use import::plan::{FileRole, Meaning, Plan};
use model::{Outcome, event::kind};
use rstest::rstest;

use crate::sink::{all, shared, truth};

const FILES: [&str; 4] =
    ["maven-crm/accounts.csv", "maven-crm/products.csv", "maven-crm/sales_pipeline.csv", "maven-crm/sales_teams.csv"];

fn meaning<'p>(plan: &'p Plan, column: &str) -> &'p Meaning {
    let columns = plan.files.iter().filter(|f| f.role == FileRole::Deals).flat_map(|f| &f.columns);
    &columns.into_iter().find(|c| c.name == column).unwrap().meaning
}

#[rstest]
#[case("opportunity_id", Meaning::DealId)]
#[case("sales_agent", Meaning::Owner)]
#[case("product", Meaning::Product)]
#[case("account", Meaning::Account)]
#[case("deal_stage", Meaning::Stage)]
#[case("engage_date", Meaning::Created)]
#[case("close_date", Meaning::Closed)]
#[case("close_value", Meaning::Value)]
fn columns_are_recognised(#[case] column: &str, #[case] expected: Meaning) {
    let plan = import::recognise(&shared(&FILES)).unwrap();
    assert_eq!(meaning(&plan, column), &expected);
}

#[test]
fn three_files_are_joined_to_the_pipeline() {
    let plan = import::recognise(&shared(&FILES)).unwrap();
    let roles: Vec<FileRole> = plan.files.iter().map(|f| f.role).collect();
    assert_eq!(roles, [FileRole::Lookup, FileRole::Lookup, FileRole::Deals, FileRole::Lookup]);
    let joins: Vec<(usize, &str, usize, &str)> =
        plan.joins.iter().map(|j| (j.from, j.column.as_str(), j.to, j.key.as_str())).collect();
    assert_eq!(
        joins,
        [(2, "account", 0, "account"), (2, "product", 1, "product"), (2, "sales_agent", 3, "sales_agent")]
    );
    let near = &plan.joins[1].near;
    assert_eq!(near.len(), 1, "{near:?}");
    assert_eq!((near[0].value.as_str(), near[0].key.as_deref(), near[0].accepted), ("GTXPro", Some("GTX Pro"), true));
    assert_eq!(near[0].rows, 1480);
    assert!(plan.questions.iter().any(|q| q.text.contains("GTXPro")), "{:?}", plan.questions);
}

#[test]
fn every_row_becomes_a_deal_with_what_is_known_of_it() {
    let (_, kept, report) = all(&shared(&FILES));
    let truth = truth("maven-crm/truth.json");
    assert_eq!(kept.deals.len() as u64, truth["opportunities"].as_u64().unwrap());
    assert_eq!(kept.outcomes(Outcome::Won) as u64, truth["won"].as_u64().unwrap());
    assert_eq!(kept.outcomes(Outcome::Lost) as u64, truth["lost"].as_u64().unwrap());
    assert_eq!(kept.outcomes(Outcome::Open), 1589 + 500);
    assert_eq!(report.rows.rejected, 0);
    assert_eq!(report.rows.read, 8800 + 85 + 7 + 35);
    assert_eq!(kept.deals.iter().filter(|d| !d.fields.contains_key("account")).count(), 1425);
    let won: f64 = kept
        .deals
        .iter()
        .filter(|d| d.outcome == Some(Outcome::Won))
        .map(|d| d.fields["value"].parse::<f64>().unwrap())
        .sum();
    assert_eq!(won, truth["won_value_total"].as_f64().unwrap());
}

#[test]
fn the_map_has_what_the_dates_tell_and_no_more() {
    let (_, kept, _) = all(&shared(&FILES));
    let counts: Vec<(String, usize)> = kept.counts().into_iter().collect();
    let expected = [("Engaging", 8300), ("Lost", 2473), ("Prospecting", 500), ("Won", 4238)];
    assert_eq!(counts, expected.map(|(a, n)| (a.to_owned(), n)));
    assert_eq!(kept.kinds(kind::STAGE), 8800);
    assert_eq!(kept.kinds(kind::WON), 4238);
    assert!(kept.events.iter().filter(|e| e.activity == "Prospecting").all(|e| e.at.is_none()));
    assert!(kept.events.iter().filter(|e| e.kind == kind::WON).all(|e| e.stage.as_deref() == Some("Engaging")));
}

#[test]
fn columns_of_the_other_files_are_told_of_the_deal() {
    let (_, kept, _) = all(&shared(&FILES));
    let deal = kept.deal("Z063OYW0");
    let told = |name: &str| deal.fields.get(name).map(String::as_str);
    assert_eq!(told("product"), Some("GTXPro"));
    assert_eq!(told("sales_price"), Some("4821"));
    assert_eq!(told("series"), Some("GTX"));
    assert_eq!(told("owner"), Some("Darcel Schlecht"));
    assert_eq!(told("team"), Some("Melvin Marxen"));
    assert_eq!(told("manager"), Some("Melvin Marxen"));
    assert_eq!(told("regional_office"), Some("Central"));
    assert!(told("sector").is_some());
    assert_eq!(kept.lookups.len(), 85 + 7 + 35);
    let of = |key: &str| kept.lookups.iter().find(|(_, k, _)| k == key).map(|(of, _, _)| of.as_str());
    assert_eq!((of("GTX Pro"), of("Isdom"), of("Moses Frase")), (Some("product"), Some("account"), Some("owner")));
}

#[test]
fn a_near_match_that_is_refused_is_not_joined() {
    let sources = shared(&FILES);
    let mut plan = import::recognise(&sources).unwrap();
    plan.joins[1].near[0].accepted = false;
    let plan = import::revise(&sources, plan).unwrap();
    assert!(!plan.joins[1].near[0].accepted);
    let (kept, _) = crate::sink::read(&plan, &sources).unwrap();
    assert!(!kept.deal("Z063OYW0").fields.contains_key("sales_price"));
}
