//! Taking back a change to many deals, as one act.

use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use model::{Deal, Event, Outcome, event::kind, ids::DealId, tags::TAGS};
use uuid::Uuid;

use super::{BULK, BulkHeld, BulkResult, HeldBy, Kept, KeptDeal, followed, held, tag_events, value_of};
use crate::{
    deal_view::blank,
    guard::Actor,
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Takes a change to many deals back: who made it, or a manager. What somebody changed again since then stays as they
/// made it.
#[utoipa::path(post, path = "/deals/bulk/{id}/undo", tag = "Run", params(("id" = Uuid, Path)),
    responses((status = 200, body = BulkResult)))]
pub async fn undo(State(app): State<App>, who: Actor, Path(id): Path<Uuid>) -> Answer<Json<BulkResult>> {
    let gone = || Problem::not_found("There is no such change, or it was taken back already.");
    let record = app.store.record(BULK, id).await?.ok_or_else(gone)?;
    let kept: Kept = serde_json::from_value(record.content).map_err(Problem::internal)?;
    if kept.by != who.id && !matches!(who.role, Role::Owner | Role::Manager) {
        return Err(Problem::forbidden("Who made this change takes it back, or a manager."));
    }
    // of two that take it back at once, one does
    app.store.keep_record(BULK, id, record.version, None, Some(&who.name), app.now()).await?;
    let ids: Vec<DealId> = kept.deals.iter().filter_map(|d| d.id).collect();
    let mut known: HashMap<DealId, Deal> = app.store.deals(&ids).await?.into_iter().map(|d| (d.id, d)).collect();
    let (mut events, mut held_back, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for change in &kept.deals {
        let Some(id) = change.id else { continue };
        let Some(deal) = known.remove(&id) else {
            held_back.push(held(id, String::new(), HeldBy::Gone, "There is no such deal any more."));
            continue;
        };
        // who made the change may take it back, even where they gave the deal to somebody else by it
        let (own, left) = taken_back(&app, &who, &deal, change);
        held_back.extend(left);
        if !own.is_empty() {
            seen.insert(id, deal.version);
            events.extend(own);
        }
    }
    let written = app.store.append_together(events, &seen, false).await?;
    let stale = written.stale.iter().map(|id| held(*id, String::new(), HeldBy::Stale, LEFT));
    held_back.extend(stale);
    Ok(Json(followed(&app, None, written.done, held_back).await?))
}

const LEFT: &str = "Somebody changed it since then; that stays.";

/// The events that take a change back as far as it still stands, and what is left.
fn taken_back(app: &App, who: &Actor, deal: &Deal, change: &KeptDeal) -> (Vec<Event>, Option<BulkHeld>) {
    let now = app.now();
    let ours = |kind: &str, activity: String, attributes: BTreeMap<String, String>| Event {
        kind: kind.to_owned(),
        activity,
        attributes,
        actor: Some(who.name.clone()),
        ..blank(deal.id, now)
    };
    let mut events = Vec::new();
    let stands = |(name, (_, became)): &(&String, &(String, String))| value_of(deal, name) == *became;
    let back: BTreeMap<String, String> =
        change.fields.iter().filter(stands).map(|(name, (was, _))| (name.clone(), was.clone())).collect();
    let left = change.fields.len() - back.len();
    if !back.is_empty() {
        let names: Vec<&str> = back.keys().map(String::as_str).collect();
        events.push(ours(kind::CHANGED, format!("Taken back: {}", names.join(", ")), back));
    }
    let own = value_of(deal, TAGS);
    let there = model::tags::without(&change.tags_added, &model::tags::without(&change.tags_added, &own));
    events.extend(tag_events(&change.tags_removed, &there, ours));
    let mut moved_on = false;
    if let Some(moved) = &change.moved {
        moved_on = (&deal.stage, deal.outcome) != (&moved.to, moved.became);
        if !moved_on {
            events.push(returned(&ours, moved.from.as_deref(), moved.outcome));
        }
    }
    let held_back = (left > 0 || moved_on).then(|| held(deal.id, deal.name.clone(), HeldBy::Stale, LEFT));
    (events, held_back)
}

/// The event that brings a deal back to where it stood.
fn returned(
    ours: &impl Fn(&str, String, BTreeMap<String, String>) -> Event,
    from: Option<&str>,
    outcome: Outcome,
) -> Event {
    let reason = BTreeMap::from([("reason".to_owned(), "Move taken back".to_owned())]);
    match (outcome, from) {
        (Outcome::Won, _) => ours(kind::WON, "Won".to_owned(), reason),
        (Outcome::Lost, _) => ours(kind::LOST, "Lost".to_owned(), reason),
        (Outcome::Open, Some(stage)) => {
            let event = ours(kind::STAGE, stage.to_owned(), reason);
            Event { stage: Some(stage.to_owned()), ..event }
        }
        (Outcome::Open, None) => ours(kind::STAGE_LEFT, "Move taken back".to_owned(), reason),
    }
}
