//! Whom nobody is to write to, and what people on deals said of being written to.

use axum::{extract::State, http::StatusCode};
use import::message::address;
use model::{
    Event, Side, Timestamp,
    consent::{CONTACT, ConsentStanding, standing},
    event::kind,
    ids::DealId,
};
use serde::{Deserialize, Serialize};
use store::BlockRecord;
use utoipa::ToSchema;

use crate::{
    deal_view::blank,
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    routes::deals::found,
    state::App,
};

const LONGEST_WHY: usize = 500;

/// An address or a domain nobody is to write to.
#[derive(Debug, Serialize, ToSchema)]
pub struct DoNotContact {
    /// `ann@acme.com`, or `@acme.com` for everybody there.
    pub contact: String,
    /// Why.
    pub why: String,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

impl From<BlockRecord> for DoNotContact {
    fn from(block: BlockRecord) -> Self {
        Self { contact: block.contact, why: block.why, by: block.by, at: block.at }
    }
}

/// A new entry.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDoNotContact {
    /// `ann@acme.com`, or `acme.com` for everybody there.
    pub contact: String,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// Whom nobody is to write to.
#[utoipa::path(get, path = "/mail/do-not-contact", tag = "Mail", responses((status = 200, body = Vec<DoNotContact>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<DoNotContact>>> {
    Ok(Json(app.store.blocked_contacts().await?.into_iter().map(DoNotContact::from).collect()))
}

fn entry(text: &str) -> Answer<String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let domain = text.strip_prefix('@').unwrap_or(&text);
    if text.contains('@') && !text.starts_with('@') {
        return address(&text).ok_or_else(|| Problem::field("contact", "Write an address such as ann@example.com."));
    }
    let sound = domain.contains('.')
        && domain.len() <= 253
        && !domain.starts_with('.')
        && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    let wrong =
        || Problem::field("contact", "Write an address such as ann@example.com, or a domain such as example.com.");
    sound.then(|| format!("@{domain}")).ok_or_else(wrong)
}

fn why(text: &str) -> Answer<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST_WHY {
        return Err(Problem::field("why", "At most 500 characters, please."));
    }
    Ok(text.to_owned())
}

/// Has nobody write to an address or a domain, from now on and in everything that waits to be sent.
#[utoipa::path(post, path = "/mail/do-not-contact", tag = "Mail", request_body = NewDoNotContact,
    responses((status = 201, body = DoNotContact)))]
pub async fn block(
    State(app): State<App>,
    who: Actor,
    Json(new): Json<NewDoNotContact>,
) -> Answer<(StatusCode, Json<DoNotContact>)> {
    let block =
        BlockRecord { contact: entry(&new.contact)?, why: why(&new.why)?, by: Some(who.name.clone()), at: app.now() };
    app.store.block_contact(&block).await?;
    Ok((StatusCode::CREATED, Json(block.into())))
}

/// Takes an entry from the list. What the people themselves said goes on to count.
#[utoipa::path(delete, path = "/mail/do-not-contact/{contact}", tag = "Mail", params(("contact" = String, Path)),
    responses((status = 204)))]
pub async fn unblock(State(app): State<App>, Path(contact): Path<String>) -> Answer<StatusCode> {
    if app.store.unblock_contact(&contact.trim().to_lowercase()).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Problem::not_found("This is not on the list."))
}

/// What somebody on a deal said of being written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentWord {
    /// They agreed.
    Given,
    /// They do not want it any more.
    Withdrawn,
    /// We decided not to write to them.
    Blocked,
}

/// A word on consent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConsent {
    /// Their address.
    pub contact: String,
    /// What was said.
    pub word: ConsentWord,
    /// How: `by phone`, `form on the fair`, …
    #[serde(default)]
    pub note: String,
}

/// How writing to an address stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactStanding {
    /// The address.
    pub contact: String,
    /// What they said, and since when.
    pub consent: ConsentStanding,
    /// Why nobody may write to them; none where somebody may.
    pub forbidden: Option<String>,
}

impl App {
    /// How writing to an address stands.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn contact_standing(&self, contact: &str) -> Answer<ContactStanding> {
        let contact = contact.trim().to_lowercase();
        let said = self.store.consent_events(&contact).await?;
        Ok(ContactStanding {
            consent: standing(&said, &contact),
            forbidden: self.forbids_mail(&contact).await?,
            contact,
        })
    }
}

/// Writes down what somebody said of being written to. It holds on every deal that they are on.
#[utoipa::path(post, path = "/deals/{id}/consent", tag = "Mail", params(("id" = DealId, Path)), request_body = NewConsent,
    responses((status = 200, body = ContactStanding)))]
pub async fn say(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(new): Json<NewConsent>,
) -> Answer<Json<ContactStanding>> {
    let deal = found(&app, id).await?;
    who.may_change(&deal)?;
    let wrong = || Problem::field("contact", "Write an address such as ann@example.com.");
    let contact = address(&new.contact).ok_or_else(wrong)?;
    let (kind, says, side) = match new.word {
        ConsentWord::Given => (kind::CONSENT_GIVEN, "May be written to", Side::Prospect),
        ConsentWord::Withdrawn => (kind::CONSENT_WITHDRAWN, "Does not want to be written to", Side::Prospect),
        ConsentWord::Blocked => (kind::CONTACT_BLOCKED, "Not to be contacted", Side::Rep),
    };
    let attributes = [(CONTACT, contact.clone()), ("note", why(&new.note)?), ("said_by", who.name.clone())];
    let event = Event {
        kind: kind.into(),
        activity: says.into(),
        side,
        actor: Some(if side == Side::Rep { who.name.clone() } else { contact.clone() }),
        attributes: attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        ..blank(id, app.now())
    };
    let after = app.store.append(id, None, vec![event]).await?;
    app.committed(id, after.version).await?;
    Ok(Json(app.contact_standing(&contact).await?))
}
