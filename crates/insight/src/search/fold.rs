//! Texts as they are compared: without case, accents and marks, wide and narrow letters alike, cut into words.

use unicode_normalization::UnicodeNormalization;

/// Longest word that counts, in letters; the rest of a longer one is left away.
const LONGEST_WORD: usize = 40;
/// Most words of a text that count.
const MOST_WORDS: usize = 40;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub folded: String,
    /// For each letter of `folded` the place in the text of the letter it comes from, and one for the end.
    pub from: Vec<usize>,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    for (at, letter) in text.char_indices() {
        if parts(letter) {
            close(&mut all, open.take(), at);
            if all.len() >= MOST_WORDS {
                return all;
            }
            continue;
        }
        let word = open.get_or_insert_with(|| Word { folded: String::new(), from: Vec::new() });
        for folded in fold(letter) {
            if word.from.len() < LONGEST_WORD {
                word.folded.push(folded);
                word.from.push(at);
            }
        }
    }
    close(&mut all, open, text.len());
    all
}

fn close(all: &mut Vec<Word>, word: Option<Word>, end: usize) {
    if let Some(mut word) = word.filter(|word| !word.folded.is_empty()) {
        word.from.push(end);
        all.push(word);
    }
}

/// Whether a letter stands between words rather than in one.
fn parts(letter: char) -> bool {
    match letter {
        '\'' | '’' => false,
        _ if letter.is_ascii() => !letter.is_ascii_alphanumeric(),
        // general punctuation with its joiners and marks of direction, and that of Chinese and Japanese
        '\u{80}'..='\u{bf}' => !letter.is_alphanumeric(),
        '\u{200d}' => false,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}' => true,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' => true,
        _ => letter.is_whitespace() || letter.is_control(),
    }
}

/// The letters that stand for one letter in comparing; none for marks.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let plain: &'static str = match letter {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        _ => "",
    };
    let own = plain.is_empty().then_some(letter).into_iter().nfkd().filter(|c| !is_mark(*c));
    plain.chars().chain(own.flat_map(char::to_lowercase))
}

/// Accents, marks of variation, joiners, and apostrophes.
fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Acme Corp.", &["acme", "corp"])]
    #[case("Müller & Söhne GmbH", &["muller", "sohne", "gmbh"])]
    #[case("Mu\u{308}ller", &["muller"])]
    #[case("Straße", &["strasse"])]
    #[case("O'Neill–Smith", &["oneill", "smith"])]
    #[case("Ｓｏｎｙ　株式会社", &["sony", "株式会社"])]
    #[case("東京・大阪", &["東京・大阪"])]
    #[case("🚀 Launch ❤\u{fe0f}", &["🚀", "launch", "❤"])]
    #[case("İstanbul", &["istanbul"])]
    #[case("a@b.example", &["a", "b", "example"])]
    #[case("", &[])]
    #[case(" \u{200b}\u{202e}\t--- ", &[])]
    fn cut(#[case] text: &str, #[case] expected: &[&str]) {
        let found: Vec<String> = words(text).into_iter().map(|w| w.folded).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_know_where_they_come_from() {
        let all = words("Die Straße");
        assert_eq!(&"Die Straße"[all[1].from[4]..], "ße");
        assert_eq!(all[1].from.last(), Some(&"Die Straße".len()));
        assert_eq!(words(&"x".repeat(10_000))[0].folded.len(), LONGEST_WORD);
    }
}
