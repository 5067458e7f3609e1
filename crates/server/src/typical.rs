//! How long won deals were in the stages of a process, remembered for a while.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use insight::{define::stages_observed, select::Selection};
use model::{
    ids::ProcessId,
    process::{Process, Quartiles},
};

use crate::state::App;

/// So old may it be while deals change, and a thousand times as old as it took to work out: what is usual does not change
/// by the minute.
const FRESH: Duration = Duration::from_secs(60);

/// Versions remembered at most.
const MOST: usize = 64;

/// By stage id.
type Days = Arc<HashMap<String, Quartiles>>;

/// What was worked out.
#[derive(Debug, Clone)]
struct Known {
    /// The change of the log that it was worked out at.
    log: u64,
    since: Instant,
    took: Duration,
    days: Days,
}

impl Known {
    fn is_fresh(&self, log: u64) -> bool {
        self.log == log || self.since.elapsed() < FRESH + self.took * 1000
    }
}

/// What is remembered, by version of a process.
#[derive(Debug, Default)]
pub struct Typical {
    known: Mutex<HashMap<(ProcessId, i64), Known>>,
    /// Held by who works it out.
    turn: tokio::sync::Mutex<()>,
}

impl Typical {
    fn known(&self) -> MutexGuard<'_, HashMap<(ProcessId, i64), Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Days that deals won in the end were in each stage; empty while the log is being read. Nobody waits for what is
    /// known to be worked out anew.
    pub async fn typical_days(&self, version: (ProcessId, i64), process: &Process) -> Days {
        let known = self.typical.known().get(&version).cloned();
        match known {
            Some(known) if known.is_fresh(self.keeper.version()) => known.days,
            Some(known) => {
                let (app, process) = (self.clone(), process.clone());
                tokio::spawn(async move {
                    if let Ok(_turn) = app.typical.turn.try_lock() {
                        app.work_out(version, process).await;
                    }
                });
                known.days
            }
            None => {
                let _turn = self.typical.turn.lock().await;
                // somebody else may have done it meanwhile
                let known = self.typical.known().get(&version).map(|known| Arc::clone(&known.days));
                match known {
                    Some(days) => days,
                    None => self.work_out(version, process.clone()).await,
                }
            }
        }
    }

    async fn work_out(&self, version: (ProcessId, i64), process: Process) -> Days {
        let (log, begun) = (self.keeper.version(), Instant::now());
        let found = self.on_log(move |log| stages_observed(log, &process, &Selection::default())).await;
        let Ok(found) = found else { return Days::default() };
        let days: HashMap<String, Quartiles> =
            found.into_iter().filter_map(|stage| Some((stage.stage, stage.won_days?))).collect();
        let known = Known { log, since: Instant::now(), took: begun.elapsed(), days: Arc::new(days) };
        let days = Arc::clone(&known.days);
        let mut kept = self.typical.known();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(version, known);
        days
    }
}
