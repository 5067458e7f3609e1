//! Folders of a real mail server: Dovecot, on a port of its own, over TLS.

use std::{
    fs,
    process::{Command, Output, Stdio},
};

use crate::{
    errors, mail,
    post_office::{PASSWORD, PostOffice, free_port},
};

/// A server with one user, who has the messages of the mailbox in INBOX, unread.
struct Dovecot(PostOffice);

impl std::ops::Deref for Dovecot {
    type Target = PostOffice;
    fn deref(&self) -> &PostOffice {
        &self.0
    }
}

impl Dovecot {
    fn start() -> Self {
        let here = PostOffice::reading();
        let mailbox = fs::read_to_string(mail::file("mailbox.mbox")).unwrap();
        for (nth, message) in mailbox.split("\n\nFrom ").enumerate() {
            here.deliver(nth, message.split_once('\n').unwrap().1);
        }
        Self(here)
    }

    fn import(&self, address: &str, password: Option<&str>, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stagecraft"));
        command.arg("import").arg(address).arg("--data").arg(self.folder.path().join("data")).args(more);
        command.stdin(Stdio::null()).env_remove("STAGECRAFT_IMAP_PASSWORD");
        command.envs(password.map(|p| ("STAGECRAFT_IMAP_PASSWORD", p)));
        command.output().unwrap()
    }

    fn address(&self, folder: &str) -> String {
        format!("imaps://jo%40ourco.example@localhost:{}/{folder}", self.imaps)
    }

    /// Imports a folder; what was said must contain this.
    fn says(&self, address: &str, password: Option<&str>, more: &[&str], good: bool, expected: &[&str]) {
        let output = self.import(address, password, more);
        let said = errors(&output) + &String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.success(), good, "{said}\n{}", self.log());
        for part in expected {
            assert!(said.contains(part), "{part:?} is not in: {said}\n{}", self.log());
        }
        assert!(!said.contains(PASSWORD) && !said.contains("wrong one"), "{said}");
    }
}

#[test]
fn a_folder_is_fetched_once_and_never_marked_as_read() {
    let dovecot = Dovecot::start();
    let data = dovecot.folder.path().join("data").display().to_string();
    let deals = ["deals.csv", "contacts.csv"].map(|f| mail::file(f).display().to_string());
    let output = crate::stagecraft(["import", &deals[0], &deals[1], "--data", &data]);
    assert!(output.status.success(), "{}", errors(&output));

    let (inbox, ca) = (dovecot.address("INBOX"), dovecot.authority().display().to_string());
    let trusted = ["--imap-ca", ca.as_str()];
    // headers alone: the answer to the invitation is a message like others
    let first = ["18 new messages fetched", "12 linked to 4 deals (7 email.received, 5 email.sent)", "12 events added"];
    dovecot.says(&inbox, Some(PASSWORD), &trusted, true, &first);
    dovecot.says(&inbox, Some(PASSWORD), &trusted, true, &["Nothing is new"]);
    dovecot.says(
        &inbox,
        Some(PASSWORD),
        &["--imap-ca", &ca, "--imap-all"],
        true,
        &["18 new messages", "0 events added"],
    );
    let late = "From: Ann Lee <ann.lee@northwind.example>\nTo: jo@ourco.example\nSubject: One more\n\
                Date: Wed, 25 Feb 2026 09:00:00 +0000\nMessage-ID: <late@northwind.example>\n\nHi\n";
    dovecot.deliver(99, late);
    dovecot.says(&inbox, Some(PASSWORD), &trusted, true, &["1 new message fetched", "1 event added to 1 deal"]);

    let read = fs::read_dir(dovecot.folder.path().join("mail/jo/cur")).unwrap();
    let seen = read.filter(|f| {
        f.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .split_once(":2,")
            .is_some_and(|(_, flags)| flags.contains('S'))
    });
    assert_eq!(seen.count(), 0, "messages were marked as read");
}

#[test]
fn what_goes_wrong_is_told() {
    let dovecot = Dovecot::start();
    let (inbox, ca) = (dovecot.address("INBOX"), dovecot.authority().display().to_string());
    let trusted = ["--imap-ca", ca.as_str()];
    dovecot.says(&inbox, Some("wrong one"), &trusted, false, &["does not accept this user and password"]);
    dovecot.says(&inbox, None, &trusted, false, &["STAGECRAFT_IMAP_PASSWORD"]);
    dovecot.says(&dovecot.address("Send"), Some(PASSWORD), &trusted, false, &["no folder \"Send\"", "INBOX, Sent"]);
    dovecot.says(&inbox, Some(PASSWORD), &[], false, &["no secure connection", "--imap-ca"]);
    let wrong_port = inbox.replace(&dovecot.imaps.to_string(), &free_port().to_string());
    dovecot.says(&wrong_port, Some(PASSWORD), &trusted, false, &["cannot be reached"]);
    // STARTTLS on the port without TLS; nothing to read in that folder
    let starttls = format!("imap://jo%40ourco.example@localhost:{}/Sent", dovecot.imap);
    dovecot.says(&starttls, Some(PASSWORD), &trusted, true, &["Nothing is new"]);
}
