//! Splits and corrections of a deal.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use jiff::civil::Date;
use model::{
    Event,
    commission::{CommissionError, Correction, Input, Share, WonDeal, split_attributes, statements},
    event::kind,
    ids::{DealId, EventId},
};
use serde::Deserialize;
use store::StoreError;
use utoipa::ToSchema;

use super::{currency, day};
use crate::{
    commission::{Book, DealCommission, LARGEST_MINOR, Names, of_deal, refused},
    deal_view::blank,
    guard::{Actor, IfMatch},
    permission::sees_all_pay,
    problem::{Answer, Json, Path, Problem},
    routes::{deals::found, users::text},
    state::App,
};

const MOST_SHARES: usize = 20;
const LONGEST_REASON: usize = 1_000;

/// Who gets what for a deal. Amounts are of those whose pay one may see.
#[utoipa::path(get, path = "/deals/{id}/commission", tag = "Commission", params(("id" = DealId, Path)),
    responses((status = 200, body = DealCommission)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<DealCommission>> {
    shown_to(&app, &who, id).await
}

async fn shown_to(app: &App, who: &Actor, id: DealId) -> Answer<Json<DealCommission>> {
    let deal = found(app, id).await?;
    let ledger = app.ledger().await?;
    Ok(Json(of_deal(&ledger, &deal.key, who, sees_all_pay(who.role))))
}

/// Who is to share a deal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Everybody with their share, the first one first; shares sum to 1. None gives the deal back to its owner.
    pub shares: Vec<Share>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Splits the commission of a deal. The plan of the first one prices it.
#[utoipa::path(put, path = "/deals/{id}/commission/split", tag = "Commission",
    params(("id" = DealId, Path), ("if-match" = Option<String>, Header)), request_body = Split,
    responses((status = 200, body = DealCommission)))]
pub async fn split(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    seen: IfMatch,
    Json(given): Json<Split>,
) -> Answer<Json<DealCommission>> {
    let deal = found(&app, id).await?;
    let reason = reason(&given.reason)?;
    if given.shares.len() > MOST_SHARES {
        return Err(Problem::field("shares", format!("At most {MOST_SHARES} people share a deal.")));
    }
    let mut known = Names::of(&Book::read(&app).await?, &app.store.users().await?);
    let named = |(at, share): (usize, Share)| {
        let person = text(&format!("shares[{at}].person"), &share.person)?;
        Ok(Share { person: known.spelled(&person), ..share })
    };
    let shares = given.shares.into_iter().enumerate().map(named).collect::<Answer<Vec<Share>>>()?;
    let today = app.work().await?.day(app.now());
    if !shares.is_empty() {
        whole(&shares, today)?;
    }
    let who_shares: Vec<String> = shares.iter().map(|s| format!("{} {}", s.person, s.share.as_percent())).collect();
    let activity = match who_shares.len() {
        0 => "Commission goes to the owner alone".to_owned(),
        _ => format!("Commission split: {}", who_shares.join(", ")),
    };
    let event = Event {
        kind: kind::COMMISSION_SPLIT.into(),
        activity,
        actor: Some(who.name.clone()),
        attributes: split_attributes(&shares, &reason),
        ..blank(id, app.now())
    };
    let after = app.store.append(id, Some(seen.0.unwrap_or(deal.version)), vec![event]).await?;
    app.committed(id, after.version).await?;
    shown_to(&app, &who, id).await
}

/// Lets the model look over a split.
fn whole(shares: &[Share], today: Date) -> Answer<()> {
    let deal =
        WonDeal { id: "deal".into(), closed: today, price_minor: 0, currency: "EUR".into(), split: shares.to_vec() };
    let input = Input {
        plans: Vec::new(),
        assignments: Vec::new(),
        deals: vec![deal],
        corrections: Vec::new(),
        churns: Vec::new(),
        rates: Vec::new(),
        through: today,
    };
    statements(&input).map(drop).map_err(|error: CommissionError| refused(&error))
}

/// An amount to be added or taken off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCorrection {
    /// Who.
    pub person: String,
    /// Minor units; below 0 to take off.
    pub amount_minor: i64,
    /// Currency (ISO 4217), of a plan that the person goes by or went by.
    pub currency: String,
    /// The day whose period it counts in; today if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub day: Option<Date>,
    /// Why: whoever reads the statement reads it.
    pub reason: String,
}

/// Adds an amount to what somebody is paid for a deal, or takes it off. It is never changed; another one counters it.
/// With an `Idempotency-Key` the same request made twice corrects once.
#[utoipa::path(post, path = "/deals/{id}/commission/corrections", tag = "Commission", params(("id" = DealId, Path)),
    request_body = NewCorrection, responses((status = 201, body = DealCommission)))]
pub async fn correct(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    headers: HeaderMap,
    Json(new): Json<NewCorrection>,
) -> Answer<(StatusCode, Json<DealCommission>)> {
    let deal = found(&app, id).await?;
    let today = app.work().await?.day(app.now());
    let correction = sound(&app, &deal.key, today, new).await?;
    let given = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    let mut event = Event {
        kind: kind::COMMISSION_CORRECTED.into(),
        // Who and how much is for those alone who may see it.
        activity: "Commission corrected".into(),
        actor: Some(who.name.clone()),
        attributes: correction.attributes(),
        ..blank(id, app.now())
    };
    if let Some(key) = given {
        event.id = EventId::of_key(&format!("{}-{id}-{key}", who.id));
    }
    match app.store.append(id, None, vec![event]).await {
        Ok(after) => app.committed(id, after.version).await?,
        Err(StoreError::Conflict(_)) if given.is_some() => {}
        Err(error) => return Err(error.into()),
    }
    Ok((StatusCode::CREATED, shown_to(&app, &who, id).await?))
}

async fn sound(app: &App, deal: &str, today: Date, new: NewCorrection) -> Answer<Correction> {
    let given = text("person", &new.person)?;
    let on = new.day.unwrap_or(today);
    day("day", on)?;
    if on > today {
        return Err(Problem::field("day", "This day is still to come. Choose today or a day before."));
    }
    if new.amount_minor == 0 || new.amount_minor.unsigned_abs() > LARGEST_MINOR.unsigned_abs() {
        return Err(Problem::field("amount_minor", "Write an amount, below 0 to take off."));
    }
    let reason = reason(&new.reason)?;
    if reason.is_empty() {
        return Err(Problem::field("reason", "Say why; it stands on the statement."));
    }
    let ledger = app.ledger().await?;
    let person = Names::of(&ledger.book, &app.store.users().await?).spelled(&given);
    let correction = Correction {
        currency: currency("currency", &new.currency)?,
        deal: Some(deal.to_owned()),
        day: on,
        amount_minor: new.amount_minor,
        person,
        reason,
    };
    let input = ledger.input_with(&correction);
    statements(&input).map_err(|error| refused(&error))?;
    Ok(correction)
}

fn reason(given: &str) -> Answer<String> {
    let reason = given.trim();
    if reason.chars().count() > LONGEST_REASON {
        return Err(Problem::field("reason", format!("At most {LONGEST_REASON} characters, please.")));
    }
    Ok(reason.to_owned())
}
