//! Sequences at work: what is due goes into the outbox or waits for the rep, and what ends them is seen.

use std::collections::HashMap;

use jiff::SignedDuration;
use model::{
    Deal, Event, Side, Timestamp,
    consent::forbids,
    event::kind,
    ids::{DealId, EventId, UserId},
    letter::Filled,
    people::people,
    sequence::{
        Channel, EndReason, Enrolment, NextStep, Sequence, StepOutcome, enrolments, in_office, next, stopped, told,
    },
};
use store::{EnrolmentRecord, StoreError};
use uuid::Uuid;

use crate::{
    deal_view::blank,
    mail::{filling::person_at, post::Letter},
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a sequence is.
pub const SEQUENCE: &str = "sequence";
/// When what waits for a person is looked at again.
const PATIENCE: SignedDuration = SignedDuration::from_hours(6);
/// How long the event may be missing of somebody who is just being taken in.
const BEGINNING: SignedDuration = SignedDuration::from_mins(5);
/// Enrolments looked at in one round.
const AT_ONCE: i64 = 200;

/// An enrolment with all that is known of it.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The deal.
    pub deal: Deal,
    /// Its events.
    pub events: Vec<Event>,
    /// What the events tell.
    pub enrolment: Enrolment,
    /// The sequence, in the version that counts here.
    pub sequence: Sequence,
}

/// An id within an enrolment that is always the same.
fn id_of(enrolment: &str, what: &str) -> String {
    format!("sequence:{enrolment}:{what}")
}

/// The id of the mail of a step.
pub fn mail_of(enrolment: &str, number: usize) -> Uuid {
    EventId::of_key(&id_of(enrolment, &format!("mail:{number}"))).0
}

impl App {
    /// A version of a sequence.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn sequence(&self, id: &str, version: i64) -> Answer<Option<Sequence>> {
        let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
        let versions = self.store.record_versions(SEQUENCE, id).await?;
        let found = versions.into_iter().find(|record| record.version == version);
        Ok(found.and_then(|record| serde_json::from_value(record.content).ok()))
    }

    /// How an enrolment stands; none where the deal or its events do not know it.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn standing(&self, deal: DealId, enrolment: &str) -> Answer<Option<Standing>> {
        let Some(deal) = self.store.deal(deal).await? else { return Ok(None) };
        let events = self.store.events(deal.id).await?;
        let Some(enrolment) = enrolments(&events).into_iter().find(|e| e.id == enrolment) else { return Ok(None) };
        let sequence = self.sequence(&enrolment.sequence, enrolment.version).await?;
        Ok(sequence.map(|sequence| Standing { deal, events, enrolment, sequence }))
    }

    /// Works on what is due.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn advance_due(&self) -> Answer<()> {
        for record in self.store.enrolments_due(self.now(), AT_ONCE).await? {
            self.advance(record).await?;
        }
        Ok(())
    }

    /// Looks at the enrolments of a deal of which something was told.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn advance_deal(&self, deal: DealId) -> Answer<()> {
        let records = self.store.enrolments_of_deal(deal).await?;
        for record in records.into_iter().filter(|record| record.running) {
            self.advance(record).await?;
        }
        Ok(())
    }

    /// Ends an enrolment that something ends, sends the mail that goes by itself, or leaves the step to a person.
    async fn advance(&self, record: EnrolmentRecord) -> Answer<()> {
        let (id, now) = (record.id, self.now());
        let Some(standing) = self.standing(record.deal, &id.to_string()).await? else {
            let running = now.duration_since(record.begun) < BEGINNING;
            let later = now.checked_add(BEGINNING).unwrap_or(now);
            return Ok(self.store.plan_enrolment(id, running, later).await?);
        };
        if standing.enrolment.ended.is_some() {
            return Ok(self.store.plan_enrolment(id, false, now).await?);
        }
        if let Some(reason) = self.ends(&standing).await? {
            return self.end_enrolment(&standing, reason, None).await;
        }
        let work = self.work().await?;
        let Some(step) = next(&standing.enrolment, &standing.sequence, &work.calendar, &work.zone) else {
            return self.end_enrolment(&standing, EndReason::Finished, None).await;
        };
        let goes = step.step.channel == Channel::Email && step.step.automatic;
        let due = if goes { in_office(step.due, &work.calendar, &work.zone) } else { step.due };
        if due > now {
            return Ok(self.store.plan_enrolment(id, true, due).await?);
        }
        let now_is_office = in_office(now, &work.calendar, &work.zone);
        if goes && now_is_office > now {
            return Ok(self.store.plan_enrolment(id, true, now_is_office).await?);
        }
        if goes && self.send_step(&standing, &step).await? {
            // the event that tells of it has the next step planned
            return Ok(());
        }
        let later = now.checked_add(PATIENCE).unwrap_or(now);
        Ok(self.store.plan_enrolment(id, true, later).await?)
    }

    /// What ends an enrolment now, by the deal or by the list of those not to be contacted.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn ends(&self, standing: &Standing) -> Answer<Option<EndReason>> {
        if let Some(reason) = stopped(&standing.enrolment, &standing.sequence, &standing.events) {
            return Ok(Some(reason));
        }
        let contact = self.contact_standing(&standing.enrolment.contact).await?;
        let unwanted = forbids(contact.consent, false).is_some() || contact.forbidden.is_some();
        Ok(unwanted.then_some(EndReason::Unsubscribed))
    }

    /// Sends the mail of a step as it is written; false where a place in it cannot be filled, or no mailbox is there: then
    /// it waits for a person.
    async fn send_step(&self, standing: &Standing, step: &NextStep) -> Answer<bool> {
        let (person, by) = self.rep_of(standing).await?;
        let Ok([subject, body]) = self.letter_of(standing, step, (person, &by)).await else { return Ok(false) };
        if !subject.missing.is_empty() || !body.missing.is_empty() {
            return Ok(false);
        }
        match self.post_step(standing, step.number, (person, &by), (subject.text, body.text)).await {
            Ok(()) => Ok(true),
            Err(problem) if problem.status == 409 || problem.status == 422 => Ok(false),
            Err(problem) => Err(problem),
        }
    }

    /// In whose name a sequence goes: who took them in, as long as they are with us, else the deal's owner.
    async fn rep_of(&self, standing: &Standing) -> Answer<(Option<UserId>, String)> {
        let users = self.store.users().await?;
        let names = [standing.enrolment.by.as_deref(), standing.deal.owner.as_deref()];
        let named = |name: &str| users.iter().find(|u| !u.disabled && u.name.eq_ignore_ascii_case(name.trim()));
        let found = names.into_iter().flatten().find_map(named);
        let name = found.map(|u| u.name.clone()).or_else(|| standing.deal.owner.clone()).unwrap_or_default();
        Ok((found.map(|u| u.id), name))
    }

    /// Subject and text of a step, filled.
    ///
    /// # Errors
    /// 409 where there is no mailbox to send from.
    pub async fn letter_of(
        &self,
        standing: &Standing,
        step: &NextStep,
        who: (Option<UserId>, &str),
    ) -> Answer<[Filled; 2]> {
        let texts = [step.step.subject.as_str(), step.step.body.as_str()];
        self.filled(&standing.deal, who, &standing.enrolment.contact, texts).await
    }

    /// Puts the mail of a step into the outbox, and has the deal tell of it. Done twice, it is sent once.
    ///
    /// # Errors
    /// As of [`App::post`].
    pub async fn post_step(
        &self,
        standing: &Standing,
        number: usize,
        (person, by): (Option<UserId>, &str),
        (subject, body): (String, String),
    ) -> Answer<()> {
        let enrolment = &standing.enrolment;
        let id = enrolment.id.parse::<Uuid>().map_err(Problem::internal)?;
        let people = people(&standing.events);
        let name = person_at(&people, &enrolment.contact).map(|p| p.name.clone()).unwrap_or_default();
        let letter = Letter {
            id: mail_of(&enrolment.id, number),
            deal: Some(standing.deal.id),
            person,
            by: Some(by.to_owned()).filter(|by| !by.is_empty()),
            to: enrolment.contact.clone(),
            to_name: name,
            subject,
            body,
            answers: self.thread_of(enrolment).await?,
            step: Some((id, i64::try_from(number).unwrap_or(i64::MAX))),
            due: None,
            attachment: None,
        };
        let mail = self.post(letter).await?;
        self.take_step(standing, number, StepOutcome::Sent, (by, Some(mail.mail.id))).await
    }

    /// The mails of a sequence are one thread.
    async fn thread_of(&self, enrolment: &Enrolment) -> Answer<Vec<String>> {
        let mut all = Vec::new();
        for id in enrolment.steps.iter().filter_map(|taken| taken.mail.as_ref()?.parse::<Uuid>().ok()) {
            all.extend(self.store.mail(id).await?.map(|mail| mail.mail.message_id));
        }
        Ok(all)
    }

    /// Has the deal tell that a step was taken; once, however often it is said.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn take_step(
        &self,
        standing: &Standing,
        number: usize,
        outcome: StepOutcome,
        (by, mail): (&str, Option<Uuid>),
    ) -> Answer<()> {
        let mut attributes = vec![(told::STEP, number.to_string()), (told::OUTCOME, outcome.word().to_owned())];
        attributes.extend(mail.map(|mail| (told::MAIL, mail.to_string())));
        let activity = match outcome {
            StepOutcome::Skipped => format!("{}: step {number} left out", standing.enrolment.name),
            StepOutcome::Sent | StepOutcome::Done => format!("{}: step {number}", standing.enrolment.name),
        };
        let event = Event {
            id: EventId::of_key(&id_of(&standing.enrolment.id, &format!("step:{number}"))),
            activity,
            actor: Some(by.to_owned()).filter(|by| !by.is_empty()),
            ..self.about(standing, kind::SEQUENCE_STEP, attributes)
        };
        let mut events = vec![event];
        // A call that was made is a touchpoint like any other; a mail tells of itself once it is sent.
        let channel = standing.sequence.steps.get(number.saturating_sub(1)).map(|step| step.channel);
        if outcome == StepOutcome::Done
            && let Some(touch) = channel.and_then(touchpoint)
        {
            let mut touched = self.about(standing, touch, Vec::new());
            touched.id = EventId::of_key(&id_of(&standing.enrolment.id, &format!("touch:{number}")));
            let label = model::touchpoint::touchpoint(touch).map_or(touch, |t| t.label);
            label.clone_into(&mut touched.activity);
            touched.actor = Some(by.to_owned()).filter(|by| !by.is_empty());
            events.push(touched);
        }
        self.tell(standing.deal.id, events).await
    }

    /// Ends an enrolment.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_enrolment(&self, standing: &Standing, reason: EndReason, by: Option<&str>) -> Answer<()> {
        let event = Event {
            id: EventId::of_key(&id_of(&standing.enrolment.id, "ended")),
            activity: format!("{} ended: {}", standing.enrolment.name, reason.says()),
            side: if by.is_some() { Side::Rep } else { Side::System },
            actor: by.map(str::to_owned),
            ..self.about(standing, kind::SEQUENCE_ENDED, vec![(told::REASON, reason.word().to_owned())])
        };
        self.tell(standing.deal.id, vec![event]).await?;
        let id = standing.enrolment.id.parse::<Uuid>().map_err(Problem::internal)?;
        Ok(self.store.plan_enrolment(id, false, self.now()).await?)
    }

    fn about(&self, standing: &Standing, kind: &str, more: Vec<(&str, String)>) -> Event {
        let mut attributes =
            vec![(told::ENROLMENT, standing.enrolment.id.clone()), (told::CONTACT, standing.enrolment.contact.clone())];
        attributes.extend(more);
        Event {
            kind: kind.to_owned(),
            attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            ..blank(standing.deal.id, self.now())
        }
    }

    async fn tell(&self, deal: DealId, events: Vec<Event>) -> Answer<()> {
        match self.store.append(deal, None, events).await {
            Ok(after) => self.committed(deal, after.version).await,
            Err(StoreError::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// The touchpoint that a step over a channel is.
fn touchpoint(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Call => Some("call"),
        Channel::Linkedin => Some("linkedin.sent"),
        Channel::Email | Channel::Other => None,
    }
}

/// Sequences by id and version, read once.
#[derive(Debug, Default)]
pub struct Known(HashMap<(String, i64), Option<Sequence>>);

impl Known {
    /// The sequence of an enrolment.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn of(&mut self, app: &App, enrolment: &Enrolment) -> Answer<Option<&Sequence>> {
        let key = (enrolment.sequence.clone(), enrolment.version);
        if !self.0.contains_key(&key) {
            let sequence = app.sequence(&key.0, key.1).await?;
            self.0.insert(key.clone(), sequence);
        }
        Ok(self.0.get(&key).and_then(Option::as_ref))
    }

    /// The steps of a deal's sequences that wait for a person now or until `last`, the earliest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn waiting(
        &mut self,
        app: &App,
        events: &[Event],
        work: &crate::work::Work,
        (now, last): (Timestamp, Timestamp),
    ) -> Answer<Vec<(Enrolment, NextStep)>> {
        // what goes by itself waits for a person only where it could not go
        let stuck = now.checked_sub(SignedDuration::from_mins(30)).unwrap_or(now);
        let goes = |step: &NextStep| step.step.automatic && in_office(step.due, &work.calendar, &work.zone) > stuck;
        let mut all = Vec::new();
        for enrolment in enrolments(events).into_iter().filter(|e| e.ended.is_none()) {
            let Some(sequence) = self.of(app, &enrolment).await? else { continue };
            if stopped(&enrolment, sequence, events).is_some() {
                continue;
            }
            let step = next(&enrolment, sequence, &work.calendar, &work.zone);
            all.extend(step.filter(|step| step.due <= last && !goes(step)).map(|step| (enrolment, step)));
        }
        all.sort_by_key(|(_, step)| step.due);
        Ok(all)
    }
}
