//! Figures of real data against figures computed with other tools.

mod back;
mod data;
mod deals;
mod define;
mod drivers;
mod findings;
mod forecast;
mod following;
mod interview;
mod logs;
mod maven;
mod parts;
mod planted;
mod proposal;
mod review;
mod sample;
mod touch;
