//! Briefs and quotes on paper.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::{
    findings::with_playbook,
    support::{On, Running, client},
};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn choose(server: &Running, path: &str, seen: i64, choices: &Value) -> (StatusCode, Value) {
    let request = server.request(Method::PUT, path).header("if-match", format!("\"{seen}\""));
    let answer = request.json(choices).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn pdf(server: &Running, path: &str) -> (StatusCode, String, Vec<u8>) {
    let answer = server.request(Method::GET, path).send().await.unwrap();
    let kind = answer.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    (answer.status(), kind, answer.bytes().await.unwrap().to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_is_the_same_for_everybody() {
    let server = with_playbook().await;
    let made = server.post("/deals", &json!({"name": "Mill", "account": "#image(\"/etc/passwd\") *$\\"})).await;
    let id = made["deal"]["id"].as_str().unwrap().to_owned();
    let path = format!("/deals/{id}/brief");
    let before = server.get(&path).await;
    assert_eq!((&before["version"], &before["brief"]["ours"][0]["name"]), (&json!(0), &json!("Olga Owner")));
    let choices = json!({"use_cases": ["Less scrap"], "ours": [{"name": "Ed", "part": "engineer"}, {"name": "Xi", "part": "executive"}],
        "agenda": [{"what": "All of it", "minutes": 30}], "note": "שלום 🎉"});
    let (status, after) = choose(&server, &path, 0, &choices).await;
    assert_eq!((status, &after["version"], &after["by"]), (StatusCode::OK, &json!(1), &json!("Olga Owner")), "{after}");
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let seen = rep.get(&path).await;
    assert_eq!((&seen["brief"]["ours"][1]["part"], &seen["may_change"]), (&json!("executive"), &json!(false)));
    assert_eq!(
        seen["brief"]["objections"].as_array().unwrap().len(),
        before["brief"]["objections"].as_array().unwrap().len()
    );
    // Of two who choose at once, the second sees what the first chose.
    assert_eq!(choose(&server, &path, 0, &choices).await.0, StatusCode::PRECONDITION_FAILED);
    assert_eq!(choose(&rep, &path, 1, &choices).await.0, StatusCode::FORBIDDEN);
    let (status, problem) = choose(&server, &path, 1, &json!({"pains": ["x".repeat(601)]})).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("pains.0")));

    let (status, kind, first) = pdf(&rep, &format!("{path}.pdf")).await;
    assert_eq!((status, kind.as_str(), &first[..5]), (StatusCode::OK, "application/pdf", &b"%PDF-"[..]));
    assert_eq!(first, pdf(&server, &format!("{path}.pdf")).await.2, "the same bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_is_printed_for_us_and_for_them() {
    let server = Running::start_owned(On::Sqlite).await;
    let product = json!({"name": "Pro", "unit": {"minor": 10_000, "currency": "EUR"}, "tax_percent": "19"});
    server.post("/products", &product).await;
    let made = server.post("/deals", &json!({"name": "Mill", "account": "Mill"})).await;
    let quotes = format!("/deals/{}/quotes", made["deal"]["id"].as_str().unwrap());
    let offer = |seen: u32, quantity: &str| json!({"lines": [{"product": "Pro", "quantity": quantity}], "seen": seen});
    let (_, quote) = send(&server, Method::POST, &quotes, &offer(0, "2")).await;
    let quote = format!("{quotes}/{}", quote["id"].as_str().unwrap());
    let sheet = format!("{quote}/quote.pdf");
    let (status, kind, draft) = pdf(&server, &sheet).await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/pdf"));
    let (_, sent) = send(&server, Method::POST, &format!("{quote}/send"), &json!({})).await;
    let token = sent["link"].as_str().unwrap().split("token=").nth(1).unwrap().to_owned();
    let first = pdf(&server, &sheet).await.2;
    assert_ne!(draft, first, "a draft says that it is one");
    assert_eq!(first, pdf(&server, &format!("{sheet}?version=1")).await.2, "the same bytes");
    let theirs = |token: String| {
        let base = server.base.clone();
        async move {
            let answer = client().get(format!("{base}/quote.pdf")).header("x-quote", token).send().await.unwrap();
            (answer.status(), answer.bytes().await.unwrap().to_vec())
        }
    };
    assert_eq!(theirs(token.clone()).await, (StatusCode::OK, first.clone()));
    send(&server, Method::PUT, &quote, &offer(1, "3")).await;
    assert_eq!(theirs(token).await.0, StatusCode::GONE, "nothing unsent is read");
    assert_eq!(theirs("guessed".into()).await.0, StatusCode::GONE);
    // The version that was sent stays; it says that a later one has replaced it.
    assert_ne!(pdf(&server, &format!("{sheet}?version=1")).await.2, first);
    assert_eq!(pdf(&server, &format!("{sheet}?version=7")).await.0, StatusCode::NOT_FOUND);
    assert_eq!(
        client().get(format!("{}{sheet}", server.base)).send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
}
