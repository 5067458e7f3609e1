//! Feedback on the process and the short survey by HTTP, on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

const STAGE: &str = "connecting-and-qualifying";

/// A workspace with a process and two reps.
async fn team(on: On) -> (Running, Running, Running) {
    let owner = Running::start_owned(on).await;
    owner.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let (rita, ron) = (owner.sign_in_as("rep", "Rita Rep").await, owner.sign_in_as("rep", "Ron Rep").await);
    (owner, rita, ron)
}

async fn said(who: &Running, words: &str) -> Value {
    who.post("/feedback", &json!({"kind": "hinders", "words": words, "stage": STAGE})).await
}

async fn act(who: &Running, item: &Value, act: Value) -> (StatusCode, Value) {
    let path = format!("/feedback/{}/acts", item["id"].as_str().unwrap());
    who.send(Method::POST, &path, item["version"].as_i64(), &act).await
}

/// Acts, and insists that it went well.
async fn done(who: &Running, item: &Value, what: Value) -> Value {
    let (status, answer) = act(who, item, what).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    answer
}

async fn words(who: &Running, query: &str) -> Vec<String> {
    let list = who.get(&format!("/feedback{query}")).await;
    list["items"].as_array().unwrap().iter().map(|i| i["words"].as_str().unwrap().to_owned()).collect()
}

async fn heard(who: &Running) -> Vec<(String, String)> {
    let notices = who.get("/notices").await;
    let all = notices["notices"].as_array().unwrap().iter();
    let told = |n: &Value| (n["kind"].as_str().unwrap().to_owned(), n["says"].as_str().unwrap().to_owned());
    all.filter(|n| n["kind"].as_str().unwrap().starts_with("feedback")).map(told).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_what_hinders_to_what_was_changed(#[case] on: On) {
    let (owner, rita, ron) = team(on).await;
    let process = owner.get("/process").await["saved"].clone();
    let stage = process["process"]["stages"].as_array().unwrap().iter().find(|s| s["id"] == STAGE).unwrap().clone();
    let task = &stage["tasks"][0];
    let deal = rita.deal(&json!({"name": "Mill", "owner": "Rita Rep"})).await;
    let first = json!({"kind": "missing", "words": "  No script\u{7} ", "stage": STAGE, "deal": deal,
        "part": {"kind": "task", "id": task["id"]}});
    let item = rita.post("/feedback", &first).await;
    assert_eq!(
        (&item["words"], &item["state"], &item["still"]),
        (&json!("No script"), &json!("open"), &json!("there"))
    );
    assert_eq!(
        (&item["place"]["version"], &item["place"]["part"]["name"], &item["deal"]["name"]),
        (&process["version"], &task["name"], &json!("Mill")),
        "{item}"
    );
    // the same again is the same
    let (status, again) = rita.send(Method::POST, "/feedback", None, &first).await;
    assert_eq!((status, &again["errors"][0]["field"]), (StatusCode::CONFLICT, &json!("words")), "{again}");

    // me too, once; it needs no version
    let mut plain = item.clone();
    plain["version"] = Value::Null;
    for _ in 0..2 {
        let joined = done(&ron, &plain, json!({"act": "me-too"})).await;
        assert_eq!((&joined["held_up"], &joined["me_too"]), (&json!(2), &json!(true)));
    }
    // reps do not decide, and cannot change what others agreed to
    let now = rita.get(&format!("/feedback/{}", item["id"].as_str().unwrap())).await;
    assert_eq!(act(&ron, &now, json!({"act": "take-up"})).await.0, StatusCode::FORBIDDEN);
    let reworded = json!({"act": "reword", "kind": "hinders", "words": "x"});
    assert_eq!(act(&rita, &now, reworded).await.0, StatusCode::CONFLICT);
    assert_eq!(act(&rita, &now, json!({"act": "withdraw"})).await.0, StatusCode::CONFLICT);
    assert_eq!(now["may"]["decide"], false);

    // the owner of the workspace has Ron see to it
    let users = owner.get("/users").await;
    let ron_id = users.as_array().unwrap().iter().find(|u| u["name"] == "Ron Rep").unwrap()["id"].clone();
    let soon = model::Timestamp::now().saturating_add(jiff::SignedDuration::from_hours(24 * 30)).unwrap();
    let soon = soon.to_string()[..10].to_owned();
    let late = json!({"act": "take-up", "until": "2099-01-31"});
    assert_eq!(act(&owner, &now, late).await.1["errors"][0]["field"], "until");
    let up = done(&owner, &now, json!({"act": "take-up", "owner": ron_id, "until": soon})).await;
    assert_eq!(up["state"], "taken-up", "{up}");
    assert!(
        act(&owner, &up, json!({"act": "take-up", "until": "2020-01-31"})).await.1["errors"][0]["field"] == "until"
    );
    // who rests on what was, is refused
    assert_eq!(act(&owner, &now, json!({"act": "done", "words": "x"})).await.0, StatusCode::PRECONDITION_FAILED);
    assert_eq!(act(&ron, &plain, json!({"act": "done", "words": "x"})).await.0, StatusCode::PRECONDITION_REQUIRED);
    let settled = done(&ron, &up, json!({"act": "done", "words": "There is a script"})).await;
    assert_eq!((&settled["state"], &settled["answer"]), (&json!("done"), &json!("There is a script")));
    let history: Vec<&str> = settled["facts"].as_array().unwrap().iter().map(|f| f["act"].as_str().unwrap()).collect();
    assert_eq!(history, ["said", "me-too", "taken-up", "done"]);

    // everybody concerned has heard, once of each
    let (told_ron, told_rita) = (heard(&ron).await, heard(&rita).await);
    assert_eq!(told_ron.len(), 1, "{told_ron:?}");
    assert_eq!(told_ron[0].0, "feedback-owned");
    assert_eq!(told_rita.len(), 2, "{told_rita:?}");
    assert!(told_rita[0].1.contains("There is a script"), "{told_rita:?}");
    assert!(heard(&owner).await.is_empty());
    let notice = rita.get("/notices").await["notices"][0]["feedback"].as_str().unwrap().to_owned();
    assert_eq!(rita.get(&format!("/feedback/{notice}")).await["id"], item["id"], "a notice leads to the item");

    // closed is closed, until it is reopened
    assert_eq!(act(&ron, &plain, json!({"act": "comment", "words": "x"})).await.0, StatusCode::CONFLICT);
    let open = done(&rita, &settled, json!({"act": "reopen", "words": "It is in German only"})).await;
    assert_eq!((&open["state"], &open["answer"]), (&json!("taken-up"), &Value::Null));
    assert_eq!(words(&owner, "?state=unsettled&kind=missing").await, ["No script"]);
    assert_eq!(words(&owner, &format!("?deal={deal}&part={}", task["id"].as_str().unwrap())).await.len(), 1);
    assert!(words(&owner, "?stage=presenting").await.is_empty());

    // a later version has another stage in its place: the item stays
    let later = process["process"].to_string().replace(STAGE, "qualifying");
    let later: Value = serde_json::from_str(&later).unwrap();
    let seen = process["version"].as_i64();
    let (status, saved) = owner.send(Method::PUT, "/process", seen, &json!({"process": later})).await;
    assert_eq!(status, StatusCode::OK, "{saved}");
    let kept = rita.get(&format!("/feedback/{}", item["id"].as_str().unwrap())).await;
    assert_eq!((&kept["still"], &kept["place"]["stage_name"]), (&json!("stage-gone"), &stage["name"]));
    let figures = owner.get("/measure/feedback").await;
    assert_eq!((&figures["stages"][0]["gone"], &figures["stages"][0]["open_negative"]), (&json!(true), &json!(1)));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn figures_joined_and_taken_back(#[case] on: On) {
    let (owner, rita, ron) = team(on).await;
    let one = said(&rita, "Legal is slow").await;
    let other = said(&ron, "Waiting for legal").await;
    let third = said(&ron, "Wrong click").await;
    let praise = json!({"kind": "praise", "words": "Good questions", "stage": STAGE});
    ron.post("/feedback", &praise).await;
    assert_eq!(words(&owner, "").await.len(), 4);
    assert_eq!(words(&owner, "?kind=praise").await, ["Good questions"]);

    // joined: one with two held up, undone again, and joined for good
    let joined = done(&owner, &other, json!({"act": "join", "into": one["id"]})).await;
    assert_eq!(joined["joined"], one["id"]);
    let main = owner.get(&format!("/feedback/{}", one["id"].as_str().unwrap())).await;
    assert_eq!((&main["held_up"], &main["followers"][0]["words"]), (&json!(2), &json!("Waiting for legal")));
    assert_eq!(words(&owner, "?kind=negative").await, ["Legal is slow", "Wrong click"]);
    let (status, _) = act(&owner, &main, json!({"act": "join", "into": third["id"]})).await;
    assert_eq!(status, StatusCode::CONFLICT, "others rest on it");
    let parted = done(&owner, &joined, json!({"act": "part"})).await;
    assert_eq!(words(&owner, "?kind=negative").await.len(), 3);
    done(&owner, &parted, json!({"act": "join", "into": one["id"]})).await;

    // taken back, seen by nobody else, and restored
    let gone = done(&ron, &third, json!({"act": "withdraw"})).await;
    assert_eq!(words(&owner, "?kind=negative").await, ["Legal is slow"]);
    let (status, _) =
        rita.send(Method::GET, &format!("/feedback/{}", gone["id"].as_str().unwrap()), None, &json!({})).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(words(&ron, "?state=withdrawn").await, ["Wrong click"]);
    assert!(words(&rita, "?state=withdrawn").await.is_empty());
    let back = done(&ron, &gone, json!({"act": "restore"})).await;
    done(&owner, &back, json!({"act": "decline", "words": "It was a wrong click"})).await;

    let figures = owner.get("/measure/feedback?step=month").await;
    let all = (&figures["unanswered"], &figures["taken_up"], &figures["settled"], &figures["praise"]);
    assert_eq!(all, (&json!(1), &json!(0), &json!(1), &json!(1)), "{figures}");
    let month = &figures["trend"][0];
    assert_eq!(
        (&month["opened"], &month["closed"], &month["open"], &month["praise"]),
        (&json!(2), &json!(1), &json!(1), &json!(1))
    );
    let stage = &figures["stages"][0];
    let told = (
        &stage["stage"],
        &stage["open_negative"],
        &stage["opened_90"],
        &stage["closed_90"],
        &stage["oldest_open_days"],
    );
    assert_eq!(told, (&json!(STAGE), &json!(1), &json!(2), &json!(1), &json!(0)));
    assert_eq!((&figures["time_to_answer"]["n"], &figures["time_to_answer"]["answered"]), (&json!(2), &json!(1)));

    // two at once: both are counted
    let path = format!("/feedback/{}/acts", one["id"].as_str().unwrap());
    let people = [
        owner.sign_in_as("editor", "Edda").await,
        owner.sign_in_as("rep", "Rob").await,
        owner.sign_in_as("manager", "Max").await,
    ];
    let too = json!({"act": "me-too"});
    let all = futures_util::future::join_all(people.iter().map(|p| p.send(Method::POST, &path, None, &too))).await;
    assert!(all.iter().all(|(status, _)| *status == StatusCode::OK), "{all:?}");
    let main = owner.get(&format!("/feedback/{}", one["id"].as_str().unwrap())).await;
    assert_eq!(main["held_up"], 5);
    // a viewer reads, and says nothing
    let viewer = owner.sign_in_as("viewer", "Vera").await;
    assert_eq!(viewer.send(Method::POST, &path, None, &too).await.0, StatusCode::FORBIDDEN);
    assert_eq!(words(&viewer, "?kind=negative&state=unsettled").await, ["Legal is slow"]);
}

#[rstest]
#[case("too long", json!({"kind": "hinders", "words": "x".repeat(1001), "stage": STAGE}), 422, "words")]
#[case("nothing", json!({"kind": "hinders", "words": " \u{0} ", "stage": STAGE}), 422, "words")]
#[case("no such stage", json!({"kind": "hinders", "words": "x", "stage": "nowhere"}), 422, "stage")]
#[case("no such task", json!({"kind": "hinders", "words": "x", "stage": STAGE, "part": {"kind": "task", "id": "no"}}), 422, "part")]
#[case("no such process", json!({"kind": "hinders", "words": "x", "stage": STAGE, "process": "no"}), 422, "process")]
#[case("no such deal", json!({"kind": "hinders", "words": "x", "stage": STAGE, "deal": "01890000-0000-7000-8000-000000000000"}), 422, "deal")]
#[case("no such kind", json!({"kind": "hate", "words": "x", "stage": STAGE}), 422, "")]
#[case("something else", json!({"kind": "hinders", "words": "x", "stage": STAGE, "state": "done"}), 422, "")]
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_said(#[case] what: &str, #[case] body: Value, #[case] status: u16, #[case] field: &str) {
    let (owner, ..) = team(On::Sqlite).await;
    let (found, answer) = owner.send(Method::POST, "/feedback", None, &body).await;
    let at = answer["errors"][0]["field"].as_str().unwrap_or_default();
    assert_eq!((found.as_u16(), at), (status, field), "{what}: {answer}");
    assert!(words(&owner, "").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_stay_words() {
    let (owner, rita, _) = team(On::Sqlite).await;
    let evil = "=HYPERLINK(\"http://x\"),<script>alert(1)</script>\r\n'; DROP TABLE records; -- \u{1f600}";
    let item = said(&rita, evil).await;
    assert_eq!(item["words"], evil.replace('\r', ""));
    let csv = owner.text("/feedback.csv").await;
    assert!(csv.contains("\"'=HYPERLINK(\"\"http://x\"\"),"), "{csv}");
    let list = owner.text("/feedback?text=%25DROP_").await;
    assert!(list.contains("\"total\":0"), "what is looked for is text: {list}");
    for (path, status) in [
        ("/feedback?state=wild", 400),
        ("/feedback?deal=1", 400),
        ("/feedback/1", 404),
        ("/measure/feedback?step=day", 400),
    ] {
        assert_eq!(owner.send(Method::GET, path, None, &json!({})).await.0.as_u16(), status, "{path}");
    }
    let nobody = json!({"act": "take-up", "owner": "01890000-0000-7000-8000-000000000000"});
    let (status, answer) = act(&owner, &item, nobody).await;
    assert_eq!((status.as_u16(), &answer["errors"][0]["field"]), (422, &json!("owner")));
    let (status, answer) =
        act(&owner, &item, json!({"act": "join", "into": "01890000-0000-7000-8000-000000000000"})).await;
    assert_eq!((status.as_u16(), &answer["errors"][0]["field"]), (422, &json!("into")));
    // before there is a process, what the data proposes counts; an empty workspace has no stage
    let empty = Running::start_owned(On::Sqlite).await;
    let (status, answer) =
        empty.send(Method::POST, "/feedback", None, &json!({"kind": "hinders", "words": "x", "stage": "a"})).await;
    assert_eq!((status.as_u16(), &answer["errors"][0]["field"]), (422, &json!("stage")), "{answer}");
    let figures = empty.get("/measure/feedback").await;
    assert_eq!(
        (&figures["trend"], &figures["stages"], &figures["time_to_answer"]["median_days"]),
        (&json!([]), &json!([]), &Value::Null)
    );
}

async fn answer(who: &Running, scores: [u8; 3], words: &str) -> StatusCode {
    let round = who.get("/pulse").await["asked"]["round"].clone();
    who.send(Method::POST, "/pulse/answers", None, &json!({"round": round, "scores": scores, "words": words})).await.0
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_survey_tells_what_was_answered_and_not_by_whom(#[case] on: On) {
    let (owner, rita, ron) = team(on).await;
    let viewer = owner.sign_in_as("viewer", "Vera").await;
    assert_eq!(rita.get("/pulse").await["asked"], Value::Null, "it is off");
    let kept = owner.get("/pulse/settings").await;
    let mut settings = kept["settings"].clone();
    assert_eq!((&kept["version"], settings["questions"].as_array().unwrap().len()), (&json!(0), 3));
    settings["on"] = json!(true);
    assert_eq!(rita.send(Method::PUT, "/pulse/settings", Some(0), &settings).await.0, StatusCode::FORBIDDEN);
    assert_eq!(owner.send(Method::PUT, "/pulse/settings", None, &settings).await.0, StatusCode::PRECONDITION_REQUIRED);
    let (status, kept) = owner.send(Method::PUT, "/pulse/settings", Some(0), &settings).await;
    assert_eq!(status, StatusCode::OK, "{kept}");
    assert_eq!(owner.send(Method::PUT, "/pulse/settings", Some(0), &settings).await.0, StatusCode::PRECONDITION_FAILED);
    assert_eq!(viewer.get("/pulse").await["asked"], Value::Null);

    // what cannot be answered
    let asked = rita.get("/pulse").await["asked"].clone();
    for (field, body) in [
        ("scores", json!({"round": asked["round"], "scores": [1, 2]})),
        ("scores", json!({"round": asked["round"], "scores": [1, 2, 6]})),
        ("words", json!({"round": asked["round"], "scores": [1, 2, 3], "words": "x".repeat(501)})),
        ("round", json!({"round": "01890000-0000-7000-8000-000000000000", "scores": [1, 2, 3]})),
    ] {
        let (_, problem) = rita.send(Method::POST, "/pulse/answers", None, &body).await;
        assert_eq!(problem["errors"][0]["field"], field, "{problem}");
    }
    // skipped, and answered after all; answered once
    let skip = |skips: bool| json!({"round": asked["round"], "skips": skips});
    rita.send(Method::PUT, "/pulse/skip", None, &skip(true)).await;
    assert_eq!(rita.get("/pulse").await["asked"]["skipped"], true);
    rita.send(Method::PUT, "/pulse/skip", None, &skip(false)).await;
    assert_eq!(rita.get("/pulse").await["asked"]["skipped"], false);
    assert_eq!(answer(&rita, [4, 5, 2], "Less typing <b>").await, StatusCode::NO_CONTENT);
    assert_eq!(rita.get("/pulse").await["asked"], Value::Null);
    let again = json!({"round": asked["round"], "scores": [1, 1, 1]});
    assert_eq!(rita.send(Method::POST, "/pulse/answers", None, &again).await.0, StatusCode::CONFLICT);
    assert_eq!(answer(&ron, [2, 3, 2], "").await, StatusCode::NO_CONTENT);
    let two = owner.get("/measure/pulse").await;
    assert_eq!((&two["rounds"][0]["answers"], &two["rounds"][0]["shown"]), (&json!(2), &json!(0)));
    assert_eq!((&two["series"][0]["points"][0]["figures"], &two["rounds"][0]["words"]), (&Value::Null, &json!([])));
    assert_eq!(answer(&owner, [3, 5, 3], "More scripts").await, StatusCode::NO_CONTENT);
    let three = viewer.get("/measure/pulse").await;
    let round = &three["rounds"][0];
    assert_eq!((&round["answers"], &round["shown"], &round["asked"]), (&json!(3), &json!(3), &json!(3)), "{three}");
    let figures = &three["series"][0]["points"][0]["figures"];
    assert_eq!(
        (&figures["n"], &figures["mean"], &figures["counts"]),
        (&json!(3), &json!(3.0), &json!([0, 1, 1, 1, 0]))
    );
    assert_eq!(round["words"].as_array().unwrap().len(), 2);

    // What is kept names nobody: who has answered, and counts, stand apart; nothing says when.
    let rounds = owner.store.pulse_rounds().await.unwrap();
    assert_eq!(rounds[0].counts[1], [0, 0, 1, 0, 2]);
    assert_eq!(owner.store.pulse_words().await.unwrap().len(), 2);

    // the next round, with one question in other words
    settings["questions"][0] = json!("The process helps me win");
    owner.send(Method::PUT, "/pulse/settings", Some(1), &settings).await;
    assert_eq!(owner.get("/measure/pulse").await["rounds"].as_array().unwrap().len(), 1, "it is not due");
    owner.post("/pulse/rounds", &json!({})).await;
    for who in [&owner, &rita, &ron] {
        assert_eq!(answer(who, [5, 5, 5], "").await, StatusCode::NO_CONTENT);
    }
    let next = owner.get("/measure/pulse").await;
    let told: Vec<(&str, bool, usize)> = next["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| {
            (s["question"].as_str().unwrap(), s["current"].as_bool().unwrap(), s["points"].as_array().unwrap().len())
        })
        .collect();
    assert_eq!(told[0], ("The process helps me win", true, 1));
    assert_eq!(told[3], ("The process helps me sell", false, 1));
    let change = &next["series"][2]["points"][1]["change"];
    assert!(change["by"].as_f64().unwrap() > 2.6 && change["says"].as_str().unwrap().contains("noise"), "{change}");
    assert!(next["rounds"][0]["closed"].is_string());
    // turned off: nobody is asked
    settings["on"] = json!(false);
    owner.send(Method::PUT, "/pulse/settings", Some(2), &settings).await;
    assert_eq!(rita.get("/pulse").await["asked"], Value::Null);
    assert_eq!(owner.send(Method::POST, "/pulse/rounds", None, &json!({})).await.0, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_page_by_page() {
    let (owner, rita, ron) = team(On::Sqlite).await;
    let mut said_all = Vec::new();
    for n in 0..5 {
        said_all.push(said(&rita, &format!("It hinders {n}")).await);
    }
    done(&ron, &said_all[3], json!({"act": "me-too"})).await;
    done(&owner, &said_all[0], json!({"act": "done", "words": "It does not any more"})).await;
    let order = ["It hinders 3", "It hinders 1", "It hinders 2", "It hinders 4", "It hinders 0"];
    let (mut seen, mut pages, mut query) = (Vec::new(), 0, String::from("?limit=2"));
    loop {
        let list = owner.get(&format!("/feedback{query}")).await;
        assert_eq!(list["total"], 5);
        seen.extend(list["items"].as_array().unwrap().iter().map(|item| item["words"].as_str().unwrap().to_owned()));
        pages += 1;
        let Some(next) = list["next"].as_str() else { break };
        query = format!("?limit=2&cursor={next}");
        // what comes up meanwhile stands at its place, and moves nothing
        if pages == 1 {
            done(&ron, &said(&ron, "Said meanwhile").await, json!({"act": "withdraw"})).await;
        }
    }
    assert_eq!((pages, seen.iter().map(String::as_str).collect::<Vec<_>>()), (3, order.to_vec()));
    assert_eq!(owner.get("/feedback").await["next"], Value::Null);
    for cursor in ["nonsense", "0_1_2", "0_1_99999999999999999999999999999999_x"] {
        let (status, problem) =
            owner.send(Method::GET, &format!("/feedback?cursor={cursor}"), None, &Value::Null).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("cursor")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_at_a_criterion_and_at_content_is_counted_there() {
    let (owner, rita, ron) = team(On::Sqlite).await;
    let active = owner.get("/process").await["saved"]["process"].clone();
    let has = |stage: &&Value| stage["exit"][0].is_object() && stage["content"][0].is_object();
    let stage = active["stages"].as_array().unwrap().iter().find(has).unwrap();
    let say = |words: &str, kind: &str, part: &str, list: &str| {
        let part = json!({"kind": part, "id": stage[list][0]["id"]});
        json!({"kind": kind, "words": words, "stage": stage["id"], "part": part})
    };
    let first = rita.post("/feedback", &say("Nobody writes it down", "hinders", "criterion", "exit")).await;
    rita.post("/feedback", &say("Nor do I", "unclear", "criterion", "exit")).await;
    rita.post("/feedback", &say("It is from last year", "missing", "content", "content")).await;
    ron.post("/feedback", &say("Good", "praise", "content", "content")).await;
    done(&owner, &first, json!({"act": "decline", "words": "It must be written"})).await;
    let told = ron.get("/measure/feedback").await["stages"][0].clone();
    let at = |kind: &str, list: &str| json!({"kind": kind, "id": stage[list][0]["id"], "open_negative": 1});
    assert_eq!(told["parts"], json!([at("criterion", "exit"), at("content", "content")]), "{told}");
    assert_eq!(told["open_negative"], 2);
}
