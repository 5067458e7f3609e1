//! One import: from files and a plan to events in the store. The API, `stagecraft import` and the demo all use it.

use std::cell::RefCell;

use import::{ImportError, KnownDeals, Plan, Progress, Report, Source, plan::FileRole, report::Reject};
use model::{
    Timestamp,
    deal::field,
    fact::{DealFact, EventFact, FactSink, LookupFact},
    ids::{DealId, ImportId},
    lead::LeadState,
};
use store::{ImportWriter, Imported, NewImport, Older, Store, StoreError};

use crate::problem::Problem;

/// What an import did.
#[derive(Debug)]
pub struct Done {
    /// Its id.
    pub id: ImportId,
    /// What became of the rows.
    pub report: Report,
    /// Events added.
    pub events: u64,
    /// Deals added or changed.
    pub deals: Vec<DealId>,
}

/// Why an import did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The files are at fault.
    #[error("{0}")]
    Files(ImportError),
    /// Somebody cancelled it.
    #[error("The import was cancelled; nothing of it was kept.")]
    Cancelled,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Failed> for Problem {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Files(error) => Self::unreadable(error),
            Failed::Cancelled => Self::conflict(failed.to_string()),
            Failed::Store(error) => error.into(),
        }
    }
}

/// Runs an import that was begun. Blocks: call it on a thread for that. All or nothing.
///
/// # Errors
/// [`Failed`]; the import's record then says so.
pub fn run(
    store: &Store,
    new: NewImport,
    plan: &Plan,
    sources: &[Source],
    on_progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Done, Failed> {
    let (id, at) = (new.id, new.at);
    let handle = tokio::runtime::Handle::current();
    let known = if plan.has_touchpoints() { handle.block_on(known(store, at))? } else { KnownDeals::new(at) };
    let writer = handle.block_on(store.begin_import(new))?;
    match write(writer, id, plan, sources, known, on_progress) {
        Ok((mut done, written)) => {
            if complete(&mut done.report, plan, &written) {
                let report = serde_json::to_value(&done.report).unwrap_or_default();
                handle.block_on(store.report_import(id, report))?;
            }
            Ok(done)
        }
        Err(failed) => {
            handle.block_on(store.fail_import(id, &failed.to_string()))?;
            Err(failed)
        }
    }
}

/// The deals that are there already, to which messages and meetings can belong, and the team's addresses.
async fn known(store: &Store, now: Timestamp) -> Result<KnownDeals, StoreError> {
    let mut known = KnownDeals::new(now);
    for user in store.users().await? {
        known.add_own(&user.email);
    }
    store
        .each_deal_or_lead(&mut |deal, events| {
            // what is written to the people of a lead that was merged belongs to the one that goes on
            if deal.lead.as_ref().is_some_and(|lead| lead.state == LeadState::Merged) {
                return;
            }
            let mut fields: Vec<(&str, &str)> =
                deal.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let own = [(field::ACCOUNT, &deal.account), (field::OWNER, &deal.owner)];
            fields.extend(own.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?))));
            let key = deal.key.as_str();
            let (closed, outcome) = (deal.closed, Some(deal.outcome));
            known.add_deal(&DealFact {
                key,
                fields: &fields,
                created: None,
                closed,
                outcome,
                stage: None,
                modified: None,
            });
            for event in &events {
                let attributes: Vec<(&str, &str)> =
                    event.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                known.add_event(&EventFact {
                    deal: key,
                    at: (!event.undated).then_some(event.at),
                    kind: &event.kind,
                    activity: &event.activity,
                    stage: event.stage.as_deref(),
                    side: event.side,
                    actor: event.actor.as_deref(),
                    attributes: &attributes,
                    key: None,
                });
            }
        })
        .await?;
    Ok(known)
}

/// Adds to a report what only the store knows: which rows were there already, what was inferred, what is missing. True
/// where that changes it.
fn complete(report: &mut Report, plan: &Plan, written: &Imported) -> bool {
    let before = report.clone();
    let read = plan.files.iter().enumerate().filter(|(_, f)| f.role != FileRole::Ignored).map(|(at, _)| at);
    for (file, at) in report.files.iter_mut().zip(read) {
        let old = written.old_rows.get(at).copied().unwrap_or(0).min(file.rows.imported);
        for rows in [&mut file.rows, &mut report.rows] {
            rows.imported -= old;
            rows.duplicates += old;
        }
    }
    if written.events == 0 {
        let files = report.files.iter_mut().map(|f| &mut f.rows);
        for rows in files.chain([&mut report.rows]) {
            rows.duplicates += std::mem::take(&mut rows.imported);
        }
    }
    report.notes.extend(written.older.as_ref().map(older));
    if written.inferred > 0 && written.older.is_none() {
        report.notes.push(format!(
            "Changes that follow from the difference to an earlier export: {}; they are dated between the two and marked as \
             inferred.",
            written.inferred
        ));
    }
    let (missing, some) = &written.missing;
    if *missing > 0 {
        let more = if *missing > some.len() as u64 { ", …" } else { "" };
        report.notes.push(format!(
            "Deals of earlier imports that are not in this one: {missing} ({}{more}). They stay as they are; whether they were \
             deleted, merged or filtered out is not known.",
            some.join(", ")
        ));
    }
    *report != before
}

/// What became of an older export.
fn older(older: &Older) -> String {
    let day = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
    format!(
        "This export is older than one imported before: the latest date in it is {}, in the other {}. What it tells with \
         dates was added, and details and deals that were not known. How deals stand and what is known of them stays as \
         the later export says; in this one {} of them differ.",
        day(older.until),
        day(older.known),
        older.deals
    )
}

fn write(
    writer: ImportWriter,
    id: ImportId,
    plan: &Plan,
    sources: &[Source],
    known: KnownDeals,
    on_progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<(Done, Imported), Failed> {
    let shared = RefCell::new(writer);
    let mut broken = None;
    let mut on_reject = |r: Reject| {
        let kept = shared.borrow_mut().reject(&r.file, r.line, &r.column, &r.value, &r.reason);
        broken = broken.take().or(kept.err());
    };
    let report =
        import::read_knowing(plan, sources, known, &mut Sink(&shared), on_progress, &mut on_reject).map_err(failed)?;
    if let Some(error) = broken {
        return Err(error.into());
    }
    let written = shared.into_inner().finish(serde_json::to_value(&report).unwrap_or_default())?;
    Ok((Done { id, report, events: written.events, deals: written.deals.clone() }, written))
}

fn failed(error: import::ReadError<StoreError>) -> Failed {
    match error {
        import::ReadError::Import(error) => Failed::Files(error),
        import::ReadError::Sink(error) => Failed::Store(error),
        import::ReadError::Cancelled => Failed::Cancelled,
    }
}

/// The writer, shared with the closure that takes rejected rows.
struct Sink<'w>(&'w RefCell<ImportWriter>);

impl FactSink for Sink<'_> {
    type Error = StoreError;

    fn row(&mut self, file: usize) {
        self.0.borrow_mut().row(file);
    }

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), StoreError> {
        self.0.borrow_mut().deal(fact)
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), StoreError> {
        self.0.borrow_mut().event(fact)
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), StoreError> {
        self.0.borrow_mut().lookup(fact)
    }
}
