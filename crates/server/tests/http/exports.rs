//! Tables to take along: the three formats say the same, and all deals and events come as they are.

use std::{fs::File, io::Write as _};

use parquet::{
    basic::{LogicalType, TimeUnit},
    file::reader::{FileReader as _, SerializedFileReader},
};
use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

/// Bytes of a file to download.
async fn bytes(server: &Running, path: &str) -> Vec<u8> {
    let answer = server.request(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    let (_, ending) = path.split_once('?').unwrap_or((path, "")).0.rsplit_once('.').unwrap();
    let named = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert!(named.starts_with("attachment") && named.ends_with(&format!(".{ending}\"")), "{named}");
    answer.bytes().await.unwrap().to_vec()
}

fn reader(file: &[u8]) -> SerializedFileReader<File> {
    let mut kept = tempfile::tempfile().unwrap();
    kept.write_all(file).unwrap();
    SerializedFileReader::new(kept).unwrap()
}

/// Rows of a Parquet file as objects, by the library's own reader.
fn rows(file: &[u8]) -> Vec<Value> {
    reader(file).get_row_iter(None).unwrap().map(|row| row.unwrap().to_json_value()).collect()
}

/// The same value; numbers but for what reading JSON loses of them.
fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= a.abs() * 1e-15,
        _ => a == b,
    }
}

#[rstest]
#[case("/metrics/win-rate/figures", "by=team&step=quarter", &["n", "yes", "value", "low", "high", "what", "team", "says"])]
#[case("/metrics/value/figures", "by=owner&by=product", &["n", "value", "currency", "unit", "owner", "product"])]
#[case("/metrics/value-won/deals", "by=team&value=", &["deal", "name", "amount", "yes"])]
#[case("/metrics/win-rate/deals", "from=2017-10-01T00:00:00Z", &["deal", "owner", "yes", "amount"])]
#[tokio::test(flavor = "multi_thread")]
async fn a_metric_says_the_same_in_every_format(#[case] path: &str, #[case] query: &str, #[case] columns: &[&str]) {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let json: Vec<Value> = serde_json::from_slice(&bytes(&server, &format!("{path}.json?{query}")).await).unwrap();
    let parquet = rows(&bytes(&server, &format!("{path}.parquet?{query}")).await);
    let csv = String::from_utf8(bytes(&server, &format!("{path}.csv?{query}")).await).unwrap();
    assert_eq!((json.len(), csv.lines().count()), (parquet.len(), parquet.len() + 1));
    for (a, b) in json.iter().zip(&parquet) {
        columns.iter().for_each(|name| assert!(same(&a[name], &b[name]), "{name}: {a} {b}"));
    }
    let answer = server.get(&format!("{path}?{query}")).await;
    let total = &answer["figures"]["total"]["n"];
    assert!(total.is_null() && answer["total"] == json.len() || *total == json[0]["n"], "{answer}");
}

#[rstest]
#[case("/measure/flow", "by=team")]
#[case("/measure/time-in-stage", "")]
#[case("/measure/conversion", "by=product")]
#[case("/measure/win-rate", "step=quarter")]
#[case("/measure/forecast", "")]
#[case("/measure/attainment", "")]
#[case("/measure/ramp", "")]
#[case("/feedback", "")]
#[tokio::test(flavor = "multi_thread")]
async fn views_are_parquet_as_they_are_csv(#[case] path: &str, #[case] query: &str) {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let csv = String::from_utf8(bytes(&server, &format!("{path}.csv?{query}")).await).unwrap();
    let parquet = bytes(&server, &format!("{path}.parquet?{query}")).await;
    let header: Vec<String> = csv.lines().next().unwrap().split(',').map(str::to_owned).collect();
    let schema = reader(&parquet).metadata().file_metadata().schema_descr().columns().to_vec();
    assert_eq!(schema.iter().map(|c| c.name().to_owned()).collect::<Vec<_>>(), header);
    let found = rows(&parquet);
    assert_eq!(found.len(), csv.lines().count() - 1);
    // A column that holds something in CSV does so in Parquet: no cell is of another kind than its column.
    for (place, name) in header.iter().enumerate() {
        let cell = |line: &str| line.split(',').nth(place).is_some_and(|cell| !cell.is_empty());
        let in_csv = !csv.contains('"') && csv.lines().skip(1).any(cell);
        assert!(!in_csv || found.iter().any(|row| !row[name].is_null()), "{name}");
    }
}

#[rstest]
#[case(On::Sqlite)]
#[case(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn all_deals_and_events_come_as_they_are(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.import_maven().await;
    server.deal(&json!({ "name": "=cmd()", "account": "Größe AG", "value": "1234.50", "currency": "EUR" })).await;
    let parquet = bytes(&server, "/export/deals.parquet").await;
    let deals = rows(&parquet);
    assert_eq!(deals.len(), 8_801);
    let won = deals.iter().filter(|deal| deal["outcome"] == "won").count();
    let listed = server.get("/deals?outcome=won&limit=1").await;
    assert_eq!(json!(won), listed["total"]);
    let schema = reader(&parquet).metadata().file_metadata().schema_descr().columns().to_vec();
    let logical = |name: &str| schema.iter().find(|c| c.name() == name).unwrap().logical_type_ref().cloned();
    assert_eq!(logical("created"), Some(LogicalType::timestamp(true, TimeUnit::MICROS)));
    assert_eq!(logical("value"), Some(LogicalType::decimal(2, 18)));
    assert!(schema.iter().any(|c| c.name() == "sector"));
    let csv = server.text("/export/deals.csv?text=%3Dcmd").await;
    assert!(csv.lines().count() == 2 && csv.contains(",'=cmd(),Größe AG,") && csv.contains(",1234.50,EUR,"), "{csv}");

    let events = rows(&bytes(&server, "/export/events.parquet?outcome=won").await);
    let ids: Vec<&Value> = deals.iter().filter(|deal| deal["outcome"] == "won").map(|deal| &deal["id"]).collect();
    let first = server.get(&format!("/deals/{}", ids[0].as_str().unwrap())).await;
    let own: Vec<&Value> = events.iter().filter(|event| &event["deal"] == ids[0]).collect();
    assert_eq!(own.len(), first["timeline"].as_array().map_or(own.len(), Vec::len));
    assert!(events.iter().all(|event| event["kind"].is_string() && event["undated"].is_boolean()));
    let closings = events.iter().filter(|event| event["kind"] == "deal.won").count();
    assert_eq!(closings, won);
    let json: Vec<Value> = serde_json::from_slice(&bytes(&server, "/export/events.json?outcome=won").await).unwrap();
    assert_eq!(json.len(), events.len());
    let span = "from=2017-10-01T00:00:00Z&to=2018-01-01T00:00:00Z";
    let some: Vec<Value> =
        serde_json::from_slice(&bytes(&server, &format!("/export/events.json?{span}")).await).unwrap();
    assert!(!some.is_empty() && some.iter().all(|e| ("2017-10".."2018").contains(&e["at"].as_str().unwrap())));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_leads_takes_everything_along() {
    let server = Running::start_owned(On::Sqlite).await;
    for (role, status) in
        [("manager", StatusCode::OK), ("rep", StatusCode::FORBIDDEN), ("viewer", StatusCode::FORBIDDEN)]
    {
        let somebody = server.sign_in_as(role, role).await;
        for path in ["/export/deals.csv", "/export/events.parquet"] {
            let answer = somebody.request(Method::GET, path).send().await.unwrap();
            assert_eq!(answer.status(), status, "{role} {path}");
        }
    }
    let (status, problem) = server
        .send(Method::GET, "/export/events.csv?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z", None, &Value::Null)
        .await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("to")));
}
