//! A mail as it goes over the wire.

use lettre::{
    Address, Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use store::NewMail;

use super::{MailPolicy, account::AccountSettings, smtp::Envelope};

/// The links by which a reader ends the mails: the page, and where mail programs call by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndLinks {
    /// The page.
    pub page: String,
    /// Where mail programs send their one click (RFC 8058).
    pub click: String,
}

impl EndLinks {
    /// Those of a token; none where nobody knows how the server is reached.
    pub fn of(policy: &MailPolicy, token: &str) -> Option<Self> {
        let base = Some(policy.address.as_str()).filter(|base| !base.is_empty())?;
        Some(Self {
            page: format!("{base}/unsubscribe#token={token}"),
            click: format!("{base}/api/v1/unsubscribe/click?token={token}"),
        })
    }
}

/// The envelope and the message of a mail with what goes out with it. `links` are those for prospects; mails to our own people have none and say that
/// a program wrote them.
///
/// # Errors
/// Why it cannot be written, such as an address that is none.
pub fn compose(
    (mail, attached): (&NewMail, Option<store::Attachment>),
    from: &AccountSettings,
    policy: &MailPolicy,
    links: Option<&EndLinks>,
) -> Result<Envelope, String> {
    let address = |text: &str| text.parse::<Address>().map_err(|error| format!("{text} is no address: {error}"));
    let (sender, reader) = (address(&from.address)?, address(&mail.recipient)?);
    let name = |name: &str| Some(one_line(name)).filter(|name| !name.is_empty());
    let mut message = Message::builder()
        .from(Mailbox::new(name(&from.name), sender.clone()))
        .to(Mailbox::new(name(&mail.recipient_name), reader.clone()))
        .subject(one_line(&mail.subject))
        .date_now()
        .message_id(Some(format!("<{}>", mail.message_id)));
    if let Some(last) = mail.answers.last() {
        let all: Vec<String> = mail.answers.iter().map(|id| format!("<{}>", one_word(id))).collect();
        message = message.in_reply_to(format!("<{}>", one_word(last))).references(all.join(" "));
    }
    let is_ours = mail.deal.is_none();
    if is_ours {
        message = message.raw_header(header("Auto-Submitted", "auto-generated")?);
    } else {
        let by_mail = format!("<mailto:{}?subject=unsubscribe>", from.address);
        let list = links.map_or_else(|| by_mail.clone(), |links| format!("<{}>, {by_mail}", links.click));
        message = message.raw_header(header("List-Unsubscribe", &list)?);
        if links.is_some() {
            message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
    }
    let body = if is_ours { mail.body.clone() } else { with_footer(&mail.body, policy, links) };
    let part = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body);
    let message = match attached {
        None => message.singlepart(part),
        Some(file) => {
            let kind = ContentType::parse(&file.media_type).map_err(|error| error.to_string())?;
            let file = Attachment::new(one_line(&file.name)).body(file.content, kind);
            message.multipart(MultiPart::mixed().singlepart(part).singlepart(file))
        }
    };
    let message = message.map_err(|error| error.to_string())?;
    Ok(Envelope { from: sender, to: reader, message: message.formatted() })
}

fn with_footer(body: &str, policy: &MailPolicy, links: Option<&EndLinks>) -> String {
    let mut body = body.trim_end().replace("\r\n", "\n");
    let footer = policy.footer.trim();
    if !footer.is_empty() || links.is_some() {
        body.push_str("\n\n-- \n");
        body.push_str(footer);
    }
    if let Some(links) = links {
        if !footer.is_empty() {
            body.push('\n');
        }
        body.push_str("If you do not want such mails: ");
        body.push_str(&links.page);
    }
    body.push('\n');
    body.replace('\n', "\r\n")
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, String> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| error.to_string())?;
    Ok(HeaderValue::new(name, one_line(value)))
}

/// Nothing that begins another header.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

fn one_word(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>')).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use model::{Timestamp, ids::DealId};
    use uuid::Uuid;

    use super::*;
    use crate::mail::account::{Security, Server};

    fn mail() -> NewMail {
        NewMail {
            id: Uuid::nil(),
            account: Uuid::nil(),
            deal: Some(DealId::of_key("1")),
            by: None,
            recipient: "ann@acme.example".into(),
            recipient_name: "Ann \"the boss\" Lée".into(),
            message_id: "1@ourco.example".into(),
            answers: vec!["a@acme.example".into(), "b@acme.example>\r\nBcc: <x@y".into()],
            subject: "Grüße\r\nBcc: eve@evil.example".into(),
            body: "Hallo Ann,\n\nüber 🙂".into(),
            step: None,
            unsubscribe: String::new(),
            created: Timestamp::UNIX_EPOCH,
            due: Timestamp::UNIX_EPOCH,
        }
    }

    fn from() -> AccountSettings {
        let smtp = Server { host: "x".into(), port: 25, security: Security::Plain, user: String::new() };
        let (address, name) = ("jo@ourco.example".into(), "Jo, Rep".into());
        AccountSettings { address, name, smtp, imap: None, folder: String::new(), authority: String::new() }
    }

    #[test]
    fn a_mail_to_a_prospect_has_a_way_out_and_no_header_of_anybody_else() {
        let policy = MailPolicy { address: "https://sales.ourco.example".into(), ..MailPolicy::default() };
        let links = EndLinks::of(&policy, "tok");
        let written = compose((&mail(), None), &from(), &policy, links.as_ref()).unwrap();
        let text = String::from_utf8(written.message).unwrap();
        let parsed = import::message::message(
            &import::message::Raw::of_message(text.as_bytes()),
            import::message::Look { now: Timestamp::now(), bodies: true },
        )
        .unwrap();
        assert_eq!((parsed.key.as_str(), parsed.answers[0].as_str()), ("1@ourco.example", "b@acme.exampleBcc:x@y"));
        assert_eq!(parsed.subject, "Grüße Bcc: eve@evil.example");
        assert!(parsed.body.contains("über 🙂") && parsed.body.contains("/unsubscribe#token=tok"), "{}", parsed.body);
        assert_eq!(parsed.to.len(), 1, "{text}");
        let header = text.split("\r\n\r\n").next().unwrap();
        let flat = header.replace("\r\n ", " ");
        assert!(
            flat.contains("List-Unsubscribe: <https://sales.ourco.example/api/v1/unsubscribe/click?token=tok>"),
            "{flat}"
        );
        assert!(flat.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{flat}");
        assert!(!header.lines().any(|line| line.starts_with("Bcc")), "{header}");
    }

    #[test]
    fn a_mail_to_our_own_people_says_that_a_program_wrote_it() {
        let mail = NewMail { deal: None, ..mail() };
        let written = compose((&mail, None), &from(), &MailPolicy::default(), None).unwrap();
        let text = String::from_utf8(written.message).unwrap();
        assert!(text.contains("Auto-Submitted: auto-generated") && !text.contains("List-Unsubscribe"), "{text}");
        let wrong = NewMail { recipient: "nobody".into(), ..mail };
        assert!(compose((&wrong, None), &from(), &MailPolicy::default(), None).unwrap_err().contains("nobody"));
    }
}
