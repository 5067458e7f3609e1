//! By what a metric is broken down.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use model::{Timestamp, process::VERSION_FIELD};
use rayon::prelude::*;

use super::{By, Version, acts::value};
use crate::{
    discover::stages::order,
    log::{EventLog, Field, NEVER, NONE},
    measure::{
        Currency, Step,
        calendar::{first_day, steps},
        worth::Worths,
    },
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
    Deal(Vec<u32>),
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
        Self { labels, rest: false, how: How::Deal(Vec::new()) }
    }

    /// Whether it is the stage alone that decides.
    pub(super) fn is_of_stage(&self) -> bool {
        matches!(self.how, How::Stage(_))
    }

    /// The group of what a deal brings in a stage, by its code.
    pub(super) fn group(&self, deal: u32, stage: u32) -> usize {
        match &self.how {
            How::Field { field, group } => {
                let code = field.map_or(NONE, |f| f.code(deal)) as usize;
                group.get(code).or(group.last()).copied().unwrap_or(0)
            }
            How::Stage(group) => group.get(stage as usize).or(group.last()).copied().unwrap_or(0),
            How::Deal(group) => group.get(deal as usize).copied().unwrap_or(0) as usize,
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
        let known: Vec<(u32, f64)> = deals.par_iter().filter_map(|d| Some((*d, value(&worths, *d)?))).collect();
        let mut sorted: Vec<f64> = known.iter().map(|k| k.1).collect();
        sorted.par_sort_unstable_by(f64::total_cmp);
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
        let mut group = vec![labels.len() as u32 - 1; rows(deals)];
        known.iter().for_each(|(deal, v)| group[*deal as usize] = bounds.partition_point(|b| b <= v) as u32);
        Self { labels, rest: false, how: How::Deal(group) }
    }

    fn created(log: &EventLog, deals: &[u32], step: Step, zone: &TimeZone) -> Self {
        let label = |at: i64| {
            let day = first_day(Timestamp::from_microsecond(at).ok()?, step, zone)?;
            Some(match step {
                Step::Day | Step::Week => day.to_string(),
                Step::Month => day.strftime("%Y-%m").to_string(),
                Step::Quarter => format!("{}-Q{}", day.year(), (day.month() + 2) / 3),
                Step::Year => day.year().to_string(),
            })
        };
        let mut known: BTreeMap<i64, i64> = BTreeMap::new();
        let mut begin = |deal: u32| {
            let at = Some(log.deals.created[deal as usize]).filter(|at| *at != NEVER)?;
            let found = known.range(..=at).next_back().filter(|(_, to)| at < **to).map(|(from, _)| *from);
            found.or_else(|| {
                let (from, to) = steps(at, at, step, zone).into_iter().next()?;
                known.insert(from, to);
                Some(from)
            })
        };
        let begins: Vec<Option<i64>> = deals.iter().map(|deal| begin(*deal)).collect();
        // nothing, then the steps in order
        let labels = std::iter::once(None).chain(known.keys().map(|from| label(*from)));
        let labels: Vec<String> = labels.map(Option::unwrap_or_default).collect();
        let all: Vec<i64> = known.into_keys().collect();
        let place = |from: &Option<i64>| from.map_or(0, |from| all.partition_point(|f| *f <= from)) as u32;
        Self::by_place(&labels, deals.iter().zip(&begins).map(|(deal, from)| (*deal, place(from))).collect())
    }

    fn version(log: &EventLog, deals: &[u32], versions: &[Version]) -> Self {
        let pins = log.deals.field(VERSION_FIELD);
        let pinned = |code: u32| Some(pins?.values.get(code).rsplit_once('/')?.1.to_owned());
        // those that some deals are kept to, then those by time, then nothing
        let mut labels: Vec<String> = (0..pins.map_or(0, |f| f.values.len()) as u32).filter_map(pinned).collect();
        labels.extend(versions.iter().map(|v| v.version.to_string()));
        labels.push(String::new());
        labels.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        labels.dedup();
        let find = |label: &str| labels.iter().position(|l| l == label).unwrap_or(0) as u32;
        let by_pin: Vec<Option<u32>> =
            (0..pins.map_or(0, |f| f.values.len()) as u32).map(|code| Some(find(&pinned(code)?))).collect();
        let by_time: Vec<u32> = versions.iter().map(|v| find(&v.version.to_string())).collect();
        let place = |deal: u32| {
            let pin = pins.and_then(|f| by_pin.get(f.code(deal) as usize).copied().flatten());
            let created = log.created(deal);
            let began = |v: &&Version| created.is_some_and(|created| v.since <= created);
            let by_time = || by_time.get(versions.iter().take_while(began).count().saturating_sub(1)).copied();
            pin.or_else(by_time).unwrap_or(0)
        };
        Self::by_place(&labels, deals.par_iter().map(|deal| (*deal, place(*deal))).collect())
    }

    /// Groups by the places of the deals among labels that are in order; only of those that any deal has, and of the last
    /// ones where there are too many.
    fn by_place(all: &[String], of_deals: Vec<(u32, u32)>) -> Self {
        let mut used = vec![false; all.len()];
        of_deals.iter().for_each(|(_, place)| used[*place as usize] = true);
        let mut kept: Vec<usize> = (0..all.len()).filter(|place| used[*place]).collect();
        let left_out = kept.len().saturating_sub(MOST);
        let kept = kept.split_off(left_out);
        let mut groups = vec![kept.len() as u32; all.len()];
        kept.iter().zip(0..).for_each(|(place, group)| groups[*place] = group);
        let mut labels: Vec<String> = kept.into_iter().map(|place| all[place].clone()).collect();
        let mut group = vec![0; of_deals.iter().map(|(deal, _)| *deal as usize + 1).max().unwrap_or(0)];
        of_deals.iter().for_each(|(deal, place)| group[*deal as usize] = groups[*place as usize]);
        let rest = left_out > 0;
        if rest {
            labels.push(String::new());
        }
        Self { labels, rest, how: How::Deal(group) }
    }
}

/// One more than the highest number of a deal.
fn rows(deals: &[u32]) -> usize {
    deals.iter().max().map_or(0, |deal| *deal as usize + 1)
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
