//! The program itself, as a process of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::json;

/// A running server, and its owner signed in.
pub struct Program {
    child: Child,
    pub base: String,
    pub client: Client,
}

impl Program {
    pub fn start(binary: &str, folder: &Path, postgres: Option<&String>) -> Self {
        let mut command = Command::new(binary);
        command.args(["serve", "--port", "0", "--data"]).arg(folder).stderr(Stdio::piped());
        if let Some(url) = postgres {
            command.env("STAGECRAFT_DATABASE", url);
        }
        let mut child = command.spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| line.unwrap().split_once("http://").map(|(_, address)| address.to_owned()));
        std::thread::spawn(move || lines.for_each(drop));
        let base = format!("http://{}/api/v1", address.expect("the program says where it is").trim());
        let client = Client::builder().cookie_store(true).build().unwrap();
        Self { child, base, client }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base)).header("x-stagecraft", "1")
    }

    /// Signs the owner in, begins a process, and waits for the log; the seconds that took.
    pub async fn ready(&mut self) -> f64 {
        let begun = Instant::now();
        let owner = json!({"name": "Olga Owner", "email": "olga@example.com", "password": "a long password"});
        let made = self.request(Method::POST, "/setup").json(&owner).send().await.unwrap();
        if !made.status().is_success() {
            let sign_in = json!({"email": "olga@example.com", "password": "a long password"});
            let answer = self.request(Method::POST, "/session").json(&sign_in).send().await.unwrap();
            assert!(answer.status().is_success(), "cannot sign in");
        }
        loop {
            let answer = self.request(Method::GET, "/deals?limit=1").send().await.unwrap();
            if answer.status() != StatusCode::SERVICE_UNAVAILABLE {
                assert_eq!(answer.status(), StatusCode::OK);
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let seconds = begun.elapsed().as_secs_f64();
        let process = json!({"template": model::process::templates(model::language::Language::En)[0].id});
        let answer = self.request(Method::POST, "/processes").json(&process).send().await.unwrap();
        let status = answer.status();
        assert!(status.is_success() || status == StatusCode::CONFLICT, "{status} {}", answer.text().await.unwrap());
        seconds
    }

    /// Memory that it holds, where the system tells.
    pub fn resident_mib(&self) -> Option<f64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
    }

    pub fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
