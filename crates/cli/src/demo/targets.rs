//! The demo's targets: a floor that holds, one that the last month fell short of, and what a figure does by itself.

use insight::{
    log::EventLog,
    measure::{
        Step,
        metric::{Chosen, Question, figures, page_of},
    },
};
use jiff::Timestamp;
use model::metric::{Band, Edges, Target, TargetStep, Whole};
use server::{KeptTarget, TARGET};
use store::{Store, UserRecord};
use uuid::Uuid;

use crate::failure::Failure;

/// A floor of the win rate is this share of what it is on average, in whole steps of 5 %.
const BELOW_USUAL: f64 = 0.85;
/// One more than the last month brought.
const ABOVE_LAST: f64 = 1.05;
const ROUND: f64 = 5.0;

/// Figures of the months that are over.
fn months(log: &EventLog, metric: &str) -> Vec<f64> {
    let Some(page) = page_of(log, metric, &Chosen::default()) else { return Vec::new() };
    let found = figures(log, &page.metric, &Question { step: Some(Step::Month), ..Question::default() });
    found.series.iter().filter(|point| point.finished).filter_map(|point| point.figure.value).collect()
}

fn target(name: &str, metric: &str, band: Band, owner: &UserRecord) -> Target {
    Target {
        name: name.to_owned(),
        metric: metric.to_owned(),
        start: None,
        goal: None,
        filters: Default::default(),
        step: TargetStep::Month,
        band,
        raise_after: 1,
        clear_after: 1,
        margin: 0.05,
        people: Some(vec![owner.id]),
        webhooks: true,
    }
}

/// Keeps the targets.
pub async fn keep(store: &Store, log: &EventLog, owner: &UserRecord) -> Result<(), Failure> {
    let (rates, news) = (months(log, "win-rate"), months(log, "new-deals"));
    let usual = rates.iter().sum::<f64>() / rates.len().max(1) as f64;
    let floor = |edge: f64| Band::Between(Edges { at_least: Some(edge), at_most: None });
    let rate = (usual * BELOW_USUAL * 100.0 / ROUND).floor() * ROUND / 100.0;
    let new = news.last().map_or(ROUND, |last| (last * ABOVE_LAST / ROUND).ceil() * ROUND);
    let targets = [
        target("Win rate", "win-rate", floor(rate), owner),
        target("New deals a month", "new-deals", floor(new), owner),
        target("Value won as usual", "value-won", Band::Natural(Whole {}), owner),
    ];
    for target in targets {
        let now = Timestamp::now();
        let kept = KeptTarget { target, since: now, currency: String::new() };
        let content = serde_json::to_value(&kept).map_err(Failure::other)?;
        store
            .keep_record(TARGET, Uuid::now_v7(), 0, Some(content), Some("Demo owner"), now)
            .await
            .map_err(Failure::other)?;
    }
    Ok(())
}
