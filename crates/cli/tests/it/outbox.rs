//! A server that is killed while a mail is handed over sends it no second time.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::post_office::{PostOffice, free_port};

/// A server of its own process, and somebody signed in.
struct Served {
    server: Child,
    base: String,
    client: Client,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Served {
    async fn start(data: &TempDir, client: Client) -> Self {
        let port = free_port();
        let server = Command::new(env!("CARGO_BIN_EXE_stagecraft"))
            .args(["serve", "--port", &port.to_string(), "--data"])
            .arg(data.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let here = Self { server, base: format!("http://127.0.0.1:{port}/api/v1"), client };
        for _ in 0..600 {
            if here.client.get(format!("{}/session", here.base)).send().await.is_ok() {
                return here;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not start");
    }

    async fn ask(&self, method: Method, path: &str, body: &Value) -> Value {
        let request = self.client.request(method, format!("{}{path}", self.base)).header("x-stagecraft", "1");
        let answer = request.json(body).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.text().await.unwrap());
        answer.json().await.unwrap_or(Value::Null)
    }

    async fn until(&self, path: &str, so: impl Fn(&Value) -> bool) -> Value {
        let mut seen = Value::Null;
        for _ in 0..400 {
            seen = self.ask(Method::GET, path, &Value::Null).await;
            if so(&seen) {
                return seen;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{path} stays {seen:#}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_sends_nothing_twice() {
    let (post, data) = (PostOffice::start(), TempDir::new().unwrap());
    let client = Client::builder().cookie_store(true).build().unwrap();
    let mut first = Served::start(&data, client.clone()).await;
    let owner = json!({"name": "Olga Owner", "email": "olga@example.com", "password": "a long password"});
    first.ask(Method::POST, "/setup", &owner).await;
    first.ask(Method::PUT, "/mail/account", &post.account()).await;
    let made = first.ask(Method::POST, "/deals", &json!({"name": "Mill"})).await;
    let mails = format!("/deals/{}/mails", made["deal"]["id"].as_str().unwrap());
    for to in ["hangs@acme.example", "ann@acme.example"] {
        let letter = json!({"to": to, "subject": "Hello", "body": "Hi"});
        first.ask(Method::POST, &mails, &letter).await;
    }
    // The server has the text and says nothing.
    first.until(&mails, |m| m["outgoing"][0]["state"] == "sending" && post.taken().len() == 1).await;
    first.server.kill().unwrap();
    first.server.wait().unwrap();

    let second = Served::start(&data, client).await;
    let seen =
        second.until(&mails, |m| m["outgoing"][0]["state"] == "uncertain" && m["outgoing"][1]["state"] == "sent").await;
    assert!(seen["outgoing"][0]["reason"].as_str().unwrap().contains("ended"), "{seen}");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(post.taken(), ["hangs@acme.example", "ann@acme.example"], "each once");

    // A person says what became of it.
    let settle = format!("/mail/outbox/{}/settle", seen["outgoing"][0]["id"].as_str().unwrap());
    let settled = second.ask(Method::POST, &settle, &json!({"arrived": true})).await;
    assert_eq!(settled["state"], "sent");
    let deal = second.ask(Method::GET, mails.trim_end_matches("/mails"), &Value::Null).await;
    let sent = deal["events"].as_array().unwrap().iter().filter(|e| e["kind"] == "email.sent").count();
    assert_eq!(sent, 2);
}
