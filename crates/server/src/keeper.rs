//! The event log in memory: built from the store at start, then following every commit.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use axum::http::StatusCode;
use insight::{
    discover::{Discovery, discover},
    log::EventLogBuilder,
    search::SearchIndex,
    select::Selection,
};
use model::{
    Deal, Event,
    fact::Rows,
    ids::{DealId, ImportId},
    people::people,
};
use store::Store;

use crate::{
    held::Held,
    live::{Live, News},
    problem::Problem,
    processes::Processes,
};

const MOST_CACHED: usize = 32;
/// Deals that are read at a time after a commit.
const AT_A_TIME: usize = 200;

/// Keeps the log.
#[derive(Debug)]
pub struct Keeper {
    log: RwLock<Held>,
    search: RwLock<SearchIndex>,
    ready: AtomicBool,
    version: AtomicU64,
    built: AtomicU64,
    expected: AtomicU64,
    found: Mutex<HashMap<String, (u64, Arc<Discovery>)>>,
    live: Live,
    /// The imports that the log holds or leaves out as undone (true), and those of this program that are on their way.
    imports: Mutex<BTreeSet<(ImportId, bool)>>,
    /// Held while the log is built or follows a commit, so that the two do not cross.
    turn: tokio::sync::Mutex<()>,
}

impl Keeper {
    /// A keeper of an empty log that is not ready yet.
    pub fn new(live: Live) -> Self {
        Self {
            log: RwLock::default(),
            search: RwLock::default(),
            ready: AtomicBool::new(false),
            version: AtomicU64::new(0),
            built: AtomicU64::new(0),
            expected: AtomicU64::new(0),
            found: Mutex::default(),
            live,
            imports: Mutex::default(),
            turn: tokio::sync::Mutex::new(()),
        }
    }

    /// Builds the log from the store. Commits in the meantime wait for their turn.
    pub async fn build(&self, store: &Store) -> Result<(), store::StoreError> {
        let _turn = self.turn.lock().await;
        self.rebuild(store).await
    }

    async fn rebuild(&self, store: &Store) -> Result<(), store::StoreError> {
        self.expected.store(store.counts().await?.deals, Ordering::Relaxed);
        self.built.store(0, Ordering::Relaxed);
        self.tell("building");
        let imports = store.settled_imports().await?;
        let mut builder = EventLogBuilder::default();
        let mut search = SearchIndex::default();
        let mut add = |deal: Deal, events: Vec<Event>| {
            builder.add(&deal, &events);
            search.put(&deal, &people(&events));
            self.built.fetch_add(1, Ordering::Relaxed);
        };
        store.each_deal(&mut add).await?;
        let processes = Arc::clone(self.held().open().processes());
        let held = tokio::task::block_in_place(|| Held::new(builder.finish(), processes));
        *self.log_to_write() = held;
        *self.search_to_write() = search;
        self.known_imports().extend(imports);
        self.ready.store(true, Ordering::Release);
        self.changed();
        Ok(())
    }

    /// Says that an import, or its undoing, is this program's own, which follows it by itself. To be said before it begins.
    pub fn is_own(&self, id: ImportId, undone: bool) {
        self.known_imports().insert((id, undone));
    }

    /// Follows what another program imported or undid in the same database: the log is built anew. True if there was
    /// something.
    pub async fn follow_others(&self, store: &Store) -> Result<bool, store::StoreError> {
        if !self.ready.load(Ordering::Acquire) {
            return Ok(false);
        }
        let _turn = self.turn.lock().await;
        let news = store.settled_imports().await?.iter().any(|import| !self.known_imports().contains(import));
        if news {
            self.rebuild(store).await?;
        }
        Ok(news)
    }

    fn known_imports(&self) -> MutexGuard<'_, BTreeSet<(ImportId, bool)>> {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows a commit to a few deals, or builds the log anew where they are many.
    pub async fn follow(&self, store: &Store, deals: &[DealId]) -> Result<(), store::StoreError> {
        let _turn = self.turn.lock().await;
        // Leads are in no figure: they are not in the log, and leave it when they are leads again.
        let not_deals = store.not_deals(deals).await?;
        let known: Vec<DealId> = deals.iter().copied().filter(|id| !not_deals.contains(id)).collect();
        let deals = known.as_slice();
        let many = deals.len() > 200 && deals.len() * 20 > self.built.load(Ordering::Relaxed) as usize;
        if many || !self.ready.load(Ordering::Acquire) {
            return self.rebuild(store).await;
        }
        not_deals.into_iter().for_each(|id| self.forget(id));
        for some in deals.chunks(AT_A_TIME) {
            let mut known: HashMap<DealId, Deal> = store.deals(some).await?.into_iter().map(|d| (d.id, d)).collect();
            let mut events = store.events_of(some).await?;
            for id in some {
                let Some(deal) = known.remove(id) else {
                    self.forget(*id);
                    continue;
                };
                let events = events.remove(id).unwrap_or_default();
                let people = people(&events);
                // who reads the one does not wait for the other
                self.log_to_write().put(&deal, &events);
                self.search_to_write().put(&deal, &people);
            }
        }
        self.changed();
        Ok(())
    }

    /// The log, once it is there.
    ///
    /// # Errors
    /// 503 with the progress while it is being built.
    pub fn read(&self) -> Result<RwLockReadGuard<'_, Held>, Problem> {
        if self.ready.load(Ordering::Acquire) {
            return Ok(self.held());
        }
        let (done, all) = (self.built.load(Ordering::Relaxed), self.expected.load(Ordering::Relaxed));
        let detail =
            format!("The event log is being read: {done} of {all} deals so far. The page loads again by itself.");
        Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "building", "Still reading", detail))
    }

    /// Names of deals, people and accounts, to be searched.
    pub fn search(&self) -> RwLockReadGuard<'_, SearchIndex> {
        self.search.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The log with its open deals sorted by these processes, or by later ones.
    ///
    /// # Errors
    /// As [`Keeper::read`].
    pub fn read_by(&self, processes: &Arc<Processes>) -> Result<RwLockReadGuard<'_, Held>, Problem> {
        let is_older = |held: &Held| held.open().processes().changes() < processes.changes();
        if is_older(&*self.read()?) {
            let mut held = self.log_to_write();
            if is_older(&held) {
                held.arrange(Arc::clone(processes));
            }
        }
        self.read()
    }

    fn forget(&self, deal: DealId) {
        self.log_to_write().remove(deal);
        self.search_to_write().remove(deal);
    }

    fn log_to_write(&self) -> RwLockWriteGuard<'_, Held> {
        self.log.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn search_to_write(&self) -> RwLockWriteGuard<'_, SearchIndex> {
        self.search.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn held(&self) -> RwLockReadGuard<'_, Held> {
        self.log.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts changes of the log.
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    /// What discovery finds, remembered until the log changes; its `rows` are those of no import.
    ///
    /// # Errors
    /// As [`Keeper::read`].
    pub fn discovery(&self, selection: &Selection) -> Result<Arc<Discovery>, Problem> {
        let key = serde_json::to_string(selection).unwrap_or_default();
        let version = self.version();
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = found.get(&key).filter(|(v, _)| *v == version) {
            return Ok(Arc::clone(known));
        }
        let log = self.read()?;
        let fresh = Arc::new(discover(&log, selection, Rows::default()));
        if found.len() >= MOST_CACHED {
            found.clear();
        }
        found.insert(key, (version, Arc::clone(&fresh)));
        Ok(fresh)
    }

    fn changed(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
        self.tell("ready");
    }

    fn tell(&self, state: &'static str) {
        self.live.tell(News::Log { state, version: self.version() });
    }
}
