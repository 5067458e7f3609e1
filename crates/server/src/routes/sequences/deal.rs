//! The people of a deal in sequences.

use axum::{extract::State, http::StatusCode};
use import::message::address;
use model::{
    Event, Outcome,
    event::kind,
    ids::{DealId, EventId},
    people::people,
    sequence::{Channel, EndReason, Enrolment, NextStep, StepOutcome, enrolments, next, told},
};
use serde::{Deserialize, Serialize};
use store::EnrolmentRecord;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    deal_view::blank,
    guard::Actor,
    mail::filling::person_at,
    problem::{Answer, Json, Path, Problem},
    routes::{
        deals::found,
        mail::deal::{MailPreview, complete},
    },
    sequences::{SEQUENCE, Standing},
    state::App,
};

/// Somebody of a deal in a sequence.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealEnrolment {
    /// What the deal tells.
    #[serde(flatten)]
    pub enrolment: Enrolment,
    /// How many steps the sequence has.
    pub of: usize,
    /// What comes next; none where it has ended.
    pub next: Option<NextStep>,
    /// The mail of the next step as it would be sent; none for other channels.
    pub letter: Option<MailPreview>,
}

async fn shown(app: &App, who: &Actor, standing: Standing) -> Answer<DealEnrolment> {
    let work = app.work().await?;
    let step = next(&standing.enrolment, &standing.sequence, &work.calendar, &work.zone);
    let mut letter = None;
    if let Some(step) = step.as_ref().filter(|step| step.step.channel == Channel::Email) {
        let filled = app.letter_of(&standing, step, (Some(who.id), &who.name)).await;
        if let Ok([subject, body]) = filled {
            letter = Some(MailPreview {
                missing: subject.missing.union(&body.missing).cloned().collect(),
                subject: subject.text,
                body: body.text,
                forbidden: app.forbids_mail(&standing.enrolment.contact).await?,
            });
        }
    }
    Ok(DealEnrolment { of: standing.sequence.steps.len(), enrolment: standing.enrolment, next: step, letter })
}

/// The people of a deal in sequences, the first taken in first.
#[utoipa::path(get, path = "/deals/{id}/sequences", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Vec<DealEnrolment>)))]
pub async fn list(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<Vec<DealEnrolment>>> {
    let deal = found(&app, id).await?;
    let events = app.store.events(id).await?;
    let mut all = Vec::new();
    for enrolment in enrolments(&events) {
        let Some(sequence) = app.sequence(&enrolment.sequence, enrolment.version).await? else { continue };
        let standing = Standing { deal: deal.clone(), events: events.clone(), enrolment, sequence };
        all.push(shown(&app, &who, standing).await?);
    }
    Ok(Json(all))
}

/// Who is to be taken into which sequence.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewEnrolment {
    /// The sequence.
    pub sequence: Uuid,
    /// The address of somebody on the deal.
    pub contact: String,
}

/// Takes somebody of a deal into a sequence. One person is in one sequence at a time.
#[utoipa::path(post, path = "/deals/{id}/sequences", tag = "Run", params(("id" = DealId, Path)),
    request_body = NewEnrolment, responses((status = 201, body = DealEnrolment)))]
pub async fn enrol(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewEnrolment>,
) -> Answer<(StatusCode, Json<DealEnrolment>)> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    if deal.outcome != Outcome::Open {
        return Err(Problem::conflict("The deal is closed."));
    }
    let record = app.store.record(SEQUENCE, new.sequence).await?;
    let record = record.ok_or_else(|| Problem::field("sequence", "There is no such sequence."))?;
    let sequence: model::sequence::Sequence = serde_json::from_value(record.content).map_err(Problem::internal)?;
    let processes = app.processes().await?;
    let process = processes.of_deal(&deal).map(|active| active.process.id.clone()).unwrap_or_default();
    if !sequence.process.is_empty() && sequence.process != process {
        return Err(Problem::field("sequence", "This sequence belongs to another way of selling."));
    }
    let events = app.store.events(id).await?;
    let wrong = || Problem::field("contact", "Choose somebody on the deal with an e-mail address.");
    let contact = address(&new.contact).ok_or_else(wrong)?;
    person_at(&people(&events), &contact).ok_or_else(wrong)?;
    if let Some(why) = app.forbids_mail(&contact).await? {
        return Err(Problem::field("contact", why));
    }
    if enrolments(&events).iter().any(|e| e.ended.is_none() && e.contact == contact) {
        return Err(Problem::conflict("They are in a sequence already. End it first."));
    }
    let (enrolment, now) = (Uuid::now_v7(), app.now());
    let row = EnrolmentRecord { id: enrolment, sequence: new.sequence, deal: id, running: true, due: now, begun: now };
    app.store.add_enrolment(row).await?;
    let attributes = [
        (told::ENROLMENT, enrolment.to_string()),
        (told::SEQUENCE, new.sequence.to_string()),
        (told::VERSION, record.version.to_string()),
        (told::NAME, sequence.name.clone()),
        (told::CONTACT, contact),
    ];
    let event = Event {
        id: EventId(Uuid::now_v7()),
        kind: kind::SEQUENCE_BEGUN.into(),
        activity: format!("Sequence {} begun", sequence.name),
        actor: Some(who.name.clone()),
        attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..blank(id, now)
    };
    let after = app.store.append(id, Some(deal.version), vec![event]).await?;
    app.committed(id, after.version).await?;
    Ok((StatusCode::CREATED, Json(one(&app, &who, id, &enrolment.to_string()).await?)))
}

async fn one(app: &App, who: &Actor, deal: DealId, enrolment: &str) -> Answer<DealEnrolment> {
    shown(app, who, running(app, deal, enrolment).await?).await
}

async fn running(app: &App, deal: DealId, enrolment: &str) -> Answer<Standing> {
    let gone = || Problem::not_found("The deal has no such sequence.");
    app.standing(deal, enrolment).await?.ok_or_else(gone)
}

/// What becomes of the next step.
#[derive(Debug, Deserialize, ToSchema)]
pub struct StepDone {
    /// Its number, from 1, as it was seen.
    pub number: usize,
    /// What becomes of it: a mail is `sent`, everything else `done`, either can be `skipped`.
    pub outcome: StepOutcome,
    /// The subject of the mail, where it was written anew.
    #[serde(default)]
    pub subject: Option<String>,
    /// The text of the mail, where it was written anew.
    #[serde(default)]
    pub body: Option<String>,
}

/// Sends, ticks off or leaves out the next step.
#[utoipa::path(post, path = "/deals/{id}/sequences/{enrolment}/step", tag = "Run",
    params(("id" = DealId, Path), ("enrolment" = String, Path)), request_body = StepDone,
    responses((status = 200, body = DealEnrolment)))]
pub async fn step(
    State(app): State<App>,
    who: Actor,
    Path((id, enrolment)): Path<(DealId, String)>,
    Json(done): Json<StepDone>,
) -> Answer<Json<DealEnrolment>> {
    let standing = running(&app, id, &enrolment).await?;
    who.may_change(&standing.deal)?;
    if let Some(reason) = app.ends(&standing).await? {
        app.end_enrolment(&standing, reason, None).await?;
        return Err(Problem::conflict(format!("It has ended: {}.", reason.says())));
    }
    let work = app.work().await?;
    let step = next(&standing.enrolment, &standing.sequence, &work.calendar, &work.zone);
    let step = step.ok_or_else(|| Problem::conflict("It has ended."))?;
    if step.number != done.number {
        return Err(Problem::stale(format!("Step {} is next now. Load it again.", step.number)));
    }
    let is_mail = step.step.channel == Channel::Email;
    match done.outcome {
        StepOutcome::Sent if is_mail => {
            let mut written = step.clone();
            written.step.subject = done.subject.unwrap_or(written.step.subject);
            written.step.body = done.body.unwrap_or(written.step.body);
            let filled = app.letter_of(&standing, &written, (Some(who.id), &who.name)).await?;
            app.post_step(&standing, step.number, (Some(who.id), &who.name), complete(filled)?).await?;
        }
        StepOutcome::Done if !is_mail => {
            app.take_step(&standing, step.number, StepOutcome::Done, (&who.name, None)).await?;
        }
        StepOutcome::Skipped => {
            app.take_step(&standing, step.number, StepOutcome::Skipped, (&who.name, None)).await?;
        }
        StepOutcome::Sent => return Err(Problem::field("outcome", "Only a mail is sent; tick this off as done.")),
        StepOutcome::Done => return Err(Problem::field("outcome", "A mail is sent or left out.")),
    }
    Ok(Json(one(&app, &who, id, &enrolment).await?))
}

/// Ends a sequence for somebody. Mails of it that wait to be sent are taken back.
#[utoipa::path(post, path = "/deals/{id}/sequences/{enrolment}/end", tag = "Run",
    params(("id" = DealId, Path), ("enrolment" = String, Path)), responses((status = 200, body = DealEnrolment)))]
pub async fn end(
    State(app): State<App>,
    who: Actor,
    Path((id, enrolment)): Path<(DealId, String)>,
) -> Answer<Json<DealEnrolment>> {
    let standing = running(&app, id, &enrolment).await?;
    who.may_change(&standing.deal)?;
    if standing.enrolment.ended.is_none() {
        app.end_enrolment(&standing, EndReason::ByHand, Some(&who.name)).await?;
    }
    Ok(Json(one(&app, &who, id, &enrolment).await?))
}
