//! Statistics: each formula with its source and a test against an oracle.

pub mod control;
pub mod count;
pub mod exact;
pub mod forecast;
pub mod mean;
pub mod paired;
pub mod proportion;
pub mod quantile;
pub mod rank;
pub mod stratified;
pub mod survival;

/// Standard normal quantile of a two-sided interval at 95 %: Φ⁻¹(0.975).
pub const Z_95: f64 = 1.959_963_984_540_054;

#[cfg(test)]
mod oracle;
