//! The columnar event log and everything computed from it. Pure functions from log to result.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod define;
pub mod discover;
pub mod log;
pub mod measure;
pub mod order;
mod parts;
pub mod search;
pub mod select;
pub mod stats;
pub mod table;

pub use self::{
    discover::{Proposal, discover, look_back, propose, work_backward},
    log::{EventLog, EventLogBuilder, FieldSummary},
    measure::{conversion, flow, time_in_stage, win_rate},
    select::Selection,
    table::Table,
};

#[cfg(test)]
mod tests;
