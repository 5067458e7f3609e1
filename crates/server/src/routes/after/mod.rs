//! What comes after the sale: hand-over, promises, delivery, reviews, contract, referrals, files. All of it is what the
//! events of the deal tell.

pub mod contract;
pub mod customers;
pub mod delivery;
pub mod delivery_link;
pub mod files;
pub mod handover;
pub mod linked;
pub mod promises;
pub mod reviews;
mod view;

use axum::extract::State;
use model::{
    Deal, Event, Outcome,
    after::{AfterSale, after_sale},
    ids::DealId,
};
use utoipa_axum::{router::OpenApiRouter, routes};

pub use self::view::AfterView;
use super::deals::found;
use crate::{
    deal_view::blank,
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Letters of anything that is said in a sentence or two.
const LONGEST_WORDS: usize = 4_000;

/// All routes about what comes after the sale.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(see))
        .routes(routes!(handover::tick))
        .routes(routes!(handover::offer))
        .routes(routes!(handover::decide))
        .routes(routes!(promises::make))
        .routes(routes!(promises::settle))
        .routes(routes!(delivery::send))
        .routes(routes!(delivery::answer))
        .routes(routes!(delivery_link::see))
        .routes(routes!(delivery_link::answer))
        .routes(routes!(reviews::hold))
        .routes(routes!(reviews::plan))
        .routes(routes!(linked::create))
        .routes(routes!(linked::ask))
        .routes(routes!(linked::receive))
        .routes(routes!(contract::term))
        .routes(routes!(contract::churn, contract::stay))
        .merge(files::all())
        .routes(routes!(customers::list))
        .routes(routes!(customers::limits, customers::keep_limits))
}

/// What came after the sale of a deal, and what is next.
#[utoipa::path(get, path = "/deals/{id}/after", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = AfterView)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<AfterView>> {
    shown(&app, &who, id).await
}

async fn shown(app: &App, who: &Actor, id: DealId) -> Answer<Json<AfterView>> {
    Ok(Json(view::view(app, who, Case::read(app, id).await?).await?))
}

/// A deal with its events and what they tell of what came after the sale.
struct Case {
    deal: Deal,
    events: Vec<Event>,
    after: AfterSale,
}

impl Case {
    async fn read(app: &App, id: DealId) -> Answer<Self> {
        let deal = found(app, id).await?;
        let events = app.store.events(id).await?;
        Ok(Self { after: after_sale(&events), deal, events })
    }

    /// A deal that who asks may change.
    async fn own(app: &App, who: &Actor, id: DealId) -> Answer<Self> {
        let case = Self::read(app, id).await?;
        who.may_change(&case.deal)?;
        Ok(case)
    }

    /// The same, won.
    async fn won(app: &App, who: &Actor, id: DealId) -> Answer<Self> {
        let case = Self::own(app, who, id).await?;
        match case.deal.outcome {
            Outcome::Won => Ok(case),
            _ => Err(Problem::conflict("This is for deals that are won. Move it to won first.")),
        }
    }

    /// An act of ours.
    fn ours<'a>(
        &self,
        app: &App,
        who: &Actor,
        kind: &str,
        activity: impl Into<String>,
        attributes: impl IntoIterator<Item = (&'a str, String)>,
    ) -> Event {
        let given = attributes.into_iter().filter(|(_, value)| !value.is_empty());
        Event {
            kind: kind.to_owned(),
            activity: activity.into(),
            actor: Some(who.name.clone()),
            attributes: given.map(|(name, value)| (name.to_owned(), value)).collect(),
            ..blank(self.deal.id, app.now())
        }
    }

    /// Appends events that rest on what was read, and shows the deal as it is then.
    async fn record(&self, app: &App, who: &Actor, events: Vec<Event>) -> Answer<Json<AfterView>> {
        keep(app, &self.deal, events).await?;
        shown(app, who, self.deal.id).await
    }
}

/// Appends events that rest on the deal as it was read.
async fn keep(app: &App, deal: &Deal, events: Vec<Event>) -> Answer<()> {
    let after = app.store.append(deal.id, Some(deal.version), events).await?;
    app.committed(deal.id, after.version).await
}

/// Trimmed text of at most so many letters, or none.
fn words(field: &str, text: &str) -> Answer<String> {
    let text = text.trim();
    match text.chars().count() {
        n if n > LONGEST_WORDS => Err(Problem::field(field, format!("At most {LONGEST_WORDS} characters, please."))),
        _ => Ok(text.to_owned()),
    }
}

/// The same, and not empty.
fn some_words(field: &str, text: &str) -> Answer<String> {
    let text = words(field, text)?;
    if text.is_empty() { Err(Problem::field(field, "This must not be empty.")) } else { Ok(text) }
}
