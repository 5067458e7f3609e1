//! Quotes: written from the catalogue, approved, sent, asked about, accepted. A quote is what the events of its deal tell.

pub mod by_link;
mod pdf;

use axum::extract::State;
use jiff::civil::Date;
use model::{
    Decimal, Event, Side, Timestamp,
    event::kind,
    ids::DealId,
    quote::{
        Approval, Discount, Quote, QuoteError, QuoteLine, QuoteOfDeal, QuoteStanding, needs_approval, quotes, told,
        total,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::deals::{found, taken_up};
use crate::{
    auth,
    catalogue::ProductLine,
    deal_view::blank,
    guard::Actor,
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const MOST_LINES: usize = 200;
const LONGEST_TERMS: usize = 20_000;
const LONGEST_WORDS: usize = 4_000;
/// Days that a link to a quote works after its last day.
const AFTER: i64 = 30;

/// All routes about quotes.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, write))
        .routes(routes!(rewrite))
        .routes(routes!(send))
        .routes(routes!(decide))
        .routes(routes!(answer))
        .routes(routes!(withdraw))
        .routes(routes!(pdf::print))
        .routes(routes!(pdf::print_by_link))
        .merge(by_link::all())
}

/// What is to be offered. Prices and taxes come from the catalogue.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Offer {
    /// What is offered, in order.
    pub lines: Vec<OfferLine>,
    /// Last day on which it can be accepted; 30 days from today if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub valid_until: Option<Date>,
    /// Discount on the whole, after those of the lines.
    #[serde(default)]
    pub discount: Option<Discount>,
    /// Terms, in words.
    #[serde(default)]
    pub terms: String,
    /// The price list it is written at; the prices of the catalogue if left out.
    #[serde(default)]
    pub price_list: Option<uuid::Uuid>,
    /// The version that was seen, of a quote that is written anew.
    #[serde(default)]
    pub seen: u32,
}

/// A product that is offered.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OfferLine {
    /// Its name in the catalogue.
    pub product: String,
    /// How much of it.
    pub quantity: Decimal,
    /// Discount on the line.
    #[serde(default)]
    pub discount: Option<Discount>,
}

/// Words about a quote.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct QuoteWords {
    /// What is said.
    #[serde(default)]
    pub note: String,
}

/// A decision on a discount.
#[derive(Debug, Deserialize, ToSchema)]
pub struct QuoteDecision {
    /// Whether the discount may be given.
    pub granted: bool,
    /// Why, for who asked.
    #[serde(default)]
    pub note: String,
}

/// A quote that was sent, or waits for approval.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentQuote {
    /// The quote.
    pub quote: QuoteOfDeal,
    /// The path of the page that the prospect sees, with its token, which is shown this once; none while it waits.
    pub link: Option<String>,
    /// Whose approval it waits for, and why, in a sentence.
    pub waits: Option<String>,
}

/// The quotes of a deal.
#[utoipa::path(get, path = "/deals/{id}/quotes", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Vec<QuoteOfDeal>)))]
pub async fn list(State(app): State<App>, Path(id): Path<DealId>) -> Answer<Json<Vec<QuoteOfDeal>>> {
    found(&app, id).await?;
    Ok(Json(of_deal(&app, id).await?))
}

async fn of_deal(app: &App, id: DealId) -> Answer<Vec<QuoteOfDeal>> {
    let events = app.store.events(id).await?;
    Ok(quotes(&events, app.work().await?.day(app.now())))
}

async fn one(app: &App, deal: DealId, quote: &str) -> Answer<QuoteOfDeal> {
    let known = of_deal(app, deal).await?.into_iter().find(|q| q.id == quote);
    known.ok_or_else(|| Problem::not_found("The deal has no such quote."))
}

/// Longest key of a deal that stands in the numbers of its quotes.
const LONGEST_KEY: usize = 20;

/// The key of a deal, as far as people can say it over the telephone; else the beginning of its id.
fn short_key(deal: &model::Deal) -> String {
    if deal.key.chars().count() <= LONGEST_KEY {
        return deal.key.clone();
    }
    deal.id.to_string().chars().take(8).collect::<String>().to_uppercase()
}

/// Writes a quote.
#[utoipa::path(post, path = "/deals/{id}/quotes", tag = "Run", params(("id" = DealId, Path)), request_body = Offer,
    responses((status = 201, body = QuoteOfDeal)))]
pub async fn write(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(offer): Json<Offer>,
) -> Answer<(axum::http::StatusCode, Json<QuoteOfDeal>)> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    taken_up(&deal)?;
    let before = of_deal(&app, id).await?;
    let number = format!("Q-{}-{}", short_key(&deal), before.len() + 1);
    let quote = priced(&app, offer, number, 1).await?;
    let id_of_quote = uuid::Uuid::now_v7().to_string();
    put(&app, &who, deal.id, &id_of_quote, &quote).await?;
    Ok((axum::http::StatusCode::CREATED, Json(one(&app, id, &id_of_quote).await?)))
}

/// Writes a new version of a quote: what was sent before is no more on the table.
#[utoipa::path(put, path = "/deals/{id}/quotes/{quote}", tag = "Run", params(("id" = DealId, Path), ("quote" = String, Path)),
    request_body = Offer, responses((status = 200, body = QuoteOfDeal)))]
pub async fn rewrite(
    State(app): State<App>,
    who: Actor,
    Path((id, quote)): Path<(DealId, String)>,
    Json(offer): Json<Offer>,
) -> Answer<Json<QuoteOfDeal>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let before = one(&app, id, &quote).await?;
    if before.standing == QuoteStanding::Accepted {
        return Err(Problem::conflict("The prospect has accepted this quote. Write a new one for what is to change."));
    }
    if offer.seen != before.quote.version {
        let detail = format!("You have seen version {}; it is at version {} now.", offer.seen, before.quote.version);
        return Err(Problem::stale(detail));
    }
    let next = priced(&app, offer, before.quote.number.clone(), before.quote.version + 1).await?;
    put(&app, &who, id, &quote, &next).await?;
    // What is written is not for the prospect to read before it is sent.
    app.store.revoke_quote_links(id, &quote, app.now()).await?;
    Ok(Json(one(&app, id, &quote).await?))
}

/// The offer at the prices of the catalogue.
async fn priced(app: &App, offer: Offer, number: String, version: u32) -> Answer<Quote> {
    if offer.lines.is_empty() || offer.lines.len() > MOST_LINES {
        return Err(Problem::field("lines", format!("A quote has 1 to {MOST_LINES} lines.")));
    }
    if offer.terms.chars().count() > LONGEST_TERMS {
        return Err(Problem::field("terms", format!("At most {LONGEST_TERMS} characters, please.")));
    }
    let catalogue = app.catalogue_at(offer.price_list).await?;
    let line = |(at, line): (usize, OfferLine)| {
        let known = catalogue.iter().find(|p| p.product.name.trim().eq_ignore_ascii_case(line.product.trim()));
        let ProductLine { product, .. } = known.ok_or_else(|| {
            let message = format!("The catalogue has no “{}”. Ask a manager to add it.", line.product);
            Problem::field(&format!("lines.{at}.product"), message)
        })?;
        Ok(QuoteLine {
            id: format!("line-{}", at + 1),
            product: product.name.clone(),
            quantity: line.quantity,
            unit: product.unit.clone(),
            tiers: product.tiers.clone(),
            discount: line.discount,
            tax_percent: product.tax_percent,
        })
    };
    let lines = offer.lines.into_iter().enumerate().map(line).collect::<Answer<Vec<_>>>()?;
    let today = app.work().await?.day(app.now());
    let valid_until = offer.valid_until.or_else(|| today.checked_add(jiff::Span::new().days(30)).ok()).unwrap_or(today);
    if valid_until < today {
        return Err(Problem::field("valid_until", "This day has passed."));
    }
    let currency = lines.first().map(|line| line.unit.currency.clone()).unwrap_or_default();
    let (discount, terms) = (offer.discount, offer.terms.trim().to_owned());
    let quote = Quote { number, version, currency, issued: today, valid_until, lines, discount, terms };
    total(&quote).map_err(refused)?;
    Ok(quote)
}

/// What a quote has wrong, by line and field.
fn refused(error: QuoteError) -> Problem {
    let detail = error.to_string();
    let title = "The quote needs another look";
    let problem = Problem::new(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "quote", title, detail);
    match error {
        QuoteError::Fields(problems) => problems.into_iter().fold(problem, |problem, p| {
            let line = p.line.as_ref().map(|(at, _)| format!("lines.{}.", at.saturating_sub(1))).unwrap_or_default();
            problem.with_error(format!("{line}{}", p.field), p.to_string())
        }),
        _ => problem,
    }
}

async fn put(app: &App, who: &Actor, deal: DealId, id: &str, quote: &Quote) -> Answer<()> {
    let content = serde_json::to_string(quote).map_err(Problem::internal)?;
    let activity = format!("Quote {} written, version {}", quote.number, quote.version);
    let mut event = ours(app, who, deal, id, quote, kind::QUOTE_WRITTEN, activity);
    event.attributes.insert(told::OFFER.to_owned(), content);
    record(app, deal, vec![event]).await
}

/// An act of ours on a version of a quote.
fn ours(app: &App, who: &Actor, deal: DealId, id: &str, quote: &Quote, kind: &str, activity: String) -> Event {
    Event { actor: Some(who.name.clone()), ..about(app, deal, id, quote, kind, activity) }
}

/// An event about a version of a quote, of which the actor is still to be said.
fn about(app: &App, deal: DealId, id: &str, quote: &Quote, kind: &str, activity: String) -> Event {
    let attributes = [(told::ID, id.to_owned()), (told::VERSION, quote.version.to_string())];
    Event {
        kind: kind.to_owned(),
        activity,
        attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, app.now())
    }
}

async fn record(app: &App, deal: DealId, events: Vec<Event>) -> Answer<()> {
    let after = app.store.append(deal, None, events).await?;
    app.committed(deal, after.version).await
}

fn words(note: &str) -> Answer<String> {
    let note = note.trim();
    match note.chars().count() {
        n if n > LONGEST_WORDS => Err(Problem::field("note", format!("At most {LONGEST_WORDS} characters, please."))),
        _ => Ok(note.to_owned()),
    }
}

fn rank(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Manager => "manager",
        Role::Rep | Role::Editor | Role::Viewer => "rep",
    }
}

/// Sends a quote: the prospect can see it by its link. A discount above what who sends it may give waits for approval.
#[utoipa::path(post, path = "/deals/{id}/quotes/{quote}/send", tag = "Run",
    params(("id" = DealId, Path), ("quote" = String, Path)), responses((status = 200, body = SentQuote)))]
pub async fn send(
    State(app): State<App>,
    who: Actor,
    Path((id, quote)): Path<(DealId, String)>,
) -> Answer<Json<SentQuote>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let known = one(&app, id, &quote).await?;
    let text = match known.standing {
        QuoteStanding::Draft | QuoteStanding::Sent => None,
        QuoteStanding::AwaitsApproval => Some("It waits for approval already."),
        QuoteStanding::Refused => Some("Its discount was refused. Write a new version."),
        QuoteStanding::Expired => Some("Its last day has passed. Write a new version."),
        QuoteStanding::Accepted => Some("The prospect has accepted it."),
        QuoteStanding::Declined | QuoteStanding::Withdrawn => Some("It is no more on the table. Write a new version."),
    };
    if let Some(text) = text {
        return Err(Problem::conflict(text));
    }
    let granted = known.approval.as_ref().is_some_and(|approval| approval.granted == Some(true));
    let needed = needs_approval(&known.quote, &app.discounts().await?, rank(who.role)).map_err(refused)?;
    if let Some(needed) = needed.filter(|_| !granted) {
        ask(&app, &who, id, &known, &needed).await?;
        let quote = one(&app, id, &quote).await?;
        return Ok(Json(SentQuote { quote, link: None, waits: Some(needed.says()) }));
    }
    let token = auth::new_token()?;
    let last = known.quote.valid_until.checked_add(jiff::Span::new().days(AFTER)).unwrap_or(known.quote.valid_until);
    let expires = app.work().await?.end_of(last).unwrap_or(Timestamp::MAX);
    app.store.revoke_quote_links(id, &quote, app.now()).await?;
    app.store.add_quote_link(&auth::token_hash(&token), id, &quote, expires).await?;
    let activity = format!("Quote {} sent, version {}", known.quote.number, known.quote.version);
    let event = ours(&app, &who, id, &quote, &known.quote, kind::QUOTE_SENT, activity);
    record(&app, id, vec![event]).await?;
    let quote = one(&app, id, &quote).await?;
    Ok(Json(SentQuote { quote, link: Some(format!("/quote#token={token}")), waits: None }))
}

async fn ask(app: &App, who: &Actor, deal: DealId, known: &QuoteOfDeal, needed: &Approval) -> Answer<()> {
    let activity = format!("Approval asked for the discount of quote {}", known.quote.number);
    let mut event = ours(app, who, deal, &known.id, &known.quote, kind::APPROVAL_ASKED, activity);
    event.attributes.insert(told::NEEDED.to_owned(), serde_json::to_string(needed).map_err(Problem::internal)?);
    record(app, deal, vec![event]).await
}

/// Approves or refuses the discount of a quote: by somebody else than who asked, who may give it.
#[utoipa::path(post, path = "/deals/{id}/quotes/{quote}/decision", tag = "Run",
    params(("id" = DealId, Path), ("quote" = String, Path)), request_body = QuoteDecision,
    responses((status = 200, body = QuoteOfDeal)))]
pub async fn decide(
    State(app): State<App>,
    who: Actor,
    Path((id, quote)): Path<(DealId, String)>,
    Json(decision): Json<QuoteDecision>,
) -> Answer<Json<QuoteOfDeal>> {
    let known = one(&app, id, &quote).await?;
    if known.standing != QuoteStanding::AwaitsApproval {
        return Err(Problem::conflict("This quote does not wait for approval."));
    }
    let asked_by = known.approval.as_ref().and_then(|approval| approval.asked_by.as_deref());
    if asked_by == Some(who.name.as_str()) {
        return Err(Problem::forbidden("You asked for this approval; somebody else has to give it."));
    }
    let needed = needs_approval(&known.quote, &app.discounts().await?, rank(who.role)).map_err(refused)?;
    if let Some(needed) = needed.filter(|_| decision.granted) {
        return Err(Problem::forbidden(needed.says()));
    }
    let (kind, word) = match decision.granted {
        true => (kind::APPROVAL_GRANTED, "approved"),
        false => (kind::APPROVAL_DECLINED, "refused"),
    };
    let activity = format!("Discount of quote {} {word}", known.quote.number);
    said(&app, &who, id, &known, kind, activity, &decision.note).await
}

async fn said(
    app: &App,
    who: &Actor,
    deal: DealId,
    known: &QuoteOfDeal,
    kind: &str,
    activity: String,
    note: &str,
) -> Answer<Json<QuoteOfDeal>> {
    let mut event = ours(app, who, deal, &known.id, &known.quote, kind, activity);
    let note = words(note)?;
    if !note.is_empty() {
        event.attributes.insert(told::NOTE.to_owned(), note);
    }
    record(app, deal, vec![event]).await?;
    Ok(Json(one(app, deal, &known.id).await?))
}

/// Answers what the prospect asked about a quote; they read it on its page.
#[utoipa::path(post, path = "/deals/{id}/quotes/{quote}/answer", tag = "Run",
    params(("id" = DealId, Path), ("quote" = String, Path)), request_body = QuoteWords,
    responses((status = 200, body = QuoteOfDeal)))]
pub async fn answer(
    State(app): State<App>,
    who: Actor,
    Path((id, quote)): Path<(DealId, String)>,
    Json(said_words): Json<QuoteWords>,
) -> Answer<Json<QuoteOfDeal>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let known = one(&app, id, &quote).await?;
    if said_words.note.trim().is_empty() {
        return Err(Problem::field("note", "This must not be empty."));
    }
    let activity = format!("Answered about quote {}", known.quote.number);
    said(&app, &who, id, &known, kind::QUOTE_ANSWERED, activity, &said_words.note).await
}

/// Takes a quote back; its link shows it no more.
#[utoipa::path(post, path = "/deals/{id}/quotes/{quote}/withdraw", tag = "Run",
    params(("id" = DealId, Path), ("quote" = String, Path)), request_body = QuoteWords,
    responses((status = 200, body = QuoteOfDeal)))]
pub async fn withdraw(
    State(app): State<App>,
    who: Actor,
    Path((id, quote)): Path<(DealId, String)>,
    Json(why): Json<QuoteWords>,
) -> Answer<Json<QuoteOfDeal>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let known = one(&app, id, &quote).await?;
    if known.standing == QuoteStanding::Accepted {
        return Err(Problem::conflict("The prospect has accepted this quote."));
    }
    let activity = format!("Quote {} withdrawn", known.quote.number);
    let answer = said(&app, &who, id, &known, kind::QUOTE_WITHDRAWN, activity, &why.note).await?;
    app.store.revoke_quote_links(id, &quote, app.now()).await?;
    Ok(answer)
}

/// An act of the prospect on a quote.
fn act(app: &App, deal: DealId, known: &QuoteOfDeal, kind: &str, activity: String, by: &str, note: String) -> Event {
    let mut event = about(app, deal, &known.id, &known.quote, kind, activity);
    event.side = Side::Prospect;
    event.actor = Some(by.to_owned()).filter(|by| !by.is_empty());
    if !note.is_empty() {
        event.attributes.insert(told::NOTE.to_owned(), note);
    }
    event
}
