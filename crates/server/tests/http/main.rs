//! The server by HTTP: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod after;
mod approval;
mod attained;
mod audit;
mod back;
mod beside;
mod board;
mod brief;
mod bulk;
mod commission;
mod dashboards;
mod day;
mod delivery;
mod exports;
mod feedback;
mod fields;
mod findings;
mod forecast;
mod hostile;
mod interviews;
mod leads;
mod library;
mod mail;
mod mail_in;
mod meetings;
mod metrics;
mod notices;
mod path;
mod permissions;
#[path = "../post_office/mod.rs"]
mod post_office;
mod proposal;
mod quotes;
mod search;
mod sequences;
mod support;
mod targets;
mod two_people;
mod versions;
mod views;
