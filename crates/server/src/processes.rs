//! The processes of the workspace, and by which version of which a deal goes.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::{
    Deal, Timestamp,
    ids::ProcessId,
    process::{Process, parse, process_of, version_of},
};
use store::{ProcessVersion, Store, VersionState};

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// What was read of processes: versions, which never change, and all that are active.
#[derive(Debug, Default)]
pub struct Read {
    versions: Mutex<HashMap<(ProcessId, i64), Arc<Process>>>,
    all: Mutex<Arc<Processes>>,
}

impl Read {
    /// Versions kept at most.
    const MOST: usize = 256;

    fn kept(&self) -> MutexGuard<'_, HashMap<(ProcessId, i64), Arc<Process>>> {
        self.versions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(&self) -> MutexGuard<'_, Arc<Processes>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The process of a version.
    ///
    /// # Errors
    /// 500 if its text cannot be read, which saving rules out.
    pub fn process(&self, saved: &ProcessVersion) -> Answer<Arc<Process>> {
        let key = (saved.process, saved.version);
        let mut kept = self.kept();
        if let Some(process) = kept.get(&key) {
            return Ok(Arc::clone(process));
        }
        let process = parse(&saved.toml).map_err(|_| {
            Problem::internal(format!("process {} version {} cannot be read", saved.process, saved.version))
        })?;
        if kept.len() >= Self::MOST {
            kept.clear();
        }
        Ok(Arc::clone(kept.entry(key).or_insert_with(|| Arc::new(process))))
    }

    /// The process of a version, asked of the store where it is not kept; none where there is no such version.
    async fn version(&self, store: &Store, id: ProcessId, version: i64) -> Answer<Option<Arc<Process>>> {
        let kept = self.kept().get(&(id, version)).cloned();
        if kept.is_some() {
            return Ok(kept);
        }
        store.process_version(id, version).await?.map(|saved| self.process(&saved)).transpose()
    }
}

/// A process with an active version.
#[derive(Debug, Clone)]
pub struct Active {
    /// The version that deals begin with.
    pub saved: ProcessVersion,
    /// The same, read.
    pub process: Arc<Process>,
    /// The versions that became active, in order of time.
    since: Vec<(Timestamp, i64)>,
    /// Those of them that can be read.
    versions: BTreeMap<i64, Arc<Process>>,
}

impl Active {
    /// The version that a deal of this process goes by, and its number. A deal that was moved to a version that is not
    /// there goes by the active one.
    pub fn of_deal(&self, deal: &Deal) -> (&Process, i64) {
        let version = version_of(deal, &self.process.id, &self.since);
        let known = version.and_then(|version| Some((&**self.versions.get(&version)?, version)));
        known.unwrap_or((&self.process, self.saved.version))
    }

    /// The versions that became active, in order of time.
    pub fn since(&self) -> &[(Timestamp, i64)] {
        &self.since
    }

    /// The version of this number; the active one where there is no such.
    pub fn version(&self, number: i64) -> &Process {
        self.versions.get(&number).unwrap_or(&self.process)
    }
}

/// All processes that have an active version, the first saved first.
#[derive(Debug, Clone)]
pub struct Processes {
    all: Vec<Active>,
    /// How often a version of any process had become something when they were read; less than 0 before.
    changes: i64,
}

impl Default for Processes {
    fn default() -> Self {
        Self { all: Vec::new(), changes: -1 }
    }
}

impl Processes {
    /// Reads them.
    ///
    /// # Errors
    /// If the database cannot be read.
    async fn load(store: &Store, read: &Read, changes: i64) -> Answer<Self> {
        let mut all = Vec::new();
        for record in store.processes().await?.iter().filter(|p| p.active.is_some()) {
            let Some(saved) = store.process(record.id).await? else { continue };
            let marks = store.version_marks(record.id).await?.into_iter();
            let since: Vec<(Timestamp, i64)> =
                marks.filter(|m| m.state == VersionState::Active).map(|m| (m.at, m.version)).collect();
            let mut versions = BTreeMap::new();
            for (_, number) in &since {
                if versions.contains_key(number) {
                    continue;
                }
                if let Some(version) = read.version(store, record.id, *number).await? {
                    versions.insert(*number, version);
                }
            }
            all.push(Active { process: read.process(&saved)?, saved, since, versions });
        }
        Ok(Self { all, changes })
    }

    /// Grows with every change.
    pub fn changes(&self) -> i64 {
        self.changes
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Active> {
        self.all.iter()
    }

    /// The process of this id; without one the first.
    pub fn named(&self, id: Option<&str>) -> Option<&Active> {
        match id {
            Some(id) => self.all.iter().find(|p| p.process.id == id),
            None => self.all.first(),
        }
    }

    /// The process that a deal goes by.
    pub fn of_deal(&self, deal: &Deal) -> Option<&Active> {
        let process = process_of(deal, self.all.iter().map(|p| &*p.process))?;
        self.all.iter().find(|p| p.process.id == process.id)
    }
}

impl App {
    /// The processes of the workspace, read anew where a version became something since.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn processes(&self) -> Answer<Arc<Processes>> {
        let changes = self.store.process_changes().await?;
        let known = Arc::clone(&self.read.all());
        if known.changes == changes {
            return Ok(known);
        }
        let fresh = Arc::new(Processes::load(&self.store, &self.read, changes).await?);
        let mut kept = self.read.all();
        if kept.changes < changes {
            *kept = Arc::clone(&fresh);
        }
        Ok(fresh)
    }
}
