//! Open deals and a new version: which it would hold, which have lost their stage, which are moved to it.

use std::collections::{BTreeMap, HashMap, HashSet};

use axum::extract::State;
use insight::{
    define::{OpenDeal as ListedDeal, StageHeld, held_deals, open_list},
    log::EventLog,
    select::Selection,
};
use model::{
    Deal, Event, Outcome,
    event::kind,
    ids::{DealId, EventId},
    process::{Finding, Process, Stage, VERSION_FIELD, difference, pin},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Which, Written, flawed, looked_over};
use crate::{
    deal_view::blank,
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem, Query},
    processes::{Active, Processes},
    state::App,
};

/// What a stage's deals do that go on by their own version.
const STAY: &str = "stay";
/// Deals listed at most.
const LISTED: usize = 500;

/// What a version would mean for the open deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preview {
    /// What it changes of the active version, in sentences.
    pub changes: Vec<String>,
    /// Open deals that go by this process.
    pub open_deals: u64,
    /// Stages that it has no more and that open deals are in: one has to say where they go.
    pub lost_stages: Vec<LostStage>,
    /// By stage, the open deals that its required criteria would hold.
    pub held: Vec<StageHeld>,
    /// The same by the active version.
    pub held_now: Vec<StageHeld>,
    /// What the linter says.
    pub findings: Vec<Finding>,
}

/// A stage that a version has no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LostStage {
    /// Its id.
    pub stage_id: String,
    /// Its name.
    pub name: String,
    /// Open deals in it.
    pub deals: u64,
}

/// Shows what making this the active version would mean for the open deals. Nothing is saved.
#[utoipa::path(post, path = "/process/preview", tag = "Define", params(Which), request_body = Written,
    responses((status = 200, body = Preview)))]
pub async fn preview(
    State(app): State<App>,
    Query(which): Query<Which>,
    Json(written): Json<Written>,
) -> Answer<Json<Preview>> {
    let active = which.needed(&app).await?;
    let (process, toml) = written.read(Some(&active.saved.toml)).map_err(flawed)?;
    let findings = looked_over(&app, &process, &toml).await?;
    let changes = difference(&active.process, &process);
    let deals = open_deals(&app, &active).await?;
    let lost_stages = lost(&deals, &process);
    let (now, current) = (app.now(), active.process.clone());
    let (held, held_now) = app
        .on_log(move |log| {
            let all = Selection::default();
            (held_deals(log, &process, &all, now), held_deals(log, &current, &all, now))
        })
        .await?;
    Ok(Json(Preview { changes, open_deals: deals.len() as u64, lost_stages, held, held_now, findings }))
}

/// An open deal of a process.
struct OpenDeal {
    id: DealId,
    /// The version it goes by.
    version: i64,
    /// The stage it is in, as its events name it.
    stage: String,
    /// The id and the name of this stage by its version.
    known: Option<(String, String)>,
}

async fn open_deals(app: &App, active: &Active) -> Answer<Vec<OpenDeal>> {
    let processes = app.processes().await?;
    let active = active.clone();
    app.on_log(move |log| {
        let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() };
        open.deals(log).iter().filter_map(|deal| open_deal(log, *deal, &processes, &active)).collect()
    })
    .await
}

fn open_deal(log: &EventLog, deal: u32, processes: &Processes, active: &Active) -> Option<OpenDeal> {
    let deal = deal_of(log, deal);
    processes.of_deal(&deal).filter(|process| process.saved.process == active.saved.process)?;
    let (process, version) = active.of_deal(&deal);
    let stage = deal.stage.clone().unwrap_or_default();
    let known = process.stage_of(&stage).map(|s| (s.id.clone(), s.name.clone()));
    Some(OpenDeal { id: deal.id, version, stage, known })
}

/// What the log tells of a deal, as far as it decides by which process it goes.
pub fn deal_of(log: &EventLog, deal: u32) -> Deal {
    let text = |value: Option<&str>| value.map(str::to_owned);
    Deal {
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        team: text(log.team(deal)),
        product: text(log.product(deal)),
        stage: text(log.stage(deal)),
        created: log.created(deal),
        attributes: log.attributes(deal).into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
        ..Deal::new(log.deal_id(deal), log.key(deal))
    }
}

/// How many open deals go by each version.
pub(super) async fn open_by_version(app: &App, active: &Active) -> Answer<HashMap<i64, u64>> {
    // While the log is still being read, the versions can be seen all the same.
    let deals = open_deals(app, active).await.unwrap_or_default();
    Ok(deals.iter().fold(HashMap::new(), |mut by, deal| {
        *by.entry(deal.version).or_default() += 1;
        by
    }))
}

/// Where a deal stands by a process: the stage that its events name, else the one that still bears the id.
fn stands<'p>(deal: &OpenDeal, process: &'p Process) -> Option<&'p Stage> {
    let by_id = || deal.known.as_ref().and_then(|(id, _)| process.stage(id));
    process.stage_of(&deal.stage).or_else(by_id)
}

fn lost(deals: &[OpenDeal], process: &Process) -> Vec<LostStage> {
    let mut lost: BTreeMap<&str, LostStage> = BTreeMap::new();
    for deal in deals.iter().filter(|deal| stands(deal, process).is_none()) {
        let Some((stage_id, name)) = &deal.known else { continue };
        let fresh = || LostStage { stage_id: stage_id.clone(), name: name.clone(), deals: 0 };
        lost.entry(stage_id).or_insert_with(fresh).deals += 1;
    }
    lost.into_values().collect()
}

/// Refuses a process that has no more a stage with open deals in it.
pub(super) async fn no_stage_lost(app: &App, active: &Active, process: &Process) -> Answer<()> {
    plan(app, active, process, &BTreeMap::new(), &Who::Lost).await.map(drop)
}

/// A deal that is moved to a version, with the stage it goes to where its own is gone.
pub(super) struct Carried {
    id: DealId,
    stage: Option<Stage>,
}

/// Which open deals are to be moved.
pub(super) enum Who {
    /// Those alone whose stage the version has no more.
    Lost,
    /// All.
    All,
    /// These.
    Chosen(Vec<DealId>),
}

/// Which open deals are moved to a version that is this process, and where those go whose stage it has no more.
///
/// # Errors
/// 409 with the stages for which nobody said where their deals go; 422 for a stage that the process has not.
pub(super) async fn plan(
    app: &App,
    active: &Active,
    process: &Process,
    stages: &BTreeMap<String, String>,
    who: &Who,
) -> Answer<Vec<Carried>> {
    let mut deals = open_deals(app, active).await?;
    if let Who::Chosen(chosen) = who {
        let chosen: HashSet<&DealId> = chosen.iter().collect();
        deals.retain(|deal| chosen.contains(&deal.id));
    }
    let all = !matches!(who, Who::Lost);
    let unsaid: Vec<LostStage> =
        lost(&deals, process).into_iter().filter(|lost| !stages.contains_key(&lost.stage_id)).collect();
    if !unsaid.is_empty() {
        return Err(unsaid_problem(&unsaid));
    }
    for (from, to) in stages.iter().filter(|(_, to)| *to != STAY) {
        if process.stage(to).is_none() {
            let message = format!("The version has no stage `{to}` for the deals in `{from}`.");
            return Err(Problem::field(&format!("stages.{from}"), message));
        }
    }
    let carried = deals.into_iter().filter_map(|deal| {
        let here = process.stage_of(&deal.stage);
        if here.is_some() {
            return all.then_some(Carried { id: deal.id, stage: None });
        }
        let (id, _) = deal.known.as_ref()?;
        let to = stages.get(id).filter(|to| *to != STAY).and_then(|to| process.stage(to));
        let to = to.or_else(|| process.stage(id).filter(|_| all));
        Some(Carried { id: deal.id, stage: Some(to?.clone()) })
    });
    Ok(carried.collect())
}

fn unsaid_problem(stages: &[LostStage]) -> Problem {
    let deals: u64 = stages.iter().map(|s| s.deals).sum();
    let names: Vec<String> = stages.iter().map(|s| format!("“{}”", s.name)).collect();
    let (are, deals) = match deals {
        1 => ("is", "1 open deal".to_owned()),
        n => ("are", format!("{n} open deals")),
    };
    let detail = format!(
        "{deals} {are} in {}, which this version no longer has. Say where they go: name for each a stage, or `{STAY}`.",
        names.join(", ")
    );
    let problem = Problem::new(axum::http::StatusCode::CONFLICT, "stages", "Where do these deals go?", detail);
    stages.iter().fold(problem, |problem, stage| {
        problem.with_error(format!("stages.{}", stage.stage_id), format!("{}: {}", stage.name, stage.deals))
    })
}

/// Moves deals to a version. Returns how many.
pub(super) async fn carry_out(
    app: &App,
    who: &Actor,
    process: &Process,
    version: i64,
    deals: Vec<Carried>,
) -> Answer<u64> {
    if deals.is_empty() {
        return Ok(0);
    }
    let now = app.now();
    let event = |deal: DealId, event: Event| Event {
        id: EventId(Uuid::now_v7()),
        actor: Some(who.name.clone()),
        ..Event { deal, at: now, ..event }
    };
    let mut events = Vec::new();
    for Carried { id, stage } in &deals {
        let moved = Event {
            kind: kind::CHANGED.into(),
            activity: format!("Moved to version {version} of the process"),
            attributes: [(VERSION_FIELD.to_owned(), pin(&process.id, version))].into(),
            ..blank(*id, now)
        };
        events.push(event(*id, moved));
        if let Some(stage) = stage {
            let name = stage.written().to_owned();
            let reason = format!("Version {version} of the process no longer has the stage it was in");
            let entered = Event {
                kind: kind::STAGE.into(),
                activity: name.clone(),
                stage: Some(name),
                attributes: [("stage_id".to_owned(), stage.id.clone()), ("reason".to_owned(), reason)].into(),
                ..blank(*id, now)
            };
            events.push(event(*id, entered));
        }
    }
    let ids = app.store.append_all(events).await?;
    app.keeper.follow(&app.store, &ids).await?;
    Ok(ids.len() as u64)
}

/// The open deals that go by a version.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealsOfVersion {
    /// So many.
    pub total: u64,
    /// The most valuable first, then those longest in their stage; at most 500.
    pub deals: Vec<DealOfVersion>,
}

/// An open deal that goes by a version.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealOfVersion {
    /// The deal.
    #[serde(flatten)]
    pub deal: ListedDeal,
    /// The id of the stage it is in, by this version; none where the version does not know it.
    pub stage: Option<String>,
    /// What this stage is called.
    pub stage_name: String,
}

/// The open deals that go by a version, to choose those that are moved.
#[utoipa::path(get, path = "/process/versions/{version}/deals", tag = "Define",
    params(("version" = i64, Path), Which), responses((status = 200, body = DealsOfVersion)))]
pub async fn list(
    State(app): State<App>,
    Path(number): Path<i64>,
    Query(which): Query<Which>,
) -> Answer<Json<DealsOfVersion>> {
    let active = which.needed(&app).await?;
    let mut own = open_deals(&app, &active).await?;
    own.retain(|deal| deal.version == number);
    let by_id: HashMap<DealId, OpenDeal> = own.into_iter().map(|deal| (deal.id, deal)).collect();
    let now = app.now();
    let listed = app.on_log(move |log| {
        let rows = log.all().filter(|deal| by_id.contains_key(&log.deal_id(*deal))).collect();
        let listed = open_list(log, rows, LISTED, now).into_iter().map(|deal| {
            let known = by_id.get(&deal.id);
            let (stage, name) = known.and_then(|d| d.known.clone()).unzip();
            let stage_name = name.or_else(|| known.map(|d| d.stage.clone())).unwrap_or_default();
            DealOfVersion { deal, stage, stage_name }
        });
        DealsOfVersion { total: by_id.len() as u64, deals: listed.collect() }
    });
    Ok(Json(listed.await?))
}

/// Which deals go by the version.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct MoveDeals {
    /// Where deals go whose stage the version has no more; see [`super::versions::Activation`].
    #[serde(default)]
    pub stages: BTreeMap<String, String>,
    /// These alone; all open deals of the process if left out.
    #[serde(default)]
    pub deals: Option<Vec<DealId>>,
}

/// How many deals were moved.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedDeals {
    /// So many.
    pub moved: u64,
}

/// Lets open deals go by the active version from now on. `If-Match` bears the version.
#[utoipa::path(post, path = "/process/versions/{version}/deals", tag = "Define",
    params(("version" = i64, Path), Which, ("if-match" = Option<String>, Header)), request_body = MoveDeals,
    responses((status = 200, body = MovedDeals)))]
pub async fn go(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(number): Path<i64>,
    Query(which): Query<Which>,
    Json(wish): Json<MoveDeals>,
) -> Answer<Json<MovedDeals>> {
    let active = which.needed(&app).await?;
    seen.check(active.saved.version)?;
    if number != active.saved.version {
        let detail = format!("Deals can be moved to the active version, {}, alone.", active.saved.version);
        return Err(Problem::conflict(detail));
    }
    let deals = wish.deals.map_or(Who::All, Who::Chosen);
    let carried = plan(&app, &active, &active.process, &wish.stages, &deals).await?;
    let moved = carry_out(&app, &who, &active.process, number, carried).await?;
    Ok(Json(MovedDeals { moved }))
}
