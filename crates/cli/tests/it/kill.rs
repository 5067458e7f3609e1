//! What was acknowledged survives `kill -9`, is there once, and folds to what is stored.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use model::{
    Deal,
    event::kind,
    ids::{DealId, EventId},
};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use store::{Location, Store};

use crate::root;

/// Connections that write.
const WRITERS: u64 = 6;

/// The program, until it is killed.
struct Program {
    child: Child,
    base: String,
}

impl Program {
    fn start(folder: &Path, postgres: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stagecraft"));
        command.args(["serve", "--port", "0", "--data"]).arg(folder).stdout(Stdio::null()).stderr(Stdio::piped());
        if let Some(url) = postgres {
            command.env("STAGECRAFT_DATABASE", url);
        }
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| line.unwrap().split_once("http://").map(|(_, address)| address.to_owned()));
        // what it says later is read, so that it never waits for somebody to read it
        std::thread::spawn(move || lines.for_each(drop));
        let base = format!("http://{}/api/v1", address.expect("the program says where it is").trim());
        Self { child, base }
    }

    /// `kill -9`.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the program said yes to.
#[derive(Default)]
struct Acknowledged {
    /// Events that an answer showed, by deal.
    events: Mutex<BTreeMap<DealId, BTreeSet<EventId>>>,
    /// Notes of touchpoints.
    notes: Mutex<BTreeSet<String>>,
    /// Deals whose creation was not answered yet: sent again with the same key.
    pending: Mutex<Vec<String>>,
    created: Mutex<BTreeSet<String>>,
    requests: AtomicU64,
}

impl Acknowledged {
    /// Notes what an answer shows of a deal.
    fn note(&self, answer: &Value) -> Option<DealId> {
        let id = answer["deal"]["id"].as_str()?.parse().ok()?;
        let events = answer["events"].as_array()?.iter();
        let shown = events.filter_map(|event| serde_json::from_value::<EventId>(event["id"].clone()).ok());
        self.events.lock().unwrap().entry(id).or_default().extend(shown);
        Some(id)
    }

    fn some_deal(&self, n: u64) -> Option<DealId> {
        let events = self.events.lock().unwrap();
        let nth = n.checked_rem(events.len() as u64)?;
        events.keys().nth(nth as usize).copied()
    }
}

/// Sends; the answer, nothing where the program is gone. What is refused is no answer either.
async fn sent(client: &Client, url: String, key: Option<&str>, body: &Value) -> Result<Option<Value>, reqwest::Error> {
    let request = client.post(url).header("x-stagecraft", "1").json(body);
    let request = if let Some(key) = key { request.header("idempotency-key", key) } else { request };
    let answer = request.send().await?;
    let (status, body) = (answer.status(), answer.json::<Value>().await?);
    let refused = matches!(status, StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED);
    assert!(status.is_success() || refused, "{status} {body}");
    Ok(status.is_success().then_some(body))
}

/// Writes until the program is gone.
async fn write(client: Client, base: String, writer: u64, round: u64, to: Arc<Acknowledged>, stages: Arc<Vec<String>>) {
    for n in 0.. {
        let name = format!("{round}-{writer}-{n}");
        let deal = to.some_deal(n * 7 + writer * 13 + round);
        let done = match (n % 4, deal) {
            (0, _) | (_, None) => {
                let again = to.pending.lock().unwrap().pop();
                let key = again.unwrap_or(name);
                to.pending.lock().unwrap().push(key.clone());
                let answer = sent(&client, format!("{base}/deals"), Some(&key), &json!({"name": &key})).await;
                if let Ok(Some(answer)) = &answer {
                    to.note(answer);
                    to.pending.lock().unwrap().retain(|pending| *pending != key);
                    to.created.lock().unwrap().insert(key);
                }
                answer
            }
            (1, Some(deal)) => {
                let wish = json!({"to": stages[(n + writer) as usize % stages.len()], "reason": "A test"});
                let answer = sent(&client, format!("{base}/deals/{deal}/move"), None, &wish).await;
                if let Ok(Some(answer)) = &answer {
                    to.note(answer);
                }
                answer
            }
            (_, Some(deal)) => {
                let call = json!({"kind": "call", "side": "rep", "attributes": {"note": &name}});
                let answer = sent(&client, format!("{base}/deals/{deal}/touchpoints"), None, &call).await;
                if let Ok(Some(answer)) = &answer {
                    to.note(answer);
                    to.notes.lock().unwrap().insert(name);
                }
                answer
            }
        };
        if done.is_err() {
            return;
        }
        to.requests.fetch_add(1, Ordering::Relaxed);
    }
}

/// Everything acknowledged is there once; every deal is the fold of its events.
async fn checked(location: &Location, to: &Acknowledged) {
    let store = Store::open(location).await.unwrap();
    let mut all: BTreeMap<DealId, (Deal, Vec<model::Event>)> = BTreeMap::new();
    store.each_deal(&mut |deal, events| drop(all.insert(deal.id, (deal, events)))).await.unwrap();
    for (id, shown) in to.events.lock().unwrap().iter() {
        let (_, events) = &all[id];
        let there: BTreeSet<EventId> = events.iter().map(|event| event.id).collect();
        assert_eq!(there.len(), events.len(), "an event twice");
        let lost: Vec<_> = shown.difference(&there).collect();
        assert!(lost.is_empty(), "{id} lost {lost:?}");
    }
    let mut notes: BTreeMap<&str, u64> = BTreeMap::new();
    let mut names: BTreeMap<&str, u64> = BTreeMap::new();
    for (id, (deal, events)) in &all {
        let mut folded = Deal::new(*id, deal.key.as_str());
        events.iter().for_each(|event| folded.apply(event));
        assert_eq!(deal, &folded);
        assert_eq!(events.iter().filter(|event| event.kind == kind::CREATED).count(), 1);
        *names.entry(&deal.name).or_default() += 1;
        events.iter().filter_map(|e| e.attributes.get("note")).for_each(|note| *notes.entry(note).or_default() += 1);
    }
    assert!(notes.values().chain(names.values()).all(|times| *times == 1), "something is there twice");
    let lost = |kept: &BTreeSet<String>, there: &BTreeMap<&str, u64>| {
        kept.iter().filter(|name| !there.contains_key(name.as_str())).cloned().collect::<Vec<_>>()
    };
    assert_eq!(lost(&to.notes.lock().unwrap(), &notes), Vec::<String>::new());
    assert_eq!(lost(&to.created.lock().unwrap(), &names), Vec::<String>::new());
    store.close().await;
}

/// Kills the program again and again while others write.
async fn killed(postgres: Option<String>, kills: u64) {
    let folder = tempfile::tempdir().unwrap();
    let location = postgres.clone().map_or_else(|| Location::Sqlite(folder.path().to_owned()), Location::Postgres);
    let client = Client::builder().cookie_store(true).timeout(Duration::from_secs(20)).build().unwrap();
    let first = Program::start(folder.path(), postgres.as_deref());
    let owner = json!({"name": "Olga Owner", "email": "olga@example.com", "password": "a long password"});
    sent(&client, format!("{}/setup", first.base), None, &owner).await.unwrap().unwrap();
    let template = json!({"template": model::process::templates(model::language::Language::En)[0].id});
    let process = sent(&client, format!("{}/processes", first.base), None, &template).await.unwrap().unwrap();
    let stages = process["process"]["stages"].as_array().unwrap().iter();
    let open: Vec<String> = stages
        .filter(|s| s["kind"].is_null() || s["kind"] == "open")
        .map(|s| s["id"].as_str().unwrap().to_owned())
        .collect();
    first.kill();

    let (to, stages) = (Arc::new(Acknowledged::default()), Arc::new(open));
    for round in 1..=kills {
        let program = Program::start(folder.path(), postgres.as_deref());
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (client, base) = (client.clone(), program.base.clone());
                tokio::spawn(write(client, base, writer, round, Arc::clone(&to), Arc::clone(&stages)))
            })
            .collect();
        // not the same moment each time
        tokio::time::sleep(Duration::from_millis(40 + round * 37 % 120)).await;
        program.kill();
        for writer in writers {
            writer.await.unwrap();
        }
        if round % 50 == 0 {
            checked(&location, &to).await;
        }
    }
    checked(&location, &to).await;
    let (requests, created) = (to.requests.load(Ordering::Relaxed), to.created.lock().unwrap().len());
    eprintln!("{kills} kills, {requests} requests answered, {created} deals, {} notes", to.notes.lock().unwrap().len());
    assert!(requests > kills, "too little was written to show anything: {requests}");
}

/// `STAGECRAFT_KILLS` for another number than these.
fn kills(usual: u64) -> u64 {
    std::env::var("STAGECRAFT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_writes_survive_on_sqlite() {
    killed(None, kills(200)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_writes_survive_on_postgres() {
    let told = Command::new(root().join("scripts/postgres.sh")).arg("database").output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    killed(Some(String::from_utf8(told.stdout).unwrap().trim().to_owned()), kills(40)).await;
}
