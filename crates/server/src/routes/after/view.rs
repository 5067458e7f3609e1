//! What came after the sale, as the page of a deal shows it.

use std::collections::HashMap;

use model::{
    Deal, Event, Outcome, Side,
    after::{
        ACCOUNT_MANAGER, Attached, Churn, Contract, Delivery, DeliveryLine, HandoverItem, HandoverOfDeal,
        HandoverStanding, Health, NextReview, PARENT, Promise, RELATION, ReferralAsked, ReferralReceived, Relation,
        Review, health,
    },
    event::kind,
    ids::{DealId, UserId},
    process::{Process, StageKind},
    quote::{QuoteStanding, quotes},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::Case;
use crate::{
    deal_view::is_done,
    guard::Actor,
    permission::{self, Role},
    problem::Answer,
    state::App,
};

/// Promises suggested at most.
const MOST_SUGGESTED: usize = 50;
/// Letters of a promise that is suggested.
const LONGEST_SUGGESTED: usize = 1_000;

/// What came after the sale of a deal, and what is next.
#[derive(Debug, Serialize, ToSchema)]
pub struct AfterView {
    /// How the customer is doing; none for a deal that is not won.
    pub health: Option<Health>,
    /// Who looks after the customer, once the hand-over was accepted.
    pub account_manager: Option<String>,
    /// The role that the process hands customers over to; empty where it does not say.
    pub handover_to: String,
    /// What is to be handed over, with what was ticked.
    pub items: Vec<HandoverItem>,
    /// The hand-over that counts.
    pub handover: Option<HandoverOfDeal>,
    /// Hand-overs that were returned before it.
    pub returned: Vec<HandoverOfDeal>,
    /// Whether who asks may accept or return the hand-over.
    pub may_decide: bool,
    /// What we promised.
    pub promises: Vec<Promise>,
    /// What may have been promised, from the deal: terms of the accepted quote, what we answered, notes.
    pub suggested: Vec<SuggestedPromise>,
    /// What was bought: the lines of the accepted quote, else the product.
    pub bought: Vec<DeliveryLine>,
    /// What was delivered.
    pub delivery: Option<Delivery>,
    /// The stages after the sale with how much of them is done.
    pub steps: Vec<StepsOfStage>,
    /// Days between reviews, by the process.
    pub review_days: Option<f64>,
    /// Reviews held.
    pub reviews: Vec<Review>,
    /// The next one.
    pub next_review: Option<NextReview>,
    /// The contract.
    pub contract: Option<Contract>,
    /// That the customer left.
    pub churn: Option<Churn>,
    /// Whom we asked for referrals.
    pub asked: Vec<ReferralAsked>,
    /// Referrals that came, each with the deal it became.
    pub received: Vec<Referral>,
    /// The deal that this one came from.
    pub parent: Option<LinkedDeal>,
    /// Deals that came from this one.
    pub linked: Vec<LinkedDeal>,
    /// Files.
    pub files: Vec<Attached>,
    /// Whether who asks may change it.
    pub may_change: bool,
}

/// Something that may have been promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SuggestedPromise {
    /// The words.
    pub says: String,
    /// Where they stand: `terms`, `answer`, `note`.
    pub from: &'static str,
}

/// How much of a stage after the sale is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StepsOfStage {
    /// Id of the stage.
    pub stage_id: String,
    /// Its name.
    pub name: String,
    /// Tasks that are ticked.
    pub done: u64,
    /// All of them.
    pub total: u64,
    /// The deal is there.
    pub here: bool,
}

/// A deal that belongs to another.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkedDeal {
    /// That deal.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// How they belong together.
    pub relation: Relation,
    /// Open, won or lost.
    pub outcome: Outcome,
    /// The stage it is in.
    pub stage: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
}

/// A referral and what became of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Referral {
    /// The referral.
    #[serde(flatten)]
    pub received: ReferralReceived,
    /// The deal it became, as it stands; none if none was made, or it is gone.
    pub became: Option<LinkedDeal>,
}

pub(super) async fn view(app: &App, who: &Actor, case: Case) -> Answer<AfterView> {
    let Case { deal, events, after } = case;
    let work = app.work().await?;
    let today = work.today(app.now());
    let limits = app.health_limits().await?;
    let processes = app.processes().await?;
    let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
    let review_days = process.and_then(|process| process.review_days(&deal));
    let handover = process.and_then(Process::handover);
    let named = handover.map_or(&[][..], |handover| &handover.with);
    let parent = deal.attributes.get(PARENT).and_then(|id| id.parse().ok()).zip(relation_of(&deal));
    let wanted: Vec<DealId> = after.links.iter().map(|link| link.deal).chain(parent.map(|(id, _)| id)).collect();
    let others: HashMap<DealId, Deal> = app.store.deals(&wanted).await?.into_iter().map(|d| (d.id, d)).collect();
    let linked = |id: DealId, relation| others.get(&id).map(|deal| linked(deal, relation));
    let last = after.handover();
    let is_won = deal.outcome == Outcome::Won;
    let every = review_days.filter(|_| is_won);
    Ok(AfterView {
        health: is_won.then(|| health(&after, deal.closed, every, &limits, today)),
        account_manager: deal.attributes.get(ACCOUNT_MANAGER).cloned(),
        handover_to: handover.map_or_else(String::new, |handover| handover.to.clone()),
        items: HandoverOfDeal::checklist(last, named, &after.ticks),
        may_decide: last.is_some_and(|handover| may_decide(handover, who.role, who.id)),
        handover: last.cloned(),
        returned: after.handovers.iter().rev().skip(1).cloned().collect(),
        suggested: suggested(&deal, &events, today.day()),
        bought: bought(&deal, &events, today.day()),
        steps: process.map_or_else(Vec::new, |process| steps(process, &deal, &events)),
        review_days,
        next_review: after.next_review(every, today).filter(|_| is_won),
        contract: after.contract(limits.renewal_days.into(), today),
        received: after
            .received
            .iter()
            .map(|received| Referral {
                became: received.deal.and_then(|id| linked(id, Relation::Referral)),
                received: received.clone(),
            })
            .collect(),
        parent: parent.and_then(|(id, relation)| linked(id, relation)),
        linked: after.links.iter().filter_map(|link| linked(link.deal, link.relation)).collect(),
        promises: after.promises,
        delivery: after.delivery,
        reviews: after.reviews,
        churn: after.churn,
        asked: after.asked,
        files: after.files,
        may_change: permission::may_change(who.role, &who.name, &deal),
    })
}

/// Only the receiver, an owner or a manager, and only as long as it is offered.
pub(super) fn may_decide(handover: &HandoverOfDeal, role: Role, user: UserId) -> bool {
    let may = matches!(role, Role::Owner | Role::Manager) || handover.user == Some(user);
    may && handover.standing == HandoverStanding::Offered
}

fn relation_of(deal: &Deal) -> Option<Relation> {
    deal.attributes.get(RELATION).and_then(|word| Relation::of_word(word))
}

fn linked(deal: &Deal, relation: Relation) -> LinkedDeal {
    LinkedDeal {
        deal: deal.id,
        name: deal.name.clone(),
        relation,
        outcome: deal.outcome,
        stage: deal.stage.clone(),
        owner: deal.owner.clone(),
        value_minor: deal.value.as_ref().map(|value| value.minor),
        currency: deal.value.as_ref().map(|value| value.currency.clone()).filter(|c| !c.is_empty()),
    }
}

/// The lines of the quote that was accepted last, else the product.
pub(super) fn bought(deal: &Deal, events: &[Event], today: jiff::civil::Date) -> Vec<DeliveryLine> {
    let mut accepted = quotes(events, today).into_iter().filter(|quote| quote.standing == QuoteStanding::Accepted);
    let lines = accepted.next_back().map(|accepted| accepted.quote.lines).unwrap_or_default();
    let of_quote = lines.into_iter().map(|line| DeliveryLine::new(line.id, line.product, Some(line.quantity)));
    let of_quote: Vec<DeliveryLine> = of_quote.collect();
    match (of_quote.is_empty(), &deal.product) {
        (true, Some(product)) => vec![DeliveryLine::new("line-1", product.clone(), None)],
        _ => of_quote,
    }
}

fn suggested(deal: &Deal, events: &[Event], today: jiff::civil::Date) -> Vec<SuggestedPromise> {
    if deal.outcome != Outcome::Won {
        return Vec::new();
    }
    let accepted = quotes(events, today).into_iter().filter(|quote| quote.standing == QuoteStanding::Accepted);
    let terms = accepted.map(|accepted| (accepted.quote.terms, "terms"));
    let told = |event: &Event| {
        let note = event.attributes.get("note").filter(|_| event.side == Side::Rep)?.clone();
        match event.kind.as_str() {
            kind::QUOTE_ANSWERED => Some((note, "answer")),
            "note" => Some((note, "note")),
            _ => None,
        }
    };
    let all = terms.chain(events.iter().filter_map(told));
    let mut found: Vec<SuggestedPromise> = Vec::new();
    for (says, from) in all {
        let says: String = says.trim().chars().take(LONGEST_SUGGESTED).collect();
        if !says.is_empty() && found.len() < MOST_SUGGESTED && found.iter().all(|known| known.says != says) {
            found.push(SuggestedPromise { says, from });
        }
    }
    found
}

fn steps(process: &Process, deal: &Deal, events: &[Event]) -> Vec<StepsOfStage> {
    let here = process.standing(deal).map(|stage| stage.id.as_str());
    let stages = process.stages.iter().filter(|stage| stage.kind == StageKind::AfterSale && !stage.tasks.is_empty());
    let steps = stages.map(|stage| StepsOfStage {
        stage_id: stage.id.clone(),
        name: stage.name.clone(),
        done: stage.tasks.iter().filter(|task| is_done(events, &stage.id, &task.id)).count() as u64,
        total: stage.tasks.len() as u64,
        here: here == Some(stage.id.as_str()),
    });
    steps.collect()
}
