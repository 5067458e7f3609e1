//! Deals that somebody remembers: for a team without an export, and for deals that no system has.

use std::collections::BTreeMap;

use axum::{extract::State, http::StatusCode};
use jiff::{civil::Date, tz::Offset};
use model::{
    Deal, Event, Outcome, Side, Timestamp, deal::field, event::kind, ids::DealId, interview::SOURCE,
    touchpoint::touchpoint,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{deals::value, users::text};
use crate::{
    deal_view::blank,
    guard::Actor,
    problem::{Answer, Json, Problem},
    state::App,
};

const MOST_STEPS: usize = 50;

/// A deal as somebody remembers it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RememberedDeal {
    /// Its name.
    pub name: String,
    /// The prospect's organisation.
    #[serde(default)]
    pub account: Option<String>,
    /// The rep who owned it; who remembers it if left out.
    #[serde(default)]
    pub owner: Option<String>,
    /// What was sold.
    #[serde(default)]
    pub product: Option<String>,
    /// Value, decimal text with a point.
    #[serde(default)]
    pub value: Option<String>,
    /// ISO 4217.
    #[serde(default)]
    pub currency: Option<String>,
    /// Won or lost.
    pub outcome: Outcome,
    /// When it began, about: `2026-03` or `2026-03-14`; none if nobody knows.
    #[serde(default)]
    pub began: Option<String>,
    /// When it closed, about: `2026-03` or `2026-03-14`; none if nobody knows.
    #[serde(default)]
    pub closed: Option<String>,
    /// What happened in between, as far as it is remembered.
    #[serde(default)]
    pub steps: Vec<RememberedStep>,
}

/// A touchpoint that somebody remembers.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RememberedStep {
    /// Its kind: one of `/touchpoints`.
    pub kind: String,
    /// Whose act.
    pub side: Side,
    /// When, about: `2026-03` or `2026-03-14`; none if nobody knows.
    #[serde(default)]
    pub on: Option<String>,
}

/// The deal that was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct Remembered {
    /// Its id.
    pub id: DealId,
}

/// Adds a deal that somebody remembers, with what is remembered of its dates. They are marked as remembered, and so no
/// answer of an interview is compared with them.
#[utoipa::path(post, path = "/interviews/remembered", tag = "Interviews", request_body = RememberedDeal,
    responses((status = 201, body = Remembered)))]
pub async fn remember(
    State(app): State<App>,
    who: Actor,
    Json(given): Json<RememberedDeal>,
) -> Answer<(StatusCode, Json<Remembered>)> {
    let key = Uuid::now_v7().to_string();
    let id = DealId::of_key(&key);
    let events = events(id, given, &who.name, app.now())?;
    let mut probe = Deal::new(id, key.as_str());
    events.iter().for_each(|e| probe.apply(e));
    who.may_change(&probe)?;
    let deal = app.store.create_deal(&key, events).await?;
    app.committed(id, deal.version).await?;
    Ok((StatusCode::CREATED, Json(Remembered { id })))
}

fn events(id: DealId, given: RememberedDeal, who: &str, now: Timestamp) -> Answer<Vec<Event>> {
    let (end, activity) = match given.outcome {
        Outcome::Won => (kind::WON, "Won"),
        Outcome::Lost => (kind::LOST, "Lost"),
        Outcome::Open => return Err(Problem::field("outcome", "Was it won or lost?")),
    };
    if given.steps.len() > MOST_STEPS {
        return Err(Problem::field("steps", format!("At most {MOST_STEPS} steps, please.")));
    }
    let about = |field: &str, text: &Option<String>| About::read(field, text.as_deref(), now);
    let (began, closed) = (about("began", &given.began)?, about("closed", &given.closed)?);
    let (began, closed) = About::in_order(began, closed)?;
    let mut events = vec![dated(id, kind::CREATED, "Created", began, now)];
    events[0].attributes.extend(fields(&given, who)?);
    for step in &given.steps {
        let known = touchpoint(&step.kind).ok_or_else(|| Problem::field("steps", "Choose one of the touchpoints."))?;
        let at = about("steps", &step.on)?;
        events.push(Event { side: step.side, ..dated(id, known.kind, known.label, at, now) });
    }
    events.push(dated(id, end, activity, closed, now));
    for event in &mut events {
        event.actor.get_or_insert_with(|| who.to_owned());
    }
    Ok(events)
}

fn fields(given: &RememberedDeal, who: &str) -> Answer<BTreeMap<String, String>> {
    let some = |name: &str, value: &Option<String>| match value.as_deref().map(str::trim).filter(|v| !v.is_empty()) {
        Some(value) => text(name, value).map(Some),
        None => Ok(None),
    };
    let owner = some(field::OWNER, &given.owner)?.unwrap_or_else(|| who.to_owned());
    let fields = [
        (field::NAME, Some(text(field::NAME, &given.name)?)),
        (field::ACCOUNT, some(field::ACCOUNT, &given.account)?),
        (field::OWNER, Some(owner)),
        (field::PRODUCT, some(field::PRODUCT, &given.product)?),
        (field::VALUE, some(field::VALUE, &given.value)?.map(|v| value(&v)).transpose()?),
        (field::CURRENCY, some(field::CURRENCY, &given.currency)?.map(|c| c.to_uppercase())),
    ];
    Ok(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

/// An event at a remembered time; without one it is undated.
fn dated(id: DealId, kind: &str, activity: &str, about: Option<About>, now: Timestamp) -> Event {
    let mut attributes = BTreeMap::from([("source".to_owned(), SOURCE.to_owned())]);
    if let Some(About { month: true, .. }) = about {
        attributes.insert("date".to_owned(), "about".to_owned());
    }
    Event {
        undated: about.is_none(),
        kind: kind.to_owned(),
        activity: activity.to_owned(),
        attributes,
        ..blank(id, about.map_or(now, |a| a.at()))
    }
}

/// A day, or a month somewhere in which something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct About {
    day: Date,
    month: bool,
}

impl About {
    fn read(field: &str, text: Option<&str>, now: Timestamp) -> Answer<Option<Self>> {
        let Some(text) = text.map(str::trim).filter(|t| !t.is_empty()) else { return Ok(None) };
        let month = text.len() == "2026-03".len();
        // the middle of a month is what is least wrong about it
        let day = if month { format!("{text}-15") } else { text.to_owned() };
        let day: Date = day.parse().map_err(|_| Problem::field(field, "Write a month or a day, such as 2026-03."))?;
        let today = Offset::UTC.to_datetime(now).date();
        let (day, future) = match month && (day.year(), day.month()) == (today.year(), today.month()) {
            true => (day.min(today), false),
            false => (day, day > today),
        };
        if future || day.year() < 1970 {
            return Err(Problem::field(field, "This is not in the past."));
        }
        Ok(Some(Self { day, month }))
    }

    fn at(self) -> Timestamp {
        Offset::UTC.to_timestamp(self.day.at(12, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Beginning and close, in this order. Of two moments somewhere in one month the earlier is expected at its first
    /// third and the later at its second.
    fn in_order(began: Option<Self>, closed: Option<Self>) -> Answer<(Option<Self>, Option<Self>)> {
        let (Some(mut from), Some(mut to)) = (began, closed) else { return Ok((began, closed)) };
        let same_month = (from.day.year(), from.day.month()) == (to.day.year(), to.day.month());
        if same_month && (from.month || to.month) {
            let third = |day: i8| to_day(from.day, day);
            match (from.month, to.month) {
                (true, true) => (from.day, to.day) = (third(10), third(20)),
                (true, false) => from.day = from.day.min(to.day),
                _ => to.day = to.day.max(from.day),
            }
        }
        if from.day > to.day {
            return Err(Problem::field("closed", "It closed before it began. Turn the two around?"));
        }
        Ok((Some(from), Some(to)))
    }
}

fn to_day(of: Date, day: i8) -> Date {
    Date::new(of.year(), of.month(), day).unwrap_or(of)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::months("2026-01", "2026-03", Some("2026-01-15 2026-03-15"))]
    #[case::one_month("2026-03", "2026-03", Some("2026-03-10 2026-03-20"))]
    #[case::a_month_and_a_day("2026-03", "2026-03-04", Some("2026-03-04 2026-03-04"))]
    #[case::days("2026-03-04", "2026-03-09", Some("2026-03-04 2026-03-09"))]
    #[case::the_wrong_way("2026-03-04", "2026-02", None)]
    #[case::not_yet("2026-03-04", "2027-02", None)]
    #[case::no_date("spring", "2026-02", None)]
    fn about_when(#[case] began: &str, #[case] closed: &str, #[case] expected: Option<&str>) {
        let now: Timestamp = "2026-06-01T10:00:00Z".parse().unwrap();
        let read = |text: &str| About::read("x", Some(text), now);
        let both = read(began).and_then(|b| About::in_order(b, read(closed)?)).ok();
        let days = both.map(|(b, c)| format!("{} {}", b.unwrap().day, c.unwrap().day));
        assert_eq!(days.as_deref(), expected);
    }

    #[test]
    fn this_month_is_not_the_future() {
        let now: Timestamp = "2026-06-03T10:00:00Z".parse().unwrap();
        let about = About::read("x", Some("2026-06"), now).unwrap().unwrap();
        assert_eq!(about.day.to_string(), "2026-06-03");
    }
}
