//! The program, as somebody at a terminal meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod check;
mod hostile;
mod imap;
mod kill;
mod logs;
mod mail;
mod maven;
mod outbox;
mod pm4py;
#[path = "../../../server/tests/post_office/mod.rs"]
mod post_office;
mod reimport;
mod sample;
mod schema;

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// The repository's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the shared data.
pub fn shared(path: &str) -> PathBuf {
    root().join("../shared/data").join(path)
}

/// JSON in a file.
pub fn json(path: impl AsRef<Path>) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Runs `stagecraft` with arguments.
pub fn stagecraft<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stagecraft")).args(arguments).output().unwrap()
}

/// Standard error as text.
pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What `stagecraft discover --json` prints for these files.
pub fn discovered(files: &[PathBuf]) -> Value {
    let mut arguments: Vec<&std::ffi::OsStr> = vec!["discover".as_ref(), "--json".as_ref()];
    arguments.extend(files.iter().map(|f| f.as_os_str()));
    let output = stagecraft(arguments);
    assert!(output.status.success(), "{}", errors(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Moves as (from, to, count), sorted.
pub fn moves(map: &Value) -> Vec<(String, String, u64)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let edges = map["edges"].as_array().unwrap();
    let mut moves: Vec<_> =
        edges.iter().map(|e| (text(&e["from"]), text(&e["to"]), e["count"].as_u64().unwrap())).collect();
    moves.sort();
    moves
}

/// Equal but for the last digits.
pub fn assert_near(found: &Value, expected: &Value, what: &str) {
    let (a, b) = (found.as_f64().unwrap_or(f64::NAN), expected.as_f64().unwrap_or(f64::NAN));
    assert!((a - b).abs() <= 1e-6 * b.abs().max(1.0), "{what}: {found} is not {expected}");
}
