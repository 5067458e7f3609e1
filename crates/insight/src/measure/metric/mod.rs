//! A metric over the deals of a log: of all together, broken down, over time, against another time.

mod acts;
mod attained;
mod axis;
mod cells;
mod drill;
mod foretold;
mod kept;
mod noise;
mod result;
mod source;
mod standard;
mod table;
mod tally;
mod unit;
mod words;

use jiff::tz::TimeZone;
use model::{
    Timestamp,
    metric::{Formula, Metric},
    process::{Commitment, Scheme},
};
use rayon::prelude::*;

pub use self::{
    attained::QuotaBook,
    drill::{Brought, drill},
    result::*,
    standard::{Choice, Chosen, StandardMetric, Topic, page_of, standard},
    table::deals_table,
    words::told,
};
use self::{
    axis::Axis,
    cells::{Cells, Shape},
    noise::Saying,
    source::Source,
    tally::{How, Tally},
};
use super::{
    Currency, Period, Step,
    calendar::{first_day, steps},
};
use crate::{
    log::{EventLog, NEVER},
    select::Selection,
    stats::{control::xmr, survival::Packed},
};

/// Finished steps that a control chart needs.
pub(crate) const ENOUGH: usize = 8;
/// Cells of a table at most.
const MOST_CELLS: usize = 200_000;

/// By what a metric is broken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The values of a field or attribute of deals.
    Field(String),
    /// The stage that a stay or a move is of.
    Stage,
    /// Bands of the deals' value, as many deals in each.
    Size,
    /// When the deal was created, by steps of the calendar: cohorts.
    Created(Step),
    /// The version of the process that the deal goes by.
    Version,
}

/// A version of a process, and since when deals go by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// Since when.
    pub since: Timestamp,
    /// Its number.
    pub version: i64,
}

/// A commitment that a stage asks for.
#[derive(Debug, Clone)]
pub struct StagePromise {
    /// The stage's id.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// The commitment.
    pub commitment: Commitment,
}

/// Commitments that processes ask for.
#[derive(Debug, Clone, Default)]
pub struct Promises {
    /// One after the other.
    pub all: Vec<StagePromise>,
    /// Qualification schemes that their tests may name.
    pub schemes: Vec<Scheme>,
    /// Whether deals go by any process.
    pub has_process: bool,
}

/// What is asked of a metric.
#[derive(Debug, Clone)]
pub struct Question {
    /// Of which deals.
    pub selection: Selection,
    /// Of which time; none: all.
    pub period: Option<Period>,
    /// Against which other time.
    pub against: Option<Period>,
    /// Broken down by at most two things.
    pub by: Vec<By>,
    /// By steps of the calendar.
    pub step: Option<Step>,
    /// Where the team is: days begin and end there.
    pub zone: TimeZone,
    /// In which currency values are told.
    pub currency: Currency,
    /// Versions of the process in order of time.
    pub versions: Vec<Version>,
    /// Commitments that processes ask for.
    pub promises: Promises,
    /// Quotas, where attainment is asked for.
    pub quotas: QuotaBook,
    /// The data is known to reach to this moment, though nothing happened since its last dated one; none: to that one.
    pub reach: Option<Timestamp>,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            period: None,
            against: None,
            by: Vec::new(),
            step: None,
            zone: TimeZone::UTC,
            currency: Currency::default(),
            versions: Vec::new(),
            promises: Promises::default(),
            quotas: QuotaBook::default(),
            reach: None,
        }
    }
}

impl Question {
    /// The moment to which the data reaches, in microseconds; [`NEVER`] for none.
    fn last(&self, log: &EventLog) -> i64 {
        let dated = log.as_of_micros();
        self.reach.filter(|_| dated != NEVER).map_or(dated, |reach| dated.max(reach.as_microsecond()))
    }
}

/// Works a metric out. Its intervals are at 95 %; each group is tested against all others together, corrected by Holm's
/// method; a period against another one. What has not ended counts up to the last dated moment of the data.
pub fn figures(log: &EventLog, metric: &Metric, question: &Question) -> Figures {
    let deals = question.selection.deals(log);
    let source = Source::of(log, metric, question, &deals);
    let how = How::of(&metric.figure);
    let unit = metric.unit();
    let axes = || source.axes(log, question, &deals);
    let shape = shape(log, metric, question, axes(), question.period, question.step);
    let cells = source.gather(&shape, &deals);
    let saying = Saying { unit, how, formula: &metric.figure, currency: &question.currency.name };
    let before = question
        .against
        .map(|period| (period, source.gather(&self::shape(log, metric, question, axes(), Some(period), None), &deals)));
    let one_axis = shape.axes.len() == 1;
    let noise = if one_axis { noise::groups(&cells.groups, &cells.total, &saying) } else { Vec::new() };
    let lengths = |period: Period| (days(question.period, log), days(Some(period), log));
    let against = before.as_ref().map(|(period, other)| Against {
        period: *period,
        figure: other.total.figure(how),
        change: noise::periods(&cells.total, &other.total, lengths(*period), &saying),
    });
    let groups = cells.groups.par_iter().enumerate().filter_map(|(place, tally)| {
        let other = before.as_ref().and_then(|(period, cells)| Some((*period, cells.groups.get(place)?)));
        if tally.n() == 0 && other.is_none_or(|(_, other)| other.n() == 0) {
            return None;
        }
        let (values, rest) = labels(&shape.axes, place);
        Some(GroupFigure {
            values,
            rest,
            figure: tally.figure(how),
            noise: noise.get(place).cloned().flatten(),
            before: other.map(|(_, other)| other.figure(how)),
            change: other.map(|(period, other)| noise::periods(tally, other, lengths(period), &saying)),
        })
    });
    let (total, groups) = rayon::join(|| cells.total.figure(how), || groups.collect());
    let total = source.trouble().map_or(total, Figure::none);
    let series: Vec<PointFigure> = points(question.last(log), &shape, &cells, (how, &question.zone));
    Figures {
        unit,
        currency: if unit.is_money() { question.currency.name.clone() } else { String::new() },
        better: metric.better,
        as_of: log.as_of(),
        period: question.period,
        total,
        against,
        by: question.by.iter().map(By::word).collect(),
        groups,
        lines: lines(&shape, &cells, how),
        control: control(&series),
        series,
        undated: cells.undated,
        without: cells.without,
        notes: source.notes().iter().cloned().chain(notes(log, metric, question, &cells)).collect(),
    }
}

/// Times of the groups of a question that is broken down by one thing: value, observations, figure.
pub(super) fn times_by(log: &EventLog, metric: &Metric, question: &Question) -> Vec<(String, Vec<Packed>, Figure)> {
    let deals = question.selection.deals(log);
    let source = Source::of(log, metric, question, &deals);
    let shape = shape(log, metric, question, source.axes(log, question, &deals), question.period, None);
    let cells = source.gather(&shape, &deals);
    let how = How::of(&metric.figure);
    let named = cells.groups.into_iter().enumerate().filter_map(|(place, tally)| {
        let (values, rest) = labels(&shape.axes, place);
        let figure = tally.figure(how);
        match tally {
            Tally::Times(times) if !rest && !times.is_empty() => Some((values.into_iter().next()?, times, figure)),
            _ => None,
        }
    });
    named.collect()
}

fn shape<'a>(
    log: &'a EventLog,
    metric: &Metric,
    question: &Question,
    axes: Vec<Axis<'a>>,
    period: Option<Period>,
    step: Option<Step>,
) -> Shape<'a> {
    let span = period.map(|p| (p.from.as_microsecond(), p.to.as_microsecond()));
    let last = question.last(log);
    let first = log.all().map(|deal| log.deals.created[deal as usize]).min().filter(|at| *at != NEVER);
    let (from, to) = match span {
        Some((from, to)) => (from.max(first.unwrap_or(from)), (to - 1).min(if last == NEVER { to - 1 } else { last })),
        None => (first.unwrap_or(NEVER), last),
    };
    let has_time = from != NEVER && to != NEVER && from <= to;
    let mut steps = match step.filter(|_| has_time) {
        Some(step) => steps(from, to, step, &question.zone),
        None => Vec::new(),
    };
    let groups: usize = axes.iter().map(|a| a.labels.len()).product();
    if groups * steps.len() > MOST_CELLS {
        steps.drain(..steps.len() - MOST_CELLS / groups.max(1));
    }
    // Deals that stand do so at the end of the time, at the latest just after the last moment of the data.
    let end = span.map_or(i64::MAX, |s| s.1).min(if last == NEVER { i64::MAX } else { last + 1 });
    Shape { axes, steps, span, end, fresh: Tally::of(&metric.figure) }
}

fn labels(axes: &[Axis<'_>], place: usize) -> (Vec<String>, bool) {
    let mut rest = false;
    let mut place = place;
    let mut values: Vec<String> = axes
        .iter()
        .rev()
        .map(|axis| {
            let n = axis.labels.len();
            let own = place % n;
            place /= n;
            rest |= axis.rest && own + 1 == n;
            axis.labels[own].clone()
        })
        .collect();
    values.reverse();
    (values, rest)
}

fn points(last: i64, shape: &Shape<'_>, cells: &Cells, (how, zone): (How, &TimeZone)) -> Vec<PointFigure> {
    let point = |((from, to), tally): (&(i64, i64), &Tally)| {
        Some(PointFigure {
            from: Timestamp::from_microsecond(*from).ok()?,
            to: Timestamp::from_microsecond(*to).ok()?,
            first: first_day(Timestamp::from_microsecond(*from).ok()?, Step::Day, zone)?,
            last: first_day(Timestamp::from_microsecond(*to - 1).ok()?, Step::Day, zone)?,
            finished: *to <= last && shape.span.is_none_or(|s| s.0 <= *from && *to <= s.1),
            figure: tally.figure(how),
        })
    };
    shape.steps.iter().zip(&cells.series).filter_map(point).collect()
}

fn lines(shape: &Shape<'_>, cells: &Cells, how: How) -> Vec<LineFigure> {
    let (Some(axis), false) = (shape.axes.first(), cells.lines.is_empty()) else { return Vec::new() };
    let each = axis.labels.iter().zip(cells.lines.chunks(shape.steps.len())).enumerate();
    let line = |(place, (value, tallies)): (usize, (&String, &[Tally]))| {
        (tallies.iter().any(|t| t.n() > 0)).then(|| LineFigure {
            value: value.clone(),
            rest: axis.rest && place + 1 == axis.labels.len(),
            figures: tallies.iter().map(|t| t.figure(how)).collect(),
        })
    };
    each.filter_map(line).collect()
}

fn control(series: &[PointFigure]) -> Option<Control> {
    let known = series.iter().enumerate().filter(|(_, p)| p.finished).filter_map(|(i, p)| Some((i, p.figure.value?)));
    let (at, values): (Vec<usize>, Vec<f64>) = known.unzip();
    if values.len() < ENOUGH {
        return None;
    }
    let chart = xmr(&values)?;
    let says = match chart.outside.len() {
        0 => "All of this is what it does by itself: no step stands out, so look for no reason in one of them."
            .to_owned(),
        1 => "One step is outside of what it does by itself: ask what was different then.".to_owned(),
        n => format!("{n} steps are outside of what it does by itself: ask what was different then."),
    };
    Some(Control { chart, at, says })
}

/// Days of a period as far as the data reaches; never nothing.
fn days(period: Option<Period>, log: &EventLog) -> f64 {
    let last = log.as_of_micros();
    let all = log.all().map(|deal| log.deals.created[deal as usize]).min().unwrap_or(0);
    let (from, to) = period.map_or((all, last), |p| (p.from.as_microsecond(), p.to.as_microsecond().min(last)));
    (to.saturating_sub(from) as f64 / crate::log::MICROS_A_DAY).max(1.0 / 24.0)
}

fn notes(log: &EventLog, metric: &Metric, question: &Question, cells: &Cells) -> Vec<String> {
    let mut notes = Vec::new();
    let future = |p: Period| log.as_of().is_some_and(|as_of| p.from > as_of);
    if question.period.is_some_and(future) {
        notes.push("This time is after the last day of the data.".to_owned());
    }
    if let Some(kind) = unit::unheard_of(log, metric, &question.promises) {
        notes.push(format!("The data tells of no “{kind}”, so nobody knows how often it happens."));
    }
    let unknown = |stage: &String| log.deals() > 0 && log.sorts.stages.code(stage).is_none();
    let unknown = metric.stages().into_iter().filter(unknown);
    notes.extend(unknown.map(|stage| format!("No deal has ever been in a stage called “{stage}”.")));
    if cells.without > 0 {
        notes.push(format!(
            "{} left out: no amount, or one in a currency without a rate.",
            if cells.without == 1 { "One deal is".to_owned() } else { format!("{} deals are", cells.without) }
        ));
    }
    if cells.undated > 0 && question.period.is_some() {
        notes.push(format!("{} without a date are in no period.", cells.undated));
    }
    notes
}

impl By {
    /// How it is written in an address: the field's name, `stage`, `size`, `created`, `process-version`.
    pub fn word(&self) -> String {
        match self {
            Self::Field(name) => name.clone(),
            Self::Stage => "stage".to_owned(),
            Self::Size => "size".to_owned(),
            Self::Created(_) => "created".to_owned(),
            Self::Version => "process-version".to_owned(),
        }
    }
}
