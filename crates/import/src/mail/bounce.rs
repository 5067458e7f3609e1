//! What a message says that tells of a mail that could not be delivered (RFC 3464).

use mail_parser::{Message as Parsed, MessageParser, MimeHeaders, PartType};

use super::address::address;

/// Longest explanation that is kept, in bytes.
const LONGEST: usize = 500;

/// A mail that could not be delivered, or not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// To whom.
    pub recipient: Option<String>,
    /// The Message-ID of that mail, without angle brackets.
    pub message: Option<String>,
    /// False where the server goes on trying.
    pub is_final: bool,
    /// What the server says.
    pub says: String,
}

/// Reads a report of non-delivery. Where it has no machine-readable part, the text is searched for a Message-ID.
pub fn bounce(bytes: &[u8]) -> Option<Bounce> {
    let parsed = MessageParser::default().parse(bytes)?;
    let report = status(&parsed).unwrap_or_default();
    let field = |name: &str| {
        let mut lines = report.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(field, _)| field.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    };
    let behind = |value: String| value.split_once(';').map_or(value.clone(), |(_, rest)| rest.trim().to_owned());
    let recipient = field("Final-Recipient").or_else(|| field("Original-Recipient")).map(behind);
    let code = field("Status").unwrap_or_default();
    let action = field("Action").unwrap_or_default().to_lowercase();
    let is_final = action == "failed" || (action.is_empty() && !code.starts_with('4'));
    let says = field("Diagnostic-Code").map(behind).unwrap_or_else(|| first_words(&parsed));
    let answers = parsed.in_reply_to().as_text().map(str::to_owned);
    Some(Bounce {
        recipient: recipient.as_deref().and_then(address),
        message: returned(&parsed).or(answers),
        is_final,
        says: says.get(..says.floor_char_boundary(LONGEST)).unwrap_or(&says).to_owned(),
    })
}

fn status(parsed: &Parsed<'_>) -> Option<String> {
    let part = parsed.parts.iter().find(|part| {
        part.content_type().is_some_and(|t| t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("delivery-status")))
    })?;
    // long values go on in lines that begin with a blank
    let text = String::from_utf8_lossy(part.contents()).replace("\r\n", "\n");
    Some(text.replace("\n ", " ").replace("\n\t", " "))
}

/// The Message-ID of the mail that came back with the report.
fn returned(parsed: &Parsed<'_>) -> Option<String> {
    let nested = parsed.parts.iter().find_map(|part| match &part.body {
        PartType::Message(message) => message.message_id().map(str::to_owned),
        _ => None,
    });
    nested
        .or_else(|| {
            let headers = parsed.parts.iter().filter(|part| {
                part.content_type()
                    .is_some_and(|t| t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("rfc822-headers")))
            });
            let mut ids = headers.filter_map(|part| {
                MessageParser::default().parse_headers(part.contents())?.message_id().map(str::to_owned)
            });
            ids.next()
        })
        .or_else(|| in_text(&parsed.body_text(0)?))
}

fn in_text(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.get(..11).is_some_and(|head| head.eq_ignore_ascii_case("message-id:")))?;
    let id = line[11..].trim().trim_start_matches('<').trim_end_matches('>');
    (!id.is_empty()).then(|| id.to_owned())
}

fn first_words(parsed: &Parsed<'_>) -> String {
    let text = parsed.body_text(0).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const REPORT: &str = "From: MAILER-DAEMON@mx.example\r\nTo: jo@ourco.example\r\nSubject: Undelivered\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nI could not deliver it.\r\n\
        --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
        Final-Recipient: rfc822; Gone@Acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
        Diagnostic-Code: smtp; 550 5.1.1 no such\r\n mailbox here\r\n\
        --b\r\nContent-Type: CARRIER\r\n\r\nMessage-ID: <one@ourco.example>\r\nSubject: Hello\r\n\r\nHi\r\n--b--\r\n";

    #[test]
    fn a_report_tells_who_what_and_why() {
        for carrier in ["message/rfc822", "text/rfc822-headers"] {
            let found = bounce(REPORT.replace("CARRIER", carrier).as_bytes()).unwrap();
            assert_eq!(found.recipient.as_deref(), Some("gone@acme.example"), "{carrier}");
            assert_eq!(found.message.as_deref(), Some("one@ourco.example"), "{carrier}");
            assert!(found.is_final);
            assert_eq!(found.says, "550 5.1.1 no such mailbox here");
        }
    }

    #[test]
    fn a_delay_is_not_final_and_plain_words_are_read_too() {
        let delayed = REPORT.replace("failed", "delayed").replace("5.1.1\r\nDia", "4.4.1\r\nDia");
        assert!(!bounce(delayed.as_bytes()).unwrap().is_final);
        let plain = "From: postmaster@x.example\r\nSubject: failure\r\n\r\nUser unknown\r\nMessage-ID: <two@x>\r\n";
        let found = bounce(plain.as_bytes()).unwrap();
        assert_eq!((found.message.as_deref(), found.is_final), (Some("two@x"), true));
    }
}
