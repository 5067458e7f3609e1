//! Targets of metrics by HTTP: set, previewed, judged; a real mail and a webhook when one leaves its band, once.

use std::time::Duration;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    mail::{until, with_mailbox},
    notices::Receiver,
    post_office::PostOffice,
    support::{On, Running},
};

fn target(more: &Value) -> Value {
    let mut all = json!({
        "name": "New deals", "metric": "new-deals", "step": "week", "band": { "between": { "at_least": 3.0 } },
    });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

/// A day of the week so many weeks ago, in UTC.
fn weeks_ago(weeks: i64, weekday: Weekday) -> String {
    let monday = jiff::Timestamp::now().to_zoned_datetime(TimeZone::UTC).date();
    let monday = monday.checked_sub(i64::from(monday.weekday().to_monday_zero_offset()).days()).unwrap();
    let day = monday.checked_sub(weeks.weeks()).unwrap();
    day.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).unwrap().to_string()
}

/// An export of deals that were created so many weeks ago, one for each number.
fn export(key: &str, weeks: &[i64]) -> Vec<u8> {
    let row = |(no, weeks): (usize, &i64)| {
        format!("{key}{no},Deal {key}{no},Open,{}\n", weeks_ago(*weeks, Weekday::Wednesday))
    };
    let rows: String = weeks.iter().enumerate().map(row).collect();
    format!("Deal ID,Deal Name,Stage,Create Date\n{rows}").into_bytes()
}

/// Sets a target as if it had been set so many weeks ago.
async fn set_weeks_ago(server: &Running, weeks: i64, target: &Value) -> String {
    let line = server.post("/targets", target).await;
    let id: uuid::Uuid = line["id"].as_str().unwrap().parse().unwrap();
    let since = format!("{}T12:00:00Z", weeks_ago(weeks, Weekday::Monday));
    let kept = json!({ "target": line["target"], "since": since, "currency": "" });
    let now = jiff::Timestamp::now();
    server.store.keep_record("target", id, 1, Some(kept), None, now).await.unwrap();
    id.to_string()
}

fn of<'a>(notices: &'a Value, kind: &str) -> Vec<&'a Value> {
    notices["notices"].as_array().unwrap().iter().filter(|n| n["kind"] == kind).collect()
}

async fn first(server: &Running) -> Value {
    server.get("/targets").await["targets"][0].clone()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn leaving_a_band_is_mailed_and_sent_to_a_webhook_once(#[case] on: On) {
    let post = PostOffice::start();
    let server = with_mailbox(on, &post).await;
    let receiver = Receiver::start().await;
    server.send(Method::PUT, "/webhooks-private", None, &json!({ "private": true })).await;
    let hook = json!({ "url": receiver.url, "kinds": ["target-left", "target-back"], "active": true });
    server.post("/webhooks", &hook).await;
    let viewer = server.sign_in_as("viewer", "Vera Viewer").await;
    // three a week, then one in the last week that is over; one is entered today, so that the data reaches its end
    server.import(&[("deals.csv", export("D", &[5, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1]))]).await;
    server.deal(&json!({ "name": "This week" })).await;
    let id = set_weeks_ago(&server, 3, &target(&json!({}))).await;

    let told = until(&server, "/notices", |n| !of(n, "target-left").is_empty()).await;
    let week = weeks_ago(1, Weekday::Monday).parse::<Date>().unwrap().strftime("%-d %B %Y").to_string();
    let says = format!("“New deals” has left its band: 1 in the week from {week}, below 3");
    assert_eq!(of(&told, "target-left")[0]["says"], says);
    assert!(viewer.get("/notices").await["notices"].as_array().unwrap().is_empty(), "only who is named");
    let line = first(&server).await;
    assert_eq!(of(&told, "target-left")[0]["target_change"], line["change_ids"][0]);
    assert_eq!((&line["id"], &line["history"]["now"]["outside"]), (&json!(id), &json!(true)));
    until(&server, "/mail/settings", |_| post.delivered().len() == 1 && receiver.heard().len() == 1).await;
    let letter = post.delivered()[0].replace("=\r\n", "");
    assert!(letter.contains("olga@example.com") && letter.contains("/measure/targets?change="), "{letter}");
    let (head, body) = &receiver.heard()[0];
    let body: Value = serde_json::from_str(body).unwrap();
    assert!(head.contains("x-stagecraft-signature: t="), "{head}");
    assert_eq!((&body["kind"], &body["target"]["value"]), (&json!("target-left"), &json!(1.0)), "{body}");

    // Another program on the same database, as after a restart, tells nothing twice; neither does it without its marks.
    server.store.set_setting("targets.marks", json!({})).await.unwrap();
    let store = store::Store::open(&server.location).await.unwrap();
    let other = server::App::new(store, server.folder().join("uploads"));
    let listening = server::listen("127.0.0.1".parse().unwrap(), Some(0)).await.unwrap();
    tokio::spawn(listening.serve(other, std::future::pending()));
    tokio::time::sleep(Duration::from_secs(7)).await;
    assert_eq!(of(&server.get("/notices").await, "target-left").len(), 1);

    // What comes late changes what is shown, and rings no more.
    server.import(&[("late.csv", export("L", &[1, 1, 1]))]).await;
    let line = until(&server, "/targets", |all| all["targets"][0]["history"]["now"]["outside"] == false).await;
    assert_eq!(line["targets"][0]["history"]["now"]["value"], 4.0, "{line}");
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!((post.delivered().len(), receiver.heard().len()), (1, 1));
    assert!(of(&server.get("/notices").await, "target-back").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_week_counts_nothing_where_deals_are_entered() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import(&[("deals.csv", export("D", &[5, 5, 5, 4, 4, 4, 3, 3, 3]))]).await;
    server.post("/targets", &target(&json!({}))).await;
    let line = first(&server).await;
    let ended = |line: &Value| line["history"]["steps"].as_array().unwrap().last().unwrap()["from"].clone();
    assert_eq!(
        ended(&line),
        format!("{}T00:00:00Z", weeks_ago(4, Weekday::Monday)),
        "an export ends with its last day"
    );
    assert_eq!(line["history"]["now"]["outside"], false);
    // A lead is no deal: nobody knows yet what came after the export.
    server.post("/leads", &json!({ "contact": "Ada Lovelace", "email": "ada@engines.example" })).await;
    assert_eq!(ended(&first(&server).await), ended(&line));
    // From when something was entered here on, nothing is nothing: the last week that is over had no deal.
    server.deal(&json!({ "name": "Today" })).await;
    let line = first(&server).await;
    assert_eq!(ended(&line), format!("{}T00:00:00Z", weeks_ago(1, Weekday::Monday)));
    let now = &line["history"]["now"];
    assert_eq!((&now["outside"], &now["value"], &now["distance"]), (&json!(true), &json!(0.0), &json!(3.0)), "{line}");
    assert_eq!(now["since"], format!("{}T00:00:00Z", weeks_ago(2, Weekday::Monday)));
    // It was set a moment ago: what is over rings no bell.
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert!(of(&server.get("/notices").await, "target-left").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_says_what_would_have_rung_and_equals_the_figures() {
    let server = Running::start_owned(On::Sqlite).await;
    let nothing = server.post("/targets/preview", &target(&json!({}))).await;
    assert_eq!((&nothing["says"], &nothing["history"]["steps"]), (&json!("There are no deals yet."), &json!([])));
    server.import_maven().await;
    let teams = server.get("/metrics/win-rate/figures?by=team").await;
    let team = teams["figures"]["groups"][0]["values"][0].as_str().unwrap().to_owned();
    let rate = json!({ "name": "Win rate", "metric": "win-rate", "step": "month",
        "filters": { "field": [format!("team:{team}")] }, "band": { "between": { "at_least": 0.62 } } });
    let tried = server.post("/targets/preview", &rate).await;
    let (_, seen) =
        server.ask("/metrics/win-rate/figures", &[("step", "month"), ("field", &format!("team:{team}"))]).await;
    let finished: Vec<&Value> =
        seen["figures"]["series"].as_array().unwrap().iter().filter(|p| p["finished"] == true).collect();
    let steps = tried["history"]["steps"].as_array().unwrap();
    assert!(finished.len() > 8);
    for (step, point) in steps.iter().rev().zip(finished.iter().rev()) {
        assert_eq!((&step["from"], &step["figure"]), (&point["from"], &point["figure"]));
        let value = step["figure"]["value"].as_f64();
        let expected = if step["figure"]["few"] == true {
            "unjudged"
        } else if value < Some(0.62) {
            "below"
        } else {
            "inside"
        };
        assert!(step["place"] == expected || step["says"].as_str().unwrap().contains("begins within"), "{step}");
    }
    let left = tried["rings"].as_array().unwrap().iter().filter(|r| r["became"] == "left").count();
    let says = tried["says"].as_str().unwrap();
    assert!(left == 0 || says.contains(if left == 1 { "rung once" } else { "times" }), "{left}: {says}");
    let natural = server.post("/targets/preview", &target(&json!({ "band": { "natural": {} } }))).await;
    assert!(
        natural["history"]["asks"].as_str().unwrap().starts_with("what it does by itself: "),
        "{}",
        natural["history"]["asks"]
    );
}

#[rstest]
#[case(json!({ "name": " " }), "name")]
#[case(json!({ "metric": "no-such" }), "metric")]
#[case(json!({ "band": { "between": {} } }), "band.between")]
#[case(json!({ "band": { "between": { "at_least": 3.0, "at_most": 2.0 } } }), "band.between.at_most")]
#[case(json!({ "raise_after": 0 }), "raise_after")]
#[case(json!({ "clear_after": 99 }), "clear_after")]
#[case(json!({ "margin": 0.9 }), "margin")]
#[case(json!({ "filters": { "colour": ["red"] } }), "filters")]
#[case(json!({ "filters": { "outcome": ["maybe"] } }), "filters")]
#[case(json!({ "people": ["00000000-0000-0000-0000-000000000001"] }), "people")]
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_target_is_refused(#[case] more: Value, #[case] field: &str) {
    let server = Running::start_owned(On::Sqlite).await;
    let (status, problem) = server.send(Method::POST, "/targets", None, &target(&more)).await;
    assert_eq!(
        (status, &problem["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
        "{problem}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn leaders_set_targets_and_all_see_them() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import(&[("deals.csv", export("D", &[5, 4, 3]))]).await;
    let manager = server.sign_in_as("manager", "Max Manager").await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(rep.send(Method::POST, "/targets", None, &target(&json!({}))).await.0, StatusCode::FORBIDDEN);
    let line = manager.post("/targets", &target(&json!({}))).await;
    let path = format!("/targets/{}", line["id"].as_str().unwrap());
    assert_eq!(line["target"]["people"].as_array().unwrap().len(), 1, "who makes it is told");
    assert_eq!(rep.get("/targets").await["targets"][0]["target"]["name"], "New deals");
    assert_eq!(rep.send(Method::DELETE, &path, Some(1), &Value::Null).await.0, StatusCode::FORBIDDEN);
    // Another name begins nothing anew, another edge does.
    let mut other = line["target"].clone();
    other["name"] = json!("Deals a week");
    let (status, named) = manager.send(Method::PUT, &path, Some(1), &other).await;
    assert_eq!((status, &named["since"]), (StatusCode::OK, &line["since"]), "{named}");
    assert_eq!(manager.send(Method::PUT, &path, Some(1), &other).await.0, StatusCode::PRECONDITION_FAILED);
    other["band"] = json!({ "between": { "at_least": 2.0 } });
    let (_, changed) = manager.send(Method::PUT, &path, Some(2), &other).await;
    assert_ne!(changed["since"], line["since"]);
    assert_eq!(manager.send(Method::DELETE, &path, Some(3), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(rep.get("/targets").await["targets"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_whose_metric_or_stage_is_gone_says_so_and_rings_nothing() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import(&[("deals.csv", export("D", &[5, 5, 5, 4, 4, 4, 1]))]).await;
    server.deal(&json!({ "name": "Today" })).await;
    let own = json!({ "id": "opened", "name": "Opened", "figure": { "count": { "deals": "created" } } });
    let metric = server.post("/metrics", &own).await;
    set_weeks_ago(&server, 4, &target(&json!({ "name": "Gone metric", "metric": "opened" }))).await;
    let gone = json!({ "name": "Gone stage", "filters": { "stage": ["Nowhere"] } });
    set_weeks_ago(&server, 4, &target(&gone)).await;
    let path = format!("/metrics/{}", metric["id"].as_str().unwrap());
    server.send(Method::DELETE, &path, Some(1), &Value::Null).await;
    let lines = server.get("/targets").await;
    let said: Vec<&str> =
        lines["targets"].as_array().unwrap().iter().map(|t| t["history"]["trouble"].as_str().unwrap()).collect();
    let expected =
        ["There is no metric “opened” any more", "No stage is called “Nowhere” any more: it was renamed or taken away"];
    assert_eq!(said, expected);
    assert!(lines["targets"].as_array().unwrap().iter().all(|t| t["history"]["now"]["outside"] == false));
    tokio::time::sleep(Duration::from_secs(6)).await;
    let told = server.get("/notices").await;
    assert!(of(&told, "target-left").iter().all(|n| !n["says"].as_str().unwrap().contains("Gone stage")), "{told}");
}
