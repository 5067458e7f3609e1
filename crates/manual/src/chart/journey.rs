//! The way of buyers as one picture: their steps from above to below, and the stages of ours that serve each.

use model::process::{JourneyStep, Phase};

use super::{
    Anchor, Drawing, Picture, Tone, WIDTH,
    letters::{cut, flowed, text_width},
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

/// Left edge and width of the columns in px: name, what they do and ask, what they feel and need, where we meet.
const NAME: (f64, f64) = (34.0, 88.0);
const TEXTS: [(f64, f64); 2] = [(134.0, 160.0), (306.0, 140.0)];
const MEETS: (f64, f64) = (458.0, 114.0);
/// The way, and the radius of its dots.
const WAY: (f64, f64) = (15.0, 9.5);
/// Between the bands of two phases.
const GAP: f64 = 7.0;
/// Letters in px, from the most to the least that is readable: 9 px are 7 pt in print.
const SIZES: [f64; 8] = [12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0];
/// Lines that a text may have in the least letters.
const LINES: [usize; 5] = [8, 6, 4, 3, 2];

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
    meets: Vec<Text>,
    stages: Vec<Vec<String>>,
    is_hole: bool,
    height: f64,
    shortened: bool,
}

/// A text with the word that stands before its first line.
struct Text {
    label: &'static str,
    indent: f64,
    lines: Vec<String>,
}

fn leading(size: f64) -> f64 {
    size * 1.24
}

/// Above and below the texts of a row.
fn pad(size: f64) -> f64 {
    size * 0.5
}

/// Between the edge of a stage's box and its name.
const INSET: (f64, f64) = (5.0, 1.5);

fn bands(stops: &[Stop<'_>], size: f64, most: usize) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for stop in stops {
        let row = row(stop, size, most);
        match bands.last_mut() {
            Some(band) if band.phase == stop.step.phase => band.rows.push(row),
            _ => bands.push(Band { phase: stop.step.phase, head: size * 1.9, rows: vec![row] }),
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
    let name = lines(&step.name, NAME.1, 0.0);
    let mut text = |label: &'static str, said: &str, width: f64| {
        let indent = text_width(label, size) + size * 0.45;
        let lines = lines(said, width, indent);
        (!lines.is_empty()).then_some(Text { label, indent, lines })
    };
    let texts = [
        [text("Does", &step.does, TEXTS[0].1), text("Asks", &step.asks, TEXTS[0].1)],
        [text("Feels", &step.feels, TEXTS[1].1), text("Needs", &step.needs, TEXTS[1].1)],
    ]
    .map(|column| column.into_iter().flatten().collect::<Vec<_>>());
    let meets: Vec<Text> = text("Meets us", &step.touchpoint, MEETS.1).into_iter().collect();
    let is_hole = stop.stages.is_empty();
    let served = if is_hole { &["No stage of ours"][..] } else { stop.stages.as_slice() };
    let stages: Vec<Vec<String>> = served.iter().map(|name| lines(name, MEETS.1 - 2.0 * INSET.0, 0.0)).collect();
    let said = |texts: &[Text]| texts.iter().map(|t| t.lines.len()).sum::<usize>() as f64 * leading(size);
    let boxes: f64 = stages.iter().map(|s| box_height(s, size) + size * 0.3).sum();
    let highest = [
        name.len() as f64 * leading(size),
        said(&texts[0]),
        said(&texts[1]),
        said(&meets) + if meets.is_empty() { 0.0 } else { size * 0.25 } + boxes,
        WAY.1 * 2.0,
    ];
    let height = highest.into_iter().fold(0.0, f64::max) + 2.0 * pad(size);
    Row { name, texts, meets, stages, is_hole, height, shortened }
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
        drawing.strong((NAME.0, top + size * 1.35), Anchor::Start, size, Tone::Accent, heading(band.phase));
        let mut y = top + band.head;
        for row in &band.rows {
            drawing.line((NAME.0, y), (WIDTH - 8.0, y), 1.0, Tone::Grid);
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
    let first = top + pad(size) + size * 0.86;
    for (line, i) in row.name.iter().zip(0_u32..) {
        drawing.strong((NAME.0, first + f64::from(i) * leading(size)), Anchor::Start, size, Tone::Ink, line);
    }
    for (texts, (x, _)) in row.texts.iter().zip(TEXTS) {
        draw_texts(drawing, texts, (x, first), size);
    }
    let below = draw_texts(drawing, &row.meets, (MEETS.0, first), size);
    let gap = if row.meets.is_empty() { 0.0 } else { size * 0.25 };
    let mut y = below - size * 0.86 + gap;
    for lines in &row.stages {
        draw_box(drawing, lines, row.is_hole, y, size);
        y += box_height(lines, size) + size * 0.3;
    }
}

/// Texts below one another; gives the base line of what may follow.
fn draw_texts(drawing: &mut Drawing, texts: &[Text], at: (f64, f64), size: f64) -> f64 {
    let mut y = at.1;
    for text in texts {
        drawing.strong((at.0, y), Anchor::Start, size, Tone::Muted, text.label);
        for (i, line) in text.lines.iter().enumerate() {
            let x = if i == 0 { at.0 + text.indent } else { at.0 };
            if !line.is_empty() {
                drawing.text((x, y), Anchor::Start, size, Tone::Ink, line);
            }
            y += leading(size);
        }
    }
    y
}

fn draw_box(drawing: &mut Drawing, lines: &[String], is_hole: bool, top: f64, size: f64) {
    let (high, tone) = (box_height(lines, size), if is_hole { Tone::Lost } else { Tone::Accent });
    let (left, right, bottom) = (MEETS.0, MEETS.0 + MEETS.1, top + high);
    if is_hole {
        drawing.bar((left, top), (MEETS.1, high), 0.0, Tone::Paper, 1.0);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        drawing.way(&corners, 1.25, tone, true);
    } else {
        drawing.frame((left, top), (MEETS.1, high), 3.0, tone);
    }
    for (line, i) in lines.iter().zip(0_u32..) {
        let y = top + INSET.1 + size * 0.92 + f64::from(i) * leading(size);
        drawing.text((left + INSET.0, y), Anchor::Start, size, tone, line);
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
