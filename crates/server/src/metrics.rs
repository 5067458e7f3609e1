//! The metrics of the workspace, and what is asked of them.

use std::collections::HashMap;

use insight::{
    log::EventLog,
    measure::{
        Period, Step,
        metric::{
            By, Chosen, Figures, Promises, Question, QuotaBook, StagePromise, StandardMetric, Version, figures, page_of,
        },
    },
    select::Selection,
};
use jiff::ToSpan;
use model::{
    Timestamp,
    deal::field,
    metric::{Formula, Metric},
    quota::{Holder, Quota},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    guard::Actor,
    problem::{Answer, Problem},
    routes::quotas::{Members, may_see},
    state::App,
};

/// The kind of record that a metric of the team is.
pub const METRIC: &str = "metric";
/// Metrics of a team at most.
pub const MOST: usize = 200;

/// A metric of the team's own: made in the browser and kept as a record, or of an active process.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MetricLine {
    /// Its id as a record; none of one that a process has.
    pub id: Option<Uuid>,
    /// Its version, for `If-Match`; that of the process, of one that a process has.
    pub version: i64,
    /// The metric; of one that a process has, with stages as the data calls them.
    pub metric: Metric,
    /// What it figures, in a sentence.
    pub sentence: String,
    /// The process whose file it is kept in; none of one that was made in the browser.
    pub process: Option<MetricProcess>,
    /// Why another metric of the same id is figured and this one is not; none where it is.
    pub hidden: Option<String>,
}

/// The process that a metric is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MetricProcess {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl MetricLine {
    fn new(metric: Metric, id: Option<Uuid>, version: i64, process: Option<MetricProcess>) -> Self {
        Self { id, version, sentence: metric.sentence(), metric, process, hidden: None }
    }

    /// One that was made in the browser.
    pub fn made(metric: Metric, id: Uuid, version: i64) -> Self {
        Self::new(metric, Some(id), version, None)
    }
}

/// Of several metrics of one id the first is figured; the others say so.
fn hide_doubles(lines: &mut [MetricLine]) {
    let mut figured: HashMap<String, String> = HashMap::new();
    for line in lines {
        match figured.get(&line.metric.id) {
            Some(of) => {
                line.hidden = Some(format!(
                    "The process “{of}” has a metric `{}` too, and that one is figured. Give this one another id.",
                    line.metric.id
                ));
            }
            None => {
                let of = line.process.as_ref().map_or_else(String::new, |process| process.name.clone());
                figured.insert(line.metric.id.clone(), of);
            }
        }
    }
}

/// A metric, worked out.
#[derive(Debug, Serialize, ToSchema)]
pub struct MetricAnswer {
    /// The metric.
    pub metric: Metric,
    /// What it figures, in a sentence.
    pub sentence: String,
    /// When a deal counts.
    pub counts: String,
    /// Its page, of one that every team has.
    pub page: Option<StandardMetric>,
    /// The figures.
    pub figures: Figures,
    /// What happened to the process in the time of the series.
    pub marks: Vec<MetricMark>,
}

/// Something that happened to the process.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MetricMark {
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// What.
    pub says: String,
}

/// What is asked of a metric.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct MetricParams {
    /// By what to break it down, at most two: a field (`owner`, `team`, `product`, …), `stage` where stays are counted,
    /// `size` (bands of value), `created` (cohorts), `process-version`.
    pub by: Vec<String>,
    /// By steps of the calendar: `day`, `week`, `month`, `quarter`, `year`.
    pub step: Option<Step>,
    /// Length of a cohort's step; a month if left out.
    pub cohort: Option<Step>,
    /// Against which other time: `previous` (as long, just before) or `year` (a year before).
    #[param(inline)]
    pub against: Option<Other>,
    /// Of a metric in which something can be chosen: the stage or activity that it begins with.
    pub start: Option<String>,
    /// And that it comes to.
    pub goal: Option<String>,
}

/// Another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Other {
    /// As long, just before.
    Previous,
    /// The same a year before.
    Year,
}

/// Of which deals, of which time, and how.
pub type Asking = (Selection, Option<Period>, MetricParams);

/// What is asked, before the log is at hand.
#[derive(Debug, Clone)]
pub struct Asked {
    question: Question,
    params: MetricParams,
    rates: crate::money::Rates,
}

const HOLDERS: &str = "Quotas are of people and teams: break attainment down by owner or by team, by one of them.";

impl Asked {
    /// The question put to a log and a metric.
    ///
    /// # Errors
    /// 422 if it cannot be broken down by what is named.
    pub fn question(&self, log: &EventLog, metric: &Metric) -> Answer<Question> {
        let cohort = self.params.cohort.unwrap_or_default();
        let of_quotas = matches!(metric.figure, Formula::Attainment(_));
        let by = self.params.by.iter().filter(|name| !name.is_empty());
        if of_quotas && by.clone().count() > 1 {
            return Err(Problem::field("by", HOLDERS));
        }
        let read = |name: &String| match name.as_str() {
            field::OWNER | field::TEAM if of_quotas => Ok(By::Field(name.to_owned())),
            _ if of_quotas => Err(Problem::field("by", HOLDERS)),
            name if log.has_field(name) => Ok(By::Field(name.to_owned())),
            "stage" if metric.knows_stages() => Ok(By::Stage),
            "stage" => Err(Problem::field("by", "This metric counts deals, not stays in stages.")),
            "size" => Ok(By::Size),
            "created" => Ok(By::Created(cohort)),
            "process-version" => Ok(By::Version),
            name if log.deals() == 0 => Ok(By::Field(name.to_owned())),
            name => Err(Problem::field("by", format!("No deal has a field {name:?}; see /fields."))),
        };
        let by = by.map(read).collect::<Answer<Vec<By>>>()?;
        Ok(Question { by, ..self.plain(log) })
    }

    /// The question without anything that it is broken down by.
    pub fn plain(&self, log: &EventLog) -> Question {
        let mut question = self.question.clone();
        let quotas = &question.quotas.quotas;
        let currencies = self.rates.of_quotas(log, quotas);
        question.currency = self.rates.change(log, &self.rates.currency(log), currencies.keys().map(String::as_str));
        question.quotas.currencies = currencies;
        question
    }

    /// What was chosen in it.
    pub fn chosen(&self) -> Chosen {
        let some = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
        Chosen { start: some(&self.params.start), goal: some(&self.params.goal) }
    }
}

impl App {
    /// The metrics of the team's own, by name: those of active processes and those made in the browser. Where two have
    /// one id, that of a process is figured.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn metrics(&self) -> Answer<Vec<MetricLine>> {
        let mut all = Vec::new();
        for active in self.processes().await?.iter() {
            let (of, version) = (&active.process, active.saved.version);
            let process = MetricProcess { id: of.id.clone(), name: of.name.clone() };
            all.extend(
                of.metrics_of_data().map(|metric| MetricLine::new(metric, None, version, Some(process.clone()))),
            );
        }
        all.extend(self.metrics_made().await?);
        hide_doubles(&mut all);
        all.sort_by(|a, b| a.metric.name.cmp(&b.metric.name));
        Ok(all)
    }

    /// The metrics that were made in the browser.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn metrics_made(&self) -> Answer<Vec<MetricLine>> {
        let read = |record: store::Record| {
            let metric: Metric = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(MetricLine::made(metric, record.id, record.version))
        };
        self.store.records(METRIC).await?.into_iter().map(read).collect()
    }

    /// What a request asks of a metric. `who`: who alone sees the answer; none where others may see it too.
    ///
    /// # Errors
    /// 422 if it asks for what there is not; if the database cannot be read.
    pub async fn asked(&self, (selection, period, params): Asking, who: Option<&Actor>) -> Answer<Asked> {
        if params.by.len() > 2 {
            return Err(Problem::field("by", "Break it down by at most two things at a time."));
        }
        let against = match (params.against, period) {
            (None, _) => None,
            (Some(_), None) => {
                return Err(Problem::field("against", "Choose a time first, to set another one beside it."));
            }
            (Some(other), Some(period)) => Some(other_time(other, period)?),
        };
        let processes = self.processes().await?;
        let mut promises = Promises { has_process: !processes.is_empty(), ..Promises::default() };
        let mut versions = Vec::new();
        for active in processes.iter() {
            let process = &active.process;
            promises.schemes.extend(process.schemes.iter().cloned());
            for stage in &process.stages {
                promises.all.extend(stage.commitments.iter().map(|commitment| StagePromise {
                    stage: stage.id.clone(),
                    name: stage.name.clone(),
                    commitment: commitment.clone(),
                }));
            }
            versions.extend(active.since().iter().map(|(since, version)| Version { since: *since, version: *version }));
        }
        versions.sort_by_key(|v| v.since);
        let step = params.step;
        let zone = self.work().await?.zone;
        let rates = self.rates().await?;
        let quotas = self.quota_book(who).await?;
        let asked = Question { selection, period, against, step, zone, versions, promises, ..Question::default() };
        let question = Question { quotas, ..asked };
        Ok(Asked { question, params, rates })
    }

    /// The quotas that somebody may see: those of teams, where nobody is named.
    async fn quota_book(&self, who: Option<&Actor>) -> Answer<QuotaBook> {
        let all: Vec<Quota> = self.quotas().await?.into_iter().map(|line| line.quota).collect();
        let sees = |quota: &Quota| match who {
            Some(who) => may_see(who, quota.who, &quota.name),
            None => quota.who == Holder::Team,
        };
        let (quotas, hidden): (Vec<Quota>, Vec<Quota>) = all.into_iter().partition(sees);
        let members = if quotas.is_empty() { Members::default() } else { self.members().await? };
        Ok(QuotaBook { quotas, members, hides: !hidden.is_empty(), ..QuotaBook::default() })
    }

    /// A metric worked out, with what happened to the process meanwhile.
    ///
    /// # Errors
    /// 404 for a metric that is not there; 422 if it is asked for what there is not.
    pub async fn metric_answer(&self, name: String, asked: Asking, who: Option<&Actor>) -> Answer<MetricAnswer> {
        let answered = self.of_metric(name, (asked, who), |log, (metric, page), question| {
            let figures = figures(log, &metric, question);
            (metric, page, figures)
        });
        self.answered(answered.await?).await
    }

    /// What was worked out of a metric, with its words and what happened to the process meanwhile.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn answered(
        &self,
        (metric, page, figures): (Metric, Option<StandardMetric>, Figures),
    ) -> Answer<MetricAnswer> {
        let marks = self.metric_marks(&figures).await?;
        Ok(MetricAnswer { sentence: metric.sentence(), counts: metric.counts_when(), metric, page, figures, marks })
    }

    /// Puts what is asked of the metric with this short id to the log.
    pub async fn of_metric<T: Send + 'static>(
        &self,
        name: String,
        (asked, who): (Asking, Option<&Actor>),
        answer: impl FnOnce(&EventLog, (Metric, Option<StandardMetric>), &Question) -> T + Send + 'static,
    ) -> Answer<T> {
        let own = self.metrics().await?;
        let asked = self.asked(asked, who).await?;
        self.on_log(move |log| {
            let unknown = || Problem::not_found(format!("There is no metric {name:?}."));
            let (metric, page) = named(log, &name, &asked.chosen(), &own).ok_or_else(unknown)?;
            let question = asked.question(log, &metric)?;
            Ok(answer(log, (metric, page), &question))
        })
        .await?
    }

    /// Versions of processes that became active in the time of the series.
    async fn metric_marks(&self, figures: &Figures) -> Answer<Vec<MetricMark>> {
        let (Some(first), Some(last)) = (figures.series.first(), figures.series.last()) else { return Ok(Vec::new()) };
        let span = Period { from: first.from, to: last.to };
        let processes = self.processes().await?;
        let several = processes.iter().count() > 1;
        let mut marks = Vec::new();
        for active in processes.iter() {
            for (at, version) in active.since().iter().filter(|(at, _)| span.from <= *at && *at < span.to) {
                let of = if several { format!(" of {}", active.process.name) } else { String::new() };
                marks.push(MetricMark { at: *at, says: format!("Version {version}{of} became active") });
            }
        }
        marks.sort_by_key(|mark| mark.at);
        Ok(marks)
    }
}

/// Another time, as long as a period.
fn other_time(other: Other, period: Period) -> Answer<Period> {
    let out_of_range = || Problem::field("against", "There is no such time; choose a shorter one.");
    let moved = |at: Timestamp| match other {
        Other::Previous => at.checked_sub(period.to.duration_since(period.from)).ok(),
        Other::Year => {
            let there = at.to_zoned_datetime(jiff::tz::TimeZone::UTC).checked_sub(1.year()).ok()?;
            Some(there.timestamp())
        }
    };
    let (from, to) = moved(period.from).zip(moved(period.to)).ok_or_else(out_of_range)?;
    Ok(Period { from, to })
}

/// The metric with this id: one of the standard ones, with what was chosen in it, or one of the team's.
pub fn named(
    log: &EventLog,
    id: &str,
    chosen: &Chosen,
    own: &[MetricLine],
) -> Option<(Metric, Option<StandardMetric>)> {
    let own = || {
        own.iter().find(|line| line.metric.id == id && line.hidden.is_none()).map(|line| (line.metric.clone(), None))
    };
    page_of(log, id, chosen).map(|page| (page.metric.clone(), Some(page))).or_else(own)
}
