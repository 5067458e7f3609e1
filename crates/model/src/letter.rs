//! Letters with places to be filled: `Hello {{first_name}}, …`.

use std::collections::{BTreeMap, BTreeSet};

/// The names of places that a deal and its people can fill, with what stands there.
pub const PLACES: [(&str, &str); 10] = [
    ("first_name", "First name of the reader"),
    ("last_name", "Last name of the reader"),
    ("name", "Name of the reader"),
    ("title", "What the reader is in their organisation"),
    ("company", "The prospect's organisation"),
    ("deal", "Name of the deal"),
    ("product", "What is sold"),
    ("owner", "Who owns the deal"),
    ("sender", "Who sends the mail"),
    ("our_company", "Your own company"),
];

/// A letter, and the places that nothing was known for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The text; a place that cannot be filled stands there as it was.
    pub text: String,
    /// Names of those places, each once.
    pub missing: BTreeSet<String>,
}

/// Fills the places of a letter. A value that is empty fills nothing; what stands between braces and is no name of letters,
/// digits, `_`, `-` and `.` is text like any other, and values are not looked at again.
pub fn fill(text: &str, values: &BTreeMap<String, String>) -> Filled {
    let mut out = Filled { text: String::with_capacity(text.len()), missing: BTreeSet::new() };
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        let (before, from) = rest.split_at(at);
        out.text.push_str(before);
        let Some((whole, name)) = place(from) else {
            out.text.push_str("{{");
            rest = &from[2..];
            continue;
        };
        match values.get(&name).filter(|value| !value.trim().is_empty()) {
            Some(value) => out.text.push_str(value.trim()),
            None => {
                out.text.push_str(whole);
                out.missing.insert(name);
            }
        }
        rest = &from[whole.len()..];
    }
    out.text.push_str(rest);
    out
}

/// The place with which a text begins, as written and by name.
fn place(text: &str) -> Option<(&str, String)> {
    let end = text.find("}}")?;
    let name = text.get(2..end)?.trim();
    let sound = !name.is_empty()
        && name.len() <= 60
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    sound.then(|| (&text[..end + 2], name.to_lowercase()))
}

/// First and last name: `Lee, Ann` and `Ann Lee` are the same.
pub fn names(name: &str) -> (String, String) {
    let name = name.trim();
    if let Some((last, first)) = name.split_once(',') {
        return (first.trim().to_owned(), last.trim().to_owned());
    }
    const TITLES: [&str; 8] = ["dr.", "dr", "prof.", "prof", "mr.", "mrs.", "ms.", "mr"];
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|first| TITLES.contains(&first.to_lowercase().as_str())) {
        words.remove(0);
    }
    match words.split_first() {
        Some((first, rest)) => ((*first).to_owned(), rest.join(" ")),
        None => Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Hello {{first_name}},", "Hello Ann,", &[])]
    #[case("Hello {{ First_Name }} of {{company}}", "Hello Ann of {{company}}", &["company"])]
    #[case("{{empty}} {{empty}}", "{{empty}} {{empty}}", &["empty"])]
    #[case("{{ not a name! }} {{", "{{ not a name! }} {{", &[])]
    #[case("{{{first_name}}}", "{{{first_name}}}", &[])]
    #[case("{{nested}}", "{{first_name}}", &[])]
    #[case("ünï {{first_name}} 🙂", "ünï Ann 🙂", &[])]
    #[case("", "", &[])]
    fn filling(#[case] text: &str, #[case] expected: &str, #[case] missing: &[&str]) {
        let values = [("first_name", "Ann"), ("empty", " "), ("nested", "{{first_name}}")];
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let filled = fill(text, &values);
        assert_eq!(filled.text, expected);
        assert_eq!(filled.missing.iter().map(String::as_str).collect::<Vec<_>>(), missing);
    }

    #[rstest]
    #[case("Ann Lee", "Ann", "Lee")]
    #[case("Lee, Ann", "Ann", "Lee")]
    #[case("Dr. Ann van Lee", "Ann", "van Lee")]
    #[case("Ann", "Ann", "")]
    #[case("Mr", "Mr", "")]
    #[case("", "", "")]
    fn first_and_last(#[case] name: &str, #[case] first: &str, #[case] last: &str) {
        assert_eq!(names(name), (first.to_owned(), last.to_owned()));
    }
}
