//! Interviews by HTTP: what a link opens and what it does not, on both databases.

use jiff::ToSpan;
use model::Timestamp;
use reqwest::{Client, Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{On, Running, client};

const DEALS: &str = "\
deal_id,name,owner,account,outcome,created_at,closed_at,amount
D1,Alpha,Anna,Alpha AG,won,2026-01-05,2026-01-14,9000
D2,Beta,Anna,Beta AG,lost,2026-01-07,2026-03-20,12000
D3,Gamma,Ben,Gamma AG,won,2026-01-09,2026-04-30,40000
D4,Delta,Ben,Delta AG,lost,2026-02-01,2026-02-11,3000
D5,Epsilon,Cleo,Epsilon AG,won,2026-02-03,2026-03-30,8000
";

async fn with_deals(on: On) -> Running {
    let server = Running::start_owned(on).await;
    let import = server.import(&[("deals.csv", DEALS.as_bytes().to_vec())]).await;
    assert_eq!(import["status"], "done", "{import}");
    server
}

async fn id_of(server: &Running, name: &str) -> String {
    let found = server.get(&format!("/deals?text={name}")).await;
    found["deals"][0]["id"].as_str().unwrap().to_owned()
}

/// Somebody without a session who has a link.
struct Guest<'a> {
    server: &'a Running,
    client: Client,
    token: String,
}

impl<'a> Guest<'a> {
    fn by(server: &'a Running, link: &Value) -> Self {
        let token = link.as_str().unwrap().strip_prefix("/interview#").unwrap().to_owned();
        Self { server, client: client(), token }
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let request = self.client.request(method, format!("{}{path}", self.server.base)).header("x-stagecraft", "1");
        let answer = request.header("x-interview", &self.token).json(body).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or(Value::Null))
    }

    async fn form(&self) -> (StatusCode, Value) {
        self.send(Method::GET, "/interview", &Value::Null).await
    }

    async fn say(&self, deal: &str, question: &str, said: &[(&str, &str)]) -> (StatusCode, Value) {
        let said: Vec<Value> = said.iter().map(|(text, note)| json!({"text": text, "note": note})).collect();
        let path = format!("/interview/deals/{deal}/answers/interview.{question}");
        self.send(Method::PUT, &path, &json!({ "said": said })).await
    }
}

async fn status(server: &Running, method: Method, path: &str, body: &Value) -> StatusCode {
    server.request(method, path).json(body).send().await.unwrap().status()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_the_choice_to_the_answers_beside_the_log(#[case] on: On) {
    let server = with_deals(on).await;
    let choice = server.get("/interviews/choice?n=4").await;
    let chosen = choice["chosen"].as_array().unwrap();
    assert_eq!((chosen.len(), &choice["candidates"]), (4, &json!(5)), "{choice}");
    let ended: Vec<&str> = chosen.iter().map(|c| c["outcome"].as_str().unwrap()).collect();
    assert!(ended.contains(&"won") && ended.contains(&"lost"), "{choice}");

    let (alpha, beta, gamma) =
        (id_of(&server, "Alpha").await, id_of(&server, "Beta").await, id_of(&server, "Gamma").await);
    let asking = json!({"deals": [
        {"id": alpha, "why": "won, quick: 9 days"}, {"id": beta, "why": "lost"}, {"id": gamma, "why": "won"}]});
    let sent = server.post("/interviews", &asking).await;
    let reps: Vec<&str> = sent.as_array().unwrap().iter().map(|s| s["interview"]["rep"].as_str().unwrap()).collect();
    assert_eq!(reps, ["Anna", "Ben"]);
    assert_eq!(sent[0]["interview"]["state"], "not-opened");
    let without = server.get("/interviews/choice?n=5").await;
    assert_eq!(without["candidates"], 2, "who is asked about is not chosen again: {without}");

    let anna = Guest::by(&server, &sent[0]["link"]);
    let (ok, form) = anna.form().await;
    assert_eq!((ok, &form["rep"], form["deals"].as_array().unwrap().len()), (StatusCode::OK, &json!("Anna"), 2));
    assert!(form["screens"].as_array().unwrap().len() >= 11);
    let (ok, saved) = anna.say(&alpha, "pain", &[("Too slow", "")]).await;
    assert_eq!((ok, &saved["answered"]), (StatusCode::OK, &json!(1)), "{saved}");
    let version = server.get(&format!("/deals/{alpha}")).await["deal"]["version"].clone();
    anna.say(&alpha, "pain", &[("Too slow", "")]).await;
    let again = server.get(&format!("/deals/{alpha}")).await["deal"]["version"].clone();
    assert_eq!(version, again, "the same answer adds nothing");
    anna.say(&alpha, "people", &[("Eva Kern", "decision maker, champion")]).await;
    anna.say(&alpha, "duration", &[("6 months", "")]).await;
    anna.say(&beta, "objections", &[("Too expensive", "=a discount")]).await;
    let (refused, problem) = anna.say(&alpha, "discount", &[("much", "")]).await;
    assert_eq!((refused.as_u16(), &problem["errors"][0]["field"]), (422, &json!("interview.discount")));
    let deal = server.get(&format!("/deals/{alpha}")).await;
    let person = deal["events"].as_array().unwrap().iter().find(|e| e["kind"] == "person.added").unwrap();
    assert_eq!((&person["attributes"]["name"], &person["actor"]), (&json!("Eva Kern"), &json!("Anna")));

    // the same link goes on where one stopped
    let (_, form) = anna.form().await;
    assert_eq!(form["deals"][0]["answers"]["interview.pain"]["said"][0]["text"], "Too slow");
    for deal in [&alpha, &beta] {
        let (ok, _) = anna.send(Method::POST, &format!("/interview/deals/{deal}/done"), &Value::Null).await;
        assert_eq!(ok, StatusCode::OK);
    }
    let asked = server.get("/interviews").await;
    let states: Vec<(&str, &str)> =
        asked.as_array().unwrap().iter().map(|i| (i["rep"].as_str().unwrap(), i["state"].as_str().unwrap())).collect();
    assert_eq!(states, [("Ben", "not-opened"), ("Anna", "done")]);

    let summary = server.get("/interviews/summary").await;
    assert_eq!((&summary["deals"]["total"], &summary["deals"]["lost"]), (&json!(2), &json!(1)), "{summary}");
    let told = server.get("/interviews/answers?outcome=won").await;
    let duration = told[0]["answers"].as_array().unwrap().iter().find(|a| a["question"] == "interview.duration");
    let beside = &duration.unwrap()["beside"];
    assert_eq!(beside["agrees"], false);
    assert_eq!(beside["sentence"], "Anna remembers 6 months; the log has 9 days from the first moment to the close.");
    let csv = server.text("/interviews/answers.csv").await;
    assert!(csv.contains("Too expensive → =a discount") && csv.lines().count() == 5, "{csv}");

    // figures stay as of the last day of the data
    assert!(server.get("/discover").await["as_of"].as_str().unwrap().starts_with("2026-04-30"));

    let correct = format!("/interviews/answers/{alpha}/interview.pain");
    assert_eq!(status(&server, Method::PUT, &correct, &json!({"said": []})).await, StatusCode::NO_CONTENT);
    let pains = |summary: &Value| {
        let pain = summary["questions"].as_array().unwrap().iter().find(|q| q["id"] == "interview.pain").cloned();
        pain.map(|p| p["said"].as_array().unwrap().len())
    };
    assert_eq!(pains(&server.get("/interviews/summary").await), None, "taken back");
    let undone = json!({"said": [{"text": "Too slow"}]});
    assert_eq!(status(&server, Method::PUT, &correct, &undone).await, StatusCode::NO_CONTENT);
    assert_eq!(pains(&server.get("/interviews/summary").await), Some(1), "and put back");
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_its_deals_and_nothing_else(#[case] on: On) {
    let server = with_deals(on).await;
    let (alpha, gamma) = (id_of(&server, "Alpha").await, id_of(&server, "Gamma").await);
    let sent = server.post("/interviews", &json!({"deals": [{"id": alpha}, {"id": gamma}]})).await;
    let (anna, ben) = (Guest::by(&server, &sent[0]["link"]), Guest::by(&server, &sent[1]["link"]));
    assert_eq!(anna.token.len(), 64);

    // Ben's deal is not there for Anna, neither to read nor to write nor to finish
    assert_eq!(anna.say(&gamma, "pain", &[("x", "")]).await.0, StatusCode::NOT_FOUND);
    let finish = format!("/interview/deals/{gamma}/done");
    assert_eq!(anna.send(Method::POST, &finish, &Value::Null).await.0, StatusCode::NOT_FOUND);
    assert!(!anna.form().await.1.to_string().contains("Gamma"));
    assert_eq!(ben.form().await.1["deals"][0]["name"], "Gamma");
    assert_eq!(anna.say(&alpha, "nonsense", &[("x", "")]).await.0, StatusCode::NOT_FOUND);

    // the token is no session
    for path in ["/deals", &format!("/deals/{alpha}"), "/interviews", "/interviews/summary", "/interviews/answers.csv"]
    {
        assert_eq!(anna.send(Method::GET, path, &Value::Null).await.0, StatusCode::UNAUTHORIZED, "{path}");
    }
    // and a session is no token
    assert_eq!(status(&server, Method::GET, "/interview", &Value::Null).await, StatusCode::GONE);
    let unknown = Guest { token: "0".repeat(64), server: &server, client: client() };
    assert_eq!(unknown.form().await.0, StatusCode::GONE);

    // an expired one, a further one, a withdrawn one
    let id = sent[0]["interview"]["id"].as_str().unwrap();
    let hash: String = Sha256::digest(b"old").iter().map(|b| format!("{b:02x}")).collect();
    server.store.add_interview_link(id.parse().unwrap(), &hash, Timestamp::now() - 1.hour()).await.unwrap();
    let old = Guest { token: "old".into(), server: &server, client: client() };
    assert_eq!(old.form().await.0, StatusCode::GONE);
    let more = server.post(&format!("/interviews/{id}/link"), &json!({"remind": true})).await;
    let second = Guest::by(&server, &more["link"]);
    assert_eq!((second.form().await.0, anna.form().await.0), (StatusCode::OK, StatusCode::OK));
    assert!(server.get("/interviews").await.to_string().contains("\"reminded\":\"2"));
    assert_eq!(
        status(&server, Method::DELETE, &format!("/interviews/{id}"), &Value::Null).await,
        StatusCode::NO_CONTENT
    );
    assert_eq!((second.form().await.0, anna.form().await.0), (StatusCode::GONE, StatusCode::GONE));
    assert_eq!(anna.say(&alpha, "pain", &[("x", "")]).await.0, StatusCode::GONE);
    assert_eq!(ben.form().await.0, StatusCode::OK);

    // guessing is slowed down, those with a link are not
    let mut last = StatusCode::GONE;
    for _ in 0..130 {
        last = unknown.form().await.0;
    }
    assert_eq!((last, ben.form().await.0), (StatusCode::TOO_MANY_REQUESTS, StatusCode::OK));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_without_data_begins_with_a_remembered_deal(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let choice = server.get("/interviews/choice").await;
    assert_eq!(choice["sentence"], "No deal is closed yet. Add one that you remember.");
    let deal = json!({"name": "Alpha", "outcome": "won", "began": "2025-03", "closed": "2025-05-20",
        "steps": [{"kind": "demo", "side": "rep", "on": "2025-04"}]});
    let id = server.post("/interviews/remembered", &deal).await["id"].as_str().unwrap().to_owned();
    let seen = server.get(&format!("/deals/{id}")).await;
    assert_eq!((&seen["deal"]["outcome"], &seen["deal"]["owner"]), (&json!("won"), &json!("Olga Owner")), "{seen}");
    assert!(seen["deal"]["created"].as_str().unwrap().starts_with("2025-03-15"));
    let undated = json!({"name": "Beta", "outcome": "lost"});
    server.post("/interviews/remembered", &undated).await;
    for (field, body) in [
        ("outcome", json!({"name": "X", "outcome": "open"})),
        ("name", json!({"name": " ", "outcome": "won"})),
        ("closed", json!({"name": "X", "outcome": "won", "began": "2025-03", "closed": "2025-02"})),
        ("began", json!({"name": "X", "outcome": "won", "began": "soon"})),
        ("steps", json!({"name": "X", "outcome": "won", "steps": [{"kind": "deal.won", "side": "rep"}]})),
    ] {
        let answer = server.request(Method::POST, "/interviews/remembered").json(&body).send().await.unwrap();
        let (status, problem): (_, Value) = (answer.status().as_u16(), answer.json().await.unwrap());
        assert_eq!((status, &problem["errors"][0]["field"]), (422, &json!(field)), "{problem}");
    }
    let choice = server.get("/interviews/choice").await;
    assert_eq!(choice["chosen"].as_array().unwrap().len(), 2, "{choice}");
    let sent = server.post("/interviews", &json!({"deals": [{"id": id}], "rep": "Olga Owner"})).await;
    let olga = Guest::by(&server, &sent[0]["link"]);
    olga.say(&id, "duration", &[("1 year", "")]).await;
    let told = server.get("/interviews/answers").await;
    assert_eq!(told[0]["answers"][0]["beside"], Value::Null, "memory is not compared with memory");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rep_neither_asks_nor_corrects() {
    let mut rep = with_deals(On::Sqlite).await;
    let alpha = id_of(&rep, "Alpha").await;
    let new = json!({"name": "Anna", "email": "anna@example.com", "role": "rep", "password": "a long password"});
    rep.post("/users", &new).await;
    rep.client = client();
    rep.post("/session", &json!({"email": "anna@example.com", "password": "a long password"})).await;
    let asking = json!({"deals": [{"id": alpha}]});
    for (method, path, body) in [
        (Method::POST, "/interviews".to_owned(), &asking),
        (Method::GET, "/interviews".to_owned(), &Value::Null),
        (Method::PUT, format!("/interviews/answers/{alpha}/interview.pain"), &json!({"said": []})),
    ] {
        assert_eq!(status(&rep, method, &path, body).await, StatusCode::FORBIDDEN, "{path}");
    }
    let others = json!({"name": "X", "outcome": "won", "owner": "Ben"});
    assert_eq!(status(&rep, Method::POST, "/interviews/remembered", &others).await, StatusCode::FORBIDDEN);
    let own = json!({"name": "X", "outcome": "won"});
    assert_eq!(status(&rep, Method::POST, "/interviews/remembered", &own).await, StatusCode::CREATED);
    assert_eq!(status(&rep, Method::GET, "/interviews/summary", &Value::Null).await, StatusCode::OK);
}
