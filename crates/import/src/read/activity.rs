//! What the name of an activity says of its kind.

use model::{
    Outcome,
    event::{Side, kind},
};
use rustc_hash::FxHashMap;

use crate::{Closings, words};

/// What a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// Won or lost.
    pub closing: Option<Outcome>,
    /// The kind of touchpoint; `activity` if it is none.
    pub kind: &'static str,
    /// Whose act it must be; unknown where either may do it.
    pub side: Side,
    /// What it was about.
    pub about: Option<words::About>,
}

/// Senses by name: names are few, rows are many.
#[derive(Debug)]
pub struct Senses<'p> {
    closings: &'p Closings,
    known: FxHashMap<String, Sense>,
    last: Option<(String, Sense)>,
    touches: bool,
}

/// Names remembered at most.
const KNOWN: usize = 10_000;

impl<'p> Senses<'p> {
    /// With touchpoints told from other activities, or not.
    pub fn new(closings: &'p Closings, touches: bool) -> Self {
        Self { closings, known: FxHashMap::default(), last: None, touches }
    }

    /// The sense of a name.
    pub fn of(&mut self, activity: &str) -> Sense {
        if let Some((name, sense)) = &self.last
            && name == activity
        {
            return *sense;
        }
        if let Some(sense) = self.known.get(activity) {
            return *sense;
        }
        let sense = sense(activity, self.closings, self.touches);
        if self.known.len() < KNOWN {
            self.known.insert(activity.to_owned(), sense);
        } else {
            self.last = Some((activity.to_owned(), sense));
        }
        sense
    }
}

/// What a name says, with touchpoints told from other activities or not.
pub fn sense(activity: &str, closings: &Closings, touches: bool) -> Sense {
    let touch = words::touch(activity).filter(|_| touches);
    let by_kind = touch.filter(|(t, _)| t.only_prospect || is_ours(t.kind)).map_or(Side::Unknown, |(t, _)| t.side);
    let by_name = || if touches { crate::touches::side(activity) } else { Side::Unknown };
    Sense {
        closing: closings.closing(activity),
        kind: touch.map_or(kind::ACTIVITY, |(t, _)| t.kind),
        side: if by_kind == Side::Unknown { by_name() } else { by_kind },
        about: touch.and_then(|(_, about)| about),
    }
}

/// True for what nobody but the rep can do.
fn is_ours(kind: &str) -> bool {
    matches!(
        kind,
        "email.sent" | "content.shared" | "objection.answered" | "quote.sent" | "contract.sent" | "note" | "demo"
    )
}

/// The kind of a closing.
pub fn closing_kind(outcome: Outcome) -> &'static str {
    if outcome == Outcome::Won { kind::WON } else { kind::LOST }
}

/// True if an event's type says that a stage was entered.
pub fn is_stage_entry(event_kind: &str) -> bool {
    event_kind == kind::STAGE
        || matches!(
            words::letters(event_kind).as_str(),
            "stage"
                | "stageentered"
                | "stageentry"
                | "stagechange"
                | "stagechanged"
                | "stagemove"
                | "phase"
                | "phasenwechsel"
        )
}
