//! What somebody is told of, and how they want to be told.

pub mod hooks;

use axum::{extract::State, http::StatusCode};
use model::{Timestamp, ids::DealId};
use serde::{Deserialize, Serialize};
use store::NoticeRecord;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    guard::Actor,
    live::News,
    notify::{Choice, Choices, NoticeKind},
    problem::{Answer, Json, Problem},
    state::App,
};

/// All routes about notices.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(mark))
        .routes(routes!(choices, choose))
        .routes(routes!(hooks::list, hooks::add))
        .routes(routes!(hooks::change, hooks::remove))
        .routes(routes!(hooks::test))
        .routes(routes!(hooks::deliveries))
        .routes(routes!(hooks::allow))
}

/// Something that somebody is told of.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notice {
    /// Its id.
    pub id: Uuid,
    /// What kind of thing.
    pub kind: String,
    /// The deal it is about.
    pub deal: Option<DealId>,
    /// What was done about feedback on the process: `/feedback/{id}` knows it.
    pub feedback: Option<Uuid>,
    /// What became of a target: the change of this id, in `/targets`.
    pub target_change: Option<Uuid>,
    /// In words.
    pub says: String,
    /// When it happened.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// It was read.
    pub read: bool,
}

impl From<NoticeRecord> for Notice {
    fn from(record: NoticeRecord) -> Self {
        let NoticeRecord { id, event, kind, deal, says, at, read, .. } = record;
        let feedback = NoticeKind::is_feedback(&kind).then_some(event);
        let target_change = NoticeKind::is_target(&kind).then_some(event);
        Self { id, kind, deal, feedback, target_change, says, at, read: read.is_some() }
    }
}

/// What somebody is told of.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notices {
    /// The latest first; at most 100.
    pub notices: Vec<Notice>,
    /// How many are not read, in all.
    pub unread: u64,
}

/// What who asks is told of.
#[utoipa::path(get, path = "/notices", tag = "Notices", responses((status = 200, body = Notices)))]
pub async fn list(State(app): State<App>, who: Actor) -> Answer<Json<Notices>> {
    let (notices, unread) = app.store.notices(who.id).await?;
    Ok(Json(Notices { notices: notices.into_iter().map(Notice::from).collect(), unread }))
}

/// What was read.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoticesRead {
    /// Which; all of them if left out.
    #[serde(default)]
    pub ids: Option<Vec<Uuid>>,
    /// False: they are not read after all.
    pub read: bool,
}

/// Marks notices as read, or as not read.
#[utoipa::path(post, path = "/notices/read", tag = "Notices", request_body = NoticesRead, responses((status = 204)))]
pub async fn mark(State(app): State<App>, who: Actor, Json(what): Json<NoticesRead>) -> Answer<StatusCode> {
    let now = app.now();
    match what.ids {
        Some(ids) if ids.len() > 1_000 => return Err(Problem::field("ids", "At most 1,000 at once, please.")),
        Some(ids) => app.store.mark_notices(who.id, &ids, what.read.then_some(now)).await?,
        None if what.read => app.store.read_all_notices(who.id, now).await?,
        None => return Err(Problem::field("ids", "Say which.")),
    }
    app.live.tell(News::Notices);
    Ok(StatusCode::NO_CONTENT)
}

/// How somebody is told of one kind of thing.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindChoice {
    /// What kind of thing.
    pub kind: NoticeKind,
    /// How.
    #[serde(flatten)]
    pub choice: Choice,
}

/// How somebody is told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChosenNotices {
    /// Each kind.
    pub kinds: Vec<KindChoice>,
    /// The hour of the daily mail where the team is, 0 to 23.
    pub digest_hour: u8,
    /// Whether mails can be sent: the workspace has a mailbox.
    pub can_mail: bool,
}

async fn chosen(app: &App, choices: &Choices) -> Answer<Json<ChosenNotices>> {
    let kinds = NoticeKind::ALL.map(|kind| KindChoice { kind, choice: choices.of(kind) });
    let can_mail = app.store.mail_account_of(None).await?.is_some();
    Ok(Json(ChosenNotices { kinds: kinds.into(), digest_hour: choices.digest_hour, can_mail }))
}

/// How who asks is told.
#[utoipa::path(get, path = "/notices/choices", tag = "Notices", responses((status = 200, body = ChosenNotices)))]
pub async fn choices(State(app): State<App>, who: Actor) -> Answer<Json<ChosenNotices>> {
    chosen(&app, &app.notice_choices(who.id).await?).await
}

/// Chooses how who asks is told.
#[utoipa::path(put, path = "/notices/choices", tag = "Notices", request_body = Choices,
    responses((status = 200, body = ChosenNotices)))]
pub async fn choose(State(app): State<App>, who: Actor, Json(new): Json<Choices>) -> Answer<Json<ChosenNotices>> {
    chosen(&app, &app.keep_notice_choices(who.id, new).await?).await
}
