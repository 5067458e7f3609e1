//! Keeping secrets: passwords are sealed with a key that is not in the database, and links are signed with it.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hmac,
};

use crate::{auth::hex, problem::Problem};

/// The environment variable that can hold the key, as 64 hexadecimal digits.
pub const VARIABLE: &str = "STAGECRAFT_SECRET_KEY";
/// The file that holds it otherwise.
const FILE: &str = "secret.key";
const LENGTH: usize = 32;

/// The key of the workspace, read when it is needed first and made if there is none.
pub struct Keys {
    folder: PathBuf,
    read: Mutex<Option<[u8; LENGTH]>>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// The key in this folder, or that of the environment.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, read: Mutex::new(None) }
    }

    /// Seals a text for one purpose; empty for an empty one.
    ///
    /// # Errors
    /// 500 if the key cannot be read or made.
    pub fn seal(&self, purpose: &str, text: &str) -> Result<Vec<u8>, Problem> {
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let mut nonce = [0_u8; NONCE_LEN];
        getrandom::fill(&mut nonce).map_err(Problem::internal)?;
        let mut sealed = text.as_bytes().to_vec();
        let at = Nonce::assume_unique_for_key(nonce);
        let broken = |_| Problem::internal("cannot seal a password");
        self.cipher()?.seal_in_place_append_tag(at, Aad::from(purpose), &mut sealed).map_err(broken)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for the same purpose; `None` where the key is another one now.
    ///
    /// # Errors
    /// 500 if the key cannot be read or made.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Option<String>, Problem> {
        if sealed.is_empty() {
            return Ok(Some(String::new()));
        }
        let Some((nonce, rest)) = sealed.split_first_chunk::<NONCE_LEN>() else { return Ok(None) };
        let mut bytes = rest.to_vec();
        let at = Nonce::assume_unique_for_key(*nonce);
        let opened = self.cipher()?.open_in_place(at, Aad::from(purpose), &mut bytes);
        Ok(opened.ok().and_then(|plain| String::from_utf8(plain.to_vec()).ok()))
    }

    /// What a link for one purpose bears so that nobody can make one up.
    ///
    /// # Errors
    /// 500 if the key cannot be read or made.
    pub fn sign(&self, purpose: &str, what: &[u8]) -> Result<String, Problem> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.key()?);
        Ok(hex(hmac::sign(&key, &[purpose.as_bytes(), b":", what].concat()).as_ref()))
    }

    fn cipher(&self) -> Result<LessSafeKey, Problem> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.key()?);
        key.map(LessSafeKey::new).map_err(|_| Problem::internal("the secret key has the wrong length"))
    }

    fn key(&self) -> Result<[u8; LENGTH], Problem> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = *read {
            return Ok(key);
        }
        let key = self.find().map_err(|error| Problem::internal(format!("the secret key: {error}")))?;
        *read = Some(key);
        Ok(key)
    }

    fn find(&self) -> io::Result<[u8; LENGTH]> {
        if let Ok(text) = std::env::var(VARIABLE) {
            return of_hex(&text).ok_or_else(|| io::Error::other(format!("{VARIABLE} is not 64 hexadecimal digits")));
        }
        let path = self.folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => of_hex(&text)
                .ok_or_else(|| io::Error::other(format!("{} is not 64 hexadecimal digits", path.display()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.make(),
            Err(error) => Err(error),
        }
    }

    /// Makes a key. Of two programs that make one at the same time, the second takes that of the first.
    fn make(&self) -> io::Result<[u8; LENGTH]> {
        let mut key = [0_u8; LENGTH];
        getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
        fs::create_dir_all(&self.folder)?;
        let draft = self.folder.join(format!("{FILE}.{}", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft)?;
        file.write_all(hex(&key).as_bytes())?;
        file.sync_all()?;
        let made = fs::hard_link(&draft, self.folder.join(FILE));
        fs::remove_file(&draft)?;
        match made {
            Ok(()) => Ok(key),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => self.find(),
            Err(error) => Err(error),
        }
    }
}

fn of_hex(text: &str) -> Option<[u8; LENGTH]> {
    let text = text.trim();
    if text.len() != 2 * LENGTH || !text.is_ascii() {
        return None;
    }
    let mut key = [0_u8; LENGTH];
    for (byte, at) in key.iter_mut().zip((0..text.len()).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_sealed_is_opened_for_the_same_purpose_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::new(folder.path().join("data"));
        let (one, two) = (keys.seal("smtp", "geheim 🔑").unwrap(), keys.seal("smtp", "geheim 🔑").unwrap());
        assert!(one != two && !one.windows(6).any(|w| w == b"geheim"));
        let again = Keys::new(folder.path().join("data"));
        assert_eq!(again.open("smtp", &one).unwrap().as_deref(), Some("geheim 🔑"));
        assert_eq!(again.open("imap", &one).unwrap(), None);
        assert_eq!(again.open("smtp", &one[..20]).unwrap(), None);
        assert_eq!(again.open("smtp", &[]).unwrap().as_deref(), Some(""));
        let other = Keys::new(folder.path().join("other"));
        assert_eq!(other.open("smtp", &two).unwrap(), None);
        assert_ne!(keys.sign("link", b"1").unwrap(), other.sign("link", b"1").unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        Keys::new(folder.path().into()).sign("link", b"1").unwrap();
        let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
