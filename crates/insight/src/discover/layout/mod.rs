//! Where the boxes and lines of a map are drawn.
//!
//! In rows, the main way in one straight line. A label has a place of its own on its line, and a line keeps to places
//! that no box and no label takes. Lines that lead back leave and reach their boxes at the side. The same map always
//! gets the same drawing.
//!
//! The steps are those of K. Sugiyama, S. Tagawa and M. Toda (1981), IEEE Transactions on Systems, Man, and Cybernetics
//! 11, 109–125: [`rows`], [`layers`], [`order`], [`across`], [`lines`].

mod across;
mod layers;
mod lines;
mod main_way;
mod of_map;
mod order;
mod rows;
#[cfg(test)]
mod tests;

pub(super) use self::{
    main_way::{main_way, widest},
    of_map::{backbone, lay_out},
};

/// Across and down, in px.
pub(super) type Point = (f64, f64);

/// Size of a box.
pub(super) const BOX: Point = (150.0, 44.0);
/// Size of a label: two short lines.
pub(super) const LABEL: Point = (62.0, 34.0);
/// Around the drawing.
const MARGIN: f64 = 16.0;
/// Between two layers, for lines to change places.
const GAP: f64 = 15.0;

/// What a box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Where deals begin.
    Start,
    /// An activity.
    Step,
    /// An activity that closes a deal.
    Closing,
    /// Where deals are last seen.
    End,
}

/// A box to be placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Box {
    pub role: Role,
    pub width: f64,
    pub height: f64,
}

/// A line to be drawn, between places in [`Graph::boxes`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub from: usize,
    pub to: usize,
    /// How often it is taken.
    pub weight: f64,
}

/// Which way the main way goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Direction {
    /// From above to below.
    #[default]
    Down,
    /// From left to right.
    Right,
}

/// A map without places.
#[derive(Debug, Clone, Default)]
pub(super) struct Graph {
    pub boxes: Vec<Box>,
    pub lines: Vec<Line>,
    /// The boxes that stand in the straight line, in order.
    pub main: Vec<usize>,
    /// Size of a label.
    pub label: Point,
    /// How early in a deal each box comes on average, 0 first to 1 last; empty where that is not known.
    pub early: Vec<f64>,
}

/// A line with its places.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Drawn {
    /// Corners of the line; two at least.
    pub points: Vec<Point>,
    /// The line as an SVG path, curves for slopes.
    pub path: String,
    /// Middle of its label.
    pub label: Point,
    /// It leads back to an earlier box.
    pub back: bool,
}

/// A map with places.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Layout {
    /// Middle of each box.
    pub boxes: Vec<Point>,
    pub lines: Vec<Drawn>,
    pub width: f64,
    pub height: f64,
}

/// Places all boxes, lines and labels.
pub(super) fn layout(graph: &Graph, direction: Direction) -> Layout {
    if graph.boxes.is_empty() {
        return Layout::default();
    }
    let turned = |(a, b): Point| if direction == Direction::Right { (b, a) } else { (a, b) };
    let mut graph = graph.clone();
    graph.label = turned(graph.label);
    for drawn in &mut graph.boxes {
        (drawn.width, drawn.height) = turned((drawn.width, drawn.height));
    }
    let (rows, back) = rows::rows(&graph);
    let mut layers = layers::Layers::of(&graph, &rows);
    order::order(&mut layers);
    let x = across::across(&layers);
    lines::draw(&graph, &layers, &x, &back, direction)
}
