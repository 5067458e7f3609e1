//! Dashboards by HTTP: kept, shared, worked out, printed, and mailed once a week.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    mail::{send, with_mailbox},
    post_office::PostOffice,
    support::{On, Running},
};

fn tile(metric: &str, show: &str, params: &Value) -> Value {
    let of = json!({"metric": {"metric": metric, "show": show, "params": params}});
    json!({"id": uuid::Uuid::new_v4(), "width": "half", "of": of})
}

fn dashboard(tiles: &[Value]) -> Value {
    json!({"name": "Sales week", "span": "quarter", "shared": true, "tiles": tiles})
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn own_and_shared(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let vera = server.sign_in_as("viewer", "Vera Viewer").await;
    let mut private = dashboard(&[tile("win-rate", "figure", &json!({}))]);
    private["shared"] = json!(false);
    let kept = rita.post("/dashboards", &private).await;
    let path = format!("/dashboards/{}", kept["id"].as_str().unwrap());
    assert_eq!(vera.get("/dashboards").await, json!([]));
    assert_eq!(vera.send(Method::GET, &path, None, &Value::Null).await.0, StatusCode::NOT_FOUND);
    let words = rita.get(&format!("{path}/figures")).await;
    assert_eq!(
        words["tiles"][0]["answer"]["figures"]["total"]["says"], "There is nothing to count in this time.",
        "an empty workspace has words for every tile"
    );
    private["shared"] = json!(true);
    assert_eq!(rita.send(Method::PUT, &path, Some(1), &private).await.0, StatusCode::OK);
    assert_eq!(vera.get(&path).await["may_change"], json!(false));
    assert_eq!(vera.send(Method::PUT, &path, Some(2), &private).await.0, StatusCode::FORBIDDEN);
    assert_eq!(rita.send(Method::PUT, &path, Some(1), &private).await.0, StatusCode::PRECONDITION_FAILED);
    assert_eq!(vera.send(Method::DELETE, &path, Some(2), &Value::Null).await.0, StatusCode::FORBIDDEN);
    assert_eq!(server.send(Method::DELETE, &path, Some(2), &Value::Null).await.0, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn tiles_show_what_their_metrics_pages_show() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let tiles = [
        tile(
            "win-rate",
            "figure",
            &json!({"against": ["previous"], "field": ["product:GTX Basic", "product:GTX Pro"]}),
        ),
        tile("win-rate", "groups", &json!({"by": ["team"], "span": ["year"]})),
        tile("value-won", "series", &json!({"step": ["week"]})),
        tile("gone", "figure", &json!({})),
        tile("win-rate", "groups", &json!({"by": ["nonsense"]})),
        json!({"id": uuid::Uuid::new_v4(), "width": "whole", "of": {"text": "Read this first."}}),
    ];
    let kept = server.post("/dashboards", &dashboard(&tiles)).await;
    let path = format!("/dashboards/{}", kept["id"].as_str().unwrap());
    let shown = server.get(&format!("{path}/figures")).await;
    for (at, query) in [
        (0, "win-rate/figures?span=quarter&against=previous&field=product%3AGTX%20Basic&field=product%3AGTX%20Pro"),
        (1, "win-rate/figures?span=year&by=team"),
        (2, "value-won/figures?span=quarter&step=week"),
    ] {
        assert_eq!(shown["tiles"][at]["answer"], server.get(&format!("/metrics/{query}")).await, "{query}");
    }
    assert_eq!(shown["tiles"][3]["says"], "There is no metric \"gone\".");
    assert!(shown["tiles"][4]["says"].as_str().unwrap().contains("nonsense"));
    assert_eq!((&shown["tiles"][5]["answer"], &shown["tiles"][5]["says"]), (&Value::Null, &json!("")));
    let pdf = server.request(Method::GET, &format!("{path}/figures.pdf")).send().await.unwrap();
    assert_eq!(pdf.headers()["content-type"], "application/pdf");
    assert!(pdf.bytes().await.unwrap().starts_with(b"%PDF"));
}

#[rstest]
#[case(json!({"name": " "}), "name")]
#[case(json!({"name": "x", "says": "s".repeat(501)}), "says")]
#[case(json!({"name": "x", "tiles": vec![json!({"id": uuid::Uuid::nil(), "width": "half", "of": {"text": ""}}); 2]}), "tiles.1.id")]
#[case(json!({"name": "x", "tiles": (0..25).map(|_| tile("win-rate", "figure", &json!({}))).collect::<Vec<_>>()}), "tiles")]
#[case(json!({"name": "x", "tiles": [tile("win-rate", "figure", &json!({"drop": ["table"]}))]}), "tiles.0.params")]
#[case(json!({"name": "x", "weekly": {"day": 8, "hour": 7, "people": []}}), "weekly.day")]
#[case(json!({"name": "x", "weekly": {"day": 1, "hour": 24, "people": []}}), "weekly.hour")]
#[case(json!({"name": "x", "weekly": {"day": 1, "hour": 7, "people": [uuid::Uuid::nil()]}}), "weekly.people")]
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept(#[case] body: Value, #[case] field: &str) {
    let server = Running::start_owned(On::Sqlite).await;
    let (status, problem) = server.send(Method::POST, "/dashboards", None, &body).await;
    assert_eq!(
        (status, &problem["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
        "{problem}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_comes_by_mail_once_a_week_with_its_pages() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    server.import_maven().await;
    let users = server.get("/users").await;
    let id_of = |name: &str| users.as_array().unwrap().iter().find(|u| u["name"] == name).unwrap()["id"].clone();
    let now = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let mut body = dashboard(&[
        tile("win-rate", "figure", &json!({"against": ["previous"]})),
        tile("value-won", "series", &json!({})),
    ]);
    body["weekly"] =
        json!({"day": now.weekday().to_monday_one_offset(), "hour": now.hour(), "people": [id_of("Rita Rep")]});
    let kept = server.post("/dashboards", &body).await;
    let id = kept["id"].as_str().unwrap();
    let path = format!("/dashboards/{id}");
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert!(post.delivered().is_empty(), "this week's hour had begun before it was set up");

    // As if it had been set up last week.
    let before = now.timestamp().checked_sub(jiff::SignedDuration::from_hours(24 * 7)).unwrap();
    server.store.set_setting(&format!("dashboard.{id}.weekly"), json!(before)).await.unwrap();
    let arrived = arrived(&post, 1).await;
    let flat = arrived[0].replace("=\r\n", "").replace("\r\n ", " ");
    let rate =
        server.get("/metrics/win-rate/figures?span=quarter").await["figures"]["total"]["value"].as_f64().unwrap();
    for part in [
        "rita.rep@example.com",
        "Sales week",
        &format!("Win rate: {:.1}", rate * 100.0),
        &format!("/measure/dashboards/{id}"),
        "application/pdf",
        "Sales-week-2017-12-31.pdf",
        "JVBERi",
    ] {
        assert!(flat.contains(part), "{part} is not in {}", &flat[..flat.len().min(4000)]);
    }
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(post.delivered().len(), 1, "once a week");

    let mail = |method| rita.request(method, &format!("{path}/mail/mine")).send();
    let left: Value = mail(Method::DELETE).await.unwrap().json().await.unwrap();
    assert_eq!(left["dashboard"]["weekly"]["people"], json!([]));
    let joined: Value = mail(Method::PUT).await.unwrap().json().await.unwrap();
    assert_eq!(joined["dashboard"]["weekly"]["people"], json!([id_of("Rita Rep")]));
    assert_eq!(send(&rita, Method::POST, &format!("{path}/mail"), &Value::Null).await.0, StatusCode::ACCEPTED);
    self::arrived(&post, 2).await;
}

async fn arrived(post: &PostOffice, n: usize) -> Vec<String> {
    for _ in 0..400 {
        let arrived = post.delivered();
        if arrived.len() >= n {
            return arrived;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no mail came: {}", post.log());
}
