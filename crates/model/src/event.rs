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

impl Side {
    /// Its word: `prospect`, `rep`, `system`, `unknown`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Rep => "rep",
            Self::System => "system",
            Self::Unknown => "unknown",
        }
    }
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
    /// The prospect agreed to something that the process asks them for. Attributes: `stage`, `commitment`, `due` (a day),
    /// `until` (the moment at which this day ends, where the team is).
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
    /// Tags were put on the deal. Attributes: `tags`.
    pub const TAGGED: &str = "deal.tagged";
    /// Tags were taken off it. Attributes: `tags`.
    pub const UNTAGGED: &str = "deal.untagged";
    /// What there is to know about somebody on the prospect's side does not count any more. Attributes: `was`.
    pub const PERSON_REMOVED: &str = "person.removed";
    /// Somebody asks to leave a stage without its required criteria. Attributes: `to`, `unmet`, `reason`, `user`.
    pub const OVERRIDE_ASKED: &str = "override.asked";
    /// Somebody else agreed. Attributes: `note`.
    pub const OVERRIDE_GRANTED: &str = "override.granted";
    /// Somebody else did not. Attributes: `note`.
    pub const OVERRIDE_DECLINED: &str = "override.declined";
    /// It is not asked any more.
    pub const OVERRIDE_WITHDRAWN: &str = "override.withdrawn";
    /// A deal for the same customer, or one they sent us to, was made. Attributes: `deal`, `relation`.
    pub const LINKED: &str = "deal.linked";
    /// A won deal is offered to whoever looks after the customer. Attributes: `to`, `user`, `items` (JSON), `note`.
    pub const HANDOVER_OFFERED: &str = "handover.offered";
    /// Something to hand over was told or given. Attributes: `item`, `done`.
    pub const HANDOVER_ITEM: &str = "handover.item";
    /// The receiver takes it.
    pub const HANDOVER_ACCEPTED: &str = "handover.accepted";
    /// The receiver does not. Attributes: `reason`.
    pub const HANDOVER_RETURNED: &str = "handover.returned";
    /// We promised something. Attributes of this and what follows: `promise` (its id); `says`, `due` (a day).
    pub const PROMISE_MADE: &str = "promise.made";
    /// We kept it.
    pub const PROMISE_KEPT: &str = "promise.kept";
    /// It does not hold any more.
    pub const PROMISE_DROPPED: &str = "promise.dropped";
    /// What was bought was delivered. Attributes: `lines` (JSON).
    pub const DELIVERY_SENT: &str = "delivery.sent";
    /// It arrived. Attributes: `lines` (ids with commas), `how`, `told_by`.
    pub const DELIVERY_CONFIRMED: &str = "delivery.confirmed";
    /// Something is missing. Attributes: `lines`, `note`.
    pub const DELIVERY_DISPUTED: &str = "delivery.disputed";
    /// A review of the value is to be held. Attributes: `on` (a day).
    pub const REVIEW_PLANNED: &str = "review.planned";
    /// It was held. Attributes: `on`, `results` (JSON), `participants`, `note`.
    pub const REVIEW_HELD: &str = "review.held";
    /// The contract runs. Attributes: `from`, `until` (days), `notice_days`.
    pub const CONTRACT_TERM: &str = "contract.term";
    /// We asked the customer for a referral. Attributes: `person`, `note`.
    pub const REFERRAL_ASKED: &str = "referral.asked";
    /// They gave one. Attributes: `name`, `company`, `contact`, `deal`.
    pub const REFERRAL_RECEIVED: &str = "referral.received";
    /// The customer left. Attributes: `reason`, `day`.
    pub const CHURNED: &str = "customer.churned";
    /// They did not leave after all.
    pub const STAYED: &str = "customer.stayed";
    /// A file was attached to a deal. Attributes: `file` (its id), `name`, `size`, `contract`.
    pub const FILE_ATTACHED: &str = "file.attached";
    /// It was taken away. Attributes: `file`.
    pub const FILE_REMOVED: &str = "file.removed";
    /// A meeting is planned. Attributes of this and what follows: `meeting` (its id), `title`, `tag`; of this also `plan`
    /// (JSON).
    pub const MEETING_PLANNED: &str = "meeting.planned";
    /// It is planned otherwise now. Attributes also: `plan` (JSON).
    pub const MEETING_MOVED: &str = "meeting.moved";
    /// It does not take place. Attributes also: `note`.
    pub const MEETING_CANCELLED: &str = "meeting.cancelled";
    /// It took place. Attributes also: `spent` (JSON), `note`.
    pub const MEETING_HELD: &str = "meeting.held";
    /// Somebody of the prospect was there: one event each. Attributes also: `role`.
    pub const MEETING_ATTENDED: &str = "meeting.attended";
    /// Something was found out. Attributes: `finding` (its id), `tag`, `text`, `link`, `objection`.
    pub const FINDING_NOTED: &str = "finding.noted";
    /// It is struck out. Attributes: `finding`.
    pub const FINDING_STRUCK: &str = "finding.struck";
    /// It stands after all. Attributes: `finding`.
    pub const FINDING_RESTORED: &str = "finding.restored";
    /// Who shares the commission of the deal. Attributes: `shares` (JSON), `reason`.
    pub const COMMISSION_SPLIT: &str = "commission.split";
    /// An amount of commission was added or taken off by hand. Attributes: `person`, `amount`, `currency`, `day`, `reason`.
    pub const COMMISSION_CORRECTED: &str = "commission.corrected";
    /// Somebody on our side wrote to the prospect. Attributes: `to`, `subject`, `message` (its Message-ID), `body`.
    pub const EMAIL_SENT: &str = "email.sent";
    /// The prospect wrote. Attributes: `from`, `subject`, `message`, `answers`, `body`.
    pub const EMAIL_RECEIVED: &str = "email.received";
    /// A machine of the prospect answered, such as out of office. Attributes as of [`EMAIL_RECEIVED`].
    pub const EMAIL_AUTOMATIC: &str = "email.automatic";
    /// A mail could not be delivered. Attributes: `contact`, `message`, `note`.
    pub const EMAIL_BOUNCED: &str = "email.bounced";
    /// Somebody may be written to, by their own word. Attributes: `contact` (an address), `note`.
    pub const CONSENT_GIVEN: &str = "consent.given";
    /// They do not want to be written to any more. Attributes as of [`CONSENT_GIVEN`].
    pub const CONSENT_WITHDRAWN: &str = "consent.withdrawn";
    /// Nobody of us is to write to them. Attributes as of [`CONSENT_GIVEN`].
    pub const CONTACT_BLOCKED: &str = "contact.blocked";
    /// Somebody was taken into a sequence. Attributes: see [`crate::sequence::told`].
    pub const SEQUENCE_BEGUN: &str = "sequence.begun";
    /// A step of it was done, sent or left out.
    pub const SEQUENCE_STEP: &str = "sequence.step";
    /// It has ended. Attributes also: `reason`.
    pub const SEQUENCE_ENDED: &str = "sequence.ended";
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
pub const BOOK_KEEPING: &[&str] = &[
    "deal.",
    "stage.",
    "move.",
    "task.",
    "answer.",
    "commitment.",
    "person.",
    "override.",
    "handover.",
    "promise.",
    "delivery.",
    "review.",
    kind::CONTRACT_TERM,
    "referral.",
    "customer.",
    "file.",
    "finding.",
    "commission.",
    "consent.",
    "contact.",
    "sequence.",
    "lead.",
    kind::MEETING_PLANNED,
    kind::MEETING_MOVED,
    kind::MEETING_CANCELLED,
];

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
