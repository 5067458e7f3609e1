//! Where the nodes and flows of a process stand in its diagram, in pixels from the left and from the top.

use super::{
    graph::{Flow, Graph, Node, Shape},
    measure::{BETWEEN_TASKS, PADDING, Size, TASK_WIDTH, label_height, size, task_height},
};

/// A box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Bounds {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Bounds {
    fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    pub(super) fn right(self) -> i32 {
        self.x + self.width
    }

    pub(super) fn bottom(self) -> i32 {
        self.y + self.height
    }
}

/// A place that a flow passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub x: i32,
    pub y: i32,
}

/// Where everything stands, by its place in the graph.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub nodes: Vec<Bounds>,
    /// The tasks of each node.
    pub tasks: Vec<Vec<Bounds>>,
    /// The name of each node that is written beside it.
    pub names: Vec<Option<Bounds>>,
    pub flows: Vec<Vec<Point>>,
    /// The criteria of each flow that are written beside it.
    pub criteria: Vec<Option<Bounds>>,
}

const MARGIN: i32 = 40;
const GAP: i32 = 60;
const BEFORE_GATEWAY: i32 = 40;
/// Between flows that run beside each other.
const TRACK: i32 = 24;
const LABEL_WIDTH: i32 = 180;
const LABEL_GAP: i32 = 10;

impl Layout {
    pub(super) fn of(graph: &Graph) -> Self {
        let sizes: Vec<Size> = graph.nodes.iter().map(size).collect();
        let lefts = columns(graph, &sizes);
        let middles = rows(graph, &sizes);
        let nodes: Vec<Bounds> = (0..graph.nodes.len())
            .map(|at| {
                let Size { width, height } = sizes[at];
                Bounds { x: lefts[at], y: middles[graph.nodes[at].row] - height / 2, width, height }
            })
            .collect();
        let tasks = graph.nodes.iter().zip(&nodes).map(|(node, bounds)| inside(node, *bounds)).collect();
        let names = graph.nodes.iter().zip(&nodes).map(|(node, bounds)| name_beside(node, *bounds)).collect();
        let mut layout = Self { nodes, tasks, names, ..Self::default() };
        layout.route(graph);
        layout
    }

    fn route(&mut self, graph: &Graph) {
        let first_row = graph.rows.first().map_or(&[][..], |row| row);
        let top = first_row.iter().map(|at| self.nodes[*at].y).min().unwrap_or_default();
        let labels = graph.flows.iter().filter(|f| is_above_the_way(graph, f)).map(|f| self.label(f).y);
        let mut above = labels.fold(top, i32::min) - TRACK;
        let mut under = self.nodes.iter().map(|b| b.bottom()).max().unwrap_or_default() + TRACK;
        for flow in &graph.flows {
            let label = (!name(flow).is_empty()).then(|| self.label(flow));
            let (from, to) = (self.nodes[flow.from], self.nodes[flow.to]);
            let (start, end) = (from.middle(), to.middle());
            let (points, label) = match way(graph, flow) {
                Way::Straight => (vec![Point { x: from.right(), y: start.y }, Point { x: to.x, y: end.y }], label),
                Way::Above => {
                    above -= TRACK;
                    (round(Point { y: from.y, ..start }, Point { y: to.y, ..end }, above + TRACK), label)
                }
                Way::Down => {
                    let corner = Point { x: start.x, y: end.y };
                    (vec![Point { y: from.bottom(), ..start }, corner, Point { x: to.x, ..end }], label)
                }
                Way::Up => {
                    let corner = Point { x: end.x, y: start.y };
                    (vec![Point { x: from.right(), ..start }, corner, Point { y: to.bottom(), ..end }], label)
                }
                Way::Under => {
                    let (start, end) = (Point { y: from.bottom(), ..start }, Point { y: to.bottom(), ..end });
                    let points = round(start, end, under);
                    let below = Point { x: start.x - LABEL_WIDTH - LABEL_GAP, y: under + LABEL_GAP / 2 };
                    let label = label.map(|label| Bounds { x: below.x, y: below.y, ..label });
                    under += TRACK + label.map_or(0, |label| label.height);
                    (points, label)
                }
            };
            self.flows.push(points);
            self.criteria.push(label);
        }
    }

    /// Where the criteria of a flow stand that leaves to the right: above its line.
    fn label(&self, flow: &Flow) -> Bounds {
        let from = self.nodes[flow.from];
        let height = label_height(&name(flow), LABEL_WIDTH);
        let (x, y) = (from.right() + LABEL_GAP, from.middle().y - LABEL_GAP - height);
        Bounds { x, y, width: LABEL_WIDTH, height }
    }
}

/// The name of a flow: of one onward its criteria, each in a line of its own.
pub(super) fn name(flow: &Flow) -> String {
    match flow.criteria.as_slice() {
        _ if !flow.onward => String::new(),
        [only] => only.clone(),
        several => several.iter().map(|c| format!("• {c}")).collect::<Vec<_>>().join("\n"),
    }
}

/// How a flow gets to where it leads.
enum Way {
    /// To the next node of the row.
    Straight,
    /// Over the row of the way to the sale.
    Above,
    /// To a lower row.
    Down,
    /// From a lower row to the end of one above it.
    Up,
    /// Beneath all rows.
    Under,
}

fn way(graph: &Graph, flow: &Flow) -> Way {
    let (from, to) = (graph.nodes[flow.from].row, graph.nodes[flow.to].row);
    let row = &graph.rows[from];
    let follows = row.windows(2).any(|pair| pair == [flow.from, flow.to]);
    match (from, to) {
        _ if follows => Way::Straight,
        (0, 0) => Way::Above,
        (0, _) => Way::Down,
        (from, to) if to != 0 && to < from && row.last() == Some(&flow.from) => Way::Up,
        _ => Way::Under,
    }
}

fn is_above_the_way(graph: &Graph, flow: &Flow) -> bool {
    graph.nodes[flow.from].row == 0 && !name(flow).is_empty()
}

fn round(start: Point, end: Point, y: i32) -> Vec<Point> {
    vec![start, Point { x: start.x, y }, Point { x: end.x, y }, end]
}

/// Left edges. A lower row begins where the last flow into it comes down, a lost stage behind every row below it.
fn columns(graph: &Graph, sizes: &[Size]) -> Vec<i32> {
    let mut lefts = vec![0; graph.nodes.len()];
    let mut rows: Vec<usize> = (0..graph.rows.len()).collect();
    // The first row, then from the lowest up.
    rows[1..].reverse();
    let mut right = MARGIN;
    for row in rows {
        let first = graph.rows[row].first().copied();
        let enters = graph.flows.iter().filter(|f| row > 0 && Some(f.to) == first && graph.nodes[f.from].row == 0);
        let comes_down = enters.map(|f| lefts[f.from] + sizes[f.from].width / 2).max();
        let lowest_yet = if row + 1 == graph.rows.len() { MARGIN } else { right };
        let mut x = match (row, comes_down) {
            (0, _) => MARGIN,
            (_, Some(down)) => lowest_yet.max(down + GAP),
            (_, None) => lowest_yet,
        };
        for at in &graph.rows[row] {
            lefts[*at] = x;
            x += sizes[*at].width + gap_after(graph, *at);
        }
        right = x;
    }
    lefts
}

fn gap_after(graph: &Graph, at: usize) -> i32 {
    let mut leaving = graph.flows.iter().filter(|f| f.from == at).peekable();
    let to_gateway = leaving.peek().is_some_and(|f| graph.nodes[f.to].shape == Shape::Gateway);
    match (to_gateway, leaving.any(|f| is_above_the_way(graph, f))) {
        (true, _) => BEFORE_GATEWAY,
        (_, true) => LABEL_WIDTH + 3 * LABEL_GAP,
        _ => GAP,
    }
}

/// The middle line of each row.
fn rows(graph: &Graph, sizes: &[Size]) -> Vec<i32> {
    let tracks = graph.flows.iter().filter(|f| matches!(way(graph, f), Way::Above)).count();
    let mut y = MARGIN + TRACK * i32::try_from(tracks).unwrap_or_default();
    let mut middles = Vec::new();
    for row in &graph.rows {
        let tallest = row.iter().map(|at| sizes[*at].height).max().unwrap_or_default();
        let of_row = graph.flows.iter().filter(|f| row.contains(&f.from) && is_above_the_way(graph, f));
        let label = of_row.map(|f| label_height(&name(f), LABEL_WIDTH) + LABEL_GAP).max().unwrap_or_default();
        let middle = y + label.max(tallest / 2);
        middles.push(middle);
        y = middle + tallest / 2 + GAP;
    }
    middles
}

/// The tasks in a stage, one under the other.
fn inside(node: &Node, bounds: Bounds) -> Vec<Bounds> {
    let heights = || node.tasks.iter().map(|task| task_height(&task.name));
    let filled: i32 = heights().map(|height| height + BETWEEN_TASKS).sum();
    let mut y = bounds.bottom() - PADDING - filled + BETWEEN_TASKS;
    let place = |height| {
        let place = Bounds { x: bounds.x + PADDING, y, width: TASK_WIDTH, height };
        y += height + BETWEEN_TASKS;
        place
    };
    heights().map(place).collect()
}

/// The name of an event stands at its right where nothing follows, else below it.
fn name_beside(node: &Node, bounds: Bounds) -> Option<Bounds> {
    let width = LABEL_WIDTH / 2;
    let height = label_height(&node.name, width);
    match node.shape {
        Shape::End if !node.name.is_empty() => {
            let (x, y) = (bounds.right() + LABEL_GAP / 2, bounds.middle().y - height / 2);
            Some(Bounds { x, y, width, height })
        }
        Shape::Milestone => {
            let (x, y) = (bounds.middle().x - width / 2, bounds.bottom() + LABEL_GAP / 2);
            Some(Bounds { x, y, width, height })
        }
        _ => None,
    }
}
