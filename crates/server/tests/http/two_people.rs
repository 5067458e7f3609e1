//! Two people change one deal: one wins, the other learns what happened.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn sent(server: &Running, path: &str, version: Option<i64>, body: &Value) -> (StatusCode, Value) {
    let request = server.request(Method::POST, path).json(body);
    let request = version.map_or_else(
        || request.try_clone().unwrap(),
        |v| request.try_clone().unwrap().header("if-match", format!("\"{v}\"")),
    );
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

/// A server with a process, and a deal of Rita's in its first stage; the deal's id and version, and the next two stages.
async fn start(on: On) -> (Running, String, i64, Vec<String>) {
    let server = Running::start_owned(on).await;
    let templates = server.get("/process/templates").await;
    let begun = server.post("/processes", &json!({"template": templates[0]["id"]})).await;
    let stages = begun["process"]["stages"].as_array().unwrap().iter();
    let open: Vec<String> = stages
        .filter(|s| s["kind"].is_null() || s["kind"] == "open")
        .map(|s| s["id"].as_str().unwrap().to_owned())
        .collect();
    let made = server.post("/deals", &json!({"name": "Mill", "owner": "Rita Rep"})).await;
    let deal = &made["deal"];
    (server, deal["id"].as_str().unwrap().to_owned(), deal["version"].as_i64().unwrap(), open[1..3].to_vec())
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn one_wins_and_the_other_sees_what_changed(#[case] on: On) {
    let (server, id, version, to) = start(on).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let path = format!("/deals/{id}/move");
    let wish = |to: &str| json!({"to": to, "reason": "They asked for it"});
    let wishes = [wish(&to[0]), wish(&to[1])];
    let (first, second) =
        tokio::join!(sent(&server, &path, Some(version), &wishes[0]), sent(&rita, &path, Some(version), &wishes[1]));
    let (won, lost, by) =
        if first.0 == StatusCode::OK { (first, second, "Olga Owner") } else { (second, first, "Rita Rep") };
    assert_eq!((won.0, lost.0), (StatusCode::OK, StatusCode::PRECONDITION_FAILED), "{} {}", won.1, lost.1);
    let problem = &lost.1;
    assert_eq!(problem["type"], "urn:stagecraft:problem:stale");
    assert!(problem["detail"].as_str().unwrap().starts_with(by), "{problem}");
    let since = problem["since"].as_array().unwrap();
    let entered = since.iter().find(|event| event["kind"] == "stage.entered").unwrap();
    assert_eq!((&entered["actor"], &entered["stage"]), (&json!(by), &won.1["deal"]["stage"]));
    assert!(since.iter().all(|event| event["kind"] != "deal.created"), "only what is new: {problem}");
    assert_eq!(since.len() as i64, won.1["deal"]["version"].as_i64().unwrap() - version);

    // what was lost is sent again on what is there now, and counts
    let (path, now) = (format!("/deals/{id}"), won.1["deal"]["version"].as_i64().unwrap());
    let again = rita.request(Method::PATCH, &path).header("if-match", format!("\"{version}\""));
    let refused: Value = again.json(&json!({"fields": {"value": "500"}})).send().await.unwrap().json().await.unwrap();
    assert_eq!((&refused["status"], refused["since"].as_array().unwrap().len()), (&json!(412), since.len()));
    let again = rita.request(Method::PATCH, &path).header("if-match", format!("\"{now}\""));
    let taken: Value = again.json(&json!({"fields": {"value": "500"}})).send().await.unwrap().json().await.unwrap();
    assert_eq!(taken["deal"]["value"]["minor"], 50_000);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn calls_logged_at_once_are_all_kept(#[case] on: On) {
    let (server, id, version, _) = start(on).await;
    let path = format!("/deals/{id}/touchpoints");
    let call = json!({"kind": "call", "side": "rep"});
    let all = (0..8).map(|_| sent(&server, &path, None, &call));
    let answers = futures_util::future::join_all(all).await;
    assert!(answers.iter().all(|(status, _)| *status == StatusCode::OK), "{answers:?}");
    assert_eq!(server.get(&format!("/deals/{id}")).await["deal"]["version"], version + 8);
}
