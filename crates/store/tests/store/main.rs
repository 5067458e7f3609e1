//! One suite, run on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod deal_files;
mod deals;
mod drafts;
mod files;
mod folding;
mod histories;
mod home;
mod imports;
mod interviews;
mod leads;
mod pages;
mod people;
mod processes;
mod records;
mod refusals;
mod reimport;
mod speed;
