//! The board: open deals by stage. What it shows is kept beside the event log, so it costs what it shows.

use std::sync::Arc;

use axum::extract::State;
use insight::{order::Order, select::Selection};
use model::{
    Outcome, Timestamp,
    alias::Aliases,
    ids::DealId,
    process::{Process, Stage, StageKind},
    rates::Unconverted,
    tags::TAGS,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::deal_list::{no_cursor, order};
use crate::{
    cards::{Judged, Judging},
    deal_view::days_between,
    guard::Actor,
    held::{Held, Page, Totals, by_age, open::Filled},
    money::Rates,
    permission,
    problem::{Answer, Json, Problem, Query},
    processes::Active,
    routes::process::Which,
    selection::{Selected, SelectionParams},
    state::App,
};

/// Most cards shown of one column at first; the rest comes by [`column`].
const MOST_CARDS: usize = 30;
/// Most cards of one column at a time.
const MOST_OF_COLUMN: usize = 200;
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
    /// Cursor of what follows, for `/board/column`; none where these are all.
    pub next: Option<String>,
}

/// A part of a column.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BoardColumnPage)]
pub struct ColumnPage {
    /// Its cards in the order asked for.
    pub cards: Vec<Card>,
    /// Cursor of what follows; none at the end.
    pub next: Option<String>,
    /// Open deals in the whole column.
    pub count: usize,
    /// Sum of their values in minor units.
    pub value_minor: i64,
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

/// Which part of a column.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Part {
    /// The column: its `stage_id`.
    pub column: String,
    /// `age` (longest in the stage first, if left out), or what the list of deals can be in order by.
    #[serde(default)]
    pub sort: Option<String>,
    /// Where the last part ended: its `next`.
    #[serde(default)]
    pub cursor: Option<String>,
    /// How many, 1 to 200; 50 if left out.
    #[serde(default)]
    pub limit: Option<usize>,
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
    let active = which.one(&processes)?;
    let process = active.map(|active| active.saved.process);
    let open = Selection { outcome: vec![Outcome::Open], ..selection };
    let page = Page { order: by_age(), after: None, limit: MOST_CARDS };
    let heads = active.map(|active| heads_of(&active.process));
    let (rates, aliases) = (app.rates().await?, app.aliases().await?);
    let (filled, sum) = app
        .on_open(Arc::clone(&processes), move |held| {
            let filled = held.columns(process, None, &open, &page).unwrap_or_default();
            let mut all = Totals::default();
            filled.iter().for_each(|filled| all.join(&filled.totals));
            let heads = heads.unwrap_or_else(|| heads_of_data(held));
            (arranged(heads, filled, held, &rates), rates.of(held, &all))
        })
        .await?;
    let asked: Vec<Judging> =
        filled.iter().flat_map(|(_, seen)| seen.iter().map(|seen| seen.judging.clone())).collect();
    let mut judged = judged(&app, &who, active, &asked).await?.into_iter();
    let now = app.now();
    let columns = filled.into_iter().map(|(mut column, seen)| {
        let card = |(seen, judged): (Seen, Judged)| seen.card(&who, active, judged, &aliases, now);
        column.cards = seen.into_iter().zip(&mut judged).map(card).collect();
        column
    });
    let process_version = active.map(|active| active.saved.version);
    let columns = columns.collect();
    Ok(Json(Board { columns, process_version, currency: sum.currency, unconverted: sum.unconverted }))
}

/// Cards of one column of the board, in the order asked for. The filters are those of the board.
#[utoipa::path(get, path = "/board/column", tag = "Run", params(Which, SelectionParams, Part),
    responses((status = 200, body = ColumnPage)))]
pub async fn column(
    State(app): State<App>,
    who: Actor,
    Query(which): Query<Which>,
    Query(part): Query<Part>,
    Selected(selection): Selected,
) -> Answer<Json<ColumnPage>> {
    let processes = app.processes().await?;
    let active = which.one(&processes)?;
    let process = active.map(|active| active.saved.process);
    let order: Order = part.sort.as_deref().map_or_else(|| Ok(by_age()), order)?;
    let limit = part.limit.unwrap_or(MOST_CARDS).clamp(1, MOST_OF_COLUMN);
    if part.cursor.as_deref().is_some_and(|after| order.place_after(after).is_none()) {
        return Err(no_cursor());
    }
    let page = Page { order, after: part.cursor, limit };
    let open = Selection { outcome: vec![Outcome::Open], ..selection };
    let (rates, aliases) = (app.rates().await?, app.aliases().await?);
    let of_process = active.is_some_and(|active| active.process.stage(&part.column).is_some());
    let found = app.on_open(Arc::clone(&processes), move |held| {
        let filled = held.columns(process, Some(&part.column), &open, &page)?.into_iter().next();
        // a stage that no deal ever was in is a column all the same
        let is_empty = of_process || held.stages().contains(&part.column);
        let filled = filled.or_else(|| is_empty.then(|| Filled::none(&part.column)));
        Some(filled.map(|filled| {
            let seen: Vec<Seen> = filled.shown.iter().map(|shown| Seen::of(held, *shown, &filled.stage_id)).collect();
            (rates.of(held, &filled.totals).minor, filled, seen)
        }))
    });
    let gone = || Problem::not_found("The board has no such column any more. Load it again.");
    let (value_minor, filled, seen) = found.await?.ok_or_else(no_cursor)?.ok_or_else(gone)?;
    let asked: Vec<Judging> = seen.iter().map(|seen| seen.judging.clone()).collect();
    let judged = judged(&app, &who, active, &asked).await?;
    let now = app.now();
    let card = |(seen, judged): (Seen, Judged)| seen.card(&who, active, judged, &aliases, now);
    let cards = seen.into_iter().zip(judged).map(card).collect();
    Ok(Json(ColumnPage { cards, next: filled.next, count: filled.count, value_minor }))
}

async fn judged(app: &App, who: &Actor, active: Option<&Active>, asked: &[Judging]) -> Answer<Vec<Judged>> {
    match active {
        Some(active) => app.judged(active, asked, who.language).await,
        None => Ok(vec![Judged::default(); asked.len()]),
    }
}

/// A column without its deals.
fn head(stage_id: &str, name: &str, kind: StageKind, observed: Vec<String>) -> Column {
    let (stage_id, name) = (stage_id.to_owned(), name.to_owned());
    Column { stage_id, name, kind, observed, count: 0, value_minor: 0, cards: Vec::new(), next: None }
}

fn heads_of(process: &Process) -> Vec<Column> {
    let of_stage = |s: &Stage| {
        let mut observed = s.observed.clone();
        if !observed.contains(&s.name) {
            observed.push(s.name.clone());
        }
        head(&s.id, &s.name, s.kind, observed)
    };
    let on_board = |s: &&Stage| matches!(s.kind, StageKind::Open | StageKind::Nurturing);
    process.stages.iter().filter(on_board).map(of_stage).collect()
}

fn heads_of_data(held: &Held) -> Vec<Column> {
    held.stages().iter().map(|s| head(s, s, StageKind::Open, vec![s.clone()])).collect()
}

/// The columns with their deals. A stage that the process has no more, or never had, gets a column at the end if a deal
/// is in it.
fn arranged(mut heads: Vec<Column>, filled: Vec<Filled>, held: &Held, rates: &Rates) -> Vec<(Column, Vec<Seen>)> {
    let known = heads.len();
    let mut seen: Vec<Vec<Seen>> = heads.iter().map(|_| Vec::new()).collect();
    for filled in filled.into_iter().filter(|filled| filled.count > 0) {
        let at = heads.iter().position(|head| head.stage_id == filled.stage_id).unwrap_or_else(|| {
            heads.push(head(&filled.stage_id, &filled.name, StageKind::Open, vec![filled.observed.clone()]));
            seen.push(Vec::new());
            heads.len() - 1
        });
        heads[at].count = filled.count;
        heads[at].value_minor = rates.of(held, &filled.totals).minor;
        heads[at].next = filled.next;
        seen[at] = filled.shown.iter().map(|shown| Seen::of(held, *shown, &filled.stage_id)).collect();
    }
    let mut columns: Vec<(Column, Vec<Seen>)> = heads.into_iter().zip(seen).collect();
    columns[known..].sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    columns
}

/// What the log tells of a deal on the board.
struct Seen {
    judging: Judging,
    name: String,
    account: Option<String>,
    owner: Option<String>,
    product: Option<String>,
    value_minor: Option<i64>,
    currency: String,
    next_step: String,
    tags: String,
    since: Option<Timestamp>,
}

impl Seen {
    fn of(held: &Held, (deal, process_version): (u32, i64), stage: &str) -> Self {
        let text = |value: Option<&str>| value.map(str::to_owned);
        let judging =
            Judging { deal: held.deal_id(deal), version: held.version(deal), process_version, stage: stage.to_owned() };
        Self {
            judging,
            name: held.name(deal).to_owned(),
            account: text(held.account(deal)),
            owner: text(held.owner(deal)),
            product: text(held.product(deal)),
            value_minor: held.value_minor(deal),
            currency: held.currency(deal).unwrap_or_default().to_owned(),
            next_step: held.field(deal, NEXT_STEP).unwrap_or_default().to_owned(),
            tags: held.field(deal, TAGS).unwrap_or_default().to_owned(),
            since: held.stage_since(deal),
        }
    }

    fn card(self, who: &Actor, active: Option<&Active>, judged: Judged, aliases: &Aliases, now: Timestamp) -> Card {
        let Judging { deal, version, process_version, stage } = self.judging;
        let target = active.and_then(|a| a.version(process_version).stage(&stage)).and_then(|s| s.target_days);
        let days = self.since.map(|since| days_between(since, now));
        Card {
            id: deal,
            days,
            age: days.zip(target).filter(|(_, target)| *target > 0.0).map(|(days, target)| days / target),
            met: judged.met,
            required: judged.required,
            missing: judged.missing,
            next: judged.next,
            may_change: permission::may_change_of(who.role, &who.name, [self.owner.as_deref()]),
            value_minor: self.value_minor,
            currency: self.currency,
            next_step: self.next_step,
            tags: self.tags,
            version,
            name: self.name,
            account: self.account.map(|account| aliases.name(&account).to_owned()),
            owner: self.owner,
            product: self.product,
        }
    }
}
