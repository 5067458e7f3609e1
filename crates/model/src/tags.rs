//! Tags of a deal: a set of short words, told by events that add to it or take from it.

/// Name of the attribute that holds the tags of a deal, with a comma and a blank between them.
pub const TAGS: &str = "tags";

/// Most tags of one deal.
pub const MOST: usize = 30;
/// Most letters of one tag.
pub const LONGEST: usize = 50;

/// The tags that a text lists, each once whatever its case, in order of the alphabet. Commas and semicolons part them.
pub fn read(text: &str) -> Vec<String> {
    let mut all: Vec<(String, &str)> = text
        .split([',', ';'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(|tag| (tag.to_lowercase(), tag))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.dedup_by(|a, b| a.0 == b.0);
    all.into_iter().map(|(_, tag)| tag.to_owned()).collect()
}

/// Whether a text that lists tags has this one.
pub fn has(text: &str, tag: &str) -> bool {
    let wanted = tag.trim().to_lowercase();
    text.split([',', ';']).any(|own| own.trim().to_lowercase() == wanted)
}

/// The text with the tags of another one added.
pub fn with(text: &str, more: &str) -> String {
    read(&format!("{text},{more}")).join(", ")
}

/// The text without the tags of another one.
pub fn without(text: &str, less: &str) -> String {
    let kept: Vec<String> = read(text).into_iter().filter(|tag| !has(less, tag)).collect();
    kept.join(", ")
}

/// What has to be added and what taken away to come from one text to another.
pub fn difference(from: &str, to: &str) -> (String, String) {
    (without(to, from), without(from, to))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", "key account", "key account")]
    #[case("Beta", "alpha", "alpha, Beta")]
    #[case("Beta", "BETA; gamma", "Beta, gamma")]
    #[case("b, a", "", "a, b")]
    #[case("é", "É", "é")]
    #[case("🚀", "🚀,  , 東京", "東京, 🚀")]
    fn added(#[case] own: &str, #[case] more: &str, #[case] expected: &str) {
        assert_eq!(with(own, more), expected);
        assert_eq!(with(&with(own, more), more), expected, "twice is as once");
    }

    #[rstest]
    #[case("a, b, c", "B", "a, c")]
    #[case("a", "a", "")]
    #[case("a", "x", "a")]
    fn taken_away(#[case] own: &str, #[case] less: &str, #[case] expected: &str) {
        assert_eq!(without(own, less), expected);
    }

    #[rstest]
    #[case("a, b", "b, c", "c", "a")]
    #[case("a", "A", "", "")]
    fn from_one_to_another(#[case] from: &str, #[case] to: &str, #[case] more: &str, #[case] less: &str) {
        assert_eq!(difference(from, to), (more.to_owned(), less.to_owned()));
    }
}
