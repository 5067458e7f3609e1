//! The choices in a proposal by HTTP, on both databases: kept for the team, and never overwritten unseen.

use reqwest::{Client, Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

const DRAFT: &str = "/process/proposal/draft";

async fn put(server: &Running, by: &Client, seen: Option<&str>, choices: &Value) -> (StatusCode, Value) {
    let request = by.put(format!("{}{DRAFT}", server.base)).header("x-stagecraft", "1").json(choices);
    let request = seen.into_iter().fold(request, |request, seen| request.header("if-match", seen));
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// Somebody else, signed in with this role.
async fn colleague(server: &Running, name: &str, role: &str) -> Client {
    let form = json!({"name": name, "email": format!("{name}@example.com"), "role": role});
    let added = server.post("/users", &form).await;
    let token = added["link"].as_str().unwrap().split('#').nth(1).unwrap().trim_start_matches("token=").to_owned();
    let their = client();
    let request = their.post(format!("{}/session/link", server.base)).header("x-stagecraft", "1");
    let signed_in = request.json(&json!({"token": token})).send().await.unwrap();
    assert!(signed_in.status().is_success(), "{added}: {}", signed_in.status());
    their
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn choices_are_kept_for_the_team_and_the_slower_is_told(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let none = server.get(DRAFT).await;
    assert_eq!(
        none,
        json!({"version": 0, "choices": {"dropped": [], "words": {}, "targets": {}}, "by": null, "at": null})
    );

    let mine = json!({"dropped": ["closing", "presenting.exit.demo"], "words": {"a.tasks.b": "Ring \"them\""}, "targets": {"a.target": 4.5}});
    let (ok, saved) = put(&server, &server.client, Some("\"0\""), &mine).await;
    assert_eq!(
        (ok, &saved["version"], &saved["choices"], &saved["by"]),
        (StatusCode::OK, &json!(1), &mine, &json!("Olga Owner"))
    );

    let mona = colleague(&server, "Mona", "manager").await;
    let hers = json!({"dropped": ["closing"]});
    let (ok, problem) = put(&server, &mona, Some("\"0\""), &hers).await;
    assert_eq!((ok, &problem["type"]), (StatusCode::PRECONDITION_FAILED, &json!("urn:stagecraft:problem:stale")));
    assert!(
        problem["detail"].as_str().unwrap().starts_with("Olga Owner changed the choices in the meantime"),
        "{problem}"
    );
    assert_eq!(server.get(DRAFT).await, saved, "nothing is overwritten unseen");
    let (ok, next) = put(&server, &mona, Some("\"1\""), &hers).await;
    assert_eq!((ok, &next["version"], &next["by"]), (StatusCode::OK, &json!(2), &json!("Mona")));
    assert_eq!(server.get(DRAFT).await, next);

    // beginning anew is a change as well: who has not seen it is told
    assert_eq!(put(&server, &server.client, Some("\"2\""), &json!({})).await.1["version"], 3);
    assert_eq!(put(&server, &mona, Some("\"2\""), &hers).await.0, StatusCode::PRECONDITION_FAILED);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_leads_chooses_and_only_what_a_proposal_has() {
    let server = Running::start_owned(On::Sqlite).await;
    let rep = colleague(&server, "Rita", "rep").await;
    let (refused, problem) = put(&server, &rep, Some("\"0\""), &json!({})).await;
    assert_eq!(
        (refused, &problem["detail"]),
        (
            StatusCode::FORBIDDEN,
            &json!("To choose in the proposal one has to be: owner, manager. You are signed in as rep.")
        )
    );
    let seen = rep.get(format!("{}{DRAFT}", server.base)).send().await.unwrap();
    assert_eq!(seen.status(), StatusCode::OK);
    assert_eq!(put(&server, &server.client, None, &json!({})).await.0, StatusCode::PRECONDITION_REQUIRED);
    let many: Vec<String> = (0..5_001).map(|n| n.to_string()).collect();
    let long: serde_json::Map<String, Value> = (0..200).map(|n| (n.to_string(), json!("x".repeat(1_900)))).collect();
    for (choices, status, field) in [
        (json!({"dropped": many}), 422, "dropped"),
        (json!({"dropped": [""]}), 422, "dropped"),
        (json!({"words": {"n".repeat(501): "x"}}), 422, "words"),
        (json!({"words": {"a": "x".repeat(2_001)}}), 422, "words"),
        (json!({"targets": {"a": -1}}), 422, "targets"),
        (json!({"targets": {"a": 1e300}}), 422, "targets"),
        (json!({"words": long}), 413, ""),
        (json!({"more": 1}), 422, ""),
        (json!({"words": {"a": 1}}), 422, ""),
    ] {
        let (got, problem) = put(&server, &server.client, Some("\"0\""), &choices).await;
        assert_eq!((got.as_u16(), problem["errors"][0]["field"].as_str().unwrap_or("")), (status, field), "{problem}");
    }
    assert_eq!(server.get(DRAFT).await["version"], 0);
}

const EVENTS: &str = "\
deal,activity,time
D1,=1+1,2026-01-05
D1,Call,2026-01-06
D2,Call,2026-01-07
D2,\"Mail, long\",2026-01-08
";

#[tokio::test(flavor = "multi_thread")]
async fn ways_can_be_taken_along_whole_and_are_safe_in_a_spreadsheet() {
    let server = Running::start_owned(On::Sqlite).await;
    let import = server.import(&[("events.csv", EVENTS.as_bytes().to_vec())]).await;
    assert_eq!(import["status"], "done", "{import}");
    let answer = server.request(Method::GET, "/discover/variants.csv?view=all&limit=1").send().await.unwrap();
    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"ways.csv\"");
    let text = answer.text().await.unwrap();
    assert!(text.contains("\r\n1,'=1+1 → Call,2,1,") && text.contains(",\"Call → Mail, long\",2,1,"), "{text}");
    assert_eq!(text.split_terminator("\r\n").count(), 3, "{text}");
}
