//! What the words by which tools name an activity say: the channel, the direction, how it went; English and German,
//! with the codes of the common tools.

use model::event::Side;

use crate::words::letters;

/// By what a prospect and a rep had to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// On the phone.
    Call,
    /// By e-mail.
    Email,
    /// They met, in a room or on a screen.
    Meeting,
    /// A rep wrote something down.
    Note,
    /// A rep did something.
    Task,
}

/// The channel that a word names, if it names nothing else.
pub fn channel(text: &str) -> Option<Channel> {
    let name = letters(text);
    Some(match name.strip_suffix('s').unwrap_or(&name) {
        "call" | "phone" | "phonecall" | "telephone" | "anruf" | "anrufe" | "telefonat" | "telefonate" | "telefon"
        | "loggedcall" | "appel" | "llamada" | "chiamata" | "telefongespräch" | "telefontermin" => Channel::Call,
        "email" | "mail" | "loggedemail" | "emailmessage" | "correo" | "courriel" => Channel::Email,
        "meeting" | "event" | "appointment" | "termin" | "termine" | "besprechung" | "besprechungen" | "treffen"
        | "videocall" | "videomeeting" | "onlinemeeting" | "videoconference" | "reunion" | "réunion" | "reunión"
        | "riunione" | "gespräch" | "meetingheld" => Channel::Meeting,
        "note" | "notiz" | "notizen" | "comment" | "kommentar" | "nota" => Channel::Note,
        "task" | "todo" | "aufgabe" | "aufgaben" | "tarea" | "tâche" => Channel::Task,
        _ => return None,
    })
}

/// The direction that a word names: true for incoming. A word for both, as `INCOMING_EMAIL`, is one as well.
pub fn incoming(text: &str) -> Option<bool> {
    let name = letters(text);
    let is = |words: &[&str]| words.iter().any(|w| name == *w);
    if is(&["in", "true", "missed", "received", "eingang", "fromcontact", "verpasst"])
        || ["incoming", "inbound", "eingehend", "entrant", "reply"].iter().any(|w| name.starts_with(w))
        || ["incoming", "inbound", "received", "erhalten", "empfangen", "eingehend"].iter().any(|w| name.ends_with(w))
    {
        return Some(true);
    }
    (is(&["out", "false", "sent", "ausgang", "email", "tocontact", "forwardedemail", "listemail"])
        || ["outgoing", "outbound", "ausgehend", "sortant", "forwarded"].iter().any(|w| name.starts_with(w))
        || ["outgoing", "outbound", "sent", "gesendet", "versendet", "versandt"].iter().any(|w| name.ends_with(w)))
    .then_some(false)
}

/// How a meeting went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Result {
    /// It took place.
    Held,
    /// The prospect did not come.
    Missed,
    /// It was called off.
    Cancelled,
    /// It was moved to another time.
    Moved,
    /// It was still to come.
    Planned,
}

/// What a word says of how a meeting went.
pub fn result(text: &str) -> Option<Result> {
    let name = letters(text);
    Some(match name.as_str() {
        "completed" | "held" | "done" | "attended" | "complete" | "abgeschlossen" | "durchgeführt"
        | "stattgefunden" | "erledigt" | "erfolgt" => Result::Held,
        "noshow" | "nichterschienen" | "missed" | "versäumt" => Result::Missed,
        "canceled" | "cancelled" | "abgesagt" | "storniert" | "declined" => Result::Cancelled,
        "rescheduled" | "postponed" | "verschoben" => Result::Moved,
        "scheduled" | "planned" | "geplant" | "upcoming" => Result::Planned,
        _ => return None,
    })
}

/// True if a word says that an activity was done, false if it is only planned; `None` if it says neither.
pub fn done(text: &str) -> Option<bool> {
    let name = letters(text);
    Some(match name.as_str() {
        "done" | "completed" | "complete" | "closed" | "finished" | "erledigt" | "abgeschlossen" | "true" | "yes"
        | "1" | "ja" | "wahr" | "held" | "sent" | "logged" | "read" | "replied" | "forwarded" | "erfolgt" | "fait"
        | "hecho" | "completado" | "terminé" => true,
        "todo"
        | "open"
        | "planned"
        | "notdone"
        | "notstarted"
        | "inprogress"
        | "waiting"
        | "waitingonsomeoneelse"
        | "waitingforinput"
        | "deferred"
        | "scheduled"
        | "pending"
        | "offen"
        | "geplant"
        | "zuerledigen"
        | "nichterledigt"
        | "nichtbegonnen"
        | "nichtgestartet"
        | "inbearbeitung"
        | "zurückgestellt"
        | "false"
        | "no"
        | "0"
        | "nein"
        | "falsch"
        | "draft"
        | "entwurf"
        | "overdue"
        | "überfällig" => false,
        _ => return None,
    })
}

/// Whose act a name says it was, by its verb: `Inquiry received`, `Reply sent`.
pub fn side(activity: &str) -> Side {
    let lower = activity.to_lowercase();
    match lower.rsplit([' ', '_', '-', '.']).next().unwrap_or_default() {
        "received" | "attended" | "accepted" | "signed" | "viewed" | "opened" | "clicked" | "replied" | "erhalten"
        | "unterschrieben" | "angenommen" => Side::Prospect,
        "sent" | "shared" | "gesendet" | "versendet" | "geschickt" => Side::Rep,
        _ => Side::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("CALL", Some(Channel::Call))]
    #[case("Calls", Some(Channel::Call))]
    #[case("E-Mail", Some(Channel::Email))]
    #[case("Besprechung", Some(Channel::Meeting))]
    #[case("Notiz", Some(Channel::Note))]
    #[case("Lunch", None)]
    #[case("Demo", None)]
    fn channels(#[case] word: &str, #[case] meant: Option<Channel>) {
        assert_eq!(channel(word), meant);
    }

    #[rstest]
    #[case("INCOMING_EMAIL", Some(true))]
    #[case("Inbound", Some(true))]
    #[case("EMAIL", Some(false))]
    #[case("outbound", Some(false))]
    #[case("Ausgehend", Some(false))]
    #[case("Internal", None)]
    fn directions(#[case] word: &str, #[case] meant: Option<bool>) {
        assert_eq!(incoming(word), meant);
    }

    #[rstest]
    #[case("Erledigt", Some(true))]
    #[case("To do", Some(false))]
    #[case("NOT_STARTED", Some(false))]
    #[case("Completed", Some(true))]
    #[case("High", None)]
    fn whether_done(#[case] word: &str, #[case] meant: Option<bool>) {
        assert_eq!(done(word), meant);
    }
}
