//! The trail of refused requests: noted by the guard, written in the background, so that a flood costs neither time nor
//! disk.

use std::{
    collections::VecDeque,
    net::{IpAddr, SocketAddr},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::http::{HeaderMap, StatusCode};
use store::Refusal;
use tokio::sync::Notify;

use crate::state::App;

/// Refusals of one person or network noted in a minute; the others of that minute are not.
const MOST_OF_ONE: u32 = 60;
/// Refusals of all noted in a minute.
const MOST_OF_ALL: u32 = 600;
/// Refusals that may wait for the database.
const MOST_WAITING: usize = 2_000;
/// How long to wait where the database takes nothing now.
const AGAIN: Duration = Duration::from_secs(2);
/// Characters of a path that are kept.
const LONGEST_PATH: usize = 200;

/// Refusals on their way to the database.
#[derive(Debug, Default)]
pub struct Trail {
    waiting: Mutex<VecDeque<Refusal>>,
    news: Notify,
}

impl Trail {
    fn waiting(&self) -> MutexGuard<'_, VecDeque<Refusal>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether an answer of this status and kind belongs to the trail: not allowed, a link or a password that leads nowhere.
pub fn is_refusal(status: StatusCode, kind: &str) -> bool {
    status == StatusCode::FORBIDDEN
        || status == StatusCode::TOO_MANY_REQUESTS
        || matches!(kind, "link-over" | "link-used" | "wrong-password")
}

impl App {
    /// Notes a refusal, unless there were too many in this minute.
    pub fn note(&self, mut refusal: Refusal) {
        let whose = refusal.by.as_deref().unwrap_or(&refusal.network);
        let passes = self.pace.pass("refusals", MOST_OF_ALL).is_ok()
            && self.pace.pass(&format!("refusals of {whose}"), MOST_OF_ONE).is_ok();
        if !passes {
            return;
        }
        refusal.path = refusal.path.chars().take(LONGEST_PATH).collect();
        let mut waiting = self.trail.waiting();
        if waiting.len() < MOST_WAITING {
            waiting.push_back(refusal);
            self.trail.news.notify_one();
        }
    }

    /// Writes what was noted, until the end.
    pub async fn keep_trail(self) {
        let mut closing = self.closing();
        loop {
            tokio::select! {
                _ = closing.changed() => {
                    let _ = tokio::time::timeout(AGAIN, self.write_trail()).await;
                    return;
                }
                () = self.trail.news.notified() => {}
            }
            if !self.write_trail().await {
                tokio::time::sleep(AGAIN).await;
                self.trail.news.notify_one();
            }
        }
    }

    /// False if it could not be written and waits again.
    async fn write_trail(&self) -> bool {
        let some: Vec<Refusal> = self.trail.waiting().iter().cloned().collect();
        if some.is_empty() {
            return true;
        }
        match self.store.add_refusals(&some).await {
            Ok(()) => {
                self.trail.waiting().drain(..some.len());
                true
            }
            Err(error) => {
                tracing::warn!("refusals wait to be written: {error}");
                false
            }
        }
    }
}

/// The network that a request came from. A proxy on the same host or in a private network says whom it serves.
pub fn network(peer: Option<SocketAddr>, headers: &HeaderMap) -> String {
    let peer = peer.map(|peer| peer.ip().to_canonical());
    let told = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let told = told.and_then(|list| list.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
    let address = match peer {
        Some(peer) if is_near(peer) => Some(told.unwrap_or(peer)),
        peer => peer,
    };
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(v4)) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Some(IpAddr::V6(v6)) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
        None => String::new(),
    }
}

fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("203.0.113.7:1", "", "203.0.113.0/24")]
    #[case("203.0.113.7:1", "198.51.100.9", "203.0.113.0/24")]
    #[case("127.0.0.1:1", "", "127.0.0.0/24")]
    #[case("127.0.0.1:1", "198.51.100.9", "198.51.100.0/24")]
    #[case("10.0.0.2:1", "6.6.6.6, 198.51.100.9", "198.51.100.0/24")]
    #[case("[2001:db8:1:2::3]:1", "", "2001:db8:1::/48")]
    #[case("[::ffff:203.0.113.7]:1", "", "203.0.113.0/24")]
    #[case("127.0.0.1:1", "<script>", "127.0.0.0/24")]
    fn where_it_came_from(#[case] peer: &str, #[case] told: &str, #[case] expected: &str) {
        let mut headers = HeaderMap::new();
        if !told.is_empty() {
            headers.insert("x-forwarded-for", told.parse().unwrap());
        }
        assert_eq!(network(Some(peer.parse().unwrap()), &headers), expected);
    }
}
