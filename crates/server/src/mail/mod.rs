//! Mail: out by SMTP through one path that asks for consent, in by IMAP.
//!
//! [`account`] says by which servers, [`post`] puts a letter into the outbox, [`sending`] hands it over, [`receiving`] fetches
//! what came and [`sorting`] says what it is. [`seal`] keeps passwords.

pub mod account;
mod compose;
pub mod filling;
pub mod pacing;
pub mod post;
pub mod receiving;
pub mod seal;
pub mod sending;
pub mod smtp;
pub mod sorting;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use utoipa::ToSchema;

use self::seal::Keys;
use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// What the workers share.
#[derive(Debug)]
pub struct Mail {
    /// The key of passwords and links.
    pub keys: Keys,
    /// Something is to be sent.
    pub to_send: Notify,
    /// Somebody wants to know what came.
    pub to_fetch: Notify,
}

impl Mail {
    /// `folder` is where the key is kept, beside the database.
    pub fn new(folder: PathBuf) -> Self {
        Self { keys: Keys::new(folder), to_send: Notify::new(), to_fetch: Notify::new() }
    }
}

/// The setting that holds the [`MailPolicy`].
const POLICY: &str = "mail.policy";

/// How the workspace writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MailPolicy {
    /// Where prospects reach this server: `https://sales.ourco.com`. Links to unsubscribe need it.
    pub address: String,
    /// Most mails to prospects in an hour, by each mailbox.
    pub per_hour: u32,
    /// Most in a day.
    pub per_day: u32,
    /// Only who agreed is written to.
    pub consent_needed: bool,
    /// Stands below every mail to a prospect, above the link to unsubscribe.
    pub footer: String,
}

impl Default for MailPolicy {
    fn default() -> Self {
        Self { address: String::new(), per_hour: 60, per_day: 300, consent_needed: false, footer: String::new() }
    }
}

impl MailPolicy {
    /// Looks it over.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn sound(mut self) -> Answer<Self> {
        self.address = self.address.trim().trim_end_matches('/').to_owned();
        let is_web = self.address.starts_with("https://") || self.address.starts_with("http://");
        let plain = self.address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '#' | '?'));
        if !self.address.is_empty() && (!is_web || !plain || self.address.len() > 200) {
            return Err(Problem::field("address", "Write it as https://sales.example.com."));
        }
        if !(1..=10_000).contains(&self.per_hour) {
            return Err(Problem::field("per_hour", "From 1 to 10,000, please."));
        }
        if !(1..=100_000).contains(&self.per_day) {
            return Err(Problem::field("per_day", "From 1 to 100,000, please."));
        }
        if self.footer.chars().count() > 1_000 {
            return Err(Problem::field("footer", "At most 1,000 characters, please."));
        }
        Ok(self)
    }
}

impl App {
    /// How the workspace writes.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_policy(&self) -> Answer<MailPolicy> {
        let kept = self.store.setting(POLICY).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    /// Keeps how the workspace writes.
    ///
    /// # Errors
    /// 422 naming the field; if the database cannot be written.
    pub async fn keep_mail_policy(&self, policy: MailPolicy) -> Answer<MailPolicy> {
        let policy = policy.sound()?;
        self.store.set_setting(POLICY, serde_json::to_value(&policy).map_err(Problem::internal)?).await?;
        Ok(policy)
    }
}
