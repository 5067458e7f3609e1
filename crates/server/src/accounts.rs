//! Accounts under one name: what was merged or renamed, applied wherever deals are read.

use insight::select::Selection;
use model::{
    Deal,
    alias::{Alias, Aliases},
    deal::field,
};
use uuid::Uuid;

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that an alias is.
pub const ALIAS: &str = "account-alias";

/// An alias with the record that tells it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Id of the record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Who told it.
    pub by: Option<String>,
    /// What it says.
    pub alias: Alias,
}

impl App {
    /// The aliases that people told, the first told first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn kept_aliases(&self) -> Answer<Vec<Kept>> {
        let records = self.store.records(ALIAS).await?;
        let read = |record: store::Record| {
            let alias = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(Kept { id: record.id, version: record.version, by: record.by, alias })
        };
        records.into_iter().map(read).collect()
    }

    /// The same, ready to be asked.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn aliases(&self) -> Answer<Aliases> {
        Ok(Aliases::of(self.kept_aliases().await?.iter().map(|kept| &kept.alias)))
    }
}

/// Lets a condition on the account mean all names of it.
pub fn widen(selection: &mut Selection, aliases: &Aliases) {
    if let Some(names) = selection.fields.get_mut(field::ACCOUNT) {
        let all = names.iter().flat_map(|name| if name.is_empty() { vec![String::new()] } else { aliases.names(name) });
        *names = all.collect();
    }
}

/// The deal under the name that its account stands for.
pub fn named(mut deal: Deal, aliases: &Aliases) -> Deal {
    if let Some(account) = &mut deal.account {
        *account = aliases.name(account).to_owned();
    }
    deal
}
