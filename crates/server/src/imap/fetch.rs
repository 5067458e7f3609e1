//! What is new in a folder, message by message.

use std::{
    collections::{BTreeSet, HashSet},
    time::Duration,
};

use async_imap::{Session, error::Error as ImapError, types::Fetch};
use futures_util::{StreamExt, TryStreamExt};
use model::Timestamp;
use tokio::time::timeout;

use super::{
    Fault, Folder, How, Mark, Since, Trouble,
    connect::{self, Stream, patiently, said, silent},
};

/// Headers asked for at a time.
const HEADERS: usize = 200;
/// Whole messages asked for at a time.
const MESSAGES: usize = 20;
/// Most bytes of one message that are fetched.
const MOST: u64 = 512 << 10;

type Signed = Session<Box<dyn Stream>>;

/// A message as the server hands it over.
#[derive(Debug, Clone, Copy)]
pub struct Fetched<'a> {
    /// When the server received it; 1970 where it does not say.
    pub at: Timestamp,
    /// The message, or its header alone, as far as it is fetched.
    pub bytes: &'a [u8],
    /// How many were handed on before it.
    pub nth: usize,
    /// How many are new in all.
    pub of: usize,
}

/// Hands what is new in a folder to `take`, until it says false: how far the folder is read then, and how many messages
/// came. Nothing is marked as read.
///
/// # Errors
/// [`Fault`] if the server cannot be reached or refuses.
pub async fn fetch(
    folder: &Folder,
    password: &str,
    how: &How,
    since: Since,
    take: &mut (dyn FnMut(Fetched<'_>) -> bool + Send),
) -> Result<(Mark, u64), Fault> {
    let wire = connect::connect(folder, how).await?;
    let signed = timeout(how.patience, wire.login(&folder.user, password)).await;
    let mut session = signed.map_err(|_| silent(folder, how))?.map_err(|(error, _)| match error {
        ImapError::No(text) => Fault::new(
            Trouble::Login,
            format!(
                "{folder}: the server does not accept this user and password ({text}). Many providers want a password made \
                 for programs (an “app password”)."
            ),
        ),
        other => said(folder, &other),
    })?;
    let found = patiently(folder, how, session.examine(&folder.folder)).await;
    let mailbox = match found {
        Ok(mailbox) => mailbox,
        Err(error) => return Err(no_folder(folder, how, &mut session, error).await),
    };
    let validity = mailbox.uid_validity.unwrap_or(0);
    let last = match since {
        Since::Start => Some(0),
        Since::After(mark) => Some(if mark.validity == validity { mark.last } else { 0 }),
        Since::Now => None,
    };
    let query = match last {
        None => "UID *".to_owned(),
        Some(0) => "ALL".to_owned(),
        Some(last) => format!("UID {}:*", u64::from(last) + 1),
    };
    let found = patiently(folder, how, session.uid_search(query)).await?;
    let Some(last) = last else {
        goodbye(&mut session).await;
        return Ok((Mark { validity, last: found.into_iter().max().unwrap_or(0) }, 0));
    };
    // `*` is the last message even if it is not new
    let new: BTreeSet<u32> = found.into_iter().filter(|uid| *uid > last).collect();
    let new: Vec<u32> = new.into_iter().collect();
    let mut reading = Reading { nth: 0, of: new.len(), taken: HashSet::new(), stopped: false, take };
    for part in new.chunks(if how.bodies { MESSAGES } else { HEADERS }) {
        some(folder, how, &mut session, part, &mut reading).await?;
        if reading.stopped {
            break;
        }
    }
    let left = new.iter().position(|uid| reading.stopped && !reading.taken.contains(uid)).unwrap_or(new.len());
    let last = left.checked_sub(1).and_then(|at| new.get(at)).copied().unwrap_or(last);
    let fetched = reading.nth as u64;
    goodbye(&mut session).await;
    Ok((Mark { validity, last }, fetched))
}

/// The messages are here; a server that does not say goodbye changes nothing.
async fn goodbye(session: &mut Signed) {
    let _ = timeout(Duration::from_secs(3), session.logout()).await;
}

struct Reading<'t> {
    nth: usize,
    of: usize,
    taken: HashSet<u32>,
    stopped: bool,
    take: &'t mut (dyn FnMut(Fetched<'_>) -> bool + Send),
}

impl Reading<'_> {
    fn take(&mut self, message: &Fetch) {
        let Some(bytes) = message.body().or_else(|| message.header()) else { return };
        let at = message.internal_date().map_or(0, |date| date.timestamp());
        let at = Timestamp::from_second(at).unwrap_or_default();
        self.stopped |= !(self.take)(Fetched { at, bytes, nth: self.nth, of: self.of });
        if !self.stopped {
            self.nth += 1;
            self.taken.extend(message.uid);
        }
    }
}

async fn some(
    folder: &Folder,
    how: &How,
    session: &mut Signed,
    part: &[u32],
    reading: &mut Reading<'_>,
) -> Result<(), Fault> {
    let set = part.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    let what = if how.bodies { format!("BODY.PEEK[]<0.{MOST}>") } else { "BODY.PEEK[HEADER]".to_owned() };
    let mut stream = patiently(folder, how, session.uid_fetch(set, format!("(UID INTERNALDATE {what})"))).await?;
    loop {
        let next = timeout(how.patience, stream.next()).await.map_err(|_| silent(folder, how))?;
        let Some(message) = next else { return Ok(()) };
        let message = message.map_err(|error| said(folder, &error))?;
        if !reading.stopped {
            reading.take(&message);
        }
    }
}

/// Names the folders that there are.
async fn no_folder(folder: &Folder, how: &How, session: &mut Signed, error: Fault) -> Fault {
    let names = async {
        let list = session.list(Some(""), Some("*")).await?;
        let names: Vec<String> = list.map_ok(|name| name.name().to_owned()).try_collect().await?;
        Ok::<_, ImapError>(names)
    };
    match patiently(folder, how, names).await {
        Ok(mut names) if !names.is_empty() => {
            names.sort();
            names.truncate(100);
            let there = names.join(", ");
            let says = format!("{folder}: there is no folder {:?}. Folders there: {there}", folder.folder);
            Fault::new(Trouble::Folder, says)
        }
        _ => error,
    }
}
