//! What is new in a folder, as a mailbox.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    time::{Duration, Instant},
};

use async_imap::{Session, error::Error as ImapError, types::Fetch};
use futures_util::{StreamExt, TryStreamExt};
use tokio::time::timeout;

use super::{
    Address, How, Mark,
    connect::{self, Stream, patiently, said, silent},
};
use crate::{failure::Failure, output};

/// Messages asked for at a time.
const AT_A_TIME: usize = 200;
/// Most bytes of one message that are fetched.
const MOST: u64 = 512 << 10;

type Signed = Session<Box<dyn Stream>>;

/// Fetches what is new since `mark` into a mailbox: how far the folder is read then, and how many messages came.
pub async fn fetch(
    address: &Address,
    password: &str,
    how: &How,
    mark: Option<Mark>,
    spool: &Path,
) -> Result<(Mark, u64), Failure> {
    let wire = connect::connect(address, how).await?;
    let signed = timeout(how.patience, wire.login(&address.user, password)).await;
    let mut session = signed.map_err(|_| silent(address, how))?.map_err(|(error, _)| match error {
        ImapError::No(text) => Failure::Input(format!(
            "{address}: the server does not accept this user and password ({text}). Many providers want a password made for \
             programs (an “app password”)."
        )),
        other => said(address, &other),
    })?;
    let found = patiently(address, how, session.examine(&address.folder)).await;
    let mailbox = match found {
        Ok(mailbox) => mailbox,
        Err(error) => return Err(no_folder(address, how, &mut session, error).await),
    };
    let validity = mailbox.uid_validity.unwrap_or(0);
    let last = mark.filter(|m| m.validity == validity).map_or(0, |m| m.last);
    let query = if last == 0 { "ALL".to_owned() } else { format!("UID {}:*", u64::from(last) + 1) };
    let found = patiently(address, how, session.uid_search(query)).await?;
    // `*` is the last message even if it is not new
    let new: BTreeSet<u32> = found.into_iter().filter(|uid| *uid > last).collect();
    let new: Vec<u32> = new.into_iter().collect();
    let mut file = BufWriter::new(File::create(spool).map_err(Failure::file(spool))?);
    let mut told = Instant::now();
    let mut fetched = 0;
    for part in new.chunks(AT_A_TIME) {
        fetched += some(address, how, &mut session, part, &mut file).await?;
        if told.elapsed() > Duration::from_secs(2) {
            told = Instant::now();
            output::say(&format!("Fetching from {address}: {fetched} of {} messages", new.len()));
        }
    }
    file.flush().map_err(Failure::file(spool))?;
    // the messages are here; a server that does not say goodbye changes nothing
    let _ = timeout(Duration::from_secs(3), session.logout()).await;
    output::say(&format!("{address}: {} fetched", output::plural(fetched, "new message")));
    Ok((Mark { validity, last: new.last().copied().unwrap_or(last) }, fetched))
}

async fn some(
    address: &Address,
    how: &How,
    session: &mut Signed,
    part: &[u32],
    file: &mut impl Write,
) -> Result<u64, Failure> {
    let set = part.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    let what = if how.bodies { format!("BODY.PEEK[]<0.{MOST}>") } else { "BODY.PEEK[HEADER]".to_owned() };
    let mut stream = patiently(address, how, session.uid_fetch(set, format!("(UID INTERNALDATE {what})"))).await?;
    let mut fetched = 0;
    loop {
        let next = timeout(how.patience, stream.next()).await.map_err(|_| silent(address, how))?;
        let Some(message) = next else { return Ok(fetched) };
        let message = message.map_err(|error| said(address, &error))?;
        if write(&message, file).map_err(Failure::other)? {
            fetched += 1;
        }
    }
}

/// Writes a message as a mailbox holds it; false if there is none in the answer.
fn write(message: &Fetch, file: &mut impl Write) -> std::io::Result<bool> {
    let Some(bytes) = message.body().or_else(|| message.header()) else { return Ok(false) };
    let date = message.internal_date().map_or(0, |date| date.timestamp());
    let date = model::Timestamp::from_second(date).unwrap_or_default();
    writeln!(file, "From imap {}", date.strftime("%a %b %e %H:%M:%S %Y"))?;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let bare = &line[line.iter().take_while(|b| **b == b'>').count()..];
        if bare.starts_with(b"From ") {
            file.write_all(b">")?;
        }
        file.write_all(line)?;
    }
    file.write_all(b"\n\n")?;
    Ok(true)
}

/// Names the folders that there are.
async fn no_folder(address: &Address, how: &How, session: &mut Signed, error: Failure) -> Failure {
    let names = async {
        let list = session.list(Some(""), Some("*")).await?;
        let names: Vec<String> = list.map_ok(|name| name.name().to_owned()).try_collect().await?;
        Ok::<_, ImapError>(names)
    };
    match patiently(address, how, names).await {
        Ok(mut names) if !names.is_empty() => {
            names.sort();
            names.truncate(100);
            let there = names.join(", ");
            Failure::Input(format!("{address}: there is no folder {:?}. Folders there: {there}", address.folder))
        }
        _ => error,
    }
}
