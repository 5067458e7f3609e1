//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod back;
mod beside;
mod day;
mod interviews;
mod library;
mod mail;
mod mail_in;
mod notices;
mod path;
mod permissions;
#[path = "../post_office/mod.rs"]
mod post_office;
mod proposal;
mod quotes;
mod sequences;
mod support;
mod versions;
