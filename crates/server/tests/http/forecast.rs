//! Forecast, quotas and the ramp by HTTP.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

/// Everything below `at` that is a number must be one, wherever one is promised.
fn is_number(of: &Value, names: &[&str]) {
    for name in names {
        assert!(of[name].is_number(), "{name} in {of}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_forecast_of_an_export() {
    let server = Running::start_owned(On::Sqlite).await;
    let nothing = server.get("/measure/forecast").await;
    assert_eq!(
        (&nothing["sentence"], &nothing["total"]),
        (&json!("There are no open deals to forecast."), &Value::Null)
    );
    server.import_maven().await;
    let found = server.get("/measure/forecast?within=30").await;
    let (total, held) = (&found["total"], &found["held_back"]);
    is_number(total, &["won", "won_low", "won_high", "value_minor", "low_minor", "high_minor"]);
    assert_eq!((&found["open"], &total["deals"]), (&json!(2089), &json!(2089)));
    assert!(total["won_low"].as_f64() <= total["won"].as_f64() && total["won"].as_f64() <= total["won_high"].as_f64());
    is_number(held, &["brier", "naive_brier", "skill", "better"]);
    let owners: f64 = found["by_owner"].as_array().unwrap().iter().map(|o| o["won"].as_f64().unwrap()).sum();
    assert!((owners - total["won"].as_f64().unwrap()).abs() < 1e-6);
    assert_eq!(found["deals"].as_array().unwrap().len(), 200);
    let one = server.get("/measure/forecast?within=30&field=owner:Anna%20Snelling").await;
    let anna = found["by_owner"].as_array().unwrap().iter().find(|o| o["owner"] == "Anna Snelling").unwrap();
    assert!((one["total"]["won"].as_f64().unwrap() - anna["won"].as_f64().unwrap()).abs() < 1e-9);
    let csv = server.text("/measure/forecast.csv?within=ever").await;
    assert_eq!((csv.lines().count(), csv.split(',').next()), (2090, Some("deal")));
    for (asked, field) in [
        ("within=2017-Q2", "within"),
        ("within=nonsense", "within"),
        ("within=0", "within"),
        ("as_of=2400-01-01T00:00:00Z", "as_of"),
    ] {
        let (status, problem) =
            server.send(Method::GET, &format!("/measure/forecast?{asked}"), None, &Value::Null).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{asked}"
        );
    }
    // a moment before the data, and a far horizon
    let before = server.get("/measure/forecast?as_of=1990-01-01T00:00:00Z").await;
    assert_eq!((&before["open"], &before["total"]["won"]), (&json!(0), &Value::Null));
    let far = server.get("/measure/forecast?within=2190-Q4").await;
    is_number(&far["total"], &["won", "value_minor"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn quotas_are_kept_and_counted(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(server.get("/measure/attainment").await["sentence"], "There are no quotas yet.");
    let quota = json!({"who": "person", "name": "Rita Rep", "amount_minor": 100_000, "currency": "eur", "per": "month",
        "from": "2026-01-01"});
    let kept = server.post("/quotas", &quota).await;
    assert_eq!((&kept["currency"], &kept["version"]), (&json!("EUR"), &json!(1)));
    let boss = json!({"who": "person", "name": "Olga Owner", "amount_minor": 5, "currency": "EUR", "per": "quarter",
        "from": "2026-01-01"});
    server.post("/quotas", &boss).await;
    for (change, field) in [
        (json!({"amount_minor": 0}), "amount_minor"),
        (json!({"amount_minor": i64::MAX}), "amount_minor"),
        (json!({"currency": "euros"}), "currency"),
        (json!({"name": " "}), "name"),
        (json!({"from": "1900-01-01"}), "from"),
        (json!({"name": "rita rep "}), "from"),
    ] {
        let mut wrong = quota.clone();
        wrong.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (status, problem) = server.send(Method::POST, "/quotas", None, &wrong).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{change}"
        );
    }
    assert_eq!(rita.send(Method::POST, "/quotas", None, &quota).await.0, StatusCode::FORBIDDEN);
    // a rep sees their own alone
    assert_eq!(rita.get("/quotas").await.as_array().unwrap().len(), 1);
    assert_eq!(server.get("/quotas").await.as_array().unwrap().len(), 2);
    let path = format!("/quotas/{}", kept["id"].as_str().unwrap());
    let mut more = quota.clone();
    more["amount_minor"] = json!(200_000);
    assert_eq!(server.send(Method::PUT, &path, Some(1), &more).await.0, StatusCode::OK);
    assert_eq!(server.send(Method::PUT, &path, Some(1), &quota).await.0, StatusCode::PRECONDITION_FAILED);

    let templates = server.get("/process/templates").await;
    let begun = server.post("/processes", &json!({"template": templates[0]["id"]})).await;
    let won = begun["process"]["stages"].as_array().unwrap().iter().find(|s| s["kind"] == "won").unwrap()["id"].clone();
    let deal = json!({"name": "Mill", "owner": "Rita Rep", "value": "500", "currency": "EUR"});
    let made = server.post("/deals", &deal).await;
    let id = made["deal"]["id"].as_str().unwrap();
    let moved = json!({"to": won, "reason": "They signed"});
    let (status, answer) = server.send(Method::POST, &format!("/deals/{id}/move"), None, &moved).await;
    assert!(status.is_success(), "{answer}");
    let told = rita.get("/measure/attainment").await;
    let row = &told["rows"][0];
    assert_eq!((&row["won"], &row["won_minor"], &row["quota_minor"]), (&json!(1), &json!(50_000), &json!(200_000)));
    assert_eq!((&row["share"], &row["says"]), (&json!(0.25), &json!("25 % of the quota so far, 1 deal won.")));
    assert!(told["rows"].as_array().unwrap().iter().all(|row| row["name"] == "Rita Rep"));
    assert!(server.text("/measure/attainment.csv").await.starts_with("who,name,period"));
    assert_eq!(server.send(Method::DELETE, &path, Some(2), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(rita.get("/quotas").await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn first_days_and_the_ramp() {
    let server = Running::start_owned(On::Sqlite).await;
    assert_eq!(server.get("/measure/ramp").await["sentence"], "Nobody owns a deal yet.");
    server.import_maven().await;
    let found = server.get("/measure/ramp").await;
    assert_eq!((&found["measure"], found["people"].as_array().unwrap().len()), (&json!("deals"), 30));
    is_number(&found["time_to_target"], &["people", "reached", "median_weeks"]);
    let first = json!({"person": "anna snelling", "day": "2017-06-01"});
    server.send(Method::PUT, "/first-days", None, &first).await;
    let anna =
        |ramp: Value| ramp["people"].as_array().unwrap().iter().find(|p| p["name"] == "Anna Snelling").unwrap().clone();
    let told = anna(server.get("/measure/ramp").await);
    assert_eq!((&told["start"], &told["given"], &told["weeks"]), (&json!("2017-06-01"), &json!(true), &json!(30)));
    assert_eq!(server.get("/first-days").await, json!([first]));
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(rita.send(Method::PUT, "/first-days", None, &first).await.0, StatusCode::FORBIDDEN);
    let own = rita.get("/measure/ramp").await;
    assert_eq!((&own["people"], &own["sentence"]), (&json!([]), &json!("You own no deal yet.")));
    for (body, field) in
        [(json!({"person": "", "day": null}), "person"), (json!({"person": "A", "day": "1066-10-14"}), "day")]
    {
        let (status, problem) = server.send(Method::PUT, "/first-days", None, &body).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let back = json!({"person": "Anna Snelling", "day": null});
    assert_eq!(server.send(Method::PUT, "/first-days", None, &back).await.0, StatusCode::OK);
    assert_eq!(server.get("/first-days").await, json!([]));
    // once taken back, it can be given again
    assert_eq!(server.send(Method::PUT, "/first-days", None, &first).await.0, StatusCode::OK);
    assert_eq!(anna(server.get("/measure/ramp").await)["given"], true);
    assert!(server.text("/measure/ramp.csv").await.starts_with("name,start,given,week"));
    assert!(
        server.get("/measure/ramp?measure=value&field=owner:Nobody").await["people"].as_array().unwrap().len() == 1
    );
}
