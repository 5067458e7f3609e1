//! The process map as a picture that stands on its own: what the page shows, with the same places.

use insight::discover::{MapView, ViewEdge, ViewNode};

use super::{Anchor, Drawing, Picture, Tone, text_width, wrapped};
use crate::words;

/// Size of names and of figures.
const SIZE: (f64, f64) = (15.0, 13.0);
/// Size of names that need two lines.
const SMALL: f64 = 12.0;

/// The map with counts and median times; none without boxes.
pub fn process_map(map: &MapView) -> Option<Picture> {
    if map.nodes.is_empty() || map.edges.is_empty() {
        return None;
    }
    let mut drawing = Drawing::new(map.width, map.height);
    let most = map.edges.iter().map(|e| e.count).max().unwrap_or(1).max(1) as f64;
    for edge in map.edges.iter().rev() {
        line(&mut drawing, map, edge, most);
    }
    for edge in &map.edges {
        label(&mut drawing, edge);
    }
    for node in &map.nodes {
        boxed(&mut drawing, node);
    }
    Some(drawing.finish_titled("Process map", spoken(map)))
}

/// What the map shows in words, for those who do not see it.
fn spoken(map: &MapView) -> String {
    let name = |at: u32| map.nodes.get(at as usize).map_or_else(String::new, title);
    let moves: Vec<String> = map
        .edges
        .iter()
        .take(20)
        .map(|e| format!("{} to {}: {}", name(e.from), name(e.to), words::count(e.count)))
        .collect();
    format!("{} Moves: {}.", map.sentences.join(" "), moves.join(", "))
}

fn title(node: &ViewNode) -> String {
    match node.kind.as_str() {
        "start" => "Start".into(),
        "end" => "End".into(),
        "won" => format!("✓ {}", words::stage(&node.activity)),
        "lost" => format!("✗ {}", words::stage(&node.activity)),
        _ => words::stage(&node.activity).to_owned(),
    }
}

fn tone(kind: &str) -> Tone {
    match kind {
        "won" => Tone::Won,
        "lost" => Tone::Lost,
        "stage" => Tone::Accent,
        _ => Tone::Open,
    }
}

fn width(edge: &ViewEdge, most: f64) -> f64 {
    1.0 + 5.0 * (edge.count as f64 / most).sqrt()
}

fn line(drawing: &mut Drawing, map: &MapView, edge: &ViewEdge, most: f64) {
    let kind = |at: u32| map.nodes.get(at as usize).map_or("", |n| n.kind.as_str());
    let marks = kind(edge.from) == "start" || kind(edge.to) == "end";
    let tone = match kind(edge.to) {
        "won" => Tone::Won,
        "lost" => Tone::Lost,
        _ if marks => Tone::Muted,
        _ => Tone::Open,
    };
    let width = width(edge, most);
    drawing.path(&edge.path, width, tone, edge.back || marks);
    let [.., before, end] = edge.points.as_slice() else { return };
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    // A line's last piece runs straight into its box: down, right, or level into its side.
    let (ux, uy) = if dx.abs() > dy.abs() && (edge.back || edge.from == edge.to) {
        (dx.signum(), 0.0)
    } else if dy > 0.0 {
        (0.0, 1.0)
    } else {
        (dx.signum(), 0.0)
    };
    let (long, wide) = (7.0 + width, 3.5 + width * 0.6);
    let base = (end.0 - ux * long, end.1 - uy * long);
    let wing = |side: f64| (base.0 - uy * wide * side, base.1 + ux * wide * side);
    drawing.area(&[*end, wing(1.0), wing(-1.0)], tone, 1.0);
}

fn label(drawing: &mut Drawing, edge: &ViewEdge) {
    let count = words::count(edge.count);
    let time = edge.median_seconds.map(words::span);
    let widest = text_width(&count, SIZE.1).max(time.as_deref().map_or(0.0, |t| text_width(t, SIZE.1)));
    let (w, h) = (widest + 8.0, if time.is_some() { 32.0 } else { 18.0 });
    let (x, y) = edge.label;
    drawing.bar((x - w / 2.0, y - h / 2.0), (w, h), 3.0, Tone::Paper, 0.9);
    let base = if time.is_some() { y - 2.0 } else { y + 4.5 };
    drawing.strong((x, base), Anchor::Middle, SIZE.1, Tone::Ink, &count);
    if let Some(time) = time {
        drawing.text((x, y + 12.5), Anchor::Middle, SIZE.1, Tone::Muted, &time);
    }
}

fn boxed(drawing: &mut Drawing, node: &ViewNode) {
    let (left, top) = (node.x - node.width / 2.0, node.y - node.height / 2.0);
    if matches!(node.kind.as_str(), "start" | "end") {
        drawing.frame((left, top), (node.width, node.height), node.width / 2.0, Tone::Muted);
        if node.kind == "start" {
            let (x, y) = (node.x - 4.0, node.y);
            drawing.area(&[(x, y - 6.0), (x + 11.0, y), (x, y + 6.0)], Tone::Muted, 1.0);
        } else {
            drawing.bar((node.x - 5.0, node.y - 5.0), (10.0, 10.0), 1.0, Tone::Muted, 1.0);
        }
        return;
    }
    drawing.frame((left, top), (node.width, node.height), 6.0, tone(&node.kind));
    let (name, room) = (title(node), node.width - 10.0);
    let (lines, size) = match text_width(&name, SIZE.0) <= room {
        true => (vec![name], SIZE.0),
        false => (wrapped(&name, room, SMALL, 2), SMALL),
    };
    let (first, step, figure) = if lines.len() > 1 { (-8.5, 12.5, 17.5) } else { (-3.0, 0.0, 14.0) };
    for (line, i) in lines.iter().zip(0_u8..) {
        let y = node.y + first + f64::from(i) * step;
        drawing.strong((node.x, y), Anchor::Middle, size, Tone::Ink, line);
    }
    let below = if lines.len() > 1 { SMALL } else { SIZE.1 };
    drawing.text((node.x, node.y + figure), Anchor::Middle, below, Tone::Muted, &words::count(node.count));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use super::*;

    #[test]
    fn it_stands_on_its_own() {
        let node = |activity: &str, kind: &str, y: f64| -> ViewNode {
            let json = serde_json::json!({"activity": activity, "alike": 1, "kind": kind, "count": 9, "deals": 9,
                "most": 1, "won_deals": 4, "lost_deals": 5, "returned": 0, "x": 90.0, "y": y, "width": 150.0,
                "height": 44.0});
            serde_json::from_value(json).unwrap_or_else(|e| panic!("{e}"))
        };
        let edge = ViewEdge {
            from: 0,
            to: 1,
            count: 3,
            median_seconds: Some(864_000.0),
            points: vec![(90.0, 60.0), (90.0, 120.0)],
            path: "M90 60L90 120".into(),
            label: (90.0, 90.0),
            ..ViewEdge::default()
        };
        let nodes = vec![node("<A>", "stage", 38.0), node("Won", "won", 142.0)];
        let map = MapView { nodes, edges: vec![edge], width: 200.0, height: 200.0, ..MapView::default() };
        let svg = process_map(&map).map(|p| p.svg).unwrap_or_default();
        for part in ["<title>Process map</title>", "<desc>", "&lt;A&gt; to ✓ Won: 3", ">10 days<", "M90 60L90 120"] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert!(!svg.contains("href") && !svg.contains("<script"));
        assert_eq!(process_map(&MapView::default()), None);
    }
}
