//! What is done with leads, one or many at a time.

use axum::extract::State;
use insight::discover::stages_in_order;
use model::{
    Deal, Event, Timestamp,
    deal::field,
    event::kind,
    ids::DealId,
    lead::{LeadState, attribute},
    process::StageKind,
};
use serde::{Deserialize, Serialize};
use store::StoreError;
use utoipa::ToSchema;

use crate::{
    deal_view::blank,
    guard::Actor,
    leads::{assigned, list::Allowed},
    live::News,
    permission::Role,
    problem::{Answer, Json, Problem},
    routes::users::text,
    state::App,
};

/// Leads in one request.
const MOST: usize = 500;
/// Deals of which pages are told one by one.
const MOST_TOLD: usize = 20;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum LeadAct {
    /// Take them up: each becomes a deal in the first stage of its process, of who does so if it was nobody's.
    Take,
    /// Give them up.
    Drop {
        /// Why.
        reason: String,
    },
    /// Open them again: what was dropped, or was taken up with nothing done since.
    Reopen,
    /// Give them to somebody.
    Assign {
        /// Whose they are; empty for nobody's.
        owner: String,
    },
}

/// What is to be done with which leads.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct LeadActs {
    /// These, at most 500.
    pub leads: Vec<DealId>,
    /// This.
    pub act: LeadAct,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LeadActsDone)]
pub struct ActsDone {
    /// With these.
    pub done: Vec<DealId>,
    /// Not with these, and why.
    pub refused: Vec<ActRefused>,
}

/// A lead with which it was not done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LeadActRefused)]
pub struct ActRefused {
    /// The lead.
    pub id: DealId,
    /// Why not, in a sentence.
    pub why: String,
}

/// Whether somebody may take a lead up, drop it and so on: a rep one of their own, or nobody's.
pub fn may_take(who: &Actor, deal: &Deal) -> bool {
    let owner = deal.owner.as_deref().map(str::trim).unwrap_or_default();
    match who.role {
        Role::Owner | Role::Manager => true,
        Role::Rep => owner.is_empty() || owner.eq_ignore_ascii_case(who.name.trim()),
        Role::Editor | Role::Viewer => false,
    }
}

/// Does something with leads. What cannot be done with one is told, and done with the others.
#[utoipa::path(post, path = "/leads/acts", tag = "Leads", request_body = LeadActs, responses((status = 200, body = ActsDone)))]
pub async fn act(State(app): State<App>, who: Actor, Json(acts): Json<LeadActs>) -> Answer<Json<ActsDone>> {
    if acts.leads.is_empty() || acts.leads.len() > MOST {
        return Err(Problem::field("leads", format!("Choose 1 to {MOST} leads.")));
    }
    let act = sound(&who, acts.act)?;
    let allowed = app.allowed().await?;
    let mut ids = acts.leads;
    ids.sort_unstable();
    ids.dedup();
    let mut events = app.store.events_of(&ids).await?;
    let deals = app.store.deals(&ids).await?;
    let mut answer = ActsDone { done: Vec::new(), refused: Vec::new() };
    for id in ids.iter().filter(|id| !deals.iter().any(|deal| deal.id == **id)) {
        answer.refused.push(ActRefused { id: *id, why: "There is no such lead any more.".into() });
    }
    for deal in deals {
        let history = events.remove(&deal.id).unwrap_or_default();
        match one(&app, &who, &deal, &history, &act, &allowed).await? {
            Ok(()) => answer.done.push(deal.id),
            Err(why) => answer.refused.push(ActRefused { id: deal.id, why: why.into() }),
        }
    }
    app.keeper.follow(&app.store, &answer.done).await?;
    if answer.done.len() > MOST_TOLD {
        app.live.tell(News::Missed);
    } else {
        for deal in app.store.deals(&answer.done).await? {
            app.live.tell(News::Deal { id: deal.id, version: deal.version });
        }
    }
    Ok(Json(answer))
}

fn sound(who: &Actor, act: LeadAct) -> Answer<LeadAct> {
    match act {
        LeadAct::Drop { reason } => Ok(LeadAct::Drop { reason: text("act.reason", &reason)? }),
        LeadAct::Assign { owner } => {
            let owner = owner.trim().to_owned();
            if !owner.is_empty() {
                text("act.owner", &owner)?;
            }
            if who.role == Role::Rep && !owner.is_empty() && !owner.eq_ignore_ascii_case(who.name.trim()) {
                return Err(Problem::forbidden(
                    "A rep takes leads for themselves; ask a manager to give them to others.",
                ));
            }
            Ok(LeadAct::Assign { owner })
        }
        other => Ok(other),
    }
}

/// Does it with one lead, or says why not.
async fn one(
    app: &App,
    who: &Actor,
    deal: &Deal,
    history: &[Event],
    act: &LeadAct,
    allowed: &Allowed,
) -> Answer<Result<(), &'static str>> {
    let Some(lead) = &deal.lead else { return Ok(Err("This is a deal and never was a lead.")) };
    if !may_take(who, deal) {
        return Ok(Err("It belongs to somebody else; ask them or a manager."));
    }
    let now = app.now();
    let by = |event: Event| Event { actor: Some(who.name.clone()), side: model::Side::Rep, ..event };
    let events = match (act, lead.state) {
        (_, LeadState::Merged) => return Ok(Err("It was merged into another one.")),
        (LeadAct::Reopen, LeadState::Open) => return Ok(Err("It is open already.")),
        (LeadAct::Reopen, LeadState::Taken) if !is_fresh(history) => {
            return Ok(Err("Something was done since it was taken up; it stays a deal."));
        }
        (LeadAct::Reopen, _) => vec![by(event(deal.id, now, kind::LEAD_REOPENED, "Open again"))],
        (_, LeadState::Taken) => return Ok(Err("It was taken up already.")),
        (_, LeadState::Dropped) => return Ok(Err("It was dropped; open it again first.")),
        (LeadAct::Drop { reason }, LeadState::Open) => {
            let dropped = event(deal.id, now, kind::LEAD_DROPPED, "Dropped");
            let attributes = [(attribute::REASON.to_owned(), reason.clone())].into();
            vec![by(Event { activity: format!("Dropped: {reason}"), attributes, ..dropped })]
        }
        (LeadAct::Assign { owner }, LeadState::Open) => vec![by(assigned(deal.id, now, owner, None))],
        (LeadAct::Take, LeadState::Open) => {
            if !may_contact(deal, history, allowed) {
                return Ok(Err(
                    "The licence of its list has ended before anybody was in touch: it may not be contacted.",
                ));
            }
            taken(app, who, deal, now).await?.into_iter().map(by).collect()
        }
    };
    match app.store.append(deal.id, Some(deal.version), events).await {
        Ok(_) => Ok(Ok(())),
        Err(StoreError::Stale { .. }) => Ok(Err("Somebody else was faster. Load it again.")),
        Err(error) => Err(error.into()),
    }
}

/// That a lead is a deal from now on, in the first stage of its process.
async fn taken(app: &App, who: &Actor, deal: &Deal, now: Timestamp) -> Answer<Vec<Event>> {
    let mut events = Vec::new();
    if deal.owner.as_deref().is_none_or(|owner| owner.trim().is_empty()) {
        events.push(assigned(deal.id, now, &who.name, None));
    }
    events.push(event(deal.id, now, kind::LEAD_TAKEN, "Taken up"));
    if let Some(stage) = entry_stage(app, deal).await? {
        events.push(Event { stage: Some(stage.clone()), ..event(deal.id, now, kind::STAGE, &stage) });
    }
    Ok(events)
}

/// The stage that a lead enters as it is taken up: the first of its process, or, as long as there is none, of the data.
///
/// # Errors
/// If the database cannot be read.
async fn entry_stage(app: &App, deal: &Deal) -> Answer<Option<String>> {
    let processes = app.processes().await?;
    if let Some(stage) = processes.of_deal(deal).and_then(|active| active.process.first(StageKind::Open)) {
        return Ok(Some(stage.written().to_owned()));
    }
    // While the log is being read, the deal begins without a stage.
    Ok(app.on_log(|log| stages_in_order(log).into_iter().next()).await.unwrap_or_default())
}

fn event(deal: DealId, at: Timestamp, kind: &str, activity: &str) -> Event {
    Event { kind: kind.to_owned(), activity: activity.to_owned(), ..blank(deal, at) }
}

/// Whether the licence of its list allows to contact it, or somebody did before.
fn may_contact(deal: &Deal, history: &[Event], allowed: &Allowed) -> bool {
    let ended = deal.attributes.get(attribute::LIST).and_then(|list| allowed.get(list)).is_some_and(|is| !is);
    !ended || history.iter().any(is_contact)
}

/// True for what is done with the prospect, or by them: neither book-keeping nor paper.
fn is_contact(event: &Event) -> bool {
    let paper = ["note", "research", "form."];
    !model::event::BOOK_KEEPING.iter().chain(&paper).any(|start| event.kind.starts_with(start))
}

/// Whether nothing has happened since a lead was taken up, but that it entered its first stage.
fn is_fresh(history: &[Event]) -> bool {
    let since = history.iter().rposition(|e| e.kind == kind::LEAD_TAKEN);
    since.is_some_and(|at| {
        let taken = history[at].at;
        history[at + 1..].iter().all(|e| e.kind == kind::STAGE && e.at == taken)
    })
}

/// Fields that a lead has beside those of every deal, for rules.
pub fn of_deal<'d>(deal: &'d Deal, name: &str) -> Option<&'d str> {
    match name {
        field::ACCOUNT => deal.account.as_deref(),
        field::NAME => Some(&deal.name),
        other => {
            deal.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(other)).map(|(_, value)| value.as_str())
        }
    }
}
