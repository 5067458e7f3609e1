//! One deal, and what is done to it.

use std::collections::BTreeMap;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use model::{
    Deal, Event,
    after::attribute,
    commission::PERSON,
    deal::field,
    event::kind,
    ids::{DealId, EventId},
    process::{Draft, Move, MoveError, StageKind, VERSION_FIELD, decide},
    tags::{self, TAGS},
};
use serde::Deserialize;
use store::StoreError;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{bulk::tag_events, users::text};
use crate::{
    deal_view::{DealView, Looking, blank, tick as ticked, view},
    guard::{Actor, IfMatch},
    permission::{self, Role},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const MOST_ATTRIBUTES: usize = 50;
const LONGEST_TEXT: usize = 4000;
/// Most events told to who was not the first.
const MOST_SINCE: i64 = 50;

/// The page of a deal.
#[utoipa::path(get, path = "/deals/{id}", tag = "Run", params(("id" = DealId, Path)), responses((status = 200, body = DealView)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<impl IntoResponse> {
    shown(&app, &who, id).await
}

pub(super) async fn shown(
    app: &App,
    who: &Actor,
    id: DealId,
) -> Answer<([(header::HeaderName, String); 1], Json<DealView>)> {
    let deal = found(app, id).await?;
    let mut events = app.store.events(id).await?;
    events.retain(|event| may_read(who, event));
    let processes = app.processes().await?;
    let active = processes.of_deal(&deal);
    let process = active.map(|active| active.of_deal(&deal));
    let won_days = match (active, process) {
        (Some(active), Some((process, version))) => {
            let typical = app.typical_days((active.saved.process, version), process).await;
            process.standing(&deal).and_then(|stage| typical.get(&stage.id).copied())
        }
        _ => None,
    };
    let work = app.work().await?;
    let looking = Looking {
        now: app.now(),
        work: &work,
        won_days,
        may_change: permission::may_change(who.role, &who.name, &deal),
        language: who.language,
    };
    let etag = format!("\"{}\"", deal.version);
    Ok(([(header::ETAG, etag)], Json(view(process, deal.clone(), events, looking))))
}

/// False for what somebody else is paid.
fn may_read(who: &Actor, event: &Event) -> bool {
    let person = event.attributes.get(PERSON).map(String::as_str).unwrap_or_default();
    event.kind != kind::COMMISSION_CORRECTED || permission::may_see_pay(who.role, &who.name, person)
}

pub(super) async fn found(app: &App, id: DealId) -> Answer<Deal> {
    app.store
        .deal(id)
        .await?
        .ok_or_else(|| Problem::not_found("There is no such deal. It may have gone with an import that was undone."))
}

/// Appends events and shows the deal as it is then. Who names no version rests on none: only that they may change the deal
/// is asked again where somebody else was faster.
pub(super) async fn append(
    app: &App,
    who: &Actor,
    deal: &Deal,
    seen: IfMatch,
    events: Vec<Event>,
) -> Answer<([(header::HeaderName, String); 1], Json<DealView>)> {
    let mut rests_on = seen.0.unwrap_or(deal.version);
    let after = loop {
        match app.store.append(deal.id, Some(rests_on), events.clone()).await {
            Ok(after) => break after,
            Err(StoreError::Stale { current }) if seen.0.is_some() => {
                return Err(faster(app, deal.id, rests_on, current).await?);
            }
            Err(StoreError::Stale { .. }) => {
                let now = found(app, deal.id).await?;
                who.may_change(&now)?;
                rests_on = now.version;
            }
            Err(error) => return Err(error.into()),
        }
    };
    app.committed(after.id, after.version).await?;
    shown(app, who, after.id).await
}

/// The problem that somebody else changed the deal since version `seen`: who did, and what happened.
async fn faster(app: &App, id: DealId, seen: i64, current: i64) -> Answer<Problem> {
    let since = app.store.last_recorded(id, (current - seen).clamp(0, MOST_SINCE)).await?;
    let mut who: Vec<&str> = since.iter().filter_map(|event| event.actor.as_deref()).collect();
    who.sort_unstable();
    who.dedup();
    let who = if who.is_empty() { "Somebody".to_owned() } else { who.join(" and ") };
    let detail = format!(
        "{who} changed this deal meanwhile: you have seen version {seen}, it is at version {current} now. Your change was \
         not made. Look at what happened, then make it again."
    );
    Ok(Problem::stale(detail).with_since(since))
}

/// A new deal.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDeal {
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    pub account: Option<String>,
    /// The rep who owns it; who creates it if left out.
    pub owner: Option<String>,
    /// The owner's team.
    pub team: Option<String>,
    /// What is sold.
    pub product: Option<String>,
    /// Value, decimal text with a point: `1200.50`.
    pub value: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The stage to begin in; the first one if left out.
    pub stage: Option<String>,
    /// Attributes, those of fields that the team defined among them.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

/// Creates a deal. With an `Idempotency-Key` the same request made twice creates one.
#[utoipa::path(post, path = "/deals", tag = "Run", request_body = NewDeal, responses((status = 201, body = DealView)))]
pub async fn create(
    State(app): State<App>,
    who: Actor,
    headers: HeaderMap,
    Json(new): Json<NewDeal>,
) -> Answer<impl IntoResponse> {
    let id = make(&app, &who, &headers, new, Extra::default()).await?;
    Ok((StatusCode::CREATED, shown(&app, &who, id).await?))
}

/// What a new deal has beside its fields.
#[derive(Debug, Default)]
pub(super) struct Extra {
    /// Further attributes.
    pub attributes: BTreeMap<String, String>,
    /// People on the prospect's side: attributes of [`kind::PERSON`].
    pub people: Vec<BTreeMap<String, String>>,
}

/// Makes a deal; the same request made twice, as its `Idempotency-Key` tells, makes one.
pub(super) async fn make(app: &App, who: &Actor, headers: &HeaderMap, new: NewDeal, extra: Extra) -> Answer<DealId> {
    let given = headers.get("idempotency-key").and_then(|v| v.to_str().ok());
    let key = given.map_or_else(|| Uuid::now_v7().to_string(), |k| format!("{}-{k}", who.id));
    let id = DealId::of_key(&key);
    let owner = new.owner.clone().filter(|o| !o.trim().is_empty()).unwrap_or_else(|| who.name.clone());
    let team = match new.team.filter(|team| !team.trim().is_empty()) {
        Some(team) => Some(team),
        None => app.team_of(&owner).await?,
    };
    let fields = [
        (field::NAME, Some(text("name", &new.name)?)),
        (field::ACCOUNT, new.account),
        (field::OWNER, Some(owner)),
        (field::TEAM, team),
        (field::PRODUCT, new.product),
        (field::VALUE, new.value.map(|v| value(&v)).transpose()?),
        (field::CURRENCY, new.currency.map(|c| c.trim().to_uppercase())),
    ];
    let now = app.now();
    let mut attributes = new.attributes;
    app.read_values(&mut attributes).await?;
    attributes.extend(fields.into_iter().filter_map(|(k, v)| Some((k.to_owned(), v?))));
    attributes.extend(extra.attributes);
    if let Some(tags) = attributes.get(TAGS) {
        checked_tags(TAGS, tags)?;
    }
    let created = Event {
        kind: kind::CREATED.into(),
        activity: "Created".into(),
        attributes: checked(attributes)?,
        actor: Some(who.name.clone()),
        ..blank(id, now)
    };
    let mut probe = Deal::new(id, key.as_str());
    probe.apply(&created);
    who.may_change(&probe)?;
    let stage = first_stage(app, who, &probe, new.stage.as_deref()).await?;
    let entered = stage.map(|name| Event {
        kind: kind::STAGE.into(),
        activity: name.clone(),
        stage: Some(name),
        actor: Some(who.name.clone()),
        ..blank(id, now)
    });
    let person = |attributes: BTreeMap<String, String>| Event {
        kind: kind::PERSON.into(),
        activity: format!("Person: {}", attributes.get("name").map(String::as_str).unwrap_or_default()),
        attributes,
        actor: Some(who.name.clone()),
        ..blank(id, now)
    };
    let people = extra.people.into_iter().map(person);
    let events = [Some(created), entered].into_iter().flatten().chain(people).collect();
    match app.store.create_deal(&key, events).await {
        Ok(deal) => app.committed(id, deal.version).await?,
        Err(StoreError::Conflict(_)) if given.is_some() => {}
        Err(error) => return Err(error.into()),
    }
    Ok(id)
}

/// The stage that a deal begins in: the one that is wanted, or the first of its process; none without a process.
///
/// # Errors
/// 422 where the process has no such stage.
async fn first_stage(app: &App, who: &Actor, deal: &Deal, wanted: Option<&str>) -> Answer<Option<String>> {
    let processes = app.processes().await?;
    let Some(active) = processes.of_deal(deal) else { return Ok(wanted.map(str::to_owned)) };
    let process = &active.process;
    let stage = match wanted {
        Some(name) => Some(
            process
                .stage_of(name)
                .ok_or_else(|| Problem::field("stage", format!("The process has no stage {name:?}.")))?,
        ),
        None => process.first(StageKind::Open),
    };
    let gate = stage.and_then(|stage| process.gate_before(stage));
    if let Some(gate) = gate.filter(|_| who.role == Role::Rep) {
        let message = format!(
            "A deal leaves {:?} with what it asks for, or with somebody's approval. Begin it there.",
            gate.name
        );
        return Err(Problem::field("stage", message));
    }
    Ok(stage.map(|s| s.written().to_owned()))
}

pub(super) fn value(text: &str) -> Answer<String> {
    let plain = text.trim().replace(' ', "");
    if plain.is_empty() || model::money::parse_minor(&plain).is_some() {
        return Ok(plain);
    }
    Err(Problem::field("value", format!("{text:?} is no amount; write it with a point, such as 1200.50.")))
}

pub(super) fn checked(attributes: BTreeMap<String, String>) -> Answer<BTreeMap<String, String>> {
    if attributes.len() > MOST_ATTRIBUTES {
        return Err(Problem::bad(format!("At most {MOST_ATTRIBUTES} fields at once.")));
    }
    for (name, value) in &attributes {
        if name.trim().is_empty() || name.chars().count() > 100 {
            return Err(Problem::field(name, "A field's name has 1 to 100 characters."));
        }
        if value.chars().count() > LONGEST_TEXT {
            return Err(Problem::field(name, format!("At most {LONGEST_TEXT} characters, please.")));
        }
    }
    Ok(attributes)
}

/// New values of fields and attributes; an empty text takes a value away.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DealPatch {
    /// Name of the field (`name`, `account`, `owner`, `team`, `product`, `value`, `currency`) or attribute, and its value.
    pub fields: BTreeMap<String, String>,
}

/// Changes fields of a deal.
#[utoipa::path(patch, path = "/deals/{id}", tag = "Run", params(("id" = DealId, Path), ("if-match" = Option<String>, Header)),
    request_body = DealPatch, responses((status = 200, body = DealView)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    seen: IfMatch,
    Json(patch): Json<DealPatch>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let mut attributes = checked(patch.fields)?;
    if let Some(amount) = attributes.get_mut(field::VALUE) {
        *amount = value(amount)?;
    }
    if attributes.is_empty() {
        return Err(Problem::field("fields", "Nothing to change."));
    }
    if attributes.contains_key(VERSION_FIELD) && who.role == Role::Rep {
        return Err(Problem::forbidden("Only an owner or manager moves a deal to another version of its process."));
    }
    app.read_values(&mut attributes).await?;
    let now = app.now();
    let ours = |kind: &str, activity: String, attributes: BTreeMap<String, String>| Event {
        kind: kind.to_owned(),
        activity,
        attributes,
        actor: Some(who.name.clone()),
        ..blank(id, now)
    };
    let mut events = Vec::new();
    if let Some(wanted) = attributes.remove(TAGS) {
        checked_tags(TAGS, &wanted)?;
        let own = deal.attributes.get(TAGS).map_or("", String::as_str);
        let (added, removed) = tags::difference(own, &wanted);
        events.extend(tag_events(&added, &removed, ours));
        if attributes.is_empty() && events.is_empty() {
            return shown(&app, &who, id).await;
        }
    }
    if !attributes.is_empty() {
        let names: Vec<&str> = attributes.keys().map(String::as_str).collect();
        events.push(ours(kind::CHANGED, format!("Changed {}", names.join(", ")), attributes));
    }
    append(&app, &who, &deal, seen, events).await
}

/// Looks tags over.
pub(super) fn checked_tags(name: &str, text: &str) -> Answer<()> {
    let all = tags::read(text);
    if all.len() > tags::MOST || all.iter().any(|tag| tag.chars().count() > tags::LONGEST) {
        let (most, longest) = (tags::MOST, tags::LONGEST);
        return Err(Problem::field(name, format!("At most {most} tags of at most {longest} characters, please.")));
    }
    Ok(())
}

/// Moves a deal. Exit criteria that are not met need a reason; without one the answer is 422 with the criteria in `errors`.
/// Where the process wants somebody else's approval (`unmet-approval`), a reason asks for it: the deal stays, and `asked`
/// says so.
/// Where somebody else changed the deal since the version in `If-Match`, the answer is 412 with what happened in `since`.
#[utoipa::path(post, path = "/deals/{id}/move", tag = "Run", params(("id" = DealId, Path), ("if-match" = Option<String>, Header)),
    request_body = Move, responses((status = 200, body = DealView)))]
pub async fn go(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    seen: IfMatch,
    Json(wish): Json<Move>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    taken_up(&deal)?;
    // a move is decided on what the deal is, so it rests on this version at least
    let seen = IfMatch(Some(seen.0.unwrap_or(deal.version)));
    if let Some(version) = seen.0.filter(|version| *version != deal.version) {
        return Err(faster(&app, id, version, deal.version).await?);
    }
    let events = app.store.events(id).await?;
    let processes = app.processes().await?;
    let (process, _) = processes.of_deal(&deal).ok_or_else(no_process)?.of_deal(&deal);
    let drafts = decide(process, &deal, &events, &wish, app.now(), Some(&who.name), who.language).map_err(refused)?;
    let event = |draft: Draft| {
        let mut event = draft.into_event(EventId(Uuid::now_v7()), id);
        if event.kind == kind::OVERRIDE_ASKED {
            event.attributes.insert(attribute::USER.to_owned(), who.id.to_string());
        }
        event
    };
    append(&app, &who, &deal, seen, drafts.into_iter().map(event).collect()).await
}

/// Refuses what only a deal can do that is no lead any more.
///
/// # Errors
/// 409.
pub(super) fn taken_up(deal: &Deal) -> Answer<()> {
    if deal.is_lead() { Err(Problem::conflict("This is a lead. Take it up first.")) } else { Ok(()) }
}

pub(super) fn no_process() -> Problem {
    Problem::conflict(
        "There is no process yet. Propose one from your data under Define, save it, then move deals by it.",
    )
}

pub(super) fn refused(error: MoveError) -> Problem {
    match error {
        MoveError::Unmet(ref unmet) | MoveError::Approval(ref unmet) => {
            let kind = if matches!(error, MoveError::Approval(_)) { "unmet-approval" } else { "unmet" };
            let problem =
                Problem::new(StatusCode::UNPROCESSABLE_ENTITY, kind, "Exit criteria are not met", sentence(&error));
            unmet.iter().fold(problem, |p, c| p.with_error(c.id.clone(), format!("{}: {}", c.says, c.missing)))
        }
        MoveError::NotAllowed(..) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Problem::new(status, "not-allowed", "The process does not have this move", sentence(&error))
        }
        MoveError::UnknownStage(..) => Problem::field("to", sentence(&error)),
        MoveError::UnknownReason(..) | MoveError::ReasonNeeded(_) => Problem::field("reason_id", sentence(&error)),
        MoveError::SameStage(_) | MoveError::Asked(_) => Problem::conflict(sentence(&error)),
    }
}

/// An error's words as a sentence.
fn sentence(error: &MoveError) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// A tick, or its taking back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Tick {
    /// True: done.
    pub done: bool,
}

/// Ticks a task of the process, or takes the tick back.
#[utoipa::path(post, path = "/deals/{id}/tasks/{stage}/{task}", tag = "Run",
    params(("id" = DealId, Path), ("stage" = String, Path), ("task" = String, Path)),
    request_body = Tick, responses((status = 200, body = DealView)))]
pub async fn tick(
    State(app): State<App>,
    who: Actor,
    Path((id, stage, task)): Path<(DealId, String, String)>,
    Json(state): Json<Tick>,
) -> Answer<impl IntoResponse> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let processes = app.processes().await?;
    let (process, _) = processes.of_deal(&deal).ok_or_else(no_process)?.of_deal(&deal);
    let stage = process.stages.iter().find(|s| s.id == stage);
    let task = stage.and_then(|s| Some((s, s.tasks.iter().find(|t| t.id == task)?)));
    let (stage, task) =
        task.ok_or_else(|| Problem::not_found("The process has no such task any more. Load the page again."))?;
    let event = Event { at: app.now(), actor: Some(who.name.clone()), ..ticked(id, stage, task, state.done) };
    append(&app, &who, &deal, IfMatch(None), vec![event]).await
}
