//! Real mail servers on ports of their own, over TLS: Dovecot for reading, and one that takes mail and delivers it into
//! Dovecot's folders.

#![allow(dead_code, reason = "two programs of tests share it")]

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

pub const USER: &str = "jo@ourco.example";
pub const PASSWORD: &str = "a b\"c\\d";

/// Both servers, with one user, whose folder is `mail/jo`; what goes to others lands in `mail/out`.
pub struct PostOffice {
    pub folder: TempDir,
    pub imaps: u16,
    pub imap: u16,
    pub smtp: Option<u16>,
    servers: Vec<Child>,
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        for server in &mut self.servers {
            // Dovecot's master ends those it started
            let _ = Command::new("kill").arg(server.id().to_string()).status();
            let _ = server.wait();
        }
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn sh(command: &str) {
    let output = Command::new("sh").args(["-c", command]).output().unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

impl PostOffice {
    /// Dovecot alone.
    pub fn reading() -> Self {
        let program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].into_iter().find(|p| Path::new(p).exists());
        let program = program.unwrap_or_else(|| {
            panic!("the test needs Dovecot (Debian package dovecot-imapd; scripts/test.sh installs it)")
        });
        let folder = TempDir::new().unwrap();
        let at = folder.path().display().to_string();
        let (imaps, imap) = (free_port(), free_port());
        sh(&format!(
            "chmod 755 {at} && cd {at} && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
             -keyout key.pem -out cert.pem -subj /CN=localhost -addext subjectAltName=DNS:localhost \
             -addext basicConstraints=critical,CA:FALSE 2>/dev/null"
        ));
        let conf = format!(
            "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {at}/run\nlog_path = {at}/log\nssl = yes\n\
             ssl_cert = <{at}/cert.pem\nssl_key = <{at}/key.pem\ndisable_plaintext_auth = yes\nfirst_valid_uid = 1\n\
             mail_location = maildir:{at}/mail/%n\n\
             passdb {{\n driver = passwd-file\n args = scheme=PLAIN {at}/users\n}}\n\
             userdb {{\n driver = static\n args = uid=65534 gid=65534 home={at}/home\n}}\n\
             service imap-login {{\n inet_listener imap {{\n port = {imap}\n }}\n inet_listener imaps {{\n port = {imaps}\n }}\n}}\n"
        );
        fs::write(folder.path().join("dovecot.conf"), conf).unwrap();
        fs::write(folder.path().join("users"), format!("{USER}:{PASSWORD}::::::\n")).unwrap();
        let boxes = ["mail/jo", "mail/jo/.Sent"].iter().flat_map(|b| ["new", "cur", "tmp"].map(|p| format!("{b}/{p}")));
        for place in boxes.chain(["home".to_owned()]) {
            fs::create_dir_all(folder.path().join(place)).unwrap();
        }
        sh(&format!("chown -R 65534:65534 {at}/mail {at}/home"));
        let log = fs::File::create(folder.path().join("out")).unwrap();
        let server = Command::new(program)
            .args(["-F", "-c", &format!("{at}/dovecot.conf")])
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let here = Self { folder, imaps, imap, smtp: None, servers: vec![server] };
        here.wait_for(imaps);
        here
    }

    /// Both.
    pub fn start() -> Self {
        let mut here = Self::reading();
        let port = free_port();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/tests/post_office/smtp.py");
        let log = fs::File::create(here.folder.path().join("out-smtp")).unwrap();
        let server = Command::new("/usr/bin/python3")
            .arg(script)
            .args([port.to_string(), here.folder.path().display().to_string()])
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|_| {
                panic!("the test needs aiosmtpd (Debian package python3-aiosmtpd; scripts/test.sh installs it)")
            });
        here.servers.push(server);
        here.smtp = Some(port);
        here.wait_for(port);
        here
    }

    fn wait_for(&self, port: u16) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "the server does not start: {}", self.log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// What the servers wrote down.
    pub fn log(&self) -> String {
        ["log", "out", "out-smtp"].map(|f| fs::read_to_string(self.folder.path().join(f)).unwrap_or_default()).concat()
    }

    /// Puts a message into the user's folder as a mail server does.
    pub fn deliver(&self, nth: usize, text: impl AsRef<[u8]>) {
        let at = self.folder.path().join("mail/jo");
        let name = format!("{}.{nth}.test", 1_770_000_000 + nth);
        fs::write(at.join("tmp").join(&name), text).unwrap();
        sh(&format!("chown -R 65534:65534 {}", at.display()));
        fs::rename(at.join("tmp").join(&name), at.join("new").join(&name)).unwrap();
    }

    /// What was delivered to others, the first first.
    pub fn delivered(&self) -> Vec<String> {
        let Ok(folder) = fs::read_dir(self.folder.path().join("mail/out/new")) else { return Vec::new() };
        let nth = |path: &PathBuf| path.display().to_string().rsplit('.').nth(1).unwrap().parse::<u32>().unwrap();
        let mut files: Vec<PathBuf> = folder.map(|file| file.unwrap().path()).collect();
        files.sort_by_key(nth);
        files.iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()).collect()
    }

    /// To whom mail was taken, in order.
    pub fn taken(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.path().join("taken")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// The certificate to trust.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }

    /// A mailbox of these servers, as the API takes it.
    pub fn account(&self) -> serde_json::Value {
        serde_json::json!({
            "address": USER, "name": "Jo of Ourco",
            "smtp": {"host": "localhost", "port": self.smtp, "security": "starttls", "user": USER},
            "imap": {"host": "localhost", "port": self.imaps, "security": "tls", "user": USER},
            "authority": fs::read_to_string(self.authority()).unwrap(),
            "smtp_password": PASSWORD,
        })
    }
}
