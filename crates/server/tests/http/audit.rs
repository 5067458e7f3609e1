//! What is not allowed is refused, and written down.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

async fn status(server: &Running, method: Method, path: &str, body: &Value) -> StatusCode {
    server.request(method, path).json(body).send().await.unwrap().status()
}

/// The trail, once it has as many lines.
async fn trail(server: &Running, lines: usize) -> Vec<Value> {
    for _ in 0..100 {
        let trail = server.get("/audit").await;
        let found = trail["refusals"].as_array().unwrap();
        if found.len() >= lines {
            return found.clone();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{lines} lines never came: {}", server.get("/audit").await)
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_tries_what_they_may_not(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let made = server.post("/deals", &json!({"name": "Mill", "owner": "Anna Rep"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let (ben, vera) = (server.sign_in_as("rep", "Ben Rep").await, server.sign_in_as("viewer", "Vera Viewer").await);
    let call = json!({"kind": "call", "side": "rep"});

    // a rep tries another's deal, a viewer tries to write
    let touchpoints = format!("{deal}/touchpoints");
    assert_eq!(status(&ben, Method::POST, &touchpoints, &call).await, StatusCode::FORBIDDEN);
    assert_eq!(status(&vera, Method::PATCH, &deal, &json!({"fields": {"value": "1"}})).await, StatusCode::FORBIDDEN);
    assert_eq!(status(&ben, Method::GET, "/audit", &Value::Null).await, StatusCode::FORBIDDEN);
    assert_eq!(server.get(&deal).await["events"].as_array().unwrap().len(), made["events"].as_array().unwrap().len());
    // a stranger guesses a quote's link, an interview's, and a password
    let stranger = |method: Method, path: &str| {
        client().request(method, format!("{}{path}", server.base)).header("x-stagecraft", "1")
    };
    let guessed = stranger(Method::GET, "/quote").header("x-quote", "a guess").send().await.unwrap();
    assert_eq!(guessed.status(), StatusCode::GONE);
    let guessed = stranger(Method::GET, "/interview").header("x-interview", "a guess").send().await.unwrap();
    assert_eq!(guessed.status(), StatusCode::GONE);
    let password = json!({"email": "olga@example.com", "password": "hunter2 hunter2"});
    let guessed = stranger(Method::POST, "/session").json(&password).send().await.unwrap();
    assert_eq!(guessed.status(), StatusCode::UNAUTHORIZED);
    // what anybody may ask is no refusal
    assert!(stranger(Method::GET, "/session").send().await.unwrap().status().is_success());
    assert_eq!(stranger(Method::GET, "/board").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);

    let lines = trail(&server, 6).await;
    let told: Vec<String> = lines
        .iter()
        .rev()
        .map(|l| {
            let by = l["by"].as_str().map_or("-".to_owned(), |by| format!("{by} ({})", l["role"].as_str().unwrap()));
            format!("{by}: {}: {} {}", l["action"].as_str().unwrap(), l["status"], l["why"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "Ben Rep (rep): log a touchpoint: 403 forbidden",
            "Vera Viewer (viewer): change a deal: 403 forbidden",
            "Ben Rep (rep): see what was refused: 403 forbidden",
            "-: read a quote: 410 link-over",
            "-: answer an interview: 410 link-over",
            "-: sign in: 401 wrong-password",
        ]
    );
    assert_eq!((&lines[5]["path"], &lines[5]["network"]), (&json!(touchpoints), &json!("127.0.0.0/24")));
    // no secret in it, on any way to read it
    let csv = server.text("/audit.csv").await;
    assert_eq!(csv.lines().count(), 7, "{csv}");
    for secret in ["a guess", "hunter2", "olga@example.com"] {
        assert!(!csv.contains(secret) && !lines.iter().any(|line| line.to_string().contains(secret)), "{secret}");
    }
    // in parts
    let first = server.get("/audit?limit=4").await;
    let rest = server.get(&format!("/audit?limit=4&cursor={}", first["next"])).await;
    assert_eq!((rest["refusals"].as_array().unwrap().len(), &rest["next"]), (2, &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_does_not_fill_the_disk() {
    let server = Running::start_owned(On::Sqlite).await;
    let vera = server.sign_in_as("viewer", "Vera Viewer").await;
    for _ in 0..200 {
        assert_eq!(status(&vera, Method::POST, "/deals", &json!({"name": "x"})).await, StatusCode::FORBIDDEN);
    }
    let ben = server.sign_in_as("viewer", "Ben Viewer").await;
    assert_eq!(status(&ben, Method::POST, "/deals", &json!({"name": "x"})).await, StatusCode::FORBIDDEN);
    for _ in 0..100 {
        let lines = server.get("/audit?limit=500").await["refusals"].as_array().unwrap().clone();
        if lines.iter().any(|line| line["by"] == "Ben Viewer") {
            assert!(lines.len() <= 61, "{}", lines.len());
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("one who floods hides another");
}
