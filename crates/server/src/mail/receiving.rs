//! The worker that fetches what came, from every mailbox that has a folder to read.

use std::time::Duration;

use store::{AccountRecord, FolderMark};

use super::sorting::{Found, take};
use crate::{
    imap::{self, Fetched, Mark, Since},
    problem::Answer,
    state::App,
};

/// How often folders are looked into when nobody asks.
const EVERY: Duration = Duration::from_secs(60);
/// Messages, and bytes of them, that are in memory at a time.
const AT_A_TIME: usize = 50;
const BYTES_AT_A_TIME: usize = 8 << 20;

/// Fetches until the server ends.
pub async fn work(app: App) {
    let mut closing = app.closing();
    loop {
        if let Err(problem) = round(&app).await {
            tracing::warn!("the mailboxes cannot be looked into: {}", problem.detail);
        }
        tokio::select! {
            _ = closing.changed() => return,
            () = app.mail.to_fetch.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

async fn round(app: &App) -> Answer<()> {
    let accounts = app.store.mail_accounts().await?;
    if accounts.is_empty() {
        return Ok(());
    }
    let ours = ours(app, &accounts).await?;
    for account in accounts {
        let id = account.id;
        let read = look_into(app, account, &ours).await;
        if let Err(trouble) = read {
            let trouble: String = trouble.chars().take(1_000).collect();
            app.store.looked_into(id, None, Some(&trouble), app.now()).await?;
        }
    }
    Ok(())
}

/// The addresses of our own side: of people who can sign in and of mailboxes.
async fn ours(app: &App, accounts: &[AccountRecord]) -> Answer<Vec<String>> {
    let people = app.store.users().await?.into_iter().map(|user| user.email);
    let mailboxes = accounts.iter().filter_map(|a| a.settings["address"].as_str().map(str::to_owned));
    Ok(people.chain(mailboxes).map(|address| address.trim().to_lowercase()).collect())
}

/// Takes what is new in a mailbox; what is in the way, in words.
async fn look_into(app: &App, record: AccountRecord, ours: &[String]) -> Result<(), String> {
    let account = app.opened(record).map_err(|problem| problem.detail)?;
    let Some((folder, how)) = account.folder() else { return Ok(()) };
    let found = Found { account: account.id, is_shared: account.person.is_none() };
    let mut since = account.mark.map_or(Since::Now, |m| Since::After(Mark { validity: m.validity, last: m.last }));
    loop {
        let (mut batch, mut bytes, mut more) = (Vec::new(), 0, false);
        let mut keep = |message: Fetched<'_>| {
            more = batch.len() >= AT_A_TIME || bytes >= BYTES_AT_A_TIME;
            if !more {
                bytes += message.bytes.len();
                batch.push(message.bytes.to_vec());
            }
            !more
        };
        let read = imap::fetch(&folder, &account.imap_password, &how, since, &mut keep).await;
        let (mark, _) = read.map_err(|fault| fault.to_string())?;
        for message in batch {
            take(app, found, message, ours).await.map_err(|problem| problem.detail)?;
        }
        let kept = FolderMark { validity: mark.validity, last: mark.last };
        let noted = app.store.looked_into(account.id, Some(kept), None, app.now()).await;
        noted.map_err(|error| error.to_string())?;
        if !more {
            return Ok(());
        }
        since = Since::After(mark);
    }
}
