//! What single events show: which of up to 64 wanted things at a time an event is, a bit each.

use jiff::SignedDuration;
use model::Side;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::log::{EventLog, NEVER, NONE};

/// Whether an event's kind and name will do.
pub(super) type SortIs<'p> = Box<dyn Fn(&str, &str) -> bool + Sync + 'p>;

/// What an event has to be to count.
pub(super) struct Sign<'p> {
    pub sort: SortIs<'p>,
    /// Whose act.
    pub side: Option<Side>,
    /// What an attribute of it has to say.
    pub about: Option<About<'p>>,
    /// Not longer ago than this.
    pub within_days: Option<f64>,
}

/// An attribute with a word that it has to say.
pub(super) struct About<'p> {
    pub attribute: &'static str,
    pub word: &'p str,
    /// Whether the text of the attribute, the first one, says the word.
    pub says: fn(&str, &str) -> bool,
}

/// Signs as bits over a log's sorts, sides and details.
pub(super) struct Signs {
    groups: Vec<Group>,
    within_days: Vec<Option<f64>>,
    /// Where undated events stand: at the end of the data, as nothing says that they came before.
    undated: i64,
}

/// Signs in a group: a bit each.
const AT_ONCE: usize = u64::BITS as usize;
const SIDES: [Side; 4] = [Side::Prospect, Side::Rep, Side::System, Side::Unknown];

struct Group {
    by_sort: Vec<u64>,
    by_side: [u64; SIDES.len()],
    /// Empty where no sign asks for an attribute.
    by_detail: Vec<u64>,
    without_detail: u64,
}

/// What the events of one deal show up to a moment.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// How many events bear each sign, recent ones where that is asked for.
    pub counts: Vec<u32>,
    /// The last row that bears it.
    pub last: Vec<Option<usize>>,
}

impl Signs {
    pub(super) fn of(log: &EventLog, signs: &[Sign<'_>]) -> Self {
        let as_of = log.as_of_micros();
        Self {
            groups: signs.chunks(AT_ONCE).map(|signs| Group::of(log, signs)).collect(),
            within_days: signs.iter().map(|s| s.within_days).collect(),
            undated: if as_of == NEVER { i64::MIN } else { as_of },
        }
    }

    pub(super) fn fresh(&self) -> Seen {
        Seen { counts: vec![0; self.within_days.len()], last: vec![None; self.within_days.len()] }
    }

    /// Reads the events of a deal up to a moment.
    pub(super) fn read(&self, log: &EventLog, deal: u32, until: i64, seen: &mut Seen) {
        seen.counts.fill(0);
        seen.last.fill(None);
        for (group, first) in self.groups.iter().zip((0..).step_by(AT_ONCE)) {
            for i in log.range(deal) {
                let mut signs = group.by_sort[log.events.sort[i] as usize];
                if signs != 0 {
                    signs &= group.by_side[log.events.side[i] as usize] & group.of_detail(log.events.detail(i));
                }
                while signs != 0 {
                    let sign = first + signs.trailing_zeros() as usize;
                    signs &= signs - 1;
                    self.take(sign, i, log.events.at[i], until, seen);
                }
            }
        }
    }

    #[inline]
    fn take(&self, sign: usize, row: usize, at: i64, until: i64, seen: &mut Seen) {
        let stands = if at == NEVER { self.undated } else { at };
        if stands <= until && self.within_days[sign].is_none_or(|days| is_recent(at, until, days)) {
            seen.counts[sign] += 1;
            seen.last[sign] = Some(row);
        }
    }
}

/// True if a dated moment is at most so many days before another one.
pub(super) fn is_recent(at: i64, until: i64, days: f64) -> bool {
    let age = SignedDuration::from_micros(until.saturating_sub(at));
    at != NEVER && age.as_secs_f64() / 86_400.0 <= days
}

impl Group {
    fn of(log: &EventLog, signs: &[Sign<'_>]) -> Self {
        let sorts = &log.sorts;
        let by_sort = sorts.all.par_iter().with_min_len(256).map(|sort| {
            let (kind, name) = (sorts.kinds.get(sort.kind), sorts.names.get(sort.name));
            bits(signs, |sign| (sign.sort)(kind, name))
        });
        let without_detail = bits(signs, |sign| sign.about.is_none());
        Self {
            by_sort: by_sort.collect(),
            by_side: SIDES.map(|side| bits(signs, |sign| sign.side.is_none_or(|wanted| wanted == side))),
            by_detail: by_detail(log, signs, without_detail),
            without_detail,
        }
    }

    #[inline]
    fn of_detail(&self, detail: u32) -> u64 {
        if detail == NONE || self.by_detail.is_empty() { self.without_detail } else { self.by_detail[detail as usize] }
    }
}

fn bits(signs: &[Sign<'_>], is_so: impl Fn(&Sign<'_>) -> bool) -> u64 {
    signs.iter().enumerate().fold(0, |bits, (nth, sign)| bits | u64::from(is_so(sign)) << nth)
}

/// The signs that each set of attributes leaves possible.
fn by_detail(log: &EventLog, signs: &[Sign<'_>], without: u64) -> Vec<u64> {
    let texts = &log.details.texts;
    let wanted: Vec<(u64, u32, &About<'_>)> = signs
        .iter()
        .enumerate()
        .filter_map(|(nth, sign)| {
            let about = sign.about.as_ref()?;
            Some((1 << nth, texts.code(about.attribute)?, about))
        })
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let said = |name: u32, value: u32| {
        let text = texts.get(value);
        let says = wanted.iter().filter(|(_, of, about)| *of == name && (about.says)(text, about.word));
        says.fold(0, |bits, (bit, ..)| bits | bit)
    };
    // The same words come in many sets.
    let of_chunk = |sets: &[Vec<(u32, u32)>]| {
        let mut known: FxHashMap<(u32, u32), u64> = FxHashMap::default();
        let mut pair = |pair: &(u32, u32)| *known.entry(*pair).or_insert_with(|| said(pair.0, pair.1));
        sets.iter().map(|set| set.iter().fold(without, |bits, p| bits | pair(p))).collect::<Vec<u64>>()
    };
    log.details.all.par_chunks(16_384).map(of_chunk).collect::<Vec<_>>().concat()
}
