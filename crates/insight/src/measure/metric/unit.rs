//! What a metric counts, one by one: each with its moment, its stage, and what it brings.

use model::{
    Outcome, Side,
    event::kind,
    metric::{Act, Answer, Filter, Formula, Metric, Moment, Move, Subject},
};

use super::{
    Promises,
    acts::{ActIs, AmountIs, MomentIs, value},
    kept::Kept,
};
use crate::{
    discover::{
        stages::{order, places},
        touch::{Touching, waits_of},
    },
    log::{End, EventLog, Field, InOrder, MICROS_A_DAY, NEVER, NONE, Timed, TimesOf, Visit},
    measure::{Currency, worth::Worths},
    parts::tallied,
    stats::survival::Packed,
};

/// What one brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    One,
    Yes,
    No,
    Open,
    Amount(f64),
    /// How long, and how it ended: 0 not yet, 1 as asked for, 2 otherwise.
    Time {
        micros: i64,
        outcome: u8,
    },
    Pair(f64, f64),
    Closed {
        won: bool,
        value: Option<f64>,
        days: Option<f64>,
    },
    /// It has no amount.
    Without,
}

/// One that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    /// In microseconds; [`NEVER`] where undated.
    pub at: i64,
    /// Of what stands there for a while: until when.
    pub until: i64,
    /// Code of the stage; [`NONE`] where it is of no stage.
    pub stage: u32,
    pub what: What,
}

/// Of fewer than one in so many deals, times are read deal by deal.
const FEW: usize = 4;

/// Receives units.
pub(super) type Take<'t> = &'t mut dyn FnMut(Unit);

/// A metric turned into the numbers of a log.
pub(super) struct Units<'a> {
    log: &'a EventLog,
    now: i64,
    only: Only<'a>,
    how: How<'a>,
}

enum How<'a> {
    Deals(MomentIs),
    Events(ActIs),
    Share {
        from: MomentIs,
        to: MomentIs,
        within: Option<i64>,
    },
    Amounts {
        of: AmountIs<'a>,
        at: MomentIs,
    },
    Ratio {
        over: (AmountIs<'a>, MomentIs),
        under: (AmountIs<'a>, MomentIs),
    },
    Duration {
        from: MomentIs,
        to: MomentIs,
    },
    Moves {
        what: Move,
        stage: Option<u32>,
        places: Vec<Option<usize>>,
    },
    Standing(Option<u32>),
    Open,
    Stay(Option<u32>),
    Against {
        stage: Option<u32>,
        overrides: ActIs,
    },
    Answer {
        acts: Touching<'a>,
        ours: bool,
    },
    Kept(Kept<'a>),
    /// The data tells of none of it.
    Nothing,
    Velocity(Worths<'a>),
}

impl<'a> Units<'a> {
    /// Of some deals; `deals` say in which order stages are.
    pub(super) fn of(
        log: &'a EventLog,
        metric: &Metric,
        deals: &[u32],
        currency: &Currency,
        promises: &'a Promises,
    ) -> Self {
        let moment = |m| MomentIs::of(log, m);
        let stage = |name: &Option<String>| name.as_ref().map(|name| log.sorts.stages.code(name).unwrap_or(NONE));
        let amount = |a| AmountIs::of(log, a, currency);
        let how = match &metric.figure {
            _ if unheard_of(log, metric, promises).is_some() => How::Nothing,
            Formula::Count(Subject::Deals(at)) => How::Deals(moment(at)),
            Formula::Count(Subject::Events(act)) => How::Events(ActIs::of(log, act)),
            Formula::Share(of) => How::Share {
                from: moment(&of.from),
                to: moment(&of.to),
                within: of.within_days.map(|days| (days * MICROS_A_DAY) as i64),
            },
            Formula::Sum(of) | Formula::Mean(of) => How::Amounts { of: amount(&of.of), at: moment(&of.at) },
            Formula::Quantile(of) => How::Amounts { of: amount(&of.of), at: moment(&of.at) },
            Formula::Ratio(of) => How::Ratio {
                over: (amount(&of.over.of), moment(&of.over.at)),
                under: (amount(&of.under.of), moment(&of.under.at)),
            },
            Formula::Duration(of) => How::Duration { from: moment(&of.from), to: moment(&of.to) },
            Formula::Moves(of) => {
                let places = if of.what == Move::Skip { places(log, &order(log, deals)) } else { Vec::new() };
                How::Moves { what: of.what, stage: stage(&of.stage), places }
            }
            Formula::Open(_) => How::Open,
            Formula::Standing(of) => How::Standing(stage(&of.stage)),
            Formula::Stay(of) => How::Stay(stage(&of.stage)),
            Formula::Against(of) => {
                let overrides = Act { kind: kind::OVERRIDE.to_owned(), ..Act::default() };
                How::Against { stage: stage(&of.stage), overrides: ActIs::of(log, &overrides) }
            }
            Formula::Answer(Answer { by, .. }) => How::Answer { acts: Touching::of(log), ours: *by == Side::Rep },
            Formula::Kept(_) => How::Kept(Kept::of(log, promises)),
            Formula::Velocity(_) => How::Velocity(Worths::of(log, currency)),
            // these are worked out elsewhere
            Formula::Attainment(_) | Formula::ForecastError(_) => How::Nothing,
        };
        Self { log, now: log.as_of_micros(), only: Only::of(log, &metric.only), how }
    }

    /// Of a velocity: the deals that are open; they count while they are.
    pub(super) fn open(&self) -> Option<Units<'a>> {
        let only = self.only.clone();
        matches!(self.how, How::Velocity(_)).then(|| Units { log: self.log, now: self.now, only, how: How::Open })
    }

    /// True for what stands for a while.
    pub(super) fn stand(&self) -> bool {
        matches!(self.how, How::Standing(_) | How::Open)
    }

    /// Whether it is of a deal.
    pub(super) fn takes(&self, deal: u32) -> bool {
        self.only.takes(self.log, deal)
    }

    /// All times, of any deal and stage, that the log keeps in order, with the deals to be read anew; none for what is not
    /// kept, and for so few deals that they are read sooner one by one.
    pub(super) fn in_order(&self, deals: &[u32]) -> Option<(&'a InOrder, &'a [u32])> {
        let (of, how) = match &self.how {
            How::Stay(_) => (TimesOf::Stays, How::Stay(None)),
            How::Answer { ours: true, .. } => {
                (TimesOf::OurAnswers, How::Answer { acts: Touching::of(self.log), ours: true })
            }
            How::Answer { .. } => (TimesOf::TheirAnswers, How::Answer { acts: Touching::of(self.log), ours: false }),
            _ => return None,
        };
        let whole = Units { log: self.log, now: self.now, only: Only::default(), how };
        (deals.len() * FEW >= self.log.deals.rows()).then(|| self.log.in_order(of, || whole.put_in_order()))
    }

    fn put_in_order(&self) -> InOrder {
        let log = self.log;
        let take = |found: &mut InOrder, deal: u32| {
            self.each(deal, &mut |unit| match unit.what {
                What::Time { outcome: 0, .. } if self.goes_on(deal) => found.running.push(unit.timed(deal)),
                What::Time { .. } => found.over.push(unit.timed(deal)),
                _ => found.undated.push(unit.timed(deal)),
            });
        };
        let all: Vec<u32> = log.all().collect();
        tallied(&all, InOrder::default, take, InOrder::with).sorted()
    }

    /// Whether what has not ended in a deal goes on to the end of the data.
    fn goes_on(&self, deal: u32) -> bool {
        matches!(self.how, How::Stay(_)) || self.log.outcome(deal) == Outcome::Open
    }

    /// Whether it is of a stage, or of all.
    pub(super) fn is_of_stage(&self, stage: u32) -> bool {
        !matches!(self.how, How::Stay(Some(wanted)) if wanted != stage)
    }

    /// How many stages there are.
    pub(super) fn stages(&self) -> u32 {
        self.log.sorts.stages.len() as u32
    }

    /// How long something goes on by now.
    pub(super) fn so_far(&self, timed: &Timed) -> Packed {
        Packed::of((self.now - timed.from).max(0) as u64, 0)
    }

    /// Hands over what a deal brings.
    pub(super) fn each(&self, deal: u32, take: Take<'_>) {
        if !self.only.takes(self.log, deal) {
            return;
        }
        let log = self.log;
        match &self.how {
            How::Deals(at) => at.first(log, deal).into_iter().for_each(|at| take(Unit::of_deal(at.1, What::One))),
            How::Events(act) => {
                let rows = log.range(deal).filter(|row| act.is(log, *row));
                rows.for_each(|row| take(Unit::of_deal(log.events.at[row], What::One)));
            }
            How::Share { from, to, within } => self.share(deal, (from, to), *within, take),
            How::Amounts { of, at } => {
                if let Some((_, at)) = at.first(log, deal) {
                    take(Unit::of_deal(at, of.read(log, deal).map_or(What::Without, What::Amount)));
                }
            }
            How::Ratio { over, under } => self.ratio(deal, over, under, take),
            How::Duration { from, to } => self.duration(deal, from, to, take),
            How::Moves { what, stage, places } => self.moves(deal, *what, *stage, places, take),
            How::Open => {
                let (open, i) = (log.outcome(deal) == Outcome::Open, deal as usize);
                take(self.standing(log.deals.created[i], log.deals.closed[i], open, log.stage_code(deal)));
            }
            How::Standing(stage) => {
                for visit in log.visits(deal).filter(|v| is(*stage, v)) {
                    take(self.standing(visit.from, visit.to, visit.end == End::Open, visit.stage));
                }
            }
            How::Stay(stage) => {
                for visit in log.visits(deal).filter(|v| is(*stage, v)) {
                    take(self.stay(&visit));
                }
            }
            How::Against { stage, overrides } => self.against(deal, *stage, overrides, take),
            How::Answer { acts, ours } => waits_of(log, acts, deal, self.now, &mut |wait| {
                if wait.ours == *ours {
                    let what = What::Time { micros: wait.until - wait.from, outcome: u8::from(wait.answered) };
                    take(Unit::of_deal(wait.from, what));
                }
            }),
            How::Nothing => {}
            How::Kept(kept) => kept.each(log, deal, self.now, take),
            How::Velocity(worths) => {
                let outcome = log.outcome(deal);
                if outcome != Outcome::Open {
                    let (won, value, days) = (outcome == Outcome::Won, value(worths, deal), log.days(deal));
                    take(Unit::of_deal(log.deals.closed[deal as usize], What::Closed { won, value, days }));
                }
            }
        }
    }

    fn share(&self, deal: u32, (from, to): (&MomentIs, &MomentIs), within: Option<i64>, take: Take<'_>) {
        let log = self.log;
        let Some(begun) = from.first(log, deal) else { return };
        let open = log.outcome(deal) == Outcome::Open;
        // Without a date nothing says that it was in time.
        let in_time = |at: i64| within.is_none_or(|w| begun.1 != NEVER && at != NEVER && at - begun.1 <= w);
        let reached = to.after(log, deal, begun).is_some_and(|(_, at)| in_time(at));
        let over = within.is_some_and(|w| begun.1 != NEVER && self.now.saturating_sub(begun.1) > w);
        let done = match within {
            _ if over => true,
            Some(_) => !open && to.ends_with_the_deal(),
            None => !open,
        };
        let what = match (reached, done) {
            (true, _) => What::Yes,
            (false, true) => What::No,
            (false, false) => What::Open,
        };
        take(Unit::of_deal(begun.1, what));
    }

    fn ratio(
        &self,
        deal: u32,
        (over, at): &(AmountIs<'_>, MomentIs),
        (under, under_at): &(AmountIs<'_>, MomentIs),
        take: Take<'_>,
    ) {
        let log = self.log;
        let over_at = at.first(log, deal).map(|at| at.1);
        let under_at = under_at.first(log, deal).map(|at| at.1);
        let read = |of: &AmountIs<'_>| of.read(log, deal);
        match (over_at, under_at) {
            (Some(a), Some(b)) if a == b => {
                let pair = read(over).zip(read(under));
                take(Unit::of_deal(a, pair.map_or(What::Without, |(x, y)| What::Pair(x, y))));
            }
            (a, b) => {
                if let Some(at) = a {
                    take(Unit::of_deal(at, read(over).map_or(What::Without, |x| What::Pair(x, 0.0))));
                }
                if let Some(at) = b {
                    take(Unit::of_deal(at, read(under).map_or(What::Without, |y| What::Pair(0.0, y))));
                }
            }
        }
    }

    fn duration(&self, deal: u32, from: &MomentIs, to: &MomentIs, take: Take<'_>) {
        let log = self.log;
        let Some(begun) = from.first(log, deal) else { return };
        let (until, outcome) = match to.after(log, deal, begun) {
            Some((_, at)) => (at, 1),
            None if log.outcome(deal) == Outcome::Open || !to.ends_with_the_deal() => (self.now, 0),
            None => (log.deals.closed[deal as usize], 0),
        };
        if begun.1 == NEVER || until == NEVER {
            return take(Unit::of_deal(NEVER, What::Open));
        }
        take(Unit::of_deal(begun.1, What::Time { micros: (until - begun.1).max(0), outcome }));
    }

    fn moves(&self, deal: u32, what: Move, stage: Option<u32>, places: &[Option<usize>], take: Take<'_>) {
        let mut before: Option<Visit> = None;
        // Places that the deal has been in, as bits; beyond them nothing is called a skip.
        let mut been = 0_u128;
        for visit in self.log.visits(deal) {
            let place = places.get(visit.stage as usize).copied().flatten().filter(|p| *p < 128);
            let counts = match what {
                Move::In | Move::Out => true,
                Move::Return => visit.again,
                Move::Reopening => before.is_some_and(|b| match b.end {
                    End::Lost(_) => true,
                    End::Won(_) => self.log.outcome(deal) != Outcome::Won,
                    _ => false,
                }),
                Move::Skip => {
                    let last = before.and_then(|b| places.get(b.stage as usize).copied().flatten());
                    last.zip(place).is_some_and(|(from, to)| (from + 1..to).any(|p| been >> p & 1 == 0))
                }
            };
            if let Some(place) = place {
                been |= 1 << place;
            }
            let at = match what {
                Move::Out if visit.end == End::Open => None,
                Move::Out => Some(visit.to),
                _ => Some(visit.from),
            };
            if let Some(at) = at.filter(|_| counts && is(stage, &visit)) {
                take(Unit { at, until: NEVER, stage: visit.stage, what: What::One });
            }
            before = Some(visit);
        }
    }

    /// What has no date of beginning stands all the time up to its end; where it has not ended, only at the end of the data,
    /// as nobody knows since when it is there.
    fn standing(&self, from: i64, to: i64, open: bool, stage: u32) -> Unit {
        let until = match (open, to) {
            (true, _) => NEVER,
            (false, NEVER) => self.now,
            (false, to) => to,
        };
        let at = match (from, open) {
            (NEVER, true) => self.now,
            (NEVER, false) => i64::MIN,
            (from, _) => from,
        };
        Unit { at, until, stage, what: What::One }
    }

    fn stay(&self, visit: &Visit) -> Unit {
        let (outcome, until) = match visit.end {
            End::Open => (0, self.now),
            End::Moved(_) | End::Won(_) | End::Left => (1, visit.to),
            End::Lost(_) => (2, visit.to),
        };
        if visit.from == NEVER || until == NEVER {
            return Unit { at: NEVER, until, stage: visit.stage, what: What::Open };
        }
        let micros = (until - visit.from).max(0);
        Unit { at: visit.from, until, stage: visit.stage, what: What::Time { micros, outcome } }
    }

    fn against(&self, deal: u32, stage: Option<u32>, overrides: &ActIs, take: Take<'_>) {
        let log = self.log;
        let moments: Vec<i64> = if overrides.is_none() {
            Vec::new()
        } else {
            log.range(deal).filter(|row| overrides.is(log, *row)).map(|row| log.events.at[row]).collect()
        };
        for visit in log.visits(deal).filter(|v| is(stage, v)) {
            if matches!(visit.end, End::Moved(_) | End::Won(_)) {
                let during = moments.iter().any(|at| (visit.from..=visit.to).contains(at));
                let what = if during { What::Yes } else { What::No };
                take(Unit { at: visit.to, until: NEVER, stage: visit.stage, what });
            }
        }
    }
}

/// What a share is of that the data never tells of: then it is not 0 % but unknown.
pub(super) fn unheard_of(log: &EventLog, metric: &Metric, promises: &Promises) -> Option<String> {
    let act = match &metric.figure {
        Formula::Share(of) => [&of.to, &of.from].into_iter().find_map(|moment| match moment {
            Moment::First(act) | Moment::Last(act) if ActIs::of(log, act).is_none() => Some(act.kind.clone()),
            _ => None,
        }),
        Formula::Against(_) if !promises.has_process => {
            let overrides = Act { kind: kind::OVERRIDE.to_owned(), ..Act::default() };
            ActIs::of(log, &overrides).is_none().then_some(overrides.kind)
        }
        _ => None,
    };
    act.filter(|_| log.deals() > 0)
}

fn is(stage: Option<u32>, visit: &Visit) -> bool {
    stage.is_none_or(|stage| stage == visit.stage)
}

impl Unit {
    fn timed(&self, deal: u32) -> Timed {
        let time = match self.what {
            What::Time { micros, outcome } => Packed::of(micros.max(0) as u64, outcome),
            _ => Packed::of(0, 0),
        };
        Timed { deal, stage: self.stage, from: self.at, time }
    }

    pub(super) fn of_deal(at: i64, what: What) -> Self {
        Self { at, until: NEVER, stage: NONE, what }
    }
}

/// Deals that a metric is of.
#[derive(Clone, Default)]
pub(super) struct Only<'a> {
    fields: Vec<(Option<&'a Field>, Vec<bool>, bool)>,
    had: Vec<std::sync::Arc<ActIs>>,
    had_not: Vec<std::sync::Arc<ActIs>>,
}

impl<'a> Only<'a> {
    pub(super) fn of(log: &'a EventLog, filter: &Filter) -> Self {
        let fields = filter.fields.iter().map(|(name, values)| {
            let field = log.deals.field(name);
            let codes =
                field.map_or_else(Vec::new, |f| f.values.iter().map(|v| values.iter().any(|w| w == v)).collect());
            (field, codes, values.iter().any(String::is_empty))
        });
        let acts = |acts: &[Act]| acts.iter().map(|act| std::sync::Arc::new(ActIs::of(log, act))).collect();
        Self { fields: fields.collect(), had: acts(&filter.had), had_not: acts(&filter.had_not) }
    }

    pub(super) fn takes(&self, log: &EventLog, deal: u32) -> bool {
        let has = |act: &ActIs| log.range(deal).any(|row| act.is(log, row));
        self.fields.iter().all(|(field, codes, none)| match field.map_or(NONE, |f| f.code(deal)) {
            NONE => *none,
            code => codes.get(code as usize) == Some(&true),
        }) && self.had.iter().all(|act| has(act))
            && !self.had_not.iter().any(|act| has(act))
    }
}
