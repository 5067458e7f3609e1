//! All deals and all events, to take along: read and written a part at a time.

use std::collections::VecDeque;

use axum::{body::Body, extract::State, response::Response};
use futures_util::stream;
use insight::{
    log::EventLog,
    measure::Period,
    select::Selection,
    table::{Cell, Column, Format, Kind, TableError, Writer},
};
use model::{Deal, Event, alias::Aliases, deal::field, ids::DealId};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    accounts::named,
    problem::{Answer, Problem},
    selection::{InPeriod, PeriodParams, Selected, SelectionParams},
    state::App,
    tables::download,
};

/// Deals read at once.
const AT_A_TIME: usize = 200;
/// Attributes that have columns of their own, at most.
const MOST_ATTRIBUTES: usize = 500;
/// Fields of deals that are no attributes.
const FIELDS: [&str; 5] = [field::OWNER, field::TEAM, field::PRODUCT, field::ACCOUNT, field::CURRENCY];

/// All routes about taking everything along.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(deals_csv))
        .routes(routes!(deals_json))
        .routes(routes!(deals_parquet))
        .routes(routes!(events_csv))
        .routes(routes!(events_json))
        .routes(routes!(events_parquet))
}

macro_rules! exports {
    ($give:ident, $ask:ty, $params:tt: $($(#[$doc:meta])* $name:ident: $format:ident $path:literal $media:literal;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(get, path = $path, tag = "Export", params $params,
            responses((status = 200, content_type = $media, body = Vec<u8>)))]
        pub async fn $name(State(app): State<App>, ask: $ask) -> Answer<Response> {
            $give(app, Format::$format, ask).await
        }
    )+};
}

exports! {
    deals, Selected, (SelectionParams):
    /// The selected deals as CSV, with every attribute in a column of its own.
    deals_csv: Csv "/export/deals.csv" "text/csv";
    /// The same as JSON.
    deals_json: Json "/export/deals.json" "application/json";
    /// The same as Parquet.
    deals_parquet: Parquet "/export/deals.parquet" "application/vnd.apache.parquet";
}

exports! {
    events, (Selected, InPeriod), (SelectionParams, PeriodParams):
    /// The events of the selected deals as CSV, of all time or of a period; deal by deal, in order of time.
    events_csv: Csv "/export/events.csv" "text/csv";
    /// The same as JSON.
    events_json: Json "/export/events.json" "application/json";
    /// The same as Parquet.
    events_parquet: Parquet "/export/events.parquet" "application/vnd.apache.parquet";
}

async fn deals(app: App, format: Format, Selected(selection): Selected) -> Answer<Response> {
    let aliases = app.aliases().await?;
    let found = app.on_log(move |log| (chosen(log, &selection), attributes(log))).await?;
    let (deals, attributes) = found;
    let what = What::Deals { aliases, attributes };
    give(app, "deals", format, deals, what)
}

async fn events(
    app: App,
    format: Format,
    (Selected(selection), InPeriod(period)): (Selected, InPeriod),
) -> Answer<Response> {
    let deals = app.on_log(move |log| chosen(log, &selection)).await?;
    give(app, "events", format, deals, What::Events { period })
}

fn chosen(log: &EventLog, selection: &Selection) -> VecDeque<DealId> {
    selection.deals(log).into_iter().map(|deal| log.deal_id(deal)).collect()
}

/// Names of attributes that deals have.
fn attributes(log: &EventLog) -> Vec<String> {
    let names = log.fields().into_iter().map(|field| field.name);
    names.filter(|name| !FIELDS.contains(&name.as_str())).take(MOST_ATTRIBUTES).collect()
}

/// What is taken along.
enum What {
    Deals { aliases: Aliases, attributes: Vec<String> },
    Events { period: Option<Period> },
}

/// A file that is being written.
struct Going {
    app: App,
    what: What,
    /// Deals that were not read yet.
    left: VecDeque<DealId>,
    /// Rows that were read and not written yet.
    rows: Vec<Vec<Cell>>,
    /// None once the end was written.
    writer: Option<Writer>,
}

fn give(app: App, name: &str, format: Format, left: VecDeque<DealId>, what: What) -> Answer<Response> {
    let writer = Writer::new(format, what.columns()).map_err(Problem::internal)?;
    let going = Going { app, what, left, rows: Vec::new(), writer: Some(writer) };
    let parts = stream::try_unfold(going, |going| async move {
        // Whoever takes the file along sees it end too soon; the cause goes to the log.
        going.part().await.map_err(|problem| std::io::Error::other(problem.detail))
    });
    Ok(download(name, format, Body::from_stream(parts)))
}

impl Going {
    /// Reads and writes the next part; none after the end.
    async fn part(mut self) -> Answer<Option<(Vec<u8>, Self)>> {
        let Some(mut writer) = self.writer.take() else { return Ok(None) };
        while self.rows.len() < Writer::ROWS && !self.left.is_empty() {
            let some: Vec<DealId> = self.left.drain(..AT_A_TIME.min(self.left.len())).collect();
            self.read(&some).await?;
        }
        let rest = self.rows.split_off(self.rows.len().min(Writer::ROWS));
        let rows = std::mem::replace(&mut self.rows, rest);
        let ends = self.rows.is_empty() && self.left.is_empty();
        let write = move || {
            let mut part = writer.write(&rows)?;
            if ends {
                part.extend(writer.finish()?);
                return Ok((part, None));
            }
            Ok::<_, TableError>((part, Some(writer)))
        };
        let written = tokio::task::spawn_blocking(write).await.map_err(Problem::internal)?;
        let (part, writer) = written.map_err(Problem::internal)?;
        self.writer = writer;
        Ok(Some((part, self)))
    }

    async fn read(&mut self, some: &[DealId]) -> Answer<()> {
        match &self.what {
            What::Deals { aliases, attributes } => {
                let deals = self.app.store.deals(some).await?.into_iter().map(|deal| named(deal, aliases));
                self.rows.extend(deals.map(|deal| deal_row(deal, attributes)));
            }
            What::Events { period } => {
                let mut events = self.app.store.events_of(some).await?;
                let in_time =
                    |event: &Event| period.is_none_or(|p| !event.undated && p.from <= event.at && event.at < p.to);
                for deal in some {
                    let own = events.remove(deal).unwrap_or_default();
                    self.rows.extend(own.into_iter().filter(in_time).map(event_row));
                }
            }
        }
        Ok(())
    }
}

impl What {
    fn columns(&self) -> Vec<Column> {
        match self {
            Self::Deals { attributes, .. } => {
                let fixed = DEAL.map(|(name, kind)| Column::new(name, kind)).into_iter();
                fixed.chain(attributes.iter().map(|name| Column::new(name.clone(), Kind::Text))).collect()
            }
            Self::Events { .. } => EVENT.map(|(name, kind)| Column::new(name, kind)).to_vec(),
        }
    }
}

const DEAL: [(&str, Kind); 14] = [
    ("id", Kind::Text),
    ("key", Kind::Text),
    ("name", Kind::Text),
    ("account", Kind::Text),
    ("owner", Kind::Text),
    ("team", Kind::Text),
    ("product", Kind::Text),
    ("value", Kind::Money),
    ("currency", Kind::Text),
    ("stage", Kind::Text),
    ("stage_since", Kind::Time),
    ("outcome", Kind::Text),
    ("created", Kind::Time),
    ("closed", Kind::Time),
];

fn deal_row(deal: Deal, attributes: &[String]) -> Vec<Cell> {
    let attribute = |name: &String| Cell::from(deal.attributes.get(name));
    let own: Vec<Cell> = attributes.iter().map(attribute).collect();
    let (minor, currency) = deal.value.map(|value| (value.minor, value.currency)).unzip();
    let fixed = [
        deal.id.to_string().into(),
        deal.key.into(),
        deal.name.into(),
        deal.account.into(),
        deal.owner.into(),
        deal.team.into(),
        deal.product.into(),
        Cell::money(minor),
        currency.into(),
        deal.stage.into(),
        deal.stage_since.into(),
        deal.outcome.word().into(),
        deal.created.into(),
        deal.closed.into(),
    ];
    fixed.into_iter().chain(own).collect()
}

const EVENT: [(&str, Kind); 11] = [
    ("id", Kind::Text),
    ("deal", Kind::Text),
    ("at", Kind::Time),
    ("undated", Kind::Boolean),
    ("kind", Kind::Text),
    ("activity", Kind::Text),
    ("stage", Kind::Text),
    ("side", Kind::Text),
    ("actor", Kind::Text),
    ("attributes", Kind::Text),
    ("import", Kind::Text),
];

fn event_row(event: Event) -> Vec<Cell> {
    let attributes = if event.attributes.is_empty() {
        Cell::None
    } else {
        serde_json::to_string(&event.attributes).map_or(Cell::None, Cell::from)
    };
    vec![
        event.id.to_string().into(),
        event.deal.to_string().into(),
        // An undated event bears the day of its import, which is no time of its own.
        if event.undated { Cell::None } else { event.at.into() },
        event.undated.into(),
        event.kind.into(),
        event.activity.into(),
        event.stage.into(),
        event.side.word().into(),
        event.actor.into(),
        attributes,
        event.import.map(|import| import.to_string()).into(),
    ]
}
