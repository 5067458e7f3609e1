//! What a message is that came in, and to which deal it belongs.

use import::message::{Automatic, Look, Message, Raw, Reply, address, bounce, is_robot, message};
use jiff::SignedDuration;
use model::{
    Deal, Event, Outcome, Side, Timestamp,
    consent::CONTACT,
    event::kind,
    ids::{DealId, EventId},
};
use store::{MailRecord, ReceivedClass, ReceivedRecord};
use uuid::Uuid;

use super::sending::{add, event_of_message, undelivered};
use crate::{deal_view::blank, problem::Answer, state::App};

/// Most messages of one writer in an hour; more is a loop.
const MOST_IN_AN_HOUR: i64 = 30;

/// The mailbox that a message was found in.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Its id.
    pub account: Uuid,
    /// It is the workspace's, where messages that belong to no deal are kept.
    pub is_shared: bool,
}

/// Takes a message. What cannot be read is left out: nobody else's mistake stops the mailbox.
///
/// # Errors
/// If the database cannot be read or written.
pub async fn take(app: &App, found: Found, bytes: Vec<u8>, ours: &[String]) -> Answer<()> {
    let now = app.now();
    let reading = tokio::task::spawn_blocking(move || {
        let raw = Raw::of_message(&bytes);
        message(&raw, Look { now, bodies: true }).map(|message| {
            let report = (message.automatic == Some(Automatic::Bounce)).then(|| bounce(&raw.bytes)).flatten();
            (message, report)
        })
    });
    let (message, report) = match reading.await {
        Ok(Ok(read)) => read,
        Ok(Err(broken)) => {
            tracing::info!("a message was left out: {}", broken.reason);
            return Ok(());
        }
        Err(_) => {
            tracing::warn!("a message was left out that the reader broke at");
            return Ok(());
        }
    };
    if app.store.is_received(&message.key).await? {
        return Ok(());
    }
    let sorted = match class(app, &message, ours, now).await? {
        Some(class) => Sorted::of(class),
        None => sort(app, &message, report, found).await?,
    };
    if let Some(sorted) = sorted.kept(found) {
        let is_read = matches!(sorted.class, ReceivedClass::Reply | ReceivedClass::Unmatched);
        let record = ReceivedRecord {
            id: Uuid::now_v7(),
            account: found.account,
            message_id: message.key,
            class: sorted.class,
            deal: sorted.deal,
            mail: sorted.mail,
            sender: message.from.address,
            sender_name: message.from.name,
            subject: message.subject,
            body: if is_read { message.body } else { String::new() },
            why: sorted.why,
            at: message.at,
            came: now,
        };
        app.store.keep_received(&record).await?;
    }
    Ok(())
}

/// What a message turned out to be.
struct Sorted {
    class: ReceivedClass,
    deal: Option<DealId>,
    mail: Option<Uuid>,
    why: String,
}

impl Sorted {
    fn of(class: ReceivedClass) -> Self {
        Self { class, deal: None, mail: None, why: String::new() }
    }

    /// Of what belongs to no deal, only what came to the workspace's mailbox is kept: a person's mailbox is their own.
    fn kept(self, found: Found) -> Option<Self> {
        let is_private = self.class == ReceivedClass::Unmatched && !found.is_shared;
        (!is_private).then_some(self)
    }
}

/// What can be told by the message alone.
async fn class(app: &App, message: &Message, ours: &[String], now: Timestamp) -> Answer<Option<ReceivedClass>> {
    let known = app.store.mail_by_message(std::slice::from_ref(&message.key)).await?;
    if known.is_some() || ours.contains(&message.from.address) {
        return Ok(Some(ReceivedClass::Own));
    }
    let since = now.checked_sub(SignedDuration::from_hours(1)).unwrap_or(now);
    if app.store.count_received(&message.from.address, since).await? >= MOST_IN_AN_HOUR {
        return Ok(Some(ReceivedClass::Flood));
    }
    Ok((message.automatic == Some(Automatic::Discarded)).then_some(ReceivedClass::Bulk))
}

async fn sort(app: &App, message: &Message, report: Option<import::message::Bounce>, found: Found) -> Answer<Sorted> {
    let mut ids = message.answers.clone();
    if let Some(report) = &report {
        ids.splice(0..0, report.message.clone());
    }
    let mail = app.store.mail_by_message(&ids).await?;
    if message.automatic == Some(Automatic::Bounce) {
        return bounced(app, mail, report).await;
    }
    let place = match &mail {
        Some(MailRecord { mail, .. }) if mail.deal.is_some() => Place::of(mail.deal),
        _ => place(app, message).await?,
    };
    let sorted = Sorted {
        class: ReceivedClass::Reply,
        deal: place.deal,
        mail: mail.as_ref().map(|m| m.mail.id),
        why: place.why.clone(),
    };
    let Some(deal) = found_deal(app, place.deal).await? else {
        let is_machine = message.automatic.is_some() || is_robot(&message.from);
        let class = if is_machine { ReceivedClass::Bulk } else { ReceivedClass::Unmatched };
        return Ok(Sorted { class, deal: None, ..sorted });
    };
    match message.automatic {
        Some(Automatic::Reply) => {
            add(app, deal.id, event(&deal, message, kind::EMAIL_AUTOMATIC, found)).await?;
            Ok(Sorted { class: ReceivedClass::Automatic, ..sorted })
        }
        _ => {
            replied(app, &deal, message, found).await?;
            Ok(sorted)
        }
    }
}

async fn bounced(app: &App, mail: Option<MailRecord>, report: Option<import::message::Bounce>) -> Answer<Sorted> {
    let sorted = Sorted {
        deal: mail.as_ref().and_then(|m| m.mail.deal),
        mail: mail.as_ref().map(|m| m.mail.id),
        ..Sorted::of(ReceivedClass::Bounce)
    };
    if let (Some(mail), Some(report)) = (mail, report)
        && let Some(deal) = mail.mail.deal.filter(|_| report.is_final)
    {
        add(app, deal, undelivered(app, deal, &mail, &report.says)).await?;
    }
    Ok(sorted)
}

/// What a prospect wrote becomes their act, and answers to invitations become acts of their own.
async fn replied(app: &App, deal: &Deal, message: &Message, found: Found) -> Answer<()> {
    for answer in &message.replies {
        let kind = match answer.reply {
            Reply::Accepted => "meeting.accepted",
            Reply::Declined => "meeting.declined",
            Reply::Open | Reply::Unsaid => continue,
        };
        let series = answer.occurrence.map_or_else(|| answer.series.clone(), |at| format!("{}/{at}", answer.series));
        let key = format!("{}\u{1f}#{kind}:{series}:{}", deal.key, answer.person.address);
        let label = model::touchpoint::touchpoint(kind).map_or(kind, |t| t.label);
        let event = Event {
            id: EventId::of_key(&key),
            kind: kind.into(),
            activity: label.into(),
            side: Side::Prospect,
            actor: Some(writer(&answer.person.name, &answer.person.address)),
            attributes: [("from", answer.person.address.clone()), ("subject", answer.title.clone())]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            ..blank(deal.id, message.at)
        };
        add(app, deal.id, event).await?;
    }
    if message.replies.is_empty() {
        add(app, deal.id, event(deal, message, kind::EMAIL_RECEIVED, found)).await?;
    }
    if message.subject.trim().to_lowercase().starts_with("unsubscribe") {
        let event = withdrawn(app, deal.id, &message.from.address, "By mail", message.at);
        add(app, deal.id, event).await?;
    }
    Ok(())
}

/// That somebody does not want to be written to any more.
pub fn withdrawn(app: &App, deal: DealId, address: &str, how: &str, at: Timestamp) -> Event {
    let attributes = [(CONTACT, address.to_lowercase()), ("note", how.to_owned())];
    Event {
        kind: kind::CONSENT_WITHDRAWN.into(),
        activity: "Does not want to be written to".into(),
        side: Side::Prospect,
        actor: Some(address.to_owned()),
        attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(deal, at.min(app.now()))
    }
}

fn writer(name: &str, address: &str) -> String {
    if name.is_empty() { address.to_owned() } else { name.to_owned() }
}

fn event(deal: &Deal, message: &Message, kind: &str, found: Found) -> Event {
    let is_reply = kind == kind::EMAIL_RECEIVED;
    let mut attributes = vec![
        ("via", if found.is_shared { "inbox" } else { "mailbox" }),
        ("message", &message.key),
        ("from", &message.from.address),
        ("subject", &message.subject),
        ("body", &message.body),
    ];
    attributes.extend(message.answers.first().map(|id| ("answers", id.as_str())));
    Event {
        id: event_of_message(&deal.key, &message.key),
        kind: kind.into(),
        activity: if is_reply { "E-mail received" } else { "Automatic answer" }.into(),
        side: if is_reply { Side::Prospect } else { Side::System },
        actor: Some(writer(&message.from.name, &message.from.address)),
        attributes: attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        ..blank(deal.id, message.at)
    }
}

/// The event of a message that was attached to a deal by hand.
pub fn attached(deal: &Deal, received: &ReceivedRecord) -> Event {
    let attributes = [
        ("via", "inbox"),
        ("message", &received.message_id),
        ("from", &received.sender),
        ("subject", &received.subject),
        ("body", &received.body),
    ];
    Event {
        id: event_of_message(&deal.key, &received.message_id),
        kind: kind::EMAIL_RECEIVED.into(),
        activity: "E-mail received".into(),
        side: Side::Prospect,
        actor: Some(writer(&received.sender_name, &received.sender)),
        attributes: attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        ..blank(deal.id, received.at)
    }
}

/// Where a message belongs; why it belongs nowhere.
struct Place {
    deal: Option<DealId>,
    why: String,
}

impl Place {
    fn of(deal: Option<DealId>) -> Self {
        Self { deal, why: String::new() }
    }

    fn nowhere(why: impl Into<String>) -> Self {
        Self { deal: None, why: why.into() }
    }
}

async fn found_deal(app: &App, id: Option<DealId>) -> Answer<Option<Deal>> {
    match id {
        Some(id) => Ok(app.store.deal(id).await?),
        None => Ok(None),
    }
}

/// By the thread, else by who wrote: the one open deal they are on. Of several nothing is guessed.
async fn place(app: &App, message: &Message) -> Answer<Place> {
    if let Some(deal) = app.store.deal_of_received(&message.answers).await? {
        return Ok(Place::of(Some(deal)));
    }
    let Some(address) = address(&message.from.address) else { return Ok(Place::nowhere("")) };
    let known = app.store.deals(&app.store.deals_of_contact(&address).await?).await?;
    let open: Vec<&Deal> = known.iter().filter(|deal| deal.outcome == Outcome::Open).collect();
    Ok(match open.as_slice() {
        [deal] => Place::of(Some(deal.id)),
        [] if known.is_empty() => Place::nowhere("Nobody knows this address yet."),
        [] => Place::nowhere("They are on closed deals only."),
        several => Place::nowhere(format!("They are on {} open deals.", several.len())),
    })
}
