//! Random histories: everything that can happen to deals, in any order. Shared with the tests of the server.

use std::collections::BTreeMap;

use model::{
    Event, Outcome, Side, Timestamp,
    event::{AFTER, kind},
    fact::{DealFact, EventFact, FactSink},
    ids::{DealId, EventId, ImportId},
};
use serde_json::json;
use store::{ImportWriter, NewImport, Store, StoreError};
use uuid::Uuid;

/// Keys of deals; few, so that much happens to each.
const KEYS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const STAGES: [&str; 4] = ["Lead", "Demo", "Offer", "Hand-over"];
const OWNERS: [&str; 4] = ["Ann", "Ben", "ann ", ""];

/// Chance that repeats itself.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    fn once_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// One of a few moments, so that many events share one.
    fn moment(&mut self) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + 86_400 * self.below(6) as i64 + 3_600 * self.below(2) as i64).unwrap()
    }

    fn event(&mut self, key: &str) -> Event {
        let what = self.one(&[
            kind::CREATED,
            kind::CHANGED,
            kind::CHANGED,
            kind::STAGE,
            kind::STAGE,
            kind::STAGE,
            kind::STAGE_LEFT,
            kind::WON,
            kind::LOST,
            "call",
            "meeting.attended",
            kind::ANSWER,
            kind::PERSON,
            kind::QUOTE_WRITTEN,
            kind::QUOTE_SENT,
            kind::QUOTE_ACCEPTED,
        ]);
        let stage = matches!(what, kind::STAGE | kind::STAGE_LEFT).then(|| self.one(&STAGES));
        Event {
            id: EventId(Uuid::now_v7()),
            deal: DealId::of_key(key),
            at: self.moment(),
            undated: self.once_in(8),
            kind: what.into(),
            activity: stage.unwrap_or(what).into(),
            stage: stage.map(Into::into),
            side: self.one(&[Side::Rep, Side::Prospect, Side::System]),
            actor: (!self.once_in(3)).then(|| "Ann".into()),
            attributes: self.attributes(what),
            import: None,
        }
    }

    fn attributes(&mut self, kind: &str) -> BTreeMap<String, String> {
        let mut attributes: BTreeMap<String, String> = match kind {
            kind::CREATED | kind::CHANGED => self.fields().into_iter().collect(),
            kind::STAGE if self.once_in(4) => BTreeMap::from([(AFTER.into(), "won".into())]),
            kind::QUOTE_WRITTEN | kind::QUOTE_SENT | kind::QUOTE_ACCEPTED => {
                BTreeMap::from([("quote".into(), "q1".into()), ("version".into(), "1".into())])
            }
            _ => BTreeMap::new(),
        };
        if self.once_in(6) {
            attributes.insert("note".into(), "=1+1 😀 <script>".into());
        }
        attributes
    }

    fn fields(&mut self) -> Vec<(String, String)> {
        let all = [
            ("name", self.one(&["Mill", "Bakery", "", "ÄPFEL"])),
            ("owner", self.one(&OWNERS)),
            ("account", self.one(&["Acme", ""])),
            ("team", self.one(&["North", "South"])),
            ("product", self.one(&["Pro", "Basic", ""])),
            ("value", self.one(&["100", "2500.50", "", "-3", "no number"])),
            ("currency", self.one(&["EUR", "USD", ""])),
            ("sector", self.one(&["retail", "farm", ""])),
            ("process_version", self.one(&["", "sales/1", "sales/2", "other/1"])),
        ];
        let some = all.into_iter().filter(|_| self.once_in(2));
        some.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

/// What happens in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Create,
    Append,
    AppendAll,
    Import,
    Undo,
}

/// A history that goes on step by step.
pub struct History {
    pub dice: Dice,
    imports: Vec<ImportId>,
    imported: usize,
}

impl History {
    pub fn new(seed: u64) -> Self {
        Self { dice: Dice::new(seed), imports: Vec::new(), imported: 0 }
    }

    /// Lets something happen; what, and to which deals.
    pub async fn step(&mut self, store: &Store) -> (Step, Vec<DealId>) {
        let step =
            self.dice.one(&[Step::Create, Step::Append, Step::Append, Step::AppendAll, Step::Import, Step::Undo]);
        let touched = match step {
            Step::Create => self.create(store).await,
            Step::Append => self.append(store).await,
            Step::AppendAll => self.append_all(store).await,
            Step::Import => self.import(store).await,
            Step::Undo => self.undo(store).await,
        };
        (step, touched)
    }

    fn some_events(&mut self, key: &str) -> Vec<Event> {
        let n = 1 + self.dice.below(4);
        (0..n).map(|_| self.dice.event(key)).collect()
    }

    async fn create(&mut self, store: &Store) -> Vec<DealId> {
        let key = self.dice.one(&KEYS);
        let events = self.some_events(key);
        match store.create_deal(key, events).await {
            Ok(deal) => vec![deal.id],
            Err(StoreError::Conflict(_)) => Vec::new(),
            Err(other) => panic!("{other}"),
        }
    }

    async fn append(&mut self, store: &Store) -> Vec<DealId> {
        let key = self.dice.one(&KEYS);
        let (id, events) = (DealId::of_key(key), self.some_events(key));
        let before = store.deal(id).await.unwrap().map(|deal| deal.version);
        let seen = if self.dice.once_in(2) { before } else { None };
        match store.append(id, seen, events).await {
            Ok(deal) => {
                assert!(Some(deal.version) > before);
                vec![id]
            }
            Err(StoreError::NotFound(_)) => Vec::new(),
            Err(other) => panic!("{other}"),
        }
    }

    async fn append_all(&mut self, store: &Store) -> Vec<DealId> {
        let keys = [self.dice.one(&KEYS), self.dice.one(&KEYS)];
        let events = keys.iter().flat_map(|key| self.some_events(key)).collect();
        match store.append_all(events).await {
            Ok(ids) => ids,
            Err(StoreError::NotFound(_)) => Vec::new(),
            Err(other) => panic!("{other}"),
        }
    }

    async fn import(&mut self, store: &Store) -> Vec<DealId> {
        self.imported += 1;
        let name = format!("import {}", self.imported);
        let id = ImportId::of_key(&name);
        let (files, plan) = (vec!["deals.csv".into()], json!({}));
        let new = NewImport { id, name, files, by: None, plan, at: self.dice.moment() };
        let mut writer = store.begin_import(new).await.unwrap();
        let rows: Vec<Told> = (0..1 + self.dice.below(5)).map(|_| Told::any(&mut self.dice)).collect();
        let write = move || {
            rows.iter().try_for_each(|row| row.tell(&mut writer))?;
            writer.finish(json!({}))
        };
        let done = tokio::task::spawn_blocking(write).await.unwrap().unwrap();
        self.imports.push(id);
        done.deals
    }

    async fn undo(&mut self, store: &Store) -> Vec<DealId> {
        if self.imports.is_empty() {
            return Vec::new();
        }
        let at = self.dice.below(self.imports.len() as u64) as usize;
        let id = self.imports.swap_remove(at);
        store.undo_import(id, self.dice.moment()).await.unwrap()
    }
}

/// A row of an export, and perhaps an event.
struct Told {
    key: &'static str,
    fields: Vec<(String, String)>,
    created: Option<Timestamp>,
    modified: Option<Timestamp>,
    outcome: Outcome,
    stage: &'static str,
    event: Option<Event>,
}

impl Told {
    fn any(dice: &mut Dice) -> Self {
        let key = dice.one(&KEYS);
        Self {
            key,
            fields: dice.fields(),
            created: (!dice.once_in(3)).then(|| dice.moment()),
            modified: dice.once_in(2).then(|| dice.moment()),
            outcome: dice.one(&[Outcome::Open, Outcome::Open, Outcome::Won, Outcome::Lost]),
            stage: dice.one(&STAGES),
            event: dice.once_in(2).then(|| dice.event(key)),
        }
    }

    fn tell(&self, to: &mut ImportWriter) -> Result<(), StoreError> {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let open = self.outcome == Outcome::Open;
        let stage = open.then_some(self.stage);
        to.row(0);
        to.deal(DealFact {
            key: self.key,
            fields: &fields,
            created: self.created,
            closed: None,
            outcome: Some(self.outcome),
            stage,
            modified: self.modified,
        })?;
        let standing = match self.outcome {
            Outcome::Open => kind::STAGE,
            Outcome::Won => kind::WON,
            Outcome::Lost => kind::LOST,
        };
        to.event(fact(self.key, None, standing, self.stage, stage))?;
        match &self.event {
            Some(event) => {
                let at = (!event.undated).then_some(event.at);
                to.event(fact(self.key, at, &event.kind, &event.activity, event.stage.as_deref()))
            }
            None => Ok(()),
        }
    }
}

fn fact<'a>(
    deal: &'a str,
    at: Option<Timestamp>,
    kind: &'a str,
    activity: &'a str,
    stage: Option<&'a str>,
) -> EventFact<'a> {
    EventFact { deal, at, kind, activity, stage, side: Side::Rep, actor: None, attributes: &[], key: None }
}
