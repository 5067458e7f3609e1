//! The worker that follows what is committed, event by event: tells who is to be told, and has sequences see it.
//!
//! Events are read by their number. On PostgreSQL a transaction can commit after another one with higher numbers, so what was
//! read within the last minute is read again; keys keep anything from being told twice.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    time::{Duration, Instant},
};

use model::{
    Event, Timestamp,
    ids::{DealId, UserId},
};
use serde_json::json;
use store::{DeliveryRecord, NoticeRecord, UserRecord};
use uuid::Uuid;

use super::{
    NoticeKind,
    hooks::Hook,
    lapses, mailing,
    telling::{Telling, is_told, telling},
};
use crate::{dashboards, live::News, permission::Role, problem::Answer, state::App, targets};

/// How often it is looked when nobody says that something was committed: by other programs.
const EVERY: Duration = Duration::from_secs(5);
/// How long an event with a lower number may come late.
const LATE: Duration = Duration::from_secs(60);
/// Events read at a time.
const AT_A_TIME: i64 = 500;
/// The setting that holds the number up to which everything was followed.
const MARK: &str = "notices.mark";

/// Follows until the server ends.
pub async fn work(app: App) {
    let mut closing = app.closing();
    let mut following = None;
    loop {
        if let Err(problem) = round(&app, &mut following).await {
            tracing::warn!("what was committed cannot be followed: {}", problem.detail);
        }
        tokio::select! {
            _ = closing.changed() => return,
            () = app.notify.committed.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// How far it is followed.
struct Following {
    /// Everything up to this number was followed, and nothing comes late any more.
    settled: i64,
    /// Numbers above it that were followed.
    seen: HashSet<i64>,
    /// The highest number seen at a moment.
    heights: VecDeque<(Instant, i64)>,
}

impl Following {
    /// From where it was left; in a workspace that was never followed, from now on.
    async fn begin(app: &App) -> Answer<Self> {
        let kept = app.store.setting(MARK).await?.and_then(|value| value.as_i64());
        let settled = match kept {
            Some(settled) => settled,
            None => {
                let now = app.store.last_event().await?;
                app.store.set_setting(MARK, now.into()).await?;
                now
            }
        };
        Ok(Self { settled, seen: HashSet::new(), heights: VecDeque::new() })
    }

    /// What is old enough counts as settled.
    async fn settle(&mut self, app: &App, height: i64) -> Answer<()> {
        let now = Instant::now();
        if self.heights.back().is_none_or(|(_, last)| *last < height) {
            self.heights.push_back((now, height));
        }
        let before = self.settled;
        while let Some((_, no)) = self.heights.pop_front_if(|(at, _)| now.duration_since(*at) > LATE) {
            self.settled = self.settled.max(no);
        }
        if self.settled > before {
            let settled = self.settled;
            self.seen.retain(|no| *no > settled);
            app.store.set_setting(MARK, settled.into()).await?;
        }
        Ok(())
    }
}

async fn round(app: &App, following: &mut Option<Following>) -> Answer<()> {
    let state = match following {
        Some(state) => state,
        None => following.insert(Following::begin(app).await?),
    };
    let height = app.store.last_event().await?;
    let mut after = state.settled;
    let mut deals = BTreeSet::new();
    let mut watch = None;
    loop {
        let events = app.store.entered_after(after, AT_A_TIME).await?;
        let Some((last, _)) = events.last() else { break };
        after = *last;
        for (no, event) in &events {
            if state.seen.contains(no) {
                continue;
            }
            let watch = match &watch {
                Some(watch) => watch,
                None => &*watch.insert(Watch::load(app).await?),
            };
            watch.tell(app, event).await?;
            deals.insert(event.deal);
            state.seen.insert(*no);
        }
    }
    state.settle(app, height.max(after)).await?;
    for deal in deals {
        app.advance_deal(deal).await?;
    }
    app.advance_due().await?;
    lapses::look(app).await?;
    app.advance_pulse().await?;
    dashboards::weekly::work(app).await?;
    targets::look(app).await?;
    mailing::work(app).await
}

/// Who can be told.
pub struct Watch {
    people: Vec<UserRecord>,
    hooks: Vec<Hook>,
}

impl Watch {
    /// Everybody who can sign in, and the webhooks.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn load(app: &App) -> Answer<Self> {
        let people = app.store.users().await?.into_iter().filter(|user| !user.disabled).collect();
        Ok(Self { people, hooks: app.hooks().await? })
    }

    async fn tell(&self, app: &App, event: &Event) -> Answer<()> {
        // Most events are nobody's news: the deal is read only where one may be.
        let probe = model::Deal::new(event.deal, "");
        if telling(event, &probe, &[]).is_none() {
            return Ok(());
        }
        let Some(deal) = app.store.deal(event.deal).await? else { return Ok(()) };
        let events = app.store.events(event.deal).await?;
        let Some(telling) = telling(event, &deal, &events) else { return Ok(()) };
        self.pass_on(app, &telling, &deal, event).await
    }

    /// Tells everybody who is to be told.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn pass_on(&self, app: &App, telling: &Telling, deal: &model::Deal, event: &Event) -> Answer<()> {
        let mut told = false;
        for person in &self.people {
            let by = event.actor.as_deref();
            if !is_told(telling, deal, by, (&person.name, Role::of_word(&person.role))) {
                continue;
            }
            let about = (telling.kind, telling.says.as_str());
            told |= show(app, person.id, about, (event.id.0, event.at), Some(deal.id)).await?;
        }
        if told {
            app.live.tell(News::Notices);
        }
        self.to_programs(app, telling, (deal.id, &deal.name, deal.account.as_deref()), event).await
    }

    /// Whether somebody can sign in.
    pub fn knows(&self, person: UserId) -> bool {
        self.people.iter().any(|known| known.id == person)
    }

    async fn to_programs(
        &self,
        app: &App,
        telling: &Telling,
        (deal, name, account): (DealId, &str, Option<&str>),
        event: &Event,
    ) -> Answer<()> {
        let more = json!({
            "deal": { "id": deal, "name": name, "account": account },
            "event": { "id": event.id, "kind": event.kind, "actor": event.actor, "side": event.side },
        });
        self.deliver(app, (telling.kind, &telling.says), (event.id.0, event.at), &more).await
    }

    /// Tells the webhooks that want to know such things. `event` is told once, `more` is added to what is sent.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn deliver(
        &self,
        app: &App,
        (kind, says): (NoticeKind, &str),
        (event, at): (Uuid, Timestamp),
        more: &serde_json::Value,
    ) -> Answer<()> {
        for hook in self.hooks.iter().filter(|hook| hook.wants(kind)) {
            let (id, now) = (Uuid::now_v7(), app.now());
            let mut payload = json!({ "id": id, "kind": kind, "says": says, "at": at });
            if let (Some(all), Some(more)) = (payload.as_object_mut(), more.as_object()) {
                all.extend(more.clone());
            }
            let delivery = DeliveryRecord {
                id,
                webhook: hook.id,
                event,
                kind: kind.word().to_owned(),
                payload: payload.to_string(),
                at: now,
                state: "waiting".to_owned(),
                due: now,
                tries: 0,
                answer: None,
            };
            if app.store.add_delivery(&delivery).await? {
                app.notify.to_deliver.notify_one();
            }
        }
        Ok(())
    }
}

/// Tells somebody something about an event, as they want it; false if they were told already.
///
/// # Errors
/// If the database cannot be written.
pub async fn show(
    app: &App,
    person: UserId,
    (kind, says): (NoticeKind, &str),
    (event, at): (Uuid, Timestamp),
    deal: Option<DealId>,
) -> Answer<bool> {
    let choice = app.notice_choices(person).await?.of(kind);
    let notice = NoticeRecord {
        id: Uuid::now_v7(),
        person,
        event,
        kind: kind.word().to_owned(),
        deal,
        says: says.to_owned(),
        at,
        shown: choice.shown,
        read: None,
        mail: choice.mail.word().to_owned(),
    };
    Ok(app.store.add_notice(&notice).await?)
}
