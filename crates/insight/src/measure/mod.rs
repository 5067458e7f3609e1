//! What works, where it sticks.

mod answers;
mod calendar;
mod conversion;
mod flow;
mod group;
pub mod metric;
pub mod pulse;
mod result;
mod review;
mod standing_out;
mod time_in_stage;
mod win_rate;

pub use self::{
    answers::{TimeToAnswer, time_to_answer},
    conversion::conversion,
    flow::flow,
    result::*,
    review::*,
    standing_out::*,
    time_in_stage::time_in_stage,
    win_rate::win_rate,
};
