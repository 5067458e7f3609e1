//! How the time of a meeting is spent, where nobody has said.

use jiff::{Span, ZonedDateTime as Zoned};

use super::AgendaItem;

/// Minutes where no meeting is planned.
pub(super) const USUAL: u32 = 45;
/// Parts are so many minutes or a multiple of them.
const STEP: u32 = 5;

/// An agenda of so many minutes: agree on what it is about, show, listen, agree on what comes next. Showing takes what the
/// other parts leave.
pub(super) fn usual(minutes: u32, use_case: Option<&str>, competitors: bool) -> Vec<AgendaItem> {
    let share = |percent: u32| (minutes * percent / 100 / STEP * STEP).max(STEP.min(minutes / 5));
    let item = |what: &str, minutes: u32| AgendaItem { what: what.to_owned(), minutes, from: String::new() };
    let show = use_case.map_or("What we show".to_owned(), |use_case| format!("What we show: {use_case}"));
    let listen = if competitors { "Questions, objections, what others offer" } else { "Questions and objections" };
    let others = [share(10), share(20), share(20), share(10)];
    let left = minutes.saturating_sub(others.iter().sum());
    let parts = [
        item("Who is here, and what has changed since we last talked", others[0]),
        item("What hurts, in their words: do we have it right?", others[1]),
        item(&show, left),
        item(listen, others[2]),
        item("What comes next: who does what by when", others[3]),
    ];
    parts.into_iter().filter(|part| part.minutes > 0).collect()
}

/// The same with the times at which the parts begin.
pub(super) fn timed(items: Vec<AgendaItem>, start: Option<&Zoned>) -> Vec<AgendaItem> {
    let mut at = start.cloned();
    let begins = |item: AgendaItem| {
        let from = at.as_ref().map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default();
        at = at.as_ref().and_then(|now| now.checked_add(Span::new().minutes(i64::from(item.minutes))).ok());
        AgendaItem { from, ..item }
    };
    items.into_iter().map(begins).collect()
}
