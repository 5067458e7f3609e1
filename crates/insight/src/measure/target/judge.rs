//! The rule: which steps leave the band, when it counts, and when it is over. Pure.

use model::metric::{Band, Edges, Formula, Metric, Target, Unit};

use super::{
    result::{Became, Change, Place, Point, Standing},
    say::{Words, reachable},
};
use crate::{
    discover::sentence::capital,
    measure::metric::{ENOUGH, Figure, PointFigure},
    stats::control::xmr,
};

/// Of the deals of a step, one in so many may be undecided where it is judged.
const UNDECIDED: u64 = 5;
/// Differences below this share of a figure are of how computers reckon.
const ROUNDING: f64 = 1e-9;

/// Edges that a step is held against.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Limits {
    /// Not below.
    pub low: Option<f64>,
    /// Not above.
    pub high: Option<f64>,
    /// What a margin is a share of.
    pub width: f64,
}

impl Limits {
    fn of(edges: Edges) -> Self {
        let Edges { at_least: low, at_most: high } = edges;
        let width = match (low, high) {
            (Some(low), Some(high)) => high - low,
            (one, other) => one.or(other).map_or(0.0, f64::abs),
        };
        Self { low, high, width }
    }

    /// By how much a value is beyond the nearest edge; below 0 where it is inside.
    pub fn distance(&self, value: f64) -> f64 {
        let below = self.low.map(|low| low - value);
        let above = self.high.map(|high| value - high);
        below.into_iter().chain(above).fold(f64::NEG_INFINITY, f64::max)
    }

    fn place(&self, value: f64) -> Place {
        let rounding = ROUNDING * value.abs().max(self.width.abs());
        match (self.low, self.high) {
            (Some(low), _) if value < low - rounding => Place::Below,
            (_, Some(high)) if value > high + rounding => Place::Above,
            _ => Place::Inside,
        }
    }

    /// Whether a value is inside by a share of the width.
    fn is_well_inside(&self, value: f64, margin: f64) -> bool {
        let by = margin * self.width;
        self.distance(value) <= ROUNDING * value.abs().max(self.width.abs()) - by
    }
}

/// What a step can be judged by: its value; else what it is instead, and why.
pub(super) fn readable(figure: &Figure, metric: &Metric, words: &Words<'_>) -> Result<f64, (Place, String)> {
    let not = |says: String| {
        let waits = figure.open > 0 && matches!(words.unit, Unit::Share | Unit::Days);
        Err((if waits { Place::Waiting } else { Place::Unjudged }, says))
    };
    let Some(value) = figure.value.filter(|value| value.is_finite()) else { return not(figure.says.clone()) };
    let undecided = matches!(metric.figure, Formula::Share(_) | Formula::Kept(_))
        && figure.open * UNDECIDED > figure.n + figure.open;
    if undecided {
        let (open, all) = (figure.open, figure.n + figure.open);
        return not(format!("{open} of {all} may still come; it is judged once four in five are decided"));
    }
    // how many, and how much in all, are what they are, be it ever so little
    let is_whole = matches!(words.unit, Unit::Count) || matches!(metric.figure, Formula::Sum(_));
    if figure.few && !is_whole {
        return not(format!("{} of {}, too few to go by", words.figure(value), figure.n));
    }
    Ok(value)
}

/// Steps held against a target, one after the other.
pub(super) struct Judging<'a> {
    target: &'a Target,
    words: Words<'a>,
    /// Values inside so far, which a natural band is of.
    usual: Vec<f64>,
    /// Values of the steps outside in a row, and the place of the first one.
    away: Vec<f64>,
    first_away: usize,
    /// Steps in a row inside by the margin.
    calm: u32,
    /// The first step outside, of what counts as having left.
    left: Option<usize>,
    pub points: Vec<Point>,
    pub changes: Vec<Change>,
    limits: Option<Limits>,
}

impl<'a> Judging<'a> {
    pub(super) fn new(target: &'a Target, words: Words<'a>) -> Self {
        Self {
            target,
            words,
            usual: Vec::new(),
            away: Vec::new(),
            first_away: 0,
            calm: 0,
            left: None,
            points: Vec::new(),
            changes: Vec::new(),
            limits: None,
        }
    }

    /// The next step. `read` is its value, or what it is instead and why; such a step changes nothing.
    pub(super) fn take(&mut self, step: &PointFigure, read: Result<f64, (Place, String)>) {
        let limits = self.limits_now();
        let name = self.words.step(step.from);
        let (place, says) = match (read, limits) {
            (Err((place, says)), _) => (place, format!("{}: {}", capital(&name), says.trim_end_matches('.'))),
            (Ok(value), None) => {
                self.usual.push(value);
                let (figure, so_far) = (self.words.figure(value), self.usual.len());
                let learns = format!("{so_far} of the {ENOUGH} {}s that show what it does by itself", self.words.one());
                (Place::Unjudged, format!("{}: {figure}; {learns}", capital(&name)))
            }
            (Ok(value), Some(limits)) => {
                let place = limits.place(value);
                (place, self.says(value, limits, place, &name))
            }
        };
        let shown = limits.unwrap_or_default();
        self.points.push(Point {
            from: step.from,
            to: step.to,
            figure: step.figure.clone(),
            low: shown.low,
            high: shown.high,
            place,
            outside: false,
            says,
        });
        if let (true, Some(limits), Some(value)) = (place.is_judged(), limits, step.figure.value) {
            self.judged(value, place, limits);
        }
        let outside = self.left.is_some();
        if let Some(point) = self.points.last_mut() {
            point.outside = outside;
        }
    }

    /// The band as it is before the next step.
    fn limits_now(&self) -> Option<Limits> {
        match self.target.band {
            Band::Between(edges) => Some(Limits::of(edges)),
            Band::Natural(_) if self.usual.len() < ENOUGH => None,
            Band::Natural(_) => {
                let lowest = self.usual.iter().copied().fold(f64::INFINITY, f64::min);
                xmr(&self.usual).map(|chart| reachable(&chart, self.words.unit, lowest))
            }
        }
    }

    fn judged(&mut self, value: f64, place: Place, limits: Limits) {
        let here = self.points.len() - 1;
        self.limits = Some(limits);
        if place == Place::Inside {
            self.away.clear();
            self.usual.push(value);
        } else {
            if self.away.is_empty() {
                self.first_away = here;
            }
            self.away.push(value);
        }
        match self.left {
            None if self.away.len() >= self.target.raise_after as usize => {
                self.left = Some(self.first_away);
                self.calm = 0;
                let row = self.away.len();
                let says = self.points[here].says.clone();
                let in_a_row =
                    if row > 1 { format!(", for {} in a row", self.words.steps(row)) } else { String::new() };
                self.changed(Became::Left, format!("{says}{in_a_row}"));
            }
            None => {}
            Some(first) => {
                self.calm = if limits.is_well_inside(value, self.target.margin) { self.calm + 1 } else { 0 };
                let after = self.words.steps(self.points[first..here].iter().filter(|p| p.place.is_judged()).count());
                if self.calm >= self.target.clear_after {
                    self.left = None;
                    let says = format!("{}, after {after}", self.points[here].says);
                    self.changed(Became::Back, says);
                } else if matches!(self.target.band, Band::Natural(_)) && self.away.len() >= ENOUGH {
                    // so long in a row is no exception any more
                    self.usual = std::mem::take(&mut self.away);
                    self.left = None;
                    let limits = self.limits_now().map(|now| self.words.limits(now)).unwrap_or_default();
                    let says = format!("{after} and one in a row were outside, so this is what it does now: {limits}");
                    self.changed(Became::Back, says);
                }
            }
        }
    }

    fn changed(&mut self, became: Became, says: String) {
        if let Some(Point { from, to, .. }) = self.points.last() {
            self.changes.push(Change { from: *from, to: *to, became, says });
        }
    }

    fn says(&self, value: f64, limits: Limits, place: Place, name: &str) -> String {
        let figure = self.words.figure(value);
        let edge = |edge: Option<f64>| edge.map(|edge| self.words.figure(edge)).unwrap_or_default();
        match place {
            Place::Above => format!("{figure} in {name}, above {}", edge(limits.high)),
            Place::Below => format!("{figure} in {name}, below {}", edge(limits.low)),
            _ => format!("{figure} in {name}, {}", self.words.limits(limits)),
        }
    }

    /// What the target asks for now, in words.
    pub(super) fn asks(&self) -> String {
        match (self.target.band, self.limits_now()) {
            (Band::Natural(_), Some(limits)) => format!("what it does by itself: {}", self.words.limits(limits)),
            (Band::Natural(_), None) => format!("what it does by itself, known from {ENOUGH} {}s on", self.words.one()),
            (Band::Between(_), limits) => limits.map(|limits| self.words.limits(limits)).unwrap_or_default(),
        }
    }

    /// Where it stands after the last step.
    pub(super) fn standing(&self) -> Standing {
        let last = self.points.iter().rposition(|point| point.place.is_judged());
        let value = last.and_then(|last| self.points[last].figure.value);
        let distance = value.zip(self.limits).map(|(value, limits)| limits.distance(value));
        Standing {
            outside: self.left.is_some(),
            since: self.left.map(|first| self.points[first].from),
            last: last.map(|last| self.points[last].from),
            value,
            distance: distance.filter(|by| by.is_finite()),
            says: self.stands(last),
        }
    }

    fn stands(&self, last: Option<usize>) -> String {
        let Some(point) = last.map(|last| &self.points[last]) else {
            let none = || format!("No {} is over yet", self.words.one());
            return self.points.last().map_or_else(none, |point| point.says.clone());
        };
        let says = &point.says;
        match self.left {
            Some(first) if Some(first) == last => says.clone(),
            Some(first) => {
                let since = self.words.step(self.points[first].from);
                let still = match (point.place, self.calm) {
                    (Place::Inside, 0) => "; not far enough inside to be back".to_owned(),
                    (Place::Inside, calm) => {
                        format!(
                            "; inside for {calm} of the {} that it takes",
                            self.words.steps(self.target.clear_after as usize)
                        )
                    }
                    _ => String::new(),
                };
                format!("{says}; outside since {since}{still}")
            }
            None if point.place != Place::Inside => {
                let takes = self.words.steps(self.target.raise_after as usize);
                format!("{says}; {} of the {takes} in a row that it takes", self.away.len())
            }
            None => says.clone(),
        }
    }
}
