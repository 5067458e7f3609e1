//! Mailboxes and calendars: what is read of them, and to which deal it belongs.
//!
//! [`mbox`] and [`calendar`] cut files into pieces with bounded memory; [`message`] and [`meeting`] understand a piece;
//! [`book`] knows the deals and [`team`] your own side; [`link`] puts both together. `read::touchpoints` hands on what
//! comes out.

pub(crate) use model::address;
mod book;
mod bounce;
mod calendar;
mod link;
mod mbox;
mod meeting;
mod message;
mod team;

pub use address::{address, organisation};
pub use book::{KnownDeals, Watching};
pub(crate) use book::{Place, VIA};
pub use bounce::{Bounce, bounce};
pub(crate) use calendar::{Group, groups};
pub(crate) use link::{Link, Talk, link};
pub use mbox::Raw;
pub(crate) use mbox::messages;
pub use meeting::{Answer, Reply};
pub(crate) use meeting::{Meeting, meetings};
pub use message::{Automatic, Broken, Look, Message, Person, is_robot, message};
pub(crate) use team::Team;

use std::{
    io::{BufRead, BufReader},
    rc::Rc,
};

use jiff::Timestamp;

use crate::{
    error::ImportError,
    plan::{FileRole, Format, Plan, Question},
    profile::Profile,
    source::{Given, Source},
    unpack::{self, State},
};

/// What a file is by its first bytes, if it is a mailbox, a message or a calendar.
pub fn format(head: &[u8], name: &str) -> Option<Format> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let starts = |word: &[u8]| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if starts(b"BEGIN:VCALENDAR") {
        return Some(Format::Calendar);
    }
    let first = head.split(|b| *b == b'\n').next().unwrap_or(head);
    if mbox::is_separator(first) || is_message(head, name) {
        return Some(Format::Mbox);
    }
    None
}

/// True if a file begins with the header of a message: lines `Name: value`, among them who wrote it, and when or how it
/// came.
fn is_message(head: &[u8], name: &str) -> bool {
    let mut found = [false; 2];
    for line in head.split(|b| *b == b'\n').take(200) {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line[0] == b' ' || line[0] == b'\t' {
            continue;
        }
        let Some(colon) = memchr::memchr(b':', line) else { return false };
        let field = &line[..colon];
        if field.is_empty() || !field.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_') {
            return false;
        }
        let is = |names: &[&str]| names.iter().any(|n| field.eq_ignore_ascii_case(n.as_bytes()));
        found[0] |= is(&["From", "Sender"]);
        found[1] |= is(&["Date", "Received", "Message-ID", "MIME-Version", "Return-Path"]);
    }
    let named = name.to_lowercase();
    found == [true, true] || (found[0] && (named.ends_with(".eml") || named.ends_with(".mbox")))
}

/// Messages of each mailbox looked at to guess your own side, and bytes.
const LOOKED_AT: u64 = 3_000;
const BYTES_LOOKED_AT: u64 = 256 << 20;

/// Guesses your own side where the plan does not name it, and asks about it.
///
/// # Errors
/// If a mailbox or calendar cannot be read.
pub fn settle_team(
    plan: &mut Plan,
    profiles: &[Option<Profile>],
    sources: &[Source],
) -> Result<Vec<Question>, ImportError> {
    for name in &mut plan.mail.team {
        *name = name.trim().trim_start_matches('@').to_lowercase();
    }
    plan.mail.team.retain(|name| !name.is_empty());
    let files = || plan.files.iter().enumerate().filter(|(_, f)| f.role == FileRole::Touchpoints);
    let Some((first, _)) = files().next().filter(|_| plan.mail.team.is_empty()) else { return Ok(Vec::new()) };
    let mut count = team::Count::default();
    for column in profiles.iter().flatten().flat_map(|p| &p.columns) {
        for address in column.values.keys().flat_map(|value| address::addresses(value)) {
            count.hint(&address, book::is_own(&column.name));
        }
    }
    let mut given = Given::new(sources);
    for (_, file) in files() {
        let source = given.of(file)?;
        match file.format {
            Format::Mbox => count_messages(&source, &mut count)?,
            _ => count_meetings(&source, &mut count)?,
        }
    }
    let Some(guess) = count.guess() else {
        let text = "Nobody takes part in what it holds, so it cannot be told which side is yours.".to_owned();
        return Ok(vec![Question { file: first, column: None, text }]);
    };
    let rival = guess.rival.as_ref().map(|r| format!(" {r} takes part nearly as often.")).unwrap_or_default();
    let text = format!(
        "Your own side is taken to be {} (it takes part in {} of {} messages and meetings).{rival} Is that right, and is it all of \
         your domains?",
        guess.team, guess.with, guess.of
    );
    plan.mail.team = vec![guess.team];
    Ok(vec![Question { file: first, column: None, text }])
}

/// Opens a file, compressed or not.
///
/// # Errors
/// If it cannot be opened.
pub fn open(source: &Source) -> Result<(impl BufRead + use<>, Rc<State>), ImportError> {
    let (bytes, state) = unpack::raw(source)?;
    Ok((BufReader::with_capacity(1 << 17, bytes), state))
}

/// Why a file could not be read to its end.
pub fn broken(source: &Source, state: &State, error: &std::io::Error) -> ImportError {
    state.fault(source).unwrap_or_else(|| source.unreadable(error))
}

/// A failure to read, or what the reader's caller returns.
struct Failed(std::io::Error);

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self(error)
    }
}

fn count_messages(source: &Source, count: &mut team::Count) -> Result<(), ImportError> {
    let mut looked = 0;
    let look = Look { now: Timestamp::MAX, bodies: false };
    let (from, state) = open(source)?;
    let read = messages::<Failed>(from, &mut |raw| {
        looked += 1;
        if let Ok(message) = message(raw, look)
            && matches!(message.automatic, None | Some(Automatic::Bulk))
        {
            count.add(message.to.iter().chain([&message.from]), &message.delivered);
        }
        Ok(looked < LOOKED_AT && state.done() < BYTES_LOOKED_AT)
    });
    read.map_err(|Failed(error)| broken(source, &state, &error))
}

fn count_meetings(source: &Source, count: &mut team::Count) -> Result<(), ImportError> {
    let mut looked = 0;
    let (from, state) = open(source)?;
    let read = groups::<Failed>(from, &mut |around, group| {
        looked += 1;
        let all = meetings(&around.calendar(&group.events), "UTC", Timestamp::MIN, Timestamp::MAX);
        if let Some(meeting) = all.meetings.first().filter(|m| !m.guests.is_empty()) {
            count.add(meeting.guests.iter().map(|g| &g.person).chain(&meeting.organiser), &[]);
        }
        Ok(looked < LOOKED_AT)
    });
    read.map(|_| ()).map_err(|Failed(error)| broken(source, &state, &error))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("From ann@acme.com Mon Jan  5 10:00:00 2026\nSubject: x\n", "INBOX", Some(Format::Mbox))]
    #[case("From - Mon Jan 05 10:00:00 2026\r\n", "Sent", Some(Format::Mbox))]
    #[case("Return-Path: <a@b.c>\nReceived: by x\n\tfor y\nFrom: a@b.c\nDate: x\n\nHi\n", "x", Some(Format::Mbox))]
    #[case("Subject: x\nFrom: a@b.c\n\nHi\n", "x.eml", Some(Format::Mbox))]
    #[case("\u{feff}BEGIN:VCALENDAR\r\n", "x", Some(Format::Calendar))]
    #[case("begin:vcalendar\n", "x", Some(Format::Calendar))]
    #[case("From,To,Date\na,b,c\n", "x.csv", None)]
    #[case("id,name\n1,From: here\n", "x.csv", None)]
    #[case("From: a\n", "x.txt", None)]
    #[case("", "x.mbox", None)]
    fn what_a_file_is(#[case] head: &str, #[case] name: &str, #[case] expected: Option<Format>) {
        assert_eq!(format(head.as_bytes(), name), expected);
    }
}
