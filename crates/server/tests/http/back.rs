//! Looking back, working backward and touchpoints by HTTP, on data with touchpoints and on data without.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{On, Running};

fn sample() -> Vec<(&'static str, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/sample-history");
    ["deals.csv", "events.csv"].map(|name| (name, std::fs::read(format!("{folder}/{name}")).unwrap())).to_vec()
}

fn names(list: &Value, name: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|e| e[name].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn planted_stages_are_found_in_what_was_imported() {
    let server = Running::start_owned(On::Sqlite).await;
    assert_eq!(server.import(&sample()).await["status"], "done");

    let back = server.get("/discover/work-backward").await;
    assert_eq!((&back["won"], &back["little"], &back["touchpoints"]), (&json!(436), &json!(false), &json!(true)));
    assert!(back["span"]["deals"].as_u64().unwrap() * 10 >= 436 * 6, "{}", back["span"]);
    let steps = names(&back["steps"], "activity");
    let place = |name: &str| steps.iter().position(|s| s == name).unwrap();
    assert!(place("Inquiry received") < place("Quote sent"), "{steps:?}");
    let ten = server.get("/discover/work-backward?last=10").await;
    assert!(ten["sentence"].as_str().unwrap().contains("of the last 10 won deals closed"), "{}", ten["sentence"]);
    let asked = server.get("/discover/work-backward?from_days=7&to_days=21").await;
    assert!(asked["shown"].as_array().unwrap().iter().all(|d| d["days"].as_f64().unwrap() <= 21.0));

    let touched = server.get("/discover/touchpoints").await;
    let opinion: Vec<&Value> =
        touched["opinion"].as_array().unwrap().iter().filter(|o| o["opinion"] == true).map(|o| &o["stage"]).collect();
    assert_eq!(opinion, ["Connecting & Qualifying"]);
    assert!(touched["ours"]["answered"].as_u64().unwrap() > 1000, "{}", touched["ours"]);

    let waits = server.get("/discover/bottlenecks").await;
    assert_eq!(waits["stages"][0]["stage"], "Handling objections");

    let ends = server.get("/discover/first-and-last?outcome=won").await;
    assert_eq!(ends["first"]["acts"][0]["activity"], "Reply sent");
    assert_eq!(ends["first"]["deals"], 436);

    // The rep with most deals among the last ones, and everybody.
    let last = server.get("/discover/look-back?n=6&spread=true").await;
    let owners: std::collections::BTreeSet<String> = names(&last["deals"], "owner").into_iter().collect();
    assert_eq!(owners.len(), 6, "{owners:?}");
    assert!(last["deals"][0]["stages"].as_array().unwrap().iter().all(|b| b["from_day"].is_number()));
    let lost = server.get("/discover/look-back?n=100000&ended=lost").await;
    assert_eq!(lost["deals"].as_array().unwrap().len(), 500);
}

#[tokio::test(flavor = "multi_thread")]
async fn data_without_touchpoints_says_what_to_import() {
    let server = Running::start_owned(On::Sqlite).await;
    let empty = server.get("/discover/work-backward").await;
    assert_eq!(empty["sentence"], "We can't tell yet: no won deal has both dates.");
    server.import_maven().await;
    let touched = server.get("/discover/touchpoints").await;
    assert!(touched["sentence"].as_str().unwrap().starts_with("This data has no calls, mails or meetings. Import"));
    assert_eq!(touched["touches"], 0);
    let back = server.get("/discover/work-backward").await;
    assert_eq!((&back["won"], &back["touchpoints"]), (&json!(4238), &json!(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_span_is_refused() {
    let server = Running::start_owned(On::Sqlite).await;
    for query in ["from_days=9&to_days=3", "from_days=9", "last=0", "from_days=NaN&to_days=3", "last=x"] {
        let answer = server.request(Method::GET, &format!("/discover/work-backward?{query}")).send().await.unwrap();
        let refused = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::BAD_REQUEST].contains(&answer.status());
        assert!(refused, "{query}: {}", answer.status());
    }
}
