//! Web forms: what is kept of each, and what somebody who filled one in says.

use std::collections::{BTreeMap, HashSet};

use model::{
    Event, Side, Timestamp,
    address::address,
    deal::field,
    ids::DealId,
    lead::{attribute, phone_digits},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::NewLead;
use crate::{
    deal_view::blank,
    problem::{Answer, Problem},
    routes::users::text,
};

/// The kind of record that a form is.
pub const FORM: &str = "lead-form";
/// The kind of the event that somebody sent a form.
pub const SENT: &str = "form.sent";
/// The field that people do not see and leave empty.
pub const TRAP: &str = "fax_number";
const MOST_FIELDS: usize = 30;
const LONGEST: usize = 4_000;
/// Links in all that is written at most.
const MOST_LINKS: usize = 3;
/// What of the page's address is kept.
const TRACKED: [&str; 5] = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

/// A form that others put on their pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadForm {
    /// What the team calls it.
    pub name: String,
    /// The heading that visitors see.
    #[serde(default)]
    pub title: String,
    /// A sentence below it.
    #[serde(default)]
    pub intro: String,
    /// What it asks, in order.
    pub fields: Vec<FormField>,
    /// The source of its leads.
    pub source: String,
    /// As part of which campaign, unless the page's address says otherwise.
    #[serde(default)]
    pub campaign: String,
    /// Said after sending.
    pub thanks: String,
    /// What people agree to by ticking; empty: there is nothing to tick.
    #[serde(default)]
    pub consent: String,
    /// Sites on whose pages it may stand, such as `https://www.example.com`; none: everywhere.
    #[serde(default)]
    pub sites: Vec<String>,
    /// It is closed: nobody can send it any more.
    #[serde(default)]
    pub closed: bool,
}

/// Something that a form asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LeadFormField)]
pub struct FormField {
    /// What it becomes: `contact`, `email`, `phone`, `account`, `title`, `website`, `note`, or an attribute of any name.
    pub id: String,
    /// What visitors read.
    pub label: String,
    /// How it is filled in.
    #[serde(default)]
    pub kind: FieldKind,
    /// It has to be.
    #[serde(default)]
    pub required: bool,
    /// What there is to choose from.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LeadFieldKind)]
pub enum FieldKind {
    /// A line.
    #[default]
    Line,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Several lines.
    Text,
    /// One of several.
    Choice,
}

/// A form with its id.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = SavedLeadForm)]
pub struct SavedForm {
    /// Its id, which is the token of its page: `/f/{id}`.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The form.
    #[serde(flatten)]
    pub form: LeadForm,
}

impl LeadForm {
    /// Looks a form over.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn sound(mut self) -> Answer<Self> {
        self.name = text("name", &self.name)?;
        self.source = text("source", &self.source)?;
        let short = [("title", &mut self.title), ("campaign", &mut self.campaign)];
        for (name, value) in short {
            *value = value.trim().to_owned();
            if value.chars().count() > 200 {
                return Err(Problem::field(name, "At most 200 characters, please."));
            }
        }
        for (name, value) in [("intro", &self.intro), ("thanks", &self.thanks), ("consent", &self.consent)] {
            if value.chars().count() > 2_000 {
                return Err(Problem::field(name, "At most 2000 characters, please."));
            }
        }
        if self.thanks.trim().is_empty() {
            return Err(Problem::field("thanks", "Say something to who has sent it."));
        }
        if self.fields.is_empty() || self.fields.len() > MOST_FIELDS {
            return Err(Problem::field("fields", format!("A form has 1 to {MOST_FIELDS} fields.")));
        }
        let mut ids = HashSet::new();
        for (at, asked) in self.fields.iter_mut().enumerate() {
            let of = |name: &str| format!("fields.{at}.{name}");
            asked.label = text(&of("label"), &asked.label)?;
            asked.id = asked.id.trim().to_lowercase();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
            let taken =
                asked.id.starts_with("utm_") || ["consent", "page", "sealed", "form", TRAP].contains(&&*asked.id);
            if asked.id.is_empty() || asked.id.len() > 50 || !asked.id.chars().all(plain) || taken {
                let message =
                    "Use 1 to 50 small letters, digits and dashes; names of our own, such as page, are taken.";
                return Err(Problem::field(&of("id"), message));
            }
            if !ids.insert(asked.id.clone()) {
                return Err(Problem::field(&of("id"), "Another field becomes the same."));
            }
            asked.choices.retain(|choice| !choice.trim().is_empty());
            let long = asked.choices.len() > 100 || asked.choices.iter().any(|choice| choice.chars().count() > 200);
            if long || (asked.kind == FieldKind::Choice) == asked.choices.is_empty() {
                return Err(Problem::field(&of("choices"), "A choice has 1 to 100 answers; other fields have none."));
            }
        }
        if !ids.iter().any(|id| [attribute::EMAIL, attribute::PHONE].contains(&id.as_str())) {
            return Err(Problem::field(
                "fields",
                "Ask for an e-mail address or a telephone number, or nobody can answer.",
            ));
        }
        self.sites = self.sites.iter().map(|site| site.trim().trim_end_matches('/').to_lowercase()).collect();
        self.sites.retain(|site| !site.is_empty());
        if self.sites.len() > 50 || !self.sites.iter().all(|site| is_site(site)) {
            return Err(Problem::field("sites", "Write a site as https://www.example.com, without a path."));
        }
        Ok(self)
    }

    /// What a visitor wrote, or what is wrong with it by field.
    ///
    /// # Errors
    /// The fields at fault, with what is wrong.
    pub fn heard(&self, sent: &BTreeMap<String, String>) -> Result<Heard, BTreeMap<String, String>> {
        let mut faults = BTreeMap::new();
        let mut lead = NewLead { source: self.source.clone(), campaign: self.campaign.clone(), ..NewLead::default() };
        let mut said = BTreeMap::new();
        let mut links = 0;
        for asked in &self.fields {
            let value = sent.get(&asked.id).map(|value| clean(value)).unwrap_or_default();
            links += value.matches("://").count() + value.to_lowercase().matches("www.").count();
            match asked.fault(&value) {
                Some(fault) => drop(faults.insert(asked.id.clone(), fault.to_owned())),
                None if value.is_empty() => {}
                None => {
                    said.insert(asked.label.clone(), value.clone());
                    lead.put(&asked.id, value);
                }
            }
        }
        if links > MOST_LINKS {
            let last = self.fields.iter().rev().find(|f| f.kind == FieldKind::Text).or(self.fields.last());
            let id = last.map(|field| field.id.clone()).unwrap_or_default();
            faults.insert(id, format!("At most {MOST_LINKS} links, please."));
        }
        if !self.consent.trim().is_empty() && sent.get("consent").is_none_or(|ticked| ticked != "yes") {
            faults.insert("consent".into(), "Please tick this, or we may not answer.".into());
        }
        if lead.email.is_empty() && lead.phone.is_empty() && faults.is_empty() {
            let way = self.fields.iter().find(|f| [attribute::EMAIL, attribute::PHONE].contains(&f.id.as_str()));
            faults.insert(way.map(|f| f.id.clone()).unwrap_or_default(), "How can we reach you?".into());
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut about = BTreeMap::new();
        for name in TRACKED {
            if let Some(value) = sent.get(name).map(|value| short(value)).filter(|value| !value.is_empty()) {
                about.insert(name.to_owned(), value);
            }
        }
        if let Some(page) = sent.get("page").map(|page| short(page)).filter(|page| is_page(page)) {
            about.insert("page".to_owned(), page);
        }
        if let Some(campaign) = about.get("utm_campaign") {
            lead.campaign = campaign.clone();
        }
        lead.attributes.extend(about.clone());
        Ok(Heard { lead, said, about })
    }
}

impl NewLead {
    fn put(&mut self, id: &str, value: String) {
        match id {
            attribute::CONTACT => self.contact = value,
            attribute::EMAIL => self.email = value.to_lowercase(),
            attribute::PHONE => self.phone = value,
            attribute::TITLE => self.title = value,
            attribute::WEBSITE => self.website = value,
            field::ACCOUNT => self.account = value,
            other => drop(self.attributes.insert(other.to_owned(), value)),
        }
    }
}

/// What somebody sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The lead that they are.
    pub lead: NewLead,
    /// What they wrote, by label.
    pub said: BTreeMap<String, String>,
    /// From which page and campaign they came.
    pub about: BTreeMap<String, String>,
}

impl Heard {
    /// That they sent it: their own act.
    pub fn sent(&self, form: &SavedForm, deal: DealId, at: Timestamp) -> Event {
        let mut attributes = self.about.clone();
        let words: Vec<String> = self.said.iter().map(|(label, value)| format!("{label}: {value}")).collect();
        attributes.insert("note".into(), words.join("\n").chars().take(LONGEST).collect());
        attributes.insert("form".into(), form.form.name.clone());
        if !form.form.consent.trim().is_empty() {
            attributes.insert("consent".into(), form.form.consent.trim().to_owned());
        }
        let name = [&self.lead.contact, &self.lead.email].into_iter().find(|name| !name.is_empty());
        Event {
            kind: SENT.into(),
            activity: format!("Sent the form “{}”", form.form.name),
            side: Side::Prospect,
            actor: name.cloned(),
            attributes,
            ..blank(deal, at)
        }
    }
}

impl FormField {
    fn fault(&self, value: &str) -> Option<&'static str> {
        let most = if self.kind == FieldKind::Text { LONGEST } else { 200 };
        let length = value.chars().count();
        if value.is_empty() {
            return self.required.then_some("Please fill this in.");
        }
        match self.kind {
            _ if length > most => Some("This is longer than we can take; please shorten it."),
            _ if self.kind != FieldKind::Text && value.contains('\n') => Some("One line, please."),
            FieldKind::Email if address(value).is_none() => {
                Some("This is no e-mail address; one looks like name@example.com.")
            }
            FieldKind::Phone if phone_digits(value).is_none() => {
                Some("This is no telephone number; write it with its code.")
            }
            FieldKind::Choice if !self.choices.iter().any(|choice| choice == value) => {
                Some("Please choose one of these.")
            }
            _ if self.id == attribute::EMAIL && address(value).is_none() => {
                Some("This is no e-mail address; one looks like name@example.com.")
            }
            _ => None,
        }
    }
}

/// Text as people write it: no control characters but line breaks.
fn clean(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    plain.chars().filter(|c| !c.is_control() || *c == '\n').collect::<String>().trim().to_owned()
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(500).collect::<String>().trim().to_owned()
}

fn is_page(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// True for `https://www.example.com:8443`: what a browser sends as an origin.
fn is_site(site: &str) -> bool {
    let rest = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        !rest.is_empty() && rest.len() <= 253 && rest.chars().all(sound)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;
    use serde_json::{Value, json};

    use super::*;

    fn form() -> Value {
        json!({"name": "Contact", "source": "Website", "thanks": "Thank you.", "consent": "You may write to me.",
            "fields": [{"id": "contact", "label": "Name", "required": true},
                {"id": "email", "label": "E-mail", "kind": "email", "required": true},
                {"id": "size", "label": "Size", "kind": "choice", "choices": ["1-10", "more"]},
                {"id": "note", "label": "Message", "kind": "text"}]})
    }

    fn read(form: Value) -> LeadForm {
        serde_json::from_value(form).unwrap()
    }

    #[rstest]
    #[case("/name", json!(" "), "name")]
    #[case("/thanks", json!(""), "thanks")]
    #[case("/fields", json!([]), "fields")]
    #[case("/fields", json!([{"id": "contact", "label": "Name"}]), "fields")]
    #[case("/fields/0/id", json!("utm_source"), "fields.0.id")]
    #[case("/fields/0/id", json!("a b"), "fields.0.id")]
    #[case("/fields/0/id", json!("email"), "fields.1.id")]
    #[case("/fields/2/choices", json!([]), "fields.2.choices")]
    #[case("/fields/0/label", json!("x".repeat(10 << 20)), "fields.0.label")]
    #[case("/sites", json!(["javascript:alert(1)"]), "sites")]
    #[case("/sites", json!(["https://a.example; script-src *"]), "sites")]
    fn what_a_form_needs(#[case] at: &str, #[case] value: Value, #[case] fault: &str) {
        let mut form = form();
        match form.pointer_mut(at) {
            Some(place) => *place = value,
            None => form[at.trim_start_matches('/')] = value,
        }
        let problem = read(form).sound().unwrap_err();
        assert_eq!(problem.errors[0].field, fault);
    }

    fn sent(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let usual = [("contact", "Ada"), ("email", "Ada@X.example"), ("consent", "yes")];
        usual.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[rstest]
    #[case(&[], None)]
    #[case(&[("contact", "")], Some("contact"))]
    #[case(&[("email", "ada at x")], Some("email"))]
    #[case(&[("email", "a@b.example\nBcc: c@d.example")], Some("email"))]
    #[case(&[("size", "all of it")], Some("size"))]
    #[case(&[("consent", "")], Some("consent"))]
    #[case(&[("note", "https://a https://b http://c www.d")], Some("note"))]
    #[case(&[("note", "😀 <script>alert(1)</script> https://a.example")], None)]
    fn what_a_visitor_may_write(#[case] pairs: &[(&str, &str)], #[case] fault: Option<&str>) {
        let found = read(form()).sound().unwrap().heard(&sent(pairs)).err();
        assert_eq!(found.and_then(|faults| faults.into_keys().next()).as_deref(), fault);
    }

    #[test]
    fn where_they_came_from_is_kept() {
        let sent = sent(&[("utm_campaign", "spring"), ("page", "https://site.example/?a=1"), ("other", "dropped")]);
        let heard = read(form()).heard(&sent).unwrap();
        assert_eq!((heard.lead.email.as_str(), heard.lead.campaign.as_str()), ("ada@x.example", "spring"));
        assert_eq!(heard.lead.attributes.get("page").map(String::as_str), Some("https://site.example/?a=1"));
        assert!(!heard.lead.attributes.contains_key("other"));
        let saved = SavedForm { id: Uuid::nil(), version: 1, form: read(form()) };
        let event = heard.sent(&saved, DealId::of_key("1"), Timestamp::UNIX_EPOCH);
        assert_eq!((event.side, event.actor.as_deref()), (Side::Prospect, Some("Ada")));
        assert_eq!(event.attributes["consent"], "You may write to me.");
    }
}
