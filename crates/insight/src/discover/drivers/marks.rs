//! What events say: an activity on a side, somebody along, a tag, a role that became known. Each such thing is a
//! mark, known by a number.

use std::collections::HashMap;

use model::{Side, event::kind};
use rayon::prelude::*;

use super::{DriverKind, history::History, say::quoted};
use crate::{
    discover::sentence::capital,
    log::{Class, EventLog, NEVER, NONE},
};

/// Marks looked at, at most: those with the most events.
pub(super) const MOST_MARKS: usize = 120;
/// Attributes of an event that say who was along.
pub(super) const PEOPLE: [&str; 6] = ["role", "participants", "participant", "attendees", "along", "presenter"];
/// Attributes of an event that say what it was about.
pub(super) const ABOUT: [&str; 2] = ["tag", "content"];

/// What a mark is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Mark {
    /// An activity by name, on a side.
    Activity(u32, u8),
    /// An attribute of an event with this value (codes of texts).
    Detail(u32, u32),
    /// A person of this role became known (code of the text).
    Known(u32),
}

/// The marks, and which of them an event bears.
pub(super) struct Marks<'a> {
    log: &'a EventLog,
    pub all: Vec<Mark>,
    /// Mark of an activity by sort of event and side, [`NONE`] for none.
    of_sort: Vec<u32>,
    /// Marks by code of details.
    of_detail: Vec<Vec<u32>>,
    /// Marks of a person that became known by code of details.
    of_known: Vec<Vec<u32>>,
    /// True for sorts by which a person becomes known.
    person: Vec<bool>,
}

/// Sides in the order of [`Side`]'s numbers.
const SIDES: usize = 4;

impl<'a> Marks<'a> {
    pub(super) fn of(history: &History<'a>) -> Self {
        let log = history.log;
        let person: Vec<bool> = log.sorts.all.iter().map(|s| log.sorts.kinds.get(s.kind) == kind::PERSON).collect();
        let mut marks =
            Self { log, all: Vec::new(), of_sort: Vec::new(), of_detail: Vec::new(), of_known: Vec::new(), person };
        let mut counts: Vec<(u64, Mark)> = marks.counts(history).into_iter().map(|(m, n)| (n, m)).collect();
        counts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        counts.truncate(MOST_MARKS);
        marks.all = counts.into_iter().map(|(_, mark)| mark).collect();
        marks.index();
        marks
    }

    /// Events by mark.
    fn counts(&self, history: &History<'_>) -> HashMap<Mark, u64> {
        let (log, sorts, details) = (self.log, self.log.sorts.all.len(), self.log.details.all.len());
        let zero = || (vec![0_u64; sorts * SIDES], vec![0_u64; details], vec![0_u64; details]);
        let count = |mut sums: (Vec<u64>, Vec<u64>, Vec<u64>), deal: &u32| {
            for i in log.range(*deal) {
                let (sort, side, detail) =
                    (log.events.sort[i] as usize, log.events.side[i] as usize, log.events.detail(i));
                sums.0[sort * SIDES + side] += 1;
                if detail != NONE {
                    (if self.person[sort] { &mut sums.2 } else { &mut sums.1 })[detail as usize] += 1;
                }
            }
            sums
        };
        let add = |mut a: (Vec<u64>, Vec<u64>, Vec<u64>), b: (Vec<u64>, Vec<u64>, Vec<u64>)| {
            a.0.iter_mut().zip(b.0).for_each(|(a, b)| *a += b);
            a.1.iter_mut().zip(b.1).for_each(|(a, b)| *a += b);
            a.2.iter_mut().zip(b.2).for_each(|(a, b)| *a += b);
            a
        };
        let (by_sort, by_detail, by_known) =
            history.deals.par_iter().with_min_len(4096).fold(zero, count).reduce(zero, add);
        let mut counts = HashMap::new();
        for (at, n) in by_sort.into_iter().enumerate().filter(|(_, n)| *n > 0) {
            if let Some(mark) = self.activity(at / SIDES, at % SIDES) {
                *counts.entry(mark).or_default() += n;
            }
        }
        for (detail, (n, known)) in by_detail.into_iter().zip(by_known).enumerate() {
            for (mark, n) in self.details(detail).map(|m| (m, n)).chain(self.known(detail).map(|m| (m, known))) {
                if n > 0 {
                    *counts.entry(mark).or_default() += n;
                }
            }
        }
        counts
    }

    fn activity(&self, sort: usize, side: usize) -> Option<Mark> {
        let sort = &self.log.sorts.all[sort];
        let system = side == Side::System as usize;
        (sort.class == Class::Activity && !system).then_some(Mark::Activity(sort.name, side as u8))
    }

    fn details(&self, detail: usize) -> impl Iterator<Item = Mark> + '_ {
        let of = |name: &u32| {
            let name = self.log.details.texts.get(*name);
            PEOPLE.contains(&name) || ABOUT.contains(&name)
        };
        self.log.details.all[detail]
            .iter()
            .filter(move |(name, _)| of(name))
            .map(|(name, value)| Mark::Detail(*name, *value))
    }

    fn known(&self, detail: usize) -> impl Iterator<Item = Mark> + '_ {
        let role = |name: &u32| self.log.details.texts.get(*name) == "role";
        self.log.details.all[detail].iter().filter(move |(name, _)| role(name)).map(|(_, value)| Mark::Known(*value))
    }

    fn index(&mut self) {
        let number: HashMap<&Mark, u32> = self.all.iter().zip(0..).collect();
        let sorts = 0..self.log.sorts.all.len() * SIDES;
        let of_sort =
            sorts.map(|at| self.activity(at / SIDES, at % SIDES).and_then(|m| number.get(&m).copied()).unwrap_or(NONE));
        let details = 0..self.log.details.all.len();
        let of_detail = details.clone().map(|d| self.details(d).filter_map(|m| number.get(&m).copied()).collect());
        let of_known = details.map(|d| self.known(d).filter_map(|m| number.get(&m).copied()).collect());
        (self.of_sort, self.of_detail, self.of_known) = (of_sort.collect(), of_detail.collect(), of_known.collect());
    }

    /// The marks of an event by its place in the log.
    pub(super) fn at(&self, event: usize) -> impl Iterator<Item = usize> + '_ {
        let (sort, side, detail) =
            (self.log.events.sort[event] as usize, self.log.events.side[event] as usize, self.log.events.detail(event));
        let more: &[u32] = match detail {
            NONE => &[],
            detail if self.person[sort] => &self.of_known[detail as usize],
            detail => &self.of_detail[detail as usize],
        };
        let activity = Some(self.of_sort[sort * SIDES + side]).filter(|m| *m != NONE);
        activity.into_iter().chain(more.iter().copied()).map(|m| m as usize)
    }

    /// Dated events of a deal in order, with their moments.
    pub(super) fn dated(&self, deal: u32) -> impl Iterator<Item = (usize, i64)> + '_ {
        self.log.range(deal).map(|i| (i, self.log.events.at[i])).filter(|(_, at)| *at != NEVER)
    }

    /// What sort of thing a mark is.
    pub(super) fn kind(&self, mark: usize) -> DriverKind {
        match &self.all[mark] {
            Mark::Known(_) => DriverKind::People,
            Mark::Detail(name, _) if PEOPLE.contains(&self.log.details.texts.get(*name)) => DriverKind::People,
            Mark::Detail(..) => DriverKind::Act,
            Mark::Activity(name, side) => match self.side(*name, *side) {
                Side::Prospect => DriverKind::ProspectAct,
                Side::Rep => DriverKind::RepAct,
                Side::System | Side::Unknown => DriverKind::Act,
            },
        }
    }

    /// Whose act an activity is: as recorded; where that is unknown, whose alone it can be.
    fn side(&self, name: u32, side: u8) -> Side {
        match side {
            0 => Side::Prospect,
            1 => Side::Rep,
            _ => {
                let sorts = self.log.sorts.all.iter().filter(|s| s.name == name);
                let known = |s: &crate::log::Sort| {
                    model::touchpoint::touchpoint(self.log.sorts.kinds.get(s.kind)).filter(|t| t.only_prospect)
                };
                sorts.filter_map(known).next().map_or(Side::Unknown, |t| t.side)
            }
        }
    }

    /// The name of the activity, where it is one.
    pub(super) fn activity_name(&self, mark: usize) -> Option<&'a str> {
        match self.all[mark] {
            Mark::Activity(name, _) => Some(self.log.sorts.names.get(name)),
            _ => None,
        }
    }

    /// A stable name.
    pub(super) fn id(&self, mark: usize) -> String {
        let texts = &self.log.details.texts;
        match self.all[mark] {
            Mark::Activity(name, side) => {
                let side = ["prospect", "rep", "system", "unknown"].get(side as usize).copied().unwrap_or_default();
                format!("act:{side}:{}", self.log.sorts.names.get(name))
            }
            Mark::Detail(name, value) => format!("{}:{}", texts.get(name), texts.get(value)),
            Mark::Known(role) => format!("known:{}", texts.get(role)),
        }
    }

    /// A short name.
    pub(super) fn title(&self, mark: usize) -> String {
        let texts = &self.log.details.texts;
        match self.all[mark] {
            Mark::Activity(name, _) => self.log.sorts.names.get(name).to_owned(),
            Mark::Detail(name, value) if PEOPLE.contains(&texts.get(name)) => {
                capital(&role(texts.get(value))) + " along"
            }
            Mark::Detail(name, value) => {
                format!("{} {}", capital(texts.get(name)), quoted(texts.get(value)))
            }
            Mark::Known(value) => capital(&role(texts.get(value))) + " known",
        }
    }

    /// Follows `deals`.
    pub(super) fn with(&self, mark: usize) -> String {
        let texts = &self.log.details.texts;
        match self.all[mark] {
            Mark::Activity(name, _) => format!("with {}", quoted(self.log.sorts.names.get(name))),
            Mark::Detail(name, value) if PEOPLE.contains(&texts.get(name)) => {
                format!("with {} along", somebody(&role(texts.get(value))))
            }
            Mark::Detail(name, value) => format!("with {} {}", texts.get(name), quoted(texts.get(value))),
            Mark::Known(value) => format!("in which {} was known", role(texts.get(value))),
        }
    }

    /// True for somebody along or what an event was about.
    pub(super) fn is_detail(&self, mark: usize) -> bool {
        matches!(self.all[mark], Mark::Detail(..))
    }

    /// True where two marks are activities of the same name.
    pub(super) fn one_side_only(&self, mark: usize) -> bool {
        let Mark::Activity(name, _) = self.all[mark] else { return true };
        self.all.iter().filter(|m| matches!(m, Mark::Activity(n, _) if *n == name)).count() == 1
    }
}

/// `an engineer`; what is more than a word may be a name and stands as it was written.
fn somebody(role: &str) -> String {
    match role.chars().next() {
        Some(first) if !role.contains(' ') => format!("{} {role}", if "aeiou".contains(first) { "an" } else { "a" }),
        _ => quoted(role),
    }
}

/// A role in words: `decision-maker` is `decision maker`.
fn role(text: &str) -> String {
    text.replace(['-', '_'], " ").to_lowercase()
}
