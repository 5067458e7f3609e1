//! The ways that deals go, page by page, with how they ended.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Summary, Wanted, WinRate,
    look_back::stage_names,
    tally,
    variants::{Found, found, hash_of_deal},
    win_rate,
};
use crate::{
    log::{Class, EventLog, MICROS_A_DAY, NEVER, Steps, View},
    select::Selection,
    stats::quantile::summary_of_micros,
    table::{line as csv_line, number},
};

/// Which ways to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariantRequest {
    /// Which activities are steps.
    pub view: Wanted,
    /// Only ways with a step whose name has this text in it, whatever the case.
    pub contains: String,
    /// How many to skip.
    pub offset: usize,
    /// How many to list.
    pub limit: usize,
}

/// A page of ways, the most frequent first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct VariantPage {
    /// What the steps are.
    pub view: Wanted,
    /// Different ways that meet the search.
    pub found: u64,
    /// Different ways of all selected deals.
    pub all: u64,
    /// Deals with at least one step.
    pub deals: u64,
    /// Deals whose way meets the search.
    pub found_deals: u64,
    /// Where the next page begins; none on the last.
    pub next: Option<u64>,
    /// The ways.
    pub variants: Vec<VariantRow>,
    /// The stages of the selected deals, in the order that gives each its colour and letter.
    pub stages: Vec<String>,
}

/// A way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VariantRow {
    /// Its place in the list, from 1.
    pub place: u64,
    /// The activities in order.
    pub path: Vec<String>,
    /// Deals.
    pub count: u64,
    /// Of these, open.
    pub open: u64,
    /// Share of all deals.
    pub share: f64,
    /// Share of all deals on this way and those before it in the list.
    pub cumulative: f64,
    /// Won of closed.
    pub win_rate: WinRate,
    /// Days from first to last dated step.
    pub days: Summary,
}

/// The ways of the selected deals.
pub fn variant_list(log: &EventLog, selection: &Selection, request: &VariantRequest) -> VariantPage {
    let deals = selection.deals(log);
    let steps = steps_of(log, request.view);
    let ranked = Ranked::of(log, &steps, &deals, &request.contains);
    let end = (request.offset + request.limit).min(ranked.ways.len());
    let start = request.offset.min(end);
    let path = |f: &Found| steps.of_deal(f.deal).map(|(step, _)| steps.name(step).to_owned()).collect();
    let rows = ranked.lines(&steps, &deals, start..end).into_iter().map(|line| VariantRow {
        place: line.place,
        path: path(&line.way),
        count: line.way.count,
        open: line.open(),
        share: line.share,
        cumulative: line.cumulative,
        win_rate: line.win_rate(),
        days: line.days,
    });
    VariantPage {
        view: view_of(log, request.view),
        variants: rows.collect(),
        stages: stage_names(log, &deals),
        found: ranked.ways.len() as u64,
        all: ranked.all,
        deals: ranked.deals,
        found_deals: ranked.ways.iter().map(|f| f.count).sum(),
        next: (end < ranked.ways.len()).then_some(end as u64),
    }
}

/// All ways of the selected deals as CSV in pieces, which need the log no more; `offset` and `limit` do not count.
pub fn variant_csv(log: &EventLog, selection: &Selection, request: &VariantRequest) -> VariantCsv {
    let deals = selection.deals(log);
    let steps = steps_of(log, request.view);
    let ranked = Ranked::of(log, &steps, &deals, &request.contains);
    let lines = ranked.lines(&steps, &deals, 0..ranked.ways.len());
    let mut path = Vec::new();
    let ends = lines.iter().map(|line| {
        path.extend(steps.of_deal(line.way.deal).map(|(step, _)| step));
        path.len()
    });
    let ends: Vec<usize> = ends.collect();
    let names = (0..steps.names() as u32).map(|step| steps.name(step).to_owned()).collect();
    VariantCsv { names, path, lines: lines.into_iter().zip(ends).collect::<Vec<_>>().into_iter(), at: 0, begun: false }
}

/// The view asked for, as far as the data has it.
fn view_of(log: &EventLog, wanted: Wanted) -> Wanted {
    let staged = log.sorts.all.iter().any(|s| s.class == Class::Stage);
    if staged { wanted } else { Wanted::All }
}

fn steps_of(log: &EventLog, wanted: Wanted) -> Steps<'_> {
    Steps::of(log, if view_of(log, wanted) == Wanted::Stages { View::Stages } else { View::All })
}

/// The ways that meet a search, the most frequent first.
struct Ranked {
    ways: Vec<Found>,
    /// Different ways before the search.
    all: u64,
    /// Deals with at least one step.
    deals: u64,
}

/// A way with its figures.
struct Line {
    place: u64,
    way: Found,
    share: f64,
    cumulative: f64,
    days: Summary,
}

impl Line {
    fn open(&self) -> u64 {
        self.way.count - self.way.won - self.way.lost
    }

    fn win_rate(&self) -> WinRate {
        win_rate(self.way.won, self.way.won + self.way.lost)
    }
}

impl Ranked {
    fn of(log: &EventLog, steps: &Steps<'_>, deals: &[u32], contains: &str) -> Self {
        let mut ways = found(log, steps, deals);
        let (all, deals) = (ways.len() as u64, ways.iter().map(|f| f.count).sum());
        if let Some(matching) = matching(steps, contains) {
            ways.retain(|f| steps.of_deal(f.deal).any(|(step, _)| matching[step as usize]));
        }
        ways.sort_by(|a, b| b.count.cmp(&a.count).then(a.deal.cmp(&b.deal)));
        Self { ways, all, deals }
    }

    /// The figures of the ways at these places. `deals` are those that the ways are of.
    fn lines(&self, steps: &Steps<'_>, deals: &[u32], places: Range<usize>) -> Vec<Line> {
        let start = places.start;
        let mut held: u64 = self.ways[..start].iter().map(|f| f.count).sum();
        let mut lasted = lasted(steps, deals, &self.ways[places.clone()]);
        let share = |n: u64| n as f64 / self.deals.max(1) as f64;
        let lines = self.ways[places].iter().zip(&mut lasted).enumerate().map(|(i, (way, lasted))| {
            held += way.count;
            Line {
                place: (start + i + 1) as u64,
                way: *way,
                share: share(way.count),
                cumulative: share(held),
                days: summary_of_micros(lasted, MICROS_A_DAY),
            }
        });
        lines.collect()
    }
}

/// For each step whether its name has the text; none where nothing is searched for.
fn matching(steps: &Steps<'_>, text: &str) -> Option<Vec<bool>> {
    let text = text.trim().to_lowercase();
    let has = |step: u32| steps.name(step).to_lowercase().contains(&text);
    (!text.is_empty()).then(|| (0..steps.names() as u32).map(has).collect())
}

/// Microseconds from first to last dated step of the deals of each way.
fn lasted(steps: &Steps<'_>, deals: &[u32], page: &[Found]) -> Vec<Vec<i64>> {
    let places: FxHashMap<u128, usize> = page.iter().map(|f| f.hash).zip(0..).collect();
    let mut lasted = vec![Vec::new(); page.len()];
    for deal in deals {
        let Some(place) = places.get(&hash_of_deal(steps, *deal)) else { continue };
        let took = tally::lasted(steps.of_deal(*deal).map(|(_, at)| at));
        if took != NEVER {
            lasted[*place].push(took);
        }
    }
    lasted
}

/// Bytes that a piece of the CSV has at least, but for the last.
const PIECE: usize = 1 << 16;
/// Names of the columns of the CSV.
const COLUMNS: [&str; 15] = [
    "place",
    "way",
    "steps",
    "deals",
    "open",
    "won",
    "lost",
    "share",
    "cumulative",
    "win_rate",
    "win_rate_low",
    "win_rate_high",
    "days_q25",
    "days_median",
    "days_q75",
];

/// The ways of [`variant_csv`], written piece by piece, safe to open in a spreadsheet: see [`crate::table::Table::csv`].
pub struct VariantCsv {
    names: Vec<String>,
    /// The steps of all ways, one after the other.
    path: Vec<u32>,
    /// The ways, with the end of each in `path`.
    lines: std::vec::IntoIter<(Line, usize)>,
    /// Where the next way begins in `path`.
    at: usize,
    begun: bool,
}

impl VariantCsv {
    fn write(&mut self, text: &mut String, line: &Line, end: usize) {
        let steps = &self.path[self.at..end];
        let way: Vec<&str> = steps.iter().map(|step| self.names[*step as usize].as_str()).collect();
        let (rate, days) = (line.win_rate(), &line.days);
        let cells = [
            line.place.to_string(),
            way.join(" → "),
            steps.len().to_string(),
            line.way.count.to_string(),
            line.open().to_string(),
            line.way.won.to_string(),
            line.way.lost.to_string(),
            number(Some(line.share)),
            number(Some(line.cumulative)),
            number(rate.rate),
            number(rate.low),
            number(rate.high),
            number(days.q25),
            number(days.median),
            number(days.q75),
        ];
        csv_line(text, cells.iter().map(String::as_str));
        self.at = end;
    }
}

impl Iterator for VariantCsv {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut text = String::new();
        if !std::mem::replace(&mut self.begun, true) {
            csv_line(&mut text, COLUMNS.into_iter());
        }
        while text.len() < PIECE {
            let Some((line, end)) = self.lines.next() else { break };
            self.write(&mut text, &line, end);
        }
        (!text.is_empty()).then_some(text)
    }
}
