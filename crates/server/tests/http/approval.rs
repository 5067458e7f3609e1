//! A second person's approval of moves against the process, on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    after::send,
    support::{On, Running},
};

const PROCESS: &str = r#"
schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demo"
override = "approval"
  [[stages.exit]]
  id = "attended"
  says = "They came to the demonstration"
  event = { kind = "meeting.attended", by = "prospect" }
[[stages]]
id = "closing"
name = "Closing"
[[stages]]
id = "won"
name = "Won"
kind = "won"
[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#;

async fn started(on: On) -> (Running, Running, String) {
    let server = Running::start_owned(on).await;
    let made = server.post("/processes", &json!({"toml": PROCESS})).await;
    assert!(made.is_object());
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let deal = rep.post("/deals", &json!({"name": "Mill", "stage": "demo"})).await;
    let deal = format!("/deals/{}", deal["deal"]["id"].as_str().unwrap());
    (server, rep, deal)
}

fn kinds(view: &Value) -> Vec<&str> {
    view["events"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect()
}

async fn approvals(server: &Running, query: &str) -> Vec<String> {
    let day = server.get(&format!("/my-day{query}")).await;
    let lines = day["to_do"].as_array().unwrap().iter().filter(|line| line["kind"] == "approval");
    lines.map(|line| line["what"].as_str().unwrap().to_owned()).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_agrees_and_the_deal_moves(#[case] on: On) {
    let (server, rep, deal) = started(on).await;
    let (to, decision) = (format!("{deal}/move"), format!("{deal}/override"));
    let (refused, problem) = send(&rep, Method::POST, &to, &json!({"to": "closing"})).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        (&problem["type"], &problem["errors"][0]["field"]),
        (&json!("urn:stagecraft:problem:unmet-approval"), &json!("attended"))
    );

    let why = json!({"to": "closing", "reason": "They are in a hurry"});
    let asked = rep.post(&to, &why).await;
    assert_eq!(
        (&asked["stage"]["stage_id"], &asked["asked"]["to_name"]),
        (&json!("demo"), &json!("Closing")),
        "it waits"
    );
    assert_eq!(asked["asked"]["unmet"], json!(["They came to the demonstration"]));
    assert_eq!(send(&rep, Method::POST, &to, &why).await.0, StatusCode::CONFLICT, "it is asked already");
    assert_eq!(approvals(&server, "").await, ["Rita Rep asks to move it to Closing: They are in a hurry"]);
    assert_eq!(approvals(&server, "?owner=*").await.len(), 1);
    assert!(approvals(&rep, "").await.is_empty());

    // Nor does it get round by beginning beyond the stage, or by another version of the process.
    let (beyond, problem) = send(&rep, Method::POST, "/deals", &json!({"name": "Other", "stage": "closing"})).await;
    assert_eq!((beyond, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("stage")));
    let pinned = json!({"fields": {"process_version": "sales/7"}});
    assert_eq!(send(&rep, Method::PATCH, &deal, &pinned).await.0, StatusCode::FORBIDDEN);

    let yes = json!({"granted": true, "note": "Once"});
    assert_eq!(send(&rep, Method::POST, &decision, &yes).await.0, StatusCode::FORBIDDEN, "a rep");
    let granted = server.post(&decision, &yes).await;
    assert_eq!((&granted["stage"]["stage_id"], &granted["asked"]), (&json!("closing"), &Value::Null));
    let told = kinds(&granted);
    assert_eq!(told[told.len() - 4..], ["override.asked", "override.granted", "move.override", "stage.entered"]);
    let moved = granted["events"].as_array().unwrap().iter().find(|e| e["kind"] == "move.override").unwrap();
    assert_eq!(
        (&moved["attributes"]["approved_by"], &moved["attributes"]["reason"]),
        (&json!("Olga Owner"), &json!("They are in a hurry"))
    );
    assert_eq!(send(&server, Method::POST, &decision, &yes).await.0, StatusCode::CONFLICT, "nothing waits");
    assert!(approvals(&server, "").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_withdrawn_and_not_by_who_asked() {
    let (server, rep, deal) = started(On::Sqlite).await;
    let (to, decision) = (format!("{deal}/move"), format!("{deal}/override"));
    let why = json!({"to": "won", "reason": "They are in a hurry"});
    rep.post(&to, &why).await;
    let long = json!({"granted": false, "note": "x".repeat(1_001)});
    assert_eq!(send(&server, Method::POST, &decision, &long).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = server.post(&decision, &json!({"granted": false, "note": "Show it first"})).await;
    assert_eq!((&refused["stage"]["stage_id"], &refused["asked"]), (&json!("demo"), &Value::Null));

    rep.post(&to, &why).await;
    let other = server.sign_in_as("rep", "Otto Other").await;
    assert_eq!(send(&other, Method::DELETE, &decision, &Value::Null).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&rep, Method::DELETE, &decision, &Value::Null).await.1["asked"], Value::Null);
    assert_eq!(send(&rep, Method::DELETE, &decision, &Value::Null).await.0, StatusCode::CONFLICT);

    // An owner who asks needs somebody else, too.
    server.post(&to, &why).await;
    let (own, problem) = send(&server, Method::POST, &decision, &json!({"granted": true})).await;
    assert_eq!(own, StatusCode::FORBIDDEN, "{problem}");
    assert!(approvals(&server, "").await.is_empty(), "not theirs to approve");
    let manager = server.sign_in_as("manager", "Mona Manager").await;
    assert_eq!(approvals(&manager, "").await.len(), 1);
    assert_eq!(manager.post(&decision, &json!({"granted": true})).await["deal"]["outcome"], "won");

    // What the process asks for is there: nobody has to agree.
    let made = rep.post("/deals", &json!({"name": "Other", "stage": "demo"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    rep.post(&format!("{deal}/touchpoints"), &json!({"kind": "meeting.attended", "side": "prospect"})).await;
    assert_eq!(rep.post(&format!("{deal}/move"), &json!({"to": "closing"})).await["stage"]["stage_id"], "closing");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_tells_what_happened() {
    let (server, _, _) = started(On::Sqlite).await;
    let file = "deal,activity,time,stage\n1,Demo,2026-01-05 10:00,Demo\n1,Closing,2026-01-12 10:00,Closing\n";
    server.import(&[("log.csv", file.as_bytes().to_vec())]).await;
    let deals = server.get("/deals?text=1").await;
    let stages: Vec<&str> = deals["deals"].as_array().unwrap().iter().filter_map(|d| d["stage"].as_str()).collect();
    assert!(stages.contains(&"Closing"), "{deals}");
}
