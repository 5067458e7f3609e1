//! Mail: whose mailboxes, what goes out, what came in, who goes through a sequence, whom nobody is to write to.

mod accounts;
mod contacts;
mod enrolments;
mod outbox;
mod received;

pub use accounts::{AccountRecord, FolderMark};
pub use contacts::BlockRecord;
pub use enrolments::EnrolmentRecord;
pub use outbox::{Attachment, MailRecord, MailState, NewMail};
pub use received::{ReceivedClass, ReceivedRecord};
