//! The mails of a deal: the thread, and a mail that is written.

use axum::{extract::State, http::StatusCode};
use model::{
    Deal, Timestamp,
    ids::DealId,
    letter::{Filled, fill},
    people::people,
};
use serde::{Deserialize, Serialize};
use store::ReceivedRecord;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{contacts::ContactStanding, outbox::OutgoingMail};
use crate::{
    guard::Actor,
    mail::{
        filling::person_at,
        post::{self, Letter},
    },
    problem::{Answer, Json, Path, Problem},
    routes::deals::found,
    state::App,
};

/// Furthest that a mail is planned ahead, in days.
const AHEAD: i64 = 366;

/// A mail that came in.
#[derive(Debug, Serialize, ToSchema)]
pub struct IncomingMail {
    /// Its id.
    pub id: Uuid,
    /// What it is: `reply`, `unmatched`, `automatic`, `bounce`, …
    pub class: String,
    /// The deal it is about.
    pub deal: Option<DealId>,
    /// The mail of ours that it is about.
    pub answers: Option<Uuid>,
    /// Who wrote it.
    pub from: String,
    /// Their name; may be empty.
    pub from_name: String,
    /// The subject; may be empty.
    pub subject: String,
    /// The text, at most 20,000 bytes of it.
    pub body: String,
    /// Why it belongs to no deal; may be empty.
    pub why: String,
    /// When it was written.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl From<ReceivedRecord> for IncomingMail {
    fn from(record: ReceivedRecord) -> Self {
        Self {
            id: record.id,
            class: record.class.word().to_owned(),
            deal: record.deal,
            answers: record.mail,
            from: record.sender,
            from_name: record.sender_name,
            subject: record.subject,
            body: record.body,
            why: record.why,
            at: record.at,
        }
    }
}

/// The mails of a deal.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealMails {
    /// What went out or is to, the oldest first.
    pub outgoing: Vec<OutgoingMail>,
    /// What came in, the oldest first.
    pub incoming: Vec<IncomingMail>,
    /// How writing to each address on the deal stands.
    pub contacts: Vec<ContactStanding>,
    /// The address that mails of who asks come from; none where no mailbox is set up.
    pub from: Option<String>,
}

/// The mails of a deal, and to whom of it somebody may write.
#[utoipa::path(get, path = "/deals/{id}/mails", tag = "Mail", params(("id" = DealId, Path)),
    responses((status = 200, body = DealMails)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<DealMails>> {
    found(&app, id).await?;
    let events = app.store.events(id).await?;
    let mut contacts = Vec::new();
    for address in people(&events).iter().filter_map(|person| person.email.as_deref()) {
        contacts.push(app.contact_standing(address).await?);
    }
    Ok(Json(DealMails {
        outgoing: app.store.mails_of_deal(id).await?.into_iter().map(OutgoingMail::from).collect(),
        incoming: app.store.received_of_deal(id).await?.into_iter().map(IncomingMail::from).collect(),
        contacts,
        from: app.writes_by(Some(who.id)).await.ok().map(|(_, settings)| settings.address),
    }))
}

/// A mail about a deal, with places to be filled.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDealMail {
    /// The reader's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Not before this; at once if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
    /// The mail that it answers: one that came in.
    #[serde(default)]
    pub answers: Option<Uuid>,
}

/// A mail as it would be sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailPreview {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Places that nothing is known for; such a mail is not sent.
    pub missing: Vec<String>,
    /// Why nobody may write there; none where somebody may.
    pub forbidden: Option<String>,
}

impl App {
    /// Subject and text for a reader on a deal, with their places filled.
    ///
    /// # Errors
    /// 409 where there is no mailbox to send from.
    pub async fn filled(
        &self,
        deal: &Deal,
        who: (Option<model::ids::UserId>, &str),
        to: &str,
        texts: [&str; 2],
    ) -> Answer<[Filled; 2]> {
        let events = self.store.events(deal.id).await?;
        let people = people(&events);
        let (_, sender) = self.writes_by(who.0).await?;
        let values = self.letter_values(deal, person_at(&people, to), &sender, who.1).await?;
        Ok(texts.map(|text| fill(text, &values)))
    }
}

/// The mail as it would be sent. Nothing is sent, nothing is kept.
#[utoipa::path(post, path = "/deals/{id}/mails/preview", tag = "Mail", params(("id" = DealId, Path)),
    request_body = NewDealMail, responses((status = 200, body = MailPreview)))]
pub async fn preview(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewDealMail>,
) -> Answer<Json<MailPreview>> {
    let deal = found(&app, id).await?;
    let [subject, body] = app.filled(&deal, (Some(who.id), &who.name), &new.to, [&new.subject, &new.body]).await?;
    Ok(Json(MailPreview {
        missing: subject.missing.union(&body.missing).cloned().collect(),
        subject: subject.text,
        body: body.text,
        forbidden: app.forbids_mail(&new.to).await?,
    }))
}

/// Both texts filled, or the places that nothing is known for.
///
/// # Errors
/// 422 naming the field with such a place.
pub fn complete([subject, body]: [Filled; 2]) -> Answer<(String, String)> {
    for (field, filled) in [("subject", &subject), ("body", &body)] {
        if let Some(name) = filled.missing.first() {
            let says = format!("Nothing is known for {{{{{name}}}}}: write it out, or add it to the deal.");
            return Err(Problem::field(field, says));
        }
    }
    Ok((subject.text, body.text))
}

/// Writes a mail about a deal: it is sent at once, or when it says.
#[utoipa::path(post, path = "/deals/{id}/mails", tag = "Mail", params(("id" = DealId, Path)), request_body = NewDealMail,
    responses((status = 201, body = OutgoingMail)))]
pub async fn write(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewDealMail>,
) -> Answer<(StatusCode, Json<OutgoingMail>)> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    post::subject(&new.subject)?;
    post::body(&new.body)?;
    let latest = app.now().checked_add(jiff::SignedDuration::from_hours(24 * AHEAD));
    if let (Some(at), Ok(latest)) = (new.at, latest)
        && at > latest
    {
        return Err(Problem::field("at", "At most a year ahead, please."));
    }
    let filled = app.filled(&deal, (Some(who.id), &who.name), &new.to, [&new.subject, &new.body]).await?;
    let (subject, body) = complete(filled)?;
    let events = app.store.events(id).await?;
    let name = person_at(&people(&events), &new.to).map(|p| p.name.clone()).unwrap_or_default();
    let letter = Letter {
        id: Uuid::now_v7(),
        deal: Some(id),
        person: Some(who.id),
        by: Some(who.name.clone()),
        to: new.to,
        to_name: name,
        subject,
        body,
        answers: thread(&app, id, new.answers).await?,
        step: None,
        due: new.at,
        attachment: None,
    };
    Ok((StatusCode::CREATED, Json(app.post(letter).await?.into())))
}

/// The Message-IDs of the thread that an answer belongs to.
async fn thread(app: &App, deal: DealId, answers: Option<Uuid>) -> Answer<Vec<String>> {
    let Some(id) = answers else { return Ok(Vec::new()) };
    let known = app.store.received(id).await?.filter(|m| m.deal == Some(deal));
    let known = known.ok_or_else(|| Problem::field("answers", "The deal has no such mail."))?;
    let mut all = Vec::new();
    if let Some(ours) = known.mail
        && let Some(ours) = app.store.mail(ours).await?
    {
        all.extend(ours.mail.answers);
        all.push(ours.mail.message_id);
    }
    all.push(known.message_id);
    Ok(all.into_iter().rev().take(20).rev().collect())
}
