//! On what a criterion rests.

use super::{Ground, Predicate};
use crate::{
    event::{Side, kind},
    touchpoint::{is_kind, touchpoints},
};

/// On what a predicate rests: an act of the prospect, an act of the team, or somebody's word.
///
/// All of several is as strong as the strongest of them, any of several as weak as the weakest.
pub fn ground(test: &Predicate) -> Ground {
    match test {
        Predicate::Event(event) => event_ground(&event.kind, event.by),
        Predicate::Person(person) if person.engaged => Ground::Prospect,
        Predicate::Field(_) | Predicate::Person(_) | Predicate::Answer(_) => Ground::Opinion,
        Predicate::Content(content) if content.viewed_by == Some(Side::Prospect) => Ground::Prospect,
        Predicate::Quote(quote) => event_ground(&format!("quote.{}", quote.state), None),
        Predicate::Content(_) | Predicate::Approval(_) => Ground::Rep,
        Predicate::All(tests) => tests.iter().map(ground).max().unwrap_or(Ground::Opinion),
        Predicate::Any(tests) => tests.iter().map(ground).min().unwrap_or(Ground::Opinion),
        Predicate::Not(test) => ground(test),
    }
}

fn event_ground(wanted: &str, by: Option<Side>) -> Ground {
    const WORDS: [&str; 4] = ["note", kind::ANSWER, kind::CHANGED, kind::CREATED];
    let only_words = WORDS.iter().any(|w| w.eq_ignore_ascii_case(wanted));
    let mut matching = touchpoints().iter().filter(|t| is_kind(wanted, t.kind, t.label)).peekable();
    let prospect_only = matching.peek().is_some() && matching.all(|t| t.only_prospect);
    match by {
        Some(Side::Prospect) => Ground::Prospect,
        _ if only_words => Ground::Opinion,
        Some(Side::Rep) => Ground::Rep,
        _ if prospect_only => Ground::Prospect,
        _ => Ground::Rep,
    }
}
