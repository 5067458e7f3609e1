//! The hand-over: what there is to tell, to whom, and whether they take it.

use axum::extract::State;
use model::{
    Event,
    after::{ACCOUNT_MANAGER, HandoverOfDeal, HandoverStanding, PromiseDue, attribute},
    event::kind,
    ids::{DealId, UserId},
    process::Process,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{AfterView, Case, promises::promise, some_words, view::may_decide, words};
use crate::{
    deal_view::blank,
    guard::Actor,
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    routes::users::text,
    state::App,
};

/// Promises handed over at once.
const MOST_PROMISES: usize = 50;

/// A thing to hand over.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HandoverTick {
    /// The thing, in the words of the list.
    pub item: String,
    /// True: told or given.
    pub done: bool,
}

/// To whom a deal is handed over.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HandoverOffer {
    /// The receiver.
    pub to: UserId,
    /// Promises that they need to know of and that are not among the deal's yet.
    #[serde(default)]
    pub promises: Vec<PromiseDue>,
    /// What else there is to say.
    #[serde(default)]
    pub note: String,
}

/// The receiver's word.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HandoverDecision {
    /// True: they look after the customer from now on.
    pub accepted: bool,
    /// What they want before, where they return it.
    #[serde(default)]
    pub reason: String,
}

/// Ticks a thing to hand over, or takes the tick back.
#[utoipa::path(post, path = "/deals/{id}/handover/items", tag = "Run", params(("id" = DealId, Path)),
    request_body = HandoverTick, responses((status = 200, body = AfterView)))]
pub async fn tick(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(ticked): Json<HandoverTick>,
) -> Answer<Json<AfterView>> {
    let case = Case::read(&app, id).await?;
    if !case.after.handover().is_some_and(|handover| may_decide(handover, who.role, who.id)) {
        who.may_change(&case.deal)?;
    }
    let item = text("item", &ticked.item)?;
    let named = named(&app, &case).await?;
    let known = HandoverOfDeal::checklist(case.after.handover(), &named, &case.after.ticks);
    if known.iter().all(|known| known.says != item) {
        return Err(Problem::not_found("The list has no such thing any more. Load the page again."));
    }
    let activity = format!("{}: {item}", if ticked.done { "Handed over" } else { "Not handed over after all" });
    let told = [(attribute::ITEM, item), (attribute::DONE, ticked.done.to_string())];
    let event = case.ours(&app, &who, kind::HANDOVER_ITEM, activity, told);
    case.record(&app, &who, vec![event]).await
}

/// What the process says is to be handed over.
async fn named(app: &App, case: &Case) -> Answer<Vec<String>> {
    let processes = app.processes().await?;
    let process = processes.of_deal(&case.deal).map(|active| active.of_deal(&case.deal).0);
    Ok(process.and_then(Process::handover).map_or_else(Vec::new, |handover| handover.with.clone()))
}

/// Offers a won deal to whoever is to look after the customer.
#[utoipa::path(post, path = "/deals/{id}/handover", tag = "Run", params(("id" = DealId, Path)),
    request_body = HandoverOffer, responses((status = 200, body = AfterView)))]
pub async fn offer(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(offer): Json<HandoverOffer>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    if case.after.handover().is_some_and(|handover| handover.standing == HandoverStanding::Offered) {
        return Err(Problem::conflict("It is offered already. Wait for the receiver's word."));
    }
    let receiver = app.store.user(offer.to).await?.filter(|user| !user.disabled);
    let receiver = receiver.ok_or_else(|| Problem::field("to", "There is nobody with this id who can sign in."))?;
    if matches!(Role::of_word(&receiver.role), Role::Viewer | Role::Editor) {
        let message = format!("{} may not change deals. Ask an owner to make them a rep.", receiver.name);
        return Err(Problem::field("to", message));
    }
    if offer.promises.len() > MOST_PROMISES {
        return Err(Problem::field("promises", format!("At most {MOST_PROMISES} at once, please.")));
    }
    let items: Vec<String> = {
        let named = named(&app, &case).await?;
        let list = HandoverOfDeal::checklist(case.after.handover(), &named, &case.after.ticks);
        list.into_iter().map(|item| item.says).collect()
    };
    let told = [
        (attribute::TO, receiver.name.clone()),
        (attribute::USER, receiver.id.to_string()),
        (attribute::ITEMS, serde_json::to_string(&items).map_err(Problem::internal)?),
        (attribute::NOTE, words("note", &offer.note)?),
    ];
    let activity = format!("Hand-over offered to {}", receiver.name);
    let offered = case.ours(&app, &who, kind::HANDOVER_OFFERED, activity, told);
    let new = offer.promises.iter().enumerate();
    let promises = new.map(|(at, new)| promise(&app, &who, &case, new, &format!("promises.{at}.says")));
    let promises = promises.collect::<Answer<Vec<Event>>>()?;
    case.record(&app, &who, promises.into_iter().chain([offered]).collect()).await
}

/// Accepts a hand-over, or returns it with what is wanted before: the receiver, an owner or a manager.
#[utoipa::path(post, path = "/deals/{id}/handover/decision", tag = "Run", params(("id" = DealId, Path)),
    request_body = HandoverDecision, responses((status = 200, body = AfterView)))]
pub async fn decide(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(decision): Json<HandoverDecision>,
) -> Answer<Json<AfterView>> {
    let case = Case::read(&app, id).await?;
    let none = || Problem::conflict("No hand-over of this deal waits for an answer. Load the page again.");
    let offered = case.after.handover().filter(|h| h.standing == HandoverStanding::Offered).ok_or_else(none)?;
    if !may_decide(offered, who.role, who.id) {
        let detail = format!("It is offered to {}. They accept or return it, or a manager does.", offered.to);
        return Err(Problem::forbidden(detail));
    }
    if !decision.accepted {
        let reason = some_words("reason", &decision.reason)?;
        let activity = format!("Hand-over returned to {}", offered.offered_by.as_deref().unwrap_or("the seller"));
        let event = case.ours(&app, &who, kind::HANDOVER_RETURNED, activity, [(attribute::REASON, reason)]);
        return case.record(&app, &who, vec![event]).await;
    }
    let accepted = case.ours(&app, &who, kind::HANDOVER_ACCEPTED, "Hand-over accepted", []);
    let changed = Event {
        kind: kind::CHANGED.into(),
        activity: "Account manager".into(),
        side: model::Side::System,
        attributes: [(ACCOUNT_MANAGER.to_owned(), offered.to.clone())].into(),
        ..blank(id, accepted.at)
    };
    case.record(&app, &who, vec![accepted, changed]).await
}
