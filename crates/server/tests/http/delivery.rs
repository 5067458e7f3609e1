//! A delivery by HTTP: the customer confirms it on a page of their own.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    after::{send, won},
    support::{On, Running, client},
};

/// What a stranger who has the link does.
async fn stranger(server: &Running, method: Method, path: &str, token: &str, body: &Value) -> (StatusCode, Value) {
    let request = client().request(method, format!("{}{path}", server.base)).header("x-stagecraft", "1");
    let answer = request.header("x-delivery", token).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

fn token(sent: &Value) -> String {
    sent["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_customer_confirms_what_arrived(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    for name in ["Pro licence", "Training"] {
        server.post("/products", &json!({"name": name, "unit": {"minor": 10_000, "currency": "EUR"}})).await;
    }
    let made = server.post("/deals", &json!({"name": "Mill", "account": "Mill Ltd"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let offer =
        json!({"lines": [{"product": "Pro licence", "quantity": "2"}, {"product": "Training", "quantity": "1"}]});
    let quote = server.post(&format!("{deal}/quotes"), &offer).await;
    let sent = server.post(&format!("{deal}/quotes/{}/send", quote["id"].as_str().unwrap()), &json!({})).await;
    let accept = client().post(format!("{}/quote/accept", server.base)).header("x-stagecraft", "1");
    let accept = accept.header("x-quote", token(&sent)).json(&json!({"name": "Eva Kern", "version": 1}));
    assert_eq!(accept.send().await.unwrap().status(), StatusCode::OK);
    server.post(&format!("{deal}/move"), &json!({"to": "won", "reason": "They accepted"})).await;

    let bought = &server.get(&format!("{deal}/after")).await["bought"];
    assert_eq!((&bought[0]["product"], &bought[0]["quantity"]), (&json!("Pro licence"), &json!("2")));
    let delivery = format!("{deal}/delivery");
    let first = server.post(&delivery, &json!({"note": "Enjoy!"})).await;
    let link = token(&first);
    let (seen, page) = stranger(&server, Method::GET, "/delivery", &link, &Value::Null).await;
    assert_eq!(
        (seen, &page["account"], &page["delivery"]["note"]),
        (StatusCode::OK, &json!("Mill Ltd"), &json!("Enjoy!"))
    );
    let lines = page["delivery"]["lines"].as_array().unwrap().clone();
    let when = page["delivery"]["sent"].clone();
    let say = |name: &str, lines: Value| json!({"name": name, "sent": when, "lines": lines});
    let [pro, training] = [&lines[0]["id"], &lines[1]["id"]];
    for (bad, field) in [
        (say(" ", json!([{"id": pro, "received": true}])), "name"),
        (say("Eva", json!([])), "lines"),
        (say("Eva", json!([{"id": "line-99", "received": true}])), "lines.0.id"),
        (say("Eva", json!([{"id": pro, "received": false, "note": " "}])), "lines.0.note"),
        (say("Eva", json!([{"id": pro, "received": false, "note": "x".repeat(4_001)}])), "lines.0.note"),
    ] {
        let (refused, problem) = stranger(&server, Method::POST, "/delivery/answers", &link, &bad).await;
        assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let missing = say(
        "Eva Kern",
        json!([{"id": pro, "received": true}, {"id": training, "received": false, "note": "<b>No trainer</b>"}]),
    );
    let (_, page) = stranger(&server, Method::POST, "/delivery/answers", &link, &missing).await;
    assert_eq!(page["delivery"]["standing"], "disputed");
    let view = server.get(&format!("{deal}/after")).await;
    let told = &view["delivery"]["lines"][1];
    assert_eq!((&told["state"], &told["theirs"], &told["by"]), (&json!("disputed"), &json!(true), &json!("Eva Kern")));
    let events = server.get(&deal).await["events"].clone();
    let confirmed = events.as_array().unwrap().iter().find(|e| e["kind"] == "delivery.confirmed").unwrap();
    assert_eq!((&confirmed["side"], &confirmed["actor"]), (&json!("prospect"), &json!("Eva Kern")));

    // Delivered once more: the old link ends, what arrived stays confirmed.
    let second = server.post(&delivery, &json!({})).await;
    assert_eq!(stranger(&server, Method::GET, "/delivery", &link, &Value::Null).await.0, StatusCode::GONE);
    let link = token(&second);
    let (_, page) = stranger(&server, Method::GET, "/delivery", &link, &Value::Null).await;
    let states: Vec<&str> =
        page["delivery"]["lines"].as_array().unwrap().iter().filter_map(|l| l["state"].as_str()).collect();
    assert_eq!(states, ["confirmed", "waiting"]);
    let late = say("Eva Kern", json!([{"id": training, "received": true}]));
    let (stale, _) = stranger(&server, Method::POST, "/delivery/answers", &link, &late).await;
    assert_eq!(stale, StatusCode::PRECONDITION_FAILED, "they read the first one");
    let now =
        json!({"name": "Eva Kern", "sent": page["delivery"]["sent"], "lines": [{"id": training, "received": true}]});
    let (_, page) = stranger(&server, Method::POST, "/delivery/answers", &link, &now).await;
    assert_eq!(page["delivery"]["standing"], "confirmed");
    assert_eq!(stranger(&server, Method::GET, "/delivery", "guessed", &Value::Null).await.0, StatusCode::GONE);
    assert_eq!(
        stranger(&server, Method::GET, "/quote", &link, &Value::Null).await.0,
        StatusCode::GONE,
        "it opens no quote"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_we_were_told_is_our_word() {
    let server = Running::start_owned(On::Sqlite).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let deal = won(&server, "Mill").await;
    let answers = format!("{deal}/delivery/answers");
    let told = json!({"name": "Eva Kern", "how": "call", "lines": [{"id": "line-1", "received": true}]});
    assert_eq!(send(&server, Method::POST, &answers, &told).await.0, StatusCode::CONFLICT, "nothing was delivered");
    let sent = server.post(&format!("{deal}/delivery"), &json!({})).await;
    assert_eq!(sent["after"]["delivery"]["lines"][0]["product"], "Pro", "the deal's product");
    let view = server.post(&answers, &told).await;
    let line = &view["delivery"]["lines"][0];
    assert_eq!((&line["theirs"], &line["how"], &line["by"]), (&json!(false), &json!("call"), &json!("Eva Kern")));
    let events = server.get(&deal).await["events"].clone();
    let confirmed = events.as_array().unwrap().iter().find(|e| e["kind"] == "delivery.confirmed").unwrap();
    assert_eq!((&confirmed["side"], &confirmed["actor"]), (&json!("rep"), &json!("Olga Owner")));
    let other = json!({"name": "Eva", "how": "telepathy", "lines": []});
    assert!(send(&server, Method::POST, &answers, &other).await.0.is_client_error());
}
