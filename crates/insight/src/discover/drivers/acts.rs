//! Acts and people as candidates: each in the stage where it tells most, among deals that were there as long.

use rayon::prelude::*;

use super::{
    DriverKind, Excluded,
    candidate::{ABSENT, Candidate, bands},
    compare::naive,
    history::{History, Left, Stay},
    marks::Marks,
    say::quoted,
};
use crate::{
    discover::sentence::{capital, grouped, percent},
    log::{Class, NEVER},
    parts::tallied,
    select::Selection,
    stats::stratified::Table,
};

/// A day in microseconds.
const DAY: i64 = 86_400_000_000;
/// Share of its cases from which on an act goes with the end of a stay or of a deal.
const MOSTLY: f64 = 0.5;
/// A thing that this share of the deals has is no difference.
const NEARLY_ALL: f64 = 0.98;
/// Share of the won deals from which on an act that comes late is a step on the way, where there are no stages.
const MOST: f64 = 0.8;
/// Share of the cases of somebody along that must be at one activity, to compare cases of that activity.
const AT_ONE: f64 = 0.7;

/// How often a mark comes, as counted in one pass.
#[derive(Debug, Clone, Default)]
struct Count {
    /// Deals that have it, and those of them that were won.
    deals: u32,
    won: u32,
    /// Of these, the first time is in the last day before the close, or after it.
    at_the_close: u32,
    /// Won deals in which the first time is in the second half of the deal.
    late_won: u32,
    /// First stays in each stage that have it, and those of them that it ended with moving on.
    stays: Vec<(u32, u32)>,
    /// Events at which it stands beside an activity's mark.
    beside: Vec<u32>,
    events: u32,
}

/// Near the end of a span: its last day, at most a tenth of it.
fn near_the_end(at: i64, from: i64, to: i64, part: i64) -> bool {
    to != NEVER && at >= to - DAY.min((to - from).max(0) / part)
}

/// What one deal bears: the marks, in which first stay, when.
struct Seen {
    first: Vec<i64>,
    /// Last moment of a mark in the first stay of each stage, by mark and stage; [`NEVER`] for none.
    in_stay: Vec<i64>,
    /// The places in `first` and in `in_stay` that are not [`NEVER`].
    met: Vec<usize>,
    met_in_stay: Vec<usize>,
}

impl Seen {
    fn new(marks: usize, width: usize) -> Self {
        Self {
            first: vec![NEVER; marks],
            in_stay: vec![NEVER; marks * width],
            met: Vec::new(),
            met_in_stay: Vec::new(),
        }
    }

    /// Reads a deal, and counts its events.
    fn read(&mut self, history: &History<'_>, marks: &Marks<'_>, row: usize, counts: &mut [Count]) {
        self.met.drain(..).for_each(|mark| self.first[mark] = NEVER);
        self.met_in_stay.drain(..).for_each(|place| self.in_stay[place] = NEVER);
        let width = history.width();
        events(history, marks, row, |event, at, place| {
            let mut activity = None;
            for mark in marks.at(event) {
                self.take(mark, at, place.map(|place| mark * width + place));
                counts[mark].events += 1;
                match (marks.is_detail(mark), activity) {
                    (false, _) => activity = Some(mark),
                    (true, Some(activity)) => counts[mark].beside[activity] += 1,
                    (true, None) => {}
                }
            }
        });
    }

    fn take(&mut self, mark: usize, at: i64, in_stay: Option<usize>) {
        if self.first[mark] == NEVER {
            self.met.push(mark);
        }
        self.first[mark] = self.first[mark].min(at);
        if let Some(place) = in_stay {
            if self.in_stay[place] == NEVER {
                self.met_in_stay.push(place);
            }
            self.in_stay[place] = at;
        }
    }
}

/// Tells the dated events of a deal in order, each with its moment and the first stay that it is in.
fn events(history: &History<'_>, marks: &Marks<'_>, row: usize, mut on_event: impl FnMut(usize, i64, Option<usize>)) {
    let stays = history.stays(row);
    let mut inside = None;
    for (event, at) in marks.dated(history.deals[row]) {
        if history.stages.is_empty() {
            inside = Some(0);
        } else if history.log.sorts.all[history.log.events.sort[event] as usize].class != Class::Activity {
            inside = stays.iter().position(|s| s.dated() && s.from <= at && at < s.to);
        }
        // A moment may be told twice; a stay that has ended holds nothing more.
        on_event(event, at, inside.filter(|p| at <= stays[*p].to));
    }
}

/// What all deals bear.
pub(super) struct Acts<'a> {
    history: &'a History<'a>,
    marks: &'a Marks<'a>,
    counts: Vec<Count>,
    /// The stage in which each mark is compared.
    anchors: Vec<usize>,
    /// Marks that each deal has, a bit each; and those in the first stay of their anchor.
    ever: Vec<u128>,
    inside: Vec<u128>,
}

impl<'a> Acts<'a> {
    pub(super) fn of(history: &'a History<'a>, marks: &'a Marks<'a>) -> Self {
        let counts = count(history, marks);
        let there: Vec<usize> = (0..history.width()).into_par_iter().map(|place| history.dated_stays(place)).collect();
        // Where it divides the deals most evenly, most can be said.
        let anchor = |count: &Count| {
            let weight = |place: usize| {
                let with = count.stays[place].0 as f64;
                with * (there[place] as f64 - with) / (there[place] as f64).max(1.0)
            };
            (0..history.width()).max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(b.cmp(a))).unwrap_or(0)
        };
        let anchors: Vec<usize> = counts.iter().map(anchor).collect();
        let mut anchored = vec![0_u128; history.width()];
        anchors.iter().enumerate().for_each(|(mark, place)| anchored[*place] |= 1 << mark);
        let read = |row: usize| {
            let (mut ever, mut inside) = (0_u128, 0_u128);
            events(history, marks, row, |event, _, place| {
                let here = marks.at(event).fold(0, |bits, mark| bits | 1 << mark);
                ever |= here;
                inside |= here & place.map_or(0, |place| anchored[place]);
            });
            (ever, inside)
        };
        let (ever, inside) = (0..history.len()).into_par_iter().with_min_len(1024).map(read).unzip();
        Self { history, marks, counts, anchors, ever, inside }
    }

    fn has(&self, row: usize, mark: usize) -> bool {
        self.ever[row] >> mark & 1 == 1
    }

    /// With and without, counted plainly.
    pub(super) fn plain(&self, mark: usize) -> Table {
        let Count { deals, won: with_won, .. } = self.counts[mark];
        let (with_won, with_lost) = (u64::from(with_won), u64::from(deals - with_won));
        let (won, lost) = self.history.won_and_lost();
        Table { with_won, with_lost, without_won: won - with_won, without_lost: lost - with_lost }
    }

    /// The candidates, and what cannot be compared.
    pub(super) fn candidates(&self) -> (Vec<Candidate>, Vec<Excluded>) {
        let one = |mark: usize| match self.after_the_close(mark).or_else(|| self.on_the_way(mark)) {
            Some(reason) => {
                let (title, kind) = (self.marks.title(mark), self.marks.kind(mark));
                (None, Some(Excluded { title, kind, reason, naive: naive(&self.plain(mark)) }))
            }
            None => (self.candidate(mark), None),
        };
        let all: Vec<(Option<Candidate>, Option<Excluded>)> =
            (0..self.marks.all.len()).into_par_iter().map(one).collect();
        let (found, excluded): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        (found.into_iter().flatten().collect(), excluded.into_iter().flatten().collect())
    }

    fn candidate(&self, mark: usize) -> Option<Candidate> {
        match self.carrier(mark) {
            None => self.in_its_stage(mark),
            Some((carrier, true)) => self.at_its_activity(mark, carrier),
            // It is there whenever the activity is: nothing of its own.
            Some((_, false)) => None,
        }
    }

    /// Why it is known only when a deal closes, if it is.
    fn after_the_close(&self, mark: usize) -> Option<String> {
        let count = &self.counts[mark];
        if f64::from(count.at_the_close) >= MOSTLY * f64::from(count.deals) && count.deals > 0 {
            let share = percent(f64::from(count.at_the_close) / f64::from(count.deals));
            return Some(format!(
                "It comes with the close: in {share} of {} deals it is first seen in the last day before the close or after it.",
                grouped(count.deals.into())
            ));
        }
        let plain = self.plain(mark);
        let (won, lost) = (plain.with_won, plain.with_lost);
        let pure = won.max(lost) as f64 >= super::attributes::PURE * plain.with() as f64;
        let base = plain.without_won.min(plain.without_lost) + won.min(lost);
        (pure && plain.with() >= super::attributes::TELLING && base > 0).then(|| {
            let (all, word) = if won > lost { (won, "won") } else { (lost, "lost") };
            format!(
                "It belongs to the outcome itself: {} of {} deals with it were {word}.",
                grouped(all),
                grouped(plain.with())
            )
        })
    }

    /// Why it is a step on the way to winning, if it is and the data has no stages: there is no point in time then at which
    /// deals with it could be compared with others that had got as far.
    fn on_the_way(&self, mark: usize) -> Option<String> {
        let plain = self.plain(mark);
        let (with, won) = (plain.with_won as f64, (plain.with_won + plain.without_won) as f64);
        let late = f64::from(self.counts[mark].late_won) >= MOSTLY * with;
        let step = with >= NEARLY_ALL * won || (late && with >= MOST * won);
        (self.history.stages.is_empty() && step && plain.without_lost > 0).then(|| {
            format!(
                "It is a step on the way to winning: {} of {} won deals have it{}. The data names no stages, so lost deals \
                 that had got as far cannot be told from those that had not.",
                grouped(plain.with_won),
                grouped(plain.with_won + plain.without_won),
                if late { ", late in the deal as a rule" } else { "" }
            )
        })
    }

    /// True for an act that ends most stays it comes in: it goes with moving on, and lost deals never came to it.
    pub(super) fn moves_on(&self, mark: usize) -> bool {
        let (with, ended) = self.counts[mark].stays[self.anchors[mark]];
        !self.history.stages.is_empty() && f64::from(ended) >= MOSTLY * f64::from(with)
    }

    /// How often it comes in a deal that has it.
    pub(super) fn times_a_deal(&self, mark: usize) -> f64 {
        f64::from(self.counts[mark].events) / f64::from(self.counts[mark].deals).max(1.0)
    }

    /// In the first stay of its anchor: had it there, or not.
    fn in_its_stage(&self, mark: usize) -> Option<Candidate> {
        let (history, place, count) = (self.history, self.anchors[mark], &self.counts[mark]);
        let (with, _) = count.stays[place];
        let moves_on = self.moves_on(mark);
        let compared = |stay: &Stay| stay.dated() && (!moves_on || stay.left == Left::Forward);
        let side = |row: usize| match history.stay(row, place) {
            stay if compared(&stay) => (self.inside[row] >> mark & 1) as u8,
            _ => ABSENT,
        };
        let side: Vec<u8> = (0..history.len()).map(side).collect();
        let all = side.iter().filter(|s| **s != ABSENT).count() as f64;
        let share = side.iter().filter(|s| **s == 1).count() as f64 / all.max(1.0);
        if share > NEARLY_ALL || share == 0.0 || with == 0 {
            return None;
        }
        let stage = history.stage_name(place);
        let among = match (stage, moves_on) {
            (None, _) => "closed deals".into(),
            (Some(stage), false) => format!("closed deals that got to {stage}"),
            (Some(stage), true) => format!("closed deals that moved on from {stage}"),
        };
        let band = bands(&side, |row| history.stay(row, place).micros());
        let there = stage.map_or_else(String::new, |s| format!(" in {s}"));
        let (title, with) = (self.marks.title(mark) + &there, self.words(mark) + &there);
        let activity = self.marks.activity_name(mark);
        let visited = activity.filter(|_| self.marks.one_side_only(mark)).map(str::to_owned);
        Some(Candidate {
            activity: activity.map(str::to_owned),
            stage: stage.map(str::to_owned),
            among,
            held: Some(stage.map_or_else(|| "how long they took".into(), |s| format!("time spent in {s}"))),
            band,
            naive: self.plain(mark),
            deals_with: visited.map(|v| Selection { visited: Some(v), ..Selection::default() }),
            ..Candidate::new(self.marks.id(mark), self.marks.kind(mark), title, with, side)
        })
    }

    fn words(&self, mark: usize) -> String {
        let with = self.marks.with(mark);
        match (self.marks.kind(mark), self.marks.one_side_only(mark)) {
            (DriverKind::ProspectAct, false) => format!("{with} by the prospect"),
            (DriverKind::RepAct, false) => format!("{with} by you"),
            _ => with,
        }
    }

    /// The activity at which a detail nearly always comes, and whether that activity comes without it as well.
    fn carrier(&self, mark: usize) -> Option<(usize, bool)> {
        if !self.marks.is_detail(mark) {
            return None;
        }
        let count = &self.counts[mark];
        let all = (0..self.marks.all.len()).map(|m| (m, count.beside[m]));
        let (carrier, beside) = all.max_by_key(|(m, n)| (*n, std::cmp::Reverse(*m)))?;
        let varies = f64::from(beside) <= NEARLY_ALL * f64::from(self.counts[carrier].events);
        (f64::from(beside) >= AT_ONE * f64::from(count.events)).then_some((carrier, varies))
    }

    /// Somebody along at an activity, or what it was about: the first such activity of each deal, with or without.
    fn at_its_activity(&self, mark: usize, carrier: usize) -> Option<Candidate> {
        let name = self.marks.activity_name(carrier)?;
        let history = self.history;
        let first = |row: usize| {
            let deal = history.deals[row];
            let event = self.marks.dated(deal).find(|(event, _)| self.marks.at(*event).any(|m| m == carrier));
            event.map(|(event, at)| (u8::from(self.marks.at(event).any(|m| m == mark)), at))
        };
        let first: Vec<Option<(u8, i64)>> = (0..history.len()).into_par_iter().with_min_len(1024).map(first).collect();
        let side: Vec<u8> = first.iter().map(|f| f.map_or(ABSENT, |(side, _)| side)).collect();
        let age = |row: usize| {
            first[row].map_or(0, |(_, at)| if history.created[row] == NEVER { 0 } else { at - history.created[row] })
        };
        let title = capital(self.marks.title(mark).trim_end_matches(" along"));
        Some(Candidate {
            activity: Some(name.to_owned()),
            stage: history.stage_name(self.anchors[carrier]).map(str::to_owned),
            among: format!("closed deals with {}", quoted(name)),
            held: Some(format!("age of the deal at {}", quoted(name))),
            band: bands(&side, age),
            naive: self.plain(mark),
            ..Candidate::new(
                format!("{}@{name}", self.marks.id(mark)),
                self.marks.kind(mark),
                format!("{title} at {name}"),
                format!("{} at the first {}", self.marks.with(mark), quoted(name)),
                side,
            )
        })
    }

    /// The marks that a deal has, as ids.
    pub(super) fn ids(&self, row: usize) -> Vec<String> {
        (0..self.marks.all.len()).filter(|mark| self.has(row, *mark)).map(|mark| self.marks.id(mark)).collect()
    }
}

fn count(history: &History<'_>, marks: &Marks<'_>) -> Vec<Count> {
    let (n, width) = (marks.all.len(), history.width());
    let fresh = || {
        let one = Count { stays: vec![(0, 0); width], beside: vec![0; n], ..Count::default() };
        (Seen::new(n, width), vec![one; n])
    };
    let take = |(seen, counts): &mut (Seen, Vec<Count>), row: usize| {
        seen.read(history, marks, row, counts);
        one_deal(history, seen, row, counts);
    };
    let rows: Vec<usize> = (0..history.len()).collect();
    tallied(&rows, fresh, take, |(seen, a), (_, b)| (seen, sum(a, b))).1
}

fn one_deal(history: &History<'_>, seen: &Seen, row: usize, counts: &mut [Count]) {
    let (won, closed) = (history.won[row], history.closed[row]);
    for mark in &seen.met {
        let (count, first) = (&mut counts[*mark], seen.first[*mark]);
        count.deals += 1;
        count.won += u32::from(won);
        let created = if history.created[row] == NEVER { first } else { history.created[row] };
        count.at_the_close += u32::from(near_the_end(first, created, closed, 10));
        let second_half = closed != NEVER && first.saturating_sub(created) >= closed.saturating_sub(first);
        count.late_won += u32::from(won && second_half);
    }
    let (stays, width) = (history.stays(row), history.width());
    for met in &seen.met_in_stay {
        let (mark, place) = (met / width, met % width);
        let (count, stay) = (&mut counts[mark].stays[place], stays[place]);
        let ended = stay.left == Left::Forward && near_the_end(seen.in_stay[*met], stay.from, stay.to, 5);
        *count = (count.0 + 1, count.1 + u32::from(ended));
    }
}

fn sum(mut all: Vec<Count>, more: Vec<Count>) -> Vec<Count> {
    for (a, b) in all.iter_mut().zip(more) {
        a.deals += b.deals;
        a.won += b.won;
        a.at_the_close += b.at_the_close;
        a.late_won += b.late_won;
        a.events += b.events;
        a.stays.iter_mut().zip(b.stays).for_each(|(a, b)| *a = (a.0 + b.0, a.1 + b.1));
        a.beside.iter_mut().zip(b.beside).for_each(|(a, b)| *a += b);
    }
    all
}
