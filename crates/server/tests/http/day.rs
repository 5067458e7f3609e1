//! My day, commitments, people of a deal and working days by HTTP.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

fn lines(day: &Value) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    day["to_do"].as_array().unwrap().iter().map(|t| (text(&t["kind"]), text(&t["what"]))).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_done_and_done(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let made = server.post("/deals", &json!({"name": "Mill", "stage": "presenting"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let tasks = made["tasks"].as_array().unwrap();
    assert!(tasks.iter().any(|t| t["due"].is_string()), "{tasks:?}");
    let day = server.get("/my-day?ahead=60").await;
    assert_eq!((&day["owner"], &day["deals"], &day["zone"]), (&json!("Olga Owner"), &json!(1), &json!("UTC")));
    let due: Vec<&Value> = tasks.iter().filter(|t| t["due"].is_string()).collect();
    assert_eq!(lines(&day).iter().filter(|(kind, _)| kind == "task").count(), due.len());
    let ticked = due[0]["id"].as_str().unwrap();
    server.post(&format!("{deal}/tasks/presenting/{ticked}"), &json!({"done": true})).await;
    assert!(
        !lines(&server.get("/my-day?ahead=60").await).iter().any(|(_, what)| *what == due[0]["name"].as_str().unwrap())
    );

    server
        .post(
            &format!("{deal}/touchpoints"),
            &json!({"kind": "objection.raised", "side": "prospect",
        "attributes": {"objection": "Our lawyers will not like it"}}),
        )
        .await;
    let day = server.get("/my-day").await;
    assert_eq!(lines(&day)[0], ("objection".to_owned(), "Our lawyers will not like it".to_owned()));
    server.post(&format!("{deal}/touchpoints"), &json!({"kind": "objection.answered", "side": "rep"})).await;
    assert!(!lines(&server.get("/my-day").await).iter().any(|(kind, _)| kind == "objection"));
    assert_eq!(server.get("/my-day?owner=Nobody").await["deals"], 0);
    assert_eq!(server.get("/my-day?owner=*").await["owner"], Value::Null);

    let commitment = &server.get(&deal).await["commitments"][0];
    assert_eq!(commitment["state"], "open");
    let path = format!("{deal}/commitments/presenting/{}", commitment["id"].as_str().unwrap());
    let (bad, _) = send(&server, Method::POST, &path, &json!({"became": "agreed", "due": "soon"})).await;
    assert_eq!(bad, StatusCode::UNPROCESSABLE_ENTITY);
    let lapsed = json!({"became": "agreed", "due": "2026-01-05", "actor": "Petra"});
    assert_eq!(server.post(&path, &lapsed).await["commitments"][0]["state"], "lapsed");
    assert!(lines(&server.get("/my-day").await).iter().any(|(kind, _)| kind == "commitment"));
    assert_eq!(server.post(&path, &json!({"became": "dropped"})).await["commitments"][0]["state"], "open");
    let (gone, _) =
        send(&server, Method::POST, &format!("{deal}/commitments/presenting/none"), &json!({"became": "kept"})).await;
    assert_eq!(gone, StatusCode::NOT_FOUND);

    let anna = json!({"name": "Anna Berg", "email": "anna@mill.example", "role": "champion"});
    assert_eq!(server.post(&format!("{deal}/people"), &anna).await["people"][1]["role"], "champion");
    let changed = json!({"name": "Anna Berg", "email": "anna@mill.example", "role": "decision-maker", "title": "CFO"});
    let people = server.post(&format!("{deal}/people"), &changed).await["people"].clone();
    // Petra acted when the commitment was agreed.
    let known: Vec<(&str, &str)> = people
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["name"].as_str().unwrap(), p["role"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(known, [("Petra", ""), ("Anna Berg", "decision-maker")]);
    let (bad, _) =
        send(&server, Method::POST, &format!("{deal}/people"), &json!({"name": "X", "email": "nowhere"})).await;
    assert_eq!(bad, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn working_days_are_kept_and_looked_over() {
    let server = Running::start_owned(On::Sqlite).await;
    let mut work = server.get("/settings/work").await;
    assert_eq!(work["zone"], "UTC");
    work["zone"] = json!("Asia/Tokyo");
    work["calendar"]["holidays"] = json!([{"name": "New Year", "on": "01-01"}]);
    assert_eq!(send(&server, Method::PUT, "/settings/work", &work).await.0, StatusCode::OK);
    assert_eq!(server.get("/settings/work").await, work);
    for (field, value) in [("zone", json!("Mars/Olympus")), ("calendar", json!({"week": []}))] {
        let mut bad = work.clone();
        bad[field] = value;
        let (refused, problem) = send(&server, Method::PUT, "/settings/work", &bad).await;
        assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    assert_eq!(server.get("/my-day").await["zone"], "Asia/Tokyo");
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let deal = server.post("/deals", &json!({"name": "Mill", "stage": "presenting"})).await;
    let (id, commitment) = (deal["deal"]["id"].as_str().unwrap(), deal["commitments"][0]["id"].as_str().unwrap());
    let agreed = json!({"became": "agreed", "due": "2027-01-05"});
    let agreed = server.post(&format!("/deals/{id}/commitments/presenting/{commitment}"), &agreed).await;
    assert_eq!(agreed["commitments"][0]["due"], "2027-01-05T14:59:59Z", "the day ends in Tokyo");
}
