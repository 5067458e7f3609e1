//! Whether a lead is known already, and who gets it.

use std::collections::HashMap;

use jiff::civil::Date;
use model::{
    Event, Side, Timestamp,
    event::kind,
    ids::DealId,
    lead::{AssignmentRules, Candidate, ContactKey, Likeness, Tally},
};
use store::{FoundContact, NewDoubt};

use super::{NewLead, assigned, system};
use crate::{problem::Answer, state::App};

/// People compared for one key at most.
const MOST_ALIKE: usize = 200;

/// Somebody known, by a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The person's name.
    pub who: String,
    /// The deal.
    pub deal: DealId,
    /// Its key.
    pub key: String,
    /// What became of it as a lead; none for what never was one.
    pub lead: Option<String>,
    /// Where it came from as a lead.
    pub source: Option<String>,
}

impl From<FoundContact> for Known {
    fn from(found: FoundContact) -> Self {
        Self { who: found.who, deal: found.deal, key: found.deal_key, lead: found.lead, source: found.source }
    }
}

/// What a lead turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// One that is known.
    Known(Known),
    /// A new one; with those that it may be, and what speaks for it.
    New(Vec<(DealId, &'static str)>),
}

/// What leads on their way in are compared with, and shared out by.
#[derive(Debug, Clone)]
pub struct Intake {
    rules: AssignmentRules,
    tally: Tally,
    today: Date,
    by_key: HashMap<String, Vec<Known>>,
}

impl Intake {
    /// By these rules, on this day, with what was given to whom before.
    pub fn new(rules: AssignmentRules, tally: Tally, today: Date) -> Self {
        Self { rules, tally, today, by_key: HashMap::new() }
    }

    /// Learns who has a key.
    pub fn learn(&mut self, key: String, known: Known) {
        let all = self.by_key.entry(key).or_default();
        if all.len() < MOST_ALIKE {
            all.push(known);
        }
    }

    /// Forgets what the store told, as it is asked again.
    pub fn learn_found(&mut self, found: Vec<FoundContact>) {
        for one in found {
            let key = one.key.clone();
            let known = Known::from(one);
            if !self.by_key.get(&key).is_some_and(|all| all.iter().any(|k| k.deal == known.deal)) {
                self.learn(key, known);
            }
        }
    }

    /// Whether a lead is one of those that were learnt. Exact matches win over those that are merely like it.
    pub fn judge(&self, lead: &NewLead, keys: &[ContactKey]) -> Verdict {
        let contact = lead.as_contact();
        let mut doubts: Vec<(DealId, &'static str)> = Vec::new();
        for key in keys {
            for known in self.by_key.get(&key.key).into_iter().flatten() {
                let why = match contact.like(Candidate { key: &key.key, who: &known.who }) {
                    Likeness::Same => return Verdict::Known(known.clone()),
                    Likeness::SamePhone => "phone",
                    Likeness::SimilarName => "name",
                    Likeness::None => continue,
                };
                if !doubts.iter().any(|(deal, _)| *deal == known.deal) {
                    doubts.push((known.deal, why));
                }
            }
        }
        Verdict::New(doubts)
    }

    /// Learns a lead that is new.
    pub fn keep(&mut self, lead: &NewLead, keys: Vec<ContactKey>, deal: DealId, key: &str) {
        let source = Some(lead.source.clone());
        for ContactKey { key: found, who } in keys {
            let known = Known { who, deal, key: key.to_owned(), lead: Some("open".into()), source: source.clone() };
            self.learn(found, known);
        }
    }

    /// That somebody gets the lead, if a rule says so.
    pub fn assign(&mut self, lead: &NewLead, deal: DealId, at: Timestamp) -> Option<Event> {
        let (rule, rep) = self.rules.assign(|name| lead.field(name), &mut self.tally, self.today)?;
        Some(assigned(deal, at, rep, Some(rule)))
    }

    /// The rules and what they have given so far.
    pub fn rules(&mut self) -> (&AssignmentRules, &mut Tally, Date) {
        (&self.rules, &mut self.tally, self.today)
    }
}

/// How one lead comes in by itself.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// What comes in twice by the same key comes in once.
    pub key: &'a str,
    /// Whose it is; by the rules if nobody says.
    pub owner: Option<&'a str>,
    /// Who adds it; none where nobody of ours does.
    pub by: Option<&'a str>,
    /// A dropped lead is open again by it.
    pub reopens: bool,
}

/// What became of one lead that came in by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameIn {
    /// Its deal.
    pub deal: DealId,
    /// True where it was known already.
    pub known: bool,
}

impl App {
    /// Takes in one lead: as a new one, or as a note on the one that is known. `more` are events of it beside.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn take_in(
        &self,
        lead: &NewLead,
        arrival: Arrival<'_>,
        more: impl Fn(DealId) -> Vec<Event>,
    ) -> Answer<CameIn> {
        let Arrival { key, owner, by, reopens } = arrival;
        let deal = DealId::of_key(key);
        if self.store.deal(deal).await?.is_some() {
            return Ok(CameIn { deal, known: false });
        }
        let now = self.now();
        let made = |event: Event| match by {
            Some(by) => Event { actor: Some(by.to_owned()), side: Side::Rep, ..event },
            None => event,
        };
        let keys = lead.as_contact().keys();
        let mut intake = self.intake().await?;
        intake.learn_found(self.store.contacts(keys.iter().map(|key| key.key.clone())).await?);
        let doubts = match intake.judge(lead, &keys) {
            Verdict::Known(known) => {
                let mut events = vec![made(lead.seen(known.deal, now))];
                if reopens && known.lead.as_deref() == Some("dropped") {
                    events.push(system(known.deal, now, kind::LEAD_REOPENED, "Open again: they wrote".into()));
                }
                events.extend(more(known.deal));
                for (n, event) in events.iter_mut().enumerate() {
                    event.id = model::ids::EventId::of_key(&format!("{key}\u{1f}{n}"));
                }
                return self.seen_again(known.deal, events).await;
            }
            Verdict::New(doubts) => doubts,
        };
        let mut events = vec![made(lead.created(deal, now))];
        events.extend(more(deal));
        match owner {
            Some(owner) => events.push(made(assigned(deal, now, owner, None))),
            None => events.extend(intake.assign(lead, deal, now)),
        }
        match self.store.create_deal(key, events).await {
            Ok(made) => self.committed(deal, made.version).await?,
            Err(store::StoreError::Conflict(_)) => return Ok(CameIn { deal, known: false }),
            Err(error) => return Err(error.into()),
        }
        let doubts: Vec<NewDoubt> = as_doubts(deal, doubts).collect();
        if !doubts.is_empty() {
            self.store.add_doubts(&doubts, now).await?;
        }
        Ok(CameIn { deal, known: false })
    }

    async fn seen_again(&self, deal: DealId, events: Vec<Event>) -> Answer<CameIn> {
        match self.store.append(deal, None, events).await {
            Ok(after) => self.committed(deal, after.version).await?,
            // it came in twice
            Err(store::StoreError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(CameIn { deal, known: true })
    }
}

/// A lead and those that it may be.
pub fn as_doubts(lead: DealId, others: Vec<(DealId, &'static str)>) -> impl Iterator<Item = NewDoubt> {
    others.into_iter().map(move |(other, why)| NewDoubt { lead, other, why: why.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(contact: &str, email: &str, account: &str) -> NewLead {
        let [contact, email, account] = [contact, email, account].map(str::to_owned);
        NewLead { contact, email, account, source: "Fair".into(), ..NewLead::default() }
    }

    #[test]
    fn what_came_before_is_known_and_what_is_like_it_is_asked_about() {
        let mut intake = Intake::new(AssignmentRules::default(), Tally::default(), jiff::civil::date(2026, 3, 2));
        let ada = lead("Ada Lovelace", "ada@x.example", "Engines");
        let keys = ada.as_contact().keys();
        let id = DealId::of_key("1");
        assert_eq!(intake.judge(&ada, &keys), Verdict::New(Vec::new()));
        intake.keep(&ada, keys, id, "1");
        let judged = |lead: &NewLead| intake.judge(lead, &lead.as_contact().keys());
        assert!(matches!(judged(&lead("", "ADA@x.example", "")), Verdict::Known(known) if known.deal == id));
        assert_eq!(judged(&lead("A. Lovelace", "al@gmail.com", "Engines Ltd")), Verdict::New(vec![(id, "name")]));
        assert_eq!(judged(&lead("Bob Stone", "bob@y.example", "Stones")), Verdict::New(Vec::new()));
    }

    #[test]
    fn a_further_column_sets_no_other_field() {
        let mut told = lead("Ada", "ada@x.example", "Engines");
        for name in ["owner", "Value", "list", "country"] {
            told.attributes.insert(name.to_owned(), "x".to_owned());
        }
        let event = told.created(DealId::of_key("1"), Timestamp::UNIX_EPOCH);
        let names: Vec<&str> = event.attributes.keys().map(String::as_str).collect();
        assert_eq!(names, ["account", "contact", "country", "email", "name", "source"]);
    }
}
