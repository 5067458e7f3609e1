//! A metric over time as a control chart.

use std::collections::BTreeSet;

use insight::measure::{
    Step,
    metric::{Figures, PointFigure},
};
use model::{Timestamp, metric::Unit};

use super::{Anchor, Drawing, Picture, Tone, text_width, ticks};
use crate::words;

const TOP: f64 = 22.0;
const BOTTOM: f64 = 22.0;
const RIGHT: f64 = 8.0;
const LETTER: f64 = 11.0;
/// An interval that goes beyond so many times the greatest value does not stretch the scale.
const STRETCH: f64 = 1.6;

/// Something that happened meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub at: Timestamp,
    /// What, in a few words.
    pub says: String,
}

/// The figures of every step with their intervals, inside the limits of what they do by themselves. Steps that are not
/// over are hollow; those outside of the limits are squares. None where no step has a figure.
pub fn series(figures: &Figures, step: Step, marks: &[Mark], size: (f64, f64)) -> Option<Picture> {
    let points = &figures.series;
    let known: Vec<f64> = points.iter().filter_map(|p| p.figure.value).filter(|v| v.is_finite()).collect();
    known.first()?;
    let scale = Scale::of(figures, &known, size);
    let mut drawing = Drawing::new(size.0, size.1);
    scale.axis(&mut drawing, figures);
    let outside: BTreeSet<usize> = match &figures.control {
        Some(control) => {
            let (upper, lower) = (scale.y(control.chart.upper), scale.y(control.chart.lower));
            drawing.bar((scale.left, upper), (scale.width, lower - upper), 0.0, Tone::Accent, 0.08);
            let mean = scale.y(control.chart.mean);
            drawing.way(&[(scale.left, mean), (scale.left + scale.width, mean)], 1.0, Tone::Accent, true);
            control.chart.outside.iter().filter_map(|at| control.at.get(*at).copied()).collect()
        }
        None => BTreeSet::new(),
    };
    for mark in marks {
        let Some(place) = points.iter().position(|p| p.from <= mark.at && mark.at < p.to) else { continue };
        let x = scale.x(place);
        drawing.way(&[(x, TOP - 6.0), (x, scale.base)], 1.0, Tone::Muted, true);
        let (anchor, gap) = if x > size.0 * 0.6 { (Anchor::End, -3.0) } else { (Anchor::Start, 3.0) };
        drawing.text((x + gap, TOP - 9.0), anchor, LETTER, Tone::Muted, &words::short(&mark.says, 40));
    }
    let line: Vec<Vec<(f64, f64)>> = runs(points, &scale);
    line.iter().for_each(|run| drawing.way(run, 1.25, Tone::Accent, false));
    for (place, point) in points.iter().enumerate() {
        let Some(value) = point.figure.value.filter(|v| v.is_finite()) else { continue };
        let at = (scale.x(place), scale.y(value));
        if let (Some(low), Some(high)) = (point.figure.low, point.figure.high) {
            drawing.line((at.0, scale.y(low)), (at.0, scale.y(high)), 1.0, Tone::Open);
        }
        if outside.contains(&place) {
            drawing.bar((at.0 - 4.0, at.1 - 4.0), (8.0, 8.0), 0.0, Tone::Lost, 1.0);
        } else {
            drawing.dot(at, if points.len() > 40 { 1.75 } else { 3.0 }, Tone::Accent, point.finished);
        }
    }
    steps(&mut drawing, points, step, &scale);
    let told: Vec<String> = points
        .iter()
        .filter(|p| p.figure.value.is_some())
        .map(|p| format!("{} {}", words::step(p.first, step), figures.said(&p.figure)))
        .collect();
    Some(drawing.finish(format!("Over time: {}.", told.join(", "))))
}

/// Where values and steps stand.
struct Scale {
    left: f64,
    width: f64,
    base: f64,
    height: f64,
    low: f64,
    high: f64,
    tick: f64,
    steps: usize,
    points: usize,
}

impl Scale {
    fn of(figures: &Figures, known: &[f64], size: (f64, f64)) -> Self {
        let most = known.iter().copied().fold(0.0, f64::max);
        let bounds = figures.series.iter().filter_map(|p| p.figure.high);
        let limit = figures.control.as_ref().map(|control| control.chart.upper);
        let highest = bounds.chain(limit).filter(|v| v.is_finite()).fold(most, f64::max).min(most * STRETCH);
        // a share of a whole ends at 1, one of a quota does not
        let is_whole = figures.unit == Unit::Share && most <= 1.0;
        let highest = if is_whole { highest.min(1.0) } else { highest };
        let least = known.iter().copied().fold(0.0, f64::min);
        let (tick, steps) = ticks(highest.max(-least), 4);
        let low = if least < 0.0 { (least / tick).floor() * tick } else { 0.0 };
        let high = if is_whole { (tick * steps as f64).min(1.0) } else { tick * steps as f64 };
        let labels = (0..=steps).map(|k| text_width(&figures.told(Some(k as f64 * tick)), LETTER));
        let left = labels.fold(20.0, f64::max) + 8.0;
        let (width, height) = (size.0 - left - RIGHT, size.1 - TOP - BOTTOM);
        let points = figures.series.len();
        Self { left, width, base: TOP + height, height, low, high, tick, steps, points }
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        self.base - self.height * share
    }

    fn x(&self, place: usize) -> f64 {
        self.left + self.width * (place as f64 + 0.5) / self.points.max(1) as f64
    }

    fn axis(&self, drawing: &mut Drawing, figures: &Figures) {
        for k in 0..=self.steps {
            let value = k as f64 * self.tick;
            if value > self.high + 1e-9 {
                break;
            }
            drawing.line((self.left, self.y(value)), (self.left + self.width, self.y(value)), 1.0, Tone::Grid);
            let told = figures.told(Some(value));
            drawing.text((self.left - 6.0, self.y(value) + 4.0), Anchor::End, LETTER, Tone::Muted, &told);
        }
    }
}

/// Stretches of steps that have a figure.
fn runs(points: &[PointFigure], scale: &Scale) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (place, point) in points.iter().enumerate() {
        match point.figure.value.filter(|v| v.is_finite()) {
            Some(value) => runs.last_mut().into_iter().for_each(|run| run.push((scale.x(place), scale.y(value)))),
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Names of the steps below the axis, as many as there is room for.
fn steps(drawing: &mut Drawing, points: &[PointFigure], step: Step, scale: &Scale) {
    let name = |point: &PointFigure| words::step(point.first, step);
    let widest = points.iter().map(|p| text_width(&name(p), LETTER)).fold(0.0, f64::max);
    let room = scale.width / points.len().max(1) as f64;
    let every = ((widest + 10.0) / room).ceil().max(1.0) as usize;
    for (place, point) in points.iter().enumerate().filter(|(place, _)| place.is_multiple_of(every)) {
        let half = text_width(&name(point), LETTER) / 2.0;
        let x = scale.x(place).min(scale.left + scale.width + RIGHT - half);
        drawing.text((x, scale.base + 16.0), Anchor::Middle, LETTER, Tone::Muted, &name(point));
    }
}

#[cfg(test)]
mod tests {
    use insight::measure::metric::Figure;
    use model::metric::Better;

    use super::*;

    fn figures(values: &[Option<f64>]) -> Figures {
        let day = |month: usize| jiff::civil::date(2017, 1 + month as i8, 1);
        let at = |month: usize| day(month).in_tz("UTC").map(|z| z.timestamp()).unwrap_or_default();
        let point = |(place, value): (usize, &Option<f64>)| PointFigure {
            from: at(place),
            to: at(place + 1),
            first: day(place),
            last: day(place + 1).yesterday().unwrap_or(day(place)),
            finished: place + 1 < values.len(),
            figure: Figure { value: *value, n: 9, says: "Nothing to count.".into(), ..Figure::default() },
        };
        Figures {
            unit: Unit::Days,
            currency: String::new(),
            better: Better::Lower,
            as_of: None,
            period: None,
            total: Figure::default(),
            against: None,
            by: Vec::new(),
            groups: Vec::new(),
            series: values.iter().enumerate().map(point).collect(),
            lines: Vec::new(),
            control: None,
            undated: 0,
            without: 0,
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_step_without_a_figure_breaks_the_line() {
        let found = figures(&[Some(3.0), Some(4.0), None, Some(5.0)]);
        let scale = Scale::of(&found, &[3.0, 4.0, 5.0], (300.0, 120.0));
        assert_eq!(runs(&found.series, &scale).len(), 1);
        let picture = series(&found, Step::Month, &[], (300.0, 120.0));
        let alt = picture.map(|p| p.alt).unwrap_or_default();
        assert_eq!(alt, "Over time: Jan 2017 3 days, Feb 2017 4 days, Apr 2017 5 days.");
    }

    #[test]
    fn without_figures_there_is_no_picture() {
        assert_eq!(series(&figures(&[]), Step::Month, &[], (300.0, 120.0)), None);
        assert_eq!(series(&figures(&[None, Some(f64::NAN)]), Step::Month, &[], (300.0, 120.0)), None);
    }

    #[test]
    fn nothing_is_drawn_beside_the_picture() {
        let found = figures(&[Some(0.0), Some(1e12), Some(-4.0)]);
        let mark = Mark { at: found.series[1].from, says: "Version 2 became active".into() };
        let svg = series(&found, Step::Month, &[mark], (204.0, 120.0)).map(|p| p.svg).unwrap_or_default();
        assert!(svg.contains("Version 2") && !svg.contains("NaN"), "{svg}");
    }
}
