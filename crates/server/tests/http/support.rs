//! A real server on a real database, and a client of it.

use std::{process::Command, time::Duration};

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use server::App;
use store::{Location, Store};

/// The files of the demo.
pub const MAVEN: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

/// On which database.
#[derive(Debug, Clone, Copy)]
pub enum On {
    Sqlite,
    Postgres,
}

/// A running server, and somebody signed in.
pub struct Running {
    pub base: String,
    pub client: Client,
    pub store: Store,
    pub location: Location,
    folder: tempfile::TempDir,
}

/// A fresh PostgreSQL database in the cluster of the tests.
fn postgres() -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/postgres.sh");
    let out = Command::new(script).arg("database").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

impl Running {
    pub async fn start(on: On) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = match on {
            On::Sqlite => Location::Sqlite(folder.path().to_owned()),
            On::Postgres => Location::Postgres(postgres()),
        };
        let store = Store::open(&location).await.unwrap();
        let app = App::new(store.clone(), folder.path().join("uploads"));
        let listening = server::listen("127.0.0.1".parse().unwrap(), Some(0)).await.unwrap();
        let base = format!("http://{}/api/v1", listening.address);
        tokio::spawn(listening.serve(app, std::future::pending()));
        Self { base, client: client(), store, location, folder }
    }

    /// Where its files are.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// With an owner signed in.
    pub async fn start_owned(on: On) -> Self {
        let running = Self::start(on).await;
        let owner = json!({"name": "Olga Owner", "email": "olga@example.com", "password": "a long password"});
        running.post("/setup", &owner).await;
        running.wait_for_log().await;
        running
    }

    /// Somebody else at the same server, signed in with this role.
    pub async fn sign_in_as(&self, role: &str, name: &str) -> Self {
        let email = format!("{}@example.com", name.to_lowercase().replace(' ', "."));
        let added = self.post("/users", &json!({"name": name, "email": email, "role": role})).await;
        let token = added["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned();
        let (base, location) = (self.base.clone(), self.location.clone());
        let other =
            Self { base, client: client(), store: self.store.clone(), location, folder: tempfile::tempdir().unwrap() };
        other.post("/session/link", &json!({"token": token})).await;
        other
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base)).header("x-stagecraft", "1")
    }

    pub async fn get(&self, path: &str) -> Value {
        ok(self.request(Method::GET, path)).await
    }

    pub async fn text(&self, path: &str) -> String {
        self.request(Method::GET, path).send().await.unwrap().text().await.unwrap()
    }

    pub async fn post(&self, path: &str, body: &Value) -> Value {
        ok(self.request(Method::POST, path).json(body)).await
    }

    /// Sends, whatever the answer is.
    pub async fn send(&self, method: Method, path: &str, seen: Option<i64>, body: &Value) -> (StatusCode, Value) {
        let mut request = self.request(method, path).json(body);
        if let Some(seen) = seen {
            request = request.header("if-match", format!("\"{seen}\""));
        }
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or(Value::Null))
    }

    /// Asks with parameters of any text.
    pub async fn ask(&self, path: &str, query: &[(&str, &str)]) -> (StatusCode, Value) {
        let address = reqwest::Url::parse_with_params(&format!("{}{path}", self.base), query).unwrap();
        let answer = self.client.get(address).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    /// Adds a deal; its id.
    pub async fn deal(&self, fields: &Value) -> String {
        self.post("/deals", fields).await["deal"]["id"].as_str().unwrap().to_owned()
    }

    /// The event log is built in the background at start.
    async fn wait_for_log(&self) {
        for _ in 0..200 {
            let answer = self.request(Method::GET, "/fields").send().await.unwrap();
            if answer.status() == StatusCode::OK {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the event log was never ready");
    }

    /// Uploads files and returns the upload.
    pub async fn upload(&self, files: &[(&str, Vec<u8>)]) -> (StatusCode, Value) {
        let part =
            |bytes: &Vec<u8>, name: &str| reqwest::multipart::Part::bytes(bytes.clone()).file_name(name.to_owned());
        let form = files
            .iter()
            .fold(reqwest::multipart::Form::new(), |form, (name, bytes)| form.part("file", part(bytes, name)));
        let answer = self.request(Method::POST, "/uploads").multipart(form).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    /// Imports files and returns the record of the import once it has ended.
    pub async fn import(&self, files: &[(&str, Vec<u8>)]) -> Value {
        let (status, upload) = self.upload(files).await;
        assert_eq!(status, StatusCode::CREATED, "{upload}");
        let begun = self.post(&format!("/uploads/{}/import", upload["id"].as_str().unwrap()), &Value::Null).await;
        let id = begun["id"].as_str().unwrap().to_owned();
        let followed = self.text(&format!("/imports/{id}/progress")).await;
        assert!(followed.contains("event: progress"), "{followed}");
        self.get(&format!("/imports/{id}")).await
    }

    pub async fn import_maven(&self) -> Value {
        self.import(&maven()).await
    }
}

/// Sends, and insists that it went well.
async fn ok(request: RequestBuilder) -> Value {
    let answer = request.send().await.unwrap();
    let (status, url) = (answer.status(), answer.url().clone());
    let text = answer.text().await.unwrap();
    assert!(status.is_success(), "{url}: {status} {text}");
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

/// A client with a jar of cookies of its own.
pub fn client() -> Client {
    Client::builder().cookie_store(true).build().unwrap()
}

/// The demo's files.
pub fn maven() -> Vec<(&'static str, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/maven-crm");
    MAVEN.iter().map(|name| (*name, std::fs::read(format!("{folder}/{name}")).unwrap())).collect()
}
