//! What a dashboard shows now.

use std::collections::BTreeMap;

use axum::http::Uri;
use axum_extra::extract::Query;
use insight::measure::{Span, Step};
use model::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{DashboardLine, MetricTile, Show, TileOf};
use crate::{
    metrics::{MetricAnswer, MetricParams},
    problem::{Answer, Problem},
    selection::{PeriodParams, SelectionParams, read_kept},
    state::App,
};

/// A dashboard with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct DashboardFigures {
    /// The dashboard.
    pub line: DashboardLine,
    /// The figures of its tiles, in their order; those of words have none.
    pub tiles: Vec<TileFigures>,
    /// The last moment that the data tells of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
}

/// The figures of a tile.
#[derive(Debug, Serialize, ToSchema)]
pub struct TileFigures {
    /// The tile.
    pub id: Uuid,
    /// Its metric, worked out.
    pub answer: Option<MetricAnswer>,
    /// Why there is none; empty where there is one, and for words.
    pub says: String,
}

impl App {
    /// The figures of a dashboard. A tile whose metric cannot be worked out says why, and the others stand.
    ///
    /// # Errors
    /// If the database cannot be read; 503 while the log is being read.
    pub async fn dashboard_figures(&self, line: DashboardLine) -> Answer<DashboardFigures> {
        let as_of = self.keeper.read()?.as_of();
        let mut tiles = Vec::with_capacity(line.dashboard.tiles.len());
        for tile in &line.dashboard.tiles {
            let (answer, says) = match &tile.of {
                TileOf::Text(_) => (None, String::new()),
                TileOf::Metric(of) => match self.tile_answer(line.dashboard.span, of).await {
                    Ok(answer) => (Some(answer), String::new()),
                    Err(problem) if problem.status < 500 => (None, problem.detail),
                    Err(problem) => return Err(problem),
                },
            };
            tiles.push(TileFigures { id: tile.id, answer, says });
        }
        Ok(DashboardFigures { line, tiles, as_of })
    }

    /// A tile's metric, worked out as its page would. `span` is the time where the tile has none of its own.
    pub async fn tile_answer(&self, span: Span, tile: &MetricTile) -> Answer<MetricAnswer> {
        let selection = self.selected(read_kept::<SelectionParams>(&tile.params)?).await?;
        let mut period: PeriodParams = read_kept(&tile.params)?;
        if period.from.is_none() && period.to.is_none() {
            period.span = period.span.or(Some(span));
        }
        let mut params: MetricParams = read_kept(&tile.params)?;
        if tile.show == Show::Series {
            params.step = params.step.or_else(|| Some(Step::default()));
        }
        let period = self.period(period).await?;
        if period.is_none() {
            // All time has none before it.
            params.against = None;
        }
        self.metric_answer(tile.metric.clone(), (selection, period, params), None).await
    }
}

impl MetricTile {
    /// A metric as people write it in a text: `win-rate?show=groups&by=team`.
    ///
    /// # Errors
    /// In words, if it cannot be meant.
    pub fn written(text: &str) -> Answer<Self> {
        let (metric, query) = text.split_once('?').unwrap_or((text, ""));
        let wrong = || Problem::bad("Write a metric and what is asked of it, such as win-rate?show=groups&by=team.");
        let uri: Uri = format!("/?{}", query.trim()).parse().map_err(|_| wrong())?;
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&uri).map_err(|_| wrong())?;
        let mut tile = Self {
            metric: metric.trim().to_owned(),
            title: String::new(),
            show: Show::Figure,
            params: BTreeMap::new(),
        };
        for (name, value) in pairs {
            if name == "show" {
                let known = serde_json::from_value(value.as_str().into());
                tile.show = known.map_err(|_| Problem::bad("A metric shows figure, series or groups."))?;
            } else {
                tile.params.entry(name).or_default().push(value);
            }
        }
        Ok(tile)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_metric_in_a_text() {
        let tile = MetricTile::written("win-rate?show=groups&by=team&field=product%3AGTX+Pro&field=product:X").unwrap();
        assert_eq!((tile.metric.as_str(), tile.show), ("win-rate", Show::Groups));
        assert_eq!(tile.params["field"], ["product:GTX Pro", "product:X"]);
        assert_eq!(MetricTile::written("cycle-time").unwrap().show, Show::Figure);
        assert!(MetricTile::written("win-rate?show=table").is_err());
        assert!(MetricTile::written("win rate?a b").is_err());
    }
}
