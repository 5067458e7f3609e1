//! G: how deals were won.

use insight::discover::{
    BackStep, Bottleneck, Bottlenecks, Findings, WorkBackward,
    drivers::{Certainty, Driver, Drivers, Effect, WonLost},
};
use model::Side;

use crate::{
    block::{Block, Cell, Column, Table},
    words,
};

/// Steps, associations and stages listed at most.
const MOST: usize = 12;
/// Associations listed at most.
const MOST_DRIVERS: usize = 8;

/// The steps of the deals that took the usual time, what goes with winning, where the time goes, and what is told of
/// first and last acts and of moves on opinion.
pub(super) fn blocks(found: &Findings) -> Vec<Block> {
    let Some(back) = found.work_backward.as_ref().filter(|back| back.deals > 0) else {
        return vec![
            Block::lead("No deal has been won yet."),
            Block::paragraph("Once deals are won, their steps will stand here, counted back from the close."),
        ];
    };
    let mut blocks = vec![Block::lead(&back.sentence)];
    blocks.extend(back.notes.iter().map(Block::note));
    if !back.steps.is_empty() {
        blocks.push(Block::Table(steps(back)));
    }
    blocks.extend(found.drivers.iter().flat_map(associations));
    blocks.extend(found.bottlenecks.iter().filter(|b| !b.stages.is_empty()).flat_map(time));
    let told = found.in_words().into_iter().filter(|t| ["First and last", "Moved on opinion"].contains(&t.about));
    for told in told {
        blocks.push(Block::heading(told.about));
        blocks.extend(told.sentences.into_iter().map(Block::paragraph));
    }
    blocks
}

/// The most common steps in their order.
fn steps(back: &WorkBackward) -> Table {
    let mut common: Vec<&BackStep> = back.steps.iter().collect();
    common.sort_by_key(|s| std::cmp::Reverse(s.deals));
    let least = common.get(MOST - 1).map_or(0, |s| s.deals);
    let shown: Vec<&BackStep> = back.steps.iter().filter(|s| s.deals >= least).take(MOST).collect();
    let row = |s: &&BackStep| -> Vec<Cell> {
        vec![
            words::stage(&s.activity).into(),
            side(s).into(),
            words::days(s.first_before.median).into(),
            format!("{} of {}", words::count(s.deals), words::count(s.of)).into(),
            s.times.median.map_or_else(|| "–".into(), |n| format!("{n:.0}")).into(),
        ]
    };
    let more = back.steps.len() - shown.len();
    let left =
        if more > 0 { format!(" {} less common ones are left out.", words::count(more as u64)) } else { String::new() };
    Table {
        columns: vec![
            Column::text("Step"),
            Column::text("By"),
            Column::number("Days before the close"),
            Column::number("Deals"),
            Column::number("Times"),
        ],
        rows: shown.iter().map(row).collect(),
        caption: format!("Medians of the deals that have the step: when it came first, and how often it came.{left}"),
    }
}

fn side(step: &BackStep) -> &'static str {
    match step.side {
        _ if step.kind == "stage" => "",
        Side::Prospect => "prospect",
        Side::Rep => "us",
        Side::System | Side::Unknown => "",
    }
}

fn associations(found: &Drivers) -> Vec<Block> {
    let mut blocks = vec![Block::heading("What goes with winning"), Block::paragraph(&found.sentence)];
    let told = |d: &&Driver| matches!(d.certainty, Certainty::Supported | Certainty::Hint);
    let shown: Vec<&Driver> = found.drivers.iter().filter(told).take(MOST_DRIVERS).collect();
    if !shown.is_empty() {
        blocks.push(Block::Table(drivers(&shown)));
    }
    blocks.extend(found.lesson.iter().map(|l| Block::note(&l.sentence)));
    blocks
}

fn drivers(shown: &[&Driver]) -> Table {
    let row = |d: &&Driver| -> Vec<Cell> {
        let title = d.value.as_ref().map_or_else(|| d.title.clone(), |v| format!("{}: {v}", d.title));
        let plainly = d.naive.odds_ratio.map_or_else(|| "–".into(), |o| format!("× {o:.1}"));
        let sure = if d.certainty == Certainty::Supported { "yes" } else { "a hint" };
        vec![
            title.into(),
            won(d.with).into(),
            won(d.without).into(),
            points(d.points).into(),
            odds(d.odds_ratio).into(),
            plainly.into(),
            sure.into(),
        ]
    };
    let mut columns = vec![Column::text("What")];
    columns.extend(["Won with it", "Won without", "Points, 95 %", "Odds, 95 %", "Odds plainly"].map(Column::number));
    columns.push(Column::text("Supported"));
    Table {
        columns,
        rows: shown.iter().map(row).collect(),
        caption: "Points and odds are among comparable deals: those that had got as far, had been there as long and are \
                  alike in what else goes with the outcome. Counted plainly, the odds of all closed deals. What goes with \
                  winning need not bring it about."
            .into(),
    }
}

/// `58 % of 267`.
fn won(side: WonLost) -> String {
    format!("{} of {}", words::percent(side.rate()), words::count(side.closed()))
}

/// `+9 (3 to 15)`.
fn points(effect: Option<Effect>) -> String {
    let text = match effect {
        Some(Effect { value, low: Some(low), high: Some(high) }) => {
            format!("{:+.0} ({:.0} to {:.0})", value * 100.0, low * 100.0, high * 100.0)
        }
        Some(effect) => format!("{:+.0}", effect.value * 100.0),
        None => "–".into(),
    };
    text.replace('-', "−")
}

/// `× 1.6 (1.2 to 2.1)`.
fn odds(effect: Option<Effect>) -> String {
    match effect {
        Some(Effect { value, low: Some(low), high: Some(high) }) => format!("× {value:.1} ({low:.1} to {high:.1})"),
        Some(effect) => format!("× {:.1}", effect.value),
        None => "–".into(),
    }
}

fn time(found: &Bottlenecks) -> Vec<Block> {
    let row = |s: &Bottleneck| -> Vec<Cell> {
        vec![
            s.stage.clone().into(),
            words::count(s.deals).into(),
            words::days(s.days.median).into(),
            words::percent(s.share).into(),
            words::days(s.shorter_days).into(),
        ]
    };
    let mut columns = vec![Column::text("Stage")];
    columns.extend(["Won deals", "Median days", "Share of time", "Days shorter"].map(Column::number));
    let caption = "Days shorter: by how much the median sale would be if no deal stayed in the stage longer than its best \
                   quarter, all else as it was; a calculation, no forecast.";
    let table = Table { columns, rows: found.stages.iter().take(MOST).map(row).collect(), caption: caption.into() };
    vec![Block::heading("Where the time goes"), Block::paragraph(&found.sentence), Block::Table(table)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_won_teaches() {
        let blocks = blocks(&Findings::default());
        assert_eq!(blocks.first(), Some(&Block::lead("No deal has been won yet.")));
    }

    #[test]
    fn effects_in_few_letters() {
        let effect = |value, low, high| Some(Effect { value, low, high });
        assert_eq!(points(effect(0.091, Some(0.03), Some(0.154))), "+9 (3 to 15)");
        assert_eq!(points(effect(-0.06, Some(-0.11), Some(-0.01))), "−6 (−11 to −1)");
        assert_eq!(odds(effect(1.62, Some(1.2), Some(2.14))), "× 1.6 (1.2 to 2.1)");
        assert_eq!(odds(effect(2.0, None, None)), "× 2.0");
        assert_eq!(won(WonLost::default()), "– of 0");
    }
}
