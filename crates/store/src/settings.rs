//! Settings: a name and a value of any form.

use serde_json::Value;

use crate::{db::sql, error::Result, open::Store};

impl Store {
    /// A setting; `None` if it was never set.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn setting(&self, name: &str) -> Result<Option<Value>> {
        let read = async {
            sql("SELECT value FROM settings WHERE name = $1")
                .bind(name)
                .maybe(&mut self.connection().await?, |row| Ok(serde_json::from_str(row.str(0)?)?))
                .await
        };
        self.known_settings.or_read(name, read).await
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn set_setting(&self, name: &str, value: Value) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value")
            .bind(name)
            .bind(value)
            .run(&mut tx)
            .await?;
        tx.commit().await?;
        self.known_settings.forget(name);
        Ok(())
    }
}
