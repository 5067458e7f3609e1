//! What was said of the process, as a list.

use std::cmp::Reverse;

use axum::extract::State as Extract;
use insight::table::{self, Cell, Table};
use model::{
    Timestamp,
    feedback::{Kind, State, Still, held_up},
    ids::{DealId, UserId},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    feedback::{
        Saved, followers, leads,
        view::{Feedback, Viewing},
    },
    guard::Actor,
    problem::{Answer, Json, Path, Problem, Query},
    routes::deal_list::no_cursor,
    state::App,
    tables::table_files,
};

/// Which ones by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FeedbackStanding {
    /// Open, or taken up.
    Unsettled,
    /// Done or declined.
    Settled,
    /// Nobody has answered.
    Open,
    /// Somebody sees to it.
    TakenUp,
    /// Something was changed.
    Done,
    /// Nothing is changed.
    Declined,
    /// Its author took it back: one's own alone, and for managers all.
    Withdrawn,
}

impl FeedbackStanding {
    fn fits(self, state: State) -> bool {
        match self {
            Self::Unsettled => state.is_open(),
            Self::Settled => matches!(state, State::Done | State::Declined),
            Self::Open => state == State::Open,
            Self::TakenUp => state == State::TakenUp,
            Self::Done => state == State::Done,
            Self::Declined => state == State::Declined,
            Self::Withdrawn => state == State::Withdrawn,
        }
    }
}

/// Which kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FeedbackTone {
    /// What hinders, is missing or unclear.
    Negative,
    /// What is good as it is.
    Praise,
    /// What hinders.
    Hinders,
    /// What is missing.
    Missing,
    /// What is unclear.
    Unclear,
}

impl FeedbackTone {
    fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Negative => kind.is_negative(),
            Self::Praise => kind == Kind::Praise,
            Self::Hinders => kind == Kind::Hinders,
            Self::Missing => kind == Kind::Missing,
            Self::Unclear => kind == Kind::Unclear,
        }
    }
}

/// Which ones. What is left out does not matter.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct FeedbackParams {
    /// How they stand.
    #[param(inline)]
    pub state: Option<FeedbackStanding>,
    /// Which kinds.
    #[param(inline)]
    pub kind: Option<FeedbackTone>,
    /// Of which process, by its short id.
    pub process: Option<String>,
    /// At which stage, by its id.
    pub stage: Option<String>,
    /// At which task, criterion, … of it, by its id.
    pub part: Option<String>,
    /// At which deal.
    pub deal: Option<DealId>,
    /// Who sees to it.
    pub owner: Option<UserId>,
    /// True: what who asks said.
    pub mine: Option<bool>,
    /// Words of it.
    pub text: Option<String>,
}

impl FeedbackParams {
    fn fits(&self, saved: &Saved, who: &Actor) -> bool {
        let item = &saved.item;
        let withdrawn = item.state == State::Withdrawn;
        let own = item.author.id == who.id;
        let seen = match self.state {
            Some(state) => state.fits(item.state) && (!withdrawn || own || leads(who.role)),
            None => !withdrawn,
        };
        let same = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
        let text = self.text.as_deref().map(str::trim).unwrap_or_default().to_lowercase();
        let place = &item.place;
        seen && item.joined.is_none()
            && self.kind.is_none_or(|kind| kind.fits(item.kind))
            && same(&self.process, &place.process)
            && same(&self.stage, &place.stage)
            && same(&self.part, place.part.as_ref().map_or("", |part| &part.id))
            && self.deal.is_none_or(|deal| item.deal == Some(deal))
            && self.owner.is_none_or(|owner| item.owner.as_ref().is_some_and(|own| own.id == owner))
            && self.mine.is_none_or(|mine| mine == own)
            && (text.is_empty()
                || [&item.words, &place.stage_name, &item.author.name]
                    .into_iter()
                    .chain(place.part.as_ref().map(|part| &part.name))
                    .any(|words| words.to_lowercase().contains(&text)))
    }
}

/// Which part of a list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct FeedbackPage {
    /// Where the last page ended: its `next`.
    pub cursor: Option<String>,
    /// How many, 1 to 500.
    pub limit: usize,
}

impl Default for FeedbackPage {
    fn default() -> Self {
        Self { cursor: None, limit: 100 }
    }
}

/// What was said.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackList {
    /// How many there are in all.
    pub total: usize,
    /// Those asked for: what holds up most people first, then what is open longest.
    pub items: Vec<Feedback>,
    /// Cursor of the next page; none at the end.
    pub next: Option<String>,
}

/// Where an item stands in the list: what is not settled first, then what holds up most people, then what was said first.
type Standing = (bool, Reverse<usize>, Timestamp, Uuid);

fn written((settled, Reverse(held), at, id): &Standing) -> String {
    format!("{}_{held}_{}_{id}", u8::from(*settled), at.as_nanosecond())
}

fn read(cursor: &str) -> Option<Standing> {
    let mut parts = cursor.split('_');
    let (settled, held) = (parts.next()?.parse::<u8>().ok()?, parts.next()?.parse().ok()?);
    let at = Timestamp::from_nanosecond(parts.next()?.parse().ok()?).ok()?;
    let id = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some((settled == 1, Reverse(held), at, id))
}

/// Those that fit, with where they stand, in that order.
fn chosen<'a>(all: &'a [Saved], params: &FeedbackParams, who: &Actor) -> Vec<(Standing, &'a Saved)> {
    let joined = followers(all);
    let standing = |saved: &Saved| {
        let others = joined.get(&saved.item.id).map(Vec::as_slice).unwrap_or_default();
        let held = held_up(&saved.item, others.iter().map(|other| &other.item)).len();
        (!saved.item.state.is_open(), Reverse(held), saved.item.at, saved.item.id)
    };
    let fit = all.iter().filter(|saved| params.fits(saved, who));
    let mut chosen: Vec<(Standing, &Saved)> = fit.map(|saved| (standing(saved), saved)).collect();
    chosen.sort_by_key(|(standing, _)| *standing);
    chosen
}

/// One item as who asks sees it.
pub(super) async fn one(app: &App, who: &Actor, saved: &Saved) -> Answer<Feedback> {
    let all = app.feedback().await?;
    Ok(Viewing::of(app, who, &[saved]).await?.view(saved, &followers(&all)))
}

/// What was said of the process. What was joined to another one stands with that.
#[utoipa::path(get, path = "/feedback", tag = "Feedback", params(FeedbackParams, FeedbackPage),
    responses((status = 200, body = FeedbackList)))]
pub async fn list(
    Extract(app): Extract<App>,
    who: Actor,
    Query(params): Query<FeedbackParams>,
    Query(page): Query<FeedbackPage>,
) -> Answer<Json<FeedbackList>> {
    let after = page.cursor.as_deref().map(|cursor| read(cursor).ok_or_else(no_cursor)).transpose()?;
    let all = app.feedback().await?;
    let chosen = chosen(&all, &params, &who);
    let total = chosen.len();
    let from = after.map_or(0, |after| chosen.partition_point(|(standing, _)| *standing <= after));
    let rest = &chosen[from..];
    let some = &rest[..rest.len().min(page.limit.clamp(1, 500))];
    let next = some.last().filter(|_| some.len() < rest.len()).map(|(standing, _)| written(standing));
    let shown: Vec<&Saved> = some.iter().map(|(_, saved)| *saved).collect();
    let viewing = Viewing::of(&app, &who, &shown).await?;
    let joined = followers(&all);
    Ok(Json(FeedbackList { total, items: shown.into_iter().map(|saved| viewing.view(saved, &joined)).collect(), next }))
}

/// One item, by its id or by that of something that happened to it.
#[utoipa::path(get, path = "/feedback/{id}", tag = "Feedback", params(("id" = Uuid, Path)),
    responses((status = 200, body = Feedback)))]
pub async fn see(Extract(app): Extract<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<Feedback>> {
    let all = app.feedback().await?;
    let named = |saved: &&Saved| saved.item.id == id || saved.facts.iter().any(|fact| fact.id == id);
    let found = all.iter().find(named);
    let hidden =
        |saved: &&Saved| saved.item.state != State::Withdrawn || saved.item.author.id == who.id || leads(who.role);
    let nowhere = || Problem::not_found("Nobody said such a thing of the process, or it was taken back.");
    Ok(Json(one(&app, &who, found.filter(hidden).ok_or_else(nowhere)?).await?))
}

type Said = (Actor, Query<FeedbackParams>);

async fn table(app: &App, (who, Query(params)): Said) -> Answer<(String, Table)> {
    let all = app.feedback().await?;
    let chosen: Vec<&Saved> = chosen(&all, &params, &who).into_iter().map(|(_, saved)| saved).collect();
    let viewing = Viewing::of(app, &who, &chosen).await?;
    let joined = followers(&all);
    let columns = [
        ("said", table::Kind::Time),
        ("by", table::Kind::Text),
        ("kind", table::Kind::Text),
        ("process", table::Kind::Text),
        ("version", table::Kind::Integer),
        ("stage", table::Kind::Text),
        ("stage_still", table::Kind::Text),
        ("part", table::Kind::Text),
        ("part_name", table::Kind::Text),
        ("words", table::Kind::Text),
        ("deal", table::Kind::Text),
        ("state", table::Kind::Text),
        ("held_up", table::Kind::Boolean),
        ("owner", table::Kind::Text),
        ("owner_since", table::Kind::Time),
        ("until", table::Kind::Day),
        ("open_days", table::Kind::Integer),
        ("answer", table::Kind::Text),
        ("made_up", table::Kind::Boolean),
    ];
    let row = |saved: &&Saved| {
        let item = viewing.view(saved, &joined);
        let (part, part_name) = item.place.part.map(|part| (part.id, part.name)).unwrap_or_default();
        let still = match item.still {
            Still::There => "there",
            Still::PartGone => "part gone",
            Still::StageGone => "stage gone",
        };
        let deal = item.deal.map(|deal| deal.name.unwrap_or_else(|| deal.id.to_string()));
        vec![
            item.at.into(),
            item.author.name.into(),
            item.kind.word().into(),
            item.place.process.into(),
            item.place.version.into(),
            item.place.stage_name.into(),
            still.into(),
            part.into(),
            part_name.into(),
            item.words.into(),
            deal.into(),
            item.state.word().into(),
            item.held_up.into(),
            item.owner.map(|owner| owner.name).into(),
            item.owner_since.into(),
            item.until.into(),
            item.state.is_open().then_some(item.open_days).into(),
            item.answer.into(),
            item.sample.into(),
        ]
    };
    let rows: Vec<Vec<Cell>> = chosen.iter().map(row).collect();
    Ok(("feedback".to_owned(), Table::new(&columns, rows)))
}

table_files! {
    ask: Said, table: table, tag: "Feedback", params: (FeedbackParams),
    /// The same as CSV.
    csv: Csv "/feedback.csv" "text/csv";
    /// The same as Parquet.
    parquet: Parquet "/feedback.parquet" "application/vnd.apache.parquet";
}
