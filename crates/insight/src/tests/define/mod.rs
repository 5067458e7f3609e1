//! Criteria on history.

mod agree;
mod try_out;
