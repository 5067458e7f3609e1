//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod audit;
mod back;
mod beside;
mod board;
mod day;
mod hostile;
mod interviews;
mod library;
mod path;
mod permissions;
mod proposal;
mod quotes;
mod support;
mod two_people;
mod versions;
