//! What ends the program early, in words for the one who typed the command.

use std::{path::PathBuf, process::ExitCode};

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input is at fault: exit code 2.
    #[error("{0}")]
    Input(String),
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl Failure {
    /// 2 where the input is at fault, else 1.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Input(_) | Self::File { .. } => ExitCode::from(2),
            Self::Other(_) => ExitCode::FAILURE,
        }
    }

    /// For `map_err` around an operation on `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// Wraps an error whose cause is not the input.
    pub fn other(error: impl std::fmt::Display) -> Self {
        Self::Other(error.to_string())
    }

    /// Wraps an error whose cause is the input.
    pub fn input(error: impl std::fmt::Display) -> Self {
        Self::Input(error.to_string())
    }
}
