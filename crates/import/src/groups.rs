//! Very many names of activities: those that differ in nothing but numbers as one, or all but the commonest.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    plan::{FilePlan, FileRole, Meaning},
    profile::Profile,
};

/// Names of activities, and how often each occurs.
pub type Names = FxHashMap<String, u64>;

/// Names from which on grouping is offered.
const MANY: usize = 200;
/// Activities that are kept where all others are taken as one.
const COMMON: usize = 50;
/// What the others are called.
const OTHER: &str = "Other";

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

/// The name of an activity, stripped where the file's are to be.
fn short<'n>(name: &'n str, file: &FilePlan) -> Cow<'n, str> {
    if file.strip_numbers { stripped(name) } else { Cow::Borrowed(name) }
}

/// The name under which a file's activity is told.
pub fn called<'n>(name: &'n str, file: &FilePlan) -> Cow<'n, str> {
    let name = short(name, file);
    if file.rare_as_one && !file.common.is_empty() && file.common.iter().all(|common| *common != name) {
        return Cow::Borrowed(OTHER);
    }
    name
}

/// Notes the commonest activities of a file with very many, and says what could be done about these, in a sentence.
pub fn offer(file: &mut FilePlan, profile: Option<&Profile>, of_log: &Names) -> Option<String> {
    file.common.clear();
    if file.role != FileRole::Events {
        return None;
    }
    let of = file.columns.iter().position(|c| c.meaning == Meaning::Activity);
    let names = match profile {
        Some(profile) => of.and_then(|at| profile.columns.get(at)).map(|column| &column.values)?,
        None => of_log,
    };
    let all: u64 = names.values().sum();
    let mut left: Names = Names::default();
    for (name, count) in names {
        *left.entry(short(name, file).into_owned()).or_default() += count;
    }
    if left.len() <= MANY {
        return None;
    }
    let many = left.len();
    let mut left: Vec<(String, u64)> = left.into_iter().collect();
    left.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    left.truncate(COMMON);
    let kept: u64 = left.iter().map(|(_, count)| count).sum();
    file.common = left.into_iter().map(|(name, _)| name).collect();
    let stripped: FxHashSet<Cow<'_, str>> = names.keys().map(|name| stripped(name)).collect();
    if !file.strip_numbers && stripped.len() * 2 < names.len() {
        return Some(format!(
            "It has {many} different names of activities; without the numbers in them there are {}. Take those that differ in \
             nothing but numbers as one?",
            stripped.len()
        ));
    }
    (!file.rare_as_one).then(|| {
        format!(
            "It has {many} different names of activities, of which the {COMMON} commonest make up {:.0} % of the events. Keep \
             these, and take all others as one, called {OTHER:?}?",
            100.0 * kept as f64 / all.max(1) as f64
        )
    })
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
