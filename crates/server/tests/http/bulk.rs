//! One change to many deals by HTTP, and its taking back.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

const PROCESS: &str = r#"
schema = 1
id = "sale"
name = "Sale"

[[stages]]
id = "first"
name = "First"
  [[stages.exit]]
  id = "budget"
  says = "The budget is known"
  field = { name = "budget" }

[[stages]]
id = "second"
name = "Second"

[[stages]]
id = "won"
name = "Won"
kind = "won"
"#;

async fn with_process(on: On) -> Running {
    let server = Running::start_owned(on).await;
    let (status, saved) = server.send(Method::PUT, "/process", None, &json!({"toml": PROCESS})).await;
    assert!(status.is_success(), "{saved}");
    server
}

async fn change(server: &Running, ids: &[&str], change: Value) -> Value {
    let mut body = change;
    body["deals"] = ids.iter().map(|id| json!({"id": id})).collect();
    let (status, result) = server.send(Method::POST, "/deals/bulk", None, &body).await;
    assert_eq!(status, StatusCode::OK, "{result}");
    result
}

async fn undo(server: &Running, result: &Value) -> (StatusCode, Value) {
    let path = format!("/deals/bulk/{}/undo", result["id"].as_str().unwrap());
    server.send(Method::POST, &path, None, &Value::Null).await
}

async fn shown(server: &Running, id: &str) -> Value {
    server.get(&format!("/deals/{id}")).await["deal"].clone()
}

fn why(result: &Value) -> Vec<String> {
    let held = result["held"].as_array().unwrap();
    let mut all: Vec<String> =
        held.iter().map(|h| format!("{} {}", h["name"].as_str().unwrap(), h["why"].as_str().unwrap())).collect();
    all.sort();
    all
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn changed_and_taken_back_as_one_act(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = with_process(on).await;
    let a = server.deal(&json!({"name": "A", "owner": "Anna", "attributes": {"budget": "5", "tags": "old"}})).await;
    let b = server.deal(&json!({"name": "B", "owner": "Ben"})).await;
    let c = server.deal(&json!({"name": "C", "owner": "Ben", "attributes": {"budget": "9"}})).await;
    let wish = json!({"fields": {"owner": "Cy", "team": "East"}, "tags_add": "hot, new", "tags_remove": "old",
        "move": {"to": "second"}});
    let result = change(&server, &[&a, &b, &c], wish).await;
    assert_eq!(result["done"].as_array().unwrap().len(), 2);
    assert_eq!(why(&result), ["B process"]);
    assert!(result["held"][0]["errors"][0]["message"].as_str().unwrap().contains("budget"), "{result}");
    let deal = shown(&server, &a).await;
    assert_eq!((&deal["owner"], &deal["team"], &deal["stage"]), (&json!("Cy"), &json!("East"), &json!("Second")));
    assert_eq!(deal["attributes"]["tags"], "hot, new");
    assert_eq!(shown(&server, &b).await["owner"], "Ben", "what is held is not half changed");
    let tagged = server.get("/deals?field=tags:hot").await;
    assert_eq!(tagged["total"], 2, "the log follows at once");

    // somebody changes one of them before the change is taken back: theirs stays
    server
        .send(Method::PATCH, &format!("/deals/{c}"), None, &json!({"fields": {"owner": "Dora", "tags": "hot, theirs"}}))
        .await;
    let (status, back) = undo(&server, &result).await;
    assert_eq!((status, why(&back)), (StatusCode::OK, vec!["C stale".to_owned()]));
    let (a, c) = (shown(&server, &a).await, shown(&server, &c).await);
    assert_eq!((&a["owner"], &a["team"], &a["stage"]), (&json!("Anna"), &Value::Null, &json!("First")));
    assert_eq!(a["attributes"]["tags"], "old");
    assert_eq!(
        (&c["owner"], &c["stage"], &c["attributes"]["tags"]),
        (&json!("Dora"), &json!("First"), &json!("theirs"))
    );
    assert_eq!(undo(&server, &result).await.0, StatusCode::NOT_FOUND, "once");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn all_or_none(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = with_process(on).await;
    let ready = server.deal(&json!({"name": "Ready", "attributes": {"budget": "1"}})).await;
    let not = server.deal(&json!({"name": "Not"})).await;
    let wish = json!({"move": {"to": "second"}, "all_or_none": true});
    let result = change(&server, &[&ready, &not], wish.clone()).await;
    assert_eq!((&result["id"], &result["done"], why(&result)), (&Value::Null, &json!([]), vec!["Not process".into()]));
    assert_eq!(shown(&server, &ready).await["stage"], "First");
    let reason = json!({"move": {"to": "second", "reason": "They asked"}, "all_or_none": true});
    let result = change(&server, &[&ready, &not], reason).await;
    assert_eq!(result["done"].as_array().unwrap().len(), 2);
    let events = server.get(&format!("/deals/{not}")).await["events"].clone();
    assert!(events.as_array().unwrap().iter().any(|e| e["kind"] == "move.override"), "an exception is told");
    let closed = change(&server, &[&ready], json!({"move": {"to": "won"}})).await;
    assert_eq!(shown(&server, &ready).await["outcome"], "won");
    undo(&server, &closed).await;
    let deal = shown(&server, &ready).await;
    assert_eq!((&deal["outcome"], &deal["closed"], &deal["stage"]), (&json!("open"), &Value::Null, &json!("Second")));
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_deals_these_are() {
    let server = Running::start_owned(On::Sqlite).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let vera = server.sign_in_as("viewer", "Vera Viewer").await;
    let own = rita.deal(&json!({"name": "Own"})).await;
    let other = server.deal(&json!({"name": "Other", "owner": "Ben"})).await;
    let guessed = "018f0000-0000-7000-8000-000000000000";
    let wish = json!({"fields": {"product": "Pro"}});
    let result = change(&rita, &[&own, &other, guessed], wish.clone()).await;
    assert_eq!(why(&result), [" gone", "Other not-yours"]);
    assert_eq!(shown(&server, &other).await["product"], Value::Null);
    let stale = json!({"deals": [{"id": own, "version": 1}], "fields": {"product": "X"}});
    let (_, held) = rita.send(Method::POST, "/deals/bulk", None, &stale).await;
    assert_eq!(why(&held), ["Own stale"]);
    assert_eq!(why(&change(&rita, &[&own, &own], wish).await), ["Own same"]);
    let body = json!({"deals": [{"id": own}], "fields": {"product": "X"}});
    assert_eq!(vera.send(Method::POST, "/deals/bulk", None, &body).await.0, StatusCode::FORBIDDEN);
    // who gives deals away may take that back; another rep may not
    let given = change(&rita, &[&own], json!({"fields": {"owner": "Ben"}})).await;
    let ben = server.sign_in_as("rep", "Ben").await;
    assert_eq!(undo(&ben, &given).await.0, StatusCode::FORBIDDEN);
    assert_eq!(undo(&rita, &given).await.0, StatusCode::OK);
    assert_eq!(shown(&server, &own).await["owner"], "Rita Rep");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_asked_for() {
    let server = Running::start_owned(On::Sqlite).await;
    let id = server.deal(&json!({"name": "🚀 =1+1 <script>"})).await;
    let many: Vec<Value> = (0..1001).map(|n| json!({"id": uuid::Uuid::from_u128(n)})).collect();
    for (body, field) in [
        (json!({"deals": [], "fields": {"owner": "x"}}), "deals"),
        (json!({"deals": many, "fields": {"owner": "x"}}), "deals"),
        (json!({"deals": [{"id": id}]}), "fields"),
        (json!({"deals": [{"id": id}], "fields": {"value": "1,5"}}), "value"),
        (json!({"deals": [{"id": id}], "fields": {"tags": "x"}}), "fields"),
        (json!({"deals": [{"id": id}], "fields": {"note": "x".repeat(5000)}}), "note"),
        (json!({"deals": [{"id": id}], "tags_add": "x".repeat(51)}), "tags_add"),
    ] {
        let (status, problem) = server.send(Method::POST, "/deals/bulk", None, &body).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{problem}"
        );
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_at_once(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let mut csv = String::from("deal,activity,time\n");
    (0..1_000).for_each(|n| csv.push_str(&format!("{n},Lead,2026-01-05\n")));
    server.import(&[("deals.csv", csv.into_bytes())]).await;
    let mut ids: Vec<String> = Vec::new();
    for sort in ["key", "-key"] {
        let list = server.get(&format!("/deals?limit=500&sort={sort}")).await;
        ids.extend(list["deals"].as_array().unwrap().iter().map(|d| d["id"].as_str().unwrap().to_owned()));
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let result = change(&server, &ids, json!({"fields": {"owner": "Cy"}, "tags_add": "all"})).await;
    assert_eq!((result["done"].as_array().unwrap().len(), &result["held"]), (1_000, &json!([])));
    assert_eq!(server.get("/deals?field=tags:all&field=owner:Cy").await["total"], 1_000);
    assert_eq!(undo(&server, &result).await.0, StatusCode::OK);
    assert_eq!(server.get("/deals?field=tags:all").await["total"], 0);
}
