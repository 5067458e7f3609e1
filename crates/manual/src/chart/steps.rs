//! Stages in order, each beginning where the one before should end.

use super::{Anchor, Drawing, Picture, Tone, WIDTH, text_width, ticks};
use crate::words;

/// A stage in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Days a deal should need in it.
    pub days: Option<f64>,
}

const LABEL: f64 = 190.0;
const ROW: f64 = 30.0;

/// The stages from above to below with their days as bars on one line of time; none without stages.
pub fn steps(steps: &[Step]) -> Option<Picture> {
    if steps.is_empty() {
        return None;
    }
    let total: f64 = steps.iter().filter_map(|s| s.days).filter(|d| d.is_finite() && *d > 0.0).sum();
    let bottom = ROW * steps.len() as f64 + 6.0;
    let axis = if total > 0.0 { 26.0 } else { 4.0 };
    let mut drawing = Drawing::new(WIDTH, bottom + axis);
    let left = LABEL + 12.0;
    let (step, count) = ticks(total.max(1.0), 7);
    let scale = (WIDTH - left - 64.0) / (step * count as f64);
    if total > 0.0 {
        axis_of_days(&mut drawing, left, bottom, scale, step, count);
    }
    let mut begin = 0.0;
    for (i, stage) in steps.iter().enumerate() {
        let middle = ROW * i as f64 + ROW / 2.0 + 2.0;
        drawing.dot((12.0, middle), 10.0, Tone::Accent, true);
        drawing.strong((12.0, middle + 4.0), Anchor::Middle, 12.0, Tone::Paper, &(i + 1).to_string());
        drawing.text((30.0, middle + 4.5), Anchor::Start, 13.0, Tone::Ink, &words::short(&stage.name, 26));
        let days = stage.days.filter(|d| d.is_finite() && *d > 0.0);
        let x = left + begin * scale;
        match days {
            Some(days) => {
                let width = (days * scale).max(2.0);
                drawing.bar((x, middle - 8.0), (width, 16.0), 3.0, Tone::Accent, 0.85);
                let shown = words::days_long(days);
                drawing.text((x + width + 6.0, middle + 4.0), Anchor::Start, 12.5, Tone::Ink, &shown);
                begin += days;
            }
            None => drawing.text((x, middle + 4.0), Anchor::Start, 12.5, Tone::Muted, "no target yet"),
        }
    }
    Some(drawing.finish(spoken(steps, total)))
}

fn axis_of_days(drawing: &mut Drawing, left: f64, bottom: f64, scale: f64, step: f64, count: usize) {
    for k in 0..=count {
        let x = left + step * k as f64 * scale;
        drawing.line((x, 0.0), (x, bottom), 1.0, Tone::Grid);
        let label = if k == 0 { "day 0".to_owned() } else { words::days(Some(step * k as f64)) };
        if k == 0 || text_width(&label, 12.0) < step * scale {
            drawing.text((x, bottom + 16.0), Anchor::Middle, 12.0, Tone::Muted, &label);
        }
    }
}

fn spoken(steps: &[Step], total: f64) -> String {
    let names: Vec<String> = steps
        .iter()
        .map(|s| s.days.map_or_else(|| s.name.clone(), |d| format!("{} ({})", s.name, words::days_long(d))))
        .collect();
    let sum = if total > 0.0 { format!("; {} in all", words::days_long(total)) } else { String::new() };
    format!("Stages in order: {}{sum}.", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stages_no_picture() {
        assert_eq!(steps(&[]), None);
    }

    #[test]
    fn each_stage_begins_where_the_one_before_ends() {
        let stage = |name: &str, days| Step { name: name.into(), days };
        let drawn = steps(&[stage("A", Some(10.0)), stage("<B>", Some(5.0)), stage("C", None)]).map(|p| (p.svg, p.alt));
        let (svg, alt) = drawn.unwrap_or_default();
        assert_eq!(alt, "Stages in order: A (10 days), <B> (5 days), C; 15 days in all.");
        assert!(svg.contains("&lt;B&gt;") && svg.contains("no target yet"));
        assert!(svg.contains("x=\"202\" y=\"9\" width=\"209.33\""), "{svg}");
        assert!(svg.contains("x=\"411.33\" y=\"39\" width=\"104.67\""), "{svg}");
    }
}
