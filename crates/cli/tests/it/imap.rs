//! Folders of a real mail server: Dovecot, on a port of its own, over TLS.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{errors, mail};

const USER: &str = "jo@ourco.example";
const PASSWORD: &str = "a b\"c\\d";

/// A server with one user, who has the messages of the mailbox in INBOX, unread.
struct Dovecot {
    server: Child,
    folder: TempDir,
    tls: u16,
    plain: u16,
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // the master ends those it started
        let _ = Command::new("kill").arg(self.server.id().to_string()).status();
        let _ = self.server.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn sh(command: &str) {
    let output = Command::new("sh").args(["-c", command]).output().unwrap();
    assert!(output.status.success(), "{command}: {}", errors(&output));
}

impl Dovecot {
    fn start() -> Self {
        let program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].into_iter().find(|p| Path::new(p).exists());
        let program = program.unwrap_or_else(|| {
            panic!("the test needs Dovecot (Debian package dovecot-imapd; scripts/test.sh installs it)")
        });
        let folder = TempDir::new().unwrap();
        let at = folder.path().display().to_string();
        let (tls, plain) = (free_port(), free_port());
        sh(&format!(
            "chmod 755 {at} && cd {at} && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
             -keyout key.pem -out cert.pem -subj /CN=localhost -addext subjectAltName=DNS:localhost \
             -addext basicConstraints=critical,CA:FALSE 2>/dev/null"
        ));
        let conf = format!(
            "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {at}/run\nlog_path = {at}/log\nssl = yes\n\
             ssl_cert = <{at}/cert.pem\nssl_key = <{at}/key.pem\ndisable_plaintext_auth = yes\nfirst_valid_uid = 1\n\
             mail_location = maildir:{at}/mail\n\
             passdb {{\n driver = passwd-file\n args = scheme=PLAIN {at}/users\n}}\n\
             userdb {{\n driver = static\n args = uid=65534 gid=65534 home={at}/home\n}}\n\
             service imap-login {{\n inet_listener imap {{\n port = {plain}\n }}\n inet_listener imaps {{\n port = {tls}\n }}\n}}\n"
        );
        fs::write(folder.path().join("dovecot.conf"), conf).unwrap();
        fs::write(folder.path().join("users"), format!("{USER}:{PASSWORD}::::::\n")).unwrap();
        for place in ["mail/new", "mail/cur", "mail/tmp", "mail/.Sent/new", "mail/.Sent/cur", "mail/.Sent/tmp", "home"]
        {
            fs::create_dir_all(folder.path().join(place)).unwrap();
        }
        let mut here = Self { server: Command::new("true").spawn().unwrap(), folder, tls, plain };
        let mailbox = fs::read_to_string(mail::file("mailbox.mbox")).unwrap();
        for (nth, message) in mailbox.split("\n\nFrom ").enumerate() {
            here.deliver(nth, message.split_once('\n').unwrap().1);
        }
        let log = fs::File::create(here.folder.path().join("out")).unwrap();
        here.server = Command::new(program)
            .args(["-F", "-c", &format!("{at}/dovecot.conf")])
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", tls)).is_err() {
            let log =
                || ["log", "out"].map(|f| fs::read_to_string(here.folder.path().join(f)).unwrap_or_default()).concat();
            assert!(begun.elapsed() < Duration::from_secs(30), "Dovecot does not start: {}", log());
            thread::sleep(Duration::from_millis(50));
        }
        here
    }

    /// Puts a message into the folder as a mail server does.
    fn deliver(&self, nth: usize, text: &str) {
        fs::write(self.folder.path().join(format!("mail/new/{}.{nth}.test", 1_770_000_000 + nth)), text).unwrap();
        sh(&format!("chown -R 65534:65534 {0}/mail {0}/home", self.folder.path().display()));
    }

    fn import(&self, address: &str, password: Option<&str>, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stagecraft"));
        command.arg("import").arg(address).arg("--data").arg(self.folder.path().join("data")).args(more);
        command.stdin(Stdio::null()).env_remove("STAGECRAFT_IMAP_PASSWORD");
        command.envs(password.map(|p| ("STAGECRAFT_IMAP_PASSWORD", p)));
        command.output().unwrap()
    }

    fn address(&self, folder: &str) -> String {
        format!("imaps://jo%40ourco.example@localhost:{}/{folder}", self.tls)
    }

    fn authority(&self) -> String {
        self.folder.path().join("cert.pem").display().to_string()
    }

    /// Imports a folder; what was said must contain this.
    fn says(&self, address: &str, password: Option<&str>, more: &[&str], good: bool, expected: &[&str]) {
        let output = self.import(address, password, more);
        let said = errors(&output) + &String::from_utf8_lossy(&output.stdout);
        let log = || fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        assert_eq!(output.status.success(), good, "{said}\n{}", log());
        for part in expected {
            assert!(said.contains(part), "{part:?} is not in: {said}\n{}", log());
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

    let (inbox, ca) = (dovecot.address("INBOX"), dovecot.authority());
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

    let read = fs::read_dir(dovecot.folder.path().join("mail/cur")).unwrap();
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
    let (inbox, ca) = (dovecot.address("INBOX"), dovecot.authority());
    let trusted = ["--imap-ca", ca.as_str()];
    dovecot.says(&inbox, Some("wrong one"), &trusted, false, &["does not accept this user and password"]);
    dovecot.says(&inbox, None, &trusted, false, &["STAGECRAFT_IMAP_PASSWORD"]);
    dovecot.says(&dovecot.address("Send"), Some(PASSWORD), &trusted, false, &["no folder \"Send\"", "INBOX, Sent"]);
    dovecot.says(&inbox, Some(PASSWORD), &[], false, &["no secure connection", "--imap-ca"]);
    let wrong_port = inbox.replace(&dovecot.tls.to_string(), &free_port().to_string());
    dovecot.says(&wrong_port, Some(PASSWORD), &trusted, false, &["cannot be reached"]);
    // STARTTLS on the port without TLS; nothing to read in that folder
    let starttls = format!("imap://jo%40ourco.example@localhost:{}/Sent", dovecot.plain);
    dovecot.says(&starttls, Some(PASSWORD), &trusted, true, &["Nothing is new"]);
}
