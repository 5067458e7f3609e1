//! A call with everything that was said in it, written down at once.

use axum::{extract::State, response::IntoResponse};
use model::{
    Event, Side, Timestamp,
    event::kind,
    ids::DealId,
    people::people,
    process::{Facts, Process, Qualification, qualification, same_word},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{deals, findings::words, users::text};
use crate::{
    deal_view::{DealView, blank},
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

const MOST_ANSWERS: usize = 60;
const MOST_PEOPLE: usize = 20;
const LONGEST: usize = 4_000;

/// All routes about calls and what they tell.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(call)).routes(routes!(qualified))
}

/// A call and what was said in it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCall {
    /// When; now if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
    /// What it was about, in a word that criteria can look for: `budget`.
    #[serde(default)]
    pub tag: String,
    /// How it ended: `talked`, `no-answer`, `voicemail`, `call-back`, or words of one's own.
    #[serde(default)]
    pub outcome: String,
    /// Who of the prospect took part, by name. Each is an act of theirs.
    #[serde(default)]
    pub theirs: Vec<String>,
    /// What was answered.
    #[serde(default)]
    pub answers: Vec<CallAnswer>,
    /// What they agreed to.
    #[serde(default)]
    pub commitment: Option<CallCommitment>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// A question that was answered in a call.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CallAnswer {
    /// The question's id.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// A commitment of the process that the prospect agreed to in a call.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CallCommitment {
    /// The stage's id.
    pub stage: String,
    /// The commitment's id.
    pub commitment: String,
    /// The day that was agreed on: `2026-03-31`; by the process if left out.
    #[serde(default)]
    pub due: String,
}

/// Writes down a call: that it took place, who took part, what was answered, what was agreed.
#[utoipa::path(post, path = "/deals/{id}/calls", tag = "Run", params(("id" = DealId, Path)), request_body = NewCall,
    responses((status = 200, body = DealView)))]
pub async fn call(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewCall>,
) -> Answer<impl IntoResponse> {
    let deal = deals::found(&app, id).await?;
    who.may_change(&deal)?;
    let now = app.now();
    let at = new.at.unwrap_or(now);
    if at > now.saturating_add(jiff::SignedDuration::from_mins(5)).unwrap_or(now) {
        return Err(Problem::field("at", "This is in the future. Log it when it has taken place."));
    }
    let before = app.store.events(id).await?;
    let processes = app.processes().await?;
    let process = processes.of_deal(&deal).map(|active| active.of_deal(&deal).0);
    let base = Event { actor: Some(who.name.clone()), ..blank(id, at) };
    let mut events = vec![held(&new, base.clone())?];
    events.extend(took_part(&new, &base, &before)?);
    events.extend(answered(&new, &base)?);
    events.extend(agreed(&new, &base, process)?);
    app.append(id, None, events).await?;
    deals::shown(&app, &who, id).await
}

fn held(new: &NewCall, base: Event) -> Answer<Event> {
    let attributes = [
        ("tag", words("tag", &new.tag, 100)?),
        ("outcome", words("outcome", &new.outcome, 200)?),
        ("participants", new.theirs.iter().map(|name| name.trim()).collect::<Vec<_>>().join("; ")),
        ("note", words("note", &new.note, LONGEST)?),
    ];
    let given = attributes.into_iter().filter(|(_, value)| !value.is_empty());
    let attributes = given.map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(Event { kind: "call".into(), activity: "Call".into(), attributes, ..base })
}

/// Who of the prospect took part, an act each.
fn took_part(new: &NewCall, base: &Event, before: &[Event]) -> Answer<Vec<Event>> {
    if new.theirs.len() > MOST_PEOPLE {
        return Err(Problem::field("theirs", format!("At most {MOST_PEOPLE} people, please.")));
    }
    let (known, tag) = (people(before), new.tag.trim());
    let act = |(at, name): (usize, &String)| {
        let name = text(&format!("theirs.{at}"), name)?;
        let role = known.iter().find(|p| same_word(&p.name, &name)).and_then(|p| p.role.clone());
        let tag = (!tag.is_empty()).then(|| ("tag".to_owned(), tag.to_owned()));
        let attributes = role.map(|role| ("role".to_owned(), role)).into_iter().chain(tag).collect();
        let (kind, activity, side, actor) =
            ("call.attended".into(), "Took part in a call".into(), Side::Prospect, Some(name));
        Ok(Event { id: fresh(), kind, activity, side, actor, attributes, ..base.clone() })
    };
    new.theirs.iter().enumerate().map(act).collect()
}

fn answered(new: &NewCall, base: &Event) -> Answer<Vec<Event>> {
    if new.answers.len() > MOST_ANSWERS {
        return Err(Problem::field("answers", format!("At most {MOST_ANSWERS} answers at once, please.")));
    }
    let answer = |(at, given): (usize, &CallAnswer)| {
        let question = text(&format!("answers.{at}.question"), &given.question)?;
        let answer = words(&format!("answers.{at}.answer"), &given.answer, LONGEST)?;
        let activity = format!("Answered: {question}");
        let attributes = [("question".to_owned(), question), ("answer".to_owned(), answer)].into();
        Ok(Event { id: fresh(), kind: kind::ANSWER.into(), activity, attributes, ..base.clone() })
    };
    new.answers.iter().enumerate().map(answer).collect()
}

fn agreed(new: &NewCall, base: &Event, process: Option<&Process>) -> Answer<Option<Event>> {
    let Some(given) = &new.commitment else { return Ok(None) };
    let stage = process.and_then(|process| process.stage(&given.stage));
    let asked = stage.and_then(|stage| stage.commitments.iter().find(|c| c.id == given.commitment));
    let gone = || Problem::field("commitment", "The process has no such commitment any more. Load the page again.");
    let asked = asked.ok_or_else(gone)?;
    let mut attributes: std::collections::BTreeMap<String, String> =
        [("stage".to_owned(), given.stage.clone()), ("commitment".to_owned(), given.commitment.clone())].into();
    match given.due.trim() {
        "" => {}
        due => {
            let day: jiff::civil::Date = due
                .parse()
                .map_err(|_| Problem::field("commitment.due", format!("{due:?} is no day; write it as 2026-03-31.")))?;
            attributes.insert("due".into(), day.to_string());
        }
    }
    Ok(Some(Event {
        id: fresh(),
        kind: kind::COMMITMENT_AGREED.into(),
        activity: format!("Agreed: {}", asked.says),
        side: Side::Prospect,
        actor: new.theirs.first().map(|name| name.trim().to_owned()),
        attributes,
        ..base.clone()
    }))
}

fn fresh() -> model::ids::EventId {
    model::ids::EventId(uuid::Uuid::now_v7())
}

/// Whether a deal is worth the work, by the qualification schemes of its process and what was answered.
#[utoipa::path(get, path = "/deals/{id}/qualification", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Qualification)))]
pub async fn qualified(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<Qualification>> {
    let deal = deals::found(&app, id).await?;
    let events = app.store.events(id).await?;
    let processes = app.processes().await?;
    let schemes = processes.of_deal(&deal).map_or(&[][..], |active| &active.of_deal(&deal).0.schemes);
    let facts = Facts { deal: &deal, events: &events, now: app.now(), schemes, language: who.language };
    Ok(Json(qualification(&facts)))
}
