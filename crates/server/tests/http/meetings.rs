//! Meetings by HTTP: planned, held, who was there; a calendar that follows them.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

const PROCESS: &str = r#"
schema = 1
id = "sales"
name = "Sales"

[[stages]]
id = "demo"
name = "Demo"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor it; a, b"
  owner = "rep"
  due_days = 2

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "decider"
  says = "A decision maker took part"
  person = { role = "decision-maker", engaged = true }

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"

[[closing_reasons]]
id = "no-budget"
says = "They have no money for it"
outcome = "lost"

[[schemes]]
id = "bant"
name = "BANT"
threshold = 2

  [[schemes.questions]]
  id = "budget"
  asks = "Is there a budget?"
  scores = { yes = 2, no = 0 }
"#;

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn with_process(on: On) -> Running {
    let server = Running::start_owned(on).await;
    let (status, saved) = send(&server, Method::PUT, "/process", &json!({"toml": PROCESS})).await;
    assert!(status.is_success(), "{saved}");
    server
}

async fn deal(server: &Running, name: &str) -> String {
    let made = server.post("/deals", &json!({"name": name, "account": "Mill, Inc.", "stage": "demo"})).await;
    made["deal"]["id"].as_str().unwrap().to_owned()
}

fn plan(title: &str, start: &str) -> Value {
    json!({"title": title, "start": start, "minutes": 45, "place": "https://meet.example/1", "tag": "demo",
        "ours": ["Olga Owner", "Ed Engineer"], "theirs": ["Eva Kern"]})
}

/// The value of a line of a calendar, unfolded.
fn line(text: &str, name: &str) -> Option<String> {
    let unfolded = text.replace("\r\n ", "");
    unfolded.lines().find_map(|line| line.strip_prefix(&format!("{name}:"))).map(str::to_owned)
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_was_there_is_the_evidence(#[case] on: On) {
    let server = with_process(on).await;
    let id = deal(&server, "Mill").await;
    let base = format!("/deals/{id}/meetings");
    server.post(&format!("/deals/{id}/people"), &json!({"name": "Eva Kern", "role": "decision-maker"})).await;
    let met =
        |view: &Value| view["exit"].as_array().unwrap().iter().map(|c| c["met"].as_bool().unwrap()).collect::<Vec<_>>();

    let (status, all) = send(&server, Method::POST, &base, &plan("Show", "2099-03-02T09:00:00Z")).await;
    assert_eq!((status, &all[0]["state"], &all[0]["sequence"]), (StatusCode::CREATED, &json!("planned"), &json!(0)));
    let meeting = format!("{base}/{}", all[0]["id"].as_str().unwrap());
    assert_eq!(met(&server.get(&format!("/deals/{id}")).await), [false, false], "a plan is no evidence");
    let to_come = json!({"theirs": ["Eva Kern"]});
    assert_eq!(send(&server, Method::POST, &format!("{meeting}/held"), &to_come).await.0, StatusCode::CONFLICT);

    let ics = server.text(&format!("{meeting}/meeting.ics")).await;
    let uid = line(&ics, "UID").unwrap();
    assert_eq!(
        (line(&ics, "DTSTART").as_deref(), line(&ics, "SEQUENCE").as_deref()),
        (Some("20990302T090000Z"), Some("0"))
    );
    let (_, all) = send(&server, Method::PUT, &meeting, &plan("Show", "2026-03-02T10:30:00Z")).await;
    assert_eq!(all[0]["sequence"], 1);
    // The same again is no change.
    let (_, all) = send(&server, Method::PUT, &meeting, &plan("Show", "2026-03-02T10:30:00Z")).await;
    assert_eq!(all[0]["sequence"], 1);
    let ics = server.text(&format!("{meeting}/meeting.ics")).await;
    assert_eq!((line(&ics, "UID").unwrap(), line(&ics, "SEQUENCE").as_deref()), (uid, Some("1")));

    let held = json!({"theirs": ["eva kern", "Cy Coder", "Cy Coder"], "note": "They want it",
        "spent": [{"name": "Olga Owner", "minutes": 90}, {"name": "Ed Engineer", "minutes": 60}]});
    let (status, all) = send(&server, Method::POST, &format!("{meeting}/held"), &held).await;
    assert_eq!(status, StatusCode::OK, "{all}");
    assert_eq!((&all[0]["state"], &all[0]["minutes_spent"]), (&json!("held"), &json!(150)));
    assert_eq!(
        all[0]["attended"],
        json!([{"name": "eva kern", "role": "decision-maker"}, {"name": "Cy Coder", "role": null}])
    );
    let view = server.get(&format!("/deals/{id}")).await;
    assert_eq!(met(&view), [true, true]);
    let eva = view["people"].as_array().unwrap().iter().find(|p| p["name"] == "Eva Kern").unwrap();
    assert_eq!(eva["acts"], 1);

    // Evidence stays; more of it can be added, and what we spent corrected.
    let without = json!({"theirs": ["Cy Coder"]});
    assert_eq!(
        send(&server, Method::POST, &format!("{meeting}/held"), &without).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let more = json!({"theirs": ["Eva Kern", "Cy Coder", "Dee"], "spent": [{"name": "Olga Owner", "minutes": 30}]});
    let (_, all) = send(&server, Method::POST, &format!("{meeting}/held"), &more).await;
    assert_eq!((all[0]["attended"].as_array().unwrap().len(), &all[0]["minutes_spent"]), (3, &json!(30)));
    let events = server.get(&format!("/deals/{id}")).await["events"].clone();
    let attended = events.as_array().unwrap().iter().filter(|e| e["kind"] == "meeting.attended").count();
    assert_eq!(attended, 3, "each once");
    assert_eq!(send(&server, Method::POST, &format!("{meeting}/cancel"), &json!({})).await.0, StatusCode::CONFLICT);

    // It was given before anybody asked about a budget.
    let found = server.get("/meetings/unqualified").await;
    assert_eq!(
        (&found["held"], &found["unqualified"], &found["unqualified_minutes"]),
        (&json!(1), &json!(1), &json!(30))
    );
    assert_eq!((&found["list"][0]["title"], &found["list"][0]["points"]), (&json!("Show"), &json!(0.0)));
    let other = deal(&server, "Bank").await;
    server.post(&format!("/deals/{other}/answers"), &json!({"question": "budget", "answer": "Yes"})).await;
    let now = jiff_now();
    let (_, all) = send(&server, Method::POST, &format!("/deals/{other}/meetings"), &plan("Later", &now)).await;
    let path = format!("/deals/{other}/meetings/{}/held", all[0]["id"].as_str().unwrap());
    send(&server, Method::POST, &path, &json!({"theirs": []})).await;
    let found = server.get("/meetings/unqualified").await;
    assert_eq!((&found["held"], &found["unqualified"]), (&json!(2), &json!(1)));
    assert_eq!(server.get("/meetings/unqualified?owner=Nobody").await["held"], 0);
}

fn jiff_now() -> String {
    model::Timestamp::now().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_planned_and_who_may_not() {
    let server = with_process(On::Sqlite).await;
    let id = deal(&server, "Mill").await;
    let base = format!("/deals/{id}/meetings");
    let with = |field: &str, value: Value| {
        let mut body = plan("Show", "2026-03-02T09:00:00Z");
        body[field] = value;
        body
    };
    for (body, field) in [
        (with("title", json!(" ")), "title"),
        (with("title", json!("x".repeat(201))), "title"),
        (with("minutes", json!(0)), "minutes"),
        (with("minutes", json!(100_000)), "minutes"),
        (with("start", json!("0001-01-01T00:00:00Z")), "start"),
        (with("tag", json!("a, b")), "tag"),
        (with("place", json!("x".repeat(501))), "place"),
        (with("theirs", json!(["Eva", ""])), "theirs.1"),
        (with("ours", json!(vec!["x"; 41])), "ours"),
    ] {
        let (status, problem) = send(&server, Method::POST, &base, &body).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{problem}"
        );
    }
    let (_, all) = send(&server, Method::POST, &base, &plan("🎉 a\r\nEND:VEVENT", "2026-03-02T09:00:00Z")).await;
    let meeting = format!("{base}/{}", all[0]["id"].as_str().unwrap());
    let ics = server.text(&format!("{meeting}/meeting.ics")).await;
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 1, "{ics}");
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let viewer = server.sign_in_as("viewer", "Vic Viewer").await;
    for who in [&rep, &viewer] {
        assert_eq!(send(who, Method::POST, &base, &plan("x", "2026-03-02T09:00:00Z")).await.0, StatusCode::FORBIDDEN);
        assert_eq!(
            send(who, Method::POST, &format!("{meeting}/held"), &json!({"theirs": []})).await.0,
            StatusCode::FORBIDDEN
        );
    }
    assert_eq!(send(&server, Method::POST, &format!("{base}/gone/cancel"), &json!({})).await.0, StatusCode::NOT_FOUND);
    for forged in [
        json!({"kind": "meeting.attended", "side": "prospect", "attributes": {"meeting": all[0]["id"]}}),
        json!({"kind": "meeting.planned", "side": "rep"}),
        json!({"kind": "finding.noted", "side": "rep"}),
        json!({"kind": "call.attended", "side": "prospect"}),
    ] {
        let (status, _) = send(&server, Method::POST, &format!("/deals/{id}/touchpoints"), &forged).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{forged}");
    }
    let (_, all) = send(&server, Method::POST, &format!("{meeting}/cancel"), &json!({"note": "Ill"})).await;
    assert_eq!(
        (&all[0]["state"], &all[0]["note"], &all[0]["sequence"]),
        (&json!("cancelled"), &json!("Ill"), &json!(1))
    );
    assert!(server.text(&format!("{meeting}/meeting.ics")).await.contains("STATUS:CANCELLED"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_is_followed_by_its_secret_address() {
    let server = with_process(On::Sqlite).await;
    let id = deal(&server, "Mill").await;
    send(&server, Method::POST, &format!("/deals/{id}/meetings"), &plan("Show", "2099-03-02T09:00:00Z")).await;
    assert_eq!(server.get("/calendar").await["since"], Value::Null);
    let (status, made) = send(&server, Method::POST, "/calendar", &Value::Null).await;
    assert_eq!(status, StatusCode::CREATED);
    let address = |made: &Value| {
        let path = made["path"].as_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
        format!("{}{path}", server.base)
    };
    let first = address(&made);
    let read = |address: String| async move {
        let answer = client().get(address).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    };
    let (status, text) = read(first.clone()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains("SUMMARY:Mill\\, Inc.: Tailor it\\; a\\, b\r\n"), "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:") && text.contains("DTSTART:20990302T090000Z"), "{text}");
    assert!(server.get("/calendar").await["path"].is_null(), "the secret is shown once");
    // Who is named comes too, though the deal is not theirs; a stranger sees nothing.
    let ed = server.sign_in_as("rep", "Ed Engineer").await;
    let (_, own) = send(&ed, Method::POST, "/calendar", &Value::Null).await;
    let (_, text) = read(address(&own)).await;
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.contains("Tailor")), (1, false), "{text}");
    // A new address ends the one before; taking it back ends it too.
    let (_, made) = send(&server, Method::POST, "/calendar", &Value::Null).await;
    assert_eq!((read(first).await.0, read(address(&made)).await.0), (StatusCode::GONE, StatusCode::OK));
    let gone = server.request(Method::DELETE, "/calendar").send().await.unwrap().status();
    assert_eq!((gone, read(address(&made)).await.0), (StatusCode::NO_CONTENT, StatusCode::GONE));
    assert_eq!(read(format!("{}/calendar/guess/calendar.ics", server.base)).await.0, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_written_down_at_once() {
    let server = with_process(On::Sqlite).await;
    let id = deal(&server, "Mill").await;
    let calls = format!("/deals/{id}/calls");
    let body = json!({"outcome": "talked", "tag": "budget", "theirs": ["Eva Kern"], "note": "Friendly",
        "answers": [{"question": "budget", "answer": "yes"}, {"question": "why-now", "answer": "Scrap"}]});
    let (status, view) = send(&server, Method::POST, &calls, &body).await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let events = view["events"].as_array().unwrap();
    let told: Vec<(&str, &str)> =
        events.iter().rev().take(4).rev().map(|e| (e["kind"].as_str().unwrap(), e["side"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [("call", "rep"), ("call.attended", "prospect"), ("answer.given", "rep"), ("answer.given", "rep")]
    );
    let judged = server.get(&format!("/deals/{id}/qualification")).await;
    assert_eq!((&judged["qualified"], &judged["schemes"][0]["points"]), (&json!(true), &json!(2.0)));
    // All or nothing: what is wrong with one part leaves nothing behind.
    for (part, value, field) in [
        ("commitment", json!({"stage": "demo", "commitment": "none"}), "commitment"),
        ("answers", json!([{"question": " ", "answer": "x"}]), "answers.0.question"),
        ("note", json!("x".repeat(4001)), "note"),
        ("theirs", json!(vec!["x"; 21]), "theirs"),
    ] {
        let mut wrong = body.clone();
        wrong[part] = value;
        let (status, problem) = send(&server, Method::POST, &calls, &wrong).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    assert_eq!(server.get(&format!("/deals/{id}")).await["events"].as_array().unwrap().len(), events.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_deal_is_lost_is_asked_for() {
    let server = with_process(On::Sqlite).await;
    let id = deal(&server, "Mill").await;
    let go = format!("/deals/{id}/move");
    let (status, problem) = send(&server, Method::POST, &go, &json!({"to": "lost"})).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("reason_id")));
    assert!(problem["detail"].as_str().unwrap().contains("no money"), "{problem}");
    let (status, _) = send(&server, Method::POST, &go, &json!({"to": "lost", "reason_id": "unknown"})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = json!({"to": "lost", "reason_id": "no-budget", "reason": "Next year, they say", "motive": "Scrap",
        "pain": "A fifth is thrown away"});
    let (status, view) = send(&server, Method::POST, &go, &why).await;
    assert_eq!((status, &view["deal"]["outcome"]), (StatusCode::OK, &json!("lost")), "{view}");
    let lost = view["events"].as_array().unwrap().last().unwrap();
    let told = &lost["attributes"];
    assert_eq!(
        (&told["reason_id"], &told["reason"], &told["note"], &told["motive"], &told["pain"]),
        (
            &json!("no-budget"),
            &json!("They have no money for it"),
            &json!("Next year, they say"),
            &json!("Scrap"),
            &json!("A fifth is thrown away")
        )
    );
    // Words of one's own will do too.
    let other = deal(&server, "Bank").await;
    let (status, _) =
        send(&server, Method::POST, &format!("/deals/{other}/move"), &json!({"to": "lost", "reason": "Merged"})).await;
    assert_eq!(status, StatusCode::OK);
}
