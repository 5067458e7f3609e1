//! Views and the list by HTTP: what is kept, who sees it, orders, sums, files.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

fn names(list: &Value) -> Vec<String> {
    list["deals"].as_array().unwrap().iter().map(|d| d["name"].as_str().unwrap().to_owned()).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn own_and_shared(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let vera = server.sign_in_as("viewer", "Vera Viewer").await;
    let view = json!({"name": "Big ones", "page": "list", "filters": {"outcome": ["open"]},
        "columns": ["name", "value", "region"], "sort": "value"});
    let own = rita.post("/views", &view).await;
    let id = own["id"].as_str().unwrap().to_owned();
    assert_eq!((&own["version"], &own["owner_name"]), (&json!(1), &json!("Rita Rep")));
    assert_eq!(vera.get("/views").await["views"], json!([]), "a private view is nobody else's");
    let path = format!("/views/{id}");
    let (hidden, _) = server.send(Method::PUT, &path, Some(1), &view).await;
    assert_eq!(hidden, StatusCode::NOT_FOUND);

    let mut shared = view.clone();
    shared["shared"] = json!(true);
    assert_eq!(rita.send(Method::PUT, &path, Some(1), &shared).await.0, StatusCode::OK);
    let seen = vera.get("/views").await["views"][0].clone();
    assert_eq!((&seen["columns"], &seen["may_change"]), (&json!(["name", "value", "region"]), &json!(false)));
    assert_eq!(vera.send(Method::PUT, &path, Some(2), &shared).await.0, StatusCode::FORBIDDEN);
    assert_eq!(vera.send(Method::DELETE, &path, Some(2), &Value::Null).await.0, StatusCode::FORBIDDEN);
    shared["name"] = json!("Biggest");
    let (changed, after) = server.send(Method::PUT, &path, Some(2), &shared).await;
    assert_eq!(
        (changed, &after["owner_name"]),
        (StatusCode::OK, &json!("Rita Rep")),
        "a manager changes, it stays hers"
    );
    let (stale, _) = rita.send(Method::PUT, &path, Some(2), &shared).await;
    assert_eq!(stale, StatusCode::PRECONDITION_FAILED);

    let begin = json!({"list": id, "board": null});
    assert_eq!(vera.send(Method::PUT, "/views/begin", None, &begin).await.0, StatusCode::OK);
    assert_eq!(vera.get("/views").await["begin"]["list"], json!(id));
    assert_eq!(rita.get("/views").await["begin"]["list"], Value::Null, "each begins as they like");
    assert_eq!(rita.send(Method::DELETE, &path, Some(3), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(vera.get("/views").await["begin"]["list"], Value::Null, "a view that is gone is no beginning");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept() {
    let server = Running::start_owned(On::Sqlite).await;
    let many: Vec<String> = (0..600).map(|n| format!("owner:{n}")).collect();
    for (view, field) in [
        (json!({"name": " ", "page": "list"}), "name"),
        (json!({"name": "x".repeat(10_000_000 / 4), "page": "list"}), "name"),
        (json!({"name": "🚀", "page": "list", "filters": {"field": many}}), "filters"),
        (json!({"name": "🚀", "page": "list", "columns": vec!["a"; 100]}), "columns"),
    ] {
        let (status, problem) = server.send(Method::POST, "/views", None, &view).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let guessed = json!({"list": "018f0000-0000-7000-8000-000000000000"});
    let (status, problem) = server.send(Method::PUT, "/views/begin", None, &guessed).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("list")));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn orders_sums_and_files(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    for (name, value, currency, region) in
        [("beta", "300", "EUR", "North"), ("Alpha", "100", "USD", ""), ("gamma", "200", "EUR", "=cmd|'/C calc'!A0")]
    {
        let deal = json!({"name": name, "value": value, "currency": currency, "attributes": {"region": region}});
        server.deal(&deal).await;
    }
    for (sort, expected) in [
        ("name", ["Alpha", "beta", "gamma"]),
        ("-name", ["gamma", "beta", "Alpha"]),
        ("value", ["beta", "gamma", "Alpha"]),
        ("-value", ["Alpha", "gamma", "beta"]),
        ("region", ["gamma", "beta", "Alpha"]),
    ] {
        assert_eq!(names(&server.get(&format!("/deals?sort={sort}")).await), expected, "{sort}");
        let first = server.get(&format!("/deals?sort={sort}&limit=2")).await;
        let cursor = first["next"].as_str().unwrap();
        let (_, rest) = server.ask("/deals", &[("sort", sort), ("limit", "2"), ("cursor", cursor)]).await;
        assert_eq!(names(&rest), expected[2..], "{sort}, second page");
    }
    let (status, _) = server.send(Method::GET, "/deals?cursor=nonsense", None, &Value::Null).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);

    let sum = |list: &Value| (list["sum"]["minor"].clone(), list["sum"]["unconverted"].clone());
    server.send(Method::PUT, "/settings/currency", None, &json!({"currency": "eur"})).await;
    let unconverted = json!([{"currency": "USD", "minor": 10_000, "deals": 1}]);
    assert_eq!(sum(&server.get("/deals").await), (json!(50_000), unconverted.clone()));
    assert_eq!(server.get("/board").await["unconverted"], unconverted);
    let rate = json!({"from": "USD", "to": "EUR", "day": "2020-01-01", "rate": "0.9"});
    let (added, _) = server.send(Method::POST, "/commission/rates", None, &rate).await;
    assert_eq!(added, StatusCode::CREATED);
    assert_eq!(sum(&server.get("/deals").await), (json!(59_000), json!([])));

    let csv = server.text("/deals.csv?columns=name&columns=value&columns=region&sort=name").await;
    assert_eq!(csv, "name,value,region\r\nAlpha,100.00,\r\nbeta,300.00,North\r\ngamma,200.00,'=cmd|'/C calc'!A0\r\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_of_the_board_goes_on() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let board = server.get("/board").await;
    let column = board["columns"].as_array().unwrap().iter().max_by_key(|c| c["count"].as_u64()).unwrap().clone();
    let (id, count) = (column["stage_id"].as_str().unwrap(), column["count"].as_u64().unwrap());
    assert!(count > 100, "{count}");
    let (mut seen, mut cursor) = (std::collections::BTreeSet::new(), None::<String>);
    loop {
        let mut query = vec![("column", id), ("limit", "70")];
        query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
        let (_, page) = server.ask("/board/column", &query).await;
        assert_eq!((&page["count"], &page["value_minor"]), (&column["count"], &column["value_minor"]));
        for card in page["cards"].as_array().unwrap() {
            assert!(seen.insert(card["id"].as_str().unwrap().to_owned()), "a card twice");
        }
        match page["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => break,
        }
    }
    assert_eq!(seen.len() as u64, count);
    let (gone, _) = server.send(Method::GET, "/board/column?column=nowhere", None, &Value::Null).await;
    assert_eq!(gone, StatusCode::NOT_FOUND);
}
