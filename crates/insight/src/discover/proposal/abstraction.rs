//! Stages for a log that names none: activities that follow one another are taken together.
//!
//! The activities are put in the order in which deals come to them, and this line is cut into 2 to 7 pieces so that
//! most moves stay within a piece: the cut with the greatest modularity of the directly-follows graph,
//! Q = Σ over pieces of (moves within / m − moves out of it · moves into it / m²), m = all moves. On a line the best
//! cut is found exactly, by dynamic programming.
//!
//! Sources: H. Nguyen, M. Dumas, A. ter Hofstede, M. La Rosa, F. Maggi (2017), Mining business process stages from event
//! logs, CAiSE, LNCS 10253, 577–594 (stages as modular pieces of the flow graph); E. Leicht, M. Newman (2008),
//! Community structure in directed networks, Phys. Rev. Lett. 100, 118703 (directed modularity).

use rayon::prelude::*;

use crate::log::{Class, EventLog, NONE, Steps, View};

/// Stages made at most.
const MOST: usize = 7;
/// Activities looked at, the most frequent ones; the others go to where they come in the order.
const LOOKED_AT: usize = 200;

/// Activities taken together as stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phases {
    /// The activities of each, in the order in which deals come to them.
    pub activities: Vec<Vec<String>>,
    /// Place of the phase by the code of an activity's name; [`NONE`] for what belongs to none.
    pub of_name: Vec<u32>,
}

/// The phases of the deals; none where fewer than three activities are seen.
pub(super) fn phases(log: &EventLog, deals: &[u32]) -> Option<Phases> {
    let steps = Steps::of(log, View::All);
    let seen = Seen::of(&steps, deals);
    let mut line: Vec<usize> = (0..seen.deals.len()).filter(|s| seen.deals[*s] > 0).collect();
    if line.len() < 3 {
        return None;
    }
    line.sort_by(|a, b| seen.place(*a).total_cmp(&seen.place(*b)).then(a.cmp(b)));
    let mut frequent = line.clone();
    frequent.sort_by_key(|s| std::cmp::Reverse(seen.deals[*s]));
    frequent.truncate(LOOKED_AT);
    let core: Vec<usize> = line.iter().copied().filter(|s| frequent.contains(s)).collect();
    let ends = cut(&moves(&steps, deals, &core));
    let next_at: Vec<f64> = ends.iter().map(|end| core.get(*end).map_or(f64::INFINITY, |s| seen.place(*s))).collect();
    let piece = |step: usize| match core.iter().position(|s| *s == step) {
        Some(place) => ends.iter().position(|end| place < *end),
        None => next_at.iter().position(|next| seen.place(step) < *next),
    };
    let mut activities = vec![Vec::new(); ends.len()];
    let mut of_name = vec![NONE; steps.names()];
    for step in line {
        let phase = piece(step).unwrap_or(ends.len() - 1);
        activities[phase].push(steps.name(step as u32).to_owned());
        of_name[step] = phase as u32;
    }
    Some(Phases { activities, of_name })
}

/// In how many deals each activity comes, and how far into them for the first time.
struct Seen {
    deals: Vec<u64>,
    /// Sum of the places of first occurrences, from 0 (the first step) to 1 (the last).
    places: Vec<f64>,
}

impl Seen {
    fn of(steps: &Steps<'_>, deals: &[u32]) -> Self {
        let none = || Self { deals: vec![0; steps.names()], places: vec![0.0; steps.names()] };
        let count = |deals: &[u32]| deals.iter().fold(none(), |seen, deal| seen.with(steps, *deal));
        // Chunks of one size, added up in order: sums of fractions come out alike every time.
        let parts: Vec<Self> = deals.par_chunks(16_384).map(count).collect();
        parts.into_iter().fold(none(), Self::merged)
    }

    fn with(mut self, steps: &Steps<'_>, deal: u32) -> Self {
        let path: Vec<usize> = acts(steps, deal).collect();
        for (place, step) in path.iter().enumerate() {
            if !path[..place].contains(step) {
                self.deals[*step] += 1;
                self.places[*step] += place as f64 / (path.len() - 1).max(1) as f64;
            }
        }
        self
    }

    fn merged(mut self, other: Self) -> Self {
        self.deals.iter_mut().zip(other.deals).for_each(|(a, b)| *a += b);
        self.places.iter_mut().zip(other.places).for_each(|(a, b)| *a += b);
        self
    }

    fn place(&self, step: usize) -> f64 {
        self.places[step] / self.deals[step].max(1) as f64
    }
}

/// The steps of a deal but for its closing.
fn acts(steps: &Steps<'_>, deal: u32) -> impl Iterator<Item = usize> {
    let open = |step: &u32| !matches!(steps.class(*step), Class::Won | Class::Lost);
    steps.of_deal(deal).map(|(step, _)| step).filter(open).map(|step| step as usize)
}

/// How often each activity of `core` directly followed each other one, by `from * n + to`.
fn moves(steps: &Steps<'_>, deals: &[u32], core: &[usize]) -> Vec<u64> {
    let n = core.len();
    let mut places = vec![usize::MAX; steps.names()];
    core.iter().enumerate().for_each(|(place, step)| places[*step] = place);
    let count = |deals: &[u32]| {
        let mut moves = vec![0; n * n];
        for deal in deals {
            let mut path = acts(steps, *deal).map(|s| places[s]).filter(|p| *p != usize::MAX);
            let Some(mut from) = path.next() else { continue };
            for to in path {
                moves[from * n + to] += u64::from(from != to);
                from = to;
            }
        }
        moves
    };
    let sum = |mut a: Vec<u64>, b: Vec<u64>| {
        a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
        a
    };
    deals.par_chunks(16_384).map(count).reduce(|| vec![0; n * n], sum)
}

/// Ends (exclusive) of the pieces of the line with the greatest modularity.
fn cut(moves: &[u64]) -> Vec<usize> {
    let n = moves.len().isqrt();
    let score = scores(moves, n);
    // best[pieces][end]: the greatest modularity of the first `end` activities in so many pieces, and its last cut.
    let mut best = vec![vec![(f64::NEG_INFINITY, 0); n + 1]; MOST + 1];
    best[0][0] = (0.0, 0);
    for pieces in 1..=MOST {
        for end in pieces..=n {
            for start in pieces - 1..end {
                let q = best[pieces - 1][start].0 + score(start, end);
                if q > best[pieces][end].0 + 1e-12 {
                    best[pieces][end] = (q, start);
                }
            }
        }
    }
    let most = (2..=MOST).rev().max_by(|a, b| best[*a][n].0.total_cmp(&best[*b][n].0)).unwrap_or(2);
    let mut ends = vec![n];
    for pieces in (2..=most).rev() {
        let end = ends.last().copied().unwrap_or(n);
        ends.push(best[pieces][end].1);
    }
    ends.reverse();
    ends
}

/// What the piece `start..end` adds to the modularity.
fn scores(moves: &[u64], n: usize) -> impl Fn(usize, usize) -> f64 {
    let m = moves.iter().sum::<u64>().max(1) as f64;
    // Sums over all rectangles from the corner.
    let mut corner = vec![0_u64; (n + 1) * (n + 1)];
    for from in 0..n {
        for to in 0..n {
            corner[(from + 1) * (n + 1) + to + 1] =
                moves[from * n + to] + corner[from * (n + 1) + to + 1] + corner[(from + 1) * (n + 1) + to]
                    - corner[from * (n + 1) + to];
        }
    }
    move |start, end| {
        let at = |row: usize, column: usize| corner[row * (n + 1) + column] as f64;
        let within = at(end, end) - at(start, end) - at(end, start) + at(start, start);
        let (out, into) = (at(end, n) - at(start, n), at(n, end) - at(n, start));
        within / m - out * into / (m * m)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(n: usize, moves: &[(usize, usize, u64)]) -> Vec<u64> {
        let mut matrix = vec![0; n * n];
        moves.iter().for_each(|(from, to, count)| matrix[from * n + to] += count);
        matrix
    }

    #[test]
    fn tight_groups_are_cut_where_they_meet() {
        let group = |at: usize| [(at, at + 1, 90), (at + 1, at, 40), (at + 1, at + 2, 90), (at + 2, at, 40)];
        let mut moves: Vec<(usize, usize, u64)> = [0, 3, 6].into_iter().flat_map(group).collect();
        moves.extend([(2, 3, 50), (5, 6, 50)]);
        assert_eq!(cut(&matrix(9, &moves)), [3, 6, 9]);
    }

    #[test]
    fn modularity_is_that_of_the_formula() {
        // Two pieces {0, 1} and {2}: m = 10; within 6 and 0, out 9 and 1, in 7 and 3.
        let moves = matrix(3, &[(0, 1, 4), (1, 0, 2), (1, 2, 3), (2, 1, 1)]);
        let score = scores(&moves, 3);
        assert!((score(0, 2) - (0.6 - 9.0 * 7.0 / 100.0)).abs() < 1e-12);
        assert!((score(2, 3) - (0.0 - 1.0 * 3.0 / 100.0)).abs() < 1e-12);
    }

    #[test]
    fn nothing_that_moves_is_cut_somehow() {
        assert_eq!(cut(&matrix(3, &[])).last(), Some(&3));
    }
}
