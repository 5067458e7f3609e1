//! The steps of a deal as maps and variants show them.

use rustc_hash::FxHashMap;

use super::{EventLog, NEVER, NONE, columns::Class};
use crate::parts::{added, tallied};

/// Which events count as steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// All but book-keeping.
    All,
    /// Stages and closings.
    Stages,
}

/// The name of the step that stands for the beginning of a deal where a log tells nothing else.
const CREATED: &str = "Created";

/// The steps of all deals of a log. A step is the number of a name (see [`Steps::name`]) and a moment.
#[derive(Clone)]
pub(crate) struct Steps<'a> {
    log: &'a EventLog,
    /// Number of the name by sort of event; [`NONE`]: no step.
    shown: Vec<u32>,
    names: Vec<&'a str>,
    classes: Vec<Class>,
    /// The name that every deal begins with, if the log tells of closings alone.
    created: u32,
}

impl<'a> Steps<'a> {
    pub(crate) fn of(log: &'a EventLog, view: View) -> Self {
        let sorts = &log.sorts.all;
        let counts = |class: Class| match view {
            View::All => class.is_a_step(),
            View::Stages => !matches!(class, Class::Admin | Class::Left | Class::Activity),
        };
        let shown = sorts.iter().map(|s| if counts(s.class) { s.name } else { NONE }).collect();
        let mut names: Vec<&str> = log.sorts.names.iter().collect();
        let mut classes = vec![Class::Activity; names.len()];
        for sort in sorts.iter().filter(|s| !matches!(s.class, Class::Admin | Class::Left | Class::Activity)) {
            classes[sort.name as usize] = sort.class;
        }
        let tells = |s: &super::columns::Sort| matches!(s.class, Class::Stage | Class::Activity);
        let mut created = NONE;
        if !sorts.iter().any(tells) {
            created = names.len() as u32;
            names.push(CREATED);
            classes.push(Class::Activity);
        }
        Self { log, shown, names, classes, created }
    }

    /// The same without the activities that are not kept: what came before and after one of them follow directly.
    pub(crate) fn only(mut self, keep: impl Fn(&str) -> bool) -> Self {
        let kept: Vec<bool> = self.names.iter().map(|name| keep(name)).collect();
        self.shown.iter_mut().filter(|name| !kept.get(**name as usize).is_some_and(|k| *k)).for_each(|n| *n = NONE);
        self.created = if self.created == NONE || kept[self.created as usize] { self.created } else { NONE };
        self
    }

    /// The same with activities whose names differ in numbers and letter case only taken together, under the name
    /// that came first.
    pub(crate) fn grouped(mut self) -> Self {
        let mut first: FxHashMap<String, u32> = FxHashMap::default();
        let group: Vec<u32> =
            (0..).zip(&self.names).map(|(i, n)| *first.entry(without_numbers(n)).or_insert(i)).collect();
        self.shown.iter_mut().filter(|n| **n != NONE).for_each(|n| *n = group[*n as usize]);
        self
    }

    /// True if both show the same events.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        self.shown == other.shown
    }

    /// How often each step comes in the deals, by its number.
    pub(crate) fn frequencies(&self, deals: &[u32]) -> Vec<u64> {
        let none = || vec![0_u64; self.shown.len()];
        let count = |counts: &mut Vec<u64>, deal: u32| {
            self.events_of(deal).1.iter().for_each(|sort| counts[*sort as usize] += 1);
        };
        let by_sort = tallied(deals, none, count, added);
        let mut counts = vec![0; self.names()];
        for (step, n) in self.shown.iter().zip(by_sort).filter(|(step, _)| **step != NONE) {
            counts[*step as usize] += n;
        }
        if let Some(created) = counts.get_mut(self.created as usize) {
            *created += deals.len() as u64;
        }
        counts
    }

    /// How many events the deals have, steps or not.
    pub(crate) fn events(&self, deals: &[u32]) -> usize {
        deals.iter().map(|deal| self.log.range(*deal).len()).sum()
    }

    /// How many names there are; some may never come.
    pub(crate) fn names(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn name(&self, step: u32) -> &'a str {
        self.names.get(step as usize).copied().unwrap_or_default()
    }

    pub(crate) fn class(&self, step: u32) -> Class {
        self.classes.get(step as usize).copied().unwrap_or(Class::Activity)
    }

    /// The number of a name.
    pub(crate) fn code(&self, name: &str) -> Option<u32> {
        self.names.iter().position(|n| *n == name).map(|at| at as u32)
    }

    /// Reads the steps of a deal, as [`Steps::of_deal`] tells them, into `path`. Tens of millions of events come here, so
    /// nothing branches.
    #[inline]
    pub(crate) fn read(&self, deal: u32, path: &mut Vec<(u32, i64)>) {
        let (at, sort) = self.events_of(deal);
        path.resize(at.len() + 1, (NONE, NEVER));
        path[0] = self.beginning(deal);
        let mut n = usize::from(self.created != NONE);
        for (at, sort) in at.iter().zip(sort) {
            let step = self.shown[*sort as usize];
            path[n] = (step, *at);
            n += usize::from(step != NONE);
        }
        path.truncate(n);
    }

    /// The steps of a deal in order; the moment is [`NEVER`] where unknown.
    pub(crate) fn of_deal(&self, deal: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        let (at, sort) = self.events_of(deal);
        let first = (self.created != NONE).then(|| self.beginning(deal));
        let steps = at.iter().zip(sort).map(|(at, sort)| (self.shown[*sort as usize], *at));
        first.into_iter().chain(steps.filter(|(name, _)| *name != NONE))
    }

    /// Moments and sorts of a deal's events.
    fn events_of(&self, deal: u32) -> (&[i64], &[u32]) {
        let range = self.log.range(deal);
        (&self.log.events.at[range.clone()], &self.log.events.sort[range])
    }

    /// The step that a deal begins with where the log tells of closings alone.
    fn beginning(&self, deal: u32) -> (u32, i64) {
        (self.created, self.log.deals.created.get(deal as usize).copied().unwrap_or(NEVER))
    }
}

/// The name in small letters with `#` for every number.
pub(crate) fn without_numbers(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.trim().chars().flat_map(char::to_lowercase) {
        match c {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            _ => out.push(c),
        }
    }
    out
}
