//! What closed deals had met when they left a stage.

use model::{
    Outcome,
    process::{Predicate, Process, Scheme},
};

use super::{
    columns::Columns,
    result::Among,
    signs::Seen,
    way::{Path, Stages},
};
use crate::{
    discover::{drivers::WonLost, sentence::LITTLE},
    log::EventLog,
    parts::tallied,
};

/// Won and lost deals that had met something, and those that had not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Met {
    pub had: WonLost,
    pub not: WonLost,
}

impl Met {
    fn count(&mut self, met: bool, outcome: Outcome) {
        if met { &mut self.had } else { &mut self.not }.add(outcome);
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { had: self.had.plus(other.had), not: self.not.plus(other.not) }
    }

    pub(crate) fn all(&self) -> WonLost {
        self.had.plus(self.not)
    }
}

/// A stage of the process with the predicates asked of it.
pub(crate) struct Asked<'a> {
    stage: usize,
    columns: Columns<'a>,
}

impl<'a> Asked<'a> {
    pub(crate) fn of<'p>(
        log: &'a EventLog,
        stage: usize,
        tests: impl IntoIterator<Item = &'p Predicate>,
        schemes: &'p [Scheme],
    ) -> Self {
        Self { stage, columns: Columns::of(log, tests, schemes) }
    }

    /// All stages of a process with their exit criteria.
    pub(crate) fn all(log: &'a EventLog, process: &Process) -> Vec<Self> {
        let stages = process.stages.iter().enumerate();
        stages.map(|(place, s)| Self::of(log, place, s.exit.iter().map(|c| &c.test), &process.schemes)).collect()
    }

    /// Hands on whether each predicate holds for the deal at the moment.
    fn each(&self, deal: u32, at: i64, seen: &mut Seen, take: impl FnMut(usize, bool)) {
        self.columns.read(deal, at, seen);
        self.again(deal, at, seen, take);
    }

    /// [`Asked::each`] of what was read last.
    fn again(&self, deal: u32, at: i64, seen: &Seen, mut take: impl FnMut(usize, bool)) {
        (0..self.columns.len()).for_each(|place| take(place, self.columns.holds(place, deal, at, seen)));
    }
}

/// What was counted of one stage; a place for each of its predicates.
#[derive(Debug, Clone, Default)]
pub(crate) struct AtStage {
    /// Deals that moved on, when they did so for the last time.
    pub onward: Vec<Met>,
    /// All that left, when they did so for the last time.
    pub left: Vec<Met>,
    /// Deals that moved on, when they had come to the stage.
    pub before: Vec<Met>,
    /// Deals that moved on at an unknown time.
    pub undated: u64,
}

impl AtStage {
    fn new(tests: usize) -> Self {
        Self {
            onward: vec![Met::default(); tests],
            left: vec![Met::default(); tests],
            before: vec![Met::default(); tests],
            undated: 0,
        }
    }

    /// The counts to compare by: those that moved on, but where hardly a lost deal did, all that left.
    pub(crate) fn compared(&self, test: usize) -> (Among, Met) {
        let at = |all: &[Met]| all.get(test).copied().unwrap_or_default();
        let (onward, left) = (at(&self.onward), at(&self.left));
        match onward.all().lost < LITTLE / 2 && left.all().lost >= LITTLE / 2 {
            true => (Among::Left, left),
            false => (Among::MovedOn, onward),
        }
    }

    fn plus(mut self, other: Self) -> Self {
        self.onward.iter_mut().zip(other.onward).for_each(|(a, b)| *a = a.plus(b));
        self.left.iter_mut().zip(other.left).for_each(|(a, b)| *a = a.plus(b));
        self.before.iter_mut().zip(other.before).for_each(|(a, b)| *a = a.plus(b));
        self.undated += other.undated;
        self
    }
}

/// What one thread counts with.
struct Tally {
    path: Path,
    seen: Vec<Seen>,
    found: Vec<AtStage>,
}

/// How to count.
pub(crate) struct Counting<'a> {
    pub log: &'a EventLog,
    pub stages: &'a Stages<'a>,
    pub asked: &'a [Asked<'a>],
    /// Whether to ask as well what deals had when they came to the stage.
    pub before: bool,
}

impl Counting<'_> {
    /// Counts the closed ones of the deals, stage by stage as asked.
    pub(crate) fn count(&self, deals: &[u32]) -> Vec<AtStage> {
        let fresh = || Tally {
            path: Path::default(),
            seen: self.asked.iter().map(|a| a.columns.fresh()).collect(),
            found: self.asked.iter().map(|a| AtStage::new(a.columns.len())).collect(),
        };
        let merged = |a: Tally, b: Tally| Tally {
            found: a.found.into_iter().zip(b.found).map(|(a, b)| a.plus(b)).collect(),
            ..a
        };
        tallied(deals, fresh, |tally, deal| self.take(tally, deal), merged).found
    }

    fn take(&self, Tally { path, seen, found }: &mut Tally, deal: u32) {
        let outcome = self.log.outcome(deal);
        if outcome == Outcome::Open {
            return;
        }
        self.stages.read(deal, path);
        for ((asked, seen), found) in self.asked.iter().zip(seen).zip(found) {
            let exits = path.exits(asked.stage);
            found.undated += u64::from(exits.undated && exits.onward.is_none());
            if asked.columns.len() == 0 {
                continue;
            }
            let AtStage { onward, left, before, .. } = found;
            if let Some(exit) = exits.onward {
                asked.each(deal, exit.to, seen, |place, met| onward[place].count(met, outcome));
            }
            match (exits.onward, exits.left) {
                (Some(onward), Some(exit)) if onward.to == exit.to => {
                    asked.again(deal, exit.to, seen, |place, met| left[place].count(met, outcome));
                }
                (_, Some(exit)) => asked.each(deal, exit.to, seen, |place, met| left[place].count(met, outcome)),
                _ => {}
            }
            if let Some(exit) = exits.onward.filter(|_| self.before) {
                asked.each(deal, exit.from, seen, |place, met| before[place].count(met, outcome));
            }
        }
    }
}
