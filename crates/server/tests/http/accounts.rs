//! Accounts by HTTP: merged, renamed, parted again; deals stay as they are.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn account(server: &Running, name: &str) -> (StatusCode, Value) {
    server.ask("/accounts/one", &[("name", name)]).await
}

async fn deals(server: &Running, name: &str) -> u64 {
    let (_, list) = server.ask("/deals", &[("field", &format!("account:{name}"))]).await;
    list["total"].as_u64().unwrap()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn merged_renamed_and_parted(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let a = server.deal(&json!({"name": "One", "account": "Acme Corp.", "value": "10", "currency": "EUR"})).await;
    server.deal(&json!({"name": "Two", "account": "ACME, Inc.", "value": "5", "currency": "EUR"})).await;
    server.deal(&json!({"name": "Three", "account": "Globex"})).await;
    server.post(&format!("/deals/{a}/people"), &json!({"name": "Anna Berg", "email": "anna@acme.example"})).await;
    let list = server.get("/accounts").await;
    assert_eq!((&list["total"], &list["alike"]), (&json!(3), &json!([["ACME, Inc.", "Acme Corp."]])));
    assert_eq!(account(&server, "Acme Corp.").await.1["alike"], json!(["ACME, Inc."]));

    let merged = server.post("/accounts/merges", &json!({"from": ["ACME, Inc."], "to": "Acme Corp."})).await;
    let (_, view) = account(&server, "ACME, Inc.").await;
    assert_eq!((&view["name"], &view["open"]), (&json!("Acme Corp."), &json!(2)));
    assert_eq!((&view["open_value"]["minor"], &view["people"][0]["name"]), (&json!(1500), &json!("Anna Berg")));
    assert_eq!((deals(&server, "Acme Corp.").await, deals(&server, "ACME, Inc.").await), (2, 2));
    let (again, _) =
        server.send(Method::POST, "/accounts/merges", None, &json!({"from": ["ACME, Inc."], "to": "Acme Corp."})).await;
    assert_eq!(again, StatusCode::UNPROCESSABLE_ENTITY);
    let (round, _) =
        server.send(Method::POST, "/accounts/merges", None, &json!({"from": ["Acme Corp."], "to": "ACME, Inc."})).await;
    assert_eq!(round, StatusCode::UNPROCESSABLE_ENTITY, "no going round in circles");

    let renamed = server.post("/accounts/merges", &json!({"from": ["Acme Corp."], "to": "Acme Group"})).await;
    assert_eq!(account(&server, "acme, inc.").await.1["name"], "Acme Group");
    assert_eq!(deals(&server, "Acme Group").await, 2);
    let found = server.get("/search?q=acme%20inc").await;
    assert_eq!(found["hits"].as_array().unwrap().last().unwrap()["id"], "Acme Group", "{found}");
    assert_eq!(server.get(&format!("/deals/{a}")).await["deal"]["account"], "Acme Corp.", "deals stay as they are");

    for made in [&renamed, &merged] {
        let path = format!("/accounts/merges/{}", made["id"].as_str().unwrap());
        assert_eq!(server.send(Method::DELETE, &path, Some(1), &Value::Null).await.0, StatusCode::NO_CONTENT);
    }
    assert_eq!((deals(&server, "Acme Corp.").await, deals(&server, "ACME, Inc.").await), (1, 1));
    assert_eq!(account(&server, "Acme Group").await.0, StatusCode::NOT_FOUND);
    let vera = server.sign_in_as("viewer", "Vera Viewer").await;
    let body = json!({"from": ["Globex"], "to": "x"});
    assert_eq!(vera.send(Method::POST, "/accounts/merges", None, &body).await.0, StatusCode::FORBIDDEN);
    for (body, field) in [(json!({"from": [], "to": "x"}), "from"), (json!({"from": ["Globex"], "to": " "}), "to")] {
        let (status, problem) = server.send(Method::POST, "/accounts/merges", None, &body).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
}
