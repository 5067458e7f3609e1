//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod after;
mod approval;
mod audit;
mod back;
mod beside;
mod board;
mod brief;
mod bulk;
mod commission;
mod day;
mod delivery;
mod fields;
mod findings;
mod hostile;
mod interviews;
mod library;
mod meetings;
mod path;
mod permissions;
mod proposal;
mod quotes;
mod search;
mod support;
mod two_people;
mod versions;
mod views;
