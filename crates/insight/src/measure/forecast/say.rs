//! Forecasts in words.

use super::result::{Accuracy, Expected};
use crate::{
    discover::sentence::{LITTLE, counted, grouped, percent},
    stats::{forecast::Reliability, paired::MeanDifference},
};

/// The whole in one sentence; `when` is `within 90 days`, `by the end of …`, `at all`.
pub(super) fn headline(open: u64, closed: u64, total: Option<&Expected>, when: &str) -> String {
    if open == 0 {
        return "There are no open deals to forecast.".into();
    }
    let Some(expected) = total else {
        let known = match closed {
            0 => "no deal has closed yet".into(),
            closed => format!("only {} closed so far", counted(closed, "deal")),
        };
        return format!("We can't tell yet: {known}. With {LITTLE} closed deals there are chances.");
    };
    format!(
        "Of {}, about {} will be won {when}: between {} and {}.",
        counted(open, "open deal"),
        grouped(expected.won.round() as u64),
        grouped(expected.won_low.floor() as u64),
        grouped(expected.won_high.ceil() as u64),
    )
}

/// Is it better than weights of stages, or noise?
pub(super) fn verdict(better: Option<MeanDifference>, moments: usize) -> String {
    let Some(better) = better else {
        let months = counted(moments as u64, "month");
        return format!("Too few months to say whether it is better than weights of stages: {months} held back.");
    };
    let over = format!("over {} held back", counted(moments as u64, "month"));
    match better {
        better if better.low > 0.0 => {
            format!("Its errors were smaller than those of weights of stages, more than chance would make it, {over}.")
        }
        better if better.high < 0.0 => {
            format!(
                "Its errors were larger than those of weights of stages, more than chance would make it, {over}. Trust the weights more."
            )
        }
        _ => format!("Whether it is better than weights of stages cannot be told from noise, {over}."),
    }
}

/// Does it come as often as it says?
pub(super) fn calibration(classes: &[Reliability], forecast: f64, won: u64) -> String {
    let off = classes.iter().filter(|class| class.forecast < class.low || class.forecast > class.high).count();
    let all = classes.len() as u64;
    let sums = format!("Forecast were {} won deals, {} came.", grouped(forecast.round() as u64), grouped(won));
    match off {
        0 => format!("{sums} In every class of chance, what came agrees with what was forecast."),
        off => format!("{sums} In {off} of {}, what came lies outside of what chance explains.", classes_of(all)),
    }
}

fn classes_of(all: u64) -> String {
    if all == 1 { "1 class of chance".into() } else { format!("{all} classes of chance") }
}

/// How the sums did.
pub(super) fn sums(moments: &[Accuracy], within: u64, in_value: bool) -> String {
    let (forecast, won) = moments.iter().fold((0.0, 0.0), |(f, w), a| match in_value {
        true => (f + a.forecast_minor as f64, w + a.won_minor as f64),
        false => (f + a.forecast, w + a.won as f64),
    });
    let inside = format!("What came lay within the interval in {within} of {}", counted(moments.len() as u64, "month"));
    if forecast <= 0.0 || won <= 0.0 {
        return format!("{inside}.");
    }
    let off = won / forecast - 1.0;
    let side = if off >= 0.0 { "more" } else { "less" };
    format!("{inside}; over all of them {} {side} came than was forecast.", percent(off.abs()))
}
