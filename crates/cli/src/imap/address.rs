//! The address of a folder: `imap://USER@HOST:PORT/FOLDER`.

use std::{fmt, net::IpAddr, path::Path};

use crate::failure::Failure;

/// A folder of a mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
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

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { user, host, port, folder, .. } = self;
        let scheme = if self.tls { "imaps" } else { "imap" };
        let port = if *port == default_port(self.tls) { String::new() } else { format!(":{port}") };
        write!(f, "{scheme}://{user}@{host}{port}/{folder}")
    }
}

fn default_port(tls: bool) -> u16 {
    if tls { 993 } else { 143 }
}

impl Address {
    /// The folder that an argument names; `None` if it names a file.
    ///
    /// # Errors
    /// If it is the address of a mail server, but not a sound one; never repeats a password.
    pub fn of(path: &Path) -> Result<Option<Self>, Failure> {
        let text = path.to_string_lossy();
        let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let tls = match scheme.as_deref() {
            Some("imaps") => true,
            Some("imap") => false,
            _ => return Ok(None),
        };
        let rest = text.split_once("://").map_or("", |(_, rest)| rest);
        parse(tls, rest).map(Some).map_err(|reason| {
            Failure::Input(format!(
                "The address of a mail folder is imap://USER@HOST/FOLDER or imaps://USER@HOST/FOLDER; {reason}."
            ))
        })
    }

    /// True if the server is this computer.
    pub fn is_here(&self) -> bool {
        let host = self.host.trim_matches(['[', ']']);
        host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

fn parse(tls: bool, rest: &str) -> Result<Address, String> {
    let (server, folder) = rest.split_once('/').unwrap_or((rest, ""));
    let (user, server) = server.rsplit_once('@').ok_or("the user is missing")?;
    if user.contains(':') {
        return Err(
            "a password does not belong there, others can read it: put it into STAGECRAFT_IMAP_PASSWORD".to_owned()
        );
    }
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port.parse().map_err(|_| format!("{port:?} is no port"))?),
        _ => (server, default_port(tls)),
    };
    if user.is_empty() || host.is_empty() {
        return Err("the user or the server is missing".to_owned());
    }
    let folder = if folder.is_empty() { "INBOX".to_owned() } else { decoded(folder) };
    Ok(Address { tls, user: decoded(user), host: host.to_owned(), port, folder })
}

/// `%40` is `@`.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("imap://jo@mail.our.co", "imap://jo@mail.our.co/INBOX", "mail.our.co", 143)]
    #[case("imaps://jo@our.co@mail.our.co/Sent Items", "imaps://jo@our.co@mail.our.co/Sent Items", "mail.our.co", 993)]
    #[case(
        "IMAPS://jo%40our.co@mail.our.co:1993/a/b%20c",
        "imaps://jo@our.co@mail.our.co:1993/a/b c",
        "mail.our.co",
        1993
    )]
    #[case("imap://jo@[::1]:10143/INBOX", "imap://jo@[::1]:10143/INBOX", "[::1]", 10143)]
    fn addresses(#[case] text: &str, #[case] shown: &str, #[case] host: &str, #[case] port: u16) {
        let address = Address::of(Path::new(text)).unwrap().unwrap();
        assert_eq!((address.to_string().as_str(), address.host.as_str(), address.port), (shown, host, port));
    }

    #[rstest]
    #[case("imap://mail.our.co/INBOX", "the user is missing")]
    #[case("imap://jo:s3cret@mail.our.co", "STAGECRAFT_IMAP_PASSWORD")]
    #[case("imap://jo@mail.our.co:x", "no port")]
    #[case("imap://@/", "missing")]
    fn unsound(#[case] text: &str, #[case] reason: &str) {
        let error = Address::of(Path::new(text)).unwrap_err().to_string();
        assert!(error.contains(reason) && !error.contains("s3cret"), "{error}");
    }

    #[test]
    fn a_file_is_a_file() {
        assert_eq!(Address::of(Path::new("deals.csv")).unwrap(), None);
    }
}
