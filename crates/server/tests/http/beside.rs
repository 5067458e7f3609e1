//! Another program that imports into the database of a running server, as `stagecraft import` does.

use std::time::Duration;

use import::Source;
use model::{Timestamp, ids::ImportId};
use rstest::rstest;
use serde_json::Value;
use server::importing;
use store::{NewImport, Store};

use crate::support::{On, Running};

const DEALS: &str = "deal,activity,time\n1,Lead,2026-01-05\n1,Won,2026-02-01\n2,Lead,2026-01-07\n";

/// What `stagecraft import` does.
async fn import_beside(store: Store) -> ImportId {
    let id = ImportId::of_key("beside");
    let work = move || {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("beside.csv");
        std::fs::write(&path, DEALS).unwrap();
        let sources = [Source::new("beside.csv", path)];
        let plan = import::recognise(&sources).unwrap();
        let new = NewImport {
            id,
            name: "beside.csv".into(),
            files: vec!["beside.csv".into()],
            by: None,
            plan: serde_json::to_value(&plan).unwrap(),
            at: Timestamp::now(),
        };
        importing::run(&store, new, &plan, &sources, &mut |_| true).unwrap();
    };
    tokio::task::spawn_blocking(work).await.unwrap();
    id
}

async fn until(server: &Running, deals: u64) -> Value {
    for _ in 0..100 {
        let found = server.get("/discover").await;
        if found["deals"]["total"] == deals {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the server never saw {deals} deals");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_running_server_notices_an_import_of_another_program(#[values(On::Sqlite, On::Postgres)] on: On) {
    let server = Running::start_owned(on).await;
    assert_eq!(server.get("/discover").await["deals"]["total"], 0);
    let other = Store::open(&server.location).await.unwrap();
    let id = import_beside(other.clone()).await;
    assert_eq!(until(&server, 2).await["deals"]["won"], 1);
    // what the server imports by itself stays beside it
    server.import(&[("own.csv", DEALS.replace("1,", "3,").replace("2,", "4,").into_bytes())]).await;
    assert_eq!(server.get("/discover").await["deals"]["total"], 4);
    other.undo_import(id, Timestamp::now()).await.unwrap();
    until(&server, 2).await;
}
