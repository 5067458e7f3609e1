//! The mailbox of the workspace and those of its people.

use model::{Timestamp, ids::UserId};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::{Columns, sql, time},
    error::Result,
    open::Store,
};

/// How far a folder of a mail server was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderMark {
    /// The folder's UIDVALIDITY.
    pub validity: u32,
    /// The last UID read.
    pub last: u32,
}

/// A mailbox. Passwords are sealed; their key is not in the database.
#[derive(Clone, PartialEq)]
pub struct AccountRecord {
    /// Its id.
    pub id: Uuid,
    /// Whose it is; none for the workspace's.
    pub person: Option<UserId>,
    /// Servers, users, sender.
    pub settings: Value,
    /// Sealed; empty where there is none.
    pub smtp_password: Vec<u8>,
    /// Sealed; empty where there is none.
    pub imap_password: Vec<u8>,
    /// When it was last changed.
    pub changed: Timestamp,
    /// How far the folder was read.
    pub mark: Option<FolderMark>,
    /// When the folder was last looked into.
    pub looked: Option<Timestamp>,
    /// What went wrong then.
    pub trouble: Option<String>,
}

impl std::fmt::Debug for AccountRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountRecord").field("id", &self.id).field("person", &self.person).finish_non_exhaustive()
    }
}

const SELECT: &str =
    "SELECT id, person, settings, smtp_password, imap_password, changed, uid_validity, uid_last, looked,
     trouble FROM mail_accounts";

impl Store {
    /// All mailboxes, the workspace's first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_accounts(&self) -> Result<Vec<AccountRecord>> {
        let mut all = sql(SELECT).all(&mut self.connection().await?, account).await?;
        all.sort_by_key(|account| (account.person.is_some(), account.id));
        Ok(all)
    }

    /// The mailbox of the workspace, or of somebody.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_account_of(&self, person: Option<UserId>) -> Result<Option<AccountRecord>> {
        Ok(self.mail_accounts().await?.into_iter().find(|account| account.person == person))
    }

    /// Keeps a mailbox, in place of the one that the workspace or this person has. Where the folder is another one than
    /// before, reading begins anew.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn keep_mail_account(&self, new: &AccountRecord) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO mail_accounts (id, person, settings, smtp_password, imap_password, changed, uid_validity, uid_last)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET settings = EXCLUDED.settings,
             smtp_password = EXCLUDED.smtp_password, imap_password = EXCLUDED.imap_password, changed = EXCLUDED.changed,
             uid_validity = EXCLUDED.uid_validity, uid_last = EXCLUDED.uid_last, looked = NULL, trouble = NULL")
        .bind(new.id)
        .bind(new.person.map(|person| person.0))
        .bind(new.settings.clone())
        .bind(new.smtp_password.clone())
        .bind(new.imap_password.clone())
        .bind(new.changed)
        .bind(new.mark.map(|mark| i64::from(mark.validity)))
        .bind(new.mark.map(|mark| i64::from(mark.last)))
        .run(&mut tx)
        .await?;
        tx.commit().await
    }

    /// Takes a mailbox away; what was sent by it stays.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn remove_mail_account(&self, id: Uuid) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM mail_accounts WHERE id = $1").bind(id).run(&mut tx).await?;
        tx.commit().await
    }

    /// Notes how far a folder is read, or what was in the way.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn looked_into(
        &self,
        id: Uuid,
        mark: Option<FolderMark>,
        trouble: Option<&str>,
        now: Timestamp,
    ) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE mail_accounts SET looked = $2, trouble = $3, uid_validity = COALESCE($4, uid_validity),
             uid_last = COALESCE($5, uid_last) WHERE id = $1")
        .bind(id)
        .bind(now)
        .bind(trouble)
        .bind(mark.map(|mark| i64::from(mark.validity)))
        .bind(mark.map(|mark| i64::from(mark.last)))
        .run(&mut tx)
        .await?;
        tx.commit().await
    }
}

fn account(row: &dyn Columns) -> Result<AccountRecord> {
    let number = |column| Ok::<_, crate::StoreError>(row.maybe_int(column)?.and_then(|n| u32::try_from(n).ok()));
    let mark = number(6)?.zip(number(7)?).map(|(validity, last)| FolderMark { validity, last });
    Ok(AccountRecord {
        id: row.id(0)?,
        person: row.maybe_id(1)?.map(UserId),
        settings: serde_json::from_str(row.str(2)?)?,
        smtp_password: row.bytes(3)?,
        imap_password: row.bytes(4)?,
        changed: row.time(5)?,
        mark,
        looked: row.maybe_int(8)?.map(time).transpose()?,
        trouble: row.maybe_text(9)?,
    })
}
