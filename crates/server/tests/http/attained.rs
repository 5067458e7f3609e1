//! Attainment and the accuracy of forecasts as metrics by HTTP: the figures of their own pages, wherever metrics stand.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

fn close(a: &Value, b: &Value) -> bool {
    a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| (a - b).abs() < 1e-12)
}

/// The names that the deals have most often.
async fn values(server: &Running, field: &str) -> Vec<String> {
    let fields = server.get("/fields").await;
    let field = fields.as_array().unwrap().iter().find(|f| f["name"] == field).unwrap();
    field["values"].as_array().unwrap().iter().map(|v| v[0].as_str().unwrap().to_owned()).collect()
}

async fn quota(server: &Running, who: &str, name: &str, amount_minor: i64, per: &str) {
    let quota = json!({"who": who, "name": name, "amount_minor": amount_minor, "currency": "USD", "per": per,
        "from": "2017-01-01"});
    server.post("/quotas", &quota).await;
}

async fn total(server: &Running, metric: &str) -> Value {
    server.get(&format!("/metrics/{metric}/figures")).await["figures"]["total"].clone()
}

const THIRD: &str = "from=2017-07-01T00:00:00Z&to=2017-10-01T00:00:00Z";

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn attainment_is_that_of_its_page(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.import_maven().await;
    let none = total(&server, "attainment").await;
    assert_eq!(none["value"], Value::Null);
    assert_eq!(none["says"], "There are no quotas yet: set them under Settings → Quotas.");
    let (owners, teams) = (values(&server, "owner").await, values(&server, "team").await);
    quota(&server, "person", &owners[0], 10_000_000, "quarter").await;
    quota(&server, "person", &owners[1], 3_000_000, "month").await;
    quota(&server, "team", &teams[0], 50_000_000, "quarter").await;
    quota(&server, "team", &teams[1], 60_000_000, "quarter").await;
    let page = server.get("/measure/attainment").await;
    let row = |name: &str, period: &str| {
        let rows = page["rows"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == name && row["period"] == period).unwrap().clone()
    };
    // by team and by person, as on the page
    let group = |figures: &Value, name: &str| {
        let groups = figures["figures"]["groups"].as_array().unwrap();
        groups.iter().find(|g| g["values"][0] == name).unwrap().clone()
    };
    let by_team = server.get(&format!("/metrics/attainment/figures?{THIRD}&by=team&step=quarter")).await;
    let (mut won, mut to_win) = (0.0, 0.0);
    for team in &teams[..2] {
        let (own, group) = (row(team, "2017-Q3"), group(&by_team, team));
        assert!(own["over"].as_bool().unwrap() && own["won_minor"].as_i64().unwrap() > 0);
        assert!(close(&group["figure"]["value"], &own["share"]), "{group} {own}");
        assert!(group["figure"]["low"].as_f64().unwrap() < own["share"].as_f64().unwrap());
        won += own["won_minor"].as_f64().unwrap();
        to_win += own["quota_minor"].as_f64().unwrap();
    }
    let figures = &by_team["figures"];
    assert!(close(&figures["total"]["value"], &json!(won / to_win)), "{figures}");
    assert_eq!((&figures["total"]["n"], &figures["unit"]), (&json!(2), &json!("share")));
    assert!(!figures["total"]["few"].as_bool().unwrap(), "quotas are as many as they are");
    assert_eq!(figures["series"].as_array().unwrap().len(), 1);
    assert_eq!(figures["series"][0]["figure"]["value"], figures["total"]["value"]);
    let by_owner = server.get(&format!("/metrics/attainment/figures?{THIRD}&by=owner&step=month")).await;
    assert!(close(&group(&by_owner, &owners[0])["figure"]["value"], &row(&owners[0], "2017-Q3")["share"]));
    let august = by_owner["figures"]["lines"].as_array().unwrap().iter().find(|l| l["value"] == owners[1]).unwrap();
    assert!(close(&august["figures"][1]["value"], &row(&owners[1], "2017-08")["share"]), "{august}");
    // nothing of a quarter ends in August
    let quarterly = by_owner["figures"]["lines"].as_array().unwrap().iter().find(|l| l["value"] == owners[0]).unwrap();
    assert_eq!(quarterly["figures"][1]["says"], "No month or quarter of a quota ends in this time.");
    // together: teams
    let all = server.get(&format!("/metrics/attainment/figures?{THIRD}&against=previous")).await;
    assert_eq!(all["figures"]["total"]["value"], figures["total"]["value"]);
    assert!(close(
        &all["figures"]["against"]["figure"]["value"],
        &json!(
            (row(&teams[0], "2017-Q2")["won_minor"].as_f64().unwrap()
                + row(&teams[1], "2017-Q2")["won_minor"].as_f64().unwrap())
                / to_win
        )
    ));
    // the data ends on the last day of the year: the last quarter is not over
    let last = "from=2017-10-01T00:00:00Z&to=2018-01-01T00:00:00Z&by=team&step=quarter";
    let last = server.get(&format!("/metrics/attainment/figures?{last}")).await;
    let running = row(&teams[0], "2017-Q4");
    assert_eq!(running["over"], json!(false));
    assert!(close(&group(&last, &teams[0])["figure"]["value"], &running["share"]));
    assert_eq!(last["figures"]["series"][0]["finished"], json!(false));
    assert!(last["figures"]["notes"][0].as_str().unwrap().contains("31 December 2017"), "{last}");

    // the deals behind it, chosen holders, what has no meaning
    let value = [
        ("by", "team"),
        ("value", teams[0].as_str()),
        ("from", "2017-07-01T00:00:00Z"),
        ("to", "2017-10-01T00:00:00Z"),
    ];
    let (_, deals) = server.ask("/metrics/attainment/deals", &value).await;
    let own = row(&teams[0], "2017-Q3");
    assert_eq!(deals["total"], own["won"]);
    let sum: f64 = deals["deals"].as_array().unwrap().iter().map(|d| d["amount"].as_f64().unwrap()).sum();
    assert!(deals["total"].as_u64().unwrap() > 500 || sum == own["won_minor"].as_f64().unwrap(), "{sum} {own}");
    let (_, one) = server
        .ask("/metrics/attainment/figures", &[("field", format!("team:{}", teams[1]).as_str()), value[2], value[3]])
        .await;
    assert!(close(&one["figures"]["total"]["value"], &row(&teams[1], "2017-Q3")["share"]), "{one}");
    let (status, other) = server.ask("/metrics/attainment/figures", &[("field", "product:GTX Pro")]).await;
    assert_eq!((status, &other["figures"]["total"]["value"]), (StatusCode::OK, &Value::Null));
    assert!(other["figures"]["total"]["says"].as_str().unwrap().contains("take every other filter away"), "{other}");
    let csv = server.text(&format!("/metrics/attainment/figures.csv?{THIRD}&by=team")).await;
    assert_eq!(csv.lines().count(), 4, "{csv}");
}

#[tokio::test(flavor = "multi_thread")]
async fn quotas_of_people_are_for_who_leads_and_for_themselves() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let owners = values(&server, "owner").await;
    for owner in &owners[..2] {
        quota(&server, "person", owner, 10_000_000, "quarter").await;
    }
    let groups = async |by: &Running| {
        let found = by.get("/metrics/attainment/figures?by=owner").await;
        let groups = found["figures"]["groups"].as_array().unwrap().clone();
        groups.iter().map(|g| g["values"][0].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut both = groups(&server).await;
    both.sort();
    let mut expected = owners[..2].to_vec();
    expected.sort();
    assert_eq!(both, expected);
    let rep = server.sign_in_as("rep", &owners[0]).await;
    assert_eq!(groups(&rep).await, owners[..1]);
    let own = rep.get("/metrics/attainment/figures").await;
    assert!(own["figures"]["notes"].to_string().contains("your own quota alone"), "{own}");
    let other = server.sign_in_as("rep", "Nobody Known").await;
    let hidden = total(&other, "attainment").await;
    assert_eq!(hidden["value"], Value::Null);
    assert!(hidden["says"].as_str().unwrap().starts_with("Quotas of people are seen by who leads"), "{hidden}");
    for path in ["figures.csv?by=owner", "deals.csv?by=owner"] {
        let file = rep.text(&format!("/metrics/attainment/{path}")).await;
        assert!(file.contains(owners[0].as_str()) && !file.contains(owners[1].as_str()), "{file}");
    }
    // a dashboard is seen by others too, whoever looks
    let board = json!({"name": "B", "span": "all", "shared": true, "tiles": [{"id": uuid::Uuid::new_v4(),
        "width": "half", "of": {"metric": {"metric": "attainment", "show": "groups", "params": {"by": ["owner"]}}}}]});
    let kept = server.post("/dashboards", &board).await;
    let shown = server.get(&format!("/dashboards/{}/figures", kept["id"].as_str().unwrap())).await;
    let figures = &shown["tiles"][0]["answer"]["figures"];
    assert_eq!((&figures["total"]["value"], &figures["groups"]), (&Value::Null, &json!([])), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_accuracy_of_forecasts_is_that_of_its_page() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let page = server.get("/measure/forecast").await["held_back"].clone();
    let found = server.get("/metrics/forecast-accuracy/figures?by=team&step=month").await["figures"].clone();
    let all = &found["total"];
    assert!(close(&all["value"], &page["brier"]), "{all} {page}");
    assert!(all["low"].as_f64() < all["value"].as_f64() && all["value"].as_f64() < all["high"].as_f64(), "{all}");
    let moments = page["moments"].as_array().unwrap();
    assert!(moments.len() > 3);
    for moment in moments {
        let series = found["series"].as_array().unwrap();
        let month = series.iter().find(|p| p["from"] == moment["at"]).unwrap();
        assert!(close(&month["figure"]["value"], &moment["brier"]), "{month} {moment}");
        assert_eq!(month["figure"]["n"], moment["deals"]);
    }
    let (_, deals) = server.ask("/metrics/forecast-accuracy/deals", &[]).await;
    assert_eq!(deals["total"], all["n"], "each deal once");
    let groups = found["groups"].as_array().unwrap();
    assert_eq!(groups.iter().map(|g| g["figure"]["n"].as_u64().unwrap()).sum::<u64>(), all["n"].as_u64().unwrap());
    let team = groups[0]["values"][0].as_str().unwrap();
    let (_, one) =
        server.ask("/metrics/forecast-accuracy/figures", &[("field", format!("team:{team}").as_str())]).await;
    assert!(close(&one["figures"]["total"]["value"], &groups[0]["figure"]["value"]), "{one}");
    let shorter = json!({"id": "near", "name": "Near", "figure": {"forecast-error": {"within_days": 30}}});
    let near = server.post("/metrics/preview", &shorter).await;
    let of_page = server.get("/measure/forecast?within=30").await["held_back"]["brier"].clone();
    assert!(close(&near["figures"]["total"]["value"], &of_page));
    let empty = Running::start_owned(On::Sqlite).await;
    empty.deal(&json!({"name": "Mill"})).await;
    let none = total(&empty, "forecast-accuracy").await;
    assert!(none["says"].as_str().unwrap().starts_with("There is no month to try it on"), "{none}");
}

#[tokio::test(flavor = "multi_thread")]
async fn they_stand_on_dashboards_and_have_targets() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let teams = values(&server, "team").await;
    quota(&server, "team", &teams[0], 20_000_000, "month").await;
    let tile = |metric: &str| {
        json!({"id": uuid::Uuid::new_v4(), "width": "half",
            "of": {"metric": {"metric": metric, "show": "series", "params": {"step": ["month"]}}}})
    };
    let tiles = ["attainment", "forecast-accuracy"].map(tile);
    let board = json!({"name": "B", "span": "all", "shared": true, "tiles": tiles});
    let kept = server.post("/dashboards", &board).await;
    let path = format!("/dashboards/{}", kept["id"].as_str().unwrap());
    let shown = server.get(&format!("{path}/figures")).await;
    for (at, metric) in ["attainment", "forecast-accuracy"].iter().enumerate() {
        let own = server.get(&format!("/metrics/{metric}/figures?step=month")).await;
        assert!(own["figures"]["total"]["value"].is_number(), "{own}");
        assert_eq!(shown["tiles"][at]["answer"], own, "{metric}");
    }
    let pdf = server.request(Method::GET, &format!("{path}/figures.pdf")).send().await.unwrap();
    assert_eq!(pdf.status(), StatusCode::OK);
    let page = server.get("/measure/attainment").await;
    for (metric, band) in [
        ("attainment", json!({"between": {"at_least": 1.0}})),
        ("forecast-accuracy", json!({"between": {"at_most": 0.25}})),
    ] {
        let target = json!({"name": metric, "metric": metric, "step": "month", "band": band});
        let history = server.post("/targets/preview", &target).await;
        let steps = history["history"]["steps"].as_array().or(history["steps"].as_array()).unwrap().clone();
        let judged = steps.iter().filter(|s| ["inside", "below", "above"].contains(&s["place"].as_str().unwrap()));
        assert!(judged.count() >= 3, "{metric}: {history}");
        if metric == "attainment" {
            let september = steps.iter().find(|s| s["from"] == "2017-09-01T00:00:00Z").unwrap();
            let row = page["rows"].as_array().unwrap().iter().find(|r| r["period"] == "2017-09").unwrap();
            assert!(close(&september["figure"]["value"], &row["share"]), "{september} {row}");
        }
        let made = server.post("/targets", &target).await;
        assert!(made["id"].is_string(), "{made}");
    }
}
