//! The page of a quote that the prospect sees: nobody is signed in, and nothing is open but that quote.

use axum::{
    extract::{FromRequestParts, State},
    http::request::Parts,
};
use model::{
    Event,
    deal::field,
    event::kind,
    ids::DealId,
    money::decimal,
    quote::{Quote, QuoteOfDeal, QuoteStanding, Total},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{act, one, record, words};
use crate::{
    deal_view::blank,
    link::{LinkToken, link_over},
    printing,
    problem::{Answer, Json, Problem},
    routes::users::text,
    state::App,
};

/// The header that bears the token of the link.
const HEADER: &str = "x-quote";
/// Requests in a minute by one link.
const MOST_BY_LINK: u32 = 120;
/// What helps where a link leads nowhere.
const OVER: &str = "It has expired or was withdrawn, or part of it is missing. Ask whoever sent it for a new one.";
/// Looking again within this time is the same look.
const ONE_LOOK: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);

/// The routes of the prospect.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see)).routes(routes!(ask)).routes(routes!(accept)).routes(routes!(decline))
}

/// The quote that the token of the request opens.
pub struct Offered {
    pub(super) deal: DealId,
    pub(super) quote: QuoteOfDeal,
}

impl FromRequestParts<App> for Offered {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = LinkToken::sent(parts, HEADER);
        let found = app.store.quote_by_link(token.hash(), app.now()).await?;
        let (deal, quote) = token.leads_to(found, &app.pace, MOST_BY_LINK, OVER)?;
        Ok(Self { deal, quote: one(app, deal, &quote).await.map_err(|_| link_over(OVER))? })
    }
}

/// A quote as the prospect sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicQuote {
    /// Who offers; empty where nobody has named the company.
    pub company: String,
    /// What is offered.
    pub quote: Quote,
    /// What it comes to.
    pub total: Total,
    /// How it stands.
    pub standing: QuoteStanding,
    /// Who sent it.
    pub sent_by: Option<String>,
    /// Questions and answers, in order of time.
    pub talk: Vec<Said>,
    /// Who accepted or declined it, and when.
    pub decided: Option<Said>,
}

/// Something that was said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuoteSaid)]
pub struct Said {
    /// By whom.
    pub by: Option<String>,
    /// True for the prospect.
    pub theirs: bool,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: model::Timestamp,
    /// The words.
    pub words: String,
}

/// The quote that a link opens. That it was opened is noted.
#[utoipa::path(get, path = "/quote", tag = "Quote", params(("x-quote" = String, Header)),
    responses((status = 200, body = PublicQuote)))]
pub async fn see(State(app): State<App>, offered: Offered) -> Answer<Json<PublicQuote>> {
    let Offered { deal, quote } = offered;
    let now = app.now();
    let mut looks = quote.news.iter().filter(|n| n.kind == kind::QUOTE_VIEWED && n.version == quote.quote.version);
    let is_same = looks.next_back().is_some_and(|last| now.duration_since(last.at) < ONE_LOOK);
    if quote.standing == QuoteStanding::Sent && !is_same {
        let activity = format!("Quote {} opened", quote.quote.number);
        record(&app, deal, vec![act(&app, deal, &quote, kind::QUOTE_VIEWED, activity, "", String::new())]).await?;
    }
    shown(&app, quote).await
}

async fn shown(app: &App, quote: QuoteOfDeal) -> Answer<Json<PublicQuote>> {
    let said = |n: &model::quote::QuoteNews| Said {
        by: n.by.clone(),
        theirs: n.side == model::Side::Prospect,
        at: n.at,
        words: n.words.clone(),
    };
    let of = |kinds: [&'static str; 2]| quote.news.iter().filter(move |n| kinds.contains(&n.kind.as_str()));
    let sent = quote.news.iter().rfind(|n| n.kind == kind::QUOTE_SENT);
    let is_decided = matches!(quote.standing, QuoteStanding::Accepted | QuoteStanding::Declined);
    Ok(Json(PublicQuote {
        company: printing::imprint(app).await?.company,
        sent_by: sent.and_then(|n| n.by.clone()),
        talk: of([kind::QUOTE_ASKED, kind::QUOTE_ANSWERED]).map(said).collect(),
        decided: of([kind::QUOTE_ACCEPTED, kind::QUOTE_DECLINED]).next_back().filter(|_| is_decided).map(said),
        total: quote.total,
        standing: quote.standing,
        quote: quote.quote,
    }))
}

/// What the prospect says.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ProspectWords)]
pub struct Words {
    /// Their name.
    pub name: String,
    /// A question, or a reason.
    #[serde(default)]
    pub note: String,
    /// The version that they read.
    pub version: u32,
}

impl Offered {
    /// The words, if they are about what is on the table.
    fn heard(&self, said: &Words) -> Answer<(String, String)> {
        if said.version != self.quote.quote.version {
            return Err(Problem::stale("The offer was changed in the meantime. Read the new version first."));
        }
        let text_of = match self.quote.standing {
            QuoteStanding::Sent => None,
            QuoteStanding::Expired => Some("The last day of this offer has passed. Ask for a new one."),
            QuoteStanding::Accepted => Some("This offer was accepted already."),
            _ => Some("This offer is not on the table any more. Ask for a new one."),
        };
        match text_of {
            Some(text) => Err(Problem::conflict(text)),
            None => Ok((text("name", &said.name)?, words(&said.note)?)),
        }
    }
}

/// Asks something about the quote.
#[utoipa::path(post, path = "/quote/questions", tag = "Quote", params(("x-quote" = String, Header)), request_body = Words,
    responses((status = 200, body = PublicQuote)))]
pub async fn ask(State(app): State<App>, offered: Offered, Json(said): Json<Words>) -> Answer<Json<PublicQuote>> {
    let (name, note) = offered.heard(&said)?;
    if note.is_empty() {
        return Err(Problem::field("note", "This must not be empty."));
    }
    let Offered { deal, quote } = offered;
    let activity = format!("Asked about quote {}", quote.quote.number);
    record(&app, deal, vec![act(&app, deal, &quote, kind::QUOTE_ASKED, activity, &name, note)]).await?;
    shown(&app, one(&app, deal, &quote.id).await?).await
}

/// Accepts the quote: name and time are kept, and its price is the negotiated price of the deal.
#[utoipa::path(post, path = "/quote/accept", tag = "Quote", params(("x-quote" = String, Header)), request_body = Words,
    responses((status = 200, body = PublicQuote)))]
pub async fn accept(State(app): State<App>, offered: Offered, Json(said): Json<Words>) -> Answer<Json<PublicQuote>> {
    // Whoever changes the offer meanwhile is first: the quote is read after the version that the word rests on.
    let gone = || Problem::not_found("The deal is gone.");
    let seen = app.store.deal(offered.deal).await?.ok_or_else(gone)?.version;
    let offered = Offered { quote: one(&app, offered.deal, &offered.quote.id).await?, ..offered };
    let (name, note) = offered.heard(&said)?;
    let Offered { deal, quote } = offered;
    let activity = format!("Quote {} accepted", quote.quote.number);
    let accepted = act(&app, deal, &quote, kind::QUOTE_ACCEPTED, activity, &name, note);
    let price = [
        (field::VALUE, decimal(quote.total.net_minor)),
        (field::CURRENCY, quote.total.currency.clone()),
        ("negotiated_price", decimal(quote.total.net_minor)),
    ];
    let changed = Event {
        kind: kind::CHANGED.into(),
        activity: "Negotiated price".into(),
        side: model::Side::System,
        attributes: price.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, accepted.at)
    };
    let after = app.store.append(deal, Some(seen), vec![accepted, changed]).await?;
    app.committed(deal, after.version).await?;
    shown(&app, one(&app, deal, &quote.id).await?).await
}

/// Declines the quote, with a reason if they give one.
#[utoipa::path(post, path = "/quote/decline", tag = "Quote", params(("x-quote" = String, Header)), request_body = Words,
    responses((status = 200, body = PublicQuote)))]
pub async fn decline(State(app): State<App>, offered: Offered, Json(said): Json<Words>) -> Answer<Json<PublicQuote>> {
    let (name, note) = offered.heard(&said)?;
    let Offered { deal, quote } = offered;
    let activity = format!("Quote {} declined", quote.quote.number);
    record(&app, deal, vec![act(&app, deal, &quote, kind::QUOTE_DECLINED, activity, &name, note)]).await?;
    shown(&app, one(&app, deal, &quote.id).await?).await
}
