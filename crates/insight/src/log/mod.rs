//! Events as columns. Texts are numbers into dictionaries, moments are microseconds, and the events of a deal stand
//! together in order of time, so that a figure is one pass over two arrays.

mod build;
mod columns;
mod dictionary;
mod fields;
mod kinds;
mod marked;
mod ordered;
mod put;
mod segment;
mod steps;
mod visits;
mod waiting;

use std::collections::BTreeMap;

use model::{Outcome, Timestamp, ids::DealId};
use rustc_hash::FxHashMap;

use self::columns::{Deals, Details, Events, Sorts};
pub use self::{build::EventLogBuilder, fields::FieldSummary};
pub(crate) use self::{
    columns::{ACCOUNT, CURRENCY, Class, FIELDS, Field, NEVER, NO_VALUE, OWNER, PRODUCT, SETS, Sort, TEAM, moment},
    dictionary::{Dictionary, NONE},
    ordered::{InOrder, Timed, TimesOf},
    steps::{Steps, View, without_numbers},
    visits::{End, Visit},
};

/// A row of a lookup file: what it is of (`product`, …), its key, its other columns.
pub type Lookup = (String, String, Vec<(String, String)>);

/// Deals and their events. A deal is known by a number (`u32`) that holds until the next [`EventLog::put`] or
/// [`EventLog::remove`]; the methods that take one answer as for a deal without anything if there is no such deal.
#[derive(Debug, Clone, Default)]
pub struct EventLog {
    pub(crate) deals: Deals,
    pub(crate) events: Events,
    pub(crate) sorts: Sorts,
    pub(crate) actors: Dictionary,
    pub(crate) details: Details,
    lookups: Vec<Lookup>,
    /// Rows of events that belong to no deal any more.
    dead: usize,
    /// Rows of deals that are not there any more.
    gone: usize,
    /// How often the numbers of deals have changed.
    numbering: u64,
    /// Deals by id, made when first needed.
    by_id: Option<FxHashMap<DealId, u32>>,
    ordered: ordered::Ordered,
}

impl EventLog {
    /// How many deals.
    pub fn deals(&self) -> usize {
        self.deals.rows() - self.gone
    }

    /// Grows when the numbers of deals change.
    pub fn numbering(&self) -> u64 {
        self.numbering
    }

    /// How many events.
    pub fn events(&self) -> usize {
        self.events.len() - self.dead
    }

    /// The last dated moment; none where nothing is dated.
    pub fn as_of(&self) -> Option<Timestamp> {
        moment(self.as_of_micros())
    }

    /// [`EventLog::as_of`] in microseconds; [`NEVER`] for none.
    pub(crate) fn as_of_micros(&self) -> i64 {
        let last = self.all().map(|deal| self.deals.last[deal as usize]).max();
        last.filter(|last| *last != i64::MIN).unwrap_or(NEVER)
    }

    /// The deals, in the order in which they came.
    pub fn all(&self) -> impl Iterator<Item = u32> {
        let live = self.deals.live.iter().enumerate();
        live.filter(|(_, live)| **live).map(|(deal, _)| deal as u32)
    }

    /// The deal with this key.
    pub fn find(&self, key: &str) -> Option<u32> {
        self.deals.keys.code(key).filter(|deal| self.deals.live.get(*deal as usize) == Some(&true))
    }

    /// Its id.
    pub fn deal_id(&self, deal: u32) -> DealId {
        self.deals.ids.get(&deal).copied().unwrap_or_else(|| DealId::of_key(self.key(deal)))
    }

    /// Its version as the store counts it; 0 where the log was built from files.
    pub fn version(&self, deal: u32) -> i64 {
        self.deals.version.get(deal as usize).copied().unwrap_or(0)
    }

    /// The source's id of the deal.
    pub fn key(&self, deal: u32) -> &str {
        self.deals.keys.get(deal)
    }

    /// Its name; the key where it has none.
    pub fn name(&self, deal: u32) -> &str {
        let name = self.deals.name.get(deal as usize).copied().unwrap_or(NONE);
        self.deals.names.some(name).unwrap_or_else(|| self.key(deal))
    }

    /// The value of a field or attribute.
    pub fn field(&self, deal: u32, name: &str) -> Option<&str> {
        self.deals.field(name).and_then(|f| f.value(deal))
    }

    fn fixed(&self, deal: u32, place: usize) -> Option<&str> {
        self.deals.fields.get(place).and_then(|f| f.value(deal))
    }

    /// The prospect's organisation.
    pub fn account(&self, deal: u32) -> Option<&str> {
        self.fixed(deal, ACCOUNT)
    }

    /// The rep who owns it.
    pub fn owner(&self, deal: u32) -> Option<&str> {
        self.fixed(deal, OWNER)
    }

    /// The owner's team.
    pub fn team(&self, deal: u32) -> Option<&str> {
        self.fixed(deal, TEAM)
    }

    /// What is sold.
    pub fn product(&self, deal: u32) -> Option<&str> {
        self.fixed(deal, PRODUCT)
    }

    /// Value in minor units.
    pub fn value_minor(&self, deal: u32) -> Option<i64> {
        self.deals.value.get(deal as usize).copied().filter(|v| *v != NO_VALUE)
    }

    /// The share of the list price that was given away in the quote that was agreed on, 0 to 1; none without such a
    /// quote, or where its list price is nothing.
    pub fn agreed_discount(&self, deal: u32) -> Option<f64> {
        let (list, agreed) = *self.deals.agreed.get(&deal)?;
        (list > 0).then(|| (list - agreed) as f64 / list as f64)
    }

    /// ISO 4217; none where the source names none.
    pub fn currency(&self, deal: u32) -> Option<&str> {
        self.fixed(deal, CURRENCY)
    }

    /// The stage it is in, or was in when it closed.
    pub fn stage(&self, deal: u32) -> Option<&str> {
        self.sorts.stages.some(self.stage_code(deal))
    }

    pub(crate) fn stage_code(&self, deal: u32) -> u32 {
        self.deals.stage.get(deal as usize).copied().unwrap_or(NONE)
    }

    /// Since when it is in its stage.
    pub fn stage_since(&self, deal: u32) -> Option<Timestamp> {
        self.deals.stage_since.get(deal as usize).and_then(|at| moment(*at))
    }

    /// Open, won or lost.
    pub fn outcome(&self, deal: u32) -> Outcome {
        self.deals.outcome.get(deal as usize).copied().unwrap_or_default()
    }

    /// Its first dated moment.
    pub fn created(&self, deal: u32) -> Option<Timestamp> {
        self.deals.created.get(deal as usize).and_then(|at| moment(*at))
    }

    /// When it closed.
    pub fn closed(&self, deal: u32) -> Option<Timestamp> {
        self.deals.closed.get(deal as usize).and_then(|at| moment(*at))
    }

    /// Days from created to closed; none unless both are known and in this order.
    pub fn days(&self, deal: u32) -> Option<f64> {
        let (created, closed) = (*self.deals.created.get(deal as usize)?, *self.deals.closed.get(deal as usize)?);
        (created != NEVER && closed != NEVER && created <= closed).then(|| (closed - created) as f64 / MICROS_A_DAY)
    }

    /// Everything else that the source told.
    pub fn attributes(&self, deal: u32) -> BTreeMap<&str, &str> {
        let others = self.deals.fields.iter().skip(FIELDS.len());
        others.filter_map(|f| Some((f.name.as_str(), f.value(deal)?))).collect()
    }

    /// The rows of lookup files, where the log was built from files.
    pub fn lookups(&self) -> &[Lookup] {
        &self.lookups
    }

    /// The places of a deal's events.
    pub(crate) fn range(&self, deal: u32) -> std::ops::Range<usize> {
        let at = deal as usize;
        let start = self.deals.start.get(at).copied().unwrap_or(0) as usize;
        start..start + self.deals.count.get(at).copied().unwrap_or(0) as usize
    }
}

/// Microseconds in a day.
pub(crate) const MICROS_A_DAY: f64 = 86_400e6;
/// Microseconds in a second.
pub(crate) const MICROS_A_SECOND: f64 = 1e6;
