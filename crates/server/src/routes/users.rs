//! Who can sign in.

use axum::{extract::State, http::StatusCode};
use model::{Timestamp, ids::UserId};
use serde::{Deserialize, Serialize};
use store::{NewUser, UserChange, UserRecord};
use utoipa::ToSchema;

use crate::{
    auth,
    guard::Actor,
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Somebody who can sign in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct User {
    /// Id.
    pub id: UserId,
    /// Name; a rep's own deals are those whose owner bears it.
    pub name: String,
    /// Address.
    pub email: String,
    /// What they are.
    pub role: Role,
    /// True for somebody who may not sign in any more.
    pub disabled: bool,
}

impl From<UserRecord> for User {
    fn from(u: UserRecord) -> Self {
        Self { id: u.id, name: u.name, email: u.email, role: Role::of_word(&u.role), disabled: u.disabled }
    }
}

impl From<Actor> for User {
    fn from(a: Actor) -> Self {
        Self { id: a.id, name: a.name, email: a.email, role: a.role, disabled: false }
    }
}

/// A new user.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewUserForm {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// What they are.
    pub role: Role,
    /// Password, of ten characters at least; without one they sign in by a link.
    pub password: Option<String>,
}

impl NewUserForm {
    /// The user, if everything can be taken.
    ///
    /// # Errors
    /// 422 with the field at fault.
    pub async fn check(self, now: Timestamp) -> Answer<NewUser> {
        let name = text("name", &self.name)?;
        let email = self.email.trim().to_owned();
        let plain = email.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'));
        if !plain || email.len() > 254 || email.chars().any(char::is_whitespace) {
            return Err(Problem::field("email", "Write an address such as anna@example.com."));
        }
        let password_hash = match self.password {
            Some(password) => Some(auth::hash_password(password).await?),
            None => None,
        };
        Ok(NewUser { name, email, role: self.role.word().to_owned(), password_hash, created: now })
    }
}

/// Trimmed text of 1 to 200 characters.
///
/// # Errors
/// 422 naming the field.
pub fn text(field: &str, value: &str) -> Answer<String> {
    let value = value.trim();
    match value.chars().count() {
        0 => Err(Problem::field(field, "This must not be empty.")),
        1..=200 => Ok(value.to_owned()),
        _ => Err(Problem::field(field, "At most 200 characters, please.")),
    }
}

/// All users.
#[utoipa::path(get, path = "/users", tag = "Users", responses((status = 200, body = Vec<User>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<User>>> {
    Ok(Json(app.store.users().await?.into_iter().map(User::from).collect()))
}

/// A user just added.
#[derive(Debug, Serialize, ToSchema)]
pub struct Added {
    /// The user.
    pub user: User,
    /// Path of a link that signs them in once.
    pub link: String,
}

/// Adds a user. The answer holds a link that signs them in once.
#[utoipa::path(post, path = "/users", tag = "Users", request_body = NewUserForm, responses((status = 201, body = Added)))]
pub async fn add(State(app): State<App>, Json(form): Json<NewUserForm>) -> Answer<(StatusCode, Json<Added>)> {
    let user = app.store.add_user(form.check(app.now()).await?).await?;
    let link = super::session::new_link(&app, user.id).await?;
    Ok((StatusCode::CREATED, Json(Added { user: user.into(), link })))
}

/// What to change of a user.
#[derive(Debug, Deserialize, ToSchema)]
pub struct UserPatch {
    /// Name.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<Role>,
    /// New password.
    pub password: Option<String>,
    /// Whether they may not sign in any more.
    pub disabled: Option<bool>,
}

/// Changes a user. The last owner stays one.
#[utoipa::path(patch, path = "/users/{id}", tag = "Users", params(("id" = UserId, Path)), request_body = UserPatch,
    responses((status = 200, body = User)))]
pub async fn change(
    State(app): State<App>,
    Path(id): Path<UserId>,
    Json(patch): Json<UserPatch>,
) -> Answer<Json<User>> {
    let users = app.store.users().await?;
    let owners = users.iter().filter(|u| u.role == Role::Owner.word() && !u.disabled);
    let last_owner = owners.clone().count() == 1 && owners.clone().any(|u| u.id == id);
    let demoted = patch.role.is_some_and(|r| r != Role::Owner) || patch.disabled == Some(true);
    if last_owner && demoted {
        return Err(Problem::conflict("This is the only owner. Make somebody else owner first."));
    }
    let name = patch.name.map(|n| text("name", &n)).transpose()?;
    let password_hash = match patch.password {
        Some(password) => Some(auth::hash_password(password).await?),
        None => None,
    };
    let ends_sessions = password_hash.is_some() || patch.disabled == Some(true);
    let role = patch.role.map(|r| r.word().to_owned());
    let user = app.store.update_user(id, UserChange { name, role, password_hash, disabled: patch.disabled }).await?;
    if ends_sessions {
        app.store.end_sessions_of(id).await?;
    }
    Ok(Json(user.into()))
}

/// A link that signs in once.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignInLink {
    /// Its path below the server's address.
    pub link: String,
}

/// Makes a new link that signs a user in once, for somebody who lost theirs.
#[utoipa::path(post, path = "/users/{id}/link", tag = "Users", params(("id" = UserId, Path)), responses((status = 201, body = SignInLink)))]
pub async fn link(State(app): State<App>, Path(id): Path<UserId>) -> Answer<(StatusCode, Json<SignInLink>)> {
    let user = app.store.user(id).await?.filter(|u| !u.disabled);
    let user = user.ok_or_else(|| Problem::not_found("There is no such user, or they may not sign in."))?;
    let link = super::session::new_link(&app, user.id).await?;
    Ok((StatusCode::CREATED, Json(SignInLink { link })))
}
