//! Fields of the team, tags, teams, limits of discount by HTTP.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn values_are_looked_over_on_every_way_in(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let tier = json!({"name": "tier", "kind": "choice", "choices": ["Gold", "Silver"], "help": "As agreed"});
    let made = server.post("/custom-fields", &tier).await;
    server.post("/custom-fields", &json!({"name": "renewal", "kind": "date"})).await;
    server.post("/custom-fields", &json!({"name": "site", "kind": "link"})).await;
    let bad = json!({"name": "Mill", "attributes": {"tier": "Tin", "renewal": "31.3.26"}});
    let (status, problem) = server.send(Method::POST, "/deals", None, &bad).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let at: Vec<&str> = problem["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
    assert_eq!(at, ["renewal", "tier"]);
    let id = server.deal(&json!({"name": "Mill", "attributes": {"tier": "gold"}})).await;
    let path = format!("/deals/{id}");
    assert_eq!(server.get(&path).await["deal"]["attributes"]["tier"], "Gold", "as it is spelt");
    for fields in [json!({"tier": "Tin"}), json!({"site": "javascript:alert(1)"})] {
        let (status, _) = server.send(Method::PATCH, &path, None, &json!({"fields": fields})).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        let bulk = json!({"deals": [{"id": id}], "fields": fields});
        assert_eq!(server.send(Method::POST, "/deals/bulk", None, &bulk).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(server.send(Method::PATCH, &path, None, &json!({"fields": {"tier": ""}})).await.0, StatusCode::OK);

    // an import takes what is there; it is marked
    let csv =
        "deal,name,stage,outcome,created,tier\n1,One,Lead,open,2026-01-05,Tin\n2,Two,Lead,open,2026-01-05,silver\n";
    server.import(&[("deals.csv", csv.as_bytes().to_vec())]).await;
    let fields = server.get("/custom-fields").await;
    assert_eq!(
        (&fields[0]["filled"], &fields[0]["unfit"], &fields[0]["unfit_values"]),
        (&json!(2), &json!(1), &json!(["Tin"]))
    );
    let found = server.get("/deals?field=tier:Tin").await["deals"][0]["id"].as_str().unwrap().to_owned();
    let of_deal = server.get(&format!("/deals/{found}/fields")).await;
    assert!(of_deal[0]["problem"].as_str().unwrap().contains("Gold, Silver"), "{of_deal}");

    let field = format!("/custom-fields/{}", made["id"].as_str().unwrap());
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    assert_eq!(rita.send(Method::PUT, &field, Some(1), &tier).await.0, StatusCode::FORBIDDEN);
    assert_eq!(server.send(Method::DELETE, &field, Some(1), &Value::Null).await.0, StatusCode::NO_CONTENT);
    let (free, _) = server.send(Method::PATCH, &path, None, &json!({"fields": {"tier": "Tin"}})).await;
    assert_eq!(free, StatusCode::OK, "a field that is no more holds nobody up");
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_that_cannot_be() {
    let server = Running::start_owned(On::Sqlite).await;
    server.post("/custom-fields", &json!({"name": "budget", "kind": "money"})).await;
    for (field, at) in [
        (json!({"name": "", "kind": "text"}), "name"),
        (json!({"name": "Owner", "kind": "text"}), "name"),
        (json!({"name": "tags", "kind": "text"}), "name"),
        (json!({"name": "a:b", "kind": "text"}), "name"),
        (json!({"name": "budget", "kind": "text"}), "name"),
        (json!({"name": "x".repeat(61), "kind": "text"}), "name"),
        (json!({"name": "tier", "kind": "choice"}), "choices"),
        (json!({"name": "tier", "kind": "choice", "choices": ["a", "A"]}), "choices"),
    ] {
        let (status, problem) = server.send(Method::POST, "/custom-fields", None, &field).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(at)), "{field}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn tags_are_a_set(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let id = server.deal(&json!({"name": "Mill", "attributes": {"tags": "b; a"}})).await;
    let path = format!("/deals/{id}");
    let tags = json!({"fields": {"tags": "a, 🚀, c"}});
    let (_, after) = server.send(Method::PATCH, &path, None, &tags).await;
    assert_eq!(after["deal"]["attributes"]["tags"], "a, c, 🚀");
    let kinds: Vec<&str> = after["events"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[kinds.len() - 2..], ["deal.tagged", "deal.untagged"]);
    let (same, _) = server.send(Method::PATCH, &path, None, &tags).await;
    assert_eq!(same, StatusCode::OK);
    for (tag, n) in [("a", 1), ("🚀", 1), ("b", 0), ("", 0)] {
        let (_, found) = server.ask("/deals", &[("field", &format!("tags:{tag}"))]).await;
        assert_eq!(found["total"], n, "{tag}");
    }
    let fields = server.get("/fields").await;
    let values = &fields.as_array().unwrap().iter().find(|f| f["name"] == "tags").unwrap()["values"];
    assert_eq!(*values, json!([["a", 1], ["c", 1], ["🚀", 1]]));
    let (status, problem) = server.send(Method::PATCH, &path, None, &json!({"fields": {"tags": "x".repeat(60)}})).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("tags")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deal_follows_its_owner_into_the_team() {
    let server = Running::start_owned(On::Sqlite).await;
    let east = server.post("/teams", &json!({"name": "East", "members": ["Anna", "Rita Rep"]})).await;
    let (twice, problem) =
        server.send(Method::POST, "/teams", None, &json!({"name": "West", "members": ["anna"]})).await;
    assert_eq!((twice, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("members")));
    let of = async |deal: Value| {
        let id = server.deal(&deal).await;
        server.get(&format!("/deals/{id}")).await["deal"]["team"].clone()
    };
    assert_eq!(of(json!({"name": "A", "owner": "anna"})).await, "East");
    assert_eq!(of(json!({"name": "B", "owner": "Anna", "team": "Special"})).await, "Special");
    assert_eq!(of(json!({"name": "C", "owner": "Cy"})).await, Value::Null);
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let own = rita.deal(&json!({"name": "D"})).await;
    assert_eq!(server.get(&format!("/deals/{own}")).await["deal"]["team"], "East");
    assert_eq!(server.get("/deals?field=team:East").await["total"], 2);
    let path = format!("/teams/{}", east["id"].as_str().unwrap());
    assert_eq!(rita.send(Method::DELETE, &path, Some(1), &Value::Null).await.0, StatusCode::FORBIDDEN);
    assert_eq!(server.send(Method::DELETE, &path, Some(1), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.get("/deals?field=team:East").await["total"], 2, "deals keep the name");
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_of_discount_are_the_teams_own() {
    let server = Running::start_owned(On::Sqlite).await;
    assert_eq!(server.get("/settings/discounts").await["limits"][0]["up_to_percent"], "10");
    let limits = |rep: &str, manager: &str| {
        json!({"limits": [{"role": "rep", "up_to_percent": rep}, {"role": "manager", "up_to_percent": manager},
            {"role": "owner"}]})
    };
    let product = json!({"name": "Pro", "unit": {"minor": 10_000, "currency": "EUR"}});
    server.post("/products", &product).await;
    let rita = server.sign_in_as("rep", "Rita Rep").await;
    let send = async |percent: &str| {
        let id = rita.deal(&json!({"name": "Mill"})).await;
        let offer = json!({"lines": [{"product": "Pro", "quantity": "1", "discount": {"percent": percent}}]});
        let quote = rita.post(&format!("/deals/{id}/quotes"), &offer).await;
        let path = format!("/deals/{id}/quotes/{}/send", quote["id"].as_str().unwrap());
        rita.post(&path, &json!({})).await["quote"]["standing"].clone()
    };
    assert_eq!(send("15").await, "awaits-approval");
    assert_eq!(server.send(Method::PUT, "/settings/discounts", None, &limits("15", "30")).await.0, StatusCode::OK);
    assert_eq!(send("15").await, "sent");
    assert_eq!(
        rita.send(Method::PUT, "/settings/discounts", None, &limits("99", "100")).await.0,
        StatusCode::FORBIDDEN
    );
    for bad in [limits("30", "20"), limits("-1", "20"), limits("20", "101"), json!({"limits": []})] {
        let (status, problem) = server.send(Method::PUT, "/settings/discounts", None, &bad).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!("limits")),
            "{bad}"
        );
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_quote_is_written_at_a_price_list(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    for (name, minor) in [("Pro", 10_000), ("Basic", 5_000)] {
        server.post("/products", &json!({"name": name, "unit": {"minor": minor, "currency": "EUR"}})).await;
    }
    let list = |name: &str, currency: &str, until: Value| {
        json!({"name": name, "currency": currency, "territory": "North", "until": until,
            "prices": [{"product": "pro", "unit_minor": 8_000, "tiers": [{"from": "10", "unit_minor": 7_000}]}]})
    };
    let north = server.post("/price-lists", &list("North", "eur", Value::Null)).await;
    let dollars = server.post("/price-lists", &list("Dollars", "USD", Value::Null)).await;
    let old = server.post("/price-lists", &list("Old", "EUR", json!("2020-01-01"))).await;
    assert_eq!((&north["valid"], &old["valid"]), (&json!(true), &json!(false)));
    let id = server.deal(&json!({"name": "Mill"})).await;
    let offer = |at: &Value, product: &str, quantity: &str| json!({"lines": [{"product": product, "quantity": quantity}], "price_list": at["id"]});
    let path = format!("/deals/{id}/quotes");
    for (at, product, quantity, net) in [
        (&north, "Pro", "1", 8_000),
        (&north, "Pro", "10", 70_000),
        (&north, "Basic", "1", 5_000),
        (&Value::Null, "Pro", "1", 10_000),
    ] {
        let quote = server.post(&path, &offer(at, product, quantity)).await;
        assert_eq!(quote["total"]["net_minor"], net, "{product} at {at}");
    }
    let written = server.post(&path, &offer(&dollars, "Pro", "1")).await;
    assert_eq!(written["quote"]["currency"], "USD");
    for (at, product, field) in [(&old, "Pro", "price_list"), (&dollars, "Basic", "lines.0.product")] {
        let (status, problem) = server.send(Method::POST, &path, None, &offer(at, product, "1")).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let gone = format!("/price-lists/{}", north["id"].as_str().unwrap());
    assert_eq!(server.send(Method::DELETE, &gone, Some(1), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.get(&path).await[0]["total"]["net_minor"], 8_000, "what was written stays");
    for (bad, field) in [
        (list(" ", "EUR", Value::Null), "name"),
        (list("Old", "EUR", Value::Null), "name"),
        (list("New", "Euro", Value::Null), "currency"),
        (json!({"name": "N", "currency": "EUR", "from": "2026-02-01", "until": "2026-01-01"}), "until"),
        (
            json!({"name": "N", "currency": "EUR", "prices": [{"product": "x", "unit_minor": -1}]}),
            "prices.0.unit_minor",
        ),
    ] {
        let (status, problem) = server.send(Method::POST, "/price-lists", None, &bad).await;
        assert_eq!(
            (status, &problem["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)),
            "{bad}"
        );
    }
}
