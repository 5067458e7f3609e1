//! Rows of boxes with layers for labels between them, and an item for every line in every layer that it passes.

use super::{Graph, Role};

/// What stands in a layer: half its width to the left and to the right of its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item {
    pub left: f64,
    pub right: f64,
    /// On the main way, which is straight.
    pub main: bool,
}

/// All layers: the even ones hold boxes, the odd ones labels.
#[derive(Debug, Clone, Default)]
pub(super) struct Layers {
    /// Items; the first are the boxes.
    pub items: Vec<Item>,
    /// Layer of each item.
    pub layer: Vec<usize>,
    /// Items of each layer from left to right.
    pub order: Vec<Vec<usize>>,
    /// Neighbours of each item in the layer above, with weights.
    pub above: Vec<Vec<(usize, f64)>>,
    /// Neighbours in the layer below.
    pub below: Vec<Vec<(usize, f64)>>,
    /// Items that each line passes from its upper to its lower end, both left out; empty for loops.
    pub chains: Vec<Vec<usize>>,
    /// The item that holds the label of each line; none for loops.
    pub labels: Vec<Option<usize>>,
}

/// Room that a passing line takes to each side.
const PASSING: f64 = 7.0;
/// Room beside a box for lines that leave it at the side.
pub(super) const SIDE: f64 = 26.0;

impl Layers {
    pub(super) fn of(graph: &Graph, rows: &[usize]) -> Self {
        let mut it = Self::default();
        let count = rows.iter().copied().max().map_or(0, |last| 2 * last + 1);
        it.order = vec![Vec::new(); count];
        for (i, drawn) in graph.boxes.iter().enumerate() {
            let loops = graph.lines.iter().any(|l| l.from == i && l.to == i);
            let beside = if loops { SIDE + graph.label.0 } else { 0.0 };
            let half = drawn.width / 2.0 + if drawn.role == Role::Step { SIDE / 2.0 } else { 8.0 };
            it.push(2 * rows[i], Item { left: half, right: half + beside, main: graph.main.contains(&i) });
        }
        let mut crowd = vec![0_usize; count];
        for line in &graph.lines {
            it.add(graph, line.from, line.to, line.weight, rows, &mut crowd);
        }
        it
    }

    fn push(&mut self, layer: usize, item: Item) -> usize {
        self.items.push(item);
        self.layer.push(layer);
        self.above.push(Vec::new());
        self.below.push(Vec::new());
        self.order[layer].push(self.items.len() - 1);
        self.items.len() - 1
    }

    fn add(&mut self, graph: &Graph, from: usize, to: usize, weight: f64, rows: &[usize], crowd: &mut [usize]) {
        if from == to {
            self.chains.push(Vec::new());
            self.labels.push(None);
            return;
        }
        let main = graph.main.windows(2).any(|w| w[0] == from && w[1] == to);
        let (upper, lower) = if rows[from] < rows[to] { (from, to) } else { (to, from) };
        let (top, bottom) = (2 * rows[upper], 2 * rows[lower]);
        let labelled = (top + 1..bottom).step_by(2).min_by_key(|l| (crowd[*l], *l)).unwrap_or(top + 1);
        crowd[labelled] += 1;
        let weight = weight.max(0.01) * if main { 64.0 } else { 1.0 };
        let mut chain = Vec::new();
        let mut before = upper;
        for layer in top + 1..bottom {
            let half = if layer == labelled { graph.label.0 / 2.0 + 3.0 } else { PASSING };
            let item = self.push(layer, Item { left: half, right: half, main });
            self.join(before, item, weight * straightness(before != upper));
            chain.push(item);
            before = item;
        }
        self.join(before, lower, weight);
        self.labels.push(chain.iter().copied().find(|i| self.layer[*i] == labelled));
        self.chains.push(chain);
    }

    fn join(&mut self, upper: usize, lower: usize, weight: f64) {
        self.below[upper].push((lower, weight));
        self.above[lower].push((upper, weight));
    }
}

/// Long lines are held straight, as in E. R. Gansner, E. Koutsofios, S. C. North and K.-P. Vo (1993), "A technique for
/// drawing directed graphs", IEEE Transactions on Software Engineering 19, 214–230.
fn straightness(inside: bool) -> f64 {
    if inside { 4.0 } else { 1.0 }
}
