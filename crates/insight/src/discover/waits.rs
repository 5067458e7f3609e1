//! Times between steps, move by move: quartiles without keeping or sorting what is between.
//!
//! The times of each move are counted in buckets, eight to an octave; a second pass gathers the few that share a bucket
//! with a quartile, so the figures are exact, and millions of moves need two walks over the log and hardly any memory.

use rayon::prelude::*;

use super::{Summary, places::Places};
use crate::{
    log::{MICROS_A_SECOND, NEVER, Steps},
    parts::tallied,
    stats::quantile::summary_of_micros,
};

/// Buckets of a move: times below 8 µs have one each, then eight an octave up to 2⁶³ µs.
const BUCKETS: usize = 62 * 8;
/// Moves from one step to another at most; of more, all times are kept.
const PLACES: usize = 4096;
/// Fewer times in all than this are simply kept.
const FEW: usize = 100_000;
/// The quartiles and both ends.
const QUARTILES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

fn bucket(micros: i64) -> usize {
    let value = micros.max(0) as u64;
    if value < 8 {
        return value as usize;
    }
    let octave = 63 - value.leading_zeros() as usize;
    (octave - 2) * 8 + (value >> (octave - 3)) as usize % 8
}

/// The times of moves by place, while they are counted.
#[derive(Clone)]
pub(super) enum Times {
    /// In buckets.
    Counted(Histogram),
    /// Not yet looked at: there are so few, or of so many moves, that they are all kept later.
    Left,
}

impl Times {
    /// A start for about so many moves.
    pub(super) fn for_moves(moves: usize) -> Self {
        if moves < FEW { Self::Left } else { Self::Counted(Histogram::default()) }
    }

    /// Takes a time of the move at this place; places come in order.
    #[inline(always)]
    pub(super) fn add(&mut self, place: usize, micros: i64) {
        if let Self::Counted(found) = self {
            if place < found.total.len() {
                found.add(place, micros);
            } else if place < PLACES {
                found.reserve(place + 1);
                found.add(place, micros);
            } else {
                *self = Self::Left;
            }
        }
    }

    /// Adds the times of another part, whose places are these here.
    pub(super) fn merge(&mut self, other: &Self, places: &[usize]) {
        let needed = places.iter().max().map_or(0, |last| last + 1);
        match (&mut *self, other) {
            (Self::Counted(found), Self::Counted(other)) if needed <= PLACES => {
                found.reserve(needed);
                found.merge(other, places);
            }
            _ => *self = Self::Left,
        }
    }
}

/// The time between the steps of each move in seconds, in the order of the places, of several sets of deals in one walk.
/// `sets_of` tells which sets a deal is of, the first set by the lowest bit.
pub(super) fn summaries(
    sets: Vec<Times>,
    steps: &Steps<'_>,
    deals: &[u32],
    places: &Places,
    sets_of: impl Fn(u32) -> u8 + Sync,
) -> Vec<Vec<Summary>> {
    let (n, moves) = (sets.len(), places.len());
    let mut counted: Vec<Histogram> = Vec::new();
    if moves <= PLACES {
        let all = sets.into_iter().filter_map(|set| if let Times::Counted(set) = set { Some(set) } else { None });
        counted.extend(all);
    }
    if counted.len() < n {
        let mut all = gathered(steps, deals, n * moves, sets_of, |all, sets, (from, to), micros| {
            let place = places.of(from, to);
            push(all, sets, moves, place, micros);
        });
        let summaries: Vec<_> = all.par_iter_mut().map(|all| summary_of_micros(all, MICROS_A_SECOND)).collect();
        return (0..n).map(|set| summaries[set * moves..(set + 1) * moves].to_vec()).collect();
    }
    let mut wanted = vec![0_u8; moves * BUCKETS];
    for (set, counted) in counted.iter_mut().enumerate() {
        // Moves without any dated time come last, if at all.
        counted.reserve(moves);
        wanted.iter_mut().zip(counted.wanted()).for_each(|(bits, wanted)| *bits |= u8::from(wanted) << set);
    }
    let mut near = gathered(steps, deals, n * moves, sets_of, |near, sets, (from, to), micros| {
        let place = places.of(from, to);
        push(near, wanted[place * BUCKETS + bucket(micros)] & sets, moves, place, micros);
    });
    let summary = |(at, near): (usize, &mut Vec<i64>)| {
        let (set, place) = (at / moves, at % moves);
        counted[set].summary(place, near, |bucket| wanted[place * BUCKETS + bucket] >> set & 1 == 1)
    };
    let summaries: Vec<_> = near.par_iter_mut().enumerate().map(summary).collect();
    (0..n).map(|set| summaries[set * moves..(set + 1) * moves].to_vec()).collect()
}

/// Puts a time to each of the sets.
#[inline(always)]
fn push(near: &mut [Vec<i64>], mut sets: u8, moves: usize, place: usize, micros: i64) {
    while sets != 0 {
        near[sets.trailing_zeros() as usize * moves + place].push(micros);
        sets &= sets - 1;
    }
}

/// Lists of times, filled by walking over all dated moves of the deals, each with the sets that the deal is of, with a few
/// threads.
fn gathered(
    steps: &Steps<'_>,
    deals: &[u32],
    lists: usize,
    sets_of: impl Fn(u32) -> u8 + Sync,
    on_move: impl Fn(&mut [Vec<i64>], u8, (u32, u32), i64) + Sync,
) -> Vec<Vec<i64>> {
    let fresh = || (vec![Vec::new(); lists], Vec::new());
    let walk = |(found, path): &mut (Vec<Vec<i64>>, Vec<(u32, i64)>), deal: u32| {
        let sets = sets_of(deal);
        steps.read(deal, path);
        for ((from, since), (step, at)) in path.iter().zip(path.iter().skip(1)) {
            if *since != NEVER && *at != NEVER {
                on_move(found, sets, (*from, *step), at - since);
            }
        }
    };
    let together = |(mut all, path): (Vec<Vec<i64>>, _), (more, _): (Vec<Vec<i64>>, _)| {
        all.iter_mut().zip(more).for_each(|(a, b)| if a.is_empty() { *a = b } else { a.extend(b) });
        (all, path)
    };
    tallied(deals, fresh, walk, together).0
}

/// What is counted of the times of each move.
#[derive(Clone, Default)]
pub(super) struct Histogram {
    counts: Vec<u32>,
    total: Vec<i128>,
}

impl Histogram {
    /// Makes room for so many places.
    #[cold]
    fn reserve(&mut self, places: usize) {
        if places > self.total.len() {
            self.counts.resize(places * BUCKETS, 0);
            self.total.resize(places, 0);
        }
    }

    #[inline]
    fn add(&mut self, place: usize, micros: i64) {
        self.counts[place * BUCKETS + bucket(micros)] += 1;
        self.total[place] += i128::from(micros);
    }

    fn merge(&mut self, other: &Self, places: &[usize]) {
        for (place, (counts, total)) in places.iter().zip(other.counts.chunks(BUCKETS).zip(&other.total)) {
            let mine = &mut self.counts[place * BUCKETS..(place + 1) * BUCKETS];
            mine.iter_mut().zip(counts).for_each(|(a, b)| *a += b);
            self.total[*place] += total;
        }
    }

    fn of(&self, place: usize) -> &[u32] {
        &self.counts[place * BUCKETS..(place + 1) * BUCKETS]
    }

    fn n(&self, place: usize) -> u64 {
        self.of(place).iter().map(|n| u64::from(*n)).sum()
    }

    /// Marks the buckets that a quartile or its neighbour is in.
    fn wanted(&self) -> Vec<bool> {
        let mut wanted = vec![false; self.counts.len()];
        for place in 0..self.total.len() {
            let Some(last) = self.n(place).checked_sub(1) else { continue };
            let ranks = QUARTILES.map(|q| (last as f64 * q).floor() as u64);
            let ranks: Vec<u64> = ranks.into_iter().flat_map(|r| [r, (r + 1).min(last)]).collect();
            let mut below = 0;
            for (bucket, n) in self.of(place).iter().enumerate() {
                let here = below..below + u64::from(*n);
                wanted[place * BUCKETS + bucket] = ranks.iter().any(|rank| here.contains(rank));
                below = here.end;
            }
        }
        wanted
    }

    /// The summary of a move, given its times from the wanted buckets. Sorts them.
    fn summary(&self, place: usize, near: &mut [i64], wanted: impl Fn(usize) -> bool) -> Summary {
        near.sort_unstable();
        let n = self.n(place);
        let Some(last) = n.checked_sub(1) else { return Summary::default() };
        let ranked = |rank: u64| {
            let (mut below, mut kept) = (0, 0);
            for (bucket, count) in self.of(place).iter().enumerate() {
                let count = u64::from(*count);
                if rank < below + count {
                    return near.get((kept + rank - below) as usize).map_or(0.0, |micros| *micros as f64);
                }
                below += count;
                kept += if wanted(bucket) { count } else { 0 };
            }
            0.0
        };
        let at = |q: f64| {
            let h = last as f64 * q;
            let low = ranked(h.floor() as u64);
            let high = ranked((h.floor() as u64 + 1).min(last));
            Some((low + (h - h.floor()) * (high - low)) / MICROS_A_SECOND)
        };
        Summary {
            n,
            q25: at(0.25),
            median: at(0.5),
            q75: at(0.75),
            min: at(0.0),
            max: at(1.0),
            mean: Some(self.total[place] as f64 / n as f64 / MICROS_A_SECOND),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use rstest::rstest;

    #[rstest]
    #[case("one value", &[5_000_000])]
    #[case("two", &[0, 7])]
    #[case("equal ones", &[86_400_000_000; 40])]
    #[case("small and large", &[1, 2, 3, 9, 1_000_000, i64::MAX / 4, 86_400_000_000, 7, 8, 15, 16, 17])]
    fn quartiles_from_buckets_equal_those_of_all(#[case] what: &str, #[case] micros: &[i64]) {
        check(what, micros.to_vec());
    }

    #[test]
    fn quartiles_of_many_made_up_times() {
        let mut state = 11_u64;
        for n in [3_usize, 10, 101, 1000, 5003] {
            let mut micros = Vec::new();
            for _ in 0..n {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                micros.push((state >> (state % 50 + 12)) as i64);
            }
            check("made up", micros);
        }
    }

    fn check(what: &str, mut micros: Vec<i64>) {
        let mut counted = Histogram::default();
        counted.reserve(2);
        micros.iter().for_each(|m| counted.add(1, *m));
        let wanted = counted.wanted();
        let mut near: Vec<i64> = micros.iter().copied().filter(|m| wanted[BUCKETS + bucket(*m)]).collect();
        let found = counted.summary(1, &mut near, |b| wanted[BUCKETS + b]);
        let expected = summary_of_micros(&mut micros, MICROS_A_SECOND);
        let close = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() <= 1e-9 * b.unwrap().abs();
        for (a, b) in [
            (found.q25, expected.q25),
            (found.median, expected.median),
            (found.q75, expected.q75),
            (found.mean, expected.mean),
            (found.min, expected.min),
            (found.max, expected.max),
        ] {
            assert!(close(a, b), "{what}: {found:?} is not {expected:?}");
        }
        assert_eq!(counted.summary(0, &mut [], |_| false), Summary::default());
    }

    #[test]
    fn buckets_are_in_order() {
        let values: Vec<i64> = (0..62).flat_map(|e| [1_i64 << e, (1_i64 << e) + 1, (1_i64 << e) * 3 / 2]).collect();
        let mut sorted = values;
        sorted.sort_unstable();
        assert!(sorted.iter().map(|v| bucket(*v)).is_sorted());
        assert_eq!((bucket(-5), bucket(0), bucket(7), bucket(8)), (0, 0, 7, 8));
        assert!(bucket(i64::MAX) < BUCKETS);
    }
}
