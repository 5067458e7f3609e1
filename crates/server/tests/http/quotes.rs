//! Quotes by HTTP: from the catalogue to the prospect's word, on both databases.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// What a stranger who has the link does.
async fn stranger(server: &Running, method: Method, path: &str, token: &str, body: &Value) -> (StatusCode, Value) {
    let request = client().request(method, format!("{}{path}", server.base)).header("x-stagecraft", "1");
    let answer = request.header("x-quote", token).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn product(server: &Running, name: &str, minor: i64) -> Value {
    let product = json!({"name": name, "unit": {"minor": minor, "currency": "EUR"}, "tax_percent": "19",
        "tiers": [{"from": "10", "unit_minor": minor / 2}]});
    server.post("/products", &product).await
}

async fn deal(server: &Running) -> String {
    let made = server.post("/deals", &json!({"name": "Mill"})).await;
    made["deal"]["id"].as_str().unwrap().to_owned()
}

fn offer(quantity: &str, discount: &str, seen: u32) -> Value {
    json!({"lines": [{"product": "pro licence", "quantity": quantity, "discount": {"percent": discount}}],
        "terms": "30 days", "seen": seen})
}

fn token(sent: &Value) -> String {
    sent["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_the_catalogue_to_the_negotiated_price(#[case] on: On) {
    let server = Running::start_owned(on).await;
    product(&server, "Pro licence", 10_000).await;
    let id = deal(&server).await;
    let quotes = format!("/deals/{id}/quotes");
    let (written, first) = send(&server, Method::POST, &quotes, &offer("2", "5", 0)).await;
    assert_eq!((written, &first["standing"]), (StatusCode::CREATED, &json!("draft")), "{first}");
    let total = &first["total"];
    assert_eq!(
        (&total["net_minor"], &total["tax_minor"], &total["total_minor"]),
        (&json!(19000), &json!(3610), &json!(22610))
    );
    let quote = format!("{quotes}/{}", first["id"].as_str().unwrap());

    let (_, sent) = send(&server, Method::POST, &format!("{quote}/send"), &json!({})).await;
    assert_eq!((&sent["quote"]["standing"], &sent["waits"]), (&json!("sent"), &Value::Null));
    let first_link = token(&sent);
    let (seen, page) = stranger(&server, Method::GET, "/quote", &first_link, &Value::Null).await;
    assert_eq!((seen, &page["total"]["net_minor"], &page["standing"]), (StatusCode::OK, &json!(19000), &json!("sent")));
    stranger(&server, Method::GET, "/quote", &first_link, &Value::Null).await;
    let asked = json!({"name": "Petra Probst", "note": "Is training included?", "version": 1});
    assert_eq!(stranger(&server, Method::POST, "/quote/questions", &first_link, &asked).await.0, StatusCode::OK);
    send(&server, Method::POST, &format!("{quote}/answer"), &json!({"note": "Yes."})).await;

    // A new version: what was sent is no more on the table, and its link shows nothing of the new one.
    let (stale, _) = send(&server, Method::PUT, &quote, &offer("12", "8", 7)).await;
    assert_eq!(stale, StatusCode::PRECONDITION_FAILED);
    let (_, second) = send(&server, Method::PUT, &quote, &offer("12", "8", 1)).await;
    assert_eq!((&second["quote"]["version"], &second["standing"]), (&json!(2), &json!("draft")));
    assert_eq!(second["total"]["net_minor"], json!(55200), "the price from ten on");
    let word = |version: u32| json!({"name": "Petra Probst", "version": version});
    let (late, _) = stranger(&server, Method::POST, "/quote/accept", &first_link, &word(1)).await;
    assert_eq!(late, StatusCode::GONE, "the offer is being changed");
    let (_, sent) = send(&server, Method::POST, &format!("{quote}/send"), &json!({})).await;
    let link = token(&sent);
    assert_eq!(stranger(&server, Method::GET, "/quote", &first_link, &Value::Null).await.0, StatusCode::GONE);
    let (other, _) = stranger(&server, Method::POST, "/quote/accept", &link, &word(1)).await;
    assert_eq!(other, StatusCode::PRECONDITION_FAILED, "they read another version");
    let (nameless, _) =
        stranger(&server, Method::POST, "/quote/accept", &link, &json!({"name": " ", "version": 2})).await;
    assert_eq!(nameless, StatusCode::UNPROCESSABLE_ENTITY);
    let (accepted, page) = stranger(&server, Method::POST, "/quote/accept", &link, &word(2)).await;
    assert_eq!(
        (accepted, &page["standing"], &page["decided"]["by"]),
        (StatusCode::OK, &json!("accepted"), &json!("Petra Probst"))
    );
    let talk: Vec<bool> = page["talk"].as_array().unwrap().iter().map(|t| t["theirs"].as_bool().unwrap()).collect();
    assert_eq!(talk, [true, false]);
    assert_eq!(stranger(&server, Method::POST, "/quote/accept", &link, &word(2)).await.0, StatusCode::CONFLICT);
    assert_eq!(send(&server, Method::PUT, &quote, &offer("1", "0", 2)).await.0, StatusCode::CONFLICT);

    let shown = server.get(&format!("/deals/{id}")).await;
    assert_eq!(shown["deal"]["value"], json!({"minor": 55200, "currency": "EUR"}));
    assert_eq!(shown["deal"]["attributes"]["negotiated_price"], "552.00");
    let kinds: Vec<&str> = shown["events"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect();
    let of_quote: Vec<&&str> = kinds.iter().filter(|kind| kind.starts_with("quote.")).collect();
    let expected = ["written", "sent", "viewed", "asked", "answered", "written", "sent", "accepted"];
    assert_eq!(
        of_quote,
        expected
            .map(|k| format!("quote.{k}"))
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .iter()
            .collect::<Vec<_>>()
    );
    let history = &server.get(&quotes).await[0]["history"];
    assert_eq!((&history[0]["net_minor"], &history[1]["net_minor"]), (&json!(19000), &json!(55200)));
    assert!(history[1]["changed"].as_str().unwrap().contains("12"), "{history}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_discount_waits_for_somebody_else() {
    let server = Running::start_owned(On::Sqlite).await;
    product(&server, "Pro licence", 10_000).await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let made = rep.post("/deals", &json!({"name": "Mill"})).await;
    let quotes = format!("/deals/{}/quotes", made["deal"]["id"].as_str().unwrap());
    let (_, first) = send(&rep, Method::POST, &quotes, &offer("2", "20", 0)).await;
    let quote = format!("{quotes}/{}", first["id"].as_str().unwrap());
    let (status, waits) = send(&rep, Method::POST, &format!("{quote}/send"), &json!({})).await;
    assert_eq!(
        (status, &waits["link"], &waits["quote"]["standing"]),
        (StatusCode::OK, &Value::Null, &json!("awaits-approval"))
    );
    assert!(waits["waits"].as_str().unwrap().contains("manager"), "{waits}");
    assert_eq!(send(&rep, Method::POST, &format!("{quote}/send"), &json!({})).await.0, StatusCode::CONFLICT);
    let yes = json!({"granted": true, "note": "Once"});
    assert_eq!(send(&rep, Method::POST, &format!("{quote}/decision"), &yes).await.0, StatusCode::FORBIDDEN);
    let (granted, after) = send(&server, Method::POST, &format!("{quote}/decision"), &yes).await;
    assert_eq!((granted, &after["approval"]["by"]), (StatusCode::OK, &json!("Olga Owner")));
    let (_, sent) = send(&rep, Method::POST, &format!("{quote}/send"), &json!({})).await;
    assert!(sent["link"].is_string());

    for (offer, field) in [
        (json!({"lines": []}), "lines"),
        (json!({"lines": [{"product": "Unknown", "quantity": "1"}]}), "lines.0.product"),
        (json!({"lines": [{"product": "Pro licence", "quantity": "0"}]}), "lines.0.quantity"),
        (
            json!({"lines": [{"product": "Pro licence", "quantity": "1", "discount": {"percent": "101"}}]}),
            "lines.0.discount",
        ),
        (json!({"lines": [{"product": "Pro licence", "quantity": "1"}], "valid_until": "2020-01-01"}), "valid_until"),
    ] {
        let (refused, problem) = send(&rep, Method::POST, &quotes, &offer).await;
        assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY, "{offer}");
        assert!(problem["errors"][0]["field"].as_str().unwrap().starts_with(field), "{problem}");
    }
    let withdrawn = token(&sent);
    send(&rep, Method::POST, &format!("{quote}/withdraw"), &json!({"note": "Wrong product"})).await;
    assert_eq!(stranger(&server, Method::GET, "/quote", &withdrawn, &Value::Null).await.0, StatusCode::GONE);
    assert_eq!(stranger(&server, Method::GET, "/quote", "guessed", &Value::Null).await.0, StatusCode::GONE);
    let forged = json!({"kind": "quote.accepted", "side": "prospect", "attributes": {"quote": first["id"]}});
    let deal = quotes.trim_end_matches("/quotes");
    let (refused, _) = send(&rep, Method::POST, &format!("{deal}/touchpoints"), &forged).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_products_file_is_the_catalogue_until_somebody_writes_a_product() {
    let server = Running::start_owned(On::Sqlite).await;
    server.import_maven().await;
    let products = server.get("/products").await;
    let gtx = products.as_array().unwrap().iter().find(|p| p["name"] == "GTX Basic").unwrap();
    assert_eq!((&gtx["unit"]["minor"], &gtx["id"]), (&json!(55_000), &Value::Null));
    let own = product(&server, "GTX Basic", 60_000).await;
    let products = server.get("/products").await;
    let named: Vec<&Value> = products.as_array().unwrap().iter().filter(|p| p["name"] == "GTX Basic").collect();
    assert_eq!((named.len(), &named[0]["unit"]["minor"]), (1, &json!(60_000)));
    let (twice, _) = send(
        &server,
        Method::POST,
        "/products",
        &json!({"name": "GTX Basic", "unit": {"minor": 1, "currency": "EUR"}}),
    )
    .await;
    assert_eq!(twice, StatusCode::UNPROCESSABLE_ENTITY);
    let path = format!("/products/{}", own["id"].as_str().unwrap());
    let gone = server.request(Method::DELETE, &path).header("if-match", "\"1\"").send().await.unwrap();
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
}

/// Writes a quote with a discount and has it accepted.
async fn agree(server: &Running, deal: &str, discount: &str) {
    let written = server.post(&format!("/deals/{deal}/quotes"), &offer("2", discount, 0)).await;
    let quote = format!("/deals/{deal}/quotes/{}", written["id"].as_str().unwrap());
    let link = token(&server.post(&format!("{quote}/send"), &json!({})).await);
    let (status, _) =
        stranger(server, Method::POST, "/quote/accept", &link, &json!({"name": "Petra", "version": 1})).await;
    assert_eq!(status, StatusCode::OK);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_metric_of_discounts_counts_what_was_agreed(#[case] on: On) {
    let server = Running::start_owned(on).await;
    product(&server, "Pro licence", 10_000).await;
    server.post("/processes", &json!({"template": "b2b-software", "language": "en"})).await;
    let discount = async || server.get("/metrics/discount/figures").await["figures"]["total"].clone();
    let win =
        async |deal: &str| server.post(&format!("/deals/{deal}/move"), &json!({"to": "won", "reason": "Signed"})).await;
    let first = server.deal(&json!({"name": "Mill"})).await;
    server.post(&format!("/deals/{first}/quotes"), &offer("2", "4", 0)).await;
    win(&first).await;
    let none = discount().await;
    assert_eq!((&none["value"], &none["n"]), (&Value::Null, &json!(0)), "a draft is no agreement: {none}");
    assert_eq!(none["says"], "There is nothing to count in this time.");

    // Accepted after the close, where nothing was before it; without a rebuild.
    agree(&server, &first, "10").await;
    let agreed = discount().await;
    assert_eq!((&agreed["value"], &agreed["n"]), (&json!(0.1), &json!(1)), "{agreed}");

    // Of two before the close the last one; what the field says is nothing beside it. One without a quote has the field.
    let second = server.deal(&json!({"name": "Kern", "attributes": {"discount_pct": "50"}})).await;
    agree(&server, &second, "8").await;
    agree(&server, &second, "2").await;
    win(&second).await;
    agree(&server, &second, "9").await;
    let third = server.deal(&json!({"name": "Bosch", "attributes": {"discount_pct": "6"}})).await;
    win(&third).await;
    let all = discount().await;
    assert_eq!((&all["value"], &all["n"]), (&json!(0.06), &json!(3)), "(10 % + 2 % + 6 %) ÷ 3: {all}");
    let csv = server.text("/metrics/discount/deals.csv").await;
    assert!(["0.1", "0.02", "0.06"].iter().all(|share| csv.lines().any(|line| line.ends_with(share))), "{csv}");
    let page = server.get("/metrics/discount/figures").await;
    assert!(page["counts"].as_str().unwrap().contains("not accepted does not count"), "{page}");
}
