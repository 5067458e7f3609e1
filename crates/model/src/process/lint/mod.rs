//! Flaws of a process that can be read.

mod criteria;
mod form;
mod history;
mod metrics;
mod playbook;
mod rules;
mod silence;
#[cfg(test)]
mod tests;
mod ways;

use std::collections::HashSet;

use jiff::civil::Date;
use toml_edit::Document;

pub use self::{
    form::slug,
    playbook::VARIABLES,
    rules::{Rule, rule, rules},
};
use super::{Finding, Observed, Predicate, Process, finding::Places};

/// What is known beside the process.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// How deals went; rules about history need it.
    pub observed: Option<&'a Observed>,
    /// The day; rules about dates need it.
    pub today: Option<Date>,
    /// Names of the files of the library; the rule about files needs them.
    pub files: Option<&'a [String]>,
    /// Ids of the metrics that were made in the browser; the rule about metrics of the same id needs them.
    pub metrics: &'a [String],
}

/// Looks a process over by all [`rules`]. With its text the findings carry lines and columns and come in the order of
/// the text. What the process silences is left out.
pub fn lint(process: &Process, text: Option<&str>, known: &Known<'_>) -> Vec<Finding> {
    let mut lint = Lint { process, findings: Vec::new() };
    lint.form();
    if !process.stages.is_empty() {
        lint.ways();
        lint.criteria();
        lint.playbook(known.today);
        lint.metrics(known.metrics);
        if let Some(files) = known.files {
            lint.files(files);
        }
        if let Some(observed) = known.observed {
            lint.history(observed);
        }
    }
    let findings = silence::apply(process, once(lint.findings));
    let Some((text, document)) = text.and_then(|t| Some((t, Document::parse(t).ok()?))) else { return findings };
    Places::of(text, &document).locate(findings)
}

/// What several parts of one predicate break alike is told once.
fn once(findings: Vec<Finding>) -> Vec<Finding> {
    let mut told = HashSet::new();
    findings.into_iter().filter(|f| told.insert((f.code.clone(), f.path.clone(), f.message.clone()))).collect()
}

struct Lint<'a> {
    process: &'a Process,
    findings: Vec<Finding>,
}

impl<'a> Lint<'a> {
    /// Notes that a rule is broken at a path.
    fn note(&mut self, id: &str, path: impl Into<String>, message: impl Into<String>) {
        let level = rule(id).map(|rule| rule.level).unwrap_or(super::Level::Error);
        self.findings.push(Finding::new(level, id, path, message));
    }

    /// Every predicate of exit criteria and commitments, with its path.
    fn tests(&self) -> Vec<(String, &'a Predicate)> {
        let stages = self.process.stages.iter().enumerate();
        stages
            .flat_map(|(i, stage)| {
                let exit = stage.exit.iter().enumerate().map(move |(j, c)| (format!("stages[{i}].exit[{j}]"), &c.test));
                let commitments = stage.commitments.iter().enumerate();
                let commitments = commitments
                    .filter_map(move |(j, c)| Some((format!("stages[{i}].commitments[{j}]"), c.test.as_ref()?)));
                exit.chain(commitments)
            })
            .collect()
    }
}
