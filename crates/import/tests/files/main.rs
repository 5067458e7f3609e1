//! Files as people have them, read: one program of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod below;
mod closings;
mod corpus;
mod crm_exports;
mod dates;
mod dialects;
mod encodings;
mod events;
mod hostile_workbook;
mod mail;
mod maven;
mod ocel;
mod packed;
mod parquet;
mod recognise;
mod sink;
mod tongues;
mod wide;
mod workbook;
mod xes;
mod xes_odd;
