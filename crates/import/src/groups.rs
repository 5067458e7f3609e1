//! Names of activities that differ in nothing but numbers, as one.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

/// Names from which on grouping is offered.
const MANY: usize = 200;

/// A name with a `#` in place of every number and id: `Call with #4711` → `Call with #`.
pub fn stripped(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|b| b.is_ascii_digit()) {
        return Cow::Borrowed(name);
    }
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    for word in name.split_whitespace() {
        let digit = word.find(|c: char| c.is_ascii_digit());
        let kept = digit.map(|at| word[..at].trim_end_matches(['#', '-', '(', '[', '_', '.', '/', ':']));
        let word = match kept {
            None => Cow::Borrowed(word),
            Some(kept) if kept.chars().count() > 2 => Cow::Owned(format!("{kept} #")),
            Some(_) => Cow::Borrowed("#"),
        };
        if word != "#" || out.last().is_none_or(|last| !last.ends_with('#')) {
            out.push(word);
        }
    }
    Cow::Owned(out.join(" "))
}

/// How many names there are and how many would be left, where grouping is worth an offer.
pub fn offer<'n>(names: impl Iterator<Item = &'n str>) -> Option<(usize, usize)> {
    let names: Vec<&str> = names.collect();
    let left: FxHashSet<Cow<'_, str>> = names.iter().map(|name| stripped(name)).collect();
    (names.len() > MANY && left.len() * 2 < names.len()).then_some((names.len(), left.len()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Call with #4711", "Call with #")]
    #[case("Call with 4711 (2)", "Call with #")]
    #[case("Order ORD-2024-77 sent", "Order ORD # sent")]
    #[case("Call", "Call")]
    #[case("12", "#")]
    fn one_name(#[case] name: &str, #[case] group: &str) {
        assert_eq!(stripped(name), group);
    }
}
