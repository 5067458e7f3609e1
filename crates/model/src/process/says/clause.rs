//! Clauses of languages in which one that follows `that` has another form.

/// A clause in both forms.
pub(super) struct Clause {
    /// As a main clause: `der Interessent hat ein Angebot angenommen`.
    pub main: String,
    /// To depend on another: `der Interessent ein Angebot angenommen hat`.
    pub sub: String,
    /// Ends in a clause of its own, so that a comma comes before what follows.
    pub open: bool,
}

impl Clause {
    pub(super) fn grouped(self) -> Self {
        Self { main: format!("({})", self.main), sub: format!("({})", self.sub), open: false }
    }

    /// Several, before the last of them the word that `word` finds for it.
    pub(super) fn joined(clauses: &[Self], word: impl Fn(&str) -> &'static str) -> Self {
        let Some((last, first)) = clauses.split_last() else {
            return Self { main: String::new(), sub: String::new(), open: false };
        };
        let comma = if first.last().is_some_and(|c| c.open) { "," } else { "" };
        let joined = |form: fn(&Self) -> &str| {
            let first: Vec<&str> = first.iter().map(form).collect();
            format!("{}{comma} {} {}", first.join(", "), word(form(last)), form(last))
        };
        Self { main: joined(|c| &c.main), sub: joined(|c| &c.sub), open: last.open }
    }
}

/// The words one after the other, those that are empty left out.
pub(super) fn spaced(words: &[&str]) -> String {
    let said: Vec<&str> = words.iter().copied().filter(|w| !w.is_empty()).collect();
    said.join(" ")
}

/// With a capital where the first word begins, and a full stop.
pub(super) fn sentence(clause: &str) -> String {
    let (brackets, words) = clause.split_at(clause.len() - clause.trim_start_matches('(').len());
    let mut letters = words.chars();
    let first: String = letters.next().map(|l| l.to_uppercase().collect()).unwrap_or_default();
    format!("{brackets}{first}{}.", letters.as_str())
}

/// A number with a decimal comma.
pub(super) fn with_comma(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// The values in quotation marks, before the last of them the word for `or`.
pub(super) fn either(
    values: &[String],
    quoted: fn(&str) -> String,
    or: impl Fn(&str) -> &'static str,
) -> Option<String> {
    let (last, first) = values.split_last()?;
    let first: Vec<String> = first.iter().map(|v| quoted(v)).collect();
    match first.is_empty() {
        true => Some(quoted(last)),
        false => Some(format!("{} {} {}", first.join(", "), or(last), quoted(last))),
    }
}
