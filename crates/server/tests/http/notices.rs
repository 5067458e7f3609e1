//! Notices: in the program, by mail, to a real receiver of webhooks; each once.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
    time::Duration,
};

use reqwest::{Method, StatusCode};
use ring::hmac;
use rstest::rstest;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::{
    mail::{deal, send, until, with_mailbox},
    post_office::PostOffice,
    support::{On, Running},
};

/// A program that is told things by HTTP.
pub struct Receiver {
    pub url: String,
    heard: Arc<Mutex<Vec<(String, String)>>>,
    answers: Arc<AtomicU16>,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook?a=1", listener.local_addr().unwrap());
        let heard: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
        let answers = Arc::new(AtomicU16::new(204));
        let (kept, status) = (heard.clone(), answers.clone());
        tokio::spawn(async move {
            loop {
                let (mut socket, _) = listener.accept().await.unwrap();
                let mut text = String::new();
                let length = |head: &str| {
                    let line = head.lines().find(|l| l.to_lowercase().starts_with("content-length:")).unwrap();
                    line[15..].trim().parse::<usize>().unwrap()
                };
                let (head, body) = loop {
                    let mut part = [0_u8; 4096];
                    let read = socket.read(&mut part).await.unwrap();
                    text.push_str(&String::from_utf8_lossy(&part[..read]));
                    if let Some((head, body)) = text.split_once("\r\n\r\n")
                        && body.len() >= length(head)
                    {
                        break (head.to_owned(), body.to_owned());
                    }
                };
                kept.lock().unwrap().push((head, body));
                let answer = format!("HTTP/1.1 {} x\r\ncontent-length: 0\r\n\r\n", status.load(Ordering::SeqCst));
                let _ = socket.write_all(answer.as_bytes()).await;
            }
        });
        Self { url, heard, answers }
    }

    pub fn heard(&self) -> Vec<(String, String)> {
        self.heard.lock().unwrap().clone()
    }
}

/// The acts of a prospect and of others that somebody is told of: a quote that was viewed and accepted.
async fn quote(owner: &Running, server: &Running, deal: &str) -> String {
    let product = json!({"name": "Pro", "unit": {"minor": 10_000, "currency": "EUR"}, "tax_percent": "0"});
    owner.post("/products", &product).await;
    let offer = json!({"lines": [{"product": "Pro", "quantity": "1"}]});
    let quote = server.post(&format!("/deals/{deal}/quotes"), &offer).await;
    let sent = server.post(&format!("/deals/{deal}/quotes/{}/send", quote["id"].as_str().unwrap()), &json!({})).await;
    sent["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned()
}

async fn accept(server: &Running, token: &str) {
    let word = json!({"name": "Ann Lee", "version": 1});
    let request = server.request(Method::POST, "/quote/accept").header("x-quote", token).json(&word);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
}

fn of<'a>(notices: &'a Value, kind: &str) -> Vec<&'a Value> {
    notices["notices"].as_array().unwrap().iter().filter(|n| n["kind"] == kind).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_owner_of_a_deal_is_told_once(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let id = deal(&rep, "Mill", "Ann Lee", "ann@acme.example").await;
    let token = quote(&server, &rep, &id).await;
    accept(&rep, &token).await;
    let told = until(&rep, "/notices", |n| !of(n, "quote-accepted").is_empty()).await;
    assert_eq!((of(&told, "quote-accepted").len(), &told["unread"]), (1, &json!(1)), "{told}");
    assert_eq!(of(&told, "quote-accepted")[0]["says"], "Ann Lee accepted a quote of Mill (Acme)");
    assert_eq!(server.get("/notices").await["unread"], 0, "nobody else is told");

    // A deal that becomes somebody else's: they are told, who did it is not.
    let patch = json!({"fields": {"owner": "Olga Owner"}});
    let path = format!("/deals/{id}");
    assert_eq!(send(&rep, Method::PATCH, &path, &patch).await.0, StatusCode::OK);
    let told = until(&server, "/notices", |n| !of(n, "assigned").is_empty()).await;
    assert!(told["notices"][0]["says"].as_str().unwrap().contains("by Rita Rep"), "{told}");
    assert!(of(&rep.get("/notices").await, "assigned").is_empty());

    // Another program on the same database, as after a restart, tells nothing twice.
    let store = store::Store::open(&server.location).await.unwrap();
    let other = server::App::new(store, server.folder().join("uploads"));
    let listening = server::listen("127.0.0.1".parse().unwrap(), Some(0)).await.unwrap();
    tokio::spawn(listening.serve(other, std::future::pending()));
    let back = json!({"fields": {"owner": "Rita Rep"}});
    send(&server, Method::PATCH, &path, &back).await;
    until(&rep, "/notices", |n| !of(n, "assigned").is_empty()).await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    let told = rep.get("/notices").await;
    assert_eq!((of(&told, "assigned").len(), of(&told, "quote-accepted").len()), (1, 1), "{told}");

    let id = told["notices"][0]["id"].clone();
    let read = |ids: Value, read: bool| json!({"ids": ids, "read": read});
    assert_eq!(send(&server, Method::POST, "/notices/read", &read(json!([id]), true)).await.0, StatusCode::NO_CONTENT);
    assert_eq!(rep.get("/notices").await["unread"], 2, "somebody else cannot read them");
    send(&rep, Method::POST, "/notices/read", &read(json!([id]), true)).await;
    assert_eq!(rep.get("/notices").await["unread"], 1);
    send(&rep, Method::POST, "/notices/read", &json!({"read": true})).await;
    assert_eq!(rep.get("/notices").await["unread"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_chooses_how_they_are_told() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let choices = rep.get("/notices/choices").await;
    assert_eq!((&choices["can_mail"], &choices["kinds"][0]["shown"]), (&json!(true), &json!(true)));
    let quiet = json!({"shown": false, "mail": "none"});
    let hour = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).hour();
    let wish = json!({"kinds": {"quote-accepted": {"shown": true, "mail": "at-once"}, "quote-asked": quiet,
        "assigned": {"shown": false, "mail": "digest"}}, "digest_hour": hour});
    assert_eq!(
        send(&rep, Method::PUT, "/notices/choices", &json!({"digest_hour": 24})).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(send(&rep, Method::PUT, "/notices/choices", &wish).await.0, StatusCode::OK);

    let id = deal(&rep, "Mill", "Ann Lee", "ann@acme.example").await;
    let token = quote(&server, &rep, &id).await;
    let asked = json!({"name": "Ann Lee", "note": "Why?", "version": 1});
    rep.request(Method::POST, "/quote/questions").header("x-quote", &token).json(&asked).send().await.unwrap();
    accept(&rep, &token).await;
    let told = until(&rep, "/notices", |n| !of(n, "quote-accepted").is_empty()).await;
    assert!(of(&told, "quote-asked").is_empty(), "{told}");
    let mut arrived = Vec::new();
    for _ in 0..200 {
        arrived = post.delivered();
        if !arrived.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(arrived.len(), 1);
    for part in
        ["rita.rep@example.com", "Auto-Submitted: auto-generated", "accepted a quote of Mill", &format!("/deals/{id}")]
    {
        let flat = arrived[0].replace("=\r\n", "").replace("\r\n ", " ");
        assert!(flat.contains(part), "{part} is not in {}", arrived[0]);
    }

    // The daily mail holds what came together, and comes once a day.
    let made = server.post("/deals", &json!({"name": "Given", "owner": "Rita Rep"})).await;
    until(&server, "/mail/settings", |_| post.delivered().len() == 2).await;
    assert!(post.delivered()[1].contains("Given is yours now"), "{}", post.delivered()[1]);
    server.post("/deals", &json!({"name": "Given too", "owner": "Rita Rep"})).await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(post.delivered().len(), 2, "{made}");
    assert!(rep.get("/notices").await["notices"].as_array().unwrap().iter().all(|n| n["kind"] != "assigned"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_program_is_told_signed_and_again_until_it_takes_it() {
    let receiver = Receiver::start().await;
    let server = Running::start_owned(On::Sqlite).await;
    let hook = json!({"url": receiver.url, "kinds": ["quote-accepted", "assigned"], "active": true});
    let (refused, problem) = send(&server, Method::POST, "/webhooks", &hook).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("url")));
    // A name that leads into the own network is found out when it is called.
    let inside = json!({"url": "https://localhost/hook", "kinds": ["assigned"], "active": false});
    let (_, line) = send(&server, Method::POST, "/webhooks", &inside).await;
    let test = server.post(&format!("/webhooks/{}/test", line["id"].as_str().unwrap()), &json!({})).await;
    assert!(test["trouble"].as_str().unwrap().contains("private network"), "{test}");

    send(&server, Method::PUT, "/webhooks-private", &json!({"private": true})).await;
    let (added, line) = send(&server, Method::POST, "/webhooks", &hook).await;
    assert_eq!(added, StatusCode::CREATED, "{line}");
    let secret = line["secret"].as_str().unwrap().to_owned();
    let shown = server.text("/webhooks").await;
    assert!(!shown.contains(&secret), "the secret is told once");
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(send(&rep, Method::GET, "/webhooks", &Value::Null).await.0, StatusCode::FORBIDDEN);

    let id = deal(&rep, "Mill", "Ann Lee", "ann@acme.example").await;
    let token = quote(&server, &rep, &id).await;
    receiver.answers.store(503, Ordering::SeqCst);
    accept(&rep, &token).await;
    let path = format!("/webhooks/{}/deliveries", line["id"].as_str().unwrap());
    let accepted = |all: &Value| all.as_array().unwrap().iter().find(|d| d["kind"] == "quote-accepted").cloned();
    let seen = until(&server, &path, |d| accepted(d).is_some_and(|d| d["tries"] == 1 && d["answer"].is_string())).await;
    let first = accepted(&seen).unwrap();
    assert_eq!((&first["state"], &first["answer"]), (&json!("waiting"), &json!("answered 503")));
    let due: jiff::Timestamp = first["due"].as_str().unwrap().parse().unwrap();
    assert!(due > jiff::Timestamp::now() + jiff::SignedDuration::from_secs(30), "it is tried again later, not at once");

    let heard = receiver.heard();
    let (head, body) = heard.iter().find(|(_, body)| body.contains("quote-accepted")).unwrap();
    let told: Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        (&told["deal"]["name"], &told["says"]),
        (&json!("Mill"), &json!("Ann Lee accepted a quote of Mill (Acme)"))
    );
    let signature = head.lines().find_map(|l| l.strip_prefix("x-stagecraft-signature: ")).unwrap();
    let (at, signed) = signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let expected = hmac::sign(&key, format!("{at}.{body}").as_bytes());
    let hex: String = expected.as_ref().iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(signed, hex);
    assert!(head.starts_with("POST /hook?a=1 HTTP/1.1"), "{head}");

    receiver.answers.store(204, Ordering::SeqCst);
    send(&rep, Method::PATCH, &format!("/deals/{id}"), &json!({"fields": {"owner": "Olga Owner"}})).await;
    let assigned = |all: &Value| all.as_array().unwrap().iter().find(|d| d["kind"] == "assigned").cloned();
    until(&server, &path, |d| assigned(d).is_some_and(|d| d["state"] == "done")).await;
    assert_eq!(receiver.heard().iter().filter(|(_, body)| body.contains("\"assigned\"")).count(), 1);
}
