//! What works, where it sticks.

mod conversion;
mod flow;
mod group;
mod result;
mod review;
mod time_in_stage;
mod win_rate;

pub use self::{
    conversion::conversion, flow::flow, result::*, review::*, time_in_stage::time_in_stage, win_rate::win_rate,
};
