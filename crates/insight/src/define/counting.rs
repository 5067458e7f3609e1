//! What closed deals had met when they left a stage.

use model::{
    Outcome,
    process::{Process, Stage},
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

    fn plus(self, other: Self) -> Self {
        Self { had: self.had.plus(other.had), not: self.not.plus(other.not) }
    }

    pub(crate) fn all(&self) -> WonLost {
        self.had.plus(self.not)
    }
}

/// A stage of the process with the predicates asked of it: a stretch of those of the columns.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub stage: usize,
    pub tests: std::ops::Range<usize>,
}

impl Asked {
    /// All stages of a process with their exit criteria, as columns of all of these in order hold them.
    pub(crate) fn all(process: &Process) -> Vec<Self> {
        let mut next = 0;
        let one = |(stage, of): (usize, &Stage)| {
            let tests = next..next + of.exit.len();
            next = tests.end;
            Self { stage, tests }
        };
        process.stages.iter().enumerate().map(one).collect()
    }
}

/// What was counted of one stage; a place for each of its predicates.
#[derive(Debug, Clone, Default)]
pub(crate) struct AtStage {
    /// Deals that moved on, when they did so for the last time.
    pub onward: Vec<Met>,
    /// All that left, when they did so for the last time.
    pub left: Vec<Met>,
    /// Of the deals that moved on, those that had it before they came to the stage.
    pub before: Vec<WonLost>,
    /// Deals that moved on at an unknown time.
    pub undated: u64,
}

impl AtStage {
    fn new(tests: usize) -> Self {
        Self {
            onward: vec![Met::default(); tests],
            left: vec![Met::default(); tests],
            before: vec![WonLost::default(); tests],
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
    seen: Seen,
    found: Vec<AtStage>,
}

/// How to count.
pub(crate) struct Counting<'a> {
    pub log: &'a EventLog,
    pub stages: &'a Stages<'a>,
    pub columns: &'a Columns<'a>,
    pub asked: &'a [Asked],
    /// Whether to ask as well what deals had when they came to the stage.
    pub before: bool,
}

impl Counting<'_> {
    /// Counts the closed ones of the deals, stage by stage as asked.
    pub(crate) fn count(&self, deals: &[u32]) -> Vec<AtStage> {
        let fresh = || Tally {
            path: Path::default(),
            seen: self.columns.fresh(),
            found: self.asked.iter().map(|a| AtStage::new(a.tests.len())).collect(),
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
        for (asked, found) in self.asked.iter().zip(found) {
            let exits = path.exits(asked.stage);
            found.undated += u64::from(exits.undated && exits.onward.is_none());
            if let Some(onward) = exits.onward {
                self.each(asked, deal, onward.to, seen, |place, met| found.onward[place].count(met, outcome));
            }
            if let Some(left) = exits.left {
                match exits.onward {
                    // Read already.
                    Some(onward) if onward.to == left.to => {
                        self.held(asked, deal, left.to, seen, |place, met| found.left[place].count(met, outcome));
                    }
                    _ => self.each(asked, deal, left.to, seen, |place, met| found.left[place].count(met, outcome)),
                }
            }
            if let Some(onward) = exits.onward.filter(|_| self.before) {
                self.each(asked, deal, onward.from, seen, |place, met| {
                    if met {
                        found.before[place].add(outcome);
                    }
                });
            }
        }
    }

    fn each(&self, asked: &Asked, deal: u32, at: i64, seen: &mut Seen, take: impl FnMut(usize, bool)) {
        self.columns.read(deal, at, seen);
        self.held(asked, deal, at, seen, take);
    }

    fn held(&self, asked: &Asked, deal: u32, at: i64, seen: &Seen, mut take: impl FnMut(usize, bool)) {
        for (place, test) in asked.tests.clone().enumerate() {
            take(place, self.columns.holds(test, deal, at, seen));
        }
    }
}
