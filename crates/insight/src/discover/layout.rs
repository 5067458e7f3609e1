//! Where the boxes and lines of a map are drawn.
//!
//! From left to right in columns, the most frequent way in one straight line. Boxes stand in lanes; between two lanes
//! and between two columns there is room that no box takes, and lines keep to it. The same map always gets the same
//! drawing.
//!
//! The steps are those of K. Sugiyama, S. Tagawa and M. Toda (1981), IEEE Transactions on Systems, Man, and Cybernetics
//! 11, 109–125 (break cycles, columns, order in the columns, lines), with the main way held straight.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{ProcessMap, map::is_closing};

/// Size of a box.
pub(super) const BOX: (f64, f64) = (150.0, 44.0);
/// From one column to the next.
const COLUMN: f64 = BOX.0 + 90.0;
/// From one lane to the next.
const LANE: f64 = BOX.1 + 40.0;
/// Around the drawing.
const MARGIN: f64 = 24.0;

type Point = (f64, f64);

/// Sets the places of all nodes, the points of all edges, and the size. Where a map has more nodes than `backbone`
/// names, these stand in the straight line, and the others near those that they come with.
pub(super) fn lay_out(map: &mut ProcessMap, backbone: &[String]) {
    if map.nodes.is_empty() {
        return;
    }
    let plan = Plan::of(map, backbone);
    for (node, place) in map.nodes.iter_mut().zip(&plan.places) {
        (node.x, node.y) = place.centre();
    }
    for (i, (edge, ends)) in map.edges.iter_mut().zip(&plan.edges).enumerate() {
        edge.points = plan.line(i, *ends);
    }
    fit(map);
}

/// Moves everything so that the drawing begins at the margin, and takes its size.
fn fit(map: &mut ProcessMap) {
    let corners = map.nodes.iter().flat_map(|n| {
        let (w, h) = (BOX.0 / 2.0, BOX.1 / 2.0);
        [(n.x - w, n.y - h), (n.x + w, n.y + h)]
    });
    let points: Vec<Point> = corners.chain(map.edges.iter().flat_map(|e| e.points.iter().copied())).collect();
    let bound = |of: fn(&Point) -> f64, pick: fn(f64, f64) -> f64, from: f64| points.iter().map(of).fold(from, pick);
    let (left, top) = (bound(|p| p.0, f64::min, f64::MAX), bound(|p| p.1, f64::min, f64::MAX));
    let (right, bottom) = (bound(|p| p.0, f64::max, f64::MIN), bound(|p| p.1, f64::max, f64::MIN));
    let (dx, dy) = (MARGIN - left, MARGIN - top);
    for node in &mut map.nodes {
        (node.x, node.y) = (node.x + dx, node.y + dy);
    }
    for point in map.edges.iter_mut().flat_map(|e| &mut e.points) {
        *point = (point.0 + dx, point.1 + dy);
    }
    (map.width, map.height) = (right - left + 2.0 * MARGIN, bottom - top + 2.0 * MARGIN);
}

/// Column and lane of a box; lane 0 is the main way's.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    column: usize,
    lane: i32,
}

impl Place {
    fn centre(self) -> Point {
        (self.column as f64 * COLUMN, f64::from(self.lane) * LANE)
    }
}

struct Plan {
    places: Vec<Place>,
    /// Both ends of each edge.
    edges: Vec<(usize, usize)>,
    /// Taken lanes by column.
    taken: BTreeMap<usize, BTreeSet<i32>>,
}

impl Plan {
    fn of(map: &ProcessMap, backbone: &[String]) -> Self {
        let index: FxHashMap<&str, usize> = map.nodes.iter().zip(0..).map(|(n, i)| (n.activity.as_str(), i)).collect();
        let place = |name: &String| index.get(name.as_str()).copied().unwrap_or(0);
        let edges: Vec<(usize, usize)> = map.edges.iter().map(|e| (place(&e.from), place(&e.to))).collect();
        let given: Vec<usize> = backbone.iter().filter_map(|name| index.get(name.as_str()).copied()).collect();
        let (main, links, columns) = if given.len() > 1 && given.len() < map.nodes.len() {
            let columns = columns_along(map, &edges, &given);
            (given, Vec::new(), columns)
        } else {
            let main = main_way(map, &edges);
            let links = links(map, &edges, &main);
            let columns = columns(map, &links);
            (main, links, columns)
        };
        let (places, taken) = lanes(map, &main, &links, &columns);
        Self { places, edges, taken }
    }

    fn line(&self, i: usize, (from, to): (usize, usize)) -> Vec<Point> {
        let (a, b) = (self.places[from], self.places[to]);
        let shift = f64::from((i as i32 * 7) % 5 - 2) * 3.0;
        if from == to {
            return self_loop(a.centre());
        }
        match a.column.cmp(&b.column) {
            std::cmp::Ordering::Less => self.forward(a, b, shift),
            std::cmp::Ordering::Equal => beside(a, b, shift),
            std::cmp::Ordering::Greater => self.back(a, b, shift),
        }
    }

    fn forward(&self, a: Place, b: Place, shift: f64) -> Vec<Point> {
        let half = BOX.0 / 2.0;
        let (start, end) = (a.centre(), b.centre());
        let mut points = vec![(start.0 + half, start.1)];
        for column in a.column + 1..b.column {
            let x = column as f64 * COLUMN;
            let wish = start.1 + (end.1 - start.1) * (x - start.0) / (end.0 - start.0);
            let y = self.free(column, wish, shift);
            points.extend([(x - half, y), (x + half, y)]);
        }
        points.push((end.0 - half, end.1));
        points
    }

    /// Over the box, back between the lanes, and down onto the other box.
    fn back(&self, a: Place, b: Place, shift: f64) -> Vec<Point> {
        let (half, rise) = (BOX.0 / 2.0, LANE / 2.0);
        let (start, end) = (a.centre(), b.centre());
        let (over, above) = (start.1 - rise + shift, end.1 - rise + shift);
        let mut points =
            vec![(start.0 + shift, start.1 - BOX.1 / 2.0), (start.0 + shift, over), (start.0 - half, over)];
        for column in (b.column + 1..a.column).rev() {
            let x = column as f64 * COLUMN;
            let wish = over + (above - over) * (start.0 - x) / (start.0 - end.0);
            let y = self.between(wish, shift);
            points.extend([(x + half, y), (x - half, y)]);
        }
        points.extend([(end.0 + half, above), (end.0 + shift, above), (end.0 + shift, end.1 - BOX.1 / 2.0)]);
        points
    }

    /// The height nearest to `wish` at which a line crosses a column without touching a box: a free lane, or the room
    /// between two.
    fn free(&self, column: usize, wish: f64, shift: f64) -> f64 {
        let lane = (wish / LANE).round();
        let is_taken = self.taken.get(&column).is_some_and(|t| t.contains(&(lane as i32)));
        if is_taken { self.between(wish, shift) } else { lane * LANE + if lane == 0.0 { 0.0 } else { shift } }
    }

    fn between(&self, wish: f64, shift: f64) -> f64 {
        ((wish / LANE).floor() + 0.5) * LANE + shift
    }
}

fn self_loop((x, y): Point) -> Vec<Point> {
    let (top, rise) = (y - BOX.1 / 2.0, 18.0);
    vec![(x + 20.0, top), (x + 26.0, top - rise), (x + 54.0, top - rise), (x + 60.0, top)]
}

/// In one column: straight to the neighbour, else round the boxes between.
fn beside(a: Place, b: Place, shift: f64) -> Vec<Point> {
    let ((x, from), (_, to)) = (a.centre(), b.centre());
    let (half, side) = (BOX.1 / 2.0, BOX.0 / 2.0);
    if (a.lane - b.lane).abs() == 1 {
        let down = (to - from).signum();
        let x = x + 14.0 * down;
        return vec![(x, from + half * down), (x, to - half * down)];
    }
    let out = x + side + 24.0 + shift;
    vec![(x + side, from), (out, from), (out, to), (x + side, to)]
}

/// Names of the nodes on the most frequent way.
pub(super) fn backbone(map: &ProcessMap) -> Vec<String> {
    let place = |name: &String| map.nodes.iter().position(|n| n.activity == *name).unwrap_or(0);
    let edges: Vec<(usize, usize)> = map.edges.iter().map(|e| (place(&e.from), place(&e.to))).collect();
    main_way(map, &edges).into_iter().map(|i| map.nodes[i].activity.clone()).collect()
}

/// The most frequent way: from the most frequent first step always on to the most frequent next one.
fn main_way(map: &ProcessMap, edges: &[(usize, usize)]) -> Vec<usize> {
    let ends = |i: usize| map.end.get(&map.nodes[i].activity).copied().unwrap_or(0);
    let starts = |i: usize| map.start.get(&map.nodes[i].activity).copied().unwrap_or(0);
    let Some(mut here) = (0..map.nodes.len()).max_by_key(|i| (starts(*i), std::cmp::Reverse(*i))) else {
        return Vec::new();
    };
    let mut way = vec![here];
    while !is_closing(&map.nodes[here].kind) {
        let next = edges.iter().zip(&map.edges).find(|((from, to), _)| *from == here && !way.contains(to));
        match next {
            Some(((_, to), edge)) if edge.count >= ends(here) => here = *to,
            _ => break,
        }
        way.push(here);
    }
    way
}

/// The moves that decide about columns: the main way, and each other node's most frequent moves in and out, as far as
/// they make no circle. Nothing leads on from a closing.
fn links(map: &ProcessMap, edges: &[(usize, usize)], main: &[usize]) -> Vec<(usize, usize)> {
    let mut links: Vec<(usize, usize)> = main.windows(2).map(|w| (w[0], w[1])).collect();
    let closes = |i: usize| is_closing(&map.nodes[i].kind);
    let (mut has_in, mut has_out) = (BTreeSet::new(), BTreeSet::new());
    for &(from, to) in edges.iter().filter(|(from, to)| from != to && !closes(*from)) {
        let wanted = (!main.contains(&to) && has_in.insert(to)) | (!main.contains(&from) && has_out.insert(from));
        if wanted && !links.contains(&(from, to)) && !reaches(&links, to, from) {
            links.push((from, to));
        }
    }
    links
}

fn reaches(links: &[(usize, usize)], from: usize, to: usize) -> bool {
    let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(here) = open.pop() {
        if here == to {
            return true;
        }
        let next = links.iter().filter(|l| l.0 == here).map(|l| l.1);
        open.extend(next.filter(|n| seen.insert(*n)));
    }
    false
}

/// Columns by the longest way; what nothing leads to stands just before what it leads to; closings stand last.
fn columns(map: &ProcessMap, links: &[(usize, usize)]) -> Vec<usize> {
    let n = map.nodes.len();
    let mut columns = vec![0_usize; n];
    for _ in 0..n {
        let mut changed = false;
        for &(from, to) in links {
            if columns[to] <= columns[from] {
                columns[to] = columns[from] + 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    for i in 0..n {
        let after = links.iter().filter(|l| l.0 == i).map(|l| columns[l.1]).min();
        if let Some(after) = after.filter(|_| !links.iter().any(|l| l.1 == i)) {
            let started = map.start.contains_key(&map.nodes[i].activity);
            columns[i] = if started { columns[i] } else { after.saturating_sub(1) };
        }
    }
    let last = columns.iter().copied().max().unwrap_or(0);
    let open_last = (0..n).any(|i| columns[i] == last && !is_closing(&map.nodes[i].kind));
    for i in (0..n).filter(|i| is_closing(&map.nodes[*i].kind)) {
        columns[i] = last + usize::from(open_last);
    }
    columns
}

/// Columns along a given way: each other node in the column nearest to the average of those that come directly before
/// and after it. Losing, which can happen anywhere, says nothing about a place.
fn columns_along(map: &ProcessMap, edges: &[(usize, usize)], main: &[usize]) -> Vec<usize> {
    let last = main.len().saturating_sub(1);
    let closed = main.last().is_some_and(|i| is_closing(&map.nodes[*i].kind));
    let end = if closed { last } else { last + 1 };
    let mut places = vec![last as f64 / 2.0; map.nodes.len()];
    main.iter().enumerate().for_each(|(column, i)| places[*i] = column as f64);
    let closings: Vec<usize> = (0..places.len()).filter(|i| is_closing(&map.nodes[*i].kind)).collect();
    closings.iter().for_each(|i| places[*i] = end as f64);
    let fixed = |i: usize| main.contains(&i) || closings.contains(&i);
    let is_lost = |i: usize| map.nodes[i].kind == "lost";
    for _ in 0..100 {
        let mut sums = vec![(0.0, 0.0); places.len()];
        for (&(from, to), edge) in edges.iter().zip(&map.edges).filter(|(e, _)| e.0 != e.1) {
            for (one, other) in [(from, to), (to, from)] {
                if !is_lost(other) {
                    sums[one].0 += edge.count as f64 * places[other];
                    sums[one].1 += edge.count as f64;
                }
            }
        }
        for (i, (sum, weight)) in sums.into_iter().enumerate().filter(|(i, s)| !fixed(*i) && s.1 > 0.0) {
            places[i] = sum / weight;
        }
    }
    places.into_iter().map(|p| p.round().max(0.0) as usize).collect()
}

type Taken = BTreeMap<usize, BTreeSet<i32>>;

/// The main way takes lane 0 everywhere; the others, most frequent first, the free lane nearest to their neighbours;
/// lost stands below.
fn lanes(map: &ProcessMap, main: &[usize], links: &[(usize, usize)], columns: &[usize]) -> (Vec<Place>, Taken) {
    let mut places: Vec<Place> = columns.iter().map(|c| Place { column: *c, lane: 0 }).collect();
    let mut taken: Taken = BTreeMap::new();
    let mut placed = vec![false; places.len()];
    for i in main {
        taken.entry(columns[*i]).or_default().insert(0);
        placed[*i] = true;
    }
    let mut others: Vec<usize> = (0..places.len()).filter(|i| !main.contains(i)).collect();
    others.sort_by_key(|i| (columns[*i], *i));
    for i in others {
        let near = links.iter().filter_map(|l| match l {
            (a, b) if *a == i && placed[*b] => Some(places[*b].lane),
            (a, b) if *b == i && placed[*a] => Some(places[*a].lane),
            _ => None,
        });
        let near: Vec<i32> = near.collect();
        let wish = near.iter().sum::<i32>() as f64 / near.len().max(1) as f64;
        let lost = map.nodes[i].kind == "lost";
        let column = taken.entry(columns[i]).or_default();
        let lane = free_lane(column, wish, lost);
        column.insert(lane);
        places[i].lane = lane;
        placed[i] = true;
    }
    (places, taken)
}

fn free_lane(taken: &BTreeSet<i32>, wish: f64, below: bool) -> i32 {
    let far = taken.len() as i32 + wish.abs().ceil() as i32 + 2;
    let lanes = (-far..=far).filter(|lane| *lane != 0 && !taken.contains(lane) && (!below || *lane > 0));
    let distance = |lane: &i32| ((f64::from(*lane) - wish).abs() * 2.0) as i32 + i32::from(*lane < 0);
    lanes.min_by_key(|lane| (distance(lane), lane.abs())).unwrap_or(far + 1)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{super::*, *};

    fn drawn(moves: &[(&str, &str, u64)], backbone: &[String]) -> ProcessMap {
        let mut names: Vec<&str> = moves.iter().flat_map(|m| [m.0, m.1]).collect();
        names.sort_unstable();
        names.dedup();
        let kind = |name: &str| match name {
            "Won" => "won",
            "Lost" => "lost",
            _ => "stage",
        };
        let count = |name: &str| moves.iter().filter(|m| m.1 == name).map(|m| m.2).sum();
        let node = |name: &&str| MapNode {
            activity: (*name).to_owned(),
            count: count(name),
            deals: count(name),
            kind: kind(name).to_owned(),
            x: 0.0,
            y: 0.0,
        };
        let edge = |m: &(&str, &str, u64)| MapEdge {
            from: m.0.to_owned(),
            to: m.1.to_owned(),
            count: m.2,
            median_seconds: 0.0,
            mean_seconds: 0.0,
            q25_seconds: 0.0,
            q75_seconds: 0.0,
            points: Vec::new(),
        };
        let mut map = ProcessMap {
            nodes: names.iter().map(node).collect(),
            edges: moves.iter().map(edge).collect(),
            start: BTreeMap::from([(moves[0].0.to_owned(), 100)]),
            ..ProcessMap::default()
        };
        map.edges.sort_by_key(|e| std::cmp::Reverse(e.count));
        lay_out(&mut map, backbone);
        map
    }

    /// True if the straight line between two points goes through the inside of a box.
    fn crosses(a: Point, b: Point, node: &MapNode) -> bool {
        (0..=200).map(|i| f64::from(i) / 200.0).any(|t| {
            let (x, y) = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
            (x - node.x).abs() < BOX.0 / 2.0 - 1.0 && (y - node.y).abs() < BOX.1 / 2.0 - 1.0
        })
    }

    #[rstest]
    #[case("a line", &[("A", "B", 9), ("B", "Won", 8), ("B", "Lost", 1)])]
    #[case("back and loop", &[("A", "B", 9), ("B", "C", 8), ("C", "A", 3), ("B", "B", 2), ("C", "Won", 5), ("A", "Lost", 4), ("Lost", "B", 1)])]
    #[case("long jumps", &[("A", "B", 9), ("B", "C", 8), ("C", "D", 8), ("D", "Won", 7), ("A", "D", 3), ("A", "X", 2), ("X", "D", 2), ("D", "A", 1), ("B", "Lost", 2)])]
    #[case("wide", &[("A", "B", 9), ("A", "C", 8), ("A", "D", 7), ("A", "E", 6), ("B", "Z", 9), ("C", "Z", 8), ("D", "Z", 7), ("E", "Z", 6), ("B", "E", 1), ("E", "B", 1), ("Z", "Z", 4)])]
    fn no_line_runs_through_a_box(#[case] what: &str, #[case] moves: &[(&str, &str, u64)]) {
        for backbone in [&[][..], &["A".to_owned(), "Won".to_owned()]] {
            is_clear(what, &drawn(moves, backbone));
        }
    }

    fn is_clear(what: &str, map: &ProcessMap) {
        for edge in &map.edges {
            assert!(edge.points.len() >= 2, "{what}");
            for node in &map.nodes {
                let hit = edge.points.windows(2).any(|w| crosses(w[0], w[1], node));
                assert!(!hit, "{what}: {} → {} runs through {}: {:?}", edge.from, edge.to, node.activity, edge.points);
            }
            for (x, y) in &edge.points {
                assert!((0.0..=map.width).contains(x) && (0.0..=map.height).contains(y), "{what}: outside");
            }
        }
        for (i, a) in map.nodes.iter().enumerate() {
            for b in &map.nodes[i + 1..] {
                assert!(
                    (a.x - b.x).abs() >= BOX.0 || (a.y - b.y).abs() >= BOX.1,
                    "{what}: {} on {}",
                    a.activity,
                    b.activity
                );
            }
        }
    }

    #[test]
    fn the_main_way_is_straight_and_goes_right() {
        let map = drawn(&[("A", "B", 9), ("B", "C", 8), ("C", "Won", 5), ("A", "C", 2), ("B", "Lost", 3)], &[]);
        let at = |name: &str| map.nodes.iter().find(|n| n.activity == name).map(|n| (n.x, n.y)).unwrap();
        let way = ["A", "B", "C", "Won"].map(at);
        assert!(way.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 == w[1].1), "{way:?}");
        assert!(at("Lost").1 > at("Won").1);
    }
}
