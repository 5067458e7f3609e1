//! Many who ask at once: looks at the board, at columns, deals and lists, and some writing in between.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use model::ids::DealId;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::{
    AT_ONCE,
    history::{OPEN, OWNERS, key, stages},
    program::Program,
    summary,
};

/// What the round came to.
pub struct Round {
    pub routes: Vec<Value>,
    pub rate: f64,
}

/// What is asked for, and of a hundred requests how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ask {
    Board,
    BoardOfOwner,
    Column,
    Deal,
    List,
    Touchpoint,
    Move,
}

const MIX: [(Ask, u64); 7] = [
    (Ask::Board, 25),
    (Ask::BoardOfOwner, 5),
    (Ask::Column, 15),
    (Ask::Deal, 35),
    (Ask::List, 10),
    (Ask::Touchpoint, 8),
    (Ask::Move, 2),
];

impl Ask {
    fn of(chance: u64) -> Self {
        let mut rest = chance % 100;
        for (ask, share) in MIX {
            if rest < share {
                return ask;
            }
            rest -= share;
        }
        Self::Board
    }

    fn name(self) -> &'static str {
        match self {
            Self::Board => "GET /board",
            Self::BoardOfOwner => "GET /board of an owner",
            Self::Column => "GET /board/column",
            Self::Deal => "GET /deals/{id}",
            Self::List => "GET /deals",
            Self::Touchpoint => "POST /deals/{id}/touchpoints",
            Self::Move => "POST /deals/{id}/move",
        }
    }
}

/// Asks for some time with all connections; between two requests of one it waits for `pause`, half of it up to half as much
/// again by chance, as people who look at something do not do so in step.
pub async fn ask(program: &Program, deals: u64, time: Duration, pause: Option<Duration>) -> Round {
    let stage_ids: Vec<String> = {
        let board: Value =
            program.request(Method::GET, "/board").send().await.unwrap().json().await.unwrap_or_default();
        let columns = board["columns"].as_array().cloned().unwrap_or_default();
        columns.iter().filter_map(|c| c["stage_id"].as_str().map(str::to_owned)).collect()
    };
    assert!(!stage_ids.is_empty(), "the board has no columns");
    let begun = Instant::now();
    let workers: Vec<_> = (0..AT_ONCE as u64)
        .map(|n| {
            let (client, base, stage_ids) = (program.client.clone(), program.base.clone(), stage_ids.clone());
            tokio::spawn(async move { one(n, client, base, stage_ids, deals, time, pause).await })
        })
        .collect();
    let mut times: BTreeMap<Ask, (Vec<f64>, u64)> = BTreeMap::new();
    for worker in workers {
        for (ask, millis, failed) in worker.await.unwrap() {
            let all = times.entry(ask).or_default();
            all.0.push(millis);
            all.1 += u64::from(failed);
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let requests: usize = times.values().map(|(times, _)| times.len()).sum();
    let route = |(ask, (times, errors)): (Ask, (Vec<f64>, u64))| {
        let (n, mut told) = (times.len(), summary(times));
        told["route"] = ask.name().into();
        told["errors"] = errors.into();
        told["requests_a_second"] = (n as f64 / seconds).into();
        told
    };
    Round { routes: times.into_iter().map(route).collect(), rate: requests as f64 / seconds }
}

async fn one(
    n: u64,
    client: reqwest::Client,
    base: String,
    stage_ids: Vec<String>,
    deals: u64,
    time: Duration,
    pause: Option<Duration>,
) -> Vec<(Ask, f64, bool)> {
    let stages = stages();
    let mut chance = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move || {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        chance >> 11
    };
    if let Some(pause) = pause {
        tokio::time::sleep(pause.mul_f64((next() % 1000) as f64 / 1000.0)).await;
    }
    let (begun, mut told) = (Instant::now(), Vec::new());
    while begun.elapsed() < time {
        let ask = Ask::of(next());
        let open = DealId::of_key(&key(next() % (deals / OPEN) * OPEN));
        let any = DealId::of_key(&key(next() % deals));
        let (method, path, body) = match ask {
            Ask::Board => (Method::GET, "/board".to_owned(), None),
            Ask::BoardOfOwner => (Method::GET, format!("/board?field=owner:Rep%20{}", next() % OWNERS), None),
            Ask::Column => {
                let stage = &stage_ids[(next() % stage_ids.len() as u64) as usize];
                let sort = ["age", "age", "age", "value"][(next() % 4) as usize];
                (Method::GET, format!("/board/column?column={stage}&sort={sort}&limit=50"), None)
            }
            Ask::Deal => (Method::GET, format!("/deals/{}", if next().is_multiple_of(2) { open } else { any }), None),
            Ask::List => (Method::GET, "/deals?limit=50".to_owned(), None),
            Ask::Touchpoint => {
                let call = json!({"kind": "call", "side": "rep", "attributes": {"note": "Asked for the budget"}});
                (Method::POST, format!("/deals/{open}/touchpoints"), Some(call))
            }
            Ask::Move => {
                let to = &stages[(next() % stages.len() as u64) as usize];
                (Method::POST, format!("/deals/{open}/move"), Some(json!({"to": to, "reason": "They asked for it"})))
            }
        };
        let request = client.request(method, format!("{base}{path}")).header("x-stagecraft", "1");
        // as a browser asks
        let request = request.header("accept-encoding", "gzip, deflate, br");
        let request = if let Some(body) = &body { request.json(body) } else { request };
        let sent = Instant::now();
        let status = match request.send().await {
            Ok(answer) => {
                let status = answer.status();
                answer.bytes().await.map_or(StatusCode::BAD_GATEWAY, |_| status)
            }
            Err(_) => StatusCode::BAD_GATEWAY,
        };
        let millis = sent.elapsed().as_secs_f64() * 1e3;
        // a deal that is in the stage already, or was moved by somebody else just now, is an answer and no error
        let fine = status.is_success() || matches!(status, StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED);
        told.push((ask, millis, !fine));
        if let Some(pause) = pause {
            tokio::time::sleep(pause.mul_f64(0.5 + (next() % 1000) as f64 / 1000.0)).await;
        }
    }
    told
}
