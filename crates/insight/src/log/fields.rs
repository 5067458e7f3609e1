//! What deals can be grouped and chosen by.

use std::collections::BTreeMap;

use model::tags::{self, TAGS};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CURRENCY, EventLog, FIELDS, NONE, columns::Field};

/// A field or attribute with its values, for a choice of filters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FieldSummary {
    /// Field or attribute.
    pub name: String,
    /// The most frequent values with counts of deals (at most 100); the empty text stands for deals that have none.
    pub values: Vec<(String, u64)>,
    /// How many distinct values, "none" not counted.
    pub distinct: u64,
}

/// Values listed at most.
const LISTED: usize = 100;

impl EventLog {
    /// The fields and attributes that at least one deal has, fields first.
    pub fn fields(&self) -> Vec<FieldSummary> {
        let chosen = self.deals.fields.iter().enumerate().filter(|(place, _)| *place != CURRENCY);
        chosen.map(|(_, f)| self.summary(f)).filter(|f| f.distinct > 0).collect()
    }

    /// True for a field or attribute of [`EventLog::fields`].
    pub fn has_field(&self, name: &str) -> bool {
        let field = self.deals.field(name).filter(|_| name != FIELDS[CURRENCY]);
        field.is_some_and(|field| self.all().any(|deal| field.code(deal) != NONE))
    }

    /// The values of a field or attribute with counts of deals, the most frequent first.
    pub fn values(&self, name: &str) -> Vec<(String, u64)> {
        let Some(field) = self.deals.field(name) else { return Vec::new() };
        let mut counts = vec![0_u64; field.values.len()];
        for code in self.all().map(|deal| field.code(deal)).filter(|code| *code != NONE) {
            counts[code as usize] += 1;
        }
        let mut values: Vec<(u32, u64)> = (0..).zip(counts).filter(|(_, n)| *n > 0).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| field.values.get(a.0).cmp(field.values.get(b.0))));
        values.into_iter().map(|(code, n)| (field.values.get(code).to_owned(), n)).collect()
    }

    fn summary(&self, field: &Field) -> FieldSummary {
        let mut counts = vec![0_u64; field.values.len() + 1];
        for deal in self.all() {
            let code = field.code(deal);
            counts[if code == NONE { field.values.len() } else { code as usize }] += 1;
        }
        if field.name == TAGS {
            return tags_of(field, &counts);
        }
        let distinct = counts[..field.values.len()].iter().filter(|n| **n > 0).count() as u64;
        let mut values: Vec<(u32, u64)> = (0..).zip(counts).filter(|(_, n)| *n > 0).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| field.values.get(a.0).cmp(field.values.get(b.0))));
        values.truncate(LISTED);
        let values = values.into_iter().map(|(code, n)| (field.values.get(code).to_owned(), n)).collect();
        FieldSummary { name: field.name.clone(), values, distinct }
    }
}

/// The tags that texts list, each with the deals that have it.
fn tags_of(field: &Field, counts: &[u64]) -> FieldSummary {
    let mut tags: BTreeMap<String, u64> = BTreeMap::new();
    for (text, n) in field.values.iter().zip(counts).filter(|(_, n)| **n > 0) {
        tags::read(text).into_iter().for_each(|tag| *tags.entry(tag).or_default() += n);
    }
    let distinct = tags.len() as u64;
    let none = counts.last().copied().filter(|n| *n > 0).map(|n| (String::new(), n));
    let mut values: Vec<(String, u64)> = tags.into_iter().chain(none).collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values.truncate(LISTED);
    FieldSummary { name: field.name.clone(), values, distinct }
}
