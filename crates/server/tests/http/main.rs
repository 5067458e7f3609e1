//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod after;
mod approval;
mod back;
mod beside;
mod day;
mod delivery;
mod interviews;
mod library;
mod path;
mod permissions;
mod proposal;
mod quotes;
mod support;
mod versions;
