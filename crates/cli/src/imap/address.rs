//! The address of a folder: `imap://USER@HOST:PORT/FOLDER`.

use std::path::Path;

use server::imap::Folder;

use crate::failure::Failure;

/// The folder that an argument names; `None` if it names a file.
///
/// # Errors
/// If it is the address of a mail server, but not a sound one; never repeats a password.
pub fn folder_of(path: &Path) -> Result<Option<Folder>, Failure> {
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

fn parse(tls: bool, rest: &str) -> Result<Folder, String> {
    let (server, folder) = rest.split_once('/').unwrap_or((rest, ""));
    let (user, server) = server.rsplit_once('@').ok_or("the user is missing")?;
    if user.contains(':') {
        return Err(
            "a password does not belong there, others can read it: put it into STAGECRAFT_IMAP_PASSWORD".to_owned()
        );
    }
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port.parse().map_err(|_| format!("{port:?} is no port"))?),
        _ => (server, Folder::usual_port(tls)),
    };
    if user.is_empty() || host.is_empty() {
        return Err("the user or the server is missing".to_owned());
    }
    let folder = if folder.is_empty() { "INBOX".to_owned() } else { decoded(folder) };
    Ok(Folder { tls, user: decoded(user), host: host.to_owned(), port, folder })
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
        let address = folder_of(Path::new(text)).unwrap().unwrap();
        assert_eq!((address.to_string().as_str(), address.host.as_str(), address.port), (shown, host, port));
    }

    #[rstest]
    #[case("imap://mail.our.co/INBOX", "the user is missing")]
    #[case("imap://jo:s3cret@mail.our.co", "STAGECRAFT_IMAP_PASSWORD")]
    #[case("imap://jo@mail.our.co:x", "no port")]
    #[case("imap://@/", "missing")]
    fn unsound(#[case] text: &str, #[case] reason: &str) {
        let error = folder_of(Path::new(text)).unwrap_err().to_string();
        assert!(error.contains(reason) && !error.contains("s3cret"), "{error}");
    }

    #[test]
    fn a_file_is_a_file() {
        assert_eq!(folder_of(Path::new("deals.csv")).unwrap(), None);
    }
}
