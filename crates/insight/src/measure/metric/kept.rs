//! Commitments of prospects, and whether they were kept in time.

use model::{
    event::kind,
    process::{Predicate, due_by},
};

use super::{
    Promises, StagePromise,
    unit::{Take, Unit, What},
};
use crate::{
    define::Columns,
    log::{EventLog, NEVER, NONE, moment},
};

/// What is known of commitments: those of the processes with what shows that they were kept.
pub(super) struct Kept<'a> {
    agreed: u32,
    kept: u32,
    dropped: u32,
    known: &'a [StagePromise],
    /// The place of the test of each.
    tests: Vec<Option<usize>>,
    columns: Option<Columns<'a>>,
}

/// One agreement.
struct Agreed {
    set: (u32, u32),
    due: i64,
    /// When somebody said that it was kept; or that it does not hold.
    kept: Option<i64>,
    dropped: bool,
}

impl<'a> Kept<'a> {
    pub(super) fn of(log: &'a EventLog, promises: &'a Promises) -> Self {
        let code = |kind: &str| log.sorts.kinds.code(kind).unwrap_or(NONE);
        let mut tests: Vec<&Predicate> = Vec::new();
        let places = promises.all.iter().map(|promise| {
            let test = promise.commitment.test.as_ref()?;
            tests.push(test);
            Some(tests.len() - 1)
        });
        let places = places.collect();
        let columns = (!tests.is_empty()).then(|| Columns::of(log, tests, &promises.schemes));
        Self {
            agreed: code(kind::COMMITMENT_AGREED),
            kept: code(kind::COMMITMENT_KEPT),
            dropped: code(kind::COMMITMENT_DROPPED),
            known: &promises.all,
            tests: places,
            columns,
        }
    }

    /// Each commitment that was agreed to counts when it fell due; one whose day has not come is open.
    pub(super) fn each(&self, log: &EventLog, deal: u32, now: i64, take: Take<'_>) {
        if self.agreed == NONE {
            return;
        }
        for agreed in self.agreements(log, deal) {
            let was_kept = agreed.kept.is_some_and(|at| at <= agreed.due) || self.shown(log, deal, &agreed);
            let what = match (was_kept, agreed.due <= now) {
                (true, _) => What::Yes,
                (false, true) => What::No,
                (false, false) => What::Open,
            };
            if !agreed.dropped {
                take(Unit { at: agreed.due, until: NEVER, stage: self.stage(log, &agreed), what });
            }
        }
    }

    fn agreements(&self, log: &EventLog, deal: u32) -> Vec<Agreed> {
        let mut found: Vec<Agreed> = Vec::new();
        for row in log.range(deal) {
            let told = log.sorts.all[log.events.sort[row] as usize].kind;
            if ![self.agreed, self.kept, self.dropped].contains(&told) || told == NONE {
                continue;
            }
            let value = |name: &str| attribute(log, row, name);
            let (Some(stage), Some(commitment)) = (value("stage"), value("commitment")) else { continue };
            let set = (stage, commitment);
            let same = found.iter().position(|a| a.set == set);
            let at = log.events.at[row];
            match (same, told) {
                (None, told) if told == self.agreed => {
                    let text = |name| value(name).map(|code| log.details.texts.get(code));
                    let days = self.place(log, set).and_then(|place| self.known.get(place)?.commitment.due_days);
                    let due = moment(at).and_then(|at| due_by(days, at, text("until"), text("due")));
                    if let Some(due) = due {
                        found.push(Agreed { set, due: due.as_microsecond(), kept: None, dropped: false });
                    }
                }
                (Some(place), told) if told == self.kept => found[place].kept = found[place].kept.or(Some(at)),
                (Some(place), told) if told == self.dropped => found[place].dropped = true,
                (Some(place), _) => found[place].dropped = false,
                (None, _) => {}
            }
        }
        found
    }

    /// Which commitment of the processes it is.
    fn place(&self, log: &EventLog, (stage, commitment): (u32, u32)) -> Option<usize> {
        let (stage, commitment) = (log.details.texts.get(stage), log.details.texts.get(commitment));
        self.known.iter().position(|p| p.stage == stage && p.commitment.id == commitment)
    }

    /// True if the process's own test of it held by its day.
    fn shown(&self, log: &EventLog, deal: u32, agreed: &Agreed) -> bool {
        let place = self.place(log, agreed.set).and_then(|place| *self.tests.get(place)?);
        let Some((columns, place)) = self.columns.as_ref().zip(place) else { return false };
        let mut seen = columns.fresh();
        columns.read(deal, agreed.due, &mut seen);
        columns.holds(place, deal, agreed.due, &seen)
    }

    fn stage(&self, log: &EventLog, agreed: &Agreed) -> u32 {
        let name = self.place(log, agreed.set).map(|place| self.known[place].name.as_str());
        name.and_then(|name| log.sorts.stages.code(name)).unwrap_or(NONE)
    }
}

/// The code of the value of an attribute of an event.
fn attribute(log: &EventLog, row: usize, name: &str) -> Option<u32> {
    let name = log.details.texts.code(name)?;
    let set = log.details.all.get(log.events.detail(row) as usize)?;
    set.iter().find(|pair| pair.0 == name).map(|pair| pair.1)
}
