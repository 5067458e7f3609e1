//! What an import did.

pub use model::fact::Rows;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What became of the rows of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileReport {
    /// The name shown to people.
    pub name: String,
    /// Its rows.
    pub rows: Rows,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// All files together.
    pub rows: Rows,
    /// Each file.
    pub files: Vec<FileReport>,
    /// What a person should know, in sentences.
    pub notes: Vec<String>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reject {
    /// The file.
    pub file: String,
    /// Its line (of a sheet: its row), from 1, the header counted.
    pub line: u64,
    /// The column at fault; empty if it is the row as a whole.
    pub column: String,
    /// The value at fault.
    pub value: String,
    /// What is wrong with it and what helps, in a sentence.
    pub reason: String,
}

/// How far reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read, of all files.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
    /// Rows read.
    pub rows: u64,
}
