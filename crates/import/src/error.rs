//! Why nothing was read.

/// Why files cannot be read at all, in words for the one who has to mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The operating system does not give it.
    #[error("{file}: cannot be read: {reason}. Check that the file exists and may be opened.")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// Not a file.
    #[error("{file}: this is a folder. Give the files in it.")]
    Folder {
        /// The folder.
        file: String,
    },
    /// No bytes or no text.
    #[error("{file}: the file is empty. Export it again with its rows.")]
    Empty {
        /// The file.
        file: String,
    },
    /// A header without rows.
    #[error("{file}: line 1 is a header, and no row follows it. Export it again with its rows.")]
    HeaderOnly {
        /// The file.
        file: String,
    },
    /// Not text, not a workbook, not an event log.
    #[error("{file}: this is {looks_like}, not a table. Export the data as CSV, XLSX, Parquet, XES or OCEL 2.0 JSON.")]
    Binary {
        /// The file.
        file: String,
        /// What it seems to be: `a PDF document`.
        looks_like: String,
    },
    /// One column only, or columns of which none says anything.
    #[error(
        "{file}: line 1: no column is recognised with the delimiter {delimiter} (header: {header:?}); missing: {missing}. \
         Save the file with the delimiter ',', ';', '|' or tab and with a header line, or name the columns by hand."
    )]
    NoColumn {
        /// The file.
        file: String,
        /// The delimiter tried, in words.
        delimiter: String,
        /// The header line, shortened.
        header: String,
        /// What is missing.
        missing: String,
    },
    /// A first line that cannot be the header.
    #[error(
        "{file}: line 1 is no header: {reason}. Export only the columns that you need, with their names in line 1."
    )]
    Header {
        /// The file.
        file: String,
        /// Why not.
        reason: String,
    },
    /// No file has deals or events.
    #[error(
        "{files}: no deals and no events are found; missing: {missing}. Add the file with one row a deal (or an event), \
         or name its columns by hand."
    )]
    NoDeals {
        /// The files looked at.
        files: String,
        /// What is missing.
        missing: String,
    },
    /// A workbook that cannot be opened.
    #[error("{file}: the workbook cannot be read: {reason}. Save it again as XLSX, or as CSV.")]
    Workbook {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A Parquet file that cannot be read.
    #[error("{file}: the Parquet file cannot be read: {reason}. Write it again, or export the data as CSV.")]
    Parquet {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// XML that is no event log.
    #[error("{file}: line {line}: broken XES: {reason}. Export the log again; nothing of it was read.")]
    Xes {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// JSON that is no object-centric event log.
    #[error("{file}: line {line}: broken OCEL: {reason}. Export the log again; nothing of it was read.")]
    Ocel {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A compressed file that cannot be unpacked.
    #[error(
        "{file}: the compressed file cannot be read: {reason}. Compress or download it again; nothing of it was read."
    )]
    Packed {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// An archive that is not looked into.
    #[error("{file}: {reason}. Unpack it and give the files in it.")]
    Archive {
        /// The file.
        file: String,
        /// Why not.
        reason: String,
    },
    /// A plan that cannot be carried out.
    #[error("{file}: {}{reason}", column.as_ref().map(|c| format!("column {c:?}: ")).unwrap_or_default())]
    Plan {
        /// The file.
        file: String,
        /// The column, where it is about one.
        column: Option<String>,
        /// What is impossible, and the remedy.
        reason: String,
    },
    /// Not one row could be read.
    #[error("{file}: none of its {rows} rows can be read. The first reasons: {reasons}")]
    AllRejected {
        /// The file.
        file: String,
        /// How many rows it has.
        rows: u64,
        /// Reasons of the first rows, with line and column.
        reasons: String,
    },
}

impl ImportError {
    /// True if a file can be read, and holds no table or one without rows.
    pub(crate) fn is_of_contents(&self) -> bool {
        matches!(
            self,
            Self::Empty { .. }
                | Self::HeaderOnly { .. }
                | Self::Binary { .. }
                | Self::NoColumn { .. }
                | Self::Header { .. }
        )
    }
}

/// Why reading ended early.
#[derive(Debug, thiserror::Error)]
pub enum ReadError<E> {
    /// The files are at fault.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The sink could not take a fact.
    #[error("{0}")]
    Sink(E),
    /// The caller said stop.
    #[error("cancelled")]
    Cancelled,
}
