//! Reviews of the value with the customer.

use axum::extract::State;
use jiff::civil::Date;
use model::{
    Side,
    after::{ReviewResult, attribute},
    event::kind,
    ids::DealId,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{AfterView, Case, some_words, words};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    routes::users::text,
    state::App,
};

/// Goals of one review.
const MOST_GOALS: usize = 30;
/// People at one review.
const MOST_PEOPLE: usize = 50;
/// Letters of a figure.
const LONGEST_FIGURE: usize = 200;

/// A review that was held.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReview {
    /// The day; today if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub on: Option<Date>,
    /// Goal by goal: what was wanted, and what became of it.
    pub results: Vec<ReviewResult>,
    /// Who was there on the customer's side; with anybody it counts as their act.
    #[serde(default)]
    pub attended: Vec<String>,
    /// What else was said.
    #[serde(default)]
    pub note: String,
}

/// When the next review is to be held.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReviewDay {
    /// The day; by the process if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub on: Option<Date>,
}

/// Writes down a review of the value: what the customer wanted to achieve, and what they achieved.
#[utoipa::path(post, path = "/deals/{id}/reviews", tag = "Run", params(("id" = DealId, Path)), request_body = NewReview,
    responses((status = 200, body = AfterView)))]
pub async fn hold(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewReview>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    let today = app.work().await?.day(app.now());
    let on = new.on.unwrap_or(today);
    if on > today {
        return Err(Problem::field("on", "This is in the future. Plan it, and write it down when it was held."));
    }
    if new.results.is_empty() || new.results.len() > MOST_GOALS {
        let message = format!("Name 1 to {MOST_GOALS} goals: what the customer wants to achieve.");
        return Err(Problem::field("results", message));
    }
    let results = new.results.into_iter().enumerate().map(|(at, result)| checked(at, result));
    let results = results.collect::<Answer<Vec<ReviewResult>>>()?;
    if new.attended.len() > MOST_PEOPLE {
        return Err(Problem::field("attended", format!("At most {MOST_PEOPLE} people, please.")));
    }
    let person = |(at, name): (usize, &String)| Ok(text(&format!("attended.{at}"), name)?.replace(',', " "));
    let attended = new.attended.iter().enumerate().map(person).collect::<Answer<Vec<String>>>()?;
    let told = [
        (attribute::ON, on.to_string()),
        (attribute::RESULTS, serde_json::to_string(&results).map_err(Problem::internal)?),
        (attribute::PARTICIPANTS, attended.join(", ")),
        (attribute::NOTE, words("note", &new.note)?),
    ];
    let mut event = case.ours(&app, &who, kind::REVIEW_HELD, "Value reviewed", told);
    if !attended.is_empty() {
        event.side = Side::Prospect;
        event.attributes.insert("written_by".to_owned(), who.name.clone());
        event.actor = attended.into_iter().next();
    }
    case.record(&app, &who, vec![event]).await
}

fn checked(at: usize, result: ReviewResult) -> Answer<ReviewResult> {
    let figure = |name: &str, value: &str| {
        let value = value.trim();
        if value.chars().count() > LONGEST_FIGURE {
            let message = format!("At most {LONGEST_FIGURE} characters, please.");
            return Err(Problem::field(&format!("results.{at}.{name}"), message));
        }
        Ok(value.to_owned())
    };
    Ok(ReviewResult {
        goal: some_words(&format!("results.{at}.goal"), &result.goal)?,
        measure: figure("measure", &result.measure)?,
        before: figure("before", &result.before)?,
        wanted: figure("wanted", &result.wanted)?,
        now: figure("now", &result.now)?,
        reached: result.reached,
    })
}

/// Plans the next review for a day, or leaves the day to the process again.
#[utoipa::path(put, path = "/deals/{id}/reviews/next", tag = "Run", params(("id" = DealId, Path)),
    request_body = ReviewDay, responses((status = 200, body = AfterView)))]
pub async fn plan(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(next): Json<ReviewDay>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    let activity = match next.on {
        Some(on) => format!("Review planned for {on}"),
        None => "Review left to the process".to_owned(),
    };
    let on = next.on.map_or_else(String::new, |on| on.to_string());
    let event = case.ours(&app, &who, kind::REVIEW_PLANNED, activity, [(attribute::ON, on)]);
    case.record(&app, &who, vec![event]).await
}
