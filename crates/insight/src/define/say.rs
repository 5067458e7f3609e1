//! A criterion on history in words: what goes along with winning, never why.

use super::{
    parting::points,
    result::{Among, CriterionHistory, HistoryVerdict},
};
use crate::discover::{
    Proportion,
    sentence::{LITTLE, capital, counted, grouped, percent},
};

pub(super) const FIELDS: &str = "Fields are read as they are today, since what they were then is not kept.";
pub(super) const LEFT: &str =
    "Hardly a deal that moved on from here was lost, so all that left the stage are compared, those lost from it too.";
pub(super) const MANY: &str = "Who tries many criteria finds some that look good by chance alone.";

pub(super) fn undated(deals: u64) -> String {
    let (what, they) = (counted(deals, "deal"), if deals == 1 { "is" } else { "are" });
    format!("{} moved on at an unknown time and {they} left out.", capital(&what))
}

/// What history says.
pub(super) fn sentence(found: &CriterionHistory, stage: Option<&str>) -> String {
    let Some(stage) = stage else { return "The process has no such stage.".into() };
    let all = found.won.of + found.lost.of;
    let when = match found.among {
        Among::MovedOn => format!("moved on from {stage}"),
        Among::Left => format!("left {stage}"),
    };
    match found.verdict {
        HistoryVerdict::NotInData => "This data has nothing of what it asks for, so it cannot be tested.".into(),
        _ if all == 0 => format!("We can't tell yet: no closed deal has {when} at a known time."),
        HistoryVerdict::TooLittleData if all < LITTLE => format!("We can't tell yet: {}.", counts(found, &when)),
        HistoryVerdict::TooLittleData => {
            let too_few = if found.with.of < found.without.of { "had" } else { "had not" };
            format!("We can't tell yet: {}. Too few {too_few} to compare.", counts(found, &when))
        }
        HistoryVerdict::AlwaysMet => {
            format!("All {} that {when} had met this, so it would have told nothing apart.", deals(all))
        }
        HistoryVerdict::NeverMet => format!(
            "None of the {} that {when} had met this: it would have held every one, the {} too.",
            deals(all),
            counted(found.won.of, "won deal")
        ),
        verdict => format!("{} {}", shares(found, &when), difference(found, verdict)),
    }
}

fn deals(n: u64) -> String {
    format!("{} closed deals", grouped(n))
}

/// `3 of 5 won deals had met this when they moved on from Presenting, 1 of 2 lost ones`.
fn counts(found: &CriterionHistory, when: &str) -> String {
    let of = |p: Proportion| format!("{} of {}", grouped(p.count), grouped(p.of));
    format!("{} won deals had met this when they {when}, {} lost ones", of(found.won), of(found.lost))
}

fn shares(found: &CriterionHistory, when: &str) -> String {
    let of = |p: Proportion, what: &str| {
        let (share, low, high) = (p.share.unwrap_or(0.0), p.low.unwrap_or(0.0), p.high.unwrap_or(0.0));
        let bounds = format!("{}–{}", percent(low).trim_end_matches(" %"), percent(high).trim_end_matches(" %"));
        (format!("{} of {} {what}", grouped(p.count), grouped(p.of)), format!("({}, {bounds})", percent(share)))
    };
    let ((won, won_share), (lost, lost_share)) = (of(found.won, "won deals"), of(found.lost, "lost ones"));
    let lost = if found.lost.of == 0 { String::new() } else { format!(", {lost} {lost_share}") };
    format!("{won} {won_share} had met this when they {when}{lost}.")
}

fn difference(found: &CriterionHistory, verdict: HistoryVerdict) -> String {
    let rate = |p: Proportion| percent(p.share.unwrap_or(0.0));
    let rates =
        format!("Of the deals that had, {} were won; of those that had not, {}", rate(found.with), rate(found.without));
    let Some((gain, low, high)) = found.gain.and_then(|g| Some((g.value, g.low?, g.high?))) else {
        return format!("{rates}.");
    };
    match verdict {
        HistoryVerdict::Supported => format!(
            "{rates}: knowing it then would have predicted a win rate {} higher ({}–{}). That goes together; it is not shown that \
             asking for it wins deals.",
            in_points(gain),
            points(low),
            points(high)
        ),
        HistoryVerdict::WonLessOften => format!(
            "{rates}: {} less ({}–{}). Deals that met it were won less often; look again at what it asks for.",
            in_points(-gain),
            points(-high),
            points(-low)
        ),
        _ => format!(
            "{rates}: a difference of {} ({} to {}) that the data does not support.",
            in_points(gain),
            points(low),
            points(high)
        ),
    }
}

/// `35 points`, `1 point`.
fn in_points(share: f64) -> String {
    let points = points(share);
    let one = matches!(points.as_str(), "1" | "−1");
    format!("{points} {}", if one { "point" } else { "points" })
}
