//! The manual as its readers have it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod material;
mod playbook;
mod printed;
mod statement;
