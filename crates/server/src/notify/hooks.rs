//! Webhooks: where other programs are told.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{NoticeKind, reach::Target};
use crate::{
    auth,
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a webhook is.
const WEBHOOK: &str = "webhook";
/// The setting that allows addresses in private networks.
const PRIVATE: &str = "webhooks.private";
/// Most webhooks of a workspace.
const MOST: usize = 20;

/// Where another program is told of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// Where: `https://example.com/hook`.
    pub url: String,
    /// Of what.
    pub kinds: Vec<NoticeKind>,
    /// False: it is told nothing for the time being.
    pub active: bool,
}

/// A webhook as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    webhook: Webhook,
    /// Sealed, as hexadecimal text.
    secret: String,
}

/// A webhook with its id and version.
#[derive(Debug, Clone)]
pub struct Hook {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Where and of what.
    pub webhook: Webhook,
    /// What signs what is sent there, sealed.
    secret: String,
}

impl Hook {
    /// Whether it is told of such things.
    pub fn wants(&self, kind: NoticeKind) -> bool {
        self.webhook.active && self.webhook.kinds.contains(&kind)
    }
}

fn purpose(id: Uuid) -> String {
    format!("webhook {id}")
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).filter_map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

impl App {
    /// Whether webhooks may be in private networks.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn private_hooks(&self) -> Answer<bool> {
        Ok(self.store.setting(PRIVATE).await?.and_then(|value| value.as_bool()).unwrap_or(false))
    }

    /// Says whether webhooks may be in private networks.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn allow_private_hooks(&self, allowed: bool) -> Answer<()> {
        Ok(self.store.set_setting(PRIVATE, allowed.into()).await?)
    }

    /// All webhooks, the first kept first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn hooks(&self) -> Answer<Vec<Hook>> {
        let records = self.store.records(WEBHOOK).await?.into_iter();
        let hook = |record: store::Record| {
            let Kept { webhook, secret } = serde_json::from_value(record.content).ok()?;
            Some(Hook { id: record.id, version: record.version, webhook, secret })
        };
        Ok(records.filter_map(hook).collect())
    }

    /// Keeps a webhook that was seen at version `seen`, 0 for a new one; of a new one, its secret is told this once.
    ///
    /// # Errors
    /// 422 naming the field; 412 if it was changed meanwhile.
    pub async fn keep_hook(
        &self,
        id: Uuid,
        seen: i64,
        mut webhook: Webhook,
        by: &str,
    ) -> Answer<(Hook, Option<String>)> {
        webhook.url = webhook.url.trim().to_owned();
        Target::of(&webhook.url, self.private_hooks().await?).map_err(|says| Problem::field("url", says))?;
        webhook.kinds.sort_unstable();
        webhook.kinds.dedup();
        if webhook.kinds.is_empty() {
            return Err(Problem::field("kinds", "Choose what it is told of."));
        }
        let known = self.hooks().await?;
        let before = known.iter().find(|hook| hook.id == id);
        if before.is_none() && known.len() >= MOST {
            return Err(Problem::conflict("At most 20 webhooks, please."));
        }
        let told = before.is_none().then(auth::new_token).transpose()?;
        let secret = match (&told, before) {
            (Some(new), _) => auth::hex(&self.mail.keys.seal(&purpose(id), new)?),
            (None, Some(before)) => before.secret.clone(),
            (None, None) => return Err(Problem::not_found("There is no such webhook.")),
        };
        let kept = Kept { webhook: webhook.clone(), secret: secret.clone() };
        let content = serde_json::to_value(kept).map_err(Problem::internal)?;
        let kept = self.store.keep_record(WEBHOOK, id, seen, Some(content), Some(by), self.now()).await?;
        Ok((Hook { id, version: kept.version, webhook, secret }, told))
    }

    /// Takes a webhook away.
    ///
    /// # Errors
    /// 412 if it was changed meanwhile.
    pub async fn remove_hook(&self, id: Uuid, seen: i64, by: &str) -> Answer<()> {
        self.store.keep_record(WEBHOOK, id, seen, None, Some(by), self.now()).await?;
        Ok(())
    }

    /// The secret of a webhook; none where it was kept with another key.
    ///
    /// # Errors
    /// If the secret key cannot be read.
    pub fn hook_secret(&self, hook: &Hook) -> Answer<Option<String>> {
        self.mail.keys.open(&purpose(hook.id), &bytes(&hook.secret))
    }
}
