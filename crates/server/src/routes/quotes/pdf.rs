//! Quotes as PDF: any version for us, the one on the table for the prospect.

use axum::{extract::State, http::HeaderMap};
use manual::quote::{QuoteSheet, note};
use model::{
    Deal, Event,
    event::kind,
    ids::DealId,
    quote::{Quote, told, total},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{by_link::Offered, of_deal, refused};
use crate::{
    link::link_over,
    printing,
    problem::{Answer, Path, Problem, Query},
    routes::{brief::pdf_headers, deals::found},
    state::App,
};

/// Which version.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// The version; the one that counts if left out.
    #[serde(default)]
    pub version: Option<u32>,
}

/// A quote as PDF.
#[utoipa::path(get, path = "/deals/{id}/quotes/{quote}/quote.pdf", tag = "Run",
    params(("id" = DealId, Path), ("quote" = String, Path), Which),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn print(
    State(app): State<App>,
    Path((id, quote)): Path<(DealId, String)>,
    Query(which): Query<Which>,
) -> Answer<(HeaderMap, Vec<u8>)> {
    let deal = found(&app, id).await?;
    let known = of_deal(&app, id).await?.into_iter().find(|q| q.id == quote);
    let current = known.ok_or_else(|| Problem::not_found("The deal has no such quote."))?.quote.version;
    let events = app.store.events(id).await?;
    let version = which.version.unwrap_or(current);
    let written = told::version(&events, &quote, version);
    let (written, is_sent) =
        written.ok_or_else(|| Problem::not_found(format!("The quote has no version {version}.")))?;
    printed(&app, &deal, &events, &quote, written, note(version, current, is_sent)).await
}

/// The quote that a link opens, as PDF.
#[utoipa::path(get, path = "/quote.pdf", tag = "Quote", params(("x-quote" = String, Header)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub async fn print_by_link(State(app): State<App>, offered: Offered) -> Answer<(HeaderMap, Vec<u8>)> {
    let Offered { deal, quote } = offered;
    let events = app.store.events(deal).await?;
    let sent = told::version(&events, &quote.id, quote.quote.version).filter(|(_, is_sent)| *is_sent);
    // Nothing unsent is read, whatever a link leads to.
    let (written, _) =
        sent.ok_or_else(|| link_over("This offer is being written anew. Ask whoever sent it for a new link."))?;
    let deal = found(&app, deal).await?;
    printed(&app, &deal, &events, &quote.id, written, String::new()).await
}

async fn printed(
    app: &App,
    deal: &Deal,
    events: &[Event],
    id: &str,
    quote: Quote,
    note: String,
) -> Answer<(HeaderMap, Vec<u8>)> {
    let of = |event: &&Event| event.attributes.get(told::ID).is_some_and(|own| own == id);
    let last = |kind: &str| events.iter().rfind(|event| event.kind == kind && of(event));
    let by = last(kind::QUOTE_SENT).or_else(|| last(kind::QUOTE_WRITTEN)).and_then(|event| event.actor.clone());
    let company = printing::imprint(app).await?.company;
    let prospect = deal.account.clone().unwrap_or_default();
    let total = total(&quote).map_err(refused)?;
    let headers = pdf_headers(&format!("{}-v{}.pdf", quote.number, quote.version))?;
    let print = move || {
        let (company, prospect, note, quote, total) = (&company, &prospect, &note, &quote, &total);
        manual::quote::print(&QuoteSheet { company, prospect, sent_by: by.as_deref(), quote, total, note })
    };
    let pdf = tokio::task::spawn_blocking(print).await.map_err(Problem::internal)?;
    Ok((headers, pdf.map_err(Problem::internal)?))
}
