//! The manual, laid out once for every state of what it is made from.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    sync::{Arc, Mutex, PoisonError},
};

use insight::{
    discover::{Discovery, MapView, Wanted, map_that_fits},
    log::EventLog,
    measure::{self, Step, TimeInStage, WinRateOverTime},
    select::Selection,
};
use manual::{Block, Manual, PriceRow, Printed, Sources, WrittenPage};
use model::{Timestamp, deal::field, process::Process};
use serde::{Deserialize, Serialize};

use crate::{
    dashboards::paper::in_manual,
    problem::{Answer, Problem},
    state::App,
};

/// The setting that holds the [`Imprint`].
pub const IMPRINT: &str = "manual.imprint";

/// What stands on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Imprint {
    /// Title.
    pub title: String,
    /// Whose manual it is.
    pub company: String,
    /// The one person responsible.
    pub editor: Option<String>,
}

impl Default for Imprint {
    fn default() -> Self {
        Self { title: "Sales manual".into(), company: String::new(), editor: None }
    }
}

/// A manual with its print.
#[derive(Debug)]
pub struct Issue {
    /// The content.
    pub manual: Manual,
    /// The PDF and the page numbers.
    pub printed: Printed,
}

/// Holds the last issue.
#[derive(Debug, Default)]
pub struct Press(Mutex<Option<(String, Arc<Issue>)>>);

/// Everything a manual is made from, owned.
struct Material {
    imprint: Imprint,
    process: Process,
    process_version: Option<i64>,
    discovery: Arc<Discovery>,
    measured: Measured,
    prices: Vec<PriceRow>,
    written: Vec<WrittenPage>,
    metrics: BTreeMap<String, Vec<Block>>,
}

/// What is counted for the manual alone.
struct Measured {
    map: MapView,
    time_in_stage: TimeInStage,
    win_rate: WinRateOverTime,
}

/// The manual as of now: the last one if nothing has changed since, else a new one.
pub async fn issue(app: &App) -> Answer<Arc<Issue>> {
    let imprint = imprint(app).await?;
    let (process, process_version) = app.process_or_proposal().await?;
    let written: Vec<WrittenPage> = app.store.pages().await?.into_iter().map(written).collect();
    let pages: Vec<_> = written.iter().map(|p| (p.id, p.version)).collect();
    let own: Vec<_> = app.metrics().await?.into_iter().map(|line| (line.id, line.version)).collect();
    let state = (&imprint, process_version, app.keeper.version(), pages, own);
    let state = serde_json::to_string(&state).unwrap_or_default();
    if let Some((_, known)) = app.press.lock().as_ref().filter(|(of, _)| *of == state) {
        return Ok(Arc::clone(known));
    }
    let prices = app.store.lookups(field::PRODUCT).await?;
    let prices = prices.into_iter().map(|l| PriceRow { key: l.key, fields: l.fields.into_iter().collect() }).collect();
    let mut metrics = BTreeMap::new();
    for text in written.iter().flat_map(WrittenPage::metrics) {
        if let Entry::Vacant(place) = metrics.entry(text) {
            let blocks = in_manual(app, place.key()).await?;
            place.insert(blocks);
        }
    }
    let discovery = app.discovery(Selection::default()).await?;
    let (measured, findings) =
        app.on_log(|log| (measured(log), insight::discover::findings(log, &Selection::default()))).await?;
    let discovery = Arc::new(Discovery { findings, ..Discovery::clone(&discovery) });
    let material = Material { imprint, process, process_version, discovery, measured, prices, written, metrics };
    let date = app.now();
    let printed = tokio::task::spawn_blocking(move || print(&material, date)).await.map_err(Problem::internal)?;
    let fresh = Arc::new(printed.map_err(Problem::internal)?);
    *app.press.lock() = Some((state, Arc::clone(&fresh)));
    Ok(fresh)
}

impl Press {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<(String, Arc<Issue>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What stands on the cover.
pub async fn imprint(app: &App) -> Answer<Imprint> {
    let saved = app.store.setting(IMPRINT).await?;
    Ok(saved.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
}

fn print(material: &Material, now: Timestamp) -> Result<Issue, manual::ManualError> {
    let discovery = &material.discovery;
    let manual = manual::assemble(&Sources {
        title: &material.imprint.title,
        company: &material.imprint.company,
        editor: material.imprint.editor.as_deref(),
        date: discovery.as_of.unwrap_or(now),
        process: Some(&material.process),
        process_version: material.process_version,
        discovery,
        map: &material.measured.map,
        time_in_stage: &material.measured.time_in_stage,
        win_rate: &material.measured.win_rate,
        prices: &material.prices,
        currency: &discovery.value.currency,
        written: &material.written,
        metrics: &material.metrics,
        generated_data_note: None,
    });
    let printed = manual::print(&manual)?;
    Ok(Issue { manual, printed })
}

fn written(page: store::PageRecord) -> WrittenPage {
    WrittenPage {
        id: page.id,
        section: page.section,
        title: page.title,
        markdown: page.markdown,
        position: page.position,
        by: page.by,
        at: page.at,
        version: page.version,
    }
}

/// A manual straight from a log, without a store: what `stagecraft discover` writes.
///
/// # Errors
/// If the pages cannot be laid out.
pub fn of_log(
    log: &EventLog,
    discovery: Discovery,
    process: Process,
    imprint: Imprint,
    now: Timestamp,
) -> Result<Issue, manual::ManualError> {
    let of_products = log.lookups().iter().filter(|(of, ..)| of == field::PRODUCT);
    let mut prices: Vec<PriceRow> =
        of_products.map(|(_, key, fields)| PriceRow { key: key.clone(), fields: fields.clone() }).collect();
    // As the store has them, so that both ways print the same manual.
    prices.sort_by(|a, b| a.key.cmp(&b.key));
    prices.iter_mut().for_each(|row| row.fields.sort());
    let measured = measured(log);
    let discovery = Arc::new(discovery);
    let (process_version, written, metrics) = (None, Vec::new(), BTreeMap::new());
    print(&Material { imprint, process, process_version, discovery, measured, prices, written, metrics }, now)
}

fn measured(log: &EventLog) -> Measured {
    let all = Selection::default();
    Measured {
        map: map_that_fits(log, &all, Wanted::Stages, manual::chart::ROOM),
        time_in_stage: measure::time_in_stage(log, &all, None),
        win_rate: measure::win_rate(log, &all, None, Step::Month, None),
    }
}
