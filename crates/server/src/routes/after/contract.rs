//! How long the contract runs, and that a customer left.

use axum::extract::State;
use jiff::civil::Date;
use model::{after::attribute, event::kind, ids::DealId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{AfterView, Case, some_words};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Days of notice at most: ten years.
const MOST_NOTICE: u32 = 3_650;

/// How long a contract runs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTerm {
    /// Its first day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub from: Option<Date>,
    /// Its last day.
    #[schema(value_type = String, format = "date")]
    pub until: Date,
    /// Days before its end by which notice has to be given.
    #[serde(default)]
    pub notice_days: u32,
}

/// That a customer left.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewChurn {
    /// Why, as they gave it.
    pub reason: String,
    /// The day; today if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub day: Option<Date>,
}

/// Writes down how long the contract runs; a later end prolongs it.
#[utoipa::path(put, path = "/deals/{id}/contract", tag = "Run", params(("id" = DealId, Path)), request_body = NewTerm,
    responses((status = 200, body = AfterView)))]
pub async fn term(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewTerm>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    if new.from.is_some_and(|from| from > new.until) {
        return Err(Problem::field("until", "It ends before it begins."));
    }
    if new.notice_days > MOST_NOTICE {
        return Err(Problem::field("notice_days", format!("At most {MOST_NOTICE} days, please.")));
    }
    let prolonged = case.after.term.as_ref().is_some_and(|before| before.until < new.until);
    let activity = format!("Contract {} until {}", if prolonged { "prolonged" } else { "runs" }, new.until);
    let told = [
        (attribute::FROM, new.from.map_or_else(String::new, |from| from.to_string())),
        (attribute::UNTIL, new.until.to_string()),
        (attribute::NOTICE_DAYS, new.notice_days.to_string()),
    ];
    let event = case.ours(&app, &who, kind::CONTRACT_TERM, activity, told);
    case.record(&app, &who, vec![event]).await
}

/// Writes down that the customer left, and why.
#[utoipa::path(post, path = "/deals/{id}/churn", tag = "Run", params(("id" = DealId, Path)), request_body = NewChurn,
    responses((status = 200, body = AfterView)))]
pub async fn churn(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewChurn>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    let reason = some_words("reason", &new.reason)?;
    let day = match new.day {
        Some(day) => day,
        None => app.work().await?.day(app.now()),
    };
    let told = [(attribute::REASON, reason), (attribute::DAY, day.to_string())];
    let event = case.ours(&app, &who, kind::CHURNED, "The customer left", told);
    case.record(&app, &who, vec![event]).await
}

/// Takes back that the customer left.
#[utoipa::path(delete, path = "/deals/{id}/churn", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = AfterView)))]
pub async fn stay(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    if case.after.churn.is_none() {
        return Err(Problem::conflict("Nobody has written down that this customer left."));
    }
    let event = case.ours(&app, &who, kind::STAYED, "The customer stays", []);
    case.record(&app, &who, vec![event]).await
}
