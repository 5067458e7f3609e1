//! Folders of a mail server as files: new messages are fetched into a mailbox that `import` reads.
//!
//! The folder is opened for reading only (`EXAMINE`), and messages are peeked at, so none is marked as read.

mod address;
mod fetch;

use std::{
    collections::BTreeMap,
    env, fs,
    io::{IsTerminal, stdin},
    path::{Path, PathBuf},
    time::Duration,
};

use import::Source;
use serde::{Deserialize, Serialize};
use server::imap::{self, Folder, How};
use store::Store;
use tempfile::TempDir;

use crate::{arguments::ImapOptions, failure::Failure};

use address::folder_of;

/// Where a password is looked for.
const PASSWORD: &str = "STAGECRAFT_IMAP_PASSWORD";
/// The setting in which a workspace remembers how far folders were read.
const SETTING: &str = "imap";

/// How far a folder was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The folder's UIDVALIDITY: with another one, its UIDs mean other messages.
    pub validity: u32,
    /// The last UID read.
    pub last: u32,
}

impl From<imap::Mark> for Mark {
    fn from(mark: imap::Mark) -> Self {
        Self { validity: mark.validity, last: mark.last }
    }
}

/// Marks by folder.
pub type Marks = BTreeMap<String, Mark>;

/// The files of an import, with the messages fetched from mail servers among them.
#[derive(Debug)]
pub struct Gathered {
    /// In the order given.
    pub sources: Vec<Source>,
    /// How far folders are read, once the import has ended well.
    pub marks: Marks,
    /// The folders in which nothing was new.
    pub unchanged: Vec<String>,
    /// The domains of those whose folders they are: our own side.
    pub own: Vec<String>,
    _folder: Option<TempDir>,
}

/// Files as they are, and folders of mail servers fetched; only what is new since `marks`.
pub fn gather(files: &[PathBuf], options: &ImapOptions, bodies: bool, marks: &Marks) -> Result<Gathered, Failure> {
    let mut out =
        Gathered { sources: Vec::new(), marks: Marks::new(), unchanged: Vec::new(), own: Vec::new(), _folder: None };
    let how = How {
        bodies,
        authority: options
            .imap_ca
            .as_ref()
            .map(|path| fs::read(path).map_err(Failure::file(path)))
            .transpose()?
            .unwrap_or_default(),
        plaintext: options.imap_plaintext,
        patience: Duration::from_secs(options.imap_timeout.max(1)),
    };
    let mut folder = None;
    for (nth, path) in files.iter().enumerate() {
        let Some(address) = folder_of(path)? else {
            out.sources.push(Source::new(path.display().to_string(), path));
            continue;
        };
        let name = address.to_string();
        out.own.extend(::import::organisation(&address.user).filter(|own| !out.own.contains(own)));
        let folder = match &folder {
            Some(folder) => folder,
            None => folder.insert(TempDir::new().map_err(Failure::other)?),
        };
        let spool = folder.path().join(format!("{nth}.mbox"));
        let mark = marks.get(&name).copied().filter(|_| !options.imap_all);
        let (mark, fetched) = fetch_one(&address, &how, mark, &spool)?;
        out.marks.insert(name.clone(), mark);
        if fetched == 0 {
            out.unchanged.push(name);
        } else {
            out.sources.push(Source::new(name, spool));
        }
    }
    out._folder = folder;
    Ok(out)
}

fn fetch_one(address: &Folder, how: &How, mark: Option<Mark>, spool: &Path) -> Result<(Mark, u64), Failure> {
    let password = password(address)?;
    // one thread waits for one server
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::other)?;
    runtime.block_on(fetch::fetch(address, &password, how, mark, spool))
}

/// From the environment, or asked for; never from the command line, where others could read it.
fn password(address: &Folder) -> Result<String, Failure> {
    if let Ok(password) = env::var(PASSWORD) {
        return Ok(password);
    }
    if !stdin().is_terminal() {
        return Err(Failure::Input(format!("{address}: no password; put it into the environment variable {PASSWORD}")));
    }
    rpassword::prompt_password(format!("Password of {} at {}: ", address.user, address.host)).map_err(Failure::other)
}

/// How far the folders were read into a workspace.
pub async fn marks(store: &Store) -> Result<Marks, Failure> {
    let kept = store.setting(SETTING).await.map_err(Failure::other)?;
    Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
}

/// Notes how far the folders are read.
pub async fn remember(store: &Store, mut all: Marks, new: Marks) -> Result<(), Failure> {
    all.extend(new);
    let value = serde_json::to_value(all).map_err(Failure::other)?;
    store.set_setting(SETTING, value).await.map_err(Failure::other)
}
