//! Win rate by field and attribute, and which differences the data supports.

use std::collections::BTreeMap;

use model::Outcome;

use super::{Difference, Group};
use crate::{
    log::{EventLog, Field, MICROS_A_DAY, NEVER, NONE, OWNER, PRODUCT, TEAM},
    stats::{
        exact::{benjamini_hochberg, chi_square, fisher},
        proportion::wilson,
        quantile::median_of,
    },
};

/// Values listed in a breakdown at most.
const LISTED: usize = 50;
/// An attribute with more distinct values among closed deals is no way to group them.
const MOST_VALUES: usize = 40;
/// An attribute of numbers with more distinct values is a measure, not a group.
const MOST_NUMBERS: usize = 12;
/// Differences below this adjusted p are supported.
const SUPPORTED: f64 = 0.05;

/// Breakdowns by owner, team, product and every attribute that groups the deals, and the tests of their differences.
pub(super) fn breakdowns(log: &EventLog, deals: &[u32]) -> (BTreeMap<String, Vec<Group>>, Vec<Difference>) {
    let mut named: Vec<(String, Vec<Group>)> = Vec::new();
    let mut shares: Vec<Vec<(u64, u64)>> = Vec::new();
    for (place, field) in log.deals.fields.iter().enumerate() {
        let groups = groups(log, field, deals);
        if is_grouping(place, &groups) {
            shares.push(groups.iter().filter(|g| g.closed > 0).map(|g| (g.won, g.closed)).collect());
            named.push((field.name.clone(), groups));
        }
    }
    adjust(&mut named, &shares);
    let differences = differences(&named, &shares);
    for (_, groups) in &mut named {
        groups.truncate(LISTED);
    }
    (named.into_iter().collect(), differences)
}

/// True for owner, team and product with any values, and for attributes with a few.
fn is_grouping(place: usize, groups: &[Group]) -> bool {
    let closed = groups.iter().filter(|g| g.closed > 0);
    let values: Vec<&str> = closed.map(|g| g.value.as_str()).filter(|v| !v.is_empty()).collect();
    match place {
        OWNER | TEAM | PRODUCT => !values.is_empty(),
        place if place < crate::log::FIELDS.len() => false,
        _ => {
            let most = if values.iter().all(|v| v.parse::<f64>().is_ok()) { MOST_NUMBERS } else { MOST_VALUES };
            (2..=most).contains(&values.len())
        }
    }
}

fn groups(log: &EventLog, field: &Field, deals: &[u32]) -> Vec<Group> {
    let none = field.values.len();
    let mut groups: Vec<(Group, Vec<i64>)> =
        (0..=none as u32).map(|code| (group(field.values.get(code)), Vec::new())).collect();
    for deal in deals {
        let code = field.code(*deal);
        let (group, micros) = &mut groups[if code == NONE { none } else { code as usize }];
        match log.outcome(*deal) {
            Outcome::Open => group.open += 1,
            Outcome::Lost => group.closed += 1,
            Outcome::Won => {
                group.closed += 1;
                group.won += 1;
                group.won_minor = group.won_minor.saturating_add(log.value_minor(*deal).unwrap_or(0));
                let (from, to) = (log.deals.created[*deal as usize], log.deals.closed[*deal as usize]);
                if from <= to && to != NEVER {
                    micros.push(to - from);
                }
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().filter(|(g, _)| g.closed + g.open > 0).map(finished).collect();
    groups
        .sort_by(|a, b| b.closed.cmp(&a.closed).then_with(|| b.open.cmp(&a.open)).then_with(|| a.value.cmp(&b.value)));
    groups
}

fn group(value: &str) -> Group {
    Group { value: value.to_owned(), ..Group::default() }
}

fn finished((mut group, mut micros): (Group, Vec<i64>)) -> Group {
    group.rate = (group.closed > 0).then(|| group.won as f64 / group.closed as f64);
    (group.low, group.high) = wilson(group.won, group.closed).unzip();
    group.median_days = median_of(&mut micros).map(|m| m / MICROS_A_DAY);
    group
}

/// p of each value against all others of its breakdown, adjusted over all values of all breakdowns.
fn adjust(named: &mut [(String, Vec<Group>)], shares: &[Vec<(u64, u64)>]) {
    let mut places = Vec::new();
    let mut p = Vec::new();
    for (b, ((_, groups), shares)) in named.iter().zip(shares).enumerate() {
        let (won, closed) = shares.iter().fold((0, 0), |(w, c), s| (w + s.0, c + s.1));
        for (g, group) in groups.iter().enumerate().filter(|(_, g)| g.closed > 0 && g.closed < closed) {
            let (others_won, others) = (won - group.won, closed - group.closed);
            p.push(fisher(group.won, group.closed - group.won, others_won, others - others_won));
            places.push((b, g));
        }
    }
    for ((b, g), p) in places.into_iter().zip(benjamini_hochberg(&p)) {
        named[b].1[g].p_adjusted = Some(p);
        named[b].1[g].supported = p < SUPPORTED;
    }
}

fn differences(named: &[(String, Vec<Group>)], shares: &[Vec<(u64, u64)>]) -> Vec<Difference> {
    let p: Vec<Option<f64>> = shares.iter().map(|s| chi_square(s)).collect();
    let known: Vec<f64> = p.iter().flatten().copied().collect();
    let mut adjusted = benjamini_hochberg(&known).into_iter();
    let entry = |((name, groups), p): (&(String, Vec<Group>), &Option<f64>)| {
        let p_adjusted = p.and_then(|_| adjusted.next());
        let supported = p_adjusted.is_some_and(|p| p < SUPPORTED);
        let values = groups.iter().filter(|g| g.closed > 0).count() as u64;
        let sentence = super::sentence::difference(name, groups, p_adjusted, supported);
        Difference { field: name.clone(), values, p_adjusted, supported, sentence }
    };
    named.iter().zip(&p).map(entry).collect()
}
