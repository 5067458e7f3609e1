//! Readers that turn foreign files into deals and events.
//!
//! [`recognise`] looks at the files and makes a [`Plan`]; a person may correct it, and [`revise`] checks that; [`read`]
//! streams the files by it and hands each row on as a fact.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod closings;
mod columnar;
pub mod contacts;
mod decode;
mod dialect;
mod ends;
mod error;
mod groups;
mod guard;
mod guess;
mod ids;
mod join;
mod limits;
mod looks;
mod mail;
pub mod message;
mod names;
mod number;
mod ocel;
mod packed;
pub mod plan;
mod profile;
mod questions;
mod read;
mod recognise;
pub mod report;
mod scan;
mod source;
mod table;
mod tail;
mod time;
mod tongues;
mod touches;
mod unpack;
mod wide;
mod words;
mod workbook;
mod xes;

pub use closings::Closings;
pub use error::{ImportError, ReadError};
pub use mail::{KnownDeals, organisation};
pub use plan::Plan;
pub use read::{read, read_knowing, read_parted};
pub use recognise::{recognise, revise};
pub use report::{Progress, Reject, Report, Rows};
pub use source::Source;
