//! The customers: won deals by account, with how each is doing and what comes next.

use std::collections::BTreeMap;

use axum::extract::State;
use insight::{log::EventLog, select::Selection};
use jiff::civil::Date;
use model::{
    Deal, Outcome,
    after::{
        ACCOUNT_MANAGER, AfterSale, Churn, Contract, Health, HealthLimits, Light, NextReview, Today, after_sale, health,
    },
    ids::DealId,
    money::Money,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    problem::{Answer, Json, Problem, Query},
    state::App,
};

/// The setting that holds [`HealthLimits`].
const LIMITS: &str = "customers";
/// Won deals looked at, those won last.
const MOST_DEALS: usize = 5_000;
/// Customers listed.
const MOST: usize = 500;
/// The longest time that can be waited for anything: ten years.
const MOST_DAYS: u32 = 3_650;

/// Which customers, in what order.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct CustomersOf {
    /// Who owns a deal of theirs or looks after them; everybody's if left out.
    pub owner: Option<String>,
    /// Text found in the account's or a deal's name.
    pub text: Option<String>,
    /// Those with this light alone.
    pub light: Option<Light>,
    /// `health` (the worst first; if left out), `review`, `renewal` (the next first), `value` (the highest first), `name`.
    pub sort: Option<String>,
}

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Customer {
    /// The account; the deal's name where it has none.
    pub name: String,
    /// Their won deals, the last first.
    pub deals: Vec<CustomerDeal>,
    /// How they are doing: the worst of their deals.
    pub health: Health,
    /// The next review of any of their deals.
    pub next_review: Option<NextReview>,
    /// The contract whose last day of notice is next.
    pub contract: Option<Contract>,
    /// That they left, with all their deals.
    pub churn: Option<Churn>,
    /// What their won deals are worth, by currency.
    pub values: Vec<Money>,
    /// Who looks after them: account managers, else owners.
    pub people: Vec<String>,
}

/// A won deal of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerDeal {
    /// The deal.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// The day on which it was won.
    #[schema(value_type = Option<String>, format = "date")]
    pub won: Option<Date>,
}

/// The customers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Customers {
    /// At most 500.
    pub customers: Vec<Customer>,
    /// How many there are in all.
    pub total: u64,
    /// Won deals.
    pub deals: u64,
    /// Of these, how many were looked at: those won last, at most 5,000.
    pub looked_at: u64,
}

impl App {
    /// From when on a fact about a customer is a matter of concern.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn health_limits(&self) -> Answer<HealthLimits> {
        let kept = self.store.setting(LIMITS).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }
}

/// From when on a fact about a customer is a matter of concern.
#[utoipa::path(get, path = "/settings/customers", tag = "Settings", responses((status = 200, body = HealthLimits)))]
pub async fn limits(State(app): State<App>) -> Answer<Json<HealthLimits>> {
    Ok(Json(app.health_limits().await?))
}

/// Says from when on a fact about a customer is a matter of concern.
#[utoipa::path(put, path = "/settings/customers", tag = "Settings", request_body = HealthLimits,
    responses((status = 200, body = HealthLimits)))]
pub async fn keep_limits(State(app): State<App>, Json(limits): Json<HealthLimits>) -> Answer<Json<HealthLimits>> {
    let HealthLimits {
        quiet_days,
        silent_days,
        promise_days,
        unconfirmed_days,
        dispute_days,
        review_days,
        renewal_days,
    } = limits;
    let all = [
        ("quiet_days", quiet_days),
        ("silent_days", silent_days),
        ("promise_days", promise_days),
        ("unconfirmed_days", unconfirmed_days),
        ("dispute_days", dispute_days),
        ("review_days", review_days),
        ("renewal_days", renewal_days),
    ];
    if let Some((field, _)) = all.into_iter().find(|(_, days)| !(1..=MOST_DAYS).contains(days)) {
        return Err(Problem::field(field, format!("Write 1 to {MOST_DAYS} days.")));
    }
    if silent_days < quiet_days {
        return Err(Problem::field("silent_days", "Red cannot come before amber."));
    }
    app.store.set_setting(LIMITS, serde_json::to_value(limits).map_err(Problem::internal)?).await?;
    Ok(Json(limits))
}

/// The customers: won deals by account, with health, next review, renewal and value.
#[utoipa::path(get, path = "/customers", tag = "Run", params(CustomersOf), responses((status = 200, body = Customers)))]
pub async fn list(State(app): State<App>, Query(of): Query<CustomersOf>) -> Answer<Json<Customers>> {
    let (work, limits) = (app.work().await?, app.health_limits().await?);
    let today = work.today(app.now());
    let (owner, text) = (of.owner.clone(), of.text.clone());
    let (ids, deals) = app.on_log(move |log| won(log, owner.as_deref(), text.as_deref())).await?;
    let looked_at = ids.len() as u64;
    let mut events = app.store.events_of(&ids).await?;
    let processes = app.processes().await?;
    let mut by_account: BTreeMap<(String, String), Vec<Told>> = BTreeMap::new();
    for deal in app.store.deals(&ids).await? {
        let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
        let every = process.and_then(|process| process.review_days(&deal));
        let after = after_sale(&events.remove(&deal.id).unwrap_or_default());
        let account = deal.account.as_deref().map(str::trim).filter(|account| !account.is_empty());
        let id = deal.id.to_string();
        let key = account.map_or_else(|| (deal.name.to_lowercase(), id), |name| (name.to_lowercase(), String::new()));
        by_account.entry(key).or_default().push(Told { deal, after, every });
    }
    let all = by_account.into_values().filter_map(|deals| customer(deals, &limits, today));
    let mut all: Vec<Customer> = all.filter(|c| of.light.is_none_or(|light| c.health.light == light)).collect();
    order(&mut all, of.sort.as_deref().unwrap_or("health"))?;
    let total = all.len() as u64;
    all.truncate(MOST);
    Ok(Json(Customers { customers: all, total, deals, looked_at }))
}

/// A won deal and what came after it.
struct Told {
    deal: Deal,
    after: AfterSale,
    every: Option<f64>,
}

/// Won deals, those won last first; how many there are.
fn won(log: &EventLog, owner: Option<&str>, text: Option<&str>) -> (Vec<DealId>, u64) {
    let text = text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let won = Selection { outcome: vec![Outcome::Won], text, ..Selection::default() }.deals(log);
    let wanted = owner.map(str::trim).filter(|name| !name.is_empty() && *name != "*");
    let is_theirs = |deal: &u32| {
        let names = [log.owner(*deal), log.field(*deal, ACCOUNT_MANAGER)];
        wanted.is_none_or(|wanted| names.into_iter().flatten().any(|name| name.trim().eq_ignore_ascii_case(wanted)))
    };
    let mut won: Vec<u32> = won.into_iter().filter(is_theirs).collect();
    let deals = won.len() as u64;
    won.sort_by_key(|deal| std::cmp::Reverse(log.closed(*deal)));
    won.truncate(MOST_DEALS);
    (won.into_iter().map(|deal| log.deal_id(deal)).collect(), deals)
}

/// One customer of their won deals, the last first; none without a deal.
fn customer(deals: Vec<Told>, limits: &HealthLimits, today: Today<'_>) -> Option<Customer> {
    let first = deals.first()?;
    let name = first.deal.account.clone().filter(|account| !account.trim().is_empty());
    let name = name.unwrap_or_else(|| first.deal.name.clone());
    // A deal that they left does not count where others go on.
    let left = deals.iter().filter(|told| told.after.churn.is_some()).count();
    let going = || deals.iter().filter(|told| left == deals.len() || told.after.churn.is_none());
    let healths = going().map(|told| health(&told.after, told.deal.closed, told.every, limits, today));
    let health = healths.reduce(|worst, next| if next.light > worst.light { next } else { worst })?;
    let mut people: Vec<String> = Vec::new();
    for told in going() {
        let named = told.deal.attributes.get(ACCOUNT_MANAGER).or(told.deal.owner.as_ref());
        people.extend(named.filter(|name| !people.contains(name)).cloned());
    }
    let mut values: BTreeMap<String, i64> = BTreeMap::new();
    for value in deals.iter().filter_map(|told| told.deal.value.as_ref()) {
        let sum = values.entry(value.currency.clone()).or_default();
        *sum = sum.saturating_add(value.minor);
    }
    Some(Customer {
        name,
        next_review: going().filter_map(|told| told.after.next_review(told.every, today)).min_by_key(|next| next.on),
        contract: going()
            .filter_map(|told| told.after.contract(limits.renewal_days.into(), today))
            .min_by_key(|contract| contract.notice_by),
        churn: if left == deals.len() { deals.iter().find_map(|told| told.after.churn.clone()) } else { None },
        values: values.into_iter().map(|(currency, minor)| Money { minor, currency }).collect(),
        people,
        health,
        deals: deals
            .iter()
            .map(|told| CustomerDeal {
                deal: told.deal.id,
                name: told.deal.name.clone(),
                won: told.deal.closed.map(|at| today.of(at)),
            })
            .collect(),
    })
}

fn order(all: &mut [Customer], sort: &str) -> Answer<()> {
    let worth = |customer: &Customer| customer.values.iter().map(|value| value.minor).max().unwrap_or_default();
    let review = |customer: &Customer| customer.next_review.map_or(Date::MAX, |next| next.on);
    let notice = |customer: &Customer| customer.contract.as_ref().map_or(Date::MAX, |contract| contract.notice_by);
    match sort {
        "health" => all.sort_by_key(|customer| (std::cmp::Reverse(customer.health.light), review(customer))),
        "review" => all.sort_by_key(review),
        "renewal" => all.sort_by_key(notice),
        "value" => all.sort_by_key(|customer| std::cmp::Reverse(worth(customer))),
        "name" => {}
        _ => return Err(Problem::field("sort", "Sort by health, review, renewal, value or name.")),
    }
    Ok(())
}
