//! What works, where it sticks.

mod attainment;
mod conversion;
mod flow;
mod forecast;
mod group;
mod ramp;
mod result;
mod review;
mod time_in_stage;
mod win_rate;
mod worth;

pub use self::{
    attainment::*, conversion::conversion, flow::flow, forecast::*, ramp::*, result::*, review::*,
    time_in_stage::time_in_stage, win_rate::win_rate, worth::Currency,
};
