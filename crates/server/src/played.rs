//! How the playbook did with people such as a deal's, remembered for a while.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use insight::{
    define::{PlaybookUse, playbook_use},
    log::EventLog,
    select::Selection,
};
use model::{
    Outcome,
    ids::ProcessId,
    process::{Persona, Process, same_word},
};

use crate::{problem::Answer, state::App};

/// So old may it be; what works does not change by the minute.
const FRESH: Duration = Duration::from_secs(60);
/// Remembered at most.
const MOST: usize = 64;
/// Closed deals below which a persona's own tell too little.
const FEWEST: usize = 20;

/// How the playbook did, and with whom.
#[derive(Debug, Clone)]
pub struct Use {
    /// The figures.
    pub usage: PlaybookUse,
    /// Whether they are of deals with this persona; else of all deals.
    pub of_persona: bool,
    /// Closed deals that they rest on.
    pub closed: u64,
}

/// By version of a process and persona.
type Key = (ProcessId, i64, String);

/// What is remembered.
#[derive(Debug, Default)]
pub struct Played(Mutex<HashMap<Key, (Instant, Arc<Use>)>>);

impl App {
    /// How the playbook of a version did with a persona: in deals whose attribute `persona` names it, where enough of these
    /// are closed, else in all.
    ///
    /// # Errors
    /// While the log is being read.
    pub async fn played(
        &self,
        version: (ProcessId, i64),
        process: &Process,
        persona: Option<&Persona>,
    ) -> Answer<Arc<Use>> {
        let key = (version.0, version.1, persona.map(|p| p.id.clone()).unwrap_or_default());
        let known = self.played.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some((_, found)) = known.filter(|(since, _)| since.elapsed() < FRESH) {
            return Ok(found);
        }
        let (asked, persona) = (process.clone(), persona.cloned());
        let found = Arc::new(self.on_log(move |log| counted(log, &asked, persona.as_ref())).await?);
        let mut kept = self.played.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, (Instant::now(), Arc::clone(&found)));
        Ok(found)
    }
}

fn counted(log: &EventLog, process: &Process, persona: Option<&Persona>) -> Use {
    let own = persona.and_then(|persona| with_persona(log, persona));
    let of_persona = own.is_some();
    let usage = playbook_use(log, process, &own.unwrap_or_default());
    Use { of_persona, closed: usage.closed.of, usage }
}

/// The deals with a persona, where enough of them are closed.
fn with_persona(log: &EventLog, persona: &Persona) -> Option<Selection> {
    let field = log.fields().into_iter().find(|field| same_word(&field.name, "persona"))?;
    let is = |value: &str| same_word(value, &persona.id) || same_word(value, &persona.name);
    let values: Vec<String> = field.values.into_iter().map(|(value, _)| value).filter(|value| is(value)).collect();
    let selection = Selection { fields: [(field.name, values)].into(), ..Selection::default() };
    let closed = Selection { outcome: vec![Outcome::Won, Outcome::Lost], ..selection.clone() };
    (closed.deals(log).len() >= FEWEST).then_some(selection)
}
