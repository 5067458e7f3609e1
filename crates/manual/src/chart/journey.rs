//! The way of buyers as one picture: their steps from above to below, and the stages of ours that serve each.

use model::process::{JourneyStep, Phase};

use super::{
    Anchor, Drawing, Picture, Tone, WIDTH,
    letters::{cut, flowed},
};

/// A step with the names of the stages that serve it.
#[derive(Debug, Clone)]
pub struct Stop<'a> {
    /// The step.
    pub step: &'a JourneyStep,
    /// Stages that serve it; a hole is drawn where there are none.
    pub stages: Vec<&'a str>,
}

/// A journey that was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The picture.
    pub picture: Picture,
    /// True: some texts had to be shortened.
    pub shortened: bool,
}

/// Left edge and width of the columns in px: the step with our stages, what they do and ask, what they feel and need and
/// where we meet.
const STEP: (f64, f64) = (34.0, 124.0);
const TEXTS: [(f64, f64); 2] = [(169.0, 172.0), (352.0, 220.0)];
/// A word before a text, and its width in ems of Source Sans 3 Semibold.
type Label = (&'static str, f64);
const DOES: Label = ("Does", 2.112);
const ASKS: Label = ("Asks", 1.942);
const FEELS: Label = ("Feels", 2.226);
const NEEDS: Label = ("Needs", 2.666);
const MEETS: Label = ("Meets us", 3.738);
/// Between it and the text, in ems.
const BESIDE: f64 = 0.45;
/// The way, and the radius of its dots.
const WAY: (f64, f64) = (15.0, 9.5);
/// Between the bands of two phases.
const GAP: f64 = 6.0;
/// Letters in px, from the most to the least that is readable: 8 px are 6.3 pt in print.
const SIZES: [f64; 10] = [12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0];
/// Lines that a text may have in the least letters, where not all of it fits.
const LINES: [usize; 6] = [8, 6, 4, 3, 2, 1];

/// The journey in at most `room` px of height, in letters as large as fit; texts are shortened where not even the least do.
/// None without steps, and where there are more than fit.
pub fn journey(name: &str, stops: &[Stop<'_>], room: f64) -> Option<Drawn> {
    let least = SIZES[SIZES.len() - 1];
    let mut tries = SIZES.iter().map(|size| (*size, usize::MAX)).chain(LINES.iter().map(|most| (least, *most)));
    let fitting =
        |(size, most): (f64, usize)| Some((bands(stops, size, most), size)).filter(|(b, _)| height(b) <= room);
    let (bands, size) = tries.find_map(fitting)?;
    if bands.is_empty() {
        return None;
    }
    let mut drawing = Drawing::new(WIDTH, height(&bands));
    let shortened = bands.iter().flat_map(|b| &b.rows).any(|r| r.shortened);
    draw(&mut drawing, &bands, size);
    Some(Drawn { picture: drawing.finish_titled(name, spoken(name, stops)), shortened })
}

/// Steps of one phase that follow each other.
struct Band {
    phase: Phase,
    head: f64,
    rows: Vec<Row>,
}

/// A step with its texts on lines.
struct Row {
    name: Vec<String>,
    texts: [Vec<Text>; 2],
    stages: Vec<Vec<String>>,
    is_hole: bool,
    height: f64,
    shortened: bool,
}

/// A text with the word that stands before its first line.
struct Text {
    label: &'static str,
    lines: Vec<String>,
}

/// From the top of a line to its base.
fn ascent(size: f64) -> f64 {
    size * 0.9
}

fn leading(size: f64) -> f64 {
    size * 1.21
}

/// Above and below the texts of a row.
fn pad(size: f64) -> f64 {
    size * 0.42
}

/// Above the box of a stage.
fn gap(size: f64) -> f64 {
    size * 0.26
}

/// Between the edge of a stage's box and its name.
const INSET: (f64, f64) = (5.0, 1.2);

fn bands(stops: &[Stop<'_>], size: f64, most: usize) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for stop in stops {
        let row = row(stop, size, most);
        match bands.last_mut() {
            Some(band) if band.phase == stop.step.phase => band.rows.push(row),
            _ => bands.push(Band { phase: stop.step.phase, head: size * 1.8, rows: vec![row] }),
        }
    }
    bands
}

fn height(bands: &[Band]) -> f64 {
    let gaps = GAP * bands.len().saturating_sub(1) as f64;
    gaps + bands.iter().map(band_height).sum::<f64>()
}

fn band_height(band: &Band) -> f64 {
    band.head + band.rows.iter().map(|r| r.height).sum::<f64>()
}

fn row(stop: &Stop<'_>, size: f64, most: usize) -> Row {
    let step = stop.step;
    let mut shortened = false;
    let mut lines = |text: &str, width: f64, indent: f64| {
        let mut lines = flowed(text, width, indent, size);
        shortened |= cut(&mut lines, most);
        lines
    };
    let name = lines(&step.name, STEP.1, 0.0);
    let is_hole = stop.stages.is_empty();
    let served = if is_hole { &["No stage of ours"][..] } else { stop.stages.as_slice() };
    let stages: Vec<Vec<String>> = served.iter().map(|name| lines(name, STEP.1 - 2.0 * INSET.0, 0.0)).collect();
    let mut texts = |(_, width): (f64, f64), said: &[(Label, &str)]| -> Vec<Text> {
        let text = |((label, ems), said): &(Label, &str)| {
            let indent = (ems + BESIDE) * size;
            let lines = lines(said, width, indent);
            (!lines.is_empty()).then_some(Text { label, lines })
        };
        said.iter().filter_map(text).collect()
    };
    let texts = [
        texts(TEXTS[0], &[(DOES, &step.does), (ASKS, &step.asks)]),
        texts(TEXTS[1], &[(FEELS, &step.feels), (NEEDS, &step.needs), (MEETS, &step.touchpoint)]),
    ];
    let said = |texts: &[Text]| texts.iter().map(|t| t.lines.len()).sum::<usize>() as f64 * leading(size);
    let boxes: f64 = stages.iter().map(|lines| gap(size) + box_height(lines, size)).sum();
    let highest = (name.len() as f64 * leading(size) + boxes).max(said(&texts[0])).max(said(&texts[1]));
    let height = highest.max(WAY.1 * 2.0) + 2.0 * pad(size);
    Row { name, texts, stages, is_hole, height, shortened }
}

fn box_height(lines: &[String], size: f64) -> f64 {
    lines.len() as f64 * leading(size) + 2.0 * INSET.1
}

fn heading(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "Before the purchase",
        Phase::During => "During the purchase",
        Phase::After => "After the purchase",
    }
}

fn draw(drawing: &mut Drawing, bands: &[Band], size: f64) {
    let mut top = 0.0;
    let mut dots = Vec::new();
    for band in bands {
        drawing.bar((0.0, top), (WIDTH, band_height(band)), 5.0, Tone::Accent, 0.07);
        drawing.strong((STEP.0, top + size * 1.3), Anchor::Start, size, Tone::Accent, heading(band.phase));
        let mut y = top + band.head;
        for row in &band.rows {
            drawing.line((STEP.0, y), (WIDTH - 8.0, y), 1.0, Tone::Grid);
            draw_row(drawing, row, y, size);
            dots.push((y + pad(size) + WAY.1 - 1.0, row.is_hole));
            y += row.height;
        }
        top += band_height(band) + GAP;
    }
    draw_way(drawing, &dots);
}

/// The way with a numbered dot a step, hollow where no stage serves it.
fn draw_way(drawing: &mut Drawing, dots: &[(f64, bool)]) {
    if let [(first, _), .., (last, _)] = dots {
        drawing.line((WAY.0, *first), (WAY.0, *last), 3.0, Tone::Accent);
    }
    for ((y, is_hole), number) in dots.iter().zip(1_u32..) {
        let (dot, digits) = if *is_hole { (Tone::Lost, Tone::Lost) } else { (Tone::Accent, Tone::Paper) };
        drawing.dot((WAY.0, *y), WAY.1, dot, !is_hole);
        drawing.strong((WAY.0, y + 4.0), Anchor::Middle, 11.5, digits, &number.to_string());
    }
}

fn draw_row(drawing: &mut Drawing, row: &Row, top: f64, size: f64) {
    let (mut y, first) = (top + pad(size), top + pad(size) + ascent(size));
    for line in &row.name {
        drawing.strong((STEP.0, y + ascent(size)), Anchor::Start, size, Tone::Ink, line);
        y += leading(size);
    }
    for lines in &row.stages {
        draw_box(drawing, lines, row.is_hole, y + gap(size), size);
        y += gap(size) + box_height(lines, size);
    }
    for (texts, (x, _)) in row.texts.iter().zip(TEXTS) {
        draw_texts(drawing, texts, (x, first), size);
    }
}

/// Texts below one another.
fn draw_texts(drawing: &mut Drawing, texts: &[Text], at: (f64, f64), size: f64) {
    let (left, mut y) = at;
    for text in texts {
        let (first, rest) = text.lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
        drawing.labelled((left, y), size, BESIDE * size, (text.label, first));
        for line in rest {
            y += leading(size);
            drawing.text((left, y), Anchor::Start, size, Tone::Ink, line);
        }
        y += leading(size);
    }
}

fn draw_box(drawing: &mut Drawing, lines: &[String], is_hole: bool, top: f64, size: f64) {
    let (high, tone) = (box_height(lines, size), if is_hole { Tone::Lost } else { Tone::Accent });
    let (left, right, bottom) = (STEP.0, STEP.0 + STEP.1, top + high);
    if is_hole {
        drawing.bar((left, top), (STEP.1, high), 0.0, Tone::Paper, 1.0);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        drawing.way(&corners, 1.25, tone, true);
    } else {
        drawing.frame((left, top), (STEP.1, high), 3.0, tone);
    }
    let mut y = top + INSET.1 + ascent(size);
    for line in lines {
        drawing.text((left + INSET.0, y), Anchor::Start, size, tone, line);
        y += leading(size);
    }
}

/// The journey in words, for those who do not see it.
fn spoken(name: &str, stops: &[Stop<'_>]) -> String {
    let told = |(stop, number): (&Stop<'_>, u32)| {
        let step = stop.step;
        let said = [
            ("does", &step.does),
            ("asks", &step.asks),
            ("feels", &step.feels),
            ("needs", &step.needs),
            ("meets us", &step.touchpoint),
        ];
        let said = said.iter().filter(|(_, text)| !text.trim().is_empty());
        let said: String = said.map(|(label, text)| format!("; {label}: {}", text.trim())).collect();
        let served = match stop.stages.as_slice() {
            [] => "served by no stage of ours".to_owned(),
            stages => format!("served by {}", stages.join(", ")),
        };
        format!("{number}. {} ({}){said}; {served}.", step.name, heading(step.phase).to_lowercase())
    };
    let steps: Vec<String> = stops.iter().zip(1..).map(told).collect();
    format!("{name}, step by step. {}", steps.join(" "))
}
