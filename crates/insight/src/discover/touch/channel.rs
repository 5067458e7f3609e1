//! Through which channel an activity went, from its kind and else from its name.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The way by which two sides met or wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// Chat, form, inquiry, short message.
    Message,
    /// Call.
    Phone,
    /// Meeting, visit, demonstration; in person or by video.
    Meeting,
    /// Something to read or watch.
    Content,
    /// Quote, contract, order.
    Document,
    /// A note or task of our own: no touchpoint.
    Note,
    /// The name does not say.
    Other,
}

/// Words in a name and the channel they say; the first that fits decides.
const WORDS: &[(Channel, &[&str])] = &[
    (Channel::Note, &["note", "notes", "task", "todo", "comment", "reminder", "notiz", "aufgabe"]),
    (Channel::Email, &["email", "emails", "mail", "mails", "newsletter"]),
    (Channel::Phone, &["call", "calls", "called", "phone", "voicemail", "anruf", "telefonat"]),
    (
        Channel::Document,
        &["quote", "quotation", "proposal", "contract", "offer", "order", "invoice", "agreement", "angebot", "vertrag"],
    ),
    (
        Channel::Content,
        &["content", "testimonial", "brochure", "video", "whitepaper", "download", "downloaded", "website", "page"],
    ),
    (
        Channel::Meeting,
        &[
            "meeting",
            "meetings",
            "demo",
            "demonstration",
            "visit",
            "workshop",
            "appointment",
            "webinar",
            "presentation",
            "lunch",
            "event",
            "termin",
            "objection",
        ],
    ),
    (
        Channel::Message,
        &[
            "inquiry", "enquiry", "reply", "message", "chat", "sms", "whatsapp", "linkedin", "form", "anfrage",
            "antwort",
        ],
    ),
];

/// The channel of an activity of this kind and name.
pub(crate) fn channel(kind: &str, name: &str) -> Channel {
    let known = model::touchpoint::touchpoint(kind).map(|t| t.channel);
    match known {
        Some("email") => Channel::Email,
        Some("phone") => Channel::Phone,
        Some("meeting") => Channel::Meeting,
        Some("content") => Channel::Content,
        Some("document") => Channel::Document,
        Some("note") => Channel::Note,
        _ => by_words(kind).or_else(|| by_words(name)).unwrap_or(Channel::Other),
    }
}

fn by_words(text: &str) -> Option<Channel> {
    let plain = text.to_lowercase().replace("e-mail", "email").replace("e mail", "email");
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let says = |(_, known): &&(Channel, &[&str])| words.iter().any(|w| known.contains(w));
    WORDS.iter().find(says).map(|(channel, _)| *channel)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("email.sent", "whatever", Channel::Email)]
    #[case("email.bounced", "", Channel::Email)]
    #[case("activity", "E-Mail gesendet", Channel::Email)]
    #[case("activity", "Discovery call", Channel::Phone)]
    #[case("activity", "Inquiry received", Channel::Message)]
    #[case("demo", "Demonstration", Channel::Meeting)]
    #[case("activity", "Testimonial shared", Channel::Content)]
    #[case("activity", "Sent proposal", Channel::Document)]
    #[case("note", "Call them back", Channel::Note)]
    #[case("activity", "A_SUBMITTED", Channel::Other)]
    fn channels(#[case] kind: &str, #[case] name: &str, #[case] channel: Channel) {
        assert_eq!(super::channel(kind, name), channel);
    }
}
