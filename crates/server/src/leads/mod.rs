//! Leads on their way in: from a list, a form or by hand to events, past those that are known already.

pub mod form;
pub mod intake;
pub mod list;
pub mod lists;
pub mod page;
pub mod rules;
mod sample;
pub mod seal;

use std::collections::BTreeMap;

use model::{
    Event, Side, Timestamp,
    deal::field,
    event::kind,
    ids::DealId,
    lead::{AssignmentRule, Contact, attribute},
};

use crate::deal_view::blank;

/// Whom a lead is about, and where it came from. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewLead {
    /// The person's name.
    pub contact: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What they are in their organisation.
    pub title: String,
    /// Their organisation.
    pub account: String,
    /// Its website.
    pub website: String,
    /// Where it came from.
    pub source: String,
    /// As part of which campaign.
    pub campaign: String,
    /// Id of the list it was on.
    pub list: String,
    /// Further attributes.
    pub attributes: BTreeMap<String, String>,
}

impl NewLead {
    /// By what it is found.
    pub fn as_contact(&self) -> Contact<'_> {
        let Self { contact, email, phone, account, website, .. } = self;
        Contact { name: contact, email, phone, company: account, website }
    }

    /// What its deal is called: the person, else the company, else the address or the number.
    pub fn name(&self) -> &str {
        let names = [&self.contact, &self.account, &self.email, &self.phone];
        names.into_iter().map(|name| name.trim()).find(|name| !name.is_empty()).unwrap_or("Lead")
    }

    /// A field, as rules ask for it.
    pub fn field(&self, name: &str) -> Option<&str> {
        let own = match name {
            field::ACCOUNT => &self.account,
            attribute::CONTACT => &self.contact,
            attribute::EMAIL => &self.email,
            attribute::PHONE => &self.phone,
            attribute::TITLE => &self.title,
            attribute::WEBSITE => &self.website,
            attribute::SOURCE => &self.source,
            attribute::CAMPAIGN => &self.campaign,
            other => self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(other)).map(|(_, value)| value)?,
        };
        Some(own.as_str()).filter(|value| !value.is_empty())
    }

    /// What its events say.
    fn told(&self) -> BTreeMap<String, String> {
        let own = [
            (field::ACCOUNT, &self.account),
            (attribute::CONTACT, &self.contact),
            (attribute::EMAIL, &self.email),
            (attribute::PHONE, &self.phone),
            (attribute::TITLE, &self.title),
            (attribute::WEBSITE, &self.website),
            (attribute::SOURCE, &self.source),
            (attribute::CAMPAIGN, &self.campaign),
            (attribute::LIST, &self.list),
        ];
        let further = self.attributes.iter().filter(|(name, _)| !RESERVED.contains(&name.to_lowercase().as_str()));
        let mut told: BTreeMap<String, String> = further.map(|(name, value)| (name.clone(), value.clone())).collect();
        told.extend(own.into_iter().map(|(name, value)| (name.to_owned(), value.trim().to_owned())));
        told.retain(|_, value| !value.is_empty());
        told
    }

    /// That it came in.
    pub fn created(&self, deal: DealId, at: Timestamp) -> Event {
        let mut attributes = self.told();
        attributes.insert(field::NAME.to_owned(), self.name().to_owned());
        let activity = format!("Lead from {}", self.told_source());
        Event { attributes, ..system(deal, at, kind::LEAD_CREATED, activity) }
    }

    /// That it came in again, for a deal that is there.
    pub fn seen(&self, deal: DealId, at: Timestamp) -> Event {
        let activity = format!("Came in again from {}", self.told_source());
        Event { attributes: self.told(), ..system(deal, at, kind::LEAD_SEEN, activity) }
    }

    fn told_source(&self) -> &str {
        if self.source.is_empty() { "an unnamed source" } else { &self.source }
    }
}

/// Names that further attributes cannot have: they would set other fields of the deal.
const RESERVED: [&str; 7] =
    [field::NAME, field::OWNER, field::TEAM, field::VALUE, field::CURRENCY, field::PRODUCT, attribute::LIST];

/// An event that no person made.
pub fn system(deal: DealId, at: Timestamp, kind: &str, activity: String) -> Event {
    Event { kind: kind.to_owned(), activity, side: Side::System, ..blank(deal, at) }
}

/// That a lead has an owner, by a rule where one said so.
pub fn assigned(deal: DealId, at: Timestamp, owner: &str, rule: Option<&AssignmentRule>) -> Event {
    let mut attributes: BTreeMap<String, String> = [(field::OWNER.to_owned(), owner.to_owned())].into();
    let activity = match rule {
        Some(rule) => format!("Assigned to {owner} by the rule “{}”", rule.name),
        None if owner.is_empty() => "Assigned to nobody".to_owned(),
        None => format!("Assigned to {owner}"),
    };
    if let Some(rule) = rule {
        attributes.insert(attribute::RULE.to_owned(), rule.name.clone());
        attributes.insert(attribute::RULE_ID.to_owned(), rule.id.clone());
    }
    Event { attributes, ..system(deal, at, kind::LEAD_ASSIGNED, activity) }
}
