//! Drafts, versions and the deals that go by them, by HTTP, on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

/// Sends with the version seen; the status and the answer.
async fn send(server: &Running, method: Method, path: &str, seen: Option<i64>, body: &Value) -> (StatusCode, Value) {
    let request = server.request(method, path).json(body);
    let request = seen.into_iter().fold(request, |request, seen| request.header("if-match", format!("\"{seen}\"")));
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn begin(server: &Running, template: &str) -> Value {
    server.post("/processes", &json!({"template": template, "language": "en"})).await
}

async fn deal(server: &Running, name: &str, stage: &str) -> String {
    let made = server.post("/deals", &json!({"name": name, "stage": stage})).await;
    made["deal"]["id"].as_str().unwrap().to_owned()
}

fn stage<'a>(process: &'a mut Value, id: &str) -> &'a mut Value {
    process["stages"].as_array_mut().unwrap().iter_mut().find(|s| s["id"] == id).unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_as_it_is_and_proposed_when_it_is_sound(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let draft = "/process/draft";
    assert_eq!(send(&server, Method::GET, draft, None, &Value::Null).await.0, StatusCode::NOT_FOUND);
    begin(&server, "b2b-software").await;
    let fresh = server.get(draft).await;
    assert_eq!((&fresh["version"], &fresh["changed"], &fresh["active"]), (&json!(0), &json!(false), &json!(1)));

    let (kept, broken) = send(&server, Method::PUT, draft, Some(0), &json!({"toml": "schema = 1\nid = "})).await;
    assert_eq!((kept, &broken["version"], &broken["changed"]), (StatusCode::OK, &json!(1), &json!(true)));
    assert_eq!((&broken["checked"]["process"], &broken["checked"]["findings"][0]["line"]), (&Value::Null, &json!(2)));
    assert_eq!(server.get(draft).await["checked"]["toml"], "schema = 1\nid = ");
    let (refused, problem) = send(&server, Method::POST, "/process/versions", None, &json!({})).await;
    assert_eq!((refused, &problem["findings"][0]["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("P001")));
    let (stale, problem) = send(&server, Method::PUT, draft, Some(0), &json!({"toml": ""})).await;
    assert_eq!(stale, StatusCode::PRECONDITION_FAILED);
    assert!(problem["detail"].as_str().unwrap().starts_with("Olga Owner changed the draft"), "{problem}");
    let long = json!({"toml": "#".repeat((1 << 20) + 1)});
    assert_eq!(send(&server, Method::PUT, draft, Some(1), &long).await.0, StatusCode::PAYLOAD_TOO_LARGE);

    let text = format!("# ours\n{}", fresh["checked"]["toml"].as_str().unwrap());
    let (_, commented) = send(&server, Method::PUT, draft, Some(1), &json!({"toml": text})).await;
    let mut process = commented["checked"]["process"].clone();
    stage(&mut process, "presenting")["target_days"] = json!(4);
    let (_, edited) = send(&server, Method::PUT, draft, Some(2), &json!({"process": process})).await;
    assert!(edited["checked"]["toml"].as_str().unwrap().starts_with("# ours\n"), "comments stay");
    assert_eq!(edited["changes"], json!(["Presenting: target was 10 days, is 4 days."]));
    let compared = server.get("/process/compare?from=1").await;
    assert_eq!((&compared["changes"], &compared["to_toml"]), (&edited["changes"], &edited["checked"]["toml"]));

    let proposed = server.post("/process/versions", &json!({"note": "Four days are enough"})).await;
    assert_eq!((&proposed["version"], &proposed["note"]), (&json!(2), &json!("Four days are enough")));
    let gone = server.get(draft).await;
    assert_eq!((&gone["changed"], &gone["version"]), (&json!(false), &json!(4)));
    assert_eq!(server.get("/process").await["saved"]["version"], 1, "proposed is not active");
    let (nothing, _) = send(&server, Method::POST, "/process/versions", None, &json!({})).await;
    assert_eq!(nothing, StatusCode::CONFLICT);

    let (declined, _) =
        send(&server, Method::POST, "/process/versions/2/decline", None, &json!({"note": "Not yet"})).await;
    assert_eq!(declined, StatusCode::NO_CONTENT);
    let (again, _) =
        send(&server, Method::POST, "/process/versions/2/decline", None, &json!({"note": "Not yet"})).await;
    assert_eq!(again, StatusCode::CONFLICT);
    let versions = server.get("/process/versions").await;
    assert_eq!((&versions[0]["standing"], &versions[1]["standing"]), (&json!("declined"), &json!("active")));
    assert_eq!(versions[0]["marks"][1]["note"], "Not yet");

    let (_, kept) = send(&server, Method::PUT, draft, Some(4), &json!({"toml": text})).await;
    assert_eq!(kept["changed"], true);
    let (_, thrown) = send(&server, Method::DELETE, draft, Some(5), &Value::Null).await;
    assert_eq!(thrown["changed"], false);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn deals_stay_on_their_version_until_they_are_moved(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let mut process = begin(&server, "b2b-software").await["process"].clone();
    let (ann, ben) = (deal(&server, "Ann", "presenting").await, deal(&server, "Ben", "researching").await);
    let stages = process["stages"].as_array_mut().unwrap();
    stages.retain(|s| s["id"] != "researching");
    for list in ["journeys", "library"] {
        process.as_object_mut().unwrap().remove(list);
    }
    for stage in process["stages"].as_array_mut().unwrap() {
        for list in ["tasks", "content", "moves"] {
            stage.as_object_mut().unwrap().remove(list);
        }
    }
    process.as_object_mut().unwrap().remove("objections");
    process["personas"] = json!([]);
    for stage in process["stages"].as_array_mut().unwrap() {
        stage.as_object_mut().unwrap().remove("objections");
    }
    stage(&mut process, "presenting")["exit"] =
        json!([{"id": "second-call", "says": "They called", "event": {"kind": "call", "by": "prospect"}}]);
    let asked = server.post("/process/preview", &json!({"process": process})).await;
    assert_eq!(asked["lost_stages"], json!([{"stage_id": "researching", "name": "Researching", "deals": 1}]));
    assert_eq!(asked["open_deals"], 2);
    let held = |list: &str| {
        let stages = asked[list].as_array().unwrap();
        stages.iter().find(|s| s["stage"] == "presenting").map(|s| s["held"].clone())
    };
    assert_eq!((held("held"), held("held_now")), (Some(json!(1)), Some(json!(1))), "{asked}");

    server.post("/process/versions", &json!({"process": process, "note": "Shorter"})).await;
    let activate = "/process/versions/2/activate";
    let (asked, problem) = send(&server, Method::POST, activate, Some(1), &json!({})).await;
    assert_eq!((asked, &problem["type"]), (StatusCode::CONFLICT, &json!("urn:stagecraft:problem:stages")));
    assert_eq!(problem["errors"][0], json!({"field": "stages.researching", "message": "Researching: 1"}));
    let nowhere = json!({"stages": {"researching": "nowhere"}});
    assert_eq!(send(&server, Method::POST, activate, Some(1), &nowhere).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let there = json!({"stages": {"researching": "presenting"}});
    assert_eq!(send(&server, Method::POST, activate, Some(7), &there).await.0, StatusCode::PRECONDITION_FAILED);
    let (ok, activated) = send(&server, Method::POST, activate, Some(1), &there).await;
    assert_eq!(
        (ok, &activated["moved"], &activated["saved"]["version"]),
        (StatusCode::OK, &json!(1), &json!(2)),
        "{activated}"
    );

    let (ann_now, ben_now) = (server.get(&format!("/deals/{ann}")).await, server.get(&format!("/deals/{ben}")).await);
    assert_eq!((&ann_now["process_version"], &ben_now["process_version"]), (&json!(1), &json!(2)));
    assert_eq!(
        (&ben_now["stage"]["stage_id"], &ben_now["exit"][0]["id"]),
        (&json!("presenting"), &json!("second-call"))
    );
    assert_eq!(ann_now["exit"][0]["id"], "demo-attended", "Ann goes on by the version she began with");
    let later = deal(&server, "Cleo", "presenting").await;
    assert_eq!(server.get(&format!("/deals/{later}")).await["process_version"], 2);
    let deals = |versions: &Value| {
        versions.as_array().unwrap().iter().map(|v| v["open_deals"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(deals(&server.get("/process/versions").await), [2, 1]);
    let board = server.get("/board").await;
    let presenting = board["columns"].as_array().unwrap().iter().find(|c| c["stage_id"] == "presenting").unwrap();
    assert_eq!(presenting["count"], 3);

    let (_, moved) = send(&server, Method::POST, "/process/versions/2/deals", Some(2), &json!({})).await;
    assert_eq!(moved["moved"], 3);
    assert_eq!(server.get(&format!("/deals/{ann}")).await["exit"][0]["id"], "second-call");
    assert_eq!(deals(&server.get("/process/versions").await), [3, 0]);

    let (_, back) = send(&server, Method::POST, "/process/versions/1/activate", Some(2), &json!({})).await;
    assert_eq!((&back["saved"]["version"], &back["saved"]["note"]), (&json!(3), &json!("Back to version 1")));
    let standings: Vec<Value> =
        server.get("/process/versions").await.as_array().unwrap().iter().map(|v| v["standing"].clone()).collect();
    assert_eq!(standings, [json!("active"), json!("replaced"), json!("replaced")]);
    assert_eq!(
        server.get(&format!("/deals/{ann}")).await["process_version"],
        2,
        "moved deals stay where they were moved"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_has_several_processes() {
    let server = Running::start_owned(On::Sqlite).await;
    begin(&server, "b2b-software").await;
    let renewal = server.get("/process/templates/inside-sales?language=de").await;
    let toml = renewal["toml"].as_str().unwrap().replacen(
        "[[stages]]",
        "deals = { name = \"type\", is = [\"renewal\"] }\n\n[[stages]]",
        1,
    );
    let made = server.post("/processes", &json!({"toml": toml, "id": "renewal", "name": "Renewals"})).await;
    assert_eq!((&made["process"]["id"], &made["process"]["language"]), (&json!("renewal"), &json!("de")));
    let (taken, _) = send(&server, Method::POST, "/processes", None, &json!({"toml": toml, "id": "renewal"})).await;
    assert_eq!(taken, StatusCode::CONFLICT);
    let names = server.get("/processes").await;
    assert_eq!(
        names.as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["sales", "renewal"]
    );

    let id = deal(&server, "Again", "prospecting").await;
    let patch = json!({"fields": {"type": "Renewal"}});
    assert_eq!(send(&server, Method::PATCH, &format!("/deals/{id}"), None, &patch).await.0, StatusCode::OK);
    assert_eq!(server.get(&format!("/deals/{id}")).await["process_id"], "renewal");
    let count = async |path: &str| {
        let columns = server.get(path).await["columns"].as_array().unwrap().clone();
        columns.iter().map(|c| c["count"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!((count("/board").await, count("/board?process=renewal").await), (0, 1));
    assert_eq!(send(&server, Method::GET, "/process?process=gone", None, &Value::Null).await.0, StatusCode::NOT_FOUND);
    let other = json!({"toml": toml});
    let (refused, problem) = send(&server, Method::PUT, "/process", Some(1), &other).await;
    assert_eq!((refused, &problem["findings"][0]["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("P009")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reader_may_and_in_which_language() {
    let server = Running::start_owned(On::Sqlite).await;
    begin(&server, "b2b-software").await;
    let id = deal(&server, "Ann", "presenting").await;
    let german = server.request(Method::GET, &format!("/deals/{id}")).header("accept-language", "de-CH,en;q=0.5");
    let german: Value = german.send().await.unwrap().json().await.unwrap();
    let missing = german["exit"][0]["missing"].as_str().unwrap();
    assert!(missing.starts_with("Noch zeigt nichts, dass der Interessent"), "{missing}");
    assert_eq!(server.get("/process/schema").await["$id"], "urn:stagecraft:process");
    assert!(server.get("/process/rules").await.as_array().unwrap().len() >= 24);
    assert!(server.text("/process.bpmn").await.starts_with("<?xml"));
    let templates = server.get("/process/templates").await;
    assert_eq!(templates.as_array().unwrap().len(), 4);
    let (missing, _) = send(&server, Method::GET, "/process/templates/none", None, &Value::Null).await;
    assert_eq!(missing, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_criterion_is_tested_on_the_sample_history() {
    let server = Running::start_owned(On::Sqlite).await;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/generated-history");
    let files =
        ["deals.csv.gz", "events.csv.gz"].map(|name| (name, std::fs::read(format!("{folder}/{name}")).unwrap()));
    server.import(&files).await;
    let proposed = server.post("/process/propose", &Value::Null).await;
    let perception = proposed["findings"].as_array().unwrap().iter().find(|f| f["code"] == "P140").unwrap();
    assert!(perception["at"] == "connecting-and-qualifying", "{perception}");
    assert!(perception["message"].as_str().unwrap().starts_with("987 of 1048 times (94 %)"), "{perception}");
    assert_eq!(proposed["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "P140").count(), 1);
    let (saved, _) = send(&server, Method::PUT, "/process", None, &json!({"toml": proposed["toml"]})).await;
    assert_eq!(saved, StatusCode::OK);
    let criterion = json!({"id": "demo", "says": "x", "event": {"kind": "meeting.attended", "by": "prospect"}});
    let asked = json!({"stage": "presenting", "criterion": criterion});
    let told = server.post("/process/criterion", &asked).await;
    assert!(told["won"]["of"].as_u64().unwrap() > 100, "{told}");
    let (refused, _) =
        send(&server, Method::POST, "/process/criterion", None, &json!({"stage": "none", "criterion": criterion}))
            .await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(server.get("/process/suggestions?stage=presenting").await.is_array());
}
