//! The first thing done to connect, the last before the sale, the first after it.

use std::collections::BTreeMap;

use model::{Outcome, Side};
use rayon::prelude::*;

use super::{ActList, ActShare, Channel, FirstAndLast, NONE_AT_ALL, Proportion, Touching, acts::Touch};
use crate::{
    discover::sentence::{LITTLE, counted, grouped, in_days, percent},
    log::{EventLog, MICROS_A_DAY, NEVER},
    select::Selection,
    stats::{
        exact::{benjamini_hochberg, fisher},
        quantile::summary,
    },
};

/// ActList listed at most.
const LISTED: usize = 12;
/// Differences below this adjusted p are supported.
const SUPPORTED: f64 = 0.05;

/// What a closed deal has: its outcome, when it began and closed, and its touchpoints at the five places.
struct Found {
    won: bool,
    from: i64,
    to: i64,
    first: Option<Touch>,
    first_ours: Option<Touch>,
    last: Option<Touch>,
    last_prospect: Option<Touch>,
    last_ours: Option<Touch>,
    after: Option<Touch>,
}

/// The first thing that we did on the closed deals of the selection, the last touchpoints before winning, and the first
/// one after it.
pub fn first_and_last(log: &EventLog, selection: &Selection) -> FirstAndLast {
    let acts = Touching::of(log);
    let closed: Vec<u32> = selection.deals(log).into_iter().filter(|d| log.outcome(*d) != Outcome::Open).collect();
    let found: Vec<Found> = closed.par_iter().with_min_len(1024).map(|deal| of(log, &acts, *deal)).collect();
    let touches = found.iter().filter(|f| f.first.is_some()).count() as u64;
    let side = |wanted: Side| found.iter().filter(|f| f.first.is_some_and(|t| t.side == wanted)).count() as u64;
    let (theirs, ours) = (side(Side::Prospect), side(Side::Rep));
    let won = || found.iter().filter(|f| f.won);
    let to_close = |f: &Found, t: &Touch| days(t.at, f.to);
    let mut result = FirstAndLast {
        as_of: log.as_of(),
        touches,
        begun_by_prospect: Proportion::new(theirs, theirs + ours),
        first: shares(log, found.iter(), |f| f.first_ours, |f, t| days(f.from, t.at), true),
        last: shares(log, won(), |f| f.last, to_close, false),
        last_prospect: shares(log, won(), |f| f.last_prospect, to_close, false),
        last_rep: shares(log, won(), |f| f.last_ours, to_close, false),
        after: shares(log, won(), |f| f.after, |f, t| days(f.to, t.at), false),
        ..FirstAndLast::default()
    };
    result.sentence = sentence(&result, found.len() as u64);
    result.notes = notes(&result);
    result
}

fn days(from: i64, to: i64) -> Option<f64> {
    (from != NEVER && to != NEVER).then(|| (to - from).max(0) as f64 / MICROS_A_DAY)
}

fn of(log: &EventLog, acts: &Touching<'_>, deal: u32) -> Found {
    let (from, to) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
    let won = log.outcome(deal) == Outcome::Won;
    let after = if won { acts.after(deal).next() } else { None };
    let mut found =
        Found { won, from, to, first: None, first_ours: None, last: None, last_prospect: None, last_ours: None, after };
    for touch in acts.touches(deal) {
        found.first.get_or_insert(touch);
        found.last = Some(touch);
        match touch.side {
            Side::Prospect => found.last_prospect = Some(touch),
            Side::Rep => {
                found.first_ours.get_or_insert(touch);
                found.last_ours = Some(touch);
            }
            Side::System | Side::Unknown => {}
        }
    }
    found
}

/// Counts the acts that `pick` finds in the deals.
fn shares<'a>(
    log: &EventLog,
    deals: impl Iterator<Item = &'a Found>,
    pick: impl Fn(&Found) -> Option<Touch>,
    time: impl Fn(&Found, &Touch) -> Option<f64>,
    compared: bool,
) -> ActList {
    let mut counts: BTreeMap<(u32, u8), (Touch, u64, u64)> = BTreeMap::new();
    let (mut without, mut won, mut lost, mut times) = (0, 0, 0, Vec::new());
    for deal in deals {
        let Some(touch) = pick(deal) else {
            without += 1;
            continue;
        };
        times.extend(time(deal, &touch));
        let entry = counts.entry((touch.name, touch.side as u8)).or_insert((touch, 0, 0));
        if deal.won {
            (won, entry.1) = (won + 1, entry.1 + 1);
        } else {
            (lost, entry.2) = (lost + 1, entry.2 + 1);
        }
    }
    let mut acts: Vec<(Touch, u64, u64)> = counts.into_values().collect();
    acts.sort_by_key(|(touch, w, l)| (std::cmp::Reverse(w + l), touch.name));
    let others = acts.iter().skip(LISTED).map(|(_, w, l)| w + l).sum();
    acts.truncate(LISTED);
    let tested = compared && won > 0 && lost > 0;
    let p: Vec<f64> = acts.iter().filter(|_| tested).map(|(_, w, l)| fisher(*w, won - w, *l, lost - l)).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    let share = |(touch, w, l): &(Touch, u64, u64)| {
        let p_adjusted = adjusted.next();
        ActShare {
            activity: log.sorts.names.get(touch.name).to_owned(),
            channel: touch.channel,
            side: touch.side,
            all: Proportion::new(w + l, won + lost),
            won: compared.then(|| Proportion::new(*w, won)),
            lost: compared.then(|| Proportion::new(*l, lost)),
            p_adjusted,
            supported: p_adjusted.is_some_and(|p| p < SUPPORTED),
        }
    };
    ActList { deals: won + lost, without, days: summary(times), acts: acts.iter().map(share).collect(), others }
}

fn sentence(found: &FirstAndLast, closed: u64) -> String {
    if closed == 0 {
        return "We can't tell yet: no deal is closed.".into();
    }
    if found.touches == 0 {
        return NONE_AT_ALL.into();
    }
    let most = |acts: &ActList| acts.acts.first().cloned();
    let told = |a: &ActShare| match a.all.share.filter(|_| a.all.of >= LITTLE) {
        Some(share) => format!("{} ({} of {})", percent(share), grouped(a.all.count), grouped(a.all.of)),
        None => format!("{} of {}", grouped(a.all.count), grouped(a.all.of)),
    };
    let mut parts = Vec::new();
    if let Some(first) = most(&found.first) {
        parts.push(format!("The first thing we did was most often “{}”: {}.", first.activity, told(&first)));
    }
    if let Some(last) = most(&found.last) {
        let who = match last.side {
            Side::Prospect => ", an act of the prospect",
            Side::Rep => ", an act of ours",
            Side::System | Side::Unknown => "",
        };
        parts.push(format!("The last thing before a sale was most often “{}”{who}: {}.", last.activity, told(&last)));
    }
    if let (Some(after), Some(median)) = (most(&found.after), found.after.days.median) {
        let time = in_days(median);
        parts.push(format!("The first contact after it was most often “{}”, {time} later (median).", after.activity));
    }
    parts.join(" ")
}

fn notes(found: &FirstAndLast) -> Vec<String> {
    let mut notes = Vec::new();
    if found.touches > 0 && found.after.deals == 0 {
        notes.push("The data has no contact after a sale. Either there was none, or it is kept elsewhere.".into());
    }
    if found.first.without > 0 && found.touches > 0 {
        notes.push(format!(
            "{} without any act of ours left out of the first.",
            counted(found.first.without, "closed deal")
        ));
    }
    let generic = |a: &ActShare| a.channel == Channel::Other && a.side == Side::Unknown;
    if !found.last.acts.is_empty() && found.last.acts.iter().all(generic) {
        notes.push("The data does not say who did what, so only the names of activities can be shown.".into());
    }
    notes
}
