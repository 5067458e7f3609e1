//! Where the items of each layer stand across, with room between them and the main way in one straight line.
//!
//! Layer by layer, down and up again: each item is wished to the weighted mean of its neighbours, and the nearest
//! places that keep order and room are an isotonic regression, solved exactly by pooling adjacent violators.
//!
//! Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D. Brunk (1972), "Statistical Inference under Order
//! Restrictions", Wiley (pool adjacent violators).

use super::layers::Layers;

/// Sweeps down and up.
const SWEEPS: usize = 16;
/// Weight of an item on the main way: it stays where it is.
const HELD: f64 = 1e9;

/// The middle of each item; 0 is the main way.
pub(super) fn across(layers: &Layers) -> Vec<f64> {
    let mut x = vec![0.0; layers.items.len()];
    for order in &layers.order {
        let wish = packed(layers, order);
        settle(layers, order, &wish, &mut x);
    }
    for sweep in 0..2 * SWEEPS {
        let n = layers.order.len();
        for step in 0..n {
            let layer = if sweep % 2 == 0 { step } else { n - 1 - step };
            let order = &layers.order[layer];
            let wish: Vec<f64> = order.iter().map(|item| wished(layers, *item, &x)).collect();
            settle(layers, order, &wish, &mut x);
        }
    }
    straighten(layers, &mut x);
    x
}

/// Makes long lines straight as far as they can be without touching what stands beside them: each runs at one place as
/// long as there is one that all its layers have room for.
fn straighten(layers: &Layers, x: &mut [f64]) {
    let mut at = vec![0; layers.items.len()];
    for order in &layers.order {
        order.iter().enumerate().for_each(|(i, item)| at[*item] = i);
    }
    for chain in layers.chains.iter().filter(|c| c.len() > 1 && !layers.items[c[0]].main) {
        let mut run: Vec<usize> = Vec::new();
        let mut room = (f64::MIN, f64::MAX);
        for item in chain {
            let own = free(layers, &at, *item, x);
            let both = (room.0.max(own.0), room.1.min(own.1));
            if both.0 > both.1 {
                place(&run, room, x);
                run.clear();
                room = own;
            } else {
                room = both;
            }
            run.push(*item);
        }
        place(&run, room, x);
    }
}

/// Between which places an item can stand, as its neighbours stand now.
fn free(layers: &Layers, at: &[usize], item: usize, x: &[f64]) -> (f64, f64) {
    let order = &layers.order[layers.layer[item]];
    let beside = |i: Option<usize>| i.and_then(|i| order.get(i)).copied();
    let before = beside(at[item].checked_sub(1)).map(|b| x[b] + layers.items[b].right + layers.items[item].left);
    let after = beside(Some(at[item] + 1)).map(|a| x[a] - layers.items[a].left - layers.items[item].right);
    (before.unwrap_or(f64::MIN).min(x[item]), after.unwrap_or(f64::MAX).max(x[item]))
}

fn place(run: &[usize], room: (f64, f64), x: &mut [f64]) {
    let mean = run.iter().map(|i| x[*i]).sum::<f64>() / run.len().max(1) as f64;
    run.iter().for_each(|i| x[*i] = mean.clamp(room.0, room.1));
}

/// Side by side, the main way's item at 0, or the middle of the layer.
fn packed(layers: &Layers, order: &[usize]) -> Vec<f64> {
    let mut at = 0.0;
    let mut places = Vec::with_capacity(order.len());
    for item in order {
        at += layers.items[*item].left;
        places.push(at);
        at += layers.items[*item].right;
    }
    let main = order.iter().position(|i| layers.items[*i].main);
    let zero = main.map_or(at / 2.0, |i| places[i]);
    places.into_iter().map(|p| p - zero).collect()
}

fn wished(layers: &Layers, item: usize, x: &[f64]) -> f64 {
    if layers.items[item].main {
        return 0.0;
    }
    let near = layers.above[item].iter().chain(&layers.below[item]);
    let (sum, weight) = near.fold((0.0, 0.0), |s, (i, w)| (s.0 + x[*i] * w.sqrt(), s.1 + w.sqrt()));
    if weight > 0.0 { sum / weight } else { x[item] }
}

/// Nearest places to the wishes that keep the order and the room between neighbours.
fn settle(layers: &Layers, order: &[usize], wish: &[f64], x: &mut [f64]) {
    let mut room = 0.0;
    let mut before: Option<usize> = None;
    let mut rooms = Vec::with_capacity(order.len());
    // Runs of items pushed together: weighted mean, weight, how many.
    let mut runs: Vec<(f64, f64, usize)> = Vec::new();
    for (item, wish) in order.iter().zip(wish) {
        room += before.map_or(0.0, |b: usize| layers.items[b].right + layers.items[*item].left);
        rooms.push(room);
        before = Some(*item);
        let weight = if layers.items[*item].main { HELD } else { 1.0 };
        let mut run = (wish - room, weight, 1);
        while let Some(last) = runs.last().copied().filter(|last| last.0 > run.0) {
            runs.pop();
            let sum = last.1 + run.1;
            run = ((last.0 * last.1 + run.0 * run.1) / sum, sum, last.2 + run.2);
        }
        runs.push(run);
    }
    let places = runs.iter().flat_map(|(mean, _, n)| std::iter::repeat_n(*mean, *n));
    for ((item, place), room) in order.iter().zip(places).zip(rooms) {
        x[*item] = if layers.items[*item].main { 0.0 } else { place + room };
    }
}
