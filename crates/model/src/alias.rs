//! One name for what is written in several ways: accounts that were merged or renamed.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Names that stand for another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The names, as deals have them.
    pub from: Vec<String>,
    /// The name they stand for.
    pub to: String,
}

/// All aliases, ready to be asked. What is written in deals stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    to: HashMap<String, String>,
    /// Names as they are written.
    written: Vec<String>,
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

impl Aliases {
    /// Of several that speak of one name, the last counts.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Alias>) -> Self {
        let mut aliases = Self::default();
        for alias in all {
            for from in &alias.from {
                aliases.to.insert(plain(from), alias.to.clone());
                aliases.written.push(from.clone());
            }
        }
        aliases
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.to.is_empty()
    }

    /// The name that one stands for in the end; itself if it stands for none.
    pub fn name<'a>(&'a self, name: &'a str) -> &'a str {
        let mut here = name;
        let mut seen = BTreeSet::from([plain(name)]);
        while let Some(next) = self.to.get(&plain(here)) {
            if !seen.insert(plain(next)) {
                break;
            }
            here = next;
        }
        here
    }

    /// All names that stand for the same as this one, itself among them.
    pub fn names(&self, name: &str) -> Vec<String> {
        let head = plain(self.name(name));
        let others = self.written.iter().filter(|other| plain(self.name(other)) == head);
        let own = [self.name(name).to_owned(), name.to_owned()];
        let all: BTreeSet<String> = own.into_iter().chain(others.cloned()).collect();
        all.into_iter().collect()
    }
}

/// Words that say what kind of firm it is, which two spellings of one name may differ in.
const FORMS: [&str; 24] = [
    "ag",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holding",
    "inc",
    "incorporated",
    "international",
    "kg",
    "limited",
    "llc",
    "ltd",
    "nv",
    "oy",
    "plc",
    "sa",
    "sarl",
    "sas",
    "spa",
    "the",
];

/// What two names of one account have in common: letters and digits in lower case, without the form of the firm; the
/// whole where nothing else is left.
pub fn likeness(name: &str) -> String {
    let low = name.to_lowercase();
    let words: Vec<String> = low
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '&' | '-' | '_' | '/' | '(' | ')'))
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let core: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FORMS.contains(word)).collect();
    if core.is_empty() { words.concat() } else { core.concat() }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn aliases() -> Aliases {
        let alias =
            |from: &[&str], to: &str| Alias { from: from.iter().map(|f| (*f).to_owned()).collect(), to: to.into() };
        let all = [
            alias(&["ACME Corp.", "Acme Inc"], "Acme"),
            alias(&["Acme"], "Acme Group"),
            alias(&["X"], "Y"),
            alias(&["Y"], "X"),
        ];
        Aliases::of(&all)
    }

    #[rstest]
    #[case("Acme Inc", "Acme Group")]
    #[case(" acme inc ", "Acme Group")]
    #[case("Acme Group", "Acme Group")]
    #[case("Other", "Other")]
    #[case("X", "Y")]
    fn stand_for(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(aliases().name(name), expected);
    }

    #[test]
    fn all_names_of_one() {
        assert_eq!(aliases().names("Acme Group"), ["ACME Corp.", "Acme", "Acme Group", "Acme Inc"]);
        assert_eq!(aliases().names("Acme"), ["ACME Corp.", "Acme", "Acme Group", "Acme Inc"]);
        assert_eq!(aliases().names("Other"), ["Other"]);
    }

    #[rstest]
    #[case("Acme Corp.", "ACME, Inc.", true)]
    #[case("The Acme Company", "acme", true)]
    #[case("Acme-Soft", "AcmeSoft GmbH", true)]
    #[case("Acme", "Acne", false)]
    #[case("Group AG", "Holding AG", false)]
    #[case("株式会社東京", "株式会社東京", true)]
    fn alike(#[case] a: &str, #[case] b: &str, #[case] expected: bool) {
        assert_eq!(likeness(a) == likeness(b), expected);
    }
}
