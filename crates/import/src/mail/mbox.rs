//! Mailboxes, message by message, with bounded memory.

use std::io::{self, BufRead};

/// Most bytes of a message's header that are read; what is beyond is left out.
const MOST_HEADER: usize = 1 << 18;
/// Most bytes of a message's body that are read: enough for an invitation behind a long text. Attachments are beyond.
const MOST_BODY: usize = 1 << 18;
/// Most bytes of one line that are kept.
const MOST_LINE: usize = 1 << 16;

/// A message as it stands in a mailbox.
#[derive(Debug, Default)]
pub struct Raw {
    /// Line in the file at which it begins, from 1.
    pub line: u64,
    /// The line `From …` above it, without its break; empty for a message by itself.
    pub separator: String,
    /// Its header and the first part of its body, quoting undone.
    pub bytes: Vec<u8>,
    /// Where the body begins in `bytes`.
    pub body: usize,
}

impl Raw {
    /// A message by itself, as a mail server hands it over; what is beyond the limits is left out.
    pub fn of_message(bytes: &[u8]) -> Self {
        let mut raw = Self { line: 1, ..Self::default() };
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            raw.add(line.get(..MOST_LINE).unwrap_or(line));
        }
        raw
    }

    fn begin(&mut self, line: u64, separator: &[u8]) {
        self.line = line;
        self.separator = String::from_utf8_lossy(separator).trim_end().to_owned();
        self.bytes.clear();
        self.body = 0;
    }

    fn add(&mut self, line: &[u8]) {
        let (from, most) = if self.body == 0 { (0, MOST_HEADER) } else { (self.body, MOST_BODY) };
        if self.body == 0 && matches!(line, b"\n" | b"\r\n") {
            self.bytes.extend_from_slice(line);
            self.body = self.bytes.len();
        } else if self.bytes.len() - from + line.len() <= most {
            self.bytes.extend_from_slice(line);
        }
    }
}

/// Gives every message of a mailbox to `each`, until it says false. A file that does not begin with a line `From …` is
/// one message.
///
/// # Errors
/// If reading fails.
pub fn messages<E: From<io::Error>>(
    mut from: impl BufRead,
    each: &mut dyn FnMut(&Raw) -> Result<bool, E>,
) -> Result<(), E> {
    let mut raw = Raw::default();
    let mut line = Vec::new();
    let (mut number, mut blank, mut boxed, mut begun) = (0, true, false, false);
    loop {
        line.clear();
        let length = read_line(&mut from, &mut line)?;
        if length == 0 {
            break;
        }
        number += 1;
        if number == 1 && line.starts_with(b"\xef\xbb\xbf") {
            line.drain(..3);
        }
        let is_blank = line.iter().all(u8::is_ascii_whitespace);
        if !begun && is_blank {
            continue;
        }
        if blank && (boxed || !begun) && is_separator(&line) {
            if begun && !each(&raw)? {
                return Ok(());
            }
            raw.begin(number, &line);
            (begun, boxed) = (true, true);
        } else {
            if !begun {
                raw.begin(number, b"");
                begun = true;
            }
            raw.add(if boxed { unquoted(&line) } else { &line });
        }
        blank = is_blank;
    }
    if begun {
        each(&raw)?;
    }
    Ok(())
}

/// Reads a line with its break; keeps no more than [`MOST_LINE`] bytes of it. The number of bytes read; 0 at the end.
pub fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let mut read = 0;
    loop {
        let buffer = from.fill_buf()?;
        let (end, done) = match memchr::memchr(b'\n', buffer) {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        let room = MOST_LINE.saturating_sub(line.len()).min(end);
        line.extend_from_slice(&buffer[..room]);
        read += end;
        from.consume(end);
        if done {
            if read > line.len() && !line.ends_with(b"\n") {
                line.push(b'\n');
            }
            return Ok(read);
        }
    }
}

/// `From ann@acme.com Mon Jan  5 10:00:00 2026`: words with a time of day among them.
pub fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let time = rest.windows(5).any(|w| {
        w[0].is_ascii_digit() && w[1].is_ascii_digit() && w[2] == b':' && w[3].is_ascii_digit() && w[4].is_ascii_digit()
    });
    time && rest.len() < 400
}

/// A line of a body without the `>` put before `From ` (mboxrd; of mboxo the same, as far as it can be told).
fn unquoted(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|b| **b == b'>').count();
    if quotes > 0 && line[quotes..].starts_with(b"From ") { &line[1..] } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(u64, String)> {
        let mut all = Vec::new();
        messages::<io::Error>(text, &mut |raw| {
            all.push((raw.line, String::from_utf8_lossy(&raw.bytes).into_owned()));
            Ok(true)
        })
        .unwrap();
        all
    }

    const FROM: &str = "From ann@acme.com Mon Jan  5 10:00:00 2026";

    #[test]
    fn two_messages_and_quoting() {
        let text = format!("{FROM}\nSubject: a\n\nFrom here on\n>From me\n>>From deep\n\n{FROM}\nSubject: b\n\nx\n");
        let all = read(text.as_bytes());
        assert_eq!(all.len(), 2);
        assert_eq!(all[0], (1, "Subject: a\n\nFrom here on\nFrom me\n>From deep\n\n".to_owned()));
        assert_eq!(all[1].0, 8);
    }

    #[test]
    fn breaks_of_windows_and_thunderbird() {
        let text = "From - Mon Jan 05 10:00:00 2026\r\nSubject: a\r\n\r\nx\r\n\r\nFrom - Mon Jan 05 10:00:00 2026\r\nSubject: b\r\n\r\n";
        assert_eq!(read(text.as_bytes()).len(), 2);
    }

    #[test]
    fn a_sentence_that_begins_with_from_is_no_separator() {
        let text = format!("{FROM}\nSubject: a\n\nHello\n\nFrom next week on we meet.\n");
        assert_eq!(read(text.as_bytes()).len(), 1);
    }

    #[test]
    fn one_message_by_itself() {
        let all = read(b"\n\nSubject: a\n\nFrom x 10:00 is text here\n");
        assert_eq!(all, [(3, "Subject: a\n\nFrom x 10:00 is text here\n".to_owned())]);
    }

    #[test]
    fn attachments_and_endless_lines_are_cut() {
        let mut text = format!("{FROM}\nSubject: a\n\n").into_bytes();
        text.extend(std::iter::repeat_n(b'x', 5 << 20));
        text.extend(b"\n\n");
        for _ in 0..100_000 {
            text.extend(b"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n");
        }
        text.extend(format!("\n{FROM}\nSubject: b\n\n").bytes());
        let all = read(&text);
        assert_eq!(all.len(), 2);
        assert!(all[0].1.len() <= MOST_HEADER + MOST_BODY);
        assert!(all[1].1.starts_with("Subject: b"));
    }
}
