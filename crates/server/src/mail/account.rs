//! By which servers the workspace, and each of its people, sends and receives.

use import::message::address;
use model::{Timestamp, ids::UserId};
use serde::{Deserialize, Serialize};
use store::{AccountRecord, FolderMark};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    imap::{self, Folder, How},
    mail::smtp,
    problem::{Answer, Problem},
    routes::users::text,
    state::App,
};

/// How a connection is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MailSecurity)]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// Unencrypted at first, then STARTTLS.
    Starttls,
    /// Unencrypted. A password goes to this computer alone in this way.
    Plain,
}

/// A server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MailServer)]
pub struct Server {
    /// Its name: `mail.ourco.com`.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is secured.
    pub security: Security,
    /// Who signs in there; empty for a server that asks nobody.
    #[serde(default)]
    pub user: String,
}

/// What is known of a mailbox but its passwords.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountSettings {
    /// The address that mails come from and that answers go to.
    pub address: String,
    /// The name beside it.
    pub name: String,
    /// The server that takes mails.
    pub smtp: Server,
    /// The server on which answers are read; none: answers are not seen.
    #[serde(default)]
    pub imap: Option<Server>,
    /// The folder that is read.
    #[serde(default)]
    pub folder: String,
    /// Certificates in PEM to trust beside the usual ones; may be empty.
    #[serde(default)]
    pub authority: String,
}

/// A mailbox as it is set up. A password that is left out stays; an empty one is taken away.
#[derive(Deserialize, ToSchema)]
#[schema(as = MailAccountForm)]
pub struct Form {
    /// Everything but the passwords.
    #[serde(flatten)]
    pub settings: AccountSettings,
    /// The password for sending.
    #[serde(default)]
    pub smtp_password: Option<String>,
    /// The password for reading; that for sending, if it was never given.
    #[serde(default)]
    pub imap_password: Option<String>,
}

/// A mailbox as it is shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailAccount)]
pub struct View {
    /// Everything but the passwords, which are never shown.
    #[serde(flatten)]
    pub settings: AccountSettings,
    /// A password for sending is kept.
    pub has_smtp_password: bool,
    /// A password for reading is kept.
    pub has_imap_password: bool,
    /// When the folder was last looked into.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub looked: Option<Timestamp>,
    /// What went wrong then.
    pub trouble: Option<String>,
}

/// A mailbox with its passwords. Never shown, never logged.
pub struct Account {
    /// Its id.
    pub id: Uuid,
    /// Whose it is; none for the workspace's.
    pub person: Option<UserId>,
    /// Everything but the passwords.
    pub settings: AccountSettings,
    /// For sending.
    pub smtp_password: String,
    /// For reading.
    pub imap_password: String,
    /// How far the folder was read.
    pub mark: Option<FolderMark>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account").field("id", &self.id).finish_non_exhaustive()
    }
}

fn purpose(account: Uuid, what: &str) -> String {
    format!("{what} of {account}")
}

fn server(field: &str, mut server: Server) -> Answer<Server> {
    server.host = server.host.trim().trim_end_matches('.').to_owned();
    let sound = server.host.len() <= 253 && server.host.chars().all(|c| c.is_alphanumeric() || ".-:[]".contains(c));
    if server.host.is_empty() || !sound {
        return Err(Problem::field(
            &format!("{field}.host"),
            "Write the name of the server, such as mail.example.com.",
        ));
    }
    if server.port == 0 {
        return Err(Problem::field(&format!("{field}.port"), "A port is a number from 1 to 65,535."));
    }
    if server.user.len() > 320 || server.user.chars().any(char::is_control) {
        return Err(Problem::field(&format!("{field}.user"), "This is no name of a user."));
    }
    if server.security == Security::Plain && !server.user.is_empty() && !imap::is_here(&server.host) {
        let help = "Unencrypted, others could read the password. Choose TLS or STARTTLS, or leave the user empty.";
        return Err(Problem::field(&format!("{field}.security"), help));
    }
    Ok(server)
}

impl AccountSettings {
    /// Looks them over.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn sound(mut self) -> Answer<Self> {
        let wrong = || Problem::field("address", "Write an address such as sales@example.com.");
        self.address = address(&self.address).ok_or_else(wrong)?;
        self.name = text("name", &self.name)?;
        if self.name.chars().any(char::is_control) {
            return Err(Problem::field("name", "One line, please."));
        }
        self.smtp = server("smtp", self.smtp)?;
        self.imap = self.imap.map(|imap| server("imap", imap)).transpose()?;
        self.folder = match self.folder.trim() {
            "" => "INBOX".to_owned(),
            folder if folder.len() > 200 || folder.chars().any(char::is_control) => {
                return Err(Problem::field("folder", "This is no name of a folder."));
            }
            folder => folder.to_owned(),
        };
        if self.authority.len() > 64 << 10 {
            return Err(Problem::field("authority", "At most 64 KB of certificates, please."));
        }
        imap::tls(self.authority.as_bytes()).map_err(|reason| Problem::field("authority", reason))?;
        Ok(self)
    }
}

impl View {
    fn of(record: &AccountRecord) -> Option<Self> {
        Some(Self {
            settings: serde_json::from_value(record.settings.clone()).ok()?,
            has_smtp_password: !record.smtp_password.is_empty(),
            has_imap_password: !record.imap_password.is_empty(),
            looked: record.looked,
            trouble: record.trouble.clone(),
        })
    }
}

impl Account {
    /// The folder that is read, and how; none where there is no server for it.
    pub fn folder(&self) -> Option<(Folder, How)> {
        let server = self.settings.imap.as_ref()?;
        let folder = Folder {
            tls: server.security == Security::Tls,
            user: server.user.clone(),
            host: server.host.clone(),
            port: server.port,
            folder: self.settings.folder.clone(),
        };
        let authority = self.settings.authority.clone().into_bytes();
        Some((folder, How { bodies: true, authority, plaintext: false, patience: smtp::PATIENCE }))
    }
}

impl App {
    /// The mailbox of the workspace, or of somebody, as it is shown.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_account_view(&self, person: Option<UserId>) -> Answer<Option<View>> {
        Ok(self.store.mail_account_of(person).await?.as_ref().and_then(View::of))
    }

    /// Keeps a mailbox.
    ///
    /// # Errors
    /// 422 naming the field.
    pub async fn keep_mail_account(&self, person: Option<UserId>, form: Form) -> Answer<View> {
        let before = self.store.mail_account_of(person).await?;
        let kept = self.account_record(before, person, form)?;
        self.store.keep_mail_account(&kept).await?;
        self.mail.to_fetch.notify_one();
        View::of(&kept).ok_or_else(|| Problem::internal("a mailbox was kept that cannot be read"))
    }

    /// The mailbox that a form describes, with the passwords that it leaves as they are.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn account_record(
        &self,
        before: Option<AccountRecord>,
        person: Option<UserId>,
        form: Form,
    ) -> Answer<AccountRecord> {
        let settings = form.settings.sound()?;
        let id = before.as_ref().map_or_else(Uuid::now_v7, |b| b.id);
        let known: Option<AccountSettings> =
            before.as_ref().and_then(|b| serde_json::from_value(b.settings.clone()).ok());
        let same_smtp = known.as_ref().is_some_and(|k| k.smtp.host == settings.smtp.host);
        let same_imap =
            known.as_ref().is_some_and(|k| k.imap.as_ref().map(|i| &i.host) == settings.imap.as_ref().map(|i| &i.host));
        let sealed = |what: &str, given: Option<&String>, kept: Option<Vec<u8>>| match given {
            Some(password) if password.len() > 1_000 => {
                Err(Problem::field(&format!("{what}_password"), "At most 1,000 characters, please."))
            }
            Some(password) => self.mail.keys.seal(&purpose(id, what), password),
            None => Ok(kept.unwrap_or_default()),
        };
        // a password goes to no other server than the one it was given for
        let kept_smtp = before.as_ref().filter(|_| same_smtp).map(|b| b.smtp_password.clone());
        let kept_imap = before.as_ref().filter(|_| same_imap).map(|b| b.imap_password.clone());
        let fallback = form.smtp_password.as_ref().filter(|_| kept_imap.as_ref().is_none_or(Vec::is_empty));
        let for_imap = form.imap_password.as_ref().or(fallback);
        let same_folder = known.as_ref().is_some_and(|k| k.imap == settings.imap && k.folder == settings.folder);
        Ok(AccountRecord {
            id,
            person,
            smtp_password: sealed("smtp", form.smtp_password.as_ref(), kept_smtp)?,
            imap_password: sealed("imap", for_imap, kept_imap)?,
            changed: self.now(),
            mark: before.as_ref().filter(|_| same_folder).and_then(|b| b.mark),
            looked: None,
            trouble: None,
            settings: serde_json::to_value(settings).map_err(Problem::internal)?,
        })
    }

    /// A mailbox with its passwords.
    ///
    /// # Errors
    /// 409 where the passwords were sealed with another key.
    pub fn opened(&self, record: AccountRecord) -> Answer<Account> {
        let lost = || {
            Problem::conflict(
                "The passwords of this mailbox were kept with another key. Enter them again under Settings → Mail.",
            )
        };
        let open = |what: &str, sealed: &[u8]| self.mail.keys.open(&purpose(record.id, what), sealed)?.ok_or_else(lost);
        Ok(Account {
            smtp_password: open("smtp", &record.smtp_password)?,
            imap_password: open("imap", &record.imap_password)?,
            id: record.id,
            person: record.person,
            mark: record.mark,
            settings: serde_json::from_value(record.settings).map_err(Problem::internal)?,
        })
    }

    /// The mailbox by which somebody writes: their own, else the workspace's.
    ///
    /// # Errors
    /// 409 where there is none.
    pub async fn writes_by(&self, person: Option<UserId>) -> Answer<(Uuid, AccountSettings)> {
        let all = self.store.mail_accounts().await?;
        let own = all.iter().find(|a| a.person.is_some() && a.person == person);
        let account = own.or_else(|| all.iter().find(|a| a.person.is_none()));
        let none = || Problem::conflict("There is no mailbox to send from yet. Set one up under Settings → Mail.");
        let account = account.ok_or_else(none)?;
        Ok((account.id, serde_json::from_value(account.settings.clone()).map_err(Problem::internal)?))
    }
}
