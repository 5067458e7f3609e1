//! Sums of deals in the currency of the workspace.

use insight::{log::EventLog, measure};
use jiff::civil::Date;
use model::{
    commission::ExchangeRate,
    deal::field,
    rates::{Sum, change, sum},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    held::Totals,
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a rate is.
pub const RATE: &str = "exchange-rate";
/// The setting that holds [`Currency`].
const CURRENCY: &str = "currency";

/// In which currency sums are told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WorkspaceCurrency)]
pub struct Currency {
    /// ISO 4217; that of the first deal that names one, if empty.
    #[serde(default)]
    pub currency: String,
}

/// What sums are told by.
#[derive(Debug, Clone)]
pub struct Rates {
    chosen: String,
    rates: Vec<ExchangeRate>,
    day: Date,
}

impl Rates {
    /// The sum of deals' values.
    pub fn sum(&self, log: &EventLog, deals: impl Iterator<Item = u32>) -> Sum {
        self.of(log, &Totals::of(log, deals))
    }

    /// The same of values that were added up by currency.
    pub fn of(&self, log: &EventLog, totals: &Totals) -> Sum {
        sum(&totals.by_currency(), &self.currency(log), &self.rates, self.day)
    }

    /// How values become those of the currency of the sums.
    pub fn told(&self, log: &EventLog) -> measure::Currency {
        self.change(log, &self.currency(log), std::iter::empty())
    }

    /// How values become those of a currency; `others` are currencies that no deal may have.
    pub fn change<'c>(&self, log: &EventLog, to: &str, others: impl Iterator<Item = &'c str>) -> measure::Currency {
        let named = log.values(field::CURRENCY).into_iter().map(|(currency, _)| currency);
        let all = named.chain(others.map(str::to_owned));
        let changes = all.filter_map(|from| change(&from, to, &self.rates, self.day).map(|change| (from, change)));
        measure::Currency { name: to.to_owned(), changes: changes.collect() }
    }

    /// The currency of the sums.
    pub fn currency(&self, log: &EventLog) -> String {
        match self.chosen.is_empty() {
            true => log.all().find_map(|deal| log.currency(deal)).unwrap_or_default().to_owned(),
            false => self.chosen.clone(),
        }
    }
}

impl App {
    /// The currency that was chosen for sums.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn currency(&self) -> Answer<Currency> {
        let kept = self.store.setting(CURRENCY).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    /// Chooses the currency of sums.
    ///
    /// # Errors
    /// 422 if it is none; if the database cannot be written.
    pub async fn keep_currency(&self, wish: Currency) -> Answer<Currency> {
        let currency = wish.currency.trim().to_uppercase();
        if !currency.is_empty() && (currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase())) {
            return Err(Problem::field("currency", "Name a currency by its three letters, such as EUR."));
        }
        let kept = Currency { currency };
        self.store.set_setting(CURRENCY, serde_json::to_value(&kept).map_err(Problem::internal)?).await?;
        Ok(kept)
    }

    /// What sums are told by today.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn rates(&self) -> Answer<Rates> {
        let records = self.store.records(RATE).await?;
        let rates = records.into_iter().filter_map(|record| serde_json::from_value(record.content).ok()).collect();
        Ok(Rates { chosen: self.currency().await?.currency, rates, day: self.work().await?.day(self.now()) })
    }
}
