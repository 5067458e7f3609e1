//! What an import did.

use std::collections::BTreeMap;

use jiff::Timestamp;
pub use model::fact::Rows;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What became of the rows of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileReport {
    /// The name shown to people.
    pub name: String,
    /// Its rows.
    pub rows: Rows,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// All files together.
    pub rows: Rows,
    /// Each file.
    pub files: Vec<FileReport>,
    /// What a person should know, in sentences.
    pub notes: Vec<String>,
    /// What became of messages and meetings, where there were mailboxes or calendars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<MailReport>,
}

/// What became of messages and meetings. Every one that could be read is counted in one of `linked`, `repeated` and the
/// following counts up to `unconfirmed`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailReport {
    /// Your own side, as the plan has it.
    pub team: Vec<String>,
    /// Messages read.
    pub messages: u64,
    /// Meetings read, each occurrence of a recurring one by itself.
    pub meetings: u64,
    /// Messages and meetings that belong to a deal.
    pub linked: u64,
    /// Deals that they belong to.
    pub deals: u64,
    /// Touchpoints made, by kind.
    pub touchpoints: BTreeMap<String, u64>,
    /// Were there already, in another mailbox or calendar.
    pub repeated: u64,
    /// Nobody but your own side takes part.
    pub internal: u64,
    /// Written by machines: answers out of office, bounces, newsletters.
    pub automatic: u64,
    /// Deleted, junk or drafts.
    pub discarded: u64,
    /// The people are known, but no deal of theirs was open then.
    pub out_of_time: u64,
    /// Nobody who takes part is on a deal.
    pub unknown: u64,
    /// Could belong to several deals.
    pub ambiguous: u64,
    /// Meetings that were called off or declined.
    pub called_off: u64,
    /// Meetings still to come.
    pub to_come: u64,
    /// Past meetings to which nobody of the other side agreed.
    pub unconfirmed: u64,
    /// People outside who are on no deal, most messages first, at most 100: perhaps deals that the CRM does not know.
    pub strangers: Vec<Stranger>,
    /// How many such people there are.
    pub strangers_in_all: u64,
    /// The first 100 ambiguous ones.
    pub ambiguities: Vec<Ambiguity>,
}

/// Somebody outside who is on no deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Stranger {
    /// The address.
    pub address: String,
    /// The name in the messages; may be empty.
    pub name: String,
    /// Messages and meetings they take part in.
    pub messages: u64,
    /// The first.
    #[schema(value_type = String, format = "date-time")]
    pub first: Timestamp,
    /// The last.
    #[schema(value_type = String, format = "date-time")]
    pub last: Timestamp,
}

/// A message or meeting that could belong to several deals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ambiguity {
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// With whom.
    pub with: String,
    /// Keys of the deals, at most five.
    pub deals: Vec<String>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reject {
    /// The file.
    pub file: String,
    /// Its line (of a sheet: its row), from 1, the header counted.
    pub line: u64,
    /// The column at fault; empty if it is the row as a whole.
    pub column: String,
    /// The value at fault.
    pub value: String,
    /// What is wrong with it and what helps, in a sentence.
    pub reason: String,
}

/// How far reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read, of all files.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
    /// Rows read.
    pub rows: u64,
}
