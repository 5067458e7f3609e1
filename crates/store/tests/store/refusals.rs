//! The trail of refused requests.

use rstest::rstest;
use store::Refusal;

use crate::{deals::at, home::On};

fn refusal(path: String) -> Refusal {
    Refusal {
        no: 0,
        at: at("2026-01-02T10:00:00"),
        by: Some("Rita\0".into()),
        role: Some("viewer".into()),
        method: "POST".into(),
        route: "/deals/{id}/move".into(),
        path,
        action: "move a deal".into(),
        status: 403,
        why: "forbidden".into(),
        network: "203.0.113.0/24".into(),
    }
}

#[rstest]
#[tokio::test]
async fn the_last_stay_and_the_oldest_go(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    for first in (0..104_000).step_by(8_000) {
        let some: Vec<Refusal> = (first..first + 8_000).map(|n| refusal(n.to_string())).collect();
        home.store.add_refusals(&some).await.unwrap();
    }
    let last = home.store.refusals(None, 2).await.unwrap();
    assert_eq!(last.iter().map(|r| r.path.as_str()).collect::<Vec<_>>(), ["103999", "103998"]);
    assert_eq!(last[0], Refusal { no: 104_000, by: Some("Rita\u{fffd}".into()), ..refusal("103999".into()) });
    let before = home.store.refusals(Some(4_002), 10).await.unwrap();
    assert_eq!(before.iter().map(|r| r.no).collect::<Vec<_>>(), [4_001]);
    for statement in ["UPDATE refusals SET why = ''", "DELETE FROM refusals", "DELETE FROM refusals WHERE no = 104000"]
    {
        let error = home.bare(statement).await.unwrap_err().to_string();
        assert!(error.contains("append-only"), "{error}");
    }
}
