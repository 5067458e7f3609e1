//! Groups of a metric with their intervals.

use insight::measure::metric::{Figures, GroupFigure};
use model::metric::Unit;

use super::{Anchor, Drawing, Picture, Tone, text_width};
use crate::words;

const ROW: f64 = 18.0;
const LETTER: f64 = 12.0;
/// Groups shown at most.
const MOST_SHOWN: usize = 15;

/// The groups in rows: name, interval with the figure as a dot (counts and sums as bars from zero), the figure in words.
/// A line marks the figure of all. At most 15, the largest first; None where there are none.
pub fn groups(figures: &Figures, width: f64) -> Option<Picture> {
    let mut known: Vec<&GroupFigure> = figures.groups.iter().filter(|group| group.figure.n > 0).collect();
    known.first()?;
    let left_out = known.len().saturating_sub(MOST_SHOWN);
    known.sort_by_key(|group| std::cmp::Reverse(group.figure.n));
    known.truncate(MOST_SHOWN);
    let name = |group: &GroupFigure| named(group, (width / 14.0) as usize);
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|t| text_width(&t, LETTER)).fold(0.0, f64::max);
    let left = widest(&mut known.iter().map(|g| name(g))).min(width * 0.4) + 10.0;
    let said = |group: &GroupFigure| words::short(&figures.said(&group.figure), 24);
    let right = widest(&mut known.iter().map(|g| said(g))) + 10.0;
    let room = (width - left - right).max(20.0);
    let most = known.iter().filter_map(|g| g.figure.value).filter(|v| v.is_finite()).fold(0.0, f64::max);
    let bounds = known.iter().filter_map(|g| g.figure.high).filter(|v| v.is_finite());
    let most = if figures.unit == Unit::Share && most <= 1.0 {
        bounds.fold(most, f64::max).min(1.0)
    } else {
        bounds.fold(most, f64::max).min(most * 2.0)
    };
    let x = |value: f64| left + room * (value / if most > 0.0 { most } else { 1.0 }).clamp(0.0, 1.0);
    let more = if left_out > 0 { ROW } else { 0.0 };
    let height = ROW * known.len() as f64 + more + 4.0;
    let mut drawing = Drawing::new(width, height);
    let is_size = figures.unit == Unit::Count;
    if let Some(all) = figures.total.value.filter(|v| !is_size && v.is_finite() && *v <= most) {
        drawing.line((x(all), 0.0), (x(all), ROW * known.len() as f64), 1.0, Tone::Muted);
    }
    for (place, group) in known.iter().enumerate() {
        let middle = ROW * (place as f64 + 0.5);
        drawing.text((0.0, middle + 4.0), Anchor::Start, LETTER, Tone::Ink, &name(group));
        drawing.text((width, middle + 4.0), Anchor::End, LETTER, Tone::Ink, &said(group));
        let Some(value) = group.figure.value.filter(|v| v.is_finite()) else { continue };
        if is_size {
            drawing.bar((left, middle - 4.0), (x(value) - left, 8.0), 1.0, Tone::Accent, 0.8);
            continue;
        }
        drawing.line((left, middle), (left + room, middle), 1.0, Tone::Grid);
        if let (Some(low), Some(high)) = (group.figure.low, group.figure.high) {
            drawing.bar((x(low), middle - 3.0), (x(high) - x(low), 6.0), 3.0, Tone::Accent, 0.35);
        }
        drawing.dot((x(value), middle), 3.0, Tone::Accent, true);
    }
    if left_out > 0 {
        let says = format!("and {left_out} more");
        drawing.text((0.0, ROW * known.len() as f64 + ROW * 0.5 + 4.0), Anchor::Start, LETTER, Tone::Muted, &says);
    }
    let told: Vec<String> = known.iter().map(|g| format!("{} {}", named(g, 60), figures.said(&g.figure))).collect();
    Some(drawing.finish(format!("{}.", told.join(", "))))
}

fn named(group: &GroupFigure, letters: usize) -> String {
    let value = |text: &String| if text.is_empty() { "none".to_owned() } else { text.clone() };
    let all: Vec<String> = match group.values.split_last() {
        Some((_, before)) if group.rest => before.iter().map(value).chain(["all others".to_owned()]).collect(),
        _ => group.values.iter().map(value).collect(),
    };
    words::short(&all.join(" · "), letters.clamp(12, 60))
}
