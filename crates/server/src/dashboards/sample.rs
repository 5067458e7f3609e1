//! A dashboard for a workspace that shows what there is.

use std::collections::BTreeMap;

use insight::measure::Span;
use model::ids::UserId;
use serde_json::json;
use uuid::Uuid;

use super::{Dashboard, MetricTile, Show, Tile, TileOf, Width};
use crate::{
    owned::{Kept, Owned},
    problem::{Answer, Problem},
    state::App,
};

const HOW_TO_READ: &str = "Where a point is outside of the band, ask what was different then. Inside of it the figure \
                           goes up and down by itself, and nobody has to explain it.";

impl App {
    /// Puts the figures of a weekly meeting on a dashboard, once.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn add_sample_dashboard(&self, owner: UserId, name: &str) -> Answer<()> {
        if !self.all_owned::<Dashboard>().await?.is_empty() {
            return Ok(());
        }
        let kept = Kept { owner, owner_name: name.to_owned(), content: sample().sound()? };
        let content = serde_json::to_value(&kept).map_err(Problem::internal)?;
        let id = Uuid::now_v7();
        self.store.keep_record(Dashboard::KIND, id, 0, Some(content), Some(name), self.now()).await?;
        Ok(())
    }
}

fn sample() -> Dashboard {
    let beside = json!({ "against": ["previous"] });
    let tiles = vec![
        metric("win-rate", Show::Figure, Width::Third, beside.clone()),
        metric("value-won", Show::Figure, Width::Third, beside.clone()),
        metric("cycle-time", Show::Figure, Width::Third, beside),
        metric("value-won", Show::Series, Width::Whole, json!({ "step": ["week"], "span": ["year"] })),
        metric("win-rate", Show::Groups, Width::Half, json!({ "by": ["owner"] })),
        metric("time-in-stage", Show::Groups, Width::Half, json!({ "by": ["stage"] })),
        metric("new-deals", Show::Series, Width::Half, json!({ "step": ["week"] })),
        metric("open-deals", Show::Series, Width::Half, json!({ "step": ["week"] })),
        Tile { id: Uuid::now_v7(), width: Width::Whole, of: TileOf::Text(HOW_TO_READ.into()) },
    ];
    Dashboard {
        name: "Sales week".into(),
        says: "What the weekly meeting begins with.".into(),
        span: Span::Quarter,
        shared: true,
        tiles,
        weekly: None,
    }
}

fn metric(metric: &str, show: Show, width: Width, params: serde_json::Value) -> Tile {
    let params: BTreeMap<String, Vec<String>> = serde_json::from_value(params).unwrap_or_default();
    let of = TileOf::Metric(MetricTile { metric: metric.into(), title: String::new(), show, params });
    Tile { id: Uuid::now_v7(), width, of }
}
