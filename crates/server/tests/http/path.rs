//! The main path by HTTP, on both databases, on the demo's data.

use std::io::Write as _;

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

fn truth() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/maven-crm/truth.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_a_file_to_a_manual(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let truth = truth();

    // Import: all rows, and again adds nothing.
    let import = server.import_maven().await;
    assert_eq!(import["status"], "done", "{import}");
    assert_eq!(import["report"]["rows"]["rejected"], 0);
    let again = server.import_maven().await;
    assert_eq!((&again["status"], &again["events"]), (&json!("done"), &json!(0)), "{again}");

    // Discover: the figures of somebody else's program.
    let found = server.get("/discover").await;
    let drivers = server.get("/discover/drivers").await;
    assert_eq!(drivers["closed"].as_u64(), found["win_rate"]["closed"].as_u64());
    let value = drivers["excluded"].as_array().unwrap().iter().find(|e| e["title"] == "Value").unwrap();
    assert!(value["reason"].as_str().unwrap().starts_with("It is entered when a deal ends"), "{value}");
    assert_eq!(found["deals"]["total"], truth["opportunities"]);
    assert_eq!(found["deals"]["won"], truth["won"]);
    assert_eq!(found["win_rate"]["rate"], truth["win_rate_of_closed"]);
    for q in ["q25", "median", "q75"] {
        assert_eq!(found["cycle_days"]["won"][q], truth["cycle_days_won"][q], "{q}");
        assert_eq!(found["cycle_days"]["lost"][q], truth["cycle_days_lost"][q], "{q}");
    }
    let by_sector = found["breakdowns"]["sector"].as_array().unwrap();
    let software = by_sector.iter().find(|g| g["value"] == "software").unwrap();
    assert_eq!((&software["won"], &software["closed"]), (&json!(450), &json!(704)));
    let listed = server.get("/deals?field=sector:software&outcome=won&limit=7").await;
    assert_eq!(listed["total"], 450);
    let next = server
        .get(&format!("/deals?field=sector:software&outcome=won&limit=7&cursor={}", listed["next"].as_str().unwrap()))
        .await;
    let ids = |page: &Value| page["deals"].as_array().unwrap().iter().map(|d| d["id"].clone()).collect::<Vec<_>>();
    assert!(ids(&next).len() == 7 && ids(&next).iter().all(|id| !ids(&listed).contains(id)));

    the_map_tells_the_same(&server, &truth).await;

    // Define: proposed, saved, and a version in between is not overwritten.
    let proposed = server.post("/process/propose", &Value::Null).await;
    assert!(proposed["process"]["stages"].as_array().unwrap().len() >= 7);
    let draft = json!({"process": proposed["process"], "note": "From the data"});
    let put = |seen: Option<&str>, body: &Value| {
        let request = server.request(Method::PUT, "/process").json(body);
        seen.map_or_else(
            || request.try_clone().unwrap(),
            |v| request.try_clone().unwrap().header("if-match", v.to_owned()),
        )
        .send()
    };
    assert_eq!(put(None, &draft).await.unwrap().status(), StatusCode::OK);
    assert_eq!(put(None, &draft).await.unwrap().status(), StatusCode::PRECONDITION_REQUIRED);
    assert_eq!(put(Some("\"1\""), &draft).await.unwrap().status(), StatusCode::OK);
    assert_eq!(put(Some("\"1\""), &draft).await.unwrap().status(), StatusCode::PRECONDITION_FAILED);
    let broken = json!({"toml": "schema = 1\nid = \"x\"\nname = 3\n"});
    let refused: Value = put(Some("\"2\""), &broken).await.unwrap().json().await.unwrap();
    assert_eq!(refused["findings"][0]["line"], 3, "{refused}");

    // Run: a move without what it needs wants a reason; everything is an event.
    let board = server.get("/board").await;
    let columns = board["columns"].as_array().unwrap();
    let open: u64 = columns.iter().map(|c| c["count"].as_u64().unwrap()).sum();
    assert_eq!(open, 2089);
    let card =
        columns.iter().find_map(|c| c["cards"].as_array().unwrap().iter().find(|c| c["required"].as_u64() > Some(0)));
    let deal = format!("/deals/{}", card.unwrap()["id"].as_str().unwrap());
    let view = server.get(&deal).await;
    let to = view["next_stage"]["stage_id"].clone();
    let go = |body: Value| server.request(Method::POST, &format!("{deal}/move")).json(&body).send();
    let unmet = go(json!({"to": to})).await.unwrap();
    assert_eq!(unmet.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!unmet.json::<Value>().await.unwrap()["errors"].as_array().unwrap().is_empty());
    let touched = server
        .post(
            &format!("{deal}/touchpoints"),
            &json!({"kind": "note", "side": "rep", "attributes": {"note": "Met at the fair"}}),
        )
        .await;
    assert_eq!(touched["events"].as_array().unwrap().last().unwrap()["activity"], "Note");
    let task = &view["tasks"][0];
    let ticked = server
        .post(
            &format!("{deal}/tasks/{}/{}", view["stage"]["stage_id"].as_str().unwrap(), task["id"].as_str().unwrap()),
            &json!({"done": true}),
        )
        .await;
    assert_eq!(ticked["tasks"][0]["done"], true);
    let moved = go(json!({"to": to, "reason": "The prospect asked for it by phone"})).await.unwrap();
    assert_eq!(moved.status(), StatusCode::OK);
    let moved: Value = moved.json().await.unwrap();
    let kinds: Vec<&str> = moved["events"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"move.override") && kinds.contains(&"task.done"), "{kinds:?}");
    assert_eq!(moved["stage"]["stage_id"], to);

    // Measure: the log followed the move at once.
    let flow = server.get("/measure/flow?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z").await;
    let entered: u64 =
        flow["groups"][0]["stages"].as_array().unwrap().iter().map(|s| s["entered"].as_u64().unwrap()).sum();
    assert_eq!(entered, 1, "{flow}");
    let unknown = server.request(Method::GET, "/measure/flow?by=nonsense").send().await.unwrap();
    assert_eq!(unknown.status(), StatusCode::UNPROCESSABLE_ENTITY);
    for table in ["flow", "time-in-stage", "conversion", "win-rate"] {
        let csv = server.text(&format!("/measure/{table}.csv?by=team")).await;
        assert!(csv.lines().count() > 3, "{table}: {csv}");
    }

    // Publish: the same pages on the web and on paper.
    let page = server
        .post(
            "/manual/pages",
            &json!({"section": "W", "title": "How we greet", "markdown": "Say **hello**.<script>x</script>"}),
        )
        .await;
    let contents = server.get("/manual").await;
    let letters: Vec<&str> =
        contents["sections"].as_array().unwrap().iter().map(|s| s["letter"].as_str().unwrap()).collect();
    assert!(["P", "R", "Y", "G", "W"].iter().all(|l| letters.contains(l)), "{letters:?}");
    let written = server.get(&format!("/manual/pages/{}", page["id"].as_str().unwrap())).await;
    let html = written["html"].as_str().unwrap();
    assert!(html.contains("<strong>hello</strong>") && !html.contains("<script>"), "{html}");
    let pdf = server.request(Method::GET, "/manual.pdf").send().await.unwrap().bytes().await.unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 50_000);

    // Undo: as a whole.
    let id = import["id"].as_str().unwrap();
    server.post(&format!("/imports/{id}/undo"), &Value::Null).await;
    let left = server.get("/discover").await;
    assert_eq!(left["deals"]["won"], 0, "{}", left["deals"]);
    let back = server.import_maven().await;
    assert_eq!(back["status"], "done");
    assert_eq!(server.get("/discover").await["deals"]["won"], truth["won"]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn nobody_does_what_their_role_does_not_allow(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let stranger = client();
    let see = stranger.get(format!("{}/deals", server.base)).send().await.unwrap();
    assert_eq!(see.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(see.headers()["content-type"], "application/problem+json");
    let second = stranger.post(format!("{}/setup", server.base)).header("x-stagecraft", "1");
    let second = second.json(&json!({"name": "Eve", "email": "eve@example.com", "password": "a long password"}));
    assert_eq!(second.send().await.unwrap().status(), StatusCode::CONFLICT);

    let anna = json!({"name": "Anna Rep", "email": "anna@example.com", "role": "rep", "password": "another password"});
    let added = server.post("/users", &anna).await;
    let link = added["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned();
    let rep = client();
    let sign_in = |token: &str| {
        let request = rep.post(format!("{}/session/link", server.base)).header("x-stagecraft", "1");
        request.json(&json!({"token": token})).send()
    };
    assert_eq!(sign_in(&link).await.unwrap().status(), StatusCode::OK);
    assert_eq!(sign_in(&link).await.unwrap().status(), StatusCode::UNAUTHORIZED, "a link works once");

    let post = |path: &str, body: Value| {
        rep.post(format!("{}{path}", server.base)).header("x-stagecraft", "1").json(&body).send()
    };
    assert_eq!(post("/users", anna).await.unwrap().status(), StatusCode::FORBIDDEN);
    let theirs = server.post("/deals", &json!({"name": "Not hers", "owner": "Ben"})).await;
    let hers = post("/deals", json!({"name": "Hers"})).await.unwrap();
    assert_eq!(hers.status(), StatusCode::CREATED);
    let hers: Value = hers.json().await.unwrap();
    let touch = json!({"kind": "call", "side": "rep"});
    let path = |deal: &Value| format!("/deals/{}/touchpoints", deal["deal"]["id"].as_str().unwrap());
    assert_eq!(post(&path(&theirs), touch.clone()).await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(post(&path(&hers), touch.clone()).await.unwrap().status(), StatusCode::OK);

    let bare = rep.post(format!("{}{}", server.base, path(&hers))).json(&touch).send().await.unwrap();
    assert_eq!(bare.status(), StatusCode::FORBIDDEN, "a page of another site cannot send the header");
    let wrong = json!({"email": "anna@example.com", "password": "not her password"});
    assert_eq!(post("/session", wrong).await.unwrap().status(), StatusCode::UNAUTHORIZED);
}

#[rstest]
#[case::empty("empty.csv", b"".to_vec())]
#[case::header_only("header.csv", b"id,stage,created\n".to_vec())]
#[case::binary("picture.csv", [0x89, b'P', b'N', b'G', 0, 1, 2, 0, 0].repeat(50))]
#[case::no_meaning("words.csv", b"alpha beta\ngamma delta\nepsilon zeta\n".to_vec())]
#[case::entity_bomb("log.xes", b"<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><log>&b;</log>".to_vec())]
#[case::gzip_bomb("deals.csv.gz", gzip(&vec![b'0'; 600 << 20]))]
#[case::broken_archive("export.zip", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec())]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_refused_whole(#[case] name: &str, #[case] bytes: Vec<u8>) {
    let server = Running::start_owned(On::Sqlite).await;
    let (status, problem) = server.upload(&[(name, bytes)]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains(name), "{problem}");
    assert_eq!(server.get("/imports").await, json!([]));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_breaks_off_on_its_way_leaves_nothing(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let row = |n: usize| format!("D{},Step {},2024-01-{:02}T10:00:00Z\n", n / 5, n * 7919 % 13, 1 + n % 28);
    let text = "deal_id,activity,timestamp\n".to_owned() + &(0..400_000).map(row).collect::<String>();
    let whole = gzip(text.as_bytes());
    let import = server.import(&[("events.csv.gz", whole[..whole.len() / 20 * 19].to_vec())]).await;
    assert_eq!(import["status"], "failed", "{import}");
    let error = import["error"].as_str().unwrap();
    assert!(error.starts_with("events.csv.gz: ") && error.contains("it is cut off"), "{error}");
    assert_eq!(server.get("/deals?limit=1").await["total"], 0);
    let good = server.import(&[("events.csv.gz", gzip(&text.as_bytes()[..text.find("D10,").unwrap()]))]).await;
    assert_eq!((&good["status"], &good["events"]), (&json!("done"), &json!(50)), "{good}");
}

/// The map, its picture, its ways and its deals agree with the figures of somebody else's program.
async fn the_map_tells_the_same(server: &Running, truth: &Value) {
    let map = server.get("/discover/map?paths=1&compare=true").await;
    let nodes = map["nodes"].as_array().unwrap();
    let at = |name: &str| nodes.iter().position(|n| n["activity"] == name).unwrap();
    let edges = map["edges"].as_array().unwrap();
    let won = edges.iter().find(|e| e["from"] == at("Engaging") && e["to"] == at("Won")).unwrap();
    assert_eq!((&won["count"], &won["lost_deals"]), (&truth["won"], &json!(0)));
    assert_eq!(won["median_seconds"], json!(truth["cycle_days_won"]["median"].as_f64().unwrap() * 86_400.0));
    let listed = server.get("/deals?moved_from=Engaging&moved_to=Won&limit=1").await;
    assert_eq!(listed["total"], won["deals"]);
    let ends = edges
        .iter()
        .find(|e| e["from"] == at("Prospecting") && nodes[e["to"].as_u64().unwrap() as usize]["kind"] == "end");
    assert_eq!(server.get("/deals?ends=Prospecting&limit=1").await["total"], ends.unwrap()["deals"]);

    let picture = server.request(Method::GET, "/discover/map.svg").send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/svg+xml; charset=utf-8");
    let picture = picture.text().await.unwrap();
    assert!(picture.starts_with("<svg") && picture.contains("<title>Process map</title>") && picture.contains("4,238"));

    let ways = server.get("/discover/variants?limit=1&contains=WON").await;
    assert_eq!((&ways["all"], &ways["variants"][0]["count"], &ways["next"]), (&json!(4), &truth["won"], &Value::Null));
    let played = server.get("/discover/replay?limit=100").await;
    assert!(played["deals"].as_array().unwrap().len() <= 100 && played["of"].as_u64().unwrap() > 8_000);
    let refused = server.request(Method::GET, "/discover/map?view=everything").send().await.unwrap();
    assert!(refused.status().is_client_error());
}
