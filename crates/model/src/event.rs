//! Events: what happened to a deal, when, who did it and on whose side.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use crate::touchpoint::{Touchpoint, touchpoints};

use crate::ids::{DealId, EventId, ImportId};

/// Whose act an event was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Side {
    /// The prospect.
    Prospect,
    /// The selling team.
    Rep,
    /// A program.
    System,
    /// The source did not say.
    Unknown,
}

/// The kinds that carry meaning for the code. Every other kind is a touchpoint named by the team
/// (`call`, `email.sent`, `meeting.attended`, …) or `activity` where a source gave only a name.
pub mod kind {
    /// A deal came to be. Attributes: its fields.
    pub const CREATED: &str = "deal.created";
    /// Fields were set or corrected. Attributes: the new values.
    pub const CHANGED: &str = "deal.changed";
    /// A deal entered the stage in `Event::stage`.
    pub const STAGE: &str = "stage.entered";
    /// A deal left the stage in `Event::stage` and entered no other then. Book-keeping: it ends the visit.
    pub const STAGE_LEFT: &str = "stage.left";
    /// Closed, won.
    pub const WON: &str = "deal.won";
    /// Closed, lost.
    pub const LOST: &str = "deal.lost";
    /// A stage was left without meeting its required criteria. Attributes: `reason`, `unmet`.
    pub const OVERRIDE: &str = "move.override";
    /// A task was ticked. Attributes: `stage`, `task`.
    pub const TASK_DONE: &str = "task.done";
    /// A tick was taken back. Attributes: `stage`, `task`.
    pub const TASK_UNDONE: &str = "task.undone";
    /// A question of the process was answered. Attributes: `question`, `answer`.
    pub const ANSWER: &str = "answer.given";
    /// A person on the prospect's side became known on the deal. Attributes: `name`, `email`, `role`, `title`, those
    /// that are known.
    pub const PERSON: &str = "person.added";
    /// The prospect agreed to something that the process asks them for. Attributes: `stage`, `commitment`, `due` (a day).
    pub const COMMITMENT_AGREED: &str = "commitment.agreed";
    /// They did it, in somebody's word. Attributes: `stage`, `commitment`.
    pub const COMMITMENT_KEPT: &str = "commitment.kept";
    /// They do not any more, or never agreed. Attributes: `stage`, `commitment`.
    pub const COMMITMENT_DROPPED: &str = "commitment.dropped";
    /// A version of a quote was written. Attributes: `quote` (its id), `version`, `offer` (JSON).
    pub const QUOTE_WRITTEN: &str = "quote.written";
    /// The prospect can see it. Attributes of this and what follows: `quote`, `version`, `note`.
    pub const QUOTE_SENT: &str = "quote.sent";
    /// The prospect opened it.
    pub const QUOTE_VIEWED: &str = "quote.viewed";
    /// The prospect asked something about it.
    pub const QUOTE_ASKED: &str = "quote.asked";
    /// We answered.
    pub const QUOTE_ANSWERED: &str = "quote.answered";
    /// The prospect accepted it.
    pub const QUOTE_ACCEPTED: &str = "quote.accepted";
    /// The prospect declined it.
    pub const QUOTE_DECLINED: &str = "quote.declined";
    /// We took it back.
    pub const QUOTE_WITHDRAWN: &str = "quote.withdrawn";
    /// Somebody has to agree to the discount of a quote. Attributes also: `needed` (JSON).
    pub const APPROVAL_ASKED: &str = "approval.asked";
    /// They agreed.
    pub const APPROVAL_GRANTED: &str = "approval.granted";
    /// They did not.
    pub const APPROVAL_DECLINED: &str = "approval.declined";
    /// A lead came in: a deal that nobody has taken up yet. Attributes: the deal's fields, and `contact`, `email`, `phone`,
    /// `title`, `source`, `campaign`, `list`, those that are known.
    pub const LEAD_CREATED: &str = "lead.created";
    /// It came in again, from another source. Attributes: as [`LEAD_CREATED`]; they change nothing of the deal.
    pub const LEAD_SEEN: &str = "lead.seen";
    /// Whose lead it is. Attributes: `owner`; `rule` and `rule_id`, where a rule said so.
    pub const LEAD_ASSIGNED: &str = "lead.assigned";
    /// Somebody took it up: from now on it is a deal like any other.
    pub const LEAD_TAKEN: &str = "lead.taken";
    /// It is not worth taking up. Attributes: `reason`.
    pub const LEAD_DROPPED: &str = "lead.dropped";
    /// It is a lead again, after it was dropped or taken up.
    pub const LEAD_REOPENED: &str = "lead.reopened";
    /// It is the same as another one, which goes on. Attributes: `into` (id of that deal).
    pub const LEAD_MERGED: &str = "lead.merged";
    /// An activity of a plain event log.
    pub const ACTIVITY: &str = "activity";
}

/// True for the kinds whose attributes are values of a deal's fields.
pub fn sets_fields(kind: &str) -> bool {
    matches!(kind, kind::CREATED | kind::CHANGED | kind::LEAD_CREATED)
}

/// How the kinds begin of which a deal is made up and that nobody logs by hand.
pub const BOOK_KEEPING: [&str; 8] =
    ["deal.", "stage.", "move.", "task.", "answer.", "commitment.", "person.", "lead."];

/// Name of the attribute of a [`kind::STAGE`] event after the sale: the deal stays won. Its value is `won`.
pub const AFTER: &str = "after";

/// Name of the attribute of an event that no source tells: it follows from what two exports say. Its value is `true`.
pub const INFERRED: &str = "inferred";

/// One fact about one deal. Append-only: a correction is another event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Event {
    /// Its id; derived from the source's key for imported events.
    pub id: EventId,
    /// The deal it belongs to.
    pub deal: DealId,
    /// When it happened, UTC. Same-instant events keep the order in which they were recorded.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// True where the source gave no time: `at` is then the day of the import's data.
    #[serde(default)]
    pub undated: bool,
    /// One of [`kind`] or a touchpoint's own kind.
    pub kind: String,
    /// What a map calls it: the stage's name, `Won`, `Call`, …
    pub activity: String,
    /// The stage entered, for [`kind::STAGE`]; for others the stage the source named, if any.
    #[serde(default)]
    pub stage: Option<String>,
    /// Whose act it was.
    pub side: Side,
    /// Who did it, as the source names them.
    #[serde(default)]
    pub actor: Option<String>,
    /// Further attributes, as text.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
    /// The import it came from; `None` for what was entered in Stagecraft.
    #[serde(default)]
    pub import: Option<ImportId>,
}
