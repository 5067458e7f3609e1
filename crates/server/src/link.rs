//! Who comes by a link: nobody is signed in, and nothing is open but what the link leads to.

use axum::http::{StatusCode, request::Parts};

use crate::{auth::token_hash, pace::Pace, problem::Problem};

/// Requests in a minute by all tokens of links that lead nowhere.
const MOST_UNKNOWN: u32 = 120;

/// The token of a link that leads somebody here who is not signed in, as it is stored. A request bears it in a header.
pub struct LinkToken(String);

impl LinkToken {
    /// The one in this header; that of an empty text where there is none.
    pub fn sent(parts: &Parts, header: &str) -> Self {
        let token = parts.headers.get(header).and_then(|v| v.to_str().ok()).unwrap_or_default();
        Self::of(token)
    }

    /// The one that a path bears.
    pub fn of(token: &str) -> Self {
        Self(token_hash(token.trim()))
    }

    /// As it is stored.
    pub fn hash(&self) -> &str {
        &self.0
    }

    /// Lets a request pass that asked for what the link leads to, of which there may be `most` in a minute.
    ///
    /// # Errors
    /// 429 with the seconds to wait; 410 with the detail where it leads nowhere.
    pub fn leads_to<T>(&self, found: Option<T>, pace: &Pace, most: u32, nowhere: &str) -> Result<T, Problem> {
        match found {
            Some(found) => pace.pass(&self.0, most).map(|()| found),
            None => pace.pass("unknown", MOST_UNKNOWN).and(Err(link_over(nowhere))),
        }
    }
}

/// A link that leads nowhere any more, and what helps.
pub fn link_over(detail: &str) -> Problem {
    Problem::new(StatusCode::GONE, "link-over", "This link does not work any more", detail)
}
