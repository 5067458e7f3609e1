//! By what a metric is broken down.

use jiff::tz::TimeZone;
use model::{Timestamp, process::VERSION_FIELD};
use rustc_hash::FxHashMap;

use super::{By, Version, acts::value, unit::Unit};
use crate::{
    discover::stages::order,
    log::{EventLog, Field, NEVER, NONE},
    measure::{Currency, Step, calendar::first_day, worth::Worths},
};

/// Values told apart at most; what is beyond them is one group.
const MOST: usize = 50;
/// Bands of values.
const BANDS: usize = 4;

/// One thing that deals or stays differ in.
pub(super) struct Axis<'a> {
    /// The values, and last, if `rest`, that of all others.
    pub labels: Vec<String>,
    pub rest: bool,
    how: How<'a>,
}

enum How<'a> {
    /// By the code of a field's value; deals without one are the last entry.
    Field { field: Option<&'a Field>, group: Vec<usize> },
    /// By the code of the unit's stage; no stage is the last entry.
    Stage(Vec<usize>),
    /// By the deal's number.
    Deal(FxHashMap<u32, usize>),
}

impl<'a> Axis<'a> {
    pub(super) fn of(log: &'a EventLog, deals: &[u32], by: &By, ask: &Ask<'_>) -> Self {
        match by {
            By::Field(name) => Self::field(log, deals, name),
            By::Stage => Self::stage(log, deals),
            By::Size => Self::size(log, deals, ask.currency),
            By::Created(step) => Self::created(log, deals, *step, ask.zone),
            By::Version => Self::version(log, deals, ask.versions),
        }
    }

    /// By what is not of deals.
    pub(super) fn of_labels(labels: Vec<String>) -> Self {
        Self { labels, rest: false, how: How::Deal(FxHashMap::default()) }
    }

    /// The group of what a deal brings.
    pub(super) fn group(&self, deal: u32, unit: &Unit) -> usize {
        match &self.how {
            How::Field { field, group } => {
                let code = field.map_or(NONE, |f| f.code(deal)) as usize;
                group.get(code).or(group.last()).copied().unwrap_or(0)
            }
            How::Stage(group) => group.get(unit.stage as usize).or(group.last()).copied().unwrap_or(0),
            How::Deal(group) => group.get(&deal).copied().unwrap_or(0),
        }
    }

    fn field(log: &'a EventLog, deals: &[u32], name: &str) -> Self {
        let field = log.deals.field(name);
        let none = field.map_or(0, |f| f.values.len());
        let mut counts = vec![0_u64; none + 1];
        for deal in deals {
            counts[(field.map_or(NONE, |f| f.code(*deal)) as usize).min(none)] += 1;
        }
        let text = |code: usize| field.filter(|_| code < none).map_or("", |f| f.values.get(code as u32));
        let (labels, rest, group) = most(&counts, text);
        Self { labels, rest, how: How::Field { field, group } }
    }

    fn stage(log: &EventLog, deals: &[u32]) -> Self {
        let stages = order(log, deals);
        let none = log.sorts.stages.len();
        let mut group = vec![usize::MAX; none + 1];
        stages.iter().take(MOST).enumerate().for_each(|(place, stage)| group[*stage as usize] = place);
        let mut labels: Vec<String> =
            stages.iter().take(MOST).map(|stage| log.sorts.stages.get(*stage).to_owned()).collect();
        let last = labels.len();
        group.iter_mut().filter(|g| **g == usize::MAX).for_each(|g| *g = last);
        labels.push(String::new());
        Self { labels, rest: stages.len() > MOST, how: How::Stage(group) }
    }

    fn size(log: &EventLog, deals: &[u32], currency: &Currency) -> Self {
        let worths = Worths::of(log, currency);
        let known: Vec<(u32, f64)> = deals.iter().filter_map(|d| Some((*d, value(&worths, *d)?))).collect();
        let mut sorted: Vec<f64> = known.iter().map(|k| k.1).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let mut bounds: Vec<f64> = (1..BANDS).filter_map(|i| sorted.get(sorted.len() * i / BANDS).copied()).collect();
        bounds.dedup();
        let amount = |minor: f64| model::money::decimal(minor as i64);
        let mut labels: Vec<String> = Vec::new();
        for i in 0..=bounds.len() {
            labels.push(match (i.checked_sub(1).map(|i| bounds[i]), bounds.get(i)) {
                (None, Some(to)) => format!("below {}", amount(*to)),
                (Some(from), Some(to)) => format!("{} to below {}", amount(from), amount(*to)),
                (Some(from), None) => format!("{} and more", amount(from)),
                (None, None) => "all".to_owned(),
            });
        }
        labels.push(String::new());
        let none = labels.len() - 1;
        let mut group: FxHashMap<u32, usize> = deals.iter().map(|deal| (*deal, none)).collect();
        group.extend(known.iter().map(|(deal, v)| (*deal, bounds.partition_point(|b| b <= v))));
        Self { labels, rest: false, how: How::Deal(group) }
    }

    fn created(log: &EventLog, deals: &[u32], step: Step, zone: &TimeZone) -> Self {
        let label = |deal: u32| {
            let at = Some(log.deals.created[deal as usize]).filter(|at| *at != NEVER)?;
            let day = first_day(Timestamp::from_microsecond(at).ok()?, step, zone)?;
            Some(match step {
                Step::Day | Step::Week => day.to_string(),
                Step::Month => day.strftime("%Y-%m").to_string(),
                Step::Quarter => format!("{}-Q{}", day.year(), (day.month() + 2) / 3),
                Step::Year => day.year().to_string(),
            })
        };
        let of_deals = deals.iter().map(|deal| (*deal, label(*deal).unwrap_or_default()));
        Self::by_label(of_deals.collect())
    }

    fn version(log: &EventLog, deals: &[u32], versions: &[Version]) -> Self {
        let label = |deal: u32| {
            if let Some((_, version)) = log.field(deal, VERSION_FIELD).and_then(|pin| pin.rsplit_once('/')) {
                return version.to_owned();
            }
            let created = log.created(deal);
            let began = |v: &&Version| created.is_some_and(|created| v.since <= created);
            let version = versions.iter().take_while(began).last().or_else(|| versions.first());
            version.map_or_else(String::new, |v| v.version.to_string())
        };
        Self::by_label(deals.iter().map(|deal| (*deal, label(*deal))).collect())
    }

    /// Groups by a text of each deal; the last ones in order, where there are too many.
    fn by_label(of_deals: Vec<(u32, String)>) -> Self {
        let mut all: Vec<&String> = of_deals.iter().map(|(_, label)| label).collect();
        all.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        all.dedup();
        let left_out = all.len().saturating_sub(MOST);
        let mut labels: Vec<String> = all.split_off(left_out).into_iter().cloned().collect();
        let places: FxHashMap<&str, usize> = labels.iter().enumerate().map(|(i, l)| (l.as_str(), i)).collect();
        let last = labels.len();
        let group = of_deals.iter().map(|(deal, label)| (*deal, places.get(label.as_str()).copied().unwrap_or(last)));
        let group = group.collect();
        let rest = left_out > 0;
        if rest {
            labels.push(String::new());
        }
        Self { labels, rest, how: How::Deal(group) }
    }
}

/// What breaking down asks for.
pub(super) struct Ask<'a> {
    pub currency: &'a Currency,
    pub zone: &'a TimeZone,
    pub versions: &'a [Version],
}

/// The values that come most often, as labels, and the group of each code.
fn most<'t>(counts: &[u64], text: impl Fn(usize) -> &'t str) -> (Vec<String>, bool, Vec<usize>) {
    let mut order: Vec<usize> = (0..counts.len()).filter(|code| counts[*code] > 0).collect();
    order.sort_by(|a, b| counts[*b].cmp(&counts[*a]).then_with(|| text(*a).cmp(text(*b))));
    let rest = order.len() > MOST;
    let mut group = vec![order.len().min(MOST); counts.len()];
    order.iter().take(MOST).enumerate().for_each(|(place, code)| group[*code] = place);
    let mut labels: Vec<String> = order.iter().take(MOST).map(|code| text(*code).to_owned()).collect();
    if rest {
        labels.push(String::new());
    }
    (labels, rest, group)
}
