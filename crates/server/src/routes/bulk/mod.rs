//! One change to many deals, and its taking back.

mod undo;

use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use model::{
    Deal, Event, Outcome,
    deal::field,
    event::kind,
    ids::{DealId, EventId, UserId},
    process::{Move, decide},
    tags::{self, TAGS},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::deals::{checked, checked_tags, no_process, refused, value};
use crate::{
    deal_view::blank,
    guard::Actor,
    problem::{Answer, FieldError, Json, Problem},
    processes::Processes,
    state::App,
};

/// Most deals that are changed at once.
const MOST_DEALS: usize = 1_000;
/// The kind of record that keeps what a change changed.
const BULK: &str = "bulk";

/// All routes about changing many deals.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(change)).routes(routes!(undo::undo))
}

/// A deal that is to be changed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct BulkDeal {
    /// Which.
    pub id: DealId,
    /// The version that was seen; a deal that is at another one is held. Any if left out.
    #[serde(default)]
    pub version: Option<i64>,
}

/// One change to many deals.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BulkChange {
    /// The deals, at most 1,000.
    pub deals: Vec<BulkDeal>,
    /// New values of fields and attributes, as for one deal.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// Tags to put on, with commas between.
    #[serde(default)]
    pub tags_add: String,
    /// Tags to take off.
    #[serde(default)]
    pub tags_remove: String,
    /// Where to move them. Exit criteria hold: deals that do not meet them are held unless there is a reason.
    #[serde(default, rename = "move")]
    pub to: Option<Move>,
    /// Changes no deal if one of them is held.
    #[serde(default)]
    pub all_or_none: bool,
}

/// A deal that was changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct BulkDone {
    /// Which.
    pub id: DealId,
    /// Its version now.
    pub version: i64,
}

/// Why a deal was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeldBy {
    /// It is not there any more.
    Gone,
    /// It belongs to somebody else.
    NotYours,
    /// Somebody changed it in the meantime.
    Stale,
    /// Exit criteria are not met, or the process does not have the move.
    Process,
    /// It stood so already.
    Same,
}

/// A deal that was not changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct BulkHeld {
    /// Which.
    pub id: DealId,
    /// Its name; empty for one that is gone.
    pub name: String,
    /// Why.
    pub why: HeldBy,
    /// Why, in a sentence.
    pub says: String,
    /// The criteria that are not met.
    pub errors: Vec<FieldError>,
}

/// What came of a change to many deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct BulkResult {
    /// The change, for taking it back; none if nothing was changed.
    pub id: Option<Uuid>,
    /// Those that were changed.
    pub done: Vec<BulkDone>,
    /// Those that were not, each with the reason.
    pub held: Vec<BulkHeld>,
}

/// What is kept of a change to take it back.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    by: UserId,
    deals: Vec<KeptDeal>,
}

/// What changed of one deal.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct KeptDeal {
    id: Option<DealId>,
    /// By field: what it was and what it became.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    fields: BTreeMap<String, (String, String)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    tags_added: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    tags_removed: String,
    /// How it stood before it was moved, and the stage it came to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<KeptMove>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptMove {
    from: Option<String>,
    outcome: Outcome,
    to: Option<String>,
    became: Outcome,
}

/// The value of a field as a change would write it.
pub(super) fn value_of(deal: &Deal, name: &str) -> String {
    let text = |own: &Option<String>| own.clone().unwrap_or_default();
    match name {
        field::NAME => deal.name.clone(),
        field::ACCOUNT => text(&deal.account),
        field::OWNER => text(&deal.owner),
        field::TEAM => text(&deal.team),
        field::PRODUCT => text(&deal.product),
        field::VALUE => deal.value.as_ref().map(|v| model::money::decimal(v.minor)).unwrap_or_default(),
        field::CURRENCY => deal.value.as_ref().map(|v| v.currency.clone()).unwrap_or_default(),
        _ => deal.attributes.get(name).cloned().unwrap_or_default(),
    }
}

/// Changes many deals: fields, tags, the stage. Each that can be is changed, in one transaction; those that cannot are
/// held, each with its reason.
#[utoipa::path(post, path = "/deals/bulk", tag = "Run", request_body = BulkChange,
    responses((status = 200, body = BulkResult)))]
pub async fn change(State(app): State<App>, who: Actor, Json(mut wish): Json<BulkChange>) -> Answer<Json<BulkResult>> {
    if wish.deals.is_empty() || wish.deals.len() > MOST_DEALS {
        return Err(Problem::field("deals", format!("Choose 1 to {MOST_DEALS} deals.")));
    }
    wish.fields = checked(wish.fields)?;
    if wish.fields.contains_key(TAGS) {
        return Err(Problem::field("fields", "Say which tags to put on and which to take off."));
    }
    if let Some(amount) = wish.fields.get_mut(field::VALUE) {
        *amount = value(amount)?;
    }
    app.read_values(&mut wish.fields).await?;
    checked_tags("tags_add", &wish.tags_add)?;
    checked_tags("tags_remove", &wish.tags_remove)?;
    if wish.fields.is_empty() && wish.tags_add.is_empty() && wish.tags_remove.is_empty() && wish.to.is_none() {
        return Err(Problem::field("fields", "Nothing to change."));
    }
    let mut plan = plan(&app, &who, &wish).await?;
    let seen: HashMap<DealId, i64> = plan.deals.iter().map(|p| (p.deal.id, p.deal.version)).collect();
    if wish.all_or_none && !plan.held.is_empty() || plan.deals.is_empty() {
        return Ok(Json(BulkResult { id: None, done: Vec::new(), held: plan.held }));
    }
    let events = plan.deals.iter_mut().flat_map(|p| std::mem::take(&mut p.events)).collect();
    let written = app.store.append_together(events, &seen, wish.all_or_none).await?;
    for id in &written.stale {
        let name = plan.deals.iter().find(|p| p.deal.id == *id).map(|p| p.deal.name.clone()).unwrap_or_default();
        plan.held.push(held(*id, name, HeldBy::Stale, STALE));
    }
    if written.done.is_empty() {
        return Ok(Json(BulkResult { id: None, done: Vec::new(), held: plan.held }));
    }
    let done: HashMap<DealId, i64> = written.done.iter().copied().collect();
    let kept = plan.deals.into_iter().filter(|p| done.contains_key(&p.deal.id)).map(|p| p.kept);
    let kept = Kept { by: who.id, deals: kept.collect() };
    let id = Uuid::now_v7();
    let content = serde_json::to_value(&kept).map_err(Problem::internal)?;
    app.store.keep_record(BULK, id, 0, Some(content), Some(&who.name), app.now()).await?;
    Ok(Json(followed(&app, Some(id), written.done, plan.held).await?))
}

const STALE: &str = "Somebody changed it in the meantime. Look at it again, then repeat your change.";

/// The result, once the log has followed.
async fn followed(app: &App, id: Option<Uuid>, done: Vec<(DealId, i64)>, held: Vec<BulkHeld>) -> Answer<BulkResult> {
    let ids: Vec<DealId> = done.iter().map(|(id, _)| *id).collect();
    app.keeper.follow(&app.store, &ids).await?;
    let done = done.into_iter().map(|(id, version)| BulkDone { id, version }).collect();
    Ok(BulkResult { id, done, held })
}

fn held(id: DealId, name: String, why: HeldBy, says: impl Into<String>) -> BulkHeld {
    BulkHeld { id, name, why, says: says.into(), errors: Vec::new() }
}

struct Planned {
    deal: Deal,
    events: Vec<Event>,
    kept: KeptDeal,
}

#[derive(Default)]
struct Plan {
    deals: Vec<Planned>,
    held: Vec<BulkHeld>,
}

async fn plan(app: &App, who: &Actor, wish: &BulkChange) -> Answer<Plan> {
    let mut ids: Vec<DealId> = Vec::new();
    for deal in &wish.deals {
        if !ids.contains(&deal.id) {
            ids.push(deal.id);
        }
    }
    let mut known: HashMap<DealId, Deal> = app.store.deals(&ids).await?.into_iter().map(|d| (d.id, d)).collect();
    let mut events = if wish.to.is_some() { app.store.events_of(&ids).await? } else { HashMap::new() };
    let seen: HashMap<DealId, Option<i64>> = wish.deals.iter().map(|d| (d.id, d.version)).collect();
    let processes = app.processes().await?;
    let mut plan = Plan::default();
    for id in ids {
        let Some(deal) = known.remove(&id) else {
            plan.held.push(held(id, String::new(), HeldBy::Gone, "There is no such deal any more."));
            continue;
        };
        let name = deal.name.clone();
        if let Err(problem) = who.may_change(&deal) {
            plan.held.push(held(id, name, HeldBy::NotYours, problem.detail));
            continue;
        }
        if seen.get(&id).copied().flatten().is_some_and(|version| version != deal.version) {
            plan.held.push(held(id, name, HeldBy::Stale, STALE));
            continue;
        }
        match planned(app, who, wish, deal, &events.remove(&id).unwrap_or_default(), &processes) {
            Ok(planned) if planned.events.is_empty() => {
                plan.held.push(held(id, name, HeldBy::Same, "It stands so already."));
            }
            Ok(planned) => plan.deals.push(planned),
            Err(problem) => {
                let same = problem.status == axum::http::StatusCode::CONFLICT.as_u16();
                let why = if same { HeldBy::Same } else { HeldBy::Process };
                plan.held.push(BulkHeld { errors: problem.errors, ..held(id, name, why, problem.detail) });
            }
        }
    }
    Ok(plan)
}

fn planned(
    app: &App,
    who: &Actor,
    wish: &BulkChange,
    deal: Deal,
    before: &[Event],
    processes: &Processes,
) -> Answer<Planned> {
    let mut kept = KeptDeal { id: Some(deal.id), ..KeptDeal::default() };
    let mut events = Vec::new();
    let now = app.now();
    let ours = |kind: &str, activity: String, attributes: BTreeMap<String, String>| Event {
        kind: kind.to_owned(),
        activity,
        attributes,
        actor: Some(who.name.clone()),
        ..blank(deal.id, now)
    };
    let news: BTreeMap<String, String> = wish
        .fields
        .iter()
        .filter(|(name, value)| value_of(&deal, name) != **value)
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect();
    if !news.is_empty() {
        kept.fields = news.iter().map(|(name, value)| (name.clone(), (value_of(&deal, name), value.clone()))).collect();
        let names: Vec<&str> = news.keys().map(String::as_str).collect();
        events.push(ours(kind::CHANGED, format!("Changed {}", names.join(", ")), news));
    }
    let own = value_of(&deal, TAGS);
    kept.tags_added = tags::without(&wish.tags_add, &own);
    let others = tags::without(&own, &wish.tags_remove);
    kept.tags_removed = tags::without(&own, &others);
    events.extend(tag_events(&kept.tags_added, &kept.tags_removed, ours));
    if let Some(wish) = &wish.to {
        let process = processes.of_deal(&deal).ok_or_else(no_process)?;
        // what is changed with it counts for the criteria
        let mut after = deal.clone();
        events.iter().for_each(|event| after.apply(event));
        let (process, _) = process.of_deal(&deal);
        let all: Vec<Event> = before.iter().chain(&events).cloned().collect();
        match decide(process, &after, &all, wish, now, Some(&who.name), who.language) {
            Ok(drafts) => {
                let moves = drafts.into_iter().map(|d| d.into_event(EventId(Uuid::now_v7()), deal.id));
                let moves: Vec<Event> = moves.collect();
                moves.iter().for_each(|event| after.apply(event));
                events.extend(moves);
                let (from, outcome) = (deal.stage.clone(), deal.outcome);
                kept.moved = Some(KeptMove { from, outcome, to: after.stage, became: after.outcome });
            }
            // the other changes still count for a deal that is there already
            Err(model::process::MoveError::SameStage(_)) if !events.is_empty() => {}
            Err(error) => return Err(refused(error)),
        }
    }
    Ok(Planned { deal, events, kept })
}

/// The events that put tags on and take them off.
pub(super) fn tag_events(
    added: &str,
    removed: &str,
    event: impl Fn(&str, String, BTreeMap<String, String>) -> Event,
) -> Vec<Event> {
    let told = |kind: &str, word: &str, tags: &str| {
        let attributes = BTreeMap::from([(TAGS.to_owned(), tags.to_owned())]);
        (!tags.is_empty()).then(|| event(kind, format!("{word}: {tags}"), attributes))
    };
    let all = [told(kind::TAGGED, "Tagged", added), told(kind::UNTAGGED, "Tag taken off", removed)];
    all.into_iter().flatten().collect()
}
