//! Commission by HTTP: from a plan to the statement, who sees which, what is refused; on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn at_version(server: &Running, method: Method, path: &str, version: i64, body: &Value) -> (StatusCode, Value) {
    let request = server.request(method, path).header("if-match", format!("\"{version}\""));
    let answer = request.json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

fn plan(more: &Value) -> Value {
    let mut plan = json!({"name": "Standard", "currency": "EUR", "from": "2026-01-01", "period": "month", "rate": "0.05",
        "tiers": [{"from_minor": 5_000_000, "rate": "0.08"}]});
    for (name, value) in more.as_object().unwrap() {
        plan[name] = value.clone();
    }
    plan
}

/// Won deals of an export: key, owner, value, currency, day of the close.
fn export(deals: &[(&str, &str, &str, &str, &str)]) -> Vec<u8> {
    let mut text = "opportunity_id,name,owner,amount,currency,created,closed,stage\n".to_owned();
    for (key, owner, value, currency, closed) in deals {
        text += &format!("{key},Deal {key},{owner},{value},{currency},2025-12-01,{closed},Won\n");
    }
    text.into_bytes()
}

/// A server with deals of Ann Able and Ben Best, and a plan that both go by.
async fn sold(on: On) -> Running {
    let server = Running::start_owned(on).await;
    let deals = [
        ("D-1", "Ann Able", "60000", "EUR", "2026-01-12"),
        ("D-2", "Ben Best", "1000", "EUR", "2026-01-20"),
        ("D-3", "Ann Able", "20000", "EUR", "2026-02-03"),
    ];
    server.import(&[("deals.csv", export(&deals))]).await;
    server
}

async fn planned(on: On) -> (Running, Value) {
    let server = sold(on).await;
    let plan = server.post("/commission/plans", &plan(&json!({}))).await;
    let people = json!({"people": ["ann able", "Ben Best"], "plan": plan["plan"], "from": "2026-01-01"});
    server.post("/commission/assignments", &people).await;
    (server, plan)
}

async fn deal_id(server: &Running, key: &str) -> String {
    let all = server.get("/deals?limit=100").await;
    let deals = all["deals"].as_array().unwrap();
    deals.iter().find(|deal| deal["key"] == key).unwrap()["id"].as_str().unwrap().to_owned()
}

async fn totals(server: &Running, query: &str) -> Vec<(String, String, i64)> {
    let all = server.get(&format!("/commission?{query}")).await;
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = all["rows"].as_array().unwrap();
    rows.iter().map(|r| (text(r, "person"), text(r, "period"), r["total_minor"].as_i64().unwrap())).collect()
}

fn row(person: &str, period: &str, total: i64) -> (String, String, i64) {
    (person.into(), period.into(), total)
}

fn fields(problem: &Value) -> Vec<&str> {
    let errors = problem["errors"].as_array();
    errors.into_iter().flatten().filter_map(|error| error["field"].as_str()).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_a_plan_to_the_statement(#[case] on: On) {
    let server = sold(on).await;
    let empty = server.get("/commission").await;
    assert_eq!((&empty["plans"], &empty["rows"], &empty["held"]), (&json!(false), &json!([]), &json!([])));

    let standard = server.post("/commission/plans", &plan(&json!({}))).await;
    assert_eq!((&standard["plan"], &standard["version"]), (&json!("standard"), &json!(1)));
    let waiting = server.get("/commission").await;
    let says: Vec<&str> = waiting["held"].as_array().unwrap().iter().map(|g| g["says"].as_str().unwrap()).collect();
    assert_eq!(
        says[0],
        "Won by Ann Able between 2026-01-12 and 2026-02-03 without a plan. Give Ann Able a plan from 2026-01-12 on if \
         these should pay."
    );
    // Names are one person's whatever their letters.
    let people = json!({"people": ["ann able", "Ben Best"], "plan": "standard", "from": "2026-01-01"});
    server.post("/commission/assignments", &people).await;
    let january = totals(&server, "period=2026-01").await;
    assert_eq!(january, [row("Ben Best", "2026-01", 5_000), row("ann able", "2026-01", 330_000)]);
    assert_eq!(totals(&server, "person=Ann%20Able&period=2026-Q1").await.len(), 3);

    let statements = server.get("/commission/statements?person=Ann%20Able&period=2026-01").await;
    let statement = &statements[0];
    assert_eq!(
        statement["lines_say"][0],
        "Deal D-1, won on 2026-01-12 for 60,000.00 EUR: 50,000.00 at 5 % + 10,000.00 at 8 % = 3300, rounded 3,300.00 EUR."
    );
    let then = statement["then_says"].as_array().unwrap();
    assert_eq!(then.last().unwrap(), "Paid: 3,300.00 EUR.");
    assert_eq!(statement["deals"]["D-1"]["name"], "Deal D-1");

    // A deal that is opened again drops out; what is won again is back.
    let id = deal_id(&server, "D-2").await;
    let event = json!({"kind": "stage.entered", "side": "rep"});
    assert_eq!(send(&server, Method::POST, &format!("/deals/{id}/touchpoints"), &event).await.0.as_u16(), 422);
    let pdf = server.request(Method::GET, "/commission/statements.pdf?period=2026-01").send().await.unwrap();
    assert_eq!(pdf.headers()["content-type"], "application/pdf");
    assert!(pdf.bytes().await.unwrap().starts_with(b"%PDF"));
    let csv = server.text("/commission/statements.csv?person=Ann%20Able&period=2026").await;
    let amounts: f64 = csv.lines().skip(1).map(amount).sum();
    assert!((amounts - (3300.0 + 1000.0)).abs() < 0.001, "{csv}");
}

/// The column `amount` of a row without commas in its first cells.
fn amount(line: &str) -> f64 {
    line.split(',').nth(16).unwrap().parse().unwrap()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn splits_corrections_and_churn_are_events(#[case] on: On) {
    let (server, _) = planned(on).await;
    let id = deal_id(&server, "D-2").await;
    let path = format!("/deals/{id}/commission");
    let shares = json!({"shares": [{"person": "Ben Best", "share": "0.7"}, {"person": "Ann Able", "share": "0.3"}],
        "reason": "Ann brought them"});
    let (status, split) = send(&server, Method::PUT, &format!("{path}/split"), &shares).await;
    assert_eq!(status, StatusCode::OK, "{split}");
    assert_eq!(
        (&split["shares"][0]["amount"]["minor"], &split["shares"][1]["amount"]["minor"]),
        (&json!(3500), &json!(1500))
    );
    assert_eq!(split["shares"][1]["period"], "2026-01");

    for (body, field) in [
        (json!({"shares": [{"person": "Ben Best", "share": "0.7"}]}), "shares"),
        (
            json!({"shares": [{"person": "Ben Best", "share": "1.2"}, {"person": "Ann Able", "share": "-0.2"}]}),
            "shares",
        ),
        (json!({"shares": [{"person": "Ben Best", "share": "0.5"}, {"person": "ben best", "share": "0.5"}]}), "shares"),
        (json!({"shares": [{"person": " ", "share": "1"}]}), "shares[0].person"),
    ] {
        let (status, problem) = send(&server, Method::PUT, &format!("{path}/split"), &body).await;
        assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec![field]), "{body}");
    }

    let correction = json!({"person": "Ann Able", "amount_minor": -2_500, "currency": "EUR", "day": "2026-01-31",
        "reason": "Counted twice"});
    let request = || server.request(Method::POST, &format!("{path}/corrections")).header("idempotency-key", "once");
    for _ in 0..2 {
        assert_eq!(request().json(&correction).send().await.unwrap().status(), StatusCode::CREATED);
    }
    assert_eq!(
        totals(&server, "person=Ann%20Able&period=2026-01").await,
        [row("ann able", "2026-01", 330_000 + 1_500 - 2_500)]
    );
    let countered = json!({"person": "Ann Able", "amount_minor": 2_500, "currency": "EUR", "day": "2026-01-31",
        "reason": "It was not"});
    server.post(&format!("{path}/corrections"), &countered).await;
    let after = server.get(&path).await;
    assert_eq!(after["corrections"].as_array().unwrap().len(), 2);
    for (change, field) in [
        (json!({"currency": "CHF"}), "person"),
        (json!({"person": "Zoe Zero"}), "person"),
        (json!({"amount_minor": 0}), "amount_minor"),
        (json!({"amount_minor": i64::MIN}), "amount_minor"),
        (json!({"reason": " "}), "reason"),
        (json!({"reason": "x".repeat(1_001)}), "reason"),
        (json!({"day": "2199-01-01"}), "day"),
        (json!({"day": "0001-01-01"}), "day"),
        (json!({"currency": "Euros"}), "currency"),
    ] {
        let mut body = correction.clone();
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (status, problem) = send(&server, Method::POST, &format!("{path}/corrections"), &body).await;
        assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec![field]), "{change}");
    }
    // Nobody writes such events by hand.
    for kind in ["commission.split", "commission.corrected"] {
        let forged = json!({"kind": kind, "side": "rep", "attributes": {"person": "Ben Best", "amount": "1000"}});
        let (status, _) = send(&server, Method::POST, &format!("/deals/{id}/touchpoints"), &forged).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    // The owner is that of the close; what is changed by hand later moves nothing.
    let patch = json!({"fields": {"owner": "Ann Able", "value": "999999"}});
    send(&server, Method::PATCH, &format!("/deals/{id}"), &patch).await;
    send(&server, Method::PUT, &format!("{path}/split"), &json!({"shares": []})).await;
    let back = server.get(&path).await;
    assert_eq!((&back["shares"][0]["person"], &back["price"]["minor"]), (&json!("Ben Best"), &json!(100_000)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_churn_takes_back_by_the_plan() {
    let server = sold(On::Sqlite).await;
    let clawback = plan(&json!({"clawback": {"within_days": 90, "takes": "full"}, "tiers": []}));
    server.post("/commission/plans", &clawback).await;
    let people = json!({"people": ["Ann Able", "Ben Best"], "plan": "standard", "from": "2026-01-01"});
    server.post("/commission/assignments", &people).await;
    let id = deal_id(&server, "D-1").await;
    let left = json!({"reason": "They closed the plant", "day": "2026-02-20"});
    server.post(&format!("/deals/{id}/churn"), &left).await;
    let february = server.get("/commission/statements?person=Ann%20Able&period=2026-02").await;
    let statement = &february[0]["statement"];
    assert_eq!(statement["clawbacks"][0]["amount_minor"], -300_000);
    assert_eq!((&statement["total_minor"], &statement["carried_out_minor"]), (&json!(0), &json!(200_000)));
    let csv = server.text("/commission/statements.csv?person=Ann%20Able&period=2026-02").await;
    assert!(csv.contains("taken back,Deal D-1") && csv.contains("carried out"), "{csv}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rep_sees_their_own_statements_only() {
    let (server, plan) = planned(On::Sqlite).await;
    let id = deal_id(&server, "D-2").await;
    let correction = json!({"person": "Ann Able", "amount_minor": 77_700, "currency": "EUR", "day": "2026-01-31",
        "reason": "Secret of Ann"});
    server.post(&format!("/deals/{id}/commission/corrections"), &correction).await;
    let ben = server.sign_in_as("rep", "Ben Best").await;
    let own = ben.get("/commission").await;
    assert_eq!((&own["people"], &own["leads"]), (&json!(["Ben Best"]), &json!(false)));
    let all = ben.get("/commission/statements").await;
    assert!(all.as_array().unwrap().iter().all(|s| s["statement"]["person"] == "Ben Best"), "{all}");
    for path in
        ["/commission?", "/commission/statements?", "/commission/statements.csv?", "/commission/statements.pdf?"]
    {
        let theirs = ben.request(Method::GET, &format!("{path}person=Ann%20Able")).send().await.unwrap();
        assert_eq!(theirs.status(), StatusCode::FORBIDDEN, "{path}");
        let mine = ben.request(Method::GET, &format!("{path}person=ben%20best&period=2026-01")).send().await.unwrap();
        assert_eq!(mine.status(), StatusCode::OK, "{path}");
    }
    let csv = ben.text("/commission/statements.csv?period=2026").await;
    assert!(csv.contains("Ben Best") && !csv.contains("Ann"), "{csv}");
    // Neither the deal's page nor its commission tells what somebody else gets.
    let shown = ben.text(&format!("/deals/{id}")).await;
    assert!(!shown.contains("Secret of Ann") && !shown.contains("777"), "{shown}");
    let theirs = ben.get(&format!("/deals/{}/commission", deal_id(&server, "D-1").await)).await;
    assert_eq!((&theirs["shares"][0]["person"], &theirs["shares"][0]["amount"]), (&json!("ann able"), &Value::Null));
    assert_eq!(theirs["may_change"], false);

    let plan_path = format!("/commission/plans/{}", plan["id"].as_str().unwrap());
    for (method, path) in [
        (Method::GET, "/commission/plans"),
        (Method::POST, "/commission/plans"),
        (Method::PUT, plan_path.as_str()),
        (Method::DELETE, plan_path.as_str()),
        (Method::POST, "/commission/preview"),
        (Method::GET, "/commission/assignments"),
        (Method::POST, "/commission/assignments"),
        (Method::GET, "/commission/rates"),
        (Method::POST, "/commission/rates"),
        (Method::PUT, &format!("/deals/{id}/commission/split")),
        (Method::POST, &format!("/deals/{id}/commission/corrections")),
    ] {
        let (status, _) = send(&ben, method.clone(), path, &json!({})).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{method} {path}");
    }
    let viewer = server.sign_in_as("viewer", "Vera Viewer").await;
    assert_eq!(viewer.get("/commission").await["rows"], json!([]));
    let manager = server.sign_in_as("manager", "Mia Manager").await;
    assert_eq!(manager.get("/commission?period=2026-01").await["rows"].as_array().unwrap().len(), 2);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_priced_ended_periods_is_not_changed_silently(#[case] on: On) {
    let (server, standard) = planned(on).await;
    let path = format!("/commission/plans/{}", standard["id"].as_str().unwrap());
    let higher = plan(&json!({"rate": "0.1"}));
    let (status, problem) = at_version(&server, Method::PUT, &format!("{path}?version=2026-01-01"), 1, &higher).await;
    assert_eq!(
        (status, problem["type"].as_str()),
        (StatusCode::CONFLICT, Some("urn:stagecraft:problem:ended-periods"))
    );
    assert_eq!(problem["errors"][0]["field"], "Ben Best, 2026-01");
    assert_eq!(problem["errors"][0]["message"], "50.00 EUR would become 100.00 EUR");
    assert_eq!(totals(&server, "period=2026-01").await[0], row("Ben Best", "2026-01", 5_000));

    // A new version begins at a day, and the one before ends.
    let later = plan(&json!({"rate": "0.1", "from": "2199-01-01", "tiers": []}));
    let (status, both) = at_version(&server, Method::PUT, &path, 1, &later).await;
    assert_eq!((status, &both["versions"][0]["terms"]["until"]), (StatusCode::OK, &json!("2198-12-31")), "{both}");
    let (stale, _) = at_version(&server, Method::PUT, &path, 1, &later).await;
    assert_eq!(stale, StatusCode::PRECONDITION_FAILED);
    let (twice, problem) = at_version(&server, Method::PUT, &path, 2, &later).await;
    assert_eq!((twice, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec!["from"]));
    let (gone, _) = at_version(&server, Method::DELETE, &format!("{path}?version=2199-01-01"), 2, &json!({})).await;
    assert_eq!(gone, StatusCode::NO_CONTENT);
    let plans = server.get("/commission/plans").await;
    assert_eq!((&plans[0]["versions"][0]["terms"]["until"], &plans[0]["version"]), (&Value::Null, &json!(3)));

    let confirmed = format!("{path}?version=2026-01-01&confirmed=true");
    let (status, _) = at_version(&server, Method::PUT, &confirmed, 3, &higher).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(totals(&server, "period=2026-01").await[0], row("Ben Best", "2026-01", 10_000));
    let (assigned, problem) = at_version(&server, Method::DELETE, &path, 4, &json!({})).await;
    assert_eq!(assigned, StatusCode::CONFLICT, "{problem}");

    // Nor is an assignment or a rate.
    let assignments = server.get("/commission/assignments").await;
    let of_ben = assignments.as_array().unwrap().iter().find(|a| a["person"] == "Ben Best").unwrap();
    let path = format!("/commission/assignments/{}", of_ben["id"].as_str().unwrap());
    assert_eq!(at_version(&server, Method::DELETE, &path, 1, &json!({})).await.0, StatusCode::CONFLICT);
    let (gone, _) = at_version(&server, Method::DELETE, &format!("{path}?confirmed=true"), 1, &json!({})).await;
    assert_eq!(gone, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named() {
    let (server, _) = planned(On::Sqlite).await;
    for (more, field) in [
        (json!({"name": ""}), "name"),
        (json!({"name": "standard"}), "name"),
        (json!({"name": "x".repeat(201)}), "name"),
        (json!({"currency": "E1R"}), "currency"),
        (json!({"from": "0800-01-01"}), "from"),
        (json!({"until": "2025-12-31"}), "until"),
        (json!({"rate": "5"}), "rate"),
        (json!({"rate": "-0.1"}), "rate"),
        (json!({"tiers": [{"from_minor": 9, "rate": "0.1"}, {"from_minor": 8, "rate": "0.2"}]}), "tiers[1].from_minor"),
        (json!({"tiers": [{"from_minor": 9, "rate": "8"}]}), "tiers[0].rate"),
        (json!({"accelerators": [{"above": "1", "factor": "2"}]}), "accelerators"),
        (json!({"target_minor": 0}), "target_minor"),
        (json!({"draw_minor": i64::MAX}), "draw_minor"),
        (json!({"clawback": {"within_days": 0, "takes": "full"}}), "clawback.within_days"),
    ] {
        let mut other = plan(&json!({"name": "Other"}));
        other.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let (status, problem) = send(&server, Method::POST, "/commission/plans", &other).await;
        assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec![field]), "{more} {problem}");
    }
    for (body, field) in [
        (json!({"people": ["Cy"], "plan": "gold", "from": "2026-01-01"}), "plan"),
        (json!({"people": [], "plan": "standard", "from": "2026-01-01"}), "people"),
        (json!({"people": ["Cy", "cy"], "plan": "standard", "from": "2026-01-01"}), "people[1]"),
        (json!({"people": ["Ann Able"], "plan": "standard", "from": "2026-01-01"}), "from"),
        (json!({"people": ["Cy"], "plan": "standard", "from": "2026-02-01", "until": "2026-01-01"}), "until"),
        (json!({"people": ["Cy"], "plan": "standard", "from": "2026-02-01", "target_minor": -1}), "target_minor"),
    ] {
        let (status, problem) = send(&server, Method::POST, "/commission/assignments", &body).await;
        assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec![field]), "{body} {problem}");
    }
    for (body, field) in [
        (json!({"from": "EUR", "to": "eur", "day": "2026-01-01", "rate": "1"}), "to"),
        (json!({"from": "USD", "to": "EUR", "day": "2026-01-01", "rate": "0"}), "rate"),
        (json!({"from": "USD", "to": "EUR", "day": "2026-01-01", "rate": "2000000"}), "rate"),
    ] {
        let (status, problem) = send(&server, Method::POST, "/commission/rates", &body).await;
        assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec![field]), "{body} {problem}");
    }
    let (status, problem) = send(&server, Method::GET, "/commission?period=March", &Value::Null).await;
    assert_eq!((status, fields(&problem)), (StatusCode::UNPROCESSABLE_ENTITY, vec!["period"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_counted_is_listed_with_what_to_do() {
    let server = Running::start_owned(On::Sqlite).await;
    let deals = [
        ("D-1", "Ann Able", "1000", "EUR", "2026-01-12"),
        ("D-2", "Ann Able", "1000", "USD", "2026-01-13"),
        ("D-3", "Ann Able", "", "EUR", "2026-01-14"),
        ("D-4", "", "1000", "EUR", "2026-01-15"),
        ("D-5", "Ann Able", "1000", "", "2026-01-16"),
        ("D-6", "Ann Able", "900000000000", "EUR", "2026-01-17"),
        ("D-7", "Cy Case", "1000", "EUR", "2026-01-18"),
    ];
    server.import(&[("deals.csv", export(&deals))]).await;
    server.post("/commission/plans", &plan(&json!({}))).await;
    let people = json!({"people": ["Ann Able"], "plan": "standard", "from": "2026-01-01"});
    server.post("/commission/assignments", &people).await;
    let found = server.get("/commission?period=2026-01").await;
    let held = found["held"].as_array().unwrap();
    let why: Vec<(&str, &str)> =
        held.iter().map(|g| (g["why"].as_str().unwrap(), g["deals"][0]["name"].as_str().unwrap())).collect();
    assert_eq!(
        why,
        [
            ("no-rate", "Deal D-2"),
            ("no-price", "Deal D-3"),
            ("price-off", "Deal D-6"),
            ("no-owner", "Deal D-4"),
            ("no-plan", "Deal D-7")
        ]
    );
    assert_eq!(
        held[0]["says"],
        "Won on 2026-01-13 in a currency without a rate. Enter an exchange rate from USD to EUR from 2026-01-13 on."
    );
    // Those of which nothing is missing are counted; the one that names no currency is in that of the plans.
    assert_eq!((&found["rows"][0]["total_minor"], &found["rows"][0]["waits"]), (&json!(10_000), &json!(3)), "{found}");
    server.post("/commission/rates", &json!({"from": "usd", "to": "EUR", "day": "2026-01-01", "rate": "0.9"})).await;
    assert_eq!(totals(&server, "period=2026-01").await[0], row("Ann Able", "2026-01", 14_500));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_quote_is_the_price_and_hostile_names_are_text() {
    let server = Running::start_owned(On::Sqlite).await;
    let hostile = "#panic(\"x\") *b* $1$ `c` [d] \\ <a@b> = \"Ω\" 🎉";
    let person = "=HYPERLINK(\"http://x\",\"y\")";
    server
        .post("/products", &json!({"name": "Pro", "unit": {"minor": 10_000, "currency": "EUR"}, "tax_percent": "19"}))
        .await;
    let made = server.post("/deals", &json!({"name": hostile, "owner": person, "value": "5", "currency": "EUR"})).await;
    let id = made["deal"]["id"].as_str().unwrap().to_owned();
    let offer = json!({"lines": [{"product": "Pro", "quantity": "3", "discount": {"percent": "5"}}]});
    let quote = server.post(&format!("/deals/{id}/quotes"), &offer).await;
    let path = format!("/deals/{id}/quotes/{}", quote["id"].as_str().unwrap());
    let sent = server.post(&format!("{path}/send"), &json!({})).await;
    let token = sent["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned();
    let accepted = server.request(Method::POST, "/quote/accept").header("x-quote", token);
    let accepted = accepted.json(&json!({"name": "Petra", "version": 1})).send().await.unwrap();
    assert_eq!(accepted.status(), StatusCode::OK);
    server.store.append(id.parse().unwrap(), None, vec![won(&id)]).await.unwrap();
    // The log follows with the next act on the deal.
    send(&server, Method::PATCH, &format!("/deals/{id}"), &json!({"fields": {"value": "7000000"}})).await;

    let company = json!({"title": "M", "company": hostile, "editor": null});
    send(&server, Method::PUT, "/manual/editor", &company).await;
    let named = plan(&json!({"name": hostile, "from": "2020-01-01", "tiers": []}));
    let kept = server.post("/commission/plans", &named).await;
    let people = json!({"people": [person], "plan": kept["plan"], "from": "2026-01-01"});
    server.post("/commission/assignments", &people).await;
    let correction = json!({"person": person, "amount_minor": 100, "currency": "EUR", "reason": hostile});
    server.post(&format!("/deals/{id}/commission/corrections"), &correction).await;

    let shown = server.get(&format!("/deals/{id}/commission")).await;
    assert_eq!((&shown["price"]["minor"], &shown["quote"]), (&json!(28_500), &quote["quote"]["number"]), "{shown}");
    let pdf = server.request(Method::GET, "/commission/statements.pdf").send().await.unwrap();
    assert_eq!(pdf.status(), StatusCode::OK);
    assert!(pdf.bytes().await.unwrap().starts_with(b"%PDF"));
    let csv = server.text("/commission/statements.csv").await;
    assert!(csv.lines().skip(1).all(|line| line.starts_with("\"'=HYPERLINK")), "{csv}");
    assert!(csv.contains("'#panic") || csv.contains("#panic"), "{csv}");
}

fn won(deal: &str) -> model::Event {
    model::Event {
        id: model::ids::EventId(uuid::Uuid::now_v7()),
        deal: deal.parse().unwrap(),
        at: model::Timestamp::now(),
        undated: false,
        kind: model::event::kind::WON.into(),
        activity: "Won".into(),
        stage: None,
        side: model::Side::Rep,
        actor: None,
        attributes: Default::default(),
        import: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_tried_before_it_is_kept() {
    let server = Running::start_owned(On::Sqlite).await;
    let trial =
        json!({"terms": plan(&json!({"name": "", "from": "2026-01-15"})), "prices_minor": [4_000_000, 2_000_000]});
    let tried = server.post("/commission/preview", &trial).await;
    assert_eq!(tried["amounts_minor"], json!([200_000, 130_000]));
    assert_eq!(
        tried["lines_say"][1],
        "Deal 2 for 20,000.00 EUR: 10,000.00 at 5 % + 10,000.00 at 8 % = 1300, rounded 1,300.00 EUR."
    );
    assert_eq!(tried["total_minor"], 330_000);
    for prices in [json!([]), json!([-1]), json!([i64::MAX]), json!(vec![1; 21])] {
        let trial = json!({"terms": plan(&json!({})), "prices_minor": prices});
        let (status, _) = send(&server, Method::POST, "/commission/preview", &trial).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{prices}");
    }
    assert_eq!(server.get("/commission/plans").await, json!([]));
}
