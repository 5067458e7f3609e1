//! Figures of real data against figures computed with other tools.

mod attainment;
mod back;
mod data;
mod deals;
mod define;
mod drivers;
mod findings;
mod following;
mod forecast;
mod interview;
mod logs;
mod maven;
mod metric;
mod ordered;
mod parts;
mod planted;
mod proposal;
mod ramp;
mod ramp_seeds;
mod review;
mod sample;
mod touch;
