//! The only place that talks to a database: SQLite in a folder, or PostgreSQL, behind one [`Store`].
//!
//! One SQL text serves both (see `db`); only the migrations and the way many rows enter one statement differ.
//! Events are append-only, which triggers enforce. A deal's row is the fold over its live events, written in the
//! transaction that adds them. Moments are kept to the microsecond.

mod bulk;
mod db;
mod deal_files;
mod deal_links;
mod deals;
mod drafts;
mod error;
mod files;
mod fold;
mod imports;
mod interviews;
mod leads;
mod lookups;
mod mail;
mod notices;
mod open;
mod pages;
mod people;
mod processes;
mod pulse;
mod quote_links;
mod records;
mod refusals;
mod remembered;
mod settings;
mod together;
mod writer;
mod writing;

pub use deals::Counts;
pub use drafts::DraftRecord;
pub use error::StoreError;
pub use files::FileRecord;
pub use imports::{ImportRecord, ImportStatus, NewImport, RejectRecord};
pub use interviews::{AskedDeal, InterviewMark, InterviewRecord, NewInterview};
pub use leads::{Doubt, FoundContact, LeadCounts, LeadFilter, LeadRecord, LeadShare, ListShare, NewDoubt};
pub use lookups::Lookup;
pub use mail::{
    AccountRecord, Attachment, BlockRecord, EnrolmentRecord, FolderMark, MailRecord, MailState, NewMail, ReceivedClass,
    ReceivedRecord,
};
pub use notices::{DeliveryRecord, NoticeRecord};
pub use open::{Location, Store};
pub use pages::{NewPage, PageChange, PageRecord};
pub use people::{NewUser, UserChange, UserRecord};
pub use processes::{NewVersion, ProcessRecord, ProcessVersion, VersionMark, VersionState};
pub use pulse::{PulseRound, PulseWord};
pub use records::Record;
pub use refusals::Refusal;
pub use together::Together;
pub use writer::{ImportWriter, Imported, Older};
