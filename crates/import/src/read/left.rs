//! Rows that can be read, but are nothing that happened to a deal.

use std::collections::BTreeMap;

use crate::plan::FilePlan;

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// It is planned and not done.
    Planned,
    /// It names no deal, and its person or company had none that was open then.
    NoDeal,
    /// It names no deal, and its person or company had several that were open then.
    Several,
    /// A change that another row or file tells better.
    ToldElsewhere,
    /// A row of people without a name, an address or an id.
    Nobody,
    /// The row of a file of details that no deal can name, as it has no key.
    Unnamed,
    /// A message or meeting of no deal: the report of the mailboxes says more.
    OfNobody,
}

/// Rows left out, by file and reason.
#[derive(Debug, Default)]
pub struct LeftOut(BTreeMap<(usize, Left), u64>);

impl LeftOut {
    /// Counts a row.
    pub fn count(&mut self, file: usize, why: Left) {
        *self.0.entry((file, why)).or_default() += 1;
    }

    /// A sentence for each.
    pub fn notes(&self, files: &[FilePlan]) -> Vec<String> {
        let note = |((file, why), rows): (&(usize, Left), &u64)| {
            let name = &files[*file].name;
            let (n, are) = if *rows == 1 { ("1 row", "is") } else { (&*format!("{rows} rows"), "are") };
            let says = match why {
                Left::Planned => format!("{n} {are} planned and not done, and {are} left out."),
                Left::NoDeal => format!(
                    "{n} {are} left out: they name no deal of these files, and their person or company had none open then."
                ),
                Left::Several => {
                    format!("{n} {are} left out: they name no deal, and their person or company had several open then.")
                }
                Left::ToldElsewhere => format!("{n} {are} left out: the stage history or another row tells the same."),
                Left::Nobody => format!("{n} {are} left out: without a name, an address or an id of a person."),
                Left::OfNobody => return None,
                Left::Unnamed => format!("{n} {are} left out: no deal names them."),
            };
            Some(format!("{name}: {says}"))
        };
        self.0.iter().filter_map(note).collect()
    }
}
