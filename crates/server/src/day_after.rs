//! What is to be done today beside the stages of open deals: moves to approve, hand-overs to accept, promises, reviews and
//! renewals that are due.

use insight::log::EventLog;
use model::{
    Deal, Event, Outcome, Timestamp,
    after::{ACCOUNT_MANAGER, AfterSale, ContractStanding, HandoverStanding, HealthLimits, PromiseState, after_sale},
    event::kind,
    ids::DealId,
    process::{Process, Stage, StageKind, override_asked},
};

use crate::{
    day::{ToDo, ToDoKind, Today, about},
    guard::Actor,
    permission::{self, Role},
    problem::Answer,
    processes::Processes,
    state::App,
};

/// Deals looked at.
const MOST_DEALS: usize = 1_000;
/// What a hand-over that waits ends with.
const HANDOVERS: [&str; 3] = [kind::HANDOVER_OFFERED, kind::HANDOVER_ACCEPTED, kind::HANDOVER_RETURNED];
/// What a move that waits for approval ends with.
const MOVES: [&str; 8] = [
    kind::OVERRIDE_ASKED,
    kind::OVERRIDE_GRANTED,
    kind::OVERRIDE_DECLINED,
    kind::OVERRIDE_WITHDRAWN,
    kind::STAGE,
    kind::STAGE_LEFT,
    kind::WON,
    kind::LOST,
];
/// What makes something due by a day.
const DUE: [&str; 6] = [
    kind::PROMISE_MADE,
    kind::HANDOVER_OFFERED,
    kind::HANDOVER_ACCEPTED,
    kind::REVIEW_PLANNED,
    kind::REVIEW_HELD,
    kind::CONTRACT_TERM,
];

/// Whose lines they are.
struct Reader {
    /// The owner whose day it is; none for everybody's.
    owner: Option<String>,
    /// Whether moves are for them to approve.
    leads: bool,
}

impl Reader {
    fn is(&self, name: Option<&str>) -> bool {
        let same = |own: &String| name.is_some_and(|name| name.trim().eq_ignore_ascii_case(own.trim()));
        self.owner.as_ref().is_none_or(same)
    }
}

/// The lines of somebody's day, or of everybody's.
pub async fn lines(
    app: &App,
    who: &Actor,
    owner: Option<&str>,
    today: Today<'_>,
    processes: &Processes,
) -> Answer<Vec<ToDo>> {
    let is_own = owner.is_none_or(|owner| owner == who.name);
    let leads = is_own && matches!(who.role, Role::Owner | Role::Manager);
    let reader = Reader { owner: owner.map(str::to_owned), leads };
    let looked = Reader { owner: reader.owner.clone(), leads };
    let ids = app.on_log(move |log| candidates(log, &looked)).await?;
    let limits = app.health_limits().await?;
    let mut events = app.store.events_of(&ids).await?;
    let mut all = Vec::new();
    for deal in app.store.deals(&ids).await? {
        let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
        let events = events.remove(&deal.id).unwrap_or_default();
        let may_change = permission::may_change(who.role, &who.name, &deal);
        let of_deal = OfDeal { process, deal: &deal, events: &events, reader: &reader, limits: &limits, today };
        all.extend(
            of_deal.lines(who).into_iter().map(|line| ToDo { may_change: line.may_change || may_change, ..line }),
        );
    }
    Ok(all)
}

/// Deals of which something may be due.
fn candidates(log: &EventLog, reader: &Reader) -> Vec<DealId> {
    let last_is = |kinds: &'static [&'static str], wanted: &'static str| {
        log.last_among(kinds).into_iter().filter(move |(_, last)| *last == wanted).map(|(deal, _)| deal)
    };
    let manager = |deal: u32| log.field(deal, ACCOUNT_MANAGER).or_else(|| log.owner(deal));
    let due = log.last_among(&DUE).into_iter().map(|(deal, _)| deal).filter(|deal| reader.is(manager(*deal)));
    let mut all: Vec<u32> = last_is(&HANDOVERS, kind::HANDOVER_OFFERED).chain(due).collect();
    if reader.leads {
        all.extend(last_is(&MOVES, kind::OVERRIDE_ASKED));
    }
    all.sort_unstable();
    all.dedup();
    all.truncate(MOST_DEALS);
    all.into_iter().map(|deal| log.deal_id(deal)).collect()
}

/// A deal and what is known of it.
struct OfDeal<'a> {
    process: Option<&'a Process>,
    deal: &'a Deal,
    events: &'a [Event],
    reader: &'a Reader,
    limits: &'a HealthLimits,
    today: Today<'a>,
}

impl OfDeal<'_> {
    fn lines(&self, who: &Actor) -> Vec<ToDo> {
        let after = after_sale(self.events);
        let mut all: Vec<ToDo> = self.approval(who).into_iter().chain(self.handover(&after, who)).collect();
        let manager = self.deal.attributes.get(ACCOUNT_MANAGER).or(self.deal.owner.as_ref());
        if self.reader.is(manager.map(String::as_str)) && after.churn.is_none() {
            all.extend(self.promises(&after));
            if self.deal.outcome == Outcome::Won {
                all.extend(self.review(&after).into_iter().chain(self.renewal(&after)));
            }
        }
        all
    }

    fn line(&self, kind: ToDoKind, what: &str, item: &str, due: Option<Timestamp>) -> ToDo {
        let standing = self.process.and_then(|process| process.standing(self.deal)).cloned();
        let bare = || Stage {
            name: self.deal.stage.clone().unwrap_or_default(),
            kind: if self.deal.outcome == Outcome::Won { StageKind::Won } else { StageKind::Open },
            ..Stage::default()
        };
        let overdue = due.is_some_and(|due| self.today.is_before_today(due));
        let stage = standing.unwrap_or_else(bare);
        ToDo { item: item.to_owned(), due, overdue, ..about(kind, &stage, self.deal, what) }
    }

    fn approval(&self, who: &Actor) -> Option<ToDo> {
        let asked = override_asked(self.events).filter(|asked| self.reader.leads && asked.user != Some(who.id))?;
        let to = self.process.and_then(|process| process.stage(&asked.to)).map_or(&asked.to, |stage| &stage.name);
        let what = format!("{} asks to move it to {to}: {}", asked.by.as_deref().unwrap_or("Somebody"), asked.reason);
        Some(self.line(ToDoKind::Approval, &what, &asked.to, Some(asked.at)))
    }

    fn handover(&self, after: &AfterSale, who: &Actor) -> Option<ToDo> {
        let offered = after.handover().filter(|handover| handover.standing == HandoverStanding::Offered)?;
        let is_theirs = if self.reader.is(Some(&who.name)) && self.reader.owner.is_some() {
            offered.user == Some(who.id)
        } else {
            self.reader.is(Some(&offered.to))
        };
        let by = offered.offered_by.as_deref().unwrap_or("Somebody");
        let line = self.line(ToDoKind::Handover, by, &offered.event.to_string(), Some(offered.offered));
        is_theirs.then(|| ToDo { may_change: offered.user == Some(who.id), ..line })
    }

    fn promises(&self, after: &AfterSale) -> Vec<ToDo> {
        let open = after.promises.iter().filter(|promise| promise.state == PromiseState::Open);
        let due = open.filter_map(|promise| Some((promise, self.in_sight(promise.due?)?)));
        due.map(|(promise, due)| self.line(ToDoKind::Promise, &promise.says, &promise.id, Some(due))).collect()
    }

    fn in_sight(&self, day: jiff::civil::Date) -> Option<Timestamp> {
        self.today.work.end_of(day).filter(|due| self.today.is_in_sight(*due))
    }

    fn review(&self, after: &AfterSale) -> Option<ToDo> {
        let every = self.process.and_then(|process| process.review_days(self.deal));
        let next = after.next_review(every, self.today.work.today(self.today.now))?;
        let due = self.in_sight(next.on)?;
        let what = self.deal.account.as_deref().unwrap_or(&self.deal.name);
        Some(self.line(ToDoKind::Review, what, "", Some(due)))
    }

    fn renewal(&self, after: &AfterSale) -> Option<ToDo> {
        let contract = after.contract(self.limits.renewal_days.into(), self.today.work.today(self.today.now))?;
        let waits = !matches!(contract.standing, ContractStanding::Running | ContractStanding::Renewing);
        let due = self.today.work.end_of(contract.notice_by).filter(|_| waits)?;
        Some(self.line(ToDoKind::Renewal, &contract.term.until.to_string(), "", Some(due)))
    }
}
