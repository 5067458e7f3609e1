//! A dashboard as PDF, and in the words of a mail.

use insight::measure::{Period, Span, Step, metric::Figures};
use jiff::{SignedDuration, tz::TimeZone};
use manual::{
    Block,
    chart::Mark,
    dashboard::{Paper, PaperOf, PaperTile, print},
    metric::Shown,
};
use model::Timestamp;

use super::{
    MetricTile, Show, Tile, TileOf, Width,
    figures::{DashboardFigures, TileFigures},
};
use crate::{
    metrics::MetricAnswer,
    printing::imprint,
    problem::{Answer, Problem},
    state::App,
};

impl App {
    /// A dashboard's figures as PDF.
    ///
    /// # Errors
    /// If the database cannot be read, or the pages cannot be laid out.
    pub async fn dashboard_pdf(&self, figures: DashboardFigures) -> Answer<Vec<u8>> {
        let company = imprint(self).await?.company;
        let now = self.now();
        let printed = tokio::task::spawn_blocking(move || print(&paper(&figures, &company, now)));
        printed.await.map_err(Problem::internal)?.map_err(Problem::internal)
    }
}

fn paper<'a>(figures: &'a DashboardFigures, company: &'a str, now: Timestamp) -> Paper<'a> {
    let dashboard = &figures.line.dashboard;
    Paper {
        company,
        name: &dashboard.name,
        says: &dashboard.says,
        span: said(dashboard.span),
        date: figures.as_of.unwrap_or(now),
        tiles: dashboard.tiles.iter().zip(&figures.tiles).map(|(tile, worked)| on_paper(tile, worked)).collect(),
    }
}

fn on_paper<'a>(tile: &'a Tile, worked: &'a TileFigures) -> PaperTile<'a> {
    let width = match tile.width {
        Width::Third => 2,
        Width::Half => 3,
        Width::Whole => 6,
    };
    let of = match (&tile.of, &worked.answer) {
        (TileOf::Text(text), _) => PaperOf::Text(text),
        (TileOf::Metric(_), None) => PaperOf::Text(&worked.says),
        (TileOf::Metric(of), Some(answer)) => match of.show {
            Show::Figure => PaperOf::Figure(&answer.figures),
            Show::Groups => PaperOf::Groups(&answer.figures),
            Show::Series => PaperOf::Series(&answer.figures, step(of), marks(answer)),
        },
    };
    PaperTile { title: title(tile, worked), width, of }
}

/// A metric as blocks of the manual; where it cannot be worked out, why.
///
/// # Errors
/// If the database cannot be read; 503 while the log is being read.
pub async fn in_manual(app: &App, text: &str) -> Answer<Vec<Block>> {
    let worked = match MetricTile::written(text) {
        Ok(tile) => app.tile_answer(Span::All, &tile).await.map(|answer| (tile, answer)),
        Err(problem) => Err(problem),
    };
    match worked {
        Ok((tile, answer)) => {
            let shown = match tile.show {
                Show::Figure => Shown::Figure,
                Show::Groups => Shown::Groups,
                Show::Series => Shown::Series(step(&tile), marks(&answer)),
            };
            let zone = app.work().await?.zone;
            Ok(manual::metric::blocks(&answer.metric.name, &answer.figures, &shown, &time(&answer.figures, &zone)))
        }
        Err(problem) if problem.status < 500 => Ok(vec![manual::metric::missing(text, &problem.detail)]),
        Err(problem) => Err(problem),
    }
}

/// The days that figures are of.
fn time(figures: &Figures, zone: &TimeZone) -> String {
    let Some(Period { from, to }) = figures.period else { return said(Span::All).to_owned() };
    let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).strftime("%-d %B %Y").to_string();
    let last = to.checked_sub(SignedDuration::from_secs(1)).unwrap_or(to);
    match (from == Timestamp::MIN, to == Timestamp::MAX) {
        (true, _) => format!("Up to {}", day(last)),
        (_, true) => format!("Since {}", day(from)),
        _ => format!("{} to {}", day(from), day(last)),
    }
}

fn marks(answer: &MetricAnswer) -> Vec<Mark> {
    answer.marks.iter().map(|mark| Mark { at: mark.at, says: mark.says.clone() }).collect()
}

/// What stands above a tile.
fn title<'a>(tile: &'a Tile, worked: &'a TileFigures) -> &'a str {
    match (&tile.of, &worked.answer) {
        (TileOf::Text(_), _) => "",
        (TileOf::Metric(of), Some(answer)) if of.title.is_empty() => &answer.metric.name,
        (TileOf::Metric(of), None) if of.title.is_empty() => &of.metric,
        (TileOf::Metric(of), _) => &of.title,
    }
}

/// The length of a tile's steps.
fn step(tile: &MetricTile) -> Step {
    let asked = tile.params.get("step").and_then(|values| values.first());
    asked.and_then(|word| serde_json::from_value(word.as_str().into()).ok()).unwrap_or_default()
}

/// The time in words.
pub fn said(span: Span) -> &'static str {
    match span {
        Span::All => "All time",
        Span::Year => "The last twelve months",
        Span::Quarter => "The last three months",
        Span::Month => "The last month",
        Span::Week => "The last seven days",
    }
}

/// The figures of a dashboard in lines.
pub fn lines(figures: &DashboardFigures) -> Vec<String> {
    let mut lines = vec![format!("{}.", said(figures.line.dashboard.span))];
    for (tile, worked) in figures.line.dashboard.tiles.iter().zip(&figures.tiles) {
        if matches!(tile.of, TileOf::Text(_)) {
            continue;
        }
        let says = match &worked.answer {
            None => worked.says.clone(),
            Some(answer) => {
                let (all, figure) = (&answer.figures, &answer.figures.total);
                let basis = Some(all.basis(figure)).filter(|basis| !basis.is_empty() && figure.value.is_some());
                let before = all.against.as_ref().map(|other| format!("; {} before", all.said(&other.figure)));
                let basis = basis.map_or_else(String::new, |basis| format!(" ({basis})"));
                format!("{}{basis}{}", all.said(figure), before.unwrap_or_default())
            }
        };
        lines.push(format!("- {}: {says}", title(tile, worked)));
    }
    lines
}
