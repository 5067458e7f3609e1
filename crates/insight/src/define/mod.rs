//! Exit criteria tested against what happened.

mod columns;
mod fields;
mod signs;
pub(crate) mod stays;
pub(crate) mod way;

pub(crate) use self::columns::Columns;
