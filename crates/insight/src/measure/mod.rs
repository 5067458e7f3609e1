//! What works, where it sticks.

mod answers;
mod attainment;
mod calendar;
mod conversion;
mod flow;
mod forecast;
mod group;
pub mod metric;
pub mod pulse;
mod ramp;
mod result;
mod review;
mod span;
mod standing_out;
pub mod target;
mod time_in_stage;
mod win_rate;
mod worth;

pub use self::{
    answers::{TimeToAnswer, time_to_answer},
    attainment::*,
    conversion::conversion,
    flow::flow,
    forecast::*,
    ramp::*,
    result::*,
    review::*,
    span::Span,
    standing_out::*,
    time_in_stage::time_in_stage,
    win_rate::win_rate,
    worth::Currency,
};
