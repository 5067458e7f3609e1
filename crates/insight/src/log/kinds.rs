//! Deals by the kinds of their events.

use rayon::prelude::*;

use super::EventLog;

impl EventLog {
    /// The deals that have events of some of these kinds, each with the kind of the last of these.
    pub fn last_among<'k>(&self, kinds: &[&'k str]) -> Vec<(u32, &'k str)> {
        let wanted = |kind: u32| kinds.iter().position(|name| *name == self.sorts.kinds.get(kind));
        let places: Vec<Option<usize>> = self.sorts.all.iter().map(|sort| wanted(sort.kind)).collect();
        if places.iter().all(Option::is_none) {
            return Vec::new();
        }
        let all: Vec<u32> = self.all().collect();
        let last = |deal: u32| {
            let mut rows = self.range(deal).rev();
            rows.find_map(|row| places.get(*self.events.sort.get(row)? as usize).copied().flatten())
        };
        let found = all.into_par_iter().with_min_len(1024);
        found.filter_map(|deal| Some((deal, *kinds.get(last(deal)?)?))).collect()
    }
}
