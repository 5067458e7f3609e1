//! The worker that hands over what is in the outbox: at a pace, again where it may help, and never twice.
//!
//! A mail is taken in hand for a while (`queued`, due later), then marked `sending` right before its text goes. Whoever
//! stops before that mark sent nothing; whoever stops after it may have, so the mail becomes `uncertain` and a person decides.

use std::{collections::BTreeMap, time::Duration};

use futures_util::future::join_all;
use jiff::SignedDuration;
use model::{
    Event, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
    sequence::EndReason,
};
use store::{AccountRecord, MailRecord, MailState, StoreError};
use uuid::Uuid;

use super::{
    MailPolicy,
    account::Account,
    compose::{EndLinks, compose},
    pacing::{again, room},
    smtp::{Envelope, Handed, hand_over},
};
use crate::{deal_view::blank, problem::Answer, state::App};

/// How often the outbox is looked into when nobody asks.
const EVERY: Duration = Duration::from_secs(10);
/// How long a mail is in hand before its text goes.
const IN_HAND: SignedDuration = SignedDuration::from_mins(5);
/// How long handing over the text may take; after that it is uncertain.
const HANDING_OVER: SignedDuration = SignedDuration::from_mins(4);
/// Mails looked at in one round.
const AT_ONCE: i64 = 100;
/// Why a mail is uncertain that a program did not finish with.
const INTERRUPTED: &str = "The program ended while it was handed over.";

/// Sends until the server ends.
pub async fn work(app: App) {
    let mut closing = app.closing();
    let mut at_start = true;
    loop {
        if let Err(problem) = round(&app, at_start).await {
            tracing::warn!("the outbox cannot be worked on: {}", problem.detail);
        }
        at_start = false;
        tokio::select! {
            _ = closing.changed() => return,
            () = app.mail.to_send.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

async fn round(app: &App, at_start: bool) -> Answer<()> {
    let now = app.now();
    for id in app.store.mails_interrupted(now, at_start).await? {
        let (from, to) = ([MailState::Sending], MailState::Uncertain);
        app.store.mark_mail(id, &from, to, Some(INTERRUPTED), None, now, None).await?;
    }
    for mail in app.store.mails_unrecorded().await? {
        record(app, &mail).await?;
    }
    let mut by_account: BTreeMap<Uuid, Vec<MailRecord>> = BTreeMap::new();
    for mail in app.store.mails_due(now, AT_ONCE).await? {
        by_account.entry(mail.mail.account).or_default().push(mail);
    }
    if by_account.is_empty() {
        return Ok(());
    }
    let accounts = app.store.mail_accounts().await?;
    let policy = app.mail_policy().await?;
    let work = by_account.into_iter().map(|(id, mails)| {
        let account = accounts.iter().find(|a| a.id == id).cloned();
        send_all(app, account, mails, &policy)
    });
    join_all(work).await.into_iter().collect()
}

/// Sends what goes by one mailbox, one after the other.
async fn send_all(
    app: &App,
    account: Option<AccountRecord>,
    mails: Vec<MailRecord>,
    policy: &MailPolicy,
) -> Answer<()> {
    let opened = match account.map(|account| app.opened(account)) {
        Some(Ok(account)) => Ok(account),
        Some(Err(problem)) => Err(problem.detail),
        None => Err("The mailbox it was to go by is gone.".to_owned()),
    };
    for mail in mails {
        match &opened {
            Ok(account) => send(app, account, &mail, policy).await?,
            Err(why) => drop(mark(app, &mail, MailState::Failed, Some(why), None).await?),
        }
    }
    Ok(())
}

async fn send(app: &App, account: &Account, mail: &MailRecord, policy: &MailPolicy) -> Answer<()> {
    let now = app.now();
    let id = mail.mail.id;
    if let Some(deal) = mail.mail.deal {
        if let Some(why) = called_back(app, deal, mail).await? {
            mark(app, mail, MailState::Cancelled, Some(&why), None).await?;
            return Ok(());
        }
        if let Some(why) = app.forbids_mail(&mail.mail.recipient).await? {
            mark(app, mail, MailState::Refused, Some(&why), None).await?;
            return Ok(());
        }
        let since = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now);
        let free = room(&app.store.sent_since(account.id, since).await?, policy.per_hour, policy.per_day, now);
        if free > now {
            return Ok(app.store.put_off_mail(id, free).await?);
        }
    }
    let until = now.checked_add(IN_HAND).unwrap_or(now);
    if !app.store.take_mail(id, now, until).await? {
        return Ok(());
    }
    let links = EndLinks::of(policy, &app.unsubscribe_token(id)?);
    let attached = app.store.mail_attachment(id).await?;
    let envelope = match compose((&mail.mail, attached), &account.settings, policy, links.as_ref()) {
        Ok(envelope) => envelope,
        Err(why) => return failed(app, mail, &why).await,
    };
    let handed = hand(app, account, mail, &envelope).await;
    became(app, mail, handed).await
}

/// Why a step of a sequence is not sent any more.
async fn called_back(app: &App, deal: DealId, mail: &MailRecord) -> Answer<Option<String>> {
    let Some((enrolment, _)) = mail.mail.step else { return Ok(None) };
    let Some(standing) = app.standing(deal, &enrolment.to_string()).await? else { return Ok(None) };
    let reason = match standing.enrolment.ended {
        Some(_) => standing.enrolment.reason.filter(|reason| *reason != EndReason::Finished),
        None => app.ends(&standing).await?.filter(|reason| *reason != EndReason::Unsubscribed),
    };
    Ok(reason.map(|reason| format!("The sequence has ended: {}.", reason.says())))
}

async fn hand(app: &App, account: &Account, mail: &MailRecord, envelope: &Envelope) -> Handed {
    let begins = async {
        let until = app.now().checked_add(HANDING_OVER).ok();
        let (from, to) = ([MailState::Queued], MailState::Sending);
        let marked = app.store.mark_mail(mail.mail.id, &from, to, None, None, app.now(), until).await;
        marked.unwrap_or(false)
    };
    hand_over(account, envelope, begins).await
}

async fn became(app: &App, mail: &MailRecord, handed: Handed) -> Answer<()> {
    match handed {
        Handed::Taken => {
            if mark(app, mail, MailState::Sent, None, None).await?
                && let Some(sent) = app.store.mail(mail.mail.id).await?
            {
                record(app, &sent).await?;
            }
        }
        Handed::Later(why) => match again(mail.tries + 1, app.now()) {
            Some(due) => drop(mark(app, mail, MailState::Queued, Some(&why), Some(due)).await?),
            None => failed(app, mail, &format!("Given up after {} tries: {why}", mail.tries + 1)).await?,
        },
        Handed::Never(why) => failed(app, mail, &why).await?,
        Handed::Unsure(why) => drop(mark(app, mail, MailState::Uncertain, Some(&why), None).await?),
        Handed::Back => {}
    }
    Ok(())
}

/// What becomes of a mail in hand; also of one that was thought to be interrupted.
async fn mark(app: &App, mail: &MailRecord, to: MailState, why: Option<&str>, due: Option<Timestamp>) -> Answer<bool> {
    let from = [MailState::Queued, MailState::Sending, MailState::Uncertain];
    Ok(app.store.mark_mail(mail.mail.id, &from, to, why, None, app.now(), due).await?)
}

async fn failed(app: &App, mail: &MailRecord, why: &str) -> Answer<()> {
    mark(app, mail, MailState::Failed, Some(why), None).await?;
    let Some(deal) = mail.mail.deal else { return Ok(()) };
    let event = undelivered(app, deal, mail, why);
    add(app, deal, event).await
}

/// A mail that did not arrive, as the deal tells it.
pub fn undelivered(app: &App, deal: DealId, mail: &MailRecord, why: &str) -> Event {
    let attributes = [
        ("contact", mail.mail.recipient.clone()),
        ("message", mail.mail.message_id.clone()),
        ("subject", mail.mail.subject.clone()),
        ("note", why.to_owned()),
    ];
    Event {
        id: EventId::of_key(&format!("bounce:{}", mail.mail.id)),
        kind: kind::EMAIL_BOUNCED.into(),
        activity: "Mail not delivered".into(),
        side: Side::System,
        attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, app.now())
    }
}

/// Has the deal tell of a mail that was sent. Its event has the id that an import of the same message would give it.
///
/// # Errors
/// If the database cannot be written.
pub async fn record(app: &App, mail: &MailRecord) -> Answer<()> {
    let Some(id) = mail.mail.deal else { return Ok(()) };
    if let Some(deal) = app.store.deal(id).await? {
        let new = &mail.mail;
        let mut attributes = vec![
            ("via", "outbox".to_owned()),
            ("mail", new.id.to_string()),
            ("message", new.message_id.clone()),
            ("to", new.recipient.clone()),
            ("subject", new.subject.clone()),
            ("body", new.body.clone()),
        ];
        attributes.extend(new.answers.last().map(|last| ("answers", last.clone())));
        let event = Event {
            id: event_of_message(&deal.key, &new.message_id),
            kind: kind::EMAIL_SENT.into(),
            activity: "E-mail sent".into(),
            actor: new.by.clone(),
            attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            ..blank(id, mail.sent.unwrap_or_else(|| app.now()))
        };
        add(app, id, event).await?;
    }
    Ok(app.store.mail_is_recorded(mail.mail.id).await?)
}

/// The id that the event of a message has on a deal, whether it was sent or fetched here or imported from a mailbox.
pub fn event_of_message(deal_key: &str, message_id: &str) -> EventId {
    EventId::of_key(&format!("{deal_key}\u{1f}#mail:{message_id}"))
}

/// Adds an event that may be there already.
///
/// # Errors
/// If the database cannot be written.
pub async fn add(app: &App, deal: DealId, event: Event) -> Answer<()> {
    match app.store.append(deal, None, vec![event]).await {
        Ok(after) => app.committed(deal, after.version).await,
        Err(StoreError::Conflict(_) | StoreError::NotFound(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
