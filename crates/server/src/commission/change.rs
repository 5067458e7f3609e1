//! Changes of plans, assignments and rates: looked over with all that they are to be counted with, before they are kept.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use jiff::civil::Date;
use model::{
    commission::{CommissionError, Statement, statements},
    money::shown,
};
use serde_json::Value;
use store::Record;
use uuid::Uuid;

use super::{Book, Ledger, Names, Why};
use crate::{
    guard::Actor,
    problem::{Answer, Problem},
    state::App,
};

/// Changes of statements that are named.
const NAMED: usize = 50;

/// What is to be written: the kind of record, its id, the version seen, and what it says; `None` takes it away.
pub type Change = (&'static str, Uuid, i64, Option<Value>);

/// Keeps a change of the book if statements can be made with it. `seen` is the record and its version that the change rests
/// on. Where statements of periods that have ended would change, it has to be `confirmed`; not those that wait for
/// something, of which it was said that they will change.
///
/// # Errors
/// 422 with the field at fault; 409 with what would change; 412 for a version that is old.
pub async fn keep_if_sound(
    app: &App,
    who: &Actor,
    seen: Option<(Uuid, i64)>,
    change: impl FnOnce(&mut Book) -> Answer<Vec<Change>>,
    confirmed: bool,
) -> Answer<Vec<Record>> {
    let _one_at_a_time = app.commissions.changing.lock().await;
    let mut book = Book::read(app).await?;
    if let Some((id, seen)) = seen
        && let Some(current) = book.version_of(id).filter(|current| *current != seen)
    {
        return Err(store::StoreError::Stale { current }.into());
    }
    let changes = change(&mut book)?;
    let today = app.work().await?.day(app.now());
    sound(&book, today)?;
    // Where no statements can be made as things are, there is nothing that could change.
    let before = app.ledger().await.ok();
    let after = app.ledger_with(book).await?;
    if let Some(before) = before {
        corrections_stay(&before, &after)?;
        let differences = differences(&before, &after);
        if !differences.is_empty() && !confirmed {
            return Err(would_change(&differences));
        }
    }
    let mut kept = Vec::new();
    for (kind, id, seen, content) in changes {
        kept.push(app.store.keep_record(kind, id, seen, content, Some(&who.name), app.now()).await?);
    }
    Ok(kept)
}

/// Looks over what managers keep, without any deal.
fn sound(book: &Book, through: Date) -> Answer<()> {
    let input = book.input(&mut Names::default(), through);
    statements(&input).map(drop).map_err(|error| refused(&error))
}

/// A correction that is on a statement stays on one.
fn corrections_stay(before: &Ledger, after: &Ledger) -> Answer<()> {
    let lost = |ledger: &Ledger| ledger.held.iter().filter(|held| held.why == Why::Correction).count();
    if lost(after) <= lost(before) {
        return Ok(());
    }
    let held = after.held.iter().rfind(|held| held.why == Why::Correction);
    let person = held.and_then(|held| held.person.clone()).unwrap_or_default();
    Err(Problem::field(
        "person",
        format!("A correction for {person} rests on this. Leave {person} a plan in its currency."),
    ))
}

type Totals<'l> = BTreeMap<(&'l str, Date, Date, &'l str), i64>;

/// What some statements of ended periods pay, by person, period and currency.
fn ended(ledger: &Ledger, which: impl Fn(&Statement) -> bool) -> Totals<'_> {
    let mut totals = Totals::new();
    for statement in ledger.statements.iter().filter(|statement| statement.complete && which(statement)) {
        let period = statement.period;
        let key = (statement.person.as_str(), period.from, period.until, statement.currency.as_str());
        *totals.entry(key).or_default() += statement.total_minor;
    }
    totals
}

/// The statements of ended periods that would pay something else than they do.
fn differences(before: &Ledger, after: &Ledger) -> Vec<(String, String)> {
    let after = ended(after, |_| true);
    let differs = |(key, was): (_, i64)| {
        let (person, from, until, currency): (&str, Date, Date, &str) = key;
        let now = after.get(&key).copied();
        if now == Some(was) || (now.is_none() && was == 0) {
            return None;
        }
        let becomes = now.map_or_else(|| "no statement".to_owned(), |now| format!("{} {currency}", shown(now)));
        let period = model::commission::Period { from, until }.name();
        Some((format!("{person}, {period}"), format!("{} {currency} would become {becomes}", shown(was))))
    };
    let waits = |statement: &Statement| before.waiting(statement).next().is_some();
    ended(before, |statement| !waits(statement)).into_iter().filter_map(differs).collect()
}

fn would_change(differences: &[(String, String)]) -> Problem {
    let n = differences.len();
    let detail = format!(
        "This changes {n} {} of periods that have ended. Let it begin later, or confirm that they are to be counted anew.",
        if n == 1 { "statement" } else { "statements" }
    );
    let problem = Problem::new(StatusCode::CONFLICT, "ended-periods", "Ended periods would change", detail);
    differences.iter().take(NAMED).fold(problem, |problem, (whose, how)| problem.with_error(whose, how))
}

/// What the model says of input that a person wrote, at the field at fault.
pub fn refused(error: &CommissionError) -> Problem {
    let says = error.to_string();
    match error {
        CommissionError::Plan { field, problem, .. } => Problem::field(field, format!("This {problem}.")),
        CommissionError::Overlap { day, .. } => Problem::field(
            "from",
            format!("Another version of the plan holds on {day}. Let one end before the other begins."),
        ),
        CommissionError::Assignment { problem, person, from } => {
            let field = match *problem {
                "there is no such plan" => "plan",
                "it ends before it begins" => "until",
                "its target is not above 0" => "target_minor",
                _ => "from",
            };
            Problem::field(field, format!("{person} from {from}: {problem}."))
        }
        CommissionError::Rate { .. } => Problem::field("rate", "A rate is above 0."),
        CommissionError::Correction { person, currency, .. } => {
            let says = format!(
                "{person} has no plan in {currency} on that day or before. Assign one, or choose another currency."
            );
            Problem::field("person", says)
        }
        CommissionError::Deal { problem, .. } => Problem::field("shares", format!("This cannot be: {problem}.")),
        CommissionError::NoRate { .. } | CommissionError::Churn { .. } | CommissionError::Overflow { .. } => {
            Problem::field("", says)
        }
    }
}

/// What the model says of everything together.
pub fn unusable(error: &CommissionError) -> Problem {
    Problem::conflict(format!("Commissions cannot be counted as things are: {error}."))
}
