//! What a rep does who came by a link: nobody is signed in, and nothing is open but the deals of that interview.

use std::collections::BTreeMap;

use axum::{
    extract::{FromRequestParts, State},
    http::request::Parts,
};
use model::{
    Deal, Event, Outcome, Timestamp,
    ids::DealId,
    interview::{self, Reply, Screen, Voice},
};
use serde::Serialize;
use store::{InterviewMark, InterviewRecord, StoreError};
use utoipa::ToSchema;

use super::asked_about;
use crate::{
    link::LinkToken,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// The header that bears the token of the link.
const HEADER: &str = "x-interview";
/// Requests in a minute by one link.
const MOST_BY_LINK: u32 = 240;
/// What helps where a link leads nowhere.
const OVER: &str = "It has expired or was withdrawn, or part of it is missing. What you answered is kept. Ask whoever \
                    sent it for a new one.";

/// The interview that the token of the request opens.
pub struct Asked(InterviewRecord);

impl FromRequestParts<App> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = LinkToken::sent(parts, HEADER);
        let found = app.store.interview_by_link(token.hash(), app.now()).await?;
        Ok(Self(token.leads_to(found, &app.pace, MOST_BY_LINK, OVER)?))
    }
}

impl Asked {
    /// The deal, if this interview asks about it; to everybody else it is not there.
    async fn deal(&self, app: &App, id: DealId) -> Answer<(Deal, Vec<Event>)> {
        let missing = || Problem::not_found("This interview does not ask about such a deal.");
        if !self.0.deals.iter().any(|d| d.deal == id) {
            return Err(missing());
        }
        let deal = app.store.deal(id).await?.ok_or_else(missing)?;
        Ok((deal, app.store.events(id).await?))
    }
}

/// What is asked, about which deals, and what was answered so far.
#[derive(Debug, Serialize, ToSchema)]
pub struct InterviewForm {
    /// The rep asked.
    pub rep: String,
    /// Who asks.
    pub by: Option<String>,
    /// Until when the link works.
    #[schema(value_type = String, format = "date-time")]
    pub expires: Timestamp,
    /// The deals.
    pub deals: Vec<FormDeal>,
    /// The screens; those for deals of one outcome say so.
    pub screens: &'static [Screen],
}

/// A deal to tell about.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormDeal {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// Won, lost or open.
    pub outcome: Outcome,
    /// When it closed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// Whether the rep said that this is all.
    pub done: bool,
    /// The answers so far, by question.
    pub answers: BTreeMap<String, Reply>,
}

/// The interview that a link opens.
#[utoipa::path(get, path = "/interview", tag = "Interviews", params(("x-interview" = String, Header)),
    responses((status = 200, body = InterviewForm)))]
pub async fn see(State(app): State<App>, asked: Asked) -> Answer<Json<InterviewForm>> {
    let Asked(interview) = &asked;
    if interview.opened.is_none() {
        app.store.mark_interview(interview.id, InterviewMark::Opened, app.now()).await?;
    }
    let mut deals = Vec::with_capacity(interview.deals.len());
    for about in &interview.deals {
        match asked.deal(&app, about.deal).await {
            Ok((deal, events)) => deals.push(form_deal(deal, &events, about.done.is_some())),
            // gone with an import that was undone
            Err(problem) if problem.status == 404 => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(Json(InterviewForm {
        rep: interview.rep.clone(),
        by: interview.by.clone(),
        expires: interview.expires,
        deals,
        screens: interview::screens(),
    }))
}

fn form_deal(deal: Deal, events: &[Event], done: bool) -> FormDeal {
    let text = |e: &Event| e.attributes.get("answer").map_or_else(Reply::default, |text| Reply::of_text(text));
    let answers = interview::answers(events).into_iter().map(|(q, e)| (q.to_owned(), text(e))).collect();
    FormDeal {
        id: deal.id,
        name: deal.name,
        account: deal.account,
        outcome: deal.outcome,
        closed: deal.closed,
        done,
        answers,
    }
}

/// How far the telling of a deal is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Saved {
    /// Screens with an answer.
    pub answered: usize,
    /// Screens there are.
    pub of: usize,
}

/// Keeps an answer. The same answer again changes nothing; an empty one takes an earlier one back.
#[utoipa::path(put, path = "/interview/deals/{deal}/answers/{question}", tag = "Interviews",
    params(("deal" = DealId, Path), ("question" = String, Path), ("x-interview" = String, Header)),
    request_body = Reply, responses((status = 200, body = Saved)))]
pub async fn answer(
    State(app): State<App>,
    asked: Asked,
    Path((id, question)): Path<(DealId, String)>,
    Json(reply): Json<Reply>,
) -> Answer<Json<Saved>> {
    let (deal, events) = asked.deal(&app, id).await?;
    let after = keep(&app, &deal, events, &question, &reply, &asked.0.rep).await?;
    app.store.mark_interview(asked.0.id, InterviewMark::Answered, app.now()).await?;
    Ok(Json(saved(&deal, &after)))
}

fn saved(deal: &Deal, events: &[Event]) -> Saved {
    let so_far = asked_about(deal, events, String::new(), false);
    Saved { answered: so_far.answered, of: so_far.of }
}

/// Records an answer if it is news; the events of the deal afterwards.
pub(super) async fn keep(
    app: &App,
    deal: &Deal,
    mut events: Vec<Event>,
    question: &str,
    reply: &Reply,
    name: &str,
) -> Answer<Vec<Event>> {
    let question = interview::question(question).ok_or_else(|| Problem::not_found("There is no such question."))?;
    let text = reply.text_for(question).map_err(|e| Problem::field(question.id, e.to_string()))?;
    let voice = Voice { name: Some(name), at: app.now() };
    let new = interview::record(deal.id, &events, question, &text, voice);
    append(app, deal.id, &new).await?;
    events.extend(new);
    Ok(events)
}

/// Appends events, if there are any. What another request recorded in the meantime is there, and that is what counts.
async fn append(app: &App, deal: DealId, new: &[Event]) -> Answer<()> {
    if new.is_empty() {
        return Ok(());
    }
    match app.store.append(deal, None, new.to_vec()).await {
        Ok(after) => app.committed(deal, after.version).await,
        Err(StoreError::Conflict(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Says that this is all about a deal.
#[utoipa::path(post, path = "/interview/deals/{deal}/done", tag = "Interviews",
    params(("deal" = DealId, Path), ("x-interview" = String, Header)), responses((status = 200, body = Saved)))]
pub async fn done(State(app): State<App>, asked: Asked, Path(id): Path<DealId>) -> Answer<Json<Saved>> {
    let (deal, events) = asked.deal(&app, id).await?;
    let people = interview::people_known(id, &events, Voice { name: Some(&asked.0.rep), at: app.now() });
    append(&app, id, &people).await?;
    app.store.mark_interview(asked.0.id, InterviewMark::DealDone(id), app.now()).await?;
    Ok(Json(saved(&deal, &events)))
}
