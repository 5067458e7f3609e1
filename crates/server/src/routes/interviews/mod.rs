//! Interviews about closed deals: whom to ask about which deals, the links, and how far they are.

mod answers;
mod by_link;
mod remembered;

use std::collections::{BTreeMap, HashMap, HashSet};

use axum::{extract::State, http::StatusCode};
use insight::{
    discover::interview::{InterviewChoice, choose, told_about},
    select::Selection,
};
use model::{
    Deal, Event, Outcome, Timestamp,
    ids::{DealId, InterviewId},
    interview,
};
use serde::{Deserialize, Serialize};
use store::{InterviewMark, InterviewRecord, NewInterview};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{session::in_days, users::text};
use crate::{
    auth,
    guard::Actor,
    problem::{Answer, Json, Path, Problem, Query},
    selection::{Selected, SelectionParams},
    state::App,
};

/// How long a link works.
const LINK_DAYS: i64 = 30;
/// Most deals at once.
const MOST_DEALS: usize = 50;

/// All routes of interviews.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, ask))
        .routes(routes!(choice))
        .routes(routes!(link))
        .routes(routes!(withdraw))
        .routes(routes!(take_out))
        .routes(routes!(remembered::remember))
        .routes(routes!(answers::questions))
        .routes(routes!(answers::summary))
        .routes(routes!(answers::list))
        .routes(routes!(answers::csv))
        .routes(routes!(answers::correct))
        .routes(routes!(by_link::see))
        .routes(routes!(by_link::answer))
        .routes(routes!(by_link::done))
}

/// How far an interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InterviewState {
    /// The link was not opened yet.
    NotOpened,
    /// Opened, with or without answers.
    Begun,
    /// All deals were told about.
    Done,
    /// The links have expired.
    Expired,
    /// The links were withdrawn.
    Withdrawn,
}

/// An interview: a rep, and the deals to ask about.
#[derive(Debug, Serialize, ToSchema)]
pub struct Interview {
    /// Its id.
    pub id: InterviewId,
    /// The rep asked.
    pub rep: String,
    /// The rep's address, where a user bears their name.
    pub email: Option<String>,
    /// Who asks.
    pub by: Option<String>,
    /// How far it is.
    pub state: InterviewState,
    /// Since when.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Until when its links work.
    #[schema(value_type = String, format = "date-time")]
    pub expires: Timestamp,
    /// When it was first opened.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub opened: Option<Timestamp>,
    /// When the last answer came.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub answered: Option<Timestamp>,
    /// When the rep was last reminded.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub reminded: Option<Timestamp>,
    /// The deals; without those that are gone.
    pub deals: Vec<AskedAbout>,
}

/// A deal that is asked about.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedAbout {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// Won, lost or open.
    pub outcome: Outcome,
    /// Why it was chosen.
    pub why: String,
    /// Screens with an answer.
    pub answered: usize,
    /// Screens there are.
    pub of: usize,
    /// Whether the rep said that this is all.
    pub done: bool,
}

/// The interviews, the latest first.
#[utoipa::path(get, path = "/interviews", tag = "Interviews", responses((status = 200, body = Vec<Interview>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<Interview>>> {
    let records = app.store.interviews().await?;
    Ok(Json(shown(&app, records).await?))
}

async fn shown(app: &App, records: Vec<InterviewRecord>) -> Answer<Vec<Interview>> {
    let ids: Vec<DealId> = records.iter().flat_map(|i| i.deals.iter().map(|d| d.deal)).collect();
    let unique: Vec<DealId> = ids.into_iter().collect::<HashSet<_>>().into_iter().collect();
    let deals: HashMap<DealId, Deal> = app.store.deals(&unique).await?.into_iter().map(|d| (d.id, d)).collect();
    let events = app.store.events_of(&unique).await?;
    let users = app.store.users().await?;
    let email = |rep: &str| users.iter().find(|u| same(&u.name, rep) && !u.disabled).map(|u| u.email.clone());
    let now = app.now();
    let one = |record: InterviewRecord| {
        let asked: Vec<AskedAbout> = record
            .deals
            .iter()
            .filter_map(|d| {
                let events = events.get(&d.deal).map_or(&[][..], Vec::as_slice);
                Some(asked_about(deals.get(&d.deal)?, events, d.why.clone(), d.done.is_some()))
            })
            .collect();
        Interview {
            id: record.id,
            email: email(&record.rep),
            state: state(&record, &asked, now),
            rep: record.rep,
            by: record.by,
            at: record.at,
            expires: record.expires,
            opened: record.opened,
            answered: record.answered,
            reminded: record.reminded,
            deals: asked,
        }
    };
    Ok(records.into_iter().map(one).collect())
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn state(record: &InterviewRecord, deals: &[AskedAbout], now: Timestamp) -> InterviewState {
    match record {
        _ if !deals.is_empty() && deals.iter().all(|d| d.done) => InterviewState::Done,
        r if r.revoked.is_some() => InterviewState::Withdrawn,
        r if r.expires <= now => InterviewState::Expired,
        r if r.opened.is_none() => InterviewState::NotOpened,
        _ => InterviewState::Begun,
    }
}

fn asked_about(deal: &Deal, events: &[Event], why: String, done: bool) -> AskedAbout {
    let given = interview::answers(events);
    let (answered, of) = interview::progress(deal.outcome, |id| given.contains_key(id));
    AskedAbout {
        id: deal.id,
        name: deal.name.clone(),
        account: deal.account.clone(),
        outcome: deal.outcome,
        why,
        answered,
        of,
        done,
    }
}

/// Which deals to choose.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Choosing {
    /// How many, 1 to 50.
    pub n: usize,
    /// Ids of deals that stay, with commas between; the others complement them.
    pub keep: String,
    /// Ids of deals that are not wanted, with commas between.
    pub without: String,
}

impl Default for Choosing {
    fn default() -> Self {
        Self { n: 6, keep: String::new(), without: String::new() }
    }
}

/// Closed deals to ask about that differ as much as they can, each with the words why. Deals that somebody answered
/// about, or is asked about, do not come again.
#[utoipa::path(get, path = "/interviews/choice", tag = "Interviews", params(SelectionParams, Choosing),
    responses((status = 200, body = InterviewChoice)))]
pub async fn choice(
    State(app): State<App>,
    Selected(selection): Selected,
    Query(choosing): Query<Choosing>,
) -> Answer<Json<InterviewChoice>> {
    let (keep, mut without) = (ids(&choosing.keep)?, ids(&choosing.without)?);
    let now = app.now();
    let open = app.store.interviews().await?.into_iter().filter(|i| i.revoked.is_none() && i.expires > now);
    without.extend(open.flat_map(|i| i.deals).map(|d| d.deal));
    let choose_now = move |log: &_| {
        without.extend(told_about(log, &Selection::default()));
        choose(log, &selection, choosing.n.clamp(1, MOST_DEALS), &keep, &without)
    };
    Ok(Json(app.on_log(choose_now).await?))
}

fn ids(list: &str) -> Answer<Vec<DealId>> {
    let given = list.split(',').map(str::trim).filter(|id| !id.is_empty());
    given.map(|id| id.parse().map_err(|_| Problem::bad(format!("{id:?} is no id of a deal.")))).collect()
}

/// Which deals to ask about.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Asking {
    /// The deals, 1 to 50.
    pub deals: Vec<WhyAsked>,
    /// Whom to ask about all of them; if left out every deal's owner, and who asks where a deal has none.
    #[serde(default)]
    pub rep: Option<String>,
}

/// A deal to ask about.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WhyAsked {
    /// Which.
    pub id: DealId,
    /// Why it was chosen.
    #[serde(default)]
    pub why: String,
}

/// An interview with a link to it, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedRep {
    /// The interview.
    pub interview: Interview,
    /// Path of the link below the server's address.
    pub link: String,
}

/// Asks reps about deals: one interview and one link a rep. Who has an open interview gets the deals added to it.
#[utoipa::path(post, path = "/interviews", tag = "Interviews", request_body = Asking,
    responses((status = 201, body = Vec<AskedRep>)))]
pub async fn ask(
    State(app): State<App>,
    who: Actor,
    Json(asking): Json<Asking>,
) -> Answer<(StatusCode, Json<Vec<AskedRep>>)> {
    if asking.deals.is_empty() || asking.deals.len() > MOST_DEALS {
        return Err(Problem::field("deals", format!("Choose 1 to {MOST_DEALS} deals.")));
    }
    let rep = asking.rep.map(|r| text("rep", &r)).transpose()?;
    let wanted: Vec<DealId> = asking.deals.iter().map(|d| d.id).collect();
    let owners: HashMap<DealId, Option<String>> =
        app.store.deals(&wanted).await?.into_iter().map(|d| (d.id, d.owner)).collect();
    let mut by_rep: BTreeMap<String, Vec<(DealId, String)>> = BTreeMap::new();
    for asked in asking.deals {
        let owner = owners.get(&asked.id).ok_or_else(|| Problem::field("deals", "One of these deals is not there."))?;
        let rep = rep.clone().or_else(|| owner.clone()).unwrap_or_else(|| who.name.clone());
        let why: String = asked.why.chars().take(200).collect();
        by_rep.entry(rep).or_default().push((asked.id, why));
    }
    let mut sent = Vec::with_capacity(by_rep.len());
    for (rep, deals) in by_rep {
        let (at, expires) = (app.now(), in_days(app.now(), LINK_DAYS));
        let record = app.store.ask(NewInterview { rep, by: Some(who.name.clone()), at, expires, deals }).await?;
        let link = new_link(&app, record.id).await?;
        for interview in shown(&app, vec![record]).await? {
            sent.push(AskedRep { interview, link: link.clone() });
        }
    }
    Ok((StatusCode::CREATED, Json(sent)))
}

/// The token stands behind `#`, so that it never reaches a log.
async fn new_link(app: &App, id: InterviewId) -> Answer<String> {
    let token = auth::new_token()?;
    app.store.add_interview_link(id, &auth::token_hash(&token), in_days(app.now(), LINK_DAYS)).await?;
    Ok(format!("/interview#{token}"))
}

/// What the link is for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LinkWish {
    /// True: the rep is reminded with it.
    #[serde(default)]
    pub remind: bool,
}

/// A link to an interview, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct InterviewLink {
    /// Its path below the server's address.
    pub link: String,
}

/// Makes one more link to an interview; earlier ones go on working.
#[utoipa::path(post, path = "/interviews/{id}/link", tag = "Interviews", params(("id" = InterviewId, Path)),
    request_body = LinkWish, responses((status = 201, body = InterviewLink)))]
pub async fn link(
    State(app): State<App>,
    Path(id): Path<InterviewId>,
    Json(wish): Json<LinkWish>,
) -> Answer<(StatusCode, Json<InterviewLink>)> {
    let link = new_link(&app, id).await?;
    if wish.remind {
        app.store.mark_interview(id, InterviewMark::Reminded, app.now()).await?;
    }
    Ok((StatusCode::CREATED, Json(InterviewLink { link })))
}

/// Withdraws an interview: its links stop working at once. What was answered stays.
#[utoipa::path(delete, path = "/interviews/{id}", tag = "Interviews", params(("id" = InterviewId, Path)),
    responses((status = 204)))]
pub async fn withdraw(State(app): State<App>, Path(id): Path<InterviewId>) -> Answer<StatusCode> {
    app.store.revoke_interview(id, app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a deal out of an interview. What was answered about it stays.
#[utoipa::path(delete, path = "/interviews/{id}/deals/{deal}", tag = "Interviews",
    params(("id" = InterviewId, Path), ("deal" = DealId, Path)), responses((status = 204)))]
pub async fn take_out(State(app): State<App>, Path((id, deal)): Path<(InterviewId, DealId)>) -> Answer<StatusCode> {
    app.store.remove_asked_deal(id, deal).await?;
    Ok(StatusCode::NO_CONTENT)
}
