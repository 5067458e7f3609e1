//! A CRM export with a mailbox and a calendar of the same time.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::{errors, root, stagecraft};

/// A file of the export.
pub fn file(name: &str) -> PathBuf {
    root().join("crates/cli/tests/mail").join(name)
}

/// `stagecraft COMMAND` with files of the export and further arguments; it must succeed. Standard error.
fn run(command: &str, files: &[&str], arguments: &[&str]) -> String {
    let mut all: Vec<String> = vec![command.to_owned()];
    all.extend(files.iter().map(|f| file(f).display().to_string()));
    all.extend(arguments.iter().map(|a| (*a).to_owned()));
    let output = stagecraft(&all);
    let said = errors(&output) + &String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    said
}

const ALL: &[&str] = &["deals.csv", "contacts.csv", "mailbox.mbox", "calendar.ics"];

#[test]
fn messages_and_meetings_become_touchpoints() {
    let said = run("discover", ALL, &[]);
    let expected = "17 linked to 4 deals (6 email.received, 5 email.sent, 4 meeting.accepted, 5 meeting.attended, 1 meeting.declined)";
    assert!(said.contains("18 messages and"), "{said}");
    assert!(said.contains(expected), "{said}");
    assert!(said.contains("Your own side is taken to be ourco.example"), "{said}");
    assert!(said.contains("  kim@stark.example Kim Doe: 2 messages, 2026-02-10 to 2026-02-11"), "{said}");
    for left_out in ["2 automatic", "1 there already", "2 with people on no deal", "2 called off", "1 not confirmed"] {
        assert!(said.contains(left_out), "{left_out}: {said}");
    }
}

#[test]
fn the_team_can_be_named() {
    let said = run("discover", ALL, &["--team-domain", "northwind.example"]);
    assert!(!said.contains("Your own side"), "{said}");
    // seen from the other side nobody writes to a deal of Northwind but to strangers
    assert!(!said.contains("17 linked"), "{said}");
}

/// Mail that comes after the deals finds them in the workspace, and what is there already is not added again.
#[test]
fn a_mailbox_finds_the_deals_of_the_workspace() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().display().to_string();
    run("import", &["deals.csv", "contacts.csv"], &["--data", &data]);
    let said = run("import", &["mailbox.mbox"], &["--data", &data]);
    assert!(said.contains("12 linked to 4 deals (6 email.received, 5 email.sent, 1 meeting.accepted)"), "{said}");
    assert!(said.contains("12 events added to 4 deals"), "{said}");
    let said = run("import", &["mailbox.mbox", "calendar.ics"], &["--data", &data]);
    assert!(said.contains("9 events added to 3 deals"), "{said}");
    let said = run("import", &["mailbox.mbox", "calendar.ics"], &["--data", &data]);
    assert!(said.contains("0 events added to 0 deals"), "{said}");
}
