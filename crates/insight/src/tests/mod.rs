//! Figures of real data against figures computed with other tools.

mod data;
mod following;
mod logs;
mod maven;
mod sample;
