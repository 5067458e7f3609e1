//! Leads beside deals: what is kept of them is what their events tell.

use std::collections::BTreeSet;

use model::{
    Deal, Event, Timestamp,
    event::kind,
    ids::{DealId, ImportId},
    lead::{LeadState, contact_keys},
    people::people,
};
use rstest::rstest;
use serde_json::json;
use store::{LeadFilter, NewDoubt, NewImport, Store, StoreError};

use crate::{
    deals::{at, event},
    home::On,
};

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn of(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Something that can happen to a deal.
fn some_event(key: &str, minute: u64, dice: &mut Dice) -> Event {
    let when = format!("2026-01-01T{:02}:{:02}:00", minute / 60 % 24, minute % 60);
    let owner = ["Ann", "Ben", ""][dice.of(3) as usize];
    let email = format!("p{}@firm{}.example", dice.of(4), dice.of(3));
    let of = |kind, attributes: &[(&str, &str)]| event(key, &when, kind, None, attributes);
    match dice.of(12) {
        0 => of(kind::LEAD_ASSIGNED, &[("owner", owner)]),
        1 => of(kind::LEAD_TAKEN, &[]),
        2 => of(kind::LEAD_DROPPED, &[("reason", "No")]),
        3 => of(kind::LEAD_REOPENED, &[]),
        4 => event(key, &when, kind::STAGE, Some("First"), &[]),
        5 => of(kind::WON, &[]),
        6 => of(kind::PERSON, &[("name", "Ada Lovelace"), ("email", &email)]),
        7 => of(kind::LEAD_SEEN, &[("contact", "A. Lovelace"), ("email", &email)]),
        8 => of(kind::CHANGED, &[("value", "12.50"), ("currency", "EUR"), ("account", "Engines")]),
        9 => of("call", &[]),
        10 => of("note", &[("note", "x")]),
        _ => of(kind::LEAD_MERGED, &[("into", "x")]),
    }
}

async fn all(store: &Store) -> Vec<(Deal, Vec<Event>)> {
    let mut all = Vec::new();
    store.each_deal_or_lead(&mut |deal, events| all.push((deal, events))).await.unwrap();
    all
}

#[rstest]
#[tokio::test]
async fn what_is_kept_of_leads_is_what_their_events_tell(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let mut dice = Dice(7);
    for n in 0..40_u64 {
        let key = format!("d{n}");
        let first = if n % 4 == 0 { kind::CREATED } else { kind::LEAD_CREATED };
        let email = format!("p{}@firm{}.example", dice.of(4), dice.of(3));
        let told =
            [("contact", "Ada Lovelace"), ("email", email.as_str()), ("source", ["Fair", "List"][dice.of(2) as usize])];
        let deal =
            home.store.create_deal(&key, vec![event(&key, "2026-01-01T00:00:00", first, None, &told)]).await.unwrap();
        for step in 1..=dice.of(8) {
            let happened = some_event(&key, step, &mut dice);
            home.store.append(deal.id, None, vec![happened]).await.unwrap();
        }
    }
    let all = all(&home.store).await;
    assert_eq!(all.len(), 40);
    let mut expected_deals = BTreeSet::new();
    let mut leads = Vec::new();
    for (deal, events) in &all {
        let mut folded = Deal::new(deal.id, deal.key.as_str());
        events.iter().for_each(|event| folded.apply(event));
        assert_eq!(*deal, folded, "the state is the fold of all events");
        if !deal.is_lead() {
            expected_deals.insert(deal.id);
        }
        leads.extend(deal.lead.as_ref().map(|lead| (lead.state.word(), deal.id)));
        // their people are found again as long as they are open, and not afterwards
        let found = home.store.contacts(contact_keys(deal, &people(events)).into_iter().map(|k| k.key)).await.unwrap();
        let merged = deal.lead.as_ref().is_some_and(|lead| lead.state == LeadState::Merged);
        let expected = deal.outcome == model::Outcome::Open && !merged;
        assert_eq!(found.iter().any(|contact| contact.deal == deal.id), expected, "{deal:?}");
    }
    let mut deals = BTreeSet::new();
    let mut keep = |deal: Deal, events: Vec<Event>| deals.extend((!events.is_empty()).then_some(deal.id));
    home.store.each_deal(&mut keep).await.unwrap();
    assert_eq!(deals, expected_deals);
    assert_eq!(home.store.counts().await.unwrap().deals as usize, expected_deals.len());
    let not: BTreeSet<DealId> = home
        .store
        .not_deals(&all.iter().map(|(deal, _)| deal.id).collect::<Vec<_>>())
        .await
        .unwrap()
        .into_iter()
        .collect();
    assert!(not.is_disjoint(&deals) && not.len() + deals.len() == 40);
    for state in ["open", "dropped", "taken", "merged"] {
        let filter = LeadFilter { state: Some(state.into()), ..LeadFilter::default() };
        let (mut listed, mut after) = (BTreeSet::new(), None);
        loop {
            let page = home.store.leads(&filter, after, 3).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.cursor);
            for record in page {
                let touched = all.iter().any(|(d, e)| d.id == record.deal.id && e.iter().any(|e| e.kind == "call"));
                assert_eq!(record.touched, touched);
                assert!(listed.insert(record.deal.id), "each once");
            }
        }
        let expected: BTreeSet<DealId> = leads.iter().filter(|(s, _)| *s == state).map(|(_, id)| *id).collect();
        assert_eq!(listed, expected, "{state}");
    }
    let shares = home.store.lead_shares().await.unwrap();
    let counted: u64 = shares.iter().map(|share| share.leads).sum();
    assert_eq!(counted as usize, leads.iter().filter(|(state, _)| *state != "merged").count());
}

#[rstest]
#[tokio::test]
async fn what_is_looked_for_is_no_pattern(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    for name in ["50% off", "5000 off", "a_b", "axb", "!x"] {
        let told = [("name", name), ("contact", name)];
        let first = event(name, "2026-01-01T00:00:00", kind::LEAD_CREATED, None, &told);
        home.store.create_deal(name, vec![first]).await.unwrap();
    }
    for (text, expected) in [("50%", 1), ("a_b", 1), ("!x", 1), ("OFF", 2), ("'; DROP TABLE leads; --", 0)] {
        let filter = LeadFilter { text: Some(text.into()), ..LeadFilter::default() };
        assert_eq!(home.store.leads(&filter, None, 9).await.unwrap().len(), expected, "{text}");
    }
}

fn merge(key: &str) -> NewImport {
    let id = ImportId::of_key(key);
    NewImport { id, name: key.into(), files: Vec::new(), by: None, plan: json!({}), at: at("2026-02-01T00:00:00") }
}

#[rstest]
#[tokio::test]
async fn a_merge_is_taken_back_as_a_whole(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let mut ids = Vec::new();
    for key in ["a", "b"] {
        let first = event(key, "2026-01-01T00:00:00", kind::LEAD_CREATED, None, &[("contact", key), ("source", key)]);
        ids.push(home.store.create_deal(key, vec![first]).await.unwrap().id);
    }
    let before = [home.store.events(ids[0]).await.unwrap(), home.store.events(ids[1]).await.unwrap()];
    let events = vec![
        event("b", "2026-02-01T00:00:00", kind::LEAD_MERGED, None, &[("into", "a")]),
        event("a", "2026-01-01T00:00:00", kind::LEAD_SEEN, None, &[("contact", "b")]),
    ];
    let stale = home.store.merge(merge("m0"), [(ids[0], 1), (ids[1], 9)], &events).await;
    assert!(matches!(stale, Err(StoreError::Stale { current: 1 })), "{stale:?}");
    home.store.merge(merge("m1"), [(ids[0], 1), (ids[1], 1)], &events).await.unwrap();
    let state = |deal: Option<Deal>| deal.and_then(|deal| deal.lead).map(|lead| lead.state);
    assert_eq!(state(home.store.deal(ids[1]).await.unwrap()), Some(LeadState::Merged));
    assert_eq!(home.store.events(ids[0]).await.unwrap().len(), 2);
    assert!(home.store.imports().await.unwrap().is_empty());
    home.store.undo_import(ImportId::of_key("m1"), at("2026-02-02T00:00:00")).await.unwrap();
    assert_eq!(state(home.store.deal(ids[1]).await.unwrap()), Some(LeadState::Open));
    assert_eq!([home.store.events(ids[0]).await.unwrap(), home.store.events(ids[1]).await.unwrap()], before);
}

#[rstest]
#[tokio::test]
async fn a_pair_is_asked_about_once(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    for key in ["a", "b"] {
        let first = event(key, "2026-01-01T00:00:00", kind::LEAD_CREATED, None, &[("contact", key)]);
        home.store.create_deal(key, vec![first]).await.unwrap();
    }
    let [a, b] = ["a", "b"].map(DealId::of_key);
    let pair = |lead, other| NewDoubt { lead, other, why: "name".into() };
    let now = Timestamp::UNIX_EPOCH;
    home.store.add_doubts(&[pair(a, b), pair(a, b)], now).await.unwrap();
    home.store.add_doubts(&[pair(b, a), pair(a, b), pair(a, DealId::of_key("gone"))], now).await.unwrap();
    let doubts = home.store.doubts(false, 9).await.unwrap();
    assert_eq!((doubts.len(), home.store.count_doubts().await.unwrap()), (1, 1));
    home.store.decide_doubt(doubts[0].id, Some("different"), "Ann", None).await.unwrap();
    assert!(home.store.doubts(false, 9).await.unwrap().is_empty());
    assert_eq!(home.store.doubts(true, 9).await.unwrap()[0].by.as_deref(), Some("Ann"));
    home.store.decide_doubt(doubts[0].id, None, "Ann", None).await.unwrap();
    assert_eq!(home.store.doubts(false, 9).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn people_from_before_there_were_leads_are_found(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let first = event("d", "2026-01-01T00:00:00", kind::CREATED, None, &[("account", "Engines")]);
    let person = event("d", "2026-01-01T00:00:00", kind::PERSON, None, &[("name", "Ada"), ("email", "ada@x.example")]);
    home.store.create_deal("d", vec![first, person]).await.unwrap();
    home.bare("DELETE FROM contacts").await.unwrap();
    let found = || home.store.contacts(["e:ada@x.example".to_owned()]);
    assert!(found().await.unwrap().is_empty());
    home.store.note_contacts().await.unwrap();
    assert_eq!(found().await.unwrap().len(), 1);
    // once is enough
    home.bare("DELETE FROM contacts").await.unwrap();
    home.store.note_contacts().await.unwrap();
    assert!(found().await.unwrap().is_empty());
}
