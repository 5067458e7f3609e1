//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod after;
mod approval;
mod back;
mod beside;
mod bulk;
mod commission;
mod day;
mod fields;
mod delivery;
mod brief;
mod findings;
mod audit;
mod board;
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
