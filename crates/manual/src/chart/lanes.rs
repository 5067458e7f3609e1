//! Moves that leave out a stage or go back: where their lines run beside the boxes.

/// A move between two rows that do not follow one another downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arc {
    /// Row it leaves.
    pub from: usize,
    /// Row it reaches.
    pub to: usize,
}

impl Arc {
    fn top(self) -> usize {
        self.from.min(self.to)
    }

    fn bottom(self) -> usize {
        self.from.max(self.to)
    }
}

/// The lane of each arc, 0 beside the boxes: short ones inside, none over another in the same lane.
pub(super) fn lanes(arcs: &[Arc]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    order.sort_by_key(|i| (arcs[*i].bottom() - arcs[*i].top(), *i));
    let mut lanes = vec![0; arcs.len()];
    let mut taken: Vec<Vec<Arc>> = Vec::new();
    for i in order {
        let free = |lane: &Vec<Arc>| lane.iter().all(|a| a.bottom() <= arcs[i].top() || arcs[i].bottom() <= a.top());
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push(arcs[i]);
        lanes[i] = lane;
    }
    lanes
}

/// Where each arc leaves and reaches its boxes, in px from their middle. Lines up leave above lines down, and no line
/// crosses one of an inner lane at the box.
pub(super) fn ports(arcs: &[Arc], lanes: &[usize], height: f64) -> Vec<(f64, f64)> {
    let rows = arcs.iter().map(|a| a.bottom() + 1).max().unwrap_or_default();
    let mut ports = vec![(0.0, 0.0); arcs.len()];
    for row in 0..rows {
        // Which arc, whether it leaves here, and its order from above.
        let mut ends: Vec<(i64, usize, bool)> = Vec::new();
        for (i, arc) in arcs.iter().enumerate() {
            for (leaves, here, other) in [(true, arc.from, arc.to), (false, arc.to, arc.from)] {
                if here == row {
                    let lane = lanes[i] as i64;
                    ends.push((if other < here { lane - 1000 } else { 1000 - lane }, i, leaves));
                }
            }
        }
        ends.sort_unstable();
        let step = ((height - 8.0) / ends.len().max(1) as f64).min(11.0);
        for (k, (_, i, leaves)) in ends.iter().enumerate() {
            let y = (k as f64 - (ends.len() as f64 - 1.0) / 2.0) * step;
            if *leaves {
                ports[*i].0 = y;
            } else {
                ports[*i].1 = y;
            }
        }
    }
    ports
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&[(0, 2)], &[0])]
    #[case::end_to_end(&[(0, 2), (2, 4)], &[0, 0])]
    #[case::short_inside(&[(0, 4), (1, 3)], &[1, 0])]
    #[case::there_and_back(&[(0, 2), (2, 0)], &[0, 1])]
    fn lanes_of(#[case] arcs: &[(usize, usize)], #[case] found: &[usize]) {
        let arcs: Vec<Arc> = arcs.iter().map(|(from, to)| Arc { from: *from, to: *to }).collect();
        assert_eq!(lanes(&arcs), found);
    }

    #[test]
    fn lines_up_leave_above_lines_down() {
        let arcs = [Arc { from: 2, to: 0 }, Arc { from: 2, to: 4 }];
        let found = ports(&arcs, &lanes(&arcs), 40.0);
        assert!(found[0].0 < 0.0 && found[1].0 > 0.0, "{found:?}");
        assert_eq!((found[0].1, found[1].1), (0.0, 0.0));
    }
}
