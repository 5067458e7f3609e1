//! What one message says: who wrote to whom, when, in answer to what.

use jiff::Timestamp;
use mail_parser::{Addr, Address, DateTime, HeaderValue, Message as Parsed, MessageParser, MimeHeaders};

use super::{
    address::{address, domain, is_free},
    mbox::Raw,
    meeting::{self, Answer},
};
use crate::profile::hash;

/// Somebody in a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The address, lower case.
    pub address: String,
    /// The name beside it; may be empty.
    pub name: String,
}

/// Why a message is nobody's act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Automatic {
    /// An answer by a machine: out of office, a receipt.
    Reply,
    /// It could not be delivered.
    Bounce,
    /// A mailing list or newsletter.
    Bulk,
    /// Deleted, junk or a draft.
    Discarded,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is known by in every mailbox: its Message-ID, or a hash of what it says.
    pub key: String,
    /// The ids of the messages it answers, the nearest first.
    pub answers: Vec<String>,
    /// When.
    pub at: Timestamp,
    /// The writer.
    pub from: Person,
    /// The readers.
    pub to: Vec<Person>,
    /// The subject; may be empty.
    pub subject: String,
    /// Set where a machine wrote it.
    pub automatic: Option<Automatic>,
    /// The text, where it is kept.
    pub body: String,
    /// The addresses to which a server says that it delivered it.
    pub delivered: Vec<String>,
    /// Answers to invitations in it.
    pub replies: Vec<Answer>,
}

/// What is at fault with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The header.
    pub header: &'static str,
    /// Its value.
    pub value: String,
    /// What is wrong, in a sentence.
    pub reason: &'static str,
}

/// How messages are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Nothing can be later than this.
    pub now: Timestamp,
    /// Keep the text.
    pub bodies: bool,
}

/// Longest text that is kept of a body, in bytes.
const LONGEST_BODY: usize = 20_000;
/// Longest subject or name that is kept, in bytes.
const LONGEST: usize = 300;
/// Most readers of one message that are looked at.
const MOST_READERS: usize = 500;
/// Before this nobody sold by e-mail: 1990-01-01, in seconds.
const EARLIEST: i64 = 631_152_000;
const DAY: i64 = 86_400;

/// Reads a message.
///
/// # Errors
/// [`Broken`] if it has no writer or no time.
pub fn message(raw: &Raw, look: Look) -> Result<Message, Broken> {
    let invites = memchr::memmem::find(&raw.bytes, b"text/calendar").is_some();
    let parser = MessageParser::default();
    let whole = look.bodies || invites;
    let parsed = if whole { parser.parse(&raw.bytes) } else { parser.parse_headers(&raw.bytes) };
    let parsed = parsed.ok_or(Broken { header: "", value: String::new(), reason: "this is no e-mail message" })?;
    let from = writer(&parsed).ok_or_else(|| Broken {
        header: "From",
        value: shortened(parsed.header_raw("From").unwrap_or("").trim()),
        reason: "the message does not say who wrote it",
    })?;
    let at = moment(&parsed, raw, look.now).ok_or_else(|| Broken {
        header: "Date",
        value: shortened(parsed.header_raw("Date").unwrap_or("").trim()),
        reason: "the message has no time that can be true, neither by Date nor by Received",
    })?;
    let mut to = readers(&parsed);
    to.retain(|reader| reader.address != from.address);
    let subject = shortened(parsed.subject().unwrap_or("").trim());
    let replies = if invites { replies(&parsed) } else { Vec::new() };
    let automatic = if replies.is_empty() { automatic(&parsed, &from) } else { None };
    let key = match parsed.message_id().map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) => shortened(id),
        None => {
            let readers: Vec<&str> = to.iter().map(|p| p.address.as_str()).collect();
            let said = format!("{}\n{}\n{}\n{subject}", at.as_second(), from.address, readers.join(","));
            format!("{:016x}", hash(&said))
        }
    };
    let body = if look.bodies { text(&parsed) } else { String::new() };
    Ok(Message {
        key,
        answers: answers(&parsed),
        at,
        from,
        to,
        subject,
        automatic,
        body,
        delivered: delivered(&parsed),
        replies,
    })
}

fn shortened(text: &str) -> String {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text).to_owned()
}

fn person(addr: &Addr<'_>) -> Option<Person> {
    let found = address(addr.address()?)?;
    let name = addr.name().unwrap_or("").trim().trim_matches(['\'', '"']).trim();
    let name = if name.contains('@') { "" } else { name };
    Some(Person { address: found, name: shortened(name) })
}

/// The writer; of a message that a group passed on, who wrote to the group.
fn writer(parsed: &Parsed<'_>) -> Option<Person> {
    let first = |of: Option<&Address<'_>>| of.and_then(|a| a.iter().find_map(person));
    let from = first(parsed.from()).or_else(|| first(parsed.sender()));
    let original = parsed.header("X-Original-Sender").and_then(HeaderValue::as_text).and_then(address);
    match (from, original) {
        (Some(from), Some(original)) if from.address != original => {
            let name = from.name.split(" via ").next().unwrap_or("").trim_matches('\'').trim().to_owned();
            Some(Person { address: original, name })
        }
        (Some(from), _) => Some(from),
        (None, original) => original.map(|address| Person { address, name: String::new() }),
    }
}

fn readers(parsed: &Parsed<'_>) -> Vec<Person> {
    let mut all: Vec<Person> = Vec::new();
    let lists = [parsed.all_to().collect::<Vec<_>>(), parsed.all_cc().collect(), parsed.all_bcc().collect()];
    for found in lists.iter().flatten().flat_map(|list| list.iter().filter_map(person)) {
        if all.len() < MOST_READERS && all.iter().all(|known| known.address != found.address) {
            all.push(found);
        }
    }
    all
}

fn delivered(parsed: &Parsed<'_>) -> Vec<String> {
    let names = ["Delivered-To", "X-Original-To", "Envelope-To"];
    names.iter().filter_map(|name| address(parsed.header_raw(*name)?)).collect()
}

fn instant(date: &DateTime) -> Option<i64> {
    date.is_valid().then(|| date.to_timestamp())
}

/// When it was written; by the last server that passed it on where the writer's clock cannot be right.
fn moment(parsed: &Parsed<'_>, raw: &Raw, now: Timestamp) -> Option<Timestamp> {
    let latest = now.as_second() + DAY;
    let sound = |at: &i64| (EARLIEST..=latest).contains(at);
    let received = parsed.received().and_then(|r| r.date.as_ref()).and_then(instant).filter(sound);
    let written = parsed.date().and_then(instant).filter(sound);
    let written = written.filter(|at| received.is_none_or(|received| *at <= received + DAY));
    let at = written.or(received).or_else(|| separator(&raw.separator).filter(sound))?;
    Timestamp::from_second(at).ok()
}

/// The time in a line `From ann@acme.com Mon Jan  5 10:00:00 2026`, taken as UTC.
fn separator(line: &str) -> Option<i64> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let clock = words.iter().position(|w| w.len() == 8 && w.as_bytes()[2] == b':')?;
    let year = words[clock + 1..].iter().find(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))?;
    let (month, day) = (words.get(clock.checked_sub(2)?)?, words.get(clock - 1)?);
    let text = format!("{day} {month} {year} {}", words[clock]);
    let civil = jiff::fmt::strtime::parse("%d %b %Y %H:%M:%S", text).ok()?.to_datetime().ok()?;
    Some(jiff::tz::TimeZone::UTC.to_timestamp(civil).ok()?.as_second())
}

fn answers(parsed: &Parsed<'_>) -> Vec<String> {
    let ids = |value: &HeaderValue<'_>| match value {
        HeaderValue::Text(id) => vec![shortened(id.trim())],
        HeaderValue::TextList(ids) => ids.iter().rev().take(20).map(|id| shortened(id.trim())).collect(),
        _ => Vec::new(),
    };
    let mut all = ids(parsed.in_reply_to());
    for id in ids(parsed.references()) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all.retain(|id| !id.is_empty());
    all
}

/// Whether a machine wrote it (RFC 3834; Precedence and List headers as mailing lists set them).
fn automatic(parsed: &Parsed<'_>, from: &Person) -> Option<Automatic> {
    let header =
        |name: &'static str| parsed.header_raw(name).map(|v| v.trim().to_lowercase()).filter(|v| !v.is_empty());
    if header("X-Gmail-Labels").is_some_and(|labels| discarded(&labels))
        || deleted(header("X-Mozilla-Status").as_deref())
    {
        return Some(Automatic::Discarded);
    }
    let local = from.address.split('@').next().unwrap_or("");
    let report = parsed.content_type().is_some_and(|t| t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("report")));
    let undelivered = report
        && parsed
            .content_type()
            .and_then(|t| t.attribute("report-type"))
            .is_some_and(|of| of.eq_ignore_ascii_case("delivery-status"));
    if matches!(local, "mailer-daemon" | "postmaster")
        || undelivered
        || (report && header("Return-Path").as_deref() == Some("<>"))
    {
        return Some(Automatic::Bounce);
    }
    let submitted = header("Auto-Submitted").is_some_and(|v| !v.starts_with("no"));
    let precedence = header("Precedence").unwrap_or_default();
    if submitted || header("X-Autoreply").is_some_and(|v| v != "no") || precedence == "auto_reply" {
        return Some(Automatic::Reply);
    }
    let listed = ["List-Id", "List-Unsubscribe"].iter().any(|name| header(name).is_some());
    (listed || matches!(precedence.as_str(), "bulk" | "list" | "junk")).then_some(Automatic::Bulk)
}

/// Labels of a mailbox taken out of Gmail, in the languages that name them differently.
fn discarded(labels: &str) -> bool {
    const WORDS: &[&str] = &["spam", "trash", "drafts", "draft", "papierkorb", "entwürfe", "corbeille", "brouillons"];
    labels.split(',').any(|label| WORDS.contains(&label.trim()))
}

/// Thunderbird keeps what was deleted until it compacts the folder, with bit 3 of its status set.
fn deleted(status: Option<&str>) -> bool {
    status.and_then(|s| u32::from_str_radix(s, 16).ok()).is_some_and(|bits| bits & 8 != 0)
}

fn text(parsed: &Parsed<'_>) -> String {
    let body = parsed.body_text(0).unwrap_or_default();
    let body = body.trim();
    body.get(..body.floor_char_boundary(LONGEST_BODY)).unwrap_or(body).to_owned()
}

/// What the calendars in a message answer.
fn replies(parsed: &Parsed<'_>) -> Vec<Answer> {
    let calendars = parsed.parts.iter().filter(|part| {
        part.content_type().is_some_and(|t| {
            t.ctype().eq_ignore_ascii_case("text") && t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("calendar"))
        })
    });
    calendars.flat_map(|part| meeting::answers(&String::from_utf8_lossy(part.contents()))).collect()
}

/// True if the address alone speaks for an organisation's list or robot, not for a person.
pub fn is_robot(person: &Person) -> bool {
    let local = person.address.split('@').next().unwrap_or("");
    let local = local.split(['+', '=']).next().unwrap_or(local);
    const ROBOTS: &[&str] = &[
        "no-reply",
        "noreply",
        "donotreply",
        "do-not-reply",
        "no_reply",
        "notifications",
        "notification",
        "mailer-daemon",
        "postmaster",
        "bounce",
        "bounces",
        "newsletter",
        "calendar-notification",
    ];
    ROBOTS.contains(&local) || (is_free(domain(&person.address)) && local.is_empty())
}
