//! Passwords, sessions, and the brake on guessing.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use crate::problem::Problem;

/// Name of the session's cookie.
pub const COOKIE: &str = "stagecraft_session";
/// How long a session lasts.
pub const SESSION_DAYS: i64 = 30;
/// How long a sign-in link lasts.
pub const LINK_DAYS: i64 = 7;
/// Shortest password.
pub const SHORTEST_PASSWORD: usize = 10;

/// A new random token of 256 bits, as hexadecimal text.
pub fn new_token() -> Result<String, Problem> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Problem::internal)?;
    Ok(hex(&bytes))
}

/// What of a token is stored: nobody who reads the database can sign in with it.
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Bytes as hexadecimal text.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Hashes a password with argon2id, off the threads that answer requests.
pub async fn hash_password(password: String) -> Result<String, Problem> {
    if password.chars().count() < SHORTEST_PASSWORD {
        let message = format!("A password needs at least {SHORTEST_PASSWORD} characters.");
        return Err(Problem::field("password", message));
    }
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|h| h.to_string())
    });
    hashed.await.map_err(Problem::internal)?.map_err(Problem::internal)
}

/// Whether the password belongs to the hash. Takes as long without a hash, so that nobody learns which users exist.
pub async fn verify_password(password: String, hash: Option<String>) -> Result<bool, Problem> {
    let check = move || {
        let argon = Argon2::default();
        match hash.as_deref().and_then(|h| PasswordHash::new(h).ok()) {
            Some(hash) => argon.verify_password(password.as_bytes(), &hash).is_ok(),
            None => {
                let _ = argon.hash_password(password.as_bytes());
                false
            }
        }
    };
    tokio::task::spawn_blocking(check).await.map_err(Problem::internal)
}

/// The `Set-Cookie` header that carries a session; without a token it takes the session away.
pub fn session_cookie(token: Option<&str>, headers: &HeaderMap) -> String {
    let (value, age) = token.map_or(("", 0), |token| (token, SESSION_DAYS * 24 * 60 * 60));
    let secure = if by_https(headers) { "; Secure" } else { "" };
    format!("{COOKIE}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

/// Whether the browser came by HTTPS, as a proxy in front tells.
fn by_https(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|v| v.as_bytes().eq_ignore_ascii_case(b"https"))
}

/// The token that the browser sent.
pub fn sent_token(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let mut pairs = cookies.flat_map(|v| v.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, value)| *name == COOKIE && !value.is_empty()).map(|(_, value)| value.to_owned())
}

/// Slows down guessing: after [`Brake::FREE`] failures for one name, each further attempt waits twice as long.
#[derive(Debug, Default)]
pub struct Brake(Mutex<HashMap<String, Failures>>);

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Instant,
}

impl Failures {
    /// How long after the last failure the next attempt may come.
    fn wait(self) -> Duration {
        let doublings = self.count.checked_sub(Brake::FREE).map_or(0, |n| 1_u64 << n.min(10));
        Duration::from_secs(doublings)
    }
}

impl Brake {
    /// Failures that cost no waiting.
    pub const FREE: u32 = 5;
    const FORGET: Duration = Duration::from_secs(60 * 60);
    const MOST: usize = 10_000;

    /// Lets an attempt for `name` pass, or tells how long to wait.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub fn check(&self, name: &str) -> Result<(), Problem> {
        let failures = self.lock().get(&key(name)).copied();
        let left = failures.map_or(Duration::ZERO, |f| f.wait().saturating_sub(f.last.elapsed()));
        if left.is_zero() { Ok(()) } else { Err(Problem::slow_down(left.as_secs() + 1)) }
    }

    /// Notes how an attempt went.
    pub fn note(&self, name: &str, passed: bool) {
        let mut all = self.lock();
        if passed {
            all.remove(&key(name));
            return;
        }
        if all.len() >= Self::MOST {
            all.retain(|_, f| f.last.elapsed() < f.wait());
        }
        let now = Instant::now();
        let failures = all.entry(key(name)).or_insert(Failures { count: 0, last: now });
        let forgotten = failures.last.elapsed() > Self::FORGET;
        *failures = Failures { count: if forgotten { 1 } else { failures.count + 1 }, last: now };
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Failures>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again() {
        let hash = hash_password("correct horse battery".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(verify_password("correct horse battery".into(), Some(hash.clone())).await.unwrap());
        assert!(!verify_password("correct horse batterz".into(), Some(hash)).await.unwrap());
        assert!(!verify_password("correct horse battery".into(), None).await.unwrap());
        assert_eq!(hash_password("too short".into()).await.unwrap_err().status, 422);
    }

    #[test]
    fn guessing_is_slowed_down_for_one_name_only() {
        let brake = Brake::default();
        for _ in 0..Brake::FREE {
            brake.check("a@x").unwrap();
            brake.note("a@x", false);
        }
        assert_eq!(brake.check(" A@X ").unwrap_err().status, 429);
        brake.check("b@x").unwrap();
        brake.note("a@x", true);
        brake.check("a@x").unwrap();
    }

    #[test]
    fn tokens_differ_and_only_their_hash_is_kept() {
        let (one, two) = (new_token().unwrap(), new_token().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, two);
        assert_ne!(token_hash(&one), one);
        assert_eq!(token_hash(&one), token_hash(&one));
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts() {
        let mut headers = HeaderMap::new();
        let cookie = session_cookie(Some("abc"), &headers);
        assert_eq!(cookie, "stagecraft_session=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
        headers.insert("x-forwarded-proto", "https".parse().unwrap());
        assert!(session_cookie(None, &headers).ends_with("Max-Age=0; HttpOnly; SameSite=Lax; Secure"));
        headers.insert(header::COOKIE, "other=1; stagecraft_session=abc".parse().unwrap());
        assert_eq!(sent_token(&headers).as_deref(), Some("abc"));
    }
}
