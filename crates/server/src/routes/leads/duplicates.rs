//! Two leads that may be one.

use std::collections::BTreeMap;

use axum::extract::State;
use model::{
    Deal, Event, Timestamp,
    deal::field,
    event::kind,
    ids::{DealId, EventId, ImportId},
    lead::{LeadState, attribute},
};
use serde::{Deserialize, Serialize};
use store::{Doubt, NewImport};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::acts::may_take;
use crate::{
    deal_view::blank,
    guard::Actor,
    live::News,
    permission,
    problem::{Answer, Json, Path, Problem, Query},
    state::App,
};

const MOST: i64 = 200;

/// Which pairs.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Which {
    /// True: those that were decided on, the latest first.
    pub decided: bool,
}

/// One of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = LeadAlike)]
pub struct Alike {
    /// The deal or lead.
    pub id: DealId,
    /// What became of it as a lead; none for a deal that never was one.
    pub state: Option<LeadState>,
    /// What it is called.
    pub name: String,
    /// The company.
    pub account: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// Address, number, source, country, … of those that are known.
    pub attributes: BTreeMap<String, String>,
    /// Since when.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub created: Option<Timestamp>,
}

/// Two that may be one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = LeadPair)]
pub struct Pair {
    /// Its id.
    pub id: Uuid,
    /// What speaks for it: `name` (the same company and a similar name) or `phone` (the same number).
    pub why: String,
    /// `same` or `different`; none while it waits.
    pub decided: Option<String>,
    /// Who said so.
    pub by: Option<String>,
    /// The one that came later.
    pub lead: Alike,
    /// The other one.
    pub other: Alike,
    /// Whether who asks may decide.
    pub may_decide: bool,
}

fn alike(deal: Deal) -> Alike {
    Alike {
        id: deal.id,
        state: deal.lead.as_ref().map(|lead| lead.state),
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        attributes: deal.attributes,
        created: deal.created,
    }
}

fn may_decide(who: &Actor, deal: &Deal) -> bool {
    if deal.is_lead() { may_take(who, deal) } else { permission::may_change(who.role, &who.name, deal) }
}

/// Pairs of leads, or of a lead and an open deal, that may be one: at most 200.
#[utoipa::path(get, path = "/lead-duplicates", tag = "Leads", params(Which), responses((status = 200, body = Vec<Pair>)))]
pub async fn list(State(app): State<App>, who: Actor, Query(which): Query<Which>) -> Answer<Json<Vec<Pair>>> {
    let doubts = app.store.doubts(which.decided, MOST).await?;
    let mut pairs = Vec::new();
    for doubt in doubts {
        pairs.extend(pair(&app, &who, doubt).await?);
    }
    Ok(Json(pairs))
}

async fn pair(app: &App, who: &Actor, doubt: Doubt) -> Answer<Option<Pair>> {
    let both = app.store.deals(&[doubt.lead, doubt.other]).await?;
    let Ok([lead, other]) = <[Deal; 2]>::try_from(both) else { return Ok(None) };
    Ok(Some(Pair {
        id: doubt.id,
        why: doubt.why,
        decided: doubt.decided,
        by: doubt.by,
        may_decide: may_decide(who, &lead) && may_decide(who, &other),
        lead: alike(lead),
        other: alike(other),
    }))
}

/// Whether two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LeadPairWord)]
pub enum PairWord {
    /// They are: the one goes on, and has what happened to the other.
    Same,
    /// They are two.
    Different,
    /// Not decided after all; what was merged is taken apart.
    Open,
}

/// A word on a pair.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = LeadPairDecision)]
pub struct PairDecision {
    /// Whether they are one.
    pub says: PairWord,
    /// The one that goes on, where they are: the other one of the pair if left out.
    #[serde(default)]
    pub keep: Option<DealId>,
}

/// Says whether two are one, or takes that back.
#[utoipa::path(put, path = "/lead-duplicates/{id}", tag = "Leads", params(("id" = Uuid, Path)), request_body = PairDecision,
    responses((status = 200, body = Pair)))]
pub async fn decide(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<Uuid>,
    Json(word): Json<PairDecision>,
) -> Answer<Json<Pair>> {
    let doubt = app.store.doubt(id).await?;
    let gone = || Problem::not_found("One of the two is gone, with an import that was undone.");
    let both = app.store.deals(&[doubt.lead, doubt.other]).await?;
    let [lead, other] = <[Deal; 2]>::try_from(both).map_err(|_| gone())?;
    if !may_decide(&who, &lead) || !may_decide(&who, &other) {
        return Err(Problem::forbidden("One of the two belongs to somebody else; ask them or a manager."));
    }
    let (decided, import) = match (word.says, doubt.decided.as_deref()) {
        (PairWord::Open, Some("same")) => {
            take_apart(&app, &doubt).await?;
            (None, None)
        }
        (PairWord::Open, _) => (None, None),
        (_, Some(_)) => return Err(Problem::conflict("This was decided already. Take that back first.")),
        (PairWord::Different, None) => (Some("different"), None),
        (PairWord::Same, None) => (Some("same"), Some(merge(&app, &who, word.keep, lead, other).await?)),
    };
    app.store.decide_doubt(id, decided, &who.name, import).await?;
    let ids = [doubt.lead, doubt.other];
    app.keeper.follow(&app.store, &ids).await?;
    for deal in app.store.deals(&ids).await? {
        app.live.tell(News::Deal { id: deal.id, version: deal.version });
    }
    let doubt = app.store.doubt(id).await?;
    Ok(Json(pair(&app, &who, doubt).await?.ok_or_else(gone)?))
}

async fn take_apart(app: &App, doubt: &Doubt) -> Answer<()> {
    let Some(import) = doubt.import else { return Ok(()) };
    app.keeper.is_own(import, true);
    app.store.undo_import(import, app.now()).await?;
    Ok(())
}

/// Merges a lead into another one, or into a deal. All of it is one import, so that it can be taken back as a whole.
async fn merge(app: &App, who: &Actor, keep: Option<DealId>, lead: Deal, other: Deal) -> Answer<ImportId> {
    let (kept, gone) = if keep == Some(lead.id) { (lead, other) } else { (other, lead) };
    if !gone.is_lead() {
        let problem = Problem::field("keep", "The one that does not go on is a deal; keep that one.");
        return Err(problem);
    }
    let merged = |deal: &Deal| deal.lead.as_ref().is_some_and(|lead| lead.state == LeadState::Merged);
    if merged(&kept) || merged(&gone) {
        return Err(Problem::conflict("One of the two was merged already."));
    }
    let now = app.now();
    let history = app.store.events(gone.id).await?;
    let events = merging(&kept, &gone, &history, now, &who.name);
    let import = ImportId(Uuid::now_v7());
    let name = format!("{} is the same as {}", gone.name, kept.name);
    let plan = serde_json::json!({ "kept": kept.id, "merged": gone.id });
    let new = NewImport { id: import, name, files: Vec::new(), by: Some(who.name.clone()), plan, at: now };
    app.keeper.is_own(import, false);
    app.store.merge(new, [(kept.id, kept.version), (gone.id, gone.version)], &events).await?;
    Ok(import)
}

/// The events of a merge: what happened to the one that ends happened to the one that goes on, which learns what it did
/// not know.
fn merging(kept: &Deal, gone: &Deal, history: &[Event], now: Timestamp, by: &str) -> Vec<Event> {
    let by_hand = |kind: &str, deal: DealId, activity: String| Event {
        kind: kind.to_owned(),
        activity,
        actor: Some(by.to_owned()),
        ..blank(deal, now)
    };
    let mut ended = by_hand(kind::LEAD_MERGED, gone.id, format!("Merged into {}", kept.name));
    ended.attributes.insert(attribute::INTO.to_owned(), kept.id.to_string());
    let mut events = vec![ended];
    let own = ["deal.", "stage.", "lead.assigned", "lead.taken", "lead.dropped", "lead.reopened", "lead.merged"];
    for event in history.iter().filter(|e| !own.iter().any(|start| e.kind.starts_with(start))) {
        let id = EventId::of_key(&format!("{}\u{1f}{}\u{1f}{now}", kept.id, event.id));
        let mut copy = Event { id, deal: kept.id, import: None, ..event.clone() };
        if copy.kind == kind::LEAD_CREATED {
            copy.kind = kind::LEAD_SEEN.to_owned();
        }
        copy.attributes.insert("merged_from".to_owned(), gone.id.to_string());
        events.push(copy);
    }
    let mut missing: BTreeMap<String, String> = gone
        .attributes
        .iter()
        .filter(|(name, _)| !kept.attributes.contains_key(*name))
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect();
    let fields = [(field::ACCOUNT, &kept.account, &gone.account), (field::OWNER, &kept.owner, &gone.owner)];
    for (name, own, theirs) in fields {
        if let (None, Some(theirs)) = (own, theirs) {
            missing.insert(name.to_owned(), theirs.clone());
        }
    }
    if !missing.is_empty() {
        let changed = by_hand(kind::CHANGED, kept.id, format!("Learnt from {}", gone.name));
        events.push(Event { attributes: missing, ..changed });
    }
    events
}
