//! What was found out, and what later stages make of it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// With the process of a template, which has personas, objections and a library.
pub async fn with_playbook() -> Running {
    let server = Running::start_owned(On::Sqlite).await;
    let toml = model::process::to_toml(&model::process::template());
    let (status, saved) = send(&server, Method::PUT, "/process", &json!({"toml": toml})).await;
    assert!(status.is_success(), "{saved}");
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_noted_struck_out_and_used() {
    let server = with_playbook().await;
    let process = model::process::template();
    let objection = &process.objections[0];
    let made = server.post("/deals", &json!({"name": "Mill", "account": "Mill"})).await;
    let id = made["deal"]["id"].as_str().unwrap().to_owned();
    let path = format!("/deals/{id}/findings");
    let pain = json!({"kind": "pain", "text": "A fifth is scrap", "link": "https://mill.example/report"});
    let (status, all) = send(&server, Method::POST, &path, &pain).await;
    assert_eq!(
        (status, &all[0]["text"], &all[0]["by"]),
        (StatusCode::CREATED, &json!("A fifth is scrap"), &json!("Olga Owner"))
    );
    send(&server, Method::POST, &path, &json!({"kind": "competitor", "text": "Rival"})).await;
    let expected = json!({"kind": "objection", "text": "They said it last year", "objection": objection.id});
    send(&server, Method::POST, &path, &expected).await;

    let brief = server.get(&format!("/deals/{id}/brief")).await["brief"].clone();
    assert_eq!((&brief["pains"], &brief["competitors"]), (&json!(["A fifth is scrap"]), &json!(["Rival"])));
    assert_eq!(
        (&brief["objections"][0]["id"], &brief["objections"][0]["because"]),
        (&json!(objection.id), &json!("found out"))
    );
    let hand = server.get(&format!("/deals/{id}/objections")).await;
    assert_eq!((&hand["open"], &hand["suggested"][0]["says"]), (&json!([]), &json!(objection.says)));
    let answers = hand["suggested"][0]["answers"].as_array().unwrap().len();
    assert_eq!(answers, objection.answers.len());
    let raised = json!({"kind": "objection.raised", "side": "prospect", "attributes": {"objection": objection.id}});
    server.post(&format!("/deals/{id}/touchpoints"), &raised).await;
    let hand = server.get(&format!("/deals/{id}/objections")).await;
    assert_eq!((&hand["open"][0]["id"], &hand["open"][0]["state"]), (&json!(objection.id), &json!("open")));

    let finding = all[0]["id"].as_str().unwrap();
    let (_, all) = send(&server, Method::POST, &format!("{path}/{finding}/strike"), &Value::Null).await;
    assert_eq!((&all[0]["struck"], &all[0]["struck_by"]), (&json!(true), &json!("Olga Owner")));
    assert_eq!(server.get(&format!("/deals/{id}/brief")).await["brief"]["pains"], json!([]));
    let (_, all) = send(&server, Method::POST, &format!("{path}/{finding}/restore"), &Value::Null).await;
    assert_eq!(all[0]["struck"], false);
    assert_eq!(
        send(&server, Method::POST, &format!("{path}/gone/strike"), &Value::Null).await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_noted() {
    let server = with_playbook().await;
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    let path = format!("/deals/{}/findings", made["deal"]["id"].as_str().unwrap());
    for (body, field) in [
        (json!({"kind": "pain", "text": " "}), "text"),
        (json!({"kind": "pain", "text": "x".repeat(1001)}), "text"),
        (json!({"kind": "pain", "text": "x", "link": "javascript:alert(1)"}), "link"),
        (json!({"kind": "pain", "text": "x", "link": "https://a b"}), "link"),
        (json!({"kind": "objection", "text": "x", "objection": "none"}), "objection"),
    ] {
        let (status, problem) = send(&server, Method::POST, &path, &body).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{body}"
        );
    }
    let unknown = json!({"kind": "gossip", "text": "x"});
    assert_eq!(send(&server, Method::POST, &path, &unknown).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let fine = json!({"kind": "pain", "text": "x"});
    assert_eq!(send(&rep, Method::POST, &path, &fine).await.0, StatusCode::FORBIDDEN);
}
