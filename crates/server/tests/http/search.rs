//! Searching by HTTP.

use reqwest::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running};

async fn hits(server: &Running, words: &str) -> Vec<String> {
    let (status, found) = server.ask("/search", &[("q", words)]).await;
    assert_eq!(status, StatusCode::OK, "{words}");
    let text = |hit: &Value| -> String {
        hit["name"].as_array().unwrap().iter().map(|piece| piece["text"].as_str().unwrap()).collect()
    };
    let hits = found["hits"].as_array().unwrap();
    hits.iter().map(|hit| format!("{} {}", hit["kind"].as_str().unwrap(), text(hit))).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn everything_by_name(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    let acme = server.deal(&json!({"name": "Acme Corp, 40 seats", "account": "Acme Corp"})).await;
    server.deal(&json!({"name": "東京電力 導入", "account": "東京電力株式会社"})).await;
    server.deal(&json!({"name": "🚀 Übernahme"})).await;
    server
        .post(&format!("/deals/{acme}/people"), &json!({"name": "Anaïs Østergård", "email": "anais@acme.example"}))
        .await;
    let page = json!({"section": "W", "title": "How we give discounts", "markdown": "Never *alone*."});
    server.post("/manual/pages", &page).await;
    for (words, expected) in [
        ("Acme Crop", "deal Acme Corp, 40 seats"),
        ("Acme Crop", "account Acme Corp"),
        ("acm", "account Acme Corp"),
        ("ostergard", "person Anaïs Østergård"),
        ("東京", "deal 東京電力 導入"),
        ("🚀", "deal 🚀 Übernahme"),
        ("ubernahme", "deal 🚀 Übernahme"),
        ("discuonts", "page How we give discounts"),
    ] {
        let found = hits(&server, words).await;
        assert!(found.iter().any(|hit| hit == expected), "{words}: {found:?}");
    }
    for words in ["", "  ", "';--", "\u{202e}\u{200b}", "qqqqqqqq", "%"] {
        assert_eq!(hits(&server, words).await, Vec::<String>::new(), "{words:?}");
    }
    hits(&server, &"a ".repeat(2_000)).await;
    hits(&server, &"𝕏".repeat(1_000)).await;

    // it follows what happens to deals
    let renamed = json!({"fields": {"name": "Globex", "account": "Globex"}});
    server.send(reqwest::Method::PATCH, &format!("/deals/{acme}"), None, &renamed).await;
    // her address is still at acme.example
    assert_eq!(hits(&server, "acme corp").await, ["person Anaïs Østergård"]);
    assert_eq!(hits(&server, "globxe").await, ["deal Globex", "account Globex"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_is_not_signed_in() {
    let server = Running::start_owned(On::Sqlite).await;
    let answer = crate::support::client().get(format!("{}/search?q=acme", server.base)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}
