//! Exchange rates with their dates.

use axum::{extract::State, http::StatusCode};
use model::{Decimal, commission::ExchangeRate};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Confirmed, currency, day};
use crate::{
    commission::{Book, Kept, keep_if_sound},
    guard::{Actor, IfMatch},
    money::RATE,
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

const MOST: usize = 20_000;
const LARGEST: i128 = 1_000_000;

/// An exchange rate.
#[derive(Debug, Serialize, ToSchema)]
pub struct RateLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub rate: ExchangeRate,
}

impl From<Kept<ExchangeRate>> for RateLine {
    fn from(kept: Kept<ExchangeRate>) -> Self {
        Self { id: kept.id, version: kept.version, rate: kept.content }
    }
}

/// The exchange rates, by currencies, the latest first.
#[utoipa::path(get, path = "/commission/rates", tag = "Commission", responses((status = 200, body = Vec<RateLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<RateLine>>> {
    let mut kept = Book::read(&app).await?.rates;
    let pair = |kept: &Kept<ExchangeRate>| (kept.content.from.clone(), kept.content.to.clone());
    kept.sort_by(|a, b| pair(a).cmp(&pair(b)).then_with(|| b.content.day.cmp(&a.content.day)));
    Ok(Json(kept.into_iter().map(RateLine::from).collect()))
}

/// Adds an exchange rate, which holds from its day until that of the next.
#[utoipa::path(post, path = "/commission/rates", tag = "Commission", params(Confirmed), request_body = ExchangeRate,
    responses((status = 201, body = RateLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Query(Confirmed { confirmed }): Query<Confirmed>,
    Json(rate): Json<ExchangeRate>,
) -> Answer<(StatusCode, Json<RateLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, confirmed, rate).await?)))
}

/// Changes an exchange rate.
#[utoipa::path(put, path = "/commission/rates/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), Confirmed), request_body = ExchangeRate,
    responses((status = 200, body = RateLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
    Json(rate): Json<ExchangeRate>,
) -> Answer<Json<RateLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, confirmed, rate).await?))
}

/// Takes an exchange rate away.
#[utoipa::path(delete, path = "/commission/rates/{id}", tag = "Commission",
    params(("id" = Uuid, Path), ("if-match" = String, Header), Confirmed), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Query(Confirmed { confirmed }): Query<Confirmed>,
) -> Answer<StatusCode> {
    let seen = seen.needed()?;
    let take = |book: &mut Book| {
        if !book.rates.iter().any(|kept| kept.id == id) {
            return Err(gone());
        }
        book.rates.retain(|kept| kept.id != id);
        Ok(vec![(RATE, id, seen, None)])
    };
    keep_if_sound(&app, &who, Some((id, seen)), take, confirmed).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn gone() -> Problem {
    Problem::not_found("There is no such rate any more. Load the page again.")
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, confirmed: bool, rate: ExchangeRate) -> Answer<RateLine> {
    let rate = sound(rate)?;
    let content = rate.clone();
    let put = |book: &mut Book| {
        let same = |other: &Kept<ExchangeRate>| {
            let o = &other.content;
            other.id != id && (&o.from, &o.to, o.day) == (&content.from, &content.to, content.day)
        };
        if book.rates.iter().any(same) {
            return Err(Problem::field("day", "There is a rate of this day already. Change that one."));
        }
        let change = (RATE, id, seen, Some(serde_json::to_value(&content).map_err(Problem::internal)?));
        if seen == 0 && book.rates.len() >= MOST {
            return Err(Problem::field("day", format!("There are {MOST} rates already.")));
        }
        match book.rates.iter_mut().find(|kept| kept.id == id) {
            Some(kept) => kept.content = content,
            None if seen > 0 => return Err(gone()),
            None => book.rates.push(Kept { id, version: 1, content }),
        }
        Ok(vec![change])
    };
    keep_if_sound(app, who, (seen > 0).then_some((id, seen)), put, confirmed).await?;
    Ok(RateLine { id, version: seen + 1, rate })
}

fn sound(rate: ExchangeRate) -> Answer<ExchangeRate> {
    day("day", rate.day)?;
    let (from, to) = (currency("from", &rate.from)?, currency("to", &rate.to)?);
    if from == to {
        return Err(Problem::field("to", "Choose another currency than the first."));
    }
    if rate.rate.units() > LARGEST * Decimal::ONE.units() {
        return Err(Problem::field(
            "rate",
            format!("At most {LARGEST}, please; it is what one {from} is worth in {to}."),
        ));
    }
    Ok(ExchangeRate { from, to, ..rate })
}
