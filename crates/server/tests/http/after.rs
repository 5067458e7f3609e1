//! After the sale by HTTP: from the hand-over to the referral, on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

pub async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// A deal of who asks, won.
pub async fn won(server: &Running, name: &str) -> String {
    let made =
        server.post("/deals", &json!({"name": name, "account": "Mill Ltd", "product": "Pro", "value": "100"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    server.post(&format!("{deal}/move"), &json!({"to": "won", "reason": "Signed on paper"})).await;
    deal
}

fn texts(list: &Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap_or_default().to_owned()).collect()
}

async fn day(server: &Running, query: &str) -> Vec<(String, String)> {
    let day = server.get(&format!("/my-day{query}")).await;
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    day["to_do"].as_array().unwrap().iter().map(|t| (text(&t["kind"]), text(&t["what"]))).collect()
}

async fn id_of(server: &Running, name: &str) -> Value {
    let users = server.get("/users").await;
    users.as_array().unwrap().iter().find(|u| u["name"] == name).unwrap()["id"].clone()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_handed_over_and_looked_after(#[case] on: On) {
    let server = Running::start_owned(on).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let seller = server.sign_in_as("rep", "Sam Seller").await;
    let cora = server.sign_in_as("rep", "Cora Care").await;
    let other = server.sign_in_as("rep", "Otto Other").await;
    let deal = won(&seller, "Mill").await;
    let handover = format!("{deal}/handover");

    let note = json!({"kind": "note", "side": "rep", "attributes": {"note": "Training in May"}});
    seller.post(&format!("{deal}/touchpoints"), &note).await;
    let view = seller.get(&format!("{deal}/after")).await;
    assert_eq!((&view["handover_to"], view["items"].as_array().unwrap().len()), (&json!("account manager"), 5));
    assert_eq!(view["suggested"], json!([{"says": "Training in May", "from": "note"}]));
    assert_eq!(view["health"]["light"], "unknown", "nothing was written down since the sale");

    let first = view["items"][0]["says"].as_str().unwrap();
    let ticked = seller.post(&format!("{handover}/items"), &json!({"item": first, "done": true})).await;
    assert_eq!((&ticked["items"][0]["done"], &ticked["items"][0]["by"]), (&json!(true), &json!("Sam Seller")));
    let unknown = send(&seller, Method::POST, &format!("{handover}/items"), &json!({"item": "x", "done": true})).await;
    assert_eq!(unknown.0, StatusCode::NOT_FOUND);

    let viewer = server.sign_in_as("viewer", "Vera Viewer").await;
    for (to, field) in [(id_of(&server, "Vera Viewer").await, "to"), (json!(uuid::Uuid::nil()), "to")] {
        let (refused, problem) = send(&seller, Method::POST, &handover, &json!({"to": to})).await;
        assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let offer = json!({"to": id_of(&server, "Cora Care").await, "note": "A good one",
        "promises": [{"says": "Training in May", "due": "2020-05-04"}]});
    assert_eq!(send(&other, Method::POST, &handover, &offer).await.0, StatusCode::FORBIDDEN, "not theirs");
    assert_eq!(send(&viewer, Method::POST, &handover, &offer).await.0, StatusCode::FORBIDDEN);
    let offered = seller.post(&handover, &offer).await;
    assert_eq!((&offered["handover"]["standing"], &offered["may_decide"]), (&json!("offered"), &json!(false)));
    assert_eq!(send(&seller, Method::POST, &handover, &offer).await.0, StatusCode::CONFLICT, "it is offered already");

    assert_eq!(day(&cora, "").await, [("handover".to_owned(), "Sam Seller".to_owned())]);
    assert!(!day(&other, "").await.iter().any(|(kind, _)| kind == "handover"));
    let decision = format!("{handover}/decision");
    let yes = json!({"accepted": true});
    for somebody in [&seller, &other] {
        assert_eq!(send(somebody, Method::POST, &decision, &yes).await.0, StatusCode::FORBIDDEN);
    }
    let (refused, problem) = send(&cora, Method::POST, &decision, &json!({"accepted": false})).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("reason")));
    let returned = cora.post(&decision, &json!({"accepted": false, "reason": "Who pays?"})).await;
    assert_eq!(
        (&returned["handover"]["standing"], &returned["handover"]["reason"]),
        (&json!("returned"), &json!("Who pays?"))
    );
    assert_eq!(send(&cora, Method::POST, &decision, &yes).await.0, StatusCode::CONFLICT, "no longer offered");
    assert_eq!(
        send(&cora, Method::PUT, &format!("{deal}/contract"), &json!({"until": "2030-01-01"})).await.0,
        StatusCode::FORBIDDEN
    );
    seller.post(&handover, &json!({"to": id_of(&server, "Cora Care").await})).await;
    let accepted = cora.post(&decision, &yes).await;
    assert_eq!((&accepted["account_manager"], &accepted["may_change"]), (&json!("Cora Care"), &json!(true)));
    assert_eq!(accepted["returned"].as_array().unwrap().len(), 1);

    // The promise is late; the account manager sees it and keeps it.
    assert!(day(&cora, "").await.contains(&("promise".to_owned(), "Training in May".to_owned())));
    assert!(!day(&seller, "").await.iter().any(|(kind, _)| kind == "promise"), "handed over");
    assert_eq!(accepted["health"]["light"], "red");
    let promise = format!("{deal}/promises/{}", accepted["promises"][0]["id"].as_str().unwrap());
    let kept = cora.post(&promise, &json!({"became": "kept"})).await;
    assert_eq!(kept["promises"][0]["state"], "kept");
    assert!(kept["health"]["light"] != "red", "{}", kept["health"]);
    assert_eq!(cora.post(&promise, &json!({"became": "open"})).await["promises"][0]["state"], "open");
    cora.post(&promise, &json!({"became": "kept"})).await;

    reviews(&cora, &deal).await;
    customers(&server, &cora, &deal).await;
}

async fn reviews(cora: &Running, deal: &str) {
    let view = cora.get(&format!("{deal}/after")).await;
    assert_eq!((&view["review_days"], &view["next_review"]["planned"]), (&json!(90.0), &json!(false)));
    let planned = send(cora, Method::PUT, &format!("{deal}/reviews/next"), &json!({"on": "2020-01-06"})).await.1;
    assert!(planned["next_review"]["late_days"].as_i64().unwrap() > 300, "{planned}");
    assert_eq!(planned["health"]["light"], "red");
    assert!(day(cora, "").await.contains(&("review".to_owned(), "Mill Ltd".to_owned())));
    let reviews = format!("{deal}/reviews");
    let goal = json!({"goal": "Less scrap", "measure": "tons a week", "before": "12", "wanted": "6", "now": "7", "reached": "partly"});
    for (bad, field) in [
        (json!({"results": []}), "results"),
        (json!({"results": [{"goal": " ", "reached": "yes"}]}), "results.0.goal"),
        (json!({"results": [goal], "on": "2999-01-01"}), "on"),
        (json!({"results": [goal], "attended": [""]}), "attended.0"),
    ] {
        let (refused, problem) = send(cora, Method::POST, &reviews, &bad).await;
        assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let held = cora.post(&reviews, &json!({"results": [goal], "attended": ["Eva Kern"], "note": "Nice coffee"})).await;
    assert_eq!((&held["reviews"][0]["results"][0], &held["reviews"][0]["attended"]), (&goal, &json!(["Eva Kern"])));
    assert_eq!(held["next_review"]["late_days"], 0);
    let reasons = texts(&held["health"]["reasons"], "says");
    assert_eq!((&held["health"]["light"], reasons[0].as_str()), (&json!("amber"), "Reached in part only: Less scrap"));
    let people = cora.get(deal).await["people"].clone();
    assert_eq!((&people[0]["name"], &people[0]["acts"]), (&json!("Eva Kern"), &json!(1)), "who was there acted");
}

async fn customers(server: &Running, cora: &Running, deal: &str) {
    let contract = format!("{deal}/contract");
    let (refused, problem) =
        send(cora, Method::PUT, &contract, &json!({"from": "2020-02-01", "until": "2020-01-01"})).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("until")));
    let term = json!({"from": "2020-01-01", "until": "2020-12-31", "notice_days": 30});
    let (_, view) = send(cora, Method::PUT, &contract, &term).await;
    assert_eq!(
        (&view["contract"]["standing"], &view["contract"]["notice_by"]),
        (&json!("ended"), &json!("2020-12-01"))
    );
    assert!(day(cora, "").await.contains(&("renewal".to_owned(), "2020-12-31".to_owned())));

    let list = server.get("/customers?text=mill").await;
    assert_eq!((&list["total"], &list["customers"][0]["name"]), (&json!(1), &json!("Mill Ltd")));
    let mill = &list["customers"][0];
    assert_eq!((&mill["people"], &mill["values"][0]["minor"]), (&json!(["Cora Care"]), &json!(10_000)));
    assert_eq!(server.get("/customers?light=amber").await["total"], 1);
    assert_eq!(server.get("/customers?light=green").await["total"], 0);
    assert_eq!(server.get("/customers?owner=cora%20care&sort=renewal").await["total"], 1);
    assert_eq!(server.get("/customers?owner=Nobody").await["total"], 0);
    assert_eq!(
        send(server, Method::GET, "/customers?sort=luck", &Value::Null).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );

    // A renewal: a deal of its own, and nothing is due any more.
    let renewal = json!({"relation": "renewal", "name": "Mill, second year"});
    let linked = format!("{deal}/linked");
    let twice = || cora.request(Method::POST, &linked).header("idempotency-key", "once").json(&renewal).send();
    let first: Value = twice().await.unwrap().json().await.unwrap();
    let again: Value = twice().await.unwrap().json().await.unwrap();
    assert_eq!((&first["deal"], again["after"]["linked"].as_array().unwrap().len()), (&again["deal"], 1));
    assert_eq!(first["after"]["contract"]["standing"], "renewing");
    assert!(!day(cora, "").await.iter().any(|(kind, _)| kind == "renewal"));
    let child = format!("/deals/{}", first["deal"].as_str().unwrap());
    let page = cora.get(&child).await;
    assert_eq!((&page["deal"]["account"], &page["deal"]["owner"]), (&json!("Mill Ltd"), &json!("Cora Care")));
    assert_eq!(page["people"][0]["name"], "Eva Kern", "people are taken along");
    let parent = &cora.get(&format!("{child}/after")).await["parent"];
    assert_eq!((&parent["name"], &parent["relation"]), (&json!("Mill"), &json!("renewal")));
    let (refused, _) = send(cora, Method::POST, &linked, &json!({"relation": "referral", "name": "x"})).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);

    cora.post(&format!("{deal}/referrals/asked"), &json!({"person": "Eva Kern"})).await;
    let named = json!({"name": "Nora Next", "company": "Next Ltd", "contact": "nora@next.example"});
    let received = cora.post(&format!("{deal}/referrals"), &named).await;
    let became = format!("/deals/{}", received["deal"].as_str().unwrap());
    assert_eq!(received["after"]["received"][0]["became"]["outcome"], "open");
    assert_eq!(cora.get(&became).await["people"][0]["email"], "nora@next.example");
    cora.post(&format!("{became}/move"), &json!({"to": "lost", "reason": "No need"})).await;
    let view = cora.get(&format!("{deal}/after")).await;
    assert_eq!(view["received"][0]["became"]["outcome"], "lost", "followed to its outcome");
    let bare = cora.post(&format!("{deal}/referrals"), &json!({"name": "Pat", "create_deal": false})).await;
    assert_eq!((&bare["deal"], bare["after"]["received"].as_array().unwrap().len()), (&Value::Null, 2));

    let churn = format!("{deal}/churn");
    let left = cora.post(&churn, &json!({"reason": "Too dear", "day": "2026-01-05"})).await;
    assert_eq!((&left["health"]["light"], &left["next_review"]), (&json!("red"), &Value::Null));
    assert_eq!(server.get("/customers?text=mill").await["customers"][0]["churn"]["reason"], "Too dear");
    let stayed = send(cora, Method::DELETE, &churn, &Value::Null).await.1;
    assert_eq!(stayed["churn"], Value::Null);
    assert_eq!(send(cora, Method::DELETE, &churn, &Value::Null).await.0, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_won_deals_are_looked_after_and_nobody_forges_it() {
    let server = Running::start_owned(On::Sqlite).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    for (method, path, body) in [
        (Method::POST, "handover", json!({"to": uuid::Uuid::nil()})),
        (Method::POST, "delivery", json!({})),
        (Method::POST, "reviews", json!({"results": [{"goal": "x", "reached": "yes"}]})),
        (Method::PUT, "contract", json!({"until": "2030-01-01"})),
        (Method::POST, "churn", json!({"reason": "x"})),
        (Method::POST, "linked", json!({"relation": "upsell", "name": "x"})),
    ] {
        let (refused, _) = send(&server, method, &format!("{deal}/{path}"), &body).await;
        assert_eq!(refused, StatusCode::CONFLICT, "{path}");
    }
    for kind in ["delivery.confirmed", "Handover.Accepted", "review.held", "customer.stayed", "override.granted"] {
        let forged = json!({"kind": kind, "side": "prospect"});
        let (refused, _) = send(&server, Method::POST, &format!("{deal}/touchpoints"), &forged).await;
        assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
    }
    let mut limits = server.get("/settings/customers").await;
    limits["silent_days"] = json!(1);
    let (refused, problem) = send(&server, Method::PUT, "/settings/customers", &limits).await;
    assert_eq!((refused, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("silent_days")));
    limits["silent_days"] = json!(200);
    assert_eq!(send(&server, Method::PUT, "/settings/customers", &limits).await.1, limits);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn files_of_a_deal_do_nothing_here(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    let deal = format!("/deals/{}", made["deal"]["id"].as_str().unwrap());
    let attach = async |by: &Running, name: &str, content: Vec<u8>| {
        let sent = by.request(Method::POST, &format!("{deal}/files?{name}")).body(content).send().await.unwrap();
        (sent.status(), sent.json::<Value>().await.unwrap_or(Value::Null))
    };
    let script = b"<script>alert(1)</script>".to_vec();
    assert_eq!(attach(&rep, "name=x.html", script.clone()).await.0, StatusCode::FORBIDDEN, "not theirs");
    let (_, view) = attach(&server, "name=Vertr%C3%A4ge.html&contract=true", script.clone()).await;
    let file = &view["files"][0];
    assert_eq!(
        (&file["name"], &file["contract"], &file["by"]),
        (&json!("Verträge.html"), &json!(true), &json!("Olga Owner"))
    );
    let path = format!("{deal}/files/{}", file["id"].as_str().unwrap());
    let got = rep.request(Method::GET, &path).send().await.unwrap();
    let header = |name: &str| got.headers()[name].to_str().unwrap().to_owned();
    assert!(header("content-disposition").starts_with("attachment;"), "{}", header("content-disposition"));
    assert!(header("content-security-policy").contains("sandbox"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(got.bytes().await.unwrap(), script);

    for (name, content, status) in [
        ("name=..%2Fx", vec![1], StatusCode::UNPROCESSABLE_ENTITY),
        ("name=empty.pdf", Vec::new(), StatusCode::UNPROCESSABLE_ENTITY),
        ("name=large.pdf", vec![0; (50 << 20) + 1], StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(attach(&server, name, content).await.0, status, "{name}");
    }
    let another = server.post("/deals", &json!({"name": "Other"})).await["deal"]["id"].as_str().unwrap().to_owned();
    let elsewhere = path.replace(deal.trim_start_matches("/deals/"), &another);
    assert_eq!(send(&server, Method::GET, &elsewhere, &Value::Null).await.0, StatusCode::NOT_FOUND);
    let (_, view) = send(&server, Method::DELETE, &path, &Value::Null).await;
    assert_eq!(view["files"], json!([]));
    assert_eq!(send(&server, Method::GET, &path, &Value::Null).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_changed_emptied_and_removed() {
    let server = Running::start_owned(On::Sqlite).await;
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    let people = format!("/deals/{}/people", made["deal"]["id"].as_str().unwrap());
    assert_eq!(made["buy_in"][0]["says"], "Nobody is known who decides.");
    let anna = json!({"name": "Anna", "email": "a@x.example", "title": "CFO", "role": "decision-maker"});
    let view = server.post(&people, &anna).await;
    assert_eq!((&view["people"][0]["stand"], &view["buy_in"][0]["who"]), (&json!("unknown"), &json!("Anna")));
    let view = server.post(&people, &json!({"name": "Anna", "stand": "for", "influence": "high"})).await;
    let person = &view["people"][0];
    assert_eq!((&person["stand"], &person["title"]), (&json!("for"), &json!("CFO")), "what is left out stays");
    assert_eq!(view["buy_in"][0]["says"], "Anna has not been met.");
    let renamed = json!({"was": "a@x.example", "name": "Anna Kern", "email": "", "title": ""});
    let view = server.post(&people, &renamed).await;
    let person = &view["people"][0];
    assert_eq!(
        (&person["name"], &person["email"], &person["title"]),
        (&json!("Anna Kern"), &Value::Null, &Value::Null)
    );
    assert_eq!(view["people"].as_array().unwrap().len(), 1);
    let remove = format!("{people}/remove");
    assert_eq!(server.post(&remove, &json!({"who": "anna kern"})).await["people"], json!([]));
    for who in ["Anna Kern", ""] {
        assert_eq!(
            send(&server, Method::POST, &remove, &json!({"who": who})).await.0,
            StatusCode::NOT_FOUND,
            "{who:?}"
        );
    }
}
