//! Bad input: a message that names file, line, column and remedy; exit code 2; nothing written.

use std::{fs, path::Path};

use rstest::rstest;

use crate::{errors, stagecraft};

fn discover(folder: &Path, name: &str, bytes: &[u8], more: &[&str]) -> std::process::Output {
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    let out = folder.join("out");
    let mut arguments = vec!["discover".into(), file.into_os_string(), "--out".into(), out.into_os_string()];
    arguments.extend(more.iter().map(Into::into));
    stagecraft(arguments)
}

#[rstest]
#[case::empty("empty.csv", b"", "empty")]
#[case::header_only("header.csv", b"deal_id,stage,created\n", "header")]
#[case::no_deals("words.csv", b"alpha|beta\nx|y\nz|w\n", "words.csv")]
#[case::binary("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0", "picture.csv")]
#[case::pdf("paper.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "paper.csv")]
#[case::broken_xes("log.xes", b"<?xml version=\"1.0\"?><log><trace><event></trace></log>", "log.xes")]
#[case::all_rows_bad(
    "deals.csv",
    b"deal_id,stage,created,closed\n1,Won,2024-02-01,2024-01-01\n2,Lost,2024-03-01,2024-01-01\n",
    "closed"
)]
fn a_file_that_cannot_be_read(#[case] name: &str, #[case] bytes: &[u8], #[case] says: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = discover(folder.path(), name, bytes, &[]);
    let said = errors(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(name) && said.to_lowercase().contains(says), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(!folder.path().join("out").exists(), "something was written");
}

const MIXED: &[u8] = b"deal_id,owner,stage,created,closed,amount\n\
1,Anna,Won,2024-01-05,2024-02-01,100\n\
2,Anna,Lost,2024-01-06,2024-01-02,100\n\
3,Ben,Won,2024-13-40,2024-02-01,100\n\
4,Ben,Won,2024-01-07,2024-02-01,=1+1\n\
1,Cleo,Won,2024-01-05,2024-02-01,100\n\
5,=HYPERLINK(\"x\"),Lost,2024-01-08,2024-02-03,100\n";

#[rstest]
#[case("deals.csv:3", "closed")]
#[case("deals.csv:4", "2024-13-40")]
#[case("deals.csv:6", "line 2")]
fn rows_that_cannot_be_read_are_told_and_the_rest_is_taken(#[case] place: &str, #[case] says: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = discover(folder.path(), "deals.csv", MIXED, &[]);
    let said = errors(&output);
    assert!(output.status.success(), "{said}");
    let told = said.lines().any(|line| line.contains(place) && line.contains(says));
    assert!(told, "{said}");
    let csv = fs::read_to_string(folder.path().join("out/rejected-rows.csv")).unwrap();
    assert!(csv.starts_with("file,line,column,value,reason"), "{csv}");
    assert!(!csv.lines().any(|line| line.split(',').any(|cell| cell.starts_with('='))), "{csv}");
}

#[test]
fn strict_takes_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let output = discover(folder.path(), "deals.csv", MIXED, &["--strict"]);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_file_that_is_not_there() {
    let output = stagecraft(["discover", "nowhere.csv", "--out", "nowhere-out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("nowhere.csv"), "{}", errors(&output));
}

#[test]
fn sixteen_bit_text_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = "deal_id;stage;created;closed\r\n1;Won;05.01.2024;17.02.2024\r\n2;Lost;06.01.2024;18.02.2024\r\n";
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let output = discover(folder.path(), "deals.csv", &bytes, &["--json"]);
    assert!(output.status.success(), "{}", errors(&output));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&found["deals"]["won"], &found["deals"]["lost"]), (&1.into(), &1.into()));
}
