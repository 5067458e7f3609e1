//! The touchpoints that most teams have, as data: forms list them, criteria are put into words with them, and
//! the ground of a criterion is read from them. A team may log any other kind as well.

mod words;

use serde::Serialize;

pub(crate) use self::words::words;

use crate::event::{Side, kind as kinds};

/// A common kind of touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Touchpoint {
    /// The event's kind.
    pub kind: &'static str,
    /// What a form and a map call it.
    pub label: &'static str,
    /// What somebody did, to follow their name in a sentence: `attended a meeting`.
    pub done: &'static str,
    /// What one has not done, to follow `has not`: `attended a meeting`.
    pub undone: &'static str,
    /// The same as something to do: `Get them to attend a meeting`.
    pub task: &'static str,
    /// `phone`, `email`, `meeting`, `content`, `document` or `note`.
    pub channel: &'static str,
    /// Whose act it usually is.
    pub side: Side,
    /// True where nobody but the prospect can do it.
    pub only_prospect: bool,
    /// Attributes that a form should ask for: `tag`, `role`, `content`, `objection`, `answer`, `note`.
    pub asks: &'static [&'static str],
}

const fn of(
    kind: &'static str,
    label: &'static str,
    done: &'static str,
    undone: &'static str,
    task: &'static str,
    channel: &'static str,
    asks: &'static [&'static str],
) -> Touchpoint {
    Touchpoint { kind, label, done, undone, task, channel, side: Side::Rep, only_prospect: false, asks }
}

/// An act that only the prospect can do.
const fn theirs(touchpoint: Touchpoint) -> Touchpoint {
    Touchpoint { side: Side::Prospect, only_prospect: true, ..touchpoint }
}

const TALK: &[&str] = &["tag", "role", "note"];
const SEEN: &[&str] = &["content", "role", "note"];
const PAPER: &[&str] = &["role", "note"];
const OBJECTION: &[&str] = &["objection", "role", "note"];
const ANSWER: &[&str] = &["objection", "answer", "role", "note"];

/// The common touchpoints, in the order in which a sale meets them.
pub fn touchpoints() -> &'static [Touchpoint] {
    const ALL: &[Touchpoint] = &[
        of("call", "Call", "made a call", "made a call", "Call them", "phone", TALK),
        of("email.sent", "E-mail sent", "sent an e-mail", "sent an e-mail", "Write to them", "email", TALK),
        theirs(of(
            "email.received",
            "E-mail received",
            "wrote back by e-mail",
            "written by e-mail",
            "Get them to write back",
            "email",
            TALK,
        )),
        theirs(of(
            "meeting.accepted",
            "Meeting accepted",
            "accepted a meeting",
            "accepted a meeting",
            "Get them to accept a meeting",
            "meeting",
            TALK,
        )),
        of("meeting.held", "Meeting held", "held a meeting", "held a meeting", "Hold a meeting", "meeting", TALK),
        theirs(of(
            "meeting.attended",
            "Meeting attended",
            "attended a meeting",
            "attended a meeting",
            "Get them to attend a meeting",
            "meeting",
            TALK,
        )),
        of(
            "demo",
            "Demonstration",
            "gave a demonstration",
            "given a demonstration",
            "Give a demonstration",
            "meeting",
            TALK,
        ),
        of("content.shared", "Content shared", "shared content", "shared content", "Share content", "content", SEEN),
        theirs(of(
            "content.viewed",
            "Content viewed",
            "looked at content",
            "looked at content",
            "Get them to look at content",
            "content",
            SEEN,
        )),
        theirs(of(
            "objection.raised",
            "Objection raised",
            "raised an objection",
            "raised an objection",
            "Ask what could stop them",
            "meeting",
            OBJECTION,
        )),
        of(
            "objection.answered",
            "Objection answered",
            "answered an objection",
            "answered an objection",
            "Answer their objections",
            "meeting",
            ANSWER,
        ),
        theirs(of(
            "objection.settled",
            "Objection settled",
            "said that an objection is settled",
            "said that an objection is settled",
            "Get their word that objections are settled",
            "meeting",
            OBJECTION,
        )),
        of("quote.sent", "Quote sent", "sent a quote", "sent a quote", "Send a quote", "document", PAPER),
        theirs(of(
            "quote.accepted",
            "Quote accepted",
            "accepted a quote",
            "accepted a quote",
            "Get the quote accepted",
            "document",
            PAPER,
        )),
        of(
            "contract.sent",
            "Contract sent",
            "sent the contract",
            "sent the contract",
            "Send the contract",
            "document",
            PAPER,
        ),
        theirs(of(
            "contract.signed",
            "Contract signed",
            "signed the contract",
            "signed the contract",
            "Get the contract signed",
            "document",
            PAPER,
        )),
        of("note", "Note", "made a note", "made a note", "Make a note of it", "note", &["note"]),
    ];
    ALL
}

/// The touchpoint of exactly this kind.
pub fn touchpoint(kind: &str) -> Option<&'static Touchpoint> {
    touchpoints().iter().find(|t| t.kind.eq_ignore_ascii_case(kind))
}

/// True if an event of kind `kind` and name `activity` is of the wanted kind: equal, below it (`meeting` takes
/// `meeting.attended`), or called so.
///
/// A meeting that is planned has not taken place: it is of no kind but its own.
pub fn is_kind(wanted: &str, kind: &str, activity: &str) -> bool {
    let below = kind
        .get(..wanted.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(wanted) && kind[wanted.len()..].starts_with('.'));
    let is_plan = [kinds::MEETING_PLANNED, kinds::MEETING_MOVED, kinds::MEETING_CANCELLED].contains(&kind);
    (below && !is_plan) || kind.eq_ignore_ascii_case(wanted) || activity.to_lowercase() == wanted.to_lowercase()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::event::BOOK_KEEPING;

    #[rstest]
    #[case("meeting", "meeting.attended", "Kick-off", true)]
    #[case("Meeting.Attended", "meeting.attended", "", true)]
    #[case("meeting", "meeting.planned", "", false)]
    #[case("meeting.planned", "meeting.planned", "", true)]
    #[case("meeting.att", "meeting.attended", "", false)]
    #[case("meet", "meeting", "", false)]
    #[case("kick-off", "activity", "Kick-Off", true)]
    #[case("über", "übe", "", false)]
    #[case("", ".x", "", true)]
    fn kinds(#[case] wanted: &str, #[case] kind: &str, #[case] activity: &str, #[case] yes: bool) {
        assert_eq!(is_kind(wanted, kind, activity), yes);
    }

    #[test]
    fn all_of_them_may_be_logged() {
        for t in touchpoints() {
            assert!(!BOOK_KEEPING.iter().any(|start| t.kind.starts_with(start)), "{}", t.kind);
        }
    }

    #[test]
    fn every_kind_is_listed_once() {
        for t in touchpoints() {
            assert_eq!(touchpoints().iter().filter(|o| o.kind == t.kind).count(), 1, "{}", t.kind);
            assert_eq!(touchpoint(t.kind), Some(t));
        }
    }
}
