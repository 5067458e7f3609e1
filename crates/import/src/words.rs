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
    out
}

/// The letters and digits alone, lower case: `GTX Pro` → `gtxpro`.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The outcome that a word names: `Closed Won`, `gewonnen`, `Offen`.
pub fn outcome(text: &str) -> Option<Outcome> {
    if text.len() > 40 || text.is_empty() {
        return None;
    }
    let words = plain(text);
    let words = words.strip_prefix("closed").unwrap_or(&words).trim_start();
    let mut core =
        words.split(' ').filter(|w| !matches!(*w, "closed" | "deal" | "abgeschlossen" | "geschlossen" | "opportunity"));
    match (core.next(), core.next()) {
        (Some("won" | "gewonnen" | "win"), None) => Some(Outcome::Won),
        (Some("lost" | "verloren" | "loss"), None) => Some(Outcome::Lost),
        (Some("open" | "offen" | "ongoing" | "laufend" | "active" | "aktiv"), None) => Some(Outcome::Open),
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
        "true" | "yes" | "1" | "ja" | "wahr" | "y" | "t" => Some(true),
        "false" | "no" | "0" | "nein" | "falsch" | "n" | "f" => Some(false),
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

/// The kind of the touchpoint called so: `Email sent` → `email.sent`.
pub fn touch(activity: &str) -> Option<&'static model::event::Touchpoint> {
    let name = letters(activity);
    touchpoints().iter().find(|t| letters(t.kind) == name || letters(t.label) == name)
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
    #[case("Offen", Some(Outcome::Open))]
    #[case("Closing", None)]
    #[case("closed", None)]
    #[case("Won back", None)]
    fn outcomes(#[case] word: &str, #[case] meant: Option<Outcome>) {
        assert_eq!(outcome(word), meant);
    }

    #[rstest]
    #[case("engage", "Engaging", true)]
    #[case("proposal", "Proposal", true)]
    #[case("demo", "Closing", false)]
    fn stems(#[case] a: &str, #[case] b: &str, #[case] same: bool) {
        assert_eq!(stem(a) == stem(b), same);
    }
}
