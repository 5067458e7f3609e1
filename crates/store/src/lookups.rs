//! Rows of files that deals name: products, accounts, teams.

use std::collections::BTreeMap;

use crate::{db::sql, error::Result, open::Store};

/// A row of a lookup file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    /// The deal's field that names it.
    pub of: String,
    /// Its key.
    pub key: String,
    /// Its other columns.
    pub fields: BTreeMap<String, String>,
}

impl Store {
    /// The rows that the deal's field `of` names, by key. Where several imports brought a key, the latest counts.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lookups(&self, of: &str) -> Result<Vec<Lookup>> {
        let mut rows: BTreeMap<String, Lookup> = BTreeMap::new();
        sql("SELECT l.field, l.key, l.fields FROM lookups l JOIN imports i ON i.no = l.import
             WHERE l.field = $1 AND i.status = 'done' ORDER BY l.no")
        .bind(of)
        .each(&mut self.connection().await?, |row| {
            let lookup = Lookup { of: row.text(0)?, key: row.text(1)?, fields: serde_json::from_str(row.str(2)?)? };
            rows.insert(lookup.key.clone(), lookup);
            Ok(())
        })
        .await?;
        Ok(rows.into_values().collect())
    }

    /// The fields that lookups are there for, with their number of keys.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lookup_kinds(&self) -> Result<Vec<(String, u64)>> {
        sql("SELECT l.field, COUNT(DISTINCT l.key) FROM lookups l JOIN imports i ON i.no = l.import
             WHERE i.status = 'done' GROUP BY l.field ORDER BY l.field")
        .all(&mut self.connection().await?, |row| Ok((row.text(0)?, row.int(1)?.unsigned_abs())))
        .await
    }
}
