//! Whether somebody may be written to: by what they said, and by what we decided.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::event::{Event, kind};

/// The attribute that names the address of a word on consent.
pub const CONTACT: &str = "contact";

/// How writing to an address stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Nobody said anything.
    Unknown,
    /// They agreed to be written to.
    Given,
    /// They do not want to be written to any more.
    Withdrawn,
    /// We decided not to write to them.
    Blocked,
}

/// How writing to an address stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConsentStanding {
    /// What counts.
    pub word: Consent,
    /// Since when; none where nobody said anything.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub since: Option<Timestamp>,
}

/// How writing to an address stands by events of any deals, in order of time: the last word counts.
pub fn standing(events: &[Event], address: &str) -> ConsentStanding {
    let address = address.trim().to_lowercase();
    let about = |e: &&Event| e.attributes.get(CONTACT).is_some_and(|c| c.trim().to_lowercase() == address);
    let mut now = ConsentStanding { word: Consent::Unknown, since: None };
    for event in events.iter().filter(about) {
        let word = match event.kind.as_str() {
            kind::CONSENT_GIVEN => Consent::Given,
            kind::CONSENT_WITHDRAWN => Consent::Withdrawn,
            kind::CONTACT_BLOCKED => Consent::Blocked,
            _ => continue,
        };
        now = ConsentStanding { word, since: (!event.undated).then_some(event.at) };
    }
    now
}

/// Why nobody may write there, in a sentence; `None` if somebody may. `needed`: only who agreed is written to.
pub fn forbids(standing: ConsentStanding, needed: bool) -> Option<&'static str> {
    match standing.word {
        Consent::Withdrawn => Some("They do not want to be written to any more."),
        Consent::Blocked => Some("This person is marked as not to be contacted."),
        Consent::Unknown if needed => {
            Some("They have not agreed to be written to, and your workspace writes only to those who have.")
        }
        Consent::Given | Consent::Unknown => None,
    }
}

/// The entries of a list of addresses and domains that an address falls under: itself, its domain and those above it.
pub fn entries(address: &str) -> Vec<String> {
    let address = address.trim().to_lowercase();
    let mut all = vec![address.clone()];
    let mut domain = address.rsplit_once('@').map(|(_, domain)| domain);
    while let Some(here) = domain.filter(|d| d.contains('.')) {
        all.push(format!("@{here}"));
        domain = here.split_once('.').map(|(_, above)| above);
    }
    all
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        event::Side,
        ids::{DealId, EventId},
    };

    fn said(kinds: &[(&str, &str)]) -> Vec<Event> {
        let event = |(nth, (kind, contact)): (usize, &(&str, &str))| Event {
            id: EventId::of_key(&nth.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(1_000 + nth as i64).unwrap_or_default(),
            undated: false,
            kind: (*kind).to_owned(),
            activity: String::new(),
            stage: None,
            side: Side::Prospect,
            actor: None,
            attributes: [(CONTACT.to_owned(), (*contact).to_owned())].into(),
            import: None,
        };
        kinds.iter().enumerate().map(event).collect()
    }

    #[rstest]
    #[case(&[], Consent::Unknown, true)]
    #[case(&[("consent.given", "ann@acme.com")], Consent::Given, true)]
    #[case(&[("consent.withdrawn", " Ann@Acme.com ")], Consent::Withdrawn, false)]
    #[case(&[("consent.withdrawn", "bob@acme.com")], Consent::Unknown, true)]
    #[case(&[("consent.given", "ann@acme.com"), ("consent.withdrawn", "ann@acme.com")], Consent::Withdrawn, false)]
    #[case(&[("contact.blocked", "ann@acme.com"), ("consent.given", "ann@acme.com")], Consent::Given, true)]
    #[case(&[("consent.given", "ann@acme.com"), ("contact.blocked", "ann@acme.com")], Consent::Blocked, false)]
    fn the_last_word_counts(#[case] words: &[(&str, &str)], #[case] expected: Consent, #[case] may: bool) {
        let now = standing(&said(words), "ann@acme.com");
        assert_eq!((now.word, forbids(now, false).is_none()), (expected, may));
        assert_eq!(forbids(now, true).is_none(), expected == Consent::Given);
    }

    #[rstest]
    #[case("Ann@Mail.Acme.com", &["ann@mail.acme.com", "@mail.acme.com", "@acme.com"])]
    #[case("ann@localhost", &["ann@localhost"])]
    #[case("no address", &["no address"])]
    fn under_which_entries_an_address_falls(#[case] address: &str, #[case] expected: &[&str]) {
        assert_eq!(entries(address), expected);
    }
}
