//! The flow of deals: stages as boxes, moves as lines.

use std::collections::HashMap;

use insight::discover::{MapEdge, MapNode, ProcessMap};

use super::{Anchor, Drawing, Picture, Tone, WIDTH, n, text_width};
use crate::words;

/// Size of a box in the layout.
const BOX: (f64, f64) = (150.0, 44.0);
/// Radius of the corners of lines.
const CORNER: f64 = 12.0;

/// The map as it was laid out, made to fit the column; none without activities.
pub fn map(map: &ProcessMap) -> Option<Picture> {
    let view = View::of(map)?;
    let mut drawing = Drawing::new(WIDTH.min(view.width), view.height);
    let most = map.edges.iter().map(|e| e.count).max().unwrap_or(1).max(1) as f64;
    let kinds: HashMap<&str, &str> = map.nodes.iter().map(|n| (n.activity.as_str(), n.kind.as_str())).collect();
    for edge in &map.edges {
        let kind = kinds.get(edge.to.as_str()).copied().unwrap_or_default();
        line(&mut drawing, &view, edge, edge.count as f64 / most, tone(kind));
    }
    for edge in &map.edges {
        edge_label(&mut drawing, &view, edge);
    }
    for node in &map.nodes {
        boxed(&mut drawing, &view, node);
    }
    Some(drawing.finish(spoken(map)))
}

fn spoken(map: &ProcessMap) -> String {
    let moves: Vec<String> =
        map.edges.iter().take(12).map(|e| format!("{} to {}: {}", e.from, e.to, words::count(e.count))).collect();
    format!("Moves between stages: {}.", moves.join(", "))
}

fn tone(kind: &str) -> Tone {
    match kind {
        "won" => Tone::Won,
        "lost" => Tone::Lost,
        "stage" => Tone::Accent,
        _ => Tone::Open,
    }
}

/// From the coordinates of the layout to those of the picture.
struct View {
    scale: f64,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// Size of a box in the picture.
    size: (f64, f64),
}

impl View {
    fn of(map: &ProcessMap) -> Option<Self> {
        let finite = |p: &(f64, f64)| p.0.is_finite() && p.1.is_finite();
        let half = (BOX.0 / 2.0, BOX.1 / 2.0);
        let corners = map.nodes.iter().flat_map(|n| [(n.x - half.0, n.y - half.1), (n.x + half.0, n.y + half.1)]);
        let bends = map.edges.iter().flat_map(|e| e.points.iter().copied());
        let points: Vec<(f64, f64)> = corners.chain(bends).filter(finite).collect();
        let (first, rest) = points.split_first()?;
        let (mut low, mut high) = (*first, *first);
        for p in rest {
            low = (low.0.min(p.0), low.1.min(p.1));
            high = (high.0.max(p.0), high.1.max(p.1));
        }
        let margin = 14.0;
        let span = (high.0 - low.0 + 2.0 * margin, high.1 - low.1 + 2.0 * margin);
        let scale = (WIDTH / span.0).min(760.0 / span.1).min(1.0);
        Some(Self {
            scale,
            left: low.0 - margin,
            top: low.1 - margin,
            width: span.0 * scale,
            height: span.1 * scale,
            size: (BOX.0 * scale, BOX.1 * scale),
        })
    }

    fn place(&self, p: (f64, f64)) -> (f64, f64) {
        ((p.0 - self.left) * self.scale, (p.1 - self.top) * self.scale)
    }

    /// A size of text that shrinks slower than the picture.
    fn text(&self, size: f64) -> f64 {
        size * self.scale.sqrt()
    }
}

fn line(drawing: &mut Drawing, view: &View, edge: &MapEdge, weight: f64, tone: Tone) {
    let points: Vec<(f64, f64)> = edge.points.iter().map(|p| view.place(*p)).collect();
    let [.., before, end] = points.as_slice() else { return };
    let width = 1.0 + 5.0 * weight.sqrt() * view.scale;
    drawing.path(&rounded(&points), width, tone, false);
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    let length = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / length, dy / length);
    let (long, wide) = (6.0 + width, 3.0 + width * 0.7);
    let tip = (end.0 + ux * 1.0, end.1 + uy * 1.0);
    let base = (tip.0 - ux * long, tip.1 - uy * long);
    drawing.area(&[tip, (base.0 - uy * wide, base.1 + ux * wide), (base.0 + uy * wide, base.1 - ux * wide)], tone, 1.0);
}

/// A path along the points with round corners.
fn rounded(points: &[(f64, f64)]) -> String {
    let at = |p: (f64, f64)| format!("{} {}", n(p.0), n(p.1));
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut d = format!("M{}", at(*first));
    let mut before = *first;
    for (i, point) in rest.iter().enumerate() {
        match rest.get(i + 1) {
            Some(next) => {
                d.push_str(&format!("L{}Q{} {}", at(near(*point, before)), at(*point), at(near(*point, *next))))
            }
            None => d.push_str(&format!("L{}", at(*point))),
        }
        before = *point;
    }
    d
}

/// The point on the way from a corner to its neighbour at which the rounding begins.
fn near(corner: (f64, f64), neighbour: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (neighbour.0 - corner.0, neighbour.1 - corner.1);
    let length = dx.hypot(dy).max(0.01);
    let part = (CORNER / length).min(0.5);
    (corner.0 + dx * part, corner.1 + dy * part)
}

/// Count above the line, time below it.
fn edge_label(drawing: &mut Drawing, view: &View, edge: &MapEdge) {
    if edge.points.len() < 2 {
        return;
    }
    let at = view.place(halfway(&edge.points));
    let size = view.text(11.5);
    written(drawing, (at.0, at.1 - size * 0.95), size, &words::count(edge.count), true);
    if edge.median_seconds > 0.0 {
        written(drawing, (at.0, at.1 + size * 1.0), size, &words::span(edge.median_seconds), false);
    }
}

/// Text on a piece of paper, so that lines below do not disturb it; `at` is its middle.
fn written(drawing: &mut Drawing, at: (f64, f64), size: f64, text: &str, strong: bool) {
    let width = text_width(text, size) + 4.0;
    drawing.bar((at.0 - width / 2.0, at.1 - size * 0.55), (width, size * 1.1), 2.0, Tone::Paper, 0.85);
    let base = (at.0, at.1 + size * 0.36);
    if strong {
        drawing.strong(base, Anchor::Middle, size, Tone::Ink, text);
    } else {
        drawing.text(base, Anchor::Middle, size, Tone::Muted, text);
    }
}

/// The point half the way along a line.
fn halfway(points: &[(f64, f64)]) -> (f64, f64) {
    let length = |pair: &[(f64, f64)]| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1);
    let mut left = points.windows(2).map(length).sum::<f64>() / 2.0;
    for pair in points.windows(2) {
        let piece = length(pair);
        if piece >= left && piece > 0.0 {
            let t = left / piece;
            return (pair[0].0 + (pair[1].0 - pair[0].0) * t, pair[0].1 + (pair[1].1 - pair[0].1) * t);
        }
        left -= piece;
    }
    points.first().copied().unwrap_or_default()
}

fn boxed(drawing: &mut Drawing, view: &View, node: &MapNode) {
    let (x, y) = view.place((node.x, node.y));
    let (width, height) = view.size;
    drawing.frame((x - width / 2.0, y - height / 2.0), (width, height), 6.0, tone(&node.kind));
    let size = view.text(13.0);
    let room = ((width - 10.0) / (size * 0.5)).max(4.0) as usize;
    let mark = match node.kind.as_str() {
        "won" => "✓ ",
        "lost" => "✗ ",
        _ => "",
    };
    let title = words::short(&format!("{mark}{}", node.activity), room);
    drawing.strong((x, y - height * 0.06), Anchor::Middle, size, Tone::Ink, &title);
    let count = words::counted(node.deals, "deal", "deals");
    drawing.text((x, y + height * 0.3), Anchor::Middle, view.text(11.5), Tone::Muted, &count);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&[(0.0, 0.0), (10.0, 0.0)], (5.0, 0.0))]
    #[case(&[(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)], (10.0, 10.0))]
    #[case(&[(3.0, 3.0), (3.0, 3.0)], (3.0, 3.0))]
    fn half_of_the_way(#[case] points: &[(f64, f64)], #[case] middle: (f64, f64)) {
        assert_eq!(halfway(points), middle);
    }

    #[test]
    fn a_wide_map_is_made_to_fit() {
        let node = |activity: &str, x| MapNode {
            activity: activity.into(),
            count: 1,
            deals: 1,
            kind: "stage".into(),
            x,
            y: 50.0,
        };
        let edge = MapEdge {
            from: "A".into(),
            to: "B".into(),
            count: 3,
            median_seconds: 86_400.0,
            mean_seconds: 0.0,
            points: vec![(166.0, 50.0), (1934.0, 50.0)],
        };
        let wide =
            ProcessMap { nodes: vec![node("A", 100.0), node("B", 2000.0)], edges: vec![edge], ..ProcessMap::default() };
        let drawn = map(&wide).map(|p| (p.width, p.alt)).unwrap_or_default();
        assert_eq!(drawn, (WIDTH, "Moves between stages: A to B: 3.".to_owned()));
    }

    #[test]
    fn no_activities_no_picture() {
        assert_eq!(map(&ProcessMap::default()), None);
    }
}
