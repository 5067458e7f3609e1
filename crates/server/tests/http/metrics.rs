//! Metrics by HTTP: the catalogue, figures, what the team makes, and what happens a moment ago.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

#[tokio::test(flavor = "multi_thread")]
async fn every_metric_of_an_export_has_a_figure_or_words() {
    let server = Running::start_owned(On::Sqlite).await;
    let empty = server.get("/metrics").await;
    assert!(empty["standard"].as_array().unwrap().len() > 20);
    let words = server.get("/metrics/win-rate/figures?step=month").await;
    assert_eq!(words["figures"]["total"]["says"], "There is nothing to count in this time.");
    server.import_maven().await;
    let catalogue = server.get("/metrics").await;
    for page in catalogue["standard"].as_array().unwrap() {
        let id = page["metric"]["id"].as_str().unwrap();
        for query in
            ["step=month", "by=owner&by=product", "by=sector&step=quarter", "from=2090-01-01T00:00:00Z", "by=size"]
        {
            // quotas are of people and teams
            if id == "attainment" && query.contains("by=") {
                continue;
            }
            let answer = server.get(&format!("/metrics/{id}/figures?{query}")).await;
            let total = &answer["figures"]["total"];
            assert!(total["value"].is_number() || !total["says"].as_str().unwrap().is_empty(), "{id} {query}: {total}");
        }
    }
    let rate = server.get("/metrics/win-rate/figures?by=team&step=quarter").await;
    let (total, groups) = (&rate["figures"]["total"], rate["figures"]["groups"].as_array().unwrap());
    assert_eq!((&total["yes"], &total["n"]), (&json!(4238), &json!(6711)));
    assert_eq!(groups.iter().map(|g| g["figure"]["n"].as_u64().unwrap()).sum::<u64>(), 6711);
    assert!(groups.iter().all(|g| !g["noise"]["says"].as_str().unwrap().is_empty()));
    let csv = server.text("/metrics/win-rate/figures.csv?by=team").await;
    assert_eq!(csv.lines().count(), 2 + groups.len());
    let team = groups[0]["values"][0].as_str().unwrap();
    let (status, deals) = server.ask("/metrics/win-rate/deals", &[("by", "team"), ("value", team)]).await;
    assert_eq!((status, &deals["total"]), (StatusCode::OK, &groups[0]["figure"]["n"]));
    let compared = server
        .get("/metrics/value-won/figures?from=2017-10-01T00:00:00Z&to=2018-01-01T00:00:00Z&against=previous")
        .await;
    assert!(!compared["figures"]["against"]["change"]["says"].as_str().unwrap().is_empty());
    let slow = server.get("/measure/standing-out").await;
    assert!(slow["looked_at"].as_u64().unwrap() > 10);
}

#[rstest]
#[case("/metrics/no-such/figures", StatusCode::NOT_FOUND, Value::Null)]
#[case("/metrics/win-rate/figures?by=nonsense", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/win-rate/figures?by=stage", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/win-rate/figures?by=owner&by=team&by=product", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/attainment/figures?by=product", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/attainment/figures?by=owner&by=team", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/forecast-accuracy/figures?by=stage", StatusCode::UNPROCESSABLE_ENTITY, json!("by"))]
#[case("/metrics/win-rate/figures?against=previous", StatusCode::UNPROCESSABLE_ENTITY, json!("against"))]
#[case("/metrics/win-rate/figures?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z", StatusCode::UNPROCESSABLE_ENTITY, json!("to"))]
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_asked_is_refused(#[case] path: &str, #[case] status: StatusCode, #[case] field: Value) {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let (found, problem) = server.send(Method::GET, path, None, &Value::Null).await;
    assert_eq!((found, &problem["errors"][0]["field"]), (status, &field), "{problem}");
}

#[rstest]
#[case(On::Sqlite)]
#[case(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_team_makes_a_metric_of_its_own(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.import_maven().await;
    let own = json!({
        "id": "big-wins", "name": "Big wins", "better": "higher",
        "figure": { "mean": { "of": "value", "at": "won" } }, "only": { "fields": { "product": ["GTK 500"] } },
    });
    let tried = server.post("/metrics/preview", &own).await;
    assert!(tried["figures"]["total"]["n"].as_u64().unwrap() > 0);
    let kept = server.post("/metrics", &own).await;
    assert_eq!(
        kept["sentence"],
        "The value of deals that were won, on average; only deals where product is “GTK 500”."
    );
    let seen = server.get("/metrics/big-wins/figures?by=owner&step=month").await;
    assert_eq!(seen["figures"]["total"], tried["figures"]["total"]);
    let (status, problem) = server.send(Method::POST, "/metrics", None, &own).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("id")));
    let mut wrong = own.clone();
    wrong["id"] = json!("other");
    wrong["figure"] = json!({ "quantile": { "of": "value", "at": "won", "q": 7.0 } });
    let (status, problem) = server.send(Method::POST, "/metrics", None, &wrong).await;
    assert_eq!(
        (status, &problem["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("figure.quantile.q"))
    );
    let rep = server.sign_in_as("rep", "Rita").await;
    let (status, _) = rep.send(Method::POST, "/metrics", None, &wrong).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let path = format!("/metrics/{}", kept["id"].as_str().unwrap());
    let (status, _) = server.send(Method::DELETE, &path, Some(kept["version"].as_i64().unwrap()), &Value::Null).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = server.send(Method::GET, "/metrics/big-wins/figures", None, &Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_just_entered_is_in_the_figures() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let count = async || server.get("/metrics/new-deals/figures").await["figures"]["total"]["value"].as_f64().unwrap();
    let before = count().await;
    server.deal(&json!({ "name": "Just now" })).await;
    assert_eq!(count().await, before + 1.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn commitments_kept_are_those_kept_by_their_day() {
    let server = Running::start_owned(On::Sqlite).await;
    server.post("/processes", &json!({ "template": "b2b-software", "language": "en" })).await;
    let kept = server.get("/metrics/commitments-kept/figures").await;
    assert_eq!(kept["figures"]["total"]["says"], "There is nothing to count in this time.");
    let made = server.post("/deals", &json!({ "name": "Kern", "stage": "presenting" })).await;
    let (deal, commitment) = (made["deal"]["id"].as_str().unwrap(), made["commitments"][0]["id"].as_str().unwrap());
    let stage = "presenting";
    let say = async |word: &str, due: Value| {
        let body = json!({ "became": word, "due": due });
        server.send(Method::POST, &format!("/deals/{deal}/commitments/{stage}/{commitment}"), None, &body).await
    };
    let (status, answer) = say("agreed", json!("2100-01-01")).await;
    assert!(status.is_success(), "{answer}");
    let open = server.get("/metrics/commitments-kept/figures").await;
    assert_eq!((&open["figures"]["total"]["open"], &open["figures"]["total"]["value"]), (&json!(1), &Value::Null));
    let (status, answer) = say("kept", Value::Null).await;
    assert!(status.is_success(), "{answer}");
    let kept = server.get("/metrics/commitments-kept/figures").await;
    assert_eq!(kept["figures"]["total"]["yes"], 1);
}

const FILE: &str = r#"schema = 1
id = "sales"
name = "Sales"

[[stages]]
id = "talks"
name = "Talks"
target_days = 10
observed = ["Engaging"]

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"

# What we quarrel about.
[[metrics]]
id = "lost-after-talks"
name = "Lost after talks"
better = "lower"
figure = { share = { from = { entered = "talks" }, to = "lost" } } # by id
"#;

#[rstest]
#[case(On::Sqlite)]
#[case(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_metric_of_the_process_file_is_figured_and_changed_there_alone(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.import_maven().await;
    let own = json!({ "id": "lost-after-talks", "name": "Ours", "figure": { "count": { "deals": "lost" } } });
    let made = server.post("/metrics", &own).await;
    let saved = server.post("/processes", &json!({ "toml": FILE })).await;
    let said = saved["findings"].as_array().unwrap().iter().find(|f| f["code"] == "P154").unwrap();
    assert_eq!(said["path"], "metrics[0].id", "{said}");

    let catalogue = server.get("/metrics").await;
    let own_lines = catalogue["own"].as_array().unwrap();
    let of = |process: bool| own_lines.iter().find(|line| line["process"].is_object() == process).unwrap();
    assert_eq!((&of(true)["process"]["id"], &of(true)["hidden"]), (&json!("sales"), &Value::Null));
    assert!(of(false)["hidden"].as_str().unwrap().contains("The process “Sales”"), "{}", of(false));

    // 8,300 of 8,800 opportunities were engaged; 2,473 of those that closed were lost.
    let seen = server.get("/metrics/lost-after-talks/figures?by=team").await;
    let rate = server.get("/metrics/win-rate/figures").await;
    let (lost, won) = (&seen["figures"]["total"], &rate["figures"]["total"]);
    assert_eq!(seen["sentence"], "Of the deals that entered “Engaging”, the share that were lost afterwards.");
    assert_eq!(lost["n"], won["n"]);
    assert_eq!(lost["yes"].as_u64().unwrap() + won["yes"].as_u64().unwrap(), won["n"].as_u64().unwrap());
    assert_eq!(
        server.get("/metrics/lost-after-talks/deals").await["total"],
        won["n"].as_u64().unwrap() + lost["open"].as_u64().unwrap()
    );
    assert!(server.text("/metrics/lost-after-talks/figures.csv").await.starts_with("what,"));

    for method in [Method::PUT, Method::DELETE] {
        let (status, problem) = server.send(method, "/metrics/lost-after-talks", Some(1), &own).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(problem["detail"].as_str().unwrap().contains("process “Sales”; change it there"), "{problem}");
    }
    let (status, problem) = server.send(Method::POST, "/metrics", None, &own).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("id")));
    let mut other = own.clone();
    other["id"] = json!("ours");
    let path = format!("/metrics/{}", made["id"].as_str().unwrap());
    let (status, _) = server.send(Method::PUT, &path, made["version"].as_i64(), &other).await;
    assert_eq!(status, StatusCode::OK);
    assert!(server.get("/metrics").await["own"].as_array().unwrap().iter().all(|line| line["hidden"].is_null()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_keeps_the_metrics_of_a_draft() {
    let server = Running::start_owned(On::Sqlite).await;
    let (status, saved) = server.send(Method::PUT, "/process", None, &json!({ "toml": FILE })).await;
    assert_eq!(status, StatusCode::OK, "{saved}");
    let mut process = saved["process"].clone();
    process["stages"][0]["target_days"] = json!(12);
    let (status, draft) = server.send(Method::PUT, "/process/draft", Some(0), &json!({ "process": process })).await;
    assert_eq!(status, StatusCode::OK, "{draft}");
    let toml = draft["checked"]["toml"].as_str().unwrap();
    let (_, metrics) = FILE.split_once("# What we").unwrap();
    assert!(toml.contains("target_days = 12") && toml.ends_with(metrics), "{toml}");
    assert_eq!(draft["changes"].as_array().unwrap().len(), 1, "{draft}");
}

#[rstest]
#[case("id = \"lost-after-talks\"", "id = \"win-rate\"", "P152", 23)]
#[case("to = \"lost\"", "to = \"created\"", "P151", 26)]
#[case("to = \"lost\"", "to = \"lots\"", "P005", 26)]
#[case("share = {", "shere = {", "P002", 26)]
#[tokio::test(flavor = "multi_thread")]
async fn a_metric_that_cannot_be_is_refused_with_its_line(
    #[case] right: &str,
    #[case] wrong: &str,
    #[case] code: &str,
    #[case] line: u64,
) {
    let server = Running::start_owned(On::Sqlite).await;
    let toml = FILE.replace(right, wrong);
    let (status, problem) = server.send(Method::PUT, "/process", None, &json!({ "toml": toml })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let found = problem["findings"].as_array().unwrap().iter().find(|f| f["code"] == code);
    assert_eq!(found.map(|f| &f["line"]), Some(&json!(line)), "{problem}");
}
