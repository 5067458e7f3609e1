//! Folders of a mail server, read without changing anything in them.

mod connect;
mod fetch;

use std::{fmt, net::IpAddr, time::Duration};

pub use self::{
    connect::tls,
    fetch::{Fetched, fetch},
};

/// A folder of a mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// TLS from the first byte (`imaps`), else by STARTTLS.
    pub tls: bool,
    /// Who.
    pub user: String,
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The folder.
    pub folder: String,
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { user, host, port, folder, .. } = self;
        let scheme = if self.tls { "imaps" } else { "imap" };
        let port = if *port == Self::usual_port(self.tls) { String::new() } else { format!(":{port}") };
        write!(f, "{scheme}://{user}@{host}{port}/{folder}")
    }
}

impl Folder {
    /// The port at which servers listen.
    pub fn usual_port(tls: bool) -> u16 {
        if tls { 993 } else { 143 }
    }
}

/// True for this computer.
pub fn is_here(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// How messages are fetched.
#[derive(Debug, Clone)]
pub struct How {
    /// The whole message, not its header alone.
    pub bodies: bool,
    /// Certificates in PEM to trust beside the usual ones; may be empty.
    pub authority: Vec<u8>,
    /// No encryption is needed.
    pub plaintext: bool,
    /// How long the server may be silent.
    pub patience: Duration,
}

/// How far a folder was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The folder's UIDVALIDITY: with another one, its UIDs mean other messages.
    pub validity: u32,
    /// The last UID read.
    pub last: u32,
}

/// Where reading begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// With the first message.
    Start,
    /// With what comes from now on.
    Now,
    /// After this; with the first message where the folder is another one.
    After(Mark),
}

/// What kind of thing is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached.
    Unreachable,
    /// The server's certificate is not trusted.
    Certificate,
    /// The connection cannot be secured for another reason.
    Unsecured,
    /// The server offers no encryption, so the password is not sent.
    Plaintext,
    /// The server does not accept the user and the password.
    Login,
    /// There is no such folder.
    Folder,
    /// The certificates to trust cannot be read.
    Authority,
    /// Anything else.
    Other,
}

/// Why a folder cannot be read, in a sentence without the password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{says}")]
pub struct Fault {
    /// What kind of thing is in the way.
    pub trouble: Trouble,
    /// In words.
    pub says: String,
}

impl Fault {
    fn new(trouble: Trouble, says: impl Into<String>) -> Self {
        Self { trouble, says: says.into() }
    }
}
