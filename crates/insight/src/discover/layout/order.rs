//! In which order boxes, labels and passing lines stand in their layer, so that few lines cross.
//!
//! Sweeps down and up, each item to the weighted mean place of its neighbours, best order kept. Crossings are counted
//! in O(n log n).
//!
//! Sources: K. Sugiyama, S. Tagawa and M. Toda (1981), see [`super::rows`]; W. Barth, P. Mutzel and M. Jünger (2004),
//! "Simple and efficient bilayer cross counting", Journal of Graph Algorithms and Applications 8, 179–194.

use super::layers::Layers;

/// Sweeps at most.
const SWEEPS: usize = 24;

/// Orders the items of each layer.
pub(super) fn order(layers: &mut Layers) {
    let mut best = (crossings(layers), layers.order.clone());
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        pass(layers, sweep % 2 == 0, sweep % 4 >= 2);
        let now = crossings(layers);
        idle += 1;
        if now < best.0 {
            best = (now, layers.order.clone());
            idle = 0;
        }
        if best.0 == 0.0 || idle > 7 {
            break;
        }
    }
    layers.order = best.1;
}

/// One sweep: each layer by the one before it. `late`: items of equal places change sides.
fn pass(layers: &mut Layers, down: bool, late: bool) {
    let n = layers.order.len();
    let mut place = vec![0.0; layers.items.len()];
    set_places(&mut place, &layers.order[if down { 0 } else { n - 1 }]);
    for step in 1..n {
        let layer = if down { step } else { n - 1 - step };
        let mut wish: Vec<(f64, usize)> = Vec::with_capacity(layers.order[layer].len());
        let size = layers.order[layer].len().max(1) as f64;
        for (at, item) in layers.order[layer].iter().enumerate() {
            let near = if down { &layers.above[*item] } else { &layers.below[*item] };
            let (sum, weight) = near.iter().fold((0.0, 0.0), |s, (i, w)| (s.0 + place[*i] * w, s.1 + w));
            wish.push((if weight > 0.0 { sum / weight } else { (at as f64 + 0.5) / size }, *item));
        }
        if late {
            wish.reverse();
        }
        wish.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers.order[layer] = wish.into_iter().map(|(_, item)| item).collect();
        set_places(&mut place, &layers.order[layer]);
    }
}

/// Places from 0 to 1, so that layers of different sizes can be compared.
fn set_places(place: &mut [f64], order: &[usize]) {
    let size = order.len().max(1) as f64;
    order.iter().enumerate().for_each(|(i, item)| place[*item] = (i as f64 + 0.5) / size);
}

/// Weight of all crossings between neighbouring layers.
pub(super) fn crossings(layers: &Layers) -> f64 {
    let mut place = vec![0; layers.items.len()];
    for order in &layers.order {
        order.iter().enumerate().for_each(|(i, item)| place[*item] = i);
    }
    layers.order.windows(2).map(|pair| between(layers, &pair[0], pair[1].len(), &place)).sum()
}

fn between(layers: &Layers, upper: &[usize], lower: usize, place: &[usize]) -> f64 {
    let mut tree = vec![0.0; lower + 1];
    let mut all = 0.0;
    let mut crossed = 0.0;
    for item in upper {
        let mut ends: Vec<(usize, f64)> = layers.below[*item].iter().map(|(i, w)| (place[*i], *w)).collect();
        ends.sort_by_key(|e| e.0);
        for (end, weight) in &ends {
            crossed += weight * (all - sum_to(&tree, *end));
        }
        for (end, weight) in ends {
            add(&mut tree, end, weight);
            all += weight;
        }
    }
    crossed
}

/// Sum of the weights at places up to this one (Fenwick tree).
fn sum_to(tree: &[f64], place: usize) -> f64 {
    let (mut i, mut sum) = (place + 1, 0.0);
    while i > 0 {
        sum += tree[i];
        i &= i - 1;
    }
    sum
}

fn add(tree: &mut [f64], place: usize, weight: f64) {
    let mut i = place + 1;
    while i < tree.len() {
        tree[i] += weight;
        i += i & i.wrapping_neg();
    }
}
