//! Where a stage stands in the process.

use super::{Anchor, Drawing, Picture, Tone, WIDTH, wrapped};

const HEIGHT: f64 = 50.0;
const POINT: f64 = 11.0;
const SIZE: f64 = 12.0;
/// More stages have no room for their names.
const MOST: usize = 8;

/// The stages side by side with the one at `here` marked; none with fewer than two stages, or too many for a line.
pub fn strip(names: &[&str], here: usize) -> Option<Picture> {
    if !(2..=MOST).contains(&names.len()) || here >= names.len() {
        return None;
    }
    let width = (WIDTH - POINT) / names.len() as f64;
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    for (i, name) in names.iter().enumerate() {
        let x = i as f64 * width;
        let notch = if i == 0 { 0.0 } else { POINT };
        let right = x + width - 3.0;
        let shape = [
            (x, 0.0),
            (right, 0.0),
            (right + POINT, HEIGHT / 2.0),
            (right, HEIGHT),
            (x, HEIGHT),
            (x + notch, HEIGHT / 2.0),
        ];
        let (fill, opacity, ink) =
            if i == here { (Tone::Accent, 1.0, Tone::Paper) } else { (Tone::Grid, 0.55, Tone::Muted) };
        drawing.area(&shape, fill, opacity);
        let lines = wrapped(name, width - POINT - 12.0, SIZE, 3);
        let first = HEIGHT / 2.0 + 4.0 - (lines.len() as f64 - 1.0) * 6.75;
        for (k, line) in lines.iter().enumerate() {
            let at = (x + notch + (width - notch) / 2.0 - if i == 0 { 0.0 } else { 1.0 }, first + k as f64 * 13.5);
            if i == here {
                drawing.strong(at, Anchor::Middle, SIZE, ink, line);
            } else {
                drawing.text(at, Anchor::Middle, SIZE, ink, line);
            }
        }
    }
    let name = names.get(here).copied().unwrap_or_default();
    Some(drawing.finish(format!("Stage {} of {}: {name}.", here + 1, names.len())))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1, 0, None)]
    #[case(2, 2, None)]
    #[case(9, 0, None)]
    #[case(3, 1, Some("Stage 2 of 3: B."))]
    fn told(#[case] stages: usize, #[case] here: usize, #[case] alt: Option<&str>) {
        let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
        assert_eq!(strip(&names[..stages], here).map(|p| p.alt).as_deref(), alt);
    }
}
