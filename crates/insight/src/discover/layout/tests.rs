use rstest::rstest;

use super::*;

fn graph(names: &[&str], moves: &[(&str, &str, u64)], main: &[&str]) -> Graph {
    let at = |name: &str| names.iter().position(|n| *n == name).unwrap();
    let boxed = |name: &&str| Box {
        role: if matches!(*name, "Won" | "Lost") { Role::Closing } else { Role::Step },
        width: BOX.0,
        height: BOX.1,
    };
    Graph {
        boxes: names.iter().map(boxed).collect(),
        lines: moves.iter().map(|m| Line { from: at(m.0), to: at(m.1), weight: m.2 as f64 }).collect(),
        main: main.iter().map(|n| at(n)).collect(),
        label: LABEL,
        early: Vec::new(),
    }
}

type Rect = (f64, f64, f64, f64);

fn rect((x, y): Point, (w, h): Point) -> Rect {
    (x - w / 2.0, y - h / 2.0, x + w / 2.0, y + h / 2.0)
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.0 < b.2 - 0.2 && b.0 < a.2 - 0.2 && a.1 < b.3 - 0.2 && b.1 < a.3 - 0.2
}

/// True if the straight line between two points goes through the inside.
fn crosses(a: Point, b: Point, r: Rect) -> bool {
    (0..=100).map(|i| f64::from(i) / 100.0).any(|t| {
        let (x, y) = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        x > r.0 + 1.0 && x < r.2 - 1.0 && y > r.1 + 1.0 && y < r.3 - 1.0
    })
}

/// No box lies on another, no label on a box or on another label, no line runs through a box.
fn is_clear(what: &str, graph: &Graph, drawn: &Layout) {
    let boxes: Vec<Rect> = drawn.boxes.iter().zip(&graph.boxes).map(|(p, b)| rect(*p, (b.width, b.height))).collect();
    let labels: Vec<Rect> = drawn.lines.iter().map(|l| rect(l.label, graph.label)).collect();
    for (i, a) in boxes.iter().chain(&labels).enumerate() {
        assert!(a.0 >= 0.0 && a.1 >= 0.0 && a.2 <= drawn.width && a.3 <= drawn.height, "{what}: {i} is outside");
        for (j, b) in boxes.iter().chain(&labels).enumerate().skip(i + 1) {
            assert!(!overlap(*a, *b), "{what}: {i} lies on {j}: {a:?} {b:?}");
        }
    }
    for (line, of) in drawn.lines.iter().zip(&graph.lines).filter(|(_, l)| l.from != l.to) {
        for (i, b) in boxes.iter().enumerate() {
            let hit = line.points.windows(2).any(|w| crosses(w[0], w[1], *b));
            assert!(!hit, "{what}: {of:?} runs through {i}: {:?}", line.points);
        }
    }
}

#[rstest]
#[case("a line", &["A", "B", "Won", "Lost"], &[("A", "B", 9), ("B", "Won", 8), ("B", "Lost", 1)], &["A", "B", "Won"])]
#[case("back and loop", &["A", "B", "C", "Won", "Lost"], &[("A", "B", 9), ("B", "C", 8), ("C", "A", 3), ("B", "B", 2), ("C", "Won", 5), ("A", "Lost", 4), ("Lost", "B", 1)], &["A", "B", "C", "Won"])]
#[case("long jumps", &["A", "B", "C", "D", "X", "Won", "Lost"], &[("A", "B", 9), ("B", "C", 8), ("C", "D", 8), ("D", "Won", 7), ("A", "D", 3), ("A", "X", 2), ("X", "D", 2), ("D", "A", 1), ("B", "Lost", 2)], &["A", "B", "C", "D", "Won"])]
#[case("wide", &["A", "B", "C", "D", "E", "Z"], &[("A", "B", 9), ("A", "C", 8), ("A", "D", 7), ("A", "E", 6), ("B", "Z", 9), ("C", "Z", 8), ("D", "Z", 7), ("E", "Z", 6), ("B", "E", 1), ("E", "B", 1), ("Z", "Z", 4)], &["A", "B", "Z"])]
fn everything_has_room(
    #[case] what: &str,
    #[case] names: &[&str],
    #[case] moves: &[(&str, &str, u64)],
    #[case] main: &[&str],
    #[values(Direction::Down, Direction::Right)] direction: Direction,
) {
    let graph = graph(names, moves, main);
    let drawn = layout(&graph, direction);
    is_clear(what, &graph, &drawn);
    is_straight(&graph, &drawn, direction);
    assert_eq!(drawn, layout(&graph, direction), "the same map gets the same drawing");
}

fn is_straight(graph: &Graph, drawn: &Layout, direction: Direction) {
    let way: Vec<Point> = graph.main.iter().map(|i| drawn.boxes[*i]).collect();
    let on = |w: &[Point]| match direction {
        Direction::Down => w[0].0 == w[1].0 && w[0].1 < w[1].1,
        Direction::Right => w[0].1 == w[1].1 && w[0].0 < w[1].0,
    };
    assert!(way.windows(2).all(on), "{way:?}");
}

/// Sixty activities and about two hundred moves, made up but always the same.
pub(crate) fn sixty() -> Graph {
    let mut random = 7_u64;
    let mut next = |n: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % n
    };
    let mut lines: Vec<Line> =
        (1..60).map(|i| Line { from: next(i).max(i.saturating_sub(4)), to: i, weight: 100.0 }).collect();
    for _ in 0..140 {
        let (from, to) = (next(60), next(60));
        if !lines.iter().any(|l| l.from == from && l.to == to) {
            lines.push(Line { from, to, weight: next(50) as f64 + 1.0 });
        }
    }
    let main = main_way(60, &lines, 0, &[59]);
    let boxed = Box { role: Role::Step, width: BOX.0, height: BOX.1 };
    Graph { boxes: vec![boxed; 60], lines, main, label: LABEL, early: Vec::new() }
}

#[test]
fn sixty_activities_have_room_and_a_straight_main_way() {
    let graph = sixty();
    let begun = std::time::Instant::now();
    let drawn = layout(&graph, Direction::Down);
    let taken = begun.elapsed();
    is_clear("sixty", &graph, &drawn);
    is_straight(&graph, &drawn, Direction::Down);
    assert!(graph.main.len() > 4 && drawn.lines.len() > 180);
    // An eighth of what is promised, against slow machines.
    assert!(taken.as_millis() < 1_600, "{taken:?}");
    eprintln!("60 activities, {} moves: {taken:?}, {} × {}", drawn.lines.len(), drawn.width, drawn.height);
}

#[rstest]
#[case("the widest, not the shortest", &[(0, 1, 90), (1, 2, 80), (2, 3, 70), (0, 3, 20)], &[0, 1, 2, 3])]
#[case("of equally wide ones the likeliest", &[(0, 1, 90), (1, 2, 60), (1, 3, 30), (2, 3, 60), (3, 4, 20)], &[0, 1, 2, 3, 4])]
#[case("circles are left out", &[(0, 1, 90), (1, 0, 80), (1, 4, 10)], &[0, 1, 4])]
#[case("nothing reached", &[(1, 2, 3)], &[0])]
fn main_ways(#[case] what: &str, #[case] moves: &[(usize, usize, u64)], #[case] way: &[usize]) {
    let lines: Vec<Line> = moves.iter().map(|m| Line { from: m.0, to: m.1, weight: m.2 as f64 }).collect();
    let target = if what.starts_with("the widest") { 3 } else { 4 };
    assert_eq!(main_way(5, &lines, 0, &[target]), way, "{what}");
}
