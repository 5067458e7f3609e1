//! Criteria on history.

mod agree;
