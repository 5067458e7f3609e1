//! Plans and their versions.

use std::collections::BTreeSet;

use axum::{extract::State, http::StatusCode};
use jiff::civil::Date;
use model::{
    Decimal,
    commission::{Assignment, Input, Plan, Share, Statement, WonDeal, statements},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{Confirmed, terms::PlanTerms};
use crate::{
    commission::{Book, Kept, LARGEST_MINOR, Ledger, PLAN, Versions, keep_if_sound, refused},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

const MOST_PLANS: usize = 200;
const MOST_VERSIONS: usize = 100;
/// Letters of a short id.
const LONGEST_ID: usize = 40;
/// Deals of a preview at most.
const MOST_TRIED: usize = 20;

/// A plan with its versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The short id that assignments name.
    pub plan: String,
    /// What people call it now.
    pub name: String,
    /// Its versions, in order of their first days.
    pub versions: Vec<PlanVersion>,
    /// Who goes by it or went by it.
    pub people: Vec<String>,
}

/// A version of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanVersion {
    /// What it says.
    pub terms: Plan,
    /// The same in sentences.
    pub says: Vec<String>,
    /// Statements of periods that have ended and are made by it.
    pub ended: usize,
}

/// The plans of commission, by name.
#[utoipa::path(get, path = "/commission/plans", tag = "Commission", responses((status = 200, body = Vec<PlanLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<PlanLine>>> {
    // Where no statements can be made, the plans are there to be mended.
    let ledger = app.ledger().await.ok();
    let book = Book::read(&app).await?;
    let mut lines: Vec<PlanLine> = book.plans.iter().map(|kept| line(kept, &book, ledger.as_deref())).collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Json(lines))
}

fn line(kept: &Kept<Versions>, book: &Book, ledger: Option<&Ledger>) -> PlanLine {
    let latest = kept.content.versions.last();
    let plan = latest.map(|plan| plan.id.clone()).unwrap_or_default();
    let statements = || ledger.into_iter().flat_map(|ledger| &ledger.statements);
    let by = |terms: &Plan, s: &&Statement| s.complete && s.plan == terms.id && s.plan_from == terms.from;
    let version = |terms: &Plan| PlanVersion {
        says: terms.says(),
        ended: statements().filter(|statement| by(terms, statement)).count(),
        terms: terms.clone(),
    };
    let assigned = book.assignments.iter().filter(|kept| kept.content.plan == plan);
    let people: BTreeSet<String> = assigned.map(|kept| kept.content.person.clone()).collect();
    PlanLine {
        id: kept.id,
        version: kept.version,
        name: latest.map(|plan| plan.name.clone()).unwrap_or_default(),
        versions: kept.content.versions.iter().map(version).collect(),
        people: people.into_iter().collect(),
        plan,
    }
}

async fn shown(app: &App, id: Uuid) -> Answer<PlanLine> {
    let (ledger, book) = (app.ledger().await.ok(), Book::read(app).await?);
    let kept = book.plans.iter().find(|kept| kept.id == id).ok_or_else(gone)?;
    Ok(line(kept, &book, ledger.as_deref()))
}

fn gone() -> Problem {
    Problem::not_found("There is no such plan any more. Load the page again.")
}

/// Adds a plan.
#[utoipa::path(post, path = "/commission/plans", tag = "Commission", request_body = PlanTerms,
    responses((status = 201, body = PlanLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(terms): Json<PlanTerms>,
) -> Answer<(StatusCode, Json<PlanLine>)> {
    let id = Uuid::now_v7();
    let insert = |book: &mut Book| {
        if book.plans.len() >= MOST_PLANS {
            return Err(Problem::field("name", format!("There are {MOST_PLANS} plans already. Change one of them.")));
        }
        let taken: Vec<&str> = book.versions().map(|plan| plan.id.as_str()).collect();
        let id_of_plan = short_id(&terms.name, &taken);
        let plan = terms.of_plan(id_of_plan)?;
        if book.versions().any(|other| other.name.eq_ignore_ascii_case(&plan.name)) {
            return Err(Problem::field("name", format!("There is a plan called “{}” already.", plan.name)));
        }
        let content = Versions { versions: vec![plan] };
        let change = (PLAN, id, 0, Some(json(&content)?));
        book.plans.push(Kept { id, version: 1, content });
        Ok(vec![change])
    };
    keep_if_sound(&app, &who, None, insert, false).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, id).await?)))
}

fn json(content: &Versions) -> Answer<serde_json::Value> {
    serde_json::to_value(content).map_err(Problem::internal)
}

/// `Field sales 2026` → `field-sales-2026`, with a number behind it where that is taken.
fn short_id(name: &str, taken: &[&str]) -> String {
    let plain: String = name
        .trim()
        .to_lowercase()
        .chars()
        .take(LONGEST_ID)
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let base = if words.is_empty() { "plan".to_owned() } else { words.join("-") };
    let numbered = (2..).map(|n: u32| format!("{base}-{n}"));
    let mut all = std::iter::once(base.clone()).chain(numbered);
    all.find(|id| !taken.contains(&id.as_str())).unwrap_or(base)
}

/// Which version of a plan is meant.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WhichVersion {
    /// First day of the version that is changed or taken away. Without it a new version begins on its first day, and the
    /// one before ends the day before.
    #[param(value_type = Option<String>, format = "date")]
    pub version: Option<Date>,
}

/// Lets a new version of a plan begin, or changes a version. Statements of ended periods change only if that is confirmed.
#[utoipa::path(put, path = "/commission/plans/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), WhichVersion, Confirmed), request_body = PlanTerms,
    responses((status = 200, body = PlanLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(which): Query<WhichVersion>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
    Json(terms): Json<PlanTerms>,
) -> Answer<Json<PlanLine>> {
    let seen = seen.needed()?;
    let replace = |book: &mut Book| {
        let kept = book.plans.iter().find(|kept| kept.id == id).ok_or_else(gone)?;
        let plan = terms.of_plan(kept.content.versions.first().ok_or_else(gone)?.id.clone())?;
        if book.versions().any(|other| other.id != plan.id && other.name.eq_ignore_ascii_case(&plan.name)) {
            return Err(Problem::field("name", format!("There is a plan called “{}” already.", plan.name)));
        }
        written(book, id, seen, |versions| match which.version {
            Some(from) => changed(versions, from, plan),
            None => begun(versions, plan),
        })
    };
    keep_if_sound(&app, &who, Some((id, seen)), replace, confirmed).await?;
    Ok(Json(shown(&app, id).await?))
}

/// Takes a plan away, or one of its versions; nobody may be assigned to a plan that goes.
#[utoipa::path(delete, path = "/commission/plans/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), WhichVersion, Confirmed), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(which): Query<WhichVersion>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
) -> Answer<StatusCode> {
    let seen = seen.needed()?;
    let take = |book: &mut Book| {
        let kept = book.plans.iter().find(|kept| kept.id == id).ok_or_else(gone)?;
        let versions = &kept.content.versions;
        if let Some(from) = which.version.filter(|_| versions.len() > 1) {
            return written(book, id, seen, |versions| taken(versions, from));
        }
        let plan = versions.first().map(|plan| plan.id.clone()).unwrap_or_default();
        if let Some(assigned) = book.assignments.iter().find(|kept| kept.content.plan == plan) {
            let person = &assigned.content.person;
            return Err(Problem::conflict(format!("{person} goes by this plan. Take it from everybody first.")));
        }
        book.plans.retain(|kept| kept.id != id);
        Ok(vec![(PLAN, id, seen, None)])
    };
    keep_if_sound(&app, &who, Some((id, seen)), take, confirmed).await?;
    Ok(StatusCode::NO_CONTENT)
}

type Change = (&'static str, Uuid, i64, Option<serde_json::Value>);

fn written(
    book: &mut Book,
    id: Uuid,
    seen: i64,
    change: impl FnOnce(&mut Vec<Plan>) -> Answer<()>,
) -> Answer<Vec<Change>> {
    let kept = book.plans.iter_mut().find(|kept| kept.id == id).ok_or_else(gone)?;
    change(&mut kept.content.versions)?;
    kept.content.versions.sort_by_key(|version| version.from);
    Ok(vec![(PLAN, id, seen, Some(json(&kept.content)?))])
}

/// A new version: the one before ends the day before, and it ends itself where a later one begins.
fn begun(versions: &mut Vec<Plan>, mut plan: Plan) -> Answer<()> {
    if versions.len() >= MOST_VERSIONS {
        return Err(Problem::field("from", format!("The plan has {MOST_VERSIONS} versions already.")));
    }
    if versions.iter().any(|version| version.from == plan.from) {
        return Err(Problem::field("from", "A version begins on this day already. Change that one."));
    }
    let later = versions.iter().filter(|version| version.from > plan.from).map(|version| version.from).min();
    plan.until = plan.until.or_else(|| later.and_then(|day| day.yesterday().ok()));
    end_before(versions, &plan);
    versions.push(plan);
    Ok(())
}

/// A version as it is from now on, in place of the one that begins on a day.
fn changed(versions: &mut Vec<Plan>, from: Date, plan: Plan) -> Answer<()> {
    let at = versions.iter().position(|version| version.from == from);
    let old = versions.remove(at.ok_or_else(|| Problem::field("version", "The plan has no version of this day."))?);
    if versions.iter().any(|version| version.from == plan.from) {
        return Err(Problem::field("from", "Another version begins on this day."));
    }
    // What ended where it began ends there still.
    let before =
        versions.iter_mut().find(|version| version.until.is_some() && version.until == old.from.yesterday().ok());
    if let Some(before) = before.filter(|before| before.from < plan.from) {
        before.until = plan.from.yesterday().ok();
    }
    versions.push(plan);
    Ok(())
}

fn end_before(versions: &mut [Plan], plan: &Plan) {
    let before = versions.iter_mut().filter(|version| version.from < plan.from).max_by_key(|version| version.from);
    if let Some(before) = before.filter(|before| before.until.is_none_or(|until| plan.from <= until)) {
        before.until = plan.from.yesterday().ok();
    }
}

/// Without the version that begins on a day: the one that ended where it began lasts as long as it did.
fn taken(versions: &mut Vec<Plan>, from: Date) -> Answer<()> {
    let at = versions.iter().position(|version| version.from == from);
    let old = versions.remove(at.ok_or_else(|| Problem::field("version", "The plan has no version of this day."))?);
    let end = old.from.yesterday().ok();
    if let Some(before) = versions.iter_mut().find(|version| version.until.is_some() && version.until == end) {
        before.until = old.until;
    }
    Ok(())
}

/// A plan to be tried.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Trial {
    /// What the plan would say.
    pub terms: PlanTerms,
    /// Negotiated prices of deals won one after the other in one period, in minor units of the plan's currency.
    pub prices_minor: Vec<i64>,
}

/// What a plan would pay.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tried {
    /// What the plan says, in sentences.
    pub plan_says: Vec<String>,
    /// Each deal in a sentence.
    pub lines_say: Vec<String>,
    /// What follows, in sentences.
    pub then_says: Vec<String>,
    /// What each deal pays, in minor units.
    pub amounts_minor: Vec<i64>,
    /// What is paid for the period, in minor units.
    pub total_minor: i64,
    /// Currency of the amounts.
    pub currency: String,
}

/// Tries a plan on a few prices; nothing is kept.
#[utoipa::path(post, path = "/commission/preview", tag = "Commission", request_body = Trial,
    responses((status = 200, body = Tried)))]
pub async fn preview(Json(Trial { mut terms, prices_minor }): Json<Trial>) -> Answer<Json<Tried>> {
    if prices_minor.is_empty() || prices_minor.len() > MOST_TRIED {
        return Err(Problem::field("prices_minor", format!("Try 1 to {MOST_TRIED} deals.")));
    }
    if let Some(at) = prices_minor.iter().position(|minor| !(0..=LARGEST_MINOR).contains(minor)) {
        return Err(Problem::field(&format!("prices_minor[{at}]"), "This price cannot be counted."));
    }
    if terms.name.trim().is_empty() {
        "Plan".clone_into(&mut terms.name);
    }
    let mut plan = terms.of_plan("plan".to_owned())?;
    let says = plan.says();
    // A whole period is tried, whenever in it the plan begins.
    let period = plan.period.around(plan.from);
    (plan.from, plan.until) = (period.from, None);
    let (person, currency) = ("You".to_owned(), plan.currency.clone());
    let deal = |(n, price_minor): (usize, i64)| WonDeal {
        id: format!("Deal {n}"),
        closed: period.from,
        price_minor,
        currency: currency.clone(),
        split: vec![Share { person: person.clone(), share: Decimal::ONE }],
    };
    let input = Input {
        assignments: vec![Assignment {
            person: person.clone(),
            plan: plan.id.clone(),
            from: period.from,
            until: None,
            target_minor: None,
        }],
        deals: (1..).zip(prices_minor).map(deal).collect(),
        corrections: Vec::new(),
        churns: Vec::new(),
        rates: Vec::new(),
        through: period.until,
        plans: vec![plan],
    };
    let all = statements(&input).map_err(|error| refused(&error))?;
    let statement = all.statements.first().ok_or_else(gone)?;
    let mut lines_say = statement.says();
    let then_says = lines_say.split_off(statement.lines.len().min(lines_say.len()));
    // Nobody wins all deals of an example on one day.
    let day = format!(", won on {} for", period.from);
    let lines_say = lines_say.into_iter().map(|says| says.replacen(&day, " for", 1)).collect();
    Ok(Json(Tried {
        plan_says: says,
        lines_say,
        then_says,
        amounts_minor: statement.lines.iter().map(model::commission::Line::paid_minor).collect(),
        total_minor: statement.total_minor,
        currency,
    }))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Field sales 2026", &[], "field-sales-2026")]
    #[case("  ", &[], "plan")]
    #[case("Größe → <b>", &[], "größe-b")]
    #[case("Standard", &["standard", "standard-2"], "standard-3")]
    fn short_ids(#[case] name: &str, #[case] taken: &[&str], #[case] id: &str) {
        assert_eq!(short_id(name, taken), id);
    }
}
