//! Which activities are on the map. The others are taken out of every deal before moves are counted, so that what came
//! before and after one of them follow each other: a projection of the log, not a map with boxes hidden.

use rustc_hash::FxHashMap;

use super::{Activities, MapRequest, Wanted};
use crate::log::{Class, EventLog, Steps, View, without_numbers};

/// Activities shown where nothing is asked for.
const READABLE: usize = 30;
/// Activities shown at most, whatever is asked for.
const MOST: usize = 60;

/// The steps of the map.
pub(super) struct Chosen<'a> {
    /// Only the activities that are kept.
    pub steps: Steps<'a>,
    /// All of them, and whether each is kept, by its code.
    pub full: Steps<'a>,
    pub kept: Vec<bool>,
    pub view: Wanted,
    pub both: bool,
    pub shown: Activities,
    /// Names if those that differ in numbers only are one.
    pub groups: u64,
    /// How many names each group has, where grouped.
    alike: FxHashMap<String, u64>,
    grouped: bool,
}

impl<'a> Chosen<'a> {
    pub(super) fn of(log: &'a EventLog, deals: &[u32], request: &MapRequest) -> Self {
        let stages = Steps::of(log, View::Stages);
        let all = Steps::of(log, View::All);
        let staged = log.sorts.all.iter().any(|s| s.class == Class::Stage);
        let both = staged && !all.same_as(&stages);
        let (view, steps) =
            if staged && request.view == Wanted::Stages { (Wanted::Stages, stages) } else { (Wanted::All, all) };
        let counts = steps.frequencies(deals);
        let mut alike: FxHashMap<String, u64> = FxHashMap::default();
        for code in (0..).zip(&counts).filter(|(_, n)| **n > 0).map(|(code, _)| code) {
            *alike.entry(without_numbers(steps.name(code))).or_default() += 1;
        }
        let groups = alike.len() as u64;
        let (steps, counts) = if request.grouped {
            let steps = steps.grouped();
            let counts = steps.frequencies(deals);
            (steps, counts)
        } else {
            (steps, counts)
        };
        let (kept, shown) = kept(&steps, &counts, request.activities);
        let full = steps.clone();
        let steps = steps.only(|name| kept.contains_key(name));
        let kept = (0..full.names() as u32).map(|code| kept.contains_key(full.name(code))).collect();
        Self { steps, full, kept, view, both, shown, groups, alike, grouped: request.grouped }
    }

    /// How many names the box of this one stands for.
    pub(super) fn alike(&self, code: u32) -> u64 {
        if !self.grouped {
            return 1;
        }
        self.alike.get(&without_numbers(self.full.name(code))).copied().unwrap_or(1)
    }
}

/// The most frequent activities, and all closings, which are what the map is about.
fn kept<'a>(steps: &Steps<'a>, counts: &[u64], share: Option<f64>) -> (FxHashMap<&'a str, ()>, Activities) {
    let mut codes: Vec<u32> = (0..).zip(counts).filter(|(_, n)| **n > 0).map(|(code, _)| code).collect();
    let closing = |code: &u32| matches!(steps.class(*code), Class::Won | Class::Lost);
    codes.sort_by(|a, b| {
        let (x, y) = (counts[*a as usize], counts[*b as usize]);
        closing(b).cmp(&closing(a)).then(y.cmp(&x)).then_with(|| steps.name(*a).cmp(steps.name(*b)))
    });
    let closings = codes.iter().filter(|c| closing(c)).count();
    let others = codes.len() - closings;
    let least = (closings + others.min(1)).min(MOST);
    let wanted = match share {
        Some(share) => closings + (share.clamp(0.0, 1.0) * others as f64).round() as usize,
        None => READABLE,
    };
    let shown = wanted.clamp(least, MOST.max(least)).min(codes.len());
    let sum = |codes: &[u32]| codes.iter().map(|c| counts[*c as usize]).sum::<u64>();
    let held = sum(&codes[..shown]) as f64 / sum(&codes).max(1) as f64;
    let activities =
        Activities { shown: shown as u64, of: codes.len() as u64, share: held, least: 1.0 / others.max(1) as f64 };
    (codes[..shown].iter().map(|c| (steps.name(*c), ())).collect(), activities)
}
