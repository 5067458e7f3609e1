//! The board and its columns, part by part, after imports, moves and undoing.

use std::collections::BTreeMap;

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

/// All cards of a column, read in parts.
async fn whole(server: &Running, stage: &str, sort: &str, filter: &str) -> Vec<Value> {
    let (mut cards, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/board/column?column={stage}&sort={sort}&limit=70{cursor}{filter}");
        let part = server.get(&path).await;
        cards.extend(part["cards"].as_array().unwrap().iter().cloned());
        match part["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => {
                assert_eq!(part["count"], cards.len(), "{path}");
                let sum: i64 = cards.iter().filter_map(|card| card["value_minor"].as_i64()).sum();
                assert_eq!(part["value_minor"], sum, "{path}");
                return cards;
            }
        }
    }
}

/// What the export says of open deals by stage: how many, and their sum. It walks all deals.
async fn walked(server: &Running, filter: &str) -> BTreeMap<String, (u64, f64)> {
    let csv = server.text(&format!("/deals.csv?outcome=open{filter}")).await;
    let mut found: BTreeMap<String, (u64, f64)> = BTreeMap::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let column = found.entry(cells[8].to_owned()).or_default();
        column.0 += 1;
        column.1 += cells[6].parse().unwrap_or(0.0) * 100.0;
    }
    found
}

fn shown(board: &Value) -> BTreeMap<String, (u64, f64)> {
    let columns = board["columns"].as_array().unwrap().iter().filter(|c| c["count"] != 0);
    let told = |c: &Value| {
        let stage = c["observed"].as_array().unwrap()[0].as_str().unwrap().to_owned();
        (stage, (c["count"].as_u64().unwrap(), c["value_minor"].as_f64().unwrap()))
    };
    columns.map(told).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_board_equals_a_walk_over_all_deals(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let import = server.import_maven().await;
    let filters = ["", "&field=product:GTX%20Pro", "&field=owner:Anna%20Snelling", "&text=co"];
    // with the stages of the data, then with a process made of them
    for round in 0..2 {
        for filter in filters {
            let board = server.get(&format!("/board?x{filter}")).await;
            assert_eq!(shown(&board), walked(&server, filter).await, "{filter}");
            let column = board["columns"].as_array().unwrap().iter().max_by_key(|c| c["count"].as_u64()).unwrap();
            let cards = whole(&server, column["stage_id"].as_str().unwrap(), "age", filter).await;
            let first = column["cards"].as_array().unwrap();
            let ids = |cards: &[Value]| cards.iter().map(|card| card["id"].clone()).collect::<Vec<_>>();
            assert_eq!(ids(&cards)[..first.len()], ids(first)[..], "{filter}");
            assert_eq!(column["next"].is_null(), first.len() == cards.len());
        }
        if round == 0 {
            let proposed = server.post("/process/propose", &Value::Null).await;
            let saved = server.request(Method::PUT, "/process").json(&json!({"process": proposed["process"]}));
            assert!(saved.send().await.unwrap().status().is_success());
        }
    }
    // in every order
    let board = server.get("/board").await;
    let stage = board["columns"].as_array().unwrap().iter().max_by_key(|c| c["count"].as_u64()).unwrap();
    let stage = stage["stage_id"].as_str().unwrap();
    let by_age = whole(&server, stage, "age", "").await;
    let by_value = whole(&server, stage, "value", "").await;
    let by_name = whole(&server, stage, "name", "").await;
    let days = |card: &Value| -card["days"].as_f64().unwrap_or(0.0);
    assert!(by_age.iter().map(days).collect::<Vec<_>>().windows(2).all(|w| w[0] <= w[1] + 1e-3));
    assert!(by_value.iter().map(|c| -c["value_minor"].as_i64().unwrap_or(i64::MIN + 1)).is_sorted());
    assert!(by_name.iter().map(|c| c["name"].as_str().unwrap().to_lowercase()).is_sorted());
    let sorted = |cards: &[Value]| {
        let mut ids: Vec<String> = cards.iter().map(|c| c["id"].to_string()).collect();
        ids.sort();
        ids
    };
    assert!(sorted(&by_age) == sorted(&by_value) && sorted(&by_age) == sorted(&by_name));

    // a move shows at once, in both columns, with its version
    let card = &by_age[0];
    let id = card["id"].as_str().unwrap();
    let other = board["columns"].as_array().unwrap().iter().find(|c| c["stage_id"] != stage).unwrap();
    let to = other["stage_id"].as_str().unwrap();
    server.post(&format!("/deals/{id}/move"), &json!({"to": to, "reason": "They asked"})).await;
    let there = whole(&server, to, "age", "").await;
    let moved = there.iter().find(|c| c["id"] == id).unwrap();
    assert!(moved["version"].as_i64() > card["version"].as_i64());
    assert_eq!(whole(&server, stage, "age", "").await.len(), by_age.len() - 1);
    let days = moved["days"].as_f64().unwrap();
    assert!(days < 0.1, "{moved}");

    // an import that is taken back leaves nothing
    let undo = format!("/imports/{}/undo", import["id"].as_str().unwrap());
    server.post(&undo, &Value::Null).await;
    let board = server.get("/board").await;
    let left: u64 = board["columns"].as_array().unwrap().iter().map(|c| c["count"].as_u64().unwrap()).sum();
    assert!(left <= 1, "{left}");
}
