//! Proof that a form was opened, when, and that it took somebody some time: a sealed moment, with no help from elsewhere.

use model::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    auth::{hex, new_token},
    problem::{Answer, Problem},
    state::App,
};

/// The setting that holds the key of the seals.
const KEY: &str = "lead-form-key";
/// A person takes at least so long.
const FEWEST_SECONDS: i64 = 3;
/// A page that was open longer is shown again.
const MOST_SECONDS: i64 = 24 * 60 * 60;
/// Bytes that SHA-256 takes at a time.
const BLOCK: usize = 64;

/// A keyed hash: HMAC with SHA-256 (RFC 2104), as hexadecimal text.
fn keyed(key: &[u8], text: &str) -> String {
    let mut padded = [0_u8; BLOCK];
    if key.len() > BLOCK {
        padded[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        padded[..key.len()].copy_from_slice(key);
    }
    let with = |byte: u8| padded.map(|b| b ^ byte);
    let inner = Sha256::new().chain_update(with(0x36)).chain_update(text).finalize();
    hex(&Sha256::new().chain_update(with(0x5c)).chain_update(inner).finalize())
}

/// What a seal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// The form was opened by a person, as far as can be told: with this name of the visit, which is good once.
    Visit(String),
    /// There is no seal, or not of this form, or it is too old: the form is to be shown with a new one.
    Unknown,
    /// Faster than a person.
    TooFast,
}

/// Seals that a form was opened at a moment.
pub fn seal(key: &str, form: Uuid, now: Timestamp, visit: Uuid) -> String {
    let said = format!("{}.{}", now.as_second(), visit.simple());
    let proof = keyed(key.as_bytes(), &format!("{form}.{said}"));
    format!("{said}.{proof}")
}

/// Reads a seal that came back.
pub fn opened(key: &str, form: Uuid, now: Timestamp, sealed: &str) -> Opened {
    let parts: Vec<&str> = sealed.trim().split('.').collect();
    let [at, visit, proof] = parts.as_slice() else { return Opened::Unknown };
    let expected = keyed(key.as_bytes(), &format!("{form}.{at}.{visit}"));
    // compared as hashes, so that the time it takes tells nothing
    let same = Sha256::digest(expected.as_bytes()) == Sha256::digest(proof.as_bytes());
    let Some(age) = at.parse::<i64>().ok().filter(|_| same).map(|at| now.as_second() - at) else {
        return Opened::Unknown;
    };
    match age {
        ..FEWEST_SECONDS => Opened::TooFast,
        FEWEST_SECONDS..=MOST_SECONDS => Opened::Visit((*visit).to_owned()),
        _ => Opened::Unknown,
    }
}

impl App {
    /// The key of the seals, made on the first use.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn seal_key(&self) -> Answer<String> {
        if let Some(key) = self.store.setting(KEY).await?.as_ref().and_then(serde_json::Value::as_str) {
            return Ok(key.to_owned());
        }
        let key = new_token()?;
        self.store.set_setting(KEY, key.clone().into()).await.map_err(Problem::from)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// RFC 4231, test cases 1, 2 and 6.
    #[rstest]
    #[case(&[0x0b; 20], "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    #[case(b"Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    #[case(&[0xaa; 131], "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    fn the_hash_is_hmac(#[case] key: &[u8], #[case] text: &str, #[case] expected: &str) {
        assert_eq!(keyed(key, text), expected);
    }

    #[rstest]
    #[case::at_once(0, false)]
    #[case::after_two_seconds(2, false)]
    #[case::after_three(3, true)]
    #[case::next_day(24 * 3600, true)]
    #[case::later(24 * 3600 + 1, false)]
    #[case::from_the_future(-5, false)]
    fn only_in_time(#[case] after: i64, #[case] good: bool) {
        let at = |second| Timestamp::from_second(second).unwrap_or_default();
        let (form, visit) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let sealed = seal("key", form, at(1000), visit);
        let found = opened("key", form, at(1000 + after), &sealed);
        assert_eq!(found == Opened::Visit(visit.simple().to_string()), good, "{found:?}");
    }

    #[test]
    fn nobody_seals_for_us() {
        let now = Timestamp::UNIX_EPOCH;
        let later = Timestamp::from_second(60).unwrap_or_default();
        let sealed = seal("key", Uuid::from_u128(1), now, Uuid::from_u128(2));
        assert_eq!(opened("key", Uuid::from_u128(9), later, &sealed), Opened::Unknown, "another form");
        assert_eq!(opened("other", Uuid::from_u128(1), later, &sealed), Opened::Unknown, "another key");
        for text in ["", "1.2", "x.y.z", &sealed.replace("0.", "9."), "0..", "😀.😀.😀"] {
            assert_eq!(opened("key", Uuid::from_u128(1), later, text), Opened::Unknown, "{text}");
        }
    }
}
