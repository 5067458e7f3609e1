//! Targets of metrics: kept, held against what the data says, and looked at when a step is over.

pub mod look;

use insight::measure::{
    metric::Question,
    target::{Became, Change, History, history},
};
use jiff::SignedDuration;
use model::{
    Timestamp,
    ids::EventId,
    metric::{Band, Metric, Target},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::look::look;
use crate::{
    metrics::{MetricParams, named},
    notify::NoticeKind,
    problem::{Answer, Problem},
    selection::Selected,
    state::App,
};

/// The kind of record that a target is.
pub const TARGET: &str = "target";
/// Targets of a workspace at most.
pub const MOST: usize = 100;
/// What was entered is the present if it is dated no longer than this before the last moment of the data.
const PRESENT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is kept of a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The target.
    pub target: Target,
    /// Steps that were over before are shown and nobody is told of them.
    pub since: Timestamp,
    /// The currency of its edges, of a metric in money.
    #[serde(default)]
    pub currency: String,
}

/// A target with its id and version.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptTarget {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The target.
    pub kept: Kept,
}

/// What a change of a target is known by: the same however often it is found.
pub fn change_id(target: Uuid, change: &Change) -> Uuid {
    EventId::of_key(&format!("target:{target}:{}:{}", change.to, kind_of(change.became).word())).0
}

/// What people are told when this became of a target.
pub fn kind_of(became: Became) -> NoticeKind {
    match became {
        Became::Left => NoticeKind::TargetLeft,
        Became::Back => NoticeKind::TargetBack,
    }
}

impl App {
    /// The targets, by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn targets(&self) -> Answer<Vec<KeptTarget>> {
        let read = |record: store::Record| {
            let kept = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(KeptTarget { id: record.id, version: record.version, kept })
        };
        let mut all = self.store.records(TARGET).await?.into_iter().map(read).collect::<Answer<Vec<KeptTarget>>>()?;
        all.sort_by_key(|line| line.kept.target.name.to_lowercase());
        Ok(all)
    }

    /// The moment to which the data reaches: now, where what happened last was entered here, so that silence since then is
    /// true; else the last dated moment, as of an export nobody knows what came after it. None of empty data.
    ///
    /// # Errors
    /// 503 while the log is built; if the database cannot be read.
    pub async fn reach(&self) -> Answer<Option<Timestamp>> {
        let (Some(as_of), now) = (self.on_log(|log| log.as_of()).await?, self.now()) else { return Ok(None) };
        let entered = self.store.last_entered().await?;
        let is_present = entered.is_some_and(|at| as_of.duration_since(at) <= PRESENT);
        Ok(Some(if is_present { now } else { as_of.min(now) }))
    }

    /// A kept target held against the data, as [`App::target_history`].
    ///
    /// # Errors
    /// 503 while the log is built; if the database cannot be read.
    pub async fn kept_history(&self, kept: &Kept, reach: Option<Timestamp>) -> Answer<(Option<Metric>, History)> {
        let (metric, found) = match self.target_history(&kept.target, reach).await {
            // what was sound when it was kept
            Err(problem) if problem.status == 422 => (None, History::none(problem.detail)),
            other => other?,
        };
        let has_edges = matches!(kept.target.band, Band::Between(_));
        if has_edges && found.trouble.is_none() && !kept.currency.is_empty() && found.currency != kept.currency {
            let (then, now) = (&kept.currency, &found.currency);
            return Ok((
                metric,
                History::none(format!("Its edges are in “{then}”, and figures are in “{now}” now: set it anew")),
            ));
        }
        Ok((metric, found))
    }

    /// A target held against the data as far as it reaches, with its metric; none where that is gone.
    ///
    /// # Errors
    /// 422 if its deals cannot be chosen; 503 while the log is built; if the database cannot be read.
    pub async fn target_history(&self, target: &Target, reach: Option<Timestamp>) -> Answer<(Option<Metric>, History)> {
        let Selected(selection) = Selected::of(self, &target.filters).await?;
        let own = self.metrics().await?;
        let chosen = MetricParams { start: target.start.clone(), goal: target.goal.clone(), ..MetricParams::default() };
        let asked = self.asked((selection, None, chosen), None).await?;
        let processes = self.processes().await?;
        let stages = processes.iter().flat_map(|active| active.process.stages.iter().map(|stage| stage.name.clone()));
        let (stages, target): (Vec<String>, Target) = (stages.collect(), target.clone());
        self.on_log(move |log| {
            let Some((metric, _)) = named(log, &target.metric, &asked.chosen(), &own) else {
                return (None, History::none(format!("There is no metric “{}” any more", target.metric)));
            };
            let question = Question { reach, ..asked.plain(log) };
            let found = history(log, &metric, &target, &question, &stages);
            (Some(metric), found)
        })
        .await
    }
}
