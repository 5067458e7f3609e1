//! Searching everything by name: deals, people, accounts, content, the manual.

use axum::extract::State;
use insight::search::{Found, Kind, Piece, Query as Words};
use model::{Deal, ids::DealId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    accounts::named,
    problem::{Answer, Json, Problem, Query},
    state::App,
};

/// Most characters of a query that are read.
const LONGEST: usize = 200;
/// Hits of each kind.
const EACH: usize = 6;

/// What is searched for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Words, also begun or misspelt.
    #[serde(default)]
    pub q: String,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HitKind {
    /// A deal; `id` is its id.
    Deal,
    /// Somebody on a deal; `id` is the deal's.
    Person,
    /// An account; `id` is its name.
    Account,
    /// Content of the library; `id` is the file's name, or empty.
    Content,
    /// A page of the manual; `id` is its id.
    Page,
}

/// Something that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SearchHit)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Which.
    pub id: String,
    /// Its name in pieces, with what was searched for marked.
    pub name: Vec<Piece>,
    /// What stands beside it: account and stage, address, kind of content, section.
    pub beside: String,
}

/// What was found, by kind, the best first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SearchHits)]
pub struct Hits {
    /// All kinds in the order in which they are shown.
    pub hits: Vec<Hit>,
}

/// Finds deals, people, accounts, content and pages of the manual by name, at most six of each.
#[utoipa::path(get, path = "/search", tag = "Run", params(Asked), responses((status = 200, body = Hits)))]
pub async fn find(State(app): State<App>, Query(asked): Query<Asked>) -> Answer<Json<Hits>> {
    let text: String = asked.q.chars().take(LONGEST).collect();
    let words = Words::read(&text);
    if words.is_empty() {
        return Ok(Json(Hits { hits: Vec::new() }));
    }
    let found = on_index(&app, words.clone()).await?;
    let aliases = app.aliases().await?;
    let ids: Vec<DealId> = found.iter().filter(|f| f.kind != Kind::Account).map(|f| f.deal).collect();
    let deals: Vec<Deal> = app.store.deals(&ids).await?.into_iter().map(|deal| named(deal, &aliases)).collect();
    let mut hits: Vec<Hit> = Vec::new();
    for Found { kind, deal, name, email, .. } in found {
        let of = deals.iter().find(|d| d.id == deal);
        let hit = match kind {
            Kind::Deal => Hit {
                kind: HitKind::Deal,
                id: deal.to_string(),
                name: words.pieces(&name),
                beside: of.map(beside).unwrap_or_default(),
            },
            Kind::Person => {
                let own = of.map(|d| d.name.clone());
                let shown = if name.is_empty() { &email } else { &name };
                let address = Some(email.clone()).filter(|e| !e.is_empty() && !name.is_empty());
                Hit {
                    kind: HitKind::Person,
                    id: deal.to_string(),
                    name: words.pieces(shown),
                    beside: address.into_iter().chain(own).collect::<Vec<_>>().join(" · "),
                }
            }
            Kind::Account => {
                let head = aliases.name(&name).to_owned();
                let beside = if head == name { String::new() } else { name.clone() };
                Hit { kind: HitKind::Account, name: words.pieces(&head), id: head, beside }
            }
        };
        let twice = |other: &Hit| kind == Kind::Account && other.kind == HitKind::Account && other.id == hit.id;
        if !hits.iter().any(twice) {
            hits.push(hit);
        }
    }
    hits.extend(content(&app, &words).await?);
    hits.extend(pages(&app, &words, &text).await?);
    Ok(Json(Hits { hits }))
}

async fn on_index(app: &App, words: Words) -> Answer<Vec<Found>> {
    let app = app.clone();
    let look = move || app.keeper.read().map(|_log| app.keeper.search().find(&words, EACH));
    tokio::task::spawn_blocking(look).await.map_err(Problem::internal)?
}

fn beside(deal: &Deal) -> String {
    let account = deal.account.as_deref().filter(|account| *account != deal.name);
    let place = match deal.outcome {
        model::Outcome::Open => deal.stage.as_deref(),
        closed => Some(closed.word()),
    };
    let parts = [account, place, deal.owner.as_deref()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn best(mut scored: Vec<(f32, Hit)>) -> impl Iterator<Item = Hit> {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, hit)| hit).take(EACH)
}

async fn content(app: &App, words: &Words) -> Answer<impl Iterator<Item = Hit>> {
    let mut found: Vec<(f32, Hit)> = Vec::new();
    for active in app.processes().await?.iter() {
        for item in &active.process.library {
            let Some(score) = words.score(&item.name) else { continue };
            let (id, name, beside) = (item.file.clone(), words.pieces(&item.name), item.kind.clone());
            let hit = Hit { kind: HitKind::Content, id, name, beside };
            if !found.iter().any(|(_, other)| other.name == hit.name && other.id == hit.id) {
                found.push((score, hit));
            }
        }
    }
    Ok(best(found))
}

async fn pages(app: &App, words: &Words, text: &str) -> Answer<impl Iterator<Item = Hit>> {
    let low = text.trim().to_lowercase();
    let score = |page: &store::PageRecord| match words.score(&page.title) {
        Some(score) => Some(score),
        // what a page says counts where it says it in these words
        None => (low.chars().count() > 2 && page.markdown.to_lowercase().contains(&low)).then_some(0.2),
    };
    let hit = |page: store::PageRecord| Hit {
        kind: HitKind::Page,
        id: page.id.to_string(),
        name: words.pieces(&page.title),
        beside: page.section,
    };
    let scored = app.store.pages().await?.into_iter().filter_map(|page| Some((score(&page)?, hit(page))));
    Ok(best(scored.collect()))
}
