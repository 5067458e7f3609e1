//! `stagecraft check`.

use std::fs;

use rstest::rstest;

use crate::stagecraft;

const BROKEN: &str = "schema = 1\nid = \"sales\"\nname = \"Sales\"\n\n[[stages]]\nid = \"one\"\nnme = \"One\"\n";

#[rstest]
#[case::no_toml("schema = \n", "process.toml:1:", "P001")]
#[case::unknown_field(BROKEN, "process.toml:7:1: error P002", "did you mean `name`?")]
#[case::empty("", "process.toml", "P004")]
fn errors_have_a_place_and_a_remedy(#[case] text: &str, #[case] place: &str, #[case] says: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process.toml");
    fs::write(&file, text).unwrap();
    let output = stagecraft(["check".as_ref(), file.as_os_str()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(place) && said.contains(says), "{said}");
}

#[test]
fn findings_for_reviewers_tools() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process.toml");
    fs::write(&file, BROKEN).unwrap();
    let output = stagecraft(["check".as_ref(), file.as_os_str(), "--format".as_ref(), "sarif".as_ref()]);
    let sarif: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let unknown = results.iter().find(|r| r["ruleId"] == "P002").unwrap();
    assert_eq!(unknown["locations"][0]["physicalLocation"]["region"]["startLine"], 7);
}

#[test]
fn a_file_that_is_no_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process.toml");
    fs::write(&file, b"schema = 1\nid = \"\xff\"\n").unwrap();
    let output = stagecraft(["check".as_ref(), file.as_os_str()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("process.toml:2:"));
}
