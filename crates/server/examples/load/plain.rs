//! The board's question in plain SQL on the same database: a table of deals with columns of their own and an index made
//! for this question, asked by as many at once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sqlx::{
    Row,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use store::Location;

use crate::{AT_ONCE, summary};

const SQLITE: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS plain_deals AS
       SELECT no, state->>'name' AS name, state->>'account' AS account, state->>'owner' AS owner,
         state->>'product' AS product, CAST(state->'value'->>'minor' AS INTEGER) AS value, state->>'stage' AS stage,
         state->>'stage_since' AS since, state->>'outcome' AS outcome FROM deals WHERE events > 0",
    "CREATE INDEX IF NOT EXISTS plain_board ON plain_deals (outcome, stage, since, value)",
];
const POSTGRES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS plain_deals AS
       SELECT no, s->>'name' AS name, s->>'account' AS account, s->>'owner' AS owner, s->>'product' AS product,
         CAST(s->'value'->>'minor' AS BIGINT) AS value, s->>'stage' AS stage, s->>'stage_since' AS since,
         s->>'outcome' AS outcome
       FROM (SELECT no, state::json AS s FROM deals WHERE events > 0) d",
    "CREATE INDEX IF NOT EXISTS plain_board ON plain_deals (outcome, stage, since, value)",
    "VACUUM ANALYZE plain_deals",
];
const COLUMNS: &str = "SELECT stage, COUNT(*), CAST(SUM(value) AS BIGINT) FROM plain_deals WHERE outcome = 'open'
                       AND stage IS NOT NULL GROUP BY stage";
const CARDS: &str = "SELECT no, name, account, owner, product, value, since FROM plain_deals
                     WHERE outcome = 'open' AND stage = $1 ORDER BY since LIMIT 50";

/// Asks for some time on a pool; the times in milliseconds.
macro_rules! asked {
    ($pool:expr, $time:expr) => {{
        let workers: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                let pool = $pool.clone();
                tokio::spawn(async move {
                    let (begun, mut times) = (Instant::now(), Vec::new());
                    while begun.elapsed() < $time {
                        let sent = Instant::now();
                        let mut connection = pool.acquire().await.unwrap();
                        let mut cards = 0;
                        for column in sqlx::query(COLUMNS).fetch_all(&mut *connection).await.unwrap() {
                            let stage: String = column.get(0);
                            cards += sqlx::query(CARDS).bind(stage).fetch_all(&mut *connection).await.unwrap().len();
                        }
                        assert!(cards > 0, "nothing is open");
                        times.push(sent.elapsed().as_secs_f64() * 1e3);
                    }
                    times
                })
            })
            .collect();
        let mut times = Vec::new();
        for worker in workers {
            times.extend(worker.await.unwrap());
        }
        times
    }};
}

/// Counts, sums and the first 50 cards of every stage, as the board has them but without what is met and missing.
pub async fn board(location: &Location, time: Duration) -> Value {
    let begun = Instant::now();
    let times = match location {
        Location::Sqlite(folder) => {
            let file =
                SqliteConnectOptions::new().filename(folder.join("stagecraft.db")).pragma("cache_size", "-65536");
            let pool = SqlitePoolOptions::new().max_connections(6).connect_with(file).await.unwrap();
            for statement in SQLITE {
                sqlx::query(statement).execute(&pool).await.unwrap();
            }
            asked!(pool, time)
        }
        Location::Postgres(url) => {
            let pool = PgPoolOptions::new().max_connections(10).connect(url).await.unwrap();
            for statement in POSTGRES {
                sqlx::query(statement).execute(&pool).await.unwrap();
            }
            asked!(pool, time)
        }
    };
    let mut told = summary(times);
    told["with_preparation_seconds"] = json!(begun.elapsed().as_secs_f64());
    told
}
