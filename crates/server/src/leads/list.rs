//! Bought lists: what is kept of each, and how one is read.

use std::{collections::HashMap, io::Read as _};

use import::{
    ReadError, Reject, Report, Rows, Source,
    contacts::{self, ContactPlan, ContactRow},
    report::FileReport,
};
use jiff::civil::Date;
use model::{
    Event, Timestamp,
    fact::{EventFact, FactSink},
    ids::{DealId, ImportId},
    lead::ContactKey,
    money::Money,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{ImportWriter, NewDoubt, NewImport, Store, StoreError};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    NewLead,
    intake::{Intake, Verdict, as_doubts},
};
use crate::{
    auth::hex,
    importing::Failed,
    problem::{Answer, Problem},
    routes::users::text,
};

/// The kind of record that a list is.
pub const LIST: &str = "lead-list";
/// Rows looked up at a time.
const AT_A_TIME: usize = 2_000;
/// Pairs asked about of one list at most.
const MOST_DOUBTS: usize = 5_000;

/// What is known of a bought list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LeadListTerms)]
pub struct ListTerms {
    /// Who sold it, or where it is from: the source of its leads.
    pub source: String,
    /// What was paid for it.
    #[serde(default)]
    pub price: Option<Money>,
    /// When it was bought.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub bought: Option<Date>,
    /// What allows you to contact these people, in words.
    #[serde(default)]
    pub licence: String,
    /// Last day on which those may be contacted with whom nobody has been in touch before; none for no end.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub valid_until: Option<Date>,
    /// As part of which campaign.
    #[serde(default)]
    pub campaign: String,
}

/// A list as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptList {
    /// What is known of it.
    pub terms: ListTerms,
    /// The name of its file.
    pub file: String,
    /// SHA-256 of the file.
    pub hash: String,
    /// The import that read it last.
    pub import: ImportId,
}

impl ListTerms {
    /// Looks the terms over.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn sound(mut self) -> Answer<Self> {
        self.source = text("source", &self.source)?;
        self.campaign = self.campaign.trim().to_owned();
        self.licence = self.licence.trim().to_owned();
        if self.campaign.chars().count() > 200 {
            return Err(Problem::field("campaign", "At most 200 characters, please."));
        }
        if self.licence.chars().count() > 4000 {
            return Err(Problem::field("licence", "At most 4000 characters, please."));
        }
        if let Some(price) = &mut self.price {
            price.currency = price.currency.trim().to_uppercase();
            if price.minor < 0 {
                return Err(Problem::field("price.minor", "A price is not below 0."));
            }
            if price.currency.len() != 3 || !price.currency.chars().all(|c| c.is_ascii_uppercase()) {
                return Err(Problem::field("price.currency", "Name a currency by its three letters, such as EUR."));
            }
        }
        if self.bought.zip(self.valid_until).is_some_and(|(bought, until)| until < bought) {
            return Err(Problem::field("valid_until", "The licence ends before the list was bought."));
        }
        Ok(self)
    }

    /// Whether people nobody has been in touch with may be contacted on this day.
    pub fn allows(&self, today: Date) -> bool {
        self.valid_until.is_none_or(|until| today <= until)
    }
}

/// SHA-256 of a file.
///
/// # Errors
/// 500 if it cannot be read.
pub fn hash(path: &std::path::Path) -> Answer<String> {
    let mut file = std::fs::File::open(path).map_err(Problem::internal)?;
    let (mut digest, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).map_err(Problem::internal)? {
            0 => return Ok(hex(&digest.finalize())),
            n => digest.update(&piece[..n]),
        }
    }
}

/// A list about to be read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its id.
    pub list: Uuid,
    /// What is known of it.
    pub terms: &'a ListTerms,
    /// How it is read.
    pub plan: &'a ContactPlan,
    /// The file.
    pub source: &'a Source,
    /// What its leads are compared with, and shared out by.
    pub intake: Intake,
}

/// What reading a list did.
#[derive(Debug)]
pub struct ListRead {
    /// What became of its rows.
    pub report: Report,
    /// Deals added or changed.
    pub deals: Vec<DealId>,
    /// Pairs to be decided on.
    pub doubts: Vec<NewDoubt>,
}

/// Reads a list as an import. Blocks: call it on a thread for that. All or nothing.
///
/// # Errors
/// [`Failed`]; the import's record then says so.
pub fn run(
    store: &Store,
    new: NewImport,
    reading: Reading<'_>,
    on_progress: &mut dyn FnMut(import::Progress) -> bool,
) -> Result<ListRead, Failed> {
    let (id, at) = (new.id, new.at);
    let handle = tokio::runtime::Handle::current();
    let writer = handle.block_on(store.begin_list_import(new))?;
    let mut taking = Taking {
        store: store.clone(),
        handle: handle.clone(),
        writer,
        list: reading.list.to_string(),
        terms: reading.terms,
        intake: reading.intake,
        at,
        waiting: Vec::new(),
        counts: Counts::default(),
        doubts: Vec::new(),
    };
    match taking.all(reading.plan, reading.source, on_progress) {
        Ok(rows) => taking.finish(reading.plan, rows, id),
        Err(failed) => {
            drop(taking);
            handle.block_on(store.fail_import(id, &failed.to_string()))?;
            Err(failed)
        }
    }
}

#[derive(Debug, Default)]
struct Counts {
    new: u64,
    known: u64,
    twice: u64,
    assigned: u64,
}

/// Rows on their way to the store.
struct Taking<'a> {
    store: Store,
    handle: tokio::runtime::Handle,
    writer: ImportWriter,
    list: String,
    terms: &'a ListTerms,
    intake: Intake,
    at: Timestamp,
    waiting: Vec<(NewLead, Vec<ContactKey>)>,
    counts: Counts,
    doubts: Vec<NewDoubt>,
}

impl Taking<'_> {
    fn all(
        &mut self,
        plan: &ContactPlan,
        source: &Source,
        on_progress: &mut dyn FnMut(import::Progress) -> bool,
    ) -> Result<contacts::ContactsRead, Failed> {
        let taking = std::cell::RefCell::new(&mut *self);
        let read = contacts::read::<StoreError>(
            plan,
            source,
            on_progress,
            &mut |Reject { file, line, column, value, reason }| {
                taking.borrow_mut().writer.reject(&file, line, &column, &value, &reason)
            },
            &mut |row| taking.borrow_mut().row(row),
        );
        let read = read.map_err(|error| match error {
            ReadError::Import(error) => Failed::Files(error),
            ReadError::Sink(error) => Failed::Store(error),
            ReadError::Cancelled => Failed::Cancelled,
        })?;
        self.flush()?;
        Ok(read)
    }

    fn row(&mut self, row: ContactRow<'_>) -> Result<(), StoreError> {
        let further = row.attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let lead = NewLead {
            contact: row.name,
            email: row.email,
            phone: row.phone.to_owned(),
            title: row.title.to_owned(),
            account: row.company.to_owned(),
            website: row.website.to_owned(),
            source: self.terms.source.clone(),
            campaign: self.terms.campaign.clone(),
            list: self.list.clone(),
            attributes: further.collect(),
        };
        let keys = lead.as_contact().keys();
        self.waiting.push((lead, keys));
        if self.waiting.len() < AT_A_TIME { Ok(()) } else { self.flush() }
    }

    /// Asks the store about the rows that wait, and writes what they tell.
    fn flush(&mut self) -> Result<(), StoreError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut keys: Vec<String> = waiting.iter().flat_map(|(_, keys)| keys).map(|key| key.key.clone()).collect();
        keys.sort_unstable();
        keys.dedup();
        let found = self.handle.block_on(self.store.contacts(keys))?;
        self.intake.learn_found(found);
        waiting.into_iter().try_for_each(|(lead, keys)| self.take(&lead, keys))
    }

    fn take(&mut self, lead: &NewLead, keys: Vec<ContactKey>) -> Result<(), StoreError> {
        let key = self.key_of(lead, &keys);
        let deal = DealId::of_key(&key);
        self.writer.row(0);
        match self.intake.judge(lead, &keys) {
            Verdict::Known(known) if known.source.as_deref() == Some(&self.terms.source) => self.counts.twice += 1,
            Verdict::Known(known) => {
                self.counts.known += 1;
                let event = lead.seen(known.deal, self.at);
                self.write(&known.key, &event, &format!("{}\u{1f}{}", event.kind, self.terms.source))?;
            }
            Verdict::New(others) => {
                self.counts.new += 1;
                let room = MOST_DOUBTS.saturating_sub(self.doubts.len());
                self.doubts.extend(as_doubts(deal, others).take(room));
                let created = lead.created(deal, self.at);
                self.write(&key, &created, &created.kind)?;
                if let Some(assigned) = self.intake.assign(lead, deal, self.at) {
                    self.counts.assigned += 1;
                    self.write(&key, &assigned, &assigned.kind)?;
                }
                self.intake.keep(lead, keys, deal, &key);
            }
        }
        Ok(())
    }

    /// The key of the deal that a row makes: the same row of the same source makes the same one.
    fn key_of(&self, lead: &NewLead, keys: &[ContactKey]) -> String {
        let sure = ["e:", "n:", "o:"].iter().find_map(|kind| keys.iter().find(|key| key.key.starts_with(kind)));
        let whole = || format!("{}|{}|{}", lead.contact, lead.account, lead.phone);
        let identity = sure.map_or_else(whole, |key| key.key.clone());
        format!("lead-{}", DealId::of_key(&format!("{}\u{1f}{identity}", self.terms.source)))
    }

    fn write(&mut self, deal: &str, event: &Event, key: &str) -> Result<(), StoreError> {
        let attributes: Vec<(&str, &str)> =
            event.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.writer.event(EventFact {
            deal,
            at: Some(event.at),
            kind: &event.kind,
            activity: &event.activity,
            stage: None,
            side: event.side,
            actor: event.actor.as_deref(),
            attributes: &attributes,
            key: Some(key),
        })
    }

    fn finish(self, plan: &ContactPlan, read: contacts::ContactsRead, id: ImportId) -> Result<ListRead, Failed> {
        let Counts { new, known, twice, assigned } = self.counts;
        let rows = Rows { imported: new, duplicates: known + twice, ..read.rows };
        let mut notes = Vec::new();
        let mut note = |n: u64, text: String| (n > 0).then(|| notes.push(text));
        note(known, format!("{known} rows name people you know already; that this list has them too is noted there."));
        note(twice, format!("{twice} rows were there already from this source, or are twice in the list."));
        let doubts = self.doubts.len() as u64;
        note(doubts, format!("{doubts} leads may be the same as another one; please decide under Duplicates."));
        note(assigned, format!("{assigned} leads were assigned by your rules."));
        note(
            read.foreign,
            format!("{} characters are not in the file's encoding; check names with accents.", read.foreign),
        );
        let files = vec![FileReport { name: plan.name.clone(), rows }];
        let report = Report { rows, files, notes, mail: None };
        let value = serde_json::to_value(&report).unwrap_or_default();
        match self.writer.finish(value) {
            Ok(written) => Ok(ListRead { report, deals: written.deals, doubts: self.doubts }),
            Err(error) => {
                self.handle.block_on(self.store.fail_import(id, &error.to_string()))?;
                Err(error.into())
            }
        }
    }
}

/// By list, whether people nobody has been in touch with may be contacted.
pub type Allowed = HashMap<String, bool>;

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Vendor", 100, "eur", "2026-01-01", "2026-12-31", None)]
    #[case("", 100, "EUR", "2026-01-01", "2026-12-31", Some("source"))]
    #[case("Vendor", -1, "EUR", "2026-01-01", "2026-12-31", Some("price.minor"))]
    #[case("Vendor", 1, "Euro", "2026-01-01", "2026-12-31", Some("price.currency"))]
    #[case("Vendor", 1, "EUR", "2026-01-02", "2026-01-01", Some("valid_until"))]
    fn terms(
        #[case] source: &str,
        #[case] minor: i64,
        #[case] currency: &str,
        #[case] bought: &str,
        #[case] until: &str,
        #[case] fault: Option<&str>,
    ) {
        let price = Some(Money { minor, currency: currency.to_owned() });
        let terms = ListTerms {
            source: source.to_owned(),
            price,
            bought: bought.parse().ok(),
            valid_until: until.parse().ok(),
            ..ListTerms::default()
        };
        let found = terms.sound().err().map(|problem| problem.errors[0].field.clone());
        assert_eq!(found.as_deref(), fault);
    }

    #[test]
    fn a_licence_holds_to_its_last_day() {
        let terms = ListTerms { valid_until: "2026-03-31".parse().ok(), ..ListTerms::default() };
        let on = |day: &str| day.parse().is_ok_and(|day| terms.allows(day));
        assert_eq!(["2026-03-31", "2026-04-01"].map(on), [true, false]);
        assert!(ListTerms::default().allows(Date::MAX));
    }
}
