//! The playbook in use: how often content and objections came up, and how those deals ended.

mod names;

use std::cmp::Reverse;

use model::{Outcome, process::Process};
use rustc_hash::FxHashMap;

use self::names::{Act, Named, Told, by_detail};
use super::{
    counting::Met,
    parting::{Parting, adjust},
    result::{Among, AnswerUse, ContentUse, Endings, ObjectionUse, OtherName, PlaybookUse, Uses},
    way::{Path, Stages},
};
use crate::{
    discover::{Proportion, drivers::WonLost, sentence::LITTLE},
    log::{EventLog, NEVER, NONE, moment},
    parts::tallied,
    select::Selection,
};

/// Names listed at most that the process does not have.
const OTHERS: usize = 20;

/// How the content and the objections of a process were used in the deals, and how these ended.
///
/// An event names content by id or title in its attribute `content`, or by what it is called: `Testimonial shared`; an objection by id, words or kind in `objection`,
/// else in `tag`; an answer by id or words in `answer`. Shares have Wilson's interval, differences Newcombe's, both at
/// 95 %; Fisher's p is adjusted for all content, all objections, all answers (Benjamini–Hochberg). What deals had at any
/// time counts, so a difference may come from how far they got.
pub fn playbook_use(log: &EventLog, process: &Process, selection: &Selection) -> PlaybookUse {
    let deals = selection.deals(log);
    let counting = Counting::of(log, process);
    let found = tallied(&deals, || counting.fresh(), |tally, deal| counting.take(tally, deal), Tally::plus);
    let of = |slots: &[Slot]| endings(slots.iter().map(|slot| &found.slots[*slot]));
    let Counting { content, objections, answers, .. } = &counting;
    let content_ends = of(&content.iter().map(|c| c.any).collect::<Vec<_>>());
    let objection_ends = of(&objections.iter().map(|o| o.raised).collect::<Vec<_>>());
    let answer_ends = of(&answers.iter().map(|(_, slot)| *slot).collect::<Vec<_>>());
    let uses = |slot: Slot| found.slots[slot].uses();
    let answers_to = |objection: usize| {
        let own = answers.iter().zip(&answer_ends).filter(move |((of, _), _)| *of == objection);
        own.map(|((_, slot), ends)| (uses(*slot), *ends))
    };
    PlaybookUse {
        closed: Proportion::new(found.all.won, found.all.closed()),
        content: (process.library.iter().zip(content).zip(content_ends))
            .map(|((item, slots), endings)| ContentUse {
                id: item.id.clone(),
                shared: uses(slots.shared),
                viewed: uses(slots.viewed),
                endings,
            })
            .collect(),
        objections: (process.objections.iter().zip(objections).zip(objection_ends).enumerate())
            .map(|(place, ((objection, slots), endings))| ObjectionUse {
                id: objection.id.clone(),
                raised: uses(slots.raised),
                settled: found.slots[slots.settled].deals,
                endings,
                answers: (objection.answers.iter().zip(answers_to(place)))
                    .map(|(reply, (given, endings))| AnswerUse { id: reply.id.clone(), given, endings })
                    .collect(),
            })
            .collect(),
        other_content: others(log, found.other_content),
        other_objections: others(log, found.other_objections),
    }
}

/// A place in the counts.
type Slot = usize;

struct ContentSlots {
    shared: Slot,
    viewed: Slot,
    /// Either.
    any: Slot,
    /// The stages it is for, a bit each; all where it names none.
    stages: u128,
}

struct ObjectionSlots {
    raised: Slot,
    settled: Slot,
}

/// What is counted of one thing.
#[derive(Debug, Clone, Copy)]
struct Count {
    times: u64,
    deals: u64,
    /// Microseconds; [`i64::MIN`] for none.
    last: i64,
    open: u64,
    met: Met,
}

impl Default for Count {
    fn default() -> Self {
        Self { times: 0, deals: 0, last: i64::MIN, open: 0, met: Met::default() }
    }
}

impl Count {
    fn plus(self, other: Self) -> Self {
        Self {
            times: self.times + other.times,
            deals: self.deals + other.deals,
            last: self.last.max(other.last),
            open: self.open + other.open,
            met: self.met.plus(other.met),
        }
    }

    fn uses(&self) -> Uses {
        let last = if self.last == i64::MIN { NEVER } else { self.last };
        Uses { times: self.times, deals: self.deals, last: moment(last) }
    }
}

/// Endings of things of one kind.
fn endings<'a>(counts: impl Iterator<Item = &'a Count>) -> Vec<Endings> {
    let counts: Vec<&Count> = counts.collect();
    let of = |count: &&Count| Parting::of(count.met.had, count.met.not, Among::Left, LITTLE / 2);
    let mut partings: Vec<Option<Parting>> = counts.iter().map(of).collect();
    adjust(partings.iter_mut().flatten());
    let share = |side: WonLost| Proportion::new(side.won, side.closed());
    let ending = |(count, parting): (&&Count, Option<Parting>)| Endings {
        open: count.open,
        with: share(count.met.had),
        without: share(count.met.not),
        gain: parting.as_ref().map(Parting::effect),
        p_adjusted: parting.as_ref().map(|parting| parting.p),
        supported: parting.is_some_and(|parting| parting.is_supported() || parting.is_the_other_way_round()),
    };
    counts.iter().zip(partings).map(ending).collect()
}

/// What one thread counts with.
struct Tally {
    slots: Vec<Count>,
    all: WonLost,
    other_content: FxHashMap<u32, u64>,
    other_objections: FxHashMap<u32, u64>,
    /// Of the deal at hand: times and the last one, by slot.
    here: Vec<(u64, i64)>,
    path: Path,
}

impl Tally {
    fn plus(mut self, other: Self) -> Self {
        self.slots.iter_mut().zip(other.slots).for_each(|(a, b)| *a = a.plus(b));
        self.all = self.all.plus(other.all);
        for (all, more) in
            [(&mut self.other_content, other.other_content), (&mut self.other_objections, other.other_objections)]
        {
            more.into_iter().for_each(|(code, n)| *all.entry(code).or_default() += n);
        }
        self
    }

    fn see(&mut self, slot: Slot, at: i64) {
        let (times, last) = &mut self.here[slot];
        *times += 1;
        if at != NEVER {
            *last = at.max(*last);
        }
    }

    /// Where the deal at hand has one thing, it has the other at least once.
    fn implies(&mut self, one: Slot, other: Slot) {
        let least = u64::from(self.has(one));
        let (times, _) = &mut self.here[other];
        *times = least.max(*times);
    }

    fn has(&self, slot: Slot) -> bool {
        self.here[slot].0 > 0
    }
}

/// How to count.
struct Counting<'a> {
    log: &'a EventLog,
    stages: Stages<'a>,
    acts: Vec<Act>,
    told: Vec<Option<Told>>,
    named: Vec<Option<Named>>,
    content: Vec<ContentSlots>,
    objections: Vec<ObjectionSlots>,
    /// By objection, in order.
    answers: Vec<(usize, Slot)>,
    slots: usize,
}

impl<'a> Counting<'a> {
    fn of(log: &'a EventLog, process: &Process) -> Self {
        let mut next = 0..;
        let mut slot = || next.next().unwrap_or_default();
        let bit = |id: &String| process.stages.iter().position(|s| s.id == *id).map_or(0, bit);
        let content = process.library.iter().map(|content| ContentSlots {
            shared: slot(),
            viewed: slot(),
            any: slot(),
            stages: match content.stages.iter().fold(0, |bits, id| bits | bit(id)) {
                0 => u128::MAX,
                bits => bits,
            },
        });
        let content = content.collect();
        let objections =
            process.objections.iter().map(|_| ObjectionSlots { raised: slot(), settled: slot() }).collect();
        let answers = process.objections.iter().enumerate();
        let answers =
            answers.flat_map(|(place, o)| o.answers.iter().map(move |_| place)).map(|o| (o, slot())).collect();
        Self {
            log,
            stages: Stages::of(log, process),
            acts: Act::by_sort(log),
            told: Told::by_sort(log, process),
            named: by_detail(log, process),
            content,
            objections,
            answers,
            slots: slot(),
        }
    }

    fn fresh(&self) -> Tally {
        Tally {
            slots: vec![Count::default(); self.slots],
            all: WonLost::default(),
            other_content: FxHashMap::default(),
            other_objections: FxHashMap::default(),
            here: vec![(0, i64::MIN); self.slots],
            path: Path::default(),
        }
    }

    fn answer(&self, (objection, nth): (usize, usize)) -> Option<Slot> {
        self.answers.iter().filter(|(of, _)| *of == objection).nth(nth).map(|(_, slot)| *slot)
    }

    fn take(&self, tally: &mut Tally, deal: u32) {
        tally.here.fill((0, i64::MIN));
        for i in self.log.range(deal) {
            self.read(tally, i);
        }
        let outcome = self.log.outcome(deal);
        tally.all.add(outcome);
        let reached = self.reached(tally, deal);
        for content in &self.content {
            tally.implies(content.shared, content.any);
            tally.implies(content.viewed, content.any);
            self.count(tally, content.any, outcome, reached & content.stages != 0);
            self.count(tally, content.shared, outcome, false);
            self.count(tally, content.viewed, outcome, false);
        }
        // What was answered or settled was raised, whether or not anybody noted it.
        for (objection, slot) in &self.answers {
            tally.implies(*slot, self.objections[*objection].raised);
        }
        for objection in &self.objections {
            tally.implies(objection.settled, objection.raised);
            self.count(tally, objection.raised, outcome, true);
            self.count(tally, objection.settled, outcome, false);
        }
        for (objection, slot) in &self.answers {
            let was_raised = tally.has(self.objections[*objection].raised);
            self.count(tally, *slot, outcome, was_raised);
        }
    }

    /// Counts a thing of the deal at hand; without it, the deal counts among those to compare with if it is comparable.
    fn count(&self, tally: &mut Tally, slot: Slot, outcome: Outcome, comparable: bool) {
        let (times, last) = tally.here[slot];
        let count = &mut tally.slots[slot];
        if times > 0 {
            count.times += times;
            count.deals += 1;
            count.last = count.last.max(last);
            count.open += u64::from(outcome == Outcome::Open);
            count.met.had.add(outcome);
        } else if comparable {
            count.met.not.add(outcome);
        }
    }

    /// Reads one event.
    fn read(&self, tally: &mut Tally, i: usize) {
        let events = &self.log.events;
        let (act, at, detail) = (self.acts[events.sort[i] as usize], events.at[i], events.detail(i));
        let named = if detail == NONE { None } else { self.named[detail as usize].as_ref() };
        let of_objection = matches!(act, Act::Raised | Act::Answered | Act::Settled);
        if !of_objection {
            let mut see = |content: usize, view: bool| {
                let slots = &self.content[content];
                tally.see(if view { slots.viewed } else { slots.shared }, at);
            };
            match (named.filter(|named| named.tells_content()), self.told[events.sort[i] as usize]) {
                (Some(named), _) => {
                    named.content.iter().for_each(|content| see(*content, act.is_view(events.side[i])));
                    named.other_content.into_iter().for_each(|code| *tally.other_content.entry(code).or_default() += 1);
                }
                (None, Some(told)) => see(told.content, told.view),
                (None, None) => {}
            }
            return;
        }
        let objections = named.map_or(&[][..], |named| &named.objections);
        for place in objections {
            let slots = &self.objections[*place];
            match act {
                Act::Raised => tally.see(slots.raised, at),
                Act::Settled => tally.see(slots.settled, at),
                _ => {}
            }
        }
        if act == Act::Answered {
            let answers = named.map_or(&[][..], |named| &named.answers);
            answers.iter().filter_map(|answer| self.answer(*answer)).for_each(|slot| tally.see(slot, at));
        }
        if act == Act::Raised && objections.is_empty() {
            let code = named.and_then(|named| named.other_objection).unwrap_or(NONE);
            *tally.other_objections.entry(code).or_default() += 1;
        }
    }

    /// The stages that a deal was in, a bit each; all of them where the data tells of none.
    fn reached(&self, tally: &mut Tally, deal: u32) -> u128 {
        self.stages.read(deal, &mut tally.path);
        match tally.path.passages.iter().fold(0, |bits, passage| bits | bit(passage.stage)) {
            0 => u128::MAX,
            bits => bits,
        }
    }
}

/// The bit of a stage; stages beyond the bits share the last one.
fn bit(place: usize) -> u128 {
    1 << place.min(127)
}

fn others(log: &EventLog, counts: FxHashMap<u32, u64>) -> Vec<OtherName> {
    let name = |code: u32| if code == NONE { String::new() } else { log.details.texts.get(code).to_owned() };
    let mut all: Vec<OtherName> =
        counts.into_iter().map(|(code, times)| OtherName { name: name(code), times }).collect();
    all.sort_by(|a, b| Reverse(a.times).cmp(&Reverse(b.times)).then_with(|| a.name.cmp(&b.name)));
    all.truncate(OTHERS);
    all
}
