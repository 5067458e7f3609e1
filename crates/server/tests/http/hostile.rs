//! Hostile input for deals: harmless, or refused with the field named.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn sent(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_people_and_programs_type(#[case] on: On) {
    let server = Running::start_owned(on).await;

    // a formula in every field is kept as it is, and comes out of the export as text
    let formula = "=HYPERLINK(\"http://evil.example\",\"x\")";
    let fields = json!({"name": formula, "account": "@SUM(1)", "product": "+1+cmd|' /C calc'!A0", "team": "\tx"});
    let made = server.post("/deals", &fields).await;
    assert_eq!(made["deal"]["name"], formula);
    let csv = server.text("/deals.csv").await;
    let cells = csv.split(['\n', ',']).map(|cell| cell.trim_start_matches('"'));
    let formulas: Vec<&str> = cells.filter(|cell| cell.starts_with(['=', '@', '+', '\t'])).collect();
    assert!(formulas.is_empty() && csv.contains("'=HYPERLINK"), "{formulas:?}");

    // a script in a note is text, in JSON that no browser takes for a page
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let script = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    let call = json!({"kind": "call", "side": "rep", "attributes": {"note": script}});
    let logged = server.post(&format!("{deal}/touchpoints"), &call).await;
    assert_eq!(logged["events"].as_array().unwrap().last().unwrap()["attributes"]["note"], script);
    let answer = server.request(Method::GET, &deal).send().await.unwrap();
    let header = |name: &str| answer.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
    assert_eq!(header("content-type").as_deref(), Some("application/json"));
    assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"));

    // emoji, right to left and a zero character in every field
    let odd = "👩‍👩‍👧‍👦 \u{202e}שלום\u{0} ﷽";
    let fields = json!({"name": odd, "account": odd, "owner": odd, "team": odd, "product": odd, "stage": null});
    let emoji = server.post("/deals", &fields).await;
    for field in ["name", "account", "owner", "team", "product"] {
        assert_eq!(emoji["deal"][field], odd, "{field}");
    }
    let id = emoji["deal"]["id"].as_str().unwrap();
    let changed = sent(&server, Method::PATCH, &format!("/deals/{id}"), &json!({"fields": {"🧨": "💣"}})).await;
    assert_eq!((changed.0, &changed.1["deal"]["attributes"]["🧨"]), (StatusCode::OK, &json!("💣")));
    let found = server.get("/deals?text=%F0%9F%91%A9").await;
    assert_eq!((&found["total"], &found["deals"][0]["id"]), (&json!(1), &json!(id)));
    let board = server.get("/board").await.to_string();
    assert!(board.contains(formula.split('"').next().unwrap()) && board.contains('👩'));
}

#[rstest]
#[case("name of 10 MB", "/deals", json!({"name": "x".repeat(10 << 20)}), 422, "name")]
#[case("name of 3 MB", "/deals", json!({"name": "x".repeat(3 << 20)}), 422, "name")]
#[case("no name", "/deals", json!({"name": " \t "}), 422, "name")]
#[case("account", "/deals", json!({"name": "x", "account": "x".repeat(5_000)}), 422, "account")]
#[case("owner", "/deals", json!({"name": "x", "owner": "x".repeat(5_000)}), 422, "owner")]
#[case("value", "/deals", json!({"name": "x", "value": "1e400"}), 422, "value")]
#[case("value beyond all money", "/deals", json!({"name": "x", "value": "9".repeat(40)}), 422, "value")]
#[case("note", "touchpoints", json!({"kind": "call", "side": "rep", "attributes": {"note": "x".repeat(5_000)}}), 422, "note")]
#[case("kind", "touchpoints", json!({"kind": "deal.won", "side": "rep"}), 422, "kind")]
#[case("a control character", "touchpoints", json!({"kind": "call\u{7}", "side": "rep"}), 422, "kind")]
#[case("not what it should be", "touchpoints", json!({"kind": ["call"], "side": "rep"}), 422, "")]
#[case("many fields", "", json!({"fields": (0..60).map(|n| (n.to_string(), json!("x"))).collect::<serde_json::Map<_, _>>()}), 400, "")]
#[case("a field's long name", "", json!({"fields": {"x".repeat(200): "x"}}), 422, "x")]
#[tokio::test(flavor = "multi_thread")]
async fn is_refused_with_the_field_named(
    #[case] what: &str,
    #[case] to: &str,
    #[case] body: Value,
    #[case] expected: u16,
    #[case] field: &str,
) {
    let server = Running::start_owned(On::Sqlite).await;
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let (method, path) = match to {
        "/deals" => (Method::POST, to.to_owned()),
        "" => (Method::PATCH, deal.clone()),
        part => (Method::POST, format!("{deal}/{part}")),
    };
    let (status, problem) = sent(&server, method, &path, &body).await;
    assert_eq!(status.as_u16(), expected, "{what}: {problem}");
    if !field.is_empty() {
        let named = problem["errors"][0]["field"].as_str().unwrap();
        assert!(named.starts_with(field), "{what}: {problem}");
    }
    // nothing of it was kept
    assert_eq!(server.get(&deal).await["deal"]["version"], made["deal"]["version"], "{what}");
    assert_eq!(server.get("/deals").await["total"], 1, "{what}");
}

#[rstest]
#[case("/board/column?column=x&cursor=zz", "cursor")]
#[case("/board/column?column=x&cursor=%5B1%2C", "cursor")]
#[case("/deals?cursor=%F0%9F%92%A3", "cursor")]
#[case("/deals?cursor=a", "cursor")]
#[tokio::test(flavor = "multi_thread")]
async fn a_made_up_cursor(#[case] path: &str, #[case] field: &str) {
    let server = Running::start_owned(On::Sqlite).await;
    let answer = server.request(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["errors"][0]["field"], field);
}
