//! What is known about a deal's fields when an import tells them.

use std::collections::BTreeMap;

use model::event::kind;

/// What is known about a deal's fields.
#[derive(Default)]
pub(super) struct Known {
    /// Somebody said it came to be.
    pub(super) created: bool,
    /// As the imports said at the latest, by hand corrections left out; with the time.
    imported: BTreeMap<String, (Option<i64>, String)>,
    /// As they are.
    current: BTreeMap<String, String>,
    /// When an earlier import said something about it at the latest.
    pub(super) at: Option<i64>,
}

impl Known {
    pub(super) fn learn(&mut self, what: &str, at: Option<i64>, fields: BTreeMap<String, String>, imported: bool) {
        self.created |= what == kind::CREATED;
        if imported {
            self.at = self.at.max(at);
            for (name, value) in &fields {
                let newer = self.imported.get(name).is_none_or(|(known, _)| *known <= at || at.is_none());
                if newer {
                    self.imported.insert(name.clone(), (at, value.clone()));
                }
            }
        }
        self.current.extend(fields);
    }

    /// The fields that are new: neither what an import said before (a correction by hand stays) nor what they are.
    pub(super) fn news(&self, says: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let said = |n: &str, v: &String| self.imported.get(n).is_some_and(|(_, said)| said == v);
        let old = |n: &str, v: &String| said(n, v) || self.current.get(n) == Some(v);
        says.into_iter().filter(|(n, v)| !old(n, v)).collect()
    }

    /// The names among these of which nothing was known.
    pub(super) fn unknown(&self, fields: &BTreeMap<String, String>) -> Vec<String> {
        let known = |name: &&String| self.imported.contains_key(*name) || self.current.contains_key(*name);
        fields.keys().filter(|name| !known(name)).cloned().collect()
    }
}
