//! G: how the team really sells.

use insight::{
    discover::{Discovery, LookBackDeal, MapView, Wanted},
    measure::{StageSurvival, Step},
};
use model::Timestamp;

use super::{breakdowns, named, page, won};
use crate::{
    assemble::Sources,
    block::{Block, Cell, Column, Fact, Page, Table},
    chart, words,
};

/// Steps of time in the table below the picture.
const MOST_STEPS: usize = 12;

/// Headline, flow, time in stage, win rate over time, comparisons, the last won deals.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let made =
        |id: &str, title: &str, blocks: Vec<Block>| Page { flows: true, ..page(id, title, sources.source(), blocks) };
    let mut pages = vec![
        made("g-glance", "How we sell, at a glance", glance(sources)),
        made("g-map", "How deals flow", flow(sources)),
        made("g-time", "Time in each stage", time(sources)),
        made("g-rate", "Win rate over time", rate(sources)),
    ];
    pages.extend(breakdowns::pages(sources));
    pages.push(made("g-won", "How deals were won", won::blocks(&sources.discovery.findings)));
    pages.push(made("g-last", "The last won deals", last_won(sources)));
    pages
}

fn glance(sources: &Sources<'_>) -> Vec<Block> {
    let found = sources.discovery;
    let mut blocks = vec![Block::lead(headline(found)), Block::Facts { facts: facts(found) }];
    blocks.extend(sources.generated_data_note.map(Block::note));
    blocks.extend(breakdowns::differences(found));
    if found.rows.rejected > 0 {
        let rejected = words::counted(found.rows.rejected, "row was", "rows were");
        blocks.push(Block::note(format!("{rejected} rejected on import and {} read.", words::count(found.rows.read))));
    }
    blocks
}

fn headline(found: &Discovery) -> String {
    match found.sentence.trim() {
        "" if found.deals.total == 0 => "There are no deals in the data yet.".into(),
        "" => format!("{} in the data.", words::counted(found.deals.total, "deal", "deals")),
        sentence => sentence.to_owned(),
    }
}

/// What there is to tell before any deal is closed.
fn facts_of_open(found: &Discovery) -> Vec<Fact> {
    let days = found.case_seconds.median.map(|s| s / 86_400.0);
    vec![
        Fact::new(words::count(found.deals.total), "deals", "none closed yet"),
        Fact::new(words::count(found.map.nodes.len() as u64), "activities", ""),
        Fact::new(days.map_or_else(|| "–".into(), words::days_long), "median from first to last event", ""),
    ]
}

fn facts(found: &Discovery) -> Vec<Fact> {
    if found.deals.won + found.deals.lost == 0 {
        return facts_of_open(found);
    }
    let (deals, rate, cycle, value) = (&found.deals, &found.win_rate, &found.cycle_days.won, &found.value);
    let quartiles = match (cycle.q25, cycle.q75) {
        (Some(a), Some(b)) => format!("half of them {} to {}", words::days(Some(a)), words::days(Some(b))),
        _ => String::new(),
    };
    let known = words::interval(rate.low, rate.high);
    let interval = if known.is_empty() { String::new() } else { format!("{known} (95 % interval)") };
    let others = if value.others > 0 {
        format!("{} in other currencies left out", words::count(value.others))
    } else {
        String::new()
    };
    vec![
        Fact::new(words::count(deals.total), "deals", format!("{} open", words::count(deals.open))),
        Fact::new(words::count(deals.won), "won", ""),
        Fact::new(words::count(deals.lost), "lost", ""),
        Fact::new(words::percent(rate.rate), "win rate of closed deals", interval),
        Fact::new(cycle.median.map_or_else(|| "–".into(), words::days_long), "median time to win", quartiles),
        Fact::new(words::money(value.won_total_minor, &value.currency), "value won", others),
    ]
}

/// The map of stages; without stages, that of all activities.
fn flow(sources: &Sources<'_>) -> Vec<Block> {
    let (found, map) = (sources.discovery, sources.map);
    let Some(picture) = chart::process_map(map) else {
        return vec![Block::lead("The data shows no moves between stages yet."), needs_stages()];
    };
    let staged = map.view == Wanted::Stages;
    let lead = if staged { flow_lead(found) } else { activities_lead(found) };
    let mut blocks = vec![Block::lead(lead), Block::Figure { picture, caption: map_caption(map) }];
    if !map.sentences.is_empty() {
        blocks.push(Block::note(map.sentences.join(" ")));
    }
    blocks
}

/// What the figures on the map are, and how much of it is shown.
fn map_caption(map: &MapView) -> String {
    let of = if map.view == Wanted::Stages { "stages and closings" } else { "activities" };
    let (activities, paths) = (map.activities, map.paths);
    let shown = match activities.shown == activities.of {
        true => format!("All {} {of}", words::count(activities.of)),
        false => format!("{} of {} {of}", words::count(activities.shown), words::count(activities.of)),
    };
    let share = match paths.shown == paths.of {
        true => "all moves shown".to_owned(),
        false => format!("{} of moves shown", words::percent(Some(paths.share))),
    };
    format!(
        "{shown}, {share}. On each line how often deals went that way and the median time between; a thicker line is \
         taken more often, a dashed one goes back, begins or ends."
    )
}

fn flow_lead(found: &Discovery) -> String {
    match found.stage_variants.top.first() {
        Some(top) if found.deals.total > 0 => format!(
            "The way most deals take is {}: {} of {}.",
            top.path.iter().map(|s| words::stage(s)).collect::<Vec<_>>().join(" → "),
            words::count(top.count),
            words::counted(found.deals.total, "deal", "deals")
        ),
        _ => "Every move between stages that the data holds.".into(),
    }
}

fn activities_lead(found: &Discovery) -> String {
    let activities = words::counted(found.map.nodes.len() as u64, "activity", "activities");
    let ways = words::counted(found.variants.count, "way", "ways");
    format!("The data names no stages; it has {activities}, and deals go through them in {ways}.")
}

fn needs_stages() -> Block {
    Block::paragraph("This page fills itself once the imported deals say which stages they were in, and when.")
}

fn time(sources: &Sources<'_>) -> Vec<Block> {
    let stages: &[StageSurvival] = sources.time_in_stage.groups.first().map_or(&[], |g| &g.stages);
    if stages.is_empty() {
        return vec![Block::lead("How long deals stay in each stage is not known yet."), needs_stages()];
    }
    let mut blocks = vec![Block::lead(time_lead(stages))];
    if let Some(picture) = chart::survival(stages) {
        let caption = "Share of deals still in the stage by days since entering, with the interval at 95 % \
                       (Kaplan–Meier); the dot marks the day by which half have left. Deals still there count as long as \
                       they have been seen.";
        blocks.push(Block::Figure { picture, caption: caption.into() });
    }
    if stages.iter().any(|s| s.visits > 0) {
        blocks.push(Block::Table(time_table(stages)));
    }
    blocks.extend(stages.iter().filter(|s| s.visits == 0).map(no_dates));
    blocks
}

/// Says why a stage has no times.
fn no_dates(stage: &StageSurvival) -> Block {
    let visits = match stage.undated {
        0 => "the data has no visit to it".to_owned(),
        1 => "its one visit has no dates".to_owned(),
        n => format!("none of its {} visits has a date", words::count(n)),
    };
    Block::note(format!("No times for {}: {visits}.", stage.stage))
}

fn time_lead(stages: &[StageSurvival]) -> String {
    let known = stages.iter().filter_map(|s| Some((s, s.median_days?)));
    match known.max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((stage, days)) => {
            format!("Deals stay longest in {}: half of them more than {}.", stage.stage, words::days_long(days))
        }
        None => "No stage has seen half of its deals leave yet.".into(),
    }
}

fn time_table(stages: &[StageSurvival]) -> Table {
    let interval = |s: &StageSurvival| match (s.low, s.high) {
        (Some(low), Some(high)) => format!("{} to {}", words::days(Some(low)), words::days(Some(high))),
        (Some(low), None) => format!("{} or more", words::days(Some(low))),
        _ => "–".into(),
    };
    let dated: Vec<&StageSurvival> = stages.iter().filter(|s| s.visits > 0).collect();
    let undated = dated.iter().any(|s| s.undated > 0);
    let row = |s: &&StageSurvival| {
        let mut cells: Vec<Cell> =
            vec![s.stage.clone().into(), words::count(s.visits).into(), words::count(s.censored).into()];
        if undated {
            cells.push(words::count(s.undated).into());
        }
        cells.extend([
            words::days(s.median_days).into(),
            interval(s).into(),
            words::percent(s.moved_on).into(),
            words::percent(s.lost).into(),
        ]);
        cells
    };
    let mut columns = vec![Column::text("Stage"), Column::number("Visits"), Column::number("Still there")];
    if undated {
        columns.push(Column::number("Undated"));
    }
    columns.extend(["Median days", "95 % interval", "Moved on", "Lost there"].map(Column::number));
    let few = dated.iter().any(|s| s.median_days.is_none());
    let caption = if few { "A dash where too few have left to tell." } else { "" };
    Table { columns, rows: dated.iter().map(row).collect(), caption: caption.into() }
}

fn rate(sources: &Sources<'_>) -> Vec<Block> {
    let points = sources.win_rate.groups.first().map_or(&[][..], |g| &g.points);
    let Some(picture) = chart::rate(points) else {
        return vec![
            Block::lead("No dated deal has been closed yet."),
            Block::paragraph(
                "Once deals are closed with a date, this page shows the share won by the date of closing.",
            ),
        ];
    };
    let lead = match sources.win_rate.sentence.trim() {
        "" => "The share of closed deals that were won, by the date of closing.",
        sentence => sentence,
    };
    let caption = "Share won of the deals closed in each step; the band is the interval at 95 %.".to_owned();
    let columns = vec![
        Column::text("Closed in"),
        Column::number("Won"),
        Column::number("Closed"),
        Column::number("Win rate"),
        Column::number("95 % interval"),
    ];
    let shown = &points[points.len().saturating_sub(MOST_STEPS)..];
    let rows = shown
        .iter()
        .map(|p| {
            vec![
                step_name(sources.win_rate.step, p.from).into(),
                words::count(p.won).into(),
                words::count(p.closed).into(),
                words::percent(p.rate).into(),
                Some(words::interval(p.low, p.high)).filter(|i| !i.is_empty()).unwrap_or_else(|| "–".into()).into(),
            ]
        })
        .collect();
    vec![
        Block::lead(lead),
        Block::Figure { picture, caption },
        Block::Table(Table { columns, rows, caption: earlier(points.len()) }),
    ]
}

/// Says how many steps the table leaves to the picture.
fn earlier(points: usize) -> String {
    match points.saturating_sub(MOST_STEPS) {
        0 => String::new(),
        more => format!("The last {MOST_STEPS}; {} before them are in the picture.", words::count(more as u64)),
    }
}

/// A step of time as people call it.
fn step_name(step: Step, from: Timestamp) -> String {
    match step {
        Step::Day => words::date(from),
        Step::Week => format!("week from {}", words::date(from)),
        Step::Month => words::long_month(from),
        Step::Quarter => words::quarter(from),
        Step::Year => from.strftime("%Y").to_string(),
    }
}

fn last_won(sources: &Sources<'_>) -> Vec<Block> {
    let back = &sources.discovery.look_back;
    let Some(picture) = chart::timeline(back) else {
        return vec![
            Block::lead("No deal has been won yet."),
            Block::paragraph(
                "The last ten won deals will stand here side by side, from their beginning to their close.",
            ),
        ];
    };
    let lead = match back.sentence.trim() {
        "" => "The last won deals, side by side.",
        sentence => sentence,
    };
    let caption = "Each line is one won deal from its first dated moment to its close, last closed first.".to_owned();
    vec![Block::lead(lead), Block::Figure { picture, caption }, Block::Table(won_table(&back.deals))]
}

/// The last won deals; a column that is empty for all of them is left out.
fn won_table(deals: &[LookBackDeal]) -> Table {
    let has =
        |of: fn(&LookBackDeal) -> &Option<String>| deals.iter().any(|d| of(d).as_ref().is_some_and(|t| !t.is_empty()));
    let (owners, products) = (has(|d| &d.owner), has(|d| &d.product));
    let first = if has(|d| &d.account) { "Account" } else { "Deal" };
    let row = |d: &LookBackDeal| {
        let mut cells: Vec<Cell> = vec![named(d.account.as_deref().unwrap_or(&d.name)).into()];
        cells.extend(owners.then(|| d.owner.clone().unwrap_or_default().into()));
        cells.extend(products.then(|| d.product.clone().unwrap_or_default().into()));
        cells.extend([
            d.value_minor.map_or_else(|| "–".into(), |v| words::money(v, "")).into(),
            d.closed.map_or_else(|| "–".into(), words::date).into(),
            words::days(d.days).into(),
        ]);
        cells
    };
    let mut columns = vec![Column::text(first)];
    columns.extend(owners.then(|| Column::text("Owner")));
    columns.extend(products.then(|| Column::text("Product")));
    columns.extend([Column::number("Value"), Column::text("Closed"), Column::number("Days")]);
    Table { columns, rows: deals.iter().map(row).collect(), caption: String::new() }
}
