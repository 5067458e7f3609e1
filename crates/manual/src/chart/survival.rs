//! How long deals stay in a stage, as survival curves.

use insight::measure::{StageSurvival, SurvivalPoint};

use super::{Anchor, Drawing, Picture, Tone, WIDTH, text_width, ticks};
use crate::words;

const LEFT: f64 = 44.0;
const TOP: f64 = 22.0;
/// Height of the plot: of few stages, of many.
const PLOT: (f64, f64) = (130.0, 96.0);
/// The axis ends where at most this share is left in every stage.
const TAIL: f64 = 0.03;

/// Small pictures side by side, one a stage: the share of deals still there by days, with the interval at 95 %.
/// Stages without a curve are left out; none where that leaves nothing.
pub fn survival(stages: &[StageSurvival]) -> Option<Picture> {
    let shown: Vec<&StageSurvival> = stages.iter().filter(|s| !s.curve.is_empty()).collect();
    let longest = shown.iter().filter_map(|s| end_of(&s.curve)).fold(0.0, f64::max);
    if shown.is_empty() {
        return None;
    }
    let columns = match shown.len() {
        1 => 1,
        2..=4 => 2,
        _ => 3,
    };
    let plot = if columns > 2 { PLOT.1 } else { PLOT.0 };
    let rows = shown.len().div_ceil(columns);
    let cell = (WIDTH / columns as f64, TOP + plot + 50.0);
    let mut drawing = Drawing::new(WIDTH, cell.1 * rows as f64);
    for (i, stage) in shown.iter().enumerate() {
        let corner = ((i % columns) as f64 * cell.0, (i / columns) as f64 * cell.1);
        panel(&mut drawing, stage, corner, (cell.0, plot), longest);
    }
    let told: Vec<String> = shown.iter().map(|s| format!("{}: {}", s.stage, median_words(s))).collect();
    Some(drawing.finish(format!("Share of deals still in the stage by days. {}.", told.join("; "))))
}

fn median_words(stage: &StageSurvival) -> String {
    match stage.median_days {
        Some(days) => format!("half have left after {}", words::days_long(days)),
        None => "more than half are still there at the end".into(),
    }
}

/// The day by which nearly all have left, else the last one.
fn end_of(curve: &[SurvivalPoint]) -> Option<f64> {
    curve.iter().find(|p| p.share <= TAIL).or(curve.last()).map(|p| p.days)
}

fn panel(drawing: &mut Drawing, stage: &StageSurvival, corner: (f64, f64), size: (f64, f64), longest: f64) {
    let (width, plot) = size;
    let (step, count) = ticks(longest, if width > 400.0 { 8 } else { 4 });
    let end = step * count as f64;
    let scale = (width - LEFT - 18.0) / (step * count as f64);
    let x = |days: f64| corner.0 + LEFT + days * scale;
    let y = |share: f64| corner.1 + TOP + plot * (1.0 - share.clamp(0.0, 1.0));
    drawing.strong(
        (corner.0 + LEFT, corner.1 + 11.0),
        Anchor::Start,
        12.5,
        Tone::Ink,
        &words::short(&stage.stage, if width > 200.0 { 34 } else { 22 }),
    );
    for k in [0, 50, 100] {
        let share = f64::from(k) / 100.0;
        drawing.line((x(0.0), y(share)), (x(end), y(share)), 1.0, Tone::Grid);
        drawing.text((x(0.0) - 6.0, y(share) + 4.0), Anchor::End, 12.0, Tone::Muted, &format!("{k} %"));
    }
    for k in 0..=count {
        let label = words::days(Some(step * k as f64));
        drawing.text((x(step * k as f64), y(0.0) + 16.0), Anchor::Middle, 12.0, Tone::Muted, &label);
    }
    let axis = format!("days · {}", words::counted(stage.visits, "visit", "visits"));
    drawing.text((x(0.0), y(0.0) + 32.0), Anchor::Start, 12.0, Tone::Muted, &axis);
    let tone = Tone::Accent;
    let upper = stairs(&stage.curve, |p| p.high);
    let lower = stairs(&stage.curve, |p| p.low);
    let place = |points: &[(f64, f64)]| points.iter().map(|p| (x(p.0.min(end)), y(p.1))).collect::<Vec<_>>();
    let ring: Vec<(f64, f64)> = upper.into_iter().chain(lower.into_iter().rev()).collect();
    drawing.area(&place(&ring), tone, 0.2);
    let line: Vec<(f64, f64)> = stairs(&stage.curve, |p| p.share).into_iter().filter(|p| p.0 <= end).collect();
    drawing.way(&place(&line), 1.75, tone, false);
    if let Some(median) = stage.median_days.filter(|m| *m <= end) {
        drawing.dot((x(median), y(0.5)), 3.5, tone, true);
        let days = words::days_long(median);
        let text = if width > 200.0 { format!("half left after {days}") } else { days };
        let fits = x(median) + 8.0 + text_width(&text, 12.5) < corner.0 + width;
        let (at, anchor) = if fits { (x(median) + 8.0, Anchor::Start) } else { (x(median) - 8.0, Anchor::End) };
        drawing.text((at, y(0.5) - 7.0), anchor, 12.5, Tone::Ink, &text);
    }
}

/// A step function from (0, 1): each value holds until the next step.
fn stairs(curve: &[SurvivalPoint], of: fn(&SurvivalPoint) -> f64) -> Vec<(f64, f64)> {
    let mut points = vec![(0.0, 1.0)];
    let mut before = 1.0;
    for point in curve {
        points.push((point.days, before));
        points.push((point.days, of(point)));
        before = of(point);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(curve: Vec<SurvivalPoint>) -> StageSurvival {
        StageSurvival {
            stage: "Engaging".into(),
            visits: 4,
            ended: 3,
            censored: 1,
            undated: 0,
            median_days: Some(10.0),
            low: None,
            high: None,
            curve,
            moved_on: None,
            lost: None,
        }
    }

    #[test]
    fn a_share_holds_until_the_next_step() {
        let at = |days, share| SurvivalPoint { days, share, low: share - 0.1, high: share + 0.1, at_risk: 4 };
        let curve = vec![at(5.0, 0.75), at(10.0, 0.5)];
        assert_eq!(stairs(&curve, |p| p.share), vec![(0.0, 1.0), (5.0, 1.0), (5.0, 0.75), (10.0, 0.75), (10.0, 0.5)]);
        let alt = survival(&[stage(curve)]).map(|p| p.alt).unwrap_or_default();
        assert_eq!(alt, "Share of deals still in the stage by days. Engaging: half have left after 10 days.");
    }

    #[test]
    fn no_curve_no_picture() {
        assert_eq!(survival(&[stage(vec![])]), None);
    }
}
