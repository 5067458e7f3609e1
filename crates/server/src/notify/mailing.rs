//! Notices by mail: at once, or once a day.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use model::{
    Timestamp,
    ids::{EventId, UserId},
};
use store::NoticeRecord;
use uuid::Uuid;

use super::NoticeKind;
use crate::{problem::Answer, state::App};

/// What is older than this is not mailed any more: a mailbox was set up late, or was broken for long.
const OLDEST: SignedDuration = SignedDuration::from_hours(48);
/// Notices listed in one mail.
const MOST: usize = 200;

/// Mails what is to be mailed.
///
/// # Errors
/// If the database cannot be read or written.
pub async fn work(app: &App) -> Answer<()> {
    let (at_once, digest) = (app.store.notices_to_mail("at-once").await?, app.store.notices_to_mail("digest").await?);
    if at_once.is_empty() && digest.is_empty() {
        return Ok(());
    }
    if app.store.mail_account_of(None).await?.is_none() {
        return Ok(());
    }
    for notice in young(app, at_once).await? {
        let id = EventId::of_key(&format!("notice:{}", notice.id)).0;
        write(app, id, notice.person, &notice.says, std::slice::from_ref(&notice)).await?;
        app.store.notices_are_mailed(&[notice.id], app.now()).await?;
    }
    let mut of: BTreeMap<UserId, Vec<NoticeRecord>> = BTreeMap::new();
    for notice in young(app, digest).await? {
        of.entry(notice.person).or_default().push(notice);
    }
    for (person, notices) in of {
        daily(app, person, &notices).await?;
    }
    Ok(())
}

/// Those that are not too old; the others count as mailed.
async fn young(app: &App, all: Vec<NoticeRecord>) -> Answer<Vec<NoticeRecord>> {
    let now = app.now();
    let (young, old): (Vec<_>, Vec<_>) = all.into_iter().partition(|n| made(n.id, now).duration_until(now) < OLDEST);
    if !old.is_empty() {
        let ids: Vec<Uuid> = old.iter().map(|n| n.id).collect();
        app.store.notices_are_mailed(&ids, now).await?;
    }
    Ok(young)
}

/// When a notice was made, by its id.
fn made(id: Uuid, otherwise: Timestamp) -> Timestamp {
    let (seconds, nanos) = id.get_timestamp().map_or((0, 0), |at| at.to_unix());
    let at = i64::try_from(seconds).ok().and_then(|s| Timestamp::new(s, i32::try_from(nanos).unwrap_or(0)).ok());
    at.filter(|at| at.as_second() > 0).unwrap_or(otherwise)
}

/// The daily mail of somebody, from their hour on, once a day.
async fn daily(app: &App, person: UserId, notices: &[NoticeRecord]) -> Answer<()> {
    let (work, now) = (app.work().await?, app.now());
    let local = now.to_zoned_datetime(work.zone.clone());
    let hour = app.notice_choices(person).await?.digest_hour;
    if i64::from(local.hour()) < i64::from(hour) {
        return Ok(());
    }
    let id = EventId::of_key(&format!("digest:{person}:{}", local.date())).0;
    if let Some(sent) = app.store.mail(id).await? {
        // what was in it, should the program have ended before it said so
        let within = |n: &&NoticeRecord| made(n.id, now) <= sent.mail.created;
        let ids: Vec<Uuid> = notices.iter().filter(within).map(|n| n.id).collect();
        return Ok(app.store.notices_are_mailed(&ids, now).await?);
    }
    let subject = match notices.len() {
        1 => "One thing happened".to_owned(),
        n => format!("{n} things happened"),
    };
    write(app, id, person, &subject, notices).await?;
    let ids: Vec<Uuid> = notices.iter().map(|n| n.id).collect();
    Ok(app.store.notices_are_mailed(&ids, now).await?)
}

async fn write(app: &App, id: Uuid, person: UserId, subject: &str, notices: &[NoticeRecord]) -> Answer<()> {
    let Some(user) = app.store.user(person).await?.filter(|user| !user.disabled) else { return Ok(()) };
    let base = app.mail_policy().await?.address;
    let line = |notice: &NoticeRecord| {
        let page = match notice.deal {
            Some(deal) => Some(format!("deals/{deal}")),
            None if NoticeKind::is_feedback(&notice.kind) => Some(format!("measure/feedback?item={}", notice.event)),
            None if NoticeKind::is_target(&notice.kind) => Some(format!("measure/targets?change={}", notice.event)),
            None => None,
        };
        let link = page.filter(|_| !base.is_empty()).map(|page| format!("\n  {base}/{page}"));
        format!("- {}{}", notice.says, link.unwrap_or_default())
    };
    let mut lines: Vec<String> = notices.iter().take(MOST).map(line).collect();
    if notices.len() > MOST {
        lines.push(format!("… and {} more in Stagecraft.", notices.len() - MOST));
    }
    lines.push("\nYou choose what you are told of under Settings → Notifications.".to_owned());
    app.post_to(id, &user, (subject, &lines.join("\n")), None).await
}
