//! Words of headers and cells that mean something whatever the tool that wrote them; English and German.

use model::{
    deal::Outcome,
    event::{Side, touchpoints},
};

/// A header or cell as lower-case words: `hs_date_entered_x`, `CloseDate`, `Deal - Won time` → `deal won time`.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next_is_lower = letters.peek().is_some_and(|n| n.is_lowercase());
        let starts = c.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && next_is_lower));
        if !c.is_alphanumeric() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            if starts && !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
            out.extend(c.to_lowercase());
        }
        before = c;
    }
    out.truncate(out.trim_end().len());
    // the plural of an abbreviation is one word
    if out.ends_with("i ds") { out.replace("i ds", "ids") } else { out }
}

/// The letters and digits alone, lower case: `GTX Pro` → `gtxpro`.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Words beside those for won and lost: `Abgeschlossen und gewonnen`, `Cierre ganado`.
const BESIDE: [&str; 27] = [
    "closed",
    "deal",
    "opportunity",
    "and",
    "abgeschlossen",
    "geschlossen",
    "und",
    "fermé",
    "fermée",
    "conclu",
    "conclue",
    "clos",
    "et",
    "affaire",
    "transaction",
    "cierre",
    "cerrado",
    "cerrada",
    "y",
    "negocio",
    "chiuso",
    "chiusa",
    "e",
    "gesloten",
    "en",
    "fechado",
    "fechada",
];

/// The outcome that a word names: `Closed Won`, `gewonnen`, `Offen`.
pub fn outcome(text: &str) -> Option<Outcome> {
    if text.len() > 40 || text.is_empty() {
        return None;
    }
    let words = plain(text);
    let closed = words.strip_prefix("closed");
    let words = closed.unwrap_or(&words).trim_start();
    // `Closed Lost to Competition`
    match closed.and_then(|_| words.split(' ').next()) {
        Some("won") => return Some(Outcome::Won),
        Some("lost") => return Some(Outcome::Lost),
        _ => {}
    }
    let mut core = words.split(' ').filter(|w| !BESIDE.contains(w));
    match (core.next(), core.next()) {
        (
            Some(
                "won" | "gewonnen" | "win" | "gagné" | "gagnée" | "ganado" | "ganada" | "vinto" | "vinta" | "ganha"
                | "ganho",
            ),
            None,
        ) => Some(Outcome::Won),
        (Some("lost" | "verloren" | "loss" | "perdu" | "perdue" | "perdido" | "perdida" | "perso" | "persa"), None) => {
            Some(Outcome::Lost)
        }
        (
            Some(
                "open" | "offen" | "ongoing" | "laufend" | "active" | "aktiv" | "ouvert" | "ouverte" | "abierto"
                | "abierta" | "aperto" | "aperta" | "aberto" | "aberta",
            ),
            None,
        ) => Some(Outcome::Open),
        (Some("in"), Some("progress" | "bearbeitung")) => Some(Outcome::Open),
        _ => None,
    }
}

/// Won or lost; `None` for everything else.
pub fn closing(text: &str) -> Option<Outcome> {
    outcome(text).filter(|o| *o != Outcome::Open)
}

/// Yes or no in any of the usual words.
pub fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "ja" | "wahr" | "y" | "t" | "oui" | "vrai" | "sí" | "si" | "sim" => Some(true),
        "false" | "no" | "0" | "nein" | "falsch" | "n" | "f" | "non" | "faux" | "nee" | "não" => Some(false),
        _ => None,
    }
}

/// Whose act a word means.
pub fn side(text: &str) -> Option<Side> {
    match text.to_lowercase().as_str() {
        "prospect" | "customer" | "buyer" | "client" | "lead" | "contact" | "kunde" | "kundin" | "interessent"
        | "käufer" => Some(Side::Prospect),
        "rep" | "sales" | "seller" | "sales rep" | "salesperson" | "agent" | "vertrieb" | "verkäufer" | "us"
        | "wir" => Some(Side::Rep),
        "system" | "automation" | "workflow" | "bot" => Some(Side::System),
        "unknown" | "unbekannt" => Some(Side::Unknown),
        _ => None,
    }
}

/// What is left of a date column's name without the words for date: `engage_date` → `engage`.
pub fn occasion(header: &str) -> String {
    let words = plain(header);
    let kept = words.split(' ').filter(|w| {
        !matches!(
            *w,
            "date" | "time" | "at" | "on" | "datum" | "am" | "zeit" | "zeitpunkt" | "timestamp" | "datetime" | "day"
        )
    });
    kept.collect::<Vec<_>>().join(" ")
}

/// The stem of an English word or phrase: `Engaging`, `engage`, `engaged` → `engag`.
pub fn stem(text: &str) -> String {
    let all = letters(text);
    let cut = ["ing", "ed", "e", "d"].iter().find_map(|end| all.strip_suffix(end).filter(|s| s.chars().count() >= 4));
    cut.map_or_else(|| all.clone(), str::to_owned)
}

/// Names that say a touchpoint and what it was about: letters, kind, attribute with its value.
const ABOUT: [(&str, &str, About); 8] = [
    ("demoattended", "meeting.attended", ("tag", "demo")),
    ("attendeddemo", "meeting.attended", ("tag", "demo")),
    ("demonstrationattended", "meeting.attended", ("tag", "demo")),
    ("demoheld", "demo", ("tag", "demo")),
    ("testimonialshared", "content.shared", ("content", "testimonial")),
    ("testimonialwatched", "content.viewed", ("content", "testimonial")),
    ("casestudyshared", "content.shared", ("content", "case-study")),
    ("casestudyviewed", "content.viewed", ("content", "case-study")),
];

/// True for digits in three groups with the same sign between them, whether or not there is such a day: `31.02.2026`.
pub fn is_like_a_date(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    ['-', '.', '/'].iter().any(|sign| {
        let mut groups = day.split(*sign);
        let digits = |g: &str| (1..=4).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit());
        groups.clone().count() == 3 && groups.all(digits)
    })
}

/// An attribute with its value.
pub type About = (&'static str, &'static str);

/// The kind of the touchpoint called so, and what it was about: `Email sent` → `email.sent`, `Demo attended` →
/// `meeting.attended` with the tag `demo`.
pub fn touch(activity: &str) -> Option<(&'static model::event::Touchpoint, Option<About>)> {
    let name = letters(activity);
    let plain = touchpoints().iter().find(|t| letters(t.kind) == name || letters(t.label) == name);
    plain.map(|t| (t, None)).or_else(|| {
        let (_, kind, about) = ABOUT.iter().find(|(letters, ..)| *letters == name)?;
        Some((model::touchpoint::touchpoint(kind)?, Some(*about)))
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("opportunity_id", "opportunity id")]
    #[case("CloseDate", "close date")]
    #[case("Deal - Won time", "deal won time")]
    #[case("case:concept:name", "case concept name")]
    #[case("IsWon", "is won")]
    #[case("OwnerID", "owner id")]
    #[case("Associated Deal IDs", "associated deal ids")]
    #[case("ACV", "acv")]
    #[case("Date entered \"Presenting (Sales Pipeline)\"", "date entered presenting sales pipeline")]
    fn headers(#[case] header: &str, #[case] words: &str) {
        assert_eq!(plain(header), words);
    }

    #[rstest]
    #[case("Won", Some(Outcome::Won))]
    #[case("Closed Won", Some(Outcome::Won))]
    #[case("closed-lost", Some(Outcome::Lost))]
    #[case("closedwon", Some(Outcome::Won))]
    #[case("closedlost", Some(Outcome::Lost))]
    #[case("Verloren", Some(Outcome::Lost))]
    #[case("Closed-Lost to Competition", Some(Outcome::Lost))]
    #[case("Offen", Some(Outcome::Open))]
    #[case("Closing", None)]
    #[case("closed", None)]
    #[case("Won back", None)]
    fn outcomes(#[case] word: &str, #[case] meant: Option<Outcome>) {
        assert_eq!(outcome(word), meant);
    }

    #[rstest]
    #[case("31.02.2026", true)]
    #[case("2024-13-40", true)]
    #[case("2024-13-40T10:00", true)]
    #[case("1.2", false)]
    #[case("192.168.1.1", false)]
    #[case("a-b-c", false)]
    fn dates_by_their_look(#[case] text: &str, #[case] like: bool) {
        assert_eq!(is_like_a_date(text), like);
    }

    #[rstest]
    #[case("Email sent", Some(("email.sent", None)))]
    #[case("Demo attended", Some(("meeting.attended", Some(("tag", "demo")))))]
    #[case("Testimonial shared", Some(("content.shared", Some(("content", "testimonial")))))]
    #[case("Lunch", None)]
    fn touchpoints_by_name(#[case] name: &str, #[case] meant: Option<(&str, Option<About>)>) {
        assert_eq!(touch(name).map(|(t, about)| (t.kind, about)), meant);
    }

    #[rstest]
    #[case("engage", "Engaging", true)]
    #[case("proposal", "Proposal", true)]
    #[case("demo", "Closing", false)]
    fn stems(#[case] a: &str, #[case] b: &str, #[case] same: bool) {
        assert_eq!(stem(a) == stem(b), same);
    }
}
