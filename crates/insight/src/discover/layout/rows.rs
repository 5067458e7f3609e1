//! Which row each box stands in.
//!
//! Every box has a place on the way from the first step to the last: how early it comes in a deal on average, where the
//! data tells that. Else the main way's boxes stand at 0, 1, 2 …, and the others where the lengths of their lines come
//! nearest to one row each (least squares, weighted by how often a move is made). A line that leads to a later place is forward, the others lead back and are turned round; rows are the longest way along all of them.
//!
//! Sources: L. Carmel, D. Harel and Y. Koren (2004), "Combining hierarchy and energy for drawing directed graphs",
//! IEEE Transactions on Visualization and Computer Graphics 10, 46–57 (places); K. Sugiyama, S. Tagawa and M. Toda
//! (1981), IEEE Transactions on Systems, Man, and Cybernetics 11, 109–125 (rows).

use super::{Graph, Role};

/// Rounds of relaxation; a place moves by less than a hundredth of a row after them.
const ROUNDS: usize = 60;

/// Row of each box, and for each line whether it leads back.
pub(super) fn rows(graph: &Graph) -> (Vec<usize>, Vec<bool>) {
    let order = order(graph);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(i, node)| place[*node] = i);
    let back: Vec<bool> = graph.lines.iter().map(|l| l.from != l.to && place[l.from] > place[l.to]).collect();
    let ahead = |(l, back): (&super::Line, &bool)| if *back { (l.to, l.from) } else { (l.from, l.to) };
    let lines = graph.lines.iter().zip(&back).filter(|(l, _)| l.from != l.to);
    let forward: Vec<(usize, usize)> = lines.map(ahead).collect();
    let mut rows = longest(&order, &forward);
    pull_down(graph, &order, &forward, &mut rows);
    (rows, back)
}

/// All boxes, the earlier first.
fn order(graph: &Graph) -> Vec<usize> {
    let places = if graph.early.len() == graph.boxes.len() { along(graph) } else { places(graph) };
    let phases = phases(graph);
    let mut order: Vec<usize> = (0..graph.boxes.len()).collect();
    order.sort_by(|a, b| phases[*a].cmp(&phases[*b]).then(places[*a].total_cmp(&places[*b])).then(a.cmp(b)));
    order
}

/// 0 start, 1 before a closing, 2 a closing, 3 what mostly follows one, 4 end.
fn phases(graph: &Graph) -> Vec<u8> {
    let role = |role: Role| match role {
        Role::Start => 0,
        Role::Step => 1,
        Role::Closing => 2,
        Role::End => 4,
    };
    let mut phases: Vec<u8> = graph.boxes.iter().map(|b| role(b.role)).collect();
    for _ in 0..graph.boxes.len() {
        let mut after = vec![(0.0, 0.0); phases.len()];
        for line in graph.lines.iter().filter(|l| l.from != l.to) {
            after[line.to].0 += if matches!(phases[line.from], 2 | 3) { line.weight } else { 0.0 };
            after[line.to].1 += line.weight;
        }
        let late = |(i, (late, all)): (usize, (f64, f64))| (phases[i] == 1 && late > all / 2.0).then_some(i);
        let found: Vec<usize> = after.into_iter().enumerate().filter_map(late).collect();
        if found.is_empty() {
            break;
        }
        found.into_iter().filter(|i| !graph.main.contains(i)).for_each(|i| phases[i] = 3);
    }
    phases
}

/// The places that the data tells, with those of the main way in its order: where one comes earlier on average than the
/// one before it, both take their mean.
fn along(graph: &Graph) -> Vec<f64> {
    let mut places = graph.early.clone();
    let mut runs: Vec<(f64, f64)> = Vec::new();
    for node in &graph.main {
        let mut run = (graph.early[*node], 1.0);
        while let Some(last) = runs.last().copied().filter(|last| last.0 > run.0) {
            runs.pop();
            run = ((last.0 * last.1 + run.0 * run.1) / (last.1 + run.1), last.1 + run.1);
        }
        runs.push(run);
    }
    let pooled = runs.iter().flat_map(|(mean, n)| std::iter::repeat_n(*mean, *n as usize));
    for (i, (node, place)) in graph.main.iter().zip(pooled).enumerate() {
        places[*node] = place + i as f64 * 1e-9;
    }
    places
}

fn places(graph: &Graph) -> Vec<f64> {
    let mut places = vec![graph.main.len() as f64 / 2.0; graph.boxes.len()];
    let mut fixed = vec![false; places.len()];
    for (i, node) in graph.main.iter().enumerate() {
        (places[*node], fixed[*node]) = (i as f64, true);
    }
    for _ in 0..ROUNDS {
        let mut sums = vec![(0.0, 0.0); places.len()];
        for line in graph.lines.iter().filter(|l| l.from != l.to) {
            for (one, wish) in [(line.from, places[line.to] - 1.0), (line.to, places[line.from] + 1.0)] {
                sums[one].0 += line.weight * wish;
                sums[one].1 += line.weight;
            }
        }
        for (i, (sum, weight)) in sums.into_iter().enumerate().filter(|(i, s)| !fixed[*i] && s.1 > 0.0) {
            places[i] = sum / weight;
        }
    }
    places
}

fn longest(order: &[usize], forward: &[(usize, usize)]) -> Vec<usize> {
    let mut out = vec![Vec::new(); order.len()];
    forward.iter().for_each(|(from, to)| out[*from].push(*to));
    let mut rows = vec![0; order.len()];
    for node in order {
        for to in &out[*node] {
            rows[*to] = rows[*to].max(rows[*node] + 1);
        }
    }
    rows
}

/// A box beside the main way that is nearer to what follows it stands just before that.
fn pull_down(graph: &Graph, order: &[usize], forward: &[(usize, usize)], rows: &mut [usize]) {
    let mut weights = vec![(0.0, 0.0); rows.len()];
    for line in &graph.lines {
        weights[line.from].1 += line.weight;
        weights[line.to].0 += line.weight;
    }
    let mut out = vec![Vec::new(); rows.len()];
    let mut has_in = vec![false; rows.len()];
    for (from, to) in forward {
        out[*from].push(*to);
        has_in[*to] = true;
    }
    for node in order.iter().rev().filter(|n| !graph.main.contains(n)) {
        let next = out[*node].iter().map(|to| rows[*to]).min();
        let late = !has_in[*node] || weights[*node].1 > weights[*node].0;
        if let Some(next) = next.filter(|_| late) {
            rows[*node] = next.saturating_sub(1).max(rows[*node]);
        }
    }
    if let Some(last) = rows.iter().copied().max() {
        let ends = |i: &usize| graph.boxes[*i].role == Role::Closing && out[*i].is_empty();
        (0..rows.len()).filter(ends).for_each(|i| rows[i] = last);
    }
}
