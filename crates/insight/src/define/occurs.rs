//! Whether the data could ever show what a predicate asks for.

use model::{event::kind, process::Predicate, touchpoint::is_kind};

use super::fields::FieldIs;
use crate::log::{EventLog, SETS};

/// True if the log has any event of a kind, or any field, that the predicate asks for. All of several ask for each of
/// them.
pub(crate) fn occurs(log: &EventLog, test: &Predicate) -> bool {
    let kind = |wanted: &str| {
        let is = |s: &crate::log::Sort| is_kind(wanted, log.sorts.kinds.get(s.kind), log.sorts.names.get(s.name));
        log.sorts.all.iter().any(is)
    };
    let field = |name: &str| FieldIs::of(log, name, &[]).is_known();
    match test {
        Predicate::Event(event) => kind(&event.kind) && (event.tag.is_none() || tells(log, "tag")),
        Predicate::Field(wanted) => field(&wanted.name) && (wanted.within_days.is_none() || tells(log, SETS)),
        Predicate::Person(person) => {
            let by_field = !person.engaged && person.within_days.is_none();
            tells(log, "role") || (by_field && field(&person.role))
        }
        Predicate::Content(_) => tells(log, "content"),
        Predicate::Answer(_) => kind(kind::ANSWER),
        Predicate::Quote(state) => kind(&format!("quote.{}", state.state)),
        Predicate::Approval(state) => kind(&format!("approval.{}", state.state)),
        Predicate::All(tests) => tests.iter().all(|test| occurs(log, test)),
        Predicate::Any(tests) => tests.iter().any(|test| occurs(log, test)),
        Predicate::Not(test) => occurs(log, test),
    }
}

/// True if an event of the log has the attribute.
fn tells(log: &EventLog, attribute: &str) -> bool {
    let Some(name) = log.details.texts.code(attribute) else { return false };
    log.details.all.iter().any(|set| set.iter().any(|pair| pair.0 == name))
}
