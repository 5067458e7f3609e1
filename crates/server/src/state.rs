//! What all handlers share.

use std::{path::PathBuf, sync::Arc};

use axum::http::StatusCode;
use insight::{discover::Discovery, log::EventLog, select::Selection};
use model::{Deal, Event, Timestamp, ids::DealId, process::Process};
use store::Store;
use tokio::sync::watch;

use crate::{
    auth::Brake,
    cards::Cards,
    commission::Commissions,
    held::Held,
    jobs::Jobs,
    keeper::Keeper,
    live::{Live, News},
    mail::Mail,
    notify::Notify,
    pace::Pace,
    played::Played,
    printing::Press,
    problem::{Answer, Problem},
    processes::{Processes, Read},
    routes::{leads::lists::BroughtLists, uploads::Uploads},
    trail::Trail,
    typical::Typical,
};

/// The application.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// See [`App`].
pub struct Inner {
    /// The database.
    pub store: Store,
    /// The event log in memory.
    pub keeper: Keeper,
    /// News for open pages.
    pub live: Live,
    /// Running imports.
    pub jobs: Jobs,
    /// Slows down guessing of passwords.
    pub brake: Brake,
    /// Limits how often a link of an interview is used.
    pub pace: Pace,
    /// Refused requests on their way to the database.
    pub trail: Trail,
    /// Files uploaded and not imported yet.
    pub uploads: Uploads,
    /// Lists of leads that were brought and not read yet.
    pub lists: BroughtLists,
    /// Versions of processes as they were read.
    pub read: Read,
    /// Cards of the board as they were judged.
    pub cards: Cards,
    /// How long won deals were in stages.
    pub typical: Typical,
    /// How the playbook did.
    pub played: Played,
    /// The printed manual.
    pub press: Press,
    /// Who is paid what.
    pub commissions: Commissions,
    /// Mail out and in.
    pub mail: Mail,
    /// Who is told of what happens.
    pub notify: Notify,
    closing: watch::Sender<bool>,
}

impl App {
    /// An application on this store. `folder` holds what is uploaded.
    pub fn new(store: Store, folder: PathBuf) -> Self {
        let live = Live::default();
        // the database's folder, where there is one
        let beside = folder.parent().map(PathBuf::from).unwrap_or_default();
        Self(Arc::new(Inner {
            store,
            keeper: Keeper::new(live.clone()),
            live,
            jobs: Jobs::default(),
            brake: Brake::default(),
            pace: Pace::default(),
            trail: Trail::default(),
            uploads: Uploads::new(folder),
            lists: BroughtLists::default(),
            read: Read::default(),
            cards: Cards::default(),
            typical: Typical::default(),
            played: Played::default(),
            press: Press::default(),
            commissions: Commissions::default(),
            mail: Mail::new(beside),
            notify: Notify::default(),
            closing: watch::channel(false).0,
        }))
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    /// Turns true when the server ends.
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// Tells open streams to end.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Reads the log on a thread where that may take long.
    pub async fn on_log<T, F>(&self, f: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&EventLog) -> T + Send + 'static,
    {
        let app = self.clone();
        let work = move || app.keeper.read().map(|log| f(&log));
        tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
    }

    /// Reads the log with its open deals sorted by the processes of now.
    pub async fn on_open<T, F>(&self, processes: Arc<Processes>, f: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&Held) -> T + Send + 'static,
    {
        let app = self.clone();
        let work = move || app.keeper.read_by(&processes).map(|held| f(&held));
        tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
    }

    /// Reads the log and what is kept beside it.
    pub async fn on_held<T, F>(&self, f: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&Held) -> T + Send + 'static,
    {
        let app = self.clone();
        let work = move || app.keeper.read().map(|held| f(&held));
        tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
    }

    /// What discovery finds; see [`Keeper::discovery`].
    pub async fn discovery(&self, selection: Selection) -> Answer<Arc<Discovery>> {
        let app = self.clone();
        let work = move || app.keeper.discovery(&selection);
        tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
    }

    /// Lets the log follow a commit, and tells open pages.
    pub async fn committed(&self, deal: DealId, version: i64) -> Answer<()> {
        self.keeper.follow(&self.store, &[deal]).await?;
        self.live.tell(News::Deal { id: deal, version });
        self.notify.committed.notify_one();
        Ok(())
    }

    /// Appends events to a deal, lets the log follow and tells open pages. `seen` is the version they rest on, if that
    /// matters.
    pub async fn append(&self, deal: DealId, seen: Option<i64>, events: Vec<Event>) -> Answer<Deal> {
        let after = self.store.append(deal, seen, events).await?;
        self.committed(deal, after.version).await?;
        Ok(after)
    }

    /// The process, or what the data proposes as long as there is none.
    pub async fn process_or_proposal(&self) -> Answer<(Process, Option<i64>)> {
        if let Some(active) = self.processes().await?.named(None) {
            return Ok(((*active.process).clone(), Some(active.saved.version)));
        }
        let proposed = self.on_log(|log| insight::discover::propose(log, &Selection::default())).await?;
        Ok((proposed.process, None))
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        use store::StoreError;
        match error {
            StoreError::NotFound(what) => Self::not_found(what),
            StoreError::Conflict(what) => Self::conflict(what),
            StoreError::Stale { current } => {
                Self::stale(format!("It is at version {current} now. Load it again, then repeat your change."))
            }
            StoreError::Busy => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "Busy",
                "An import is being written. Try again in a moment.",
            ),
            other => Self::internal(other),
        }
    }
}
