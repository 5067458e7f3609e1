//! The board: open deals by stage.

use axum::extract::State;
use insight::{discover::stages_in_order, log::EventLog, select::Selection};
use model::{
    Deal, Event, Outcome, Timestamp,
    ids::DealId,
    process::{Process, Stage, StageKind, judge_stage},
    rates::Unconverted,
    tags::TAGS,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    accounts::named,
    deal_view::days_between,
    guard::Actor,
    money::Rates,
    permission,
    problem::{Answer, Json, Query},
    processes::{Active, Processes},
    routes::process::{Which, moving::deal_of},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Most cards shown of one column; the rest is in the list of deals.
const MOST_CARDS: usize = 50;
/// The attribute in which a rep notes down what comes next.
const NEXT_STEP: &str = "next_step";

/// The board.
#[derive(Debug, Serialize, ToSchema)]
pub struct Board {
    /// Columns in the order of the stages.
    pub columns: Vec<Column>,
    /// Version of the process; none: the columns are the stages that the data has.
    pub process_version: Option<i64>,
    /// ISO 4217; empty where unknown.
    pub currency: String,
    /// Values in currencies that could not be changed into this one; they are in no sum.
    pub unconverted: Vec<Unconverted>,
}

/// A stage with its open deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct Column {
    /// Id of the stage; its name in the data where there is no process.
    pub stage_id: String,
    /// Its name.
    pub name: String,
    /// What it means for a deal to be here.
    pub kind: StageKind,
    /// The names by which the data knows it.
    pub observed: Vec<String>,
    /// Open deals in it.
    pub count: usize,
    /// Sum of their values in minor units.
    pub value_minor: i64,
    /// Those that are here longest, at most 50.
    pub cards: Vec<Card>,
}

/// A deal on the board.
#[derive(Debug, Serialize, ToSchema)]
pub struct Card {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// Account.
    pub account: Option<String>,
    /// Owner.
    pub owner: Option<String>,
    /// Product.
    pub product: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// ISO 4217; empty where unknown.
    pub currency: String,
    /// What the rep noted down as next.
    pub next_step: String,
    /// Tags, with a comma and a blank between.
    pub tags: String,
    /// Version, for moving it.
    pub version: i64,
    /// Days in the stage.
    pub days: Option<f64>,
    /// days / target days of the stage; above 1 it is late.
    pub age: Option<f64>,
    /// Required exit criteria met.
    pub met: usize,
    /// Required exit criteria in all.
    pub required: usize,
    /// The first thing that is missing, in a sentence.
    pub missing: Option<String>,
    /// The criterion that asks for it, in the words of the process.
    pub next: Option<String>,
    /// Whether who asks may change it.
    pub may_change: bool,
}

/// Open deals by stage.
#[utoipa::path(get, path = "/board", tag = "Run", params(Which, SelectionParams), responses((status = 200, body = Board)))]
pub async fn see(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Selected(selection): Selected,
) -> Answer<Json<Board>> {
    let processes = app.processes().await?;
    let active = which.among(&processes)?;
    let process_version = active.as_ref().map(|active| active.saved.version);
    let known = active.clone();
    let (rates, aliases) = (app.rates().await?, app.aliases().await?);
    let (filled, sum) = app
        .on_log(move |log| {
            let filling = filled(log, selection, &processes, known.as_ref());
            let sum = rates.sum(log, filling.iter().flat_map(|f| f.deals.iter().copied()));
            (filling.into_iter().map(|f| f.finish(log, &rates)).collect::<Vec<_>>(), sum)
        })
        .await?;
    let now = app.now();
    let mut columns = Vec::with_capacity(filled.len());
    for (mut column, ids) in filled {
        let mut events = app.store.events_of(&ids).await?;
        for deal in app.store.deals(&ids).await? {
            let deal = named(deal, &aliases);
            let events = events.remove(&deal.id).unwrap_or_default();
            let process = active.as_ref().map(|active| active.of_deal(&deal).0);
            column.cards.push(card(&who, process, &column.stage_id, deal.clone(), &events, now));
        }
        columns.push(column);
    }
    Ok(Json(Board { columns, process_version, currency: sum.currency, unconverted: sum.unconverted }))
}

/// The open deals of a selection in the columns of a process, or else of the data.
pub(super) fn filled(
    log: &EventLog,
    selection: Selection,
    processes: &Processes,
    known: Option<&Active>,
) -> Vec<Filling> {
    let open = Selection { outcome: vec![Outcome::Open], ..selection };
    let mut filling = match known {
        Some(active) => columns_of(&active.process),
        None => columns_of_data(log),
    };
    for deal in open.deals(log) {
        let Some(active) = known else {
            sort_in(&mut filling, log, deal, None);
            continue;
        };
        let state = deal_of(log, deal);
        let own = processes.of_deal(&state).filter(|own| own.saved.process == active.saved.process);
        if let Some(own) = own {
            sort_in(&mut filling, log, deal, own.of_deal(&state).0.stage_of(log.stage(deal).unwrap_or_default()));
        }
    }
    filling
}

/// A column that is being filled.
pub(super) struct Filling {
    pub(super) column: Column,
    pub(super) deals: Vec<u32>,
}

impl Filling {
    fn new(stage_id: &str, name: &str, kind: StageKind, observed: Vec<String>) -> Self {
        let (stage_id, name) = (stage_id.to_owned(), name.to_owned());
        let column = Column { stage_id, name, kind, observed, count: 0, value_minor: 0, cards: Vec::new() };
        Self { column, deals: Vec::new() }
    }

    /// The column, and the deals that are in it longest.
    fn finish(mut self, log: &EventLog, rates: &Rates) -> (Column, Vec<DealId>) {
        self.column.value_minor = rates.sum(log, self.deals.iter().copied()).minor;
        self.deals.sort_by_key(|d| (log.stage_since(*d).is_none(), log.stage_since(*d)));
        let first = self.deals.iter().take(MOST_CARDS).map(|d| log.deal_id(*d)).collect();
        (self.column, first)
    }
}

fn columns_of(process: &Process) -> Vec<Filling> {
    let of_stage = |s: &Stage| {
        let mut observed = s.observed.clone();
        if !observed.contains(&s.name) {
            observed.push(s.name.clone());
        }
        Filling::new(&s.id, &s.name, s.kind, observed)
    };
    let on_board = |s: &&Stage| matches!(s.kind, StageKind::Open | StageKind::Nurturing);
    process.stages.iter().filter(on_board).map(of_stage).collect()
}

fn columns_of_data(log: &EventLog) -> Vec<Filling> {
    let stages = stages_in_order(log).into_iter();
    stages.map(|s| Filling::new(&s, &s, StageKind::Open, vec![s.clone()])).collect()
}

/// Puts a deal into the column of its stage. A stage that the process has no more, or never had, gets a column at the
/// end.
fn sort_in(columns: &mut Vec<Filling>, log: &EventLog, deal: u32, here: Option<&Stage>) {
    let stage = log.stage(deal).unwrap_or_default();
    let known = here.map_or(stage, |s| s.id.as_str());
    let at = columns.iter().position(|c| c.column.stage_id == known).unwrap_or_else(|| {
        let name = here.map_or(if stage.is_empty() { "No stage" } else { stage }, |s| s.name.as_str());
        columns.push(Filling::new(known, name, StageKind::Open, vec![stage.to_owned()]));
        columns.len() - 1
    });
    let filling = &mut columns[at];
    filling.column.count += 1;
    filling.deals.push(deal);
}

pub(super) fn card(
    who: &Actor,
    process: Option<&Process>,
    stage: &str,
    deal: Deal,
    events: &[Event],
    now: Timestamp,
) -> Card {
    let verdicts = process.map_or_else(Vec::new, |p| judge_stage(p, stage, &deal, events, now, who.language));
    let required = verdicts.iter().filter(|v| v.required);
    let target = process.and_then(|p| p.stages.iter().find(|s| s.id == stage)).and_then(|s| s.target_days);
    let days = deal.stage_since.map(|since| days_between(since, now));
    Card {
        id: deal.id,
        days,
        age: days.zip(target).filter(|(_, target)| *target > 0.0).map(|(days, target)| days / target),
        met: required.clone().filter(|v| v.met).count(),
        required: required.clone().count(),
        missing: required.clone().find(|v| !v.met).map(|v| v.missing.clone()),
        next: required.clone().find(|v| !v.met).map(|v| v.says.clone()),
        may_change: permission::may_change(who.role, &who.name, &deal),
        value_minor: deal.value.as_ref().map(|v| v.minor),
        next_step: deal.attributes.get(NEXT_STEP).cloned().unwrap_or_default(),
        tags: deal.attributes.get(TAGS).cloned().unwrap_or_default(),
        currency: deal.value.map(|v| v.currency).unwrap_or_default(),
        version: deal.version,
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        product: deal.product,
    }
}
