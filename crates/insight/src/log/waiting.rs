//! Rows whose deals are not looked up yet.

use super::{
    columns::Row,
    dictionary::{Dictionary, hash},
};

/// Rows looked up together. The look-ups of a batch do not depend on each other, so the processor waits for the memory
/// of several of them at the same time.
const BATCH: usize = 32;

/// A batch of rows with the keys of their deals.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    keys: String,
    /// Where the key ends, its hash, the row.
    rows: Vec<(usize, u64, Row)>,
}

impl Waiting {
    pub(super) fn push(&mut self, key: &str, row: Row) {
        self.keys.push_str(key);
        self.rows.push((self.keys.len(), hash(key), row));
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= BATCH
    }

    /// Hands all rows on in order, with the codes that their deals have in `keys`; new ones are taken in.
    pub(super) fn settle(&mut self, keys: &mut Dictionary, mut on_row: impl FnMut(u32, Row)) {
        let mut start = 0;
        for (end, hash, row) in self.rows.drain(..) {
            let code = keys.intern_hashed(hash, &self.keys[start..end]);
            start = end;
            on_row(code, row);
        }
        self.keys.clear();
    }
}
