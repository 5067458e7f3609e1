//! A generated history: deals that go through the stages of the template, most of them to an end.

use std::time::Instant;

use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink},
    ids::ImportId,
    process::{StageKind, template},
};
use serde_json::json;
use store::{ImportWriter, NewImport, Store, StoreError};

/// Of so many deals one is open.
pub const OPEN: u64 = 20;
/// Reps.
pub const OWNERS: u64 = 200;

/// What was written.
pub struct Filled {
    pub events: u64,
    pub open: u64,
    /// None where it was there already.
    pub seconds: Option<f64>,
}

/// Fills an empty database; leaves one alone that holds as many deals.
pub async fn fill(store: &Store, deals: u64) -> Filled {
    let there = store.counts().await.unwrap();
    let open = deals.div_ceil(OPEN);
    if there.deals >= deals {
        return Filled { events: there.events, open, seconds: None };
    }
    let begun = Instant::now();
    let new = NewImport {
        id: ImportId::of_key("generated"),
        name: "generated".into(),
        files: vec!["generated".into()],
        by: None,
        plan: json!({}),
        at: Timestamp::now(),
    };
    let mut writer = store.begin_import(new).await.unwrap();
    let write = move || {
        let stages = stages();
        for n in 0..deals {
            tell(&mut writer, n, &stages)?;
        }
        writer.finish(json!({}))
    };
    let done = tokio::task::spawn_blocking(write).await.unwrap().unwrap();
    Filled { events: done.events, open, seconds: Some(begun.elapsed().as_secs_f64()) }
}

/// The stages that open deals are in, as they are written into events.
pub fn stages() -> Vec<String> {
    let process = template();
    let open = process.stages.iter().filter(|stage| stage.kind == StageKind::Open);
    open.map(|stage| stage.written().to_owned()).collect()
}

/// The key of a deal.
pub fn key(n: u64) -> String {
    format!("deal-{n}")
}

/// Whether a deal of this number is open.
pub fn is_open(n: u64) -> bool {
    n.is_multiple_of(OPEN)
}

/// A number of a deal that looks like chance and is the same each time.
fn chance(n: u64, what: u64) -> u64 {
    let mut x = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ what.wrapping_mul(0xd1b5_4a32_d192_ed03);
    x ^= x >> 29;
    x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

fn tell(to: &mut ImportWriter, n: u64, stages: &[String]) -> Result<(), StoreError> {
    let key = key(n);
    let owner = format!("Rep {}", chance(n, 1) % OWNERS);
    let fields = [
        ("name", format!("{} {n}", ["Mill", "Bakery", "Harbour", "Foundry", "Clinic"][(chance(n, 2) % 5) as usize])),
        ("account", format!("Account {}", chance(n, 3) % 50_000)),
        ("owner", owner.clone()),
        ("team", format!("Team {}", chance(n, 1) % OWNERS % 10)),
        ("product", ["Pro", "Basic", "Enterprise"][(chance(n, 4) % 3) as usize].to_owned()),
        ("value", (100 + chance(n, 5) % 50_000).to_string()),
        ("currency", "EUR".to_owned()),
        ("sector", ["retail", "health", "industry", "public"][(chance(n, 6) % 4) as usize].to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // open deals began in the last 90 days, others in the 3 years before
    let days_ago = if is_open(n) { 5 + chance(n, 7) % 85 } else { 90 + chance(n, 7) % 1000 };
    let begun = Timestamp::now().as_second() - (days_ago * 86_400 + chance(n, 8) % 86_400) as i64;
    let mut at = begun - begun % 86_400 + (chance(n, 8) % 86_400) as i64;
    let moment = |at: i64| Timestamp::from_second(at).ok();
    to.deal(DealFact {
        key: &key,
        fields: &fields,
        created: moment(at),
        closed: None,
        outcome: None,
        stage: None,
        modified: None,
    })?;
    let reached = 1 + (chance(n, 9) as usize) % stages.len();
    let step = if is_open(n) { (days_ago * 86_400 / (2 * reached as u64 + 2)) as i64 } else { 3 * 86_400 };
    let fact = |at: i64, kind: &'static str, side: Side| EventFact {
        deal: &key,
        at: moment(at),
        kind,
        activity: kind,
        stage: None,
        side,
        actor: Some(&owner),
        attributes: &[],
        key: None,
    };
    for (place, stage) in stages.iter().take(reached).enumerate() {
        to.event(EventFact { activity: stage, stage: Some(stage), ..fact(at, kind::STAGE, Side::Rep) })?;
        at += step;
        match chance(n, 20 + place as u64) % 4 {
            0 => to.event(fact(at, "call", Side::Rep))?,
            1 => to.event(fact(at, "email.received", Side::Prospect))?,
            2 => to.event(fact(at, "meeting.attended", Side::Prospect))?,
            _ => {}
        }
        at += step;
    }
    if is_open(n) {
        return Ok(());
    }
    let outcome = if chance(n, 10).is_multiple_of(3) { Outcome::Won } else { Outcome::Lost };
    let (kind, activity) = if outcome == Outcome::Won { (kind::WON, "Won") } else { (kind::LOST, "Lost") };
    to.event(EventFact { activity, ..fact(at, kind, Side::System) })
}
