//! What works, where it sticks.

mod conversion;
mod flow;
mod forecast;
mod group;
mod result;
mod review;
mod time_in_stage;
mod win_rate;
mod worth;

pub use self::{
    conversion::conversion, flow::flow, forecast::*, result::*, review::*, time_in_stage::time_in_stage, win_rate::win_rate,
    worth::Currency,
};
