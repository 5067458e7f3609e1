//! Sequences: what goes by itself, what waits for the rep, what ends them, how they do.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    mail::{deal, kinds, send, until, with_mailbox},
    post_office::PostOffice,
    support::{On, Running},
};

/// A week in which every day is worked on, so that a test does not depend on the day it runs on. A zone in which it is about
/// noon now: mails go at office hours.
async fn always_at_work(server: &Running) {
    let hour = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).hour();
    // Etc/GMT-3 is three hours ahead of UTC
    let ahead = 12 - i32::from(hour);
    let zone = if ahead == 0 { "UTC".to_owned() } else { format!("Etc/GMT{:+}", -ahead) };
    let week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let work = json!({"zone": zone, "calendar": {"week": week}});
    let (kept, problem) = send(server, Method::PUT, "/settings/work", &work).await;
    assert_eq!(kept, StatusCode::OK, "{problem}");
}

fn sequence(name: &str, steps: Value) -> Value {
    json!({"name": name, "steps": steps})
}

fn first_mail(automatic: bool) -> Value {
    json!({"channel": "email", "wait_days": 0, "subject": "Hello {{first_name}}", "body": "A word about {{deal}}?",
        "automatic": automatic})
}

fn later(days: u16) -> Value {
    json!({"channel": "email", "wait_days": days, "subject": "Again", "body": "Still there?", "automatic": true})
}

async fn add(server: &Running, sequence: &Value) -> String {
    let (added, line) = send(server, Method::POST, "/sequences", sequence).await;
    assert_eq!(added, StatusCode::CREATED, "{line}");
    line["id"].as_str().unwrap().to_owned()
}

async fn enrol(server: &Running, deal: &str, sequence: &str, contact: &str) -> (StatusCode, Value) {
    let who = json!({"sequence": sequence, "contact": contact});
    send(server, Method::POST, &format!("/deals/{deal}/sequences"), &who).await
}

fn answer(from: &str) -> String {
    let date = jiff::Timestamp::now().strftime("%a, %d %b %Y %H:%M:%S +0000").to_string();
    format!(
        "From: {from}\r\nTo: jo@ourco.example\r\nSubject: Re\r\nDate: {date}\r\nMessage-ID: <re-{from}>\r\n\r\nYes\r\n"
    )
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_goes_by_itself_and_an_answer_ends_it(#[case] on: On) {
    let post = PostOffice::start();
    let server = with_mailbox(on, &post).await;
    always_at_work(&server).await;
    let call = json!({"channel": "call", "wait_days": 0, "subject": "Ask for the budget"});
    let id = add(&server, &sequence("First", json!([first_mail(true), call, later(3)]))).await;
    let deal = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let (begun, enrolled) = enrol(&server, &deal, &id, "Ann@acme.example").await;
    assert_eq!(begun, StatusCode::CREATED, "{enrolled}");
    assert_eq!(enrol(&server, &deal, &id, "ann@acme.example").await.0, StatusCode::CONFLICT);

    let path = format!("/deals/{deal}");
    until(&server, &path, |d| kinds(d).contains(&"email.sent")).await;
    let arrived = post.delivered();
    assert!(arrived.len() == 1 && arrived[0].contains("Subject: Hello Ann"), "{arrived:?}");
    assert!(arrived[0].contains("A word about Mill?"));

    // The call waits for the rep in their day, and ticking it off is a touchpoint.
    let day = until(&server, "/my-day", |d| d["to_do"].as_array().unwrap().iter().any(|t| t["kind"] == "touch")).await;
    let touch = day["to_do"].as_array().unwrap().iter().find(|t| t["kind"] == "touch").unwrap().clone();
    assert_eq!((&touch["channel"], &touch["deal"]), (&json!("call"), &json!(deal)));
    let enrolment = enrolled["id"].as_str().unwrap();
    assert_eq!(touch["item"], json!(format!("{enrolment}/2")));
    let step = format!("{path}/sequences/{enrolment}/step");
    let done = |number: u32, outcome: &str| json!({"number": number, "outcome": outcome});
    assert_eq!(send(&server, Method::POST, &step, &done(1, "done")).await.0, StatusCode::PRECONDITION_FAILED);
    assert_eq!(send(&server, Method::POST, &step, &done(2, "sent")).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let (taken, after) = send(&server, Method::POST, &step, &done(2, "done")).await;
    assert_eq!((taken, &after["next"]["number"]), (StatusCode::OK, &json!(3)), "{after}");
    assert!(kinds(&server.get(&path).await).contains(&"call"));
    let day = server.get("/my-day").await;
    assert!(!day["to_do"].as_array().unwrap().iter().any(|t| t["kind"] == "touch"), "{day}");

    post.deliver(1, answer("ann@acme.example"));
    send(&server, Method::POST, "/mail/fetch", &json!({})).await;
    let shown = until(&server, &path, |d| kinds(d).contains(&"sequence.ended")).await;
    let ended = shown["events"].as_array().unwrap().iter().find(|e| e["kind"] == "sequence.ended").unwrap();
    assert_eq!((&ended["attributes"]["reason"], &ended["side"]), (&json!("reply"), &json!("system")));
    assert_eq!(send(&server, Method::POST, &step, &done(3, "sent")).await.0, StatusCode::CONFLICT);
    let figures = server.get(&format!("/sequences/{id}/figures")).await;
    assert_eq!((&figures["enrolled"], &figures["running"]), (&json!(1), &json!(0)), "{figures}");
    assert_eq!((&figures["reply"]["count"], &figures["reply"]["of"]), (&json!(1), &json!(1)));
    assert!((figures["reply"]["low"].as_f64().unwrap() - 0.206_5).abs() < 1e-3, "Wilson, 1 of 1: {figures}");
    let steps: Vec<_> = figures["steps"].as_array().unwrap().iter().map(|s| (&s["done"], &s["replied"])).collect();
    assert_eq!(steps, [(&json!(1), &json!(0)), (&json!(1), &json!(1)), (&json!(0), &json!(0))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_waits_for_the_reps_word_and_can_be_written_anew() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    always_at_work(&server).await;
    let missing =
        json!({"channel": "email", "wait_days": 0, "subject": "Prices", "body": "For {{product}}", "automatic": true});
    let id = add(&server, &sequence("First", json!([first_mail(false), missing]))).await;
    let deal = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let (_, enrolled) = enrol(&server, &deal, &id, "ann@acme.example").await;
    assert_eq!(enrolled["letter"]["subject"], "Hello Ann");
    let enrolment = enrolled["id"].as_str().unwrap();
    let path = format!("/deals/{deal}");
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert!(post.taken().is_empty(), "it waits");
    let step = format!("{path}/sequences/{enrolment}/step");
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let word = json!({"number": 1, "outcome": "sent", "body": "Written by hand for {{name}}"});
    assert_eq!(send(&rep, Method::POST, &step, &word).await.0, StatusCode::FORBIDDEN);
    let (sent, after) = send(&server, Method::POST, &step, &word).await;
    assert_eq!(sent, StatusCode::OK, "{after}");
    until(&server, &path, |d| kinds(d).contains(&"email.sent")).await;
    assert!(post.delivered()[0].contains("Written by hand for Ann Lee"));

    // What cannot be filled does not go: the place is named, and it waits.
    let all = until(&server, &format!("{path}/sequences"), |s| s[0]["next"]["number"] == 2).await;
    assert_eq!(all[0]["letter"]["missing"], json!(["product"]));
    assert_eq!(post.taken().len(), 1);
    let (refused, problem) = send(&server, Method::POST, &step, &json!({"number": 2, "outcome": "sent"})).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("body")));
    let (skipped, after) = send(&server, Method::POST, &step, &json!({"number": 2, "outcome": "skipped"})).await;
    assert_eq!((skipped, &after["next"]), (StatusCode::OK, &Value::Null), "{after}");
    let ended = until(&server, &format!("{path}/sequences"), |s| s[0]["reason"].is_string()).await;
    assert_eq!(ended[0]["reason"], "finished");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_in_a_sequence_who_does_not_want_to_be() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    always_at_work(&server).await;
    let id = add(&server, &sequence("First", json!([first_mail(false), later(1)]))).await;
    let deal = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    assert_eq!(
        enrol(&server, &deal, &id, "eve@evil.example").await.0,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody knows them"
    );
    enrol(&server, &deal, &id, "ann@acme.example").await;
    let said = json!({"contact": "ann@acme.example", "word": "withdrawn"});
    send(&server, Method::POST, &format!("/deals/{deal}/consent"), &said).await;
    let ended = until(&server, &format!("/deals/{deal}/sequences"), |s| s[0]["reason"].is_string()).await;
    assert_eq!(ended[0]["reason"], "unsubscribed");
    let (refused, problem) = enrol(&server, &deal, &id, "ann@acme.example").await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("contact")));

    // The list of those not to be contacted holds in the middle of a sequence as well.
    let path = format!("/deals/{deal}");
    server.post(&format!("{path}/people"), &json!({"name": "Bob", "email": "bob@acme.example"})).await;
    let (_, enrolled) = enrol(&server, &deal, &id, "bob@acme.example").await;
    send(&server, Method::POST, "/mail/do-not-contact", &json!({"contact": "acme.example"})).await;
    let step = format!("{path}/sequences/{}/step", enrolled["id"].as_str().unwrap());
    let (refused, _) = send(&server, Method::POST, &step, &json!({"number": 1, "outcome": "sent"})).await;
    assert_eq!(refused, StatusCode::CONFLICT);
    assert!(post.taken().is_empty());
    assert_eq!(server.get(&format!("{path}/sequences")).await[1]["reason"], "unsubscribed");

    for (wrong, field) in [
        (sequence("", json!([first_mail(true)])), "name"),
        (sequence("First", json!([first_mail(true)])), "name"),
        (sequence("Second", json!([])), "steps"),
        (json!({"name": "Third", "process": "unknown", "steps": [first_mail(true)]}), "process"),
    ] {
        let (refused, problem) = send(&server, Method::POST, "/sequences", &wrong).await;
        assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(
        send(&rep, Method::POST, "/sequences", &sequence("X", json!([later(1)]))).await.0,
        StatusCode::FORBIDDEN
    );
}
