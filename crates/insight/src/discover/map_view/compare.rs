//! Won against lost, line by line.
//!
//! Won deals get further, so that late moves belong to won deals whatever the team does. Compared are therefore only
//! deals that were at the box before and went on from it to anything but a closing: which way did they go? Moves to a
//! closing are the outcome itself and are not compared.

use super::{Compared, ViewEdge, ViewNode};
use crate::{
    discover::map::is_closing,
    stats::{
        exact::{benjamini_hochberg, chi_square, fisher},
        proportion::newcombe,
    },
};

/// Closed deals that must take a line, and that must go another way, for a test.
const FEWEST: u64 = 5;
/// Deals above which the chi-square test stands for the exact one.
const MANY: u64 = 2_000;

/// Fills [`ViewEdge::compared`]; `on` gives the won and lost deals that went on from a box to anything but a closing.
pub(super) fn compare(edges: &mut [ViewEdge], nodes: &[ViewNode], on: impl Fn(u32) -> (u64, u64)) {
    let mut tested = Vec::new();
    let mut p = Vec::new();
    for (i, edge) in edges.iter_mut().enumerate() {
        let (from, to) = (&nodes[edge.from as usize], &nodes[edge.to as usize]);
        if to.kind == "end" || is_closing(&to.kind) || is_closing(&from.kind) {
            continue;
        }
        let (won_of, lost_of) = if from.kind == "start" { (from.won_deals, from.lost_deals) } else { on(edge.from) };
        let (won, lost) = (edge.won_deals.min(won_of), edge.lost_deals.min(lost_of));
        let Some((difference, low, high)) = newcombe(won, won_of, lost, lost_of) else { continue };
        edge.compared =
            Some(Compared { won, won_of, lost, lost_of, difference, low, high, p_adjusted: None, supported: false });
        let (taken, all) = (won + lost, won_of + lost_of);
        if taken >= FEWEST && all - taken >= FEWEST {
            let exact = || fisher(won, won_of - won, lost, lost_of - lost);
            let rough = || chi_square(&[(won, taken), (won_of - won, all - taken)]);
            p.push(if all > MANY { rough().unwrap_or_else(exact) } else { exact() });
            tested.push(i);
        }
    }
    for (i, adjusted) in tested.into_iter().zip(benjamini_hochberg(&p)) {
        if let Some(compared) = &mut edges[i].compared {
            (compared.p_adjusted, compared.supported) = (Some(adjusted), adjusted < 0.05);
        }
    }
}
