//! Accounts: the organisations that deals are with, by name; merging and renaming, which rewrite nothing.

use std::collections::{BTreeMap, HashMap};

use axum::{extract::State, http::StatusCode};
use insight::{log::EventLog, search::Query as Words, select::Selection};
use model::{
    Outcome,
    alias::{Alias, Aliases, likeness},
    deal::field,
    ids::DealId,
    people::{DealPerson, people},
    rates::Sum,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::users::text;
use crate::{
    accounts::ALIAS,
    guard::{Actor, IfMatch},
    money::Rates,
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

/// Most accounts told at once.
const MOST_ACCOUNTS: usize = 200;
/// Most deals of an account whose people are told.
const MOST_READ: usize = 200;
const MOST_NAMES: usize = 50;

/// All routes about accounts.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(see)).routes(routes!(merge)).routes(routes!(part))
}

/// An account in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountLine {
    /// Its name.
    pub name: String,
    /// All names that stand for it, as deals have them.
    pub names: Vec<String>,
    /// Its deals: open, won, lost.
    pub open: usize,
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// What the won ones are worth.
    pub won_value: Sum,
}

/// Accounts.
#[derive(Debug, Serialize, ToSchema)]
pub struct Accounts {
    /// How many there are in all.
    pub total: usize,
    /// Those asked for, most deals first; at most 200.
    pub accounts: Vec<AccountLine>,
    /// Names that may be of one account: alike but for the form of the firm.
    pub alike: Vec<Vec<String>>,
}

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words of the name.
    #[serde(default)]
    pub text: String,
}

/// The deals of each account, by the name they go under.
fn by_name(log: &EventLog, aliases: &Aliases) -> BTreeMap<String, (Vec<String>, Vec<u32>)> {
    let mut all: HashMap<&str, Vec<u32>> = HashMap::new();
    for deal in log.all() {
        if let Some(account) = log.account(deal) {
            all.entry(account).or_default().push(deal);
        }
    }
    let mut accounts: BTreeMap<String, (Vec<String>, Vec<u32>)> = BTreeMap::new();
    for (name, deals) in all {
        let (names, own) = accounts.entry(aliases.name(name).to_owned()).or_default();
        names.push(name.to_owned());
        own.extend(deals);
    }
    accounts
}

fn line(log: &EventLog, rates: &Rates, name: String, mut names: Vec<String>, deals: &[u32]) -> AccountLine {
    names.sort();
    let of = |outcome: Outcome| deals.iter().copied().filter(move |deal| log.outcome(*deal) == outcome);
    AccountLine {
        name,
        names,
        open: of(Outcome::Open).count(),
        won: of(Outcome::Won).count(),
        lost: of(Outcome::Lost).count(),
        won_value: rates.sum(log, of(Outcome::Won)),
    }
}

/// The accounts that deals name, with what may be one twice.
#[utoipa::path(get, path = "/accounts", tag = "Run", params(Wanted), responses((status = 200, body = Accounts)))]
pub async fn list(State(app): State<App>, Query(wanted): Query<Wanted>) -> Answer<Json<Accounts>> {
    let (aliases, rates) = (app.aliases().await?, app.rates().await?);
    let found = app
        .on_log(move |log| {
            let all = by_name(log, &aliases);
            let total = all.len();
            let alike = alike(all.keys());
            let words = Words::read(&wanted.text);
            let mut chosen: Vec<_> =
                all.into_iter().filter(|(name, _)| words.is_empty() || words.score(name).is_some()).collect();
            chosen.sort_by(|a, b| b.1.1.len().cmp(&a.1.1.len()).then_with(|| a.0.cmp(&b.0)));
            chosen.truncate(MOST_ACCOUNTS);
            let accounts =
                chosen.into_iter().map(|(name, (names, deals))| line(log, &rates, name, names, &deals)).collect();
            Accounts { total, accounts, alike }
        })
        .await?;
    Ok(Json(found))
}

fn alike<'a>(names: impl Iterator<Item = &'a String>) -> Vec<Vec<String>> {
    let mut by_likeness: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in names {
        by_likeness.entry(likeness(name)).or_default().push(name.clone());
    }
    by_likeness.into_values().filter(|names| names.len() > 1).take(MOST_NAMES).collect()
}

/// An account by its name.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// Its name, or one that stands for it.
    pub name: String,
}

/// A name that was put to an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountMerge {
    /// The record, to part them again.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The names that stand for the account.
    pub from: Vec<String>,
    /// The name they stand for.
    pub to: String,
    /// Who put them together.
    pub by: Option<String>,
}

/// The page of an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountView {
    /// The account.
    #[serde(flatten)]
    pub line: AccountLine,
    /// What the open ones are worth.
    pub open_value: Sum,
    /// People on its deals, those that acted most first.
    pub people: Vec<DealPerson>,
    /// What was put together or renamed, to take it back.
    pub merges: Vec<AccountMerge>,
    /// Names of other accounts that may be the same.
    pub alike: Vec<String>,
}

/// The page of an account. Its deals are those of `/deals` with `field=account:…`.
#[utoipa::path(get, path = "/accounts/one", tag = "Run", params(Named), responses((status = 200, body = AccountView)))]
pub async fn see(State(app): State<App>, Query(wanted): Query<Named>) -> Answer<Json<AccountView>> {
    let (aliases, rates, kept) = (app.aliases().await?, app.rates().await?, app.kept_aliases().await?);
    let name = aliases.name(wanted.name.trim()).to_owned();
    let names = aliases.names(&name);
    let (told, own, asked) = (name.clone(), aliases.clone(), names.clone());
    let (line, open_value, ids, alike) = app
        .on_log(move |log| {
            let selection = Selection { fields: [(field::ACCOUNT.to_owned(), asked)].into(), ..Selection::default() };
            let deals = selection.deals(log);
            let written: std::collections::BTreeSet<String> =
                deals.iter().filter_map(|deal| log.account(*deal)).map(str::to_owned).collect();
            let open = deals.iter().copied().filter(|deal| log.outcome(*deal) == Outcome::Open);
            let open_value = rates.sum(log, open);
            let mut newest = deals.clone();
            newest.sort_by_key(|deal| std::cmp::Reverse(log.created(*deal)));
            let ids: Vec<DealId> = newest.into_iter().take(MOST_READ).map(|deal| log.deal_id(deal)).collect();
            let core = likeness(&told);
            let others = log.values(field::ACCOUNT).into_iter().map(|(other, _)| own.name(&other).to_owned());
            let alike: std::collections::BTreeSet<String> =
                others.filter(|other| *other != told && likeness(other) == core).collect();
            let line = line(log, &rates, told, written.into_iter().collect(), &deals);
            (line, open_value, ids, alike.into_iter().take(MOST_NAMES).collect())
        })
        .await?;
    if ids.is_empty() {
        return Err(Problem::not_found("No deal is with such an account."));
    }
    let mut all: BTreeMap<String, DealPerson> = BTreeMap::new();
    for events in app.store.events_of(&ids).await?.into_values() {
        for person in people(&events) {
            let key = person.email.clone().unwrap_or_else(|| person.name.clone()).to_lowercase();
            match all.get_mut(&key) {
                Some(known) => {
                    known.acts += person.acts;
                    known.last = known.last.max(person.last);
                }
                None => drop(all.insert(key, person)),
            }
        }
    }
    let mut people: Vec<DealPerson> = all.into_values().collect();
    people.sort_by(|a, b| b.acts.cmp(&a.acts).then_with(|| a.name.cmp(&b.name)));
    let of_it = |alias: &Alias| names.iter().any(|name| alias.from.contains(name) || alias.to == *name);
    let merges = kept.into_iter().filter(|kept| of_it(&kept.alias)).map(|kept| AccountMerge {
        id: kept.id,
        version: kept.version,
        from: kept.alias.from,
        to: kept.alias.to,
        by: kept.by,
    });
    Ok(Json(AccountView { line, open_value, people, merges: merges.collect(), alike }))
}

/// Lets names stand for one account: accounts are merged, or one is renamed. Deals stay as they are.
#[utoipa::path(post, path = "/accounts/merges", tag = "Run", request_body = Alias,
    responses((status = 201, body = AccountMerge)))]
pub async fn merge(
    State(app): State<App>,
    who: Actor,
    Json(wish): Json<Alias>,
) -> Answer<(StatusCode, Json<AccountMerge>)> {
    let to = text("to", &wish.to)?;
    if wish.from.is_empty() || wish.from.len() > MOST_NAMES {
        return Err(Problem::field("from", format!("Name 1 to {MOST_NAMES} accounts.")));
    }
    let aliases = app.aliases().await?;
    let to = aliases.name(&to).to_owned();
    let mut from: Vec<String> = Vec::new();
    for name in &wish.from {
        let name = text("from", name)?;
        let known = aliases.name(&name).to_owned();
        if known != to && !from.contains(&known) {
            from.push(known);
        }
    }
    if from.is_empty() {
        return Err(Problem::field("from", "These are one account already."));
    }
    let alias = Alias { from, to };
    let content = serde_json::to_value(&alias).map_err(Problem::internal)?;
    let id = Uuid::now_v7();
    let record = app.store.keep_record(ALIAS, id, 0, Some(content), Some(&who.name), app.now()).await?;
    app.live.tell(crate::live::News::Missed);
    let Alias { from, to } = alias;
    Ok((StatusCode::CREATED, Json(AccountMerge { id, version: record.version, from, to, by: record.by })))
}

/// Parts accounts that were put together, or takes a new name back.
#[utoipa::path(delete, path = "/accounts/merges/{id}", tag = "Run",
    params(("id" = Uuid, Path), ("if-match" = String, Header)), responses((status = 204)))]
pub async fn part(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(ALIAS, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    app.live.tell(crate::live::News::Missed);
    Ok(StatusCode::NO_CONTENT)
}
