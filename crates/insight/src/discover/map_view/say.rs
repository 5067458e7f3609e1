//! What a map shows, in sentences.

use super::{MapView, ViewNode};
use crate::discover::sentence::grouped;

/// Sentences on how much is shown, the main way and what comes back.
pub(super) fn sentences(view: &MapView) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(main_way(view));
    said.extend(loops(view));
    if view.reopened > 0 {
        said.push(format!(
            "{} on to a stage after {} closed.",
            counted(view.reopened, "deal went", "deals went"),
            if view.reopened == 1 { "it was" } else { "they were" }
        ));
    }
    said.extend(compared(view));
    said.extend(left_out(view));
    said
}

fn main_way(view: &MapView) -> Option<String> {
    let names: Vec<&str> = view.main.iter().map(|i| name(&view.nodes[*i as usize])).filter(|n| !n.is_empty()).collect();
    (names.len() > 1).then(|| format!("The main way: {}.", names.join(" → ")))
}

/// Exports that write `Stage: Closing` for entering a stage mean the stage.
fn name(node: &ViewNode) -> &str {
    let head = node.activity.get(..6).filter(|head| head.eq_ignore_ascii_case("stage:"));
    head.and_then(|_| node.activity.get(6..)).map(str::trim).filter(|rest| !rest.is_empty()).unwrap_or(&node.activity)
}

/// The boxes that most deals come back to, three at most.
fn loops(view: &MapView) -> Vec<String> {
    let mut nodes: Vec<&ViewNode> = view.nodes.iter().filter(|n| n.returned > 0).collect();
    nodes.sort_by_key(|n| std::cmp::Reverse(n.returned));
    let say = |n: &&ViewNode| format!("{} back to {}", counted(n.returned, "deal came", "deals came"), name(n));
    let said: Vec<String> = nodes.iter().take(3).map(say).collect();
    if said.is_empty() { Vec::new() } else { vec![format!("{}.", said.join(", "))] }
}

/// Won and lost deals each that are many enough to compare, wherever they could go different ways.
const MANY: u64 = 20;

fn compared(view: &MapView) -> Option<String> {
    let (won, lost) = (view.deals.won, view.deals.lost);
    if won == 0 || lost == 0 {
        return None;
    }
    let all: Vec<_> = view.edges.iter().filter_map(|e| e.compared).collect();
    let tested = all.iter().filter(|c| c.p_adjusted.is_some()).count() as u64;
    let supported = all.iter().filter(|c| c.supported).count() as u64;
    Some(if tested == 0 && won.min(lost) >= MANY {
        "Before they close, won and lost deals hardly ever go different ways: there is nothing to compare.".into()
    } else if tested == 0 {
        format!(
            "We can't tell yet whether won and lost deals take different ways: {} won, {} lost.",
            grouped(won),
            grouped(lost)
        )
    } else if supported == 0 {
        format!(
            "On none of {} does the data support that won and lost deals go different ways.",
            counted(tested, "line compared", "lines compared")
        )
    } else {
        format!(
            "On {} of {} the data supports that won and lost deals go different ways.",
            grouped(supported),
            counted(tested, "line compared", "lines compared")
        )
    })
}

fn left_out(view: &MapView) -> Vec<String> {
    let mut said = Vec::new();
    let a = view.activities;
    if a.shown < a.of {
        said.push(format!(
            "{} of {} different activities are on the map; they hold {} of all events.",
            grouped(a.shown),
            grouped(a.of),
            percent(a.share)
        ));
        if !view.grouped && view.groups * 2 < a.of {
            said.push(format!(
                "Many names differ in numbers only: taken together they would be {}.",
                grouped(view.groups)
            ));
        }
    }
    said
}

fn percent(share: f64) -> String {
    if share > 0.995 && share < 1.0 { "more than 99 %".into() } else { format!("{:.0} %", share * 100.0) }
}

fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}
