//! Touchpoints: who did what through which channel, and how soon the other side answered.

mod acts;
mod answers;
mod channel;
mod count;
mod first_last;
mod opinion;
mod result;

use model::Outcome;

pub(crate) use self::{acts::Acts as Touching, answers::waits_of};
pub use self::{channel::Channel, first_last::first_and_last, result::*};
use super::sentence::{LITTLE, counted, grouped, percent};
use crate::{log::EventLog, select::Selection};

/// What is said where the data has no touchpoints.
pub(crate) const NONE_AT_ALL: &str =
    "This data has no calls, mails or meetings. Import activities, a mailbox or a calendar to see them.";

/// Touchpoints of the selected deals by stage, channel and side, answers, and moves without an act of the prospect.
pub fn touchpoints(log: &EventLog, selection: &Selection) -> Touchpoints {
    let deals = selection.deals(log);
    let acts = Touching::of(log);
    let in_stages = || {
        let stages = super::stages::order(log, &deals);
        rayon::join(|| count::count(log, &acts, &deals, &stages), || opinion::opinion(log, &acts, &deals, &stages))
    };
    let (((rows, by_stage), opinion), (ours, theirs)) = rayon::join(in_stages, || answers::answers(log, &acts, &deals));
    let of = |wanted: Option<model::Side>| {
        let row = rows.iter().find(|r| r.channel.is_none() && r.side == wanted);
        row.map_or(0, |r| r.won.touches + r.lost.touches + r.open.touches)
    };
    let (touches, by_prospect, by_rep) = (of(None), of(Some(model::Side::Prospect)), of(Some(model::Side::Rep)));
    let closed = |outcome: Outcome| deals.iter().filter(|d| log.outcome(**d) == outcome).count() as u64;
    let opinion = if by_prospect == 0 { Vec::new() } else { opinion };
    let mut found = Touchpoints {
        as_of: log.as_of(),
        deals: deals.len() as u64,
        won: closed(Outcome::Won),
        lost: closed(Outcome::Lost),
        touches,
        by_prospect,
        by_rep,
        rows,
        stages: by_stage,
        ours,
        theirs,
        opinion,
        ..Touchpoints::default()
    };
    found.sentence = sentence(&found);
    found.notes = notes(&found);
    found
}

fn sentence(found: &Touchpoints) -> String {
    if found.deals == 0 {
        return "There are no deals here.".into();
    }
    if found.touches == 0 {
        return NONE_AT_ALL.into();
    }
    let what = format!("{} on {}", counted(found.touches, "touchpoint"), counted(found.deals, "deal"));
    if found.by_rep + found.by_prospect == 0 {
        return format!("{what}. The data does not say whose acts they were.");
    }
    let (ours, theirs) = (grouped(found.by_rep), grouped(found.by_prospect));
    let mut text = format!("{what}: {ours} by us, {theirs} by the prospect.");
    let day = &found.ours.within_day;
    if let Some(share) = day.share.filter(|_| day.of >= LITTLE) {
        text += &format!(
            " We answered {} of the prospect's messages within a day ({} of {}).",
            percent(share),
            grouped(day.count),
            grouped(day.of)
        );
    }
    text
}

fn notes(found: &Touchpoints) -> Vec<String> {
    let mut notes = Vec::new();
    if found.touches > 0 && found.won > 0 && found.lost > 0 {
        notes.push(
            "Deals that live longer have more touchpoints, and won deals live longer than those lost early. Compare by \
             touchpoints a week, not by their number."
                .into(),
        );
    }
    let unknown = found.touches - found.by_prospect - found.by_rep;
    if unknown > 0 && unknown < found.touches {
        notes.push(format!("Of {} the data does not say whose act they were.", counted(unknown, "touchpoint")));
    }
    if found.touches > 0 && found.by_prospect == 0 {
        notes.push(
            "The data names no act of the prospect, so we cannot tell how soon they answer, nor which moves rest on \
             opinion."
                .into(),
        );
    }
    notes
}
