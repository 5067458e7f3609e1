//! Dashboards by mail, once a week.

use jiff::{SignedDuration, ToSpan, civil::Date, tz::TimeZone};
use model::{
    Timestamp,
    ids::{EventId, UserId},
};
use store::{Attachment, UserRecord};
use uuid::Uuid;

use super::{Dashboard, DashboardLine, Weekly, figures::DashboardFigures, paper::lines};
use crate::{
    owned::OwnedLine,
    problem::{Answer, Problem},
    state::App,
};

/// What was due longer ago is not sent any more: the server did not run, or had no mailbox.
const OLDEST: SignedDuration = SignedDuration::from_hours(36);

/// Mails the dashboards that are due. Nobody gets the one of a week twice.
///
/// # Errors
/// If the database cannot be read or written.
pub async fn work(app: &App) -> Answer<()> {
    let due: Vec<OwnedLine<Dashboard>> = app
        .all_owned()
        .await?
        .into_iter()
        .filter(|line: &OwnedLine<Dashboard>| line.content.weekly.is_some())
        .collect();
    if due.is_empty() || app.store.mail_account_of(None).await?.is_none() {
        return Ok(());
    }
    let (now, zone) = (app.now(), app.work().await?.zone);
    for line in due {
        let Some(weekly) = line.content.weekly.clone() else { continue };
        let Some((day, at)) = last_moment(&weekly, now, &zone) else { continue };
        if at.duration_until(now) > OLDEST || since(app, line.id).await?.is_none_or(|since| since > at) {
            continue;
        }
        let mut waiting = Vec::new();
        for person in readers(app, &line).await? {
            let id = EventId::of_key(&format!("dashboard:{}:{}:{day}", line.id, person.id)).0;
            if app.store.mail(id).await?.is_none() {
                waiting.push((id, person));
            }
        }
        if !waiting.is_empty() {
            send(app, line.into(), &waiting).await?;
        }
    }
    Ok(())
}

/// Since when it goes out as it does; none where it is gone.
async fn since(app: &App, id: Uuid) -> Answer<Option<Timestamp>> {
    let kept = app.store.setting(&mark(id)).await?;
    Ok(kept.and_then(|value| serde_json::from_value(value).ok()))
}

fn mark(id: Uuid) -> String {
    format!("dashboard.{id}.weekly")
}

/// Those who get it: who can sign in, and may see it.
async fn readers(app: &App, line: &OwnedLine<Dashboard>) -> Answer<Vec<UserRecord>> {
    let Some(weekly) = &line.content.weekly else { return Ok(Vec::new()) };
    let may = |user: &UserRecord| {
        !user.disabled && weekly.people.contains(&user.id) && (line.content.shared || user.id == line.owner)
    };
    Ok(app.store.users().await?.into_iter().filter(may).collect())
}

/// The last moment at which it was due, with its day.
fn last_moment(weekly: &Weekly, now: Timestamp, zone: &TimeZone) -> Option<(Date, Timestamp)> {
    let today = now.to_zoned_datetime(zone.clone()).date();
    let back = i64::from((today.weekday().to_monday_one_offset() - weekly.day).rem_euclid(7));
    let of = |days: i64| {
        let day = today.checked_sub(days.days()).ok()?;
        Some((day, zone.to_timestamp(day.at(weekly.hour, 0, 0, 0)).ok()?))
    };
    of(back).filter(|(_, at)| *at <= now).or_else(|| of(back + 7))
}

/// Sends one and the same PDF to these people.
async fn send(app: &App, line: DashboardLine, to: &[(Uuid, UserRecord)]) -> Answer<()> {
    let figures = app.dashboard_figures(line).await?;
    let (name, body) = (figures.line.dashboard.name.clone(), body(app, &figures).await?);
    let day = app.work().await?.day(figures.as_of.unwrap_or_else(|| app.now()));
    let attachment = Attachment {
        name: format!("{}-{day}.pdf", file_name(&name)),
        media_type: "application/pdf".into(),
        content: app.dashboard_pdf(figures).await?,
    };
    for (id, person) in to {
        app.post_to(*id, person, (&name, &body), Some(attachment.clone())).await?;
    }
    Ok(())
}

async fn body(app: &App, figures: &DashboardFigures) -> Answer<String> {
    let base = app.mail_policy().await?.address;
    let mut all = lines(figures);
    all.push("\nThe pages are attached.".to_owned());
    if !base.is_empty() {
        all.push(format!("{base}/measure/dashboards/{}", figures.line.id));
    }
    all.push("Whoever may change this dashboard says there who gets it by mail.".to_owned());
    Ok(all.join("\n"))
}

/// A name as that of a file.
pub fn file_name(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let joined: String = parts.join("-").chars().take(60).collect();
    if joined.is_empty() { "dashboard".to_owned() } else { joined }
}

impl App {
    /// Notes since when a dashboard goes out by mail as it does now, so that it goes out first at the next moment due.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn weekly_begins(&self, id: Uuid, before: Option<&Weekly>, now: Option<&Weekly>) -> Answer<()> {
        let when = |weekly: &Weekly| (weekly.day, weekly.hour);
        if now.is_some() && before.map(when) != now.map(when) {
            let value = serde_json::to_value(self.now()).map_err(Problem::internal)?;
            self.store.set_setting(&mark(id), value).await?;
        }
        Ok(())
    }

    /// Mails a dashboard to somebody now.
    ///
    /// # Errors
    /// 409 where there is no mailbox to send from.
    pub async fn mail_dashboard(&self, line: DashboardLine, person: UserId) -> Answer<()> {
        if self.store.mail_account_of(None).await?.is_none() {
            return Err(Problem::conflict(
                "There is no mailbox of the workspace to send from. Whoever leads sets one up under Settings → Mail.",
            ));
        }
        let Some(user) = self.store.user(person).await? else { return Ok(()) };
        send(self, line, &[(Uuid::now_v7(), user)]).await
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeSet;

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::later_that_day(1, 7, "2026-11-30T09:00:00Z", "2026-11-30", "2026-11-30T06:00:00Z")]
    #[case::not_yet(1, 7, "2026-11-30T05:59:59Z", "2026-11-23", "2026-11-23T06:00:00Z")]
    #[case::on_the_hour(1, 7, "2026-11-30T06:00:00Z", "2026-11-30", "2026-11-30T06:00:00Z")]
    #[case::days_after(5, 16, "2026-12-02T12:00:00Z", "2026-11-27", "2026-11-27T15:00:00Z")]
    #[case::the_hour_that_is_jumped_over(7, 2, "2026-03-29T12:00:00Z", "2026-03-29", "2026-03-29T01:00:00Z")]
    fn moments(#[case] day: i8, #[case] hour: i8, #[case] now: &str, #[case] date: &str, #[case] at: &str) {
        let weekly = Weekly { day, hour, people: BTreeSet::new() };
        let found = last_moment(&weekly, now.parse().unwrap(), &TimeZone::get("Europe/Berlin").unwrap()).unwrap();
        assert_eq!((found.0.to_string(), found.1.to_string()), (date.to_owned(), at.to_owned()));
    }

    #[rstest]
    #[case("Sales week", "Sales-week")]
    #[case("../../etc/passwd\r\n", "etc-passwd")]
    #[case("営業", "営業")]
    #[case("…", "dashboard")]
    fn files(#[case] name: &str, #[case] file: &str) {
        assert_eq!(file_name(name), file);
    }
}
