//! Fields that the team defines for its deals, and looking values over by them.

use std::collections::BTreeMap;

use model::custom_field::CustomField;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a field is.
pub const FIELD: &str = "custom-field";

/// A field that the team defined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What it is.
    #[serde(flatten)]
    pub field: CustomField,
}

impl App {
    /// The fields that the team defined, the first defined first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn custom_fields(&self) -> Answer<Vec<FieldLine>> {
        let read = |record: store::Record| {
            let field = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(FieldLine { id: record.id, version: record.version, field })
        };
        self.store.records(FIELD).await?.into_iter().map(read).collect()
    }

    /// Writes the values of fields that the team defined as they are kept.
    ///
    /// # Errors
    /// 422 naming each field whose value it does not take.
    pub async fn read_values(&self, values: &mut BTreeMap<String, String>) -> Answer<()> {
        let fields = self.custom_fields().await?;
        let mut problem: Option<Problem> = None;
        for (name, value) in values.iter_mut() {
            let Some(line) = fields.iter().find(|line| line.field.name == *name) else { continue };
            match line.field.read(value) {
                Ok(kept) => *value = kept,
                Err(wrong) => {
                    problem = Some(match problem {
                        Some(more) => more.with_error(name.as_str(), wrong),
                        None => Problem::field(name, wrong),
                    });
                }
            }
        }
        problem.map_or(Ok(()), Err)
    }
}
