//! G: how the team really sells.

use insight::{
    discover::{Discovery, Group, LookBackDeal, MapEdge},
    measure::{StageSurvival, Step},
};
use model::Timestamp;

use super::{groups_table, named, page};
use crate::{
    assemble::Sources,
    block::{Block, Column, Fact, Page, Table},
    chart, words,
};

/// Rows of a breakdown that are printed.
const MOST_ROWS: usize = 40;
/// Breakdowns that get a page.
const MOST_FIELDS: usize = 8;

/// Headline, flow, time in stage, win rate over time, comparisons, the last won deals.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let source = sources.source();
    let made = |id: &str, title: &str, blocks: Vec<Block>| page(id, title, source.clone(), blocks);
    let mut pages = vec![
        made("g-glance", "How we sell, at a glance", glance(sources)),
        made("g-map", "How deals flow", flow(sources)),
        made("g-time", "Time in each stage", time(sources)),
        made("g-rate", "Win rate over time", rate(sources)),
    ];
    pages.extend(fields(sources.discovery).into_iter().map(|(field, groups)| {
        let title = format!("Win rate by {}", field.replace('_', " "));
        page(format!("g-by-{}", words::slug(field)), title, source.clone(), breakdown(field, groups, sources))
    }));
    pages.push(made("g-last", "The last won deals", last_won(sources)));
    pages
}

fn glance(sources: &Sources<'_>) -> Vec<Block> {
    let found = sources.discovery;
    let mut blocks = vec![Block::lead(headline(found)), Block::Facts { facts: facts(found) }];
    blocks.extend(sources.generated_data_note.map(Block::note));
    let told: Vec<&str> = found.differences.iter().map(|d| d.sentence.as_str()).filter(|s| !s.is_empty()).collect();
    if !told.is_empty() {
        blocks.push(Block::heading("What differs, and how sure that is"));
        blocks.push(list(&told));
        blocks.push(Block::note("A difference is not a cause: only an experiment can show what makes one."));
    }
    if found.rows.rejected > 0 {
        let rejected = words::counted(found.rows.rejected, "row was", "rows were");
        blocks.push(Block::note(format!("{rejected} rejected on import and {} read.", words::count(found.rows.read))));
    }
    blocks
}

fn list(sentences: &[&str]) -> Block {
    let item = |text: &&str| crate::block::Item { done: None, blocks: vec![Block::paragraph(*text)] };
    Block::List { start: None, items: sentences.iter().map(item).collect() }
}

fn headline(found: &Discovery) -> String {
    match found.sentence.trim() {
        "" if found.deals.total == 0 => "There are no deals in the data yet.".into(),
        "" => format!("{} in the data.", words::counted(found.deals.total, "deal", "deals")),
        sentence => sentence.to_owned(),
    }
}

fn facts(found: &Discovery) -> Vec<Fact> {
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

fn flow(sources: &Sources<'_>) -> Vec<Block> {
    let map = &sources.discovery.stage_map;
    let Some(picture) = chart::map(map) else {
        return vec![Block::lead("The data shows no moves between stages yet."), needs_stages()];
    };
    let caption = sources
        .caption("Moves between stages, with counts and the median time between; a thicker line is taken more often.");
    let mut blocks = vec![Block::lead(flow_lead(sources.discovery)), Block::Figure { picture, caption }];
    if !map.edges.is_empty() {
        blocks.push(Block::Table(moves(&map.edges, sources)));
    }
    blocks
}

fn flow_lead(found: &Discovery) -> String {
    match found.stage_variants.top.first() {
        Some(top) if found.deals.total > 0 => format!(
            "The way most deals take is {}: {} of {}.",
            top.path.join(" → "),
            words::count(top.count),
            words::counted(found.deals.total, "deal", "deals")
        ),
        _ => "Every move between stages that the data holds.".into(),
    }
}

fn needs_stages() -> Block {
    Block::paragraph("This page fills itself once the imported deals say which stages they were in, and when.")
}

fn moves(edges: &[MapEdge], sources: &Sources<'_>) -> Table {
    let time = |e: &MapEdge| if e.median_seconds > 0.0 { words::span(e.median_seconds) } else { "–".into() };
    let row =
        |e: &MapEdge| vec![e.from.clone().into(), e.to.clone().into(), words::count(e.count).into(), time(e).into()];
    Table {
        columns: vec![Column::text("From"), Column::text("To"), Column::number("Moves"), Column::number("Median time")],
        rows: edges.iter().take(20).map(row).collect(),
        caption: sources.caption("The most frequent moves."),
    }
}

fn time(sources: &Sources<'_>) -> Vec<Block> {
    let stages: &[StageSurvival] = sources.time_in_stage.groups.first().map_or(&[], |g| &g.stages);
    if stages.is_empty() {
        return vec![Block::lead("How long deals stay in each stage is not known yet."), needs_stages()];
    }
    let mut blocks = vec![Block::lead(time_lead(stages))];
    if let Some(picture) = chart::survival(stages) {
        let caption = sources.caption(
            "Share of deals still in the stage by days since entering, with the interval at 95 % (Kaplan–Meier). Deals \
             still there count as long as they have been seen.",
        );
        blocks.push(Block::Figure { picture, caption });
    }
    blocks.push(Block::Table(time_table(stages, sources)));
    blocks
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

fn time_table(stages: &[StageSurvival], sources: &Sources<'_>) -> Table {
    let interval = |s: &StageSurvival| match (s.low, s.high) {
        (Some(low), Some(high)) => format!("{} to {}", words::days(Some(low)), words::days(Some(high))),
        (Some(low), None) => format!("{} or more", words::days(Some(low))),
        _ => "–".into(),
    };
    let row = |s: &StageSurvival| {
        vec![
            s.stage.clone().into(),
            words::count(s.visits).into(),
            words::count(s.censored).into(),
            words::count(s.undated).into(),
            words::days(s.median_days).into(),
            interval(s).into(),
            words::percent(s.moved_on).into(),
            words::percent(s.lost).into(),
        ]
    };
    Table {
        columns: vec![
            Column::text("Stage"),
            Column::number("Visits"),
            Column::number("Still there"),
            Column::number("Undated"),
            Column::number("Median days"),
            Column::number("95 % interval"),
            Column::number("Moved on"),
            Column::number("Lost there"),
        ],
        rows: stages.iter().map(row).collect(),
        caption: sources.caption("Time in stage; a dash where too few have left to tell."),
    }
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
    let caption = sources.caption("Share won of the deals closed in each step; the band is the interval at 95 %.");
    let columns = vec![
        Column::text("Closed in"),
        Column::number("Won"),
        Column::number("Closed"),
        Column::number("Win rate"),
        Column::number("95 % interval"),
    ];
    let shown = &points[points.len().saturating_sub(24)..];
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
        Block::Table(Table { columns, rows, caption: sources.caption("The figures behind the picture.") }),
    ]
}

/// A step of time as people call it.
fn step_name(step: Step, from: Timestamp) -> String {
    match step {
        Step::Week => format!("week from {}", words::date(from)),
        Step::Month => words::long_month(from),
        Step::Quarter => words::quarter(from),
    }
}

/// The fields with at least two values, the ones a manager asks for first.
fn fields(found: &Discovery) -> Vec<(&String, &Vec<Group>)> {
    const FIRST: [&str; 5] = ["owner", "team", "product", "sector", "source"];
    let rank = |field: &str| FIRST.iter().position(|f| *f == field).unwrap_or(FIRST.len());
    let mut fields: Vec<_> = found.breakdowns.iter().filter(|(_, groups)| groups.len() > 1).collect();
    fields.sort_by_key(|(field, _)| rank(field));
    fields.truncate(MOST_FIELDS);
    fields
}

fn breakdown(field: &str, groups: &[Group], sources: &Sources<'_>) -> Vec<Block> {
    let found = sources.discovery;
    let told = found.differences.iter().find(|d| d.field == field).map(|d| d.sentence.trim()).filter(|s| !s.is_empty());
    let mut blocks = vec![Block::lead(told.unwrap_or("Won of closed deals, with the interval at 95 %."))];
    let shown: Vec<&Group> = groups.iter().take(MOST_ROWS).collect();
    let caption = sources.caption(
        "The bar is the interval at 95 %, the upright line the rate of all deals. Difference: against all others, supported \
         where it remains after allowing for how many values were looked at.",
    );
    blocks.push(Block::Table(groups_table(&shown, &words::label(field), found, caption)));
    if groups.len() > shown.len() {
        let more = words::count((groups.len() - shown.len()) as u64);
        blocks.push(Block::note(format!("{more} more with fewer closed deals are not printed.")));
    }
    if field == "owner" {
        blocks.push(Block::note(
            "Rates differ with the deals one is given. A lower one is a reason to help, not to blame.",
        ));
    }
    blocks
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
    let caption =
        sources.caption("Each line is one won deal from its first dated moment to its close, last closed first.");
    let row = |d: &LookBackDeal| {
        vec![
            named(d.account.as_deref().unwrap_or(&d.name)).into(),
            d.owner.clone().unwrap_or_default().into(),
            d.product.clone().unwrap_or_default().into(),
            d.value_minor.map_or_else(|| "–".into(), |v| words::money(v, "")).into(),
            d.closed.map_or_else(|| "–".into(), words::date).into(),
            words::days(d.days).into(),
        ]
    };
    let columns = vec![
        Column::text("Account"),
        Column::text("Owner"),
        Column::text("Product"),
        Column::number("Value"),
        Column::text("Closed"),
        Column::number("Days"),
    ];
    let table = Table { columns, rows: back.deals.iter().map(row).collect(), caption: String::new() };
    vec![Block::lead(lead), Block::Figure { picture, caption }, Block::Table(table)]
}
