//! Webhooks of the workspace.

use axum::{extract::State, http::StatusCode};
use model::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::DeliveryRecord;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    guard::{Actor, IfMatch},
    notify::{
        delivering::send,
        hooks::{Hook, Webhook},
    },
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// A webhook as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Where and of what.
    #[serde(flatten)]
    pub webhook: Webhook,
    /// What signs what is sent there; told once, when it is added.
    pub secret: Option<String>,
}

impl WebhookLine {
    fn of(hook: Hook, secret: Option<String>) -> Self {
        Self { id: hook.id, version: hook.version, webhook: hook.webhook, secret }
    }
}

/// The webhooks.
#[derive(Debug, Serialize, ToSchema)]
pub struct Webhooks {
    /// The first added first.
    pub webhooks: Vec<WebhookLine>,
    /// Whether they may be in private networks.
    pub private: bool,
}

/// The webhooks.
#[utoipa::path(get, path = "/webhooks", tag = "Notices", responses((status = 200, body = Webhooks)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Webhooks>> {
    let webhooks = app.hooks().await?.into_iter().map(|hook| WebhookLine::of(hook, None)).collect();
    Ok(Json(Webhooks { webhooks, private: app.private_hooks().await? }))
}

/// Adds a webhook. Its secret is in the answer, this once.
#[utoipa::path(post, path = "/webhooks", tag = "Notices", request_body = Webhook, responses((status = 201, body = WebhookLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(new): Json<Webhook>,
) -> Answer<(StatusCode, Json<WebhookLine>)> {
    let (hook, secret) = app.keep_hook(Uuid::now_v7(), 0, new, &who.name).await?;
    Ok((StatusCode::CREATED, Json(WebhookLine::of(hook, secret))))
}

/// Changes a webhook; its secret stays.
#[utoipa::path(put, path = "/webhooks/{id}", tag = "Notices", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Webhook, responses((status = 200, body = WebhookLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(new): Json<Webhook>,
) -> Answer<Json<WebhookLine>> {
    one(&app, id).await?;
    let (hook, _) = app.keep_hook(id, seen.needed()?, new, &who.name).await?;
    Ok(Json(WebhookLine::of(hook, None)))
}

/// Removes a webhook.
#[utoipa::path(delete, path = "/webhooks/{id}", tag = "Notices", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.remove_hook(id, seen.needed()?, &who.name).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn one(app: &App, id: Uuid) -> Answer<Hook> {
    let found = app.hooks().await?.into_iter().find(|hook| hook.id == id);
    found.ok_or_else(|| Problem::not_found("There is no such webhook."))
}

/// What a webhook answered to a test.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookTest {
    /// The status; none where nothing was answered.
    pub status: Option<u16>,
    /// What was in the way; none where it was taken.
    pub trouble: Option<String>,
}

/// Sends something signed to a webhook, so that one sees whether it is taken.
#[utoipa::path(post, path = "/webhooks/{id}/test", tag = "Notices", params(("id" = Uuid, Path)),
    responses((status = 200, body = WebhookTest)))]
pub async fn test(State(app): State<App>, Path(id): Path<Uuid>) -> Answer<Json<WebhookTest>> {
    let hook = one(&app, id).await?;
    let delivery = Uuid::now_v7().to_string();
    let body = json!({ "id": delivery, "kind": "test", "says": "A test by Stagecraft", "at": app.now() }).to_string();
    let sent = send(&app, &hook, app.private_hooks().await?, &delivery, &body).await?;
    Ok(Json(match sent {
        Ok(status) if (200..300).contains(&status) => WebhookTest { status: Some(status), trouble: None },
        Ok(status) => WebhookTest { status: Some(status), trouble: Some(format!("It answered {status}.")) },
        Err(says) => WebhookTest { status: None, trouble: Some(says) },
    }))
}

/// Something that went, or goes, to a webhook.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookDelivery {
    /// Its id.
    pub id: Uuid,
    /// What kind of thing.
    pub kind: String,
    /// Since when.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// `waiting`, `done` or `failed`.
    pub state: String,
    /// When it is tried next.
    #[schema(value_type = String, format = "date-time")]
    pub due: Timestamp,
    /// How often it was tried.
    pub tries: i64,
    /// What was answered last, or what was in the way.
    pub answer: Option<String>,
}

/// The latest 50 deliveries to a webhook.
#[utoipa::path(get, path = "/webhooks/{id}/deliveries", tag = "Notices", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<WebhookDelivery>)))]
pub async fn deliveries(State(app): State<App>, Path(id): Path<Uuid>) -> Answer<Json<Vec<WebhookDelivery>>> {
    let line = |d: DeliveryRecord| {
        let DeliveryRecord { id, kind, at, state, due, tries, answer, .. } = d;
        WebhookDelivery { id, kind, at, state, due, tries, answer }
    };
    Ok(Json(app.store.deliveries_of(id).await?.into_iter().map(line).collect()))
}

/// Whether webhooks may be in private networks.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct PrivateWebhooks {
    /// True: also in the network that this server stands in, and unencrypted.
    pub private: bool,
}

/// Says whether webhooks may be in private networks.
#[utoipa::path(put, path = "/webhooks-private", tag = "Notices", request_body = PrivateWebhooks,
    responses((status = 200, body = PrivateWebhooks)))]
pub async fn allow(State(app): State<App>, Json(new): Json<PrivateWebhooks>) -> Answer<Json<PrivateWebhooks>> {
    app.allow_private_hooks(new.private).await?;
    Ok(Json(new))
}
