//! The worker that sends what webhooks are told, signed, again and again until it is taken or given up.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::SignedDuration;
use model::Timestamp;
use ring::hmac;
use store::DeliveryRecord;

use super::{hooks::Hook, reach::Target};
use crate::{auth::hex, mail::pacing::again, problem::Answer, state::App};

const EVERY: Duration = Duration::from_secs(10);
/// How long a delivery is in hand.
const IN_HAND: SignedDuration = SignedDuration::from_mins(1);
/// Deliveries at the same time.
const AT_ONCE: i64 = 16;

/// Delivers until the server ends.
pub async fn work(app: App) {
    let mut closing = app.closing();
    loop {
        match round(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(problem) => tracing::warn!("webhooks cannot be told: {}", problem.detail),
        }
        tokio::select! {
            _ = closing.changed() => return,
            () = app.notify.to_deliver.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

async fn round(app: &App) -> Answer<usize> {
    let due = app.store.deliveries_due(app.now(), AT_ONCE).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let (hooks, private) = (app.hooks().await?, app.private_hooks().await?);
    let count = due.len();
    let all = due.into_iter().map(|delivery| deliver(app, &hooks, private, delivery));
    join_all(all).await.into_iter().collect::<Answer<Vec<()>>>()?;
    Ok(count)
}

async fn deliver(app: &App, hooks: &[Hook], private: bool, delivery: DeliveryRecord) -> Answer<()> {
    let now = app.now();
    let until = now.checked_add(IN_HAND).unwrap_or(now);
    if !app.store.take_delivery(delivery.id, now, until).await? {
        return Ok(());
    }
    let Some(hook) = hooks.iter().find(|hook| hook.id == delivery.webhook) else {
        return Ok(app.store.mark_delivery(delivery.id, "failed", "the webhook is gone", now).await?);
    };
    let sent = send(app, hook, private, &delivery.id.to_string(), &delivery.payload).await?;
    let (answer, done) = match sent {
        Ok(status) => (format!("answered {status}"), (200..300).contains(&status)),
        Err(says) => (says, false),
    };
    let next = again(delivery.tries + 1, app.now());
    let state = match next {
        _ if done => "done",
        Some(_) => "waiting",
        None => "failed",
    };
    let answer: String = answer.chars().take(500).collect();
    Ok(app.store.mark_delivery(delivery.id, state, &answer, next.unwrap_or(now)).await?)
}

/// Sends a body to a webhook: the status that it answers, or what was in the way.
///
/// # Errors
/// If the secret key cannot be read.
pub async fn send(app: &App, hook: &Hook, private: bool, id: &str, body: &str) -> Answer<Result<u16, String>> {
    let Some(secret) = app.hook_secret(hook)? else {
        return Ok(Err("its secret was kept with another key: remove it and add it anew".to_owned()));
    };
    let target = match Target::of(&hook.webhook.url, private) {
        Ok(target) => target,
        Err(says) => return Ok(Err(says)),
    };
    let headers =
        [("x-stagecraft-delivery", id.to_owned()), ("x-stagecraft-signature", signature(&secret, app.now(), body))];
    Ok(target.post(body, &headers, private).await)
}

/// What shows that a body comes from here and when it was sent: `t=` seconds since 1970, `v1=` HMAC-SHA256 of `t`, a point and
/// the body, with the webhook's secret, as hexadecimal text.
pub fn signature(secret: &str, now: Timestamp, body: &str) -> String {
    let at = now.as_second();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let signed = hmac::sign(&key, format!("{at}.{body}").as_bytes());
    format!("t={at},v1={}", hex(signed.as_ref()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_signature_is_what_everybody_reckons() {
        // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret
        let now = Timestamp::from_second(1_700_000_000).unwrap();
        let found = signature("secret", now, "{\"a\":1}");
        assert_eq!(found, format!("t=1700000000,v1={SIGNED}"));
    }

    const SIGNED: &str = "49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686";
}
