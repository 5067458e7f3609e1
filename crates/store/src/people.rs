//! Who can sign in: users, sessions, one-time links.

use model::{Timestamp, ids::UserId};
use uuid::Uuid;

use crate::{
    db::{Columns, Tx, sql},
    error::{Result, StoreError},
    open::Store,
};

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct UserRecord {
    /// Its id.
    pub id: UserId,
    /// The name shown.
    pub name: String,
    /// The e-mail address, as entered.
    pub email: String,
    /// The role's word.
    pub role: String,
    /// argon2id; `None` for those who use links alone.
    pub password_hash: Option<String>,
    /// May not sign in.
    pub disabled: bool,
    /// Since when.
    pub created: Timestamp,
}

impl std::fmt::Debug for UserRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserRecord").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

/// A user to be.
#[derive(Clone)]
pub struct NewUser {
    /// The name shown.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The role's word.
    pub role: String,
    /// argon2id.
    pub password_hash: Option<String>,
    /// Now.
    pub created: Timestamp,
}

/// What changes about a user; `None` stays as it is.
#[derive(Clone, Default)]
pub struct UserChange {
    /// The name shown.
    pub name: Option<String>,
    /// The role's word.
    pub role: Option<String>,
    /// argon2id.
    pub password_hash: Option<String>,
    /// May not sign in.
    pub disabled: Option<bool>,
}

/// The columns [`user`] reads, of users `u`.
macro_rules! user_columns {
    () => {
        "u.id, u.name, u.email, u.role, u.password_hash, u.disabled, u.created"
    };
}

impl Store {
    /// All users by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn users(&self) -> Result<Vec<UserRecord>> {
        sql(concat!("SELECT ", user_columns!(), " FROM users u ORDER BY u.name, u.email_key"))
            .all(&mut self.connection().await?, user)
            .await
    }

    /// How many users there are.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn count_users(&self) -> Result<u64> {
        sql("SELECT COUNT(*) FROM users").one(&mut self.connection().await?, |r| Ok(r.int(0)?.unsigned_abs())).await
    }

    /// A user by id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn user(&self, id: UserId) -> Result<Option<UserRecord>> {
        sql(concat!("SELECT ", user_columns!(), " FROM users u WHERE u.id = $1"))
            .bind(id.0)
            .maybe(&mut self.connection().await?, user)
            .await
    }

    /// A user by e-mail address, whatever its case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn user_by_email(&self, email: &str) -> Result<Option<UserRecord>> {
        sql(concat!("SELECT ", user_columns!(), " FROM users u WHERE u.email_key = $1"))
            .bind(email_key(email))
            .maybe(&mut self.connection().await?, user)
            .await
    }

    /// Adds a user.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the e-mail address is taken, in whatever case.
    pub async fn add_user(&self, new: NewUser) -> Result<UserRecord> {
        let mut tx = self.begin().await?;
        let added = sql("INSERT INTO users AS u (id, name, email, email_key, role, password_hash, disabled, created)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             RETURNING id, name, email, role, password_hash, disabled, created")
        .bind(Uuid::now_v7())
        .bind(new.name)
        .bind(new.email.trim())
        .bind(email_key(&new.email))
        .bind(new.role)
        .bind(new.password_hash)
        .bind(false)
        .bind(new.created)
        .one(&mut tx, user)
        .await
        .map_err(|e| e.taken(|| format!("There is already somebody with the e-mail address {}.", new.email.trim())))?;
        tx.commit().await?;
        Ok(added)
    }

    /// Changes a user.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn update_user(&self, id: UserId, change: UserChange) -> Result<UserRecord> {
        let mut tx = self.begin().await?;
        let changed = sql("UPDATE users SET name = COALESCE($2, name), role = COALESCE($3, role),
             password_hash = COALESCE($4, password_hash), disabled = (COALESCE($5, CASE WHEN disabled THEN 1 ELSE 0 END) = 1)
             WHERE id = $1 RETURNING id, name, email, role, password_hash, disabled, created")
        .bind(id.0)
        .bind(change.name)
        .bind(change.role)
        .bind(change.password_hash)
        .bind(change.disabled.map(i64::from))
        .maybe(&mut tx, user)
        .await?
        .ok_or_else(|| StoreError::NotFound("There is no such user.".into()))?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Begins a session; forgets those that have expired.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if there is a session with this token.
    pub async fn add_session(&self, token_hash: &str, user: UserId, expires: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM sessions WHERE expires <= $1").bind(Timestamp::now()).run(&mut tx).await?;
        sql("INSERT INTO sessions (token_hash, person, expires) VALUES ($1, $2, $3)")
            .bind(token_hash)
            .bind(user.0)
            .bind(expires)
            .run(&mut tx)
            .await
            .map_err(|e| e.taken(|| "There is a session with this token.".into()))?;
        tx.commit().await
    }

    /// Whose session it is; `None` if there is none, it has expired, or the user is disabled.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn session(&self, token_hash: &str) -> Result<Option<UserRecord>> {
        sql(concat!(
            "SELECT ",
            user_columns!(),
            " FROM sessions s JOIN users u ON u.id = s.person WHERE s.token_hash = $1 AND s.expires > $2 AND NOT u.disabled"
        ))
        .bind(token_hash)
        .bind(Timestamp::now())
        .maybe(&mut self.connection().await?, user)
        .await
    }

    /// Ends a session, if there is one.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_session(&self, token_hash: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM sessions WHERE token_hash = $1").bind(token_hash).run(&mut tx).await?;
        tx.commit().await
    }

    /// Ends all sessions of a user.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_sessions_of(&self, id: UserId) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM sessions WHERE person = $1").bind(id.0).run(&mut tx).await?;
        tx.commit().await
    }

    /// Adds a link that signs in once; forgets those that have expired.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if there is a link with this token.
    pub async fn add_link(&self, token_hash: &str, user: UserId, expires: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM links WHERE expires <= $1").bind(Timestamp::now()).run(&mut tx).await?;
        sql("INSERT INTO links (token_hash, person, expires) VALUES ($1, $2, $3)")
            .bind(token_hash)
            .bind(user.0)
            .bind(expires)
            .run(&mut tx)
            .await
            .map_err(|e| e.taken(|| "There is a link with this token.".into()))?;
        tx.commit().await
    }

    /// Uses a link up. Whose it was; `None` if there is none, it has expired, or the user is disabled.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn take_link(&self, token_hash: &str) -> Result<Option<UserRecord>> {
        let mut tx = self.begin().await?;
        let taken = sql("DELETE FROM links WHERE token_hash = $1 RETURNING person, expires")
            .bind(token_hash)
            .maybe(&mut tx, |row| Ok((row.id(0)?, row.time(1)?)))
            .await?;
        let user = match taken {
            Some((person, expires)) if expires > Timestamp::now() => enabled(&mut tx, person).await?,
            _ => None,
        };
        tx.commit().await?;
        Ok(user)
    }
}

async fn enabled(tx: &mut Tx, id: Uuid) -> Result<Option<UserRecord>> {
    sql(concat!("SELECT ", user_columns!(), " FROM users u WHERE u.id = $1 AND NOT u.disabled"))
        .bind(id)
        .maybe(tx, user)
        .await
}

/// What is unique about an e-mail address.
fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

fn user(row: &dyn Columns) -> Result<UserRecord> {
    Ok(UserRecord {
        id: UserId(row.id(0)?),
        name: row.text(1)?,
        email: row.text(2)?,
        role: row.text(3)?,
        password_hash: row.maybe_text(4)?,
        disabled: row.bool(5)?,
        created: row.time(6)?,
    })
}
