//! How long won deals were in the stages of a process, remembered for a while.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use insight::{define::stages_observed, select::Selection};
use model::{
    ids::ProcessId,
    process::{Process, Quartiles},
};

use crate::state::App;

/// So old may it be while deals change; what is usual does not change by the minute.
const FRESH: Duration = Duration::from_secs(60);

/// Versions remembered at most.
const MOST: usize = 64;

/// By stage id.
type Days = Arc<HashMap<String, Quartiles>>;
/// The change of the log that it was worked out at, when, and what.
type Known = (u64, Instant, Days);

/// What is remembered: by version of a process, the change of the log that it was worked out at, and when.
#[derive(Debug, Default)]
pub struct Typical(Mutex<HashMap<(ProcessId, i64), Known>>);

impl App {
    /// Days that deals won in the end were in each stage; empty while the log is being read.
    pub async fn typical_days(&self, version: (ProcessId, i64), process: &Process) -> Days {
        let now = self.keeper.version();
        let known = self.typical.0.lock().unwrap_or_else(PoisonError::into_inner).get(&version).cloned();
        if let Some((at, since, days)) = known
            && (at == now || since.elapsed() < FRESH)
        {
            return days;
        }
        let asked = process.clone();
        let found =
            self.on_log(move |log| stages_observed(log, &asked, &Selection::default())).await.unwrap_or_default();
        let days: HashMap<String, Quartiles> =
            found.into_iter().filter_map(|stage| Some((stage.stage, stage.won_days?))).collect();
        let days = Arc::new(days);
        let mut kept = self.typical.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(version, (now, Instant::now(), Arc::clone(&days)));
        days
    }
}
