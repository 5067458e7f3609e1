//! Mail out: mailboxes, the one way by which mails leave, whom nobody is to write to.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    post_office::{PASSWORD, PostOffice, free_port},
    support::{On, Running, client},
};

pub async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// Asks again until it is so.
pub async fn until(server: &Running, path: &str, so: impl Fn(&Value) -> bool) -> Value {
    let mut seen = Value::Null;
    for _ in 0..300 {
        seen = server.get(path).await;
        if so(&seen) {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} stays {seen:#}");
}

/// A server whose workspace has a mailbox.
pub async fn with_mailbox(on: On, post: &PostOffice) -> Running {
    let server = Running::start_owned(on).await;
    let (kept, view) = send(&server, Method::PUT, "/mail/account", &post.account()).await;
    assert_eq!(kept, StatusCode::OK, "{view}");
    until(&server, "/mail/settings", |settings| settings["shared"]["looked"].is_string()).await;
    let policy = json!({"address": "https://sales.ourco.example"});
    assert_eq!(send(&server, Method::PUT, "/mail/policy", &policy).await.0, StatusCode::OK);
    server
}

/// A deal with somebody on it.
pub async fn deal(server: &Running, name: &str, person: &str, address: &str) -> String {
    let made = server.post("/deals", &json!({"name": name, "account": "Acme"})).await;
    let id = made["deal"]["id"].as_str().unwrap().to_owned();
    server.post(&format!("/deals/{id}/people"), &json!({"name": person, "email": address})).await;
    id
}

pub fn letter(to: &str) -> Value {
    json!({"to": to, "subject": "Hello {{first_name}}", "body": "Dear {{name}} of {{company}},\n\nwhen do we talk? 🙂"})
}

pub fn kinds(deal: &Value) -> Vec<&str> {
    deal["events"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_says_in_words_what_is_wrong_and_never_its_password() {
    let post = PostOffice::start();
    let server = Running::start_owned(On::Sqlite).await;
    let test = async |change: &dyn Fn(&mut Value)| {
        let mut account = post.account();
        change(&mut account);
        let (status, found) = send(&server, Method::POST, "/mail/account/test", &account).await;
        assert_eq!(status, StatusCode::OK, "{found}");
        found
    };
    assert_eq!(test(&|_| {}).await, json!({"smtp": null, "imap": null}));
    let says = |found: &Value, field: &str, part: &str| {
        assert!(found[field].as_str().unwrap_or_default().contains(part), "{part} is not in {found}");
    };
    let nowhere = test(&|a| a["smtp"]["host"] = "mail.nowhere.invalid".into()).await;
    says(&nowhere, "smtp", "name is not found");
    assert_eq!(nowhere["imap"], Value::Null);
    says(&test(&|a| a["smtp"]["port"] = free_port().into()).await, "smtp", "cannot be reached");
    says(&test(&|a| a["smtp_password"] = "wrong one".into()).await, "smtp", "does not accept this user and password");
    says(&test(&|a| a["imap_password"] = "wrong one".into()).await, "imap", "does not accept this user and password");
    let untrusted = test(&|a| a["authority"] = "".into()).await;
    says(&untrusted, "smtp", "certificate");
    says(&untrusted, "imap", "certificate");
    says(&test(&|a| a["smtp"]["security"] = "tls".into()).await, "smtp", "no secure connection");
    says(&test(&|a| a["folder"] = "Send".into()).await, "imap", "INBOX");

    for (change, field) in [
        (json!({"address": "no address"}), "address"),
        (json!({"name": "a\nBcc: x"}), "name"),
        (json!({"smtp": {"host": "", "port": 25, "security": "tls"}}), "smtp.host"),
        (json!({"smtp": {"host": "mx.example", "port": 25, "security": "plain", "user": "jo"}}), "smtp.security"),
        (json!({"authority": "no certificate"}), "authority"),
    ] {
        let mut account = post.account();
        account.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (status, problem) = send(&server, Method::PUT, "/mail/account", &account).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }

    assert_eq!(send(&server, Method::PUT, "/mail/account", &post.account()).await.0, StatusCode::OK);
    let shown = server.text("/mail/settings").await;
    assert!(shown.contains("\"has_smtp_password\":true") && !shown.contains("b\\\"c"), "{shown}");
    let file = std::fs::read(server.folder().join("stagecraft.db")).unwrap();
    let wal = std::fs::read(server.folder().join("stagecraft.db-wal")).unwrap_or_default();
    let has = |bytes: &[u8]| bytes.windows(PASSWORD.len()).any(|w| w == PASSWORD.as_bytes());
    assert!(!has(&file) && !has(&wal), "the password stands in the database");
    // The kept password serves a test without one, but goes to no other server.
    let mut known = post.account();
    known.as_object_mut().unwrap().remove("smtp_password");
    let (_, found) = send(&server, Method::POST, "/mail/account/test", &known).await;
    assert_eq!(found["smtp"], Value::Null);
    known["smtp"]["host"] = "127.0.0.1".into();
    let (_, found) = send(&server, Method::POST, "/mail/account/test", &known).await;
    assert_ne!(found["smtp"], Value::Null);

    let rep = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(send(&rep, Method::PUT, "/mail/account", &post.account()).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&rep, Method::PUT, "/mail/own-account", &post.account()).await.0, StatusCode::OK);
    assert_eq!(server.get("/mail/settings").await["own"], Value::Null);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_arrives_and_the_deal_tells_of_it(#[case] on: On) {
    let post = PostOffice::start();
    let server = with_mailbox(on, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let mails = format!("/deals/{id}/mails");

    let (_, preview) = send(&server, Method::POST, &format!("{mails}/preview"), &letter("ann@acme.example")).await;
    assert_eq!((&preview["subject"], &preview["missing"]), (&json!("Hello Ann"), &json!([])));
    let mut unknown = letter("ann@acme.example");
    unknown["body"] = "About {{product}}".into();
    let (_, preview) = send(&server, Method::POST, &format!("{mails}/preview"), &unknown).await;
    assert_eq!(preview["missing"], json!(["product"]));
    let (refused, problem) = send(&server, Method::POST, &mails, &unknown).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("body")));

    let (written, mail) = send(&server, Method::POST, &mails, &letter("Ann@Acme.example")).await;
    assert_eq!(written, StatusCode::CREATED, "{mail}");
    let seen = until(&server, &mails, |m| m["outgoing"][0]["state"] == "sent").await;
    assert_eq!(seen["outgoing"].as_array().unwrap().len(), 1);
    let shown = until(&server, &format!("/deals/{id}"), |deal| kinds(deal).contains(&"email.sent")).await;
    let told = shown["events"].as_array().unwrap().iter().find(|e| e["kind"] == "email.sent").unwrap();
    assert_eq!((&told["side"], &told["actor"]), (&json!("rep"), &json!("Olga Owner")));
    assert_eq!(told["attributes"]["subject"], "Hello Ann");

    let arrived = post.delivered();
    assert_eq!(arrived.len(), 1);
    let text = arrived[0].replace("\r\n", "\n");
    for part in [
        "From: \"Jo of Ourco\" <jo@ourco.example>",
        "ann@acme.example",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Message-ID: <",
    ] {
        assert!(text.replace("\n ", " ").contains(part), "{part} is not in {text}");
    }
    let message = format!("{}@ourco.example", mail["id"].as_str().unwrap());
    assert_eq!(told["attributes"]["message"], json!(message));

    for (to, state, tries) in [("gone@acme.example", "failed", 1), ("busy@acme.example", "queued", 1)] {
        let (written, mail) = send(&server, Method::POST, &mails, &letter(to)).await;
        assert_eq!(written, StatusCode::UNPROCESSABLE_ENTITY, "{mail}: a stranger's name is missing");
        server.post(&format!("/deals/{id}/people"), &json!({"name": "Bo", "email": to})).await;
        let (_, mail) = send(&server, Method::POST, &mails, &letter(to)).await;
        let id = mail["id"].clone();
        let of = |m: &Value| m["outgoing"].as_array().unwrap().iter().find(|o| o["id"] == id).cloned().unwrap();
        let seen = until(&server, &mails, |m| of(m)["tries"] == tries && of(m)["reason"].is_string()).await;
        assert_eq!(of(&seen)["state"], state, "{seen}");
    }
    assert_eq!(kinds(&server.get(&format!("/deals/{id}")).await).iter().filter(|k| **k == "email.bounced").count(), 1);
    assert_eq!(post.taken(), ["ann@acme.example"]);

    // Somebody takes back what has not gone.
    let mut later = letter("ann@acme.example");
    later["at"] = "2999-01-01T00:00:00Z".into();
    assert_eq!(send(&server, Method::POST, &mails, &later).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    later["at"] = json!((jiff::Timestamp::now() + jiff::SignedDuration::from_hours(1)).to_string());
    let (_, planned) = send(&server, Method::POST, &mails, &later).await;
    let cancel = format!("/mail/outbox/{}/cancel", planned["id"].as_str().unwrap());
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(send(&rep, Method::POST, &cancel, &json!({})).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&rep, Method::POST, &mails, &letter("ann@acme.example")).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&server, Method::POST, &cancel, &json!({})).await.1["state"], "cancelled");
    assert_eq!(send(&server, Method::POST, &cancel, &json!({})).await.0, StatusCode::CONFLICT);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn whom_nobody_is_to_write_to_is_not_written_to(#[case] on: On) {
    let post = PostOffice::start();
    let server = with_mailbox(on, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let mails = format!("/deals/{id}/mails");
    let write = async |to: &str| send(&server, Method::POST, &mails, &letter(to)).await;

    // By domain, also of what waits already.
    let mut soon = letter("ann@acme.example");
    soon["at"] = json!((jiff::Timestamp::now() + jiff::SignedDuration::from_secs(1)).to_string());
    let (_, waits) = send(&server, Method::POST, &mails, &soon).await;
    assert_eq!(waits["state"], "queued");
    let block = json!({"contact": "Acme.example", "why": "They are a partner"});
    assert_eq!(send(&server, Method::POST, "/mail/do-not-contact", &block).await.0, StatusCode::CREATED);
    let (refused, problem) = write("ann@acme.example").await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::CONFLICT, &json!("to")), "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains("partner"), "{problem}");
    until(&server, &mails, |m| m["outgoing"][0]["state"] == "refused").await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let entry = "/mail/do-not-contact/%40acme.example";
    assert_eq!(send(&rep, Method::DELETE, entry, &Value::Null).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&server, Method::DELETE, entry, &Value::Null).await.0, StatusCode::NO_CONTENT);

    // By their own word, on another deal, written in other letters.
    let other = deal(&server, "Dam", "Ann Lee", "ann@acme.example").await;
    let said = json!({"contact": "ANN@acme.example", "word": "withdrawn", "note": "by phone"});
    let (_, standing) = send(&server, Method::POST, &format!("/deals/{other}/consent"), &said).await;
    assert!(standing["forbidden"].is_string(), "{standing}");
    assert_eq!(write("ann@acme.example").await.0, StatusCode::CONFLICT);
    assert_eq!(server.get(&mails).await["contacts"][0]["consent"]["word"], "withdrawn");
    let given = json!({"contact": "ann@acme.example", "word": "given"});
    send(&server, Method::POST, &format!("/deals/{id}/consent"), &given).await;
    assert_eq!(write("ann@acme.example").await.0, StatusCode::CREATED);

    // Where consent is needed, silence is none.
    let strict = json!({"consent_needed": true, "address": "https://sales.ourco.example"});
    send(&server, Method::PUT, "/mail/policy", &strict).await;
    server.post(&format!("/deals/{id}/people"), &json!({"name": "Bob", "email": "bob@acme.example"})).await;
    assert_eq!(write("bob@acme.example").await.0, StatusCode::CONFLICT);
    assert_eq!(write("ann@acme.example").await.0, StatusCode::CREATED);
    // Nobody says so by logging a touchpoint.
    let forged = json!({"kind": "consent.given", "side": "prospect", "attributes": {"contact": "bob@acme.example"}});
    let (refused, _) = send(&server, Method::POST, &format!("/deals/{id}/touchpoints"), &forged).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_out_of_a_mail_is_one_click() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let mails = format!("/deals/{id}/mails");
    send(&server, Method::POST, &mails, &letter("ann@acme.example")).await;
    until(&server, &mails, |m| m["outgoing"][0]["state"] == "sent").await;
    let text = post.delivered()[0].replace("\r\n ", " ").replace("\r\n", "\n");
    let click = text.split("<https://sales.ourco.example/api/v1").nth(1).unwrap().split('>').next().unwrap().to_owned();
    let token = click.split("token=").nth(1).unwrap().to_owned();

    let stranger = client();
    let page = async |method: Method, token: &str| {
        let request = stranger.request(method, format!("{}/unsubscribe", server.base)).header("x-stagecraft", "1");
        let answer = request.header("x-unsubscribe", token).send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap())
    };
    let (seen, shown) = page(Method::GET, &token).await;
    assert_eq!((seen, &shown["contact"], &shown["ended"]), (StatusCode::OK, &json!("ann@acme.example"), &json!(false)));
    assert_eq!(page(Method::GET, "guessed").await.0, StatusCode::GONE);
    // A program that opens links ends nothing; the one click needs no header of ours.
    let opened = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let opened = opened.get(format!("{}{click}", server.base)).send().await.unwrap();
    assert_eq!(opened.status(), StatusCode::SEE_OTHER);
    assert_eq!(page(Method::GET, &token).await.1["ended"], false);
    let clicked =
        stranger.post(format!("{}{click}", server.base)).body("List-Unsubscribe=One-Click").send().await.unwrap();
    assert_eq!(clicked.status(), StatusCode::NO_CONTENT);
    assert_eq!(page(Method::POST, &token).await.1["ended"], true);
    assert_eq!(send(&server, Method::POST, &mails, &letter("ann@acme.example")).await.0, StatusCode::CONFLICT);
    let withdrawn = server.get(&format!("/deals/{id}")).await;
    let told: Vec<_> = kinds(&withdrawn).into_iter().filter(|k| *k == "consent.withdrawn").collect();
    assert_eq!(told.len(), 1, "said twice, told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_keep_the_pace() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    send(&server, Method::PUT, "/mail/policy", &json!({"per_hour": 2})).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let mails = format!("/deals/{id}/mails");
    for _ in 0..4 {
        send(&server, Method::POST, &mails, &letter("ann@acme.example")).await;
    }
    let counts =
        |m: &Value, state: &str| m["outgoing"].as_array().unwrap().iter().filter(|o| o["state"] == state).count();
    until(&server, &mails, |m| counts(m, "sent") == 2).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let seen = server.get(&mails).await;
    assert_eq!((counts(&seen, "sent"), counts(&seen, "queued")), (2, 2));
    let due: jiff::Timestamp = seen["outgoing"][3]["due"].as_str().unwrap().parse().unwrap();
    assert!(due.duration_since(jiff::Timestamp::now()) > jiff::SignedDuration::from_mins(55), "{due}");
    assert_eq!(post.taken().len(), 2);
}
