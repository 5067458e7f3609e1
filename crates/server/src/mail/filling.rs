//! What stands in the places of a letter about a deal.

use std::collections::BTreeMap;

use model::{Deal, letter::names, people::DealPerson};

use crate::{mail::account::AccountSettings, printing, problem::Answer, state::App};

impl App {
    /// The values of [`model::letter::PLACES`], and each attribute of the deal by its name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn letter_values(
        &self,
        deal: &Deal,
        person: Option<&DealPerson>,
        sender: &AccountSettings,
        writer: &str,
    ) -> Answer<BTreeMap<String, String>> {
        let company = printing::imprint(self).await?.company;
        let mut all: BTreeMap<String, String> =
            deal.attributes.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect();
        let name = person.map(|p| p.name.clone()).unwrap_or_default();
        let (first, last) = names(&name);
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        let known = [
            ("first_name", first),
            ("last_name", last),
            ("name", name),
            ("title", person.map(|p| or_empty(&p.title)).unwrap_or_default()),
            ("company", or_empty(&deal.account)),
            ("deal", deal.name.clone()),
            ("product", or_empty(&deal.product)),
            ("owner", or_empty(&deal.owner)),
            ("sender", if writer.is_empty() { sender.name.clone() } else { writer.to_owned() }),
            ("our_company", company),
        ];
        all.extend(known.into_iter().map(|(name, value)| (name.to_owned(), value)));
        Ok(all)
    }
}

/// Somebody of a deal by their address.
pub fn person_at<'p>(people: &'p [DealPerson], address: &str) -> Option<&'p DealPerson> {
    people.iter().find(|p| p.email.as_deref().is_some_and(|email| email.trim().eq_ignore_ascii_case(address.trim())))
}
