//! Charts as SVG. The web page and the PDF show the same picture.
//!
//! Colours are set as attributes, so that a picture looks right anywhere, and named by class (`ink`, `muted`, `won`,
//! `lost`, `open`, `accent`, `grid`, `paper`), so that a style sheet may set them anew for a dark page.

mod groups;
mod journey;
mod letters;
mod process_map;
mod range;
mod rate;
mod series;
mod steps;
mod strip;
mod survival;
mod timeline;

pub use self::{
    groups::groups,
    journey::{Drawn, Stop, journey},
    process_map::process_map,
    range::{range_bar, range_scale},
    rate::rate,
    series::{Mark, series},
    steps::{Step, steps},
    strip::strip,
    survival::survival,
    timeline::timeline,
};

pub(crate) use self::letters::{text_width, wrapped};

use serde::Serialize;

/// Width of a chart over the whole column, in px; 0.75 pt each in print.
pub const WIDTH: f64 = 580.0;

/// Width and height in px of what can still be read when it is made smaller to fit a sheet: letters of 13 px are 6 pt
/// then.
pub const ROOM: (f64, f64) = (930.0, 1060.0);

/// An SVG picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// The whole `<svg>` element.
    pub svg: String,
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// Where a text stands to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// What a mark means, and so its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Ink,
    Muted,
    Grid,
    Paper,
    Accent,
    Won,
    Lost,
    Open,
}

impl Tone {
    /// Class and colour.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Ink => ("ink", "#1d2529"),
            Self::Muted => ("muted", "#5b6770"),
            Self::Grid => ("grid", "#d9dcdc"),
            Self::Paper => ("paper", "#ffffff"),
            Self::Accent => ("accent", "#0f5a60"),
            Self::Won => ("won", "#2f7d4f"),
            Self::Lost => ("lost", "#a5452f"),
            Self::Open => ("open", "#64748b"),
        }
    }
}

/// A drawing being made. All text is escaped, all numbers are finite.
pub(crate) struct Drawing {
    body: String,
    width: f64,
    height: f64,
}

impl Drawing {
    pub(crate) fn new(width: f64, height: f64) -> Self {
        Self { body: String::new(), width, height }
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone) {
        let (class, colour) = tone.name();
        self.push(format!(
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\"/>",
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1),
            n(width)
        ));
    }

    /// A filled box; `radius` rounds its corners, `opacity` is 0 to 1.
    pub(crate) fn bar(&mut self, at: (f64, f64), size: (f64, f64), radius: f64, tone: Tone, opacity: f64) {
        let (class, colour) = tone.name();
        self.push(format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{colour}\" \
             fill-opacity=\"{}\"/>",
            n(at.0),
            n(at.1),
            n(size.0.max(0.0)),
            n(size.1.max(0.0)),
            n(radius),
            n(opacity)
        ));
    }

    /// A box with a border on paper.
    pub(crate) fn frame(&mut self, at: (f64, f64), size: (f64, f64), radius: f64, tone: Tone) {
        self.bar(at, size, radius, Tone::Paper, 1.0);
        let (class, colour) = tone.name();
        self.push(format!(
            "<rect class=\"{class} line\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"none\" \
             stroke=\"{colour}\" stroke-width=\"1.25\"/>",
            n(at.0),
            n(at.1),
            n(size.0),
            n(size.1),
            n(radius)
        ));
    }

    pub(crate) fn dot(&mut self, at: (f64, f64), radius: f64, tone: Tone, filled: bool) {
        let (class, colour) = tone.name();
        let fill = if filled { colour } else { "#ffffff" };
        let line = if filled { "" } else { " line" };
        self.push(format!(
            "<circle class=\"{class}{line}\" cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\" stroke=\"{colour}\" \
             stroke-width=\"1.25\"/>",
            n(at.0),
            n(at.1),
            n(radius)
        ));
    }

    /// A line along points, not filled.
    pub(crate) fn way(&mut self, points: &[(f64, f64)], width: f64, tone: Tone, dashed: bool) {
        self.path(&along(points), width, tone, dashed);
    }

    /// The line of an SVG path, not filled.
    pub(crate) fn path(&mut self, d: &str, width: f64, tone: Tone, dashed: bool) {
        let (class, colour) = tone.name();
        let dash = if dashed { " stroke-dasharray=\"4 3\"" } else { "" };
        self.push(format!(
            "<path class=\"{class} line\" d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" \
             stroke-linejoin=\"round\"{dash}/>",
            n(width)
        ));
    }

    /// A filled area bounded by points.
    pub(crate) fn area(&mut self, points: &[(f64, f64)], tone: Tone, opacity: f64) {
        if points.len() < 3 {
            return;
        }
        let (class, colour) = tone.name();
        self.push(format!(
            "<path class=\"{class}\" d=\"{}Z\" fill=\"{colour}\" fill-opacity=\"{}\"/>",
            along(points),
            n(opacity)
        ));
    }

    pub(crate) fn text(&mut self, at: (f64, f64), anchor: Anchor, size: f64, tone: Tone, text: &str) {
        self.write(at, anchor, size, 400, tone, text);
    }

    pub(crate) fn strong(&mut self, at: (f64, f64), anchor: Anchor, size: f64, tone: Tone, text: &str) {
        self.write(at, anchor, size, 600, tone, text);
    }

    /// A muted word and the text that it stands before, `gap` px apart whatever the font.
    pub(crate) fn labelled(&mut self, at: (f64, f64), size: f64, gap: f64, (label, text): (&str, &str)) {
        let ((class, colour), (muted, grey)) = (Tone::Ink.name(), Tone::Muted.name());
        self.push(format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{colour}\"><tspan class=\"{muted}\" \
             font-weight=\"600\" fill=\"{grey}\">{}</tspan><tspan dx=\"{}\">{}</tspan></text>",
            n(at.0),
            n(at.1),
            n(size),
            escape(label),
            n(gap),
            escape(text)
        ));
    }

    fn write(&mut self, at: (f64, f64), anchor: Anchor, size: f64, weight: u16, tone: Tone, text: &str) {
        let (class, colour) = tone.name();
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.push(format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{}\" \
             font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
            n(at.0),
            n(at.1),
            n(size),
            escape(text)
        ));
    }

    fn push(&mut self, element: String) {
        self.body.push_str(&element);
    }

    /// The picture, with what it shows in words.
    pub(crate) fn finish(self, alt: impl Into<String>) -> Picture {
        self.close("", alt.into())
    }

    /// The picture with a title and a description, for one that is looked at by itself.
    pub(crate) fn finish_titled(self, title: &str, alt: impl Into<String>) -> Picture {
        let alt = alt.into();
        let head = format!("<title>{}</title><desc>{}</desc>", escape(title), escape(&alt));
        self.close(&head, alt)
    }

    fn close(self, head: &str, alt: String) -> Picture {
        let (width, height) = (self.width, self.height);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             aria-label=\"{}\" font-family=\"'Source Sans 3', 'Helvetica Neue', Arial, sans-serif\">{head}{}</svg>",
            escape(&alt),
            self.body,
            w = n(width),
            h = n(height),
        );
        Picture { svg, width, height, alt }
    }
}

fn along(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (i, (x, y)) in points.iter().enumerate() {
        d.push_str(&format!("{}{} {}", if i == 0 { "M" } else { "L" }, n(*x), n(*y)));
    }
    d
}

/// A number with at most two decimals; 0 for what is none.
pub(crate) fn n(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded.is_finite() && rounded != 0.0 { rounded.to_string() } else { "0".into() }
}

/// Text for XML: markup escaped, characters that XML forbids left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// Steps of an axis from 0 that holds `max`: `(step, number of steps)`, a round step and at most `most` steps.
pub(crate) fn ticks(max: f64, most: usize) -> (f64, usize) {
    let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
    let rough = max / most.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|m| m * power).find(|s| *s >= rough * 0.999).unwrap_or(10.0 * power);
    (step, (max / step).ceil().max(1.0) as usize)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0.0, "0")]
    #[case(-0.0, "0")]
    #[case(1.0, "1")]
    #[case(1.005_5, "1.01")]
    #[case(f64::NAN, "0")]
    #[case(f64::INFINITY, "0")]
    fn numbers(#[case] value: f64, #[case] shown: &str) {
        assert_eq!(n(value), shown);
    }

    #[rstest]
    #[case("<script>&\"'", "&lt;script&gt;&amp;&quot;&#39;")]
    #[case("a\u{0}\u{b}b\nc", "ab c")]
    #[case("emoji 🎉", "emoji 🎉")]
    fn escaped(#[case] text: &str, #[case] xml: &str) {
        assert_eq!(escape(text), xml);
    }

    #[rstest]
    #[case(138.0, 6, 50.0, 3)]
    #[case(100.0, 5, 20.0, 5)]
    #[case(0.7, 4, 0.2, 4)]
    #[case(0.0, 4, 0.5, 2)]
    fn axis_steps(#[case] max: f64, #[case] most: usize, #[case] step: f64, #[case] steps: usize) {
        let (s, k) = ticks(max, most);
        assert!((s - step).abs() < 1e-9 && k == steps, "{s} {k}");
        assert!(s * k as f64 >= max);
    }
}
