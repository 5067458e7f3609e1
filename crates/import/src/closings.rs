//! Which names mean that a deal was won or lost, where a team has words of its own for it.

use model::Outcome;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    groups::{self, Names},
    plan::{ColumnPlan, FilePlan, FileRole, Format, Meaning, Question},
    profile::Profile,
    words, xes,
};

/// Names of activities, stages and outcomes that close a deal, beside the usual words for won and lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Closings {
    /// Those that mean that a deal was won: `Contract signed`.
    pub won: Vec<String>,
    /// Those that mean that it was lost: `Went elsewhere`.
    pub lost: Vec<String>,
    /// Names in the files to choose from, the commonest first; found when the files are looked at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// Names to choose from at most.
const NAMES: usize = 100;
/// Names that a person may give for won or for lost at most.
const GIVEN: usize = 100;

impl Closings {
    /// The outcome that a text names; the names given here come before the usual words.
    pub fn outcome(&self, text: &str) -> Option<Outcome> {
        if self.is_empty() {
            return words::outcome(text);
        }
        let letters = words::letters(text);
        let is = |names: &[String]| names.iter().any(|name| words::letters(name) == letters);
        match () {
            () if is(&self.won) => Some(Outcome::Won),
            () if is(&self.lost) => Some(Outcome::Lost),
            () => words::outcome(text),
        }
    }

    /// Won or lost; `None` for everything else.
    pub fn closing(&self, text: &str) -> Option<Outcome> {
        self.outcome(text).filter(|outcome| *outcome != Outcome::Open)
    }

    /// True if no names are given.
    pub fn is_empty(&self) -> bool {
        self.won.is_empty() && self.lost.is_empty()
    }

    /// What is wrong with the names given, if anything is.
    pub(crate) fn fault(&self) -> Option<String> {
        let both = self.won.iter().find(|won| self.lost.iter().any(|lost| words::letters(won) == words::letters(lost)));
        match both {
            Some(name) => Some(format!("{name:?} is said to mean both won and lost.")),
            None if self.won.len().max(self.lost.len()) > GIVEN => {
                Some(format!("More than {GIVEN} names are said to mean won, or lost."))
            }
            None => None,
        }
    }
}

/// What the files say of won and lost deals.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Names of activities, stages and outcomes, the commonest first.
    pub names: Vec<String>,
    /// True if some file tells how deals ended.
    pub ends: bool,
    /// The file that has the most such names.
    pub file: usize,
}

impl Told {
    /// Asks which names close a deal, if neither the files nor a person say so.
    pub fn question(&self, closings: &Closings) -> Option<Question> {
        let asked = !self.ends && !self.names.is_empty() && closings.is_empty();
        asked.then(|| Question { file: self.file, column: None, text: ASK.to_owned() })
    }
}

const ASK: &str = "Nothing in it says that a deal was won or lost, so all would count as open. Which of its names mean that a deal was \
                   won, and which that it was lost?";

/// What the files say of won and lost deals.
pub(crate) fn told<'f>(files: impl Iterator<Item = (&'f FilePlan, Option<&'f Profile>, &'f Names)>) -> Told {
    let mut counts: FxHashMap<String, u64> = FxHashMap::default();
    let (mut told, mut most) = (Told::default(), 0);
    for (at, (file, profile, of_log)) in files.enumerate() {
        if !matches!(file.role, FileRole::Deals | FileRole::Events) {
            continue;
        }
        told.ends |= tells_ends(file, profile);
        let before = counts.len();
        for column in &file.columns {
            if let Meaning::StageEntered { stage } = &column.meaning {
                *counts.entry(stage.clone()).or_default() += 1;
            }
        }
        for (name, count) in values(file, profile, is_named).chain(of_log) {
            told.ends |= words::closing(name).is_some();
            *counts.entry(groups::called(name, file).into_owned()).or_default() += count;
        }
        if counts.len() - before > most {
            (told.file, most) = (at, counts.len() - before);
        }
    }
    let mut names: Vec<(String, u64)> = counts.into_iter().collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    told.names = names.into_iter().take(NAMES).map(|(name, _)| name).collect();
    told
}

/// The different cells of the columns with some meanings.
fn values<'f>(
    file: &'f FilePlan,
    profile: Option<&'f Profile>,
    is: fn(&Meaning) -> bool,
) -> impl Iterator<Item = (&'f String, &'f u64)> {
    let columns = file.columns.iter().enumerate().filter(move |(_, column)| is(&column.meaning));
    columns.filter_map(move |(at, _)| Some(&profile?.columns.get(at)?.values)).flatten()
}

/// True if a file tells how deals ended other than by names that close a deal.
fn tells_ends(file: &FilePlan, profile: Option<&Profile>) -> bool {
    // of a case in XES only the first values are known
    let of_case = |(at, column): (usize, &ColumnPlan)| {
        column.name.strip_prefix(xes::CASE).is_some_and(xes::names_outcome)
            && file.sample.iter().filter_map(|row| row.get(at)).any(|cell| words::closing(cell).is_some())
    };
    let has = |is: fn(&Meaning) -> bool, says: fn(&str) -> bool| values(file, profile, is).any(|(cell, _)| says(cell));
    // the names in an object-centric log are not known before it is read
    matches!(file.format, Format::Ocel { .. })
        || file.columns.iter().any(|column| tells_outcome(&column.meaning))
        || file.columns.iter().enumerate().any(of_case)
        || has(|meaning| *meaning == Meaning::Outcome, |cell| words::truth(cell).is_some())
        || has(|meaning| *meaning == Meaning::NewValue, |cell| words::closing(cell).is_some())
}

/// True for columns whose cells may be names that close a deal.
fn is_named(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Activity | Meaning::Stage | Meaning::Outcome)
}

/// True for columns that tell how deals ended.
fn tells_outcome(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::WonAt | Meaning::LostAt => true,
        Meaning::StageEntered { stage } => words::closing(stage).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("contract SIGNED ", Some(Outcome::Won))]
    #[case("Went elsewhere", Some(Outcome::Lost))]
    #[case("Closed Won", Some(Outcome::Won))]
    #[case("Lost", Some(Outcome::Won))]
    #[case("Contract sent", None)]
    fn names_of_a_team(#[case] text: &str, #[case] outcome: Option<Outcome>) {
        let names = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
        let won = names(&["Contract signed", "lost"]);
        let closings = Closings { won, lost: names(&["went elsewhere"]), names: Vec::new() };
        assert_eq!(closings.closing(text), outcome);
    }
}
