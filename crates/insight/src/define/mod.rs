//! Exit criteria tested against what happened.

mod columns;
mod counting;
mod fields;
mod held;
mod history;
mod ids;
mod observed;
mod occurs;
mod open;
mod parting;
mod result;
mod say;
mod signs;
pub(crate) mod stays;
mod suggest;
mod uses;
mod way;

pub(crate) use self::{
    columns::Columns,
    counting::{Asked, Counting, Met},
    ids::free,
    occurs::occurs,
    parting::{Parting, adjust},
    way::{Stages, is_onward},
};
pub use self::{
    held::held_deals,
    history::criterion_history,
    observed::{observed, stages_observed},
    open::open_list,
    result::*,
    suggest::suggestions,
    uses::playbook_use,
};
