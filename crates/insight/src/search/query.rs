//! What is searched for, and how well a word meets it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fold::words;

/// Most words of a query that count.
const MOST_WORDS: usize = 8;

/// A part of a text that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Piece {
    /// The part.
    pub text: String,
    /// Whether it is what was searched for.
    pub hit: bool,
}

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) words: Vec<String>,
}

impl Query {
    /// Reads what somebody typed.
    pub fn read(text: &str) -> Self {
        let mut all: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
        all.truncate(MOST_WORDS);
        Self { words: all }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a text meets the query, above 0 to about 1.3; `None` if a word of the query is not in it.
    pub fn score(&self, text: &str) -> Option<f32> {
        let own = words(text);
        let best = |wanted: &String| own.iter().filter_map(|word| met(wanted, &word.folded)).max_by(f32::total_cmp);
        let scores = self.words.iter().map(best).collect::<Option<Vec<f32>>>()?;
        (!scores.is_empty()).then(|| scores.iter().sum::<f32>() / scores.len() as f32 + self.whole(text))
    }

    /// What a text gets that is the query, or begins with it.
    pub(super) fn whole(&self, text: &str) -> f32 {
        let own = words(text);
        let begins = self.words.iter().zip(&own).all(|(wanted, word)| word.folded.starts_with(wanted.as_str()));
        let same = own.len() == self.words.len() && self.words.iter().zip(&own).all(|(w, o)| *w == o.folded);
        match (same, begins && own.len() >= self.words.len()) {
            (true, _) => 0.3,
            (_, true) => 0.15,
            _ => 0.0,
        }
    }

    /// A text in pieces, those that meet the query marked.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut add = |part: &str, hit: bool| match pieces.last_mut() {
            _ if part.is_empty() => {}
            Some(last) if last.hit == hit => last.text.push_str(part),
            _ => pieces.push(Piece { text: part.to_owned(), hit }),
        };
        let mut done = 0;
        for word in words(text) {
            let meets = |wanted: &&String| met(wanted, &word.folded).is_some();
            let best = self.words.iter().filter(meets).max_by(|a, b| {
                let score = |w: &String| met(w, &word.folded).unwrap_or(0.0);
                score(a).total_cmp(&score(b))
            });
            let Some(wanted) = best else { continue };
            let (first, last) = match word.folded.find(wanted.as_str()) {
                Some(at) => {
                    let first = word.folded[..at].chars().count();
                    (first, first + wanted.chars().count())
                }
                None => (0, word.from.len() - 1),
            };
            let start = word.from.get(first).copied().unwrap_or(text.len());
            // the letter that the last one comes from may stand for two
            let of_last = word.from.get(last.saturating_sub(1)).copied().unwrap_or(start);
            let after = word.from.iter().skip(last).find(|at| **at > of_last);
            let end = after.copied().unwrap_or(text.len());
            add(&text[done..start], false);
            add(&text[start..end], true);
            done = end;
        }
        add(&text[done..], false);
        pieces
    }
}

/// How many letters may be wrong in a word; none in a number.
pub(super) fn edits(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        _ if word.bytes().all(|b| b.is_ascii_digit()) => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// How well a word meets the one searched for: 1 if it is the same, less where it only begins with it, is misspelt, or
/// holds it; `None` if it is another word.
pub(super) fn met(wanted: &str, word: &str) -> Option<f32> {
    let (n, len) = (wanted.chars().count(), word.chars().count());
    if wanted == word {
        return Some(1.0);
    }
    if word.starts_with(wanted) {
        return Some(0.75 + 0.2 * n as f32 / len as f32);
    }
    let most = edits(wanted);
    let wrong = (most > 0 && len.abs_diff(n) <= most).then(|| strsim::osa_distance(wanted, word));
    match wrong.filter(|wrong| *wrong <= most) {
        Some(1) => Some(0.65),
        Some(_) => Some(0.5),
        None => (n >= 2 && word.contains(wanted)).then(|| 0.45 + 0.1 * n as f32 / len as f32),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Acme Crop", "Acme Corp", true)]
    #[case("acm", "Acme Corp", true)]
    #[case("corp acme", "Acme Corp", true)]
    #[case("muller", "Müller AG", true)]
    #[case("Mueller", "Müller AG", true)]
    #[case("Miller", "Muster AG", false)]
    #[case("microsfot", "Microsoft", true)]
    #[case("soft", "Microsoft", true)]
    #[case("京電", "東京電力株式会社", true)]
    #[case("🚀", "Project 🚀", true)]
    #[case("acme gmbh", "Acme Corp", false)]
    #[case("abc", "abd", false)]
    #[case("1007", "1008", false)]
    #[case("", "Acme", false)]
    fn meets(#[case] query: &str, #[case] text: &str, #[case] expected: bool) {
        assert_eq!(Query::read(query).score(text).is_some(), expected);
    }

    #[rstest]
    #[case("acme", "The Acme Corp", "The [Acme] Corp")]
    #[case("muller", "Familie Müller", "Familie [Müller]")]
    #[case("stras", "Hauptstraße", "Haupt[straß]e")]
    #[case("京電", "東京電力", "東[京電]力")]
    #[case("crop", "Acme Corp", "Acme [Corp]")]
    #[case("x", "Acme", "Acme")]
    #[case("🚀", "🚀🚀", "[🚀]🚀")]
    fn marked(#[case] query: &str, #[case] text: &str, #[case] expected: &str) {
        let pieces = Query::read(query).pieces(text);
        let shown: String =
            pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect();
        assert_eq!(shown, expected);
    }
}
