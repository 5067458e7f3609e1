//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod back;
mod beside;
mod day;
mod interviews;
mod leads;
mod library;
mod path;
mod permissions;
mod proposal;
mod quotes;
mod support;
mod versions;
