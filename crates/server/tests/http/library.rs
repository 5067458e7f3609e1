//! Files of the library, and how the playbook is used, by HTTP, on both databases.

use reqwest::{Method, Response, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn put(server: &Running, name: &str, seen: Option<i64>, content: &[u8]) -> (StatusCode, Value) {
    let request = server.request(Method::PUT, &format!("/library/files/{name}")).body(content.to_vec());
    let request = seen.into_iter().fold(request, |request, seen| request.header("if-match", format!("\"{seen}\"")));
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn open(server: &Running, name: &str) -> Response {
    server.request(Method::GET, &format!("/library/files/{name}")).send().await.unwrap()
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn files_are_brought_opened_replaced_and_removed(#[case] on: On) {
    let server = Running::start_owned(on).await;
    assert_eq!(server.get("/library/files").await, json!([]));
    let name = "F%C3%A4lle%202026.html";
    let script = b"<script>alert(1)</script>";
    let (status, kept) = put(&server, name, None, script).await;
    assert_eq!((status, &kept["name"], &kept["version"]), (StatusCode::OK, &json!("Fälle 2026.html"), &json!(1)));
    assert_eq!((&kept["media"], &kept["size"], &kept["by"]), (&json!("text/html"), &json!(25), &json!("Olga Owner")));

    let opened = open(&server, name).await;
    assert_eq!(header(&opened, "content-disposition"), "attachment; filename*=UTF-8''F%C3%A4lle%202026.html");
    assert_eq!(header(&opened, "content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header(&opened, "x-content-type-options"), "nosniff");
    let tag = header(&opened, "etag").to_owned();
    assert_eq!(&opened.bytes().await.unwrap()[..], script);
    let again = server.request(Method::GET, &format!("/library/files/{name}")).header("if-none-match", tag);
    assert_eq!(again.send().await.unwrap().status(), StatusCode::NOT_MODIFIED);

    assert_eq!(put(&server, name, None, b"other").await.0, StatusCode::PRECONDITION_FAILED);
    let (status, second) = put(&server, name, Some(1), b"other").await;
    assert_eq!((status, &second["version"]), (StatusCode::OK, &json!(2)));
    for (name, content, refused) in [
        ("..%2Fdeck.pdf", &b"x"[..], StatusCode::UNPROCESSABLE_ENTITY),
        ("empty.pdf", b"", StatusCode::UNPROCESSABLE_ENTITY),
        ("large.pdf", &vec![0; (50 << 20) + 1], StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(put(&server, name, None, content).await.0, refused, "{name}");
    }
    let gone = |seen: i64| {
        let request = server.request(Method::DELETE, &format!("/library/files/{name}"));
        request.header("if-match", format!("\"{seen}\"")).send()
    };
    assert_eq!(gone(1).await.unwrap().status(), StatusCode::PRECONDITION_FAILED);
    assert_eq!(gone(2).await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(open(&server, name).await.status(), StatusCode::NOT_FOUND);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_reps_log_of_the_playbook_is_counted(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let begun = server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let mut process = begun["process"].clone();
    let item = process["library"][0].clone();
    let objection = process["objections"][0].clone();
    let reply = &objection["answers"][0];
    let made = server.post("/deals", &json!({"name": "Mill", "stage": "presenting"})).await;
    let touches = format!("/deals/{}/touchpoints", made["deal"]["id"].as_str().unwrap());
    let touch = async |kind: &str, side: &str, attributes: Value| {
        server.post(&touches, &json!({"kind": kind, "side": side, "attributes": attributes})).await
    };
    let seen = touch("content.viewed", "prospect", json!({"content": item["name"]})).await;
    let written = seen["events"].as_array().unwrap().iter().find(|e| e["kind"] == "content.viewed").unwrap();
    let both = format!("{}, {}", item["kind"].as_str().unwrap(), item["id"].as_str().unwrap());
    assert_eq!(written["attributes"]["content"], json!(both), "criteria ask for the kind");
    touch("objection.raised", "prospect", json!({"objection": objection["id"]})).await;
    touch("objection.answered", "rep", json!({"objection": objection["id"], "answer": reply["id"]})).await;
    touch("objection.settled", "prospect", json!({"objection": objection["id"]})).await;

    let found = server.post("/process/use", &json!({})).await;
    let content = &found["content"][0];
    assert_eq!(
        (&content["id"], &content["viewed"]["deals"], &content["shared"]["times"]),
        (&item["id"], &json!(1), &json!(0))
    );
    assert_eq!((&content["endings"]["open"], &content["endings"]["with"]["of"]), (&json!(1), &json!(0)));
    let raised = &found["objections"][0];
    assert_eq!((&raised["raised"]["times"], &raised["settled"]), (&json!(1), &json!(1)));
    assert_eq!((&raised["answers"][0]["id"], &raised["answers"][0]["given"]["deals"]), (&reply["id"], &json!(1)));

    // Of a draft, by what it has.
    process["objections"][0]["id"] = json!("new-name");
    process["objections"][0]["kind"] = json!("new kind");
    let draft = server.post("/process/use", &json!({"process": process})).await;
    assert_eq!(draft["objections"][0]["raised"]["times"], 0);
    assert_eq!(draft["other_objections"], json!([{"name": objection["id"], "times": 1}]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_missing_is_found_by_the_linter() {
    let server = Running::start_owned(On::Sqlite).await;
    let begun = server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let mut process = begun["process"].clone();
    process["library"][0]["file"] = json!("mill.pdf");
    let missing = async || {
        let checked = server.post("/process/check", &json!({"process": process})).await;
        let findings = checked["findings"].as_array().unwrap().clone();
        findings.iter().any(|f| f["code"] == "P146" && f["line"].is_u64())
    };
    assert!(missing().await);
    assert_eq!(put(&server, "mill.pdf", None, b"%PDF").await.0, StatusCode::OK);
    assert!(!missing().await);
}
