//! One criterion on history.

use std::cmp::Reverse;

use model::{
    Outcome, Timestamp,
    language::Language,
    process::{Predicate, Process, ground, says},
};
use rayon::prelude::*;

use super::{
    columns::Columns,
    counting::{Asked, AtStage, Counting, Met},
    occurs::occurs,
    open,
    parting::Parting,
    result::{Among, CriterionHistory, ExampleDeal, HistoryVerdict, OpenDeals},
    say,
    way::{Path, Stages},
};
use crate::{
    discover::{Proportion, sentence::LITTLE},
    log::EventLog,
    select::Selection,
};

/// Open deals listed at most.
const LISTED: usize = 100;
/// Examples of each sort at most.
const EXAMPLES: usize = 20;

/// Tests a criterion of a stage against history: of the closed deals that moved on from the stage, how many had met it
/// when they did so for the last time, won against lost, and which deals now in the stage it would hold at `now`.
///
/// Moving on is going to a stage further on or being won; not to an earlier, a lost or a nurturing one. Where hardly a
/// deal that moved on was lost, as in the last stage, all that left the stage are compared. Shares have Wilson's interval,
/// their difference Newcombe's, both at 95 %. Predicates are judged as [`model::process::judge`] does: fields as they are
/// now; an undated event counts at the end of the data and later, never before.
pub fn criterion_history(
    log: &EventLog,
    process: &Process,
    stage_id: &str,
    test: &Predicate,
    selection: &Selection,
    language: Language,
    now: Timestamp,
) -> CriterionHistory {
    let deals = selection.deals(log);
    let stages = Stages::of(log, process);
    let columns = Columns::of(log, [test], &process.schemes);
    let place = process.stages.iter().position(|s| s.id == stage_id);
    let asked: Vec<Asked<'_>> = place.iter().map(|stage| Asked::of(log, *stage, [test], &process.schemes)).collect();
    let counting = Counting { log, stages: &stages, asked: &asked, before: false };
    let at_stage = counting.count(&deals).pop().unwrap_or_default();
    let (among, met) = at_stage.compared(0);
    let parting = Parting::of(met.had, met.not, among, 1);
    let verdict = verdict(met, parting.as_ref(), occurs(log, test));
    let examples = Examples { log, stages: &stages, columns: &columns, stage: place.unwrap_or(usize::MAX), among };
    let examples = (verdict != HistoryVerdict::NotInData).then(|| examples.of(&deals));
    let (won_without, lost_with) = examples.unwrap_or_default();
    let mut found = CriterionHistory {
        stage: stage_id.to_owned(),
        says: says(test, language),
        ground: ground(test),
        verdict,
        sentence: String::new(),
        notes: Vec::new(),
        among,
        won: Proportion::new(met.had.won, met.all().won),
        lost: Proportion::new(met.had.lost, met.all().lost),
        with: Proportion::new(met.had.won, met.had.closed()),
        without: Proportion::new(met.not.won, met.not.closed()),
        gain: parting.as_ref().map(Parting::effect),
        p: parting.filter(|_| told(verdict)).map(|parting| parting.p),
        won_without,
        lost_with,
        open: place.map(|stage| open_deals(log, &stages, &columns, stage, &deals, now)).unwrap_or_default(),
    };
    found.sentence = say::sentence(&found, process.stage(stage_id).map(|s| s.name.as_str()));
    found.notes = notes(&found, &at_stage, test, place.is_some_and(|place| stages.is_seen(place)));
    found
}

fn told(verdict: HistoryVerdict) -> bool {
    use HistoryVerdict as V;
    matches!(verdict, V::Supported | V::WonLessOften | V::NoDifference)
}

fn verdict(met: Met, parting: Option<&Parting>, occurs: bool) -> HistoryVerdict {
    let (had, not, all) = (met.had.closed(), met.not.closed(), met.all().closed());
    match parting {
        _ if !occurs => HistoryVerdict::NotInData,
        _ if all < LITTLE => HistoryVerdict::TooLittleData,
        _ if not == 0 => HistoryVerdict::AlwaysMet,
        _ if had == 0 => HistoryVerdict::NeverMet,
        _ if had.min(not) < LITTLE / 2 => HistoryVerdict::TooLittleData,
        Some(parting) if parting.is_supported() => HistoryVerdict::Supported,
        Some(parting) if parting.is_the_other_way_round() => HistoryVerdict::WonLessOften,
        _ => HistoryVerdict::NoDifference,
    }
}

fn notes(found: &CriterionHistory, at_stage: &AtStage, test: &Predicate, seen: bool) -> Vec<String> {
    let mut reads_fields = false;
    test.each(&mut |test| reads_fields |= reads_a_field(test));
    let notes = [
        (!seen).then(|| "The data names no such stage, so nobody can be seen moving on from it.".to_owned()),
        (found.among == Among::Left && seen).then(|| say::LEFT.to_owned()),
        (at_stage.undated > 0).then(|| say::undated(at_stage.undated)),
        reads_fields.then(|| say::FIELDS.to_owned()),
        (found.verdict == HistoryVerdict::Supported).then(|| say::MANY.to_owned()),
    ];
    notes.into_iter().flatten().collect()
}

fn reads_a_field(test: &Predicate) -> bool {
    match test {
        Predicate::Field(_) => true,
        Predicate::Person(person) => !person.engaged && person.within_days.is_none(),
        _ => false,
    }
}

/// The open deals of a stage, and those that do not meet the criterion now.
fn open_deals(
    log: &EventLog,
    stages: &Stages<'_>,
    columns: &Columns<'_>,
    stage: usize,
    deals: &[u32],
    now: Timestamp,
) -> OpenDeals {
    let here = deals.iter().filter(|d| log.outcome(**d) == Outcome::Open && stages.standing(**d) == Some(stage));
    let here: Vec<u32> = here.copied().collect();
    let until = now.as_microsecond();
    let holds = |seen: &mut super::signs::Seen, deal: &u32| {
        columns.read(*deal, until, seen);
        (!columns.holds(0, *deal, until, seen)).then_some(*deal)
    };
    let held: Vec<u32> = here.par_iter().map_init(|| columns.fresh(), holds).flatten().collect();
    let (all, count) = (here.len() as u64, held.len() as u64);
    OpenDeals { deals: all, held: count, list: open::open_list(log, held, LISTED, now) }
}

/// Finds deals that went against the criterion.
struct Examples<'a> {
    log: &'a EventLog,
    stages: &'a Stages<'a>,
    columns: &'a Columns<'a>,
    stage: usize,
    among: Among,
}

impl Examples<'_> {
    /// Won deals that had not met it, and lost ones that had, the last closed first.
    fn of(&self, deals: &[u32]) -> (Vec<ExampleDeal>, Vec<ExampleDeal>) {
        let mut closed: Vec<u32> = deals.iter().copied().filter(|d| self.log.outcome(*d) != Outcome::Open).collect();
        closed.par_sort_by_key(|deal| Reverse((self.log.deals.closed[*deal as usize], *deal)));
        let (mut won, mut lost) = (Vec::new(), Vec::new());
        let (mut rest, mut size) = (&closed[..], 1_024);
        // The last closed ones are enough as a rule.
        while !rest.is_empty() && (won.len() < EXAMPLES || lost.len() < EXAMPLES) {
            let (part, others) = rest.split_at(size.min(rest.len()));
            (rest, size) = (others, size * 4);
            let fresh = || (Path::default(), self.columns.fresh());
            let against: Vec<u32> = part
                .par_iter()
                .map_init(fresh, |(path, seen), deal| self.is_against(*deal, path, seen).then_some(*deal))
                .flatten()
                .collect();
            for deal in against {
                let list = if self.log.outcome(deal) == Outcome::Won { &mut won } else { &mut lost };
                if list.len() < EXAMPLES {
                    list.push(ExampleDeal { id: self.log.deal_id(deal), name: self.log.name(deal).to_owned() });
                }
            }
        }
        (won, lost)
    }

    fn is_against(&self, deal: u32, path: &mut Path, seen: &mut super::signs::Seen) -> bool {
        self.stages.read(deal, path);
        let exits = path.exits(self.stage);
        let exit = if self.among == Among::Left { exits.left } else { exits.onward };
        let Some(exit) = exit else { return false };
        self.columns.read(deal, exit.to, seen);
        self.columns.holds(0, deal, exit.to, seen) != (self.log.outcome(deal) == Outcome::Won)
    }
}
