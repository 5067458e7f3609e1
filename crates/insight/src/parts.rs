//! Work on many deals, divided among a few threads.

use rayon::prelude::*;

/// Fewer deals than this are not divided: it would take longer than to count them.
const LEAST: usize = 4_096;

/// Counts deals. Each thread counts some neighbouring ones by themselves; what it has is merged with what those before it
/// have.
pub(crate) fn tallied<D: Copy + Sync, T: Send>(
    deals: &[D],
    fresh: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, D) + Sync,
    merged: impl Fn(T, T) -> T + Send + Sync,
) -> T {
    let count = |deals: &[D]| {
        let mut counts = fresh();
        deals.iter().for_each(|deal| take(&mut counts, *deal));
        counts
    };
    deals.par_chunks(size(deals.len())).map(count).reduce_with(merged).unwrap_or_else(fresh)
}

/// How many deals go together: two parts a thread, as none takes as long as another one.
fn size(deals: usize) -> usize {
    deals.div_ceil(rayon::current_num_threads() * 2).max(LEAST)
}

/// Adds counts one by one.
pub(crate) fn added<N: Copy + std::ops::AddAssign>(mut a: Vec<N>, b: Vec<N>) -> Vec<N> {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}
