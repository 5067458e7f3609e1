//! What is kept beside the log equals a walk over all deals, and a log that followed random histories equals one built
//! anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../../store/tests/store/histories.rs"]
mod histories;

use std::{collections::BTreeMap, sync::Arc};

use insight::{
    discover::discover,
    log::{EventLog, EventLogBuilder},
    order::Order,
    select::Selection,
};
use model::{
    Outcome, Timestamp,
    fact::Rows,
    ids::ProcessId,
    process::{FieldTest, Process, template, to_toml},
};
use rstest::rstest;
use store::{Location, NewVersion, Store};

use self::histories::{Dice, History};
use super::{Held, Page, Totals, by_age};
use crate::{processes::Processes, routes::process::moving::deal_of, state::App};

const STEPS: usize = 30;
const SEEDS: u64 = 6;

fn day(n: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + n * 86_400).unwrap()
}

async fn save(store: &Store, seen: i64, process: &Process, at: Timestamp) {
    let toml = to_toml(process);
    let new = NewVersion { name: &process.name, toml: &toml, note: "", by: None, at };
    store.save_process(ProcessId::of_key(&process.id), seen, new).await.unwrap();
}

fn of_data(id: &str, stages: &[&str]) -> Process {
    let mut process = Process { id: id.into(), name: id.into(), ..template() };
    process.stages.retain(|s| stages.contains(&s.id.as_str()) || s.kind != model::process::StageKind::Open);
    for (stage, name) in process.stages.iter_mut().zip(["Lead", "Demo", "Offer"]) {
        stage.observed = vec![name.to_owned()];
    }
    process
}

/// Two processes, one of them with two versions.
async fn save_processes(store: &Store) {
    let ids: Vec<String> = template().stages.iter().map(|s| s.id.clone()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    save(store, 0, &of_data("sales", &ids), day(0)).await;
    let test = FieldTest { name: "product".into(), is: vec!["Basic".into()], ..FieldTest::default() };
    save(store, 0, &Process { deals: Some(test), ..of_data("other", &ids[..2]) }, day(1)).await;
    save(store, 1, &of_data("sales", &ids[1..]), day(2)).await;
}

/// All that a log tells of its deals, in an order of its own.
fn told(log: &EventLog) -> Vec<String> {
    let one = |d: u32| {
        let named = (log.key(d), log.deal_id(d), log.name(d), log.account(d), log.owner(d), log.team(d));
        let sold = (log.product(d), log.value_minor(d), log.currency(d), log.attributes(d), log.version(d));
        let stands = (log.stage(d), log.stage_since(d), log.outcome(d), log.created(d), log.closed(d));
        format!("{named:?} {sold:?} {stands:?}")
    };
    let mut all: Vec<String> = log.all().map(one).collect();
    all.sort();
    let found = serde_json::to_value(discover(log, &Selection::default(), Rows::default())).unwrap();
    let mut moves: Vec<String> = found["map"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| format!("{} {} {}", e["from"], e["to"], e["count"]))
        .collect();
    moves.sort();
    all.extend(moves);
    all.push(format!("{} {} {:?} {}", log.deals(), log.events(), log.as_of(), found["deals"]));
    all
}

fn selections(dice: &mut Dice) -> Vec<Selection> {
    let field = |name: &str, values: &[&str]| Selection {
        fields: BTreeMap::from([(name.to_owned(), values.iter().map(|v| (*v).to_owned()).collect())]),
        ..Selection::default()
    };
    let any = Selection::default;
    let all = [
        field("owner", &["Ann"]),
        field("owner", &["Ben", "", "Ben"]),
        field("owner", &["nobody"]),
        field("sector", &["retail"]),
        Selection { text: Some("MI".into()), ..any() },
        Selection { stage: vec!["Demo".into()], ..any() },
        Selection { created_from: Some(day(2)), ..any() },
        Selection { visited: Some("call".into()), ..any() },
        Selection { fields: field("owner", &["Ann"]).fields, text: Some("a".into()), ..any() },
    ];
    vec![any(), all[dice.below(all.len() as u64) as usize].clone()]
}

/// The columns by a walk: every open deal is looked at.
fn walked(
    held: &Held,
    processes: &Processes,
    asked: Option<ProcessId>,
    wanted: &Selection,
) -> BTreeMap<String, Vec<u32>> {
    let mut columns: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for deal in wanted.deals(held) {
        let state = deal_of(held, deal);
        let own = processes.of_deal(&state);
        if own.map(|own| own.saved.process) != asked {
            continue;
        }
        let stage = held.stage(deal).unwrap_or_default();
        let here = own.and_then(|own| own.of_deal(&state).0.stage_of(stage));
        columns.entry(here.map_or(stage, |s| s.id.as_str()).to_owned()).or_default().push(deal);
    }
    columns
}

fn orders() -> Vec<Order> {
    let order = |by: &str, descending: bool| Order { by: by.to_owned(), descending };
    vec![
        by_age(),
        order("value", true),
        order("value", false),
        order("name", false),
        order("latest", true),
        order("closed", false),
    ]
}

fn columns_equal(held: &Held, processes: &Processes, asked: Option<ProcessId>, wanted: &Selection) {
    for order in orders() {
        let first = Page { order: order.clone(), after: None, limit: 2 };
        let first = held.columns(asked, None, wanted, &first).unwrap();
        let mut found = BTreeMap::new();
        for mut filled in first.into_iter().filter(|filled| filled.count > 0) {
            let (stage, count, totals) = (filled.stage_id.clone(), filled.count, filled.totals.clone());
            let mut deals: Vec<u32> = filled.shown.iter().map(|(deal, _)| *deal).collect();
            while let Some(after) = filled.next.take() {
                let page = Page { order: order.clone(), after: Some(after), limit: 2 };
                filled = held.columns(asked, Some(&stage), wanted, &page).unwrap().remove(0);
                assert_eq!((filled.count, &filled.totals.by_currency()), (count, &totals.by_currency()));
                deals.extend(filled.shown.iter().map(|(deal, _)| *deal));
            }
            assert_eq!(count, deals.len());
            assert_eq!(totals.by_currency(), Totals::of(held, deals.iter().copied()).by_currency());
            found.insert(stage, deals);
        }
        let mut expected = walked(held, processes, asked, wanted);
        expected.values_mut().for_each(|deals| *deals = order.page(held, deals, None, deals.len()).unwrap().deals);
        assert_eq!(found, expected, "{order:?} {wanted:?}");
    }
}

fn lists_equal(held: &Held, wanted: &Selection) {
    for order in orders() {
        let all = wanted.deals(held);
        let expected = order.page(held, &all, None, all.len()).unwrap().deals;
        let (mut deals, mut after) = (Vec::new(), None);
        loop {
            let part = held.list(wanted, &order, after.as_deref(), 2).unwrap();
            assert_eq!(part.total, expected.len());
            assert_eq!(part.totals.by_currency(), Totals::of(held, expected.iter().copied()).by_currency());
            deals.extend(part.deals);
            after = part.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(deals, expected.iter().map(|deal| held.deal_id(*deal)).collect::<Vec<_>>(), "{order:?} {wanted:?}");
    }
    assert!(held.list(wanted, &by_age(), Some("nonsense"), 2).is_none());
}

fn owners_equal(held: &Held) {
    let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() }.deals(held);
    for owner in [None, Some("ANN"), Some("Ben"), Some("nobody")] {
        let theirs =
            |deal: &u32| owner.is_none_or(|o| held.owner(*deal).is_some_and(|own| own.trim().eq_ignore_ascii_case(o)));
        let mut expected: Vec<u32> = open.iter().copied().filter(theirs).collect();
        expected.sort_by_key(|deal| (held.stage_since(*deal).is_none(), held.stage_since(*deal), *deal));
        let count = expected.len();
        expected.truncate(2);
        assert_eq!(held.open().oldest(owner, 2), (count, expected), "{owner:?}");
    }
    let mut owners: Vec<String> = open.iter().filter_map(|deal| held.owner(*deal)).map(str::to_owned).collect();
    owners.sort_unstable();
    owners.dedup();
    assert_eq!(held.open().owners(), owners);
}

async fn random_histories(location: impl Fn(u64) -> Location) {
    for seed in 1..=SEEDS {
        let store = Store::open(&location(seed)).await.unwrap();
        let app = App::new(store.clone(), std::env::temp_dir());
        app.keeper.build(&store).await.unwrap();
        let mut history = History::new(seed * 1000 + 7);
        for n in 0..STEPS {
            // half of the way without a process
            if n == STEPS / 2 {
                save_processes(&store).await;
            }
            let (_, touched) = history.step(&store).await;
            app.keeper.follow(&store, &touched).await.unwrap();
            let processes = app.processes().await.unwrap();
            let mut builder = EventLogBuilder::default();
            store.each_deal(&mut |deal, events| builder.add(&deal, &events)).await.unwrap();
            let anew = Held::new(builder.finish(), Arc::clone(&processes));
            let held = app.keeper.read_by(&processes).unwrap();
            assert_eq!(told(&held), told(&anew), "seed {seed}, step {n}");
            let mut asked: Vec<Option<ProcessId>> = processes.iter().map(|p| Some(p.saved.process)).collect();
            if asked.is_empty() {
                asked.push(None);
            }
            for wanted in selections(&mut history.dice) {
                lists_equal(&held, &wanted);
                let open = Selection { outcome: vec![Outcome::Open], ..wanted };
                lists_equal(&held, &open);
                for process in &asked {
                    columns_equal(&held, &processes, *process, &open);
                }
            }
            owners_equal(&held);
        }
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn equals_a_walk_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    random_histories(|seed| Location::Sqlite(folder.path().join(seed.to_string()))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn equals_a_walk_on_postgres() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/postgres.sh");
    let fresh = |_| {
        let told = std::process::Command::new(script).arg("database").output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        Location::Postgres(String::from_utf8(told.stdout).unwrap().trim().to_owned())
    };
    random_histories(fresh).await;
}

/// Many changes, so that the log is written anew and its deals get other numbers.
#[rstest]
#[case(3_000, 2_000)]
#[case(1_200, 1_190)]
#[tokio::test(flavor = "multi_thread")]
async fn still_equals_it_when_deals_get_other_numbers(#[case] all: usize, #[case] gone: usize) {
    let mut builder = EventLogBuilder::default();
    let (mut dice, mut known) = (Dice::new(5), Vec::new());
    for n in 0..all {
        let mut deal = model::Deal::new(model::ids::DealId::of_key(&n.to_string()), n.to_string());
        deal.stage = Some(dice.one(&["Lead", "Demo"]).to_owned());
        deal.stage_since = Some(day(dice.below(9) as i64));
        deal.owner = Some(dice.one(&["Ann", "Ben"]).to_owned());
        builder.add(&deal, &[]);
        known.push(deal);
    }
    let processes = Arc::new(Processes::default());
    let mut held = Held::new(builder.finish(), Arc::clone(&processes));
    held.list(&Selection::default(), &by_age(), None, 1).unwrap();
    for deal in &known[..gone] {
        held.remove(deal.id);
    }
    for deal in &mut known[gone..] {
        deal.version += 1;
        deal.stage = Some("Offer".into());
        held.put(deal, &[]);
    }
    assert!(held.numbering() > 0, "nothing was renumbered");
    assert_eq!(held.deals(), all - gone);
    let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() };
    let column =
        held.columns(None, Some("Offer"), &open, &Page { order: by_age(), after: None, limit: all }).unwrap().remove(0);
    assert_eq!(column.count, all - gone);
    let expected = by_age().page(&held, &held.all().collect::<Vec<_>>(), None, all).unwrap().deals;
    assert_eq!(column.shown.iter().map(|(deal, _)| *deal).collect::<Vec<_>>(), expected);
    assert_eq!(held.list(&Selection::default(), &by_age(), None, all).unwrap().deals.len(), all - gone);
    owners_equal(&held);
}
