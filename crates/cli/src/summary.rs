//! What `stagecraft discover` prints for people.

use indicatif::HumanCount;
use insight::discover::Discovery;

use crate::output::plural;

/// The figures in a table, then how deals are won in sentences.
pub fn summary(found: &Discovery) -> String {
    let mut out = format!("{}\n\n", found.sentence);
    let mut row = |name: &str, value: String| out.push_str(&format!("  {name:<22} {value}\n"));
    let deals = &found.deals;
    row(
        "Deals",
        format!(
            "{} ({} won, {} lost, {} open)",
            count(deals.total),
            count(deals.won),
            count(deals.lost),
            count(deals.open)
        ),
    );
    if let (Some(rate), Some(low), Some(high)) = (found.win_rate.rate, found.win_rate.low, found.win_rate.high) {
        let (rate, low, high) = (rate * 100.0, low * 100.0, high * 100.0);
        row("Win rate", format!("{rate:.1} % (95 % interval {low:.1}–{high:.1} %)"));
    }
    for (name, days) in [("Days to win", &found.cycle_days.won), ("Days to lose", &found.cycle_days.lost)] {
        if let (Some(median), Some(q25), Some(q75)) = (days.median, days.q25, days.q75) {
            row(name, format!("{median:.1} (half of them {q25:.1}–{q75:.1})"));
        }
    }
    row(
        "Activities",
        format!(
            "{}, {}, {}",
            found.map.nodes.len(),
            plural(found.map.edges.len() as u64, "move"),
            plural(found.variants.count, "way")
        ),
    );
    for stage in &found.stages {
        let days = stage.median_days.map_or_else(|| "no dates".to_owned(), |d| format!("median {d:.1} days"));
        row(
            &format!("Stage {}", stage.name),
            format!("{} in, {} out, {days}", count(stage.entered), count(stage.left)),
        );
    }
    let rows = &found.rows;
    row(
        "Rows",
        format!(
            "{} read, {} imported, {} rejected, {} duplicates",
            count(rows.read),
            count(rows.imported),
            count(rows.rejected),
            count(rows.duplicates)
        ),
    );
    let supported = found.differences.iter().filter(|d| d.supported).count();
    // counted plainly: that a field goes with winning is no more than that
    row(
        "Differences",
        format!(
            "by {supported} of {} fields win rates differ by more than chance, counted plainly",
            found.differences.len()
        ),
    );
    for told in found.findings.in_words() {
        out.push_str(&format!("\n{}\n", told.about));
        told.sentences.iter().for_each(|sentence| out.push_str(&format!("  {sentence}\n")));
    }
    out
}

fn count(n: u64) -> String {
    HumanCount(n).to_string()
}
