//! What is new in a folder, as a mailbox.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    time::{Duration, Instant},
};

use server::imap::{self, Fault, Fetched, Folder, How, Since, Trouble};

use super::Mark;
use crate::{failure::Failure, output};

/// Fetches what is new since `mark` into a mailbox: how far the folder is read then, and how many messages came.
pub async fn fetch(
    address: &Folder,
    password: &str,
    how: &How,
    mark: Option<Mark>,
    spool: &Path,
) -> Result<(Mark, u64), Failure> {
    let mut file = BufWriter::new(File::create(spool).map_err(Failure::file(spool))?);
    let mut told = Instant::now();
    let mut written = Ok(());
    let mut take = |message: Fetched<'_>| {
        if told.elapsed() > Duration::from_secs(2) {
            told = Instant::now();
            output::say(&format!("Fetching from {address}: {} of {} messages", message.nth, message.of));
        }
        written = write(message, &mut file);
        written.is_ok()
    };
    let since = mark.map_or(Since::Start, |m| Since::After(imap::Mark { validity: m.validity, last: m.last }));
    let (mark, fetched) = imap::fetch(address, password, how, since, &mut take).await.map_err(failure)?;
    written.and_then(|()| file.flush()).map_err(Failure::file(spool))?;
    output::say(&format!("{address}: {} fetched", output::plural(fetched, "new message")));
    Ok((mark.into(), fetched))
}

/// What is in the way, and which option helps.
fn failure(fault: Fault) -> Failure {
    let help = match fault.trouble {
        Trouble::Certificate => {
            " If it is signed by an authority of your own, name that certificate with --imap-ca FILE."
        }
        Trouble::Unsecured => {
            " Perhaps the port expects another kind of connection: imap:// begins unencrypted, imaps:// does not."
        }
        Trouble::Plaintext => " Use imaps:// if it has TLS on another port, or allow it with --imap-plaintext.",
        _ => "",
    };
    let says = format!("{fault}{help}");
    match fault.trouble {
        Trouble::Unreachable | Trouble::Other => Failure::Other(says),
        _ => Failure::Input(says),
    }
}

/// Writes a message as a mailbox holds it.
fn write(message: Fetched<'_>, file: &mut impl Write) -> io::Result<()> {
    writeln!(file, "From imap {}", message.at.strftime("%a %b %e %H:%M:%S %Y"))?;
    for line in message.bytes.split_inclusive(|b| *b == b'\n') {
        let bare = &line[line.iter().take_while(|b| **b == b'>').count()..];
        if bare.starts_with(b"From ") {
            file.write_all(b">")?;
        }
        file.write_all(line)?;
    }
    file.write_all(b"\n\n")
}
