//! The one way by which mails leave: every letter is looked over here, asked about consent, and put into the outbox.

use axum::http::StatusCode;
use import::message::address;
use model::{
    Timestamp,
    consent::{entries, forbids, standing},
    ids::{DealId, UserId},
};
use store::{Attachment, MailRecord, NewMail, UserRecord};
use uuid::Uuid;

use crate::{
    auth,
    problem::{Answer, Problem},
    state::App,
};

/// Longest subject, in characters.
pub const LONGEST_SUBJECT: usize = 200;
/// Longest text, in characters.
pub const LONGEST_BODY: usize = 20_000;

/// A letter that is to go out.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its id; a letter with an id that is there already is not sent again.
    pub id: Uuid,
    /// The deal it is about; none for our own people.
    pub deal: Option<DealId>,
    /// Whose mailbox it goes by, if they have one.
    pub person: Option<UserId>,
    /// Who wrote it.
    pub by: Option<String>,
    /// The reader's address.
    pub to: String,
    /// The reader's name; may be empty.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The thread it answers, the oldest first.
    pub answers: Vec<String>,
    /// The enrolment and the number of the step in its sequence.
    pub step: Option<(Uuid, i64)>,
    /// Not before this.
    pub due: Option<Timestamp>,
    /// What goes out with it.
    pub attachment: Option<Attachment>,
}

impl App {
    /// Mails somebody of the workspace what a program wrote. An address that cannot be written to is nobody else's trouble:
    /// it is noted, and no error.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn post_to(
        &self,
        id: Uuid,
        user: &UserRecord,
        (subject, body): (&str, &str),
        attachment: Option<Attachment>,
    ) -> Answer<()> {
        let letter = Letter {
            id,
            deal: None,
            person: None,
            by: None,
            to: user.email.clone(),
            to_name: user.name.clone(),
            subject: subject.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_SUBJECT).collect(),
            body: body.chars().take(LONGEST_BODY).collect(),
            answers: Vec::new(),
            step: None,
            due: None,
            attachment,
        };
        match self.post(letter).await {
            Ok(_) => Ok(()),
            Err(problem) if problem.status < 500 => {
                tracing::info!("a mail to somebody of the workspace cannot be sent: {}", problem.detail);
                Ok(())
            }
            Err(problem) => Err(problem),
        }
    }

    /// Why nobody may write to an address, in a sentence; `None` if somebody may.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn forbids_mail(&self, address: &str) -> Answer<Option<String>> {
        let address = address.trim().to_lowercase();
        if let Some(block) = self.store.blocked_among(&entries(&address)).await? {
            let why = if block.why.is_empty() { String::new() } else { format!(" ({})", block.why) };
            return Ok(Some(format!("{} is on your list of those not to be contacted{why}.", block.contact)));
        }
        let said = self.store.consent_events(&address).await?;
        let needed = self.mail_policy().await?.consent_needed;
        Ok(forbids(standing(&said, &address), needed).map(str::to_owned))
    }

    /// Puts a letter into the outbox and has it sent. A letter about a deal goes only to whom somebody may write.
    ///
    /// # Errors
    /// 422 naming the field; 409 where nobody may write there, or where there is no mailbox to send from.
    pub async fn post(&self, letter: Letter) -> Answer<MailRecord> {
        let to = reader(&letter.to)?;
        let subject = subject(&letter.subject)?;
        let body = body(&letter.body)?;
        if letter.deal.is_none() {
            let ours = self.store.user_by_email(&to).await?.filter(|user| !user.disabled);
            ours.ok_or_else(|| not_to("A mail about no deal goes to people of the workspace alone."))?;
        } else if let Some(why) = self.forbids_mail(&to).await? {
            return Err(not_to(&why));
        }
        let (account, from) = self.writes_by(letter.person).await?;
        let domain = from.address.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        let now = self.now();
        let new = NewMail {
            id: letter.id,
            account,
            deal: letter.deal,
            by: letter.by,
            recipient: to,
            recipient_name: letter.to_name.trim().chars().take(200).collect(),
            message_id: format!("{}@{domain}", letter.id),
            answers: letter.answers,
            subject,
            body,
            step: letter.step,
            unsubscribe: auth::token_hash(&self.unsubscribe_token(letter.id)?),
            created: now,
            due: letter.due.unwrap_or(now).max(now),
        };
        self.store.queue_mail(&new, letter.attachment.as_ref()).await?;
        self.mail.to_send.notify_one();
        let gone = || Problem::internal("a mail is not in the outbox that was put there");
        self.store.mail(letter.id).await?.ok_or_else(gone)
    }

    /// The token of the link by which the reader of a mail ends the mails.
    ///
    /// # Errors
    /// If the secret key cannot be read.
    pub fn unsubscribe_token(&self, mail: Uuid) -> Answer<String> {
        self.mail.keys.sign("unsubscribe", mail.as_bytes())
    }
}

/// Nobody may write there.
pub fn not_to(why: &str) -> Problem {
    Problem::new(StatusCode::CONFLICT, "do-not-contact", "Not to be written to", why).with_error("to", why)
}

fn reader(to: &str) -> Answer<String> {
    let wrong =
        || Problem::field("to", format!("{:?} is no e-mail address.", to.chars().take(100).collect::<String>()));
    let to = address(to).ok_or_else(wrong)?;
    to.parse::<lettre::Address>().map(|_| to.clone()).map_err(|_| wrong())
}

/// A subject of one line.
///
/// # Errors
/// 422 naming the field.
pub fn subject(text: &str) -> Answer<String> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Problem::field("subject", "A mail needs a subject.")),
        n if n > LONGEST_SUBJECT => Err(Problem::field("subject", "At most 200 characters, please.")),
        _ if text.chars().any(char::is_control) => Err(Problem::field("subject", "One line, please.")),
        _ => Ok(text.to_owned()),
    }
}

/// A text.
///
/// # Errors
/// 422 naming the field.
pub fn body(text: &str) -> Answer<String> {
    match text.trim().chars().count() {
        0 => Err(Problem::field("body", "A mail needs a text.")),
        n if n > LONGEST_BODY => Err(Problem::field("body", "At most 20,000 characters, please.")),
        _ => Ok(text.trim_end().to_owned()),
    }
}
